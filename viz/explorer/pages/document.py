"""One document: its heading."""

from __future__ import annotations

from dataclasses import dataclass

from graph.model import Node
from queries.names import find_document
from viz.explorer.asked import Asked, Crumb, Page
from viz.explorer.shown import document_name
from viz.explorer.words import say


@dataclass(frozen=True, slots=True)
class Model:
    node: Node


def page(asked: Asked) -> Page | str:
    node = find_document(asked.store, asked.id)
    if node.id != asked.id:
        return asked.links.to("document", node.id)
    name = document_name(node)
    crumbs = (Crumb(say(asked.lang, "documents"), asked.links.to("documents")), Crumb(name))
    return Page("document", name, Model(node), crumbs, nav="documents")
