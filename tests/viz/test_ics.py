"""Calendars are parsed back by a library that knows RFC 5545, and looked at byte by byte where programs are strict."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from dateutil.rrule import rrulestr
from icalendar import Calendar

import cli
from graph import Store, open_store
from queries.deadlines import DeadlineRow, deadlines
from tests.queries.conftest import chain_in_memory
from viz.ics import calendar, write_calendar

STAMP = datetime(2025, 1, 2, 3, 4, 5, tzinfo=UTC)
PLAIN = DeadlineRow(
    state="upcoming",
    next_date="2025-03-31",
    days=30,
    task="doc:a#task:1",
    ref="1",
    text="Rà soát, bổ sung; tổng hợp",
    document="doc:a",
    place="Lai Châu",
    leads=("Sở Xây dựng",),
    supports=("Sở Tài chính", "UBND các huyện"),
    deadline_text="Quý I/2025",
    start="2025-01-01",
    end="2025-03-31",
    recurrence="",
    quote="Sở Xây dựng\nchủ trì",
)


def event(row: DeadlineRow) -> Any:
    (found,) = Calendar.from_ical(calendar([row], stamp=STAMP)).walk("VEVENT")
    return found


def days(row: DeadlineRow, most: int) -> list[str]:
    found = event(row)
    start = datetime.fromisoformat(row.next_date)
    rule = rrulestr(found["rrule"].to_ical().decode(), dtstart=start)
    return [day.date().isoformat() for day, _ in zip(rule, range(most), strict=False)]


def test_a_duty_is_an_all_day_event_with_everything_said_of_it() -> None:
    found = event(PLAIN)
    assert found.decoded("dtstart") == date(2025, 3, 31)
    assert found.decoded("dtstamp") == STAMP
    assert str(found["summary"]) == "Rà soát, bổ sung; tổng hợp"
    said = str(found["description"]).split("\n")
    assert "Chủ trì: Sở Xây dựng" in said
    assert "Phối hợp: Sở Tài chính; UBND các huyện" in said
    assert "Thời gian thực hiện: Quý I/2025" in said
    assert "Trích dẫn: Sở Xây dựng chủ trì" in said
    assert str(found["location"]) == "Lai Châu"
    assert "rrule" not in found


def test_the_form_is_the_one_that_strict_programs_ask_for() -> None:
    text = calendar([replace(PLAIN, text="Kế hoạch phát triển nhà ở xã hội " * 20)], stamp=STAMP)
    assert text.startswith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
    lines = text.encode("utf-8").split(b"\r\n")
    assert all(len(line) <= 75 for line in lines)
    assert all(b"\n" not in line for line in lines)
    assert b"DTSTART;VALUE=DATE:20250331" in lines
    assert b"DTSTAMP:20250102T030405Z" in lines
    assert all(line.decode("utf-8") is not None for line in lines)  # no character is cut in two
    assert "SUMMARY:Rà soát\\, bổ sung\\; tổng hợp" in calendar([PLAIN], stamp=STAMP)


def test_the_same_duty_keeps_its_uid() -> None:
    moved = replace(PLAIN, next_date="2025-06-30", text="khác")
    assert event(PLAIN)["uid"] == event(moved)["uid"]
    assert event(PLAIN)["uid"] != event(replace(PLAIN, task="doc:a#task:2"))["uid"]


@pytest.mark.parametrize(
    ("recurrence", "words", "first", "expected"),
    [
        ("yearly", "hằng năm", "2025-12-31", ["2025-12-31", "2026-12-31"]),
        ("yearly", "trước ngày 15/12 hằng năm", "2025-12-15", ["2025-12-15", "2026-12-15"]),
        ("yearly", "ngày 28/02 hằng năm", "2027-02-28", ["2027-02-28", "2028-02-28"]),
        ("quarterly", "hằng quý", "2025-03-31", ["2025-03-31", "2025-06-30", "2025-09-30", "2025-12-31"]),
        ("monthly", "hằng tháng", "2025-01-31", ["2025-01-31", "2025-02-28", "2025-03-31", "2025-04-30"]),
        ("monthly", "ngày 20 hằng tháng", "2025-01-20", ["2025-01-20", "2025-02-20", "2025-03-20"]),
        ("monthly", "ngày 28 hằng tháng", "2025-02-28", ["2025-02-28", "2025-03-28", "2025-04-28"]),
        ("monthly", "ngày 30 hằng tháng", "2025-01-30", ["2025-01-30", "2025-02-28", "2025-03-30"]),
    ],
)
def test_a_recurring_duty_comes_again(recurrence: str, words: str, first: str, expected: list[str]) -> None:
    row = replace(PLAIN, recurrence=recurrence, deadline_text=words, next_date=first, start="", end="")
    assert days(row, len(expected)) == expected


def test_and_ends_with_its_period() -> None:
    row = replace(PLAIN, recurrence="yearly", deadline_text="hằng năm", next_date="2025-12-31", end="2027")
    assert days(row, 9) == ["2025-12-31", "2026-12-31", "2027-12-31"]
    assert b"UNTIL=20271231" in event(row)["rrule"].to_ical()


def test_duties_without_a_day_are_left_out(tmp_path: Path) -> None:
    store: Store = chain_in_memory()
    on = date(2024, 11, 1)
    write_calendar(store, tmp_path / "all.ics", on=on)
    found = Calendar.from_ical((tmp_path / "all.ics").read_bytes()).walk("VEVENT")
    assert len(found) == sum(bool(row.next_date) for row in deadlines(store, on=on)) == 4
    assert Calendar.from_ical(calendar([])).walk("VEVENT") == []


def test_both_ways_to_ask_for_a_calendar(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with open_store("chain.db") as opened:
        opened.load(chain_in_memory().records())
    for words in (["export", "all.ics"], ["deadlines", "-o", "some.ics", "--agency", "so xay dung lai chau"]):
        with pytest.raises(SystemExit) as ended:
            cli.main(["--db", "chain.db", *words])
        assert not ended.value.code
    every, some = (len(Calendar.from_ical(Path(name).read_bytes()).walk("VEVENT")) for name in ("all.ics", "some.ics"))
    assert every > some > 0
