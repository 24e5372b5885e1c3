"""Which document an item stands in, and its words there."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from graph.model import Edge, Evidence, Node, surest
from graph.store import Store
from queries.props import text_of


@dataclass(frozen=True, slots=True)
class Origin:
    """The document that contains an item, its evidence, and what in it contains the item (itself or a provision)."""

    document: Node
    container: str
    evidence: Evidence | None

    @property
    def quote(self) -> str:
        return self.evidence.quote if self.evidence else ""


def origins(store: Store, items: Collection[str]) -> dict[str, Origin]:
    """The origin of each task, target or provision, by id; items that no document contains are left out. Two calls."""
    held: dict[str, tuple[Edge, Evidence | None, str]] = {}
    for edge in store.edges(kinds=["contains"], targets=items):
        evidence = surest(edge.evidence)
        held.setdefault(edge.target, (edge, evidence, evidence.document if evidence else edge.source))
    documents = store.nodes({document for _, _, document in held.values()})
    return {
        item: Origin(documents[document], edge.source, evidence)
        for item, (edge, evidence, document) in held.items()
        if document in documents
    }


def document_of(item: str) -> str:
    """The document that the id of a task, target or provision names."""
    return item.partition("#")[0]


def short_label(document: Node) -> str:
    """A document in few words, as a table names it: `292-KH/TU, Lai Châu`; without a number type, place and date
    (`Kế hoạch, Lai Châu, 11/2024`)."""
    named = text_of(document, "symbol") or text_of(document, "doc_type") or document.label
    dated = "" if text_of(document, "symbol") else "/".join(reversed(text_of(document, "date").split("-")))
    return ", ".join(part for part in (named, text_of(document, "place"), dated) if part)
