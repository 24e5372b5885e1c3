"""What figures are counted in: `%`, `căn hộ`, `triệu đồng/người/năm`."""

from __future__ import annotations

import re

from ingest.letters import rule

# Shares, money, measures; homes; people; places and works; what offices and firms make. Of names that begin alike the
# longer stands first.
_UNITS = (
    r"%|‰|phần\s+trăm|điểm\s+(?:phần\s+trăm|%)",
    r"(?:tỷ|tỉ|triệu)\s+(?:đồng|USD|đô\s+la(?:\s+Mỹ)?)|đồng|USD",
    r"(?:km2|km|ha|m2(?:\s+sàn)?|m²(?:\s+sàn)?|m3|m³|kWh|kW|MWp|MWh|MW|GWh|GW|MVA|Mbps|Gbps|Tbps|kg)(?!\w)",
    r"héc\s*ta|hecta|tấn|lít|gam|tạ(?=\s*/)",
    r"căn\s+hộ(?:\s+nhà\s+ở(?:\s+xã\s+hội)?)?|căn\s+nhà(?:\s+ở(?:\s+xã\s+hội)?)?|căn|ngôi\s+nhà|phòng\s+ở",
    r"hộ(?:\s+gia\s+đình)?(?!\s+(?:kinh\s+doanh|chiếu))|hộ\s+kinh\s+doanh",
    r"bé\s+trai|lượt\s+(?:người|khách|hộ)|lượt|người|lao\s+động|nhân\s+(?:khẩu|lực)|khẩu(?!\s+(?:hiệu|trang|phần|súng|đội))|trẻ\s+em|thuê\s+bao",
    r"học\s+sinh|sinh\s+viên|học\s+viên|giáo\s+viên|nghiên\s+cứu\s+sinh|tiến\s+sĩ|thạc\s+sĩ",
    r"cán\s+bộ|công\s+chức|đảng\s+viên|đoàn\s+viên|hội\s+viên|công\s+nhân|chuyên\s+gia",
    r"kỹ\s+sư|kĩ\s+sư|kỹ\s+thuật\s+viên|bác\s+s[ĩỹ]|dược\s+s[ĩỹ]|điều\s+dưỡng",
    r"xã|phường|thị\s+trấn|huyện|tỉnh|thành\s+phố|đô\s+thị|thôn|bản|ấp|làng\s+nghề|khu\s+dân\s+cư|tổ\s+dân\s+phố",
    r"trường(?:\s+học)?|phòng\s+học|lớp(?:\s+học)?|bệnh\s+viện|trạm\s+y\s+tế|trạm|phòng\s+khám|giường(?:\s+bệnh)?",
    r"thư\s+viện|nhà\s+văn\s+hóa|nhà\s+văn\s+hoá|chợ|siêu\s+thị|cầu|tuyến(?:\s+đường)?|nhà\s+máy|hồ\s+chứa",
    r"công\s+trình|dự\s+án|doanh\s+nghiệp|hợp\s+tác\s+xã|tổ\s+hợp\s+tác|trang\s+trại|cơ\s+sở(?:\s+dữ\s+liệu)?"
    r"|tổ\s+chức(?:\s*,\s*doanh\s+nghiệp)?",
    r"khu(?:\s+(?:công\s+nghiệp|kinh\s+tế))?|cụm(?:\s+công\s+nghiệp)?|trung\s+tâm|mô\s+hình",
    r"phòng\s+thí\s+nghiệm|câu\s+lạc\s+bộ|chi\s+bộ|nền\s+tảng"
    r"|điểm\s+(?:du\s+lịch|đến|trường|dân\s+cư|bưu\s+điện|sinh\s+hoạt|truy\s+cập)(?!\w)|điểm(?!\s+(?:a|b|c|d|đ|e|g)\b)",
    r"đề\s+tài|đề\s+án|nhiệm\s+vụ|sản\s+phẩm|sáng\s+chế|công\s+bố|thủ\s+tục(?:\s+hành\s+chính)?|dịch\s+vụ\s+công",
    r"giấy\s+chứng\s+nhận|giấy\s+phép|hồ\s+sơ|tiêu\s+chí|nhãn\s+hiệu|thương\s+hiệu|bộ\s+dữ\s+liệu",
    r"chỗ(?:\s+(?:ở|ngồi|học))?|suất|cây|con(?!\s+(?:đường|số|người))|bậc|lần|tuổi",
    r"ngày\s+công|(?:ngày(?:\s+làm\s+việc)?|giờ|phút)",
    r"nhà(?!\s+(?:nước|đầu|ở\s+xã|máy|văn))",
)
# `đồng/người/năm`, `giường/vạn dân`, `bác sĩ/10.000 dân`
_PER = (
    r"(?:\d[\d.]{0,6}\s+|một\s+)?(?:năm|tháng|quý|ngày|tuần|giờ|đầu\s+người|người|hộ|lao\s+động|(?:vạn\s+|nghìn\s+)?dân"
    r"|xã|huyện|thôn|trường|lớp|căn|nhà|ha|km2|m2|học\s+sinh|trẻ\s+em|phụ\s+nữ|bé\s+gái|GRDP|GDP)"
)
# `người trên một vạn dân`
_PER_PEOPLE = r"\s+trên\s+(?:một\s+|\d[\d.]{0,6}\s+)?(?:vạn\s+|nghìn\s+)?dân(?!\w)"
UNIT = rf"(?:{'|'.join(_UNITS)})(?:(?:\s*/\s*{_PER}(?!\w)){{1,2}}|{_PER_PEOPLE})?"
# What a table says above or beside itself that it counts: `Đơn vị tính: căn`.
STATED_UNIT = rule(rf"(?:Đơn\s+vị(?:\s+tính)?|ĐVT)\s*:\s*(?P<unit>{UNIT})(?!\w)", re.I)
_DWELLINGS = rule(r"\s+nhà\s+ở.*")
_SLASH = rule(r"\s*/\s*")
# `người (lũy kế)`: how it is counted.
_REMARK = rule(r"(?<=\w)\s*\((?:lũy\s+kế|cộng\s+dồn|bình\s+quân|ước|dự\s+kiến|tính\s+đến[^()]{0,40})\)", re.I)


def bare_unit(written: str) -> str:
    """A unit as a table writes it, without what it says of how it is counted."""
    return _REMARK.sub("", written).strip()


def unit_name(written: str) -> str:
    """A unit as it is kept: small letters, `phần trăm` and `%/năm` as `%`, a dwelling by its shortest name."""
    name = _SLASH.sub("/", " ".join(bare_unit(written).lower().split()))
    name = name.replace("phần trăm", "%").replace("%/năm", "%").replace("m²", "m2").replace("m³", "m3")
    return _DWELLINGS.sub("", name)
