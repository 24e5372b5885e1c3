"""The questions asked of the five seed plans; what is expected was written down by reading them.

The plans are official texts that are not part of the repository: without them beside it these tests are skipped.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from graph import Store, open_store
from ingest.batch import ingest
from ingest.files import find
from queries.agency import agency
from queries.compare import compare
from queries.coverage import coverage
from queries.gaps import gaps
from queries.impact import impact
from queries.lineage import lineage
from queries.matrix import matrix
from queries.missing import missing
from queries.partners import partners
from queries.path import path
from queries.report import report
from viz.ics import calendar
from viz.report_page import report_markdown

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
ON = date(2026, 1, 1)

pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the seeds are not beside the repository (../shared/seeds)")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(str(tmp_path_factory.mktemp("questions") / "seeds.db")) as opened:
        list(ingest(opened, find([str(SEEDS)]), jobs=1))
        yield opened


@pytest.fixture(scope="module")
def plans(store: Store) -> dict[str, str]:
    """The held plan of each province, by its name."""
    held = (node for node in store.nodes_of(["document"]) if node.props.get("status") == "ingested")
    return {str(node.props["place"]): node.id for node in held}


def test_why_lai_chau_sets_up_a_committee(store: Store, plans: dict[str, str]) -> None:
    rows = path(store, f"{plans['Lai Châu']}#PL.2", "34-CT/TW")
    ways = {row.route: [r.target_label for r in rows if r.route == row.route] for row in rows}
    assert sorted(way[1:] for way in ways.values()) == [
        ["Kế hoạch 292-KH/TU", "Chỉ thị 34-CT/TW"],
        ["Quyết định 927/QĐ-TTg", "Chỉ thị 34-CT/TW"],
    ]
    assert {row.lag_days for row in rows if row.step == 3} == {98, 157}
    assert all(row.quote for row in rows)


def test_levels_of_the_chain(store: Store) -> None:
    found = {(row.symbol, row.branch, row.level) for row in lineage(store, "34-CT/TW", up=False) if row.symbol}
    assert {
        ("34-CT/TW", "party", "central"),
        ("927/QĐ-TTg", "government", "central"),
        ("292-KH/TU", "party", "province"),
        ("59-CTr/TU", "party", "province"),
    } <= found


def test_what_is_missing(store: Store) -> None:
    rows = missing(store, "34-CT/TW", on=ON)
    assert [(r.place, r.label) for r in rows if r.kind == "party_plan_not_held"] == [
        ("Đắk Lắk", "Chương trình 59-CTr/TU"),
        ("Lai Châu", "Kế hoạch 292-KH/TU"),
    ]
    # Hậu Giang is in Cần Thơ and Hải Dương in Hải Phòng; of these two only the Party's plans are held.
    assert [r.place for r in rows if r.kind == "province_without_state_plan"] == ["Cần Thơ", "Hải Phòng"]
    without = [r.place for r in rows if r.kind == "province_without_plan"]
    assert len(without) == 30
    assert {"Lai Châu", "Đắk Lắk", "Cần Thơ", "Hải Phòng"}.isdisjoint(without)


def test_what_rests_on_the_law_on_housing(store: Store) -> None:
    rows = impact(store, "Luật Nhà ở")
    assert {row.place for row in rows if row.kind == "document"} >= {"Lai Châu", "Cần Thơ"}
    assert {row.kind for row in rows} == {"document", "task", "target"}
    assert any(row.kind == "target" and "16900" in row.label.replace(".", "") for row in rows)


def test_who_works_with_the_department(store: Store) -> None:
    rows = partners(store, "so xay dung lai chau")
    assert (rows[0].label, rows[0].led) == ("Ủy ban nhân dân các huyện, thành phố", 11)
    together = {row.label for row in rows if row.together}
    assert {"Sở Kế hoạch và Đầu tư tỉnh Lai Châu", "Ban Quản lý Khu kinh tế tỉnh Lai Châu"} <= together


def test_bodies_against_documents(store: Store, plans: dict[str, str]) -> None:
    rows = matrix(store, under="34-CT/TW")
    (own,) = (row for row in rows if row.label == "Sở Xây dựng tỉnh Lai Châu")
    assert (own.document, own.leads) == (plans["Lai Châu"], 13)
    assert {row.document for row in rows} == set(plans.values())


def test_the_same_body_leads_and_supports(store: Store) -> None:
    found = [(row.place, row.ref) for row in gaps(store, on=ON) if row.kind == "lead_also_supports"]
    assert found == [("Lai Châu", "PL.18")]


def test_shared_passages_stand_in_for_the_directive(store: Store) -> None:
    rows = coverage(store, "34-CT/TW")
    assert all(row.stand_in for row in rows)
    by_ref: dict[str, set[str]] = {}
    for row in rows:
        if row.ref and row.state in ("same_words", "taken_up"):
            by_ref.setdefault(row.ref, set()).add(row.place)
    widest = {"Hậu Giang", "Hải Dương", "Cần Thơ", "Lai Châu", "Đắk Lắk"}
    assert widest in by_ref.values()
    clean_land = [row for row in rows if "giải phóng mặt bằng" in row.text and row.state == "same_words"]
    assert {"Đắk Lắk", "Hậu Giang"} <= {row.place for row in clean_land}
    # Đắk Lắk's help for houses by programme and the years of Cần Thơ are their own.
    added = {(row.place, row.lower_ref) for row in rows if row.state == "added"}
    assert {place for place, _ in added} >= {"Đắk Lắk", "Cần Thơ"}


def test_two_provinces_side_by_side(store: Store, plans: dict[str, str]) -> None:
    rows = compare(store, plans["Lai Châu"], plans["Đắk Lắk"])
    pairs = {(row.ref_a, row.ref_b) for row in rows if row.kind == "duty" and row.state == "both"}
    assert {("V.1", "IV.1"), ("V.2", "IV.2")} <= pairs
    bodies = {row.subject: row.a for row in rows if row.kind == "body" and row.state == "both"}
    assert bodies["Sở Xây dựng"].startswith("13 chủ trì")


def test_a_collective_of_the_province(store: Store) -> None:
    named = {row.label for row in agency(store, "Các sở, ban, ngành", "Lai Châu", on=ON).stands_for}
    assert {"Sở Xây dựng tỉnh Lai Châu", "Sở Tài chính tỉnh Lai Châu", "Ban Dân tộc tỉnh Lai Châu"} <= named


def test_a_report_and_a_calendar_of_the_province(store: Store) -> None:
    found = report(store, "lai chau", on=date(2025, 1, 1))
    page = report_markdown(found, "vi")
    for title in (
        "Chuỗi văn bản",
        "Nhiệm vụ (",
        "Chỉ tiêu (",
        "Đối chiếu số liệu",
        "Thiếu sót (",
        "Nguồn và trích dẫn",
    ):
        assert f"## {title}" in page
    text = calendar(found.leads)
    dated = [row for row in found.leads if row.next_date]
    assert text.count("BEGIN:VEVENT") == len(dated) >= 25
    assert text.count("RRULE:") == sum(row.recurrence in ("yearly", "quarterly", "monthly") for row in dated)
