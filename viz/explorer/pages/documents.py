"""All documents, held or cited, filtered, sorted and paged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.folding import fold
from queries.catalogue import Contents, DocumentEntry, contents, document_entries
from viz.explorer.asked import Asked, Crumb, Page, Table
from viz.explorer.listing import Listing, listing, ordered
from viz.explorer.words import say

# Of very many documents with the words asked for, the first ones are listed.
MOST_FOUND = 2_000
_ORDERS = {
    "symbol": lambda row: (not row.symbol, fold(row.symbol), row.id),
    "type": lambda row: (fold(row.doc_type), row.date),
    "title": lambda row: fold(row.title),
    "place": lambda row: (not row.place, fold(row.place), row.date),
    "date": lambda row: (row.date, row.id),
    "status": lambda row: (row.status, row.date),
}


@dataclass(frozen=True, slots=True)
class Model:
    list: Listing[DocumentEntry]
    contents: Mapping[str, Contents]
    places: Sequence[str]
    types: Sequence[str]
    q: str
    place: str
    type: str
    status: str


def page(asked: Asked) -> Page:
    entries = asked.once("documents", lambda: document_entries(asked.store))
    q, place, doc_type, status, sort = (asked[name] for name in ("q", "place", "type", "status", "sort"))
    found = {node.id for node in asked.store.search(q, ["document"], MOST_FOUND)} if q else set()
    whole: Sequence[DocumentEntry] = asked.once(f"documents {sort}", lambda: ordered(entries, sort, _ORDERS))
    rows = [
        row
        for row in whole
        if (not status or row.status == status)
        and (not place or row.place == place)
        and (not doc_type or row.doc_type == doc_type)
        and (not q or row.id in found)
    ]
    places, types = asked.once("places and types", lambda: _choices(entries))
    shown = listing(rows, asked["page"], sort)
    model = Model(
        list=shown,
        contents=contents(asked.store, [row.id for row in shown.rows if row.status == "ingested"]),
        places=places,
        types=types,
        q=q,
        place=place,
        type=doc_type,
        status=status,
    )
    title = say(asked.lang, "documents")
    return Page(
        "documents", title, model, (Crumb(title),), Table("documents", DocumentEntry, lambda: rows), "documents"
    )


def _choices(entries: Sequence[DocumentEntry]) -> tuple[list[str], list[str]]:
    """Every place, the country first, and every type, for the filter."""
    places = sorted({row.place for row in entries if row.place}, key=lambda name: (name != "VN", fold(name)))
    return places, sorted({row.doc_type for row in entries if row.doc_type}, key=fold)
