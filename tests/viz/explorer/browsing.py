"""Asking the explorer for pages without a network."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from html.parser import HTMLParser

import httpx

from graph.store import Store
from viz.explorer.server import app

Get = Callable[..., httpx.Response]


def browser(store: Store, host: str = "127.0.0.1", **options: object) -> Get:
    """get(path, **of httpx) over a server of this store."""
    served = app(store, **options)  # type: ignore[arg-type]

    def get(path: str, method: str = "GET", **how: object) -> httpx.Response:
        async def ask() -> httpx.Response:
            transport = httpx.ASGITransport(served, raise_app_exceptions=False)
            async with httpx.AsyncClient(transport=transport, base_url=f"http://{host}") as client:
                return await client.request(method, path, **how)  # type: ignore[arg-type]

        return asyncio.run(ask())

    return get


class Seen(HTMLParser):
    """What stands in a page: its tags with their attributes, its words, its ids and links."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.inline: list[str] = []
        self._in_script = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._in_script = tag in ("script", "style")

    def handle_endtag(self, tag: str) -> None:
        self._in_script = False

    def handle_data(self, data: str) -> None:
        if self._in_script and data.strip():
            self.inline.append(data)
        self.words += data

    @property
    def ids(self) -> list[str]:
        return [attrs["id"] or "" for _, attrs in self.tags if "id" in attrs]

    @property
    def links(self) -> list[str]:
        return [attrs["href"] or "" for tag, attrs in self.tags if tag == "a" and "href" in attrs]
