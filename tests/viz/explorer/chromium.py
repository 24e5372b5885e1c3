"""The explorer in a real browser, watched: what a page asks of another host, logs as an error or is refused by its
policy fails the test."""

from __future__ import annotations

import shutil
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from graph.store import Store
from viz.explorer.desk import Desk

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
_VIOLATIONS = """
globalThis.violations = [];
document.addEventListener("securitypolicyviolation", (event) => {
  console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`);
});
"""


def executable() -> str:
    """Chromium's path; skips when there is none."""
    pytest.importorskip("playwright.sync_api")
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if found is None:
        pytest.skip("no Chromium here; .ci/run installs it")
    return found


@contextmanager
def launched() -> Iterator[Any]:
    path = executable()
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


@contextmanager
def served(store: Store, desk: Desk | None = None) -> Iterator[str]:
    """A server of this store on a free port; its address."""
    import uvicorn

    from viz.explorer.server import app

    listening = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(app(store, desk=desk), log_level="warning", access_log=False))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    while not server.started and thread.is_alive():
        time.sleep(0.02)
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    server.should_exit = True
    thread.join(timeout=20)
    listening.close()


class Watch:
    """What went wrong on the pages of a context."""

    def __init__(self, context: Any, home: str) -> None:
        self.faults: list[str] = []
        self._home = home
        context.add_init_script(_VIOLATIONS)
        context.on("request", self._request)
        context.on("console", self._console)
        context.on("weberror", lambda error: self.faults.append(f"error: {error.error}"))

    def _request(self, request: Any) -> None:
        if not request.url.startswith((self._home, "blob:", "data:")):
            self.faults.append(f"request: {request.url}")

    def _console(self, message: Any) -> None:
        if message.type == "error":
            self.faults.append(f"console: {message.text}")


@contextmanager
def watched(browser: Any, home: str, **options: Any) -> Iterator[Any]:
    """A page of its own, at `home`; any fault fails at the end."""
    context = browser.new_context(base_url=home, viewport={"width": 1280, "height": 900}, **options)
    context.set_default_timeout(30_000)
    watch = Watch(context, home)
    page = context.new_page()
    try:
        yield page
    finally:
        context.close()
    assert watch.faults == []
