"""Years and figures listed apart and in the same order: `lần lượt trong các năm 2026, 2027 là 100 và 200 căn`."""

from __future__ import annotations

import re
from functools import lru_cache

from ingest.figure_segments import sentence_end, sentence_start
from ingest.letters import rule
from ingest.numbers import FIGURE
from ingest.periods import PERIOD
from ingest.units import UNIT

Span = tuple[int, int]

_YEAR = r"(?:19|20)\d\d"
_MEMBER = rf"{_YEAR}(?:\s*[-–]\s*{_YEAR})?"
_YEARS = rule(
    rf"""
    (?:(?P<until>đến|tới|hết|trước|vào)\s+)?(?:các\s+)?(?:năm|giai\s+đoạn)\s+
    (?P<years>{_MEMBER}(?:(?:\s*,\s*|\s*,?\s+và\s+)(?:(?:đến\s+)?(?:năm|giai\s+đoạn)\s+)?{_MEMBER}){{1,9}})(?!\d|[.,]\d)
    """,
    re.I | re.X,
)
_TWO = rule(rf"{_YEAR}\s*(?:,|và)")
_ONE = re.compile(_YEAR)
_MEMBERS = rule(_MEMBER)
_AND = rule(r"\s*(?:,|;|,?\s+và|/)\s*(?:khoảng\s+|ít\s+nhất\s+|trên\s+)?", re.I)
# A figure whose unit is told with the last of its list.
_SHORT = rule(
    rf"""
    (?<![\w./,-])(?P<value>{FIGURE})(?P<low>)(?P<goal>)(?P<magnitude>)
    (?=(?:(?:\s*,\s+|\s*,?\s+và\s+)(?:{FIGURE})(?![\d.])){{1,9}}\s*(?P<unit>{UNIT})(?:(?<=%)|(?![\wÀ-ỹ/])))
    """,
    re.I | re.X,
)
# How far a list of years stands from the figures it deals with.
_FAR = 120


def short_figures(text: str, segment: Span) -> list[re.Match[str]]:
    """The figures of a segment that listed years deal with and whose unit is told with the last of them, `100, 200 và
    300 căn`."""
    lists = _lists(text, segment)
    if not lists:
        return []
    return [
        match
        for match in _SHORT.finditer(text, *segment)
        if not any(years.start() <= match.start() < years.end() for years in lists)
    ]


def dealt(text: str, segment: Span, figure: Span, others: list[Span]) -> tuple[str, str] | None:
    """The years of a figure by its place in a list, where its segment lists as many years before or behind the list,
    or else its sentence only once; None for any other. `others` are all figures of the segment."""
    place, run = _run(text, figure, others)
    if len(run) < 2:
        return None
    start, end = segment
    for years in _lists(text, segment):
        members = _MEMBERS.findall(years["years"])
        between = text[years.end() : run[0][0]] if years.end() <= run[0][0] else text[run[-1][1] : years.start()]
        apart = years.end() <= start or end <= years.start()
        if len(members) != len(run) or not (apart or (len(between) <= _FAR and not re.search(r"[\d;(]", between))):
            continue
        named = _ONE.findall(members[place])
        first = "" if years["until"] and len(named) == 1 else named[0]
        return first, named[-1]
    return None


def _lists(text: str, segment: Span) -> list[re.Match[str]]:
    """The lists of years of a segment, or the only one of its sentence."""
    every = _listed(text)
    if not every:
        return []
    start, end = segment
    if found := [years for years in every if start <= years.start() < end]:
        return found
    if PERIOD.search(text, start, end):
        return []
    first, last = sentence_start(text, start), sentence_end(text, end)
    found = [years for years in every if first <= years.start() < last]
    return found if len(found) == 1 else []


@lru_cache(maxsize=16)
def _listed(text: str) -> tuple[re.Match[str], ...]:
    """The lists of years of a line; the last lines are kept."""
    return tuple(_YEARS.finditer(text)) if _TWO.search(text) else ()


def _run(text: str, figure: Span, others: list[Span]) -> tuple[int, list[Span]]:
    """The place of a figure in the list that it stands in, and the list: figures with nothing but commas between."""
    at = others.index(figure)
    first = last = at
    while first and _AND.fullmatch(text, others[first - 1][1], others[first][0]):
        first -= 1
    while last + 1 < len(others) and _AND.fullmatch(text, others[last][1], others[last + 1][0]):
        last += 1
    return at - first, others[first : last + 1]
