"""A snippet read, as simple rows: tests write a document and the rows expected of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from textwrap import dedent

from graph.reading import AgencyKey, Claim, DocumentKey, ItemKey, Key, Reading
from ingest.blocks import Block, Paragraph, RawDocument, Table
from ingest.layout import Layout, lay_out
from ingest.outline import Outline, outline
from ingest.reader import read_raw

HEAD = """\
ỦY BAN NHÂN DÂN
TỈNH LAI CHÂU
Số: 45/KH-UBND
Lai Châu, ngày 05 tháng 3 năm 2025
KẾ HOẠCH
Chăm lo nhà ở cho người lao động
-----
"""

SAMPLES = Path(__file__).parents[2] / "samples"


@cache
def sample_lines() -> tuple[str, ...]:
    """Every line of the samples that are plain text."""
    return tuple(line for path in sorted(SAMPLES.glob("*.txt")) for line in path.read_text("utf-8").splitlines())


Deadline = tuple[str, str, str, str]
NEVER: Deadline = ("", "", "", "")


@dataclass(frozen=True)
class Task:
    """A duty as tests compare it; names of bodies without their place, `deadline` is text, start, end, recurrence."""

    ref: str
    text: str
    leads: tuple[str, ...]
    supports: tuple[str, ...]
    directs: tuple[str, ...]
    reports_to: str
    deadline: Deadline
    product: str


@dataclass(frozen=True)
class Figure:
    """A target as tests compare it."""

    value: float
    unit: str
    comparator: str
    period: tuple[str, str]
    status: str
    quote: str
    part_of: float | None
    assigned_by: tuple[str, ...]


def blocks(snippet: str, *, wrapped: bool = False, start: int = 1) -> list[Block]:
    """Each line of a snippet as a paragraph of its own, or as a physical line of a page (`wrapped`)."""
    lines = dedent(snippet).strip("\n").split("\n")
    return [Paragraph(line.rstrip(), start + n, wrapped) for n, line in enumerate(lines) if line.strip()]


def table(snippet: str) -> Table:
    """Rows of cells parted by `|`; `_` is an empty cell."""
    lines = [line for line in dedent(snippet).strip("\n").split("\n") if line.strip()]
    rows = tuple(tuple("" if c.strip() == "_" else c.strip() for c in line.split("|")) for line in lines)
    return Table(rows, 1)


def laid(snippet: str, *, head: str = HEAD, wrapped: bool = False) -> Layout:
    return lay_out([*blocks(head), *blocks(snippet, wrapped=wrapped, start=100)])


def outlined(snippet: str, *, head: str = HEAD) -> Outline:
    return outline(laid(snippet, head=head))


def read(*parts: str | Table, head: str = HEAD, wrapped: bool = False) -> Reading:
    """A document read: `head`, then each part, prose or table."""
    found: list[Block] = [*blocks(head)] if head else []
    for part in parts:
        found += [part] if isinstance(part, Table) else blocks(part, wrapped=wrapped, start=100 * (len(found) + 1))
    return read_raw(RawDocument("snippet.txt", tuple(found), "0" * 64))


def names(claims: Sequence[Claim], kind: str, task: ItemKey) -> tuple[str, ...]:
    return tuple(name(c.source) for c in claims if c.kind == kind and c.target == task)


def name(key: Key) -> str:
    """A body by its name (with the unit below the province), a document by its symbol or name, an item by its ref."""
    match key:
        case AgencyKey():
            return f"{key.name} {key.place}" if key.place[:1].islower() else key.name
        case DocumentKey():
            return key.symbol or key.name
        case ItemKey():
            return key.ref
        case _:
            return "self"


def tasks(reading: Reading) -> list[Task]:
    """The duties, in the order they were read."""
    out = []
    for item in reading.items:
        if item.key.kind != "task":
            continue
        directs = [c for c in reading.claims if c.kind == "directs" and c.props.get("task") == item.key.ref]
        reports = [name(c.target) for c in reading.claims if c.kind == "reports_to" and c.source == item.key]
        props = {k: str(v) for k, v in item.props.items()}
        due = (props["deadline_text"], props["start"], props["end"], props["recurrence"])
        out.append(
            Task(
                item.key.ref,
                props["text"],
                names(reading.claims, "leads", item.key),
                names(reading.claims, "supports", item.key),
                tuple(dict.fromkeys(name(c.target) for c in directs)),
                reports[0] if reports else "",
                due,
                props["product"],
            )
        )
    return out


def figures(reading: Reading) -> list[Figure]:
    """The targets, in the order they were read."""
    values = {item.key: item.props["value"] for item in reading.items if item.key.kind == "target"}
    out = []
    for item in reading.items:
        if item.key.kind != "target":
            continue
        p = item.props
        held = next(c for c in reading.claims if c.kind == "contains" and c.target == item.key)
        whole = [values[c.target] for c in reading.claims if c.kind == "part_of" and c.source == item.key]  # type: ignore[index]
        setters = tuple(name(c.source) for c in reading.claims if c.kind == "assigns" and c.target == item.key)
        out.append(
            Figure(
                float(str(p["value"])),
                str(p["unit"]),
                str(p["comparator"]),
                (str(p["period_start"])[:4], str(p["period_end"])[:4]),
                str(p["status"]),
                reading.text[held.start : held.end],
                float(str(whole[0])) if whole else None,
                setters,
            )
        )
    return out


def stated(reading: Reading, *kinds: str) -> list[tuple[str, str, str]]:
    """(source, kind, target) of the claims of these kinds, once each, in reading order."""
    found = [c for c in reading.claims if c.kind in kinds]
    return list(dict.fromkeys((name(c.source), c.kind, name(c.target)) for c in sorted(found, key=lambda c: c.start)))


def quotes(reading: Reading, kind: str) -> list[str]:
    """What the text says where claims of a kind stand."""
    return [reading.text[c.start : c.end] for c in reading.claims if c.kind == kind]


def people(reading: Reading) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """Leads and supports by the ref of their task."""
    return {task.ref: (task.leads, task.supports) for task in tasks(reading)}
