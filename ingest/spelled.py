"""Names as patterns: any space between words, either placing of a tone (`ủy`, `uỷ`; `hóa`, `hoá`)."""

from __future__ import annotations

import re
from functools import cache

from ingest.tones import either


@cache
def spelled(name: str) -> str:
    """A regular expression for a name in any of its spellings: that of `Tỉnh ủy` also matches `Tỉnh  uỷ`; a
    hyphen may stand without blanks, `Bà Rịa-Vũng Tàu`."""
    words = r"\s+".join(re.escape(word) for word in name.split())
    return either(words.replace(r"\s+\-\s+", r"\s*[-–]\s*"))
