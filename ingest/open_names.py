"""Bodies of no known form in a list of those who act, by the word their names begin with and by what follows the list:
`các cơ sở đào tạo nghề`, `Hiệp hội Xi măng Việt Nam`."""

from __future__ import annotations

import re

from ingest.bodies import Body
from ingest.body_words import HEADS_OF_NAMES, UNLIKE_NAMES
from ingest.letters import rule
from ingest.naming import full_name, group_name, split_place
from ingest.verbs import PREDICATE

_LONGEST = 100
# What the name of a single body begins with, by its capital.
_SINGLE = rf"""
    (?:
        [ỦU]y\s+ban | Uỷ\s+ban | Hội(?:\s+đồng)? | Hiệp\s+hội | Liên\s+(?:hiệp|đoàn|minh)
      | Tổng\s+(?:cục|liên\s+đoàn|hội)
      | Cục | Chi\s+cục | Vụ | Phòng | Ban | Văn\s+phòng | Trung\s+tâm | Viện | Học\s+viện
      | Trường | Đại\s+học | Bệnh\s+viện | Đài | Báo | Tạp\s+chí | Thông\s+tấn\s+xã | Cổng | Tòa\s+án | Toà\s+án
      | Thanh\s+tra | Kiểm\s+toán | Kho\s+bạc | Bảo\s+hiểm | Ngân\s+hàng | Quỹ | Tổng\s+công\s+ty | Công\s+ty
      | Tập\s+đoàn | Công\s+an | Cảnh\s+sát | Quản\s+lý\s+thị\s+trường | Bộ\s+(?:[Tt]ư\s+lệnh|[Cc]hỉ\s+huy) | Hải\s+quan
      | Quân\s+khu | Quân\s+chủng | Binh\s+đoàn | Mặt\s+trận | Đoàn | Đội | Trạm | Đồn | Hạt | Cảng(?:\s+vụ)?
      | Chi\s+nhánh | Nhà\s+xuất\s+bản | Câu\s+lạc\s+bộ | Hợp\s+tác\s+xã(?=\s+[A-ZĐ]) | Công\s+đoàn | Bưu\s+điện
      | Điện\s+lực | Chi\s+bộ | Chi\s+hội | Công\s+chức(?=\s+[A-ZĐ])
    )(?!\w){UNLIKE_NAMES}
"""
# What a group is of, behind `các` or `lực lượng`.
_KIND = r"""
    (?:
        cơ\s+(?:quan|sở) | đơn\s+vị | tổ\s+chức | doanh\s+nghiệp | đoàn\s+thể | địa\s+phương | tỉnh | thành\s+phố
      | quận | huyện | thị\s+xã | xã | phường | bộ | ban | sở | ngành | hội | hiệp\s+hội | lực\s+lượng | tập\s+đoàn
      | tổng\s+công\s+ty | công\s+ty | ngân\s+hàng | trường | viện | trung\s+tâm | bệnh\s+viện
      | chủ\s+(?:đầu\s+tư|hồ|rừng|tàu|cơ\s+sở|hộ)
      | nhà\s+(?:đầu\s+tư|thầu|máy|xuất\s+bản) | hợp\s+tác\s+xã | trang\s+trại | thôn
      | bản(?!\s+(?:đồ|vẽ|tin|án|quyền)) | quỹ | báo | đài | tòa\s+soạn | cục | vụ | phòng | đội
      | cấp\s+(?:ủy|uỷ) | chi\s+(?:bộ|nhánh|hội|đoàn) | đảng\s+(?:bộ|ủy|uỷ) | tổ\s+công\s+tác | khu\s+công\s+nghiệp
    )(?!\w)
"""
_KINDS = rf"(?i:{_KIND}(?:\s*,\s*{_KIND})*)"
_HEAD = rule(rf"(?:(?P<many>[Cc]ác\s+|[Ll]ực\s+lượng\s+){_KINDS}|(?P<one>{_SINGLE}))", re.X)
# Behind one that begins with `các` the word stands for the next too: `các tập đoàn, doanh nghiệp xuất khẩu`.
_ACTIVITY = r"(?!tổ\s+chức\s+(?!chính|xã|tín|đảng|thành|đoàn|quốc|phi|khoa|kinh|công))"
_NEXT = rule(rf"(?:(?P<one>{_SINGLE})|(?P<many>(?:[Cc]ác\s+|[Ll]ực\s+lượng\s+)?){_ACTIVITY}{_KINDS})", re.X)
_LINK = rule(r"\s*(?:,\s*(?:và\s+)?|;\s*|và\s+|cùng(?:\s+với)?\s+|hoặc\s+)(?=\S)")
_STOP = rule(
    r"""
      [,;:.()\n]
    | \s(?:và|cùng|hoặc|để|nhằm|trong\s+việc|trong\s+quá\s+trình|khi|theo|đã|đang|sẽ|vừa|chưa|không|bị|là|thì|mà)(?!\w)
    """,
    re.X,
)
# `Báo Sức khỏe và Đời sống`: what stands behind `và` or a comma begins no other body.
_OTHER = rf"(?!{_SINGLE}|(?:{HEADS_OF_NAMES})(?!\w))[A-ZĐÀ-Ỹ][\wà-ỹ]+"
_SAME = rule(rf"(?:,\s+{_OTHER}(?:\s+[a-zà-ỹ]+){{0,3}}){{0,2}}\s+và\s+{_OTHER}", re.X)
# `trình` ends other words too: `công trình`, `quy trình`.
_VERB = rule(
    rf"\s(?!(?:(?<=công\s)|(?<=chương\s)|(?<=quy\s)|(?<=quá\s)|(?<=lộ\s))trình(?!\w))(?!(?<=giáo\sdục\s)thường)(?:{PREDICATE.pattern})"
)
# The first words of a name are no verb, whatever they look like: `các cơ sở sản xuất`, `Hội Khuyến học`; but those that
# only duties begin with are.
_OWN = rule(
    r"""
    (?:
        (?!\s+(?:phối\s+hợp|chủ\s+(?:trì|động)|(?:có|chịu)\s+trách\s+nhiệm|khẩn\s+trương|tăng\s+cường|tiếp\s+tục|rà\s+soát|đôn\s+đốc|triển\s+khai|tham\s+mưu|thực\s+hiện|báo\s+cáo)(?!\w))
        \s+[^\s,;:.()]+
    ){1,2}
    """,
    re.X | re.I,
)
# Where it is belongs to no name.
ON_GROUND = rule(r"\s+(?:đóng\s+|hoạt\s+động\s+)?trên\s+(?:toàn\s+)?địa\s+bàn(?:\s+\w+){0,2}$")
# What no name holds: the sentence goes on.
TELLS_IN_NAME = rule(
    r"\s(?:được|bị|đã|đang|từng|vừa|còn|chưa|họp|gồm|nhận|là|có|đạt|thuộc|tại|trong|của|cho)(?!\w)", re.I
)
# No name goes on from these: `các quận, huyện kiểm tra ...`.
_LEVEL = rule(
    r"(?:(?<!\w)(?:quận|huyện|tỉnh|phường|bộ|ngành|địa\s+phương|thành\s+phố|thị\s+xã)|(?<!tác\s)xã|(?<!cơ\s)sở)$", re.I
)


def link_behind(text: str, at: int, end: int) -> int | None:
    """Where the next of a list begins behind a comma or `và`; None where the list ends."""
    link = _LINK.match(text, at, end)
    return link.end() if link else None


def name_at(text: str, start: int, end: int, *, follows: bool = False) -> Body | None:
    """The body of no known form whose name begins at `start`; None where none begins. One that `follows` a group of
    bodies in a list needs no `các` of its own."""
    head = (_NEXT if follows else _HEAD).match(text, start, end)
    if head is None:
        return None
    own = None if _LEVEL.search(head[0]) else _OWN.match(text, head.end(), end)
    limit = min(end, start + _LONGEST)
    begin = own.end() if own else head.end()
    stop = _STOP.search(text, head.end(), limit)
    if stop and head["one"] and (same := _SAME.match(text, stop.start(), limit)):
        begin, stop = same.end(), _STOP.search(text, same.end(), limit)
    last = stop.start() if stop else limit
    verb = next((m for m in _VERB.finditer(text, min(begin, last), last) if not text[m.start() + 1].isupper()), None)
    close = verb.start() if verb else last
    if not stop and not verb and limit < end:
        return None  # too long for a name
    words = ON_GROUND.sub("", " ".join(text[start:close].split()))
    if head["one"] is None:
        return Body(start, close, words, group_name(words), "", True, True)
    bare, place = split_place(words)
    return Body(start, close, words, full_name(bare), place, True, False)
