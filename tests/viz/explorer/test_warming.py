"""What is worked out ahead, and when."""

from __future__ import annotations

from datetime import date
from threading import Event

import pytest

from graph.store import Store
from viz.explorer import warming as ahead
from viz.explorer.lists import Lists, lists_of
from viz.explorer.warming import expected, warming
from viz.explorer.work import WORKS, Question

LISTS = ("lists",)


@pytest.fixture(scope="module")
def lists(samples_store: Store) -> Lists:
    return lists_of(samples_store)


def test_the_likeliest_first(lists: Lists, monkeypatch: pytest.MonkeyPatch) -> None:
    # What is missing in few documents is quickly found.
    assert not [question for question in expected(lists, date(2025, 6, 1)) if question[0] == "gaps"]
    monkeypatch.setattr(ahead, "FEW", 0)
    questions = list(expected(lists, date(2025, 6, 1)))
    assert questions[0] == ("coverage", "doc:34-ct-tw:2024-05-24")
    assert ("gaps", "2025-06-01", "", "lai chau") in questions
    assert {name for name, *_ in questions} <= set(WORKS)
    assert len(set(questions)) == len(questions)


@pytest.fixture
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("_LOOK", "_LASTS"):
        monkeypatch.setattr(ahead, name, 0.0)


@pytest.mark.usefixtures("hurried")
def test_each_state_of_the_graph_that_lasts_is_worked_through_once(lists: Lists) -> None:
    once = list(expected(lists, date.today()))
    said = iter([*["1"] * (len(once) + 4), "2", *["3"] * (len(once) + 4)])
    closing = Event()
    worked: list[tuple[Question, str]] = []

    def revision() -> str:
        now = next(said, None)
        if now is None:
            closing.set()
        return now or "3"

    warming(lambda: lists, lambda question, now: worked.append((question, now)), revision, closing)
    # The lists of every state, what is expected of those that last.
    assert [question for question, _ in worked] == [LISTS, *once, LISTS, LISTS, *once]
    assert [now for question, now in worked if question == LISTS] == ["1", "2", "3"]


@pytest.mark.usefixtures("hurried")
def test_a_change_stops_it(lists: Lists) -> None:
    closing = Event()
    worked: list[Question] = []

    def revision() -> str:
        """Another after each question that is expected."""
        if len(worked) >= 6:
            closing.set()
        return str(len([question for question in worked if question != LISTS]))

    warming(lambda: lists, lambda question, _: worked.append(question), revision, closing)
    assert worked[:6] == [LISTS, next(expected(lists, date.today()))] * 3


def test_a_state_has_to_last(lists: Lists, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "_LOOK", 0.0)
    closing = Event()
    looks: list[int] = []
    worked: list[Question] = []

    def revision() -> str:
        looks.append(len(looks))
        if len(looks) > 200:
            closing.set()
        return "1" if len(looks) == 1 else "2"  # changed right after the start

    warming(lambda: lists, lambda question, _: worked.append(question), revision, closing)
    assert worked == [LISTS]
