"""The time that words name for a figure: a period, the end of one, or a single year, quarter or month."""

from __future__ import annotations

import re
from functools import lru_cache

from ingest.dates import deadline
from ingest.letters import rule
from ingest.units import UNIT

_YEAR = r"(?:19|20)\d\d"
_QUARTER = rf"quý\s+(?:IV|III|II|I|[1-4])\s*(?:/|,?\s*năm\s+)\s*{_YEAR}"
_MONTH = rf"tháng\s+\d{{1,2}}\s*(?:/|,?\s*năm\s+)\s*{_YEAR}"
_DAY = rf"(?:ngày\s+)?\d{{1,2}}\s*(?:/|\s+tháng\s+)\s*\d{{1,2}}\s*(?:/|\s+năm\s+)\s*{_YEAR}"
# Terms of office have the names of congresses and councils too: only what lasts one is for its years.
_TERM = r"(?:(?:trong|cả|toàn|suốt|hết|cuối|mục\s+tiêu|chỉ\s+tiêu)\s+nhiệm\s+kỳ|(?-i:Nhiệm)\s+kỳ)"
PERIOD = rule(
    rf"""
    (?<!\w)(?=[gtcsmnđhvq12])  # with what the words below begin, so that few places are tried
    (?:
      (?P<range>
          (?:(?:giai\s+đoạn|thời\s+kỳ|các\s+năm|(?:giai\s+đoạn\s+)?từ\s+năm|{_TERM})\s+|(?<=\())(?P<from>{_YEAR})\s*
          (?:-|–|đến(?:\s+năm)?)\s*(?P<to>{_YEAR})
        | năm\s+(?P<since>{_YEAR})\s*[-–]\s*(?P<till>{_YEAR})(?!\d)  # `5 năm 2021-2025`
        | năm\s+(?P<first>{_YEAR})(?:\s*,\s*{_YEAR}){{0,9}}(?:\s*,\s*|\s*,?\s+và\s+)(?P<final>{_YEAR})
          (?!\d|[.,]\d|\s*{UNIT}(?!\w))  # a figure of four digits is no year
      )
    | (?P<until>
          (?:đến|tới|hết|trước|vào)(?:\s+(?:hết|cuối))?\s+  # what is so in a year was to be reached by it
          (?:năm\s+(?P<last>{_YEAR})|(?P<by>{_QUARTER}|{_MONTH}|{_DAY}))
      )
    | (?P<single>
          năm\s+(?P<year>{_YEAR})(?!\s*[-–]\s*\d)
        | (?P<part>{_QUARTER}|{_MONTH})
        | (?<=\()(?P<bare>{_YEAR})(?=\s*[):])  # `100 căn (2026)`
        | (?<![\w./,(-])(?P<listed>{_YEAR})(?=\s*:\s+(?:\d|$))  # `2026: 100 căn; 2027: 150 căn`
      )
    )
    """,
    re.I | re.X,
)
# Days and years of cited documents, and years that figures are held against.
_DATED = r"(?:Quyết\s+định|Nghị\s+quyết|Nghị\s+định|Thông\s+tư|Chỉ\s+thị|Công\s+văn|Kết\s+luận|Thông\s+báo)"
_AHEAD = r"(?!(?:trong|vào|đến|tới|hết|từ|đạt)(?!\w))"
_ASIDE = rule(
    rf"""
    (?<!\w)(?=[nscgqtklpb\d])(?:
      (?<!đến\s)(?<!hết\s)(?<!trước\s)ngày\s+\d{{1,2}}\s+tháng\s+\d{{1,2}}\s+năm\s+\d{{4}}
    | (?:so\s+với|cùng\s+kỳ)(?:\s+{_AHEAD}\w{{1,9}}){{0,5}}?\s+(?:năm\s+)?{_YEAR}(?:\s*[-–]\s*{_YEAR})?(?!\d|[.,]\d)
    | gấp\s+(?:hơn\s+|khoảng\s+)?[\d.,]{{1,6}}\s+lần(?:\s+{_AHEAD}\w{{1,9}}){{0,3}}?\s+năm\s+{_YEAR}
    | (?-i:{_DATED})(?:\s+số\s+\S{{1,20}})?\s+năm\s+{_YEAR}
    | \d{{1,5}}(?:/\d{{4}})?(?-i:/[A-ZĐ][\w-]{{1,20}})\s+năm\s+{_YEAR}
    | (?-i:Luật|Bộ\s+luật|Pháp\s+lệnh)(?:\s+{_AHEAD}[^\W\d]{{1,12}}){{1,8}}?\s+năm\s+{_YEAR}
    | năm\s+học\s+{_YEAR}
    )
    """,
    re.I | re.X,
)


def undated(text: str) -> str:
    """The text with the days and years of cited documents and the years of comparisons blanked out: they are no
    periods."""
    return _ASIDE.sub(lambda m: " " * len(m[0]), text)


def years(match: re.Match[str]) -> tuple[str, str]:
    """The first and last year of a match of PERIOD, or the days where a quarter, month or day is named; the first is
    empty where only the last is said."""
    if match["range"]:
        return match["from"] or match["since"] or match["first"], match["to"] or match["till"] or match["final"]
    if match["until"]:
        return "", match["last"] or _days(match["by"])[1]
    year = match["year"] or match["bare"] or match["listed"]
    return (year, year) if year else _days(match["part"])


@lru_cache(maxsize=512)
def _days(words: str) -> tuple[str, str]:
    """First and last day of a quarter, month or day; empty when it is none of the calendar."""
    found = deadline(words)
    return (found.start or found.end, found.end) if found else ("", "")
