"""When a duty told in prose is due: the words of time in its sentence, dates of cited documents aside."""

from __future__ import annotations

import re

from ingest.dates import Deadline, deadline, recurrence

_POINT = r"(?:ngày\s+\d{1,2}\s*(?:/|-|tháng\s+)\s*\d{1,2}(?:\s*(?:/|-|,?\s*năm\s+)\s*\d{4})?|tháng\s+\d{1,2}\s*(?:/|-|,?\s*năm\s+)\s*\d{4}|\d{1,2}/\d{1,2}/\d{4}|\d{1,2}/\d{4}|quý\s+(?:IV|III|II|I|[1-4])\s*(?:/|,?\s*năm\s+|\s)\s*\d{4}|(?:cuối\s+|đầu\s+)?năm\s+\d{4}(?:\s*[-–]\s*\d{4})?|(?:giai\s+đoạn|thời\s+kỳ)\s+\d{4}\s*(?:-|–|đến(?:\s+năm)?)\s*\d{4}|6\s+tháng\s+(?:đầu|cuối)\s+năm\s+\d{4})"
_EXPLICIT = re.compile(
    rf"(?:(?:quyết\s+tâm\s+|cơ\s+bản\s+)?hoàn\s+thành\s+)?(?:ngay\s+)?(?:trong|trước|chậm\s+nhất(?:\s+(?:là|vào|trong|đến))*|xong\s+trước|từ\s+nay\s+đến|đến(?:\s+hết)?|hết|vào)\s+(?:hết\s+)?{_POINT}",
    re.I,
)
_YEARLY = re.compile(
    r"(?:trước|vào|chậm\s+nhất(?:\s+(?:là|vào))?)\s+(?:ngày\s+)?\d{1,2}(?:\s*(?:/|tháng)\s*\d{1,2})?\s+(?:hằng|hàng|của)\s+(?:năm|quý|tháng)",
    re.I,
)
_RELATIVE = re.compile(
    r"(?:trong\s+(?:thời\s+hạn\s+|thời\s+gian\s+|vòng\s+)?|sau\s+|chậm\s+nhất\s+(?:là\s+)?)\d{1,3}\s+(?:ngày(?:\s+làm\s+việc)?|tháng|tuần)(?:\s*,?\s*(?:kể\s+từ|sau\s+khi|từ)\s+[^,.;]{3,80})?",
    re.I,
)
_REPEATED = re.compile(
    r"(?:(?:^|[;,.(]\s*)(?:(?:và|đồng\s+thời)\s+)?(?:định\s+kỳ\s+)?|định\s+kỳ\s+)(?P<words>(?:hằng|hàng|mỗi)\s+(?:năm|quý|tháng)|6\s+tháng\s*,?\s*(?:và\s+)?(?:một\s+|1\s+|hằng\s+|hàng\s+)?năm|6\s+tháng|quý|tháng|năm)(?=\s|,|;|\.|\)|$)"
    r"|(?P<late>(?:hằng|hàng)\s+(?:năm|quý|tháng))(?=\s*(?:[.;]|$|,\s*(?:tổng|báo|tham|đánh|sơ|xây|rà|tổ)))",
    re.I,
)
_CONSTANT = re.compile(r"(?P<before>(?:\w+\s+){0,2})(?P<words>thường\s+xuyên)(?P<after>\s*,?\s*\w+)?", re.I)
_NOT_CONSTANT = re.compile(r"(?:nhiệm\s+vụ|phối\s+hợp|chi|công\s+tác|hoạt\s+động|vốn|việc|được|kinh\s+phí)\s+$", re.I)
_COURSE = re.compile(r"^\s*(?P<words>Trong\s+quá\s+trình\s[^,]{3,80})", re.I)
_CITED = re.compile(
    r"(?:\d{1,5}[/-]\S+|Luật\s+[^,.;]{2,40}?)\s*,?\s*(?:ngày\s+\d{1,2}(?:/|\s+tháng\s+)\d{1,2}(?:/|\s+năm\s+)\d{4}|năm\s+\d{4})|[“\"][^”\"]*[”\"]"
)
_PLANS = re.compile(r"(?:5\s+năm\s+và\s+|kế\s+hoạch\s+|chỉ\s+tiêu\s+|sử\s+dụng\s+đất\s+)$", re.I)


def timing(sentence: str) -> Deadline | None:
    """The deadline a sentence states: a date before a recurrence, a recurrence before `thường xuyên`. A term counted from
    an event has its words and no dates; None when the sentence says nothing of time."""
    plain = _CITED.sub(lambda m: " " * len(m[0]), sentence)
    explicit = _EXPLICIT.search(plain)
    again = _repeats(plain)
    yearly = _YEARLY.search(plain)
    if yearly:
        return Deadline(" ".join(yearly[0].split()), recurrence=recurrence(yearly[0]))
    if explicit:
        found = deadline(explicit[0])
        if found and (found.end or found.start):
            return Deadline(" ".join(explicit[0].split()), found.start, found.end, again[1] if again else "")
    if again:
        return Deadline(again[0], recurrence=again[1])
    relative = _RELATIVE.search(plain)
    if relative:
        return Deadline(" ".join(relative[0].split()))
    for match in _CONSTANT.finditer(plain):
        if not _NOT_CONSTANT.search(match["before"] or ""):
            return Deadline(match["words"], recurrence="ongoing")
    course = _COURSE.match(plain)
    return Deadline(" ".join(course["words"].split()), recurrence="ongoing") if course else None


def _repeats(sentence: str) -> tuple[str, str] | None:
    for match in _REPEATED.finditer(sentence):
        words = match["words"] or match["late"]
        if _PLANS.search(sentence[: match.start("words" if match["words"] else "late")]):
            continue
        kind = recurrence(words) or {"quý": "quarterly", "tháng": "monthly", "năm": "yearly"}.get(
            words.lower().split()[-1], ""
        )
        if words.lower() == "6 tháng":
            kind = "yearly"
        if kind:
            return " ".join(match[0].strip(" ,;.").split()), kind
    return None
