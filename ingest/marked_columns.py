"""Columns that say by a mark who does a task, `Sở Nội vụ | Sở Tài chính` over `x`, or when, `Quý I | Quý II`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ingest.cells import is_body_list
from ingest.dates import deadline
from ingest.layout import Cell, Grid
from ingest.letters import rule
from ingest.unsaid_years import is_yearless

_PLAIN = rule(r"^(?:[x×✓✔✗●•+]|v)$", re.I)
_LEADS = rule(r"^(?:ct|c|chủ\s+trì|chính)$", re.I)
_HELPS = rule(r"^(?:ph|p|phối\s+hợp|liên\s+quan)$", re.I)
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_PART = rule(r"^(?:(?P<quarter>IV|III|II|I)|(?P<month>\d{1,2}))$")


@dataclass(frozen=True, slots=True)
class Marked:
    """A column of marks: `kind` is `who` or `when`, `named` the cell of its heading with the body or the time."""

    kind: str
    named: Cell


def marked_columns(grid: Grid, depth: int) -> dict[int, Marked]:
    """The columns of marks of a table whose heading takes `depth` rows, by their number."""
    found = {}
    for n in range(len(grid.rows[0])):
        cells = [row[n].text.strip() for row in grid.rows[depth:] if n < len(row) and row[n].text.strip()]
        if cells and all(_PLAIN.match(c) or _LEADS.match(c) or _HELPS.match(c) for c in cells):
            headings = [row[n] for row in grid.rows[:depth] if n < len(row) and row[n].text.strip()]
            if headings and (marked := _named(headings)):
                found[n] = marked
    return found


def _named(headings: Sequence[Cell]) -> Marked | None:
    own = headings[-1]
    if is_body_list(own.text):
        return Marked("who", own)
    words = _time(own.text.strip(), " ".join(cell.text for cell in headings[:-1]))
    return Marked("when", Cell(own.start, words)) if words else None


def _time(own: str, above: str) -> str:
    """The time that a heading names, its year or the word `tháng` taken from the heading above it; empty when none."""
    part = _PART.match(own)
    if part and (kind := "tháng" if part["month"] else "quý") in above.lower():
        own = f"{kind} {own}"
    if is_yearless(own):
        year = _YEAR.search(above)
        return f"{own}/{year[0]}" if year else own
    found = deadline(own)
    return own if found and found.end else ""


def told(marked: Mapping[int, Marked], cells: Sequence[Cell], leads_named: bool) -> Iterator[tuple[str, Cell]]:
    """What the marks of a row say: `lead`, `support` or `deadline`, each with the cell that names the body or time. A
    plain mark is that of who leads, but in a table that names those in a column of their own of who supports."""
    for n, column in marked.items():
        mark = cells[n].text.strip() if n < len(cells) else ""
        if not mark:
            continue
        if column.kind == "when":
            yield "deadline", column.named
        elif _HELPS.match(mark) or (leads_named and not _LEADS.match(mark)):
            yield "support", column.named
        else:
            yield "lead", column.named
