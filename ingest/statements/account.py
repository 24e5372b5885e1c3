"""What is stated of one document while it is read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from graph.model import Value
from graph.reading import Claim, Finding, Item, ItemKey, Key, SelfKey
from ingest import outline as outlines
from ingest.heading import Heading
from ingest.layout import Grid, Layout, Line
from ingest.outline import Outline

_LABEL = 120
"""Characters of an item's label."""


@dataclass(slots=True)
class Account:
    """A document and the items, claims and findings that were read in it so far."""

    layout: Layout
    outline: Outline
    head: Heading
    items: list[Item] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    _keys: set[ItemKey] = field(default_factory=set)
    _segments: list[tuple[int, str]] = field(default_factory=list)

    def claim(
        self,
        kind: str,
        source: Key,
        target: Key,
        span: tuple[int, int],
        rule: str,
        confidence: float,
        props: dict[str, Value] | None = None,
    ) -> None:
        """State a relation that a span of the stored text shows; an empty span shows nothing."""
        start, end = span
        if end > start:
            self.claims.append(Claim(kind, source, target, start, end, rule, confidence, props or {}))

    def item(self, key: ItemKey, words: str, props: dict[str, Value]) -> None:
        """Add an item; its label is the words, cut to whole ones where they are many."""
        label = " ".join(words.split())
        if len(label) > _LABEL:
            label = label[: _LABEL - 1].rsplit(" ", 1)[0] + "…"
        self.items.append(Item(key, label, props))
        self._keys.add(key)

    def holder(self, item: outlines.Item | None) -> Key:
        """The provision that an item of the outline is or stands in, the document where there is none."""
        above = item
        while above and above.level == "plain":
            above = above.parent
        key = ItemKey("provision", above.ref) if above else None
        return key if key and key in self._keys else SelfKey()

    def title(self) -> tuple[int, str] | None:
        """Where the title stands and its words as written; None when it was not read in the head."""
        span = self.head.spans.get("title")
        if not span or "title" in self.head.inferred:
            return None
        return span[0], self.layout.text[span[0] : span[1]]

    @property
    def segments(self) -> list[tuple[int, str]]:
        """Stretches of text that hold whole sentences: the title, each line, each cell. The foot is left out, and so
        is the line with the document's own number."""
        if not self._segments:
            self._segments = list(self._cut())
        return self._segments

    def _cut(self) -> Iterator[tuple[int, str]]:
        if title := self.title():
            yield title
        for part in self.layout.parts:
            if isinstance(part, Grid):
                yield from ((cell.start, cell.text) for row in part.rows for cell in row)
            elif not self._is_set_apart(part):
                yield part.start, part.text

    def _is_set_apart(self, line: Line) -> bool:
        if line.zone != "head":
            return line.zone == "foot"
        title, symbol = self.head.spans.get("title"), self.head.spans.get("symbol")
        in_title = title is not None and title[0] <= line.start < title[1]
        return in_title or (symbol is not None and line.start <= symbol[0] <= line.end)
