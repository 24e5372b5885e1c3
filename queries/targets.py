"""The figures: who set what for whom, by when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from graph.folding import fold
from graph.model import Node
from graph.store import Store
from queries.figures import TargetCheck, compare
from queries.names import find_document, words
from queries.origin import origins
from queries.props import number, strings, text_of
from queries.refs import in_order, ref_key
from queries.succession import documents_in, is_in

SORTS = ("ref", "subject", "value", "period")


@dataclass(frozen=True, slots=True)
class TargetRow:
    """One figure. `target`, `document` and `part_of` (the total it belongs to) are ids; `comparator` is `=`, `>=` or
    `<=`; the period's ends are years or ISO dates, empty when not stated; `status` is `target` (what the document sets
    out to do), `assigned` (what was set from above) or `achieved`; `assigned_by` labels the texts that set it."""

    target: str
    ref: str
    subject: str
    value: float | None
    unit: str
    comparator: str
    period_start: str
    period_end: str
    status: str
    document: str
    place: str
    assigned_by: tuple[str, ...]
    part_of: str
    quote: str


def targets(
    store: Store,
    *,
    document: str | None = None,
    place: str | None = None,
    subject: str | None = None,
    year: int | None = None,
    as_of: date | None = None,
) -> list[TargetRow]:
    """The figures that satisfy every restriction, by document and in the document's order. `subject`: all of these
    words stand in the subject, diacritics aside; `year` lies in the period; with `as_of` a place has the figures of
    those that had gone into it by that day. Raises NotFound and Ambiguous."""
    chosen = chosen_targets(store, document=document, place=place, subject=subject, year=year, as_of=as_of)
    rows = target_rows(store, chosen)
    return [row for row in rows if place is None or is_in(place, row.place, as_of)]


def chosen_targets(
    store: Store,
    *,
    document: str | None = None,
    place: str | None = None,
    subject: str | None = None,
    year: int | None = None,
    as_of: date | None = None,
) -> dict[str, Node]:
    """The figures that `targets` answers with, in no order; of a document whatever its place. Raises NotFound and
    Ambiguous."""
    if document is not None:
        chosen = {node.id: node for node in store.items([find_document(store, document).id], ["target"])}
    elif place is not None:
        inside = [node.id for node in documents_in(store, place, as_of)]
        chosen = {node.id: node for node in store.items(inside, ["target"])}
    else:
        chosen = {node.id: node for node in store.nodes_of(["target"])}
    if subject is not None:
        asked = set(words(subject))
        chosen = {
            id: node for id, node in chosen.items() if asked <= set(words(text_of(node, "subject") or node.label))
        }
    if year is not None:
        chosen = {id: node for id, node in chosen.items() if covers(node, year)}
    return chosen


def sorted_targets(chosen: Mapping[str, Node], sort: str) -> list[str]:
    """The ids of these figures in one of SORTS, turned by `-` before it: `ref` by document and in its order; what does
    not state what is sorted by comes last either way."""
    ids = in_order(chosen)
    name, falling = sort.removeprefix("-"), sort.startswith("-")
    if name in ("", "ref"):
        return ids[::-1] if falling else ids
    keys: dict[str, str | float] = {}
    for id in ids:
        node = chosen[id]
        if name == "subject":
            keys[id] = fold(text_of(node, "subject") or node.label)
        elif name == "value":
            stated = number(node, "value")
            if stated is not None:
                keys[id] = stated
        elif period := (text_of(node, "period_end") or text_of(node, "period_start")):
            keys[id] = f"{period} {text_of(node, 'period_start')}"
    known = sorted((id for id in ids if id in keys), key=lambda id: keys[id], reverse=falling)
    return known + [id for id in ids if id not in keys]


def check_targets(store: Store, *, document: str | None = None, place: str | None = None) -> list[TargetCheck]:
    """Every comparison that the figures of a document, a place or the whole graph allow, contradictions first. Raises
    NotFound and Ambiguous."""
    return compare(targets(store, document=document, place=place))


def target_rows(store: Store, chosen: Mapping[str, Node]) -> list[TargetRow]:
    """Rows of these targets, by document, ref and id."""
    if not chosen:
        return []
    ids = list(chosen)
    origin = origins(store, ids)
    setters: dict[str, list[str]] = {}
    assigned = store.edges(kinds=["assigns"], targets=ids, evidence=False)
    documents = store.nodes({edge.source for edge in assigned})
    for edge in assigned:
        setter = documents[edge.source].label if edge.source in documents else edge.source
        setters.setdefault(edge.target, []).append(setter)
    totals = {edge.source: edge.target for edge in store.edges(kinds=["part_of"], sources=ids, evidence=False)}
    rows = []
    for target, node in chosen.items():
        stands = origin.get(target)
        rows.append(
            TargetRow(
                target=target,
                ref=text_of(node, "ref"),
                subject=text_of(node, "subject") or node.label,
                value=number(node, "value"),
                unit=text_of(node, "unit"),
                comparator=text_of(node, "comparator") or "=",
                period_start=text_of(node, "period_start"),
                period_end=text_of(node, "period_end"),
                status=text_of(node, "status") or "target",
                document=stands.document.id if stands else "",
                place=text_of(node, "place") or (text_of(stands.document, "place") if stands else ""),
                assigned_by=tuple(dict.fromkeys((*setters.get(target, ()), *strings(node, "assigned_by")))),
                part_of=totals.get(target, ""),
                quote=stands.quote if stands else "",
            )
        )
    return sorted(rows, key=lambda row: (row.document, ref_key(row.ref), row.target))


def covers(node: Node, year: int) -> bool:
    """Whether the year lies in the figure's period."""
    start, end = text_of(node, "period_start")[:4], text_of(node, "period_end")[:4]
    if not start and not end:
        return False
    return (start or end) <= str(year) <= (end or start)
