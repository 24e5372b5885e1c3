"""Do the figures agree? Parts against totals, years against periods, assigned against adopted against achieved.

A sum is only held against a total when the text itself ties the parts to it (`part_of`), or when figures of the same
matter and unit divide the total's period without gap or overlap. A part that is only one of many, a rate, a figure of
the whole country beside a province's: none of these is a contradiction, and none is reported as one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise, product
from typing import TYPE_CHECKING

from graph.folding import fold
from queries.names import place_key, words
from queries.refs import ref_key

if TYPE_CHECKING:
    from queries.targets import TargetRow

CONFIRMED, CONTRADICTS, RESTATED, OPEN = "confirmed", "contradicts", "restated", "open"
VERDICTS = (CONTRADICTS, RESTATED, OPEN, CONFIRMED)
# Figures that divide a period but miss the total by more than this are of another scope, such as the country's.
_NEAR = 0.1
_MOST_CHOICES = 200
_RATES = frozenset({"%", "phan tram", "‰"})
_COUNTED = {"can ho": "can", "can nha": "can", "can nha o": "can", "can ho nha o": "can", "nha": "can"}
# Words of doing, counting and time: what is left says what the figure is about. Written in lines to be read as words.
_COMMON = frozenset(
    """
    can ho chi tieu hoan thanh dau tu xay dung phan dau giai doan nam den trong tong so cong ca cac cua cho va theo voi
    duoc giao ke hoach hang tren dia ban tinh thanh pho toan phat trien moi thoi ky muc la co it nhat toi thieu khoang
    de an da thuc hien trieu doi tuong
    """.split()  # noqa: SIM905
)
_MARKS = str.maketrans(",.", ".,")
_WORDS_OF_TITLE = re.compile(r"[“\"][^“”\"]*[”\"]")


@dataclass(frozen=True, slots=True)
class TargetCheck:
    """One comparison. `kind`: `parts` (a total and what it consists of), `periods` (a period and those that divide it),
    `stated_twice`, `assigned_adopted`, `assigned_achieved`. `verdict`: `confirmed`, `contradicts`, `restated` (the same
    figure in other terms) or `open` (they differ, and may). `stated` is the figure held against `found`, what the
    others come to; `difference` is found less stated. `targets` are the ids compared, the total first,
    `quotes` their words in the same order."""

    verdict: str
    kind: str
    document: str
    place: str
    ref: str
    subject: str
    unit: str
    stated: float
    found: float
    difference: float
    explanation: str
    targets: tuple[str, ...]
    quote: str
    quotes: tuple[str, ...]


def compare(rows: Iterable[TargetRow]) -> list[TargetCheck]:
    """Every comparison that these figures allow, contradictions first, each once however often it is repeated."""
    stated = [row for row in rows if row.value is not None]
    by_document: dict[str, list[TargetRow]] = defaultdict(list)
    by_place: dict[str, list[TargetRow]] = defaultdict(list)
    for row in stated:
        by_document[row.document].append(row)
        by_place[place_key(row.place)].append(row)
    checks: list[TargetCheck] = []
    for own in by_document.values():
        checks += _once([*_parts(own), *_periods(own)])
        checks += _once(_restated(own))
    for own in by_place.values():
        checks += _once(_assigned(own))
    return sorted(
        checks, key=lambda check: (VERDICTS.index(check.verdict), check.document, ref_key(check.ref), check.kind)
    )


# -- parts and totals


def _parts(rows: Sequence[TargetRow]) -> Iterator[TargetCheck]:
    """Totals and the parts that the text itself ties to them."""
    known = {row.target: row for row in rows}
    children: dict[str, list[TargetRow]] = defaultdict(list)
    for row in rows:
        if row.part_of in known and unit_key(row) == unit_key(known[row.part_of]) and unit_key(row) not in _RATES:
            children[row.part_of].append(row)
    for total_id, parts in children.items():
        total = known[total_id]
        parts = list({(p.value, p.period_start, p.period_end, fold(p.subject)): p for p in parts}.values())
        if len(parts) < 2:
            continue
        divided = all(_years(p) for p in parts) and _divides(total, parts)
        if len({_years(p) for p in parts}) > 1 and not divided:
            # Parts of several periods that leave gaps or overlap are no sum; _periods looks for those that are.
            continue
        found = _sum(parts)
        stated = _value(total)
        if found == stated:
            verdict = CONFIRMED
        elif divided or found > stated:
            verdict = CONTRADICTS if total.comparator != ">=" or found < stated else OPEN
        else:
            verdict = OPEN
        yield _check(verdict, "parts", total, parts, found)


def _periods(rows: Sequence[TargetRow]) -> Iterator[TargetCheck]:
    """Totals whose period is divided by other figures of the same matter: 2021-2030 by 2021-2025 and 2026-2030."""
    usable = [row for row in rows if _years(row) and unit_key(row) not in _RATES and not _in_title(row)]
    for total in usable:
        years = _years(total)
        if years is None or years[0] == years[1] or total.comparator != "=":
            continue
        segments: dict[tuple[int, int], list[TargetRow]] = defaultdict(list)
        for row in usable:
            span = _years(row)
            if span and span != years and years[0] <= span[0] and span[1] <= years[1] and same_matter(total, row):
                segments[span].append(row)
        for tiling in _tilings(years, segments):
            if not _reducible(tiling, segments):
                yield from _judge(total, [segments[span] for span in tiling])


def _judge(total: TargetRow, figures: Sequence[list[TargetRow]]) -> Iterator[TargetCheck]:
    """One division of a total: confirmed when some choice of figures adds up, otherwise judged by the best fitting."""
    fitting = [_fitting(total, found) for found in figures]
    if not all(fitting):
        return
    # A total may be of what was achieved without saying so: `Hoàn thành 2021 - 2025`.
    for among in (fitting, figures) if total.status != "achieved" else (fitting,):
        for choice in islice(product(*among), _MOST_CHOICES):
            if _sum(choice) == _value(total):
                yield _check(CONFIRMED, "periods", total, choice, _value(total))
                return
    nearest = [found[0] for found in fitting]
    if abs(_sum(nearest) - _value(total)) <= _NEAR * _value(total):
        yield _check(CONTRADICTS, "periods", total, nearest, _sum(nearest))


def _reducible(tiling: Sequence[tuple[int, int]], segments: Collection[tuple[int, int]]) -> bool:
    """True when neighbours in it together are a period with a figure of its own: that figure's check says what there
    is to say."""
    size = len(tiling)
    runs = ((first, last) for first in range(size) for last in range(first + 1, size) if last - first < size - 1)
    return any((tiling[first][0], tiling[last][1]) in segments for first, last in runs)


def _tilings(
    years: tuple[int, int], segments: Iterable[tuple[int, int]], most: int = 20
) -> Iterator[list[tuple[int, int]]]:
    """Ways to lay the segments end to end over the years; at most `most`, the longest segments first."""
    by_start: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for span in sorted(segments, key=lambda span: span[0] - span[1]):
        by_start[span[0]].append(span)

    def lay(start: int) -> Iterator[list[tuple[int, int]]]:
        if start > years[1]:
            yield []
            return
        for span in by_start.get(start, ()):
            for rest in lay(span[1] + 1):
                yield [span, *rest]

    return islice(lay(years[0]), most)


def _fitting(total: TargetRow, figures: Iterable[TargetRow]) -> list[TargetRow]:
    """The figures of one period that may be held against the total. What was achieved adds up to what was achieved; in
    a plan it stands in only where nothing was planned for that period."""
    figures = sorted(figures, key=lambda row: (row.status != total.status, row.target))
    if total.status == "achieved":
        return [row for row in figures if row.status == "achieved"]
    planned = [row for row in figures if row.status != "achieved"]
    return planned or figures


def _divides(total: TargetRow, parts: Sequence[TargetRow]) -> bool:
    """True when the parts' periods cover the total's (or, if it states none, one another) without gap or overlap."""
    spans = sorted(span for part in parts if (span := _years(part)))
    if any(before[1] + 1 != after[0] for before, after in pairwise(spans)):
        return False
    years = _years(total)
    return years is None or (spans[0][0], spans[-1][1]) == years


# -- the same figure again


def _restated(rows: Sequence[TargetRow]) -> Iterator[TargetCheck]:
    """One figure once as exact and once as a bound: 1.500 flats, and at least 1.500."""
    groups: dict[tuple[float, str], list[TargetRow]] = defaultdict(list)
    for row in rows:
        if not row.part_of and row.status != "achieved" and not _in_title(row):
            groups[_value(row), unit_key(row)].append(row)
    for group in groups.values():
        for n, one in enumerate(group):
            other = next(
                (
                    o
                    for o in group[n + 1 :]
                    if o.comparator != one.comparator and same_matter(one, o) and _same_end(one, o)
                ),
                None,
            )
            if other:
                yield _check(RESTATED, "stated_twice", one, [other], _value(other))
                break


def _assigned(rows: Sequence[TargetRow]) -> Iterator[TargetCheck]:
    """What was set from above, what the place adopted and what it achieved, for the same matter and years."""
    for assigned in (row for row in rows if row.status == "assigned" and unit_key(row) not in _RATES and _years(row)):
        for other in rows:
            if (
                other.status in ("target", "achieved")
                and _years(other) == _years(assigned)
                and not _in_title(other)
                and other.part_of != assigned.target
                and same_matter(assigned, other)
                and abs(_value(other) - _value(assigned)) <= 0.5 * _value(assigned)
            ):
                kind = "assigned_achieved" if other.status == "achieved" else "assigned_adopted"
                same = _value(other) == _value(assigned)
                yield _check(CONFIRMED if same else OPEN, kind, assigned, [other], _value(other))


# -- what is comparable


def same_matter(one: TargetRow, other: TargetRow) -> bool:
    """Same unit and place, and the words of the one subject contain those of the other."""
    if unit_key(one) != unit_key(other) or place_key(one.place) != place_key(other.place):
        return False
    first, second = _matter(one), _matter(other)
    return first <= second or second <= first


def _matter(row: TargetRow) -> frozenset[str]:
    plain = _WORDS_OF_TITLE.sub(" ", row.subject)
    return frozenset(w for w in words(plain) if w not in _COMMON and not w.isdigit()) - set(words(row.place))


def _in_title(row: TargetRow) -> bool:
    """The figure is part of a work's title (`Đề án "... ít nhất 01 triệu căn hộ ..."`), not of this plan."""
    figure = fold(row.quote)
    return (
        bool(re.search(r"\b(?:de an|chuong trinh)\b[^.;]{0,60}[“\"][^”\"]{0,400}\btrieu\b", figure))
        and _value(row) >= 1e6
    )


def _same_end(one: TargetRow, other: TargetRow) -> bool:
    first, second = one.period_end[:4], other.period_end[:4]
    return first == second or not first or not second


def unit_key(row: TargetRow) -> str:
    """One key for the spellings of a unit: `căn`, `căn hộ`."""
    unit = fold(row.unit)
    return _COUNTED.get(unit, unit)


def _years(row: TargetRow) -> tuple[int, int] | None:
    start, end = row.period_start[:4], row.period_end[:4]
    return (int(start), int(end)) if start.isdecimal() and end.isdecimal() and start <= end else None


def _value(row: TargetRow) -> float:
    return row.value if row.value is not None else 0.0


def _sum(rows: Iterable[TargetRow]) -> float:
    return round(sum(_value(row) for row in rows), 6)


# -- rows


def _check(verdict: str, kind: str, total: TargetRow, others: Sequence[TargetRow], found: float) -> TargetCheck:
    others = sorted(others, key=lambda row: (row.period_start, row.period_end, row.target))
    stated = _value(total)
    sign = {CONFIRMED: "=", RESTATED: "="}.get(verdict, "≠")
    left = " + ".join(_said(row) for row in others)
    comes = f" = {_figure(found)}" if len(others) > 1 and verdict != CONFIRMED else ""
    return TargetCheck(
        verdict=verdict,
        kind=kind,
        document=total.document,
        place=total.place,
        ref=total.ref,
        subject=total.subject,
        unit=total.unit,
        stated=stated,
        found=found,
        difference=round(found - stated, 6),
        explanation=f"{left}{comes} {sign} {_said(total)}",
        targets=(total.target, *(row.target for row in others)),
        quote=total.quote,
        quotes=(total.quote, *(row.quote for row in others)),
    )


def _said(row: TargetRow) -> str:
    """`≥ 1.500 (2021-2030)`"""
    bound = {">=": "≥ ", "<=": "≤ "}.get(row.comparator, "")
    ends = [year for year in (row.period_start[:4], row.period_end[:4]) if year]
    period = f" ({'-'.join(dict.fromkeys(ends))})" if ends else ""
    done = " đã đạt" if row.status == "achieved" else ""
    return f"{bound}{_figure(_value(row))}{done}{period}"


def _figure(value: float) -> str:
    """As Vietnamese texts write it: `1.500`, `23,29`."""
    text = f"{value:,.10g}" if value == int(value) else f"{value:,}"
    return text.translate(_MARKS)


def _once(checks: Iterable[TargetCheck]) -> list[TargetCheck]:
    """Without repetitions: the same values compared again, in another place of the text or in another way."""
    seen: set[tuple[object, ...]] = set()
    kept = []
    for check in checks:
        group = "sum" if check.kind in ("parts", "periods") else check.kind
        key = (group, check.verdict, check.stated, check.explanation.split("≠")[0].split(" = ")[0])
        if key not in seen:
            seen.add(key)
            kept.append(check)
    return kept
