"""How much the graph holds."""

from __future__ import annotations

from dataclasses import dataclass

from graph.store import Store
from ontology.vocabulary import EDGE_KINDS, NODE_KINDS


@dataclass(frozen=True, slots=True)
class StatRow:
    """A count: `group` is node, edge, evidence or file; `kind` a name of the vocabulary with its two labels."""

    group: str
    kind: str
    vi: str
    en: str
    count: int


def stats(store: Store) -> list[StatRow]:
    """Nodes and edges of each kind, in the vocabulary's order, zeros included; all evidence; and the files read."""
    counts = store.counts()
    nodes, edges = counts.get("nodes", {}), counts.get("edges", {})
    rows = [StatRow("node", kind.name, kind.vi, kind.en, nodes.get(kind.name, 0)) for kind in NODE_KINDS.values()]
    rows += [StatRow("edge", kind.name, kind.vi, kind.en, edges.get(kind.name, 0)) for kind in EDGE_KINDS.values()]
    rows.append(StatRow("evidence", "all", "dẫn chứng", "evidence", counts.get("evidence", {}).get("all", 0)))
    rows.append(StatRow("file", "held", "tệp đã đọc", "files read", len(store.held())))
    return rows
