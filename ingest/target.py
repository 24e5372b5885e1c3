"""One figure that a document sets as a goal or reports as a result."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.citation import Citation
from ingest.outline import Item


@dataclass(frozen=True, slots=True)
class Target:
    """One figure. Of a range `value` is the lower end, which is to be reached, and `value_max` the upper, None for a
    single figure. `part_of` is the index of its total among the targets of the document, -1 for none; `assigned_by` the
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
    value_max: int | float | None = None
