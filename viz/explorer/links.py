"""The addresses in a page: the only thing that differs between a page that is served and one in a folder."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol
from urllib.parse import quote, urlencode

from graph.model import Evidence
from queries.marked_text import part_of
from viz.explorer.assets import mark_of
from viz.explorer.routes import ROUTES, SHOWS


class Links(Protocol):
    """Every function gives the empty text where there is no such page: templates then leave the link out. `live` is
    False where nobody answers: no forms, no sorting, no downloads, no search as you type."""

    live: bool

    def to(self, page: str, id: str = "", /, *, at: str = "", **state: Any) -> str:
        """A page by its name in ROUTES, with the node's id and its parameters, at an anchor."""

    def here(self, /, *, at: str = "", **changes: Any) -> str:
        """The present page with these parameters changed; None takes one out."""

    def asset(self, name: str, /) -> str:
        """A file of `static/`."""


def node_link(links: Links, kind: str, id: str) -> str:
    """The page of a node; a provision is a place in its document; what has no page of its own is looked for."""
    if kind in SHOWS:
        return links.to(SHOWS[kind], id)
    if kind == "provision" and "#" in id:
        return links.to("text", id.partition("#")[0], at=anchor(id), item=id)
    return ""


def anchor(id: str) -> str:
    """The anchor of an item in the text of its document: `provision-III.2.a`."""
    return id.partition("#")[2].replace(":", "-")


def quote_link(links: Links, evidence: Evidence | None) -> str:
    """The place of the text where the words of an evidence stand."""
    if evidence is None:
        return ""
    at = f"e-{evidence.start}-{evidence.end}"
    return links.to("text", evidence.document, at=at, part=part_of(evidence.start))


class Served:
    """Addresses of a server; the language is part of them when it is not the server's own."""

    live = True

    def __init__(self, page: str, id: str, state: Mapping[str, Any], lang: str, default_lang: str) -> None:
        self._page = page
        self._id = id
        self._state = dict(state)
        self._lang = "" if lang == default_lang else lang
        self._default = default_lang

    def to(self, page: str, id: str = "", /, *, at: str = "", **state: Any) -> str:
        route = ROUTES.get(page)
        if route is None:
            return ""
        asked = {"lang": self._lang, **state}
        if asked["lang"] == self._default:
            asked["lang"] = ""
        defaults = {name: parameter.default for name, parameter in route.takes.items()}
        kept = {name: value for name, value in asked.items() if value not in (None, "", defaults.get(name))}
        query = f"?{urlencode(sorted(kept.items()))}" if kept else ""
        place = f"#{quote(at, safe='')}" if at else ""
        return f"{route.prefix}{quote(id, safe=':')}{query}{place}"

    def here(self, /, *, at: str = "", **changes: Any) -> str:
        return self.to(self._page, self._id, at=at, **{**self._state, **changes})

    def asset(self, name: str, /) -> str:
        return f"/static/{name}?v={mark_of(name)}"
