"""Collectives: several bodies under one name, `các sở, ban, ngành`; no single office answers to it.

Each row is the words a name may begin with (one in small letters may be capitalised too) and the shape of the whole
name, a verbose regular expression of pieces from `body_words`. At one place the longest name wins, then the first row.
"""

from __future__ import annotations

from ingest.body_words import COUNCIL, FRONT, HEADS_OF_NAMES, PLURAL, QUARTER, RELATED, SCOPE, SEAT, SECTOR, UNITS, UY
from ingest.unit_forms import NAMED

# All of a trade, `ngành y tế`, where others stand beside it or it leads: alone it is what is told of.
_OF_TRADE = rf"[Nn]gành\s+(?:{SECTOR}|giáo\s+dục|nông\s+nghiệp|lao\s+động|văn\s+hóa)(?!\w)"
_TRADE = rf"""
      (?:(?<=với\s)|(?<=,\s)|(?<=và\s)){_OF_TRADE}
    | {_OF_TRADE}(?=\s*:|\s+(?:chủ\s+trì|phối\s+hợp|có\s+trách))
"""

INSPECTS = r"(?:kiểm\s+tra|giám\s+sát|thanh\s+tra|công\s+tác)(?!\w)"

_PARTY_ABOVE = rf"(?:\s+(?:[Đđ]ảng|[Hh]uyện|[Tt]hành|[Tt]hị|[Qq]uận|[Tt]ỉnh)\s+{UY})?"

# Groups of the document's own place when their name gives none.
LOCAL_GROUPS: tuple[tuple[str, str], ...] = (
    # các ban đảng; các ban của HĐND tỉnh
    (
        "các",
        rf"""
              [Cc]ác\s+[Bb]an\s+(?:xây\s+dựng\s+)?[Đđ]ảng(?:\s+(?:[Tt]rung\s+ương|(?:[Tt]ỉnh|[Tt]hành)\s+{UY}))?(?!\s+viên)
            | [Cc]ác\s+[Bb]an\s+(?:của\s+)?{COUNCIL}{SEAT}
        """,
    ),
    # Tổ đại biểu HĐND tỉnh
    ("tổ các", rf"{PLURAL}[Tt]ổ\s+[Đđ]ại\s+biểu(?!\s+Quốc)(?:\s+{COUNCIL}{SEAT})?"),
    # các chi bộ, đảng bộ trực thuộc; đảng ủy cơ sở
    (
        "chi đảng các",
        rf"""
              [Cc]ác\s+chi(?:\s+bộ)?\s*(?:,|và)\s*đảng\s+bộ(?:\s+(?:cơ\s+sở|trực\s+thuộc{_PARTY_ABOVE})(?!\w))?
            | {PLURAL}(?:[Cc]hi\s+(?:bộ|ủy)|[Đđ]ảng\s+(?:ủy|bộ))
              (?:\s*,\s*(?:chi|đảng)\s+(?:bộ|ủy))*\s+(?:cơ\s+sở|trực\s+thuộc{_PARTY_ABOVE})(?!\w)
            | [Cc]ác\s+chi\s+bộ(?!\w)
        """,
    ),
    # các phòng chuyên môn; các phòng, đơn vị thuộc Sở
    (
        "các",
        rf"""
            [Cc]ác\s+[Pp]hòng(?!\s+(?:học|bệnh|khám|ngủ|thí|trọ|ở|họp)(?!\w))
            (?:\s*,\s*(?:ban|đơn\s+vị|trung\s+tâm|chi\s+cục|bộ\s+phận)(?!\w))*(?:\s+(?:chuyên\s+môn|nghiệp\s+vụ|chức\s+năng))?
            (?:\s+(?:trực\s+)?thuộc(?:\s*,\s*trực\s+thuộc)?\s+(?:Sở(?:\s+{SECTOR}(?!\w))?|(?:UBND\s+)?(?:huyện|tỉnh|xã|thành\s+phố)))?{RELATED}
        """,
    ),
    # các hội quần chúng; các tổ chức, đoàn thể
    ("hội các", r"(?:[Cc]ác\s+)?[Hh]ội\s+quần\s+chúng"),
    ("tổ các", rf"{PLURAL}[Tt]ổ\s+chức\s*,\s*đoàn\s+thể{SCOPE}{RELATED}"),
    # các đơn vị thuộc, trực thuộc Bộ Tài chính
    (
        "đơn các",
        rf"{PLURAL}[Đđ]ơn\s+vị\s+(?:thuộc\s*,\s*)?trực\s+thuộc\s+(?:Bộ|Sở)\s+{SECTOR}(?!\w)",
    ),
    # các sở, ban, ngành tỉnh
    (
        "các sở",
        rf"""
            {PLURAL}[Ss]ở\s*,\s*(?i:(?:ban\s*,?\s*)?ngành)(?:\s*,\s*(?:đoàn\s+thể|hội|cơ\s+quan))*{SCOPE}
            (?:\s+chức\s+năng)?{RELATED}
        """,
    ),
    # các ban, sở, ngành
    (
        "các",
        rf"[Cc]ác\s+[Bb]an\s*,?\s*(?:sở\s*,\s*)?ngành(?:\s*,\s*đoàn\s+thể)?(?:\s+chức\s+năng)?{SCOPE}{RELATED}",
    ),
    # các Ban của Hội đồng nhân dân
    ("các", rf"[Cc]ác\s+(?:[Bb]an|[Tt]ổ\s+đại\s+biểu)\s+(?:của\s+)?{COUNCIL}{SEAT}|[Cc]ác\s+[Tt]ổ\s+đại\s+biểu(?!\w)"),
    # các ban xây dựng Đảng
    ("các", r"[Cc]ác\s+[Bb]an\s+(?:xây\s+dựng\s+Đảng|của\s+Đảng)"),
    # thanh tra các bộ, ngành, địa phương; tư lệnh các quân khu
    (
        "thanh tư các bộ",
        r"""
              [Tt]hanh\s+tra\s+(?:các\s+)?[Bb]ộ\s*,\s*ngành(?:\s*,\s*địa\s+phương)?
            | (?:(?:[Bb]ộ\s+)?[Tt]ư\s+lệnh\s+)?[Cc]ác\s+quân\s+khu(?:\s*,\s*quân\s+(?:chủng|đoàn))*
        """,
    ),
    # các tổ chức thành viên của Mặt trận; các tổ chức, đoàn thể
    (
        "các tổ",
        rf"""
              {PLURAL}[Tt]ổ\s+chức\s+thành\s+viên(?:\s+của\s+(?:Mặt\s+trận(?!\s+Tổ)|{FRONT}))?{SCOPE}
            | {PLURAL}[Tt]ổ\s+chức\s*,\s*đoàn\s+thể(?:\s+chính\s+trị\s*-\s*xã\s+hội)?{RELATED}{SCOPE}
        """,
    ),
    # các cơ sở giáo dục nghề nghiệp
    (
        "các",
        rf"""
            [Cc]ác\s+cơ\s+sở\s+(?:
                  giáo\s+dục(?:\s*,\s*đào\s+tạo|\s+(?:phổ\s+thông|nghề\s+nghiệp|đại\s+học|mầm\s+non|thường\s+xuyên|và\s+đào\s+tạo))?
                | đào\s+tạo(?:\s+nghề)?
                | y\s+tế|khám\s+bệnh\s*,\s*chữa\s+bệnh
            ){SCOPE}
        """,
    ),
    # các bệnh viện trung ương
    (
        "các",
        rf"[Cc]ác\s+bệnh\s+viện\s+(?:[Tt]rung\s+ương|đa\s+khoa|chuyên\s+khoa|tuyến\s+(?:tỉnh|huyện|cuối)|hạng\s+\w+){SCOPE}",
    ),
    # các Trung tâm Phục vụ hành chính công các cấp
    (
        "các",
        rf"[Cc]ác\s+(?:Trung\s+tâm|Trạm|Chi\s+cục|Phòng|Hạt|Đồn|Chi\s+nhánh)\s+{NAMED}{SEAT}",
    ),
    # các đoàn kiểm tra, giám sát
    (
        "các",
        rf"[Cc]ác\s+[Đđ]oàn\s+{INSPECTS}(?:\s*(?:,|và)\s*{INSPECTS})*(?:\s+của\s+(?:[Tt]rung\s+ương|[Tt]ỉnh|[Hh]uyện|[Xx]ã)(?!\w))?",
    ),
    # công đoàn cơ sở; các cấp công đoàn
    (
        "công các",
        r"(?:[Cc]ác\s+)?[Cc]ông\s+đoàn\s+(?:cơ\s+sở|ngành(?!\s+[A-ZĐ])|các\s+cấp|cấp\s+trên(?:\s+trực\s+tiếp\s+cơ\s+sở)?)(?!\w)"
        r"|[Cc]ác\s+cấp\s+công\s+đoàn",
    ),
    (
        "các",
        rf"[Cc]ác\s+(?:Liên\s+đoàn\s+[Ll]ao\s+động|LĐLĐ|Hội\s+(?:[Nn]ông\s+dân|(?:Liên\s+hiệp\s+)?[Pp]hụ\s+nữ))\s+(?:các\s+)?{UNITS}",
    ),
    # các tỉnh, thành phố trực thuộc trung ương
    ("các", r"[Cc]ác\s+tỉnh\s*,\s*thành\s+phố(?:\s+trực\s+thuộc\s+(?:[Tt]rung\s+ương|TW))?(?!\s+[A-ZĐ])"),
    # ngành chức năng
    (
        "ngành các",
        rf"(?:các\s+)?[Nn]gành\s+chức\s+năng|{_TRADE}|[Cc]ác\s+ngành(?:\s*,\s*(?:các\s+)?cấp|{RELATED})",
    ),
    # các cấp, các ngành; cấp ủy các cấp
    (
        "cấp các",
        rf"[Cc]ác\s+cấp\s*,\s*(?:các\s+)?ngành|[Cc]ác\s+cấp\s+chính\s+quyền(?:\s+địa\s+phương)?|{PLURAL}[Cc]ấp\s+{UY}(?:\s+[Đđ]ảng)?{SCOPE}",
    ),
    # tổ chức đảng, tổ chức chính trị - xã hội; `tổ chức đảng viên` goes on as a verb
    (
        "tổ các",
        rf"""
            {PLURAL}[Tt]ổ\s+chức\s+(?:
                  (?:cơ\s+sở\s+)?[Đđ]ảng(?!\s+viên)(?:\s+trực\s+thuộc)?
                | chính\s+trị\s*-\s*xã\s+hội
                | thành\s+viên(?:\s+của\s+Mặt\s+trận(?:\s+Tổ\s+quốc(?:\s+Việt\s+Nam)?)?)?
                | tín\s+dụng(?!\s+năm)
            ){SCOPE}
        """,
    ),
    # chính quyền địa phương
    ("chính các", rf"{PLURAL}[Cc]hính\s+quyền(?:\s+(?:địa\s+phương|cơ\s+sở|các\s+địa\s+phương))?{SCOPE}"),
    # địa phương liên quan
    ("địa các", rf"{PLURAL}[Đđ]ịa\s+phương{RELATED}"),
    # cơ quan, đơn vị chức năng; `cơ quan có thẩm quyền` is nobody in particular
    (
        "cơ các",
        rf"""
            {PLURAL}[Cc]ơ\s+quan(?:\s*,\s*(?:tổ\s+chức|đơn\s+vị|đoàn\s+thể|cá\s+nhân))*(?:\s+và\s+cá\s+nhân)?
            (?:\s+đơn\s+vị)?(?:
                \s+(?:
                      chuyên\s+môn
                    | (?:có\s+)?chức\s+năng
                    | thông\s+tin\s+đại\s+chúng(?:\s*,\s*(?:báo\s+chí|phát\s+thanh|truyền\s+hình))*
                    | thông\s+tin\s*,\s*truyền\s+thông(?:\s*,\s*báo\s+chí)?
                    | (?:thông\s+tấn\s*,?\s*|truyền\s+thông\s*,\s*)?báo\s+chí
                      (?:\s+[Tt]rung\s+ương)?(?:\s*,\s*(?:địa\s+phương|quân\s+đội)|\s+và\s+địa\s+phương)*
                    | thông\s+tin\s*,\s*tuyên\s+truyền(?:\s+và\s+báo\s+chí)?(?!\w)
                    | hành\s+chính(?:\s+nhà\s+nước)?
                    | (?:thuế|hải\s+quan|bảo\s+hiểm\s+xã\s+hội|công\s+an|thống\s+kê|kiểm\s+sát)(?!\w)
                    | thanh\s+tra(?:\s*,\s*kiểm\s+tra)?(?!\w)
                    | tham\s+mưu(?:\s*,\s*giúp\s+việc)?(?:\s+(?:của\s+)?(?:[Tt]ỉnh|[Tt]hành)\s+ủy)?
                    | được\s+phân\s+công\s+chủ\s+trì
                    | chủ\s+trì
                    | phối\s+hợp
                    | trung\s+ương
                    | của\s+(?:Quốc\s+hội|Đảng(?!\s+(?:ủy|uỷ|bộ|đoàn)))
                    | (?:trực\s+)?thuộc\s+(?:UBTVQH|Chính\s+phủ|{UNITS})
                )
            ){{0,2}}{RELATED}{SCOPE}(?!\s*(?:có\s+thẩm\s+quyền))
        """,
    ),
    # đơn vị sự nghiệp trực thuộc; `đơn vị tính` is a column
    (
        "đơn các",
        rf"""
            {PLURAL}[Đđ]ơn\s+vị(?!\s+(?:tính|hành\s+chính))(?:\s+(?:(?:có\s+)?chức\s+năng|sự\s+nghiệp))?(?:
                {RELATED}\s+(?:trực\s+)?thuộc(?:\s*(?:,|và)\s*trực\s+thuộc)?
                (?:\s+(?:Bộ(?:\s+{SECTOR}(?!\w))?|Sở|tỉnh|huyện|thành\s+phố|UBND\s+(?:tỉnh|huyện|xã)))?
            )?{RELATED}
        """,
    ),
    # đoàn thể các cấp
    ("đoàn các", rf"{PLURAL}[Đđ]oàn\s+thể(?:\s+chính\s+trị\s*-\s*xã\s+hội)?{SCOPE}"),
    # chủ đầu tư dự án
    (
        "chủ các nhà",
        rf"""
            {PLURAL}(?:[Cc]hủ|[Nn]hà)\s+đầu\s+tư(?:\s+(?:các\s+)?dự\s+án(?:\s+nhà\s+ở\s+xã\s+hội)?)?
        """,
    ),
    # các doanh nghiệp; in small letters alone they are whom a duty serves
    ("doanh các", r"[Cc]ác\s+doanh\s+nghiệp|Doanh\s+nghiệp"),
    # ngân hàng thương mại cổ phần
    (
        "ngân các",
        rf"""
            {PLURAL}[Nn]gân\s+hàng\s+thương\s+mại
            (?:\s+được\s+Nhà\s+nước\s+chỉ\s+định|\s+nhà\s+nước|\s+cổ\s+phần)?{SCOPE}
        """,
    ),
    # huyện ủy, thị ủy, thành ủy; the word may stand once for several: huyện, thị, thành ủy
    (
        "huyện quận các thành thị",
        rf"""
            {PLURAL}(?:[Hh]uyện|[Tt]hành|[Tt]hị|[Qq]uận|[Tt]ỉnh)(?:\s+{UY})?\s*,\s*
            (?:(?:huyện|thành|thị|quận)(?:\s+{UY})?\s*,\s*)*(?:huyện|thành|thị|quận)\s+{UY}
            (?:\s*(?:,|và)\s*(?:huyện|thành|thị|quận)\s+{UY})*
        """,
    ),
    # đảng ủy trực thuộc Tỉnh ủy; đảng ủy xã, phường
    (
        "đảng ban các",
        rf"""
            {PLURAL}(?:[Bb]an\s+[Tt]hường\s+vụ\s+)?(?:các\s+)?[Đđ]ảng\s+{UY}\s+(?:
                  trực\s+thuộc(?:\s+(?:[Tt]ỉnh|[Tt]hành)\s+{UY}|\s+[Tt]rung\s+ương)?
                | (?:các\s+)?(?:xã|cấp\s+xã)(?:\s*,\s*phường)?(?:\s*,\s*đặc\s+khu)?
                | các\s+cấp
            )(?!\w)
        """,
    ),
    # các Ban của HĐND; đại biểu HĐND
    ("các", r"[Cc]ác\s+[Bb]an\s+(?:của\s+)?(?:HĐND|Hội\s+đồng\s+nhân\s+dân)(?:\s+(?:tỉnh|thành\s+phố))?"),
    # hội quần chúng; ban đảng among other bodies
    ("hội các", rf"{PLURAL}[Hh]ội\s+quần\s+chúng{SCOPE}"),
    ("ban các", rf"{PLURAL}[Bb]an\s+đảng(?!\s+(?:đoàn|ủy|uỷ))"),
    # các ban xây dựng Đảng; các ban của Tỉnh ủy
    (
        "các",
        rf"[Cc]ác\s+[Bb]an\s+(?:xây\s+dựng\s+[Đđ]ảng(?:\s+(?:của\s+)?[Tt]ỉnh\s+{UY})?|(?:[Đđ]ảng\s+)?(?:của\s+)?[Tt]ỉnh\s+{UY})",
    ),
    # các ban cán sự đảng; one with its body behind it is single
    ("ban các", rf"{PLURAL}[Bb]an\s+cán\s+sự\s+đảng(?!\s+(?:[ỦU]|U[yỷB]|Bộ|Chính|Tòa|Viện|Ngân|BND))"),
    # các đảng đoàn, likewise
    ("đảng các", rf"{PLURAL}[Đđ]ảng\s+đoàn(?!\s+(?:[ỦU]|U[yỷB]|Hội|HĐ|Quốc|Mặt|MT|Liên|Tổng|tỉnh\s+\w))"),
    # people by their office: người đứng đầu cấp ủy, chính quyền; thủ trưởng các sở, ngành; các đồng chí tỉnh ủy viên
    (
        "người thủ giám lãnh các đồng trưởng bí",
        rf"""
              [Nn]gười\s+đứng\s+đầu(?!\s+(?:{HEADS_OF_NAMES})(?!\w))(?:
                  \s+(?:các\s+)?(?:
                      cấp\s+{UY}(?:\s+đảng)?|cơ\s+quan|đơn\s+vị|tổ\s+chức|chính\s+quyền|ngành|địa\s+phương|cấp
                  )
              )?(?:
                  \s*(?:,|và)\s*(?:các\s+)?(?:
                        chính\s+quyền
                      | cơ\s+quan
                      | đơn\s+vị
                      | tổ\s+chức
                      | doanh\s+nghiệp
                      | ngành
                      | địa\s+phương
                      | cộng\s+đồng(?:\s+xã\s+hội)?
                  )(?!\w)
              )*{SCOPE}
            | (?:
                  [Tt]hủ\s+trưởng\s+(?:các\s+)?(?:cơ\s+quan|đơn\s+vị|sở|ngành)
                | (?:[Gg]iám\s+đốc|[Ll]ãnh\s+đạo)\s+(?:các\s+)?[Ss]ở(?!\s*:|\s+[A-ZĐ(])
              )(?:
                  \s*(?:,|và)\s*(?:các\s+)?(?:
                      cơ\s+quan(?:\s+ngang\s+bộ|\s+thuộc\s+Chính\s+phủ)?|đơn\s+vị|ban|ngành|tổ\s+chức
                  )(?!\w)
              )*(?:
                  \s+(?:trực\s+)?thuộc(?:\s*(?:,|và)\s*trực\s+thuộc)?\s+(?:Bộ(?:\s+{SECTOR}(?!\w))?|Sở|tỉnh|UBND\s+tỉnh)
              )?{RELATED}{SCOPE}
            | [Tt]rưởng\s+(?:các\s+)?{QUARTER}(?:\s*(?:,|và)\s*(?:trưởng\s+)?{QUARTER})*(?!\s+[A-ZĐ\d])
            | [Bb]í\s+thư\s+(?:các\s+)?[Cc]hi\s+bộ(?:\s+(?:các\s+)?{QUARTER}(?:\s*,\s*{QUARTER})*)?(?!\s+[A-ZĐ\d])
            | [Cc]ác\s+đồng\s+chí\s+(?:[\w]+\s+){{0,3}}{UY}\s+viên(?:\s+Ban\s+Thường\s+vụ)?
        """,
    ),
    # các xã, phường trên địa bàn
    (
        "các",
        r"""
            [Cc]ác\s+(?i:
                (?:huyện|quận|thị\s+xã|thành\s+phố|xã|phường|thị\s+trấn|đặc\s+khu|thôn|bản|tổ\s+dân\s+phố)
                (?:\s*(?:,|và)\s*)?
            )+(?<![\s,])(?:\s+trên\s+địa\s+bàn)?
        """,
    ),
    # các trường mầm non, tiểu học; các trạm y tế
    (
        "các trường",
        rf"""
            [Cc]ác\s+(?:
                  trường(?:
                      \s+(?:
                            học
                          | mầm\s+non
                          | tiểu\s+học
                          | trung\s+học(?:\s+(?:cơ\s+sở|phổ\s+thông))?
                          | đại\s+học
                          | cao\s+đẳng
                          | phổ\s+thông
                      )
                  )?(?:
                      \s*,\s*(?:mầm\s+non|tiểu\s+học|trung\s+học\s+cơ\s+sở|trung\s+học\s+phổ\s+thông|cao\s+đẳng)
                  )*
                | trạm\s+y\s+tế
            ){SCOPE}
        """,
    ),
)
