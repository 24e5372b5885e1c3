"""Upper and lower case of Vietnamese letters in rules."""

from __future__ import annotations

import re

# By code point the range from À to Ỹ holds small letters too (đ, ơ, ạ ...) and the one from à to ỹ capitals: Unicode
# sets most marked letters in pairs of both cases.
_MARKED = "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"


def cased(pattern: str) -> str:
    """The pattern with the ranges À-Ỹ and à-ỹ as the letters of one case that they are meant for."""
    return pattern.replace("À-Ỹ", _MARKED).replace("à-ỹ", _MARKED.lower())


def rule(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern compiled, its ranges of marked letters taken by case."""
    return re.compile(cased(pattern), flags)
