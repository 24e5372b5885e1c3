"""Goals told by their year: `Năm 2027 đưa 500 căn hộ vào sử dụng`, `ít nhất 80% hộ ... vào năm 2030`.

A year to come and an order, a bound or a share make a figure a goal; a year alone does not, nor what is foretold,
asked or told of others.
"""

from __future__ import annotations

import re

from ingest.letters import rule
from ingest.periods import PERIOD, years
from ingest.verbs import PREDICATE

# A bare `năm 2027` says when only at the head of its clause or behind such a word: `bảng giá năm 2027` is a name.
_WHEN = rule(r"(?:^|[,;:(]|(?<!\w)(?:trong|vào|cuối|đầu|giữa|ngay|từ|hết|trước|đến))\s*$", re.I)
_TOLD = rule(
    r"""
    (?<!\w)(?:
        dự\s+báo | ước(?:\s+(?:tính|đạt|khoảng))? | nếu | giả\s+sử | giả\s+định | từng | cho\s+rằng | tuyên\s+bố
      | đưa\s+tin | theo\s+(?:số\s+liệu|thống\s+kê|kết\s+quả) | nhu\s+cầu(?=[^.;\d]{0,120}\d) | vì\s+sao | ý\s+kiến
      | tính\s+đến | so\s+với | cùng\s+kỳ | nhiệm\s+kỳ | khóa | hợp\s+đồng
    )(?!\w) | \?
    """,
    re.I | re.X,
)
# What is foretold, supposed or asked for is no goal, with a word of goals or without.
FORETOLD = rule(r"(?<!\w)(?:dự\s+báo|ước\s+tính|nếu|giả\s+sử|giả\s+định|nhu\s+cầu)(?!\w)[^.;]{0,400}$", re.I)
_DONE = rule(r"(?<!\w)(?:đã|đang|vừa|còn)\s", re.I)
_LEAD_IN = rule(
    r"""
    [\s,;:.+-]*(?:
        (?:(?:trong|vào|cuối|đầu|giữa|ngay|từ|hết|trước|đến|nay)\s+){1,3}
      | (?:hằng|hàng|mỗi)\s+năm\s*,?\s*
      | (?:toàn|cả|mỗi|từng|tất\s+cả(?:\s+các)?)\s+\w+\s*,?\s*
      | (?:dự\s+kiến|tiếp\s+tục|tập\s+trung|sẽ|phải|cần|tối\s+thiểu|ít\s+nhất)\s+
    )?
    """,
    re.I | re.X,
)
# Orders with a figure, beside those that open duties.
_ORDER = rule(
    r"""
    (?:
        giải\s+ngân | khánh\s+thành | đón | kéo\s+giảm | hình\s+thành | cung\s+ứng | lấp\s+đầy | tăng | khép\s+kín
      | dành | hoàn\s+tất | tái\s+định\s+cư | \w{1,9}(?:\s+\w{1,9})?\s+(?:hóa|hoá)
    )(?!\w)
    """,
    re.I | re.X,
)
_MUST = rule(r"(?<!\w)(?:phải|sẽ|cần)\s", re.I)
_BOUND = rule(
    r"(?:ít\s+nhất|tối\s+thiểu|không\s+dưới|không\s+thấp\s+hơn|trên|tối\s+đa|không\s+(?:để\s+)?quá|dưới|nhiều\s+nhất|[≥≤<>]=?)\s*$",
    re.I,
)
_STRONG_BOUND = rule(r"(?:ít\s+nhất|tối\s+thiểu|không\s+dưới|không\s+thấp\s+hơn)\s*$", re.I)
_SHARE = rule(r"(?<!\w)(?:chiếm|đáp\s+ứng|bao\s+phủ|được)(?!\w)", re.I)


# What is to be done every year needs no year: `Hằng năm đào tạo 400 cán bộ`.
_YEARLY = rule(r"^[\s,;:.+-]*(?:hằng|hàng|mỗi)\s+năm\s", re.I)


class Horizon:
    """What a sentence says of the time ahead: `until` that it names a year by which, `ahead` that it names any year to
    come. `issued` is the year of the document, empty when it is not known: then only `until` can be told."""

    def __init__(self, text: str, issued: str) -> None:
        self.text = text
        told = _TOLD.search(text) is not None
        named = [] if told else [m for m in PERIOD.finditer(text) if years(m)[1] >= issued]
        self.until = any(m["until"] and m["until"].lower().startswith(("đến", "tới")) for m in named)
        self.ahead = bool(issued) and any(
            m["range"] or m["until"] or _WHEN.search(text[max(0, m.start() - 12) : m.start()]) for m in named
        )
        self._plain = PERIOD.sub(lambda m: " " * len(m[0]), text) if self.ahead else ""

    def sets(self, start: int, end: int, unit: str) -> bool:
        """Whether the figure from `start` to `end` of the sentence is a goal for that time."""
        if self.until and not _DONE.search(self.text[:start]):
            return True
        if _DONE.search(self.text[:start]):
            return False
        if not self.ahead:
            return _YEARLY.match(self.text) is not None and _is_order(self.text[:start])
        before, after = self._plain[:start], self._plain[end:]
        return bool(
            _BOUND.search(before)
            or opens_with_order(before)
            or _MUST.search(before)
            or _MUST.search(after)
            or (unit == "%" and (_SHARE.search(before) or _SHARE.search(after)))
        )


def has_strong_bound(words: str) -> bool:
    """Whether the words end in `ít nhất` and the like, which never say what a rule holds for."""
    return _STRONG_BOUND.search(words) is not None


def opens_with_order(words: str) -> bool:
    """Whether the words open with an order, behind what leads in."""
    return _is_order(words) or _ORDER.match(words, _led_in(words)) is not None


def _is_order(words: str) -> bool:
    return PREDICATE.match(words, _led_in(words)) is not None


def _led_in(words: str) -> int:
    position = 0
    for _ in range(4):
        led = _LEAD_IN.match(words, position)
        if led is None or led.end() == position:
            break
        position = led.end()
    return position
