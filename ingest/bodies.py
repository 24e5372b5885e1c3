"""Bodies named in a text: single ones (`Sở Xây dựng`, `UBND tỉnh`) and collectives (`các sở, ban, ngành`).

The forms are data: each row of `_FORMS` is the word a name begins with, the shape of the whole name, whom it belongs to
and how it is written in full. Names of sectors, provinces and central bodies come from the ontology.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from graph.reading import AgencyKey
from ingest.letters import rule
from ingest.spelled import spelled
from ontology.bodies import SECTORS, canonical
from ontology.places import PROVINCE_NAMES, province


@dataclass(frozen=True, slots=True)
class Body:
    """One body as a text names it. `name` is the usual full name without the place, `place` the province or lower unit
    when the words give it; `local` bodies belong to the document's own place when they give none."""

    start: int
    end: int
    surface: str
    name: str
    place: str
    local: bool
    collective: bool

    def key(self, home: str) -> AgencyKey:
        """The body's key in a document of place `home` (empty when unknown or central)."""
        name = self.name if self.place or not self.local else without_unit(self.name, home)
        return AgencyKey(name, self.place or (home if self.local else ""), self.collective)


def without_unit(name: str, place: str) -> str:
    """`Công an xã` in a document of `xã Mường Than` is `Công an` of that place."""
    unit = place.rpartition(" ")[0] if place[:1].islower() else ""
    while unit:
        if name.endswith(" " + unit):
            return name[: -len(unit) - 1]
        unit = unit.rpartition(" ")[0]
    return name


@cache
def _vocabulary() -> dict[str, str]:
    """Named pieces that the forms are made of."""
    province_names = "|".join(spelled(name) for name in PROVINCE_NAMES)
    sectors = "|".join(spelled(name) for name in sorted(SECTORS, key=len, reverse=True))
    unit = r"(?:huyện|quận|thị\s+xã|thành\s+phố|xã|phường|thị\s+trấn|đặc\s+khu)"
    units = rf"(?:tỉnh|{unit})(?:\s*(?:,|và|,\s*và|\s)\s*(?:tỉnh|{unit}))*"
    proper = r"[A-ZĐÀ-Ỹ][\w’']*(?:\s+[A-ZĐÀ-Ỹ][\w’']*){0,3}"
    place = rf"(?:{province_names})(?!\w)"
    area = rf"(?:\s*(?:-|,)?\s*(?:[Cc]hi\s+nhánh\s*)?(?:(?:tỉnh|[Tt]hành\s+phố|TP\.?)\s+{place}|(?:cấp\s+)?tỉnh(?!\s*(?:ủy|uỷ))|[Tt]hành\s+phố(?!\s+[A-ZĐ])|{place}))?"
    seat = (
        rf"(?:\s+(?:(?:[Tt]ỉnh|[Tt]hành\s+phố|TP\.?)\s+{place}"
        rf"|các\s+{units}(?:\s+(?:trực\s+thuộc|thuộc)\s+(?:[Tt]rung\s+ương|tỉnh))?"
        r"|cấp\s+(?:tỉnh|huyện|xã)(?:\s*(?:,|và)\s*(?:cấp\s+)?(?:huyện|xã)(?!\w))*|các\s+cấp|(?:các\s+)?địa\s+phương"
        rf"|{unit}\s+{proper}|[Tt]ỉnh(?!\s*(?:ủy|uỷ))|[Tt]hành\s+phố|(?:huyện|quận|phường|thị\s+trấn|đặc\s+khu)(?!\w)|xã(?!\s+hội)(?!\w)|(?:nơi|sở\s+tại)\s+có))?"
    )
    committee = (
        r"(?:UBND|[ỦU]y\s+ban\s+nhân\s+dân(?:\s*\(UBND\))?|Uỷ\s+ban\s+nhân\s+dân(?:\s*\(UBND\))?|ỦY\s+BAN\s+NHÂN\s+DÂN)"
    )
    council = r"(?:HĐND|Hội\s+đồng\s+nhân\s+dân(?:\s*\(HĐND\))?|HỘI\s+ĐỒNG\s+NHÂN\s+DÂN)"
    front = r"(?:UBMTTQ(?:\s*(?:VN|Việt\s+Nam))?|(?:(?:Ủy|Uỷ)\s+ban\s+)?(?:Mặt\s+trận\s+Tổ\s+quốc|MTTQ)(?:\s+(?:Việt\s+Nam|VN))?)"
    party = r"(?:[Tt]ỉnh|[Tt]hành|[Hh]uyện|[Tt]hị|[Qq]uận)\s+(?:ủy|uỷ)(?!\s+viên)|TỈNH\s+(?:ỦY|UỶ)|THÀNH\s+(?:ỦY|UỶ)"
    return {
        "sectors": sectors, "units": units, "place": place, "area": area, "seat": seat, "committee": committee, "council": council,
        "front": front, "party": party, "proper": proper, "province_names": province_names, "unit": unit,
        "related": r"(?:\s+(?:có\s+)?liên\s+quan)?",
        "scope": r"(?:\s+(?:các\s+cấp|cấp\s+(?:tỉnh|huyện|xã|cơ\s+sở)|(?:trên\s+)?địa\s+bàn(?:\s+(?:tỉnh|thành\s+phố))?|tỉnh|thành\s+phố|[Tt]rung\s+ương|ở\s+địa\s+phương|địa\s+phương)(?!\w))?",
    }  # fmt: skip


# (words the name begins with, the name's shape, belongs to the document's place, collective)
_FORMS: tuple[tuple[str, str, bool, bool], ...] = (
    # -- collectives: no single office, a group of its own kind
    (r"[Cc]ác\s+[Ss]ở|[Ss]ở", r"(?:[Cc]ác\s+)?[Ss]ở\s*,\s*(?:ban\s*,?\s*)?ngành(?:\s*,\s*(?:đoàn\s+thể|hội|cơ\s+quan))*{scope}(?:\s+chức\s+năng)?{related}", True, True),
    (r"[Cc]ác\s+[Bb]an", r"[Cc]ác\s+[Bb]an\s*,\s*(?:sở\s*,\s*)?ngành(?:\s*,\s*đoàn\s+thể)?{scope}{related}", True, True),
    (r"[Cc]ác\s+[Bb]ộ|[Bb]ộ", r"(?:[Cc]ác\s+)?[Bb]ộ\s*,\s*(?:ban\s*,\s*)?ngành(?:\s+[Tt]rung\s+ương)?{related}|[Cc]ác\s+[Bb]ộ(?=\s*,\s*(?:các\s+)?cơ\s+quan)|(?:[Cc]ác\s+)?Bộ\s+trưởng(?!\s+Bộ)", False, True),
    (r"[Cc]ơ\s+quan|[Cc]ác\s+cơ\s+quan|[Tt]hủ\s+trưởng|[Ll]ãnh\s+đạo", r"(?:[Cc]ác\s+|(?:[Tt]hủ\s+trưởng|[Ll]ãnh\s+đạo)\s+(?:các\s+)?)?[Cc]ơ\s+quan\s+(?:ngang\s+[Bb]ộ|thuộc\s+Chính\s+phủ|thuộc\s+(?:UBTVQH|Ủy\s+ban\s+[Tt]hường\s+vụ\s+Quốc\s+hội)|của\s+Quốc\s+hội)", False, True),
    (r"[Cc]ác\s+đại|[Cc]ác\s+thành|[Đđ]ại\s+biểu", r"[Cc]ác\s+đại\s+biểu\s+(?:Quốc\s+hội|HĐND|Hội\s+đồng\s+nhân\s+dân)|[Cc]ác\s+thành\s+viên\s+(?:Đảng\s+đoàn\s+Quốc\s+hội|Chính\s+phủ)|[Đđ]ại\s+biểu\s+Quốc\s+hội", False, True),
    (r"[Nn]gành|[Cc]ác\s+ngành", r"(?:các\s+)?[Nn]gành\s+chức\s+năng|[Cc]ác\s+ngành{related}", True, True),
    (r"[Cc]ấp|[Cc]ác\s+cấp", r"[Cc]ác\s+cấp\s*,\s*các\s+ngành|(?:[Cc]ác\s+)?[Cc]ấp\s+(?:ủy|uỷ)(?:\s+[Đđ]ảng)?{scope}", True, True),
    (r"[Tt]ổ\s+chức|[Cc]ác\s+tổ\s+chức", r"(?:[Cc]ác\s+)?[Tt]ổ\s+chức\s+(?:(?:cơ\s+sở\s+)?[Đđ]ảng(?!\s+viên)(?:\s+trực\s+thuộc)?|chính\s+trị\s*-\s*xã\s+hội|tín\s+dụng(?!\s+năm)){scope}", True, True),
    (r"[Cc]hính\s+quyền|[Cc]ác\s+chính", r"(?:[Cc]ác\s+)?[Cc]hính\s+quyền(?:\s+(?:địa\s+phương|cơ\s+sở|các\s+địa\s+phương))?{scope}", True, True),
    (r"[Đđ]ịa\s+phương|[Cc]ác\s+địa", r"(?:[Cc]ác\s+)?[Đđ]ịa\s+phương{related}", True, True),
    (r"[Cc]ơ\s+quan|[Cc]ác\s+cơ\s+quan", r"(?:[Cc]ác\s+)?[Cc]ơ\s+quan(?:\s*,\s*(?:tổ\s+chức|đơn\s+vị|đoàn\s+thể|cá\s+nhân))*(?:\s+và\s+cá\s+nhân)?(?:\s+đơn\s+vị)?(?:\s+(?:chuyên\s+môn|chức\s+năng|thông\s+tin\s+đại\s+chúng(?:\s*,\s*(?:báo\s+chí|phát\s+thanh|truyền\s+hình))*|thông\s+tin\s*,\s*truyền\s+thông(?:\s*,\s*báo\s+chí)?|báo\s+chí|tham\s+mưu(?:\s*,\s*giúp\s+việc)?(?:\s+(?:của\s+)?(?:[Tt]ỉnh|[Tt]hành)\s+ủy)?|được\s+phân\s+công\s+chủ\s+trì|chủ\s+trì|phối\s+hợp|trung\s+ương|của\s+Quốc\s+hội|thuộc\s+(?:UBTVQH|Chính\s+phủ))){{0,2}}{related}{scope}(?!\s*(?:có\s+thẩm\s+quyền))", True, True),
    (r"[Đđ]ơn\s+vị|[Cc]ác\s+đơn", r"(?:[Cc]ác\s+)?[Đđ]ơn\s+vị(?!\s+(?:tính|hành\s+chính))(?:\s+(?:chức\s+năng|sự\s+nghiệp))?(?:\s+(?:trực\s+)?thuộc(?:\s+(?:Bộ|Sở|tỉnh|huyện|thành\s+phố|UBND\s+(?:tỉnh|huyện|xã)))?)?{related}", True, True),
    (r"[Đđ]oàn\s+thể|[Cc]ác\s+đoàn", r"(?:[Cc]ác\s+)?[Đđ]oàn\s+thể(?:\s+chính\s+trị\s*-\s*xã\s+hội)?{scope}", True, True),
    (r"[Cc]hủ\s+đầu|[Cc]ác\s+chủ|[Nn]hà\s+đầu", r"(?:[Cc]ác\s+)?(?:[Cc]hủ|[Nn]hà)\s+đầu\s+tư(?:\s+(?:các\s+)?dự\s+án(?:\s+nhà\s+ở\s+xã\s+hội)?)?", True, True),
    (r"[Dd]oanh\s+nghiệp|[Cc]ác\s+doanh", r"[Cc]ác\s+doanh\s+nghiệp|Doanh\s+nghiệp", True, True),
    (r"[Nn]gân\s+hàng|[Cc]ác\s+ngân", r"(?:[Cc]ác\s+)?[Nn]gân\s+hàng\s+thương\s+mại(?:\s+được\s+Nhà\s+nước\s+chỉ\s+định|\s+nhà\s+nước|\s+cổ\s+phần)?{scope}", True, True),
    (r"[Hh]uyện|[Qq]uận|[Cc]ác\s+huyện|[Tt]hành|[Cc]ác\s+thành|[Tt]hị|[Cc]ác\s+thị|[Cc]ác\s+quận|[Cc]ác\s+tỉnh", r"(?:[Cc]ác\s+)?(?:[Hh]uyện|[Tt]hành|[Tt]hị|[Qq]uận|[Tt]ỉnh)(?:\s+(?:ủy|uỷ))?\s*,\s*(?:(?:huyện|thành|thị|quận)(?:\s+(?:ủy|uỷ))?\s*,\s*)*(?:huyện|thành|thị|quận)\s+(?:ủy|uỷ)(?:\s*(?:,|và)\s*(?:huyện|thành|thị|quận)\s+(?:ủy|uỷ))*", True, True),
    (r"[Đđ]ảng\s+(?:ủy|uỷ)|[Cc]ác\s+đảng|[Cc]ác\s+Đảng", r"(?:[Cc]ác\s+)?[Đđ]ảng\s+(?:ủy|uỷ)\s+(?:trực\s+thuộc(?:\s+(?:[Tt]ỉnh|[Tt]hành)\s+(?:ủy|uỷ)|\s+[Tt]rung\s+ương)?|(?:các\s+)?(?:xã|cấp\s+xã)(?:\s*,\s*phường)?(?:\s*,\s*đặc\s+khu)?|các\s+cấp)(?!\w)", True, True),
    (r"[Bb]an\s+cán|[Cc]ác\s+ban\s+cán", r"(?:[Cc]ác\s+)?[Bb]an\s+cán\s+sự\s+đảng(?!\s+(?:[ỦU]|U[yỷB]|Bộ|Chính|Tòa|Viện|Ngân|BND))", True, True),
    (r"[Đđ]ảng\s+đoàn|[Cc]ác\s+đảng\s+đoàn", r"(?:[Cc]ác\s+)?[Đđ]ảng\s+đoàn(?!\s+(?:[ỦU]|U[yỷB]|Hội|HĐ|Quốc|Mặt|MT|Liên|Tổng|tỉnh\s+\w))", True, True),
    (r"[Nn]gười\s+đứng|[Tt]hủ\s+trưởng|[Cc]ác\s+đồng|[Đđ]ồng", r"[Nn]gười\s+đứng\s+đầu(?:\s+(?:các\s+)?(?:cấp\s+(?:ủy|uỷ)(?:\s+đảng)?|cơ\s+quan|đơn\s+vị|tổ\s+chức|chính\s+quyền|ngành|địa\s+phương|cấp))?(?:\s*(?:,|và)\s*(?:các\s+)?(?:chính\s+quyền|cơ\s+quan|đơn\s+vị|tổ\s+chức|doanh\s+nghiệp|ngành|địa\s+phương|cộng\s+đồng(?:\s+xã\s+hội)?)(?!\w))*{scope}|[Tt]hủ\s+trưởng\s+(?:các\s+)?(?:cơ\s+quan|đơn\s+vị|sở)(?:\s*,\s*(?:các\s+)?(?:cơ\s+quan(?:\s+ngang\s+bộ|\s+thuộc\s+Chính\s+phủ)?|đơn\s+vị|ban|ngành|tổ\s+chức))*{scope}|[Cc]ác\s+đồng\s+chí\s+(?:[\w]+\s+){{0,3}}(?:ủy|uỷ)\s+viên(?:\s+Ban\s+Thường\s+vụ)?", True, True),
    (r"[Cc]ác\s+Đoàn|[Cc]ác\s+Ủy|[Cc]ác\s+Uỷ", r"[Cc]ác\s+Đoàn\s+đại\s+biểu\s+Quốc\s+hội|[Cc]ác\s+(?:Ủy|Uỷ)\s+ban\s+của\s+Quốc\s+hội", False, True),
    (r"[Cc]ác\s+(?:xã|phường|thôn|bản|tổ|quận)", r"[Cc]ác\s+(?:(?:huyện|quận|thị\s+xã|thành\s+phố|xã|phường|thị\s+trấn|đặc\s+khu|thôn|bản|tổ\s+dân\s+phố)(?:\s*(?:,|và)\s*)?)+(?<![\s,])(?:\s+trên\s+địa\s+bàn)?", True, True),
    # -- single bodies of a province or below
    (r"Sở", r"Sở\s+(?P<sector>(?i:{sectors}))(?!\w){area}", True, False),
    (r"[Cc]hủ\s+tịch|Phó|CHỦ", r"(?:Phó\s+)?[Cc]hủ\s+tịch\s+(?:{committee}|{council}){seat}", True, False),
    (r"UBND|Ủy|Uỷ|ỦY", r"{committee}{seat}", True, False),
    (r"HĐND|Hội\s+đồng\s+nhân|HỘI", r"{council}{seat}", True, False),
    (r"Thường\s+trực|Văn\s+phòng|Đảng\s+(?:ủy|uỷ)|Đảng\s+bộ|Đảng\s+đoàn|[Bb]an\s+cán|BCS|Ban\s+Pháp|Ban\s+Kinh\s+tế\s+-|Đoàn\s+(?:ĐBQH|đại)", r"(?:Thường\s+trực|Văn\s+phòng|Đảng\s+(?:ủy|uỷ)|Đảng\s+bộ|Đảng\s+đoàn|(?:[Bb]an\s+cán\s+sự|BCS)\s+đảng)\s+(?:(?:Đoàn\s+(?:ĐBQH|đại\s+biểu\s+Quốc\s+hội)\s+và\s+)?{council}{seat}|{committee}{seat}|{front}{seat}|các\s+cơ\s+quan\s+Đảng{area}|[Kk]hối\s+(?:các\s+)?(?:cơ\s+quan|doanh\s+nghiệp)(?:\s+(?:và|&)\s+(?:các\s+)?doanh\s+nghiệp)?{area}|Sở\s+(?i:{sectors}){area}|Công\s+an{area}|Quân\s+sự{area})", True, False),
    (r"Ban\s+Thường|BTV|Ban\s+Chấp|Thường\s+trực|Văn\s+phòng|Ủy\s+ban|Uỷ\s+ban|Ban\s+Tuyên|Ban\s+Dân|Ban\s+Tổ|Ban\s+Nội|Ban\s+Kinh|Tỉnh|Thành|Huyện|Thị|Quận|TỈNH|THÀNH|BAN\s+THƯỜNG|VP|Trường", r"(?:(?:Ban\s+(?:Thường\s+vụ|THƯỜNG\s+VỤ|Chấp\s+hành|Thường\s+trực)|BAN\s+THƯỜNG\s+VỤ|BTV|Thường\s+trực|TT\.?|Văn\s+phòng|VP|(?:Ủy|Uỷ)\s+ban\s+[Kk]iểm\s+tra|Ban\s+(?:Tuyên\s+giáo\s+và\s+Dân\s+vận|Tuyên\s+giáo|Dân\s+vận|Tổ\s+chức|Nội\s+chính|Kinh\s+tế)|Trường\s+Chính\s+trị)\s+)?(?:{party})(?:\s+(?:tỉnh\s+|thành\s+phố\s+)?{place})?", True, False),
    (r"Ban\s+Thường|BTV|Tỉnh\s+đoàn|Thành\s+đoàn", r"(?:(?:Ban\s+Thường\s+vụ|BTV)\s+)?(?:Tỉnh|Thành)\s+[Đđ]oàn(?:\s+{place})?", True, False),
    (r"Ủy\s+ban\s+Mặt|Uỷ\s+ban\s+Mặt|Ủy\s+ban\s+MTTQ|Mặt|MTTQ|UBMTTQ|Ban\s+Thường\s+trực", r"(?:Ban\s+Thường\s+trực\s+)?{front}(?:\s+các\s+cấp|{seat})", True, False),
    (r"Ban\s+[Qq]uản|BQL", r"(?:Ban\s+[Qq]uản\s+lý|BQL)\s+(?:các\s+)?(?:[Kk]hu\s+kinh\s+tế(?:\s+cửa\s+khẩu|\s+ven\s+biển)?|[Kk]hu\s+(?:chế\s+xuất\s+và\s+)?công\s+nghiệp|KKT|KCN|[Kk]hu\s+công\s+nghệ\s+cao|dự\s+án[^,;.:()\n]{{0,60}}?(?=\s+(?:tỉnh|chủ|phối|có)|[,;.:()\n]|$))(?:\s*(?:,|và)\s*(?:các\s+)?(?:khu\s+công\s+nghiệp|khu\s+kinh\s+tế))?{area}", True, False),
    (r"Ban\s+[Cc]hỉ", r"Ban\s+[Cc]hỉ\s+đạo\s+(?:[^,;.:()\n]{{1,120}}?\s+(?=cấp\s+(?:tỉnh|thành\s+phố|huyện|xã)|trên\s+địa|tỉnh(?!\s+ủy)|thành\s+phố)(?:cấp\s+(?:tỉnh|thành\s+phố|huyện|xã)|trên\s+địa(?:\s+bàn)?(?:\s+tỉnh)?|(?:tỉnh|thành\s+phố)(?:\s+{place})?)|[^,;.:()\n]{{1,80}})", True, False),
    (r"Ban\s+Dân|Công|Thanh|Kho|Cục|Chi\s+cục|Bảo\s+hiểm|Liên|Hội|Đoàn|Bộ\s+Chỉ|Báo|Đài|Tòa|Viện\s+[Kk]iểm|Cổng|Quỹ|Hiệp|Trung\s+tâm|Văn\s+phòng|Đoàn", r"(?:Ban\s+Dân\s+tộc|Công\s+an(?!\s+nhân)|Thanh\s+tra(?!\s+Chính)|Kho\s+bạc\s+[Nn]hà\s+nước|(?:Chi\s+)?[Cc]ục\s+(?:Thuế|Thống\s+kê|Hải\s+quan|Quản\s+lý\s+thị\s+trường|Thi\s+hành\s+án\s+dân\s+sự|Đường\s+bộ|Kiểm\s+lâm|Phát\s+triển\s+nông\s+thôn)|Bảo\s+hiểm\s+xã\s+hội(?!\s+(?:bắt|tự))|Liên\s+đoàn\s+[Ll]ao\s+động|Liên\s+minh\s+[Hh]ợp\s+tác\s+xã|Hội\s+(?:[Nn]ông\s+dân|(?:Liên\s+hiệp\s+)?[Pp]hụ\s+nữ|Cựu\s+chiến\s+binh|Chữ\s+thập\s+đỏ|Người\s+cao\s+tuổi|Khuyến\s+học|Nhà\s+báo|Luật\s+gia)|Hiệp\s+hội\s+(?:[Dd]oanh\s+nghiệp|[Bb]ất\s+động\s+sản)|Đoàn\s+(?:Thanh\s+niên(?:\s+Cộng\s+sản\s+Hồ\s+Chí\s+Minh)?|TNCS\s+Hồ\s+Chí\s+Minh|đại\s+biểu\s+Quốc\s+hội|ĐBQH)|Bộ\s+[Cc]hỉ\s+huy\s+(?:[Qq]uân\s+sự|[Bb]ộ\s+đội\s+[Bb]iên\s+phòng)|Báo(?:\s+và\s+(?:[Đđ]ài\s+)?[Pp]hát\s+thanh\s*(?:,|và|-)?\s*[Tt]ruyền\s+hình)?(?=\s+(?:{place}|tỉnh))|(?:Đài\s+)(?:[Pp]hát\s+thanh\s*(?:,|và|-)?\s*[Tt]ruyền\s+hình|PTTH|PT-TH|PT&TH)|Tòa\s+án\s+nhân\s+dân|Viện\s+[Kk]iểm\s+sát\s+nhân\s+dân|Cổng\s+[Tt]hông\s+tin\s+điện\s+tử|[Qq]uỹ\s+[Đđ]ầu\s+tư\s+phát\s+triển(?:\s+địa\s+phương)?|Trung\s+tâm\s+[Pp]hát\s+triển\s+quỹ\s+đất)(?!\s+tối\s+cao)(?:\s+Việt\s+Nam)?{area}", True, False),
    (r"[Qq]uỹ", r"quỹ\s+đầu\s+tư\s+phát\s+triển(?:\s+(?:địa\s+phương|của\s+tỉnh))|Quỹ\s+[A-ZĐÀ-Ỹ]\w*(?:\s+[\wÀ-ỹ]+){{1,9}}?(?=\s*[,;.:()”\"]|\s+(?:chủ|phối|có|để|từ))", True, False),
    (r"Ngân\s+hàng|NHNN|NH\s*CSXH|NHCSXH", r"(?:Ngân\s+hàng\s+Nhà\s+nước(?:\s+Việt\s+Nam)?|NHNN(?:\s+Việt\s+Nam)?|Ngân\s+hàng\s+[Cc]hính\s+sách(?:\s+xã\s+hội)?(?:\s+Việt\s+Nam)?|NH\s*CSXH|Ngân\s+hàng\s+[Pp]hát\s+triển(?:\s+Việt\s+Nam)?)(?:\s*-?\s*[Cc]hi\s+nhánh)?(?:\s+[Kk]hu\s+vực\s+\w+)?{area}", False, False),
    (r"VPCP|Văn\s+phòng|Bộ|Thứ\s+trưởng|Thanh\s+tra", r"(?:(?:Bộ|Thứ)\s+trưởng\s+)?Bộ\s+(?P<sector>(?i:{sectors}))(?!\w)", False, False),
    (r"{central_heads}", r"(?:{central})(?!\w)", False, False),
    (r"Phòng|Trạm|Trung\s+tâm", r"(?:Phòng\s+(?:Kinh\s+tế\s*,\s*Hạ\s+tầng\s+và\s+Đô\s+thị|Kinh\s+tế(?:\s+và\s+Hạ\s+tầng|\s*-\s*Hạ\s+tầng)?|Văn\s+hóa\s*(?:-|–|và)\s*(?:Xã\s+hội|Thông\s+tin|Khoa\s+học\s+và\s+Thông\s+tin)|Văn\s+hóa\s*,\s*Khoa\s+học\s+và\s+Thông\s+tin|Tài\s+chính\s*(?:-|–|và)\s*Kế\s+hoạch|Quản\s+lý\s+đô\s+thị|Dân\s+tộc(?!\s+và\s+Tôn)|(?i:{sectors})(?!\w))|Trạm\s+Y\s+tế|Trung\s+tâm\s+(?:Y\s+tế|[Pp]hục\s+vụ\s+hành\s+chính\s+công|Chính\s+trị|Giáo\s+dục\s+nghề\s+nghiệp(?:\s*-\s*|\s+và\s+)[Gg]iáo\s+dục\s+thường\s+xuyên|Văn\s+hóa\s*(?:-|–|,)\s*Thể\s+thao(?:\s+và\s+(?:Du\s+lịch|Truyền\s+thanh))?|Dịch\s+vụ\s+nông\s+nghiệp)){seat}", True, False),
    (r"Văn\s+phòng", r"Văn\s+phòng\s+(?:{council}\s+và\s+{committee}|{committee}\s+và\s+{council}){seat}", True, False),
    (r"Ban\s+[Cc]hỉ\s+huy|BCH", r"(?:Ban\s+[Cc]hỉ\s+huy|BCH)\s+(?:[Qq]uân\s+sự|[Pp]hòng\s+thủ\s+dân\s+sự(?:\s+và\s+tìm\s+kiếm\s+cứu\s+nạn)?){seat}", True, False),
    (r"Công\s+an|Hội", r"(?:Công\s+an|Hội\s+(?:[Nn]ông\s+dân|(?:Liên\s+hiệp\s+)?[Pp]hụ\s+nữ|Cựu\s+chiến\s+binh|Chữ\s+thập\s+đỏ|Người\s+cao\s+tuổi|Khuyến\s+học))(?:\s+(?:{unit}\s+{proper}|(?:các\s+)?(?:huyện|xã|phường|quận)(?!\s+hội)(?!\w)(?:\s*,\s*(?:xã|phường|thị\s+trấn|đặc\s+khu)(?!\w))*))", True, False),
    (r"[Cc]ác\s+trường|[Cc]ác\s+trạm|[Tt]rường", r"[Cc]ác\s+(?:trường(?:\s+(?:học|mầm\s+non|tiểu\s+học|trung\s+học(?:\s+(?:cơ\s+sở|phổ\s+thông))?|đại\s+học|cao\s+đẳng|phổ\s+thông))?(?:\s*,\s*(?:mầm\s+non|tiểu\s+học|trung\s+học\s+cơ\s+sở|trung\s+học\s+phổ\s+thông|cao\s+đẳng))*|trạm\s+y\s+tế){scope}", True, True),
    (r"Tập\s+đoàn|Tổng\s+công", r"(?:Tập\s+đoàn|Tổng\s+công\s+ty)\s+[A-ZĐÀ-Ỹ]\w*(?:\s+[\wÀ-ỹ]+){{0,6}}?\s+Việt\s+Nam", False, False),
    (r"Tổ|Thường\s+trực|Lãnh\s+đạo|Văn\s+phòng|Đảng|Chủ\s+nhiệm|Trưởng|Ban\s+cán", r"(?:Tổ\s+trưởng\s+)?(?:Tổ\s+đảng\s+ở\s+)?(?:Thường\s+trực|Lãnh\s+đạo|Văn\s+phòng|Đảng\s+(?:ủy|đoàn|bộ)(?:\s+cơ\s+quan)?|Chủ\s+nhiệm|Ban\s+cán\s+sự\s+đảng)\s+(?:{central}|các\s+(?:Ủy|Uỷ)\s+ban\s+của\s+Quốc\s+hội|Bộ\s+(?i:{sectors}))(?!\w)", False, False),
)  # fmt: skip


@cache
def _central() -> tuple[str, str]:
    """Names of central bodies from the ontology as one alternation, and their first words."""
    from ontology.bodies import BODIES

    names = {
        name
        for body in BODIES
        if body.level == "central"
        for name in (body.name, *body.aliases)
        if not name.startswith("Bộ ") or name == "Bộ Chính trị"
    }
    ordered = sorted(names, key=len, reverse=True)
    heads = sorted({name.split()[0] for name in ordered}, key=len, reverse=True)
    return "|".join(spelled(name) for name in ordered), "|".join(spelled(head) for head in heads)


@dataclass(frozen=True, slots=True)
class _Form:
    rule: re.Pattern[str]
    local: bool
    collective: bool


@cache
def _forms() -> tuple[re.Pattern[str], dict[str, tuple[_Form, ...]]]:
    """A cheap scan for the words names begin with, and for each such word the forms to try, in the table's order."""
    pieces = _vocabulary()
    central, central_heads = _central()
    forms = []
    for heads, shape, local, collective in _FORMS:
        filled = shape.format(**pieces, central=central)
        forms.append((heads.replace("{central_heads}", central_heads), _Form(rule(filled), local, collective)))
    firsts: dict[str, list[_Form]] = {}
    for heads, form in forms:
        for head in _firstspelled(heads):
            bucket = firsts.setdefault(head, [])
            if form not in bucket:
                bucket.append(form)
    scan = re.compile(r"(?<![\w-])(?:" + "|".join(sorted(map(re.escape, firsts), key=len, reverse=True)) + r")(?!\w)")
    return scan, {head: tuple(bucket) for head, bucket in firsts.items()}


def _firstspelled(heads: str) -> set[str]:
    """`[Cc]ác\\s+[Ss]ở|Sở` begins with one of các, Các, Sở."""
    words = set()
    for head in heads.split("|"):
        first = re.split(r"\\s", head.replace("(?:", "").replace(")", ""))[0]
        match = re.match(r"\[(\w)(\w)\](.*)", first)
        words |= {match[1] + match[3], match[2] + match[3]} if match else {first.replace("\\", "")}
    return words - {""}


_DISTRIBUTED = re.compile(r"[Cc]ác\s+(?P<head>[Ss]ở|[Bb]ộ)\s*:?\s*(?=[A-ZĐ])")
_ALSO = re.compile(r"\s*(?:,|;|và|,\s*và|&)\s*")


def bodies(text: str) -> list[Body]:
    """Every body named in `text`, in order, the longest name at each place."""
    scan, forms = _forms()
    found: list[Body] = []
    position = 0
    while match := scan.search(text, position):
        start = match.start()
        spread = _distributed(text, start)
        if spread:
            found += spread
            position = spread[-1].end
            continue
        best: tuple[re.Match[str], _Form] | None = None
        for form in forms[match[0]]:
            hit = form.rule.match(text, start)
            if hit and (best is None or hit.end() > best[0].end()) and _ends_a_word(text, hit.end()):
                best = hit, form
        if best is None:
            position = match.end()
            continue
        hit, form = best
        body = _body(hit, form)
        found.append(body)
        position = max(body.end, match.end())
        if body.surface.startswith(("Sở ", "Bộ ")):
            found += _more_sectors(text, position, body.surface[:2], form)
            position = found[-1].end
    return found


def _ends_a_word(text: str, end: int) -> bool:
    return end >= len(text) or not (text[end - 1].isalnum() and text[end].isalnum())


@cache
def _sector_rule() -> re.Pattern[str]:
    return re.compile(rf"(?i:{_vocabulary()['sectors']})(?!\w)")


def _distributed(text: str, start: int) -> list[Body]:
    """`Các sở: Tài chính, Xây dựng`: the word spreads over the sectors."""
    head = _DISTRIBUTED.match(text, start)
    if not head:
        return []
    first = _sector_rule().match(text, head.end())
    if not first or not first[0][0].isupper():
        return []
    word = head["head"].capitalize()
    found = [replace(_sector_body(text, first.start(), first.end(), word), start=start)]
    found += _more_sectors(text, first.end(), word, None)
    return found


def _more_sectors(text: str, position: int, word: str, form: _Form | None) -> list[Body]:
    """Sectors that go on after `Sở X`: `, Y và Z`, each capitalised and closed by a comma, `và`, a full stop or the end."""
    found = []
    while (also := _ALSO.match(text, position)) and (sector := _sector_rule().match(text, also.end())):
        if not sector[0][0].isupper():
            break
        if form is not None and not re.match(r"\s*(?:[,;.\n(]|và\s|$)", text[sector.end() : sector.end() + 6]):
            break
        found.append(_sector_body(text, sector.start(), sector.end(), word))
        position = sector.end()
    return found


def _sector_body(text: str, start: int, end: int, word: str) -> Body:
    name = full_name(f"{word} {text[start:end]}")
    return Body(start, end, text[start:end], name, "", word == "Sở", False)


def _body(hit: re.Match[str], form: _Form) -> Body:
    surface = hit[0].rstrip(" ,")
    start = hit.start()
    name, place = split_place(surface) if not form.collective else (surface, "")
    collective = form.collective or bool(
        re.search(r"\s(?:các\s+(?:huyện|tỉnh|xã|quận|cấp|địa)|cấp\s+(?:huyện|xã))", surface)
    )
    if collective:
        name = group_name(surface)
    else:
        name = full_name(name)
    known = canonical(name)
    local = form.local and (known is None or known.level != "central")
    if name.startswith("Ngân hàng Nhà nước") and re.search(r"chi nhánh|tỉnh|thành phố", surface, re.I):
        local = True
    return Body(start, start + len(surface), " ".join(surface.split()), name, place, local, collective)


_OWN_PLACE = re.compile(r"\s*(?:-|,)?\s*(?:chi\s+nhánh\s*)?(?:(?:cấp\s+)?tỉnh|thành\s+phố|TP\.?)$", re.I)


# A district or commune by its name; cities of a province too, not those that are provinces.
_OWN_UNIT = rule(
    r"\s+(?P<unit>(?:[Xx]ã|[Pp]hường|[Tt]hị\s+trấn|[Hh]uyện|[Qq]uận|[Tt]hị\s+xã|[Đđ]ặc\s+khu)\s+[A-ZĐÀ-Ỹ][\w’']*(?:\s+[A-ZĐÀ-Ỹ][\w’']*){0,3})$"
)


@cache
def _named_place() -> re.Pattern[str]:
    return re.compile(
        rf"\s*(?:-|,)?\s*(?:[Cc]hi\s+nhánh\s*)?(?:(?:[Tt]ỉnh|[Tt]hành\s+phố|TP\.?)\s+)?(?P<place>{_vocabulary()['province_names']})$"
    )


def split_place(surface: str) -> tuple[str, str]:
    """`Sở Xây dựng tỉnh Lai Châu` as (`Sở Xây dựng`, `Lai Châu`); the place is empty when the words give none."""
    words = " ".join(surface.split())
    unit = _OWN_UNIT.search(words)
    if unit and unit.start() > 0:
        return words[: unit.start()], unit["unit"][0].lower() + unit["unit"][1:]
    named = _named_place().search(words)
    if named and named.start() > 0:
        found = province(named["place"])
        return words[: named.start()], found.name if found else named["place"]
    return _OWN_PLACE.sub("", words), ""


_SPELLINGS = (
    (re.compile(r"\s*\((?:UBND|HĐND)\)"), ""),
    (re.compile(r"^UBND|(?<=\s)UBND|[ỦU]y ban nhân dân|Uỷ ban nhân dân|ỦY BAN NHÂN DÂN"), "Ủy ban nhân dân"),
    (re.compile(r"HĐND|HỘI ĐỒNG NHÂN DÂN"), "Hội đồng nhân dân"),
    (re.compile(r"UBMTTQ(?:\s*VN)?|(?:Ủy|Uỷ) ban (?:Mặt trận Tổ quốc|MTTQ)(?: Việt Nam| VN)?"), "Ủy ban Mặt trận Tổ quốc Việt Nam"),
    (re.compile(r"(?<!ban )(?:Mặt trận Tổ quốc|MTTQ)(?: Việt Nam| VN)?"), "Mặt trận Tổ quốc Việt Nam"),
    (re.compile(r"\bBTV\b|BAN THƯỜNG VỤ"), "Ban Thường vụ"),
    (re.compile(r"BCS đảng"), "Ban cán sự đảng"),
    (re.compile(r"uỷ"), "ủy"),
    (re.compile(r"^VP(?=\s)"), "Văn phòng"),
    (re.compile(r"TỈNH ỦY"), "Tỉnh ủy"),
    (re.compile(r"THÀNH ỦY"), "Thành ủy"),
    (re.compile(r"\bKKT\b"), "Khu kinh tế"),
    (re.compile(r"\bKCN\b"), "khu công nghiệp"),
)  # fmt: skip


def full_name(name: str) -> str:
    """A single body's usual full name: abbreviations written out, the ontology's spelling where it knows the body."""
    name = " ".join(name.split())
    known = canonical(name)
    if known:
        return known.name
    for spelling, words in _SPELLINGS:
        name = spelling.sub(words, name)
    known = canonical(name)
    name = known.name if known else name
    return name[:1].upper() + name[1:]


def group_name(surface: str) -> str:
    """A collective's name: one spelling of case, `các` and `có liên quan`, abbreviations written out."""
    name = " ".join(surface.split())
    for spelling, words in _SPELLINGS:
        name = spelling.sub(words, name)
    if not name.startswith(("Ủy ban nhân dân", "Hội đồng nhân dân", "Chủ tịch", "Sở")):
        name = re.sub(r"\b(Sở|Ban|Ngành|Bộ)\b", lambda m: m[0].lower(), name[0].lower() + name[1:])
    return name[0].upper() + name[1:]
