"""The documents that a document cites."""

from __future__ import annotations

from ingest.citations import Citation, citations, gather, shortened
from ingest.statements.account import Account

Cited = dict[int, list[Citation]]
"""Citations by the start of the segment they stand in, in order; their offsets are those of the stored text."""


def cited_by_segment(account: Account) -> Cited:
    """The citations of every segment, short ones completed, the document's own number left out."""
    segments = account.segments
    found: list[Citation] = []
    starts: list[int] = []
    for start, text in segments:
        for citation in citations(text, account.head.home):
            found.append(citation.shifted(start))
            starts.append(start)
    found = gather(found)
    for start, text in segments:
        short = shortened(text, found)
        starts += [start] * len(short)
        found += [c.shifted(start) for c in short]
    out: Cited = {start: [] for start, _ in segments}
    for start, citation in sorted(zip(starts, found, strict=True), key=lambda pair: pair[1].start):
        if not (citation.key.symbol and citation.key.symbol == account.head.symbol):
            out[start].append(citation)
    return out
