"""What the columns of a table are, by their headings (DOMAIN: the headings in use)."""

from __future__ import annotations

import re

# The first rule that matches a heading names the column; more definite headings come first.
_HEADINGS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(rule, re.I))
    for kind, rule in (
        ("ref", r"^(?:số\s*)?(?:stt|tt)\.?$|^số\s+thứ\s+tự$|^#$"),
        ("both", r"chủ\s+trì\s*(?:/|,|và|-)\s*(?:cơ\s+quan\s+|đơn\s+vị\s+)?phối\s+hợp|^phân\s+công(?:\s+(?:nhiệm\s+vụ|thực\s+hiện|trách\s+nhiệm))?$"),
        ("support", r"phối\s+hợp"),
        ("watch", r"theo\s+dõi|đánh\s+giá|đôn\s+đốc|giám\s+sát"),
        ("lead", r"chủ\s+trì|tham\s+mưu|đầu\s+mối|(?:cơ\s+quan|đơn\s+vị|bộ\s+phận|tổ\s+chức)\s+(?:thực\s+hiện|soạn\s+thảo|chịu\s+trách\s+nhiệm|phụ\s+trách)|^trách\s+nhiệm|phụ\s+trách|người\s+thực\s+hiện"),
        ("deadline", r"thời\s+(?:gian|hạn|điểm|hoàn)|tiến\s+độ|ngày\s+hoàn\s+thành|hoàn\s+thành\s*$|^hạn\b|lộ\s+trình|^năm\s+(?:hoàn\s+thành|thực\s+hiện)$"),
        ("product", r"kết\s+quả|sản\s+phẩm|hình\s+thức(?:\s+văn\s+bản)?|đầu\s+ra"),
        ("authority", r"cấp\s+(?:trình|ban\s+hành|phê\s+duyệt|có\s+thẩm\s+quyền|quyết\s+định)|cơ\s+quan\s+(?:ban\s+hành|trình|phê\s+duyệt)|thẩm\s+quyền"),
        ("note", r"ghi\s+chú|nguồn\s+gốc|căn\s+cứ|trạng\s+thái|kinh\s+phí|nguồn\s+(?:vốn|lực)"),
        ("indicator", r"chỉ\s+tiêu|mục\s+tiêu"),
        ("unit", r"đơn\s+vị\s+tính|^đvt$|^đơn\s+vị$"),
        ("task", r"nhiệm\s+vụ|nội\s+dung|công\s+việc|hoạt\s+động|giải\s+pháp|tên\s+(?:đề\s+án|văn\s+bản|dự\s+án|chương\s+trình)|danh\s+mục|đề\s+án|lĩnh\s+vực"),
    )
)  # fmt: skip


def column(heading: str) -> str:
    """`ref`, `task`, `lead`, `support`, `both`, `watch`, `deadline`, `product`, `authority`, `note`, `indicator`, `unit`, or
    empty when the heading says none of these."""
    words = " ".join(heading.split()).strip(" .:*")
    return next((kind for kind, rule in _HEADINGS if rule.search(words)), "")


def columns(headings: tuple[str, ...] | list[str]) -> list[str]:
    """The kind of each column of a heading row."""
    return [column(heading) for heading in headings]


def is_task_table(kinds: list[str]) -> bool:
    """A table of duties names what is to be done and who does it."""
    return "task" in kinds and bool({"lead", "both"} & set(kinds))
