"""Parts that tell once for all their tasks who leads, who supports and by when: `1. Nội dung`, `2. Cơ quan chủ trì`,
`3. Thời gian thực hiện` side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ingest.bodies import Body
from ingest.cells import listed
from ingest.dates import Deadline, deadline
from ingest.duty import Duty
from ingest.layout import Cell
from ingest.letters import rule
from ingest.outline import Item, Outline

_TASKS = rule(
    r"""
    (?:Nội\s+dung|Nhiệm\s+vụ)
    (?:\s*(?:,|và)?\s*(?:nội\s+dung|nhiệm\s+vụ|biện\s+pháp|giải\s+pháp|thực\s+hiện|cụ\s+thể)){0,4}
    """,
    re.I | re.X,
)
_PARTIES = rule(
    r"""
    (?:(?:Cơ\s+quan|Đơn\s+vị)(?:\s*,\s*đơn\s+vị)?\s+)?(?P<role>chủ\s+trì|phối\s+hợp|(?<=\s)thực\s+hiện)
    (?:\s*(?:,|và)\s*phối\s+hợp)?(?:\s+thực\s+hiện)?
    """,
    re.I | re.X,
)
_TIME = rule(r"(?:Thời\s+gian|Thời\s+hạn|Tiến\s+độ)(?:\s+(?:thực\s+hiện|hoàn\s+thành))?", re.I)
_ENDS = " .;:*"


@dataclass(slots=True)
class PartDuties:
    """The duties of such parts, and the items that are read with them."""

    found: list[Duty] = field(default_factory=list)
    taken: set[int] = field(default_factory=set)


@dataclass(slots=True)
class _Part:
    """What the items of one part say."""

    tasks: list[Item] = field(default_factory=list)
    leads: list[Body] = field(default_factory=list)
    supports: list[Body] = field(default_factory=list)
    due: Deadline | None = None
    apart: list[Item] = field(default_factory=list)


def part_duties(outline: Outline) -> PartDuties:
    """The duties of the parts whose parties stand apart from their tasks."""
    out = PartDuties()
    for item in outline.items:
        part = _part(item) if len(item.children) > 1 else None
        if part is None:
            continue
        out.taken.update(id(each) for each in (*part.tasks, *part.apart))
        out.found += [_duty(task, part) for task in part.tasks]
    return out


def _part(above: Item) -> _Part | None:
    part = _Part()
    for item in above.children:
        heading, _, value = item.text.partition(":")
        heading = heading.strip(_ENDS)
        if _TASKS.fullmatch(heading) and item.children and not value.strip():
            part.tasks += [child for child in item.children if child.text.strip()]
        elif _PARTIES.fullmatch(heading):
            _add_parties(item, part)
            part.apart += _under(item)
        elif _TIME.fullmatch(heading) and value.strip():
            part.due = deadline(value) or Deadline(" ".join(value.split()))
            part.apart.append(item)
    return part if part.tasks and part.leads else None


def _add_parties(item: Item, part: _Part, into: list[Body] | None = None) -> None:
    """The bodies of an item and of what stands under it; a heading within it says for whom those below act."""
    heading, colon, value = item.text.partition(":")
    role = _PARTIES.fullmatch(heading.strip(_ENDS))
    if role:
        into = part.supports if "phối" in role["role"].lower() else part.leads
        words, at = value, item.words + len(heading) + len(colon)
    else:
        words, at = item.text, item.words
    if into is not None and words.strip(_ENDS):
        into += listed(Cell(at, words.rstrip(_ENDS)))
    for child in item.children:
        _add_parties(child, part, into)


def _under(item: Item) -> Iterator[Item]:
    yield item
    for child in item.children:
        yield from _under(child)


def _duty(task: Item, part: _Part) -> Duty:
    text = task.text.strip()
    return Duty(
        task.ref,
        task,
        text,
        task.line.start,
        task.line.end,
        tuple(dict.fromkeys(part.leads)),
        tuple(dict.fromkeys(part.supports)),
        deadline=part.due,
        rule="list.part",
        confidence=0.85,
    )
