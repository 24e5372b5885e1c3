"""One way to fold Vietnamese words: for search, for names given as anyone would type them, and for ids."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_MARKS = re.compile("[\u0300-\u036f]+")


def _unmarked(text: str) -> str:
    return _MARKS.sub("", unicodedata.normalize("NFD", text))


# The letters of Latin script at once; what else has marks is taken apart.
_LATIN = (*map(chr, range(0x00C0, 0x0250)), *map(chr, range(0x1E00, 0x1F00)))
_FOLDED = str.maketrans(
    {letter: plain for letter in _LATIN if (plain := _unmarked(letter)) != letter}
    | {"đ": "d", "Đ": "d", "–": "-", "—": "-", "‑": "-"}
)
_NOT_WORD = re.compile(r"[^a-z0-9]+")
# Names are folded again and again, whole texts once.
_NAME = 200


def fold(text: str) -> str:
    """Lower case without diacritics, one space between words: `Chỉ thị  34-CT/TW` gives `chi thi 34-ct/tw`."""
    return _folded_name(text) if len(text) <= _NAME else _folded(text)


def _folded(text: str) -> str:
    if not text.isascii() and not (text := text.translate(_FOLDED)).isascii():
        text = _unmarked(text)
    return " ".join(text.split()).lower()


_folded_name = lru_cache(maxsize=16_384)(_folded)


def slug(text: str) -> str:
    """For ids: `Sở Xây dựng` gives `so-xay-dung`."""
    return _NOT_WORD.sub("-", fold(text)).strip("-")
