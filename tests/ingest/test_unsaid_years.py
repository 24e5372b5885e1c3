"""The year of a deadline that tells none."""

from __future__ import annotations

import pytest

from ingest.dates import Deadline
from ingest.reader import read_text
from ingest.timing import timing
from ingest.unsaid_years import with_year

PLAN = "Phát triển thủy sản năm 2026"
YEARS = "Phát triển thủy sản giai đoạn 2026 - 2030"
DIRECTIVE = "Về tăng cường phòng cháy rừng"


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("trước ngày 15/12", "", "2026-12-15"),
        ("trước ngày 30 tháng 9", "", "2026-09-30"),
        ("30/6", "", "2026-06-30"),
        ("Tháng 5", "2026-05-01", "2026-05-31"),
        ("Tháng 8 - 9", "2026-08-01", "2026-09-30"),
        ("Từ tháng 9 đến tháng 11", "2026-09-01", "2026-11-30"),
        ("Quý II", "2026-04-01", "2026-06-30"),
        ("quý III, IV", "2026-07-01", "2026-12-31"),
        # no point of a year, or one that says its own
        ("Trong 15 ngày", "", ""),
        ("6 tháng", "", ""),
        ("31/2", "", ""),
    ],
)
def test_in_the_plan_of_a_year(words: str, start: str, end: str) -> None:
    found = with_year(Deadline(words), PLAN, "2026-01-12")
    assert (found.text, found.start, found.end) == (words, start, end)


@pytest.mark.parametrize(
    ("words", "end"), [("trước ngày 25/12", "2025-12-25"), ("trong tháng 02", "2026-02-28"), ("quý IV", "2025-12-31")]
)
def test_without_a_year_in_the_title_it_is_the_next_time(words: str, end: str) -> None:
    assert with_year(Deadline(words), DIRECTIVE, "2025-11-12").end == end


def test_for_several_years_or_without_any_date_it_stays_unknown() -> None:
    due = Deadline("trước ngày 15/12")
    assert with_year(due, YEARS, "2026-01-12") == due
    assert with_year(due, DIRECTIVE, "") == due


def test_what_is_known_stays() -> None:
    for due in (Deadline("30/6/2027", "", "2027-06-30"), Deadline("trước ngày 15/12 hằng năm", recurrence="yearly")):
        assert with_year(due, PLAN, "2026-01-12") == due


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Sở Tài chính bố trí kinh phí, hoàn thành trước ngày 25/12.", "trước ngày 25/12"),
        ("UBND các xã ký cam kết với hộ dân xong trong tháng 02; kiểm tra các điểm cháy.", "trong tháng 02"),
        ("Công an tỉnh lập phương án chữa cháy trong quý I, báo cáo UBND tỉnh.", "trong quý I"),
    ],
)
def test_in_a_sentence(sentence: str, words: str) -> None:
    assert timing(sentence) == Deadline(words)


@pytest.mark.parametrize(
    "sentence",
    [
        "Sở Y tế thống kê số ca mắc tính đến ngày 31/10.",
        "UBND các xã tổ chức Ngày Môi trường thế giới 05/6.",
        "Sở Nội vụ chi trả trợ cấp trước ngày mùng một.",
        "Sở Nội vụ cử 12 người vào tổ giúp việc.",
    ],
)
def test_no_term(sentence: str) -> None:
    assert timing(sentence) is None


def test_in_a_document() -> None:
    reading = read_text(
        "ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI\n\nSố: 15/CT-UBND\n\nLào Cai, ngày 12 tháng 11 năm 2025\n\nCHỈ THỊ\n"
        "Về tăng cường phòng cháy rừng\n\n"
        "1. Sở Tài chính bố trí kinh phí, hoàn thành trước ngày 25/12.\n"
        "2. Công an tỉnh diễn tập chữa cháy trong tháng 02.\n"
    )
    due = [(i.props["deadline_text"], i.props["start"], i.props["end"]) for i in reading.items if i.key.kind == "task"]
    assert due == [("trước ngày 25/12", "", "2025-12-25"), ("trong tháng 02", "2026-02-01", "2026-02-28")]
