from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.identity import (
    BadItemIdError,
    agency_id,
    edge_number,
    item_id,
    item_of,
    person_id,
    place_id,
    slug_or_hash,
    spelling,
    symbol_core,
    symbol_year,
)
from graph.reading import AgencyKey, ItemKey, PersonKey, PlaceKey


def test_a_body_with_its_place():
    assert agency_id(AgencyKey("Sở Xây dựng", "Lai Châu")) == "agency:so-xay-dung:lai-chau"
    assert agency_id(AgencyKey("Bộ Xây dựng", "VN")) == "agency:bo-xay-dung"
    assert place_id(PlaceKey("Hoà Bình")) == place_id(PlaceKey("Hòa Bình")) == "place:hoa-binh"


def test_marks_tell_people_apart():
    hung, hưng = PersonKey("Lê Văn Hùng", "Chủ tịch"), PersonKey("Lê Văn Hưng", "Chủ tịch")
    assert person_id(hung).startswith("person:le-van-hung:chu-tich:")
    assert person_id(hung) != person_id(hưng)
    assert person_id(PersonKey("LÊ THỊ HOÀ")) == person_id(PersonKey("Lê Thị Hòa"))
    assert spelling("Thuý") == spelling("Thúy") != spelling("Thuỳ")


def test_long_names_are_cut_and_stay_apart():
    one, two = "Ban Chỉ đạo " * 20 + "A", "Ban Chỉ đạo " * 20 + "B"
    assert slug_or_hash(one) != slug_or_hash(two)
    assert len(slug_or_hash(one)) < 75
    assert slug_or_hash("…")


def test_numbers():
    assert symbol_core("08/KH-UBND") == symbol_core("8/kh - ubnd") == "8-kh-ubnd"
    assert symbol_core("59 CTr/TU") == symbol_core("59-CTr/TU")
    assert symbol_year("27/2023/QH15") == "2023"
    assert symbol_year("66.18/2026/NQ-CP") == "2026"
    assert symbol_year("2024/QĐ-UBND") == symbol_year("290-KH/TU") == ""


@given(st.sampled_from(["provision", "task", "target"]), st.text(min_size=1), st.integers(1, 20))
def test_item_ids_lead_back(kind, ref, n):
    key = ItemKey(kind, ref, n)
    assert item_of(item_id("doc:8-kh-ubnd", key)) == ("doc:8-kh-ubnd", key)


def test_not_an_item():
    with pytest.raises(BadItemIdError, match="doc:34-ct-tw"):
        item_of("doc:34-ct-tw")


def test_properties_tell_parallel_edges_apart():
    assert edge_number("directs", "a", "b", {"task": "x"}) != edge_number("directs", "a", "b", {"task": "y"})
    assert edge_number("directs", "a", "b", {"x": 1, "y": 2}) == edge_number("directs", "a", "b", {"y": 2, "x": 1})
