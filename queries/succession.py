"""Which body answers today for a duty that was given to another: dated successions, with their sources."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from graph.model import Edge, Node
from graph.store import Store
from queries.dates import first_day
from queries.props import text_of


@dataclass(frozen=True, slots=True)
class Successor:
    """`node` answers for `predecessor` from `since` on (ISO; empty when not known); `source` is what says so."""

    predecessor: Node
    node: Node
    since: str
    source: str


def successors(store: Store, ids: Collection[str], on: date) -> dict[str, list[Successor]]:
    """For each body that has been succeeded by that day, those that answer for it, at the end of every chain; several
    when its work was split. Bodies still in office, or without a known successor, are left out. Two calls."""
    after: dict[str, list[Edge]] = {}
    for step in store.walk(ids, ["succeeds"], down=True):
        if _in_force(step.edge, on):
            after.setdefault(step.edge.target, []).append(step.edge)
    nodes = store.nodes({end for edges in after.values() for edge in edges for end in (edge.source, edge.target)})
    found: dict[str, list[Successor]] = {}
    for start in ids:
        ends: dict[str, Edge] = {}
        waiting, seen = [start], {start}
        while waiting:
            for edge in after.get(waiting.pop(), ()):
                if edge.source in seen:
                    continue
                seen.add(edge.source)
                waiting.append(edge.source)
                if edge.source not in after:
                    ends[edge.source] = edge
        if ends:
            found[start] = [_successor(nodes, start, end, ends[end]) for end in sorted(ends)]
    return found


def predecessors(store: Store, ids: Collection[str], on: date) -> set[str]:
    """The bodies whose duties have come to these by that day. One call."""
    known = set(ids)
    # Breadth first, so an edge's source is known before the edge is met.
    for step in store.walk(ids, ["succeeds"], down=False):
        if step.edge.source in known and _in_force(step.edge, on):
            known.add(step.edge.target)
    return known - set(ids)


def _in_force(edge: Edge, on: date) -> bool:
    since = first_day(text_of(edge, "date") or text_of(edge, "valid_from"))
    return since is None or since <= on


def _successor(nodes: dict[str, Node], start: str, end: str, edge: Edge) -> Successor:
    since = text_of(edge, "date") or text_of(edge, "valid_from")
    return Successor(nodes[start], nodes[end], since, text_of(edge, "source"))
