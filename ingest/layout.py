"""From blocks to the stored text: where every paragraph, footnote and cell stands in it.

The stored text has one paragraph, and one row of a table, a line; the cells of a row are parted by tabs. Every later
reader works on it, so that offsets and quotes always agree.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.blocks import Block, Table
from ingest.footnotes import UNNUMBERED
from ingest.joining import Draft, paragraphs


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the stored text. `zone` is `head`, `body`, `foot` (recipients and signature) or `note`; `ruled` tells
    that a drawn line stood before it."""

    start: int
    text: str
    zone: str
    ruled: bool = False

    @property
    def end(self) -> int:
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table; its line breaks are spaces in the stored text."""

    start: int
    text: str

    @property
    def end(self) -> int:
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Grid:
    """A table in the stored text."""

    rows: tuple[tuple[Cell, ...], ...]

    @property
    def start(self) -> int:
        return self.rows[0][0].start

    @property
    def end(self) -> int:
        return self.rows[-1][-1].end


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: the number, where its text stands, and where the text refers to it."""

    number: int
    line: Line
    anchor: int


@dataclass(frozen=True, slots=True)
class Layout:
    """The stored text, its lines and tables in order, the footnotes among the lines that the text refers to, and
    `lines`: pairs of an offset and the line of the source that begins there."""

    text: str
    parts: tuple[Line | Grid, ...]
    notes: tuple[Note, ...]
    lines: tuple[tuple[int, int], ...]


def lay_out(blocks: Sequence[Block]) -> Layout:
    """The stored text of a document and its lines and tables; a footnote goes behind the line that refers to it, and
    those that nothing refers to stand at the end."""
    drafts = paragraphs(blocks)
    writing = _Writing({d.note: d for d in drafts if isinstance(d, Draft) and d.note})
    for draft in drafts:
        if isinstance(draft, Table):
            writing.table(draft)
        elif not draft.note or draft.note >= UNNUMBERED:
            writing.paragraph(draft)
    writing.rest()
    return Layout("".join(writing.text), tuple(writing.parts), tuple(writing.placed), tuple(writing.lines))


class _Writing:
    """Writes the stored text and notes where everything stands."""

    def __init__(self, notes: dict[int, Draft]) -> None:
        self.text: list[str] = []
        self.parts: list[Line | Grid] = []
        self.lines: list[tuple[int, int]] = []
        self.placed: list[Note] = []
        self._notes = notes
        self._offset = 0

    def paragraph(self, draft: Draft) -> None:
        line = self._write(draft)
        self.parts.append(line)
        for at, number in draft.marks:
            if number in self._notes:
                note = self._write(self._notes.pop(number))
                self.parts.append(note)
                self.placed.append(Note(number, note, line.start + at))

    def table(self, table: Table) -> None:
        rows = []
        for n, row in enumerate(table.rows):
            self.lines.append((self._offset, table.rows_lines[n] if table.rows_lines else table.line))
            cells = []
            for cell in row:
                words = " ".join(cell.split())
                cells.append(Cell(self._offset, words))
                self._put(words + "\t")
            if self.text:
                self.text[-1] = self.text[-1][:-1] + "\n"
            rows.append(tuple(cells))
        if rows and rows[0]:
            self.parts.append(Grid(tuple(rows)))

    def rest(self) -> None:
        """The footnotes that no line refers to."""
        for number, draft in self._notes.items():
            if number < UNNUMBERED:
                self.parts.append(self._write(draft))

    def _write(self, draft: Draft) -> Line:
        start = at = self._offset
        for piece, number in draft.pieces:
            if not self.lines or self.lines[-1][1] != number:
                self.lines.append((at, number))
            at += len(piece)
        words = draft.text
        self._put(words + "\n")
        return Line(start, words, draft.zone, draft.ruled)

    def _put(self, words: str) -> None:
        self.text.append(words)
        self._offset += len(words)
