"""Find anything by its words."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from graph.model import Node
from graph.store import Store
from queries.origin import origins
from queries.props import text_of


@dataclass(frozen=True, slots=True)
class SearchRow:
    """A node that contains every word; `document` is where it stands (ids), for items of a document only, with their
    words there in `quote`."""

    id: str
    kind: str
    label: str
    ref: str
    document: str
    place: str
    date: str
    status: str
    quote: str


def search(store: Store, text: str, kinds: Collection[str] | None = None, limit: int = 50) -> list[SearchRow]:
    """Nodes whose label, symbol or words contain every word of `text`, with or without diacritics; best first."""
    return search_rows(store, store.search(text, kinds, limit))


def search_rows(store: Store, found: Sequence[Node]) -> list[SearchRow]:
    """The rows of these nodes, in their order. Two calls."""
    items = [node.id for node in found if node.kind in ("provision", "task", "target")]
    origin = origins(store, items) if items else {}
    rows = []
    for node in found:
        stands = origin.get(node.id)
        rows.append(
            SearchRow(
                id=node.id,
                kind=node.kind,
                label=node.label,
                ref=text_of(node, "ref"),
                document=stands.document.id if stands else "",
                place=text_of(stands.document if stands else node, "place"),
                date=text_of(stands.document if stands else node, "date"),
                status=text_of(node, "status"),
                quote=stands.quote if stands else "",
            )
        )
    return rows
