"""Characters that look like nothing or like something else: one spelling of the same words in every format."""

from __future__ import annotations

import re
import unicodedata

# Invisible: soft hyphen, zero-width and directional characters, byte order mark, and control characters save tab,
# line feed and form feed. A zero-width joiner has no use in Vietnamese.
_INVISIBLE = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\x00-\x08\x0e-\x1f\x7f-\x9f]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
# A scan's or a typesetter's strokes for the one in numbers: `87⁄2017/NĐ-CP`.
_STROKE = re.compile("[\u2044\u2215\uff0f]")
_SPACE = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_GAP = re.compile(r"[ \t]{2,}|\t")
_LEADING = re.compile(r"[ \t]*")


def tidy(text: str) -> str:
    """One line in NFC: invisible characters dropped, each kind of space a space, one between words, none at the end.

    Leading spaces stay as they are (a tab as one), because in text made from a PDF they stand for empty cells.
    """
    return closed_up(spelled(text))


def spelled(text: str) -> str:
    """The first half of `tidy`, for a whole text at once: one spelling for each letter and space."""
    if text.isascii() and not _CONTROL.search(text):
        return text
    return unicodedata.normalize("NFC", _STROKE.sub("/", _SPACE.sub(" ", _INVISIBLE.sub("", text))))


def closed_up(line: str) -> str:
    """The second half, for one line: its gaps closed."""
    line = line.rstrip()
    if "  " not in line and "\t" not in line:
        return line
    lead = _LEADING.match(line)
    at = lead.end() if lead else 0
    return line[:at].replace("\t", " ") + _GAP.sub(" ", line[at:])


def has_invisible(text: str) -> bool:
    """Whether `tidy` would drop characters nobody sees."""
    return _INVISIBLE.search(text) is not None
