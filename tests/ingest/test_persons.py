"""Persons and heads of bodies who must act: the office is what leads, whoever holds it."""

from __future__ import annotations

import pytest

from tests.ingest.reading import people, read


@pytest.mark.parametrize(
    ("sentence", "leads"),
    [
        ("Đồng chí Bí thư Huyện ủy chỉ đạo việc dời chợ.", ("Bí thư Huyện ủy",)),
        ("Đồng chí Lò Thị Xuân, Phó Chủ tịch UBND tỉnh trực tiếp chỉ đạo việc dời chợ.",
         ("Phó Chủ tịch Ủy ban nhân dân",)),
        ("Giao đồng chí Lò Thị Xuân - Phó Giám đốc Sở Xây dựng theo dõi việc dời chợ.", ("Phó Giám đốc Sở Xây dựng",)),
        ("Phân công đồng chí Lò Thị Xuân, Phó Chủ tịch Thường trực Liên đoàn Lao động tỉnh, phụ trách khu chợ.",
         ("Phó Chủ tịch Thường trực Liên đoàn Lao động",)),
        ("Đ/c Chủ tịch UBND xã Mường So phụ trách khu chợ.", ("Chủ tịch Ủy ban nhân dân xã Mường So",)),
        ("Chánh Văn phòng Bộ, Vụ trưởng Vụ Pháp chế, Giám đốc Sở Công Thương các tỉnh chịu trách nhiệm thi hành.",
         ("Chánh Văn phòng Bộ", "Vụ trưởng Vụ Pháp chế", "Giám đốc sở Công Thương các tỉnh")),
        ("Thủ trưởng cơ quan ngang bộ, cơ quan thuộc Chính phủ rà soát chợ.",
         ("Thủ trưởng cơ quan ngang bộ, cơ quan thuộc Chính phủ",)),
        ("Các thành viên Ban Chỉ đạo tỉnh kiểm tra chợ.", ("Các thành viên Ban Chỉ đạo",)),
        ("Thành viên gia đình Sở Công Thương khen chợ.", ()),
        ("Người đứng đầu Sở Công Thương chịu trách nhiệm về việc dời chợ.", ("Người đứng đầu Sở Công Thương",)),
        ("Trưởng các thôn, bản báo lịch họp chợ trên loa.", ()),
        ("Trưởng các thôn, bản thông báo lịch họp chợ trên loa.", ("Trưởng các thôn, bản",)),
        ("Công chức Địa chính - Xây dựng đo lại nền chợ.", ()),
        ("Công chức Địa chính - Xây dựng lập bản vẽ nền chợ.", ("Công chức Địa chính - Xây dựng",)),
    ],
)  # fmt: skip
def test_who_holds_an_office(sentence: str, leads: tuple[str, ...]) -> None:
    found = people(read(f"1. {sentence}"))
    assert [both[0] for both in found.values()] == ([leads] if leads else [])


def test_to_lead_others_is_no_title() -> None:
    reading = read(
        "1. Đảng ủy UBND tỉnh\n- Lãnh đạo UBND tỉnh dời chợ.\n- Lãnh đạo Sở Công Thương chủ trì họp.\n"
        "2. Lãnh đạo Sở Công Thương chủ trì họp dân."
    )
    assert [both[0] for both in people(reading).values()] == [
        ("Đảng ủy Ủy ban nhân dân",),
        ("Lãnh đạo Sở Công Thương",),
        ("Lãnh đạo Sở Công Thương",),
    ]


@pytest.mark.parametrize("sentence", ["Đồng chí Lò Thị Xuân, Sở Công Thương đã nghỉ.", "Đồng chí Bí thư đi chợ."])
def test_persons_of_whom_something_is_told(sentence: str) -> None:
    assert people(read(f"1. {sentence}")) == {}
