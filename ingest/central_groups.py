"""Collectives of the centre, `các bộ, ngành`: rows as in `group_forms`."""

from __future__ import annotations

from ingest.body_words import PLURAL, RELATED, SECTOR, UY_BAN

# Groups of the centre.
CENTRAL_GROUPS: tuple[tuple[str, str], ...] = (
    # Sở Xây dựng các tỉnh, thành phố trực thuộc Trung ương
    (
        "Sở Cục Công Kho Đoàn",
        rf"""
            (?:Sở\s+{SECTOR}|Cục\s+Thuế|Công\s+an|Kho\s+bạc\s+Nhà\s+nước|Đoàn\s+(?:đại\s+biểu\s+Quốc\s+hội|ĐBQH))
            \s+các\s+(?:tỉnh|địa\s+phương)(?:\s*,\s*thành\s+phố)?(?:\s+trực\s+thuộc\s+[Tt]rung\s+ương)?
        """,
    ),
    # các tỉnh, thành phố trực thuộc Trung ương; on whose ground something is, is no body
    (
        "các",
        r"""
            (?<!bàn\s)(?<!tại\s)(?<!ở\s)(?<!của\s)(?<!thuộc\s)
            [Cc]ác\s+tỉnh\s*,\s*thành\s+phố(?:\s+trực\s+thuộc\s+[Tt]rung\s+ương|\s+(?:trong|trên)\s+cả\s+nước)?
        """,
    ),
    # các bộ, ngành trung ương; các bộ, cơ quan ngang bộ
    (
        "các bộ",
        rf"""
              {PLURAL}[Bb]ộ\s*,\s*(?:ban\s*,\s*)?ngành(?:\s*,\s*đoàn\s+thể)?(?:\s+[Tt]rung\s+ương)?{RELATED}
            | {PLURAL}[Bb]ộ\s*,\s*(?:các\s+)?cơ\s+quan(?:\s+(?:có\s+)?liên\s+quan|\s+hữu\s+quan)
            | [Cc]ác\s+[Bb]ộ(?=\s*,\s*(?:các\s+)?cơ\s+quan)
            | {PLURAL}Bộ\s+trưởng(?!\s+Bộ)
        """,
    ),
    # thủ trưởng cơ quan ngang bộ, cơ quan thuộc Chính phủ
    (
        "cơ các thủ lãnh",
        r"""
            (?:[Tt]hủ\s+trưởng|[Ll]ãnh\s+đạo)\s+(?:các\s+)?[Cc]ơ\s+quan\s+ngang\s+[Bb]ộ\s*,\s*(?:các\s+)?cơ\s+quan\s+(?:trực\s+)?thuộc\s+Chính\s+phủ
            | (?:[Cc]ác\s+|(?:[Tt]hủ\s+trưởng|[Ll]ãnh\s+đạo)\s+(?:các\s+)?)?[Cc]ơ\s+quan\s+(?:
                  ngang\s+[Bb]ộ
                | (?:trực\s+)?thuộc\s+Chính\s+phủ
                | thuộc\s+(?:UBTVQH|Ủy\s+ban\s+[Tt]hường\s+vụ\s+Quốc\s+hội)
                | của\s+Quốc\s+hội
            )
        """,
    ),
    # các đại biểu Quốc hội; các thành viên Chính phủ
    (
        "các đại tổ",
        r"""
              (?:[Cc]ác\s+)?(?:[Tt]ổ\s+)?[Đđ]ại\s+biểu\s+(?:
                  Quốc\s+hội
                | (?:HĐND|Hội\s+đồng\s+nhân\s+dân)
                  (?:\s+(?:tỉnh(?!\s*ủy)|thành\s+phố|huyện|xã(?!\s+hội)|phường|các\s+cấp)(?!\w))?
              )
            | [Cc]ác\s+thành\s+viên\s+(?:Đảng\s+đoàn\s+Quốc\s+hội|Chính\s+phủ)
        """,
    ),
    # thanh tra các bộ, ngành, địa phương
    ("thanh", r"[Tt]hanh\s+tra\s+(?:các\s+)?[Bb]ộ\s*,\s*ngành(?:\s*(?:,|và)\s*(?:các\s+)?địa\s+phương)?"),
    # các sở giáo dục và đào tạo; of one province are those that begin with a capital
    ("các", rf"[Cc]ác\s+sở\s+{SECTOR}(?!\w)"),
    # các Vụ, Cục và đơn vị liên quan thuộc Bộ
    (
        "các",
        rf"""
            [Cc]ác\s+(?:[Vv]ụ(?!\s+(?:việc|án|tai|cháy|nổ|vi|mùa|đông|hè|thu|tranh|khiếu|xâm|tham|bạo)(?!\w))|[Cc]ục)
            (?:\s*(?:,|và)\s*(?:
                [Vv]ụ|[Cc]ục|[Tt]ổng\s+cục|[Vv]iện|(?:[Vv]ăn\s+phòng|[Tt]hanh\s+tra)(?!\s+Bộ)|(?:các\s+)?đơn\s+vị
            )(?!\w))*
            {RELATED}(?:\s+(?:trực\s+)?thuộc(?:\s*,\s*trực\s+thuộc)?\s+Bộ(?:\s+{SECTOR})?)?
        """,
    ),
    # các Đoàn đại biểu Quốc hội
    ("các", rf"[Cc]ác\s+Đoàn\s+[Đđ]ại\s+biểu\s+Quốc\s+hội|[Cc]ác\s+{UY_BAN}\s+của\s+Quốc\s+hội"),
)
