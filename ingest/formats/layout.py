"""Tables that only place words on the page, and the numerals of lists: what .docx and HTML have in common."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.blocks import Block, Paragraph, Table

# The head and the foot of a document are laid out as tables (Nghị định 30/2020/NĐ-CP, Phụ lục I; Hướng dẫn 36-HD/VPTW).
_HEAD = re.compile(r"cộng hòa xã hội chủ nghĩa|cộng hoà xã hội chủ nghĩa|đảng cộng sản việt nam|độc lập\s*-\s*tự do")
_FOOT = re.compile(r"^[^\S\n]*nơi nhận|^[^\S\n]*(?:tm|t/m|kt|k/t|tl|t/l|tuq)\b[./ ]", re.MULTILINE)
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
          (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class Cell:
    """A cell of a grid; one that spans several places stands in each of them, as the same object."""

    blocks: tuple[Block, ...] = ()

    @property
    def text(self) -> str:
        return "\n".join(_lines(self.blocks))


def blocks(grid: Sequence[Sequence[Cell]], lines: Sequence[int], *, bordered: bool) -> list[Block]:
    """The grid as one table; or, when it only places words, the paragraphs of each column, left before right.

    Footnotes of a table's cells come after the table. Rows without any text are dropped.
    """
    kept = [(row, line) for row, line in zip(grid, lines, strict=True) if any(cell.blocks for cell in row)]
    if not kept:
        return []
    width = max(len(row) for row, _ in kept)
    rows = [[*row, *(Cell() for _ in range(width - len(row)))] for row, _ in kept]
    if width == 1 or places_words([[cell.text for cell in row] for row in rows], bordered=bordered):
        return _columns(rows)
    table = Table(tuple(tuple(cell.text for cell in row) for row in rows), kept[0][1], tuple(line for _, line in kept))
    return [table, *_footnotes(rows)]


def places_words(rows: Sequence[Sequence[str]], *, bordered: bool) -> bool:
    """Whether a table is there for the look of it: the head, the signature, or a few borderless cells."""
    if len(rows[0]) > 4 or len(rows) > 8:
        return False
    text = "\n".join(cell for row in rows for cell in row)
    if is_head(text) or is_foot(text) or rows[0][0].strip().startswith("Kính gửi"):
        return True
    if rows[0][0].strip(" .").lower() in {"tt", "stt", "số tt"}:
        return False
    return not bordered and len(rows[0]) <= 3 and len(rows) <= 4


def is_head(text: str) -> bool:
    """Whether it has words that stand in the head of a document and nowhere else."""
    return _HEAD.search(text.lower()) is not None


def is_foot(text: str) -> bool:
    """Whether a line of it opens the recipients or a signature."""
    return _FOOT.search(text.lower()) is not None


def _columns(rows: Sequence[Sequence[Cell]]) -> list[Block]:
    """Column by column; a row that is one cell from side to side ends the columns above it."""
    found: list[Block] = []
    begun = 0
    for at in range(len(rows) + 1):
        if at == len(rows) or (len(rows[at]) > 1 and len(set(map(id, rows[at]))) == 1):
            seen: set[int] = set()
            for column in range(len(rows[0])):
                for row in rows[begun:at]:
                    if id(row[column]) not in seen:
                        seen.add(id(row[column]))
                        found.extend(row[column].blocks)
            if at < len(rows):
                found.extend(rows[at][0].blocks)
            begun = at + 1
    return found


def _lines(found: Sequence[Block]) -> Iterator[str]:
    for block in found:
        if isinstance(block, Table):
            # A table in a cell: a line for each row, each cell once.
            yield from (" ".join(dict.fromkeys(filter(None, row))) for row in block.rows)
        elif block.style != "footnote":
            yield block.text


def _footnotes(rows: Sequence[Sequence[Cell]]) -> Iterator[Paragraph]:
    seen = {id(cell): cell for row in rows for cell in row}
    for cell in seen.values():
        yield from (block for block in cell.blocks if isinstance(block, Paragraph) and block.style == "footnote")


def numeral(number: int, style: str) -> str:
    """A number in one of Word's styles: decimal, decimalZero, lowerLetter, upperLetter, lowerRoman, upperRoman."""
    if style in {"lowerLetter", "upperLetter"} and number > 0:
        # After z come aa, bb, cc.
        text = chr(ord("a") + (number - 1) % 26) * min((number - 1) // 26 + 1, 20)
    elif style in {"lowerRoman", "upperRoman"} and 0 < number < 5000:
        text, rest = "", number
        for value, letters in _ROMAN:
            text += letters * (rest // value)
            rest %= value
    elif style == "decimalZero":
        text = f"{number:02d}"
    else:
        text = str(number)
    return text.upper() if style.startswith("upper") else text
