"""Two tables that `neo4j-admin database import full` takes: `OUT.neo4j` gives `OUT.neo4j.nodes.csv` and
`OUT.neo4j.edges.csv`, with labels, types and properties as the Neo4j store has them.

Written by hand where `csv` cannot: to Neo4j an empty cell is nothing and an empty text stands between quotation marks
(Operations Manual, "Neo4j Admin import", under CSV header format).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any

from graph.model import Edge, Node
from graph.neo4j.values import LABELS, TYPES, edge_row, node_row
from graph.store import Store
from graph.whole_files import whole

SEPARATOR = "\x1f"
"""Between the members of a list: the unit separator, which stands in no text."""

_TYPES = {bool: "boolean", int: "long", float: "double", str: "string"}

Row = dict[str, Any]


def write_neo4j_csv(store: Store, path: Path) -> None:
    """UTF-8, typed headers. A property that has whole numbers and others is `double`. Raises NotWrittenError."""
    with (
        whole(Path(f"{path}.nodes.csv")) as nodes,
        whole(Path(f"{path}.edges.csv")) as edges,
        _waiting() as node_rows,
        _waiting() as edge_rows,
    ):
        for record in store.records():
            if isinstance(record, Node):
                row = node_row(record.id, record.kind, record.label, record.props)
                node_rows.add([row.pop("id"), LABELS[record.kind]], row)
            elif isinstance(record, Edge):
                proofs: list[Any] = [
                    (one.document, one.start, one.end, one.quote, one.rule, one.confidence) for one in record.evidence
                ]
                row = edge_row(record.id, record.props, proofs) if proofs else {"id": record.id, **record.props}
                edge_rows.add([record.source, record.target, TYPES[record.kind]], row)
        node_rows.write(nodes, ["id:ID", ":LABEL"])
        edge_rows.write(edges, [":START_ID", ":END_ID", ":TYPE"])


class _Rows:
    """Rows kept on the disk until all are there: only then are the columns and their types known."""

    def __init__(self, kept: IO[str]) -> None:
        self._kept = kept
        self._types: dict[str, set[str]] = {}

    def add(self, first: list[str], row: Mapping[str, Any]) -> None:
        for name, value in row.items():
            if name.isidentifier():  # others are no names for a header, and stand for what Neo4j has no type for
                self._types.setdefault(name, set()).add(_type(value))
        self._kept.write(json.dumps([first, row]) + "\n")

    def write(self, path: Path, first: list[str]) -> None:
        types = {name: _common(types) for name, types in sorted(self._types.items())}
        self._kept.seek(0)
        with path.open("w", encoding="utf-8", newline="") as out:
            out.write(",".join([*first, *(f"{name}:{type}" for name, type in types.items())]) + "\n")
            for line in self._kept:
                head, row = json.loads(line)
                cells = [*map(_cell, head), *(_cell(row.get(name), type) for name, type in types.items())]
                out.write(",".join(cells) + "\n")


@contextmanager
def _waiting() -> Iterator[_Rows]:
    with TemporaryFile("w+", encoding="utf-8") as kept:
        yield _Rows(kept)


def _type(value: Any) -> str:
    if isinstance(value, list):
        return _common({_type(one) for one in value}) + "[]"
    return _TYPES[type(value)]


def _common(types: set[str]) -> str:
    if len(types) == 1:
        return next(iter(types))
    lists = "[]" if any(type.endswith("[]") for type in types) else ""
    return ("double" if {type.removesuffix("[]") for type in types} == {"long", "double"} else "string") + lists


def _cell(value: Any, type: str = "string") -> str:
    if value is None:
        return ""
    if type.endswith("[]"):
        return _quoted(SEPARATOR.join(map(_plain, value if isinstance(value, list) else [value])))
    return _quoted(_plain(value)) if type == "string" else _plain(value)


def _plain(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value).replace(SEPARATOR, " ")


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'
