"""One document: heading, where it stands in its chain, outline, duties, figures, what it cites and who cites it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from queries.document import Citation, DocumentReport, document
from queries.names import find_document
from queries.props import strings, text_of
from queries.standing import branch
from queries.tasks import TaskRow, tasks
from viz.explorer.asked import Asked, Crumb, Page, Table
from viz.explorer.chart import years
from viz.explorer.listing import SIZE, Listing
from viz.explorer.shown import document_name
from viz.explorer.words import say

_ABOVE_SHOWN, _BELOW_SHOWN, _ITEMS_SHOWN = 6, 8, 12


@dataclass(frozen=True, slots=True)
class Model:
    report: DocumentReport
    name: str
    file: str
    branch: str
    inferred: tuple[str, ...]
    recipients: tuple[str, ...]
    above: Sequence[Citation]
    below: Sequence[Citation]
    below_in_all: int
    cited_by: Listing[Citation]
    years: Mapping[str, str]
    most: int


def page(asked: Asked) -> Page | str:
    node = find_document(asked.store, asked.id)
    if node.id != asked.id:
        return asked.links.to("document", node.id)
    report = document(asked.store, node.id, asked.today, most=SIZE, skip=(asked["page"] - 1) * SIZE)
    name = document_name(node)
    pages = max(1, -(-report.cited_by_in_all // SIZE))
    below = [row for row in report.cited_by if row.kind == "implements"]
    degrees = asked.store.degrees([node.id]).get(node.id, {})
    model = Model(
        report=report,
        name=name,
        file=PurePath(text_of(node, "source").replace("\\", "/")).name,
        branch=branch(node),
        inferred=strings(node, "inferred"),
        recipients=strings(node, "recipients"),
        above=[row for row in report.cites if row.kind == "implements"][:_ABOVE_SHOWN],
        below=below[:_BELOW_SHOWN],
        below_in_all=degrees.get(("implements", False), 0),
        cited_by=Listing(report.cited_by, report.cited_by_in_all, min(asked["page"], pages), pages, ""),
        years={row.target: years(row) for row in report.targets},
        most=_ITEMS_SHOWN if asked.links.live else SIZE,
    )
    crumbs = (Crumb(say(asked.lang, "documents"), asked.links.to("documents")), Crumb(name))
    table = Table("tasks", TaskRow, lambda: tasks(asked.store, document=node.id))
    return Page("document", name, model, crumbs, table, nav="documents")
