"""One value for each property of a node that several documents speak of, whatever the order they were read in.

The heading of a document that is here speaks for it. Otherwise each document that names the node has one vote for every
value it gives; the value with most votes stands, among equals the fuller, then the first in order of characters.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping

from graph.model import Props, Value

_quoted = json.encoder.encode_basestring
"""A text as the encoder writes it, without asking what it is."""
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def encoded(value: Value | Props) -> str:
    return _quoted(value) if type(value) is str else _ENCODER.encode(value)


def stated(props: Props) -> dict[str, Value]:
    """Without the properties that say nothing: None, empty text, empty lists."""
    return {name: value for name, value in props.items() if value is not None and value != "" and value != []}


def fullest_value(values: Iterable[str]) -> str:
    """The value that stands for a property where votes do not count."""
    return min(values, key=lambda value: (-len(encoded(value)), encoded(value)))


def merge(
    ballots: Iterable[tuple[str, str, int]], heading: Props | None = None, fullest: Collection[str] = ()
) -> dict[str, Value]:
    """The properties of a node. `ballots` are (property, value as JSON, votes), each value of a property once; votes do
    not count for the properties in `fullest`."""
    best: dict[str, tuple[tuple[int, int, int], str]] = {}
    for prop, value, votes in ballots:
        rank = (len(value) if prop == "date" else 0, 0 if prop in fullest else votes, len(value))
        held = best.get(prop)
        if held is None or rank > held[0] or (rank == held[0] and value < held[1]):
            best[prop] = (rank, value)
    merged: dict[str, Value] = {prop: json.loads(value) for prop, (_, value) in sorted(best.items())}
    return _with_heading(merged, stated(heading or {}))


def _with_heading(merged: dict[str, Value], heading: Mapping[str, Value]) -> dict[str, Value]:
    cited = merged.get("date")
    together = {**merged, **heading}
    # A heading that gives the month, and a citation that gives the day of that month, say the same.
    if isinstance(cited, str) and str(together["date"]) == cited[: len(str(together["date"]))]:
        together["date"] = cited
    return together
