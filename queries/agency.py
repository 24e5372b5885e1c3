"""A body: who it is, what it leads and supports, whom it directs, what speaks of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date

from graph.model import Edge, Node, surest
from graph.store import Store
from queries.collectives import Member, members
from queries.names import Ambiguous, find_agencies
from queries.props import flag, text_of
from queries.tasks import TaskRow, task_rows


@dataclass(frozen=True, slots=True)
class Party:
    """Another body, or a text it issued or received; `about` says in what (a task, a date)."""

    id: str
    label: str
    kind: str
    about: str
    document: str
    quote: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A document that speaks of the body, how often, and its first words about it."""

    document: str
    symbol: str
    title: str
    count: int
    quote: str


@dataclass(frozen=True, slots=True)
class AgencyReport:
    """Everything the graph says of one body. `reports` are the tasks on which others report to it, `part_of` and
    `parts` what it belongs to and consists of, `predecessors` and `successors` the bodies whose work it took over and
    that took over its own; `stands_for` are the single bodies of a collective, `about` saying what names them;
    `mentions` are the documents that name it in any role."""

    id: str
    name: str
    label: str
    collective: bool
    level: str
    branch: str
    place: str
    valid_from: str
    valid_to: str
    leads: tuple[TaskRow, ...]
    supports: tuple[TaskRow, ...]
    reports: tuple[TaskRow, ...]
    directs: tuple[Party, ...]
    directed_by: tuple[Party, ...]
    part_of: tuple[Party, ...]
    parts: tuple[Party, ...]
    stands_for: tuple[Party, ...]
    predecessors: tuple[Party, ...]
    successors: tuple[Party, ...]
    issued: tuple[Party, ...]
    received: tuple[Party, ...]
    mentions: tuple[Mention, ...]

    @property
    def counts(self) -> dict[str, int]:
        """How many of each there are, by the names of the fields."""
        return {field.name: len(rows) for field in fields(self) if isinstance(rows := getattr(self, field.name), tuple)}


def agency(store: Store, name: str, place: str | None = None, *, on: date | None = None) -> AgencyReport:
    """The report of the one body that is meant; a collective is of the bodies of the day `on`, today when not given.
    Raises NotFound, and Ambiguous when several places have one."""
    found = find_agencies(store, name, place)
    if len(found) > 1:
        raise Ambiguous(name, found)
    node = found[0]
    outward = store.edges(sources=[node.id])
    inward = store.edges(targets=[node.id])
    said = {item.document for edge in (*outward, *inward) for item in edge.evidence}
    nodes = store.nodes({edge.target for edge in outward} | {edge.source for edge in inward} | said)
    leads = {edge.target: edge for edge in outward if edge.kind == "leads"}
    supports = {edge.target: edge for edge in outward if edge.kind == "supports"}
    reports = {edge.source for edge in inward if edge.kind == "reports_to"}
    wanted = {id: nodes[id] for id in sorted({*leads, *supports, *reports}) if id in nodes}
    rows = task_rows(store, wanted, {**supports, **leads})
    return AgencyReport(
        id=node.id,
        name=text_of(node, "name") or node.label,
        label=node.label,
        collective=flag(node, "collective"),
        level=text_of(node, "level"),
        branch=text_of(node, "branch"),
        place=text_of(node, "place"),
        valid_from=text_of(node, "valid_from"),
        valid_to=text_of(node, "valid_to"),
        leads=tuple(row for row in rows if row.task in leads),
        supports=tuple(row for row in rows if row.task in supports),
        reports=tuple(row for row in rows if row.task in reports),
        directs=_parties("directs", outward, nodes, outgoing=True),
        directed_by=_parties("directs", inward, nodes, outgoing=False),
        part_of=_parties("part_of", outward, nodes, outgoing=True),
        parts=_parties("part_of", inward, nodes, outgoing=False),
        stands_for=tuple(_member(member) for member in members(store, node, on or date.today())),
        predecessors=_parties("succeeds", outward, nodes, outgoing=True),
        successors=_parties("succeeds", inward, nodes, outgoing=False),
        issued=_parties("issues", outward, nodes, outgoing=True),
        received=_parties("receives", outward, nodes, outgoing=True),
        mentions=_mentions([*outward, *inward], nodes),
    )


def _parties(kind: str, edges: Iterable[Edge], nodes: Mapping[str, Node], *, outgoing: bool) -> tuple[Party, ...]:
    rows = []
    for edge in edges:
        if edge.kind != kind:
            continue
        other = edge.target if outgoing else edge.source
        node, evidence = nodes.get(other), surest(edge.evidence)
        rows.append(
            Party(
                id=other,
                label=node.label if node else other,
                kind=node.kind if node else "",
                about=text_of(edge, "task") or text_of(edge, "date"),
                document=evidence.document if evidence else "",
                quote=evidence.quote if evidence else "",
            )
        )
    return tuple(sorted(rows, key=lambda row: (row.label, row.document, row.about)))


def _member(member: Member) -> Party:
    return Party(member.node.id, member.node.label, "agency", member.because, "", "")


def _mentions(edges: Iterable[Edge], nodes: Mapping[str, Node]) -> tuple[Mention, ...]:
    """By document, most spoken of first; a place of the text that proves several statements counts once."""
    spans: dict[str, dict[tuple[int, int], str]] = {}
    for edge in edges:
        for item in edge.evidence:
            spans.setdefault(item.document, {})[item.start, item.end] = item.quote
    rows = [
        Mention(
            document=document,
            symbol=text_of(nodes[document], "symbol") if document in nodes else "",
            title=(text_of(nodes[document], "title") or nodes[document].label) if document in nodes else document,
            count=len(quotes),
            quote=quotes[min(quotes)],
        )
        for document, quotes in spans.items()
    ]
    return tuple(sorted(rows, key=lambda row: (-row.count, row.document)))
