"""Whose a body is that is named without a place, above all in the plan of a commune."""

from __future__ import annotations

import pytest

from graph.reading import AgencyKey
from ingest.bodies import bodies
from ingest.citations import citations
from ingest.home import Home, province_spoken_of
from ingest.reader import read_text

COMMUNE = Home("xã Tân Hòa", "Đắk Lắk")


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("UBND xã", AgencyKey("Ủy ban nhân dân", "xã Tân Hòa")),
        ("UBND tỉnh", AgencyKey("Ủy ban nhân dân", "Đắk Lắk")),
        ("Công an xã", AgencyKey("Công an", "xã Tân Hòa")),
        ("Công an tỉnh", AgencyKey("Công an", "Đắk Lắk")),
        ("Sở Nội vụ", AgencyKey("Sở Nội vụ", "Đắk Lắk")),
        ("Ban Thường vụ Tỉnh ủy", AgencyKey("Ban Thường vụ Tỉnh ủy", "Đắk Lắk")),
        ("Phòng Kinh tế", AgencyKey("Phòng Kinh tế", "xã Tân Hòa")),
        ("UBND tỉnh Gia Lai", AgencyKey("Ủy ban nhân dân", "Gia Lai")),
        ("các sở, ban, ngành tỉnh", AgencyKey("Các sở, ban, ngành tỉnh", "Đắk Lắk", True)),
        ("Bộ Nội vụ", AgencyKey("Bộ Nội vụ")),
    ],
)
def test_in_the_plan_of_a_commune(words: str, key: AgencyKey) -> None:
    assert [body.key(COMMUNE) for body in bodies(words)] == [key]


@pytest.mark.parametrize(
    ("home", "place"),
    [
        (Home("Lai Châu"), "Lai Châu"),
        (Home("phường Hải Châu", "Đà Nẵng"), "phường Hải Châu"),
        (Home("xã Tân Hòa"), ""),
        (Home(), ""),
    ],
)
def test_a_province_is_its_own_and_an_unknown_one_stays_unknown(home: Home, place: str) -> None:
    (body,) = bodies("UBND tỉnh")
    assert body.key(home) == AgencyKey("Ủy ban nhân dân", place)


def test_in_the_ward_of_a_city_the_city_stands_above() -> None:
    ward = Home("phường Hải Châu", "Đà Nẵng")
    assert [body.key(ward).place for body in bodies("UBND thành phố và Thành ủy; UBND phường")] == [
        "Đà Nẵng",
        "Đà Nẵng",
        "phường Hải Châu",
    ]


def test_whose_numbers_are_cited() -> None:
    text = (
        "Kế hoạch số 12/KH-UBND ngày 01/7/2025 của UBND tỉnh; Kế hoạch số 31-KH/TU; Kế hoạch số 5/KH-UBND của UBND xã"
    )
    assert [c.key.place for c in citations(text, COMMUNE)] == ["Đắk Lắk", "Đắk Lắk", "xã Tân Hòa"]


def test_the_province_is_the_one_that_is_named_most() -> None:
    assert province_spoken_of("UBND tỉnh Gia Lai, TỈNH GIA LAI, tỉnh Đắk Lắk (cũ), thành phố Huế") == "Gia Lai"
    assert province_spoken_of("UBND xã Tân Hòa") == ""


def test_a_plan_of_a_commune_as_a_whole() -> None:
    reading = read_text(
        "ỦY BAN NHÂN DÂN\nXÃ TÂN HÒA\nTỈNH ĐẮK LẮK\n\nSố: 45/KH-UBND\n\nTân Hòa, ngày 12 tháng 8 năm 2025\n\n"
        "KẾ HOẠCH\nChuyển đổi số\n\nI. NHIỆM VỤ\n"
        "1. Công an xã chủ trì, phối hợp với Công an tỉnh rà soát dữ liệu dân cư.\n\n"
        "Nơi nhận:\n- UBND tỉnh;\n- Lưu: VT.\n"
    )
    found = {(c.kind, key.name, key.place) for c in reading.claims if isinstance(key := c.source, AgencyKey)}
    assert {
        ("issues", "Ủy ban nhân dân", "xã Tân Hòa"),
        ("leads", "Công an", "xã Tân Hòa"),
        ("supports", "Công an", "Đắk Lắk"),
        ("receives", "Ủy ban nhân dân", "Đắk Lắk"),
    } <= found


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("UBND phường Bắc Giang", ("Ủy ban nhân dân", "phường Bắc Giang")),
        ("UBND thành phố Lào Cai", ("Ủy ban nhân dân", "thành phố Lào Cai")),
        ("UBND tỉnh Lào Cai", ("Ủy ban nhân dân", "Lào Cai")),
        ("UBND thành phố Cần Thơ", ("Ủy ban nhân dân", "Cần Thơ")),
        ("UBND Thành phố Hồ Chí Minh", ("Ủy ban nhân dân", "Hồ Chí Minh")),
        ("HĐND TP. Hồ Chí Minh", ("Hội đồng nhân dân", "Hồ Chí Minh")),
    ],
)
def test_units_that_bear_the_name_of_a_province(words: str, key: tuple[str, str]) -> None:
    assert [(body.name, body.place) for body in bodies(words)] == [key]


@pytest.mark.parametrize(
    ("head", "place"),
    [
        ("ỦY BAN NHÂN DÂN\nPHƯỜNG BẮC GIANG", "phường Bắc Giang"),
        ("ỦY BAN NHÂN DÂN XÃ HÒA BÌNH", "xã Hòa Bình"),
        ("ỦY BAN NHÂN DÂN\nTHÀNH PHỐ LÀO CAI", "thành phố Lào Cai"),
        ("THÀNH ỦY LÀO CAI", "thành phố Lào Cai"),
        ("ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HỒ CHÍ MINH", "Hồ Chí Minh"),
        ("ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI", "Lào Cai"),
    ],
)
def test_heads_of_units_that_bear_the_name_of_a_province(head: str, place: str) -> None:
    reading = read_text(f"{head}\nSố: 5/KH-UBND\nngày 5 tháng 9 năm 2025\nKẾ HOẠCH\nTrồng cây\nI. MỤC ĐÍCH\nTrồng cây.")
    assert reading.props["place"] == place
