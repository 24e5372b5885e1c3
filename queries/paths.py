"""Ways through a set of edges."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph.model import Edge


@dataclass(frozen=True, slots=True)
class Hop:
    """One step along an edge, from one end to the other whichever way the edge points."""

    start: str
    end: str
    edge: Edge


def shortest_ways(hops: Iterable[Hop], start: str, end: str, most: int = 20) -> list[Sequence[Hop]]:
    """All the shortest ways from start to end, at most `most`; none when there is no way or they are the same."""
    onward: dict[str, list[Hop]] = {}
    for hop in hops:
        onward.setdefault(hop.start, []).append(hop)
    distance = {start: 0}
    waiting = deque([start])
    while waiting:
        here = waiting.popleft()
        for hop in onward.get(here, ()):
            if hop.end not in distance:
                distance[hop.end] = distance[here] + 1
                waiting.append(hop.end)
    if start == end or end not in distance:
        return []
    into: dict[str, list[Hop]] = {}
    for here, ways in onward.items():
        for hop in ways:
            if here in distance and distance[hop.end] == distance[here] + 1:
                into.setdefault(hop.end, []).append(hop)
    found: list[Sequence[Hop]] = []
    # Backwards from the end only over steps that come nearer to the start: no branch is a dead end.
    stack: list[tuple[str, tuple[Hop, ...]]] = [(end, ())]
    while stack and len(found) < most:
        here, way = stack.pop()
        if here == start:
            found.append(way)
            continue
        stack += [(hop.start, (hop, *way)) for hop in reversed(into.get(here, []))]
    return found
