"""Rows of an answer as a table for people, or as data for other programs.

A terminal table and Markdown have headings in the language asked for; csv, tsv and JSON keep the names of the columns.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, fields, is_dataclass
from datetime import date
from typing import Any

from graph.formats.plain import is_formula
from viz.headings import VALUES, heading
from viz.labels import clean

WIDTH = 100
NOTHING = {"vi": "Không có kết quả.", "en": "Nothing found."}
_LONG = 24  # a column with longer words may be wrapped
_NARROW = 15  # characters that a wrapped column can still be read at
_CODED = frozenset(
    {
        "branch",
        "check",
        "direction",
        "kind",
        "level",
        "part",
        "recurrence",
        "relation",
        "role",
        "state",
        "status",
        "verdict",
    }
)
_MARKDOWN = re.compile(r"([\\`*_\[\]<>|])")

Row = Any
Columns = list[str]


class UnknownTableFormat(ValueError):  # noqa: N818
    """A format that rows cannot be written in."""

    def __init__(self, name: str) -> None:
        super().__init__(f"Rows cannot be written as {name}; the formats are {', '.join(sorted(_WRITERS))}.")


def render(
    rows: Sequence[Row], format: str, lang: str = "vi", width: int | None = None, *, kind: type | None = None
) -> str:
    """Rows (frozen dataclasses of one type, or mappings) in one of the formats table, json, jsonl, csv, tsv, md.

    `kind` is the rows' type; with it an empty csv has its headings. `width` is that of the table in characters. Raises
    UnknownTableFormat.
    """
    writer = _WRITERS.get(format)
    if writer is None:
        raise UnknownTableFormat(format)
    plain = [_plain(row) for row in rows]
    columns = list(plain[0]) if plain else [field.name for field in fields(kind)] if kind else []
    return writer(plain, columns, lang, width or WIDTH)


def _plain(row: Row) -> dict[str, Any]:
    if is_dataclass(row) and not isinstance(row, type):
        return asdict(row)
    return dict(row)


def _json_value(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (set, frozenset)):
        return sorted(value)
    return str(value)


def _as_json(rows: list[dict[str, Any]], columns: Columns, lang: str, width: int) -> str:
    return json.dumps(rows, ensure_ascii=False, indent=2, default=_json_value) + "\n"


def _as_jsonl(rows: list[dict[str, Any]], columns: Columns, lang: str, width: int) -> str:
    return "".join(json.dumps(row, ensure_ascii=False, default=_json_value) + "\n" for row in rows)


def _cell(value: Any) -> str:
    """A value as words: a list joined, nothing as nothing."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (list, tuple, set, frozenset)):
        parts = sorted(value) if isinstance(value, (set, frozenset)) else value
        return "; ".join(_cell(part) for part in parts)
    if isinstance(value, Mapping):
        return json.dumps(value, ensure_ascii=False, default=_json_value)
    if isinstance(value, date):
        return value.isoformat()
    return str(value)


def _inert(value: Any) -> str:
    """A cell that no spreadsheet takes for a formula; numbers stay numbers."""
    text = _cell(value)
    return f"'{text}" if is_formula(text) and not isinstance(value, (int, float)) else text


def _separated(dialect: str) -> Callable[[list[dict[str, Any]], Columns, str, int], str]:
    def write(rows: list[dict[str, Any]], columns: Columns, lang: str, width: int) -> str:
        if not columns:
            return ""
        out = io.StringIO()
        # Only a terminator with a carriage return has a cell with one put between quotation marks.
        writer = csv.writer(out, dialect=dialect, lineterminator="\r\n")
        writer.writerow(columns)
        writer.writerows([_inert(row.get(column)) for column in columns] for row in rows)
        return out.getvalue()

    return write


def shown(column: str, value: Any, lang: str) -> str:
    """A value as people read it: coded words in their language, no control characters."""
    if isinstance(value, (list, tuple)):
        return "; ".join(shown(column, part, lang) for part in value)
    if isinstance(value, bool):
        return {"vi": ("không", "có"), "en": ("no", "yes")}[lang][value]
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, str) and column in _CODED and value in VALUES:
        return VALUES[value][0 if lang == "vi" else 1]
    return clean(_cell(value))


def _as_markdown(rows: list[dict[str, Any]], columns: Columns, lang: str, width: int) -> str:
    if not columns:
        return NOTHING[lang] + "\n"

    def line(cells: list[str]) -> str:
        return f"| {' | '.join(cells)} |\n"

    body = [[_MARKDOWN.sub(r"\\\1", shown(column, row.get(column), lang)) for column in columns] for row in rows]
    numeric = [bool(rows) and all(_is_number(row.get(column)) for row in rows) for column in columns]
    rule = ["---:" if right else "---" for right in numeric]
    return line([heading(column, lang) for column in columns]) + line(rule) + "".join(line(cells) for cells in body)


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _as_table(rows: list[dict[str, Any]], columns: Columns, lang: str, width: int) -> str:
    """Columns where they fit, else one block a row; columns that are empty throughout are left out."""
    if not rows:
        return NOTHING[lang] + "\n"
    cells = [{column: shown(column, row.get(column), lang) for column in columns} for row in rows]
    used = [column for column in columns if any(row[column] for row in cells)]
    longest = {column: max(len(row[column]) for row in cells) for column in used}
    widest = {c: max(longest[c], len(heading(c, lang))) for c in used}
    least = sum((size if size <= _LONG else _NARROW) + 2 for size in widest.values())
    numeric = {c for c in used if all(row.get(c) is None or _is_number(row.get(c)) for row in rows)}
    if least <= width:
        return _grid(cells, used, longest, numeric, lang, width)
    return _blocks(cells, used, lang, width)


def _grid(
    cells: list[dict[str, str]], used: Columns, longest: dict[str, int], numeric: set[str], lang: str, width: int
) -> str:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, padding=(0, 1))
    for column in used:
        table.add_column(
            Text(heading(column, lang)),
            justify="right" if column in numeric else "left",
            overflow="fold",
            no_wrap=longest[column] <= _LONG,
        )
    for row in cells:
        table.add_row(*(Text(row[column]) for column in used))
    return _printed(table, width)


def _blocks(cells: list[dict[str, str]], used: Columns, lang: str, width: int) -> str:
    from rich.table import Table
    from rich.text import Text

    parts = []
    for row in cells:
        block = Table.grid(padding=(0, 2))
        block.add_column(no_wrap=True)
        block.add_column(overflow="fold")
        for column in used:
            if row[column]:
                block.add_row(Text(heading(column, lang)), Text(row[column]))
        parts.append(_printed(block, width))
    return "\n".join(parts)


def _printed(table: Any, width: int) -> str:
    from rich.console import Console

    out = io.StringIO()
    Console(file=out, width=width, color_system=None, legacy_windows=False, markup=False, emoji=False).print(table)
    return "".join(line.rstrip() + "\n" for line in out.getvalue().splitlines())


_WRITERS: dict[str, Callable[[list[dict[str, Any]], Columns, str, int], str]] = {
    "table": _as_table,
    "json": _as_json,
    "jsonl": _as_jsonl,
    "csv": _separated("excel"),
    "tsv": _separated("excel-tab"),
    "md": _as_markdown,
}
