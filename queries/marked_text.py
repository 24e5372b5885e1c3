"""The text of a document with what was read in it: cut into segments here, so that nobody further on has to."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from graph.model import Edge, Node
from graph.store import Store
from queries.context import line_at

SIZE = 20_000
# A line longer than this is cut where a part ends: there are paragraphs of ten million characters.
_LONGEST_REACH = 2_000
_MOST_TRIES = 10_000
# Of spans that lie on one another this many are told of at one place.
MOST_COVERING = 8


@dataclass(frozen=True, slots=True)
class Statement:
    """An edge as read at a span: its kind and its two ends."""

    kind: str
    source: Node
    target: Node
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Span:
    """A place of the text and everything that is read from it."""

    start: int
    end: int
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Segment:
    """Consecutive text that the same spans cover, the shortest span first (at most MOST_COVERING of them); `begins` are
    the spans that start here."""

    text: str
    covering: tuple[Span, ...]
    begins: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text with its number in the source, the provisions that begin with it, and the spans that begin
    in it."""

    start: int
    number: int | None
    segments: tuple[Segment, ...]
    provisions: tuple[Node, ...]
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class MarkedText:
    """Part `part` of `parts` of a text, the characters from `start` to `end`; `found` is the asked quote's place."""

    part: int
    parts: int
    start: int
    end: int
    length: int
    lines: tuple[Line, ...]
    found: tuple[int, int] | None


def part_of(offset: int) -> int:
    """The part (from 1) in which what starts at this offset is marked."""
    return offset // SIZE + 1


def find_quote(text: str, quote: str) -> tuple[int, int] | None:
    """Where the words stand: as they are, else with any white space between them."""
    at = text.find(quote)
    if at >= 0:
        return at, at + len(quote)
    said = quote.split()
    at = text.find(said[0]) if said else -1
    tries = 0
    while at >= 0 and tries < _MOST_TRIES:
        end = _follows(text, at, said)
        if end:
            return at, end
        at = text.find(said[0], at + 1)
        tries += 1
    return None


def _follows(text: str, at: int, said: Sequence[str]) -> int:
    """Where the words end that begin here; 0 when they do not."""
    for n, word in enumerate(said):
        if not text.startswith(word, at):
            return 0
        at += len(word)
        if n + 1 < len(said):
            before = at
            while at < len(text) and text[at].isspace():
                at += 1
            if at == before:
                return 0
    return at


def marked_text(store: Store, document: str, *, part: int = 1, quote: str = "") -> MarkedText | None:
    """A part of the text of a held document; None when its text is not held. With a `quote` and part 0, the part in
    which it stands. Four calls."""
    text = store.texts([document]).get(document)
    if text is None:
        return None
    parts = max(1, -(-len(text) // SIZE))
    found = find_quote(text, quote) if quote else None
    part = min(max(part or (part_of(found[0]) if found else 1), 1), parts)
    start, end = _whole_lines(text, (part - 1) * SIZE, min(part * SIZE, len(text)))
    near: dict[tuple[int, int], list[tuple[Edge, str, float]]] = defaultdict(list)
    for edge in store.edges(documents=[document]):
        for item in edge.evidence:
            if item.document == document and item.start < end and item.end > start:
                near[item.start, item.end].append((edge, item.rule, item.confidence))
    ends = {id for said in near.values() for edge, _, _ in said for id in (edge.source, edge.target)}
    nodes = store.nodes(ends)
    spans, provisions = [], defaultdict(list)
    for (first, last), said in sorted(near.items()):
        statements = []
        for edge, rule, confidence in said:
            if edge.source not in nodes or edge.target not in nodes:
                continue
            if edge.kind == "contains" and nodes[edge.target].kind == "provision":
                provisions[first].append(nodes[edge.target])
            else:
                statements.append(Statement(edge.kind, nodes[edge.source], nodes[edge.target], rule, confidence))
        if statements:
            spans.append(Span(first, last, tuple(statements)))
    lines = _lines(text, start, end, spans, provisions, store.lines(document), found)
    return MarkedText(part, parts, start, end, len(text), lines, found)


def _whole_lines(text: str, start: int, end: int) -> tuple[int, int]:
    """The part with the lines at its ends whole, unless they are very long."""
    before = text.rfind("\n", max(0, start - _LONGEST_REACH), start)
    after = text.find("\n", end, end + _LONGEST_REACH)
    start = before + 1 if before >= 0 else start if start > _LONGEST_REACH else 0
    return start, after if after >= 0 else end if len(text) - end > _LONGEST_REACH else len(text)


def _lines(
    text: str,
    start: int,
    end: int,
    spans: Sequence[Span],
    provisions: dict[int, list[Node]],
    numbers: Sequence[tuple[int, int]],
    found: tuple[int, int] | None,
) -> tuple[Line, ...]:
    asked = [Span(*found, ())] if found and all((span.start, span.end) != found for span in spans) else []
    beginnings = sorted(provisions)
    segments = segments_of(text, start, end, [*spans, *asked])
    lines, at, seen = [], start, None
    current: list[Segment] = []

    def close(upto: int) -> None:
        nonlocal at, current, seen
        number = line_at(numbers, at)
        begun = tuple(span for segment in current for span in segment.begins if span.statements)
        first = bisect_left(beginnings, at)
        here = [node for offset in beginnings[first : bisect_left(beginnings, upto + 1)] for node in provisions[offset]]
        if current or here:
            lines.append(Line(at, None if number == seen else number, tuple(current), tuple(here), begun))
            seen = number
        at, current = upto + 1, []

    offset = start
    for segment in segments:
        pieces = segment.text.split("\n")
        for n, piece in enumerate(pieces):
            if n:
                close(offset - 1)
            if piece:
                current.append(Segment(piece, segment.covering, segment.begins if n == 0 else ()))
            elif n == 0 and segment.begins:
                current.append(Segment("", segment.covering, segment.begins))
            offset += len(piece) + (n + 1 < len(pieces))
    close(end)
    return tuple(lines)


def segments_of(text: str, start: int, end: int, spans: Iterable[Span]) -> list[Segment]:
    """The text from `start` to `end` in segments; spans may nest and overlap in any way."""
    opening: dict[int, list[Span]] = defaultdict(list)
    closing: dict[int, list[Span]] = defaultdict(list)
    for span in spans:
        if span.start < end and span.end > start and span.end > span.start:
            opening[max(span.start, start)].append(span)
            closing[min(span.end, end)].append(span)
    cuts = sorted({start, end, *opening, *closing})
    # Shortest first; kept in order, since thousands may lie on one another.
    open_now: list[tuple[int, int]] = []
    known = {(span.end - span.start, span.start): span for listed in opening.values() for span in listed}
    found = []
    for at, following in pairwise(cuts):
        for span in closing.get(at, ()):
            del open_now[bisect_left(open_now, (span.end - span.start, span.start))]
        for span in opening.get(at, ()):
            insort(open_now, (span.end - span.start, span.start))
        covering = tuple(known[key] for key in open_now[:MOST_COVERING])
        begins = tuple(span for span in opening.get(at, ()) if span.start == at)
        found.append(Segment(text[at:following], covering, begins))
    return found
