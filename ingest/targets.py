"""Figures that are goals or results: how much, of what, by when, of which total, and which document set them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice, takewhile

from ingest.citation import Citation
from ingest.citations import citations
from ingest.dealt_years import short_figures
from ingest.figure_bounds import comparator_of
from ingest.figure_segments import segments, sentence_start
from ingest.figure_status import is_former, status_of
from ingest.figure_years import is_quoted, last_clause, period_of, period_of_title, plain
from ingest.goal_parts import in_goal_section
from ingest.goals import is_goal, is_share
from ingest.home import Home
from ingest.horizons import Horizon
from ingest.layout import Note
from ingest.letters import rule
from ingest.numbers import FIGURE, MAGNITUDE, figure
from ingest.outline import Item, Outline
from ingest.target import Target
from ingest.units import UNIT, unit_name

_FIGURE = rule(
    rf"""
    (?<![\w./,-])
    (?:(?<!năm\s)(?P<low>{FIGURE})(?:\s+{MAGNITUDE})?(?:\s*{UNIT})?\s*(?:-|–|đến)\s*(?:dưới\s+)?)?
    (?P<value>{FIGURE})(?:\s*(?P<slash>/)\s*(?P<goal>{FIGURE}))?
    (?:\s+(?P<magnitude>{MAGNITUDE})(?!\s+(?:đồng|USD|đô\s+la))(?=\s))?\s*(?P<unit>{UNIT})(?:(?<=%)|(?![\wÀ-ỹ/]))
    """.replace(MAGNITUDE, rf"(?:{MAGNITUDE})"),
    re.I | re.X,
)
# `Số bác sĩ/vạn dân: 11,5`
_UNIT_FIRST = rule(
    rf"(?:số\s+)?(?P<unit>(?:{UNIT}))\s*(?::|đạt|là)\s*(?P<value>{FIGURE})(?=\s*(?:[;,.)]|$))(?P<low>)(?P<goal>)(?P<magnitude>)",
    re.I,
)
_DIGIT = re.compile(r"\d")
_YEAR = rule(r"(?:19|20)\d\d")
# `từ 82% năm 2024 lên 95%`: the first figure is what is left behind.
_FROM = rule(r"(?:^|\s)từ\s+(?:mức\s+|khoảng\s+|gần\s+|trên\s+)?$", re.I)
_TO = rule(r"^[^\d,;.]{0,40}(?:\s*\(?(?:năm\s+)?\d{4}\)?)?\s*(?:lên|xuống|còn)\s", re.I)
# `80% (tăng 5% so với năm trước)`: a change is no part, nor is a mean.
_CHANGES = rule(
    r"\(\s*(?:tăng|giảm|bằng|tương\s+đương|chiếm|bình\s+quân|trung\s+bình|mỗi\s+năm)(?!\w)[^()]{0,60}$", re.I
)
_MOST_PARTS = 200
_INNER = rule(r"trong\s+đó|gồm|chia\s+ra|cụ\s+thể(?:\s+là)?\s*:", re.I)
_LISTS = rule(r"(?:trong\s+đó|gồm|chia\s+ra|cụ\s+thể(?:\s+là)?)\s*:", re.I)
_SET_BY = rule(r"(?:theo|tại|giao|đặt\s+ra|phê\s+duyệt|đề\s+ra|và)\s*(?:tại\s+|ở\s+|theo\s+)?$", re.I)


def targets(
    outline: Outline, cited: Sequence[Citation], notes: Sequence[Note], issued: str, title: str = ""
) -> list[Target]:
    """The figures of the marked items and paragraphs, in reading order, of a document of the year `issued` (empty when
    that is not known). `cited` are the document's citations by offset:
    the numbers inside a work's name are no goals of this document. Goals that name no year are for the year of the
    `title`, or for its horizon (`đến năm 2030`) in a part that sets goals and where they are shares or rates."""
    out: list[Target] = []
    for item in outline.items:
        _item(item, cited, notes, issued, out)
    _year_parts(out)
    first, last = period_of_title(title, issued)
    return [_for_title(target, first, last) for target in out] if last else out


def _for_title(target: Target, first: str, last: str) -> Target:
    if target.period_end or target.status == "achieved":
        return target
    if not first and not (target.item and (in_goal_section(target.item) or is_share(target.item))):
        return target
    return replace(target, period_start=first, period_end=last)


def _item(item: Item, cited: Sequence[Citation], notes: Sequence[Note], issued: str, out: list[Target]) -> None:
    line = item.line
    if not _DIGIT.search(line.text):
        return
    first, last = (bisect_left(cited, at, key=lambda citation: citation.start) for at in (line.start, line.end))
    inside = cited[first:last]
    listed = -1
    section = "/" in line.text and in_goal_section(item)
    for start, end in segments(line.text, item.words - line.start):
        figures = [
            match
            for match in _matches(line.text, start, end, section)
            if not _within(line.start + match.start(), inside) and not is_quoted(line.text, match.start())
        ]
        if figures:
            begun = len(out)
            _segment(item, (start, end), figures, inside, notes, issued, out, listed)
            listed = _opens_list(line.text, (start, end), out, begun, listed)


def _matches(text: str, start: int, end: int, section: bool) -> list[re.Match[str]]:
    """The figures of a segment; where goals are set also those that stand behind what they count."""
    found = list(_FIGURE.finditer(text, start, end))
    if short := short_figures(text, (start, end)):
        begun = {match.start("value") for match in found}
        found += [match for match in short if match.start() not in begun]
    if section and "/" in text[start:end]:
        taken = [match.span() for match in found]
        found += [
            match
            for match in _UNIT_FIRST.finditer(text, start, end)
            if "/" in match["unit"] and not any(a < match.end() and match.start() < b for a, b in taken)
        ]
    return sorted(found, key=lambda match: match.start())


def _segment(
    item: Item,
    segment: tuple[int, int],
    figures: list[re.Match[str]],
    inside: Sequence[Citation],
    notes: Sequence[Note],
    issued: str,
    out: list[Target],
    listed: int = -1,
) -> None:
    """Adds the targets of a segment to `out`; `listed` is the total whose parts the segments before began to list."""
    text = item.line.text
    start, end = segment
    horizon = Horizon(plain(text)[start:end], issued)
    spans = [match.span() for match in figures]
    bracket_total = -1
    for match in figures:
        unit = unit_name(match["unit"])
        before = text[start : match.start()]
        depth = before.count("(") - before.count(")")
        inner = depth > 0 or _INNER.search(before)
        alike = bracket_total >= 0 and out[bracket_total].unit[:3] == unit[:3] and not _CHANGES.search(before)
        listing = bracket_total < 0 and listed >= 0 and _is_left(out, listed, unit, figure(match["value"]))
        part = bool(inner and alike) or listing
        if _is_base(text, match, end) or not is_goal(text, start, match, unit, item, horizon, part=part):
            continue
        years = period_of(item, segment, match.span(), spans)
        total = (listed if listing else bracket_total) if part and not is_former(before, years[1], issued) else -1
        found = _target(item, match, unit, segment, years, inside, notes, total, issued)
        if total < 0:
            bracket_total = len(out)
        out.append(found)
        if match["goal"]:
            out.append(replace(found, value=figure(match["goal"]), status="assigned"))
            out[-2] = replace(found, status="achieved")


def _opens_list(text: str, segment: tuple[int, int], out: list[Target], begun: int, listed: int) -> int:
    """The index of the total whose parts go on behind the semicolon that ends a segment, `trong đó: A 30 ha; B 20 ha`;
    -1 where none do. The targets of the segment stand from `begun` on."""
    start, end = segment
    if text[end : end + 1] != ";":
        return -1
    if len(out) > begun + 1 and _LISTS.search(text, start, end):
        return next((t.part_of for t in reversed(out[begun:]) if t.part_of >= begun), -1)
    return listed if len(out) > begun and out[-1].part_of == listed else -1


def _is_left(out: list[Target], total: int, unit: str, value: int | float) -> bool:
    """Whether a figure may be one more part of a total: no share, and no more than its other parts leave."""
    told = sum(target.value for target in out[total : total + _MOST_PARTS] if target.part_of == total)
    return (
        len(out) - total < _MOST_PARTS
        and unit[:1] != "%"
        and unit == out[total].unit
        and told + value <= out[total].value
    )


def _within(at: int, inside: Sequence[Citation]) -> bool:
    """Whether the offset stands in one of the citations, which follow each other."""
    n = bisect_right(inside, at, key=lambda citation: citation.start)
    return n > 0 and at < inside[n - 1].end


def _is_base(text: str, match: re.Match[str], end: int) -> bool:
    """Whether the figure is the one that a change starts from, `từ 500 căn lên 1.200 căn`."""
    near = text[max(0, match.start() - 20) : match.start()]
    return bool(_FROM.search(near) and _TO.match(text[match.end() : min(end, match.end() + 80)]))


def _target(
    item: Item,
    match: re.Match[str],
    unit: str,
    segment: tuple[int, int],
    years: tuple[str, str],
    inside: Sequence[Citation],
    notes: Sequence[Note],
    total: int,
    issued: str,
) -> Target:
    """The target of one figure of a segment; of a part of a total its own clause is the span."""
    line = item.line
    start, end = segment
    before, after = line.text[start : match.start()], line.text[match.end() : end]
    low = _lower_end(match)
    value = figure(match["value"], match["magnitude"] or "")
    sentence = line.text[sentence_start(line.text, start) : match.start()]
    status = status_of(item, before, sentence, years[1], issued)
    setters = tuple(c for c in inside if _sets(line.text, c.start - line.start, start, end)) + _noted(item, notes)
    if total >= 0:
        left = last_clause(before)
        words = before[left:].strip()
        span = line.start + start + left, line.start + match.end()
    else:
        words = " ".join(line.text[start:end].split())
        span = line.start + start, line.start + end
    return Target(
        item.ref,
        _subject(before, after, unit, words),
        figure(low, match["magnitude"] or "") if low else value,
        unit,
        ">=" if low else comparator_of(before, after),
        *years,
        status,
        *span,
        item,
        total,
        () if status == "achieved" else setters,  # a result is told, not set
        value_max=value if low else None,
    )


def _lower_end(match: re.Match[str]) -> str:
    """Of a range the lower end, which is to be reached, as in tables of indicators; empty where none is given."""
    low, high = match["low"], match["value"]
    return low if low and figure(low) < figure(high) and not _YEAR.fullmatch(low) else ""


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
                out += [c.shifted(note.line.start) for c in citations(note.line.text, Home()) if c.key.symbol]
        if out:
            break
    return tuple(out)


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
