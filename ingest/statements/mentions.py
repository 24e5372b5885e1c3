"""The bodies and the place that a document names."""

from __future__ import annotations

from collections import deque

from graph.reading import PlaceKey, SelfKey
from ingest.bodies import bodies
from ingest.statements.account import Account
from ingest.statements.citations import Cited


def state_mentions(out: Account, cited: Cited) -> None:
    """State `mentions` for every body named, and for the document's place where the head shows it. In the name of a law
    (`Luật Tổ chức Chính phủ`) none is."""
    home = out.head.home
    for start, text in out.segments:
        laws = deque(c for c in cited[start] if c.rule == "citation.law")
        reach = 0  # where the laws that begin before a body end
        for body in bodies(text):
            while laws and laws[0].start - start < body.start:
                reach = max(reach, laws.popleft().end - start)
            if body.end <= reach:
                continue
            out.claim("mentions", SelfKey(), body.key(home), (start + body.start, start + body.end), "body", 0.9)
    span = next((s for f in ("date", "issuer", "title") if (s := out.head.spans.get(f))), None)
    if home.place and span:
        out.claim("mentions", SelfKey(), PlaceKey(home.place), span, "heading.place", 0.9)
