"""Deadlines as a calendar file (RFC 5545) that calendar programs take."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import NAMESPACE_URL, uuid5

from ontology.vocabulary import NAMESPACE
from queries.dates import last_day
from queries.deadlines import DeadlineRow, deadlines, stated_day
from viz.labels import clean, shorten

if TYPE_CHECKING:
    from icalendar import Event

    from graph.store import Store

_WORDS = {
    "vi": ("Thời hạn nhiệm vụ", "Chủ trì", "Phối hợp", "Thời gian thực hiện", "Nguồn", "Trích dẫn"),
    "en": ("Deadlines of duties", "Leads", "Supports", "Deadline as written", "Source", "Quote"),
}
_EVERY: dict[str, dict[str, Any]] = {
    "yearly": {"freq": "yearly"},
    "quarterly": {"freq": "monthly", "interval": 3},
    "monthly": {"freq": "monthly"},
}


def calendar(rows: Sequence[DeadlineRow], lang: str = "vi", *, stamp: datetime | None = None) -> str:
    """A calendar with an all-day event for every duty that has a day, in the order of the rows; a recurring duty is one
    event with a rule. Duties without a day are left out. The same duty has the same UID whenever it is written.
    `stamp` is the moment of writing, now when not given."""
    from icalendar import Calendar

    made = Calendar()
    made.add("prodid", "-//chithi//deadlines//VI")
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("x-wr-calname", _WORDS[lang][0])
    moment = (stamp or datetime.now(UTC)).astimezone(UTC).replace(microsecond=0)
    for row in rows:
        if row.next_date:
            made.add_component(_event(row, lang, moment))
    return str(made.to_ical(), "utf-8")


def write_calendar(store: Store, path: Path, *, on: date | None = None, lang: str = "vi") -> None:
    """Write every dated duty of the graph, recurring ones from the day `on` (today when not given). Raises
    NotWrittenError."""
    from graph.whole_files import whole

    text = calendar(deadlines(store, on=on or date.today()), lang)
    with whole(path) as part:
        part.write_bytes(text.encode("utf-8"))


def _event(row: DeadlineRow, lang: str, moment: datetime) -> Event:
    from icalendar import Event

    day = date.fromisoformat(row.next_date)
    _, leads, supports, words, source, quote = _WORDS[lang]
    event = Event()
    event.add("uid", f"{uuid5(NAMESPACE_URL, NAMESPACE + row.task)}@chithi")
    event.add("dtstamp", moment)
    event.add("dtstart", day)
    if rule := _rule(row, day):
        event.add("rrule", rule)
    event.add("summary", shorten(row.text, 120))
    said = (
        ("", clean(row.text)),
        (leads, "; ".join(row.leads)),
        (supports, "; ".join(row.supports)),
        (words, clean(row.deadline_text)),
        (source, " ".join(filter(None, (row.document, row.ref)))),
        (quote, clean(row.quote)),
    )
    event.add("description", "\n".join(f"{name}: {value}" if name else value for name, value in said if value))
    if row.place:
        event.add("location", row.place)
    # All-day reminders must not make anybody appear busy.
    event.add("transp", "TRANSPARENT")
    return event


def _rule(row: DeadlineRow, day: date) -> dict[str, Any] | None:
    """The recurrence rule; None for a duty that does not recur. A day that some months lack would be skipped by a
    plain rule: the end of the month is counted from behind, the 29th and 30th fall back to the last day there is."""
    every = _EVERY.get(row.recurrence)
    if every is None:
        return None
    rule: dict[str, Any] = dict(every)
    stated = stated_day(row.recurrence, row.deadline_text)[1]
    last = monthrange(day.year, day.month)[1]
    if rule["freq"] == "yearly":
        if (day.month, day.day) == (2, last) and (not stated or stated > 28):
            rule |= {"bymonth": 2, "bymonthday": -1}
    elif not stated or stated > 30:
        rule["bymonthday"] = -1
    elif stated > 28:
        rule |= {"bymonthday": list(range(28, stated + 1)), "bysetpos": -1}
    if until := last_day(row.end):
        rule["until"] = until
    return rule
