"""Task tables whose columns stand side by side, as tools that keep a page's layout write them: every cell over several
lines, its words under the heading of its column.

The headings tell how many columns there are; each ends where the fewest lines have a letter before the next begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from ingest.blocks import Table
from ingest.columns import column, is_task_table
from ingest.letters import rule

_START = re.compile(r"^ {0,12}(?:S?TT|Số TT) {2,}\S")
_END = rule(r"^\s*(?:PHỤ\s+LỤC|Phụ\s+lục\s+[IVX\d]|Nơi\s+nhận|TM\.|T/M|Ghi\s+chú\s*:)")
_CHUNK = re.compile(r"\S+(?: \S+)*")
_NUMBER = re.compile(r"^(\d{1,3})[.)]?$")
_SECTION = rule(r"^(?:[IVX]{1,5}|[A-H])[.)]?(?:\s|$)")
# No heading takes more lines, and no table more of them without anything in it; the columns of a table are those of its
# first lines.
_MOST_HEADINGS, _MOST_LINES, _SAMPLE = 6, 60, 200
# A column may end this many letters before its heading does.
_NARROWER = 4


@dataclass(slots=True)
class _Row:
    """One row while its lines are gathered: its cells and the line of the source it begins on."""

    at: int
    cells: list[list[str]] = field(default_factory=list)


def tables(lines: Sequence[str]) -> Iterator[tuple[int, int, Table]]:
    """Where such tables begin and end in the physical lines of a text, and what they hold."""
    position = 0
    while position < len(lines):
        read = _table(lines, position) if _START.match(lines[position]) else None
        if read:
            table, end = read
            yield position, end, table
            position = end
        else:
            position += 1


def _table(lines: Sequence[str], start: int) -> tuple[Table, int] | None:
    head = _heading(lines, start)
    heading = [line for line in lines[start:head] if line.strip()]
    spans = _spans(heading)
    if len(spans) < 3:
        return None
    cuts = _cuts(lines[start : start + _SAMPLE], spans)
    names = [" ".join(cell) for cell in _cells(heading, cuts)]
    kinds = [column(name) for name in names]
    if kinds[0] != "ref" or not is_task_table(kinds):
        return None
    rows, end = _rows(lines, head, cuts)
    if len(rows) < 2:
        return None
    texts = tuple(tuple(" ".join(cell) for cell in row.cells) for row in rows)
    return Table((tuple(names), *texts), start + 1, (start + 1, *(row.at + 1 for row in rows))), end


def _heading(lines: Sequence[str], start: int) -> int:
    """Where the heading ends: before the first line with a number or a section under `STT`."""
    end = start + 1
    for end in range(start + 1, min(start + _MOST_HEADINGS, len(lines))):
        first = _first(lines[end])
        if first[:1].isdigit() or (_SECTION.match(first) and len(_CHUNK.findall(lines[end])) < 3):
            return end
    return end


def _first(line: str) -> str:
    return line.split("  ", 1)[0].strip() if not line.startswith(" ") else line.strip().split("  ", 1)[0]


def _spans(heading: Sequence[str]) -> list[tuple[int, int]]:
    """Where the columns' headings stand: words one below the other belong to one."""
    spans: list[tuple[int, int]] = []
    for line in heading:
        for chunk in _CHUNK.finditer(line):
            start, end = chunk.span()
            touching = [span for span in spans if span[0] < end and start < span[1]]
            spans = [span for span in spans if span not in touching]
            spans.append((min([start, *(s for s, _ in touching)]), max([end, *(e for _, e in touching)])))
    return sorted(spans)


def _cuts(lines: Sequence[str], spans: Sequence[tuple[int, int]]) -> list[int]:
    """Where each column but the first begins: behind the longest gap, of the fewest letters, between two headings."""
    several = [line for line in lines if len(_CHUNK.findall(line)) > 1]
    width = max((len(line) for line in several), default=0)
    letters = [0] * (width + 1)
    for line in several:
        for n, letter in enumerate(line):
            letters[n] += letter != " "
    cuts: list[int] = []
    for (_, left), (right, _) in pairwise(spans):
        first = max(left - _NARROWER, cuts[-1] + 1 if cuts else 1)
        cuts.append(_behind_gap(letters, first, min(width, right + 1)))
    return cuts


def _behind_gap(letters: Sequence[int], first: int, last: int) -> int:
    fewest = min(letters[first:last], default=0)
    best, run, at = 0, 0, last
    for n in range(first, last):
        run = run + 1 if letters[n] <= fewest else 0
        if run and run >= best:
            best, at = run, n + 1
    return at


def _cells(lines: Sequence[str], cuts: Sequence[int]) -> list[list[str]]:
    """The words of lines by column."""
    cells: list[list[str]] = [[] for _ in range(len(cuts) + 1)]
    for line in lines:
        for n, (start, end) in enumerate(zip([0, *cuts], [*cuts, len(line)], strict=True)):
            if words := line[_word(line, start) : _word(line, end)].split():
                cells[n].append(" ".join(words))
    return cells


def _word(line: str, at: int) -> int:
    """The place, or the beginning of the word that it stands in."""
    while 0 < at < len(line) and line[at] != " " and line[at - 1] != " ":
        at -= 1
    return at


def _rows(lines: Sequence[str], start: int, cuts: Sequence[int]) -> tuple[list[_Row], int]:
    """The rows, each from its number on, and where they end; a heading again and page numbers are left out."""
    rows: list[_Row] = []
    taken = position = start
    expected = 1
    while position < len(lines) and position - taken < _MOST_LINES and not _END.match(lines[position]):
        line = lines[position]
        if _START.match(line):
            position = _heading(lines, position)
            continue
        cells = _cells([line], cuts)
        first = " ".join(cells[0])
        number = _NUMBER.match(first)
        if number and int(number[1]) == expected and any(cells[1:]):
            rows.append(_Row(position, cells))
            expected += 1
        elif _SECTION.match(line.strip()) and len(_CHUNK.findall(line)) < 3:
            label, _, words = line.strip().partition(" ")
            rows.append(_Row(position, [[label], [words.strip()], *([] for _ in cuts[1:])]))
        elif first and not number:
            break
        elif rows and not line.strip().isdigit():
            for n, more in enumerate(cells[1:], 1):
                rows[-1].cells[n] += more
        position += 1
        taken = position if any(cells) else taken
    while rows and _SECTION.match(" ".join(rows[-1].cells[0])):
        taken = rows.pop().at
    return rows, taken
