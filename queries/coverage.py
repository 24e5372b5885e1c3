"""Which lower documents take up what an upper one asks for, in which words, and what they add."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from graph.model import Node
from graph.store import Store
from queries.matching import NEAR, SAME_WORDS, SHARED, TAKEN_UP, Match, clauses, matches
from queries.names import find_document, same_place
from queries.props import text_of
from queries.refs import ref_key
from queries.units import Unit, units

# So many clauses are looked for in all the plans: everything in some dozens of plans, a part of it in thousands.
_MOST_PASSAGES = 2_000
STATES = ("same_words", "taken_up", "near", "not_taken_up", "added")


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
    below = {step.edge.source for step in store.walk([start.id], ["implements"], down=True)} - {start.id}
    lower = {
        id: node
        for id, node in store.nodes(below).items()
        if node.kind == "document" and text_of(node, "status") == "ingested"
    }
    parts = units(store, [start.id, *lower]) if lower else {}
    asked = parts.pop(start.id, [])
    plans = {id: parts.get(id, []) for id in lower}
    rows = covered(asked or shared_passages(plans), plans, lower, stand_in=not asked)
    return [
        row for row in rows if (not states or row.state in states) and (place is None or same_place(place, row.place))
    ]


def covered(
    asked: Sequence[Unit], plans: Mapping[str, Sequence[Unit]], nodes: Mapping[str, Node], *, stand_in: bool = False
) -> list[CoverageRow]:
    """The rows of these parts of an upper text against these plans."""
    parts = [unit for plan in plans.values() for unit in plan]
    found: dict[tuple[int, str], list[Match]] = defaultdict(list)
    taken: set[int] = set()
    for match in matches([unit.text for unit in asked], [unit.text for unit in parts]):
        found[match.upper, parts[match.lower].document].append(match)
        if match.closeness >= TAKEN_UP:
            taken.add(match.lower)
    rows = []
    for place, unit in enumerate(asked):
        for plan, node in sorted(nodes.items()):
            if plan in plans:
                alike = sorted(found.get((place, plan), ()), key=lambda m: (-m.closeness, ref_key(parts[m.lower].ref)))
                rows.append(_row(unit, node, alike, parts, stand_in=stand_in))
    for number, unit in enumerate(parts):
        if number not in taken:
            rows.append(_added(unit, nodes[unit.document], stand_in=stand_in))
    return rows


def shared_passages(plans: Mapping[str, Sequence[Unit]], least: int = 2) -> list[Unit]:
    """The clauses that at least so many plans have in nearly the same words, each once, the most widely shared first:
    `~1`, `~2`. A clause stands for those that it is like. Of very many plans the longest give the passages: what is
    shared stands in several of them."""
    parts = [
        Unit(unit.id, unit.kind, unit.ref, unit.document, clause)
        for plan in plans.values()
        for unit in plan
        for clause in clauses(unit.text)
    ]
    lengths = Counter(part.document for part in parts)
    longest = sorted(range(len(parts)), key=lambda n: (-lengths[parts[n].document], parts[n].document, n))
    asked = sorted(longest[:_MOST_PASSAGES])
    alike: dict[int, dict[int, float]] = defaultdict(dict)
    for match in matches([parts[n].text for n in asked], [part.text for part in parts], SHARED):
        alike[asked[match.upper]][match.lower] = match.closeness

    def order(number: int) -> tuple[int, float, int]:
        return -len({parts[other].document for other in alike[number]}), -sum(alike[number].values()), number

    told: set[int] = set()
    found: list[Unit] = []
    for number in sorted(alike, key=order):
        like = {other for other in alike[number] if other not in told}
        if number in like and len({parts[other].document for other in like}) >= least:
            told |= like
            found.append(replace(parts[number], ref=f"~{len(found) + 1}"))
    return found


def state_of(closeness: float) -> str:
    """The state that a closeness means."""
    if closeness >= SAME_WORDS:
        return "same_words"
    return "taken_up" if closeness >= TAKEN_UP else "near" if closeness >= NEAR else "not_taken_up"


def _row(unit: Unit, node: Node, alike: Sequence[Match], parts: Sequence[Unit], *, stand_in: bool) -> CoverageRow:
    best = alike[0] if alike else None
    return CoverageRow(
        state=state_of(best.closeness) if best else "not_taken_up",
        ref=unit.ref,
        text=unit.text,
        document=node.id,
        document_label=node.label,
        place=text_of(node, "place"),
        lower_ref=parts[best.lower].ref if best else "",
        words=best.upper_words if best else "",
        quote=best.lower_words if best else "",
        closeness=best.closeness if best else 0.0,
        others=_refs(parts[match.lower] for match in alike[1:] if match.closeness >= TAKEN_UP),
        stand_in=stand_in,
    )


def _refs(parts: Iterable[Unit]) -> tuple[str, ...]:
    return tuple(sorted({unit.ref for unit in parts}, key=ref_key))


def _added(unit: Unit, node: Node, *, stand_in: bool) -> CoverageRow:
    return CoverageRow(
        state="added",
        ref="",
        text="",
        document=node.id,
        document_label=node.label,
        place=text_of(node, "place"),
        lower_ref=unit.ref,
        words="",
        quote=unit.text,
        closeness=0.0,
        others=(),
        stand_in=stand_in,
    )
