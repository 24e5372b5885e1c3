from __future__ import annotations

from datetime import date

import pytest

from graph.model import Node
from queries.agency import agency
from queries.collectives import members
from tests.queries.fake_store import FakeStore
from tests.queries.fake_store import agency as body
from viz.reports import agency_text

BEFORE, AFTER = date(2025, 6, 30), date(2025, 7, 1)


def group(name: str, place: str = "") -> Node:
    return body(name, place, collective=True)


NAMED = [
    body("Sở Xây dựng", "Lai Châu"),
    body("Sở Tài chính", "Lai Châu"),
    body("Sở Xây dựng", "Hậu Giang"),
    body("Ban Dân tộc", "Lai Châu"),
    body("Ban Tuyên giáo Tỉnh ủy", "Lai Châu"),
    body("Ủy ban nhân dân", "Lai Châu"),
    body("Ủy ban nhân dân huyện Than Uyên", "Lai Châu"),
    group("Các sở, ngành liên quan", "Lai Châu"),
]


def of(collective: Node, on: date = AFTER) -> list[str]:
    store = FakeStore([*NAMED, collective])
    return [member.node.label for member in members(store, collective, on)]


@pytest.mark.parametrize("name", ["Các sở, ban, ngành", "Các sở, ngành tỉnh", "Các sở, ban, ngành, đoàn thể tỉnh"])
def test_departments_are_those_the_documents_of_the_province_name(name: str) -> None:
    assert of(group(name, "Lai Châu")) == [
        "Ban Dân tộc tỉnh Lai Châu",
        "Sở Tài chính tỉnh Lai Châu",
        "Sở Xây dựng tỉnh Lai Châu",
    ]


def test_committees_of_districts() -> None:
    assert of(group("UBND các huyện, thành phố", "Lai Châu")) == of(group("UBND cấp huyện", "Lai Châu"))
    assert len(of(group("UBND các huyện, thành phố", "Lai Châu"))) == 1


def test_the_provinces_of_the_day() -> None:
    name = "Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương"
    before, after = of(group(name), BEFORE), of(group(name), AFTER)
    assert (len(before), len(after)) == (63, 34)
    assert "Ủy ban nhân dân tỉnh Hải Dương" in before
    assert "Ủy ban nhân dân tỉnh Hải Dương" not in after
    assert len(of(group("UBND các tỉnh, thành phố"))) == 34
    party = of(group("Các tỉnh ủy, thành ủy"))
    assert len(party) == 34
    assert any(name.startswith("Thành ủy") for name in party)


def test_the_ministries_once_their_merger_is_settled() -> None:
    found = of(group("Các bộ, ngành"))
    assert len(found) == 14
    assert "Bộ Giao thông vận tải" not in found
    assert of(group("Các bộ, ngành"), date(2024, 5, 24)) == []


@pytest.mark.parametrize(
    "name", ["Các cơ quan, đơn vị", "Các doanh nghiệp", "Các bộ phận chuyên môn tỉnh", "Các cấp ủy"]
)
def test_what_does_not_tell_stays_open(name: str) -> None:
    assert of(group(name, "Lai Châu")) == []


def test_the_word_for_ministry_begins_other_words() -> None:
    assert of(group("Các bộ phận chuyên môn")) == of(group("Các bộ trưởng")) == []


def test_a_single_body_stands_for_itself() -> None:
    assert of(body("Sở Xây dựng", "Lai Châu")) == []


def test_the_report_of_a_collective_shows_them_with_their_source() -> None:
    store = FakeStore([*NAMED, group("UBND các tỉnh, thành phố")])
    report = agency(store, "UBND các tỉnh, thành phố", on=AFTER)
    assert len(report.stands_for) == report.counts["stands_for"] == 34
    assert all("202/2025/QH15" in row.about or "175/2024/QH15" in row.about for row in report.stands_for)
    named = agency(store, "các sở, ngành liên quan lai châu", on=AFTER)
    assert "  - Sở Xây dựng tỉnh Lai Châu  [được nêu tên trong văn bản của địa bàn]" in agency_text(named, "vi")
