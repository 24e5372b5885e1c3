"""A page in Chromium that something is still worked out for."""

from __future__ import annotations

import pytest

from graph.store import Store
from queries.matching import load
from tests.viz.explorer.chromium import launched, served, watched
from tests.viz.explorer.desks import Busy


def test_it_shows_what_it_waits_for_by_itself(samples_store: Store) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    load()
    desk = Busy(samples_store)
    with (
        served(samples_store, desk) as home,
        launched() as browser,
        watched(browser, home) as page,
    ):
        page.goto("/coverage/doc:34-ct-tw:2024-05-24?state=taken_up")
        waiting = page.locator("[data-working]")
        assert "Đang tính" in waiting.inner_text()
        faults = axe.run(page).response["violations"]
        assert [fault["id"] for fault in faults if fault["impact"] in ("serious", "critical")] == []
        desk.done = True
        waiting.wait_for(state="detached")
        assert page.url.endswith("?state=taken_up")
        page.get_by_role("link", name="Kế hoạch 290-KH/TU").first.wait_for()


def test_without_scripts_a_link_asks_again(samples_store: Store) -> None:
    desk = Busy(samples_store)
    with (
        served(samples_store, desk) as home,
        launched() as browser,
        watched(browser, home, java_script_enabled=False) as page,
    ):
        page.goto("/gaps")
        again = page.locator(".working a")
        desk.done = True
        again.click()
        page.get_by_text("Biện pháp được nêu mà không giao cho ai.").wait_for()
        assert not page.locator(".working").count()
