"""How works without a number are cited, as verbose regular expressions: `type` is the kind of work, `name` the rest."""

from __future__ import annotations

import re

from ingest.letters import rule

_YEARS = r"(?:19|20)\d\d\s*(?:-|–|đến)\s*(?:năm\s+)?(?:19|20)\d\d"
_OUTLOOK = r"""
    (?:
        ,\s*(?:tầm\s+nhìn|định\s+hướng)(?:\s+đến)?(?:\s+năm)?\s+(?:19|20)\d\d
      | \s+và\s+những\s+năm\s+tiếp\s+theo
    )?
"""
_KIND = r"Đề\s+án|Chương\s+trình(?:\s+hành\s+động)?|Chiến\s+lược|Quy\s+hoạch|Kế\s+hoạch|Dự\s+án"
QUOTED = rule(
    rf"""
    (?P<type>{_KIND}|đề\s+án|Phong\s+trào)\s+(?:thí\s+điểm\s+)?
    [“"](?P<name>[^”"\n]{{5,300}})[”"]
    """,
    re.X,
)
# The kind within the quotation marks; what carries out a numbered document is cited by that one.
WHOLE_QUOTED = rule(
    r"""
    [“"](?P<type>Đề\s+án|Chương\s+trình|Chiến\s+lược|Kế\s+hoạch)\s+
    (?P<name>(?!thực\b|triển\b|hành\b)(?:(?!\bsố\s+\d)[^”"\n]){5,300})[”"]
    """,
    re.X,
)
# A work by the years it is for; no other work begins within its name.
DATED = rule(
    rf"""
    (?P<type>{_KIND}|đề\s+án|chương\s+trình\s*,\s*kế\s+hoạch|chiến\s+lược|chương\s+trình)\s+
    (?P<name>
        (?!số\b|này\b|của\b|thực\b|triển\b|quá\b|và\s+Đầu\s+tư\b)
        (?:(?!\bsố\s+\d|thực\s+hiện|ban\s+hành|{_KIND})[^.;()“”"\n]){{8,220}}?
        (?:
            (?:giai\s+đoạn|thời\s+kỳ|\d{{1,2}}\s+năm)\s+{_YEARS}
          | đến\s+năm\s+(?:19|20)\d\d(?=,\s*(?:tầm|định))
        )
        {_OUTLOOK}
    )
    """,
    re.X,
)
# A work by the year it goes to; what is to be reached by a year is no name, nor is a year behind a comma.
UNTIL = rule(
    rf"""
    (?P<type>Chiến\s+lược|Quy\s+hoạch|Đề\s+án|Chương\s+trình|Kế\s+hoạch)\s+
    (?P<name>
        (?!số\b|này\b|của\b|thực\b|triển\b|quá\b|hành\b|và\b|phấn\b|nêu\b|trên\b|đạt\b)
        (?:(?!\bsố\s+\d|thực\s+hiện|ban\s+hành|phấn\s+đấu|\b(?:đạt|có|được|phải|sẽ)\s|{_KIND})[^.;:()“”"\n%]){{8,180}}?
        (?<!,)\s(?:từ\s+nay\s+)?đến\s+(?:hết\s+)?năm\s+(?:19|20)\d\d
        {_OUTLOOK}
    )
    (?=\s*(?:[.;()”"\n]|$|,\s)|\s+(?:theo|tại|được|đã|của|và|cho|do|kèm|trên)\s)
    """,
    re.X,
)
# What a decision approves has the whole of what is left of the decision's subject for its name.
APPROVED = rule(
    rf"""
    (?P<about>về\s+(?:việc\s+)?)?phê\s+duyệt\s+(?:điều\s+chỉnh\s+|bổ\s+sung\s+)?
    (?P<work>
        (?P<type>
            Đề\s+án|Chương\s+trình(?:\s+hành\s+động)?|Chiến\s+lược|Quy\s+hoạch|Kế\s+hoạch
          | (?(about)(?:đề\s+án|chiến\s+lược)|(?!))  # in small letters only in a decision's subject
        )\s+
        (?P<name>
            (?!số\b|này\b|của\b|được\b|đã\b|và\b|thực\s+hiện|triển\s+khai|nêu\b|trên\b|lựa\s+chọn)
            (?:(?!\bsố\s+\d|{_KIND})[^.;:()“”"\n]){{8,260}}?
        )
    )
    (?=
        \s*(?:[;.()\n]|$)
      | ,\s+(?:UBND|Ủy\s+ban|Uỷ\s+ban|Ban\s|Bộ\s|Tỉnh\s|Thành\s+ủy|Chính\s+phủ|Thủ\s+tướng)
      | ,\s+(?:Quyết|Nghị|Kế\s+hoạch|Văn\s+bản)
      | ,?\s+(?:và|cùng)\s+(?:các\s+)?(?:Quyết|Nghị|Kế\s+hoạch|văn\s+bản|Công|Chỉ\s+thị|Thông)
    )
    """,
    re.X,
)
DECISION = rule(r"\d(?:/\d{4})?\s?[/-]\s?[A-ZĐ][^;\n]{0,200}$")
"""A number before what is approved."""
# The yearly and five-yearly plan of the country or of a province.
PLAN = rule(
    rf"""
    (?P<type>Kế\s+hoạch)\s+
    (?P<name>
        phát\s+triển\s+kinh\s+tế\s*[-–]\s*xã\s+hội
        (?:\s+(?:của\s+)?(?:tỉnh|thành\s+phố|đất\s+nước|quốc\s+gia)(?:\s+[A-ZĐÀ-Ỹ]\w*){{0,4}})?
        \s+(?:(?:0?5|10)\s+năm\s+{_YEARS}|(?:giai\s+đoạn\s+){_YEARS}|năm\s+(?:19|20)\d\d)
    )
    """,
    re.X,
)
# Works known by a number of their own: Chương trình 135, Nghị quyết 30a's programme, Đề án 06.
CALLED = rule(
    r"""
    (?P<type>Chương\s+trình|Đề\s+án|Dự\s+án)\s+(?P<name>(?:0\d|\d{3})(?:/CP)?|\d{2,3}[a-z](?!\w))
    (?=\s*(?:[.;:)”"\n]|,\s|$)|\s+(?:của|và|trên|theo|tại|giai|được|do|là)\s)
    """,
    re.X,
)
PROGRAMME = rule(
    rf"""
    (?P<type>[Cc]hương\s+trình)\s+(?:MTQG|[Mm]ục\s+tiêu\s+[Qq]uốc\s+gia)\s+(?:về\s+)?
    (?P<name>
        (?i:
            xây\s+dựng\s+nông\s+thôn\s+mới
          | giảm\s+nghèo\s+bền\s+vững
          | phát\s+triển\s+kinh\s+tế\s*-?\s*xã\s+hội\s+vùng\s+đồng\s+bào\s+dân\s+tộc\s+thiểu\s+số(?:\s+và\s+miền\s+núi)?
          | phát\s+triển\s+văn\s+h(?:óa|oá)
          | phòng,?\s+chống\s+ma\s+(?:túy|tuý)
        )
    )
    (?P<period>\s*,?\s+(?:giai\s+đoạn|thời\s+kỳ)\s+{_YEARS})?
    """,
    re.X,
)
CONGRESS = rule(
    r"""
    (?P<name>
        Nghị\s+quyết\s+(?:Đại\s+hội|Hội\s+nghị)\s+[^.;“”()\n]{3,120}?
        (?:
            nhiệm\s+kỳ\s+\d{4}\s*[-–]\s*\d{4}
          | lần\s+thứ\s+[IVXL]+(?!\w)(?:\s+của\s+Đảng)?(?!\s*,\s*nhiệm)
        )
    )
    """,
    re.X,
)
# Within a sentence a capital tells a work from a kind of work; the name goes on up to what the sentence says of it.
CAPITALISED = rule(
    r"""
    (?<=[a-zà-ỹ]\s)(?P<type>Đề\s+án|Chương\s+trình)\s+
    (?P<name>
        (?!
            số\b|này\b|công\b|phối\b|hành\b|mục\b|quốc\b|kế\b|làm\b|của\b|đã\b|được\b|và\b
          | xây\s+dựng\s+luật|MTQG\b|toàn\b|theo\b|để\b|thực\b|triển\b
          # how and when something is done with it
          | kịp\b|hiệu\b|có\b|đồng\s+bộ|nghiêm\b|đúng\b|bảo\s+đảm\b|đảm\s+bảo\b|đạt\b|phải\b|sẽ\b|cần\b|trong\b
          | đến\b|trước\b|sau\b|từ\b|với\b|trên\b|tại\b|ở\b|nêu\b|là\b|cho\b|gồm\b|bao\b|hằng\b|hàng\b|năm\b
        )
        [a-zđà-ỹ][^.;:()“”"\n]{10,120}?
    )
    (?=
        \s*
        (?:
            [.;:()“”"\n\t]|$
          | \s(?:
                theo|tại|trên\s+địa\s+bàn|được|đã|để|và\s+các|do|giai\s+đoạn|đến\s+năm
              | trong(?=\s+(?:năm|quý|tháng|thời|giai|kế|đó|quá|tuần|các\s+(?:năm|giai)))
            )\s
        )
    )
    """,
    re.X,
)
