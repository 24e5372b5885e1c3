"""How plans take up each part of an upper text, as numbers and ids: what a page counts, sorts and chooses from. The
words are looked up for the parts that somebody reads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from zlib import crc32

from graph.model import Node
from queries.matching import NEAR, SAME_WORDS, TAKEN_UP, Alike, alike
from queries.props import text_of
from queries.refs import ref_key
from queries.units import Unit

if TYPE_CHECKING:
    from numpy import bool_, float64, int64, uint8
    from numpy.typing import NDArray

STATES = ("same_words", "taken_up", "near", "not_taken_up", "added")
_NOT_TAKEN_UP, _ADDED = STATES.index("not_taken_up"), STATES.index("added")


@dataclass(frozen=True, slots=True)
class Plan:
    """A document that carries out the upper one."""

    id: str
    label: str
    place: str


@dataclass(frozen=True, slots=True)
class Pairs:
    """A part of the upper text and a plan that has something like it, by part and then by plan, as arrays of one
    length: the two, the state, how close the closest unit of the plan comes, that unit, and the clauses that are
    alike. The units that take the part up as well are `others[until[n - 1] : until[n]]`."""

    part: NDArray[int64]
    plan: NDArray[int64]
    state: NDArray[uint8]
    closeness: NDArray[float64]
    unit: NDArray[int64]
    upper_clause: NDArray[int64]
    lower_clause: NDArray[int64]
    others: NDArray[int64]
    until: NDArray[int64]


@dataclass(frozen=True, slots=True)
class TakenUp:
    """Parts of an upper text and its plans by id; the units of the plans as parallel sequences, by plan: id, ref, the
    mark of its words, place of the plan in `plans`. `added` are the units that no part comes near enough to.
    `stand_in`: passages that the plans share stand in for the upper text."""

    parts: Sequence[Unit]
    plans: Sequence[Plan]
    units: Sequence[str]
    refs: Sequence[str]
    marks: Sequence[int]
    plan_of: NDArray[int64]
    pairs: Pairs
    added: NDArray[int64]
    stand_in: bool

    def of_place(self, place: str) -> NDArray[bool_]:
        """Which plans are of a place; all when it is empty."""
        import numpy

        return numpy.array([not place or plan.place == place for plan in self.plans], bool)

    def by_plan(self) -> NDArray[int64]:
        """For each plan how many parts are in each of STATES in it, and how many of its units are added."""
        import numpy

        counts = numpy.zeros((len(self.plans), len(STATES)), numpy.int64)
        numpy.add.at(counts, (self.pairs.plan, self.pairs.state), 1)
        counts[:, _NOT_TAKEN_UP] = len(self.parts) - counts[:, :_NOT_TAKEN_UP].sum(axis=1)
        counts[:, _ADDED] = numpy.bincount(self.plan_of[self.added], minlength=len(self.plans))
        return counts

    def by_part(self, chosen: NDArray[bool_]) -> NDArray[int64]:
        """For each part in how many of the chosen plans it is in each of STATES."""
        import numpy

        counts = numpy.zeros((len(self.parts), len(STATES)), numpy.int64)
        here = chosen[self.pairs.plan]
        numpy.add.at(counts, (self.pairs.part[here], self.pairs.state[here]), 1)
        counts[:, _NOT_TAKEN_UP] = int(chosen.sum()) - counts[:, :_NOT_TAKEN_UP].sum(axis=1)
        return counts

    def answers(self, part: int, chosen: NDArray[bool_], state: str = "") -> NDArray[int64]:
        """Which of `pairs` say how the chosen plans take up a part, the closest first; only those in a state."""
        import numpy

        first, after = numpy.searchsorted(self.pairs.part, [part, part + 1])
        found = numpy.arange(first, after)
        found = found[chosen[self.pairs.plan[found]]]
        if state:
            found = found[self.pairs.state[found] == STATES.index(state)]
        return found[numpy.argsort(-self.pairs.closeness[found], kind="stable")]

    def added_in(self, chosen: NDArray[bool_]) -> NDArray[int64]:
        """The units that the chosen plans add, in their order."""
        return self.added[chosen[self.plan_of[self.added]]]


def mark_of(words: str) -> int:
    """By this it is seen whether the words of a unit are still those that were compared."""
    return crc32(words.encode())


def taken_up(
    parts: Sequence[Unit], plans: Mapping[str, Sequence[Unit]], nodes: Mapping[str, Node], *, stand_in: bool = False
) -> TakenUp:
    """These parts of an upper text against the units of these plans."""
    import numpy

    order = sorted(plans)
    lower = [unit for id in order for unit in plans[id]]
    plan_of = numpy.repeat(numpy.arange(len(order)), [len(plans[id]) for id in order])
    found = alike([unit.text for unit in parts], [unit.text for unit in lower])
    taken = numpy.zeros(len(lower), bool)
    taken[found.lower[found.closeness >= TAKEN_UP]] = True
    refs = [unit.ref for unit in lower]
    return TakenUp(
        parts=parts,
        plans=[Plan(id, nodes[id].label, text_of(nodes[id], "place")) for id in order],
        units=[unit.id for unit in lower],
        refs=refs,
        marks=[mark_of(unit.text) for unit in lower],
        plan_of=plan_of,
        pairs=_pairs(found, plan_of, refs, len(order)),
        added=numpy.flatnonzero(~taken),
        stand_in=stand_in,
    )


def _pairs(found: Alike, plan_of: NDArray[int64], refs: Sequence[str], plans: int) -> Pairs:
    """Of the units of a plan that are like a part the closest, of equal ones the first as the plan numbers them."""
    import numpy

    known = {ref: ref_key(ref) for ref in set(refs)}
    places = {key: n for n, key in enumerate(sorted(set(known.values())))}
    rank = numpy.array([places[known[ref]] for ref in refs], numpy.int64)
    pair = found.upper * plans + plan_of[found.lower]
    order = numpy.lexsort((found.lower, rank[found.lower], -found.closeness, pair))
    pair = pair[order]
    leads = numpy.diff(pair, prepend=-1) != 0
    first = order[leads]
    number = numpy.cumsum(leads) - 1
    also = ~leads & (found.closeness[order] >= TAKEN_UP)
    closeness = found.closeness[first]
    state = sum(((closeness < least).astype(numpy.uint8) for least in (SAME_WORDS, TAKEN_UP, NEAR)), numpy.uint8(0))
    return Pairs(
        part=found.upper[first],
        plan=plan_of[found.lower[first]],
        state=numpy.asarray(state, numpy.uint8).reshape(len(first)),
        closeness=closeness,
        unit=found.lower[first],
        upper_clause=found.upper_clause[first],
        lower_clause=found.lower_clause[first],
        others=found.lower[order[also]],
        until=numpy.cumsum(numpy.bincount(number[also], minlength=len(first))),
    )
