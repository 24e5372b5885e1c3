"""Which held document is meant: by name, or by the file it was read from."""

from __future__ import annotations

from graph.model import Node
from graph.store import Store
from queries.names import NotFound, find_document


def find_held(store: Store, name: str) -> Node:
    """The document that was read from the file `name`, or the held one of this name. Raises NotFound (also when the
    document is only cited) and Ambiguous."""
    held = store.held()
    read_from = next((item.document for item in held if item.source == name), None)
    node = store.nodes([read_from])[read_from] if read_from else find_document(store, name)
    if all(item.document != node.id for item in held):
        raise NotFound(name)
    return node
