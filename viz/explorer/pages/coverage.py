"""Which plans take up each part of an upper document, in which words, and what they add."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from graph.folding import fold
from graph.model import Node
from graph.store import Store
from queries.coverage import STATES, CoverageRow, coverage_found, coverage_rows, every_row
from queries.matching import loaded
from queries.names import find_document
from queries.props import text_of
from queries.refs import ref_key
from queries.taken_up import TakenUp
from viz.explorer.asked import Asked, Crumb, Page, Table
from viz.explorer.downloads import MOST_ROWS
from viz.explorer.listing import Listing, listing
from viz.explorer.problems import Problem
from viz.explorer.scope import Upper, scope_of
from viz.explorer.shown import document_name, shorten
from viz.explorer.words import say

if TYPE_CHECKING:
    from numpy import bool_, int64
    from numpy.typing import NDArray

_PARTS, _MOST_ANSWERS, _PLANS, _ADDED = 12, 8, 20, 20
_SAME, _TAKEN = STATES.index("same_words"), STATES.index("taken_up")
# So many plans are compared at once while all of them are compared in the background.
_FIRST = 12


@dataclass(frozen=True, slots=True)
class PlanShare:
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
    """`first`: so many plans are compared so far, 0 when all are."""

    node: Node | None
    name: str
    uppers: Sequence[Upper]
    places: Sequence[str]
    place: str
    state: str
    stand_in: bool
    first: int
    counts: Mapping[str, int]
    plans: Listing[PlanShare]
    parts: Listing[Part]
    added: Listing[CoverageRow]


@dataclass(frozen=True, slots=True)
class _View:
    """What is shown: which plans are chosen, their shares; parts and added units by number, all in the order asked
    for."""

    found: TakenUp
    chosen: NDArray[bool_]
    counts: Mapping[str, int]
    by_plan: NDArray[int64]
    by_part: NDArray[int64]
    plans: Sequence[int]
    parts: Sequence[int]
    added: Sequence[int]


def page(asked: Asked) -> Page | str:
    scope = scope_of(asked)
    title = say(asked.lang, "coverage")
    node = find_document(asked.store, asked.id) if asked.id else scope.under
    if node is not None and node.id != asked.id:
        return asked.links.to("coverage", node.id)
    name = document_name(node) if node else ""
    found, first = _found(asked, node, scope.place)
    empty: Listing[Any] = listing((), 1)
    model = Model(
        node=node,
        name=name,
        uppers=scope.uppers,
        places=sorted({plan.place for plan in found.plans if plan.place}, key=fold) if found else (),
        place=scope.place,
        state=asked["state"],
        stand_in=found is not None and found.stand_in,
        first=first,
        counts={},
        plans=empty,
        parts=empty,
        added=empty,
    )
    rows: Callable[[], Sequence[CoverageRow]] = lambda: ()  # noqa: E731
    if found is not None:
        view = _view(asked, found, scope.place)
        model = _filled(asked, model, view)
        rows = lambda: _all_rows(asked.store, view, asked["state"])  # noqa: E731
    crumbs = (Crumb(title, asked.links.to("coverage")), Crumb(shorten(name, 60))) if node else (Crumb(title),)
    heading = say(asked.lang, "coverage_of", name=name) if node else title
    return Page("coverage", heading, model, crumbs, Table("coverage", CoverageRow, rows), "coverage")


def _found(asked: Asked, node: Node | None, place: str) -> tuple[TakenUp | None, int]:
    """While all plans are compared, what some that carry the text out directly make of it, and how many these are."""
    if node is None:
        return None, 0
    found: TakenUp | None = asked.worked_out("coverage", node.id)
    if found is not None or not loaded():
        return found, 0
    edges = asked.store.edges(kinds=["implements"], targets=[node.id], evidence=False)
    direct = asked.store.nodes({edge.source for edge in edges} - {node.id})
    held = [one for one in direct.values() if text_of(one, "status") == "ingested"]
    here = sorted(one.id for one in held if not place or text_of(one, "place") == place)[:_FIRST]
    return (coverage_found(asked.store, node.id, among=here), len(here)) if here else (None, 0)


def _view(asked: Asked, found: TakenUp, place: str) -> _View:
    import numpy

    chosen, state = found.of_place(place), asked["state"]
    by_plan, by_part = found.by_plan(), found.by_part(chosen)
    added = found.added_in(chosen).tolist()
    counts = dict(zip(STATES, by_part.sum(axis=0).tolist(), strict=True)) | {"added": len(added)}
    taken = by_part[:, [_SAME, _TAKEN]].sum(axis=1)
    by_ref = {"ref": lambda n: ref_key(found.parts[n].ref), "taken": lambda n: (taken[n],)}
    parts = range(len(found.parts)) if not state else numpy.flatnonzero(by_part[:, STATES.index(state)]).tolist()
    shares = by_plan[:, [_SAME, _TAKEN]].sum(axis=1)
    by_name: dict[str, Callable[[int], Any]] = {
        "label": lambda n: (fold(found.plans[n].label), found.plans[n].id),
        "place": lambda n: (fold(found.plans[n].place), -shares[n], found.plans[n].id),
        "taken": lambda n: (shares[n], fold(found.plans[n].place)),
    }
    of_unit: dict[str, Callable[[int], Any]] = {
        "ref": lambda n: ref_key(found.refs[n]),
        "document": lambda n: fold(found.plans[found.plan_of[n]].label),
        "place": lambda n: fold(found.plans[found.plan_of[n]].place),
    }
    plans = sorted(numpy.flatnonzero(chosen).tolist(), key=lambda n: (-shares[n], found.plans[n].place, n))
    return _View(
        found=found,
        chosen=chosen,
        counts=counts,
        by_plan=by_plan,
        by_part=by_part,
        plans=_sorted(plans, asked["by_plan"], by_name),
        parts=_sorted([] if state == "added" else parts, asked["sort"], by_ref),
        added=_sorted(added if state in ("", "added") else [], asked["by_added"], of_unit),
    )


def _sorted(numbers: Iterable[int], sort: str, orders: Mapping[str, Callable[[int], Any]]) -> list[int]:
    if not sort:
        return list(numbers)
    return sorted(numbers, key=orders[sort.removeprefix("-")], reverse=sort.startswith("-"))


def _filled(asked: Asked, model: Model, view: _View) -> Model:
    """The pages of the three lists, with the words of their rows."""
    found, state = view.found, asked["state"]
    plans = listing(view.plans, asked["plans"], asked["by_plan"], _PLANS)
    parts = listing(view.parts, asked["page"], asked["sort"], _PARTS)
    added = listing(view.added, asked["more"], asked["by_added"], _ADDED)
    answers = {n: [] if state == "not_taken_up" else found.answers(n, view.chosen, state).tolist() for n in parts.rows}
    pairs = [pair for n in parts.rows for pair in answers[n][:_MOST_ANSWERS]]
    read, told = coverage_rows(asked.store, found, pairs, added.rows)
    said = dict(zip(pairs, read, strict=True))
    shown = [
        Part(
            found.parts[n].ref,
            found.parts[n].text,
            _states(view.by_part[n], state),
            [said[pair] for pair in answers[n][:_MOST_ANSWERS]],
            max(0, len(answers[n]) - _MOST_ANSWERS),
        )
        for n in parts.rows
    ]
    return replace(
        model,
        counts=view.counts,
        plans=plans.of([_share(view, n) for n in plans.rows]),
        parts=parts.of(shown),
        added=added.of(told),
    )


def _share(view: _View, n: int) -> PlanShare:
    plan, counts = view.found.plans[n], _states(view.by_plan[n])
    return PlanShare(plan.id, plan.label, plan.place, counts, len(view.found.parts))


def _states(counts: NDArray[int64], state: str = "") -> dict[str, int]:
    """By name those that occur; only a chosen one."""
    named = zip(STATES, counts.tolist(), strict=True)
    return {name: n for name, n in named if n and (not state or name == state)}


def _all_rows(store: Store, view: _View, state: str) -> Sequence[CoverageRow]:
    """Raises Problem when they are too many for a file."""
    parts = view.counts[state] if state else sum(n for name, n in view.counts.items() if name != "added")
    if parts + len(view.added) > MOST_ROWS:
        raise Problem(400, "too_many_rows", most=MOST_ROWS)
    rows = every_row(store, view.found, view.parts, view.plans, view.added)
    return [row for row in rows if not state or row.state == state]
