"""Which plans take up each part of an upper document, in which words, and what they add."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.folding import fold
from graph.model import Node
from queries.coverage import STATES, CoverageRow, coverage
from queries.names import find_document
from queries.refs import ref_key
from viz.explorer.asked import Asked, Crumb, Page, Table
from viz.explorer.listing import Listing, listing
from viz.explorer.scope import Upper, scope_of
from viz.explorer.shown import document_name, shorten
from viz.explorer.words import say

_PARTS, _MOST_ANSWERS = 12, 8
_TAKEN = ("same_words", "taken_up", "near")


@dataclass(frozen=True, slots=True)
class Plan:
    """A lower document and how many parts of the upper one it takes up, by state."""

    id: str
    label: str
    place: str
    counts: Mapping[str, int]
    total: int


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the upper document with what the plans make of it, the closest first."""

    ref: str
    text: str
    counts: Mapping[str, int]
    answers: Sequence[CoverageRow]
    further: int


@dataclass(frozen=True, slots=True)
class Model:
    node: Node | None
    name: str
    uppers: Sequence[Upper]
    places: Sequence[str]
    place: str
    state: str
    stand_in: bool
    counts: Mapping[str, int]
    plans: Listing[Plan]
    parts: Listing[Part]
    added: Listing[CoverageRow]


def page(asked: Asked) -> Page | str:
    scope = scope_of(asked)
    title = say(asked.lang, "coverage")
    node = find_document(asked.store, asked.id) if asked.id else scope.under
    if node is not None and node.id != asked.id:
        return asked.links.to("coverage", node.id)
    found: Sequence[CoverageRow] = ()
    if node is not None:
        id = node.id
        found = asked.once(f"coverage {id}", lambda: coverage(asked.store, id))
    here = [row for row in found if not scope.place or row.place == scope.place]
    state = asked["state"]
    rows = [row for row in here if not state or row.state == state]
    name = document_name(node) if node else ""
    model = Model(
        node=node,
        name=name,
        uppers=scope.uppers,
        places=sorted({row.place for row in found if row.place}, key=fold),
        place=scope.place,
        state=state,
        stand_in=any(row.stand_in for row in found),
        counts=Counter(row.state for row in here),
        plans=listing(_plans(here), asked["plans"], size=20),
        parts=listing(_parts(rows), asked["page"], size=_PARTS),
        added=listing([row for row in rows if row.state == "added"], asked["more"], size=20),
    )
    crumbs = (Crumb(title, asked.links.to("coverage")), Crumb(shorten(name, 60))) if node else (Crumb(title),)
    heading = say(asked.lang, "coverage_of", name=name) if node else title
    return Page("coverage", heading, model, crumbs, Table("coverage", CoverageRow, lambda: rows), "coverage")


def _plans(rows: Sequence[CoverageRow]) -> list[Plan]:
    """Those that take up most first."""
    by_plan: dict[str, list[CoverageRow]] = {}
    for row in rows:
        by_plan.setdefault(row.document, []).append(row)
    plans = []
    for id, mine in by_plan.items():
        counts = Counter(row.state for row in mine)
        total = sum(counts[state] for state in STATES if state != "added")
        plans.append(Plan(id, mine[0].document_label, mine[0].place, counts, total))
    return sorted(plans, key=lambda plan: (-sum(plan.counts[s] for s in _TAKEN[:2]), plan.place, plan.id))


def _parts(rows: Sequence[CoverageRow]) -> list[Part]:
    by_ref: dict[str, list[CoverageRow]] = {}
    for row in rows:
        if row.state != "added":
            by_ref.setdefault(row.ref, []).append(row)
    parts = []
    for ref in sorted(by_ref, key=ref_key):
        mine = by_ref[ref]
        answers = sorted((row for row in mine if row.state in _TAKEN), key=lambda row: (-row.closeness, row.document))
        counts = Counter(row.state for row in mine)
        parts.append(Part(ref, mine[0].text, counts, answers[:_MOST_ANSWERS], max(0, len(answers) - _MOST_ANSWERS)))
    return parts
