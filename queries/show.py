"""One node with everything said of it, each statement in its words."""

from __future__ import annotations

from dataclasses import dataclass

from graph.model import Edge, Evidence, Node
from graph.store import Store
from queries.context import Context, context
from queries.names import find_any

# A node such as UBND tỉnh is named by very many statements; nobody reads more, and `cut` says what is left out.
MOST = 200


@dataclass(frozen=True, slots=True)
class ShownEvidence:
    """Where a document says it."""

    document: str
    document_label: str
    rule: str
    confidence: float
    context: Context


@dataclass(frozen=True, slots=True)
class ShownEdge:
    """A statement seen from the node: `other` is the id at the far end."""

    id: str
    kind: str
    other: str
    other_kind: str
    other_label: str
    props: dict[str, object]
    evidence: tuple[ShownEvidence, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """The node, the statements that start (`outward`) and end (`inward`) at it by kind and far end, and how many more
    there are than listed."""

    node: Node
    outward: tuple[ShownEdge, ...]
    inward: tuple[ShownEdge, ...]
    cut: int


def show(store: Store, name: str, *, most: int = MOST) -> Shown:
    """The node of an id, or the document, body or place of a name. Raises NotFound and Ambiguous."""
    node = find_any(store, name)
    outward = store.edges(sources=[node.id])
    inward = store.edges(targets=[node.id])
    cut = max(0, len(outward) - most) + max(0, len(inward) - most)
    outward, inward = _sorted(outward)[:most], _sorted(inward)[:most]
    quoted = {item.document for edge in (*outward, *inward) for item in edge.evidence}
    far = {edge.target for edge in outward} | {edge.source for edge in inward}
    nodes = store.nodes(far | quoted)
    texts = store.texts(quoted) if quoted else {}
    # Line numbers are asked for the documents quoted most only, so that the number of calls stays bounded.
    lines = {document: store.lines(document) for document in _quoted_most([*outward, *inward])}

    def evidence(item: Evidence) -> ShownEvidence:
        text = texts.get(item.document)
        if text is None:
            around = Context("", item.quote, "", None)
        else:
            around = context(text, item.start, item.end, lines.get(item.document, ()))
        label = nodes[item.document].label if item.document in nodes else item.document
        return ShownEvidence(item.document, label, item.rule, item.confidence, around)

    def edge(item: Edge, other: str) -> ShownEdge:
        end = nodes.get(other)
        kind, label = (end.kind, end.label) if end else ("", other)
        return ShownEdge(
            item.id, item.kind, other, kind, label, dict(item.props), tuple(evidence(e) for e in item.evidence)
        )

    return Shown(
        node=node,
        outward=tuple(edge(item, item.target) for item in outward),
        inward=tuple(edge(item, item.source) for item in inward),
        cut=cut,
    )


def _sorted(edges: list[Edge]) -> list[Edge]:
    return sorted(edges, key=lambda edge: (edge.kind, edge.source, edge.target, edge.id))


def _quoted_most(edges: list[Edge], most: int = 8) -> list[str]:
    counted: dict[str, int] = {}
    for edge in edges:
        for item in edge.evidence:
            counted[item.document] = counted.get(item.document, 0) + 1
    return sorted(counted, key=lambda document: (-counted[document], document))[:most]
