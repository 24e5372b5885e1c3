"""How the words around a figure of prose bound it: `ít nhất 30 xã`, `dưới 5%`, `80% trở lên`."""

from __future__ import annotations

import re

from ingest.letters import rule

_AT_LEAST = rule(
    r"""
    (?:
        ít\s+nhất | t[ốô]i\s+thiểu | không\s+(?:dưới|thấp\s+hơn|ít\s+hơn) | trên | (?<!thấp\s)(?<!ít\s)hơn | từ
      | ≥ | >= | >
    )
    \s*(?:(?:là|đạt|có)\s+)?$
    """,
    re.I | re.X,
)
_AT_MOST = rule(
    r"(?:tối\s+đa|không\s+(?:(?:để|vượt)\s+)?quá|(?:thấp|ít)\s+hơn|[dđ]ưới|nhiều\s+nhất|≤|<=|<)\s*(?:là\s+)?$", re.I
)
_UPWARDS = rule(r"^\s*(?:\w+\s+){0,6}?trở\s+lên")
_DOWNWARDS = rule(r"^\s*(?:\w+\s+){0,6}?trở\s+xuống")


def comparator_of(before: str, after: str) -> str:
    """`=`, `>=` or `<=` by the words of a segment before and behind a figure."""
    if _DOWNWARDS.match(after):
        return "<="
    if _AT_LEAST.search(before) or _UPWARDS.match(after):
        return ">="
    return "<=" if _AT_MOST.search(before) else "="
