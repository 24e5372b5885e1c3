"""The years that words name: a period, the last year of one, or a single year."""

from __future__ import annotations

import re

from ingest.letters import rule

PERIOD = rule(
    r"""
      (?P<range>
          (?:giai\s+đoạn|thời\s+kỳ|các\s+năm|(?:giai\s+đoạn\s+)?từ\s+năm)\s+(?P<from>(?:19|20)\d\d)\s*
          (?:-|–|đến(?:\s+năm)?)\s*(?P<to>(?:19|20)\d\d)
      )
    | (?P<until>(?:đến|tới|hết|trước)(?:\s+(?:hết|cuối))?\s+năm\s+(?P<last>(?:19|20)\d\d))
    | (?P<single>năm\s+(?P<year>(?:19|20)\d\d)(?!\s*[-–]\s*\d))
    """,
    re.I | re.X,
)
_DAY = rule(r"ngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}")


def undated(text: str) -> str:
    """The text with the days of cited documents blanked out: their years are no periods."""
    return _DAY.sub(lambda m: " " * len(m[0]), text)


def years(match: re.Match[str]) -> tuple[str, str]:
    """The first and last year of a match of PERIOD; the first is empty where only the last is said."""
    if match["range"]:
        return match["from"], match["to"]
    if match["until"]:
        return "", match["last"]
    return match["year"], match["year"]
