"""All documents, held or cited, filtered, sorted and paged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from queries.catalogue import Contents, DocumentEntry, contents
from viz.explorer.asked import Asked, Crumb, Page, Table
from viz.explorer.listing import Listing, listing
from viz.explorer.lists import in_order
from viz.explorer.words import say

# Of very many documents with the words asked for, the first ones are listed.
MOST_FOUND = 2_000


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
    lists = asked.lists
    q, place, doc_type, status, sort = (asked[name] for name in ("q", "place", "type", "status", "sort"))
    found = {node.id for node in asked.store.search(q, ["document"], MOST_FOUND)} if q else set()
    whole = in_order(lists.documents, lists.document_orders, sort)
    rows = whole
    if q or place or doc_type or status:
        rows = [
            row
            for row in whole
            if (not status or row.status == status)
            and (not place or row.place == place)
            and (not doc_type or row.doc_type == doc_type)
            and (not q or row.id in found)
        ]
    shown = listing(rows, asked["page"], sort)
    model = Model(
        list=shown,
        contents=contents(asked.store, [row.id for row in shown.rows if row.status == "ingested"]),
        places=lists.places,
        types=lists.types,
        q=q,
        place=place,
        type=doc_type,
        status=status,
    )
    title = say(asked.lang, "documents")
    return Page(
        "documents", title, model, (Crumb(title),), Table("documents", DocumentEntry, lambda: rows), "documents"
    )
