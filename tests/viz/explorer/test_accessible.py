"""Every page with axe-core, in both themes and at the width of a phone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from graph.store import Store
from tests.viz.explorer.chromium import launched, served, watched
from viz.explorer.routes import ROUTES

PLAN = "doc:292-kh-tu:lai-chau:2024-10-28"
DIRECTIVE = "doc:34-ct-tw:2024-05-24"
DUTIES = "doc:290-kh-tu:hau-giang:2024-08-22#task:III.1".replace("#", "%23")
FIGURE = "doc:292-kh-tu:lai-chau:2024-10-28#target:II.1".replace("#", "%23")
ADDRESSES = {
    "home": "/",
    "search": "/search?q=nha+o",
    "search of nothing": "/search?q=qqqq+zzzz",
    "documents": "/documents",
    "document": f"/document/{PLAN}",
    "text": f"/text/{PLAN}",
    "lineage": f"/lineage/{DIRECTIVE}?to={PLAN}",
    "duties": "/duties",
    "duty": f"/duty/{DUTIES}",
    "agencies": "/agencies",
    "agency": "/agency/agency:so-xay-dung:lai-chau",
    "targets": "/targets",
    "targets that disagree": "/targets?check=yes",
    "target": f"/target/{FIGURE}",
    "about": "/about",
    "network": f"/network/{DIRECTIVE}",
    "matrix": "/matrix",
    "deadlines": "/deadlines",
    "gaps": "/gaps",
    "coverage": f"/coverage/{DIRECTIVE}",
    "compare": "/compare?a=290-KH/TU&b=292-KH/TU",
}


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with launched() as found:
        yield found


@pytest.fixture(scope="module")
def home(samples_store: Store) -> Iterator[str]:
    with served(samples_store) as address:
        yield address


def test_every_page_is_looked_at() -> None:
    assert set(ROUTES) <= {address.split("/")[1].partition("?")[0] or "home" for address in ADDRESSES.values()}


@pytest.mark.parametrize("name", ADDRESSES)
def test_no_serious_fault(browser: Any, home: str, name: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    for theme, width in (("light", 1280), ("dark", 390)):
        with watched(browser, home, color_scheme=theme) as page:
            page.set_viewport_size({"width": width, "height": 844})
            page.goto(ADDRESSES[name])
            if name == "network":
                page.wait_for_selector("[data-net][data-ready]")
            found = [
                f"{fault['id']}: {node['html'][:200]} {node['failureSummary'][:300]}"
                for fault in axe.run(page).response["violations"]
                if fault["impact"] in ("serious", "critical")
                for node in fault["nodes"][:3]
            ]
            assert found == [], f"{theme}, {width} wide"
            # Wide tables scroll in their own frame, the page does not.
            assert page.evaluate("document.documentElement.scrollWidth") <= width
