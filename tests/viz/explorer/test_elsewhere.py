"""A desk in another process."""

from __future__ import annotations

import gc
import time
import weakref
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from graph import Store, open_store
from tests.queries.conftest import chain_in_memory
from tests.viz.explorer.browsing import browser
from viz.explorer.elsewhere import Elsewhere
from viz.explorer.lists import lists_of
from viz.explorer.work import WORKS, Question

LISTS = ("lists",)


@contextmanager
def desk_of(path: str) -> Iterator[tuple[Store, Elsewhere]]:
    with open_store(path, create=False) as store:
        desk = Elsewhere(store, path)
        try:
            yield store, desk
        finally:
            desk.close()


@pytest.fixture
def path(tmp_path: Path) -> str:
    path = str(tmp_path / "held.db")
    with open_store(path) as store:
        store.load(chain_in_memory().records())
    return path


def until(holds: Callable[[], bool]) -> None:
    for _ in range(1_000):
        if holds():
            return
        time.sleep(0.02)
    pytest.fail("it never came")


def test_the_first_lists_are_waited_for(path: str) -> None:
    with desk_of(path) as (store, desk):
        found = desk.ask(LISTS, store.revision(), wait=True)
        assert found
        assert found.value == lists_of(store)
        assert found.revision == store.revision()
        assert not desk.waits(LISTS)


def test_an_answer_of_an_earlier_state_stands_until_the_new_one_is_there(path: str) -> None:
    with desk_of(path) as (store, desk):
        before = desk.ask(LISTS, store.revision(), wait=True)
        store.remove(store.held()[0].document)
        now = store.revision()
        assert before
        assert before.revision != now
        found = desk.ask(LISTS, now)
        assert found
        assert found in (before, desk.ask(LISTS, now))
        until(lambda: (found := desk.ask(LISTS, now)) is not None and found.revision == now)


def test_what_is_not_there_yet_is_said_to_be_waited_for(path: str) -> None:
    with desk_of(path) as (store, desk):
        questions = [("gaps", f"2025-06-{day:02}", "", "") for day in range(1, 29)]
        asked = [desk.ask(question, store.revision()) for question in questions]
        assert None in asked  # the process does not even stand yet
        assert desk.waits(questions[-1]) or desk.ask(questions[-1], store.revision())
        until(lambda: not desk.waits(questions[-1]))
        assert desk.ask(questions[-1], store.revision())


def test_what_is_worked_out_ahead_is_there_when_it_is_asked_for(path: str) -> None:
    question = ("gaps", "2025-06-01", "", "lai chau")
    with desk_of(path) as (store, desk):
        desk.ahead(question, store.revision())
        found = desk.ask(question, store.revision())
        assert found
        assert found.value


def test_what_is_being_worked_out_is_not_worked_out_ahead_once_more(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    question = ("gaps", "2025-06-01", "", "lai chau")
    sent: list[Question] = []
    with desk_of(path) as (store, desk):
        send = desk._line.send

        def noted(asked: Question) -> None:
            sent.append(asked)
            send(asked)

        monkeypatch.setattr(desk._line, "send", noted)
        desk.ask(LISTS, store.revision())
        desk.ahead(LISTS, store.revision())
        desk.ahead(question, store.revision())
    assert sent == [LISTS, question]


def test_an_answer_that_cannot_be_taken_up_leaves_nobody_waiting(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(pieces: Iterable[bytes]) -> None:
        raise MemoryError

    monkeypatch.setattr("viz.explorer.elsewhere.WORKS", {**WORKS, "lists": replace(WORKS["lists"], unpack=broken)})
    with desk_of(path) as (store, desk):
        found = desk.ask(LISTS, store.revision(), wait=True)
        assert found
        assert found.value == lists_of(store)
        assert not desk.waits(LISTS)


def test_what_pages_left_behind_does_not_stay_when_an_answer_comes(path: str) -> None:
    class Ring:
        def __init__(self) -> None:
            self.itself = self

    with desk_of(path) as (store, desk):
        gc.disable()
        try:
            left = weakref.ref(Ring())
            assert left()
            desk.ahead(("gaps", "2025-06-01", "", "lai chau"), store.revision())
            gc.collect()
            assert not left()
        finally:
            gc.enable()


def test_what_cannot_be_worked_out_there_is_tried_here_and_says_why(path: str) -> None:
    with desk_of(path) as (store, desk), pytest.raises(ValueError, match="isoformat"):
        desk.ask(("gaps", "no day", "", ""), store.revision(), wait=True)


def test_without_the_other_process_everything_is_worked_out_here(path: str) -> None:
    with desk_of(path) as (store, desk):
        desk.ask(LISTS, store.revision(), wait=True)
        desk._process.kill()
        desk._process.join()
        store.remove(store.held()[0].document)
        until(lambda: not desk.waits(LISTS) and not desk._open)
        found = desk.ask(LISTS, store.revision())
        assert found
        assert found.revision == store.revision()


def test_pages_of_a_server_with_such_a_desk(path: str) -> None:
    with desk_of(path) as (store, desk):
        get = browser(store, desk=desk)
        assert "292-KH/TU" in get("/documents").text
        question = ("coverage", "doc:34-ct-tw:2024-05-24")
        get(f"/coverage/{question[1]}")
        until(lambda: get("/worked-out", params=[("of", part) for part in question]).json()["done"])
        page = get(f"/coverage/{question[1]}")
        assert "data-working" not in page.text
        assert page.headers["etag"]
