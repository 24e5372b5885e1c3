"""Two tables for spreadsheets and pandas: `OUT.csv` gives `OUT.nodes.csv` and `OUT.edges.csv`."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

from graph.formats.plain import Plain, flat, is_formula, proof_of
from graph.model import Edge, Node, Props
from graph.store import Store
from graph.whole_files import whole

_NODE = ("id", "kind", "label")
_EDGE = ("id", "kind", "source", "target")
_PROOF = ("evidences", "document", "quote", "rule", "confidence")

Row = dict[str, Plain]


def write_csv(store: Store, path: Path) -> None:
    """UTF-8 with a byte order mark, without which Excel takes it for another encoding; a cell that a spreadsheet would
    calculate begins with an apostrophe. Raises NotWrittenError."""
    with (
        whole(path.with_suffix(".nodes.csv")) as nodes,
        whole(path.with_suffix(".edges.csv")) as edges,
        _waiting() as node_rows,
        _waiting() as edge_rows,
    ):
        for record in store.records():
            if isinstance(record, Node):
                node_rows.add(_row(record.props) | {"id": record.id, "kind": record.kind, "label": record.label})
            elif isinstance(record, Edge):
                ends: Row = {"id": record.id, "kind": record.kind, "source": record.source, "target": record.target}
                edge_rows.add(_row(record.props) | ends | proof_of(record))
        node_rows.write(nodes, _NODE, ())
        edge_rows.write(edges, _EDGE, _PROOF)


def _row(props: Props) -> Row:
    return {name: plain for name, value in props.items() if (plain := flat(value)) is not None}


class _Rows:
    """Rows kept on the disk until all are there: only then are the columns known."""

    def __init__(self, kept: IO[str]) -> None:
        self._kept = kept
        self._columns: set[str] = set()

    def add(self, row: Row) -> None:
        self._columns |= row.keys()
        self._kept.write(json.dumps(row) + "\n")

    def write(self, path: Path, first: Sequence[str], last: Sequence[str]) -> None:
        columns = [*first, *sorted(self._columns - {*first, *last}), *last]
        self._kept.seek(0)
        with path.open("w", encoding="utf-8-sig", newline="") as out:
            # Only a terminator with a carriage return has a cell with one put between quotation marks.
            writer = csv.writer(out, lineterminator="\r\n")
            writer.writerow(columns)
            for line in self._kept:
                row = json.loads(line)
                writer.writerow([_cell(row.get(column)) for column in columns])


@contextmanager
def _waiting() -> Iterator[_Rows]:
    with TemporaryFile("w+", encoding="utf-8") as kept:
        yield _Rows(kept)


def _cell(value: Plain | None) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str) and is_formula(value):
        return f"'{value}"
    return str(value)
