"""One document: its outline, what it contains, what it cites and who cites it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from graph.identity import item_of
from graph.model import Edge, Evidence, Node, surest
from graph.store import Store
from queries.dates import days_between
from queries.duties import Duty, duties
from queries.names import find_document
from queries.props import flag, text_of
from queries.refs import in_order, ref_key
from queries.targets import TargetRow, target_rows

# The ways in which a document names another, the weightiest first.
CITING = ("implements", "approves", "amends", "replaces", "references")


@dataclass(frozen=True, slots=True)
class Part:
    """A provision of the outline: `depth` 0 for the highest, `start` its offset in the text, `end` where its words
    end."""

    id: str
    ref: str
    heading: str
    depth: int
    start: int
    end: int
    unassigned: bool


@dataclass(frozen=True, slots=True)
class Citation:
    """A statement of one document about another: `other` is the far end, `said_in` the document whose words `evidence`
    are (it may be a third one), `lag_days` how long after the upper text the lower one was issued."""

    kind: str
    other: Node
    said_in: str
    evidence: Evidence | None
    lag_days: int | None


@dataclass(frozen=True, slots=True)
class Involved:
    """Somebody who issued, signed or receives the document, in the words of `evidence`."""

    role: str
    node: Node
    evidence: Evidence | None


@dataclass(frozen=True, slots=True)
class DocumentReport:
    """What a document is and says; of duties, figures and citing documents the first ones, with how many there are."""

    node: Node
    held: bool
    outline: tuple[Part, ...]
    tasks: tuple[Duty, ...]
    tasks_in_all: int
    targets: tuple[TargetRow, ...]
    targets_in_all: int
    cites: tuple[Citation, ...]
    cited_by: tuple[Citation, ...]
    cited_by_in_all: int
    involved: tuple[Involved, ...]
    candidates: tuple[Node, ...]


def document(store: Store, name: str, on: date, *, most: int = 50, skip: int = 0) -> DocumentReport:
    """The report of a document as of the day `on`; of the citing ones `most` after the first `skip`. Some fifteen
    calls, whatever the document's size. Raises NotFound and Ambiguous."""
    node = find_document(store, name)
    said = store.edges(documents=[node.id])
    contained = [edge for edge in said if edge.kind == "contains"]
    inside = {edge.target for edge in contained}
    tasks = in_order(id for id in inside if item_of(id)[1].kind == "task")
    targets = in_order(id for id in inside if item_of(id)[1].kind == "target")
    own = store.edges(kinds=CITING, sources=[node.id])
    around = store.edges(kinds=["issues", "receives", "signs"], targets=[node.id])
    citing = _in_turn(store.edges(kinds=CITING, targets=[node.id], evidence=False))
    first = citing[skip : skip + most]
    shown = {edge.id for edge in first}
    asked = store.edges(kinds=CITING, sources={edge.source for edge in first}, targets=[node.id]) if first else []
    candidates = node.props.get("candidates")
    wanted = {edge.target for edge in own} | {edge.source for edge in (*around, *asked)}
    wanted |= set(candidates) if isinstance(candidates, list) else set()
    provisions = {id for id in inside if item_of(id)[1].kind == "provision"}
    nodes = store.nodes(wanted | provisions | set(targets[:most]))
    return DocumentReport(
        node=node,
        held=text_of(node, "status") == "ingested",
        outline=_outline(node.id, contained, nodes),
        tasks=tuple(duties(store, tasks[:most], on)),
        tasks_in_all=len(tasks),
        targets=tuple(target_rows(store, {id: nodes[id] for id in targets[:most] if id in nodes})),
        targets_in_all=len(targets),
        cites=tuple(_citation(edge, edge.target, node, nodes) for edge in _in_turn(own) if edge.target in nodes),
        cited_by=tuple(
            _citation(edge, edge.source, node, nodes)
            for edge in _in_turn(asked)
            if edge.id in shown and edge.source in nodes
        ),
        cited_by_in_all=len(citing),
        involved=tuple(
            Involved(edge.kind, nodes[edge.source], surest(edge.evidence)) for edge in around if edge.source in nodes
        ),
        candidates=tuple(nodes[id] for id in candidates if id in nodes) if isinstance(candidates, list) else (),
    )


def _in_turn(edges: Collection[Edge]) -> list[Edge]:
    return sorted(edges, key=lambda edge: (CITING.index(edge.kind), edge.source, edge.target, edge.id))


def _outline(document: str, contained: Iterable[Edge], nodes: dict[str, Node]) -> tuple[Part, ...]:
    parts = []
    for edge in contained:
        node = nodes.get(edge.target)
        proofs = [item for item in edge.evidence if item.document == document]
        if node is None or node.kind != "provision" or not proofs:
            continue
        ref = text_of(node, "ref")
        parts.append(
            Part(
                id=node.id,
                ref=ref,
                heading=text_of(node, "heading") or text_of(node, "text") or node.label,
                depth=ref.count("."),
                start=proofs[0].start,
                end=proofs[0].end,
                unassigned=flag(node, "unassigned"),
            )
        )
    return tuple(sorted(parts, key=lambda part: (part.start, -part.end, ref_key(part.ref))))


def _citation(edge: Edge, other: str, node: Node, nodes: dict[str, Node]) -> Citation:
    upper, lower = (nodes[other], node) if other == edge.target else (node, nodes[other])
    proof = surest(edge.evidence)
    return Citation(
        kind=edge.kind,
        other=nodes[other],
        said_in=proof.document if proof else "",
        evidence=proof,
        lag_days=days_between(text_of(upper, "date"), text_of(lower, "date")),
    )
