"""What is overdue, what is due, what comes, what comes again."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from graph.store import Store
from queries.dates import first_day, last_day
from queries.refs import ref_key
from queries.tasks import TaskRow, tasks

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
    rows = [_row(task, on) for task in tasks(store, agency=agency, document=document, place=place, as_of=as_of)]
    if due_before is not None:
        rows = [row for row in rows if row.next_date and date.fromisoformat(row.next_date) < due_before]
    return sorted(
        rows, key=lambda r: (STATES.index(r.state), r.next_date or "9999", r.document, ref_key(r.ref), r.task)
    )


def _row(task: TaskRow, on: date) -> DeadlineRow:
    state, following = state_of(task.start, task.end, task.recurrence, task.deadline_text, on)
    return DeadlineRow(
        state=state,
        next_date=following.isoformat() if following else "",
        days=(following - on).days if following else None,
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
