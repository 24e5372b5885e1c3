"""What the search box offers while one types."""

from __future__ import annotations

from graph.store import Store
from queries.search import search
from viz.explorer.links import Links, node_link
from viz.explorer.shown import kind, place, shorten
from viz.labels import clean

MOST = 8


def suggestions(store: Store, words: str, links: Links, lang: str) -> list[dict[str, str]]:
    """At most MOST nodes, best first: label, kind in words, what tells it apart, address."""
    if len(words.strip()) < 2:
        return []
    found = []
    for row in search(store, words, ("document", "agency", "task", "target"), MOST):
        link = node_link(links, row.kind, row.id)
        if link:
            beside = " · ".join(part for part in (clean(row.ref), place(lang, row.place)) if part)
            found.append(
                {
                    "label": shorten(row.label, 110),
                    "kind": row.kind,
                    "word": kind(lang, row.kind),
                    "beside": beside,
                    "link": link,
                }
            )
    return found
