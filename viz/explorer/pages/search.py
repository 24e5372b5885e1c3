"""What contains every word, best first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from graph.model import Node
from queries.search import SearchRow, search, search_rows
from viz.explorer.asked import Asked, Crumb, Page, Table
from viz.explorer.listing import Listing
from viz.explorer.words import say

_SIZE, _MOST_DOWNLOADED = 50, 1_000
KINDS = ("document", "agency", "task", "target", "provision", "place")


@dataclass(frozen=True, slots=True)
class Model:
    words: str
    chosen: str
    kinds: tuple[str, ...]
    list: Listing[SearchRow]
    nodes: Mapping[str, Node]
    more: bool


def page(asked: Asked) -> Page:
    words, chosen = asked["q"], asked["kind"]
    wanted = [chosen] if chosen else list(KINDS)
    first = (asked["page"] - 1) * _SIZE
    found = asked.store.search(words, wanted, first + _SIZE + 1) if words else []
    page, more = (first // _SIZE + 1, len(found) > first + _SIZE) if found[first:] else (1, len(found) > _SIZE)
    rows = search_rows(asked.store, found[(page - 1) * _SIZE : page * _SIZE])
    listed = Listing(rows, len(found), page, page + more, "", _SIZE)
    told = {row.document for row in rows if row.document} | {row.id for row in rows if row.kind == "document"}
    model = Model(words, chosen, KINDS, listed, asked.store.nodes(told), more)
    title = say(asked.lang, "search_for", words=words) if words else say(asked.lang, "search_title")
    return Page(
        "search",
        title,
        model,
        (Crumb(say(asked.lang, "search_title")),),
        Table("search", SearchRow, lambda: search(asked.store, words, wanted, _MOST_DOWNLOADED) if words else []),
        "search",
    )
