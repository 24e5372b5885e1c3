"""A directive in three parts and two plans for it."""

from __future__ import annotations

import pytest

from queries.coverage import CoverageRow, coverage
from tests.queries.fake_store import FakeStore, contains, document, edge, item
from viz.reports import coverage_text

CT, A, B = "doc:ct", "doc:a", "doc:b"
LAND = "Ưu tiên bố trí quỹ đất sạch cho nhà ở xã hội tại vị trí thuận tiện giao thông"
LOANS = "Mở rộng cho vay ưu đãi mua, thuê mua nhà qua Ngân hàng Chính sách xã hội"
CHECKS = "Thanh tra, xử lý nghiêm việc trục lợi chính sách"


def chain(*, held: bool = True) -> FakeStore:
    upper = [
        item(CT, "provision", "I", "CÁC NHIỆM VỤ"),
        item(CT, "provision", "I.1", f"{LAND}."),
        item(CT, "provision", "I.2", f"{LOANS}; {CHECKS}."),
    ]
    lower = [
        item(A, "provision", "II.1", f"Các cấp thống nhất nhận thức; {LAND.lower()}"),
        item(A, "task", "II.1", f"{LAND.lower()}"),
        item(
            A, "task", "PL.4", "Cho vay ưu đãi mua nhà, thuê mua nhà đối với công nhân qua Ngân hàng Chính sách xã hội"
        ),
        item(A, "task", "PL.5", "Tổ chức lễ phát động tháng an toàn lao động"),
        item(B, "task", "1", LAND),
    ]
    nodes = [
        document(CT, "34-CT/TW", status="ingested" if held else "cited"),
        document(A, "1-KH/TU", place="Lai Châu", status="ingested"),
        document(B, "2-KH/TU", place="Hậu Giang", status="ingested"),
        document("doc:cited", "9/KH-UBND", place="Lai Châu"),
    ]
    edges = [edge("implements", id, CT, A) for id in (A, B, "doc:cited")]
    items = [*upper, *lower] if held else lower
    return FakeStore([*nodes, *items], [*edges, *contains(*items)])


def told(rows: list[CoverageRow]) -> list[tuple[str, str, str, str]]:
    return [(row.ref, row.document, row.state, row.lower_ref) for row in rows]


def test_each_part_in_each_plan_and_what_is_added() -> None:
    rows = coverage(chain(), "34-CT/TW")
    assert told(rows) == [
        ("I.1", A, "same_words", "II.1"),
        ("I.1", B, "same_words", "1"),
        ("I.2", A, "taken_up", "PL.4"),
        ("I.2", B, "not_taken_up", ""),
        ("", A, "added", "PL.5"),
    ]
    assert rows[0].words == LAND
    assert rows[0].quote == LAND.lower()
    assert rows[2].words == LOANS
    assert not any(row.stand_in for row in rows)


def test_only_some_states_or_a_place() -> None:
    assert told(coverage(chain(), CT, states=["not_taken_up"])) == [("I.2", B, "not_taken_up", "")]
    assert {row.document for row in coverage(chain(), CT, place="lai chau")} == {A}


def test_shared_passages_stand_in_for_a_text_that_is_not_held() -> None:
    rows = coverage(chain(held=False), CT)
    assert told(rows)[:2] == [("~1", A, "same_words", "II.1"), ("~1", B, "same_words", "1")]
    assert [row.lower_ref for row in rows if row.state == "added"] == ["PL.4", "PL.5"]
    assert all(row.stand_in for row in rows)


def test_without_plans_there_is_nothing_to_say() -> None:
    assert coverage(FakeStore([document(CT, "34-CT/TW", status="ingested")]), CT) == []


def test_the_text_lists_who_takes_it_up_and_who_does_not() -> None:
    out = coverage_text(coverage(chain(), CT), "vi")
    assert "I.2  Mở rộng cho vay ưu đãi" in out
    assert "  chưa thấy: 2-KH/TU (Hậu Giang)" in out
    assert "  + PL.5  Tổ chức lễ phát động" in out
    assert coverage_text([], "vi").startswith("Không có")


def test_others_that_take_it_up_are_named() -> None:
    store = chain()
    extra = [item(B, "task", ref, LAND) for ref in ("10", "9")]
    more = FakeStore([*store.nodes_of(), *extra], [*store.edges(), *contains(*extra)])
    row = next(row for row in coverage(more, CT) if row.ref == "I.1" and row.document == B)
    assert (row.lower_ref, row.others) == ("1", ("9", "10"))


def test_of_very_many_plans_the_longest_give_the_passages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("queries.coverage._MOST_PASSAGES", 4)
    rows = coverage(chain(held=False), CT)
    assert told(rows)[:2] == [("~1", A, "same_words", "II.1"), ("~1", B, "same_words", "1")]
