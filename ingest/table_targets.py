"""Figures of tables of years: each number under a heading that names a year, a period or a total."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.columns import column
from ingest.goal_parts import is_result_column
from ingest.layout import Cell, Grid
from ingest.letters import rule
from ingest.numbers import FIGURE, figure
from ingest.periods import PERIOD, undated, years
from ingest.signs import sign_of
from ingest.target import Target
from ingest.units import UNIT, bare_unit, unit_name

# What a heading counts: `Số căn hộ hoàn thành`, `Chỉ tiêu (%)`.
_COUNTED = rule(
    r"(?<!\w)(?:%|căn\s+hộ|căn|dự\s+án|ha|tỷ\s+đồng|triệu\s+đồng|người|lao\s+động|km|hộ(?!\s+(?:nghèo|cận)))(?!\w)",
    re.I,
)
_NUMBER_CELL = rule(
    rf"""
    ^(?:(?P<sign>[≥≤><=]{{1,2}}|trên|dưới|ít\s+nhất|tối\s+thiểu|tối\s+đa|không\s+quá)\s*)?
    (?P<value>{FIGURE})(?:\s*[-–]\s*(?P<high>{FIGURE}))?(?:\s*(?P<unit>{UNIT}))?
    (?:\s*(?P<bound>trở\s+lên|trở\s+xuống))?$
    """,
    re.I | re.X,
)
# A heading whose year needs no `năm`: `Kế hoạch 2026`, `TH 2024`, `Mục tiêu đến 2030`.
_ENDS_IN_YEAR = rule(r"(?P<until>(?:đến|tới|hết)\s+)?(?<![\w/.-])(?P<year>(?:19|20)\d\d)\W{0,2}$", re.I)
_BARE_YEAR = rule(r"^(?:19|20)\d\d$")
_STEP = 10
"""How many years at most lie from one column of years to the next."""
_UNIT_IN_LABEL = rule(
    rf"\(\s*(?P<bracketed>{UNIT})\s*\)|^(?:tổng\s+)?số(?:\s+lượng)?\s+(?P<counted>{UNIT})(?!\w)", re.I
)
_RATE = rule(r"(?:tỷ|tỉ)\s+lệ(?!\w)", re.I)


def table_targets(grid: Grid, prefix: str, unit_hint: str = "") -> list[Target]:
    """Figures of a table of years or periods: each number under a heading that names a year, a period or a total."""
    above = _heading_rows(grid)
    head = [
        " ".join(dict.fromkeys(row[n].text for row in grid.rows[:above] if row[n].text))
        for n in range(len(grid.rows[0]))
    ]
    periods = [_heading_period(h) for h in head]
    if sum(p is not None for p in periods) < 2:
        return []
    named = _COUNTED.search(" ".join(head))
    unit_hint = unit_hint or (named[0] if named else "")
    unit_at = next((n for n, cell in enumerate(grid.rows[0]) if column(cell.text) == "unit"), None)
    out: list[Target] = []
    for row in grid.rows[above:]:
        if sum(_NUMBER_CELL.match(c.text) is not None for c in row) < 2 or _heads(row):
            continue
        out += _row_targets(row, head, periods, prefix, unit_hint, unit_at, len(out))
    return out


def _heading_rows(grid: Grid) -> int:
    """How many rows stand above the first with figures."""
    return next((n for n, row in enumerate(grid.rows) if not _heads(row)), len(grid.rows))


def _heads(row: Sequence[Cell]) -> bool:
    """Whether a row has no figures, or none but years one after the other."""
    numbers = [c.text for c in row if _NUMBER_CELL.match(c.text)]
    bare = [int(text) for text in dict.fromkeys(numbers) if _BARE_YEAR.match(text)]
    return len(bare) == len(dict.fromkeys(numbers)) and all(0 < b - a < _STEP for a, b in pairwise(bare))


def _row_targets(
    row: tuple[Cell, ...],
    head: list[str],
    periods: list[tuple[str, str] | None],
    prefix: str,
    unit_hint: str,
    unit_at: int | None,
    base: int,
) -> list[Target]:
    """The figures of a row; where it has one for all the years together, those of the years are its parts. `base` is
    how many targets the rows above gave."""
    words = [c.text for c in row if c.text and not _NUMBER_CELL.match(c.text)]
    label = next((text for text in words if not re.fullmatch(UNIT, text, re.I)), "")
    stated = bare_unit(row[unit_at].text) if unit_at is not None else ""
    stated = stated or next((text for text in words if re.fullmatch(UNIT, text, re.I)), "")
    unit = stated.lower() or _unit_of(label) or unit_hint
    out: list[Target] = []
    every = _all_years(row, periods)
    for cell, named, period in zip(row, head, periods, strict=False):
        match = _NUMBER_CELL.match(cell.text)
        if not match or period is None:
            continue
        high = figure(match["high"]) if match["high"] else None
        bound = match["bound"] or ""
        comparator = ">=" if high is not None else sign_of(bound or match["sign"] or "")
        out.append(
            Target(
                prefix,
                " ".join(f"{label} {named}".split()),
                figure(match["value"]),
                (match["unit"] or unit).lower(),
                comparator,
                *(every if period == ("", "") else period),
                "achieved" if is_result_column(named) else "target",
                cell.start,
                cell.end,
                None,
                rule="target.table",
                value_max=high,
            )
        )
    return _with_parts(out, every, base)


def _unit_of(label: str) -> str:
    """The unit that the words before the figures of a row name: `Tỷ lệ ...`, `Số bác sĩ/vạn dân`, `Lúa (tấn)`."""
    named = _UNIT_IN_LABEL.search(label)
    if named:
        return unit_name(named["bracketed"] or named["counted"])
    return "%" if _RATE.match(label) else ""


def _all_years(row: Sequence[Cell], periods: Sequence[tuple[str, str] | None]) -> tuple[str, str]:
    """The years that a total of the row is for: from the first to the last that have columns of their own, and those of
    the periods beside them where its figures add up with them only."""
    figures = [(p, _value(cell)) for cell, p in zip(row, periods, strict=False) if p is not None]
    single = {p[0]: value for p, value in figures if p[0] and p[0] == p[1]}
    if not single:
        return "", ""
    beside = {p: value for p, value in figures if p[0] < p[1] and not any(p[0] <= y <= p[1] for y in single)}
    total = next((value for p, value in figures if p == ("", "")), 0)
    whole = sum(single.values()) + sum(beside.values())
    every = [*single, *(year for p in beside for year in p if total == whole)]
    return min(every), max(every)


def _value(cell: Cell) -> int | float:
    match = _NUMBER_CELL.match(cell.text)
    return figure(match["value"]) if match else 0


def _with_parts(row: list[Target], every: tuple[str, str], base: int) -> list[Target]:
    whole = next((n for n, t in enumerate(row) if (t.period_start, t.period_end) == every), None)
    if whole is None or every[0] == every[1]:
        return row
    single = {t.period_start for t in row if t.period_start == t.period_end}

    def is_part(t: Target) -> bool:
        """A year, or a period that no columns break down into years."""
        if t is row[whole] or t.status != "target" or not t.period_start:
            return False
        if t.period_start < every[0] or t.period_end > every[1]:
            return False
        return t.period_start in single or not any(t.period_start <= year <= t.period_end for year in single)

    return [replace(t, part_of=base + whole) if is_part(t) else t for t in row]


def _heading_period(words: str) -> tuple[str, str] | None:
    """The years a column heading names; empty years for a total; None when it is no column of figures."""
    words = undated(words)
    found = list(PERIOD.finditer(words))
    single = [m for m in found if m["single"]]
    if single:
        return years(single[-1])
    if found:
        return years(found[-1])
    if ends := _ENDS_IN_YEAR.search(words.rstrip()):
        return "" if ends["until"] else ends["year"], ends["year"]
    return ("", "") if re.search(r"tổng|cộng", words, re.I) else None
