"""Is this Vietnamese? Counted in syllables, which have few enough forms to tell real text from text decoded wrongly."""

from __future__ import annotations

import re
import unicodedata

_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_WORD = re.compile(r"[^\W\d_]+")
# Onset, nucleus and coda of a written syllable without its tone (Chính tả, the standard spelling); each alternative
# starts with a letter class of its own length, so a match takes one pass.
_SYLLABLE = re.compile(
    r"(?:ngh?|nh|n|ch|c|gh|gi|g|kh|k|ph|qu|th|tr|t|b|d|đ|h|l|m|p|r|s|v|x)?"
    r"(?:iê|yê|uyê|uya|uyu|uâ|uê|uơ|uô|ươ|ưa|ưu|oa|oă|oe|oo|uy|ia|ua|a|ă|â|e|ê|i|o|ô|ơ|u|ư|y)"
    r"(?:ng|nh|ch|c|k|m|n|p|t|i|o|u|y)?"  # k in names: Đắk Lắk
)


def share(text: str, sample: int = 40_000) -> float:
    """How much of the accented words in the first `sample` characters are possible Vietnamese syllables: 0.0 to 1.0;
    1.0 when there are none."""
    words = _accented(text, sample)
    return sum(map(is_syllable, words)) / len(words) if words else 1.0


def accented(text: str, sample: int = 40_000) -> int:
    """How many words of the first `sample` characters have a letter that is not plain ASCII."""
    return len(_accented(text, sample))


def _accented(text: str, sample: int) -> list[str]:
    return [word for word in _WORD.findall(unicodedata.normalize("NFC", text[:sample])) if not word.isascii()]


def is_syllable(word: str) -> bool:
    """Whether one word is spelled as a Vietnamese syllable, with one tone at most, in any case."""
    if not (word.islower() or word.isupper() or word.istitle()):
        return False
    plain, tones = [], 0
    for letter in unicodedata.normalize("NFD", word.lower()):
        if letter in _TONES:
            tones += 1
        else:
            plain.append(letter)
    return tones <= 1 and _SYLLABLE.fullmatch(unicodedata.normalize("NFC", "".join(plain))) is not None
