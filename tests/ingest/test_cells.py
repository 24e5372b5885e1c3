"""The bodies of a table cell."""

from __future__ import annotations

import pytest

from ingest.cells import is_body_list, listed, missing_separators, parties
from ingest.layout import Cell


def names(text: str) -> list[str]:
    return [body.name for body in listed(Cell(0, text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Sở Xây dựng", ["Sở Xây dựng"]),
        ("Sở Xây dựng, Sở Tài chính; Công an tỉnh", ["Sở Xây dựng", "Sở Tài chính", "Công an"]),
        ("Sở Xây dựng và Sở Tài chính", ["Sở Xây dựng", "Sở Tài chính"]),
        ("Sở Xây dựng Sở Tài chính Công an tỉnh", ["Sở Xây dựng", "Sở Tài chính", "Công an"]),
        ("- Sở Xây dựng - Sở Tài chính", ["Sở Xây dựng", "Sở Tài chính"]),
        ("Các sở: Tài chính, Nội vụ", ["Sở Tài chính", "Sở Nội vụ"]),
        ("Các sở, ban, ngành; UBND các xã", ["Các sở, ban, ngành", "Ủy ban nhân dân các xã"]),
        ("SỞ XÂY DỰNG, SỞ TÀI CHÍNH", ["Sở Xây dựng", "Sở Tài chính"]),
        ("UBND các xã: Tân Lập, Yên Phú", ["Ủy ban nhân dân", "Ủy ban nhân dân"]),
        # scopes in brackets belong to no name
        (
            "Sở Xây dựng (nhà ở); Ban Quản lý các khu công nghiệp (hạ tầng, cây xanh)",
            ["Sở Xây dựng", "Ban Quản lý các khu công nghiệp"],
        ),
        # a name that no form knows stays as it stands
        ("Tổ hợp tác nghề mộc, Sở Y tế", ["Tổ hợp tác nghề mộc", "Sở Y tế"]),
        ("Sở Xây dựng, Sở Xây dựng", ["Sở Xây dựng"]),
        # no body
        ("", []),
        ("-", []),
        ("x", []),
        ("...", []),
    ],
)
def test_lists(text: str, found: list[str]) -> None:
    assert names(text) == found


@pytest.mark.parametrize(
    ("text", "leads", "supports"),
    [
        ("Chủ trì: Sở Xây dựng; Phối hợp: Sở Tài chính, Sở Nội vụ", ["Sở Xây dựng"], ["Sở Tài chính", "Sở Nội vụ"]),
        ("Cơ quan chủ trì: Sở Y tế. Cơ quan phối hợp: UBND các xã", ["Sở Y tế"], ["Ủy ban nhân dân các xã"]),
        ("Chủ trì: Sở Y tế", ["Sở Y tế"], []),
        ("Sở Y tế, Sở Nội vụ", ["Sở Y tế", "Sở Nội vụ"], []),
        # told behind the names
        ("Sở Y tế chủ trì, phối hợp với Sở Nội vụ, UBND các xã", ["Sở Y tế"], ["Sở Nội vụ", "Ủy ban nhân dân các xã"]),
        ("Sở Y tế (chủ trì); Sở Nội vụ (phối hợp)", ["Sở Y tế"], ["Sở Nội vụ"]),
        ("Sở Y tế chủ trì", ["Sở Y tế"], []),
        ("Sở Y tế (chủ trì), Sở Nội vụ", ["Sở Y tế"], ["Sở Nội vụ"]),
    ],
)
def test_leads_and_supports_in_one_cell(text: str, leads: list[str], supports: list[str]) -> None:
    both = parties(Cell(7, text))
    assert [body.name for body in both.leads] == leads
    assert [body.name for body in both.supports] == supports
    for body in (*both.leads, *both.supports):  # spans count from the cell's place in the text
        assert (" " * 7 + text)[body.start : body.end] == body.surface


def test_is_body_list() -> None:
    assert is_body_list("Sở Xây dựng; UBND các xã")
    assert not is_body_list("Sở Xây dựng lập danh mục")
    assert not is_body_list("Quý II/2026")


def test_a_list_may_end_with_a_scope() -> None:
    assert is_body_list("Các sở, ngành (theo chức năng)")


def test_missing_separators() -> None:
    assert missing_separators("Sở Xây dựng Sở Tài chính, Công an tỉnh") == 1
    assert missing_separators("Sở Xây dựng, Sở Tài chính") == 0


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Các đ/c Phó chủ tịch, Trưởng đoàn thể xã, các đồng chí Chuyên viên cơ quan MTTQ xã.",
         ["Các đ/c Phó chủ tịch", "Trưởng đoàn thể xã",
          "Các đồng chí Chuyên viên Cơ quan Mặt trận Tổ quốc Việt Nam xã"]),
        ("Đồng chí Phó Chủ tịch, phụ trách chợ và bến xe; Sở Nội vụ",
         ["Đồng chí Phó Chủ tịch, phụ trách chợ và bến xe", "Sở Nội vụ"]),
        ("Giám đốc các Sở: Y tế, Nội vụ; Sở Xây dựng",
         ["Giám đốc Sở Y tế", "Giám đốc Sở Nội vụ", "Sở Xây dựng"]),
        ("Sở Y tế/Sở Nội vụ", ["Sở Y tế", "Sở Nội vụ"]),
        ("Tổ trưởng dân phố, Sở Nội vụ", ["Tổ trưởng dân phố", "Sở Nội vụ"]),
    ],
)  # fmt: skip
def test_who_holds_an_office(text: str, names: list[str]) -> None:
    assert [body.name for body in parties(Cell(0, text)).leads] == names
