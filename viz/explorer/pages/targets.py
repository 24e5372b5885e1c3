"""Figures of a place, a document or with some words, as a chart and a table, and whether they agree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.folding import fold
from graph.model import Node
from queries.figures import TargetCheck
from queries.figures import compare as compared
from queries.names import find_document
from queries.targets import TargetRow, chosen_targets, covers, sorted_targets, target_rows
from viz.explorer.asked import Asked, Crumb, Page, Table
from viz.explorer.chart import Chart, chart, years
from viz.explorer.listing import Listing, listing
from viz.explorer.scope import busiest_places
from viz.explorer.shown import document_name
from viz.explorer.words import say

MOST_UNCHOSEN = 3_000
_MOST_FOUND = 500
# So many figures are compared without being asked, for the number beside the tab.
_FEW = 300


@dataclass(frozen=True, slots=True)
class Model:
    list: Listing[str] | None
    rows: Sequence[TargetRow]
    checks: Listing[TargetCheck] | None
    verdicts: Mapping[str, int]
    chart: Chart | None
    years: Mapping[str, str]
    documents: Mapping[str, str]
    known: Mapping[str, TargetRow]
    places: Sequence[str]
    document: Node | None
    q: str
    place: str
    year: int | None
    check: bool
    too_many: int
    busiest: Sequence[str]


def page(asked: Asked) -> Page:
    q, place, year, check = asked["q"], asked["place"], asked["year"], asked["check"] == "yes"
    document = find_document(asked.store, asked["document"]) if asked["document"] else None
    chosen, too_many = _chosen(asked, document)
    # Of few figures all are read: for the chart, and to say beside the tab how many contradict each other.
    rows = target_rows(asked.store, chosen) if check or len(chosen) <= _FEW else []
    key = f"checks {document.id if document else ''} {fold(place)} {fold(q)} {year}"
    checks: Sequence[TargetCheck] = asked.once(key, lambda: compared(rows)) if rows else ()
    verdicts = listing(checks, asked["page"]) if check else None
    shown = None if check else listing(sorted_targets(chosen, asked["sort"]), asked["page"], asked["sort"])
    read = rows if rows or shown is None else target_rows(asked.store, {id: chosen[id] for id in shown.rows})
    known = {row.target: row for row in read}
    here = [known[id] for id in shown.rows if id in known] if shown else []
    ids = {row.document for row in (here if shown else verdicts.rows if verdicts else ())}
    places = [place for place in asked.lists.places if place != "VN"]
    model = Model(
        list=shown,
        rows=here,
        checks=verdicts,
        verdicts=Counter(check.verdict for check in checks),
        chart=chart(sorted(rows, key=_by_year)) if shown and (place or document) else None,
        years={row.target: years(row) for row in here},
        documents={node.id: document_name(node) for node in asked.store.nodes(ids).values()},
        known=known,
        places=places,
        document=document,
        q=q,
        place=place,
        year=year,
        check=check,
        too_many=too_many,
        busiest=busiest_places(asked) if too_many else (),
    )
    title = say(asked.lang, "targets")
    table = Table(
        "targets", TargetCheck if check else TargetRow, lambda: checks if check else target_rows(asked.store, chosen)
    )
    return Page("targets", title, model, (Crumb(title),), table, "targets")


def _chosen(asked: Asked, document: Node | None) -> tuple[dict[str, Node], int]:
    """The figures asked for, and how many there would be without a choice when those are too many."""
    store, q, place, year = asked.store, asked["q"], asked["place"], asked["year"]
    if document is not None or place:
        named = document.id if document else None
        return chosen_targets(store, document=named, place=place or None, subject=q or None, year=year), 0
    if q:
        found = {node.id: node for node in store.search(q, ["target"], _MOST_FOUND)}
    else:
        counted = asked.lists.counts["nodes"].get("target", 0)
        if counted > MOST_UNCHOSEN:
            return {}, counted
        found = asked.once("targets", lambda: chosen_targets(store))
    return {id: node for id, node in found.items() if year is None or covers(node, year)}, 0


def _by_year(row: TargetRow) -> tuple[str, str, str]:
    return row.period_end[:4] or "9", row.period_start[:4], row.target
