"""Why an item exists: from it up over the text it stands in to the texts that nothing held stands above."""

from __future__ import annotations

from dataclasses import dataclass

from graph.model import Evidence, Node, surest
from graph.store import Store
from queries.dates import days_between
from queries.paths import Hop, shortest_ways
from queries.props import text_of

_MOST_STEPS = 400


@dataclass(frozen=True, slots=True)
class Reason:
    """One step up: `lower` rests on `upper` by an edge of this kind, in the words of `evidence`; `lag_days` how long
    after the upper text the lower was issued."""

    kind: str
    lower: Node
    upper: Node
    evidence: Evidence | None
    lag_days: int | None


def why(store: Store, item: str, *, most: int = 6) -> list[tuple[Reason, ...]]:
    """The shortest ways from an item or document up to each text at the top, the longest way first, at most `most`.
    Three calls."""
    hops: dict[str, Hop] = {}
    for step in store.walk([item], ["contains", "assigns"], down=True, limit=_MOST_STEPS):
        hops[step.edge.id] = Hop(step.edge.target, step.edge.source, step.edge)
    above = {item} | {hop.end for hop in hops.values()}
    for step in store.walk(above, ["implements"], down=False, limit=_MOST_STEPS):
        hops[step.edge.id] = Hop(step.edge.source, step.edge.target, step.edge)
    steps = [hops[id] for id in sorted(hops)]
    tops = sorted({hop.end for hop in steps} - {hop.start for hop in steps} - {item})
    ways = sorted((way for top in tops for way in shortest_ways(steps, item, top, most=1)), key=len, reverse=True)[
        :most
    ]
    nodes = store.nodes({end for way in ways for hop in way for end in (hop.start, hop.end)}) if ways else {}
    known = [way for way in ways if all(hop.start in nodes and hop.end in nodes for hop in way)]
    return [tuple(_reason(hop, nodes) for hop in way) for way in known]


def _reason(hop: Hop, nodes: dict[str, Node]) -> Reason:
    lower, upper = nodes[hop.start], nodes[hop.end]
    return Reason(
        kind=hop.edge.kind,
        lower=lower,
        upper=upper,
        evidence=surest(hop.edge.evidence),
        lag_days=days_between(text_of(upper, "date"), text_of(lower, "date")),
    )
