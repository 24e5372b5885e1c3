"""Two documents side by side: their duties, figures and bodies."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from graph.folding import fold
from graph.store import Store
from queries.matching import TAKEN_UP, matches
from queries.names import find_document
from queries.targets import TargetRow, target_rows
from queries.tasks import TaskRow, task_rows

KINDS = ("duty", "figure", "body")
STATES = ("both", "only_a", "only_b")


@dataclass(frozen=True, slots=True)
class CompareRow:
    """One duty, figure or body of two documents A and B. `state`: in `both`, `only_a` or `only_b`; `closeness` how
    alike the two are (0 to 1). Of a duty `a` and `b` are its words and the bodies and deadlines stand beside them; of a
    figure they are its value and period; of a body its part in the document (`3 chủ trì, 2 phối hợp`)."""

    kind: str
    state: str
    subject: str
    ref_a: str
    a: str
    ref_b: str
    b: str
    leads_a: tuple[str, ...]
    leads_b: tuple[str, ...]
    deadline_a: str
    deadline_b: str
    differs: tuple[str, ...]
    closeness: float


def compare(store: Store, a: str, b: str) -> list[CompareRow]:
    """What two documents have in common and what each has alone, duties first, then figures, then bodies, in the order
    of A and then of B. `differs` names what is not the same in both: `leads`, `deadline`, `value`, `period`, `part`.
    Raises NotFound and Ambiguous."""
    one, other = find_document(store, a), find_document(store, b)
    inside = {edge.target for edge in store.edges(kinds=["contains"], documents=[one.id, other.id], evidence=False)}
    nodes = store.nodes(inside)
    duties = task_rows(store, {id: node for id, node in nodes.items() if node.kind == "task"})
    figures = target_rows(store, {id: node for id, node in nodes.items() if node.kind == "target"})
    ours, theirs = ([row for row in duties if row.document == id] for id in (one.id, other.id))
    sides = ([row for row in figures if row.document == id] for id in (one.id, other.id))
    return [*_duties(ours, theirs), *_figures(*sides), *_bodies(ours, theirs)]


def _pairs(
    ours: Sequence[str], theirs: Sequence[str], fits: Callable[[int, int], bool]
) -> Iterator[tuple[int | None, int | None, float]]:
    """Each text of either side once, with the likest of the other that is still free; first in our order, then what
    is left of theirs."""
    chosen: dict[int, tuple[int, float]] = {}
    free = set(range(len(theirs)))
    for match in sorted(matches(ours, theirs, TAKEN_UP), key=lambda m: (-m.closeness, m.upper, m.lower)):
        if match.upper not in chosen and match.lower in free and fits(match.upper, match.lower):
            chosen[match.upper] = match.lower, match.closeness
            free.discard(match.lower)
    for n in range(len(ours)):
        place, closeness = chosen.get(n, (None, 0.0))
        yield n, place, closeness
    for n in sorted(free):
        yield None, n, 0.0


def _state(ours: object | None, theirs: object | None) -> str:
    return "both" if ours is not None and theirs is not None else "only_a" if theirs is None else "only_b"


def _duties(ours: Sequence[TaskRow], theirs: Sequence[TaskRow]) -> Iterator[CompareRow]:
    pairs = _pairs([row.text for row in ours], [row.text for row in theirs], lambda one, other: True)
    for one, other, closeness in pairs:
        a, b = None if one is None else ours[one], None if other is None else theirs[other]
        deadlines = [(row.deadline_text or row.end or row.recurrence) if row else "" for row in (a, b)]
        differs = []
        if a and b:
            differs += ["leads"] if {_bare(n, a.place) for n in a.leads} != {_bare(n, b.place) for n in b.leads} else []
            times = [(row.start, row.end, row.recurrence) for row in (a, b)]
            differs += ["deadline"] if times[0] != times[1] else []
        yield CompareRow(
            kind="duty",
            state=_state(a, b),
            subject="",
            ref_a=a.ref if a else "",
            a=a.text if a else "",
            ref_b=b.ref if b else "",
            b=b.text if b else "",
            leads_a=a.leads if a else (),
            leads_b=b.leads if b else (),
            deadline_a=deadlines[0],
            deadline_b=deadlines[1],
            differs=tuple(differs),
            closeness=closeness,
        )


def _figures(ours: Sequence[TargetRow], theirs: Sequence[TargetRow]) -> Iterator[CompareRow]:
    def same_unit(one: int, other: int) -> bool:
        return fold(ours[one].unit).split()[:1] == fold(theirs[other].unit).split()[:1]

    for one, other, closeness in _pairs([row.subject for row in ours], [row.subject for row in theirs], same_unit):
        a, b = None if one is None else ours[one], None if other is None else theirs[other]
        shown = a or b
        differs = []
        if a and b:
            differs += ["value"] if (a.value, a.comparator) != (b.value, b.comparator) else []
            periods = [(row.period_start, row.period_end) for row in (a, b)]
            differs += ["period"] if periods[0] != periods[1] else []
        yield CompareRow(
            kind="figure",
            state=_state(a, b),
            subject=shown.subject if shown else "",
            ref_a=a.ref if a else "",
            a=_figure(a),
            ref_b=b.ref if b else "",
            b=_figure(b),
            leads_a=(),
            leads_b=(),
            deadline_a="",
            deadline_b="",
            differs=tuple(differs),
            closeness=closeness,
        )


def _bodies(ours: Sequence[TaskRow], theirs: Sequence[TaskRow]) -> Iterator[CompareRow]:
    """The bodies of either document by name without the place: the departments of two provinces are compared."""
    sides = [_parts(ours), _parts(theirs)]
    for name in sorted({*sides[0], *sides[1]}, key=lambda name: (-sum(sum(s.get(name, (0, 0))) for s in sides), name)):
        a, b = (side.get(name) for side in sides)
        yield CompareRow(
            kind="body",
            state=_state(a, b),
            subject=name,
            ref_a="",
            a=_part(a),
            ref_b="",
            b=_part(b),
            leads_a=(),
            leads_b=(),
            deadline_a="",
            deadline_b="",
            differs=("part",) if a and b and a != b else (),
            closeness=1.0 if a and b else 0.0,
        )


def _parts(rows: Sequence[TaskRow]) -> dict[str, tuple[int, int]]:
    counted: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for row in rows:
        for place, names in enumerate((row.leads, row.supports)):
            for name in {_bare(name, row.place) for name in names}:
                counted[name][place] += 1
    return {name: (leads, supports) for name, (leads, supports) in counted.items()}


def _bare(name: str, place: str) -> str:
    """`Sở Xây dựng tỉnh Lai Châu` in a plan of Lai Châu is `Sở Xây dựng`."""
    bare = name.removesuffix(place).rstrip() if place else name
    return bare.removesuffix(" tỉnh").removesuffix(" thành phố") if bare != name else name


def _part(counts: tuple[int, int] | None) -> str:
    if counts is None:
        return ""
    said = zip(counts, ("chủ trì", "phối hợp"), strict=True)
    return ", ".join(f"{count} {part}" for count, part in said if count)


def _figure(row: TargetRow | None) -> str:
    if row is None:
        return ""
    years = "-".join(dict.fromkeys(year for year in (row.period_start[:4], row.period_end[:4]) if year))
    bound = "" if row.comparator == "=" else f"{row.comparator} "
    return " ".join(filter(None, (f"{bound}{row.value:g}" if row.value is not None else "", row.unit, years)))
