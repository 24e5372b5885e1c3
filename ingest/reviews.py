"""What looks back or tells the law, and so gives nobody a duty: the parts that review what was done, sentences that
judge it, and sentences that say what any law already asks."""

from __future__ import annotations

import re

from ingest.letters import rule
from ingest.outline import PARTS, Item

_DONE = r"(?:đạt\s+được|(?:triển\s+khai\s+)?thực\s+hiện|hoạt\s+động|công\s+tác|năm\s+\d{4}|giai\s+đoạn)"
# `I. ĐÁNH GIÁ TÌNH HÌNH`, `1. Kết quả đạt được`
_HEADING = rule(
    rf"""
    \s*(?:một\s+số\s+|những\s+)?(?:
        (?:đánh\s+giá\s+)?(?:chung\s+)?(?:về\s+)?(?:đặc\s+điểm\s*,?\s*)?(?:tình\s+hình|thực\s+trạng|hiện\s+trạng)
      | đánh\s+giá(?:\s+(?:chung|kết\s+quả\s+{_DONE})|(?=\s*$))
      | kết\s+quả(?:\s+(?:chủ\s+yếu|nổi\s+bật|{_DONE})|(?=\s*[,;]|\s*$))
      | (?:tồn\s+tại|hạn\s+chế|khó\s+khăn|thuận\s+lợi|ưu\s+điểm|khuyết\s+điểm|bất\s+cập|nguyên\s+nhân)
        (?=\s*(?:[,;:/&(.-]|$)|\s+(?:và|của|chủ\s+(?:yếu|quan)|khách\s+quan|trong)\s)
    )(?!\w)
    """,
    re.I | re.X,
)
# A heading may go on to the tasks: `TÌNH HÌNH VÀ NHIỆM VỤ`; what is to be judged later is a task.
_AND_TASKS = rule(
    r"(?:,|và|-|;)\s*(?:(?:các|một\s+số)\s+)?(?:nhiệm\s+vụ|giải\s+pháp|phương\s+hướng|biện\s+pháp|kiểm\s+tra|giám\s+sát"
    r"|tổ\s+chức\s+thực\s+hiện|báo\s+cáo|chế\s+độ)",
    re.I,
)
_MOST_OF_HEADING = 16
# Before its colon a sentence may say that it reviews: `Hạn chế: UBND xã thực hiện còn chậm.`
_OPENS = rule(
    r"""
    ^\s*(?:(?:một\s+số|những)\s+)?
    (?:tồn\s+tại|hạn\s+chế|khó\s+khăn|thuận\s+lợi|ưu\s+điểm|khuyết\s+điểm|bất\s+cập|nguyên\s+nhân|kết\s+quả\s+đạt\s+được)
    [^.;:]{0,60}:
    """,
    re.I | re.X,
)
# `..., là kết quả của ...`
_JUDGES = rule(
    r"""
    (?:,|\s[-–])\s*(?:đây\s+)?là\s+(?:một\s+trong\s+những\s+)?
    (?:
        kết\s+quả | thành\s+(?:tích|quả|công|tựu) | minh\s+chứng | điểm\s+(?:sáng|mới|nhấn) | dấu\s+ấn | nguyên\s+nhân
      | bước\s+(?:tiến|đột\s+phá|chuyển) | hạn\s+chế | tồn\s+tại
    )(?!\w)
    """,
    re.I | re.X,
)
# `... còn chậm`, of what the body does, not of others that it deals with.
_FALLS_SHORT = rule(
    r"""
    \s*(?:(?!(?:các|những|một|nơi|đối|tại|do|vì|nếu|khi|có)\s)[a-zà-ỹ]{1,8}\s+){1,10}(?:
        còn\s+(?:nhiều\s+)?(?:chậm|hạn\s+chế|lúng\s+túng|yếu|bất\s+cập|thiếu|lỏng\s+lẻo|hình\s+thức|khó\s+khăn|sơ\s+hở)
      | chưa\s+(?:được\s+)?(?:
            kịp\s+thời|tốt|nghiêm|đầy\s+đủ|đồng\s+bộ|hiệu\s+quả|quyết\s+liệt|thường\s+xuyên|đạt|chặt\s+chẽ
        )
    )(?!\w)
    """,
    re.X,
)
_LAW = rule(
    r"""
    ^(?:Căn\s+cứ|Theo)\s+(?:các\s+)?(?:quy\s+định|nội\s+dung\s+quy\s+định)\s+(?:(?:của|tại|trong)\s+)?(?:
        pháp\s+luật | (?:Bộ\s+)?[Ll]uật | Hiến\s+pháp | Pháp\s+lệnh | Nghị\s+định | Thông\s+tư
      | (?:khoản|điểm|[Đđ]iều)\s[^,]{1,80}(?:Luật|Nghị\s+định|Thông\s+tư)
    )(?!\w)(?!\s+này)[^.;:]{0,200}?,\s
    """,
    re.X,
)
_OBLIGED = rule(r"\s*(?:(?:có|chịu)\s+trách\s+nhiệm|phải|có\s+(?:nghĩa\s+vụ|quyền))\s", re.I)


def is_review(item: Item) -> bool:
    """Whether an item is the heading of a review, or stands under one."""
    return any(_is_heading(other) for other in item.chain)


def _is_heading(item: Item) -> bool:
    if item.level == "plain" or not (item.level in PARTS or item.children or item.followed):
        return False
    if not _HEADING.match(item.text) or _AND_TASKS.search(item.text, 0, 200):
        return False
    words = item.text.rstrip()
    return len(words.split(None, _MOST_OF_HEADING)) <= _MOST_OF_HEADING and not words.endswith((".", ";"))


def judges(words: str) -> bool:
    """Whether a sentence judges what was done: `..., là kết quả của sự cố gắng`."""
    return _OPENS.match(words) is not None or _JUDGES.search(words) is not None


def falls_short(after: str) -> bool:
    """Whether the words behind a body tell what it did badly: `thực hiện tiêm phòng còn chậm`."""
    return _FALLS_SHORT.match(after) is not None


def tells_law(words: str, after: str) -> bool:
    """Whether a sentence, `after` the words behind its body, tells what the law asks of a kind of body: `Theo quy định
    của pháp luật về xây dựng, chủ đầu tư có trách nhiệm ...`."""
    return _LAW.match(words) is not None and _OBLIGED.match(after) is not None
