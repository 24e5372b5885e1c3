"""What is worked out ahead, and when."""

from __future__ import annotations

from datetime import date
from threading import Event

import pytest

from graph.store import Store
from viz.explorer import warming as ahead
from viz.explorer.asked import Asked, Memory
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


def test_each_state_of_the_graph_that_lasts_is_worked_through_once(
    samples_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ahead, "_LOOK", 0.0)
    monkeypatch.setattr(ahead, "_REST", 0.0)
    said = iter(["1", "1", *["1"] * 40, "2", "3", "3", *["3"] * 40])
    closing, worked = Event(), []

    def revision() -> str:
        now = next(said, None)
        if now is None:
            closing.set()
        return now or "3"

    warming(lambda page, id, given: asked(samples_store), lambda *page: worked.append(page), revision, closing)
    once = list(expected(asked(samples_store)))
    assert worked == [*once, *once]


def test_a_change_stops_it(samples_store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "_LOOK", 0.0)
    monkeypatch.setattr(ahead, "_REST", 0.0)
    closing, worked = Event(), []

    def revision() -> str:
        """Another after each page."""
        if len(worked) == 3:
            closing.set()
        return str(len(worked))

    def work(*page: object) -> None:
        worked.append(page)

    warming(lambda page, id, given: asked(samples_store), work, revision, closing)
    assert worked == [next(expected(asked(samples_store)))] * 3
