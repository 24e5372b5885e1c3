"""63 provinces until 2025-06-30, 34 since, and which went into which."""

from __future__ import annotations

import unicodedata
from collections import Counter
from datetime import date

import pytest

from ontology.places import PROVINCE_NAMES, province, provinces, provinces_on, standing, successors

LAST, FIRST = date(2025, 6, 30), date(2025, 7, 1)
# The provinces of today with those that went into them, as Nghị quyết 202/2025/QH15 has it.
MERGED = {
    "Tuyên Quang": ["Hà Giang"],
    "Lào Cai": ["Yên Bái"],
    "Thái Nguyên": ["Bắc Kạn"],
    "Phú Thọ": ["Vĩnh Phúc", "Hòa Bình"],
    "Bắc Ninh": ["Bắc Giang"],
    "Hưng Yên": ["Thái Bình"],
    "Hải Phòng": ["Hải Dương"],
    "Ninh Bình": ["Hà Nam", "Nam Định"],
    "Quảng Trị": ["Quảng Bình"],
    "Đà Nẵng": ["Quảng Nam"],
    "Quảng Ngãi": ["Kon Tum"],
    "Gia Lai": ["Bình Định"],
    "Khánh Hòa": ["Ninh Thuận"],
    "Lâm Đồng": ["Đắk Nông", "Bình Thuận"],
    "Đắk Lắk": ["Phú Yên"],
    "Hồ Chí Minh": ["Bình Dương", "Bà Rịa - Vũng Tàu"],
    "Đồng Nai": ["Bình Phước"],
    "Tây Ninh": ["Long An"],
    "Cần Thơ": ["Sóc Trăng", "Hậu Giang"],
    "Vĩnh Long": ["Bến Tre", "Trà Vinh"],
    "Đồng Tháp": ["Tiền Giang"],
    "Cà Mau": ["Bạc Liêu"],
    "An Giang": ["Kiên Giang"],
}
UNCHANGED = [
    *("Hà Nội", "Huế", "Lai Châu", "Điện Biên", "Sơn La", "Lạng Sơn"),
    *("Quảng Ninh", "Thanh Hóa", "Nghệ An", "Hà Tĩnh", "Cao Bằng"),
]


def test_how_many_on_a_day() -> None:
    assert len(provinces_on(LAST)) == 63
    assert len(provinces_on(FIRST)) == 34
    assert len(provinces_on(date(2024, 5, 24))) == 63
    assert {p.name for p in provinces_on(FIRST)} == {*MERGED, *UNCHANGED}
    cities = {p.name for p in provinces_on(FIRST) if p.kind == "thành phố"}
    assert cities == {"Hà Nội", "Huế", "Hải Phòng", "Đà Nẵng", "Cần Thơ", "Hồ Chí Minh"}


@pytest.mark.parametrize("now", MERGED)
def test_mergers(now: str) -> None:
    assert [p.name for p in provinces() if p.successor == now] == sorted(MERGED[now], key=_order)
    assert successors(now, FIRST) == []
    for former in MERGED[now]:
        assert successors(former, LAST) == []
        (step,) = successors(former, FIRST)
        assert (step.successor, step.date) == (now, FIRST)
        assert "202/2025/QH15" in step.source
        found = standing(former, date(2026, 1, 1))
        assert found is not None
        assert found.name == now


def _order(name: str) -> int:
    return [p.name for p in provinces()].index(name)


def test_unchanged_provinces_stand() -> None:
    for name in UNCHANGED:
        assert successors(name, date(2026, 1, 1)) == []


def test_hue_became_a_city_of_the_centre_in_2025() -> None:
    former = province("Thừa Thiên Huế")
    assert former is not None
    assert former.kind == "tỉnh"
    assert former.valid_to == date(2024, 12, 31)
    (step,) = successors("Thừa Thiên Huế", date(2025, 1, 1))
    assert (step.successor, step.date) == ("Huế", date(2025, 1, 1))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("tỉnh Lai Châu", "Lai Châu"),
        ("lai chau", "Lai Châu"),
        ("TP. Cần Thơ", "Cần Thơ"),
        ("Thành phố Hồ Chí Minh", "Hồ Chí Minh"),
        ("TP.HCM", "Hồ Chí Minh"),
        ("Hoà Bình", "Hòa Bình"),
        ("Đắc Lắc", "Đắk Lắk"),
        ("Bà Rịa – Vũng Tàu", "Bà Rịa - Vũng Tàu"),
        ("BR-VT", "Bà Rịa - Vũng Tàu"),
    ],
)
def test_spellings(text: str, name: str) -> None:
    found = province(text)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize("text", ["", "tỉnh", "Buôn Ma Thuột", "huyện Hải Dương mới", "Việt Nam"])
def test_no_provinces(text: str) -> None:
    assert province(text) is None


def test_names_for_reading() -> None:
    assert {p.name for p in provinces()} - set(PROVINCE_NAMES) == {"Hồ Chí Minh"}
    assert list(PROVINCE_NAMES) == sorted(PROVINCE_NAMES, key=lambda name: (-len(name), name))
    assert {"TP. Hồ Chí Minh", "thành phố Hồ Chí Minh"} <= set(PROVINCE_NAMES)


def test_every_spelling_means_one_province() -> None:
    for place in provinces():
        for words in (place.name, *place.aliases, place.full_name, unicodedata.normalize("NFD", place.full_name)):
            assert province(words) is place


def test_each_of_63_stands_in_one_of_34() -> None:
    heirs = Counter(heir.name for place in provinces_on(LAST) if (heir := standing(place.name, FIRST)))
    assert heirs.total() == 63
    assert set(heirs) == {place.name for place in provinces_on(FIRST)}
    assert heirs == {now: 1 + len(MERGED.get(now, ())) for now in [*MERGED, *UNCHANGED]}
