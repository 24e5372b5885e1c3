"""Single bodies, `Sở Xây dựng`, `UBND tỉnh`, `Bộ Tài chính`.

Each row is the words a name may begin with (one in small letters may be capitalised too) and the shape of the whole
name, a verbose regular expression of pieces from `body_words`. At one place the longest name wins, then the first row.
"""

from __future__ import annotations

from ingest.body_words import (
    AREA,
    CENTRAL,
    CENTRAL_HEADS,
    COMMITTEE,
    COUNCIL,
    EVERYWHERE,
    FRONT,
    PARTY,
    PLACE,
    PROPER,
    RURAL,
    SEAT,
    SECTOR,
    UNIT,
    UY,
    UY_BAN,
)
from ingest.unit_forms import NAMED

# Bodies of a province or below: of the document's own place when their name gives none.
LOCAL_BODIES: tuple[tuple[str, str], ...] = (
    # Đảng ủy xã Tân An; Ban Thường vụ Đảng ủy phường
    (
        "Đảng Ban BTV Thường Văn Cơ Ủy Uỷ",
        rf"""
              (?:
                  (?:
                        Ban\s+Thường\s+vụ|BTV|Thường\s+trực|Văn\s+phòng|Ban\s+Chấp\s+hành|Ban\s+Xây\s+dựng\s+Đảng
                      | (?:Cơ\s+quan\s+)?{UY_BAN}\s+[Kk]iểm\s+tra
                  )\s+
              )
              Đảng\s+{UY}(?:\s+(?:xã|phường|đặc\s+khu|thị\s+trấn)(?!\s+hội)(?:\s+{PROPER})?)?
            | Đảng\s+{UY}\s+(?:xã|phường|đặc\s+khu|thị\s+trấn)\s+{PROPER}
            | Ban\s+Xây\s+dựng\s+Đảng(?!\s+{UY})
        """,
    ),
    # Ban Kinh tế - Ngân sách HĐND tỉnh
    (
        "Ban",
        rf"""
            Ban\s+(?:
                  Kinh\s+tế(?:\s*[-–]\s*Ngân\s+sách|\s*[-–]\s*Xã\s+hội)?
                | Pháp\s+chế
                | Văn\s+hóa\s*[-–]\s*Xã\s+hội
                | Dân\s+tộc
                | Đô\s+thị
            )\s+(?:của\s+)?{COUNCIL}{SEAT}
        """,
    ),
    # Thuế tỉnh Lai Châu, the tax office since 2025
    ("Thuế", rf"Thuế\s+(?:tỉnh|thành\s+phố|Thành\s+phố)(?:\s+{PLACE})?(?=\s*[,;.:()]|$|\s+(?:chủ|phối|có|và|thực))"),
    # Sở Xây dựng tỉnh Lai Châu
    ("Sở", rf"Sở\s+{SECTOR}(?!\w)(?:{EVERYWHERE}|{AREA})"),
    # Chủ tịch UBND tỉnh: who heads a body acts for it
    ("chủ Phó CHỦ", rf"(?:Phó\s+)?[Cc]hủ\s+tịch\s+(?:{COMMITTEE}|{COUNCIL}){SEAT}"),
    # UBND các huyện, thành phố
    ("UBND Ủy Uỷ ỦY", rf"{COMMITTEE}{SEAT}"),
    # HĐND tỉnh
    ("HĐND Hội HỘI", rf"{COUNCIL}{SEAT}"),
    # offices and Party bodies within another body: Thường trực HĐND, Đảng ủy Công an tỉnh
    (
        "Thường Văn cơ Đảng ban BCS Đoàn",
        rf"""
            (?:Thường\s+trực|Văn\s+phòng|[Cc]ơ\s+quan(?=\s+{FRONT}{SEAT})|Đảng\s+{UY}|Đảng\s+bộ|Đảng\s+đoàn|(?:[Bb]an\s+cán\s+sự|BCS)\s+đảng)\s+
            (?:
                  (?:Đoàn\s+(?:ĐBQH|đại\s+biểu\s+Quốc\s+hội)\s+và\s+)?{COUNCIL}{SEAT}
                | {COMMITTEE}{SEAT}
                | {FRONT}{SEAT}
                | các\s+cơ\s+quan\s+Đảng{AREA}
                | [Kk]hối\s+(?:các\s+)?(?:cơ\s+quan|doanh\s+nghiệp)(?:\s+(?:và|&)\s+(?:các\s+)?doanh\s+nghiệp)?
                  {AREA}
                | Sở\s+{SECTOR}{AREA}
                | Công\s+an{AREA}
                | Quân\s+sự{AREA}
                | (?:Bộ\s+[Cc]hỉ\s+huy\s+)?(?:[Bb]ộ\s+đội\s+)?[Bb]iên\s+phòng{AREA}
            )
        """,
    ),
    # Party committees and their boards: Ban Thường vụ Tỉnh ủy, Văn phòng Huyện ủy
    (
        "Ban BTV Thường Văn Ủy Uỷ Tỉnh Thành Huyện Thị Quận TỈNH THÀNH BAN VP Trường",
        rf"""
            (?:
                (?:
                      Ban\s+(?:Thường\s+vụ|THƯỜNG\s+VỤ|Chấp\s+hành|Thường\s+trực)
                    | BAN\s+THƯỜNG\s+VỤ
                    | BTV
                    | Thường\s+trực
                    | TT\.?
                    | Văn\s+phòng
                    | VP
                    | {UY_BAN}\s+[Kk]iểm\s+tra
                    | Ban\s+(?:
                          Tuyên\s+giáo\s+và\s+Dân\s+vận|Tuyên\s+giáo|Dân\s+vận|Tổ\s+chức|Nội\s+chính|Kinh\s+tế
                      )
                    | Trường\s+Chính\s+trị
                )\s+
            )?{PARTY}(?:\s+(?:tỉnh\s+|thành\s+phố\s+)?{PLACE})?
        """,
    ),
    # Đảng ủy, UBND xã
    ("Đảng", rf"Đảng\s+{UY}(?=\s*(?:,|và)\s*(?:{COUNCIL}|{COMMITTEE})(?!\w))"),
    # Thuế tỉnh, since 2025
    ("Thuế", rf"Thuế\s+(?:(?:tỉnh|thành\s+phố)(?!\s*ủy)(?:\s+{PLACE})?|cơ\s+sở(?:\s+\d{{1,2}})?)(?!\w)"),
    # Ban Chấp hành Đảng bộ tỉnh
    (
        "Ban BCH BTV",
        rf"""
            (?:Ban\s+(?:Chấp\s+hành|Thường\s+vụ)|BCH|BTV)\s+Đảng\s+bộ
            \s+(?:(?:[Tt]ỉnh|[Tt]hành\s+phố)(?:\s+{PLACE})?|{UNIT}\s+{PROPER})
        """,
    ),
    # Tỉnh đoàn
    (
        "Ban BTV Tỉnh Thành Huyện Thị Quận Xã",
        rf"(?:(?:Ban\s+Thường\s+vụ|BTV)\s+)?(?:Tỉnh|Thành|Huyện|Thị|Quận|Xã)\s+[Đđ]oàn(?:\s+{PLACE})?(?!\s+[Tt]hể)(?!\w)",
    ),
    # Ủy ban Mặt trận Tổ quốc Việt Nam các cấp
    ("Ủy Uỷ Mặt MTTQ UBMTTQ Ban", rf"(?:Ban\s+Thường\s+trực\s+)?{FRONT}(?:\s+các\s+cấp|{SEAT})"),
    # Ban Quản lý các khu công nghiệp tỉnh
    (
        "Ban BQL",
        rf"""
            (?:Ban\s+[Qq]uản\s+lý|BQL)\s+(?:các\s+)?(?:
                  [Kk]hu\s+kinh\s+tế(?:\s+cửa\s+khẩu|\s+ven\s+biển)?
                | [Kk]hu\s+(?:chế\s+xuất\s+và\s+)?công\s+nghiệp
                | KKT
                | KCN
                | [Kk]hu\s+công\s+nghệ\s+cao
                | dự\s+án[^,;.:()\n]{{0,60}}?(?=\s+(?:tỉnh|chủ|phối|có)|[,;.:()\n]|$)
            )(?:\s*(?:,|và)\s*(?:các\s+)?[Kk]hu\s+(?:công\s+nghiệp|kinh\s+tế))?{AREA}
        """,
    ),
    # bodies that bear one name in the centre and in every province: Công an, Cục Thuế, Hội Nông dân
    (
        "Ban Công Thanh Kho Cục Chi Bảo Liên Hội Đoàn Bộ Báo Đài Tòa Viện Cổng Quỹ Hiệp Trung Văn Cảnh Quản",
        rf"""
            (?:
                  Ban\s+Dân\s+tộc
                | Công\s+an(?!\s+nhân)
                | Thanh\s+tra(?!\s+Chính)(?:
                      \s+(?:giao\s+thông|môi\s+trường|chuyên\s+ngành|lao\s+động|thuế|đất\s+đai|Sở(?:\s+{SECTOR})?)(?!\w)
                    | \s+xây\s+dựng(?=\s*(?:[,;.]|$)|\s+(?:và|trong|để|thực|kiểm|tổ|phối)\s)
                  )?
                | Cảnh\s+sát(?:\s+(?:giao\s+thông|trật\s+tự|môi\s+trường|kinh\s+tế|hình\s+sự|cơ\s+động|biển))?
                | Quản\s+lý\s+thị\s+trường(?=\s*(?:[,;.()]|$)|\s+(?:và|thực|kiểm|phối|chủ|trong|tỉnh|thành)\s)
                | Kho\s+bạc\s+[Nn]hà\s+nước
                | (?:Chi\s+)?[Cc]ục\s+(?:
                        Thuế
                      | Thống\s+kê
                      | Hải\s+quan
                      | Quản\s+lý\s+thị\s+trường(?=\s*(?:[,;.()]|$)|\s+(?:và|thực|kiểm|phối|chủ|trong|tỉnh|thành)\s)
                      | Thi\s+hành\s+án\s+dân\s+sự
                      | Đường\s+bộ
                      | Kiểm\s+lâm
                      | Phát\s+triển\s+nông\s+thôn
                  )
                | Bảo\s+hiểm\s+xã\s+hội(?!\s+(?:bắt|tự))
                | Liên\s+đoàn\s+[Ll]ao\s+động
                | Liên\s+minh\s+[Hh]ợp\s+tác\s+xã
                | Hội\s+(?:
                        [Nn]ông\s+dân
                      | (?:Liên\s+hiệp\s+)?[Pp]hụ\s+nữ
                      | Cựu\s+chiến\s+binh
                      | Chữ\s+thập\s+đỏ
                      | Người\s+cao\s+tuổi
                      | Khuyến\s+học
                      | Nhà\s+báo
                      | Luật\s+gia
                  )
                | Hiệp\s+hội\s+(?:[Dd]oanh\s+nghiệp|[Bb]ất\s+động\s+sản)
                | Đoàn\s+(?:
                        Thanh\s+niên(?:\s+Cộng\s+sản\s+Hồ\s+Chí\s+Minh)?
                      | TNCS\s+Hồ\s+Chí\s+Minh
                      | [Đđ]ại\s+biểu\s+Quốc\s+hội
                      | ĐBQH
                  )
                | Bộ\s+[Cc]hỉ\s+huy\s+(?:[Qq]uân\s+sự|[Bb]ộ\s+đội\s+[Bb]iên\s+phòng)
                | Báo(?:\s+và\s+(?:[Đđ]ài\s+)?[Pp]hát\s+thanh\s*(?:,|và|-)?\s*[Tt]ruyền\s+hình)?
                  (?=\s+(?:{PLACE}|tỉnh))
                | Đài\s+(?:[Pp]hát\s+thanh\s*(?:,|và|-)?\s*[Tt]ruyền\s+hình|PTTH|PT-TH|PT&TH)
                | Tòa\s+án\s+nhân\s+dân
                | Viện\s+[Kk]iểm\s+sát\s+nhân\s+dân
                | Cổng\s+[Tt]hông\s+tin\s+điện\s+tử
                | [Qq]uỹ\s+[Đđ]ầu\s+tư\s+phát\s+triển(?:\s+địa\s+phương)?
                | Trung\s+tâm\s+[Pp]hát\s+triển\s+quỹ\s+đất
            )(?!\s+tối\s+cao)(?:\s+Việt\s+Nam)?(?:\s+[Kk]hu\s+vực(?:\s+[\dIVX]+(?!\w)|(?!\s+(?:khác|này|đó)))|{EVERYWHERE}|{AREA})
        """,
    ),
    # funds: by the kind, or by a name up to the next mark or verb
    (
        "quỹ",
        r"""
              quỹ\s+đầu\s+tư\s+phát\s+triển(?:\s+(?:địa\s+phương|của\s+tỉnh))
            | Quỹ\s+[A-ZĐÀ-Ỹ]\w*(?:\s+[\wÀ-ỹ]+){1,9}?(?=\s*[,;.:()”"]|\s+(?:chủ|phối|có|để|từ))
        """,
    ),
    # by a name of any words: Phòng Quản lý nhà và Thị trường bất động sản, Chi cục Kiểm lâm
    ("Phòng Chi Trung", rf"(?:Phòng|Chi\s+cục|Trung\s+tâm)\s+{NAMED}{SEAT}"),
    # offices of a department
    ("Văn", rf"Văn\s+phòng\s+Sở(?:\s+{SECTOR}(?!\w))?"),
    # Văn phòng HĐND và UBND xã: one office of two bodies
    ("Văn", rf"Văn\s+phòng\s+(?:{COUNCIL}\s*(?:và|&)\s*{COMMITTEE}|{COMMITTEE}\s*(?:và|&)\s*{COUNCIL}){SEAT}"),
    # Ban Chỉ huy quân sự xã
    (
        "Ban BCH",
        rf"""
            (?:Ban\s+[Cc]hỉ\s+huy|BCH)\s+(?:
                [Qq]uân\s+sự|[Pp]hòng\s+thủ\s+dân\s+sự(?:\s+và\s+tìm\s+kiếm\s+cứu\s+nạn)?
            ){SEAT}
        """,
    ),
    # Công an xã, Hội Nông dân phường
    (
        "Công Hội Đoàn",
        rf"""
            (?:
                  Công\s+an
                | Đoàn\s+(?:Thanh\s+niên(?:\s+Cộng\s+sản\s+Hồ\s+Chí\s+Minh)?|TNCS\s+Hồ\s+Chí\s+Minh)
                | Hội\s+(?:
                        [Nn]ông\s+dân
                      | (?:Liên\s+hiệp\s+)?[Pp]hụ\s+nữ
                      | Cựu\s+chiến\s+binh
                      | Chữ\s+thập\s+đỏ
                      | Người\s+cao\s+tuổi
                      | Khuyến\s+học
                  )
            )(?:
                \s+(?:
                      {UNIT}\s+{PROPER}
                    | cấp\s+(?:tỉnh|huyện|xã)
                    | (?:các\s+)?(?:huyện|xã|phường|quận)(?!\s+hội)(?!\w)
                      (?:\s*,\s*(?:xã|phường|thị\s+trấn|đặc\s+khu)(?!\w))*
                )
            )
        """,
    ),
)

# Bodies of the centre.
CENTRAL_BODIES: tuple[tuple[str, str], ...] = (
    # Ngân hàng Nhà nước chi nhánh Khu vực 3
    (
        "Ngân NHNN NH NHCSXH",
        rf"""
            (?:
                  Ngân\s+hàng\s+Nhà\s+nước(?:\s+Việt\s+Nam)?
                | NHNN(?:\s+Việt\s+Nam)?
                | Ngân\s+hàng\s+[Cc]hính\s+sách(?:\s+xã\s+hội)?(?:\s+Việt\s+Nam)?
                | NH\s*CSXH
                | Ngân\s+hàng\s+[Pp]hát\s+triển(?:\s+Việt\s+Nam)?
                | Ngân\s+hàng\s+Nông\s+nghiệp\s+và\s+{RURAL}(?:\s+Việt\s+Nam)?
            )(?:\s*-?\s*[Cc]hi\s+nhánh)?(?:\s+[Kk]hu\s+vực\s+\w+)?{AREA}
        """,
    ),
    # Bộ Xây dựng, Bộ trưởng Bộ Tài chính
    ("VPCP Văn Bộ Thứ Thanh", rf"(?:(?:Bộ|Thứ)\s+trưởng\s+)?Bộ\s+{SECTOR}(?!\w)"),
    # Văn phòng Bộ, where only one ministry is meant
    (
        "Văn Thanh Công Lãnh",
        rf"(?:Văn\s+phòng|Thanh\s+tra|Công\s+đoàn|Lãnh\s+đạo)\s+Bộ(?!\s+(?:{SECTOR}|[Cc]hỉ|[Tt]ư|[Cc]hính|[Tt]rưởng)(?!\w))(?!\w)",
    ),
    # as the ontology lists them: Thủ tướng Chính phủ, Ban Bí thư
    (CENTRAL_HEADS, rf"{CENTRAL}(?!\w)"),
    # Thường trực Ủy ban Kinh tế của Quốc hội
    (
        "Thường Ủy Uỷ",
        rf"(?:Thường\s+trực\s+)?{UY_BAN}\s+(?=[A-ZĐ])(?:[^.;:(),]|,(?=[A-ZĐ])){{3,70}}?\s+của\s+Quốc\s+hội(?!\w)",
    ),
    # Tập đoàn Điện lực Việt Nam
    ("Tập Tổng", r"(?:Tập\s+đoàn|Tổng\s+công\s+ty)\s+[A-ZĐÀ-Ỹ]\w*(?:\s+[\wÀ-ỹ]+){0,6}?\s+Việt\s+Nam"),
    # offices and Party bodies within a central one: Văn phòng Chính phủ, Ban cán sự đảng Bộ Xây dựng
    (
        "Tổ Thường Lãnh Văn Đảng Chủ Trưởng Ban",
        rf"""
            (?:Tổ\s+trưởng\s+)?(?:Tổ\s+đảng\s+ở\s+)?(?:
                  Thường\s+trực
                | Lãnh\s+đạo
                | Văn\s+phòng
                | Đảng\s+(?:ủy|đoàn|bộ)(?:\s+cơ\s+quan)?
                | Chủ\s+nhiệm
                | Ban\s+cán\s+sự\s+đảng
            )\s+(?:{CENTRAL}|các\s+{UY_BAN}\s+của\s+Quốc\s+hội|Bộ\s+{SECTOR})(?!\w)
        """,
    ),
)
