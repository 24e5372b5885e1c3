"""The documents of the graph: those that were read, and those that they cite."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from graph.model import surest
from graph.store import Store
from queries.props import text_of


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """One document; `status` is `ingested` or `cited`, `tasks` and `targets` count what it contains, `amended_by` and
    `replaced_by` name the documents that change it or take its place, as far as the held texts say."""

    id: str
    symbol: str
    doc_type: str
    title: str
    issuer: str
    place: str
    date: str
    status: str
    tasks: int
    targets: int
    source: str
    amended_by: tuple[str, ...] = ()
    replaced_by: tuple[str, ...] = ()


def documents(store: Store) -> list[DocumentRow]:
    """Every document, the held ones first, then by date and symbol."""
    kinds = {node.id: node.kind for node in store.nodes_of(["task", "target"])}
    counted: Counter[tuple[str, str]] = Counter()
    seen: set[str] = set()
    for edge in store.edges(kinds=["contains"]):
        kind = kinds.get(edge.target)
        if kind and edge.target not in seen:
            seen.add(edge.target)
            evidence = surest(edge.evidence)
            counted[evidence.document if evidence else edge.source, kind] += 1
    held = {node.id: node for node in store.nodes_of(["document"])}
    changed: dict[tuple[str, str], list[str]] = defaultdict(list)
    for edge in store.edges(kinds=["amends", "replaces"], evidence=False):
        if edge.source in held:
            changed[edge.target, edge.kind].append(held[edge.source].label)
    rows = [
        DocumentRow(
            id=node.id,
            symbol=text_of(node, "symbol"),
            doc_type=text_of(node, "doc_type"),
            title=text_of(node, "title") or text_of(node, "name") or node.label,
            issuer=text_of(node, "issuer"),
            place=text_of(node, "place"),
            date=text_of(node, "date"),
            status=text_of(node, "status") or "cited",
            tasks=counted[node.id, "task"],
            targets=counted[node.id, "target"],
            source=text_of(node, "source"),
            amended_by=tuple(changed[node.id, "amends"]),
            replaced_by=tuple(changed[node.id, "replaces"]),
        )
        for node in held.values()
    ]
    return sorted(rows, key=lambda row: (row.status != "ingested", row.date, row.symbol, row.id))
