"""Both placings of a tone, `ủy` and `uỷ`, `hóa` and `hoá`: the mark stands on the first vowel or on the second."""

from __future__ import annotations

import re

_LOWER = {
    first + plain[1]: plain[0] + second
    for plain, firsts, seconds in (
        ("oa", "òóỏõọ", "àáảãạ"),
        ("oe", "òóỏõọ", "èéẻẽẹ"),
        ("uy", "ùúủũụ", "ỳýỷỹỵ"),
    )
    for first, second in zip(firsts, seconds, strict=True)
}
# By the placing on the first vowel; in small letters, with a capital, in capitals.
_SECOND = {case(old): case(new) for case in (str.lower, str.capitalize, str.upper) for old, new in _LOWER.items()}
_FIRST = {new: old for old, new in _SECOND.items()}
# Where the syllable ends; `quý` has one vowel, and in `hoàn` the mark has one place.
_EITHER = re.compile(rf"(?<![qQ])(?:{'|'.join([*_SECOND, *_FIRST])})(?![^\W\d_])")
_BOTH = {f"(?:{a}|{b})": old for old, new in _SECOND.items() for a, b in ((old, new), (new, old))}
_WRITTEN_OUT = re.compile("|".join(map(re.escape, _BOTH)))


def either(pattern: str) -> str:
    """A regular expression that matches what another matches, and that with the tones placed the other way."""
    once = _WRITTEN_OUT.sub(lambda m: _BOTH[m[0]], pattern)
    return _EITHER.sub(lambda m: f"(?:{_FIRST.get(m[0], m[0])}|{_SECOND[_FIRST.get(m[0], m[0])]})", once)


def on_second(text: str) -> str:
    """A text with its tones on the second vowel, as long as before."""
    return _EITHER.sub(lambda m: _SECOND.get(m[0], m[0]), text)


def on_first(text: str) -> str:
    """A text with its tones on the first vowel, as long as before: the one spelling of names."""
    return _EITHER.sub(lambda m: _FIRST.get(m[0], m[0]), text)
