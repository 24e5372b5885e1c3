"""Names as patterns: any space between words, either placing of a tone in small letters (`ủy`, `uỷ`; `hóa`, `hoá`)."""

from __future__ import annotations

import re
from functools import cache

_TONES = {
    old: new
    for plain, marks in (("o{a}", "àáảãạ"), ("o{e}", "èéẻẽẹ"), ("u{y}", "ỳýỷỹỵ"))
    for mark, first in zip(marks, "òóỏõọ" if plain[0] == "o" else "ùúủũụ", strict=True)
    for old, new in ((first + plain[2], plain[0] + mark),)
}
_EITHER = re.compile("|".join([*_TONES, *_TONES.values()]))
_BACK = {new: old for old, new in _TONES.items()}


@cache
def spelled(name: str) -> str:
    """A regular expression for a name in any of its spellings: that of `Tỉnh ủy` also matches `Tỉnh  uỷ`."""
    words = r"\s+".join(re.escape(word) for word in name.split())
    return _EITHER.sub(lambda m: f"(?:{_BACK.get(m[0], m[0])}|{_TONES.get(_BACK.get(m[0], m[0]))})", words)
