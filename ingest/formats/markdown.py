"""Markdown: the words without the marks, pipe tables as tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ingest.blocks import Block, Paragraph, Table
from ingest.formats import plain
from ingest.formats.characters import tidy
from ingest.formats.layout import places_words
from ingest.formats.plain import Blocks

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

# Official texts are indented without being code, are underlined with ----- without being headings, and cite in
# brackets without defining links.
_OFF = ["code", "lheading", "reference"]
_PIPE = re.compile(r"(?<!\\)\|")
_RULE = re.compile(r"[\s|:-]+")
_BREAKS = ("<br", "</p", "</div", "</li")
_MOST_LINES = 8  # that paragraphs have on average where a text parts them


def read(content: bytes, source: str) -> Blocks:
    """Headings, paragraphs, list items and tables.

    A paragraph on one line is one block. One on several lines, or with line breaks, is as many blocks, each `wrapped`;
    where the text parts its paragraphs by blank lines, a line behind another of its paragraph goes on with that.
    Bullets are rendered as `- ` (`+ ` where so written), numbers as written. Raises UnknownEncoding.
    """
    from markdown_it import MarkdownIt

    text, notes = plain.decode(content, source)
    lines = plain.split(text)
    parser = MarkdownIt("commonmark", {"maxNesting": 40}).enable("table").disable(_OFF)
    return Blocks(tuple(_blocks(parser, lines)), notes)


def _blocks(parser: MarkdownIt, lines: Sequence[str]) -> Iterator[Block]:
    mark = ""
    style = ""
    in_table = False
    tokens = parser.parse("\n".join(lines))
    parted = _parts_paragraphs(tokens)
    for token in tokens:
        first, end = token.map or (0, 0)
        if token.type == "table_open":
            in_table = True
            yield from _placed(_table(parser, lines, first, end))
        elif token.type == "table_close":
            in_table = False
        elif token.type == "list_item_open":
            mark = f"{token.info}{token.markup} " if token.info else "+ " if token.markup == "+" else "- "
        elif token.type == "heading_open":
            style = "heading"
        elif token.type == "heading_close":
            style = ""
        elif token.type == "inline" and not in_table:
            if not mark and all(line.lstrip().startswith("|") and line.count("|") > 2 for line in lines[first:end]):
                # The rest of a table after a blank line in it.
                yield from _placed(_table(parser, lines, first, end))
                continue
            yield from _paragraph(token, mark, style or ("list" if mark else ""), parted)
            mark = ""
        elif token.type == "fence":
            yield from _code(token)
        elif token.type == "html_block":
            from ingest.formats import html

            yield from html.blocks(token.content, first)


def _parts_paragraphs(tokens: Sequence[Token]) -> bool:
    """Whether a text has its paragraphs apart, as Markdown wants it: of its lines a good part begins one. A text saved
    as Markdown as it was, line by line, is one long paragraph."""
    paragraphs = [token for token in tokens if token.type == "inline"]
    lines = sum(token.map[1] - token.map[0] for token in paragraphs if token.map)
    return lines <= _MOST_LINES * len(paragraphs)


def _paragraph(token: Token, mark: str, style: str, parted: bool) -> Iterator[Paragraph]:
    lines = [(mark if n == 0 else "") + line for n, line in enumerate(_words(token).split("\n"))]
    wrapped = sum(bool(line.strip()) for line in lines) > 1
    soft = [False, *(child.type == "softbreak" for child in token.children or () if _is_break(child))]
    for n, text in enumerate(lines):
        text = tidy(text).lstrip(" ")
        if text:
            line = (token.map[0] + 1 if token.map else 1) + n
            yield Paragraph(text, line, wrapped, style, goes_on=parted and soft[n])


def _is_break(token: Token) -> bool:
    return token.type in {"softbreak", "hardbreak"} or (
        token.type == "html_inline" and token.content.lower().startswith(_BREAKS)
    )


def _words(token: Token) -> str:
    """The words of a paragraph or cell, its line breaks as `\\n`."""
    words = []
    for child in token.children or ():
        if child.type in {"text", "code_inline", "image"}:
            words.append(child.content)
        elif _is_break(child):
            words.append("\n")
    return "".join(words)


def _table(parser: MarkdownIt, lines: Sequence[str], first: int, end: int) -> Table:
    """The rows in these lines. Read here rather than from the parser's tokens, which drop the cells that a row has more
    than the headings and take the rest of a broken row for a row of its own."""
    rows: list[tuple[str, ...]] = []
    numbers: list[int] = []
    for number, row in _rows(lines, first, end):
        if not _RULE.fullmatch(row):
            rows.append(tuple(_cell(parser, cell) for cell in _split(row)))
            numbers.append(number + 1)
    # A mark within a cell makes a cell too many: what stands over the headings' count belongs to the last.
    width = len(rows[0]) if rows else 0
    even = ((*row[: width - 1], " | ".join(filter(None, row[width - 1 :]))) for row in rows)
    return Table(tuple(row + ("",) * (width - len(row)) for row in even), first + 1, tuple(numbers))


def _placed(table: Table) -> Iterator[Block]:
    """A table, or when it only places the words of a head or a foot the lines of its columns, left before right."""
    if not table.rows:  # nothing but rules
        return
    if not places_words(table.rows, bordered=True):
        yield table
        return
    for column in range(len(table.rows[0])):
        for n, row in enumerate(table.rows):
            number = table.rows_lines[n] if table.rows_lines else table.line
            yield from (Paragraph(text, number, wrapped=True) for text in filter(None, row[column].split("\n")))


def _rows(lines: Sequence[str], first: int, end: int) -> Iterator[tuple[int, str]]:
    """Line index and text of each row; one broken over several lines is put together with `<br>`."""
    framed = lines[first].lstrip().startswith("|")
    begun, row = first, ""
    for at in range(first, end):
        line = lines[at].strip()
        if framed and row and not line.startswith("|") and not row.endswith("|"):
            row += "<br>" + line
            continue
        if row:
            yield begun, row
        begun, row = at, line
    if row:
        yield begun, row


def _split(row: str) -> list[str]:
    cells = _PIPE.split(row)
    if row.startswith("|"):
        cells = cells[1:]
    if len(cells) > 1 and not cells[-1].strip() and row.endswith("|"):
        cells = cells[:-1]
    return cells


def _cell(parser: MarkdownIt, cell: str) -> str:
    cell = tidy(cell.replace("\\|", "|")).strip(" ")
    if not cell:
        return ""
    lines = _words(parser.parseInline(cell)[0]).split("\n")
    return "\n".join(filter(None, (tidy(line).strip(" ") for line in lines)))


def _code(token: Token) -> Iterator[Paragraph]:
    for line, text in enumerate(token.content.split("\n"), token.map[0] + 2 if token.map else 1):
        if text.strip():
            yield Paragraph(tidy(text), line, wrapped=True, style="code")
