"""Every way of writing a body means one body, and every fact tells where it is from."""

from __future__ import annotations

import pytest

from ontology.bodies import BODIES, SECTORS, canonical, issuer_of
from ontology.doctypes import DOC_TYPES, by_name, by_sign
from ontology.places import provinces
from ontology.spelling import key
from ontology.tables import table
from ontology.works import known_works

# Spellings that mean several bodies on purpose.
SHARED: set[str] = set()


def test_every_spelling_means_one_body() -> None:
    meant: dict[str, set[str]] = {}
    for body in BODIES:
        for words in (body.name, *body.aliases):
            meant.setdefault(key(words), set()).add(body.name)
    assert {words for words, names in meant.items() if len(names) > 1} == {key(words) for words in SHARED}
    for body in BODIES:
        for words in (body.name, *body.aliases):
            assert canonical(words) == body


def test_no_body_twice() -> None:
    names = [body.name for body in BODIES]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Sở LĐTBXH", "Sở Lao động - Thương binh và Xã hội"),
        ("Sở Lao động – Thương binh & Xã hội", "Sở Lao động - Thương binh và Xã hội"),
        ("Sở NN và PTNT", "Sở Nông nghiệp và Phát triển nông thôn"),
        ("Sở Văn hoá, Thể thao và Du lịch", "Sở Văn hóa, Thể thao và Du lịch"),
        ("Bộ KH&CN", "Bộ Khoa học và Công nghệ"),
        ("UBND", "Ủy ban nhân dân"),
        ("Uỷ ban nhân dân", "Ủy ban nhân dân"),
        ("ủy ban mặt trận tổ quốc", "Ủy ban Mặt trận Tổ quốc Việt Nam"),
        ("NHCSXH", "Ngân hàng Chính sách xã hội"),
        ("VKSND tối cao", "Viện kiểm sát nhân dân tối cao"),
        ("Thủ tướng", "Thủ tướng Chính phủ"),
    ],
)
def test_spellings(words: str, name: str) -> None:
    body = canonical(words)
    assert body is not None
    assert body.name == name


@pytest.mark.parametrize("words", ["Sở", "Bộ", "Sở Thủy tinh", "xây dựng", "Ủy ban", ""])
def test_no_bodies(words: str) -> None:
    assert canonical(words) is None


def test_ministries_and_departments_are_two() -> None:
    ministry, department = canonical("Bộ Xây dựng"), canonical("Sở Xây dựng")
    assert ministry is not None
    assert department is not None
    assert ministry.central
    assert department.level == "province"
    assert SECTORS["LĐTBXH"] == "Lao động - Thương binh và Xã hội"


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("TTg", "Thủ tướng Chính phủ"),
        ("CP", "Chính phủ"),
        ("QH15", "Quốc hội"),
        ("UBTVQH15", "Ủy ban Thường vụ Quốc hội"),
        ("UBND", "Ủy ban nhân dân"),
        ("HĐND", "Hội đồng nhân dân"),
        ("TU", "Tỉnh ủy"),
        ("BXD", "Bộ Xây dựng"),
        ("VKSNDTC", "Viện kiểm sát nhân dân tối cao"),
        ("BNNMT", "Bộ Nông nghiệp và Môi trường"),
        ("BTGDVTU", "Ban Tuyên giáo và Dân vận Tỉnh ủy"),
        ("TW", None),
        ("ĐU", None),
        ("XYZ", None),
    ],
)
def test_codes_in_numbers(code: str, name: str | None) -> None:
    body = issuer_of(code)
    assert (body.name if body else None) == name


def test_every_code_is_of_a_known_body() -> None:
    for code, name in table("bodies")["codes"].items():
        body = issuer_of(code)
        assert body is not None, code
        assert body.name == name


def test_every_ministry_has_a_code() -> None:
    coded = set(table("bodies")["codes"].values())
    assert {body.name for body in BODIES if body.central and body.name.startswith("Bộ ")} - coded == {"Bộ Chính trị"}


def test_every_fact_has_a_source() -> None:
    assert all(body.source for body in BODIES)
    assert all(place.source for place in provinces())
    assert all(work.source for work in known_works())
    for name in ("bodies", "provinces", "works", "successions"):
        assert all(table(name)["sources"].values())


# -- types of documents


@pytest.mark.parametrize(
    ("sign", "branch", "name"),
    [
        ("NQ", "government", "Nghị quyết"),
        ("QĐ", "government", "Quyết định"),
        ("QĐ", "party", "Quyết định"),
        ("Qđ", "government", "Quyết định"),
        ("CT", "party", "Chỉ thị"),
        ("KH", "government", "Kế hoạch"),
        ("KL", "party", "Kết luận"),
        ("TT", "government", "Thông tư"),
        ("TT", "party", "Thông tri"),
        ("TTr", "government", "Tờ trình"),
        ("TB", "party", "Thông báo"),
        ("HD", "party", "Hướng dẫn"),
        ("BC", "government", "Báo cáo"),
        ("ĐA", "government", "Đề án"),
        ("CV", "party", "Công văn"),
        ("CĐ", "government", "Công điện"),
        ("NĐ", "government", "Nghị định"),
    ],
)
def test_signs(sign: str, branch: str, name: str) -> None:
    found = by_sign(sign, branch)
    assert found is not None
    assert found.name == name


def test_a_programme_of_the_party_and_of_the_state() -> None:
    for branch in ("party", "government"):
        found = by_sign("CTr", branch)
        assert found is not None
        assert found.name.startswith("Chương trình")


def test_no_signs() -> None:
    assert by_sign("XX") is None
    assert by_name("Bài báo") is None
    for kind in DOC_TYPES:
        found = by_name(kind.name.upper())
        assert found is not None
        assert found.name == kind.name
