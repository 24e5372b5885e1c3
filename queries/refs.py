"""The order in which a document numbers its parts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from graph.identity import item_of

_PART = re.compile(r"([./]?)([^./]+)")
_ROMAN = re.compile(r"[IVX]+|[IVXLC]{2,}")
_APPENDIX = re.compile(r"PL(\d*)")
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_ALPHABET = "aăâbcdđeêghiklmnoôơpqrstuưvxy"

RefKey = tuple[tuple[int, int, int, str], ...]


@lru_cache(maxsize=50_000)
def ref_key(ref: str) -> RefKey:
    """Sorts refs as the document has them: parts in Roman order, `I.9` before `I.10`, `đ` after `d`, the second duty of
    an item (`V.4/2`) before what stands below it, appendices last (`PL.2` before `PL.10` before `PL2.1`)."""
    return tuple(_part(sign, word) for sign, word in _PART.findall(ref))


def in_order(items: Iterable[str]) -> list[str]:
    """Ids of items by document, and as the document has them."""

    def place(id: str) -> tuple[str, RefKey, int, str]:
        document, key = item_of(id)
        return document, ref_key(key.ref), key.n, id

    return sorted(items, key=place)


def _part(sign: str, word: str) -> tuple[int, int, int, str]:
    below = 0 if sign == "/" else 1
    if appendix := _APPENDIX.fullmatch(word):
        return (below, 3, int(appendix[1] or 1), "")
    if word.isdecimal():
        return (below, 1, int(word), "")
    if _ROMAN.fullmatch(word):
        return (below, 0, _roman(word), "")
    letter = word[:1].lower()
    return (below, 2, _ALPHABET.find(letter) if letter in _ALPHABET else 99, word)


def _roman(word: str) -> int:
    values = [_VALUES[letter] for letter in word]
    return sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))
