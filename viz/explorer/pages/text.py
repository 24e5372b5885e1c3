"""The text of a document, with everything that was read in it marked and told of in the margin."""

from __future__ import annotations

from dataclasses import dataclass

from graph.model import Node
from queries.marked_text import MarkedText, Span, Statement, find_quote, marked_text, part_of
from queries.names import find_document
from queries.origin import origins
from viz.explorer.asked import Asked, Crumb, Page
from viz.explorer.links import anchor
from viz.explorer.problems import Problem, Way
from viz.explorer.shown import document_name
from viz.explorer.words import say

# What colours a place: the weightiest statement there.
_FAMILIES = {
    "implements": "document",
    "approves": "document",
    "amends": "document",
    "replaces": "document",
    "references": "document",
    "leads": "agency",
    "supports": "agency",
    "reports_to": "agency",
    "directs": "agency",
    "issues": "agency",
    "receives": "agency",
    "signs": "person",
    "assigns": "target",
    "part_of": "target",
    "succeeds": "agency",
    "located_in": "mention",
    "mentions": "mention",
}


@dataclass(frozen=True, slots=True)
class Model:
    node: Node
    name: str
    text: MarkedText
    family: dict[tuple[int, int], str]
    notes: dict[tuple[int, int], tuple[Statement, ...]]


def page(asked: Asked) -> Page | str:
    node = find_document(asked.store, asked.id)
    if node.id != asked.id:
        return asked.links.to("text", node.id)
    quote, item, part = asked["quote"], asked["item"], asked["part"]
    if item and part is None:
        origin = origins(asked.store, [item]).get(item)
        start = origin.evidence.start if origin and origin.evidence and origin.document.id == node.id else 0
        if part_of(start) > 1:
            return asked.links.to("text", node.id, part=part_of(start), at=anchor(item))
    if quote and part is None:
        found = find_quote(asked.store.texts([node.id]).get(node.id, ""), quote)
        if found is None:
            raise Problem(404, "no_such_quote", (Way(document_name(node), "document", node.id),), name=quote)
        return asked.links.to("text", node.id, quote=quote, part=part_of(found[0]), at=f"e-{found[0]}-{found[1]}")
    text = marked_text(asked.store, node.id, part=part or 1, quote=quote)
    if text is None:
        raise Problem(404, "text_not_held", (Way(node.label, "document", node.id),), name=node.label)
    spans = {(span.start, span.end): span for line in text.lines for span in line.spans}
    spans |= {(s.start, s.end): s for line in text.lines for segment in line.segments for s in segment.covering}
    model = Model(
        node=node,
        name=document_name(node),
        text=text,
        family={place: _family(span) for place, span in spans.items()},
        notes={place: _notes(span) for place, span in spans.items()},
    )
    crumbs = (
        Crumb(say(asked.lang, "documents"), asked.links.to("documents")),
        Crumb(model.name, asked.links.to("document", node.id)),
        Crumb(say(asked.lang, "full_text")),
    )
    return Page("text", f"{model.name}: {say(asked.lang, 'full_text')}", model, crumbs, nav="documents")


def _family(span: Span) -> str:
    """The kind whose colour the place has."""
    found = [_FAMILIES.get(statement.kind, statement.target.kind) for statement in span.statements]
    for kind in ("document", "agency", "task", "target", "person", "mention"):
        if kind in found:
            return kind
    return "asked" if not found else "provision"


def _notes(span: Span) -> tuple[Statement, ...]:
    """What is told of a place: a mention only where nothing else is said, each thing once."""
    told = [statement for statement in span.statements if statement.kind != "mentions"] or list(span.statements)
    return tuple({(s.kind, s.source.id, s.target.id): s for s in told}.values())
