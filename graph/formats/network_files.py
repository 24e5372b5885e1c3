"""GraphML and GEXF through networkx: for Gephi, yEd, Cytoscape and igraph.

Both give every attribute one type, so a property that has whole numbers and others is a decimal number throughout.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.formats.plain import Plain, flat, proof_of
from graph.model import Edge, Node, Props
from graph.store import Store
from graph.whole_files import whole
from ontology.vocabulary import EDGE_KINDS

if TYPE_CHECKING:
    from networkx import MultiDiGraph

# In GEXF these are attributes of the format itself, and make the graph one that changes in time.
_RESERVED = {"start": "start_date", "end": "end_date"}


def write_graphml(store: Store, path: Path) -> None:
    """Node and edge ids are those of the graph. Raises NotWrittenError."""
    import networkx

    with whole(path) as part, part.open("wb") as out:
        networkx.write_graphml(_attributed(store, {}), out, encoding="utf-8")


def write_gexf(store: Store, path: Path) -> None:
    """As `write_graphml`; `start` and `end` of a duty are `start_date` and `end_date`. Raises NotWrittenError."""
    import networkx

    with whole(path) as part, part.open("wb") as out:
        graph = _attributed(store, _RESERVED)
        for _, _, id, attributes in graph.edges(keys=True, data=True):
            attributes["id"] = id  # without it edges are numbered
        networkx.write_gexf(graph, out, encoding="utf-8", version="1.2draft")


def _attributed(store: Store, renamed: Mapping[str, str]) -> MultiDiGraph[str]:
    """The graph with attributes of plain types only."""
    import networkx

    nodes: dict[str, dict[str, Plain]] = {}
    edges: list[Any] = []
    for record in store.records():
        if isinstance(record, Node):
            nodes[record.id] = _plain(record.props, renamed) | {"kind": record.kind, "label": str(flat(record.label))}
        elif isinstance(record, Edge):
            said = {"kind": record.kind, "label": EDGE_KINDS[record.kind].vi, **proof_of(record)}
            edges.append((record.source, record.target, record.id, _plain(record.props, renamed) | said))
    _of_one_type(nodes.values())
    _of_one_type([attributes for *_, attributes in edges])
    graph: MultiDiGraph[str] = networkx.MultiDiGraph()
    graph.add_nodes_from(nodes.items())
    graph.add_edges_from(edges)
    return graph


def _plain(props: Props, renamed: Mapping[str, str]) -> dict[str, Plain]:
    return {renamed.get(name, name): plain for name, value in props.items() if (plain := flat(value)) is not None}


def _of_one_type(items: Iterable[dict[str, Plain]]) -> None:
    """Change the values of attributes that have several types."""
    items = list(items)
    types: dict[str, set[type]] = {}
    for attributes in items:
        for name, value in attributes.items():
            types.setdefault(name, set()).add(type(value))
    common = {name: float if found == {int, float} else str for name, found in types.items() if len(found) > 1}
    for attributes in items:
        for name in attributes.keys() & common.keys():
            attributes[name] = common[name](attributes[name])
