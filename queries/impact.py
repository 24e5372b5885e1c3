"""What rests on a text: every plan, duty and figure, directly or through others."""

from __future__ import annotations

from dataclasses import dataclass

from graph.model import Edge, Node, surest
from graph.store import Store
from queries.names import find_document
from queries.origin import origins
from queries.props import strings, text_of
from queries.refs import ref_key

_DIRECT = ("implements", "references", "amends", "replaces", "approves", "assigns")
_KINDS = ("document", "task", "target")


@dataclass(frozen=True, slots=True)
class ImpactRow:
    """One document, task or target. `distance` counts steps between documents; `relation` is the edge by which its
    document rests on `via` (an id: the asked text, or the document in between), `quote` the words that say so, for
    tasks and targets their own words."""

    distance: int
    kind: str
    id: str
    label: str
    ref: str
    document: str
    place: str
    date: str
    relation: str
    via: str
    quote: str


def impact(store: Store, document: str) -> list[ImpactRow]:
    """What rests on a document: whatever cites it or takes a figure from it at the first step, and beyond that only
    what implements what was reached, since a citation of a citation rests on nothing. A law cited by its number and
    by its name is one. By distance, document and ref. Raises NotFound and Ambiguous."""
    start = find_document(store, document)
    asked = same_work(store, start)
    reached: dict[str, tuple[int, Edge]] = {}
    figures: dict[str, Edge] = {}
    for edge in store.edges(kinds=_DIRECT[:-1], targets=asked):
        if edge.source not in asked and _outweighs(edge, reached.get(edge.source)):
            reached[edge.source] = (1, edge)
    for edge in store.edges(kinds=["assigns"], sources=asked):
        figures[edge.target] = edge
    for step in store.walk(list(reached), ["implements"], down=True) if reached else ():
        if step.edge.source not in asked:
            reached.setdefault(step.edge.source, (step.depth + 1, step.edge))
    inside = store.edges(kinds=["contains"], documents=list(reached)) if reached else []
    nodes = store.nodes({*reached, *figures, *(edge.target for edge in inside)})
    rows = [_document(nodes[id], *way) for id, way in reached.items() if id in nodes and nodes[id].kind == "document"]
    for edge in inside:
        node, evidence = nodes.get(edge.target), surest(edge.evidence)
        if node and evidence and node.kind in ("task", "target") and node.id not in figures:
            distance, way = reached[evidence.document]
            rows.append(_item(node, distance, nodes[evidence.document], way, evidence.quote))
    origin = origins(store, list(figures)) if figures else {}
    for id, edge in figures.items():
        if id in origin and id in nodes:
            rows.append(_item(nodes[id], 1, origin[id].document, edge, origin[id].quote))
    return sorted(rows, key=lambda r: (r.distance, r.document, _KINDS.index(r.kind), ref_key(r.ref), r.id))


def same_work(store: Store, document: Node) -> set[str]:
    """The document and the nodes that stand for it under another name. One call."""
    one = {document.id, *strings(document, "same_as")}
    return one | {node.id for node in store.nodes_of(["document"]) if one & set(strings(node, "same_as"))}


def _outweighs(edge: Edge, other: tuple[int, Edge] | None) -> bool:
    return other is None or _DIRECT.index(edge.kind) < _DIRECT.index(other[1].kind)


def _document(node: Node, distance: int, edge: Edge) -> ImpactRow:
    evidence = surest(edge.evidence)
    return ImpactRow(
        distance=distance,
        kind="document",
        id=node.id,
        label=node.label,
        ref="",
        document=node.id,
        place=text_of(node, "place"),
        date=text_of(node, "date"),
        relation=edge.kind,
        via=edge.target,
        quote=evidence.quote if evidence else "",
    )


def _item(node: Node, distance: int, document: Node, edge: Edge, quote: str) -> ImpactRow:
    return ImpactRow(
        distance=distance,
        kind=node.kind,
        id=node.id,
        label=node.label,
        ref=text_of(node, "ref"),
        document=document.id,
        place=text_of(document, "place"),
        date=text_of(document, "date"),
        relation=edge.kind,
        via=edge.source if edge.kind == "assigns" else edge.target,
        quote=quote,
    )
