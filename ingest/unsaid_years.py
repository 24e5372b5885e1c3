"""The year of a deadline that tells none, `trước ngày 15/12`, `Tháng 5`: that of the document's title, or the next time
that comes after the document."""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.dates import Deadline, deadline
from ingest.figure_years import period_of_title
from ingest.letters import rule

_MONTH = r"tháng\s*\d{1,2}"
_QUARTER = r"(?:IV|III|II|I|[1-4])"
_NO_YEAR = r"(?!\s*(?:[/.-]\s*|,?\s*năm\s+)?\d)"
# A point of time in a year, without the year.
YEARLESS = rf"""
    (?:
        ngày\s+\d{{1,2}}\s*(?:/|\s+tháng\s+)\s*\d{{1,2}}
      | {_MONTH}\s*(?:-|–|,|và|đến(?:\s+tháng)?)\s*\d{{1,2}}(?!\s*/)
      | {_MONTH}
      | quý\s+(?:{_QUARTER}\s*(?:,|và|-|–)\s*(?:quý\s+)?)?{_QUARTER}(?!\w)
    ){_NO_YEAR}(?!\s*,?\s*năm)
"""
_POINT = rule(rf"(?<![\w/]){YEARLESS}|(?<![\w/.])\d{{1,2}}/\d{{1,2}}{_NO_YEAR}", re.X | re.I)


def is_yearless(words: str) -> bool:
    """Whether words name a day, month or quarter of no year."""
    return _POINT.search(words) is not None


def with_year(due: Deadline, title: str, issued: str) -> Deadline:
    """The deadline with its days where it names a day, month or quarter of no year. The year is the one that the title
    of the document is for; where the title names no time it is the first in which the days are not over on the day of
    issue, ISO. A document for several years leaves it unknown."""
    if due.start or due.end or due.recurrence or not _POINT.search(due.text):
        return due
    first, last = period_of_title(title, "")
    if last and first[:4] != last[:4]:
        return due
    years = [last[:4]] if last else [issued[:4], str(int(issued[:4]) + 1)] if issued else []
    for year in years:
        found = deadline(_POINT.sub(rf"\g<0>/{year}", due.text))
        if found and found.end and (last or found.end >= issued):
            return replace(due, start=found.start, end=found.end)
    return due
