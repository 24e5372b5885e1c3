"""All documents, held or cited, filtered, sorted and paged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.folding import fold
from queries.catalogue import Contents, DocumentEntry, contents, document_entries
from queries.names import words
from viz.explorer.asked import Asked, Crumb, Page, Table
from viz.explorer.listing import Listing, listing, ordered
from viz.explorer.words import say

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
    q, place, doc_type, status = asked["q"], asked["place"], asked["type"], asked["status"]
    rows: Sequence[DocumentEntry] = [
        row
        for row in entries
        if (not status or row.status == status)
        and (not place or row.place == place)
        and (not doc_type or row.doc_type == doc_type)
    ]
    if q:
        wanted = words(q)
        rows = [row for row in rows if _has(row, wanted)]
    rows = ordered(rows, asked["sort"], _ORDERS)
    shown = listing(rows, asked["page"], asked["sort"])
    model = Model(
        list=shown,
        contents=contents(asked.store, [row.id for row in shown.rows if row.status == "ingested"]),
        places=sorted({row.place for row in entries if row.place}, key=lambda name: (name != "VN", fold(name))),
        types=sorted({row.doc_type for row in entries if row.doc_type}, key=fold),
        q=q,
        place=place,
        type=doc_type,
        status=status,
    )
    title = say(asked.lang, "documents")
    return Page(
        "documents", title, model, (Crumb(title),), Table("documents", DocumentEntry, lambda: rows), "documents"
    )


def _has(row: DocumentEntry, wanted: Sequence[str]) -> bool:
    """Every word begins one of the heading's."""
    here = " " + " ".join(words(f"{row.symbol} {row.doc_type} {row.title} {row.issuer} {row.place} {row.date}"))
    return all(f" {word}" in here for word in wanted)
