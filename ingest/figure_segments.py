"""The segments of a line whose figures are read together: its sentences, and what semicolons part in them."""

from __future__ import annotations

from bisect import bisect_right

from ingest.letters import rule

SENTENCE = rule(r"(?:[^\d\s]|\d{4})[.]\s+(?=[A-ZĐÀ-Ỹ])")
"""How a sentence ends before another."""
FAR = 4_000
"""No sentence is longer."""
_SEGMENT = rule(r"[;]\s|(?:(?<=[^\d\s][.])|(?<=\d{4}[.]))\s+(?=[A-ZĐÀ-Ỹ])")
_CLOSED = rule(r"\([^()]{0,800}\)")


def sentence_start(text: str, at: int) -> int:
    """Where the sentence begins that a segment of it, at an offset, belongs to."""
    start = max(0, at - FAR)
    return max((m.end() for m in SENTENCE.finditer(text, start, at + 1)), default=start)


def sentence_end(text: str, at: int) -> int:
    """Where the sentence ends that the offset belongs to."""
    stop = SENTENCE.search(text, at, at + FAR)
    return stop.end() if stop else min(len(text), at + FAR)


def segments(text: str, start: int) -> list[tuple[int, int]]:
    """Where the segments of a line begin and end, from an offset on; a bracket is not cut at its semicolons."""
    spans = []
    closed = [match.span() for match in _CLOSED.finditer(text, start)] if "(" in text else []
    for cut in _SEGMENT.finditer(text, start):
        if cut[0][0] == ";" and _in_bracket(closed, cut.start()):
            continue  # `1.500 căn (năm 2026: 500 căn; năm 2027: 1.000 căn)`
        spans += _pieces(text, start, cut.start())
        start = cut.end()
    return spans + _pieces(text, start, len(text))


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """A segment, in pieces where it is longer than any sentence."""
    spans = []
    while end - start > FAR and (cut := text.rfind(" ", start, start + FAR)) > start:
        spans.append((start, cut))
        start = cut
    return [*spans, (start, end)]


def _in_bracket(closed: list[tuple[int, int]], at: int) -> bool:
    n = bisect_right(closed, at, key=lambda span: span[0])
    return n > 0 and at < closed[n - 1][1]
