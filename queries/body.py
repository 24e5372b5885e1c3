"""A body for a page: its part in duties, whom it works with and under, what became of it; nothing is read in full that
may be very long."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from graph.model import Edge, Node, surest
from graph.store import Store
from queries.agency import Party
from queries.collectives import members
from queries.names import Ambiguous, find_agencies
from queries.props import text_of
from queries.succession import Successor, predecessors, successors

# Partners are counted in this many duties, so that a body of very many has an answer at once.
COUNTED = 2_000


@dataclass(frozen=True, slots=True)
class Partner:
    """A body that shares duties with the asked one, and in how many."""

    node: Node
    shared: int


@dataclass(frozen=True, slots=True)
class BodyReport:
    """`leads` and `supports` are all its duties by id; `counts` its statements by (kind, whether they start at it);
    `counted` is False when partners are those of its first duties only. `former` are the bodies whose work came to it
    and `successors` those that answer for it, both by the day asked."""

    node: Node
    leads: frozenset[str]
    supports: frozenset[str]
    counts: Mapping[tuple[str, bool], int]
    partners: tuple[Partner, ...]
    counted: bool
    directs: tuple[Party, ...]
    directed_by: tuple[Party, ...]
    part_of: tuple[Party, ...]
    parts: tuple[Party, ...]
    stands_for: tuple[Node, ...]
    former: tuple[Node, ...]
    successors: tuple[Successor, ...]
    issued: tuple[Party, ...]


def body(store: Store, name: str, on: date, *, most: int = 30) -> BodyReport:
    """The report of the one body that is meant, of its partners and the texts it issued the first `most`. Raises
    NotFound, and Ambiguous when several places have one."""
    found = find_agencies(store, name)
    if len(found) > 1:
        raise Ambiguous(name, found)
    node = found[0]
    shares = store.edges(kinds=["leads", "supports"], sources=[node.id], evidence=False)
    leads = frozenset(edge.target for edge in shares if edge.kind == "leads")
    supports = frozenset(edge.target for edge in shares if edge.kind == "supports") - leads
    mine = sorted(leads | supports)
    beside = store.edges(kinds=["leads", "supports"], targets=mine[:COUNTED], evidence=False) if mine else []
    shared = Counter(body for body, _ in {(edge.source, edge.target) for edge in beside} if body != node.id)
    first = sorted(shared.items(), key=lambda pair: (-pair[1], pair[0]))[:most]
    outward = store.edges(kinds=["directs", "part_of"], sources=[node.id])
    inward = store.edges(kinds=["directs", "part_of"], targets=[node.id])
    issued = sorted(store.edges(kinds=["issues"], sources=[node.id]), key=lambda edge: edge.target)
    former = predecessors(store, [node.id], on)
    ends = {edge.target for edge in (*outward, *issued[:most])} | {edge.source for edge in inward} | former
    nodes = store.nodes(ends | {id for id, _ in first})
    return BodyReport(
        node=node,
        leads=leads,
        supports=supports,
        counts=store.degrees([node.id]).get(node.id, {}),
        partners=tuple(Partner(nodes[id], count) for id, count in first if id in nodes),
        counted=len(mine) <= COUNTED,
        directs=_parties("directs", outward, nodes, outgoing=True),
        directed_by=_parties("directs", inward, nodes, outgoing=False),
        part_of=_parties("part_of", outward, nodes, outgoing=True),
        parts=_parties("part_of", inward, nodes, outgoing=False),
        stands_for=tuple(member.node for member in members(store, node, on)),
        former=tuple(nodes[id] for id in sorted(former) if id in nodes),
        successors=tuple(successors(store, [node.id], on).get(node.id, ())),
        issued=_parties("issues", issued[:most], nodes, outgoing=True),
    )


def _parties(kind: str, edges: Iterable[Edge], nodes: Mapping[str, Node], *, outgoing: bool) -> tuple[Party, ...]:
    """Each far end once, by label."""
    rows: dict[str, Party] = {}
    for edge in edges:
        other = edge.target if outgoing else edge.source
        if edge.kind == kind and other in nodes:
            proof = surest(edge.evidence)
            rows.setdefault(
                other,
                Party(
                    id=other,
                    label=nodes[other].label,
                    kind=nodes[other].kind,
                    about=text_of(edge, "task"),
                    document=proof.document if proof else "",
                    quote=proof.quote if proof else "",
                ),
            )
    return tuple(sorted(rows.values(), key=lambda row: (row.label, row.id)))
