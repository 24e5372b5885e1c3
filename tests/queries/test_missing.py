from __future__ import annotations

from datetime import date

from graph.store import Store
from queries.lineage import lineage
from queries.missing import missing
from tests.queries.conftest import CT34, KH292, LAI_CHAU, QD927
from tests.queries.fake_store import FakeStore, document, edge


def test_what_the_chain_below_the_directive_lacks(chain: Store) -> None:
    rows = missing(chain, "34-CT/TW", on=date(2025, 1, 1))
    found = {kind: [row for row in rows if row.kind == kind] for kind in {row.kind for row in rows}}
    (party,) = found["party_plan_not_held"]
    assert (party.place, party.document, party.seen_in, party.quote) == (
        "Lai Châu",
        KH292,
        LAI_CHAU,
        "và Kế hoạch 292",
    )
    # The directive itself is only cited too; the Party plan is not told twice.
    assert {row.document for row in found["text_not_held"]} == {CT34, QD927}
    assert [row.place for row in found["province_without_state_plan"]] == ["Hậu Giang"]
    places = [row.place for row in found["province_without_plan"]]
    assert len(places) == 61
    assert {"Lai Châu", "Hậu Giang"}.isdisjoint(places)


def test_a_plan_of_a_merged_province_counts_for_the_one_it_went_into(chain: Store) -> None:
    rows = missing(chain, "34-CT/TW", on=date(2026, 1, 1))
    places = [row.place for row in rows if row.kind == "province_without_plan"]
    assert len(places) == 32
    assert "Cần Thơ" not in places
    assert "Hậu Giang" not in places
    assert [row.place for row in rows if row.kind == "province_without_state_plan"] == ["Cần Thơ"]


def test_the_plan_of_one_province_is_no_matter_of_the_others(chain: Store) -> None:
    assert {row.kind for row in missing(chain, KH292)} == {"party_plan_not_held"}


def test_a_state_plan_that_is_held_lacks_nothing() -> None:
    store = FakeStore(
        [
            document("doc:tw", "34-CT/TW", level="central", status="ingested"),
            document("doc:tu", "1-KH/TU", place="Hà Nội", status="ingested"),
            document("doc:ub", "2/KH-UBND", place="Hà Nội", status="ingested"),
        ],
        [edge("implements", "doc:tu", "doc:tw", "doc:tu", "a"), edge("implements", "doc:ub", "doc:tu", "doc:ub", "b")],
    )
    rows = missing(store, "doc:tw", on=date(2026, 1, 1))
    assert {row.kind for row in rows} == {"province_without_plan"}
    assert len(rows) == 33


def test_level_and_side_of_every_step(chain: Store) -> None:
    found = {(row.document, row.branch, row.level) for row in lineage(chain, "34-CT/TW")}
    assert found >= {
        (CT34, "party", "central"),
        (QD927, "government", "central"),
        (KH292, "party", "province"),
        (LAI_CHAU, "government", "province"),
    }


def test_levels_below_the_province() -> None:
    store = FakeStore(
        [
            document("doc:h", "5/KH-UBND", place="huyện Ea Súp", issuer="UBND huyện Ea Súp"),
            document("doc:x", "6/KH-UBND", place="xã Ia Lốp"),
            document("doc:t", "7-KH/ĐU", place="thị xã Buôn Hồ"),
            document("doc:q", "27/2023/QH15", issuer="Quốc hội"),
        ]
    )
    found = {id: lineage(store, id)[0] for id in ("doc:h", "doc:x", "doc:t", "doc:q")}
    assert [(row.branch, row.level) for row in found.values()] == [
        ("government", "district"),
        ("government", "commune"),
        ("party", "district"),
        ("assembly", "central"),
    ]
