"""One way to fold Vietnamese words: for search, for names given as anyone would type them, and for ids."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_FOLDED = str.maketrans({"đ": "d", "Đ": "d", "–": "-", "—": "-", "‑": "-"})
_MARKS = re.compile("[\u0300-\u036f]+")
_SPACES = re.compile(r"\s+")
_NOT_WORD = re.compile(r"[^a-z0-9]+")
# Names are folded again and again, whole texts once.
_NAME = 200


def fold(text: str) -> str:
    """Lower case without diacritics, one space between words: `Chỉ thị  34-CT/TW` gives `chi thi 34-ct/tw`."""
    return _folded_name(text) if len(text) <= _NAME else _folded(text)


def _folded(text: str) -> str:
    if not text.isascii():
        text = _MARKS.sub("", unicodedata.normalize("NFD", text.translate(_FOLDED)))
    return _SPACES.sub(" ", text).strip().lower()


_folded_name = lru_cache(maxsize=16_384)(_folded)


def slug(text: str) -> str:
    """For ids: `Sở Xây dựng` gives `so-xay-dung`."""
    return _NOT_WORD.sub("-", fold(text)).strip("-")
