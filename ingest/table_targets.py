"""Figures of tables of years: each number under a heading that names a year, a period or a total."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.columns import column
from ingest.goal_parts import is_result_column
from ingest.layout import Cell, Grid
from ingest.letters import rule
from ingest.numbers import FIGURE, figure
from ingest.periods import PERIOD, years
from ingest.signs import sign_of
from ingest.target import Target
from ingest.units import UNIT

# What a heading counts: `Số căn hộ hoàn thành`, `Chỉ tiêu (%)`.
_COUNTED = rule(
    r"(?<!\w)(?:%|căn\s+hộ|căn|dự\s+án|ha|tỷ\s+đồng|triệu\s+đồng|người|lao\s+động|km|hộ(?!\s+(?:nghèo|cận)))(?!\w)",
    re.I,
)
_NUMBER_CELL = rule(
    rf"""
    ^(?:(?P<sign>[≥≤><=]{{1,2}}|trên|dưới|ít\s+nhất|tối\s+thiểu|tối\s+đa|không\s+quá)\s*)?
    (?P<value>{FIGURE})(?:\s*[-–]\s*(?P<high>{FIGURE}))?(?:\s*(?P<unit>{UNIT}))?$
    """,
    re.I | re.X,
)
# A heading whose year needs no `năm`: `Kế hoạch 2026`, `TH 2024`.
_PLANNED = rule(
    r"(?:kế\s+hoạch|thực\s+hiện|chỉ\s+tiêu|mục\s+tiêu|ước|dự\s+kiến|KH|TH)\W{0,3}(?P<year>(?:19|20)\d\d)$", re.I
)


def table_targets(grid: Grid, prefix: str, unit_hint: str = "") -> list[Target]:
    """Figures of a table of years or periods: each number under a heading that names a year, a period or a total."""
    head = [
        " ".join(
            dict.fromkeys(c.text for k, c in enumerate(_column(grid.rows[:-1], n)) if c.text and _heads(c.text, k))
        )
        for n in range(len(grid.rows[0]))
    ]
    periods = [_heading_period(h) for h in head]
    if sum(p is not None for p in periods) < 2:
        return []
    named = _COUNTED.search(" ".join(head))
    unit_hint = unit_hint or (named[0] if named else "")
    out: list[Target] = []
    for k, row in enumerate(grid.rows):
        numbers = [c.text for c in row if _NUMBER_CELL.match(c.text)]
        if len(numbers) < 2 or all(_heads(number, k) for number in numbers):
            continue
        out += _row_targets(row, head, periods, prefix, unit_hint, len(out))
    return out


def _column(rows: Sequence[tuple[Cell, ...]], n: int) -> list[Cell]:
    return [row[n] for row in rows]


def _heads(text: str, row: int) -> bool:
    """Whether a cell is a heading rather than a figure; a bare year heads its column when it stands in the first
    row."""
    return not _NUMBER_CELL.match(text) or (row == 0 and re.fullmatch(r"(?:19|20)\d\d", text) is not None)


def _row_targets(
    row: tuple[Cell, ...],
    head: list[str],
    periods: list[tuple[str, str] | None],
    prefix: str,
    unit_hint: str,
    base: int,
) -> list[Target]:
    """The figures of a row; where it has one for all the years together, those of the years are its parts. `base` is
    how many targets the rows above gave."""
    label = next(
        (c.text for c in row if c.text and not _NUMBER_CELL.match(c.text) and not re.fullmatch(UNIT, c.text, re.I)), ""
    )
    stated = next((c.text for c, words in zip(row, head, strict=False) if column(words) == "unit"), "")
    unit = stated.lower() or next((c.text.lower() for c in row if re.fullmatch(UNIT, c.text, re.I)), unit_hint)
    out: list[Target] = []
    single = [p[0] for p in periods if p and p[0] and p[0] == p[1]]
    every = (min(single), max(single)) if single else ("", "")
    for cell, words, period in zip(row, head, periods, strict=False):
        match = _NUMBER_CELL.match(cell.text)
        if not match or period is None:
            continue
        if period == ("", ""):
            period = every
        status = "achieved" if is_result_column(words) else "target"
        subject = " ".join(f"{label} {words}".split())
        value, counted = figure(match["value"]), (match["unit"] or unit).lower()
        span = cell.start, cell.end
        high = figure(match["high"]) if match["high"] else None
        comparator = ">=" if high is not None else sign_of(match["sign"] or "")
        out.append(
            Target(
                prefix,
                subject,
                value,
                counted,
                comparator,
                *period,
                status,
                *span,
                None,
                rule="target.table",
                value_max=high,
            )
        )
    return _with_parts(out, every, base)


def _with_parts(row: list[Target], every: tuple[str, str], base: int) -> list[Target]:
    whole = next((n for n, t in enumerate(row) if (t.period_start, t.period_end) == every), None)
    if whole is None or every[0] == every[1]:
        return row
    return [
        replace(t, part_of=base + whole) if t.period_start == t.period_end and t.status == "target" else t for t in row
    ]


def _heading_period(words: str) -> tuple[str, str] | None:
    """The years a column heading names; empty years for a total; None when it is no column of figures."""
    found = list(PERIOD.finditer(words))
    single = [m for m in found if m["single"]]
    if single:
        return years(single[-1])
    if found:
        return years(found[-1])
    if re.fullmatch(r"(?:19|20)\d\d", words.strip()):
        return words.strip(), words.strip()
    if planned := _PLANNED.search(words.strip()):
        return planned["year"], planned["year"]
    return ("", "") if re.search(r"tổng|cộng", words, re.I) else None
