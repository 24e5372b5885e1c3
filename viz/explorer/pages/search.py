"""What contains every word, best first."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from queries.search import SearchRow, search
from viz.explorer.asked import Asked, Crumb, Page, Table
from viz.explorer.words import say

MOST = 50
KINDS = ("document", "agency", "task", "target", "provision", "place")


@dataclass(frozen=True, slots=True)
class Model:
    words: str
    chosen: str
    kinds: tuple[str, ...]
    rows: tuple[SearchRow, ...]
    labels: dict[str, str]
    most: int
    counted: Counter[str]


def page(asked: Asked) -> Page:
    words, chosen = asked["q"], asked["kind"]
    wanted = [chosen] if chosen else list(KINDS)
    rows = tuple(search(asked.store, words, wanted, MOST)) if words else ()
    labels = {
        node.id: node.label for node in asked.store.nodes({row.document for row in rows if row.document}).values()
    }
    model = Model(words, chosen, KINDS, rows, labels, MOST, Counter(row.kind for row in rows))
    title = say(asked.lang, "search_for", words=words) if words else say(asked.lang, "search_title")
    return Page(
        "search",
        title,
        model,
        (Crumb(say(asked.lang, "search_title")),),
        Table("search", SearchRow, lambda: rows),
        "search",
    )
