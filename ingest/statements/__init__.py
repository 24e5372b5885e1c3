"""What the readers found in a document, as items and claims of a reading: one module for each kind of statement."""

from __future__ import annotations

from graph.reading import Finding
from ingest.heading import Heading
from ingest.layout import Layout
from ingest.outline import Outline
from ingest.statements.account import Account
from ingest.statements.citations import cited_by_segment
from ingest.statements.duties import read_duties, state_duties
from ingest.statements.heading import state_heading
from ingest.statements.mentions import state_mentions
from ingest.statements.provisions import state_provisions
from ingest.statements.relations import state_relations
from ingest.statements.targets import state_targets


def account(layout: Layout, outline: Outline, head: Heading) -> Account:
    """The items, claims and findings of a laid-out document whose outline and heading were read."""
    out = Account(layout, outline, head)
    cited = cited_by_segment(out)
    told = read_duties(out)
    state_provisions(out, told)
    state_heading(out)
    state_relations(out, cited)
    state_mentions(out, cited)
    state_duties(out, told)
    state_targets(out, cited)
    if _says_nothing(head):
        first = layout.text.split("\n", 1)[0]
        note = "không thấy loại, số, ngày, cơ quan ban hành, người ký: có thể không phải văn bản chính thức"
        out.findings.append(Finding("no_head", 0, len(first), note))
    if head.blank:
        out.findings.append(Finding("blank_number", *head.blank, "số, ký hiệu để trống"))
    return out


def _says_nothing(head: Heading) -> bool:
    """Whether nothing of the text shows that it is an official document."""
    told = head.doc_type or head.symbol or head.date or head.issuer or head.signer or head.recipients
    return not told and head.blank is None


__all__ = ["Account", "account"]
