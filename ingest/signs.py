"""How signs and words before a figure of a table bound it."""

from __future__ import annotations

_AT_MOST = frozenset(("≤", "<=", "<", "tối đa", "không quá", "dưới", "trở xuống"))


def sign_of(written: str) -> str:
    """`=`, `>=` or `<=` for a sign or word as it stands before a figure; `=` where there is none."""
    words = " ".join(written.lower().split())
    if words in ("", "="):
        return "="
    return "<=" if words in _AT_MOST else ">="
