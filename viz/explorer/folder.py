"""The addresses of pages that stand in a folder: relative, so that they hold on a web server, on a USB stick and when
a file is opened from the disk."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote, urlencode

from graph.folding import fold
from graph.identity import short_hash
from viz.explorer.routes import ROUTES

# What a page in a folder may differ by; whatever else is chosen needs somebody who answers.
TURNS = ("page", "part", "columns", "plans", "more")
# Without these a page is what it is: they choose what to show first, or an anchor says the same.
_IDLE = frozenset({"item", "quote", "to", "depth", "status"})
_UNANSWERED = frozenset({"network", "compare", "search"})
SEARCH = "search.html"
_UNSAFE = re.compile(r"[^a-z0-9.-]+")


@dataclass(frozen=True, slots=True)
class Address:
    """A page of the folder: a route, the node's id, and which turn of its lists."""

    page: str
    id: str = ""
    turns: tuple[tuple[str, int], ...] = field(default=())

    @property
    def path(self) -> str:
        """The file, from the folder's top: `document/292-kh-tu-lai-chau-1f8a3c.html`. Names are plain letters, since a
        stick may be formatted for any system; the hash keeps apart what they do not."""
        if self.page == "home":
            return "index.html"
        turned = "".join(f"-{name}-{number}" for name, number in self.turns)
        if not self.id:
            return f"{self.page}{turned}.html"
        name = _UNSAFE.sub("-", fold(self.id).removeprefix("doc:").removeprefix("agency:"))[:70].strip("-.")
        return f"{self.page}/{name}-{short_hash(self.id, 10)}{turned}.html"


def address_of(page: str, id: str, state: Mapping[str, Any]) -> Address | None:
    """The address of a page in a folder; None when no file can stand for it."""
    route = ROUTES.get(page)
    if route is None or page in _UNANSWERED:
        return None
    if bool(id) != ("{id}" in route.path) and page != "coverage":
        return None
    turns = []
    for name, value in sorted(state.items()):
        if name not in route.takes or value in (None, "", route.takes[name].default):
            continue
        if name in TURNS:
            turns.append((name, int(value)))
        elif name not in _IDLE:
            return None
    return Address(page, id, tuple(turns))


class Filed:
    """Links of the page at an address. Every page that is linked to is handed to `wanted`, which says whether it will
    be there."""

    live = False
    policy = (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'"
    )

    def __init__(self, here: Address, wanted: Callable[[Address], bool]) -> None:
        self._here = here
        self._wanted = wanted
        self._top = "../" * here.path.count("/")

    def to(self, page: str, id: str = "", /, *, at: str = "", **state: Any) -> str:
        if page == "search":
            words = f"#{urlencode({'q': state['q']})}" if state.get("q") else ""
            return f"{self._top}{SEARCH}{words}"
        return self._file(address_of(page, id, state), at)

    def here(self, /, *, at: str = "", **changes: Any) -> str:
        state = {**dict(self._here.turns), **changes}
        return self._file(address_of(self._here.page, self._here.id, state), at)

    def asset(self, name: str, /) -> str:
        return f"{self._top}static/{name}"

    def _file(self, address: Address | None, at: str) -> str:
        if address is None or not self._wanted(address):
            return ""
        place = f"#{quote(at, safe='')}" if at else ""
        return f"{self._top}{address.path}{place}"
