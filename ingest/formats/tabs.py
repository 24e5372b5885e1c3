"""Tables whose cells are parted by tabs, as they come out of a spreadsheet or a word processor copied as text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

_FEWEST_COLUMNS = 3
"""Two columns side by side are the head of a document, not a table."""


def tables(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where tables begin and end in the physical lines of a text: a line of three cells or more and at least one other
    of as many, or fewer where the last ones are empty. Blank lines may stand between rows. A run that is followed by
    tabs of another count is left alone: some of its cells take several lines."""
    position = 0
    while position < len(lines):
        columns = _cells(lines[position])
        if columns < _FEWEST_COLUMNS:
            position += 1
            continue
        end, rows = _run(lines, position, columns)
        after = next((line for line in lines[end : end + 3] if line.strip()), "")
        if rows > 1 and "\t" not in after.strip():
            yield position, end
        position = end


def _cells(line: str) -> int:
    return line.count("\t") + 1


def _run(lines: Sequence[str], start: int, columns: int) -> tuple[int, int]:
    """One behind the last row of a run, and how many rows it has."""
    end, rows, position = start + 1, 1, start + 1
    while position < len(lines):
        line = lines[position]
        if line.strip():
            cells = _cells(line)
            if cells != columns and not (1 < cells < columns and _is_row(line)):
                break
            rows += 1
            end = position + 1
        position += 1
    return end, rows


def _is_row(line: str) -> bool:
    """Whether a line with fewer cells begins like a row: with a number, or with the Roman number of a section."""
    first = line.split("\t", 1)[0].strip(" .)")
    return first.isdigit() or (bool(first) and set(first) <= set("IVX"))


def row(line: str, columns: int) -> tuple[str, ...]:
    """The cells of a line, padded with empty ones."""
    cells = [" ".join(cell.split()) for cell in line.split("\t")]
    return (*cells, *[""] * (columns - len(cells)))
