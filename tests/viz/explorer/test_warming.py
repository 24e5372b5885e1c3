"""What is worked out ahead, and when."""

from __future__ import annotations

from datetime import date
from threading import Event

import pytest

from graph.store import Store
from viz.explorer import warming as ahead
from viz.explorer.asked import Asked
from viz.explorer.desk import AtOnce
from viz.explorer.links import Served
from viz.explorer.parameters import read
from viz.explorer.routes import ROUTES
from viz.explorer.warming import expected, warming


def asked(store: Store, page: str = "gaps", id: str = "", given: dict[str, str] | None = None) -> Asked:
    values = read(ROUTES[page].takes, (given or {}).items())
    links = Served(page, id, values, "vi", "vi")
    return Asked(store, store.revision(), links, "vi", date(2025, 6, 1), Memory(), id, values)


def test_the_likeliest_first(samples_store: Store) -> None:
    pages = list(expected(asked(samples_store)))
    assert pages[0] == ("coverage", "doc:34-ct-tw:2024-05-24", {})
    assert ("gaps", "", {"place": "Lai Châu"}) in pages
    assert pages[-1][0] == "gaps"
    assert all(set(given) <= set(ROUTES[page].takes) for page, _, given in pages)


HOME = ("home", "", {})


@pytest.fixture
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("_LOOK", "_LASTS", "_REST"):
        monkeypatch.setattr(ahead, name, 0.0)


@pytest.mark.usefixtures("hurried")
def test_each_state_of_the_graph_that_lasts_is_worked_through_once(samples_store: Store) -> None:
    said = iter([*["1"] * 40, "2", *["3"] * 40])
    closing, worked = Event(), []

    def revision() -> str:
        now = next(said, None)
        if now is None:
            closing.set()
        return now or "3"

    warming(lambda page, id, given: asked(samples_store), lambda *page: worked.append(page), revision, closing)
    once = list(expected(asked(samples_store)))
    # The lists of every state, what is expected of those that last.
    assert worked == [HOME, *once, HOME, HOME, *once]


@pytest.mark.usefixtures("hurried")
def test_a_change_stops_it(samples_store: Store) -> None:
    closing, worked = Event(), []

    def revision() -> str:
        """Another after each page that is expected."""
        if len(worked) >= 6:
            closing.set()
        return str(len([page for page in worked if page != HOME]))

    warming(lambda page, id, given: asked(samples_store), lambda *page: worked.append(page), revision, closing)
    first = next(expected(asked(samples_store)))
    assert worked[:6] == [HOME, first] * 3


def test_a_state_has_to_last(samples_store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "_LOOK", 0.0)
    monkeypatch.setattr(ahead, "_REST", 0.0)
    looks, closing, worked = [], Event(), []

    def revision() -> str:
        looks.append(len(looks))
        if len(looks) > 200:
            closing.set()
        return "1" if len(looks) == 1 else "2"  # changed right after the start

    warming(lambda page, id, given: asked(samples_store), lambda *page: worked.append(page), revision, closing)
    assert worked == [HOME]
