"""Laws and ordinances cited by name, and those that amend others."""

from __future__ import annotations

import pytest

from ingest.citations import citations, gather, shortened
from ingest.home import Home
from ingest.relations import relations
from tests.ingest.reading import name, read

HOME = Home("Lai Châu")


def cited(text: str) -> list[tuple[str, str]]:
    """Number or name, and date, of what a text cites."""
    return [(name(c.key), c.key.date) for c in gather(citations(text, HOME))]


@pytest.mark.parametrize(
    ("words", "full", "date"),
    [
        ("Luật Nhà ở ngày 27/11/2023", "Luật Nhà ở", "2023-11-27"),
        ("Luật Nhà ở ngày 27 tháng 11 năm 2023", "Luật Nhà ở", "2023-11-27"),
        ("Luật Nhà ở (năm 2023)", "Luật Nhà ở năm 2023", "2023"),
        ("Luật Nhà ở (2023)", "Luật Nhà ở năm 2023", "2023"),
        ("Luật Nhà ở (sửa đổi)", "Luật Nhà ở (sửa đổi)", ""),
        ("Luật Nhà ở (sửa đổi) năm 2023", "Luật Nhà ở năm 2023", "2023"),
        ("Pháp lệnh ưu đãi người có công với cách mạng", "Pháp lệnh Ưu đãi người có công với cách mạng", ""),
        ("Pháp lệnh Ngoại hối năm 2005", "Pháp lệnh Ngoại hối năm 2005", "2005"),
    ],
)
def test_a_law_by_name(words: str, full: str, date: str) -> None:
    text = f"Căn cứ {words}; theo đề nghị của Sở Tư pháp"
    assert cited(text) == [(full, date)]
    (found,) = citations(text, HOME)
    assert text[found.start : found.end] == words


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Luật sửa đổi, bổ sung một số điều của Luật Nhà ở và Luật Đất đai ngày 05/6/2020",
            [
                ("Luật sửa đổi, bổ sung một số điều của Luật Nhà ở và Luật Đất đai", "2020-06-05"),
                ("Luật Nhà ở", ""),
                ("Luật Đất đai", ""),
            ],
        ),
        (
            "Luật sửa đổi, bổ sung một số điều của Luật Nhà ở, Luật Đất đai và Luật Đấu thầu số 21/2020/QH14",
            [("21/2020/QH14", "2020"), ("Luật Nhà ở", ""), ("Luật Đất đai", ""), ("Luật Đấu thầu", "")],
        ),
        (
            "Pháp lệnh sửa đổi, bổ sung Pháp lệnh Ngoại hối",
            [("Pháp lệnh sửa đổi, bổ sung Pháp lệnh Ngoại hối", ""), ("Pháp lệnh Ngoại hối", "")],
        ),
        (
            "Luật sửa đổi, bổ sung Điều 6 của Luật Nhà ở năm 2009",
            [("Luật sửa đổi, bổ sung Điều 6 của Luật Nhà ở năm 2009", "2009"), ("Luật Nhà ở", "")],
        ),
    ],
)
def test_a_law_that_amends_others(text: str, rows: list[tuple[str, str]]) -> None:
    assert cited(text) == rows
    found = citations(text, HOME)
    said = [(name(found[r.source].key), r.kind, name(found[r.target].key)) for r in relations(text, found).relations]
    assert said == [(rows[0][0], "amends", law) for law, _ in rows[1:]]


def test_what_stands_beside_a_law_that_amends_is_not_under_it() -> None:
    text = "Luật Nhà ở năm 2023; Luật sửa đổi, bổ sung một số điều của Luật Đất đai năm 2024; Quyết định số 5/QĐ-TTg"
    found = citations(text, HOME)
    read = relations(text, found)
    assert [name(found[n].key) for n in read.top] == [
        "Luật Nhà ở năm 2023",
        "Luật sửa đổi, bổ sung một số điều của Luật Đất đai năm 2024",
        "05/QĐ-TTg",
    ]
    assert [(name(found[r.target].key), r.kind) for r in read.relations] == [("Luật Đất đai", "amends")]


@pytest.mark.parametrize(
    "text",
    [
        "luật sư sửa đổi, bổ sung hồ sơ của mình",
        "pháp lệnh này; pháp lệnh về ngoại hối; các pháp lệnh",
        "đề nghị sửa đổi, bổ sung một số điều của luật và nghị định",
        "Luật sửa đổi, bổ sung một số điều của các luật khác",
    ],
)
def test_what_is_no_law(text: str) -> None:
    assert citations(text, HOME) == []


def test_a_law_in_the_name_of_what_amends_it_is_completed_from_its_own_mention() -> None:
    text = "Luật Nhà ở ngày 27/11/2023; Luật sửa đổi, bổ sung một số điều của Luật Nhà ở và Luật Giá"
    assert cited(text)[2:] == [("Luật Nhà ở", "2023-11-27"), ("Luật Giá", "")]


def test_a_law_names_no_body() -> None:
    text = "Theo Luật Tổ chức Chính phủ, Chính phủ giao Bộ Y tế thực hiện."
    found = [c for c in read(text).claims if c.kind == "mentions" and c.rule == "body"]
    assert [name(c.target) for c in found if c.start >= read(text).text.index("Theo")] == ["Chính phủ", "Bộ Y tế"]


def test_a_resolution_whose_number_has_a_letter_is_cited_for_short() -> None:
    text = "Nghị quyết số 30a/2008/NQ-CP ngày 27/12/2008 về giảm nghèo. Các xã theo Nghị quyết 30a thì rà soát."
    found = citations(text, HOME)
    short = shortened(text, found)
    assert [(text[c.start : c.end], c.key.symbol) for c in short] == [("Nghị quyết 30a", "30a/2008/NQ-CP")]
    assert shortened("Nghị quyết 30b về việc khác", found) == []


def test_what_the_government_issues_is_of_the_country() -> None:
    text = "Nghị quyết số 30c/NQ-CP ngày 08/11/2011 ban hành Chương trình tổng thể cải cách giai đoạn 2011-2020"
    assert [c.key.place for c in citations(text, HOME)] == ["VN", "VN"]


def test_a_law_whose_comma_is_left_out_is_the_same_law() -> None:
    found = [c.key.name for c in citations("Luật Thi đua khen thưởng trong đó có Luật Phòng chống tham nhũng", HOME)]
    assert found == ["Luật Thi đua, khen thưởng", "Luật Phòng, chống tham nhũng"]
