"""What is missing: duties that nobody answers for, texts that are not held, names left open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.folding import fold
from graph.model import Node
from queries.gaps import KINDS, GapRow, gaps
from queries.names import words
from queries.neighbourhood import kind_of
from viz.explorer.asked import Asked, Crumb, Page, Table
from viz.explorer.listing import Listing, listing, ordered
from viz.explorer.scope import Scope, scope_of
from viz.explorer.words import say

_ORDERS = {
    "text": lambda row: fold(row.text),
    "place": lambda row: (not row.place, fold(row.place)),
    "count": lambda row: row.count,
    "kind": lambda row: KINDS.index(row.kind),
}


@dataclass(frozen=True, slots=True)
class Model:
    scope: Scope
    kind: str
    q: str
    counts: Mapping[str, int]
    list: Listing[GapRow]
    nodes: Mapping[str, Node]
    kinds: Mapping[str, str]


def page(asked: Asked) -> Page:
    scope = scope_of(asked)
    found: Sequence[GapRow] = ()
    if not scope.too_many:
        under = scope.under.id if scope.under else None
        found = asked.once(
            f"gaps {scope.key} {asked.today}",
            lambda: gaps(asked.store, on=asked.today, under=under, place=scope.place or None),
        )
    counted = Counter(row.kind for row in found)
    wanted = words(asked["q"])
    rows = [row for row in found if (not asked["kind"] or row.kind == asked["kind"]) and _has(row, wanted)]
    sorted_rows = ordered(rows, asked["sort"], _ORDERS)
    shown = listing(sorted_rows, asked["page"], asked["sort"])
    told = {id for row in shown.rows for id in (row.document, row.node, *row.detail.split("; ")) if kind_of(id)}
    model = Model(
        scope=scope,
        kind=asked["kind"],
        q=asked["q"],
        counts={kind: counted[kind] for kind in KINDS if counted[kind]},
        list=shown,
        nodes=asked.store.nodes(told),
        kinds={row.node: kind_of(row.node) for row in shown.rows},
    )
    title = say(asked.lang, "gaps")
    return Page("gaps", title, model, (Crumb(title),), Table("gaps", GapRow, lambda: sorted_rows), "gaps")


def _has(row: GapRow, wanted: Sequence[str]) -> bool:
    here = words(f"{row.text} {row.detail} {row.place} {row.ref}") if wanted else ()
    return all(any(word.startswith(one) for word in here) for one in wanted)
