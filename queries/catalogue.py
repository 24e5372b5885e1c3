"""The headings of all documents and bodies, for lists: nothing that would need the rest of the graph."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from graph.identity import item_of
from graph.store import Store
from queries.props import flag, strings, text_of


@dataclass(frozen=True, slots=True)
class DocumentEntry:
    """A document's heading; `status` is `ingested` or `cited`, `open` when it stands for several candidates."""

    id: str
    label: str
    symbol: str
    doc_type: str
    title: str
    issuer: str
    place: str
    date: str
    status: str


@dataclass(frozen=True, slots=True)
class AgencyEntry:
    """A body by name."""

    id: str
    label: str
    name: str
    place: str
    collective: bool
    level: str
    branch: str


@dataclass(frozen=True, slots=True)
class Contents:
    """How much stands in a document."""

    tasks: int = 0
    targets: int = 0
    provisions: int = 0


@dataclass(frozen=True, slots=True)
class Share:
    """How many duties a body leads and supports."""

    leads: int = 0
    supports: int = 0


def document_entries(store: Store) -> list[DocumentEntry]:
    """Every document, the held ones first, then the latest first. One call."""
    rows = [
        DocumentEntry(
            id=node.id,
            label=node.label,
            symbol=text_of(node, "symbol"),
            doc_type=text_of(node, "doc_type"),
            title=text_of(node, "title") or text_of(node, "name") or node.label,
            issuer=text_of(node, "issuer"),
            place=text_of(node, "place"),
            date=text_of(node, "date"),
            status="open" if strings(node, "candidates") else text_of(node, "status") or "cited",
        )
        for node in store.nodes_of(["document"])
    ]
    rows.sort(key=lambda row: row.date, reverse=True)
    return sorted(rows, key=lambda row: row.status != "ingested")


def agency_entries(store: Store) -> list[AgencyEntry]:
    """Every body, by name and place. One call."""
    rows = [
        AgencyEntry(
            id=node.id,
            label=node.label,
            name=text_of(node, "name") or node.label,
            place=text_of(node, "place"),
            collective=flag(node, "collective"),
            level=text_of(node, "level"),
            branch=text_of(node, "branch"),
        )
        for node in store.nodes_of(["agency"])
    ]
    return sorted(rows, key=lambda row: (row.name, row.place, row.id))


def contents(store: Store, documents: Collection[str]) -> Mapping[str, Contents]:
    """What stands in each of these documents. One call."""
    inside = {edge.target for edge in store.edges(kinds=["contains"], documents=documents, evidence=False)}
    counted: dict[str, Counter[str]] = defaultdict(Counter)
    for id in inside:
        document, key = item_of(id)
        counted[document][key.kind] += 1
    return {
        document: Contents(kinds["task"], kinds["target"], kinds["provision"])
        for document, kinds in counted.items()
        if document in documents
    }


def shares(store: Store, agencies: Collection[str]) -> Mapping[str, Share]:
    """How many duties each of these bodies leads and supports. One call."""
    degrees = store.degrees(agencies, ("leads", "supports"))
    return {id: Share(kinds.get(("leads", True), 0), kinds.get(("supports", True), 0)) for id, kinds in degrees.items()}
