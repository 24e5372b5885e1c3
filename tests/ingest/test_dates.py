"""Days and deadlines as documents write them."""

from __future__ import annotations

import pytest

from ingest.dates import deadline, is_deadline_cell, iso, recurrence


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("24/5/2024", "2024-05-24"),
        ("03/02/2025", "2025-02-03"),
        ("24 tháng 5 năm 2024", "2024-05-24"),
        ("ngày 02 tháng 01 năm 2025", "2025-01-02"),
        ("30-8-2024", "2024-08-30"),
        ("30.8.2024", "2024-08-30"),
        ("29/02/2024", "2024-02-29"),
        # no day of the calendar
        ("29/02/2023", ""),
        ("31/4/2024", ""),
        ("15/13/2024", ""),
        ("0/5/2024", ""),
        ("tháng 5/2024", ""),
    ],
)
def test_days(text: str, day: str) -> None:
    assert iso(text) == day


@pytest.mark.parametrize(
    ("text", "start", "end", "again"),
    [
        ("Tháng 11/2024", "2024-11-01", "2024-11-30", ""),
        ("Tháng 02 năm 2028", "2028-02-01", "2028-02-29", ""),
        ("6/2025", "2025-06-01", "2025-06-30", ""),
        ("Quý II/2026", "2026-04-01", "2026-06-30", ""),
        ("Quý IV năm 2024", "2024-10-01", "2024-12-31", ""),
        ("Quý 3/2025", "2025-07-01", "2025-09-30", ""),
        ("Quý I, II/2025", "2025-01-01", "2025-06-30", ""),
        ("trong năm 2025", "2025-01-01", "2025-12-31", ""),
        ("Năm 2025", "2025-01-01", "2025-12-31", ""),
        ("Năm 2024, 2025", "2024-01-01", "2025-12-31", ""),
        ("Năm 2025 và các năm tiếp theo", "2025-01-01", "", "ongoing"),
        ("Tháng 6 - 8/2025", "2025-06-01", "2025-08-31", ""),
        ("Từ tháng 10 đến tháng 12 năm 2025", "2025-10-01", "2025-12-31", ""),
        ("Cuối năm 2026", "2026-01-01", "2026-12-31", ""),
        ("Từ ngày 01/7/2025 đến ngày 31/12/2026", "2025-07-01", "2026-12-31", ""),
        ("Kể từ ngày 15/3/2025", "2025-03-15", "", ""),
        ("Tháng 11, 12/2025", "2025-11-01", "2025-12-31", ""),
        ("Tháng 3, 6, 9, 12/2026", "2026-03-01", "2026-12-31", ""),
        ("Tháng 3/2026, 6/2026", "2026-03-01", "2026-06-30", ""),
        ("Tuần 2 tháng 9/2026", "2026-09-01", "2026-09-30", ""),
        ("Chậm nhất 31.12.2026", "", "2026-12-31", ""),
        ("Nửa đầu năm 2026", "2026-01-01", "2026-06-30", ""),
        ("Sau năm 2030", "2031-01-01", "", ""),
        ("Giai đoạn 2026-2030, tầm nhìn đến năm 2045", "2026-01-01", "2030-12-31", ""),
        ("6 tháng/lần", "", "", "yearly"),
        ("02 lần/quý", "", "", "quarterly"),
        # what is no day of the calendar is passed over
        ("ngày 31/02/2025, quý II/2025", "2025-04-01", "2025-06-30", ""),
        ("6 tháng đầu năm 2025", "2025-01-01", "2025-06-30", ""),
        ("6 tháng cuối năm 2025", "2025-07-01", "2025-12-31", ""),
        ("giai đoạn 2026 - 2030", "2026-01-01", "2030-12-31", ""),
        ("Từ năm 2025 đến năm 2030", "2025-01-01", "2030-12-31", ""),
        ("trước ngày 01/01/2030", "", "2030-01-01", ""),
        ("Trước ngày 31 tháng 12 năm 2024", "", "2024-12-31", ""),
        ("đến năm 2030", "", "2030-12-31", ""),
        ("đến hết năm 2027", "", "2027-12-31", ""),
        ("chậm nhất tháng 6/2025", "", "2025-06-30", ""),
        ("Ngày 15/7/2025", "", "2025-07-15", ""),
        ("Hằng năm", "", "", "yearly"),
        ("Hàng năm", "", "", "yearly"),
        ("hằng quý", "", "", "quarterly"),
        ("Mỗi tháng", "", "", "monthly"),
        ("Thường xuyên", "", "", "ongoing"),
        ("Trong quá trình thực hiện", "", "", "ongoing"),
        ("Thường xuyên, hằng năm", "", "", "yearly"),
        ("Hằng năm, đến năm 2030", "", "2030-12-31", "yearly"),
    ],
)
def test_deadlines(text: str, start: str, end: str, again: str) -> None:
    found = deadline(text)
    assert found
    assert (found.text, found.start, found.end, found.recurrence) == (text, start, end, again)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Sở Xây dựng",
        "Kế hoạch của xã",
        "theo quy định",
        "1.800 căn",
        "Quý khách",
        "ngày 31/02/2025 và",
        "13/2025",
        "Tháng 8 - 6/2025",
    ],
)
def test_no_deadline(text: str) -> None:
    assert deadline(text) is None or deadline(text).end == ""  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("6 tháng và hằng năm", "yearly"),
        ("định kỳ hằng tháng, hằng quý", "monthly"),
        ("năm nay", ""),
        ("liên tục", "ongoing"),
    ],
)
def test_recurrence(text: str, kind: str) -> None:
    assert recurrence(text) == kind


@pytest.mark.parametrize(
    "text",
    [
        "Quý II/2026",
        "Tháng 11/2024",
        "Thường xuyên",
        "Hằng năm",
        "Trước ngày 31/12/2025",
        "Theo tiến độ",
        "Định kỳ",
        "Khi có yêu cầu",
        "Năm 2024, 2025",
    ],
)
def test_a_cell_that_is_a_deadline(text: str) -> None:
    assert is_deadline_cell(text)


@pytest.mark.parametrize("text", ["Sở Xây dựng", "Kế hoạch năm 2025 của Sở", "Báo cáo quý II/2026", "", "12"])
def test_a_cell_that_is_none(text: str) -> None:
    assert not is_deadline_cell(text)
