"""Lineage as text: a tree for the terminal, Mermaid for documents, DOT for Graphviz."""

from __future__ import annotations

import re
import textwrap
from collections import defaultdict
from collections.abc import Sequence

from ontology.vocabulary import EDGE_KINDS
from queries.lineage import LineageRow
from viz.headings import VALUES
from viz.labels import clean, shorten

_WORDS = {
    "vi": {"again": "đã nêu ở trên", "days": "sau {} ngày", "empty": "Không có văn bản nào.", "unnamed": "văn bản"},
    "en": {"again": "shown above", "days": "{} days later", "empty": "No documents.", "unnamed": "document"},
}
# Everything else is written as a character code: no mark of the diagram's own syntax can come from a label.
_MERMAID_PLAIN = re.compile(r"[^\w .,/()-]")


def tree(rows: Sequence[LineageRow], lang: str = "vi", width: int = 100) -> str:
    """The rows as a tree from the start: first what it rests on (marked ↑), then what rests on it, each with its quote.
    A document with several parents stands under each, and what follows from it under the first."""
    words = _WORDS[lang]
    if not rows:
        return words["empty"]
    branches: dict[tuple[str, str], list[LineageRow]] = defaultdict(list)
    for row in rows:
        if row.depth > 0:
            branches[row.direction, row.parent].append(row)
    lines: list[str] = []
    open_rows: set[tuple[str, str]] = set()

    def grow(document: str, directions: tuple[str, ...], prefix: str) -> None:
        found = [row for direction in directions for row in branches.get((direction, document), [])]
        for n, row in enumerate(found):
            last = n == len(found) - 1
            inner = prefix + ("   " if last else "│  ")
            behind = bool(branches.get((row.direction, row.document)))
            again = (row.direction, row.document) in open_rows
            open_rows.add((row.direction, row.document))
            head = f"{'↑ ' if row.direction == 'up' else ''}{_headline(row, lang)}"
            if behind and again:
                head += f" ({words['again']})"
            lines.append(f"{prefix}{'└─ ' if last else '├─ '}{head}")
            if row.quote:
                stem = inner + ("│  " if behind and not again else "   ")
                quote = textwrap.wrap(f"“{shorten(row.quote, 400)}”", max(width - len(stem), 30))
                lines.extend(stem + line for line in quote)
            if behind and not again:
                grow(row.document, (row.direction,), inner)

    for start in _starts(rows):
        lines.append(_headline(start, lang) if isinstance(start, LineageRow) else clean(start))
        document = start.document if isinstance(start, LineageRow) else start
        open_rows |= {("up", document), ("down", document)}
        grow(document, ("up", "down"), "")
    return "\n".join(lines)


def mermaid(rows: Sequence[LineageRow], lang: str = "vi") -> str:
    """A Mermaid flowchart, the directive on top; documents that are only cited have a dashed border."""
    number = _numbers(rows)
    shown = {row.document: row for row in rows}
    lines = ["flowchart BT"]
    for document, n in number.items():
        row = shown.get(document)
        label = "<br/>".join(_coded(line) for line in (_box(row, lang) if row else [document]))
        lines.append(f'  n{n}["{label}"]{":::cited" if row and row.status == "cited" else ""}')
    for lower, upper, kind in _statements(rows):
        lines.append(f"  n{number[lower]} -->|{_coded(_relation(kind, lang))}| n{number[upper]}")
    lines.append("  classDef cited stroke-dasharray: 5 4")
    return "\n".join(lines)


def dot(rows: Sequence[LineageRow], lang: str = "vi") -> str:
    """A Graphviz digraph, the directive on top."""
    number = _numbers(rows)
    shown = {row.document: row for row in rows}
    lines = ["digraph lineage {", "  rankdir=BT;", '  node [shape=box, style=rounded, fontname="sans-serif"];']
    for document, n in number.items():
        row = shown.get(document)
        label = "\\n".join(_quoted(line) for line in (_box(row, lang) if row else [document]))
        style = ', style="rounded,dashed"' if row and row.status == "cited" else ""
        lines.append(f'  n{n} [label="{label}"{style}];')
    for lower, upper, kind in _statements(rows):
        lines.append(f'  n{number[lower]} -> n{number[upper]} [label="{_quoted(_relation(kind, lang))}"];')
    return "\n".join([*lines, "}"])


def _starts(rows: Sequence[LineageRow]) -> list[LineageRow | str]:
    """The row of depth 0, or, in a selection of rows without it, the parents that have no row of their own."""
    starts: list[LineageRow | str] = [row for row in rows if row.depth == 0]
    if starts:
        return starts
    reached = {row.document for row in rows}
    parents = dict.fromkeys(row.parent for row in rows)
    starts.extend([parent for parent in parents if parent not in reached] or [*parents][:1])
    return starts


def _name(row: LineageRow, lang: str) -> str:
    named = f"{row.doc_type} {row.symbol}".strip() if row.symbol else row.title or row.doc_type
    return shorten(named, 90) or _WORDS[lang]["unnamed"]


def _day(date: str) -> str:
    return "/".join(reversed(clean(date).split("-")))


def _headline(row: LineageRow, lang: str) -> str:
    parts = [_name(row, lang), clean(row.place), _day(row.date)]
    if row.lag_days is not None and row.lag_days >= 0:
        parts.append(_WORDS[lang]["days"].format(row.lag_days))
    if row.status == "cited":
        parts.append(VALUES["cited"][0 if lang == "vi" else 1])
    return " · ".join(part for part in parts if part)


def _box(row: LineageRow, lang: str) -> list[str]:
    under = " · ".join(part for part in (clean(row.place), _day(row.date)) if part)
    return [line for line in (_name(row, lang), under) if line]


def _relation(kind: str, lang: str) -> str:
    return EDGE_KINDS[kind].label(lang) if kind in EDGE_KINDS else clean(kind)


def _numbers(rows: Sequence[LineageRow]) -> dict[str, int]:
    documents = dict.fromkeys(document for row in rows for document in (row.document, row.parent) if document)
    return {document: n for n, document in enumerate(documents)}


def _statements(rows: Sequence[LineageRow]) -> list[tuple[str, str, str]]:
    """(lower, upper, kind), each once."""
    found = (
        (row.parent, row.document, row.kind) if row.direction == "up" else (row.document, row.parent, row.kind)
        for row in rows
        if row.depth > 0 and row.parent
    )
    return list(dict.fromkeys(found))


def _coded(text: str) -> str:
    return _MERMAID_PLAIN.sub(lambda match: f"#{ord(match[0])};", clean(text)) or "#160;"


def _quoted(text: str) -> str:
    return clean(text).replace("\\", "\\\\").replace('"', '\\"')
