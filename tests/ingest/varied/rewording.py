"""Words of a document exchanged for others, in its text and in its annotation alike, wherever lines are broken."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

Pairs = Sequence[tuple[str, str]]


def flexible(words: str) -> str:
    """A pattern for words that may be parted by a line break, also behind a hyphen or slash of a symbol."""
    pattern = re.sub(r"(?:\\ )+", r"\\s+", re.escape(words))
    return re.sub(r"(\\-|/)(?!\\s)", r"\1\\s*", pattern)


def exchange(text: str, pairs: Pairs) -> str:
    """Every `old` as `new`, longest first and in one pass, in capitals too; a line break is kept in its place."""
    both = {**{a.upper(): b.upper() for a, b in pairs}, **dict(pairs)}
    ordered = sorted(both.items(), key=lambda pair: -len(pair[0]))
    if not ordered:
        return text
    rule = re.compile("|".join(rf"(?P<g{n}>(?<![\w-]){flexible(old)}(?!\w))" for n, (old, _) in enumerate(ordered)))

    def new(match: re.Match[str]) -> str:
        words = ordered[int(str(match.lastgroup)[1:])][1]
        broken = re.search(r"[ \t]*\n\s*", match[0])
        spaces = [m.start() for m in re.finditer(" ", words)]
        if not broken:
            return words
        if not spaces:
            return words
        middle = spaces[len(spaces) // 2]
        return words[:middle] + broken[0] + words[middle + 1 :]

    return rule.sub(new, text)


def in_strings(value: Any, change: Callable[[str], str], leave: Sequence[str] = ("file", "ref")) -> Any:
    """The annotation with every string changed, those under the keys to leave aside."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, list | tuple):
        return [in_strings(item, change, leave) for item in value]
    if isinstance(value, Mapping):
        return {key: item if key in leave else in_strings(item, change, leave) for key, item in value.items()}
    return value


# The mark of tone on the first or on the second vowel of oa, oe, uy at the end of a syllable: hòa and hoà.
_FIRST = {
    "óa": "oá", "òa": "oà", "ỏa": "oả", "õa": "oã", "ọa": "oạ",
    "óe": "oé", "òe": "oè", "ỏe": "oẻ", "õe": "oẽ", "ọe": "oẹ",
    "úy": "uý", "ùy": "uỳ", "ủy": "uỷ", "ũy": "uỹ", "ụy": "uỵ",
}  # fmt: skip
_BY_CASE = {f(a): f(b) for a, b in _FIRST.items() for f in (str, str.upper, str.capitalize)}
_ON_FIRST = re.compile("(" + "|".join(_BY_CASE) + r")(?!\w)")
_BACK = {b: a for a, b in _BY_CASE.items()}
_ON_SECOND = re.compile(r"(?<![qQ])(" + "|".join(_BACK) + r")(?!\w)")


def tones_on_second(text: str) -> str:
    """`ủy`, `hòa`, `thúy` as `uỷ`, `hoà`, `thuý`."""
    return _ON_FIRST.sub(lambda m: _BY_CASE[m[1]], text)


def tones_on_first(text: str) -> str:
    """`uỷ`, `hoà`, `thuý` as `ủy`, `hòa`, `thúy`."""
    return _ON_SECOND.sub(lambda m: _BACK[m[1]], text)
