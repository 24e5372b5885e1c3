from __future__ import annotations

import pytest

from graph.store import Store
from queries.names import Ambiguous, NotFound, find_agencies, find_document, find_place, place_key
from tests.queries.conftest import CT34, KH290, LAI_CHAU, LUAT, QD927
from tests.queries.fake_store import FakeStore, agency, document


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("34-CT/TW", CT34),
        ("34 ct tw", CT34),
        ("Chỉ thị 34", CT34),
        ("chỉ thị số 34-CT/TW", CT34),
        ("chi thi 34 nam 2024", CT34),
        (CT34, CT34),
        ("927/QĐ-TTg", QD927),
        ("qđ 927", QD927),
        ("0927 qd ttg", QD927),
        ("kế hoạch 290 hậu giang", KH290),
        ("Luật Nhà ở", LUAT),
        ("27/2023/QH15", LUAT),
        ("Triển khai Quyết định 927 và Kế hoạch 292", LAI_CHAU),
    ],
)
def test_a_document_is_found_as_anyone_would_type_it(chain: Store, typed: str, found: str) -> None:
    assert find_document(chain, typed).id == found


def test_a_number_in_a_title_is_another_documents(chain: Store) -> None:
    with pytest.raises(NotFound):
        find_document(chain, "Kế hoạch 927")


def test_an_unknown_document_gives_the_nearest(chain: Store) -> None:
    with pytest.raises(NotFound) as caught:
        find_document(chain, "35-CT/TW")
    assert "Chỉ thị 34-CT/TW" in caught.value.suggestions
    assert "35-CT/TW" in str(caught.value)


def test_one_number_of_two_provinces_is_ambiguous_until_the_place_is_named() -> None:
    store = FakeStore(
        [
            document("doc:8-kh-ubnd:dak-lak", "08/KH-UBND", doc_type="Kế hoạch", place="Đắk Lắk"),
            document("doc:8-kh-ubnd:lai-chau", "8/KH-UBND", doc_type="Kế hoạch", place="Lai Châu"),
        ]
    )
    with pytest.raises(Ambiguous) as caught:
        find_document(store, "8 kh ubnd")
    assert [node.id for node in caught.value.candidates] == ["doc:8-kh-ubnd:dak-lak", "doc:8-kh-ubnd:lai-chau"]
    assert find_document(store, "8/KH-UBND dak lak").id == "doc:8-kh-ubnd:dak-lak"
    assert find_document(store, "kế hoạch 08 Lai Châu").id == "doc:8-kh-ubnd:lai-chau"


def test_an_open_name_does_not_stand_in_the_way_of_the_document() -> None:
    store = FakeStore(
        [
            document("doc:59-ctr-tu", "59-CTr/TU", candidates=["doc:59-ctr-tu:dak-lak", "doc:59-ctr-tu:x"]),
            document("doc:59-ctr-tu:dak-lak", "59-CTr/TU", place="Đắk Lắk"),
        ]
    )
    assert find_document(store, "59 CTr/TU").id == "doc:59-ctr-tu:dak-lak"


@pytest.mark.parametrize(
    ("typed", "place", "found"),
    [
        ("so xay dung lai chau", None, ["agency:so-xay-dung:lai-chau"]),
        ("Sở Xây dựng tỉnh Lai Châu", None, ["agency:so-xay-dung:lai-chau"]),
        ("Sở Xây dựng", None, ["agency:so-xay-dung:hau-giang", "agency:so-xay-dung:lai-chau"]),
        ("sở xây dựng", "tỉnh Lai Châu", ["agency:so-xay-dung:lai-chau"]),
        ("agency:ban-dan-toc:lai-chau", None, ["agency:ban-dan-toc:lai-chau"]),
        ("dan toc", None, ["agency:ban-dan-toc:lai-chau"]),
        ("ủy ban nhân dân cấp huyện", "lai chau", ["agency:ubnd-cap-huyen:lai-chau"]),
        ("Bộ Xây dựng", "Lai Châu", ["agency:bo-xay-dung"]),
    ],
)
def test_bodies(chain: Store, typed: str, place: str | None, found: list[str]) -> None:
    assert [node.id for node in find_agencies(chain, typed, place)] == found


def test_a_word_that_fits_bodies_of_different_names_is_ambiguous(chain: Store) -> None:
    with pytest.raises(Ambiguous, match="Bộ Xây dựng"):
        find_agencies(chain, "xay dung")


def test_a_body_that_the_place_does_not_have(chain: Store) -> None:
    with pytest.raises(NotFound):
        find_agencies(chain, "Ban Dân tộc", "Hậu Giang")


def test_hyphens_in_a_body_name_do_not_matter() -> None:
    store = FakeStore([agency("Sở Lao động - Thương binh và Xã hội", "Lai Châu")])
    assert len(find_agencies(store, "so lao dong, thuong binh va xa hoi lai chau")) == 1


def test_places(chain: Store) -> None:
    assert find_place(chain, "tỉnh Lai Châu").id == "place:lai-chau"
    assert place_key("Thành phố Cần Thơ") == place_key("can tho") == "can tho"
    with pytest.raises(NotFound):
        find_place(chain, "Atlantis")


@pytest.mark.parametrize("typed", ["sxd lai chau", "SXD tỉnh Lai Châu"])
def test_the_code_of_a_department_is_its_name(typed: str) -> None:
    store = FakeStore([agency("Sở Xây dựng", "Lai Châu"), agency("Sở Tài chính", "Lai Châu")], [], {})
    assert [node.label for node in find_agencies(store, typed)] == ["Sở Xây dựng tỉnh Lai Châu"]


@pytest.mark.parametrize("typed", ["sxy lai chau", "sxdung lai chau"])
def test_what_is_no_code_names_nobody(typed: str) -> None:
    with pytest.raises(NotFound):
        find_agencies(FakeStore([agency("Sở Xây dựng", "Lai Châu")], [], {}), typed)
