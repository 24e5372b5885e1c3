"""Bodies that serve a place: schools, hospitals, banks, offices of central bodies in it, unions. Rows as in
`body_forms`."""

from __future__ import annotations

from ingest.body_words import AREA, PLACE, PROPER, QUARTER, RURAL, SEAT, SECTOR, UNIT
from ingest.unit_forms import NAMED

POLICY_BANK = r"(?:Ngân\s+hàng\s+[Cc]hính\s+sách(?:\s+xã\s+hội)?|NH\s*CSXH)"
SCHOOL = r"""
    (?:
        Mầm\s+non | Mẫu\s+giáo | Tiểu\s+học | Trung\s+học\s+(?:cơ\s+sở|phổ\s+thông) | THCS | THPT
      | (?:Phổ\s+thông\s+)?[Dd]ân\s+tộc\s+(?:nội|bán)\s+trú | PTDT(?:NT|BT)
    )(?!\w)
"""

OFFICES: tuple[tuple[str, str], ...] = (
    # offices of a district or commune
    (
        "phòng Trạm Trung",
        rf"""
            (?:
                  [Pp]hòng\s+(?=[A-ZĐ])(?:
                        Kinh\s+tế\s*,\s*Hạ\s+tầng\s+và\s+Đô\s+thị
                      | Kinh\s+tế(?:\s+và\s+Hạ\s+tầng|\s*-\s*Hạ\s+tầng)?
                      | Văn\s+hóa\s*(?:-|–|và)\s*(?:Xã\s+hội|Thông\s+tin|Khoa\s+học\s+và\s+Thông\s+tin)
                      | Văn\s+hóa\s*,\s*Khoa\s+học\s+và\s+Thông\s+tin
                      | Tài\s+chính\s*(?:-|–|và)\s*Kế\s+hoạch
                      | Quản\s+lý\s+đô\s+thị
                      | Dân\s+tộc(?!\s+và\s+Tôn)
                      | {SECTOR}(?!\w)
                  )
                | Trạm\s+Y\s+tế
                | Trung\s+tâm\s+(?:
                        Y\s+tế
                      | [Pp]hục\s+vụ\s+hành\s+chính\s+công
                      | Chính\s+trị
                      | Giáo\s+dục\s+nghề\s+nghiệp(?:\s*-\s*|\s+và\s+)[Gg]iáo\s+dục\s+thường\s+xuyên
                      | Văn\s+hóa\s*(?:-|–|,)\s*(?:Thông\s+tin|Thể\s+thao)
                        (?:\s*(?:-|–|,)\s*(?:Thể\s+thao|Du\s+lịch|Thông\s+tin))?
                        (?:\s+và\s+(?:Du\s+lịch|Thể\s+thao|Truyền\s+(?:thanh|thông)(?:\s*-\s*Truyền\s+hình)?))?
                      | Dịch\s+vụ\s+(?:nông\s+nghiệp|tổng\s+hợp)
                  )
            ){SEAT}
        """,
    ),
    # by whose they are or what they are for: đài truyền thanh xã, tổ công nghệ số cộng đồng các thôn
    ("đài", rf"[Đđ]ài\s+[Tt]ruyền\s+thanh(?:\s*-\s*[Tt]ruyền\s+hình)?{SEAT}"),
    (
        "tổ",
        rf"[Tt]ổ\s+(?:công\s+nghệ\s+số|[Hh]òa\s+giải|[Bb]ảo\s+vệ\s+an\s+ninh)[^,;.:()\n]{{0,40}}?(?:\s+(?:các\s+)?{QUARTER})"
        r"|[Tt]ổ\s+(?:công\s+nghệ\s+số\s+cộng\s+đồng|[Bb]ảo\s+vệ\s+an\s+ninh(?:\s*,\s*trật\s+tự)?(?:\s+ở\s+cơ\s+sở)?)",
    ),
    # schools and hospitals below the centre
    (
        "Trường",
        rf"Trường\s+{SCHOOL}(?:\s*(?:và|&|-|,)\s*{SCHOOL})?(?:\s+(?:[Ss]ố\s+\d{{1,2}}|{PROPER})){{0,2}}",
    ),
    ("Bệnh", rf"Bệnh\s+viện\s+{NAMED}\s+(?:tỉnh|huyện|thành\s+phố|khu\s+vực)(?:\s+{PROPER})?(?!\w)"),
    # Kho bạc Nhà nước Thanh Sơn, Phòng giao dịch Ngân hàng Chính sách xã hội huyện
    ("Kho", rf"Kho\s+bạc\s+[Nn]hà\s+nước\s+(?!Việt|Trung)(?:huyện\s+|khu\s+vực\s+)?{PROPER}"),
    (
        "Phòng Chi",
        rf"(?:Phòng\s+[Gg]iao\s+dịch|Chi\s+nhánh)\s+(?:{POLICY_BANK}|Ngân\s+hàng\s+Nông\s+nghiệp\s+và\s+{RURAL}){SEAT}",
    ),
    # offices in a province since 2025, in a district before
    (
        "Thống Thi Bưu",
        rf"(?:Thống\s+kê|Thi\s+hành\s+án\s+dân\s+sự|Bưu\s+điện)\s+(?:tỉnh|thành\s+phố|huyện|cơ\s+sở)(?:\s+{PLACE})?(?!\w)",
    ),
    ("Bảo", rf"Bảo\s+hiểm\s+xã\s+hội\s+(?:{UNIT}(?:\s+{PROPER})?|cơ\s+sở)(?!\w)"),
    ("Viettel VNPT Mobifone MobiFone", rf"(?:Viettel|VNPT|Mobi[Ff]one)(?:\s+(?:{PLACE}|tỉnh|huyện))?(?!\w)"),
    # trade unions
    (
        "Công",
        rf"Công\s+đoàn\s+(?:(?:ngành\s+|Viên\s+chức\s+)(?={SECTOR}|[A-ZĐ]){NAMED}|(?:các\s+)?[Kk]hu\s+(?:công\s+nghiệp|kinh\s+tế){AREA})",
    ),
)
