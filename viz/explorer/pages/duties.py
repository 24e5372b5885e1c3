"""Duties of a body, a document, a place, or with some words, a page at a time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from graph.model import Node
from queries.duties import Duty, chosen_duties, duties, sorted_duties
from queries.names import find_agencies, find_document
from queries.tasks import TaskRow, task_rows
from viz.explorer.asked import Asked, Crumb, Page, Table
from viz.explorer.listing import Listing, listing
from viz.explorer.scope import busiest_places
from viz.explorer.words import say

# So many duties are listed without a choice; of more, one has to be made.
MOST_UNCHOSEN = 3_000
_MOST_FOUND = 500


@dataclass(frozen=True, slots=True)
class Model:
    list: Listing[str]
    rows: Sequence[Duty]
    agency: Node | None
    asked_agency: str
    document: Node | None
    q: str
    role: str
    place: str
    as_of: date | None
    too_many: int
    busiest: Sequence[str]


def page(asked: Asked) -> Page:
    store, q, role, place, as_of = asked.store, asked["q"], asked["role"], asked["place"], asked["as_of"]
    bodies = find_agencies(store, asked["agency"]) if asked["agency"] and as_of is None else []
    document = find_document(store, asked["document"]) if asked["document"] else None
    chosen = bool(asked["agency"] or document or place)
    roles, too_many = None, 0
    found: Mapping[str, Node] = {}
    if chosen:
        found, roles = chosen_duties(
            store,
            agency=asked["agency"] or None,
            role=role or None if asked["agency"] else None,
            document=document.id if document else None,
            place=place or None,
            as_of=as_of,
            text=q,
        )
    elif q:
        found = {node.id: node for node in store.search(q, ["task"], _MOST_FOUND)}
    else:
        counted = asked.lists.counts["nodes"].get("task", 0)
        too_many = counted if counted > MOST_UNCHOSEN else 0
        if not too_many:
            found = asked.once("tasks", lambda: {node.id: node for node in store.nodes_of(["task"])})
    shown = listing(sorted_duties(found, asked["sort"], asked.today), asked["page"], asked["sort"])
    model = Model(
        list=shown,
        rows=duties(store, list(shown.rows), asked.today, roles=roles, as_of=as_of),
        agency=bodies[0] if len(bodies) == 1 else None,
        asked_agency=asked["agency"],
        document=document,
        q=q,
        role=role,
        place=place,
        as_of=as_of,
        too_many=too_many,
        busiest=busiest_places(asked) if too_many else (),
    )
    title = say(asked.lang, "duties")
    table = Table("tasks", TaskRow, lambda: task_rows(store, found, roles, as_of=as_of))
    return Page("duties", title, model, (Crumb(title),), table, nav="duties")
