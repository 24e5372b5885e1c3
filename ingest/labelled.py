"""Lists in place of tables: under each task the lines `Cơ quan chủ trì: ...`, `Cơ quan phối hợp: ...`, `Thời gian thực
hiện: ...`, `Sản phẩm: ...`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from ingest.bodies import Body
from ingest.cells import listed
from ingest.columns import column
from ingest.dates import Deadline, deadline
from ingest.duties import Duty
from ingest.layout import Cell
from ingest.letters import rule
from ingest.outline import Item

# What a line stands for, as the heading of a table's column would name it.
_LABEL = rule(
    r"""
    ^\s*(?P<label>
        (?:
            (?:Cơ\s+quan|Đơn\s+vị|Sở,?\s+ngành|Bộ\s+phận)(?:\s*,\s*đơn\s+vị)?\s+
            (?:chủ\s+trì|phối\s+hợp|thực\s+hiện|đầu\s+mối)(?:\s+(?:thực\s+hiện|tham\s+mưu))?
          | Chủ\s+trì
          | Phối\s+hợp
          | (?:Thời\s+gian|Thời\s+hạn|Tiến\s+độ|Ngày)(?:\s+(?:thực\s+hiện|hoàn\s+thành|triển\s+khai))?
          | Sản\s+phẩm(?:\s+(?:hoàn\s+thành|đầu\s+ra))?
          | Kết\s+quả(?:\s+(?:đạt\s+được|đầu\s+ra|dự\s+kiến))?
        )
    )\s*:\s*(?P<value>\S.*)$
    """,
    re.I | re.X,
)


@dataclass(slots=True)
class _Record:
    task: Item
    cells: dict[str, list[Cell]] = field(default_factory=dict)


def is_labelled(item: Item) -> bool:
    """Whether a line is one of a list that stands for a table's cells."""
    return _LABEL.match(item.text) is not None


def labelled_duties(items: Sequence[Item]) -> list[Duty]:
    """The duties told in such lists; the task is the item the lines stand under or behind."""
    out: list[Duty] = []
    record: _Record | None = None
    task: Item | None = None
    for item in items:
        match = _LABEL.match(item.text)
        if not match:
            task = item
            if record:
                out += _duty(record)
            record = None
            continue
        holder = item.parent if item.parent and item.parent.level != "roman" and not is_labelled(item.parent) else task
        if holder is None:
            continue
        if record is None or record.task is not holder:
            if record:
                out += _duty(record)
            record = _Record(holder)
        start = item.words + match.start("value")
        record.cells.setdefault(column(match["label"]), []).append(Cell(start, match["value"].rstrip(" .;")))
    if record:
        out += _duty(record)
    return out


def _duty(record: _Record) -> list[Duty]:
    leads = _bodies(record.cells.get("lead", []))
    if not leads:
        return []
    task = record.task
    due = _due(record.cells.get("deadline", []))
    product = "; ".join(c.text for c in record.cells.get("product", []))
    text = task.text.strip()
    return [
        Duty(
            task.ref,
            task,
            text,
            task.line.start,
            task.line.end,
            leads,
            _bodies(record.cells.get("support", [])),
            deadline=due,
            product=product,
            rule="list.labelled",
            confidence=0.95,
        )
    ]


def _bodies(cells: Sequence[Cell]) -> tuple[Body, ...]:
    return tuple(body for cell in cells for body in listed(cell))


def _due(cells: Sequence[Cell]) -> Deadline | None:
    text = " ".join(c.text for c in cells)
    return (deadline(text) or Deadline(text)) if text else None
