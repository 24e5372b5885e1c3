"""What a reader of a document should look at: what could not be turned into a statement, what was read with little
confidence, and figures that contradict each other."""

from __future__ import annotations

from dataclasses import dataclass

from graph.model import surest
from graph.reading import Finding
from graph.store import Store
from queries.context import context
from queries.names import find_document
from queries.props import text_of
from queries.targets import check_targets

_UNSURE = 0.85


@dataclass(frozen=True, slots=True)
class AuditRow:
    """One finding: `kind` and `note` are the reader's (besides `low_confidence` and `figures_contradict`), `ref` the
    part of the document it lies in (empty when in none), `line` the number in the source; `before`, `quote` and
    `after` are consecutive text."""

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
    noticed = {*store.findings(node.id), *_unsure(store, node.id), *_contradicting(store, node.id)}
    findings = sorted(noticed, key=lambda item: (item.start, item.end, item.kind, item.note))
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


def _unsure(store: Store, document: str) -> list[Finding]:
    """Duties whose subject was taken from the sentence before, or from words of no known form."""
    edges = store.edges(kinds=["contains"], documents=[document])
    nodes = store.nodes({edge.target for edge in edges})
    out = []
    for edge in edges:
        proof, node = surest(edge.evidence), nodes.get(edge.target)
        if proof and node and node.kind == "task" and proof.confidence < _UNSURE:
            note = f"{text_of(node, 'ref')}: {proof.rule}, {proof.confidence:.2f}"
            out.append(Finding("low_confidence", proof.start, proof.end, note))
    return out


def _contradicting(store: Store, document: str) -> list[Finding]:
    """Figures of this document that do not add up, at the figure held against the others."""
    checks = [check for check in check_targets(store, document=document) if check.verdict == "contradicts"]
    first = [check.targets[0] for check in checks if check.targets]
    edges = store.edges(kinds=["contains"], targets=first, documents=[document])
    places = {edge.target: surest(edge.evidence) for edge in edges}
    out = []
    for check in checks:
        proof = places.get(check.targets[0]) if check.targets else None
        if proof:
            out.append(Finding("figures_contradict", proof.start, proof.end, check.explanation))
    return out


def _parts(store: Store, document: str) -> list[tuple[int, int, str]]:
    """(start, end, ref) of each provision and task. A provision may be quoted by its heading alone: it reaches to the
    next part that is not below it."""
    edges = store.edges(kinds=["contains"], documents=[document])
    nodes = store.nodes({edge.target for edge in edges})
    spans = []
    for edge in edges:
        proof, node = surest(edge.evidence), nodes.get(edge.target)
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
