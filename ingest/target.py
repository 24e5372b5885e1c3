"""One figure that a document sets as a goal or reports as a result, and the units it may be counted in."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.citation import Citation
from ingest.outline import Item

# What is counted, the longer name of a unit before the shorter.
_UNITS = (
    r"%",
    r"căn\s+hộ(?:\s+nhà\s+ở(?:\s+xã\s+hội)?)?",
    r"căn\s+nhà(?:\s+ở(?:\s+xã\s+hội)?)?",
    r"căn",
    r"hộ(?:\s+gia\s+đình)?",
    r"dự\s+án",
    r"(?:km|ha|m2|m²|m3)(?!\w)",
    r"tỷ\s+đồng",
    r"triệu\s+đồng",
    r"đồng",
    r"người",
    r"lao\s+động",
    r"xã",
    r"phường",
    r"huyện",
    r"tỉnh",
    r"thôn",
    r"bản",
    r"trường",
    r"phòng\s+học",
    r"công\s+trình",
    r"doanh\s+nghiệp",
    r"hợp\s+tác\s+xã",
    r"cơ\s+sở",
    r"tổ\s+chức",
    r"đề\s+tài",
    r"nhiệm\s+vụ",
    r"sản\s+phẩm",
    r"trung\s+tâm",
    r"chỗ(?:\s+ở)?",
    r"giường(?:\s+bệnh)?",
    r"bác\s+sĩ",
    r"lượt",
    r"tấn",
    r"MW",
    r"khu(?:\s+công\s+nghiệp)?",
    r"cụm",
    r"tiêu\s+chí",
    r"mô\s+hình",
    r"nhà(?!\s+(?:nước|đầu|ở\s+xã))",
)
UNIT = "|".join(_UNITS)


@dataclass(frozen=True, slots=True)
class Target:
    """One figure. `part_of` is the index of its total among the targets of the document, -1 for none; `assigned_by` the
    citations of the documents that set it."""

    ref: str
    subject: str
    value: int | float
    unit: str
    comparator: str
    period_start: str
    period_end: str
    status: str
    start: int
    end: int
    item: Item | None
    part_of: int = -1
    assigned_by: tuple[Citation, ...] = ()
    rule: str = "target.prose"
