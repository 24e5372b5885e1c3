"""Plain text: bytes to physical lines. What belongs together is for the reader above to say."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from ingest.blocks import Block, Paragraph, Table
from ingest.formats import aligned
from ingest.formats.abreast import Numbered, in_order
from ingest.formats.characters import closed_up, has_invisible, spelled
from ingest.formats.tabs import row, tables
from ingest.formats.unreadable import UnreadableFile


class UnknownEncoding(UnreadableFile):
    because = "the encoding of its text is not known; save it as UTF-8"


class Blocks(NamedTuple):
    """What a format reader gives: the blocks in reading order and what was repaired or left out, in words."""

    blocks: tuple[Block, ...]
    notes: tuple[str, ...]


_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LINE_END = re.compile("\r\n|[\n\r\u0085\u2028\u2029\v]")
_BROKEN = "\ufffd"


def read(content: bytes, source: str) -> Blocks:
    """Each physical line that has something on it, as written but for `tidy`. Raises UnknownEncoding."""
    text, notes = decode(content, source)
    return Blocks(lines(text), notes)


def lines(text: str) -> tuple[Block, ...]:
    """The lines of a text that are not blank, and the tables whose cells tabs part or whose columns stand side by side.
    A form feed stays in front of the line it stands before."""
    numbered = in_order(spelled(_LINE_END.sub("\n", text)).split("\n"))
    whole = [line for _, line in numbered]
    out: list[Block] = []
    start = 0
    for first, end, table in sorted((*_tabbed(whole), *aligned.tables(whole)), key=lambda found: found[0]):
        if first >= start:
            out += [*_paragraphs(numbered[start:first]), _renumbered(table, numbered)]
            start = end
    out += _paragraphs(numbered[start:])
    return tuple(out)


def _tabbed(whole: list[str]) -> Iterator[tuple[int, int, Table]]:
    for first, end in tables(whole):
        columns = whole[first].count("\t") + 1
        numbered = [(n, whole[n - 1]) for n in range(first + 1, end + 1) if whole[n - 1].strip()]
        rows = tuple(row(line, columns) for _, line in numbered)
        yield first, end, Table(rows, first + 1, tuple(n for n, _ in numbered))


def _renumbered(table: Table, numbered: Sequence[Numbered]) -> Table:
    """A table whose lines are counted as they are read, with their numbers in the source."""
    at = [number for number, _ in numbered]
    return replace(table, line=at[table.line - 1], rows_lines=tuple(at[n - 1] for n in table.rows_lines))


def _paragraphs(numbered: Sequence[Numbered]) -> list[Paragraph]:
    closed = ((number, closed_up(line)) for number, line in numbered)
    return [Paragraph(line, number, wrapped=True) for number, line in closed if line.strip(" |")]


def split(text: str) -> list[str]:
    """The physical lines, whichever way they end."""
    return _LINE_END.split(text)


def decode(content: bytes, source: str) -> tuple[str, tuple[str, ...]]:
    """Bytes as text and what was repaired. Raises UnknownEncoding."""
    from ingest.formats import legacy

    notes = []
    text, encoding = _unicode(content)
    if text is None:
        found = legacy.decode(content)
        if found is None:
            raise UnknownEncoding(source)
        text, encoding = found
    else:
        text, was = legacy.repair(text)
        encoding = was or encoding
    if encoding:
        notes.append(f"encoding: {encoding}")
    if _BROKEN in text:
        notes.append(f"unreadable bytes: {text.count(_BROKEN)}")
    if has_invisible(text):
        notes.append("invisible characters dropped")
    return text, tuple(notes)


def _unicode(content: bytes) -> tuple[str | None, str]:
    """As Unicode says it is, with the encoding's name where it is worth a note; None when it is not Unicode."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            name = "" if encoding == "utf-8" else encoding.upper()[:6]
            return content[len(mark) :].decode(encoding, "replace"), name
    try:
        return content.decode("utf-8"), ""
    except UnicodeDecodeError:
        pass
    # A text cut in the middle of a letter, or with a few bytes spoilt, is still UTF-8.
    text = content.decode("utf-8", "replace")
    letters = sum(not letter.isascii() for letter in text)
    return (text, "UTF-8 with errors") if text.count(_BROKEN) * 50 <= letters else (None, "")
