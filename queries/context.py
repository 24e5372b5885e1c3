"""A quote with the words around it and its line in the source."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from graph.model import Evidence
from graph.store import Store

REACH = 120


@dataclass(frozen=True, slots=True)
class Context:
    """`before`, `quote` and `after` are consecutive text; `line` is the number in the source, None when not known."""

    before: str
    quote: str
    after: str
    line: int | None


def context(text: str, start: int, end: int, lines: Sequence[tuple[int, int]] = (), reach: int = REACH) -> Context:
    """The quote `text[start:end]` with up to `reach` characters to each side, cut at words."""
    left, right = max(0, start - reach), min(len(text), end + reach)
    before, after = text[left:start], text[end:right]
    if left and not text[left - 1].isspace() and " " in before:
        before = before[before.index(" ") + 1 :]
    if right < len(text) and not text[right].isspace() and " " in after:
        after = after[: after.rindex(" ")]
    return Context(before, text[start:end], after, line_at(lines, start))


def in_context(store: Store, evidence: Evidence | None, reach: int = REACH) -> Context | None:
    """The words around an evidence; None when there is none or its text is not held. Two calls."""
    text = store.texts([evidence.document]).get(evidence.document) if evidence else None
    if evidence is None or text is None:
        return None
    return context(text, evidence.start, evidence.end, store.lines(evidence.document), reach)


def line_at(lines: Sequence[tuple[int, int]], offset: int) -> int | None:
    """The source line of an offset, from (offset, line) pairs in ascending order; None when none is before it."""
    found = bisect_right(lines, offset, key=lambda pair: pair[0])
    return lines[found - 1][1] if found else None
