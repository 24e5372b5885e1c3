"""What is overdue, what is due, what comes, what comes again."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from graph.model import Edge, Node
from graph.store import Store
from queries.dates import first_day, last_day
from queries.origin import document_of
from queries.props import text_of
from queries.refs import ref_key
from queries.tasks import TaskRow, chosen_tasks, task_rows

STATES = ("overdue", "due", "upcoming", "recurring", "undated")
_MONTHS = {"monthly": 1, "quarterly": 3, "yearly": 12}
# A duty without a stated beginning counts as due in its last days.
_NEAR = timedelta(days=30)
# The day that a recurring duty names: `trước ngày 15/12 hằng năm`, `ngày 20 hằng tháng`.
_DAY_MONTH = re.compile(r"\b(?P<day>\d{1,2})/(?P<month>\d{1,2})\b(?![/\d])")
_DAY = re.compile(r"ngày (?P<day>\d{1,2})\b(?!/)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class DeadlineRow:
    """One duty and where it stands in time: `state` is one of STATES, `next_date` (ISO) the day by which it is next
    due, empty when nothing states one, `days` the days from the asked day to it (negative when it has passed)."""

    state: str
    next_date: str
    days: int | None
    task: str
    ref: str
    text: str
    document: str
    place: str
    leads: tuple[str, ...]
    supports: tuple[str, ...]
    deadline_text: str
    start: str
    end: str
    recurrence: str
    quote: str
    document_label: str = ""


@dataclass(frozen=True, slots=True)
class Due:
    """A task (an id) and where it stands in time, as in DeadlineRow."""

    task: str
    state: str
    next_date: str
    days: int | None


def deadlines(
    store: Store,
    *,
    on: date,
    agency: str | None = None,
    document: str | None = None,
    place: str | None = None,
    due_before: date | None = None,
    as_of: date | None = None,
) -> list[DeadlineRow]:
    """Every duty by state as of the day `on`, then by date. `overdue` means that the stated time has passed: the
    documents do not say what was done. `agency`, `document` and `place` as in `tasks`; `due_before` keeps what is next
    due before that day. Raises NotFound and Ambiguous."""
    chosen, roles = chosen_tasks(store, agency=agency, document=document, place=place, as_of=as_of)
    dues = dues_of(chosen.values(), on)
    if due_before is not None:
        dues = [due for due in dues if due.next_date and date.fromisoformat(due.next_date) < due_before]
    return deadline_rows(store, dues, roles, as_of=as_of)


def dues_of(tasks: Iterable[Node], on: date) -> list[Due]:
    """When each of these tasks is due, by state, date, document and ref."""
    dues = []
    for node in tasks:
        start, end, recurrence, words = (text_of(node, p) for p in ("start", "end", "recurrence", "deadline_text"))
        state, following = state_of(start, end, recurrence, words, on)
        days = (following - on).days if following else None
        dues.append(
            (ref_key(text_of(node, "ref")), Due(node.id, state, following.isoformat() if following else "", days))
        )
    dues.sort(
        key=lambda d: (STATES.index(d[1].state), d[1].next_date or "9999", document_of(d[1].task), d[0], d[1].task)
    )
    return [due for _, due in dues]


def deadline_rows(
    store: Store, dues: Sequence[Due], roles: Mapping[str, Edge] | None = None, *, as_of: date | None = None
) -> list[DeadlineRow]:
    """The rows of these, in their order; `roles` as in `task_rows`. Five calls."""
    found = store.nodes([due.task for due in dues])
    rows = {row.task: row for row in task_rows(store, found, roles, as_of=as_of)}
    return [_row(rows[due.task], due) for due in dues if due.task in rows]


def _row(task: TaskRow, due: Due) -> DeadlineRow:
    return DeadlineRow(
        state=due.state,
        next_date=due.next_date,
        days=due.days,
        task=task.task,
        ref=task.ref,
        text=task.text,
        document=task.document,
        place=task.place,
        leads=task.leads,
        supports=task.supports,
        deadline_text=task.deadline_text,
        start=task.start,
        end=task.end,
        recurrence=task.recurrence,
        quote=task.quote,
        document_label=task.document_label,
    )


def state_of(start: str, end: str, recurrence: str, words: str, on: date) -> tuple[str, date | None]:
    """The state on a day and the date it is next due. A recurring duty ends with `end`; within a period whose day is
    not stated it is due on the period's last day."""
    begins, ends = first_day(start), last_day(end)
    if recurrence:
        if ends and ends < on:
            return "overdue", ends
        following = next_time(recurrence, words, max(on, begins) if begins else on)
        return "recurring", min(following, ends) if following and ends else following
    if ends is None:
        return ("upcoming", begins) if begins and begins > on else ("undated", None)
    if ends < on:
        return "overdue", ends
    if begins is None:
        return ("due" if ends - on <= _NEAR else "upcoming"), ends
    return ("due" if begins <= on else "upcoming"), ends


def next_time(recurrence: str, words: str, on: date) -> date | None:
    """The first day from `on` on when a recurring duty is due; None for what goes on all the time."""
    span = _MONTHS.get(recurrence)
    if span is None:
        return None
    month, day = stated_day(recurrence, words)
    found = _on(on.year, month or -on.month % span + on.month, day)
    if found >= on:
        return found
    month = found.month + span
    return _on(on.year + (month - 1) // 12, (month - 1) % 12 + 1, day)


def stated_day(recurrence: str, words: str) -> tuple[int, int]:
    """The month and the day of it that the words of a recurring duty name; 0 for what they do not."""
    span = _MONTHS.get(recurrence, 0)
    if span == 12 and (stated := _DAY_MONTH.search(words)) and 1 <= int(stated["month"]) <= 12:
        return int(stated["month"]), int(stated["day"])
    if 0 < span < 12 and (stated := _DAY.search(words)):
        return 0, int(stated["day"])
    return 0, 0


def _on(year: int, month: int, day: int) -> date:
    last = monthrange(year, month)[1]
    return date(year, month, min(day, last) if day else last)
