"""Who works with whom: bodies that share tasks, and where the threads run together."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from graph.model import Edge, Node
from graph.store import Store
from queries.names import find_agencies
from queries.props import flag, quote_of, text_of


@dataclass(frozen=True, slots=True)
class PartnerRow:
    """A body that shares tasks with the asked one: how many, in how many it leads and the asked one supports (`leads`),
    the other way (`led`), or both lead (`together`); `tasks` are ids, `quote` the words of the first."""

    agency: str
    label: str
    place: str
    collective: bool
    shared: int
    leads: int
    led: int
    together: int
    tasks: tuple[str, ...]
    quote: str


@dataclass(frozen=True, slots=True)
class BottleneckRow:
    """A body's place in the network of shared tasks: `tasks` it has a part in, `led` of them, `partners` it shares them
    with, and `betweenness` (0 to 1): the share of shortest ways between other bodies that run through it."""

    agency: str
    label: str
    place: str
    collective: bool
    tasks: int
    led: int
    partners: int
    betweenness: float


def partners(store: Store, agency: str) -> list[PartnerRow]:
    """The bodies that share tasks with a body (of every place that has one, unless the name says which), most shared
    first. Raises NotFound and Ambiguous."""
    own = {node.id for node in find_agencies(store, agency)}
    mine = {edge.target: edge for edge in store.edges(kinds=["supports"], sources=own, evidence=False)}
    mine |= {edge.target: edge for edge in store.edges(kinds=["leads"], sources=own, evidence=False)}
    shared: dict[str, dict[str, Edge]] = defaultdict(dict)
    for edge in store.edges(kinds=["leads", "supports"], targets=list(mine)) if mine else ():
        known = shared[edge.source].get(edge.target)
        if edge.source not in own and (known is None or edge.kind == "leads"):
            shared[edge.source][edge.target] = edge
    nodes = store.nodes([body for body in shared if body not in own])
    rows = []
    for body, node in nodes.items():
        pairs = [(edge.kind, mine[task].kind) for task, edge in shared[body].items()]
        first = min(shared[body])
        rows.append(
            PartnerRow(
                agency=body,
                label=node.label,
                place=text_of(node, "place"),
                collective=flag(node, "collective"),
                shared=len(pairs),
                leads=pairs.count(("leads", "supports")),
                led=pairs.count(("supports", "leads")),
                together=pairs.count(("leads", "leads")),
                tasks=tuple(sorted(shared[body])),
                quote=quote_of(shared[body][first]),
            )
        )
    return sorted(rows, key=lambda row: (-row.shared, row.label, row.agency))


def bottlenecks(store: Store, *, limit: int = 50) -> list[BottleneckRow]:
    """The bodies through which most of the joint work runs, by betweenness, then by tasks. In a network of more than
    500 bodies betweenness is estimated from 200 of them, always the same."""
    import networkx as nx

    tasks: dict[str, set[str]] = defaultdict(set)
    parts: dict[str, set[str]] = defaultdict(set)
    led: dict[str, set[str]] = defaultdict(set)
    for edge in store.edges(kinds=["leads", "supports"], evidence=False):
        tasks[edge.target].add(edge.source)
        parts[edge.source].add(edge.target)
        if edge.kind == "leads":
            led[edge.source].add(edge.target)
    network: nx.Graph[str] = nx.Graph()
    network.add_nodes_from(sorted(parts))
    for bodies in tasks.values():
        ordered = sorted(bodies)
        network.add_edges_from((one, other) for n, one in enumerate(ordered) for other in ordered[n + 1 :])
    few = 200 if len(network) > 500 else None
    between: dict[str, float] = nx.betweenness_centrality(network, k=few, seed=1)
    nodes: dict[str, Node] = store.nodes(list(parts))
    rows = [
        BottleneckRow(
            agency=body,
            label=node.label,
            place=text_of(node, "place"),
            collective=flag(node, "collective"),
            tasks=len(parts[body]),
            led=len(led[body]),
            partners=network.degree(body),
            betweenness=round(between[body], 6),
        )
        for body, node in nodes.items()
    ]
    return sorted(rows, key=lambda row: (-row.betweenness, -row.tasks, row.agency))[:limit]
