"""When duties are due: a calendar of quarters, what is over, what comes again, what has no date."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from queries.deadlines import STATES, DeadlineRow, Due, deadline_rows, dues_of
from queries.names import find_agencies
from queries.tasks import chosen_tasks
from viz.explorer.asked import Asked, Crumb, Page, Table
from viz.explorer.listing import Listing, listing
from viz.explorer.scope import Scope, scope_of
from viz.explorer.shown import document_name
from viz.explorer.words import say

_MOST_YEARS = 16


@dataclass(frozen=True, slots=True)
class Quarter:
    """A quarter of the calendar (`2026-Q1`): how many duties fall due in it, how many of these are over or come again;
    `weight` from 0 to 4 is how dark it is."""

    name: str
    count: int
    overdue: int
    recurring: int
    weight: int
    now: bool


@dataclass(frozen=True, slots=True)
class Year:
    year: int
    quarters: Sequence[Quarter]


@dataclass(frozen=True, slots=True)
class Group:
    """Consecutive rows of one quarter or without a date."""

    name: str
    rows: Sequence[DeadlineRow]


@dataclass(frozen=True, slots=True)
class Model:
    scope: Scope
    agency: str
    on: date
    state: str
    quarter: str
    counts: dict[str, int]
    years: Sequence[Year]
    later: int
    list: Listing[Due]
    groups: Sequence[Group]
    documents: Mapping[str, str]


def page(asked: Asked) -> Page:
    scope, on = scope_of(asked), asked["on"] or asked.today
    chosen = bool(asked["agency"])
    dues: Sequence[Due] = ()
    if chosen or not scope.too_many:
        dues = asked.once(f"dues {scope.key} {asked['agency']} {on}", lambda: _dues(asked, scope, on))
    state, quarter = asked["state"], asked["quarter"]
    kept = [
        due
        for due in dues
        if (not state or due.state == state) and (not quarter or quarter_of(due.next_date) == quarter)
    ]
    kept.sort(key=lambda due: due.next_date, reverse=bool(asked["sort"]))
    kept.sort(key=lambda due: not due.next_date)
    shown = listing(kept, asked["page"], asked["sort"])
    rows = deadline_rows(asked.store, shown.rows)
    homes = asked.store.nodes({row.document for row in rows})
    found = Counter(quarter_of(due.next_date) for due in dues if due.next_date)
    years, later = _years(dues, found, on)
    model = Model(
        scope=scope,
        agency=asked["agency"],
        on=on,
        state=state,
        quarter=quarter,
        counts={state: sum(due.state == state for due in dues) for state in STATES},
        years=years,
        later=later,
        list=shown,
        groups=[Group(name, list(group)) for name, group in groupby(rows, key=lambda row: quarter_of(row.next_date))],
        documents={node.id: document_name(node) for node in homes.values()},
    )
    title = say(asked.lang, "deadlines")
    table = Table("deadlines", DeadlineRow, lambda: deadline_rows(asked.store, kept))
    return Page("deadlines", title, model, (Crumb(title),), table, "deadlines")


def _dues(asked: Asked, scope: Scope, on: date) -> list[Due]:
    store, place = asked.store, scope.place or None
    if asked["agency"]:
        find_agencies(store, asked["agency"])
    if scope.under is None:
        chosen, _ = chosen_tasks(store, agency=asked["agency"] or None, place=place)
        return dues_of(chosen.values(), on)
    from queries.origin import document_of
    from queries.scope import documents_under

    inside = documents_under(store, scope.under.id, place) or set()
    if asked["agency"]:
        of_body, _ = chosen_tasks(store, agency=asked["agency"])
        return dues_of([node for id, node in of_body.items() if document_of(id) in inside], on)
    return dues_of(store.items(inside, ["task"]), on)


def quarter_of(iso: str) -> str:
    """`2026-Q1` of a day; empty without one."""
    return f"{iso[:4]}-Q{(int(iso[5:7]) + 2) // 3}" if len(iso) >= 7 else ""


def _years(dues: Sequence[Due], found: Counter[str], on: date) -> tuple[list[Year], int]:
    """The years from the first to the last that something falls due in, at most _MOST_YEARS, and how many fall due
    later."""
    if not found:
        return [], 0
    by_state = Counter((quarter_of(due.next_date), due.state) for due in dues if due.next_date)
    most = max(found.values())
    numbers = sorted({int(name[:4]) for name in found} | {on.year})
    first = max(numbers[0], on.year - _MOST_YEARS // 2)
    numbers = [year for year in range(first, numbers[-1] + 1) if year < first + _MOST_YEARS]
    years = []
    for year in numbers:
        quarters = []
        for n in range(1, 5):
            name = f"{year}-Q{n}"
            count = found[name]
            weight = 0 if not count else 1 + sum(count >= most * step for step in (0.15, 0.4, 0.75))
            now = name == quarter_of(on.isoformat())
            quarters.append(Quarter(name, count, by_state[name, "overdue"], by_state[name, "recurring"], weight, now))
        years.append(Year(year, quarters))
    told = {quarter.name for year in years for quarter in year.quarters}
    return years, sum(count for name, count in found.items() if name not in told)
