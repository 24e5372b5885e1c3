"""Whether a figure is a goal or a result: what its sentence, and the part it stands in, says of it."""

from __future__ import annotations

import re

from ingest.figure_segments import sentence_start
from ingest.goal_parts import in_goal_section, in_result_part, sizes_up
from ingest.horizons import FORETOLD, Horizon, has_strong_bound, opens_with_order
from ingest.letters import rule
from ingest.outline import Item

_GOAL = rule(
    r"""
    (?:
        ph[ấầâ]n\s*đ[ấầâ]u | hoàn\s+thành | chỉ\s+tiêu | mục\s+tiêu | đạt | bảo\s+đảm | đảm\s+bảo
      | rút\s+ngắn | cắt\s+giảm | giảm | nâng | xây\s+(?:dựng|mới) | sửa\s+chữa | hỗ\s+trợ | đầu\s+tư
      | xóa | xoá | tỷ\s+lệ | tỉ\s+lệ | giải\s+quyết | bố\s+trí | kết\s+nối | (?<!bàn\s)giao
    )
    """,
    re.I | re.X,
)
_NOT_GOAL = rule(
    r"""
    (?:
        quỹ\s+đất | diện\s+tích\s+đất | thuế\s+suất | lãi\s+suất(?:\s+(?!xuống|còn|về)\w{1,9}){0,5}
      | theo\s+tỷ\s+lệ | khoản
      | (?<=,\s)(?:tại|thuộc|ở)
      | (?<!thí\s)(?<!dứt\s)điểm | mục | điều | (?<!tổng\s)số | tuổi | lần\s+thứ | trong | vượt
      | (?<!mỗi\s)(?<!hằng\s)(?<!hàng\s)năm
      | (?<!ở\s)mức(?:\s+(?:hỗ\s+trợ|chi|vay|phạt|thu|lương|đóng))?(?:\s+là)?
      # what a rule holds for, by its size
      | (?:dự\s+án|hợp\s+đồng|công\s+trình|gói\s+thầu|thu\s+nhập|giá\s+trị|quy\s+mô)\s+(?:từ|trên|dưới|có)
    )\s*$
    """,
    re.I | re.X,
)
_STATISTIC = rule(r"^\s*(?:công\s+chức|viên\s+chức|địa\s+phương|tỉnh|đang\s)")
_ABOUT = rule(r"(?:gần|khoảng|chừng|xấp\s+xỉ)\s*$", re.I)
_AIMED = rule(r"(?:ph[ấầ]n\s*đấu|mục\s+tiêu(?!\s+quốc)|chỉ\s+tiêu)(?!\w)", re.I)
# It holds for all that its sentence lists, also behind semicolons.
_STRIVES = rule(r"ph[ấầ]n\s*đấu(?!\w)", re.I)
# Units that most often count something else: they need a word that says what is to change.
_NEEDS = (
    (("ngày", "ngày làm việc", "giờ", "phút"), rule(r"(?:rút\s+ngắn|còn|giảm|xuống)(?:\s+\w{1,9}){0,8}\s*$", re.I)),
    (("lần",), rule(r"(?:tăng|gấp|giảm|nâng)(?!\w)", re.I)),
    (("bậc",), rule(r"(?:tăng|lên|cải\s+thiện|nâng)(?!\w)", re.I)),
    (("tuổi",), rule(r"tuổi\s+thọ", re.I)),
    (("điểm",), rule(r"(?:chỉ\s+số|đạt|tăng|nâng|xây\s+dựng|hình\s+thành)(?!\w)", re.I)),
)
# Amounts for one household, flat or month are norms: goals only where goals are set.
_NORM = rule(r"(?:đồng|%).{0,20}/(?:hộ|căn|nhà|m2|tháng|ngày)|/(?:hộ|căn|nhà)$", re.I)
_AMOUNT = rule(r"(?:mức|định\s+mức|đơn\s+giá|giá)(?!\w)[^;.]{0,80}$", re.I)
_NOT_COUNTED = ("tỉnh", "huyện", "xã")
# A bullet that is a share: `100% người nộp thuế được cấp mã`, `Tối thiểu 70% đại lý hoạt động`. One alone may describe;
# two in a list, or one that is bound, set goals.
_SHARE = rule(
    r"""
    [\s+\-–]{0,8}(?:(?P<bound>ít\s+nhất|tối\s+thiểu|phấn\s+đấu|bảo\s+đảm|đảm\s+bảo|không\s+dưới)\s+|trên\s+)?(?:có\s+)?
    \d[\d.,]{0,5}\s*%\s+(?:\w|\()
    """,
    re.I | re.X,
)
_RATE = rule(r"[\s+\-–]{0,8}(?:tỷ|tỉ)\s+lệ\s[^.;]{5,300}?\d[\d.,]{0,5}\s*%", re.I)
# What was reached, where results are told.
_DEED = r"(?:trồng|xây|xóa|xoá|cấp|đào\s+tạo|tổ\s+chức|thu\s+hút|huy\s+động|vận\s+động|thành\s+lập|mở|tuyển|bàn\s+giao)"
_REACHED = rule(
    rf"(?<!\w)(?:đã\s+{_DEED}|{_DEED}(?:\s+\w{{1,9}}){{0,2}}\s+được)(?!\w)\s*(?:[^\s,;.]{{1,12}}\s+){{0,6}}$", re.I
)
_OF_THE_PLAN = rule(r"\s+(?:so\s+với\s+)?(?:kế\s+hoạch|dự\s+toán|chỉ\s+tiêu)(?!\w)", re.I)
_DONE = rule(r"(?<!\w)(?:đã|đang|vẫn|hiện\s+(?:nay|có|tại))(?!\w)", re.I)
_MOST_SIBLINGS, _FAR = 200, 400


def is_goal(
    text: str, start: int, match: re.Match[str], unit: str, item: Item, horizon: Horizon, *, part: bool = False
) -> bool:
    """Whether the figure of `match`, in the sentence of `text` from `start` on, is set as a goal or told as a
    result; `part` tells that it breaks down one that is."""
    before = text[start : match.start()]
    strives = _STRIVES.search(text, sentence_start(text, start), match.start()) is not None
    section = in_goal_section(item)
    if _OF_THE_PLAN.match(text[match.end() : match.end() + 40]) and in_result_part(item):  # `vượt 4% kế hoạch`
        return True
    if _NOT_GOAL.search(before) or not _is_counted(unit, before):
        return False
    if part and not _NORM.search(unit):
        return True
    if sizes_up(item) and not _NORM.search(unit):
        return True
    if section:
        return not (_NORM.search(unit) and _AMOUNT.search(before))
    if _STATISTIC.match(text[match.end() :]) or _NORM.search(unit) or FORETOLD.search(before):
        return False
    if _REACHED.search(before) and in_result_part(item):
        return True
    if strives and not _DONE.search(before):
        return True
    if _ABOUT.search(before) and not _AIMED.search(before):
        if horizon.ahead and _GOAL.search(before) and not _DONE.search(before):
            return True
        return horizon.sets(match.start() - start, match.end() - start, unit)
    if unit not in _NOT_COUNTED and (_GOAL.search(before) or (has_strong_bound(before) and opens_with_order(before))):
        return True
    if unit == "%" and _opens_with_share(item, text[start:], match.end() - start):
        return True
    return horizon.sets(match.start() - start, match.end() - start, unit)


def _opens_with_share(item: Item, words: str, end: int) -> bool:
    """Whether these words of a bullet open with a share, whose figure ends at `end`, that is to be reached."""
    share = _SHARE.match(words)
    if not share or share.end() < end or _DONE.search(words[:_FAR]) or item.level not in ("dash", "plus", "letter"):
        return False
    if in_result_part(item):
        return False
    siblings = item.parent.children[:_MOST_SIBLINGS] if item.parent else []
    return bool(share["bound"]) or sum(map(is_share, siblings)) > 1


def is_share(item: Item) -> bool:
    """Whether an item opens with a share or a rate, `80% hộ ...`, `Tỷ lệ ... đạt 80%`, that is not told as done."""
    words = item.text[:_FAR]
    return bool(_SHARE.match(words) or _RATE.match(words)) and not _DONE.search(words)


def _is_counted(unit: str, before: str) -> bool:
    return all(unit not in units or words.search(before) for units, words in _NEEDS)
