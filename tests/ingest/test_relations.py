"""How the documents a text cites stand to each other, and what the text itself carries out."""

from __future__ import annotations

import pytest

from ingest.citations import citations
from ingest.home import Home
from ingest.relations import implemented, relations
from tests.ingest.reading import name, read, stated


def said(text: str) -> list[tuple[str, str, str]]:
    cited = citations(text, Home("Lai Châu"))
    found = relations(text, cited).relations
    for relation in found:  # the span covers both ends
        assert relation.start <= min(cited[relation.source].start, cited[relation.target].start)
        assert relation.end >= max(cited[relation.source].end, cited[relation.target].end)
    return [(name(cited[r.source].key), r.kind, name(cited[r.target].key)) for r in found]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Quyết định số 927/QĐ-TTg ngày 30/8/2024 ban hành Kế hoạch thực hiện Chỉ thị số 34-CT/TW",
            [("927/QĐ-TTg", "implements", "34-CT/TW")],
        ),
        (
            "Kế hoạch số 292-KH/TU ngày 28/10/2024 của Tỉnh ủy về thực hiện Chỉ thị số 34-CT/TW",
            [("292-KH/TU", "implements", "34-CT/TW")],
        ),
        (
            "Quyết định số 338/QĐ-TTg phê duyệt Đề án “Một triệu nhà ở cho công nhân”",
            [("338/QĐ-TTg", "approves", "Một triệu nhà ở cho công nhân")],
        ),
        (
            "Đề án “Một triệu nhà” được phê duyệt tại Quyết định số 338/QĐ-TTg",
            [("338/QĐ-TTg", "approves", "Một triệu nhà")],
        ),
        (
            "Quyết định số 15/QĐ-UBND sửa đổi, bổ sung một số điều của Quyết định số 13/QĐ-UBND",
            [("15/QĐ-UBND", "amends", "13/QĐ-UBND")],
        ),
        (
            "Nghị định số 100/2024/NĐ-CP được sửa đổi, bổ sung bởi Nghị định số 12/2025/NĐ-CP",
            [("12/2025/NĐ-CP", "amends", "100/2024/NĐ-CP")],
        ),
        ("Quyết định số 15/QĐ-UBND thay thế Quyết định số 13/QĐ-UBND", [("15/QĐ-UBND", "replaces", "13/QĐ-UBND")]),
        (
            "Quyết định số 15/QĐ-UBND bị thay thế bởi Quyết định số 18/QĐ-UBND",
            [("18/QĐ-UBND", "replaces", "15/QĐ-UBND")],
        ),
        # a list under one head
        (
            "Kế hoạch số 292-KH/TU về thực hiện Chỉ thị số 34-CT/TW và Nghị quyết số 07/NQ-CP",
            [("292-KH/TU", "implements", "34-CT/TW"), ("292-KH/TU", "implements", "07/NQ-CP")],
        ),
        # side by side
        ("Nghị quyết số 15/NQ-HĐND, Nghị quyết số 16/NQ-HĐND và Quyết định số 8/QĐ-UBND", []),
        # a new sentence is a new matter
        ("Thi hành Quyết định số 15/QĐ-UBND. Quyết định số 16/QĐ-UBND gửi các xã để thực hiện", []),
        ("Quyết định số 15/QĐ-UBND được gửi kèm Quyết định số 16/QĐ-UBND", []),
    ],
)
def test_relations(text: str, rows: list[tuple[str, str, str]]) -> None:
    assert said(text) == rows


@pytest.mark.parametrize(
    ("text", "symbols"),
    [
        ("Thực hiện Chỉ thị số 34-CT/TW của Ban Bí thư, UBND tỉnh ban hành Kế hoạch như sau", ["34-CT/TW"]),
        ("Triển khai thực hiện Chỉ thị số 34-CT/TW; Quyết định số 927/QĐ-TTg", ["34-CT/TW", "927/QĐ-TTg"]),
        ("Cụ thể hóa Nghị quyết số 60-NQ/TW", ["60-NQ/TW"]),
        # what the cited plan carries out is carried out by that plan
        ("Thực hiện Kế hoạch số 292-KH/TU của Tỉnh ủy về thực hiện Chỉ thị số 34-CT/TW", ["292-KH/TU"]),
        # no carrying out
        ("Căn cứ Luật Nhà ở số 27/2023/QH15; Nghị định số 100/2024/NĐ-CP", []),
        ("Theo đề nghị tại Tờ trình số 55/TTr-SXD", []),
        ("Thay thế Quyết định số 13/QĐ-UBND", []),
    ],
)
def test_what_the_opening_says_it_carries_out(text: str, symbols: list[str]) -> None:
    cited = citations(text, Home("Lai Châu"))
    assert [cited[n].key.symbol for n in implemented(text, cited)] == symbols


def test_the_document_itself() -> None:
    reading = read(
        """
        Thực hiện Chỉ thị số 34-CT/TW ngày 24/5/2024 của Ban Bí thư, UBND tỉnh ban hành Kế hoạch như sau:
        I. VIỆC CẦN LÀM
        1. Các xã niêm yết Quyết định số 338/QĐ-TTg ngày 03/4/2023.
        """
    )
    assert stated(reading, "implements", "references") == [
        ("self", "implements", "34-CT/TW"),
        ("self", "references", "338/QĐ-TTg"),
    ]


def test_a_short_name_inside_the_list() -> None:
    text = """Thực hiện Chỉ thị số 34-CT/TW ngày 24/5/2024 (sau đây gọi là Chỉ thị 34) và Quyết định số 927/QĐ-TTg, UBND
    tỉnh ban hành Kế hoạch"""
    cited = citations(text, Home("Lai Châu"))
    assert [cited[n].key.symbol for n in implemented(text, cited)] == ["34-CT/TW", "927/QĐ-TTg"]


@pytest.mark.parametrize(
    ("words", "kind"),
    [("thay thế", "replaces"), ("sửa đổi, bổ sung một số điều của", "amends")],
)
def test_this_document_takes_the_place_of_another(words: str, kind: str) -> None:
    reading = read(f"1. Kế hoạch này {words} Kế hoạch số 96/KH-UBND ngày 05/02/2020 của UBND tỉnh.")
    assert stated(reading, "replaces", "amends") == [("self", kind, "96/KH-UBND")]


def test_two_works_of_one_name_do_not_amend_each_other() -> None:
    assert said("chương trình, kế hoạch phát triển nhà ở tỉnh Sơn La giai đoạn 2021 - 2030") == []


@pytest.mark.parametrize(
    "text",
    [
        "Sau 8 năm triển khai thực hiện Nghị quyết số 21-NQ/TW, các xã đã làm được nhiều việc.",
        "Báo cáo kết quả thực hiện Nghị quyết số 21-NQ/TW",
        "Kế hoạch tổng kết 10 năm thực hiện Nghị quyết số 21-NQ/TW",
        "Thực hiện Nghị quyết số 21-NQ/TW, trong thời gian qua các xã đã có nhiều cố gắng.",
    ],
)
def test_what_is_looked_back_on_is_not_carried_out_here(text: str) -> None:
    assert implemented(text, citations(text, Home("Lai Châu"))) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Thực hiện Nghị quyết số 21-NQ/TW, UBND tỉnh ban hành kế hoạch.",
        "Kế hoạch 5 năm thực hiện Nghị quyết số 21-NQ/TW",
        "Để tiếp tục thực hiện tốt Nghị quyết số 21-NQ/TW, các xã rà soát.",
    ],
)
def test_what_is_carried_out_here(text: str) -> None:
    assert implemented(text, citations(text, Home("Lai Châu"))) == (0,)
