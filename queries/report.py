"""Everything there is to say of a place, a body or a document, on a day."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from graph.model import Node
from graph.store import Store
from queries.deadlines import DeadlineRow, deadlines
from queries.figures import TargetCheck, compare
from queries.gaps import GapRow, gaps
from queries.lineage import LineageRow, lineage, lineage_row
from queries.names import find_any, same_place
from queries.props import text_of
from queries.targets import TargetRow, targets
from queries.tasks import tasks


class NoReport(Exception):  # noqa: N818
    """A node of a kind that no report is made of."""

    def __init__(self, node: Node) -> None:
        super().__init__(f"“{node.label}” is a {node.kind}: a report is of a place, a body or a document.")


@dataclass(frozen=True, slots=True)
class Source:
    """A document that the report draws on, and the words it draws on: each with the ref they stand at."""

    document: str
    label: str
    date: str
    quotes: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Report:
    """The parts of a report of `kind` (`place`, `agency`, `document`) as of the day `on`. `about` are names of
    properties and values. Of a body `leads` and `supports` are its own duties, otherwise `leads` are all duties of the
    document or of the place's documents."""

    id: str
    kind: str
    label: str
    on: str
    about: tuple[tuple[str, str], ...]
    lineage: tuple[LineageRow, ...]
    leads: tuple[DeadlineRow, ...]
    supports: tuple[DeadlineRow, ...]
    targets: tuple[TargetRow, ...]
    checks: tuple[TargetCheck, ...]
    gaps: tuple[GapRow, ...]
    sources: tuple[Source, ...]


def report(store: Store, name: str, *, on: date) -> Report:
    """The report of what a name means. Raises NotFound, Ambiguous and NoReport."""
    node = find_any(store, name)
    if node.kind not in ("place", "agency", "document"):
        raise NoReport(node)
    place = text_of(node, "name") or node.label
    supports: Sequence[DeadlineRow] = ()
    figures: list[TargetRow] = []
    chain: list[LineageRow] = []
    if node.kind == "agency":
        duties = deadlines(store, on=on, agency=node.id)
        led = {row.task for row in tasks(store, agency=node.id, role="lead")}
        leads: Sequence[DeadlineRow] = [row for row in duties if row.task in led]
        supports = [row for row in duties if row.task not in led]
        chain = _above(store, {row.document for row in duties})
    elif node.kind == "document":
        leads = deadlines(store, on=on, document=node.id)
        figures = targets(store, document=node.id)
        chain = [row for row in lineage(store, node.id) if row.depth]
    else:
        leads = deadlines(store, on=on, place=place)
        figures = targets(store, place=place)
        own = {node.id for node in store.nodes_of(["document"]) if same_place(place, text_of(node, "place"))}
        chain = _above(store, own)
    missing = _gaps(gaps(store, on=on), node, place, {row.task for row in (*leads, *supports)})
    return Report(
        id=node.id,
        kind=node.kind,
        label=node.label,
        on=on.isoformat(),
        about=_about(node),
        lineage=tuple(chain),
        leads=tuple(leads),
        supports=tuple(supports),
        targets=tuple(figures),
        checks=tuple(compare(figures)),
        gaps=tuple(missing),
        sources=_sources(store, [*leads, *supports, *figures]),
    )


def _about(node: Node) -> tuple[tuple[str, str], ...]:
    names = ("doc_type", "symbol", "date", "title", "issuer", "level", "branch", "place", "status", "valid_from")
    return tuple((name, text_of(node, name)) for name in (*names, "valid_to") if text_of(node, name))


def _above(store: Store, documents: Collection[str]) -> list[LineageRow]:
    """What these documents carry out, step by step: one walk up from all of them. Two calls."""
    steps = store.walk(documents, ["implements"], down=False)
    nodes = store.nodes({end for step in steps for end in (step.edge.source, step.edge.target)})
    rows = [
        lineage_row(nodes[step.edge.target], step.depth, "up", step.edge, nodes[step.edge.source])
        for step in steps
        if all(end in nodes and nodes[end].kind == "document" for end in (step.edge.source, step.edge.target))
    ]
    return sorted(rows, key=lambda row: (row.depth, row.parent, row.document))


def _gaps(rows: Iterable[GapRow], node: Node, place: str, duties: set[str]) -> list[GapRow]:
    """Those of the duties reported, and of the document or the place itself."""

    def belongs(row: GapRow) -> bool:
        if node.kind == "document":
            return node.id in (row.document, row.node)
        return row.node in duties or (node.kind == "place" and same_place(place, row.place))

    return [row for row in rows if belongs(row)]


def _sources(store: Store, rows: Sequence[DeadlineRow | TargetRow]) -> tuple[Source, ...]:
    quotes: dict[str, dict[tuple[str, str], None]] = {}
    for row in rows:
        if row.document and row.quote:
            quotes.setdefault(row.document, {})[row.ref, row.quote] = None
    nodes = store.nodes(quotes)
    return tuple(
        Source(
            id, nodes[id].label if id in nodes else id, text_of(nodes[id], "date") if id in nodes else "", tuple(said)
        )
        for id, said in sorted(quotes.items())
    )
