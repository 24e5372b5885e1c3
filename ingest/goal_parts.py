"""What sets goals and what tells results: by the headings over items, and over the columns of a table."""

from __future__ import annotations

import re

from ingest.letters import rule
from ingest.outline import PARTS, Item, over
from ingest.periods import PERIOD, years

_SETS = rule(
    r"""
      (?<!chương\strình\s)(?<!thực\shiện\s)mục\s+tiêu(?!\s+quốc\s+gia) | chỉ\s+tiêu
    | (?:thông\s+qua|phê\s+duyệt|giao|quyết\s+định|phân\s+bổ)\s[^.;:]{0,40}(?:dự\s+toán|ngân\s+sách|kế\s+hoạch\s+vốn)
    """,
    re.I | re.X,
)
# A heading that opens so tells how things stand. `Kết quả` alone heads a part only: it also names what a task gives.
_TELLS = rule(
    r"""
    \W{0,4}(?:(?:về|một\s+số|những|khái\s+quát|đánh\s+giá(?:\s+chung)?)\s+(?:về\s+)?)?
    (?:
        (?P<alone>kết\s+quả)\W{0,3}$
      | kết\s+quả(?=\s+(?:đạt(?!\s+(?:ở|tại))|thực|triển|chủ|nổi|công|bước|năm|giai|phát|chung|kinh|đã|\d)(?!\w))
      | (?:thực|hiện)\s+trạng | tình\s+hình(?!\s+mới) | bối\s+cảnh | sự\s+cần\s+thiết
      | cơ\s+sở\s+thực\s+tiễn | thành\s+tựu | ưu\s+điểm
      | (?:tồn\s+tại|hạn\s+chế)(?:,|\W{0,3}$|\s+và) | đánh\s+giá(?:\s+chung)?\W{0,3}$
    )
    """,
    re.I | re.X,
)
# Headings of what is to be done, also behind results that they go on from: `Kết quả năm 2024 và phương hướng`.
_ORDERS = rule(r"(?:nhiệm\s+vụ|giải\s+pháp|phương\s+hướng|tổ\s+chức\s+thực\s+hiện|hoạt\s+động)(?!\w)", re.I)
_OPENS_WITH_ORDERS = rule(r"\W{0,4}(?:(?:các|những|một\s+số)\s+)?" + _ORDERS.pattern, re.I)
_GOES_ON = rule(r"(?:,|;|-|–|và)\s*(?:(?:các|những)\s+)?(?:phương\s+hướng|mục\s+tiêu|chỉ\s+tiêu|dự\s+kiến)(?!\w)", re.I)
_RESULT_COLUMN = rule(
    r"""
    (?<!\w)(?:
        đã | (?:hiện|thực)\s+trạng | hiện\s+(?:tại|nay|có) | ước | TH
      | (?<!hoạch\s)thực\s+hiện(?=\W{0,3}(?:(?:đến\s+|hết\s+|năm\s+|giai\s+đoạn\s+){0,2}\d|$))
      | kết\s+quả(?=\s+(?:năm|thực|đạt|đến|giai|\d))
    )(?!\w)
    """,
    re.I | re.X,
)
_APPROVES = rule(
    r"(?:thông\s+qua|phê\s+duyệt|ban\s+hành)\s+(?:Đề\s+án|Dự\s+án|Kế\s+hoạch|Chương\s+trình|Quy\s+hoạch|Chiến\s+lược)",
    re.I,
)
# What opens an item, or stands behind its short heading.
_SIZE = rule(
    r"""
    (?:[^.:;]{0,80}:\s+)?
    (?:
        tổng(?:\s+cộng)?\s+(?=\d)
      | (?:tổng\s+)?(?:số(?:\s+lượng)?|quy\s+mô|nhu\s+cầu\s+(?:vốn|kinh\s+phí)|kinh\s+phí|vốn|mức\s+đầu\s+tư)(?!\w)
    )
    """,
    re.I | re.X,
)
_FAR = 160


def in_goal_section(item: Item) -> bool:
    """Whether an item stands in a part that sets goals, by its heading or the line that opens its list."""
    return any(sets_goals(above) for above in item.chain[1:] or item.chain[:1]) and not in_result_part(item)


def sizes_up(item: Item) -> bool:
    """Whether an item says how much a scheme comes to, in a document that approves it: `Số lượng thực hiện: 4.500 hộ`,
    `Tổng vốn ...`."""
    words = item.text[:_FAR]
    return _SIZE.match(words) is not None and any(_APPROVES.search(above.text[:_FAR]) for above in item.chain[1:])


def in_result_part(item: Item, issued: str = "") -> bool:
    """Whether an item stands in a part that tells what was reached or how things stand: the nearest heading that says
    so, or the other, decides; one that names a year after `issued`, when the document was, tells none."""
    chain = list(over(item.chain))
    for n, above in enumerate(chain):
        if _tells(above, issued):
            return not any(_OPENS_WITH_ORDERS.match(heading_of(other)[:_FAR]) for other in chain[n + 1 :])
        if above.level != "plain" and (sets_goals(above) or _OPENS_WITH_ORDERS.match(heading_of(above)[:_FAR])):
            return False
    return False


def sets_goals(item: Item) -> bool:
    """Whether an item is a heading over goals."""
    return item.level != "plain" and _SETS.search(heading_of(item)[:_FAR]) is not None


def heading_of(item: Item) -> str:
    """The words of an item, and where it has none but its mark, `PHẦN THỨ HAI`, those of the line below."""
    below = item.children[0] if item.children and not item.text.strip() else None
    return below.text if below and below.level == "plain" else item.text


def is_result_column(heading: str) -> bool:
    """Whether the figures under a heading are what was reached: `Hiện trạng`, `TH 2024`, `Kết quả năm 2024`."""
    return _RESULT_COLUMN.search(heading) is not None


def _tells(item: Item, issued: str) -> bool:
    words = heading_of(item)[:_FAR].rstrip()
    told = _TELLS.match(words)
    if not told or (told["alone"] and item.level not in PARTS) or _GOES_ON.search(words):
        return False
    if (item.level == "plain" or len(item.text) > _FAR) and not item.text.rstrip().endswith(":"):
        return False
    return not any(years(named)[1] > issued for named in PERIOD.finditer(words) if issued)
