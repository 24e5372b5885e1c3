"""A sample as text, the way PDF readers and typists leave it: see `layout` in README.md."""

from __future__ import annotations

import re

from press.source import Closing, Footnote, Page, Paragraph, Source, Table, plain

PAGE = 44


def text(source: Source) -> str:
    """The whole text, ending in a newline.

    Layout `broken 74`: every physical line on its own, blank lines between, page numbers and footnotes inside;
    `wrapped 82`: the same without the blank lines; `plain`: a paragraph a line.
    """
    kind, _, width = source.head.get("layout", "plain").partition(" ")
    paper = _Paper(int(width or 0), broken=kind == "broken")
    if source.head.get("head") != "none":
        for key in ("left", "number", "right", "date"):
            paper.lines(source.lines(key))
    if source.head.get("type"):
        paper.put(source.head["type"], keep=True)
        paper.lines(source.lines("title"))
    for block in source.blocks:
        if isinstance(block, Paragraph):
            paper.lines([plain(part) for part in _parts(block)])
        elif isinstance(block, Table):
            paper.table(block)
        elif isinstance(block, Footnote):
            paper.footnotes[block.number] = block.text
        elif isinstance(block, Closing):
            paper.put("Nơi nhận:")
            paper.lines(list(block.recipients), after=True)
            paper.lines(list(block.signature), after=True)
        elif isinstance(block, Page):
            paper.turn()
    return paper.text()


def wrap(line: str, width: int) -> list[str]:
    """Physical lines of at most `width` characters; a number may be cut after its hyphen (`34-` / `CT/TW`)."""
    out = [""]
    for token in re.findall(r"\S+?-(?=\S)|\S+|\s+", line):
        if len(out[-1]) + len(token) > width and out[-1].strip():
            out.append("")
        if token.strip() or out[-1]:
            out[-1] += token
    return [piece.rstrip() for piece in out if piece.strip()]


def _parts(block: Paragraph) -> list[str]:
    return block.text.split(" / ") if block.style in ("title", "subtitle", "stamp") else [block.text]


class _Paper:
    """Lines as they fall on pages: a page number opens every page but the first, footnotes close theirs."""

    def __init__(self, width: int, broken: bool) -> None:
        self.width, self.broken = width, broken
        self.footnotes: dict[str, str] = {}
        self._out: list[str] = []
        self._left = PAGE
        self._page = 1
        self._called: list[str] = []

    def lines(self, lines: list[str], after: bool = False) -> None:
        for line in lines:
            self.put(line, keep=True)
        if after or not self.broken:
            self._out.append("") if not self.width else None

    def put(self, line: str, keep: bool = False, width: int = 0) -> None:
        """A paragraph, cut into physical lines; words with hyphens are cut at the hyphen, as PDF readers show them."""
        width = width or self.width
        for piece in wrap(line, width) if width and line else [line]:
            for bit in self._notes(piece):
                self._line(bit)
        if not keep and not self.width:
            self._out.append("")

    def _notes(self, piece: str) -> list[str]:
        """The mark of a footnote stands on a line of its own, with the rest of the sentence below it."""
        bits = re.split(r"\[\^(\w+)\]", piece)
        self._called += bits[1::2]
        return [bit for bit in bits if bit]

    def _line(self, line: str) -> None:
        if self.width and self._left == 0:
            self.turn()
        self._out.append(line)
        if self.broken:
            self._out.append("")
        self._left -= 1

    def turn(self) -> None:
        """Ends the page: its footnotes, then the number of the next one."""
        if not self.width:
            return
        for number in self._called:
            self._out += [number, *wrap(self.footnotes[number], self.width + 12)]
        self._called = []
        self._page += 1
        self._left = PAGE
        self._out += [str(self._page), ""] if self.broken else [str(self._page)]

    def table(self, table: Table) -> None:
        """Cells one below the other, empty ones invisible, the heading again on every page the table reaches."""
        page = 0
        for row in table.rows[table.heads :]:
            if self._left < sum(len(wrap(cell, max(width, 9))) for cell, width in zip(row, table.widths, strict=True)):
                self.turn()
            if page != self._page:
                for head in table.rows[: table.heads]:
                    self._row(head, table.widths)
            page = self._page
            self._row(row, table.widths)

    def _row(self, row: tuple[str, ...], widths: tuple[int, ...]) -> None:
        for cell, width in zip(row, widths, strict=True):
            if cell not in ("", "<", "^"):
                self.put(cell, keep=True, width=max(width, 9))

    def text(self) -> str:
        if self._called:
            self.turn()
        return "\n".join(self._out).rstrip("\n") + "\n"
