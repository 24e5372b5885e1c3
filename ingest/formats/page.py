"""A printed page: characters at places to lines in the order they are read, and ruled grids to rows of cells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.formats.characters import tidy
from ingest.formats.layout import is_foot, is_head


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in points from the top left corner of the page."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def height(self) -> float:
        return self.bottom - self.top

    def holds(self, other: Box) -> bool:
        """Whether the middle of the other lies in this one."""
        x, y = (other.x0 + other.x1) / 2, (other.top + other.bottom) / 2
        return self.x0 <= x <= self.x1 and self.top <= y <= self.bottom


@dataclass(frozen=True, slots=True)
class Word:
    text: str
    box: Box


@dataclass(frozen=True, slots=True)
class Segment:
    """Words side by side without a wide gap."""

    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        return tidy(" ".join(word.text for word in self.words)).strip(" ")

    @property
    def box(self) -> Box:
        return around(word.box for word in self.words)


Row = tuple[Segment, ...]

_ITEM = re.compile(r"[-+•*] ")

# In units of the height of the letters: wider than what justified lines stretch a space to.
_GAP = 2.2
_CROWDED = 4.0


def around(boxes: Iterable[Box]) -> Box:
    """The smallest box that holds all of these."""
    every = tuple(boxes)
    return Box(
        min(box.x0 for box in every),
        min(box.top for box in every),
        max(box.x1 for box in every),
        max(box.bottom for box in every),
    )


def rows(words: Iterable[Word]) -> list[Row]:
    """Words on one height, top to bottom, each row cut where a gap is wide. Two words are on one height when they share
    half of it: a smaller letter beside a larger one still does."""
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (word.box.top + word.box.bottom, word.box.x0)):
        for line in lines[-2:]:
            box = line[0].box
            shared = min(box.bottom, word.box.bottom) - max(box.top, word.box.top)
            if shared >= 0.5 * min(box.height, word.box.height):
                line.append(word)
                break
        else:
            lines.append([word])
    return [_segments(sorted(line, key=lambda word: word.box.x0)) for line in lines]


def _segments(line: Sequence[Word]) -> Row:
    cut: list[list[Word]] = []
    for word in line:
        if cut and word.box.x0 - cut[-1][-1].box.x1 <= _GAP * max(word.box.height, cut[-1][-1].box.height):
            cut[-1].append(word)
        else:
            cut.append([word])
    return tuple(Segment(tuple(part)) for part in cut)


def text(row: Row) -> str:
    """The words of a row, left to right."""
    return " ".join(filter(None, (segment.text for segment in row)))


def in_reading_order(found: Sequence[Row]) -> Iterator[Row]:
    """The rows, with the two columns of the head and of the signature one after the other."""
    at = 0
    while at < len(found):
        region = _columns(found, at)
        if region is None:
            yield found[at]
            at += 1
        else:
            end, left, right = region
            yield from left
            yield from right
            at = end


def _columns(found: Sequence[Row], start: int) -> tuple[int, list[Row], list[Row]] | None:
    """Two columns that begin at a row: the row after them and what stands left and right; None when there are none.

    They end where a row crosses the space between them, or after a space of some lines; a signature leaves room for the
    stamp. Only what the words show to be a head or a foot is taken for columns: a list in two columns is read across.
    """
    first = _two_sided(found, start)
    if first is None:
        return None
    space = (found[first][0].box.x1, found[first][1].box.x0)
    left: list[Row] = []
    right: list[Row] = []
    end = start
    foot = False
    for at in range(start, len(found)):
        row = found[at]
        box = around(segment.box for segment in row)
        room = box.top - around(s.box for r in found[start:at] for s in r).bottom if at > start else 0.0
        if room > (10 if foot else 2) * box.height:
            break
        sides = _sides(row, space)
        if sides is None:
            break
        space = sides.space
        left += [(segment,) for segment in sides.left]
        right += [(segment,) for segment in sides.right]
        foot = foot or is_foot("\n".join(segment.text for segment in row))
        end = at + 1
    words = "\n".join(text(row) for row in found[start:end])
    return (end, left, right) if left and right and (is_head(words) or is_foot(words)) else None


def _two_sided(found: Sequence[Row], start: int) -> int | None:
    """The first row with two sides; what stands above it on the right alone may be up to two rows of a signature."""
    for at in range(start, min(start + 3, len(found))):
        if len(found[at]) == 2:
            return at
        if len(found[at]) != 1 or not is_foot(found[at][0].text):
            return None
    return None


@dataclass(frozen=True, slots=True)
class _Sides:
    left: tuple[Segment, ...]
    right: tuple[Segment, ...]
    space: tuple[float, float]


def _sides(row: Row, space: tuple[float, float]) -> _Sides | None:
    """Which segments of a row stand left and right of the space, and what remains of it; None when one crosses it."""
    low, high = space
    left, right = [], []
    for segment in row:
        box = segment.box
        leans_left = box.x0 + box.x1 < low + high
        if leans_left and box.x1 < high - _CROWDED:
            left.append(segment)
            low = max(low, box.x1)
        elif not leans_left and box.x0 > low + _CROWDED:
            right.append(segment)
            high = min(high, box.x0)
        else:
            return None
    return _Sides(tuple(left), tuple(right), (low, high))


def grid(cells: Sequence[Box], words: Sequence[Word]) -> list[list[str]]:
    """The rows of a ruled table, given the boxes between the rules. A cell that spans several places stands in each."""
    across = _edges([x for cell in cells for x in (cell.x0, cell.x1)])
    down = _edges([y for cell in cells for y in (cell.top, cell.bottom)])
    inside: dict[Box, list[Word]] = {cell: [] for cell in cells}
    for word in words:
        cell = next((cell for cell in cells if cell.holds(word.box)), None)
        if cell is not None:
            inside[cell].append(word)
    texts = {cell: _unwrapped(cell, rows(held)) for cell, held in inside.items()}
    found = []
    for top, bottom in pairwise(down):
        row = []
        for x0, x1 in pairwise(across):
            place = Box(x0, top, x1, bottom)
            row.append(next((texts[cell] for cell in cells if cell.holds(place)), ""))
        found.append(row)
    return [row for row in found if any(row)]


def _unwrapped(cell: Box, lines: Sequence[Row]) -> str:
    """The text of a cell. A line ends where the writer ended it when the next word would still have fitted, after a
    semicolon or colon, and before an item of a list."""
    found = ""
    margin = min((around(s.box for s in line).x0 - cell.x0 for line in lines), default=0.0)
    room = cell.x1 - cell.x0 - 2 * min(max(margin, 0.0), 7.0)
    width = 0.0
    for line in lines:
        words = text(line)
        box, first = around(s.box for s in line), line[0].words[0].box
        fits = width + 0.25 * box.height + first.x1 - first.x0 < room - 1
        if not found:
            found = words
        elif fits or found.endswith((";", ":")) or _ITEM.match(words):
            found += "\n" + words
        else:
            # A hyphen at the end of a line belongs to a number or a range.
            found += words if found.endswith("-") and not found.endswith(" -") else " " + words
        width = box.x1 - box.x0
    return found


def _edges(values: Sequence[float]) -> list[float]:
    """The distinct values: rules drawn by hand or cell by cell miss each other by a point or two."""
    distinct: list[float] = []
    for value in sorted(values):
        if not distinct or value - distinct[-1] > 2.5:
            distinct.append(value)
    return distinct
