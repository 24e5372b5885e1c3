"""Tables of indicators: one a row, with its unit, what is to be reached, and who watches it; a row that only names a
time (`Đến năm 2030`) sets it for the rows below."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.columns import columns, is_task_table
from ingest.goal_parts import is_result_column
from ingest.layout import Cell, Grid
from ingest.letters import rule
from ingest.numbers import FIGURE, MAGNITUDE, figure
from ingest.periods import PERIOD, years
from ingest.signs import sign_of
from ingest.target import Target
from ingest.units import UNIT, bare_unit, unit_name

_GOAL = rule(
    rf"""
    (?P<sign>≥|≤|>=|<=|>|<|=|(?:ít\s+nhất|tối\s+thiểu|trên|không\s+dưới|tối\s+đa|không\s+quá|dưới)\s)?\s*
    (?P<low>{FIGURE})(?:\s*[-–]\s*(?P<high>{FIGURE}))?(?:\s+(?P<magnitude>{MAGNITUDE})(?!\w))?\s*
    (?P<unit>(?:{UNIT})(?!\w))?(?:\s*(?P<bound>trở\s+lên|trở\s+xuống))?
    """,
    re.I | re.X,
)


def indicator_targets(grid: Grid, prefix: str) -> list[Target]:
    """The figures of a table whose heading names indicators and what is to be reached, with those reached before under
    a heading that says when; none for any other table."""
    head = columns([cell.text for cell in grid.rows[0]])
    if "indicator" not in head or is_task_table(head) or ("task" in head and "unit" not in head):
        return []
    at = head.index("indicator")
    if PERIOD.search(grid.rows[0][at].text):  # a column of figures for a period
        return []
    unit_at = head.index("unit") if "unit" in head else None
    values = _value_columns(grid, head, at, unit_at)
    if not values:
        return []
    results = [
        (n, own)
        for n, cell in enumerate(grid.rows[0])
        if n not in (at, *values) and is_result_column(cell.text) and (own := _heading_years(cell.text))
    ]
    out: list[Target] = []
    period = ("", "")
    for number, row in enumerate(grid.rows[1:], 1):
        filled = [c for c in row if c.text.strip()]
        named = [m for c in filled for m in PERIOD.finditer(c.text)]
        if named and not any(_GOAL.search(_without_years(row[n].text)) for n in values):
            period = years(named[-1])
            continue
        if columns([c.text for c in row]) == head:
            continue
        ref = row[0].text.strip(" .)") if head[0] == "ref" and row[0].text.strip() else str(number)
        for n in values:
            own = _heading_years(grid.rows[0][n].text) or period
            out += _figures(row, at, row[n], unit_at, f"{prefix}.{ref}", own)
        for n, own in results:
            figures = _figures(row, at, row[n], unit_at, f"{prefix}.{ref}", own)
            out += [replace(target, status="achieved") for target in figures]
    return out


def _value_columns(grid: Grid, head: list[str], at: int, unit_at: int | None) -> list[int]:
    """The columns of what is to be reached: those named so, those whose heading is a year, or those that are called
    goals beside the one that names what is counted. What was reached is in none of them."""
    others = [
        n
        for n, c in enumerate(grid.rows[0])
        if n not in (at, unit_at) and n < len(head) and not is_result_column(c.text)
    ]
    named = [n for n in others if head[n] in ("product", "value")]
    dated = [n for n in others if _heading_years(grid.rows[0][n].text)]
    return named or dated or [n for n in others if head[n] == "indicator"]


def _heading_years(words: str) -> tuple[str, str] | None:
    found = list(PERIOD.finditer(words))
    return years(found[-1]) if found else None


def _without_years(text: str) -> str:
    return PERIOD.sub(" ", text)


def _figures(
    row: Sequence[Cell], at: int, cell: Cell, unit_at: int | None, ref: str, period: tuple[str, str]
) -> list[Target]:
    """The figures of a cell: one for each part that semicolons close; of a range the lower end, which is to be
    reached."""
    unit = bare_unit(row[unit_at].text) if unit_at is not None else ""
    out = []
    for part in re.finditer(r"[^;]+", cell.text):
        match = _GOAL.search(part[0])
        if not match or (match.start() > 12 and not match["sign"]):
            continue
        comparator = ">=" if match["high"] else sign_of(match["bound"] or match["sign"] or "")
        start = cell.start + part.start()
        words = " ".join(row[at].text.split())
        tail = part[0][match.end() :].strip(" .,")
        subject = f"{words} ({tail})" if tail and len(tail) < 40 else words
        value = figure(match["low"], match["magnitude"] or "")
        own = unit_name(match["unit"] or "")
        counted = unit.lower() if unit.lower().startswith(own) else own
        upper = figure(match["high"], match["magnitude"] or "") if match["high"] else None
        out.append(
            Target(
                ref,
                subject,
                value,
                counted,
                comparator,
                *period,
                "target",
                start,
                start + len(part[0]),
                None,
                rule="target.indicator",
                value_max=upper,
            )
        )
    return out
