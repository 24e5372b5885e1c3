"""The graph, or a part of it, for analysis: a networkx graph, and rows of an answer as a pandas table."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from graph.model import Edge, Node
from graph.store import Store

if TYPE_CHECKING:
    from networkx import MultiDiGraph
    from pandas import DataFrame


def to_networkx(
    store: Store, kinds: Collection[str] | None = None, documents: Collection[str] | None = None
) -> MultiDiGraph[str]:
    """A MultiDiGraph keyed by edge id. `kinds` are kinds of edges, `documents` those whose evidence counts; with
    either, only the ends of the chosen edges are in it. A node has `kind`, `label` and its properties, an edge `kind`,
    its properties and `evidence`, a tuple of Evidence."""
    if kinds is None and documents is None:
        nodes: list[Node] = []
        edges: list[Edge] = []
        for record in store.records():
            if isinstance(record, Node):
                nodes.append(record)
            elif isinstance(record, Edge):
                edges.append(record)
    else:
        edges = store.edges(kinds=kinds, documents=documents)
        nodes = list(store.nodes({end for edge in edges for end in (edge.source, edge.target)}).values())
    return networkx_of(nodes, edges)


def networkx_of(nodes: Iterable[Node], edges: Iterable[Edge]) -> MultiDiGraph[str]:
    """These nodes and edges as `to_networkx` has them."""
    import networkx

    graph: MultiDiGraph[str] = networkx.MultiDiGraph()
    graph.add_nodes_from((node.id, {**node.props, "kind": node.kind, "label": node.label}) for node in nodes)
    keyed: Iterable[Any] = (
        (edge.source, edge.target, edge.id, {**edge.props, "kind": edge.kind, "evidence": edge.evidence})
        for edge in edges
    )
    graph.add_edges_from(keyed)
    return graph


def to_pandas(rows: Sequence[Any], kind: type | None = None) -> DataFrame:
    """Rows (frozen dataclasses of one type) as a table with their fields as columns. `kind` is the rows' type; with it
    a table without rows has its columns."""
    import pandas

    kind = kind or (type(rows[0]) if rows else None)
    columns = [field.name for field in fields(kind)] if kind else []
    return pandas.DataFrame([[getattr(row, column) for column in columns] for row in rows], columns=columns)
