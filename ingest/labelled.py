"""Lists in place of tables: under each task, or behind its words, `Cơ quan chủ trì: ...`, `Cơ quan phối hợp: ...`,
`Thời gian thực hiện: ...`, `Sản phẩm: ...`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ingest.cells import parties_of
from ingest.dates import Deadline, deadline
from ingest.duty import Duty
from ingest.labels import labelled_line
from ingest.layout import Cell
from ingest.outline import PARTS, Item


@dataclass(slots=True)
class _Record:
    """A task, its words and the values told of it."""

    task: Item
    text: str
    cells: dict[str, list[Cell]] = field(default_factory=dict)


def labelled_duties(items: Sequence[Item]) -> list[Duty]:
    """The duties told in such lists; the task is the item the lines stand under or behind."""
    out: list[Duty] = []
    record: _Record | None = None
    task: Item | None = None
    for item in items:
        line = labelled_line(item.text)
        if line is None or line.task:
            out += _duty(record)
            task, record = item, None
        if line is None:
            continue
        holder = task if line.task else _holder(item, task)
        if holder is None:
            continue
        if record is None or record.task is not holder:
            out += _duty(record)
            record = _Record(holder, holder.text[: line.task or None].strip())
        for value in line.values:
            cell = Cell(item.words + value.start, item.text[value.start : value.end])
            record.cells.setdefault(value.kind, []).append(cell)
    return out + _duty(record)


def _holder(item: Item, task: Item | None) -> Item | None:
    """The item whose duty a line tells of: what it stands under, else the one before."""
    above = item.parent
    if above and above.level not in PARTS:
        line = labelled_line(above.text)
        if line is None or line.task:
            return above
    return task


def _duty(record: _Record | None) -> list[Duty]:
    if record is None:
        return []
    led = parties_of(record.cells.get("lead", []))
    if not led.leads:
        return []
    helped = parties_of(record.cells.get("support", []))
    task = record.task
    return [
        Duty(
            task.ref,
            task,
            record.text,
            task.line.start,
            task.line.end,
            led.leads,
            (*led.supports, *helped.leads),
            deadline=_due(record.cells.get("deadline", [])),
            product="; ".join(c.text for c in record.cells.get("product", [])),
            rule="list.labelled",
            confidence=0.95,
        )
    ]


def _due(cells: Sequence[Cell]) -> Deadline | None:
    text = " ".join(c.text for c in cells)
    return (deadline(text) or Deadline(text)) if text else None
