"""When a duty told in prose is due: the words of time in its sentence, dates of cited documents aside."""

from __future__ import annotations

import re

from ingest.dates import Deadline, deadline, recurrence
from ingest.letters import rule
from ingest.unsaid_years import YEARLESS

_DIGIT = re.compile(r"\d")
_OF_YEAR = r"\s*(?:/|-|,?\s*năm\s+)\s*\d{4}"
_POINT = rf"""
    (?:
        ngày\s+\d{{1,2}}\s*(?:/|-|tháng\s+)\s*\d{{1,2}}(?:{_OF_YEAR})?
      | tháng\s+\d{{1,2}}{_OF_YEAR}
      | \d{{1,2}}/\d{{1,2}}/\d{{4}}
      | \d{{1,2}}/\d{{4}}
      | quý\s+(?:(?:IV|III|II|I|[1-4])\s*(?:,|và|-|–)\s*(?:quý\s+)?)?(?:IV|III|II|I|[1-4])
        \s*(?:/|,?\s*năm\s+|\s)\s*\d{{4}}
      | (?:cuối\s+|đầu\s+)?năm\s+\d{{4}}(?:\s*[-–]\s*\d{{4}})?
      | (?:giai\s+đoạn|thời\s+kỳ)\s+\d{{4}}\s*(?:-|–|đến(?:\s+năm)?)\s*\d{{4}}
      | 6\s+tháng\s+(?:đầu|cuối)\s+năm\s+\d{{4}}
    )
"""
# A date counts only behind a word of time: `quyết định năm 2024` sets no term.
_EXPLICIT = rule(
    rf"""
    hoàn\s+thành\s+(?:xong\s+)?(?=quý|tháng\s){_POINT}
  | (?:kể\s+)?từ\s+(?=ngày|tháng|quý){_POINT}(?:\s*(?:đến|tới|-|–)\s*(?:hết\s+)?{_POINT})?
  | (?:(?:quyết\s+tâm\s+|cơ\s+bản\s+)?hoàn\s+thành\s+)?(?:ngay\s+)?
    (?:
        trong|trước
      | chậm\s+nhất(?:\s+(?:là|vào|trong|đến))*
      | xong\s+trước
      | từ\s+nay\s+đến|(?<!giai\sđoạn\s)(?<!tầm\snhìn\s)đến(?:\s+hết)?|hết
      | vào
      | (?:thời\s+(?:gian|hạn)|tiến\s+độ)(?:\s+(?:thực\s+hiện|hoàn\s+thành))?\s*:
    )
    \s+(?:hết\s+|trong\s+|trước\s+)?{_POINT}
    """,
    re.X | re.I,
)
# A day, month or quarter whose year the sentence leaves out.
_YEARLESS = rule(
    rf"""
    (?<!tính\s)(?:
        trong|trước|xong\s+trước|chậm\s+nhất(?:\s+(?:là|vào|trong|đến))*
      | (?:từ\s+nay\s+)?đến(?:\s+hết)?|hết|vào|(?:thời\s+(?:gian|hạn))(?:\s+(?:thực\s+hiện|hoàn\s+thành))?\s*:
    )
    \s+(?:hết\s+|trong\s+|trước\s+)?{YEARLESS}(?!\s+(?:hằng|hàng|mỗi|của|năm|âm|tới|sau|đầu|cuối))
    """,
    re.X | re.I,
)
_ON_DAY = rule(r"\s*vào\s+(?:ngày\s+)?\d", re.I)
# `trước ngày 15/12 hằng năm`
_YEARLY = rule(
    r"""
    (?:trước|vào|chậm\s+nhất(?:\s+(?:là|vào))?)\s+
    (?:ngày\s+)?\d{1,2}(?:\s*(?:/|tháng)\s*\d{1,2})?\s+
    (?:
        (?:của\s+)?tháng\s+(?:đầu|cuối|thứ\s+\w{2,4})(?:\s+của)?(?:\s+(?:hằng|hàng|mỗi))?
        \s+(?:quý|năm)(?:\s+(?:sau|tiếp\s+theo))?
      | (?:của\s+)?tháng\s+(?:sau|tiếp\s+theo|liền\s+kề)
      | (?:hằng|hàng|của|mỗi)\s+(?:năm|quý|tháng)
    )
    """,
    re.X | re.I,
)
# `trong thời hạn 15 ngày làm việc kể từ ngày nhận hồ sơ`
_RELATIVE = rule(
    r"""
    (?:trong\s+(?:thời\s+hạn\s+|thời\s+gian\s+|vòng\s+)?|sau\s+|chậm\s+nhất\s+(?:là\s+)?)
    \d{1,3}\s+(?:ngày(?:\s+làm\s+việc)?|tháng|tuần)
    (?:\s*,?\s*(?:kể\s+từ|sau\s+khi|từ)\s+[^,.;]{3,80})?
    """,
    re.X | re.I,
)
# Of weeks only the words are kept.
_WEEKLY = rule(r"(?:vào\s+(?:ngày\s+)?thứ\s+\w{2,4}\s+|định\s+kỳ\s+)?(?:hằng|hàng|mỗi)\s+tuần(?!\w)", re.I)
_BARE = {"quý": "quarterly", "tháng": "monthly", "năm": "yearly"}
# A recurrence opens a clause or follows `định kỳ`; within one, `chi phí hằng năm`, it says nothing of the duty
# unless it ends the clause or a report or review follows.
_REPEATED = rule(
    r"""
      (?:
          (?:^|[;,.(]\s*)(?:(?:và|đồng\s+thời)\s+)?(?:định\s+kỳ\s+)?
        | định\s+kỳ\s+
      )
      (?P<words>
          (?:hằng|hàng|mỗi)\s+(?:năm|quý|tháng)
        | 6\s+tháng\s*,?\s*(?:và\s+)?(?:một\s+|1\s+|hằng\s+|hàng\s+)?năm
        | 6\s+tháng|quý|tháng|năm
      )
      (?=\s|,|;|\.|\)|$)
    | (?P<late>
          (?:hằng|hàng)\s+(?:năm|quý|tháng) | (?:6\s+tháng|(?:\d{1,2}|một)\s+năm)\s+một\s+lần
        | \d{1,2}\s+lần\s*/\s*(?:năm|quý|tháng) | mỗi\s+(?:năm|quý|tháng)\s+(?:một|01|1)\s+lần
      )
      (?=\s*(?:[.;]|$|và\s+khi\s|,\s*(?:tổng|báo|tham|đánh|sơ|xây|rà|tổ)))
    """,
    re.X | re.I,
)
_CONSTANT = rule(r"(?P<before>(?:(?<!\w)\w{1,30}\s+){0,2})(?P<words>thường\s+xuyên)(?P<after>\s*,?\s*\w+)?", re.I)
_NOT_CONSTANT = rule(r"(?:nhiệm\s+vụ|phối\s+hợp|chi|công\s+tác|hoạt\s+động|vốn|việc|được|kinh\s+phí)\s+$", re.I)
_COURSE = rule(r"^\s*(?P<words>Trong\s+quá\s+trình\s[^,]{3,80})", re.I)
# Dates that belong to a cited document or stand in a plan's name, and words in quotation marks.
_CITED = rule(
    r"""
      (?:\d{1,5}[/-]\S{1,40}|Luật\s+[^,.;]{2,40}?)\s*,?\s*
      (?:ngày\s+\d{1,2}(?:/|\s+tháng\s+)\d{1,2}(?:/|\s+năm\s+)\d{4}|năm\s+\d{4})
    | (?:Kế\s+hoạch|Chiến\s+lược|Đề\s+án|Chương\s+trình|Quy\s+hoạch)\s+(?!này)[^,.;:]{3,120}?\sđến\s+năm\s+\d{4}
    | [“"][^“”"]{0,500}[”"]
    """,
    re.X,
)
# What a duty is about may happen `thường xuyên`; that is not when the duty is due.
_TOPIC = rule(r"^\s*Đối\s+với\s[^,;]{3,160},")
_PLANS = rule(r"(?:5\s+năm\s+và\s+|kế\s+hoạch\s+(?:\w{1,9}\s+){0,2}|chỉ\s+tiêu\s+|sử\s+dụng\s+đất\s+)$", re.I)


def timing(sentence: str) -> Deadline | None:
    """The deadline a sentence states: a day of every year, else a date, else a recurrence, else the words of a day of
    no year or of a term counted from an event, else `thường xuyên`; None when it says nothing of time."""
    plain = _CITED.sub(lambda m: " " * len(m[0]), sentence.replace("uí", "uý"))
    dated = _DIGIT.search(plain) is not None
    again = _repeats(plain)
    yearly = _YEARLY.search(plain) if dated else None
    if yearly:
        return Deadline(" ".join(yearly[0].split()), recurrence=recurrence(yearly[0]) or _each(yearly[0]))
    for explicit in _EXPLICIT.finditer(plain) if dated else ():
        found = deadline(explicit[0])
        if found and (found.end or found.start):
            start = found.start or (found.end if _ON_DAY.match(explicit[0]) else "")
            words = sentence[explicit.start() : explicit.end()]
            return Deadline(" ".join(words.split()), start, found.end, again[1] if again else "")
    if again:
        return Deadline(again[0], recurrence=again[1])
    yearless = _YEARLESS.search(plain) if dated or "quý" in plain else None
    if yearless:
        return Deadline(" ".join(yearless[0].split()))
    relative = (_RELATIVE.search(plain) if dated else None) or _WEEKLY.search(plain)
    if relative:
        return Deadline(" ".join(relative[0].split()))
    plain = _TOPIC.sub(lambda m: " " * len(m[0]), plain)
    for match in _CONSTANT.finditer(plain) if "xuyên" in plain.lower() else ():
        if not _NOT_CONSTANT.search(match["before"] or ""):
            return Deadline(match["words"], recurrence="ongoing")
    course = _COURSE.match(plain)
    return Deadline(" ".join(course["words"].split()), recurrence="ongoing") if course else None


def _each(words: str) -> str:
    """How often comes a day of `tháng đầu quý sau`, `tháng sau`."""
    words = words.lower()
    return "quarterly" if "quý" in words else "yearly" if "năm" in words else "monthly"


def _repeats(sentence: str) -> tuple[str, str] | None:
    """The words of a recurrence and its kind; `năm` of a plan (`kế hoạch 5 năm và hằng năm`) is none."""
    for match in _REPEATED.finditer(sentence):
        group = "words" if match["words"] else "late"
        if _PLANS.search(sentence[: match.start(group)]):
            continue
        words = match[group].lower()
        kind = "yearly" if words == "6 tháng" else recurrence(words) or _BARE.get(words.split()[-1], "")
        if kind:
            return " ".join(match[0].strip(" ,;.").split()), kind
    return None
