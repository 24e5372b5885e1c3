"""Which lower documents take up what an upper one asks for, in which words, and what they add."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from graph.model import Node
from graph.store import Store
from queries.matching import SHARED, alike, clauses
from queries.names import find_document, same_place
from queries.props import text_of
from queries.refs import ref_key
from queries.taken_up import STATES, TakenUp, mark_of, taken_up
from queries.units import Unit, text_of_unit, units

__all__ = ["STATES", "CoverageRow", "coverage", "coverage_found", "coverage_rows", "every_row"]

# So many clauses are looked for in all the plans: everything in some dozens of plans, a part of it in thousands.
_MOST_PASSAGES = 2_000


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """One part of the upper document in one lower document. `state`: `same_words`, `taken_up`, `near` (alike, to be
    looked at) or `not_taken_up`; `added` is what a lower document has and the upper one does not, without `ref` and
    `text`. `words` is the clause of the upper text, `quote` the one of the lower that takes it up, `closeness` how
    alike the two are (0 to 1), `others` the refs of further parts that take it up. `stand_in`: the upper text
    is not held, and a passage that several plans have stands in for it."""

    state: str
    ref: str
    text: str
    document: str
    document_label: str
    place: str
    lower_ref: str
    words: str
    quote: str
    closeness: float
    others: tuple[str, ...]
    stand_in: bool


def coverage(
    store: Store, document: str, *, states: Collection[str] = (), place: str | None = None
) -> list[CoverageRow]:
    """Every provision or task of a document against every held document that carries it out, directly or through
    others: by the parts of the upper document, then what is added. When the upper text is not held, the passages that
    at least two plans share stand in for it. `states` and `place` keep rows of these states and of documents of that
    place. Empty when nothing that carries it out is held. Raises NotFound and Ambiguous. Six calls at most once the
    document is known."""
    start = find_document(store, document)
    found, texts = _found(store, start.id, _plans_below(store, start.id))
    rows = _rows(found, texts, range(len(found.parts)), range(len(found.plans)), found.added.tolist())
    return [
        row for row in rows if (not states or row.state in states) and (place is None or same_place(place, row.place))
    ]


def coverage_found(store: Store, document: str, *, among: Collection[str] | None = None) -> TakenUp:
    """What `coverage` answers with, without the words; `document` is an id. `among`: only these plans (by id)."""
    plans = _plans_below(store, document) if among is None else _held(store.nodes(among))
    return _found(store, document, plans)[0]


def coverage_rows(
    store: Store, found: TakenUp, pairs: Sequence[int], added: Sequence[int]
) -> tuple[list[CoverageRow], list[CoverageRow]]:
    """The rows of these of `found.pairs` and of these units that are added, in their order. One call."""
    numbers = {*found.pairs.unit[list(pairs)].tolist(), *added}
    nodes = store.nodes({found.units[n] for n in numbers})
    texts = {id: text_of_unit(node) for id, node in nodes.items()}
    return [_pair(found, texts, n) for n in pairs], [_added(found, texts, n) for n in added]


def every_row(
    store: Store, found: TakenUp, parts: Sequence[int], plans: Sequence[int], added: Sequence[int]
) -> list[CoverageRow]:
    """The rows of these parts in these plans and of these units that are added, in their order. One call."""
    read = units(store, [found.plans[n].id for n in plans])
    texts = {unit.id: unit.text for some in read.values() for unit in some}
    return _rows(found, texts, parts, plans, added)


def shared_passages(plans: Mapping[str, Sequence[Unit]], least: int = 2) -> list[Unit]:
    """The clauses that at least so many plans have in nearly the same words, each once, the most widely shared first:
    `~1`, `~2`. A clause stands for those that it is like. Of very many plans the longest give the passages: what is
    shared stands in several of them."""
    import numpy

    parts = [
        Unit(unit.id, unit.kind, unit.ref, unit.document, clause)
        for plan in plans.values()
        for unit in plan
        for clause in clauses(unit.text)
    ]
    if not parts:
        return []
    _names, home, lengths = numpy.unique([part.document for part in parts], return_inverse=True, return_counts=True)
    longest = numpy.lexsort((numpy.arange(len(parts)), home, -lengths[home]))
    asked = numpy.sort(longest[:_MOST_PASSAGES])
    found = alike([parts[n].text for n in asked], [part.text for part in parts], SHARED)
    starts = numpy.searchsorted(found.upper, numpy.arange(len(asked) + 1))
    like = [found.lower[one:other] for one, other in pairwise(starts)]
    alone = [-len(numpy.unique(home[some])) for some in like]
    weight = [-float(sum(found.closeness[one:other].tolist())) for one, other in pairwise(starts)]
    told = numpy.zeros(len(parts), bool)
    passages: list[Unit] = []
    for place in sorted((n for n in range(len(asked)) if len(like[n])), key=lambda n: (alone[n], weight[n], asked[n])):
        number, free = int(asked[place]), like[place][~told[like[place]]]
        if number in free and len(numpy.unique(home[free])) >= least:
            told[free] = True
            passages.append(replace(parts[number], ref=f"~{len(passages) + 1}"))
    return passages


def _plans_below(store: Store, document: str) -> dict[str, Node]:
    below = {step.edge.source for step in store.walk([document], ["implements"], down=True)} - {document}
    return _held(store.nodes(below))


def _held(nodes: Mapping[str, Node]) -> dict[str, Node]:
    return {
        id: nodes[id]
        for id in sorted(nodes)
        if nodes[id].kind == "document" and text_of(nodes[id], "status") == "ingested"
    }


def _found(store: Store, document: str, nodes: Mapping[str, Node]) -> tuple[TakenUp, dict[str, str]]:
    """With the words of the units of the plans, by id."""
    read = units(store, [document, *nodes]) if nodes else {}
    asked = read.pop(document, [])
    plans = {id: read.get(id, []) for id in nodes}
    found = taken_up(asked or shared_passages(plans), plans, nodes, stand_in=not asked)
    return found, {unit.id: unit.text for plan in plans.values() for unit in plan}


def _rows(
    found: TakenUp, texts: Mapping[str, str], parts: Iterable[int], plans: Sequence[int], added: Iterable[int]
) -> list[CoverageRow]:
    pairs = found.pairs
    at = {pair: n for n, pair in enumerate(zip(pairs.part.tolist(), pairs.plan.tolist(), strict=True))}
    rows = []
    for part in parts:
        for plan in plans:
            n = at.get((part, plan))
            rows.append(_nothing(found, part, plan) if n is None else _pair(found, texts, n))
    return rows + [_added(found, texts, n) for n in added]


def _pair(found: TakenUp, texts: Mapping[str, str], n: int) -> CoverageRow:
    pairs = found.pairs
    unit = int(pairs.unit[n])
    others = pairs.others[pairs.until[n - 1] if n else 0 : pairs.until[n]].tolist()
    part, plan = found.parts[pairs.part[n]], found.plans[pairs.plan[n]]
    return CoverageRow(
        state=STATES[pairs.state[n]],
        ref=part.ref,
        text=part.text,
        document=plan.id,
        document_label=plan.label,
        place=plan.place,
        lower_ref=found.refs[unit],
        words=clauses(part.text)[pairs.upper_clause[n]],
        quote=clauses(said)[pairs.lower_clause[n]] if (said := _said(found, texts, unit)) else "",
        closeness=float(pairs.closeness[n]),
        others=tuple(sorted({found.refs[other] for other in others}, key=ref_key)),
        stand_in=found.stand_in,
    )


def _said(found: TakenUp, texts: Mapping[str, str], unit: int) -> str:
    """The words of a unit of the plans; empty when they have changed since they were compared."""
    words = texts.get(found.units[unit], "")
    return words if mark_of(words) == found.marks[unit] else ""


def _nothing(found: TakenUp, part: int, plan: int) -> CoverageRow:
    return CoverageRow(
        state="not_taken_up",
        ref=found.parts[part].ref,
        text=found.parts[part].text,
        document=found.plans[plan].id,
        document_label=found.plans[plan].label,
        place=found.plans[plan].place,
        lower_ref="",
        words="",
        quote="",
        closeness=0.0,
        others=(),
        stand_in=found.stand_in,
    )


def _added(found: TakenUp, texts: Mapping[str, str], unit: int) -> CoverageRow:
    plan = found.plans[found.plan_of[unit]]
    return CoverageRow(
        state="added",
        ref="",
        text="",
        document=plan.id,
        document_label=plan.label,
        place=plan.place,
        lower_ref=found.refs[unit],
        words="",
        quote=_said(found, texts, unit),
        closeness=0.0,
        others=(),
        stand_in=found.stand_in,
    )
