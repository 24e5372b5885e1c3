"""The years a figure is for, by where periods stand in its sentence and above it."""

from __future__ import annotations

import re
from functools import lru_cache

from ingest.dealt_years import Span, dealt
from ingest.figure_segments import FAR, SENTENCE
from ingest.goal_parts import heading_of
from ingest.letters import rule
from ingest.outline import Item, over
from ingest.periods import PERIOD, undated, years

_OPENS = rule(rf"\s*(?:phấn\s+đấu\s+)?(?:{PERIOD.pattern})\s*[,:]", re.I | re.X)
_HEADS = rule(r"[^.;:]{0,60}(?:chỉ\s+tiêu|mục\s+tiêu)[^.;:]{0,120}:", re.I)
_RIGHT_BEHIND = rule(rf"^[^,;:(]{{0,60}}?(?:{PERIOD.pattern})", re.I | re.X)
_PART_CLAUSE = rule(r"[,;]\s+|\(\s*|:\s+")
_PARTS_FOLLOW = rule(r"[^()]{0,60}\(|[^.;]{0,60}(?:trong\s+đó|gồm|chia\s+ra|cụ\s+thể\s*:)", re.I)
_BRACKET = rule(r"[^().;\d]{0,60}\([^()]*\)")
_IN_BRACKET = rule(rf"^\s?\((?:\s?trong\s+)?(?:{PERIOD.pattern})\s?\)", re.I | re.X)
# `đến năm 2030, tầm nhìn đến năm 2045`
_VISION = rule(
    r"(?:(?<=\d)|(?<=\d[,;]))\s+(?:và\s+)?(?:tầm\s+nhìn|định\s+hướng)(?:\s+đến)?\s+(?:năm\s+)?(?:19|20)\d\d(?!\d)", re.I
)
# `năm 2026 đạt 40%, các năm tiếp theo tăng mỗi năm 5%`
_LATER = rule(r"(?:các|những)\s+năm\s+(?:tiếp\s+theo|sau|còn\s+lại|kế\s+tiếp)", re.I)
_CLOSED = rule(r"\([^()]{0,400}\)")
# What stands before a period that opens a clause.
_OPENED = rule(
    r"(?:[,;(]|(?<!\w)(?:và|trong\s+đó))\s*(?:(?:và|trong\s+đó|riêng|phấn\s+đấu|trong|từ|đầu|cuối|ngay)\s*:?\s*){0,3}$",
    re.I,
)
# No more paragraphs stand before the one that opens a list.
_MOST_BEFORE = 200


def period_of(item: Item, segment: Span, figure: Span, others: list[Span]) -> tuple[str, str]:
    """The first and last year of the figure: those of its own clause, then of its segment before and after it, then
    what the sentence or the items above say (`Đến năm 2030, ...`). `others` are all figures of the segment."""
    text = _nearest(item.line.text)
    start, end = segment
    before, after = text[start : figure[0]], text[figure[1] : end]
    if bracketed := _IN_BRACKET.match(after):
        return years(bracketed)
    if listed := dealt(text, segment, figure, others) or _each_behind(text, segment, figure, others):
        return listed
    since = max((stop for _, stop in others if stop <= figure[0]), default=start)
    until = min((begin for begin, _ in others if begin >= figure[1]), default=end)
    if len(others) > 1 and (near := _near(text, since, figure, until, since > start)):
        return near
    before = _without_asides(before, start, others)
    clauses = list(_PART_CLAUSE.finditer(before))
    own = before[clauses[-1].end() :] if clauses and "(" in before else before
    for words in (own, before):
        if found := list(PERIOD.finditer(words)):
            return ("", "") if _LATER.search(words, found[-1].end()) else years(found[-1])
    return (
        _behind(text, (figure[1], end), others)
        or _said_before(item, text, start)
        or _said_at_head(item, text)
        or _said_behind(text, end)
        or _said_above(item)
        or ("", "")
    )


def _behind(text: str, after: Span, others: list[Span]) -> tuple[str, str] | None:
    """The years behind a figure: all of them where its parts follow, else the first that opens no clause with a figure
    of its own: `hoàn thành 200 căn, năm 2027 khởi công 500 căn`."""
    found = list(PERIOD.finditer(text, *after))
    if len(found) > 1 and _PARTS_FOLLOW.match(text, *after):
        spans = [years(m) for m in found]  # a total whose parts follow covers their years
        return min(first for first, _ in spans), max(last for _, last in spans)
    for m in found:
        opened = _OPENED.search(text, max(after[0], m.start() - 40), m.start())
        ahead = next((begin for begin, _ in others if begin >= m.end()), None) if opened else None
        if opened is None or ahead is None or re.search(r"[,;.()]\s|[,;()]$", text[m.end() : ahead]):
            return years(m)
        if "(" not in text[opened.start() : m.start()]:
            return None
    return None


def _without_asides(before: str, start: int, others: list[Span]) -> str:
    """The words before a figure without closed brackets that tell figures: their years are their own."""
    return _CLOSED.sub(
        lambda m: " " * len(m[0]) if any(m.start() < begin - start < m.end() for begin, _ in others) else m[0],
        before,
    )


def _each_behind(text: str, segment: Span, figure: Span, others: list[Span]) -> tuple[str, str] | None:
    """The period next behind a figure in a segment that tells several, each behind its figures: `dưới 17% (miền núi
    dưới 28%) vào năm 2025 và dưới 15% (miền núi dưới 23%) vào năm 2030`. None where one stands before all figures or a
    figure behind all periods, and for a total whose parts, each with its period, stand in the bracket behind it."""
    periods = list(PERIOD.finditer(text, *segment))
    if len(periods) < 2 or periods[0].start() < others[0][0] or periods[-1].start() < others[-1][1]:
        return None
    bracket = _BRACKET.match(text, figure[1], segment[1])
    if bracket and sum(bracket.start() < period.start() < bracket.end() for period in periods) > 1:
        return None
    following = next((period for period in periods if period.start() >= figure[1]), None)
    return years(following) if following else None


def _near(text: str, since: int, figure: Span, until: int, follows: bool) -> tuple[str, str] | None:
    """The period that stands right behind a figure among others, where none stands before it: `1.000 ha năm 2028 và
    2.500 ha năm 2030`. `follows` tells that a figure stands before, at `since`, which may have one of its own."""
    behind = _RIGHT_BEHIND.match(text[since : figure[0]]) if follows else None
    if PERIOD.search(text, since + (behind.end() if behind else 0), figure[0]):
        return None
    own = _RIGHT_BEHIND.match(text[figure[1] : until])
    return years(own) if own else None


def _said_before(item: Item, text: str, start: int) -> tuple[str, str] | None:
    sentence = max((m.end() for m in SENTENCE.finditer(text, max(0, start - FAR), start + 1)), default=-1)
    sentence = sentence if sentence >= 0 else max(item.words - item.line.start, start - FAR)
    earlier = [m for m in PERIOD.finditer(text, sentence, start) if m["until"] and not is_quoted(text, m.start())]
    return years(earlier[-1]) if earlier else None


def _said_behind(text: str, end: int) -> tuple[str, str] | None:
    """The year by which all is to be reached that a sentence lists between semicolons, told with the last."""
    if text[end : end + 1] != ";":
        return None
    stop = SENTENCE.search(text, end, end + FAR)
    found = next((m for m in PERIOD.finditer(text, end, stop.end() if stop else end + FAR) if m["until"]), None)
    return years(found) if found and not is_quoted(text, found.start()) else None


def _said_at_head(item: Item, text: str) -> tuple[str, str] | None:
    """The year that opens a paragraph is for all in it: `Đến năm 2030, ...`, `Các chỉ tiêu đến năm 2030: ...`."""
    begin = item.words - item.line.start
    if opening := _OPENS.match(text, begin):
        return years(opening)
    heading = _HEADS.match(text, begin)
    named = list(PERIOD.finditer(text, begin, heading.end())) if heading else []
    return years(named[0]) if len(named) == 1 else None


def _said_above(item: Item) -> tuple[str, str] | None:
    for above in over(item.chain):
        words = plain(above.line.text if above.text.strip() else heading_of(above))
        found = [m for m in PERIOD.finditer(words, 0, FAR) if not is_quoted(words, m.start())]
        if len(found) == 1 or (found and all(years(m) == years(found[0]) for m in found)):
            return years(found[0])
        opened = None
        for sibling in above.children[:_MOST_BEFORE]:
            if sibling is item or sibling.line.start >= item.line.start:
                break
            if sibling.level == "plain" and sibling.line.text.rstrip().endswith(":"):
                intro = PERIOD.search(sibling.line.text)
                opened = years(intro) if intro else opened
        if opened:
            return opened
    return None


def period_of_title(title: str, issued: str) -> tuple[str, str]:
    """The years that a document's title says it is for, `Kế hoạch ... năm 2026`; empty where it names none, two, or
    one that was over when the document was issued in the year `issued`."""
    found = {years(m) for m in PERIOD.finditer(undated(title)) if not is_quoted(title, m.start())}
    only = found.pop() if len(found) == 1 else ("", "")
    return only if only[1] >= issued else ("", "")


@lru_cache(maxsize=64)
def _nearest(text: str) -> str:
    """A line without the years that are no periods, nor those of a vision behind the one by which its goals are set."""
    return _VISION.sub(lambda m: " " * len(m[0]), plain(text))


@lru_cache(maxsize=64)
def plain(text: str) -> str:
    """A line without the years that are no periods; the last lines are kept."""
    return undated(text)


def is_quoted(text: str, at: int) -> bool:
    """Whether a place stands in a quoted name."""
    opened = text.rfind("“", max(0, at - FAR), at)
    return opened >= 0 and text.find("”", opened, at) < 0


def last_clause(before: str) -> int:
    """Where the last clause of these words begins."""
    return max((m.end() for m in _PART_CLAUSE.finditer(before)), default=0)
