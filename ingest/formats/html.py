"""HTML: block elements as paragraphs, tables with their spans filled, nothing fetched and nothing run."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ingest.blocks import Block, Paragraph
from ingest.formats import layout, plain
from ingest.formats.characters import tidy
from ingest.formats.plain import Blocks

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SKIPPED = frozenset({
    "script", "style", "head", "noscript", "template", "iframe", "object", "embed", "svg", "math", "canvas", "audio",
    "video", "button", "select", "textarea", "nav", "input", "title",
})  # fmt: skip
_INLINE = frozenset({
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img",
    "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt",
    "u", "var", "wbr",
})  # fmt: skip
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_BORDER = re.compile(r"border(?:-\w+)*\s*:\s*(?!none|0|medium none|initial)[^;]*\w", re.IGNORECASE)
_DECLARED = re.compile(r"\A\s*<\?xml[^>]*>")
_BLANKS = re.compile(r"[ \t\r\n\f]+")
# Word writes the bullets of its own lists as letters of its Symbol fonts.
_BULLET = re.compile(r"^[·•§▪●◦\uf0b7\uf02d\uf0a7]\s*")
_WIDEST = 200


def read(content: bytes, source: str) -> Blocks:
    """The paragraphs, list items and tables a reader of the page sees. A paragraph with `<br>` in it is as many blocks,
    each `wrapped`. Line numbers are those of the start of the element; they do not always ascend, since a
    head laid out as a table is read column by column. Raises UnknownEncoding."""
    text, notes = plain.decode(content, source)
    return Blocks(tuple(blocks(text)), notes)


def blocks(text: str, lines_before: int = 0) -> Iterator[Block]:
    """The blocks of a page or a part of one, `lines_before` added to the line numbers."""
    from lxml import etree, html

    parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, encoding="utf-8")
    # In bytes: libxml2 would obey a wrong encoding declared in text.
    try:
        root = html.document_fromstring(_DECLARED.sub("", text).encode(), parser, ensure_head_body=True)
    except etree.ParserError:  # nothing of a page in it
        return
    walk = _Walk(lines_before)
    walk.visit(root)
    walk.end()
    yield from walk.found


@dataclass
class _Walk:
    """Goes through the elements and collects words until a block ends."""

    lines_before: int = 0
    found: list[Block] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    line: int = 0
    style: str = ""
    mark: str = ""

    def visit(self, element: HtmlElement) -> None:
        tag = element.tag
        if not isinstance(tag, str) or tag in _SKIPPED or _HIDDEN.search(element.get("style", "")):
            return
        if tag == "table":
            self.end()
            self.found.extend(_table(element, self.lines_before))
        elif tag == "br":
            self.words.append("\n")
        elif tag == "pre":
            self._begin(element)
            self.words.append("".join(element.itertext()))
            self.end()
        elif tag in _INLINE:
            if element.get("type") != "hidden":
                self._inside(element)
        else:
            self._begin(element)
            self.style = "heading" if tag in _HEADINGS else self.style
            self.mark = _mark(element) if tag == "li" else self.mark
            self._inside(element)
            self.end()

    def _begin(self, element: HtmlElement) -> None:
        self.end()
        self.line = (element.sourceline or 0) + self.lines_before

    def _inside(self, element: HtmlElement) -> None:
        self._say(element.text)
        for child in element:
            self.visit(child)
            if child.tag not in _INLINE and child.tag != "br":
                self.line = (child.sourceline or 0) + self.lines_before
            self._say(child.tail)

    def _say(self, text: str | None) -> None:
        if text:
            self.words.append(_BLANKS.sub(" ", text))

    def end(self) -> None:
        """Put out the paragraph collected so far, if any."""
        lines = [tidy(line).strip(" ") for line in "".join(self.words).split("\n")]
        lines = [_BULLET.sub("- ", line) for line in lines if line]
        self.words.clear()
        if not lines:
            return
        style = self.style or ("list" if self.mark else "")
        lines[0] = self.mark + lines[0]
        self.found.extend(Paragraph(line, max(self.line, 1), len(lines) > 1, style) for line in lines)
        self.style = self.mark = ""


def _mark(item: HtmlElement) -> str:
    parent = item.getparent()
    if parent is None or parent.tag != "ol":
        return "- "
    before = sum(1 for other in item.itersiblings("li", preceding=True))
    start = parent.get("start", "1")
    number = int(item.get("value") or 0) or (int(start) if start.isdecimal() else 1) + before
    return f"{layout.numeral(number, _STYLES.get(parent.get('type', '1'), 'decimal'))}. "


_STYLES = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}


def _table(table: HtmlElement, lines_before: int) -> list[Block]:
    rows = [row for row in table.iter("tr") if next(row.iterancestors("table")) is table]
    grid: list[list[layout.Cell]] = []
    lines = []
    hanging: dict[int, tuple[int, layout.Cell]] = {}
    for row in rows:
        cells: list[layout.Cell] = []
        pending = [cell for cell in row if cell.tag in {"td", "th"} and not _HIDDEN.search(cell.get("style", ""))]
        while pending or len(cells) in hanging:
            at = len(cells)
            if at in hanging:
                left, cell = hanging.pop(at)
                cells.append(cell)
                if left > 1:
                    hanging[at] = (left - 1, cell)
                continue
            element = pending.pop(0)
            cell = _cell(element, lines_before)
            down = _span(element.get("rowspan"))
            for _ in range(min(_span(element.get("colspan")), _WIDEST - at)):
                if down > 1:
                    hanging[len(cells)] = (down - 1, cell)
                cells.append(cell)
            if len(cells) >= _WIDEST:
                break
        if cells:
            grid.append(cells)
            lines.append((row.sourceline or 1) + lines_before)
    return layout.blocks(grid, lines, bordered=_bordered(table))


def _cell(element: HtmlElement, lines_before: int) -> layout.Cell:
    walk = _Walk(lines_before, line=(element.sourceline or 1) + lines_before)
    walk._inside(element)
    walk.end()
    return layout.Cell(tuple(walk.found))


def _span(value: str | None) -> int:
    return max(1, min(int(value), 1000)) if value and value.strip().isdecimal() else 1


def _bordered(table: HtmlElement) -> bool:
    if table.get("border", "0").strip() not in {"", "0"} or _BORDER.search(table.get("style", "")):
        return True
    return any(_BORDER.search(cell.get("style", "")) for cell in table.iter("td", "th"))
