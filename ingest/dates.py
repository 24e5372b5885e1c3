"""Dates as the documents write them, and the deadlines of duties."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from ingest.letters import rule

DATE = r"(?:\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}|\d{1,2}\s+tháng\s+\d{1,2}(?:\s+năm|,)?\s+\d{4})"
_DATE = rule(r"(\d{1,2})\s*(?:[/.-]|tháng)\s*(\d{1,2})\s*(?:[/.-]|năm|,)?\s*(\d{4})")


@lru_cache(maxsize=4_096)
def iso(text: str) -> str:
    """`24/5/2024` or `24 tháng 5 năm 2024` as `2024-05-24`; empty when it is no day of the calendar."""
    match = _DATE.search(text)
    if not match:
        return ""
    day, month, year = (int(part) for part in match.groups())
    if not (1 <= month <= 12 and 1900 <= year <= 2200 and 1 <= day <= calendar.monthrange(year, month)[1]):
        return ""
    return f"{year:04d}-{month:02d}-{day:02d}"


@dataclass(frozen=True, slots=True)
class Deadline:
    """When a duty is due. `start` and `end` are ISO days, empty when open or unknown; `recurrence` is `yearly`,
    `quarterly`, `monthly`, `ongoing` or empty."""

    text: str
    start: str = ""
    end: str = ""
    recurrence: str = ""


# A year stands alone, `năm 2025`, or behind a month, `11/2024`. Named groups tell the parts of each form; the longer
# forms come first, since a month is also the end of a day and a year the end of all.
_YEAR = r"(?:19|20|21)\d\d"
_QUARTER = r"(?:IV|III|II|I|[1-4])"
_OF_YEAR = r"\s*(?:/|-|\s*(?:,\s*)?năm\s+)\s*"
_POINT = rule(
    rf"""
    (?:
        (?:từ\s+)?tháng\s*(?P<month_from>\d{{1,2}})(?:\s*,\s*\d{{1,2}}(?![\d/])){{0,9}}
        \s*(?:-|–|,|và|đến(?:\s+tháng)?)\s*(?P<month_to>\d{{1,2}})\s*(?:/|,?\s*năm\s+)\s*(?P<months_year>{_YEAR})
      | (?<!tuần\s)(?P<day>\d{{1,2}})\s*(?:/|-|\.|\s+tháng\s+)\s*(?P<day_month>\d{{1,2}})
        (?:{_OF_YEAR}|\.)(?P<day_year>{_YEAR})
      | (?:tháng\s*)?(?P<month>\d{{1,2}}){_OF_YEAR}(?P<month_year>{_YEAR})
      | (?:quý|(?<!\w)q\.?)\s*(?:(?P<first>{_QUARTER})\s*(?:,|và|-|–)\s*(?:quý\s*)?)?(?P<quarter>{_QUARTER})
        (?:\s*/\s*|,?\s*năm\s+|\s+)(?P<quarter_year>{_YEAR})
      | (?P<half>(?:(?:6|06|sáu)\s+tháng|nửa)\s+(?:đầu|cuối))\s*(?:năm)?\s*(?P<half_year>{_YEAR})
      | (?:giai\s+đoạn|thời\s+kỳ|từ\s+năm|các\s+năm)\s*(?P<from>{_YEAR})\s*(?:-|–|—|đến|đến\s+năm)\s*(?P<to>{_YEAR})
      | (?P<part>đầu|giữa|cuối)\s+năm\s+(?P<part_year>{_YEAR})
      | (?:năm\s+)?(?P<year>{_YEAR})
    )(?!\d)
    """,
    re.X | re.I,
)
_QUARTERS = {"I": 1, "II": 2, "III": 3, "IV": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_RECURRENCES = (
    ("monthly", rule(r"hằng\s+tháng|hàng\s+tháng|mỗi\s+tháng|lần\s*/\s*tháng|định\s+kỳ\s+tháng", re.I)),
    ("quarterly", rule(r"hằng\s+quý|hàng\s+quý|mỗi\s+quý|lần\s*/\s*quý|định\s+kỳ\s+(?:theo\s+)?quý|các\s+quý", re.I)),
    (
        "yearly",
        rule(
            r"""
              hằng\s+năm | hàng\s+năm | mỗi\s+năm | từng\s+năm | định\s+kỳ\s+năm | (?<!\w)(?:1|01)\s+năm\s*/\s*lần
            | (?<!\w)(?:6|06)\s+tháng\s*(?:/|một|01|1)\s*lần | (?<!\w)(?:\d{1,2}|một|hai)\s+lần\s*/\s*năm
            """,
            re.I | re.X,
        ),
    ),
    ("ongoing", rule(r"thường\s+xuyên|liên\s+tục|trong\s+quá\s+trình", re.I)),
)
_BEFORE = rule(r"trước\s+(?:ngày\s+)?$", re.I)
_UNTIL = rule(
    r"(?:đến|tới|chậm\s+nhất(?:\s+(?:là|vào|trong))?|xong|trước|hết)\s*(?:hết\s+)?(?:ngày\s+|cuối\s+)?$", re.I
)
_AFTER = rule(r"(?:^|\s)sau\s+(?:năm\s+)?$", re.I)
_VISION = rule(r"tầm\s+nhìn\s+(?:đến\s+)?(?:năm\s+)?\d{4}", re.I)
_ONWARDS = rule(r"và\s+(?:các|những)\s+năm\s+(?:tiếp\s+theo|sau)(?!\s+đến)|trở\s+đi", re.I)
_FROM = rule(r"(?:^|\s)(?:từ|kể\s+từ|bắt\s+đầu\s+từ)\s*(?:ngày\s+)?$", re.I)


def _span(match: re.Match[str]) -> tuple[str, str]:
    """First and last day that one point of time covers; empty strings when it is no date of the calendar."""
    get = match.group
    if get("day"):
        day = iso(f"{get('day')}/{get('day_month')}/{get('day_year')}")
        return day, day
    if get("month_from"):
        return _months(int(get("months_year")), int(get("month_from")), int(get("month_to")))
    if get("month"):
        return _months(int(get("month_year")), int(get("month")), int(get("month")))
    if get("quarter"):
        last = 3 * _QUARTERS[get("quarter").upper()]
        first = 3 * _QUARTERS[(get("first") or get("quarter")).upper()] - 2
        return _months(int(get("quarter_year")), first, last)
    if get("half"):
        first = 1 if get("half").lower().endswith("đầu") else 7
        return _months(int(get("half_year")), first, first + 5)
    if get("from"):
        return f"{get('from')}-01-01", f"{get('to')}-12-31"
    year = int(get("year") or get("part_year"))
    return _months(year, 1, 12)


def _months(year: int, first: int, last: int) -> tuple[str, str]:
    if not 1 <= first <= last <= 12:
        return "", ""
    return f"{year}-{first:02d}-01", f"{year}-{last:02d}-{calendar.monthrange(year, last)[1]:02d}"


def recurrence(text: str) -> str:
    """`yearly`, `quarterly`, `monthly` or `ongoing` when the words say so, the more definite first; else empty."""
    return next((name for name, rule in _RECURRENCES if rule.search(text)), "")


@lru_cache(maxsize=4_096)
def deadline(text: str) -> Deadline | None:
    """What a deadline cell or phrase says: `Tháng 11/2024`, `Quý II/2026`, `Năm 2024, 2025`, `trước ngày 01/01/2030`,
    `Hằng năm`. None when it says nothing of time."""
    again = recurrence(text)
    start = end = ""
    for match in _POINT.finditer(_VISION.sub(lambda m: " " * len(m[0]), text)):
        first, last = _span(match)
        if not last:
            continue
        lead = text[max(0, match.start() - 30) : match.start()]
        if _FROM.search(lead):
            start = start or first
            continue
        if _AFTER.search(lead):
            start = start or str(date.fromisoformat(last) + timedelta(days=1))
            continue
        open_start = bool(_UNTIL.search(lead) or _BEFORE.search(lead) or match.group("day"))
        if not open_start:
            start = min(start, first) if start else first
        end = max(end, last)
    if not (again or start or end):
        return None
    if _ONWARDS.search(text):
        end, again = "", again or "ongoing"
    return Deadline(" ".join(text.split()), start, end, again)


# Every word that a deadline cell may hold besides figures; one other word and the cell is not (only) a deadline.
_TIME = """
quý tháng năm ngày tuần giờ lần kỳ hằng hàng mỗi từng thường xuyên liên tục giai đoạn thời định trong trước
sau đến tới từ hết cuối đầu giữa và hoặc theo yêu cầu quy tiến độ kế hoạch hoàn thành các những tiếp khi có
chậm nhất là vào kể lộ trình của được phê duyệt xong i ii iii iv đột xuất phát sinh ngay sớm nhiệm vụ thực
hiện tổ chức triển khai quá dự án
"""
_TIME_WORDS = frozenset(_TIME.split())
_TOKEN = rule(r"\w+")


def is_deadline_cell(text: str) -> bool:
    """Whether the whole of a cell speaks of time and nothing else."""
    words = _TOKEN.findall(text.lower())
    if not words or len(words) > 30 or not all(word.isdigit() or word in _TIME_WORDS for word in words):
        return False
    return deadline(text) is not None or words[0] in ("theo", "định", "khi")
