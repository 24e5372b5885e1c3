"""A small chart of figures: bars on one scale, drawn as SVG with attributes and classes alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from queries.figures import unit_key
from queries.targets import TargetRow


@dataclass(frozen=True, slots=True)
class Bar:
    """One figure: its length in hundredths of the longest, its years."""

    row: TargetRow
    length: float
    label: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars on one scale, of one unit."""

    bars: tuple[Bar, ...]
    unit: str


def chart(rows: Sequence[TargetRow], chosen: str = "", most: int = 24) -> Chart | None:
    """A bar for each figure of the most frequent unit, by years; None when there are not two of them."""
    stated = [row for row in rows if row.value is not None and row.value >= 0]
    wanted = next((unit_key(row) for row in stated if row.target == chosen), None)
    if wanted is None:
        wanted = max(Counter(unit_key(row) for row in stated).items(), key=lambda pair: pair[1], default=("", 0))[0]
    # The same figure stated again is one bar, the chosen one where it is among them.
    told: dict[tuple[str, float | None, str], TargetRow] = {}
    for row in stated:
        if unit_key(row) == wanted:
            same = (years(row), row.value, row.status)
            told[same] = row if row.target == chosen else told.get(same, row)
    kept = list(told.values())[:most]
    top = max((row.value or 0 for row in kept), default=0)
    if len(kept) < 2 or top <= 0:
        return None
    bars = tuple(
        Bar(row, round(max(0.6, (row.value or 0) / top * 100), 1), years(row), row.target == chosen) for row in kept
    )
    return Chart(bars, kept[0].unit)


def years(row: TargetRow) -> str:
    """`2026`, `2021–2025`, `≤ 2030` when only the end is stated."""
    start, end = row.period_start[:4], row.period_end[:4]
    if start and end:
        return start if start == end else f"{start}–{end}"
    return f"→ {end}" if end else f"{start} →" if start else "–"
