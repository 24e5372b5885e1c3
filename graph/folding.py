"""One way to fold Vietnamese words: for search, for names given as anyone would type them, and for ids."""

from __future__ import annotations

import re
import unicodedata

_FOLDED = str.maketrans({"đ": "d", "Đ": "d", "–": "-", "—": "-", "‑": "-"})
_MARKS = re.compile("[\u0300-\u036f]+")
_SPACES = re.compile(r"\s+")
_NOT_WORD = re.compile(r"[^a-z0-9]+")


def fold(text: str) -> str:
    """Lower case without diacritics, one space between words: `Chỉ thị  34-CT/TW` gives `chi thi 34-ct/tw`."""
    if text.isascii():
        return _SPACES.sub(" ", text).strip().lower()
    plain = unicodedata.normalize("NFD", text.translate(_FOLDED))
    plain = _MARKS.sub("", plain)
    return _SPACES.sub(" ", plain).strip().lower()


def slug(text: str) -> str:
    """For ids: `Sở Xây dựng` gives `so-xay-dung`."""
    return _NOT_WORD.sub("-", fold(text)).strip("-")
