"""When two spellings of a name are the same name: the key reference data is looked up by."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_PLAIN = str.maketrans({"đ": "d", "Đ": "d"})
_NOT_WORD = re.compile(r"[^a-z0-9]+")


def words(text: str) -> list[str]:
    """The words of a name in lower case without marks; dashes, commas, dots and quotes only part them.

    Tone placement (`hoà`, `hòa`) and Unicode form vanish with the marks.
    """
    plain = unicodedata.normalize("NFD", text.translate(_PLAIN).lower())
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return [word for word in _NOT_WORD.split(plain) if word]


@lru_cache(maxsize=50_000)
def key(text: str) -> str:
    """One string for all spellings of a name: without `và`, `&`, dashes, commas and spaces.

    `LĐ-TB&XH`, `LĐTBXH` and `LĐTB và XH` give one key; so does a word that a text layer has split (`c ủa`).
    """
    return "".join(word for word in words(text) if word != "va")
