"""Figures that are goals or results: how much, of what, by when, of which total, and which document set them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import islice, takewhile

from ingest.citation import Citation
from ingest.citations import citations
from ingest.horizons import Horizon
from ingest.layout import Note
from ingest.letters import rule
from ingest.numbers import FIGURE, MAGNITUDE, figure
from ingest.outline import Item, Outline
from ingest.periods import PERIOD, undated, years
from ingest.target import UNIT, Target

_FIGURE = rule(
    rf"""
    (?<![\w./,-])(?:(?<!năm\s)(?P<low>{FIGURE})\s*(?:-|–|đến)\s*)?(?P<value>{FIGURE})(?:\s*(?P<slash>/)\s*(?P<goal>{FIGURE}))?
    (?:\s+(?P<magnitude>{MAGNITUDE})(?=\s))?\s*(?P<unit>{UNIT})(?![\wÀ-ỹ/])
    """,
    re.I | re.X,
)
_DIGIT = re.compile(r"\d")
_DWELLINGS = rule(r"\s+nhà\s+ở.*|(?<=nhà)\s+ở.*")
_YEAR = rule(r"(?:19|20)\d\d")
_AT_LEAST = rule(
    r"(?:ít\s+nhất|tối\s+thiểu|không\s+dưới|không\s+thấp\s+hơn|trên|hơn|từ|≥|>=|>)\s*(?:là\s+|đạt\s+)?$", re.I
)
_AT_MOST = rule(r"(?:tối\s+đa|không\s+quá|không\s+vượt\s+quá|dưới|nhiều\s+nhất|≤|<=|<)\s*(?:là\s+)?$", re.I)
_UPWARDS = rule(r"^\s*(?:\w+\s+){0,6}?trở\s+lên")
_ABOUT = rule(r"(?:gần|khoảng|chừng|xấp\s+xỉ)\s*$", re.I)
_GOAL = rule(
    r"""
    (?:
        phấn\s*đấu | phân\s*đầu | hoàn\s+thành | chỉ\s+tiêu | mục\s+tiêu | đạt | bảo\s+đảm | đảm\s+bảo
      | rút\s+ngắn | cắt\s+giảm | giảm | nâng | xây\s+(?:dựng|mới) | sửa\s+chữa | hỗ\s+trợ | đầu\s+tư
      | xóa | xoá | tỷ\s+lệ | tỉ\s+lệ | giải\s+quyết | bố\s+trí | kết\s+nối | (?<!bàn\s)giao
    )
    """,
    re.I | re.X,
)
_NOT_GOAL = rule(
    r"""
    (?:
        quỹ\s+đất | diện\s+tích\s+đất | thuế\s+suất | lãi\s+suất | theo\s+tỷ\s+lệ | khoản
      | (?<!thí\s)(?<!dứt\s)điểm | mục | điều | số | tuổi | lần\s+thứ | trong | vượt | năm
    )\s*$
    """,
    re.I | re.X,
)
_STATISTIC = rule(r"^\s*(?:công\s+chức|viên\s+chức|địa\s+phương|tỉnh|đang\s)")
_GOAL_SECTION = rule(r"mục\s+tiêu|chỉ\s+tiêu", re.I)
_ACHIEVED = rule(
    r"(?:đã\s+(?:hoàn\s+thành|đạt|xây|hỗ\s+trợ|thực\s+hiện|đưa)|kết\s+quả\s+thực\s+hiện|(?:hoàn\s+thành|đạt)\s*$)", re.I
)
_ASSIGNED = rule(
    r"được\s+(?:[A-ZĐÀ-Ỹ]\S*\s+){0,4}giao|giao\s+chỉ\s+tiêu|chỉ\s+tiêu\s+(?:được\s+)?(?:\S+\s+){0,4}giao", re.I
)
_SEGMENT = rule(r"[;]\s|(?<=[^\d\s][.])\s+(?=[A-ZĐÀ-Ỹ])")
_SENTENCE = rule(r"[^\d\s][.]\s+(?=[A-ZĐÀ-Ỹ])")
_PART_CLAUSE = rule(r"[,;]\s+|\(\s*|:\s+")
# No sentence is longer, and no more paragraphs stand before the one that opens a list.
_FAR, _MOST_BEFORE = 4_000, 200
_SET_BY = rule(r"(?:theo|tại|giao|đặt\s+ra|phê\s+duyệt|đề\s+ra|và)\s*(?:tại\s+|ở\s+|theo\s+)?$", re.I)


def targets(outline: Outline, cited: Sequence[Citation], notes: Sequence[Note], issued: str) -> list[Target]:
    """The figures of the marked items and paragraphs, in reading order, of a document of the year `issued` (empty when
    that is not known). `cited` are the document's citations by offset:
    the numbers inside a work's name are no goals of this document."""
    out: list[Target] = []
    for item in outline.items:
        _item(item, cited, notes, issued, out)
    _year_parts(out)
    return out


def _item(item: Item, cited: Sequence[Citation], notes: Sequence[Note], issued: str, out: list[Target]) -> None:
    line = item.line
    if not _DIGIT.search(line.text):
        return
    first, last = (bisect_left(cited, at, key=lambda citation: citation.start) for at in (line.start, line.end))
    inside = cited[first:last]
    for start, end in _segments(line.text, item.words - line.start):
        bracket_total = -1
        horizon: Horizon | None = None
        for match in _FIGURE.finditer(line.text, start, end):
            at = line.start + match.start()
            if _within(at, inside) or _quoted(line.text, match.start()):
                continue
            horizon = horizon or Horizon(undated(line.text[start:end]), issued)
            if not _is_goal(line.text, start, match, item, horizon):
                continue
            depth = line.text.count("(", start, match.start()) - line.text.count(")", start, match.start())
            inner = depth > 0 or re.search(r"trong\s+đó|bao\s+gồm|gồm", line.text[start : match.start()], re.I)
            alike = bracket_total >= 0 and out[bracket_total].unit[:3] == match["unit"][:3]
            total = bracket_total if inner and alike else -1
            found = _target(item, match, start, end, inside, notes, total)
            if total < 0:
                bracket_total = len(out)
            out.append(found)
            if match["goal"]:
                out.append(replace(found, value=figure(match["goal"]), status="assigned"))
                out[-2] = replace(found, status="achieved")


def _segments(text: str, start: int) -> list[tuple[int, int]]:
    spans = []
    for cut in _SEGMENT.finditer(text, start):
        spans += _pieces(text, start, cut.start())
        start = cut.end()
    return spans + _pieces(text, start, len(text))


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """A segment, in pieces where it is longer than any sentence."""
    spans = []
    while end - start > _FAR and (cut := text.rfind(" ", start, start + _FAR)) > start:
        spans.append((start, cut))
        start = cut
    return [*spans, (start, end)]


def _within(at: int, inside: Sequence[Citation]) -> bool:
    """Whether the offset stands in one of the citations, which follow each other."""
    n = bisect_right(inside, at, key=lambda citation: citation.start)
    return n > 0 and at < inside[n - 1].end


def _quoted(text: str, at: int) -> bool:
    """Whether the figure stands in a quoted name."""
    opened = text.rfind("“", max(0, at - _FAR), at)
    return opened >= 0 and text.find("”", opened, at) < 0


def _is_goal(text: str, start: int, match: re.Match[str], item: Item, horizon: Horizon) -> bool:
    before = text[start : match.start()]
    if (
        _NOT_GOAL.search(before)
        or _STATISTIC.match(text[match.end() :])
        or (_ABOUT.search(before) and not _in_goal_section(item))
    ):
        return False
    if _in_goal_section(item) or (_GOAL.search(before) and match["unit"].lower() not in ("tỉnh", "huyện", "xã")):
        return True
    return horizon.sets(match.start() - start, match.end() - start, match["unit"])


def _in_goal_section(item: Item) -> bool:
    return any(
        _GOAL_SECTION.search(above.line.text[:160]) and above.level != "plain"
        for above in item.chain[1:] or item.chain[:1]
    )


def _target(
    item: Item,
    match: re.Match[str],
    start: int,
    end: int,
    inside: Sequence[Citation],
    notes: Sequence[Note],
    total: int,
) -> Target:
    """The target of one figure of the segment from `start` to `end`; of a part of a total its own clause is the
    span."""
    line = item.line
    before, after = line.text[start : match.start()], line.text[match.end() : end]
    first, last = _period(item, start, match, end)
    unit = " ".join(match["unit"].lower().split())
    unit = _DWELLINGS.sub("", unit)
    low = _lower_end(match)
    value = figure(low or match["value"], match["magnitude"] or "")
    status = _status(before)
    setters = tuple(c for c in inside if _sets(line.text, c.start - line.start, start, end)) + _noted(item, notes)
    if total >= 0:
        left = max((m.end() for m in _PART_CLAUSE.finditer(before)), default=0)
        words = before[left:].strip()
        span = line.start + start + left, line.start + match.end()
    else:
        words = " ".join(line.text[start:end].split())
        span = line.start + start, line.start + end
    return Target(
        item.ref,
        _subject(before, after, unit, words),
        value,
        unit,
        ">=" if low else _comparator(before, after),
        first,
        last,
        status,
        *span,
        item,
        total,
        () if status == "achieved" else setters,  # a result is told, not set
    )


def _lower_end(match: re.Match[str]) -> str:
    """Of a range the lower end, which is to be reached, as in tables of indicators; empty where none is given."""
    low, high = match["low"], match["value"]
    return low if low and figure(low) < figure(high) and not _YEAR.fullmatch(low) else ""


def _comparator(before: str, after: str) -> str:
    if _AT_LEAST.search(before) or _UPWARDS.match(after):
        return ">="
    return "<=" if _AT_MOST.search(before) else "="


def _status(before: str) -> str:
    if _ACHIEVED.search(before) and re.search(r"đã\s|kết\s+quả", before, re.I):
        return "achieved"
    return "assigned" if _ASSIGNED.search(before) else "target"


def _subject(before: str, after: str, unit: str, words: str) -> str:
    """The words that say what is counted: those behind the figure, else those before it."""
    tail = re.split(
        r"[;.(),]|(?:^|\s)(?:theo|được\s+giao|đã\s+được|trong\s+đó|tại\s+(?:Kế|Quyết|Nghị))\s",
        after.strip(),
        maxsplit=1,
    )[0].strip(" ,")
    if len(tail) > 12 or (unit == "%" and len(tail) > 3):
        return " ".join(tail.split())
    head = re.sub(r"^(?:-|\+|[a-zđ]\)|\d+\.)\s*", "", before.strip())
    return " ".join((head + " " + tail).split()).strip(" :,(") or words


def _sets(text: str, at: int, start: int, end: int) -> bool:
    return start <= at < end and bool(_SET_BY.search(text[max(0, at - 40) : at]))


def _noted(item: Item, notes: Sequence[Note]) -> tuple[Citation, ...]:
    out: list[Citation] = []
    for above in item.chain[:2]:
        for note in notes:
            if above.line.start <= note.anchor <= above.line.end:
                out += [c.shifted(note.line.start) for c in citations(note.line.text, "") if c.key.symbol]
        if out:
            break
    return tuple(out)


def _period(item: Item, start: int, match: re.Match[str], end: int) -> tuple[str, str]:
    """The years a figure is for: those of its own clause, then of its segment before and after it, then what the
    sentence or the items above say (`Đến năm 2030, ...`)."""
    text = _undated(item.line.text)
    before, after = text[start : match.start()], text[match.end() : end]
    clauses = list(_PART_CLAUSE.finditer(before))
    own = before[clauses[-1].end() :] if clauses and "(" in before else before
    for words, nearest in ((own, -1), (before, -1), (after, 0)):
        found = list(PERIOD.finditer(words))
        if len(found) > 1 and nearest == 0 and re.match(r"[^()]{0,60}\(|[^.;]{0,60}(?:trong\s+đó|gồm)", words, re.I):
            spans = [years(m) for m in found]  # a total whose parts follow covers their years
            return min(first for first, _ in spans), max(last for _, last in spans)
        if found:
            return years(found[nearest])
    sentence = max((m.end() for m in _SENTENCE.finditer(text, max(0, start - _FAR), start)), default=-1)
    sentence = sentence if sentence >= 0 else max(item.words - item.line.start, start - _FAR)
    earlier = [m for m in PERIOD.finditer(text, sentence, start) if m["until"] and not _quoted(text, m.start())]
    if earlier:
        return years(earlier[-1])
    for above in item.chain[1:]:
        words = _undated(above.line.text)
        found = [m for m in PERIOD.finditer(words, 0, _FAR) if not _quoted(words, m.start())]
        if len(found) == 1 or (found and all(years(m) == years(found[0]) for m in found)):
            return years(found[0])
        for sibling in above.children[:_MOST_BEFORE]:
            if sibling is item or sibling.line.start >= item.line.start:
                break
            if sibling.level == "plain" and sibling.line.text.rstrip().endswith(":"):
                intro = list(PERIOD.finditer(sibling.line.text))
                if intro:
                    return years(intro[0])
    return "", ""


@lru_cache(maxsize=64)
def _undated(text: str) -> str:
    return undated(text)


def _year_parts(out: list[Target]) -> None:
    """`13.250 căn, cụ thể: - Năm 2026: 3.000 ...`: bullets under a total that a colon opens are its parts."""
    of: dict[int, list[int]] = {}
    for n, target in enumerate(out):
        of.setdefault(id(target.item), []).append(n)
    places: dict[int, dict[int, int]] = {}
    for n, total in enumerate(out):
        item = total.item
        if item is None or not item.line.text.rstrip().endswith(":") or total.part_of >= 0:
            continue
        for k in (k for under in item.children or _following(item, places) for k in of.get(id(under), ())):
            if k != n and out[k].part_of < 0 and out[k].unit[:3] == total.unit[:3]:
                out[k] = replace(out[k], part_of=n)


def _following(item: Item, places: dict[int, dict[int, int]]) -> list[Item]:
    """Bullets that follow a paragraph closed by a colon, where the paragraph itself has no mark. `places` keeps where
    the items under each other one stand."""
    above = item.parent
    if item.level != "plain" or above is None:
        return []
    place = places.setdefault(id(above), {})
    if not place:
        place.update((id(child), n) for n, child in enumerate(above.children))
    return list(
        takewhile(lambda child: child.level in ("dash", "plus"), islice(above.children, place[id(item)] + 1, None))
    )
