"""Pieces that names of bodies are made of, as verbose regular expressions: places, seats, committees, sectors.

Names of sectors, provinces and central bodies come from the ontology.
"""

from __future__ import annotations

from collections.abc import Iterable

from ingest.spelled import spelled
from ontology.bodies import BODIES, SECTORS
from ontology.places import PROVINCE_NAMES


def _any_of(names: Iterable[str]) -> str:
    """The longest name first: `Văn hóa, Thể thao` is not read as `Văn hóa`."""
    return "|".join(spelled(name) for name in sorted(names, key=lambda name: (-len(name), name)))


UY = r"ủy"
UY_BAN = r"Ủy\s+ban"
PLURAL = r"(?:[Cc]ác\s+)?"

PROVINCE = "|".join(spelled(name) for name in PROVINCE_NAMES)
PLACE = rf"(?:{PROVINCE})(?!\w)"
UNIT = r"(?:huyện|quận|thị\s+xã|thành\s+phố|xã|phường|thị\s+trấn|đặc\s+khu)"
RURAL = r"(?:Phát\s+triển\s+[Nn]ông\s+thôn|PTNT)"
# What a commune is made of.
QUARTER = r"(?:thôn|bản|ấp|tổ\s+dân\s+phố|khu\s+(?:phố|dân\s+cư))(?!\w)"
PROPER = r"[A-ZĐÀ-Ỹ][\w’']*(?:\s+[A-ZĐÀ-Ỹ][\w’']*){0,3}"

SECTOR = rf"(?i:{_any_of(SECTORS)})"
# One name for each spelling, the usual one where a body has two; ministries are read by their sector.
_CENTRAL_NAMES = {
    spelled(name): name
    for body in BODIES
    if body.central
    for name in (*body.aliases, body.name)
    if not name.startswith("Bộ ") or name == "Bộ Chính trị"
}
CENTRAL = rf"(?:{_any_of(_CENTRAL_NAMES.values())})"
CENTRAL_HEADS = " ".join(sorted({name.split()[0] for name in _CENTRAL_NAMES.values()}))

# `UBND`, `Ủy ban nhân dân (UBND)`
COMMITTEE = r"""
    (?:
        UBND
      | [ỦU]y\s+ban\s+nhân\s+dân(?:\s*\(UBND\))?
      | Uỷ\s+ban\s+nhân\s+dân(?:\s*\(UBND\))?
      | ỦY\s+BAN\s+NHÂN\s+DÂN
    )
"""
COUNCIL = r"(?:HĐND|Hội\s+đồng\s+nhân\s+dân(?:\s*\(HĐND\))?|HỘI\s+ĐỒNG\s+NHÂN\s+DÂN)"
FRONT = rf"""
    (?:
        UBMTTQ(?:\s*(?:VN|Việt\s+Nam))?
      | (?:{UY_BAN}\s+)?(?:Mặt\s+trận\s+Tổ\s+quốc|MTTQ)(?:\s+(?:Việt\s+Nam|VN))?
    )
"""
# `Tỉnh ủy`, but not `tỉnh ủy viên`, who is a person
PARTY = rf"""
    (?:
        (?:[Tt]ỉnh|[Tt]hành|[Hh]uyện|[Tt]hị|[Qq]uận)\s+{UY}(?!\s+viên)
      | TỈNH\s+(?:ỦY|UỶ)
      | THÀNH\s+(?:ỦY|UỶ)
    )
"""

# Whose an office is: ` tỉnh Lai Châu`, ` - chi nhánh tỉnh`; `tỉnh ủy` behind it is another body.
AREA = rf"""
    (?:
        \s*(?:-|,)?\s*(?:[Cc]hi\s+nhánh\s*)?
        (?:
            (?:tỉnh|[Tt]hành\s+phố|TP\.?)\s+{PLACE}
          | (?:cấp\s+)?tỉnh(?!\s*{UY})
          | [Tt]hành\s+phố(?!\s+[A-ZĐ])
          | {PLACE}
        )
    )?
"""
# What begins the next body of a list without separators is no place's name.
_NEXT = r"""
    (?:Các|Sở|Ban|Bộ|UBND|HĐND|[ỦU]y\s|Uỷ\s|Mặt\s|Cục|Chi\s|Văn\s+phòng|Ngân\s|Đài|Báo|Thanh\s+tra|Kho\s|Bảo\s|Công\s+an
    |Liên\s|Đoàn|Phòng|Viện|Quỹ|BQL|Tòa|Hội\s+(?:đồng|[Nn]ông|[Cc]ựu|[Ll]iên|[Pp]hụ))
"""
# The first words of names of bodies and of those who head them.
HEADS_OF_NAMES = (
    "Sở|Ban|Bộ|UBND|HĐND|Ủy|Uỷ|Mặt|Cục|Chi|Văn\\s+phòng|Ngân|Đài|Báo|Thanh\\s+tra|Kho|Bảo\\s+hiểm|Công|Liên|Đoàn|Phòng|Viện"
    "|Quỹ|BQL|Tòa|Toà|Hội|Vụ|Tổng|Trung|Trạm|Trường|Đội|Tổ|Hạt|Học|Bệnh|Đảng|Tỉnh|Huyện|Thành|Thị|Quận|Xã|Cơ|Bưu|Điện|Thuế|Hải"
    "|Các|Chủ|Phó|Bí|Giám|Thủ|Trưởng|Chánh|Đồng|Hợp"
)
# Where a committee or council sits: ` tỉnh`, ` các huyện, thành phố`, ` cấp huyện, xã`, ` xã Mường Than`, ` nơi có`.
UNITS = rf"(?i:(?:tỉnh|{UNIT})(?:\s*(?:,|/|và|,\s*và|\s)\s*(?:tỉnh|{UNIT}))*)"
SEAT = rf"""
    (?:
        \s+
        (?:
            (?:(?:[Tt]ỉnh|[Tt]hành\s+phố|TP\.?)\s+)?{PLACE}
          | các\s+{UNITS}(?:\s+(?!{_NEXT}){PROPER}|\s+(?:ven\s+biển|biên\s+giới|miền\s+núi|vùng\s+cao)(?!\w))?(?:
                \s+(?:trực\s+thuộc|thuộc)\s+(?:[Tt]rung\s+ương|tỉnh)
              | \s+từ\s+{PROPER}\s+(?:đến\s+{PROPER}|trở\s+(?:vào|ra))
            )?
          | cấp\s+(?:tỉnh|huyện|xã)(?:\s*(?:,|và)\s*(?:cấp\s+)?(?:huyện|xã)(?!\w))*
          | các\s+cấp|(?:(?:tại|ở)\s+)?(?:các\s+)?địa\s+phương
          | (?:xã|phường)(?:\s*,\s*(?:xã|phường|thị\s+trấn|đặc\s+khu)(?!\w))+(?!\s+[A-ZĐ])
          | (?:huyện\s*,\s*thị\s+xã|quận\s*,\s*huyện)(?:\s*,\s*(?:thị\s+xã|thành\s+phố))*(?:\s+thuộc\s+tỉnh)?
          | {UNIT}\s+{PROPER}
          | (?:tỉnh|quận|huyện|xã|phường)(?:\s*[,/]\s*{UNIT}(?!\s+{PROPER}))+
            (?:\s+(?:trực\s+)?thuộc\s+(?:[Tt]rung\s+ương|tỉnh))?
          | [Tt]ỉnh(?!\s*{UY})|[Tt]hành\s+phố
          | (?:huyện|quận|phường|thị\s+trấn|đặc\s+khu)(?!\w)
          | xã(?!\s+hội)(?!\w)
          | (?:nơi|sở\s+tại)\s+có
        )
    )?
"""

# One body in each of many places.
EVERYWHERE = rf"""
    \s+(?:
        các\s+(?:{UNITS}(?:\s+(?:trực\s+thuộc|thuộc)\s+(?:[Tt]rung\s+ương|TW|tỉnh))?|địa\s+phương|cấp)(?!\w)
      | các\s+tỉnh(?!\w)
    )
"""

# What stands behind a name of any words and goes on with the sentence; some of these syllables also end words of names.
SENTENCE = r"""
    (?:
        đang|chưa|(?<!g\s)không|còn|cần|phải|(?<!g\s)(?<!t\s)(?<!n\s)bị|rất|nhiều|một\s+số|những|mọi|do|nên|nếu|khi|thì
      | mà|vì|dù|vẫn|khẩn\s+trương|kịp\s+thời|chủ\s+(?:trì|động)|nhận\s+(?:thấy|được)|dự\s+kiến|triệu\s+tập|ban\s+hành
      | nêu|yêu\s+cầu|đề\s+nghị|phối\s+hợp|gửi|mời
    )(?!\w)
"""
# Behind a word that names of bodies begin with these make another: `Hội nghị`, `Phòng chống`, `Quỹ đất`.
UNLIKE_NAMES = (
    r"(?!\s*,?\s*"
    r"(?i:nghị|thảo|thi|chống|ngừa|bệnh|dịch|cháy|cáo|chí|hành|kết|ngũ|đất|hợp|trợ|diện|phí|viên|trưởng)(?!\w))"
)
# What may close the name of a group.
_OTHER = r"(?:\s+khác(?!\s+nhau)(?!\w))?"
RELATED = rf"{_OTHER}(?:\s+(?:(?:có\s+)?liên|hữu)\s+quan)?{_OTHER}"
SCOPE = r"""
    (?:
        \s+
        (?:
            các\s+cấp|cấp\s+(?:tỉnh|huyện|xã|cơ\s+sở)
          | (?:trên\s+)?địa\s+bàn(?:\s+(?:tỉnh|thành\s+phố))?
          | [Tt]ỉnh(?!\s*(?:ủy|đoàn))|[Tt]hành\s+phố|[Tt]rung\s+ương
          | (?:các\s+)?(?:xã|phường|huyện|quận)(?:\s*,\s*(?:xã|phường|thị\s+trấn|đặc\s+khu|thành\s+phố))*
            (?!\s+(?:hội\s|[A-ZĐ]))
          | ở\s+địa\s+phương|địa\s+phương
        )(?!\w)
    )?
"""
