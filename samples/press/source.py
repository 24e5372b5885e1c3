"""A sample's source: a few `key: value` lines, then blocks between blank lines (see README.md for the marks)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

NUMBERED = re.compile(r"(\d+\.\d+|\d+|-)# ")


class SourceError(ValueError):
    """A source that cannot be printed."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`style`: text, heading, title, subtitle, note or stamp; `level` 1, 2 or 3 (bullet) asks for automatic numbers."""

    text: str
    style: str = "text"
    level: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells; a cell `<` goes on with the one on its left, `^` with the one above; `heads` rows are headings."""

    rows: tuple[tuple[str, ...], ...]
    heads: int
    widths: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Footnote:
    number: str
    text: str


@dataclass(frozen=True, slots=True)
class Closing:
    """Recipients on the left, signature on the right."""

    recipients: tuple[str, ...]
    signature: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """A new page, from here on upright or across."""

    landscape: bool


Block = Paragraph | Table | Footnote | Closing | Page


@dataclass(frozen=True, slots=True)
class Source:
    """`head` holds file, layout, head, left, right, number, date, type and title, absent ones as empty strings."""

    head: dict[str, str]
    blocks: tuple[Block, ...]

    def lines(self, key: str) -> list[str]:
        return [line.strip() for line in self.head.get(key, "").split(" / ") if line.strip()]


def read(path: Path) -> Source:
    """The source at `path`; raises SourceError on a mark that is not known."""
    first, _, rest = path.read_text(encoding="utf-8").partition("\n\n")
    head = dict(re.match(r"(\w+): (.*)", line).groups() for line in first.splitlines())  # type: ignore[union-attr]
    return Source(head, tuple(_blocks(rest)))


def _blocks(text: str) -> Iterator[Block]:
    recipients: tuple[str, ...] = ()
    signature: list[str] | None = None
    for chunk in re.split(r"\n\n", text.rstrip("\n")):
        chunk = chunk.rstrip("\n")
        mark, _, rest = chunk.partition("\n")
        if signature is not None and not chunk.startswith(("@", "#", "|")):
            signature += ["", *chunk.splitlines()]
            continue
        if signature is not None:
            yield Closing(recipients, tuple(signature))
            signature = None
        if mark == "@recipients":
            recipients = tuple(rest.splitlines())
        elif mark == "@signature":
            signature = rest.splitlines()
        else:
            yield _block(chunk, mark, rest)
    if signature is not None:
        yield Closing(recipients, tuple(signature))


def _block(chunk: str, mark: str, rest: str) -> Block:
    word, _, said = mark.partition(" ")
    if numbered := NUMBERED.match(chunk):
        return Paragraph(chunk[numbered.end() :], level=3 if numbered[1] == "-" else 1 + numbered[1].count("."))
    styles = {"#": "heading", "#=": "title", "#~": "subtitle", "@note": "note", "@stamp": "stamp"}
    if word in styles:
        return Paragraph(said, styles[word])
    if word == "@footnote":
        number, _, note = said.partition(" ")
        return Footnote(number, note)
    if word == "@page":
        return Page(said == "landscape")
    if word == "@widths":
        return _table(rest.splitlines(), tuple(map(int, said.split())))
    if word.startswith(("@", "|")):
        raise SourceError(f"unknown mark: {mark}")
    return Paragraph(chunk)


def _table(lines: list[str], widths: tuple[int, ...]) -> Table:
    rows = tuple(tuple(cell.strip() for cell in line.lstrip("|!").split("|")) for line in lines)
    if any(len(row) != len(widths) for row in rows):
        raise SourceError(f"a row has not {len(widths)} cells: {lines[0]}")
    return Table(rows, sum(line.startswith("|!") for line in lines), widths)


def plain(text: str) -> str:
    """The text without the marks for bold."""
    return re.sub(r"(?<!\*)\*(Điều \d+\.)\*", r"\1", text)


def span(rows: tuple[tuple[str, ...], ...], row: int, column: int) -> tuple[int, int]:
    """How many rows and columns the cell at (row, column) covers."""
    down = across = 1
    while column + across < len(rows[row]) and rows[row][column + across] == "<":
        across += 1
    while row + down < len(rows) and rows[row + down][column] == "^":
        down += 1
    return down, across
