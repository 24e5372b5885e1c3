"""How rules over laid-out text are compiled: upper and lower case of Vietnamese letters, the places of their tones, and
the gaps between words."""

from __future__ import annotations

import re

from ingest.tones import either

# By code point the range from À to Ỹ holds small letters too (đ, ơ, ạ ...) and the one from à to ỹ capitals: Unicode
# sets most marked letters in pairs of both cases.
_MARKED = "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
# Laid-out text has one blank between words. A gap without end would make `\s*,?\s*` quadratic on a run of blanks.
_GAP = 8
_BOUNDED = {r"\s*": rf"\s{{0,{_GAP}}}", r"\s+": rf"\s{{1,{_GAP}}}"}


def cased(pattern: str) -> str:
    """The pattern with the ranges À-Ỹ and à-ỹ as the letters of one case that they are meant for."""
    return pattern.replace("À-Ỹ", _MARKED).replace("à-ỹ", _MARKED.lower())


def rule(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern compiled, its ranges of marked letters taken by case, its tones in either placing, its gaps `\\s*` and
    `\\s+` of bounded length."""
    pattern = either(cased(pattern))
    for gap, bounded in _BOUNDED.items():
        pattern = pattern.replace(gap, bounded)
    return re.compile(pattern, flags)
