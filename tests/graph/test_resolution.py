"""Which document a citation means. Cases from the documents: numbers start again at every issuer, every year."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.reading import DocumentKey
from graph.resolution import Resolved, blocks, resolve
from tests.graph.strategies import documents


def key(symbol: str = "", date: str = "", place: str = "", **more: str) -> DocumentKey:
    return DocumentKey(symbol=symbol, date=date, place=place, **more)


def test_every_province_has_its_own_number_8():
    lai_chau = key("08/KH-UBND", "2024-11-05", "Lai Châu")
    dak_lak = key("08/KH-UBND", "2024-11-05", "Đắk Lắk")
    meant = resolve([lai_chau, dak_lak])
    assert meant[lai_chau].id == "doc:8-kh-ubnd:lai-chau:2024-11-05"
    assert meant[dak_lak].id == "doc:8-kh-ubnd:dak-lak:2024-11-05"


def test_two_candidates_stay_open_with_both_listed():
    short = key("08/KH-UBND", "2024")
    lai_chau = key("08/KH-UBND", "2024-11-05", "Lai Châu")
    dak_lak = key("08/KH-UBND", "2024-02-01", "Đắk Lắk")
    meant = resolve([short, lai_chau, dak_lak])
    assert meant[short] == Resolved(
        "doc:8-kh-ubnd:2024", ("doc:8-kh-ubnd:dak-lak:2024-02-01", "doc:8-kh-ubnd:lai-chau:2024-11-05")
    )
    assert resolve([short, lai_chau])[short] == meant[lai_chau]


def test_a_date_decides_between_candidates():
    short = key("08/KH-UBND", "2024-11")
    lai_chau = key("08/KH-UBND", "2024-11-05", "Lai Châu")
    dak_lak = key("08/KH-UBND", "2024-02-01", "Đắk Lắk")
    assert resolve([short, lai_chau, dak_lak])[short].id == "doc:8-kh-ubnd:lai-chau:2024-11-05"


@pytest.mark.parametrize("written", ["07/NQ-CP", "7/NQ-CP", "7/ nq-cp", "07/NQ - CP"])
def test_one_number_in_many_spellings(written: str):
    full = key("7/NQ-CP", "2026-01-12", "VN")
    assert resolve([full, key(written)])[key(written)].id == "doc:7-nq-cp:2026-01-12"


def test_numbers_of_the_centre_are_of_one_place():
    assert resolve([key("34-CT/TW"), key("34-CT/TW", place="VN")])[key("34-CT/TW")].id == "doc:34-ct-tw"


def test_a_party_number_comes_again_with_the_next_term():
    terms = [key("34-CT/TW", "2019-04-18", "VN"), key("34-CT/TW", "2024-05-24", "VN")]
    assert len(resolve([*terms, key("34-CT/TW")])[key("34-CT/TW")].candidates) == 2


def test_the_issuer_counts_only_without_a_place():
    party, state = key("290-KH/TU", issuer="Tỉnh ủy Hậu Giang"), key("290-KH/TU", issuer="Tỉnh ủy Lai Châu")
    assert resolve([party, state])[party] != resolve([party, state])[state]
    placed = [replace(party, place="Hậu Giang"), key("290-KH/TU", place="Hậu Giang", issuer="Ban Thường vụ Tỉnh ủy")]
    assert len({found.id for found in resolve(placed).values()}) == 1


def test_a_law_by_name_and_year_knows_the_law_by_number():
    numbered = key("27/2023/QH15", doc_type="Luật", name="Luật Nhà ở")
    older = key("65/2014/QH13", doc_type="Luật", name="Luật Nhà ở")
    by_year = key(date="2023", doc_type="Luật", name="Luật Nhà ở")
    in_name = key(doc_type="Luật", name="Nhà ở năm 2023")
    meant = resolve([numbered, older, by_year, in_name])
    assert meant[by_year].id == meant[in_name].id == "doc:luat-nha-o:2023"
    assert meant[by_year].same_as == ("doc:27-2023-qh15",)
    assert resolve([by_year])[by_year].same_as == ()
    assert resolve([by_year], known=[numbered])[by_year].same_as == ("doc:27-2023-qh15",)


def test_a_law_without_a_year_that_two_numbers_fit_is_neither():
    numbered = key("27/2023/QH15", doc_type="Luật", name="Luật Nhà ở")
    older = key("65/2014/QH13", doc_type="Luật", name="Luật Nhà ở")
    bare = key(doc_type="Luật", name="Luật Nhà ở")
    assert resolve([numbered, older, bare])[bare].same_as == ()
    assert resolve([numbered, bare])[bare].same_as == ("doc:27-2023-qh15",)


def test_another_law_of_that_year_is_another():
    land = key("31/2024/QH15", doc_type="Luật", name="Luật Đất đai")
    housing = key(date="2024", doc_type="Luật", name="Luật Nhà ở")
    assert resolve([land, housing])[housing].id == "doc:luat-nha-o:2024"


def test_a_misprinted_date_of_a_number_with_its_year_is_no_other_document():
    right, wrong = key("100/2024/NĐ-CP", "2024-07-26", "VN"), key("100/2024/NĐ-CP", "2024-07-27", "VN")
    bare = key("100/2024/NĐ-CP")
    assert {found.id for found in resolve([right, wrong, bare]).values()} == {"doc:100-2024-nd-cp"}


def test_a_scheme_with_and_without_quotes_and_zeros():
    quoted = key(doc_type="Đề án", name="“Đầu tư xây dựng ít nhất 01 triệu căn hộ”")
    plain = key(doc_type="Đề án", name="Đề án đầu tư xây dựng ít nhất 1 triệu căn hộ")
    assert len({found.id for found in resolve([quoted, plain]).values()}) == 1


def test_two_documents_that_are_here_are_never_one():
    undated, unplaced = key("08/KH-UBND", place="Lai Châu"), key("08/KH-UBND", "2024-11-05")
    cited = key("08/KH-UBND", "2024-11-05", "Lai Châu")
    together = [undated, unplaced, cited]
    assert len({found.id for found in resolve(together).values()}) == 1
    assert len({found.id for found in resolve(together, held=[undated, unplaced]).values()}) == 3


def test_a_document_without_number_is_told_by_its_title():
    plan = DocumentKey("Kế hoạch", "", "2024-11-05", "UBND tỉnh", "Lai Châu", "Về nhà ở xã hội")
    other = replace(plan, name="Về nhà ở công nhân")
    meant = resolve([plan, other], held=[plan, other])
    assert meant[plan].id.startswith("doc:ke-hoach:ubnd-tinh:lai-chau:2024-11-05:")
    assert meant[plan] != meant[other]


@given(st.lists(documents, unique=True, max_size=12), st.randoms(use_true_random=False))
def test_the_order_of_keys_does_not_matter(keys, random):
    held = keys[:2]
    assert resolve(random.sample(keys, len(keys)), held=held[::-1]) == resolve(keys, held=held)


@given(st.lists(documents, unique=True, max_size=12))
def test_blocks_apart_or_together(keys):
    """A key resolves the same with only the keys it is joined to."""
    meant = resolve(keys)
    for one in keys:
        near, before = {one}, set()
        while near != before:
            before = near
            shared = {block for k in near for block in blocks(k)}
            near = {k for k in keys if shared & set(blocks(k))}
        assert resolve(near)[one] == meant[one]


@given(st.lists(documents, unique=True, max_size=12))
def test_candidates_are_several_documents_that_are_not_open(keys):
    meant = resolve(keys)
    closed = {found.id for found in meant.values() if not found.candidates}
    for found in meant.values():
        assert len(found.candidates) != 1
        assert set(found.candidates) <= closed
        assert not found.candidates or found.id not in closed
