"""Two documents side by side: duties, figures, bodies."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph.folding import fold
from graph.model import Node
from queries.compare import KINDS, STATES, CompareRow, compare
from queries.names import find_document
from queries.refs import ref_key
from viz.explorer.asked import Asked, Crumb, Page, Table
from viz.explorer.listing import Listing, listing, ordered
from viz.explorer.shown import document_name
from viz.explorer.words import say

_ORDERS: dict[str, Callable[[CompareRow], Any]] = {
    "kind": lambda row: KINDS.index(row.kind),
    "a": lambda row: (not row.a, KINDS.index(row.kind), ref_key(row.ref_a), fold(row.subject)),
    "b": lambda row: (not row.b, KINDS.index(row.kind), ref_key(row.ref_b), fold(row.subject)),
    "closeness": lambda row: row.closeness,
}


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two: as typed, and the document it means."""

    typed: str
    node: Node | None
    name: str


@dataclass(frozen=True, slots=True)
class Model:
    a: Side
    b: Side
    kind: str
    state: str
    counts: Mapping[tuple[str, str], int]
    kinds: Sequence[str]
    states: Sequence[str]
    list: Listing[CompareRow]


def page(asked: Asked) -> Page:
    a, b = (_side(asked, asked[name]) for name in ("a", "b"))
    found: Sequence[CompareRow] = ()
    if a.node and b.node:
        one, other = a.node.id, b.node.id
        found = asked.once(f"compare {one} {other}", lambda: compare(asked.store, one, other))
    rows: Sequence[CompareRow] = [
        row
        for row in found
        if (not asked["kind"] or row.kind == asked["kind"])
        and (not asked["state"] or row.state == asked["state"] or (asked["state"] == "differs" and row.differs))
    ]
    rows = ordered(rows, asked["sort"], _ORDERS)
    counts = Counter((row.kind, row.state) for row in found)
    model = Model(
        a=a,
        b=b,
        kind=asked["kind"],
        state=asked["state"],
        counts=counts,
        kinds=[kind for kind in KINDS if any(counts[kind, state] for state in STATES)],
        states=STATES,
        list=listing(rows, asked["page"], asked["sort"]),
    )
    title = say(asked.lang, "compare")
    if a.node and b.node:
        title = say(asked.lang, "compare_of", a=a.name, b=b.name)
    crumbs = (Crumb(say(asked.lang, "compare"), asked.links.to("compare")),)
    return Page("compare", title, model, crumbs, Table("compare", CompareRow, lambda: rows), "compare")


def _side(asked: Asked, typed: str) -> Side:
    node = find_document(asked.store, typed) if typed else None
    return Side(typed, node, document_name(node) if node else "")
