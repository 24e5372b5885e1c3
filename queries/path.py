"""Why a task exists: the way from it up to the directive, each step in the words of its source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graph.model import Node, surest
from graph.store import Store
from queries.dates import days_between
from queries.names import find_any
from queries.paths import Hop, shortest_ways
from queries.props import text_of


@dataclass(frozen=True, slots=True)
class PathRow:
    """One step of one way (`route`, from 1): `source` and `target` are ids, `kind` the edge between them, `lag_days`
    how long after the upper document the lower one was issued; `document` is the one that says it, in
    the words `quote`."""

    route: int
    step: int
    source: str
    source_label: str
    kind: str
    target: str
    target_label: str
    lag_days: int | None
    document: str
    quote: str


def path(store: Store, a: str, b: str) -> list[PathRow]:
    """The shortest ways from `a` (a task, target, provision or document; an id or a name) up to `b`, over what contains
    it, what that implements and who set a figure; when there are none, the ways from `b` up to `a`; empty when neither
    rests on the other. Raises NotFound and Ambiguous."""
    one, other = find_any(store, a), find_any(store, b)
    ways = _up(store, one, other) or _up(store, other, one)
    nodes = store.nodes({end for way in ways for hop in way for end in (hop.start, hop.end)}) if ways else {}
    return [_row(route, step, hop, nodes) for route, way in enumerate(ways, 1) for step, hop in enumerate(way, 1)]


def _up(store: Store, start: Node, end: Node) -> Sequence[Sequence[Hop]]:
    hops: dict[str, Hop] = {}
    for step in store.walk([start.id], ["contains", "assigns"], down=True):
        hops[step.edge.id] = Hop(step.edge.target, step.edge.source, step.edge)
    above = {start.id} | {hop.end for hop in hops.values()}
    for step in store.walk(above, ["implements"], down=False):
        hops[step.edge.id] = Hop(step.edge.source, step.edge.target, step.edge)
    return shortest_ways([hops[id] for id in sorted(hops)], start.id, end.id)


def _row(route: int, step: int, hop: Hop, nodes: dict[str, Node]) -> PathRow:
    lower, upper = nodes.get(hop.start), nodes.get(hop.end)
    evidence = surest(hop.edge.evidence)
    return PathRow(
        route=route,
        step=step,
        source=hop.start,
        source_label=lower.label if lower else hop.start,
        kind=hop.edge.kind,
        target=hop.end,
        target_label=upper.label if upper else hop.end,
        lag_days=days_between(text_of(upper, "date"), text_of(lower, "date")) if lower and upper else None,
        document=evidence.document if evidence else "",
        quote=evidence.quote if evidence else "",
    )
