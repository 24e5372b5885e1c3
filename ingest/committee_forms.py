"""Committees set up for one matter, `Ban Chỉ đạo phòng, chống thiên tai tỉnh`, `Hội đồng Tư vấn quốc gia về ...`,
`Tổ công tác ...`: a name of any words, up to whose it is, to a mark, or to the verb of the sentence."""

from __future__ import annotations

from ingest.body_words import PROPER, QUARTER, SENTENCE, UNIT, UNITS, UY, UY_BAN

# What goes on with the sentence and not with the name.
_GOES_ON = rf"""
    (?:
        (?:
            {SENTENCE}|có|chịu|hướng\s+dẫn|để|theo|thu\s+thập|tổ\s+chức|báo\s+cáo|gồm|được|thành\s+lập|là
          | họp|kiểm\s+tra|đôn\s+đốc|chỉ\s+đạo|và\s+(?:các|cấp|cơ\s+quan|[A-ZĐ]\w*\s+(?:nhân|trưởng))
          | trên\s+cơ\s+sở|tham\s+mưu|xem\s+xét|quyết\s+định|giao(?!\s+thông)|tiếp\s+tục|cùng|như|định\s+kỳ|đã|sẽ
          | làm\s+(?:việc|rõ|đầu)|phê\s+duyệt|rà\s+soát|của|tổng\s+hợp|căn\s+cứ|với|trực\s+tiếp|thường\s+xuyên
          | phân\s+công|nghiên\s+cứu|nắm|giúp|trình\s+(?:[A-ZĐ]\w*|cấp)|thông\s+qua|lãnh\s+đạo
          | quán\s+triệt|thống\s+nhất|từ\s+nay|trong|các|ở\s+(?:các|địa|cơ|mỗi|từng)|tại|đến|này|trên
          | xây\s+dựng\s+(?:kế|Kế|chương|quy|báo|đề|dự|văn|và)
          | (?:triển\s+khai|thực\s+hiện)\s+(?:các|nhiệm|tốt|nghiêm|việc|kế)
          | Bộ|Sở|UBND|HĐND|Ban|Công\s+an|Văn\s+phòng
        )(?!\w)
      | {UY_BAN}
    )
"""
_BEHIND_COMMA = (
    r"(?:sở|ban|ngành|cơ\s+quan|đơn\s+vị|huyện|xã|phường|cấp|thủ\s+trưởng|thành\s+viên|địa\s+phương|nhất)(?!\w)"
)
_WORD = rf"(?!{_GOES_ON})[\wÀ-ỹ/&-]+"
_WHOSE = rf"""
    (?:
        \s+(?:
              cấp\s+(?:tỉnh|thành\s+phố|huyện|xã|quân\s+khu)
            | trên\s+địa(?:\s+bàn)?(?:\s+tỉnh)?
            | (?:tỉnh|thành\s+phố)(?:\s+{PROPER})?(?!\s*{UY})
            | các\s+cấp
            | các\s+{UNITS}(?:\s+trực\s+thuộc\s+[Tt]rung\s+ương)?
            | các\s+quân\s+khu
            | {UNIT}(?!\s+hội)(?:\s+{PROPER})?
        )(?!\w)
    )?
"""
_ENDS = r"""\s*[;.:()”"\n]|\s*$"""
_NAME = rf"""
    (?:
        # a number is a name
        (?:\s+\d{{1,4}}(?![\w/.%])){_WHOSE}
        # of a matter: commas are part of it
      | \s+(?:{_WORD}\s+){{0,3}}(?:về|[Pp]hòng(?=,))(?:,?\s+{_WORD}){{1,26}}?{_WHOSE}
        (?={_ENDS}|,\s+(?:{_GOES_ON}|{_BEHIND_COMMA}|[A-ZĐ])|\s+{_GOES_ON})
      | (?:\s+{_WORD}){{0,22}}?{_WHOSE}(?={_ENDS}|,|\s+{_GOES_ON})
    )?
"""
_OF_THE_COUNTRY = r"(?:[Tt]rung\s+ương|[Qq]uốc\s+gia|Nhà\s+nước|(?:của\s+)?Chính\s+phủ)(?!\w)"
_BOARD = r"(?:(?:Văn\s+phòng|Cơ\s+quan\s+[Tt]hường\s+trực)\s+)?Ban\s+[Cc]hỉ\s+đạo"
_COUNCIL = r"""
    Hội\s+đồng\s+(?:
        (?:
            [Tt]ư\s+vấn|[Tt]hẩm\s+định|[Qq]uốc\s+gia|[Pp]hối\s+hợp|[Nn]ghĩa\s+vụ\s+quân\s+sự|[Qq]uản\s+lý|[Đđ]ánh\s+giá
          | [Đđ]iều\s+phối|[Kk]hoa\s+học
        )(?!\w)
      | [Tt]hi\s+đua\s*(?:-|,)\s*[Kk]hen\s+thưởng
    )
"""

_SENDERS = rf"""
    (?:
        (?:{UY_BAN}\s+[Tt]hường\s+vụ\s+|UBTV)Quốc\s+hội|UBTVQH|Quốc\s+hội|Chính\s+phủ|Thủ\s+tướng(?:\s+Chính\s+phủ)?
      | Bộ\s+Chính\s+trị|Ban\s+Bí\s+thư|Trung\s+ương
    )
"""

_INSPECTS = r"(?:giám\s+sát|kiểm\s+tra|thanh\s+tra|công\s+tác)(?!\w)"

LOCAL_COMMITTEES: tuple[tuple[str, str], ...] = (
    (
        "Ban Văn Cơ Hội Tổ",
        rf"(?:(?:{_BOARD}|{_COUNCIL}(?<!uốc\sgia))(?!\s+{_OF_THE_COUNTRY})|Tổ\s+(?:công\s+tác|giúp\s+việc)){_NAME}",
    ),
    (
        "Ban",
        rf"""
            Ban\s+[Cc]ông\s+tác\s+[Mm]ặt\s+trận(?:\s+(?:các\s+)?{QUARTER}(?:\s*(?:,|và)\s*{QUARTER})*(?!\s+[A-ZĐ\d]))?
        """,
    ),
    # boards of the people's council, where its name is left out
    ("Ban", r"Ban\s+(?:Kinh\s+tế\s*[-–]\s*Ngân\s+sách|Văn\s+hóa\s*[-–]\s*Xã\s+hội|Pháp\s+chế)(?!\w)"),
)
CENTRAL_COMMITTEES: tuple[tuple[str, str], ...] = (
    ("Ban Văn Cơ Hội", rf"(?:(?:{_BOARD}|{_COUNCIL})\s+{_OF_THE_COUNTRY}|Hội\s+đồng\s+[Qq]uốc\s+gia){_NAME}"),
    ("Đoàn", rf"Đoàn\s+{_INSPECTS}(?:\s*(?:,|và)\s*{_INSPECTS})*(?:\s+(?:của\s+)?{_SENDERS}(?!\w))?"),
)
