"""Word documents (.docx): what a reader sees, with automatic numbers written out, in the order of the body.

Read from the XML itself (ECMA-376, Part 1): python-docx leaves out what counts here, the numbers, the footnotes, the
text boxes and the tracked changes, and opens parts nobody needs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from ingest.blocks import Block, Paragraph, Table
from ingest.formats import layout, legacy
from ingest.formats.characters import tidy
from ingest.formats.numbering import Numbering
from ingest.formats.package import Package
from ingest.formats.plain import Blocks
from ingest.formats.wordml import child, children, local, on, value

if TYPE_CHECKING:
    from lxml.etree import _Element

_DROPPED = frozenset(
    {"del", "moveFrom", "instrText", "delText", "delInstrText", "pPr", "rPr", "sectPr", "commentReference"}
)
_WIDEST = 200


def read(content: bytes, source: str) -> Blocks:
    """Paragraphs and tables in body order; a running number for each as its line.

    Numbered paragraphs begin with their number or `- `. Footnotes stand after the paragraph (or table) that refers to
    them, with the style `footnote`; text boxes before the paragraph they are anchored in. The head and the signature,
    laid out as tables, are paragraphs, left column first. Deleted and hidden text is left out.
    Raises CutOffArchive, ZipBomb, UnsafeXml.
    """
    with Package(content, source) as package:
        body = child(package.main, "body")
        story = _Story(
            numbering=Numbering(package.part("numbering"), package.part("styles")),
            notes=_notes(package.part("footnotes")) | _notes(package.part("endnotes"), "end"),
        )
        if body is None:
            return Blocks((), ())
        found = tuple(_numbered(story.blocks(body)))
    notes = []
    if story.legacy:
        notes.append("encoding: fonts from before Unicode")
    if story.changes:
        notes.append("tracked deletions left out")
    return Blocks(found, tuple(notes))


def _numbered(found: Iterable[Block]) -> Iterator[Block]:
    """With running numbers in the order of the blocks: columns read one after the other had theirs row by row."""
    line = 1
    for block in found:
        if isinstance(block, Table):
            yield replace(block, line=line, rows_lines=tuple(range(line, line + len(block.rows))))
            line += len(block.rows)
        else:
            yield replace(block, line=line)
            line += 1


def _notes(part: _Element | None, prefix: str = "foot") -> dict[str, _Element]:
    if part is None:
        return {}
    return {
        prefix + (value(note, "id") or ""): note
        for note in part
        if value(note, "type") not in {"separator", "continuationSeparator", "continuationNotice"}
    }


@dataclass
class _Story:
    """Goes through the body; keeps the counters of lists. Blocks get their numbers afterwards."""

    numbering: Numbering
    notes: dict[str, _Element]
    legacy: bool = False
    changes: bool = False
    joined: list[str] = field(default_factory=list)

    def blocks(self, parent: _Element) -> Iterator[Block]:
        for element in parent:
            name = local(element)
            if name == "p":
                yield from self._paragraph(element)
            elif name == "tbl":
                yield from self._table(element)
            elif name == "AlternateContent":
                yield from self.blocks(_chosen(element))
            elif name in {"sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag", "Choice", "Fallback"}:
                yield from self.blocks(element)

    def _paragraph(self, element: _Element) -> Iterator[Block]:
        run = _Run(self)
        run.visit(element)
        for box in run.boxes:
            yield from self.blocks(box)
        properties = child(element, "pPr")
        self.joined.append("".join(run.words))
        if _end_deleted(properties):
            # Without its end the paragraph goes on in the next.
            return
        text = "".join(self.joined)
        self.joined.clear()
        lines = [line for line in (tidy(line).strip(" ") for line in text.split("\n")) if line]
        label = self.numbering.label(properties)
        if not lines and label.strip(" -+"):
            # The column of running numbers in a table often has nothing but the automatic number.
            yield Paragraph(label.rstrip(), 0, wrapped=False, style="list")
        elif lines:
            lines[0] = label + lines[0]
            style = "heading" if self.numbering.is_heading(properties) else "list" if label else ""
            for line in lines:
                yield Paragraph(line, 0, len(lines) > 1, style)
        for reference in run.references:
            yield from self._note(reference)

    def _note(self, reference: str) -> Iterator[Block]:
        # Each note once, and never a note within a note.
        note = self.notes.pop(reference, None)
        if note is not None:
            words = (block.text for block in self.blocks(note) if isinstance(block, Paragraph))
            text = " ".join(words)
            if text:
                yield Paragraph(text, 0, wrapped=False, style="footnote")

    def _table(self, table: _Element) -> list[Block]:
        grid: list[list[layout.Cell]] = []
        for row in _rows(table):
            properties = child(row, "trPr")
            if properties is not None and child(properties, "del") is not None:
                self.changes = True
                continue
            above = grid[-1] if grid else []
            grid.append(self._cells(row, properties, above))
        return layout.blocks(grid, [0] * len(grid), bordered=_bordered(table, self.numbering))

    def _cells(self, row: _Element, properties: _Element | None, above: list[layout.Cell]) -> list[layout.Cell]:
        cells = [layout.Cell() for _ in range(_count(properties, "gridBefore", 0))]
        for element in _inside(row, "tc"):
            cell_properties = child(element, "tcPr")
            merge = child(cell_properties, "vMerge")
            at = len(cells)
            if merge is not None and value(merge, "val") != "restart" and at < len(above):
                cell = above[at]
            else:
                cell = layout.Cell(tuple(self.blocks(element)))
            cells.extend([cell] * min(_count(cell_properties, "gridSpan", 1), _WIDEST - at))
        return cells


@dataclass
class _Run:
    """The words of one paragraph, and what hangs on it."""

    story: _Story
    words: list[str] = field(default_factory=list)
    boxes: list[_Element] = field(default_factory=list)
    references: list[str] = field(default_factory=list)

    def visit(self, element: _Element, font: str = "") -> None:
        for part in element:
            name = local(part)
            if name in _DROPPED:
                self.story.changes |= name in {"del", "moveFrom"}
            elif name == "t":
                self.words.append(self._text(part.text or "", font))
            elif name in {"br", "cr"}:
                self.words.append(" " if value(part, "type") in {"page", "column"} else "\n")
            elif name in {"tab", "ptab"}:
                self.words.append(" ")
            elif name == "noBreakHyphen":
                self.words.append("-")
            elif name == "sym":
                self.words.append(_symbol(part))
            elif name in {"footnoteReference", "endnoteReference"}:
                self.references.append(name[: -len("noteReference")] + (value(part, "id") or ""))
            elif name == "txbxContent":
                self.boxes.append(part)
            elif name == "AlternateContent":
                self.visit(_chosen(part), font)
            elif name == "r":
                properties = child(part, "rPr")
                if not on(properties, "vanish"):
                    self.visit(part, _font(properties))
            elif name != "p":
                self.visit(part, font)

    def _text(self, text: str, font: str) -> str:
        if not font or text.isascii():
            return text
        converted = legacy.from_font(text, font)
        self.story.legacy |= converted != text
        return converted


def _font(properties: _Element | None) -> str:
    fonts = child(properties, "rFonts")
    return (value(fonts, "ascii") or value(fonts, "hAnsi") or "") if fonts is not None else ""


def _symbol(element: _Element) -> str:
    # In the Symbol and Wingdings fonts: boxes, arrows and dashes; as letters they would be wrong.
    return "- " if (value(element, "char") or "").upper() in {"F0B7", "F0A7", "F02D"} else " "


def _chosen(alternate: _Element) -> _Element:
    """The one of several renderings of the same thing that has words."""
    choices = [part for part in alternate if local(part) in {"Choice", "Fallback"}]
    with_text = (part for part in choices if any(local(each) == "t" for each in part.iter("{*}t")))
    return next(with_text, choices[0] if choices else alternate)


def _end_deleted(properties: _Element | None) -> bool:
    mark = child(properties, "rPr")
    return child(mark, "del") is not None or child(mark, "moveFrom") is not None


def _rows(table: _Element) -> Iterator[_Element]:
    return _inside(table, "tr")


def _inside(parent: _Element, name: str) -> Iterator[_Element]:
    """Rows or cells, also those in content controls and tracked insertions."""
    for element in parent:
        if local(element) == name:
            yield element
        elif local(element) in {"sdt", "sdtContent", "ins", "moveTo", "customXml"}:
            yield from _inside(element, name)


def _count(properties: _Element | None, name: str, otherwise: int) -> int:
    element = child(properties, name)
    number = value(element, "val") if element is not None else None
    return min(max(int(number), otherwise), _WIDEST) if number and number.isdecimal() else otherwise


def _bordered(table: _Element, numbering: Numbering) -> bool:
    """Whether any line is drawn, by the table, its style or a cell."""
    properties = child(table, "tblPr")
    drawn = _draws(child(properties, "tblBorders"))
    if drawn is None:
        style = child(properties, "tblStyle")
        drawn = (
            any(_draws(borders) for borders in numbering.table_borders(value(style, "val")))
            if style is not None
            else False
        )
    return bool(drawn) or any(_draws(borders) for borders in table.iter("{*}tcBorders"))


def _draws(borders: _Element | None) -> bool | None:
    if borders is None:
        return None
    return any(value(side, "val") not in {None, "nil", "none"} for side in children(borders))
