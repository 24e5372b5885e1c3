"""Task tables: rows of duties with leads, supports, deadlines and products, in whatever columns the heading names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from graph.reading import Finding
from ingest.bodies import Body
from ingest.cells import parties_of
from ingest.columns import column, columns, is_task_table
from ingest.dates import Deadline, deadline
from ingest.duty import Duty
from ingest.layout import Cell, Grid
from ingest.letters import rule
from ingest.marked_columns import Marked, marked_columns, told
from ingest.outline import Placed

_ROW_NUMBER = rule(r"^(?:\d{1,3}(?:\.\d{1,3}){0,3}|[a-zđ]|[IVX]{1,5})[.)]?$")
_SECTION = rule(r"^(?:[IVX]{1,5}|[A-ZĐ])[.)]?$")
# `nt`, `″`: as in the row above.
_DITTO = rule(r"^[\s\-–]*(?:nt|như\s+trên|″|”|\"|//)[\s\-–.]*$", re.I)
_COLUMN_NUMBERS = rule(r"^\(?\d{1,2}\)?$")


@dataclass(slots=True)
class TaskRows:
    """The duties of task tables, and the rows and tables that could not be read."""

    found: list[Duty] = field(default_factory=list)
    missed: list[Finding] = field(default_factory=list)


@dataclass(slots=True)
class _Row:
    """A row's cells by column kind; a row that a page break has split is put together again. `numbered` tells that the
    table has a column of numbers."""

    ref: str
    cells: dict[str, list[Cell]]
    numbered: bool


def task_rows(tables: Sequence[Placed]) -> TaskRows:
    """The duties of every task table; a table that goes on over a page without its heading keeps the columns of the one
    before. Tables that are no tasks give nothing, and one that looks like one and could not be read a finding."""
    out = TaskRows()
    kinds: list[str] = []
    marked: dict[int, Marked] = {}
    counters: dict[str, int] = {}
    open_row: tuple[_Row, Placed] | None = None  # the last row of a table may go on in the next
    for placed in tables:
        head, at = _heading(placed.grid)
        if head:
            kinds, marked = head, marked_columns(placed.grid, at)
        elif len(placed.grid.rows[0]) != len(kinds):
            kinds, marked = [], {}
        if not is_task_table(kinds):
            if any(column(c.text) in ("lead", "support", "both") for row in placed.grid.rows[:2] for c in row):
                out.missed.append(
                    Finding("table_not_read", placed.grid.start, placed.grid.end, "bảng phân công chưa đọc được")
                )
            continue
        before = [open_row[0]] if open_row and open_row[1].prefix == placed.prefix else []
        if open_row and not before:
            _read(*open_row, counters, out)
        rows = _rows(placed.grid.rows[at:], kinds, marked, before)
        for row in rows[:-1]:
            _read(row, placed, counters, out)
        open_row = (rows[-1], placed) if rows else None
    if open_row:
        _read(*open_row, counters, out)
    return out


def heading_kinds(grid: Grid) -> list[str]:
    """The kinds of a table's columns; empty when it has no heading."""
    return _heading(grid)[0]


def _heading(grid: Grid) -> tuple[list[str], int]:
    """The kinds of the columns and the first row below the heading (which may take two rows); empty when it has
    none."""
    best: tuple[list[str], int] = ([], 0)
    for depth in (1, 2):
        if len(grid.rows) < depth:
            break
        merged = [
            " ".join(dict.fromkeys(row[n].text for row in grid.rows[:depth] if row[n].text))
            for n in range(len(grid.rows[0]))
        ]
        kinds = columns(merged)
        for n, column_of_marks in marked_columns(grid, depth).items():
            kinds[n] = column_of_marks.kind
        if depth == 2 and any(_ROW_NUMBER.match(c.text.strip()) for c in grid.rows[1][:1]):
            break
        if len(set(kinds) - {""}) > len(set(best[0]) - {""}) and len(set(kinds) - {""}) >= 2:
            best = kinds, depth
    return best


def _rows(
    rows: Sequence[tuple[Cell, ...]], kinds: list[str], marked: dict[int, Marked], before: list[_Row]
) -> list[_Row]:
    """The rows of a table; `before` is the last row of the table before, which a page break may have cut."""
    out = list(before)
    for position, cells in enumerate(rows):
        texts = [c.text.strip() for c in cells]
        if not any(texts) or all(_COLUMN_NUMBERS.match(t) for t in texts if t):
            continue
        again = columns(texts)
        if "ref" in again and len(set(again) - {""}) >= 3:  # the heading again, on a new page
            continue
        if _is_section(texts, kinds):
            continue
        by_kind: dict[str, list[Cell]] = {}
        for kind, cell in zip(kinds, cells, strict=False):
            if out and _DITTO.match(cell.text):
                by_kind.setdefault(kind, []).extend(out[-1].cells.get(kind, []))
            elif cell.text.strip():
                by_kind.setdefault(kind, []).append(cell)
        for kind, cell in told(marked, cells, "lead" in kinds):
            by_kind.setdefault(kind, []).append(cell)
        number = by_kind["ref"][0].text.strip(" .)") if "ref" in by_kind else ""
        if not number and "ref" in kinds and out and (_goes_on(by_kind) or (before and position == 0)):
            for kind, more in by_kind.items():
                out[-1].cells.setdefault(kind, []).extend(more)
            continue
        if out and _heads(out[-1], number):
            out.pop()
        out.append(_Row(number, by_kind, "ref" in kinds))
    return out


def _heads(row: _Row, number: str) -> bool:
    """Whether a row only names the group of those below it: `2` over `2.1`, with nothing but words."""
    return set(row.cells) <= {"ref", "task"} and bool(row.ref) and number.startswith(row.ref + ".")


def _goes_on(cells: dict[str, list[Cell]]) -> bool:
    """Whether a row without a number is the rest of the one before, cut by a page: it names no lead, or its task
    begins in the middle of a sentence."""
    task = cells.get("task")
    return not {"lead", "both"} & set(cells) or not task or task[0].text.lstrip()[:1].islower()


def _is_section(texts: list[str], kinds: list[str]) -> bool:
    """A row between task rows that only names a group of them."""
    filled = {t for t in texts if t}
    first = texts[0]
    words = [t for t, kind in zip(texts, kinds, strict=False) if kind not in ("ref",) and t]
    if len(set(words)) <= 1 and (_SECTION.match(first) or not first or first == (words[0] if words else "")):
        return True
    return len(filled) == 1 and not first.isdigit()


def _read(row: _Row, placed: Placed, counters: dict[str, int], out: TaskRows) -> None:
    task = row.cells.get("task")
    if not task:
        return
    leads: list[Body] = []
    supports: list[Body] = []
    for kind in ("both", "lead"):
        both = parties_of(row.cells.get(kind, []))
        leads += both.leads
        supports += both.supports
    helped = parties_of(row.cells.get("support", []))
    supports += (*helped.leads, *helped.supports)
    number = row.ref or str(_unnumbered(row, counters.get(placed.prefix, 0)))
    ref = f"{placed.prefix}.{number}"
    if number.isdigit():
        counters[placed.prefix] = int(number)
    start, end = min(c.start for c in task), max(c.end for c in task)
    if not leads:
        out.missed.append(Finding("row_without_lead", start, end, "hàng không nêu cơ quan chủ trì"))
    text = " ".join(c.text for c in task)
    due = _due(row.cells.get("deadline", []), row.cells.get("begin", []))
    product = "; ".join(c.text for c in row.cells.get("product", []))
    out.found.append(
        Duty(
            ref,
            None,
            text,
            start,
            end,
            tuple(leads),
            tuple(supports),
            deadline=due,
            product=product,
            rule="table.row",
            confidence=0.95 if row.ref else 0.8,
        )
    )


def _unnumbered(row: _Row, last: int) -> int:
    """The number of a row without one: that of the row before where rows have numbers, else the next."""
    return last if row.numbered and last else last + 1


def _due(cells: Sequence[Cell], begin: Sequence[Cell] = ()) -> Deadline | None:
    text = " ".join(c.text for c in cells)
    found = (deadline(text) or Deadline(text)) if text.strip(" -–") else None
    since = deadline(" ".join(c.text for c in begin))
    if since is None:
        return found
    words = f"{since.text} - {found.text}" if found else since.text
    return Deadline(words, since.start or since.end, found.end if found else "", found.recurrence if found else "")
