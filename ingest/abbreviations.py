"""Abbreviations that a document defines for itself: `Sở Xây dựng (sau đây viết tắt là SXD)`, `Sở Xây dựng (SXD)`."""

from __future__ import annotations

import re

from ingest.bodies import Abbreviations, Body, bodies
from ingest.letters import rule
from ontology.bodies import canonical

_NAMING = rule(r"(?:gọi|viết)\s+(?:tắt\s+)?(?:chung\s+)?là|\([A-ZĐ&-]{3,12}\)")
_SAID = rule(
    r"""
    \s*[(,]\s*(?:(?:sau|dưới)\s+đây\s+)?(?:được\s+)?(?:gọi|viết)\s+(?:tắt\s+)?(?:chung\s+)?là\s*:?\s*
    [“"]?(?P<short>[A-ZĐ][^“”"(),;.:\n]{1,40}?)[”"]?\s*(?=[),;.]|$)
    """,
    re.X,
)
_BRACKETED = rule(r"\s*\((?P<short>[A-ZĐ][A-ZĐ&-]{2,11})\)")


def defined_in(text: str) -> Abbreviations:
    """The abbreviations of single bodies that a text defines; one that it defines twice for different bodies, and one
    that means a body by itself, is left out."""
    meant: dict[str, set[Body]] = {}
    for line in text.split("\n"):
        if not _NAMING.search(line):
            continue
        for body in bodies(line):
            named = _SAID.match(line, body.end) or _BRACKETED.match(line, body.end)
            short = " ".join(named["short"].split()) if named else ""
            if short and short != body.surface and canonical(short) is None and not body.collective:
                meant.setdefault(short, set()).add(body.moved(-body.start))
    return tuple((short, next(iter(found))) for short, found in sorted(meant.items()) if _agree(found))


def _agree(found: set[Body]) -> bool:
    return len({(body.name, body.place) for body in found}) == 1
