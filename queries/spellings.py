"""When two spellings name one thing, for comparing what was read with what a careful reader wrote down.

Looser than `graph.folding`: diacritics count, while quotes, place suffixes and usual abbreviations do not.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from difflib import SequenceMatcher

_EDGE_MARKS = " .,;:/-*()“”\"'"
_SPACES = re.compile(r"\s+")
_LEADING_ZEROS = re.compile(r"^0+(?=\d)")
_PLURAL = re.compile(r"^(?:các|những|toàn thể) ")
_LEVEL_AT_END = re.compile(r" (?:cấp )?(?:tỉnh|thành phố)$")
_SEPARATORS = re.compile(r"[\s,;.\-]+")
_PUNCTUATION = re.compile(r"[^\w\s]")
_KIND_OF_WORK = re.compile(r"\b(?:đề án|kế hoạch|chương trình|năm|mtqg|mục tiêu quốc gia|căn hộ|căn nhà|căn)\b")
_FLATS = frozenset(("căn hộ", "căn nhà", "căn nhà ở", "căn hộ nhà ở", "nhà"))
# In this order: a longer name stands before the shorter one it begins with.
_ABBREVIATIONS = {
    "ủy ban nhân dân": "ubnd",
    "uỷ ban nhân dân": "ubnd",
    "hội đồng nhân dân": "hđnd",
    "mặt trận tổ quốc việt nam": "mttq",
    "mặt trận tổ quốc": "mttq",
    "nông nghiệp và phát triển nông thôn": "nn và ptnt",
    "ngân hàng chính sách xã hội": "nh csxh",
    "ngân hàng chính sách": "nh csxh",
    "trung ương đảng": "trung ương",
}


def plain(value: object) -> str:
    """NFC, lower case, single spaces, no punctuation at either end; empty for None."""
    if not value:
        return ""
    text = unicodedata.normalize("NFC", str(value)).replace("–", "-")
    return _SPACES.sub(" ", text).strip(_EDGE_MARKS).lower()


def symbol(value: object) -> str:
    """`07/NQ-CP`, `7/NQ-CP` and `07/ NQ - CP` are one number."""
    return _LEADING_ZEROS.sub("", _SPACES.sub("", plain(value)))


def unit(value: object) -> str:
    name = plain(value)
    return "căn" if name in _FLATS else name


def agency(value: object, place: str = "") -> str:
    """A body's name abbreviated as usual, without plural words, level and the place it belongs to."""
    name = plain(value)
    for long, short in _ABBREVIATIONS.items():
        name = name.replace(long, short)
    name = _PLURAL.sub("", name)
    if place:
        name = re.sub(rf" (?:trên địa bàn )?(?:tỉnh |thành phố )?{re.escape(plain(place))}$", "", name)
    name = _LEVEL_AT_END.sub("", name)
    return _SEPARATORS.sub(" ", name.replace(" và ", " ")).strip()


def work(value: object) -> str:
    """A law or scheme without a number, by the words that tell it from others."""
    words = _PUNCTUATION.sub(" ", plain(value))
    return " ".join(_KIND_OF_WORK.sub(" ", words).split())


def likeness(a: str, b: str, at_least: float = 0.0) -> float:
    """Share of characters two texts have in common, in order, 0 to 1; 0 as soon as it cannot reach `at_least`."""
    match = SequenceMatcher(None, a, b, autojunk=False)
    if match.real_quick_ratio() < at_least or match.quick_ratio() < at_least:
        return 0.0
    return match.ratio()


def nearest(name: str, wanted: Collection[str]) -> str:
    """The wanted spelling of a work without a number when nearly all its words agree, else the name itself."""
    if "/" in name or not wanted:
        return name
    best = max(sorted(wanted), key=lambda other: likeness(name, other))
    return best if best and likeness(name, best) >= 0.85 else name
