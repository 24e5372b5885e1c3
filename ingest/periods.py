"""The time that words name for a figure: a period, the end of one, or a single year, quarter or month."""

from __future__ import annotations

import re
from functools import lru_cache

from ingest.dates import deadline
from ingest.letters import rule

_YEAR = r"(?:19|20)\d\d"
_QUARTER = rf"quý\s+(?:IV|III|II|I|[1-4])\s*(?:/|,?\s*năm\s+)\s*{_YEAR}"
_MONTH = rf"tháng\s+\d{{1,2}}\s*(?:/|,?\s*năm\s+)\s*{_YEAR}"
_DAY = rf"(?:ngày\s+)?\d{{1,2}}\s*(?:/|\s+tháng\s+)\s*\d{{1,2}}\s*(?:/|\s+năm\s+)\s*{_YEAR}"
PERIOD = rule(
    rf"""
      (?P<range>
          (?:giai\s+đoạn|thời\s+kỳ|các\s+năm|(?:giai\s+đoạn\s+)?từ\s+năm)\s+(?P<from>{_YEAR})\s*
          (?:-|–|đến(?:\s+năm)?)\s*(?P<to>{_YEAR})
      )
    | (?P<until>
          (?:đến|tới|hết|trước|vào)(?:\s+(?:hết|cuối))?\s+  # what is so in a year was to be reached by it
          (?:năm\s+(?P<last>{_YEAR})|(?P<by>{_QUARTER}|{_MONTH}|{_DAY}))
      )
    | (?P<single>năm\s+(?P<year>{_YEAR})(?!\s*[-–]\s*\d)|(?P<part>{_QUARTER}|{_MONTH}))
    """,
    re.I | re.X,
)
# Days of cited documents, and years that figures are held against.
_ASIDE = rule(
    rf"""
      (?<!đến\s)(?<!hết\s)(?<!trước\s)ngày\s+\d{{1,2}}\s+tháng\s+\d{{1,2}}\s+năm\s+\d{{4}}
    | (?:so\s+với|cùng\s+kỳ)(?:\s+\w{{1,9}}){{0,4}}?\s+năm\s+{_YEAR}
    | năm\s+học\s+{_YEAR}
    """,
    re.I | re.X,
)


def undated(text: str) -> str:
    """The text with the days of cited documents and the years of comparisons blanked out: they are no periods."""
    return _ASIDE.sub(lambda m: " " * len(m[0]), text)


def years(match: re.Match[str]) -> tuple[str, str]:
    """The first and last year of a match of PERIOD, or the days where a quarter, month or day is named; the first is
    empty where only the last is said."""
    if match["range"]:
        return match["from"], match["to"]
    if match["until"]:
        return "", match["last"] or _days(match["by"])[1]
    return (match["year"], match["year"]) if match["year"] else _days(match["part"])


@lru_cache(maxsize=512)
def _days(words: str) -> tuple[str, str]:
    """First and last day of a quarter, month or day; empty when it is none of the calendar."""
    found = deadline(words)
    return (found.start or found.end, found.end) if found else ("", "")
