"""One figure: who set it, its parts, figures of the same matter as a chart, and whether they agree."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from queries.context import Context, in_context
from queries.figure import FigureReport, figure
from queries.targets import TargetRow
from viz.explorer.asked import Asked, Crumb, Page, Table
from viz.explorer.chart import Chart, chart, years
from viz.explorer.shown import document_name, shorten
from viz.explorer.words import say


@dataclass(frozen=True, slots=True)
class Model:
    report: FigureReport
    chart: Chart | None
    documents: Mapping[str, str]
    years: Mapping[str, str]
    known: Mapping[str, TargetRow]
    words: Context | None


def page(asked: Asked) -> Page:
    report = figure(asked.store, asked.id)
    around = {row.target: row for row in (*report.parts, *report.alike, report.row)}
    drawn = report.alike if len(report.alike) > 1 else (report.row, *report.parts)
    shown = asked.store.nodes({row.document for row in around.values() if row.document})
    labels = {id: document_name(node) for id, node in shown.items()}
    listed = (*around.values(), *([report.total] if report.total else []))
    words = in_context(asked.store, report.evidence)
    model = Model(
        report, chart(drawn, asked.id), labels, {row.target: years(row) for row in listed}, report.known, words
    )
    title = f"{say(asked.lang, 'figure_one')}: {shorten(report.row.subject, 90)}"
    home = report.document
    crumbs = (
        Crumb(say(asked.lang, "targets"), asked.links.to("targets")),
        *([Crumb(document_name(home), asked.links.to("document", home.id))] if home else []),
        Crumb(shorten(report.row.subject, 60)),
    )
    return Page("target", title, model, crumbs, Table("targets", TargetRow, lambda: list(around.values())), "targets")
