"""What is missing: duties that nobody answers for, texts that are not held, names left open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph.folding import fold
from graph.model import Node
from queries.gaps import KINDS, Gap, GapRow, gap_rows
from queries.names import words
from queries.neighbourhood import kind_of
from viz.explorer.asked import Asked, Crumb, Page, Table
from viz.explorer.listing import Listing, listing, ordered
from viz.explorer.scope import Scope, scope_of
from viz.explorer.words import say
from viz.explorer.work import FEW, do, gaps_question

_ORDERS: dict[str, Callable[[Gap], Any]] = {
    "text": lambda gap: fold(gap.row.text),
    "place": lambda gap: (not gap.row.place, fold(gap.row.place)),
    "count": lambda gap: gap.row.count,
    "kind": lambda gap: KINDS.index(gap.row.kind),
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
    found = () if scope.too_many else _found(asked, scope)
    counted = Counter(gap.row.kind for gap in found)
    wanted = words(asked["q"])
    kept = [gap for gap in found if (not asked["kind"] or gap.row.kind == asked["kind"]) and _has(gap.row, wanted)]
    sorted_gaps = ordered(kept, asked["sort"], _ORDERS)
    listed = listing(sorted_gaps, asked["page"], asked["sort"])
    rows = gap_rows(asked.store, listed.rows)
    shown = listed.of(rows)
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
    table = Table("gaps", GapRow, lambda: gap_rows(asked.store, sorted_gaps))
    return Page("gaps", title, model, (Crumb(title),), table, "gaps")


def _found(asked: Asked, scope: Scope) -> Sequence[Gap]:
    """Nothing while it is worked out."""
    question = gaps_question(asked.today, scope.under.id if scope.under else "", scope.place)
    if scope.under is None and 0 < scope.held.get(scope.place, 0) <= FEW:
        found: Sequence[Gap] = asked.once(" ".join(question), lambda: do(asked.store, question))
        return found
    return asked.worked_out(*question) or ()


def _has(row: GapRow, wanted: Sequence[str]) -> bool:
    here = words(f"{row.text} {row.detail} {row.place} {row.ref}") if wanted else ()
    return all(any(word.startswith(one) for word in here) for one in wanted)
