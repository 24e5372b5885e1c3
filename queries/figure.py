"""One figure: who set it, what it is part of, what it is held against."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.model import Evidence, Node, surest
from graph.store import Store
from queries.figures import TargetCheck, compare, same_matter
from queries.names import NotFound
from queries.origin import origins
from queries.succession import documents_in
from queries.targets import TargetRow, target_rows

# Figures of a place are held against those of this many of its documents.
DOCUMENTS = 20


@dataclass(frozen=True, slots=True)
class Setter:
    """A text that set the figure, in the words of `evidence`."""

    node: Node
    evidence: Evidence | None


@dataclass(frozen=True, slots=True)
class FigureReport:
    """The figure as a row and as a node, the document it stands in and its words there; who set it; the total it is a
    part of and its own parts; figures of the same matter in the place; every comparison it takes part in; `known` has
    every row that these name."""

    node: Node
    row: TargetRow
    document: Node | None
    evidence: Evidence | None
    setters: tuple[Setter, ...]
    total: TargetRow | None
    parts: tuple[TargetRow, ...]
    alike: tuple[TargetRow, ...]
    checks: tuple[TargetCheck, ...]
    known: Mapping[str, TargetRow]


def figure(store: Store, id: str) -> FigureReport:
    """The report of a target by id. Raises NotFound. Some twelve calls."""
    node = store.nodes([id]).get(id)
    if node is None or node.kind != "target":
        raise NotFound(id)
    origin = origins(store, [id]).get(id)
    assigned = store.edges(kinds=["assigns"], targets=[id])
    setters = store.nodes({edge.source for edge in assigned})
    documents = {origin.document.id} if origin else set()
    own = target_rows(store, {id: node})[0]
    if own.place:
        near = sorted(documents_in(store, own.place), key=lambda held: held.id)
        documents |= {held.id for held in near[:DOCUMENTS]}
    nodes = {found.id: found for found in store.items(documents, ["target"])} | {id: node}
    rows = target_rows(store, nodes)
    known = {row.target: row for row in rows}
    return FigureReport(
        node=node,
        row=known[id],
        document=origin.document if origin else None,
        evidence=origin.evidence if origin else None,
        setters=tuple(Setter(setters[e.source], surest(e.evidence)) for e in assigned if e.source in setters),
        total=known.get(known[id].part_of),
        parts=tuple(row for row in rows if row.part_of == id),
        alike=tuple(_alike(known[id], rows)),
        checks=tuple(check for check in compare(rows) if id in check.targets),
        known=known,
    )


def _alike(one: TargetRow, rows: Iterable[TargetRow]) -> list[TargetRow]:
    """Figures of the same matter, unit and place, itself among them, by years."""
    found = [row for row in rows if row.value is not None and (row.target == one.target or same_matter(one, row))]
    return sorted(found, key=lambda row: (row.period_end[:4], row.period_start[:4], row.status, row.target))
