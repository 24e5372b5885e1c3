"""PDF with a text layer: lines in reading order, ruled tables as tables."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from ingest.blocks import Block, Paragraph, Table
from ingest.formats import layout, page, streams
from ingest.formats.page import Box, Row, Word
from ingest.formats.plain import Blocks
from ingest.formats.unreadable import UnreadableFile

if TYPE_CHECKING:
    from pdfplumber.page import Page

MOST_PAGES = 2_000
MOST_CHARACTERS = 60_000
"""On one page; a page of small print has 8,000."""

MOST_FORMS = 20_000
"""Pictures and repeated parts drawn on one page, those within others too."""

LARGEST_STREAM = 256 * 1024 * 1024
LARGEST_SUM = 1024 * 1024 * 1024

FEWEST = 60
"""Characters of a whole file below which pages with pictures count as scanned: a stamp of a digital signature has no
more on it."""


class EncryptedPdf(UnreadableFile):
    because = "it is protected by a password; save it without one"


class NoTextLayer(UnreadableFile):
    because = "it has no text, only pictures of pages; run OCR first (for example ocrmypdf -l vie) and read the result"


class CutOffPdf(UnreadableFile):
    because = "it is cut off or damaged; get it again"


class PdfBomb(UnreadableFile):
    because = "it unpacks to far more than a document has; print it to a new PDF if you trust it"


class TooManyPages(UnreadableFile):
    because = f"it has more than {MOST_PAGES} pages; split it"


def read(content: bytes, source: str) -> Blocks:
    """Lines as `wrapped` paragraphs and ruled tables, each table at its place; a running number for each as its line.

    A cell's lines are joined where they seem to end only because the cell does; its other line breaks stay.
    The two columns of the head and of the signature come one after the other. Page numbers and the small figures that
    point to footnotes are left out; footnotes have the style `footnote`. A table that goes on over a page is one table
    for each page. Raises EncryptedPdf, NoTextLayer, CutOffPdf, PdfBomb, TooManyPages.
    """
    if b"%%EOF" not in content[-65536:]:
        raise CutOffPdf(source)
    if streams.unpacks_beyond(content, LARGEST_STREAM, LARGEST_SUM):
        raise PdfBomb(source)
    reading = _Reading(source)
    return reading.read(content)


@dataclass
class _Reading:
    """One file while it is read."""

    source: str
    found: list[Block] = field(default_factory=list)
    line: int = 0
    numbers: int = 0
    pointers: int = 0
    empty: list[int] = field(default_factory=list)
    sideways: list[int] = field(default_factory=list)

    def read(self, content: bytes) -> Blocks:
        import pdfplumber
        from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect
        from pdfminer.pdfexceptions import PDFException
        from pdfplumber.utils.exceptions import PdfminerException

        _count_forms()
        # It warns of every small flaw of a font.
        logging.getLogger("pdfminer").setLevel(logging.ERROR)
        characters = pages = 0
        try:
            with pdfplumber.open(io.BytesIO(content)) as opened:
                for pages, each in enumerate(opened.pages, 1):
                    if pages > MOST_PAGES:
                        raise TooManyPages(self.source)
                    characters += self._page(each)
                    each.close()
        except (PDFException, PdfminerException) as error:
            causes = (error, error.__cause__, error.__context__, *error.args)
            if any(isinstance(cause, _TooManyForms) for cause in causes):
                raise PdfBomb(self.source, "its pages draw one part over and over; print it to a new PDF") from None
            locked = any(isinstance(cause, PDFPasswordIncorrect | PDFEncryptionError) for cause in causes)
            raise (EncryptedPdf if locked else CutOffPdf)(self.source) from error
        if not pages:
            raise CutOffPdf(self.source)
        if characters == 0 or (characters < FEWEST and self.empty):
            raise NoTextLayer(self.source)
        return Blocks(tuple(self.found), tuple(self._notes()))

    def _notes(self) -> Iterator[str]:
        if self.numbers:
            yield f"page numbers left out: {self.numbers}"
        if self.pointers:
            yield f"footnote figures left out: {self.pointers}"
        if self.empty:
            yield "pages without text (scanned?): " + ", ".join(map(str, self.empty))
        if self.sideways:
            yield "text printed sideways left out on pages: " + ", ".join(map(str, self.sideways))

    def _page(self, each: Page) -> int:
        """Adds the page's blocks; returns how many characters it has."""
        characters = each.chars
        if len(characters) > MOST_CHARACTERS:
            raise PdfBomb(self.source, f"page {each.page_number} has more text than a page can hold; print it anew")
        if not characters and each.images:
            self.empty.append(each.page_number)
        upright = [c for c in characters if c["upright"]]
        if len(upright) < len(characters):
            self.sideways.append(each.page_number)
        kept = _without_pointers(_once(upright))
        self.pointers += len(_once(upright)) - len(kept)
        words = _words(kept)
        tables = _tables(each, words)
        boxes = [box for box, _ in tables]
        outside = [word for word in words if not any(box.holds(word.box) for box in boxes)]
        self._blocks(each, page.rows(outside), tables)
        return sum(not c["text"].isspace() for c in characters)

    def _blocks(self, each: Page, rows: Sequence[Row], tables: Sequence[tuple[Box, list[list[str]]]]) -> None:
        rows = self._without_number(rows, float(each.height))
        rows, notes = _footnotes(rows)
        waiting = sorted(tables, key=lambda table: table[0].top)
        begun = 0
        for box, cells in waiting:
            end = next((n for n in range(begun, len(rows)) if _top(rows[n]) > box.top), len(rows))
            self._lines(page.in_reading_order(rows[begun:end]))
            self._table(cells)
            begun = end
        self._lines(page.in_reading_order(rows[begun:]))
        self._lines(iter(notes), "footnote")

    def _lines(self, rows: Iterator[Row], style: str = "") -> None:
        for row in rows:
            text = page.text(row)
            if style == "footnote":
                text = _FIGURE.sub(r"\1 ", text)
            if text:
                self.line += 1
                self.found.append(Paragraph(text, self.line, wrapped=True, style=style))

    def _table(self, cells: list[list[str]]) -> None:
        first = self.line + 1
        self.line += len(cells)
        self.found.append(Table(tuple(map(tuple, cells)), first, tuple(range(first, self.line + 1))))

    def _without_number(self, rows: Sequence[Row], height: float) -> Sequence[Row]:
        """Without the number of the page, alone in the upper or lower margin."""
        for at in (0, -1):
            if not rows or not _PAGE_NUMBER.fullmatch(page.text(rows[at])):
                continue
            if _top(rows[at]) < 0.12 * height or _top(rows[at]) > 0.88 * height:
                rows = rows[1:] if at == 0 else rows[:-1]
                self.numbers += 1
                break
        return rows


class _TooManyForms(Exception):  # noqa: N818
    """A form that draws forms that draw forms."""


@cache
def _count_forms() -> None:
    """Have the parser give up on a page that draws more parts than any page has: what draws itself twice over, thirty
    deep, would never end. It has no setting for that."""
    from pdfminer.pdfinterp import PDFPageInterpreter
    from pdfplumber import page as parser

    drawn: WeakKeyDictionary[object, int] = WeakKeyDictionary()  # of each page's device

    class Counting(PDFPageInterpreter):
        def do_Do(self, xobjid_arg: Any) -> None:  # noqa: N802 - its name there
            drawn[self.device] = drawn.get(self.device, 0) + 1
            if drawn[self.device] > MOST_FORMS:
                raise _TooManyForms
            super().do_Do(xobjid_arg)

    parser.PDFPageInterpreter = Counting  # type: ignore[attr-defined]


_PAGE_NUMBER = re.compile(r"(?:trang |page )?[-–]? ?\d{1,4} ?[-–]?(?: ?/ ?\d{1,4})?", re.IGNORECASE)


def _top(row: Row) -> float:
    return min(segment.box.top for segment in row)


def _box(found: dict[str, Any]) -> Box:
    return Box(float(found["x0"]), float(found["top"]), float(found["x1"]), float(found["bottom"]))


def _once(characters: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Without what is drawn twice on the same place to look bold."""
    seen: set[tuple[str, int, int]] = set()
    kept = []
    for character in characters:
        x, y = round(character["x0"] * 2), round(character["top"])
        if character["text"].strip():
            if any((character["text"], x + dx, y + dy) in seen for dx in (-1, 0, 1) for dy in (-1, 0, 1)):
                continue
            seen.add((character["text"], x, y))
        kept.append(character)
    return kept


# m², km²: the figure belongs to the unit.
_UNIT = re.compile(r"(?:^|[^\w])[kcdm]?m$")


def _without_pointers(characters: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Without the small raised figures after a word."""
    kept: list[dict[str, Any]] = []
    before = None
    for character in characters:
        if character["text"].isdigit() and before is not None and _raised(character, before):
            if not _UNIT.search("".join(c["text"] for c in kept[-4:])):
                continue
        elif character["text"].strip():
            before = character
        kept.append(character)
    return kept


def _raised(small: dict[str, Any], large: dict[str, Any]) -> bool:
    size = float(large["size"])
    return bool(
        small["size"] < 0.8 * size
        and -1 < small["x0"] - large["x1"] < 1.2 * size
        and small["bottom"] < large["bottom"] - 0.1 * size
        and small["bottom"] > large["top"]
    )


def _words(characters: list[dict[str, Any]]) -> list[Word]:
    from pdfplumber.utils.text import extract_words

    # Where the file has spaces they tell words apart; where it has none, only the gaps do.
    spaces = sum(character["text"].isspace() for character in characters)
    spaced = spaces * 15 > len(characters)
    found = extract_words(characters, **({"x_tolerance": 3} if spaced else {"x_tolerance_ratio": 0.15}))
    return [Word(word["text"], _box(word)) for word in found]


def _tables(each: Page, words: Sequence[Word]) -> list[tuple[Box, list[list[str]]]]:
    """Ruled tables of two columns and more, outermost only."""
    if len(each.edges) > 20_000:
        return []
    found: list[tuple[Box, list[list[str]]]] = []
    for table in each.find_tables():
        box = Box(*map(float, table.bbox))
        cells = [Box(*map(float, cell)) for cell in table.cells]
        rows = page.grid(cells, [word for word in words if box.holds(word.box)])
        if not rows or len(rows[0]) < 2 or layout.places_words(rows, bordered=True):
            continue
        if not any(outer.holds(box) for outer, _ in found):
            found.append((box, rows))
    return found


_FIGURE = re.compile(r"^(\d{1,3})(?=[^\W\d])")
_NOTE = re.compile(r"(?:\d{1,3}|\*{1,3})[ .)]?\s*[^\W\d]")


def _footnotes(rows: Sequence[Row]) -> tuple[Sequence[Row], list[Row]]:
    """The rows without the footnotes, and those: the smaller print at the end of the page, from a figure on."""
    heights = sorted(segment.box.height for row in rows for segment in row for _ in segment.words)
    if not heights:
        return rows, []
    usual = heights[len(heights) // 2]
    begun = len(rows)
    while begun and len(rows[begun - 1]) == 1 and rows[begun - 1][0].words[-1].box.height < 0.93 * usual:
        begun -= 1
    while begun < len(rows) and not _NOTE.match(page.text(rows[begun])):
        begun += 1
    return rows[:begun], list(rows[begun:])
