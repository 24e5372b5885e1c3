"""The answer to a question as a sheet that an office would send on.

Duties stand in the columns of the tables in which offices follow their tasks (number, name, who leads, who takes part,
by when, state, source); other answers in the order of their rows. Names stand in place of ids.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, fields, is_dataclass
from datetime import date
from typing import Any

from graph.formats.office_sheets import Cell, Sheet
from viz.headings import VALUES, heading
from viz.labels import clean

TITLES: dict[str, tuple[str, str]] = {
    "agency": ("Cơ quan", "Agency"),
    "audit": ("Nội dung chưa đọc được", "Audit"),
    "bottlenecks": ("Cơ quan đầu mối", "Bottlenecks"),
    "compare": ("So sánh", "Compare"),
    "coverage": ("Mức độ tiếp thu", "Coverage"),
    "deadlines": ("Thời hạn", "Deadlines"),
    "diff": ("Khác biệt", "Differences"),
    "documents": ("Văn bản", "Documents"),
    "evaluate": ("Đánh giá", "Evaluation"),
    "gaps": ("Thiếu sót", "Gaps"),
    "impact": ("Ảnh hưởng", "Impact"),
    "lineage": ("Chuỗi văn bản", "Lineage"),
    "matrix": ("Cơ quan và văn bản", "Matrix"),
    "missing": ("Còn thiếu", "Missing"),
    "partners": ("Cơ quan cùng làm", "Partners"),
    "path": ("Căn cứ", "Path"),
    "search": ("Tìm kiếm", "Search"),
    "show": ("Chi tiết", "Details"),
    "stats": ("Thống kê", "Statistics"),
    "targets": ("Chỉ tiêu", "Targets"),
    "tasks": ("Nhiệm vụ", "Tasks"),
}
_OFFICE: tuple[tuple[str, str, int], ...] = (
    ("Tên nhiệm vụ", "Task", 60),
    ("Đơn vị chủ trì thực hiện", "Leads", 28),
    ("Đơn vị phối hợp", "Supports", 32),
    ("Ngày hoàn thành", "Due", 16),
    ("Trạng thái", "State", 16),
    ("Nguồn gốc", "Source", 32),
    ("Địa bàn", "Place", 16),
    ("Trích dẫn", "Quote", 60),
)
_CODED = frozenset(
    "branch change direction kind level recurrence relation role state status verdict differs part".split()  # noqa: SIM905
)
_WIDE = frozenset(
    "a after b before detail explanation label note quote quotes subject supports text title words".split()  # noqa: SIM905
)
_NARROW = frozenset(
    """
    closeness collective comparator count days depth direction distance lag_days line n ref ref_a ref_b route shared
    step unit
    """.split()  # noqa: SIM905
)


def ids_in(rows: Sequence[Any]) -> set[str]:
    """Whatever in the rows may be the id of a node."""
    found: set[str] = set()
    for row in rows:
        for value in _plain(row).values():
            found.update(part for part in (value if isinstance(value, (list, tuple)) else (value,)) if _is_id(part))
    return found


def sheet_of(
    rows: Sequence[Any], question: str, lang: str, labels: Mapping[str, str], *, kind: type | None = None
) -> Sheet:
    """The rows of a question as one sheet. `labels` has the names of the nodes whose ids stand in them; `kind` is the
    rows' type, for the head of an empty sheet."""
    plain = [_plain(row) for row in rows]
    title = TITLES[question][0 if lang == "vi" else 1] if question in TITLES else question
    columns = list(plain[0]) if plain else [field.name for field in fields(kind)] if kind else []
    if {"task", "leads", "deadline_text"} <= set(columns):
        head = tuple((vi if lang == "vi" else en, width) for vi, en, width in _OFFICE)
        body: Iterable[tuple[Cell, ...]] = (_duty(row, lang, labels) for row in plain)
    else:
        columns = [name for name in columns if _says_more(name, columns)]
        columns = [name for name in columns if any(row[name] not in (None, "", ()) for row in plain)] or columns
        head = tuple((heading(name, lang), _width(name)) for name in columns)
        body = (tuple(_cell(name, row[name], lang, labels) for name in columns) for row in plain)
    number = "STT" if lang == "vi" else "No."
    return Sheet(title, ((number, 6), *head), _numbered(body))


def _numbered(rows: Iterable[tuple[Cell, ...]]) -> Iterator[tuple[Cell, ...]]:
    return ((number, *row) for number, row in enumerate(rows, 1))


def _plain(row: Any) -> dict[str, Any]:
    return asdict(row) if is_dataclass(row) and not isinstance(row, type) else dict(row)


def _duty(row: Mapping[str, Any], lang: str, labels: Mapping[str, str]) -> tuple[Cell, ...]:
    def cell(name: str) -> Cell:
        return _cell(name, row.get(name, ""), lang, labels)

    source = ", ".join(filter(None, (str(cell("document")), f"mục {row['ref']}" if lang == "vi" else str(row["ref"]))))
    due = row.get("next_date") or ("" if row["recurrence"] else row["end"])
    by_when = _day(due) if due else row["deadline_text"] or cell("recurrence")
    state = cell("state") or cell("recurrence")
    return (cell("text"), cell("leads"), cell("supports"), by_when, state, source, cell("place"), cell("quote"))


def _cell(name: str, value: Any, lang: str, labels: Mapping[str, str]) -> Cell:
    if value is None:
        return ""
    if isinstance(value, bool):
        return ("có" if lang == "vi" else "yes") if value else ""
    if isinstance(value, (int, float, date)):
        return value
    if isinstance(value, (list, tuple)):
        return "\n".join(str(_cell(name, part, lang, labels)) for part in value)
    text = str(value)
    if text in labels:
        return labels[text]
    if name in _CODED and text in VALUES:
        return VALUES[text][0 if lang == "vi" else 1]
    as_day: Callable[[str], Cell] = _day if name in _DAYS else clean
    return as_day(text)


_DAYS = frozenset("date end next_date period_end period_start since start valid_from valid_to".split())  # noqa: SIM905


def _day(iso: str) -> Cell:
    """A date for sorting and filtering; a month or a year as people write it."""
    try:
        return date.fromisoformat(iso)
    except ValueError:
        return "/".join(reversed(iso.split("-")))


def _says_more(name: str, columns: Sequence[str]) -> bool:
    """Not what another column says in full: an id beside its label, the first quote beside all of them."""
    if name == "id":
        return not {"text", "label", "title"} & set(columns)
    return f"{name}_label" not in columns and not (name == "quote" and "quotes" in columns)


def _width(name: str) -> int:
    return 60 if name in _WIDE else 10 if name in _NARROW else 24


def _is_id(value: Any) -> bool:
    return isinstance(value, str) and ":" in value and " " not in value[:60]
