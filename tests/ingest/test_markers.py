"""Marks of parts, items and bullets at the head of a line."""

from __future__ import annotations

import pytest

from ingest.markers import Sequence, mark


@pytest.mark.parametrize(
    ("line", "level", "label", "rest"),
    [
        ("I. MỤC TIÊU", "roman", "I", "MỤC TIÊU"),
        ("IV.- TỔ CHỨC THỰC HIỆN", "roman", "IV", "TỔ CHỨC THỰC HIỆN"),
        ("II- Nhiệm vụ", "roman", "II", "Nhiệm vụ"),
        ("Chương II. Nhà ở", "chapter", "CII", "Nhà ở"),
        ("1. Sở Xây dựng", "item", "1", "Sở Xây dựng"),
        ("12) Sở Nội vụ", "item", "12", "Sở Nội vụ"),
        ("3- Sở Nội vụ", "item", "3", "Sở Nội vụ"),
        ("2.1. Quỹ đất", "number", "2.1", "Quỹ đất"),
        ("2.1.3 Quỹ đất", "number", "2.1.3", "Quỹ đất"),
        ("a) Lập hồ sơ", "letter", "a", "Lập hồ sơ"),
        ("đ) Công bố", "letter", "đ", "Công bố"),
        ("B. NHIỆM VỤ", "part", "B", "NHIỆM VỤ"),
        ("(2) Sở Nội vụ", "counted", "2", "Sở Nội vụ"),
        ("- Rà soát", "bullet", "-", "Rà soát"),
        ("+ Rà soát", "bullet", "+", "Rà soát"),
        ("• Rà soát", "bullet", "-", "Rà soát"),
    ],
)
def test_marks(line: str, level: str, label: str, rest: str) -> None:
    found = mark(line)
    assert found
    assert (found.level, found.label, line[found.end :]) == (level, label, rest)


@pytest.mark.parametrize(
    "line",
    [
        "2025 là năm bản lề",
        "1.800 căn hộ",
        "23,29 m2",
        "Sở Xây dựng",
        "Điều kiện vay",
        "Ia Drăng",
        "30-NQ/TW",
        "5 - 10%",
        "(2) và (3) nêu trên",
        "",
    ],
)
def test_no_mark(line: str) -> None:
    assert mark(line) is None


def test_an_article() -> None:
    found = mark("Điều 2. Phạm vi")
    assert found
    assert (found.level, found.label[-1]) == ("article", "2")


def accepted(*lines: str) -> list[bool]:
    marks = Sequence()
    return [marks.accepts(found) for line in lines if (found := mark(line))]


def test_marks_go_on_from_one_another() -> None:
    assert accepted("I. Một", "1. Hai", "2. Ba", "a) Bốn", "b) Năm", "II. Sáu", "1. Bảy", "- Tám") == [True] * 8


def test_a_number_that_does_not_go_on_is_none() -> None:
    assert accepted("1. Một", "30. tháng tư", "2. Hai") == [True, False, True]
    assert accepted("a) Một", "x) chuyện khác", "b) Hai") == [True, False, True]


def test_parts_in_capitals_begin_their_own_numbering() -> None:
    assert accepted("A. Một", "I. Hai", "II. Ba", "B. Bốn", "I. Năm") == [True] * 5
    assert accepted("C. Mác", "A. Một", "C. Ba") == [False, True, False]


def test_numbers_in_brackets_go_on_from_one_another() -> None:
    assert accepted("(1) Một", "(2) Hai", "(4) Bốn", "(1) Một") == [True, True, False, True]


def test_an_excerpt_leaves_out_letters() -> None:
    assert accepted("a) Một", "l) Hai", "m) Ba", "c) Bốn") == [True, True, True, False]


def test_items_may_be_counted_through_all_parts() -> None:
    def taken(*lines: str) -> list[bool]:
        sequence = Sequence()
        return [sequence.accepts(found) for line in lines if (found := mark(line))]

    assert taken("I. Một", "1. A", "2. B", "II. Hai", "3. C", "4. D", "III. Ba", "5. E") == [True] * 8
    assert taken("I. Một", "1. A", "2. B", "II. Hai", "1. C", "III. Ba", "2. D") == [True] * 7
    assert taken("I. Một", "1. A", "II. Hai", "8. C") == [True, True, True, False]
