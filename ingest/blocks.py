"""What every format reader yields: the paragraphs and tables of a file in reading order."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, or one physical line of it (`wrapped`): a line that may go on in the next.

    `text` is NFC without trailing whitespace; leading spaces are kept where the source has them (in text made from a
    PDF two leading spaces stand for an empty cell). `line` is the 1-based line of the source for plain text, Markdown
    and HTML, and a running number for .docx and .pdf. `style` is empty or one of `heading`, `footnote`, `list`, `code`.
    `goes_on` where the source itself says that the line goes on with the one before.
    """

    text: str
    line: int
    wrapped: bool
    style: str = ""
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table as rows of cell texts; row 0 is the first row as written, most often the headings.

    All rows have the same length. Line breaks in a cell are kept as `\\n`. A cell that spans columns or rows has its
    text in each place it covers, if that can be known. A table that goes on over a page is as many tables as the source
    has. `rows_lines` gives the line of each row; it is empty or as long as `rows`.
    """

    rows: tuple[tuple[str, ...], ...]
    line: int
    rows_lines: tuple[int, ...] = ()


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class RawDocument:
    """A file that was read. `source` is the path as given (`-` for standard input), `digest` the SHA-256 of its bytes
    in hexadecimal, `notes` what was repaired or left out, in words (encoding, invisible characters, page numbers)."""

    source: str
    blocks: tuple[Block, ...]
    digest: str
    notes: tuple[str, ...] = ()
