"""The parts, items and bullets of a document, with refs that follow its own numbering (DESIGN: refs)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ingest.layout import Grid, Layout, Line
from ingest.letters import rule
from ingest.markers import Mark, mark

_ANNEX = rule(r"^(?:PHỤ\s+LỤC|Phụ\s+lục|PHỤ\s+BIỂU|Phụ\s+biểu)(?!\s+kèm)(?:\s+(?:SỐ|số))?\s*(?:[IVX]+|\d+)?\s*[.:]?\s*")
_RANK = {
    "annex": 0,
    "chapter": 1,
    "part": 2,
    "article": 3,
    "roman": 3,
    "item": 4,
    "number": 5,
    "letter": 6,
    "counted": 7,
    "dash": 8,
    "plus": 9,
    "plain": 10,
}


PARTS = ("part", "roman")
BULLETS = ("dash", "plus", "plain")


@dataclass(slots=True)
class Item:
    """A marked line, or a paragraph without a mark, and the lines under it. `words` is where its words begin behind the
    mark; `ref` is unique among the document's marked items, `bullets` how many of each level stand under it. A bullet
    has the same parent as the paragraph without a mark that its list stands behind; `behind` is that paragraph."""

    ref: str
    level: str
    line: Line
    words: int
    parent: Item | None = None
    children: list[Item] = field(default_factory=list)
    bullets: dict[str, int] = field(default_factory=dict)
    behind: Item | None = None
    followed: bool = False

    @property
    def text(self) -> str:
        return self.line.text[self.words - self.line.start :]

    @property
    def chain(self) -> list[Item]:
        """The item and those it stands under, the nearest first."""
        out: list[Item] = []
        item: Item | None = self
        while item is not None:
            out.append(item)
            item = item.parent
        return out


def over(items: Iterable[Item]) -> Iterator[Item]:
    """What each of these stands under, the paragraph that its list stands behind before what holds both."""
    return (other for item in items for other in (item.behind, item.parent) if other is not None)


@dataclass(frozen=True, slots=True)
class Placed:
    """A table and what it stands under."""

    grid: Grid
    prefix: str
    heading: str


@dataclass(frozen=True, slots=True)
class Outline:
    """The items of a document in reading order, and its tables."""

    items: tuple[Item, ...]
    tables: tuple[Placed, ...]

    def at(self, offset: int) -> Item | None:
        """The item whose line holds the offset."""
        return next((i for i in reversed(self.items) if i.line.start <= offset <= i.line.end), None)


def outline(layout: Layout) -> Outline:
    """Items in reading order; tables with the prefix of their rows' refs."""
    items: list[Item] = []
    tables: list[Placed] = []
    stack: list[Item] = []
    top: dict[str, int] = {}
    annexes, heading, signed = 0, "", False
    for part in layout.parts:
        if isinstance(part, Grid):
            holder = next((i for i in reversed(stack) if i.level != "plain" and i.ref), None)
            prefix = holder.ref if holder else "PL"
            tables.append(Placed(part, prefix, heading))
            continue
        if part.zone != "body":
            signed = signed or part.zone == "foot"
            continue
        if signed:  # what is attached behind the signature stands under nothing
            signed, stack = False, []
            top.clear()
        found = mark(part.text)
        if _ANNEX.match(part.text) and part.text.split("(")[0][:8].isupper():
            annexes += 1
            item = Item("PL" if annexes == 1 else f"PL{annexes}", "annex", part, part.start)
            stack = [item]
        elif found and (found.level == "bullet" or _under_bullet(found, stack)):
            item = _bullet(part, found, stack, top)
        elif found:
            item = _marked(part, found, stack)
        else:
            item = Item("", "plain", part, part.start)
            _hang(item, stack)
        heading = part.text
        items.append(item)
    _number_paragraphs(items)
    return Outline(tuple(items), tuple(tables))


def _hang(item: Item, stack: list[Item]) -> None:
    while stack and _RANK[stack[-1].level] >= _RANK[item.level]:
        stack.pop()
    item.parent = stack[-1] if stack else None
    if item.parent:
        item.parent.children.append(item)
    stack.append(item)


def _marked(line: Line, found: Mark, stack: list[Item]) -> Item:
    item = Item(found.label, found.level, line, line.start + found.end)
    _hang(item, stack)
    above = item.parent
    if found.level == "number":
        while above and above.level in ("item", "number"):
            above = above.parent
    if above and found.level not in ("article", "chapter") and above.level != "chapter":
        item.ref = f"{above.ref}.{found.label}" if above.ref else found.label
    return item


def _under_bullet(found: Mark, stack: list[Item]) -> bool:
    """Whether `(1)` counts what stands under a bullet, and not the bullets what stands under it."""
    levels = [item.level for item in stack]
    return found.level == "counted" and "dash" in levels and "counted" not in levels


def _bullet(line: Line, found: Mark, stack: list[Item], top: dict[str, int]) -> Item:
    """A bullet; `top` counts those that stand under nothing."""
    item = Item("", "dash" if found.label == "-" else "plus", line, line.start + found.end)
    beside = next((other for other in stack if _RANK[other.level] >= _RANK[item.level]), None)
    last = stack[-1] if stack else None
    _hang(item, stack)
    above = item.parent
    if last and last.level == "plain" and next((i for i in last.chain if i.level not in BULLETS), None) is above:
        item.behind, last.followed = last, True
    elif beside and beside.level == item.level and beside.parent is above:
        item.behind = beside.behind
    counts = above.bullets if above else top
    count = counts[item.level] = counts.get(item.level, 0) + 1
    item.ref = f"{above.ref}.{count}" if above and above.ref else str(count)
    return item


def _number_paragraphs(items: list[Item]) -> None:
    """A paragraph without a mark has the ref of what it stands under; where several make up the whole of an item they
    are counted like bullets."""
    for item in items:
        if item.level == "plain" and item.parent is None:
            item.ref = "0"
        paragraphs = [child for child in item.children if child.level == "plain"]
        counted = len(paragraphs) == len(item.children) > 1
        for n, paragraph in enumerate(paragraphs, 1):
            paragraph.ref = f"{item.ref}.{n}" if counted else item.ref
