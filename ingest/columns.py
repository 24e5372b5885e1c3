"""What the columns of a table are, by their headings (DOMAIN: the headings in use)."""

from __future__ import annotations

from functools import lru_cache

from ingest.letters import rule

# The first row with words that occur in a heading names the column; more definite headings come first.
_WORDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("ref", (r"^(?:số\s*)?(?:stt|tt)\.?$", r"^số\s+thứ\s+tự$", r"^#$")),
    (
        "both",
        (
            r"chủ\s+trì\s*(?:/|,|và|-)\s*(?:cơ\s+quan\s+|đơn\s+vị\s+)?phối\s+hợp",
            r"^phân\s+công(?:\s+(?:nhiệm\s+vụ|thực\s+hiện|trách\s+nhiệm))?$",
        ),
    ),
    ("support", (r"phối\s+hợp", r"^(?:các\s+)?(?:cơ\s+quan|đơn\s+vị|sở,?\s*ngành)\s+(?:có\s+)?liên\s+quan$")),
    ("watch", (r"lãnh\s+đạo\s+(?:phụ|chỉ)", r"theo\s+dõi", r"đánh\s+giá", r"đôn\s+đốc", r"giám\s+sát")),
    (
        "lead",
        (
            r"chủ\s+trì",
            r"tham\s+mưu",
            r"đầu\s+mối",
            r"(?:cơ\s+quan|đơn\s+vị|bộ\s+phận|tổ\s+chức)\s+(?:thực\s+hiện|soạn\s+thảo|chịu\s+trách\s+nhiệm|phụ\s+trách)",
            r"^trách\s+nhiệm",
            r"phụ\s+trách",
            r"người\s+thực\s+hiện",
        ),
    ),
    ("begin", (r"bắt\s+đầu$", r"^từ\s+ngày$")),
    ("product", (r"^(?:kết\s+quả|sản\s+phẩm)",)),  # `Sản phẩm hoàn thành` is no deadline
    (
        "deadline",
        (
            r"thời\s+(?:gian|hạn|điểm|hoàn)",
            r"tiến\s+độ",
            r"ngày\s+hoàn\s+thành",
            r"hoàn\s+thành\s*$",
            r"^hạn\b",
            r"kết\s+thúc$",
            r"^đến\s+ngày$",
            r"lộ\s+trình",
            r"^năm\s+(?:hoàn\s+thành|thực\s+hiện)$",
        ),
    ),
    ("product", (r"kết\s+quả", r"sản\s+phẩm", r"hình\s+thức(?:\s+văn\s+bản)?", r"đầu\s+ra")),
    (
        "authority",
        (
            r"cấp\s+(?:trình|ban\s+hành|phê\s+duyệt|có\s+thẩm\s+quyền|quyết\s+định)",
            r"cơ\s+quan\s+(?:ban\s+hành|trình|phê\s+duyệt)",
            r"thẩm\s+quyền",
        ),
    ),
    (
        "note",
        (r"ghi\s+chú", r"nguồn\s+gốc", r"căn\s+cứ", r"trạng\s+thái", r"kinh\s+phí", r"nguồn\s+(?:vốn|lực)"),
    ),
    ("indicator", (r"chỉ\s+tiêu", r"mục\s+tiêu")),
    ("unit", (r"đơn\s+vị\s+tính", r"^đvt$", r"^đơn\s+vị$")),
    (
        "task",
        (
            r"nhiệm\s+vụ",
            r"nội\s+dung",
            r"công\s+việc",
            r"hoạt\s+động",
            r"giải\s+pháp",
            r"tên\s+(?:đề\s+án|văn\s+bản|dự\s+án|chương\s+trình)",
            r"danh\s+mục",
            r"đề\s+án",
            r"lĩnh\s+vực",
        ),
    ),
)
# On words in lower case: a rule that minds case looks only where one of its first letters stands.
_HEADINGS = tuple((kind, rule("|".join(words))) for kind, words in _WORDS)


@lru_cache(maxsize=4_096)
def column(heading: str) -> str:
    """`ref`, `task`, `lead`, `support`, `both`, `watch`, `begin`, `deadline`, `product`, `authority`, `note`,
    `indicator` or `unit`; empty when the heading says none of these."""
    words = " ".join(heading.split()).strip(" .:*").lower()
    return next((kind for kind, rule in _HEADINGS if rule.search(words)), "")


def columns(headings: tuple[str, ...] | list[str]) -> list[str]:
    """The kind of each column of a heading row."""
    return [column(heading) for heading in headings]


def is_task_table(kinds: list[str]) -> bool:
    """A table of duties names what is to be done and who does it."""
    return "task" in kinds and bool({"lead", "both", "who"} & set(kinds))
