"""What the reader of a document noticed and could not turn into a statement."""

from __future__ import annotations

from dataclasses import dataclass

from graph.store import Store
from queries.context import context
from queries.names import find_document
from queries.props import best, text_of


@dataclass(frozen=True, slots=True)
class AuditRow:
    """One finding: `kind` and `note` are the reader's, `ref` the part of the document it lies in (empty when in none),
    `line` the number in the source; `before`, `quote` and `after` are consecutive text."""

    document: str
    kind: str
    note: str
    ref: str
    line: int | None
    before: str
    quote: str
    after: str


def audit(store: Store, document: str) -> list[AuditRow]:
    """The findings of a document in the order of its text. Raises NotFound and Ambiguous."""
    node = find_document(store, document)
    findings = sorted(store.findings(node.id), key=lambda item: (item.start, item.end, item.kind))
    if not findings:
        return []
    text = store.texts([node.id]).get(node.id, "")
    lines = store.lines(node.id)
    parts = _parts(store, node.id)
    rows = []
    for finding in findings:
        around = context(text, finding.start, finding.end, lines)
        ref = min(((end - start, ref) for start, end, ref in parts if start <= finding.start < end), default=(0, ""))[1]
        rows.append(
            AuditRow(
                document=node.id,
                kind=finding.kind,
                note=finding.note,
                ref=ref,
                line=around.line,
                before=around.before,
                quote=around.quote,
                after=around.after,
            )
        )
    return rows


def _parts(store: Store, document: str) -> list[tuple[int, int, str]]:
    """(start, end, ref) of each provision and task. A provision may be quoted by its heading alone: it reaches to the
    next part that is not below it."""
    edges = store.edges(kinds=["contains"], documents=[document])
    nodes = store.nodes({edge.target for edge in edges})
    spans = []
    for edge in edges:
        proof, node = best(edge.evidence), nodes.get(edge.target)
        if proof and node and node.kind in ("provision", "task"):
            spans.append((proof.start, proof.end, text_of(node, "ref"), node.kind))
    spans.sort(key=lambda span: span[0])
    parts: list[tuple[int, int, str]] = []
    for n, (start, end, ref, kind) in enumerate(spans):
        if kind == "provision":
            below = (f"{ref}.", f"{ref}/")
            after = (
                s for s, _, other, _ in spans[n + 1 :] if s > start and other != ref and not other.startswith(below)
            )
            end = max(end, next(after, 1 << 60))
        parts.append((start, end, ref))
    return parts
