"""The documents that a question is restricted to."""

from __future__ import annotations

from graph.store import Store
from queries.names import find_document
from queries.succession import documents_in


def documents_under(store: Store, under: str | None, place: str | None = None) -> set[str] | None:
    """The ids of a document and those that carry it out, directly or through others, of these only the ones of a place;
    None for all documents. Raises NotFound and Ambiguous."""
    if under is None and place is None:
        return None
    found: set[str] | None = None
    if under is not None:
        start = find_document(store, under)
        found = {start.id} | {step.edge.source for step in store.walk([start.id], ["implements"], down=True)}
    if place is not None:
        here = {node.id for node in documents_in(store, place)}
        found = here if found is None else found & here
    return found
