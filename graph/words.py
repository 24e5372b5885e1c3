"""The words a node is found by, folded, and a search as words: both sides go through the same fold."""

from __future__ import annotations

import re

from graph.folding import fold
from graph.model import Props

_WORD = re.compile(r"[a-z0-9]+")
_ZEROS = re.compile(r"(?<![a-z0-9])0{1,50}(?=[1-9][0-9]*(?![a-z0-9]))")
_FIELDS = (
    "symbol",
    "name",
    "title",
    "issuer",
    "place",
    "doc_type",
    "text",
    "heading",
    "subject",
    "position",
    "product",
)
_LONGEST_SYMBOL = 6


def words(label: str, props: Props) -> str:
    """All words of a node, without repeats, and its number written together in every way (`34ct`, `34cttw`)."""
    text = " ".join([label, *(value for name in _FIELDS if isinstance(value := props.get(name), str))])
    found = dict.fromkeys(asked(text))
    symbol = props.get("symbol")
    if isinstance(symbol, str):
        found |= dict.fromkeys(_together(asked(symbol)))
    return " ".join(found)


def asked(text: str) -> list[str]:
    """The words of a text in order, folded; numbers without leading zeros."""
    folded = fold(text)
    return _WORD.findall(_ZEROS.sub("", folded) if "0" in folded else folded)


def _together(parts: list[str]) -> list[str]:
    parts = parts[:_LONGEST_SYMBOL]
    return ["".join(parts[a:b]) for a in range(len(parts)) for b in range(a + 1, len(parts) + 1)]
