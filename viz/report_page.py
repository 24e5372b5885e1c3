"""A report as Markdown that any editor and office program takes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from viz.headings import VALUES, heading
from viz.labels import clean, shorten
from viz.tables import render

if TYPE_CHECKING:
    from queries.deadlines import DeadlineRow
    from queries.report import Report

_WORDS: dict[str, tuple[str, str]] = {
    "on": ("Tính đến ngày {}.", "As things stand on {}."),
    "lineage": ("Chuỗi văn bản", "Lineage"),
    "duties": ("Nhiệm vụ", "Duties"),
    "leads": ("Nhiệm vụ chủ trì", "Duties led"),
    "supports": ("Nhiệm vụ phối hợp", "Duties supported"),
    "targets": ("Chỉ tiêu", "Figures"),
    "checks": ("Đối chiếu số liệu", "Do the figures agree?"),
    "gaps": ("Thiếu sót", "Gaps"),
    "sources": ("Nguồn và trích dẫn", "Sources and quotes"),
    "nothing": ("Không có nội dung nào trong đồ thị.", "The graph has nothing on it."),
    "passed": (
        "Quá hạn nghĩa là thời hạn ghi trong văn bản đã qua; văn bản không nói việc đã xong hay chưa.",
        "Past its date: the date in the document has passed; the documents do not say what was done.",
    ),
}
_MARKS = re.compile(r"([\\`*_\[\]<>|#])")


def report_rows(report: Report) -> list[DeadlineRow]:
    """The duties of a report, for tables and workbooks."""
    return [*report.leads, *report.supports]


def report_markdown(report: Report, lang: str) -> str:
    """The report under headings; a part that has nothing is left out."""
    lines = [f"# {_safe(report.label)}", "", _word("on", lang).format("/".join(reversed(report.on.split("-")))), ""]
    for name, value in report.about:
        lines.append(f"- {heading(name, lang)}: {_safe(_value(value, lang))}")
    parts = list(_parts(report, lang))
    for part in parts:
        lines += ["", *part]
    if not parts:
        lines += ["", _word("nothing", lang)]
    return "\n".join(lines) + "\n"


def _parts(report: Report, lang: str) -> Iterator[list[str]]:
    names = {row.document: row.title for row in report.lineage} | {s.document: s.label for s in report.sources}
    if report.lineage:
        yield _table("lineage", _steps(report), lang)
    duties = (("leads" if report.kind == "agency" else "duties", report.leads), ("supports", report.supports))
    for title, rows in duties:
        if rows:
            part = _table(title, [_duty(row, names) for row in rows], lang, len(rows))
            yield [*part, "", _word("passed", lang)] if any(row.state == "overdue" for row in rows) else part
    if report.targets:
        columns = ("ref", "subject", "comparator", "value", "unit", "period_start", "period_end", "status", "place")
        yield _table("targets", [_chosen(row, columns) for row in report.targets], lang, len(report.targets))
    if report.checks:
        yield _table("checks", [_chosen(row, ("verdict", "kind", "ref", "explanation")) for row in report.checks], lang)
    if report.gaps:
        gaps = [_chosen(row, ("kind", "ref", "text", "detail")) for row in report.gaps]
        yield _table("gaps", gaps, lang, len(gaps))
    if report.sources:
        yield [f"## {_word('sources', lang)}", *_sources(report)]


def _table(title: str, rows: Sequence[Any], lang: str, count: int | None = None) -> list[str]:
    number = f" ({count})" if count else ""
    return [f"## {_word(title, lang)}{number}", "", render(rows, "md", lang).rstrip("\n")]


def _steps(report: Report) -> list[dict[str, Any]]:
    columns = ("direction", "depth", "doc_type", "symbol", "title", "place", "date", "status", "lag_days", "quote")
    return [_chosen(row, columns) for row in report.lineage]


def _duty(row: DeadlineRow, names: dict[str, str]) -> dict[str, Any]:
    return _chosen(row, ("ref", "text", "leads", "supports", "deadline_text", "next_date", "state")) | {
        "document": names.get(row.document, row.document)
    }


def _chosen(row: Any, columns: Sequence[str]) -> dict[str, Any]:
    found = {name: getattr(row, name) for name in columns}
    return {name: shorten(value, 400) if isinstance(value, str) else value for name, value in found.items()}


def _sources(report: Report) -> Iterator[str]:
    for source in report.sources:
        day = f", {'/'.join(reversed(source.date.split('-')))}" if source.date else ""
        yield from ("", f"### {_safe(source.label)}{day}", "")
        for ref, quote in source.quotes:
            yield f"- {_safe(ref)}: “{_safe(shorten(quote, 600))}”"


def _value(value: str, lang: str) -> str:
    return VALUES[value][0 if lang == "vi" else 1] if value in VALUES else value


def _safe(text: str) -> str:
    return _MARKS.sub(r"\\\1", clean(text))


def _word(name: str, lang: str) -> str:
    return _WORDS[name][0 if lang == "vi" else 1]
