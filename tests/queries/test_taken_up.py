"""What plans take up, as numbers."""

from __future__ import annotations

from queries.coverage import STATES, coverage, coverage_found, coverage_rows, every_row
from queries.taken_up import TakenUp
from tests.queries.fake_store import FakeStore, item
from tests.queries.test_coverage import CT, A, B, chain

AGREED = "Các cấp thống nhất nhận thức về nhà ở cho người thu nhập thấp"


def counts(found: TakenUp, place: str = "") -> list[dict[str, int]]:
    rows = found.by_part(found.of_place(place)).tolist()
    return [{state: n for state, n in zip(STATES, row, strict=True) if n} for row in rows]


def test_parts_and_plans_are_counted() -> None:
    found = coverage_found(chain(), CT)
    assert [plan.id for plan in found.plans] == [A, B]
    assert [part.ref for part in found.parts] == ["I.1", "I.2"]
    assert counts(found) == [{"same_words": 2}, {"taken_up": 1, "not_taken_up": 1}]
    assert counts(found, "Hậu Giang") == [{"same_words": 1}, {"not_taken_up": 1}]
    assert found.by_plan().tolist() == [[1, 1, 0, 0, 1], [1, 0, 0, 1, 0]]


def test_the_closest_plans_first_and_of_a_state() -> None:
    found = coverage_found(chain(), CT)
    every, here = found.of_place(""), found.of_place("Lai Châu")
    assert [found.plans[found.pairs.plan[n]].id for n in found.answers(0, every)] == [A, B]
    assert len(found.answers(0, here)) == 1
    assert found.answers(0, every, "near").tolist() == []
    assert [found.refs[n] for n in found.added_in(every)] == ["PL.5"]
    assert found.added_in(found.of_place("Hậu Giang")).tolist() == []


def test_rows_of_some_are_those_of_all() -> None:
    store = chain()
    found = coverage_found(store, CT)
    rows = coverage(store, CT)
    pairs, added = coverage_rows(store, found, range(len(found.pairs.part)), found.added.tolist())
    assert pairs == [row for row in rows if row.state not in ("not_taken_up", "added")]
    assert added == [row for row in rows if row.state == "added"]
    turned = every_row(store, found, [1, 0], [1], [])
    assert [(row.ref, row.document) for row in turned] == [("I.2", B), ("I.1", B)]


def test_among_some_plans_only() -> None:
    found = coverage_found(chain(), CT, among=[B])
    assert [plan.id for plan in found.plans] == [B]
    assert counts(found) == [{"same_words": 1}, {"not_taken_up": 1}]


def test_a_text_that_has_changed_since_gives_no_words() -> None:
    found = coverage_found(chain(), CT)
    gone = FakeStore([item(A, "task", "PL.4", AGREED)])
    rows, _ = coverage_rows(gone, found, range(len(found.pairs.part)), [])
    assert [row.quote for row in rows] == ["", "", ""]
    assert [row.state for row in rows] == ["same_words", "same_words", "taken_up"]


def test_without_plans_there_is_nothing() -> None:
    found = coverage_found(chain(), B)
    assert (found.plans, found.parts, found.by_plan().tolist(), found.by_part(found.of_place("")).tolist()) == (
        [],
        [],
        [],
        [],
    )
