"""Who issued and signed a document, and who receives it."""

from __future__ import annotations

from graph.reading import AgencyKey, PersonKey, SelfKey
from ingest.bodies import bodies
from ingest.statements.account import Account


def state_heading(out: Account) -> None:
    """State `issues`, `signs` and `receives`."""
    head = out.head
    if head.issuer:
        whole = (0, min(len(out.layout.text), 1) or 1)
        span = head.spans.get("issuer", head.spans.get("doc_type", whole))
        confidence = 0.8 if "issuer" in head.inferred else 0.97
        out.claim("issues", AgencyKey(head.issuer, head.issuer_place), SelfKey(), span, "heading.issuer", confidence)
    if signer := head.signer:
        person = PersonKey(signer.name, signer.position)
        out.claim("signs", person, SelfKey(), (signer.start, signer.end), "foot.signer", 0.97)
    for recipient in head.recipients:
        for body in bodies(out.layout.text[recipient.start : recipient.end]):
            span = recipient.start + body.start, recipient.start + body.end
            out.claim("receives", body.key(head.home), SelfKey(), span, "foot.recipient", 0.9)
