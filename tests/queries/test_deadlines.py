from __future__ import annotations

from datetime import date

import pytest

from graph.store import Store
from queries.deadlines import deadlines, state_of

NOON = date(2024, 11, 15)


@pytest.mark.parametrize(
    ("start", "end", "recurrence", "words", "state", "following"),
    [
        ("2024-11-01", "2024-11-30", "", "Tháng 11/2024", "due", date(2024, 11, 30)),
        ("2024-10-01", "2024-10-31", "", "Tháng 10/2024", "overdue", date(2024, 10, 31)),
        ("2025-01-01", "2025-12-31", "", "Năm 2025", "upcoming", date(2025, 12, 31)),
        ("", "2024-11-15", "", "trước ngày 15/11/2024", "due", date(2024, 11, 15)),
        ("", "2024-11-14", "", "trước ngày 14/11/2024", "overdue", date(2024, 11, 14)),
        ("", "2030", "", "đến năm 2030", "upcoming", date(2030, 12, 31)),
        ("", "2024-11", "", "Tháng 11/2024", "due", date(2024, 11, 30)),
        ("2025-01-01", "", "", "từ năm 2025", "upcoming", date(2025, 1, 1)),
        ("", "", "", "Sau khi khởi công", "undated", None),
        ("", "", "ongoing", "Thường xuyên", "recurring", None),
        ("", "", "yearly", "Hằng năm", "recurring", date(2024, 12, 31)),
        ("", "", "yearly", "trước ngày 10/11 hằng năm", "recurring", date(2025, 11, 10)),
        ("", "", "yearly", "trước ngày 15/11 hằng năm", "recurring", date(2024, 11, 15)),
        ("2026-01-01", "2030-12-31", "yearly", "Hằng năm giai đoạn 2026-2030", "recurring", date(2026, 12, 31)),
        ("2021-01-01", "2023-12-31", "yearly", "Hằng năm giai đoạn 2021-2023", "overdue", date(2023, 12, 31)),
        ("", "", "quarterly", "Hằng quý", "recurring", date(2024, 12, 31)),
        ("", "", "monthly", "Hằng tháng", "recurring", date(2024, 11, 30)),
        ("", "", "monthly", "trước ngày 10 hằng tháng", "recurring", date(2024, 12, 10)),
        ("", "không rõ", "", "", "undated", None),
    ],
)
def test_the_state_of_a_duty(
    start: str, end: str, recurrence: str, words: str, state: str, following: date | None
) -> None:
    assert state_of(start, end, recurrence, words, NOON) == (state, following)


def test_the_last_day_of_february_is_found_in_time() -> None:
    assert state_of("", "", "monthly", "trước ngày 30 hằng tháng", date(2025, 2, 10)) == (
        "recurring",
        date(2025, 2, 28),
    )


def test_rows_by_state_then_date(chain: Store) -> None:
    rows = deadlines(chain, on=date(2025, 3, 1))
    assert [(r.state, r.ref, r.next_date, r.days) for r in rows] == [
        ("overdue", "PL.2", "2024-11-30", -91),
        ("upcoming", "III.1", "2030-12-31", 2131),
        ("recurring", "PL.10", "2025-12-31", 305),
        ("recurring", "PL.18", "2025-12-31", 305),
        ("recurring", "V.2", "", None),
        ("undated", "V.4", "", None),
    ]
    assert rows[0].quote == "Rà soát quy hoạch"


def test_of_a_body_and_before_a_day(chain: Store) -> None:
    rows = deadlines(chain, on=NOON, agency="so xay dung lai chau", due_before=date(2024, 12, 31))
    assert [(r.state, r.ref) for r in rows] == [("due", "PL.2")]
    assert [r.ref for r in deadlines(chain, on=NOON, place="Hậu Giang")] == ["III.1"]
