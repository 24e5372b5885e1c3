"""What is shown of one node or one body: text to read, rows for tables, JSON as it stands."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, fields
from typing import TYPE_CHECKING, Any

from ontology.vocabulary import EDGE_KINDS, NODE_KINDS

if TYPE_CHECKING:
    from queries.agency import AgencyReport, Mention, Party
    from queries.context import Context
    from queries.coverage import CoverageRow
    from queries.matrix import MatrixRow
    from queries.report import Report
    from queries.show import Shown, ShownEdge
    from queries.tally import Figure
    from queries.tasks import TaskRow

_WORDS = {
    "line": ("dòng", "line"),
    "more": ("còn {n} phát biểu khác; xem thêm với --most", "{n} more statements; see more with --most"),
    "leads": ("Chủ trì", "Leads"),
    "supports": ("Phối hợp", "Supports"),
    "reports": ("Được báo cáo về", "Is reported to on"),
    "directs": ("Chỉ đạo", "Directs"),
    "directed_by": ("Chịu sự chỉ đạo của", "Is directed by"),
    "part_of": ("Thuộc", "Part of"),
    "parts": ("Gồm", "Parts"),
    "stands_for": ("Chỉ chung các cơ quan", "Stands for"),
    "predecessors": ("Kế tục", "Succeeds"),
    "named": ("được nêu tên trong văn bản của địa bàn", "named in documents of the place"),
    "successors": ("Được kế tục bởi", "Succeeded by"),
    "issued": ("Ban hành", "Issued"),
    "received": ("Nhận", "Received"),
    "mentions": ("Được nhắc đến trong", "Mentioned in"),
}


def _word(name: str, lang: str) -> str:
    return _WORDS[name][0 if lang == "vi" else 1]


def as_json(report: Shown | AgencyReport | Report, lang: str) -> str:
    """The whole answer as one object."""
    return json.dumps(asdict(report), ensure_ascii=False, indent=2)


# -- one node


@dataclass(frozen=True, slots=True)
class StatementRow:
    """One piece of evidence of a statement about the node shown; `direction` is `out` when the node is its subject."""

    direction: str
    kind: str
    other: str
    other_label: str
    document: str
    line: int | None
    before: str
    quote: str
    after: str
    rule: str
    confidence: float


def shown_rows(shown: Shown) -> list[StatementRow]:
    return [
        StatementRow(
            direction,
            edge.kind,
            edge.other,
            edge.other_label,
            item.document,
            item.context.line,
            item.context.before,
            item.context.quote,
            item.context.after,
            item.rule,
            item.confidence,
        )
        for direction, edges in (("out", shown.outward), ("in", shown.inward))
        for edge in edges
        for item in edge.evidence
    ]


def shown_text(shown: Shown, lang: str) -> str:
    """The node, its properties, and each statement with its words in context and the line in the source."""
    node = shown.node
    lines = [f"{node.label}  [{NODE_KINDS[node.kind].label(lang)}]", f"  id: {node.id}"]
    for name, value in sorted(node.props.items()):
        lines.append(f"  {name}: {'; '.join(map(str, value)) if isinstance(value, list | tuple) else value}")
    for edge in shown.outward:
        lines += _statement(f"{EDGE_KINDS[edge.kind].label(lang)} → {edge.other_label}", edge, lang)
    for edge in shown.inward:
        lines += _statement(f"← {EDGE_KINDS[edge.kind].label(lang)}: {edge.other_label}", edge, lang)
    if shown.cut:
        lines += ["", _word("more", lang).format(n=shown.cut)]
    return "\n".join(lines)


def _statement(heading: str, edge: ShownEdge, lang: str) -> Iterator[str]:
    yield ""
    yield f"{heading}  [{edge.other}]"
    for item in edge.evidence:
        line = f", {_word('line', lang)} {item.context.line}" if item.context.line is not None else ""
        yield f"    {item.document_label}{line}  ({item.rule}, {item.confidence:g})"
        yield f"      {in_context(item.context)}"


def in_context(context: Context) -> str:
    """On one line, the quote between » «."""
    return " ".join(f"… {context.before}»{context.quote}«{context.after} …".split())


# -- one body


@dataclass(frozen=True, slots=True)
class AgencyRow:
    """One line of a body's report: in which part of it, what, and where that is said."""

    part: str
    id: str
    ref: str
    text: str
    document: str
    place: str
    end: str
    recurrence: str
    quote: str


def agency_rows(report: AgencyReport) -> list[AgencyRow]:
    """The tasks, bodies and documents of a report as rows of one shape."""
    return [_agency_row(part, item) for part, items in _parts(report) for item in items]


def _parts(report: AgencyReport) -> Iterator[tuple[str, Sequence[Any]]]:
    for field in fields(report):
        items = getattr(report, field.name)
        if field.name in _WORDS and items:
            yield field.name, items


def _agency_row(part: str, item: TaskRow | Party | Mention) -> AgencyRow:
    row = {name: getattr(item, name, "") for name in ("ref", "document", "place", "end", "recurrence", "quote")}
    id = getattr(item, "task", "") or getattr(item, "id", "") or item.document
    text = getattr(item, "text", "") or getattr(item, "label", "") or _of_mention(item)
    return AgencyRow(part=part, id=id, text=text, **row)


def _of_mention(item: Any) -> str:
    return f"{item.symbol or item.title} ({item.count})"


def agency_text(report: AgencyReport, lang: str) -> str:
    """The body and each part of its report under a heading, with counts."""
    valid = f" ({report.valid_from or '…'} - {report.valid_to or '…'})" if report.valid_from or report.valid_to else ""
    lines = [f"{report.label}{valid}", f"  id: {report.id}"]
    for part, items in _parts(report):
        lines += ["", f"{_word(part, lang)} ({len(items)})"]
        for item in items:
            row = _agency_row(part, item)
            when = " ".join(filter(None, (row.end, row.recurrence)))
            because = _because(item, lang) if part == "stands_for" else ""
            tail = "  ".join(filter(None, (row.document if row.document != row.id else "", row.ref, when, because)))
            lines.append(f"  - {row.text}" + (f"  [{tail}]" if tail else ""))
    return "\n".join(lines)


def _because(item: Party, lang: str) -> str:
    return _word("named", lang) if item.about == "named" else item.about


# -- an evaluation


def figures_text(figures: Sequence[Figure], lang: str) -> str:
    """One line a name, as the annotations' own scorer prints them."""
    return "\n".join(
        " ".join((f"{figure.name:26}", *(f"{name} {value:<8}" for name, value in figure.values().items())))
        for figure in figures
    )


def figures_json(figures: Sequence[Figure], lang: str) -> str:
    """One object by name, as the annotations' own scorer prints it."""
    return json.dumps({figure.name: figure.values() for figure in figures}, ensure_ascii=False, indent=1)


# -- bodies against documents


def matrix_text(rows: Sequence[MatrixRow], lang: str) -> str:
    """One line a body: its duties in all, then in each document, as `3 + 2` led and supported."""
    from viz.tables import render

    if not rows:
        return render([], "table", lang)
    lines: dict[str, list[MatrixRow]] = {}
    for row in rows:
        lines.setdefault(row.agency, []).append(row)
    return "\n".join(
        f"{found[0].label}: {_duties(found)}\n" + "\n".join(f"  {_duties([row]):>8}  {_of_place(row)}" for row in found)
        for found in lines.values()
    )


def _duties(rows: Sequence[MatrixRow]) -> str:
    return f"{sum(row.leads for row in rows)} + {sum(row.supports for row in rows)}"


def _of_place(row: MatrixRow) -> str:
    return row.document_label if row.place in row.document_label else f"{row.document_label} ({row.place})"


# -- coverage


def coverage_text(rows: Sequence[CoverageRow], lang: str) -> str:
    """Each part of the upper text with the documents that take it up, and in which words, and those that do not; then
    what each document adds."""
    from viz.headings import VALUES
    from viz.labels import shorten
    from viz.tables import render

    if not rows:
        return render([], "table", lang)
    parts: dict[tuple[str, str], list[CoverageRow]] = {}
    for row in rows:
        parts.setdefault((row.ref, row.text) if row.state != "added" else ("", row.document), []).append(row)
    blocks = []
    for (ref, _), found in parts.items():
        words = {row.state: VALUES[row.state][0 if lang == "vi" else 1] for row in found}
        first = found[0]
        lines = [f"{ref}  {shorten(first.text, 300)}" if ref else f"{_of_plan(first)}: {words['added']}"]
        for row in found:
            if row.state == "added":
                lines.append(f"  + {row.lower_ref}  {shorten(row.quote, 200)}")
            elif row.state != "not_taken_up":
                lines.append(f"  {words[row.state]} {row.closeness:.2f}  {_of_plan(row)}, {row.lower_ref}")
                lines.append(f"      “{shorten(row.quote, 200)}”")
        without = [_of_plan(row) for row in found if row.state == "not_taken_up"]
        if without:
            lines.append(f"  {words['not_taken_up']}: {'; '.join(without)}")
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks)


def _of_plan(row: CoverageRow) -> str:
    label = row.document_label
    return label if not row.place or row.place in label else f"{label} ({row.place})"
