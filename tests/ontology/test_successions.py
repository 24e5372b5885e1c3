"""Who answers on a day for the work of a body that has ended."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from ontology.bodies import canonical
from ontology.successions import (
    Succession,
    changes,
    known,
    named_in_many_ways,
    predecessor_names,
    successors,
    transfers,
)
from ontology.tables import table

MINISTRIES = date(2025, 3, 1)
MERGER = date(2025, 7, 1)
NOW = date(2026, 1, 1)


def brief(found: list[Succession]) -> list[tuple[str, str, bool]]:
    return [(step.successor, step.place, step.certain) for step in found]


@pytest.mark.parametrize(
    ("former", "successor"),
    [
        ("Bộ Kế hoạch và Đầu tư", "Bộ Tài chính"),
        ("Bộ GTVT", "Bộ Xây dựng"),
        ("Bộ NN&PTNT", "Bộ Nông nghiệp và Môi trường"),
        ("Bộ TN&MT", "Bộ Nông nghiệp và Môi trường"),
        ("Ủy ban Dân tộc", "Bộ Dân tộc và Tôn giáo"),
        ("Ủy ban Xã hội", "Ủy ban Văn hóa và Xã hội"),
        ("Ban Tuyên giáo Trung ương", "Ban Tuyên giáo và Dân vận Trung ương"),
        ("Đảng đoàn Quốc hội", "Đảng ủy Quốc hội"),
    ],
)
def test_central_bodies(former: str, successor: str) -> None:
    (step,) = successors(former, "", NOW)
    assert (step.successor, step.certain, step.function) == (successor, True, "")


def test_a_ministry_stands_until_the_day() -> None:
    assert successors("Bộ Kế hoạch và Đầu tư", "", MINISTRIES - timedelta(days=1)) == []
    (step,) = successors("Bộ Kế hoạch và Đầu tư", "", MINISTRIES)
    assert step.date == MINISTRIES
    assert "176/2025/QH15" in step.source


def test_work_of_the_ministry_of_labour_by_function() -> None:
    parts = {step.successor: step.function for step in successors("Bộ LĐTBXH", "VN", NOW)}
    assert next(iter(parts)) == "Bộ Nội vụ"
    assert "giảm nghèo" in parts["Bộ Nông nghiệp và Môi trường"]
    assert "trẻ em" in parts["Bộ Y tế"]
    assert "giáo dục nghề nghiệp" in parts["Bộ Giáo dục và Đào tạo"]


def test_departments_one_to_many_and_open_where_provinces_differ() -> None:
    found = successors("Sở Lao động - Thương binh và Xã hội", "Lai Châu", NOW)
    assert {step.successor for step in found} >= {
        "Sở Nội vụ",
        "Sở Nông nghiệp và Môi trường",
        "Sở Y tế",
        "Sở Giáo dục và Đào tạo",
    }
    assert all(step.function and step.place == "Lai Châu" for step in found)
    assert brief(successors("Ban Dân tộc", "Lai Châu", NOW)) == [
        ("Sở Dân tộc và Tôn giáo", "Lai Châu", False),
        ("Sở Nội vụ", "Lai Châu", False),
    ]
    assert brief(successors("Sở GTVT", "Lai Châu", MINISTRIES)) == [("Sở Xây dựng", "Lai Châu", True)]
    assert brief(successors("Sở GTVT", "Hồ Chí Minh", MINISTRIES)) == [("Sở Xây dựng", "Hồ Chí Minh", False)]


def test_a_chain_by_name_and_by_place() -> None:
    (step,) = successors("Sở KH&ĐT", "Hải Dương", NOW)
    assert (step.former, step.former_place) == ("Sở KH&ĐT", "Hải Dương")
    assert (step.successor, step.place, step.date) == ("Sở Tài chính", "Hải Phòng", MERGER)
    assert "45/2025/NĐ-CP" in step.source
    assert "202/2025/QH15" in step.source
    assert brief(successors("Sở KH&ĐT", "Hải Dương", MERGER - timedelta(days=1))) == [
        ("Sở Tài chính", "Hải Dương", True)
    ]


def test_a_body_moves_with_its_province() -> None:
    assert brief(successors("Sở Xây dựng", "Hải Dương", NOW)) == [("Sở Xây dựng", "Hải Phòng", True)]
    assert successors("Sở Xây dựng", "Hải Dương", MERGER - timedelta(days=1)) == []
    assert successors("Sở Xây dựng", "Hải Phòng", NOW) == []
    assert successors("Sở Xây dựng", "Lai Châu", NOW) == []


def test_committees_take_the_rank_of_their_place() -> None:
    assert brief(successors("Tỉnh ủy", "Hậu Giang", NOW)) == [("Thành ủy", "Cần Thơ", True)]
    assert brief(successors("Ban Thường vụ Tỉnh ủy", "Hải Dương", NOW)) == [
        ("Ban Thường vụ Thành ủy", "Hải Phòng", True)
    ]
    assert brief(successors("Tỉnh ủy", "Bắc Giang", NOW)) == [("Tỉnh ủy", "Bắc Ninh", True)]
    assert brief(successors("Ban Dân vận Tỉnh ủy", "Hậu Giang", NOW)) == [
        ("Ban Tuyên giáo và Dân vận Thành ủy", "Cần Thơ", True)
    ]
    assert successors("Thành ủy", "Cần Thơ", NOW) == []


def test_party_groups_went_to_two_committees() -> None:
    for former, successor in (
        ("Ban cán sự đảng UBND", "Đảng ủy Ủy ban nhân dân"),
        ("Đảng đoàn HĐND", "Đảng ủy các cơ quan Đảng"),
        ("Đảng đoàn MTTQ", "Đảng ủy các cơ quan Đảng"),
    ):
        (step,) = successors(former, "Lai Châu", NOW)
        assert step.successor == successor
        assert step.note


def test_party_groups_without_their_body() -> None:
    assert brief(successors("Đảng đoàn", "Hậu Giang", NOW)) == [("Đảng ủy các cơ quan Đảng", "Cần Thơ", False)]
    assert successors("Ban cán sự đảng", "", NOW) == []


@pytest.mark.parametrize(
    "name",
    [
        "Ủy ban nhân dân cấp huyện",
        "UBND các huyện, thành phố",
        "Ủy ban nhân dân các huyện, thị xã, thành phố thuộc tỉnh",
        "UBND huyện Tam Đường",
        "UBND thị xã Buôn Hồ",
        "UBND quận Ninh Kiều",
    ],
)
def test_the_district_level_ended(name: str) -> None:
    assert successors(name, "Lai Châu", MERGER - timedelta(days=1)) == []
    assert brief(successors(name, "Lai Châu", MERGER)) == [
        ("Ủy ban nhân dân cấp xã", "Lai Châu", False),
        ("Ủy ban nhân dân", "Lai Châu", False),
    ]


@pytest.mark.parametrize("name", ["Huyện ủy", "Thị ủy", "Các huyện ủy, thị ủy, thành ủy", "Huyện, thành, thị ủy"])
def test_its_committees_too(name: str) -> None:
    assert [step.successor for step in successors(name, "Lai Châu", NOW)] == ["Đảng ủy cấp xã", "Tỉnh ủy"]


def test_a_city_committee_below_a_province() -> None:
    assert [step.successor for step in successors("Thành ủy", "Đắk Lắk", NOW)] == ["Đảng ủy cấp xã", "Tỉnh ủy"]


@pytest.mark.parametrize(
    "name",
    [
        "Ủy ban nhân dân",
        "UBND các tỉnh, thành phố trực thuộc Trung ương",
        "UBND các xã, phường, thị trấn",
        "UBND cấp huyện, cấp xã",
        "UBND thành phố",
        "Các quận, huyện",
        "Các sở, ban, ngành",
        "Thanh tra",
    ],
)
def test_no_bodies_of_the_district_level(name: str) -> None:
    assert successors(name, "Lai Châu", NOW) == []


def test_unknown_is_not_unchanged() -> None:
    assert known("Sở Xây dựng")
    assert known("Sở LĐTBXH")
    assert known("UBND các huyện, thị xã")
    assert not known("Ban Chỉ đạo phát triển nhà ở xã hội")
    assert not known("Cục Thuế")
    (moved,) = successors("Ban Chỉ đạo phát triển nhà ở xã hội", "Hậu Giang", NOW)
    assert (moved.place, moved.certain) == ("Cần Thơ", False)
    assert moved.note


def test_a_bank_has_branches_that_ended_and_a_head_that_stands() -> None:
    assert successors("Ngân hàng Nhà nước", "", NOW) == []
    (step,) = successors("NHNN", "Lai Châu", NOW)
    assert not step.certain


def test_work_that_left_a_body_still_standing() -> None:
    assert successors("Bộ Nội vụ", "", NOW) == []
    (gone,) = transfers("Bộ Nội vụ", "", NOW)
    assert (gone.successor, gone.function) == ("Bộ Dân tộc và Tôn giáo", "tín ngưỡng, tôn giáo")
    assert transfers("Bộ Nội vụ", "", MINISTRIES - timedelta(days=1)) == []
    (local,) = transfers("Sở Nội vụ", "Lai Châu", NOW)
    assert not local.certain


def test_looking_back() -> None:
    assert predecessor_names("Sở Tài chính", NOW) == {"Sở Tài chính", "Sở Kế hoạch và Đầu tư"}
    assert predecessor_names("Sở Tài chính", MINISTRIES - timedelta(days=1)) == {"Sở Tài chính"}
    assert "Tỉnh ủy" in predecessor_names("Thành ủy", NOW)
    districts = predecessor_names("UBND cấp xã", NOW) & {"Ủy ban nhân dân cấp huyện"}
    assert all(named_in_many_ways(name) for name in districts)
    assert districts


def test_every_change_has_a_source_and_two_known_bodies() -> None:
    local = ("cấp huyện", "cấp xã", "Huyện ủy", "chi nhánh khu vực", "Ban cán sự đảng", "Đảng đoàn")
    for step in changes():
        assert step.source
        assert date(2025, 1, 1) <= step.date <= MERGER
        for name in (step.former, step.successor):
            body = canonical(name)
            assert (body and body.name == name) or name.endswith(local), name
        assert step.former != step.successor


def test_every_unchanged_body_is_known_and_none_of_them_ended() -> None:
    ended = {step.former for step in changes() if not transfers(step.former, "", NOW)}
    for group in table("successions")["unchanged"]:
        assert group["source"] in table("successions")["sources"]
        for name in group["names"]:
            body = canonical(name)
            assert (body and body.name == name) or name.endswith("cấp xã"), name
            assert name not in ended
