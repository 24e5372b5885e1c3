"""What one graph has that another has not: gained, lost and changed, record by record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from graph import open_store
from graph.formats import RDF, records_in
from graph.model import Edge, Node, Text

Record = Text | Node | Edge


@dataclass(frozen=True, slots=True)
class DiffRow:
    """One difference; of a changed record one row for each thing that changed, `before` and `after` in short."""

    change: str
    record: str
    kind: str
    id: str
    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class DiffCount:
    """How many records of a kind were gained, lost or changed."""

    record: str
    kind: str
    gained: int
    lost: int
    changed: int


def records_at(address: str) -> Iterator[Record]:
    """The records of an export (.jsonl or RDF), or of the store at an address. Raises as those do."""
    if Path(address).suffix.lower() in {".jsonl", *RDF}:
        yield from records_in(Path(address))
    else:
        with open_store(address, create=False) as store:
            yield from store.records()


def diff(before: Iterable[Record], after: Iterable[Record]) -> list[DiffRow]:
    """Every difference, texts first, then nodes, then edges, each by id; empty when the graphs are equal."""
    old = {_place(record): record for record in before}
    new = {_place(record): record for record in after}
    return [row for place in sorted(old.keys() | new.keys()) for row in _rows(old.get(place), new.get(place))]


def diff_counts(rows: Sequence[DiffRow]) -> list[DiffCount]:
    """The differences counted by kind of record."""
    records = {(row.record, row.kind, row.change, row.id) for row in rows}
    counts = Counter((record, kind, change) for record, kind, change, _ in records)
    kinds = sorted({(record, kind) for record, kind, _ in counts}, key=lambda pair: (_ORDER[pair[0]], pair[1]))
    return [DiffCount(r, k, counts[r, k, "gained"], counts[r, k, "lost"], counts[r, k, "changed"]) for r, k in kinds]


_ORDER = {"text": 0, "node": 1, "edge": 2}


def _type(record: Record) -> str:
    return type(record).__name__.lower()


def _place(record: Record) -> tuple[int, str]:
    return _ORDER[_type(record)], record.document if isinstance(record, Text) else record.id


def _rows(old: Record | None, new: Record | None) -> Iterator[DiffRow]:
    record = new or old
    if record is None or old == new:
        return
    _, id = _place(record)
    kind = "" if isinstance(record, Text) else record.kind
    head = (_type(record), kind, id)
    if old is None:
        yield DiffRow("gained", *head, "", "", _in_short(record))
    elif new is None:
        yield DiffRow("lost", *head, "", _in_short(record), "")
    else:
        was, now = _fields(old), _fields(new)
        for name in sorted(was.keys() | now.keys()):
            if was.get(name) != now.get(name):
                yield DiffRow("changed", *head, name, *_around_change(was.get(name, ""), now.get(name, "")))


def _around_change(old: str, new: str, width: int = 200) -> tuple[str, str]:
    """Both values, or of long ones the part from a little before the first difference."""
    if max(len(old), len(new)) <= width:
        return old, new
    same = next((i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    start = max(0, same - width // 4)
    return old[start : start + width], new[start : start + width]


def _in_short(record: Record) -> str:
    """What a reader recognises it by: a node's label, an edge's ends and first quote, a text's length."""
    match record:
        case Node():
            return record.label
        case Edge():
            quote = f": {record.evidence[0].quote}" if record.evidence else ""
            return f"{record.source} -> {record.target}{quote}"
        case Text():
            return f"{len(record.text)} characters"


def _fields(record: Record) -> dict[str, str]:
    """The parts of a record that can change while its id stays, as texts."""
    match record:
        case Text():
            return {"text": record.text}
        case Node():
            return {"kind": record.kind, "label": record.label} | {k: str(v) for k, v in record.props.items()}
        case Edge():
            proofs = [f"{e.document} {e.start}-{e.end} {e.rule} {e.confidence}: {e.quote}" for e in record.evidence]
            ends = {"kind": record.kind, "source": record.source, "target": record.target}
            return ends | {k: str(v) for k, v in record.props.items()} | {"evidence": "\n".join(proofs)}
