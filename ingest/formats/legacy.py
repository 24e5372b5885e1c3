"""Text of the time before Unicode: TCVN3 (the .Vn fonts), VNI, Windows-1258, and UTF-8 decoded as Windows-1252.

Sources: TCVN 5712:1993 (table VN3), the VNI for Windows character set, Microsoft code page 1258. viparse has the first
two, but its VNI table has no ẳ, í and ỵ, and importing it takes longer than reading a document.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from ingest.formats.syllables import accented, share

# Positions of VN3 above 0xA0, read as Latin-1. Capitals with a tone have no position of their own: fonts ending in H
# draw the small letters as capitals.
_TCVN3 = {
    0xA1: "ĂÂÊÔƠƯĐăâêôơưđ",
    0xB5: "àảãáạ",
    0xBB: "ằẳẵắ",
    0xC6: "ặầẩẫấậè",
    0xCE: "ẻẽéẹềểễếệìỉ",
    0xDC: "ĩíịò",
    0xE1: "ỏõóọồổỗốộờởỡớợù",
    0xF1: "ủũúụừửữứựỳỷỹýỵ",
}
TCVN3 = {first + n: letter for first, letters in _TCVN3.items() for n, letter in enumerate(letters)}

_WORD = re.compile(r"[^\W\d_]+")
_SMALL = re.compile("[a-z]")
_CAPITAL = re.compile("[A-Z]")

# VNI writes the letter and then its marks as one more character.
_TONES = {"ø": "\u0300", "ù": "\u0301", "õ": "\u0303", "û": "\u0309", "ï": "\u0323"}
_CIRCUMFLEX = {"â": "", "à": "\u0300", "á": "\u0301", "ã": "\u0303", "å": "\u0309", "ä": "\u0323"}
_BREVE = {"ê": "", "è": "\u0300", "é": "\u0301", "ü": "\u0303", "ú": "\u0309", "ë": "\u0323"}
_ALONE = {"ô": "ơ", "ö": "ư", "ñ": "đ", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ", "í": "í", "ì": "ì"}


def _vni() -> dict[str, str]:
    table = dict(_ALONE)
    for base in "aeiouyôö":
        letter = _ALONE.get(base, base)
        table |= {base + mark: letter + tone for mark, tone in _TONES.items()}
        if base in "aeo":
            table |= {base + mark: letter + "\u0302" + tone for mark, tone in _CIRCUMFLEX.items()}
        if base == "a":
            table |= {base + mark: letter + "\u0306" + tone for mark, tone in _BREVE.items()}
    table |= {source.upper(): letter.upper() for source, letter in table.items()}
    return {source: unicodedata.normalize("NFC", letter) for source, letter in table.items()}


VNI = _vni()
_VNI_PAIR = re.compile("|".join(sorted(map(re.escape, VNI), key=len, reverse=True)))

# What UTF-8 Vietnamese looks like after it was read as Windows-1252.
_MOJIBAKE = re.compile("á[»º]|Ã[\u0080-\u00bf ¡-¿]|Ä[\u0090\u0091‘ƒ]|Æ[°¯¡\u00a0]")

PLAUSIBLE = 0.7
"""The least share of possible syllables for text to count as Vietnamese: real text has 0.95 and more, and one decoded
with the wrong table less than 0.4."""


_ONLY_VIETNAMESE = re.compile("[\u1ea0-\u1ef9ăđĩũơưĂĐĨŨƠƯ\u0300-\u0323]")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")

FEW = 5
"""Accented words below which Unicode text is left alone: a French name is no evidence."""


def from_tcvn3(text: str) -> str:
    """Text in TCVN3 read as Latin-1 or Windows-1252, as Unicode, with the capitals the font drew as far as the plain
    letters around them show them."""
    return "\n".join(map(_capitals, text.translate(TCVN3).split("\n")))


def _capitals(line: str) -> str:
    return line.upper() if _all_capitals(line) else _WORD.sub(_capital_word, line)


def _capital_word(word: re.Match[str]) -> str:
    return word.group().upper() if _all_capitals(word.group()) else word.group()


def _all_capitals(text: str) -> bool:
    return _SMALL.search(text) is None and len(_CAPITAL.findall(text)) >= 2


def from_vni(text: str) -> str:
    """Text in VNI read as Windows-1252, as Unicode."""
    return _VNI_PAIR.sub(lambda pair: VNI[pair.group()], text)


def from_font(text: str, font: str) -> str:
    """Text set in a font of that time (`.VnTime`, `.VnTimeH`, `VNI-Times`), as Unicode; other text as it is."""
    name = font.rpartition("+")[2].lower()
    if name.startswith((".vn", "vntime", "vnarial")):
        text = from_tcvn3(text)
        return text.upper() if name.rstrip("-bolditac,").endswith("h") else text
    return from_vni(text) if name.startswith("vni") else text


def decode(content: bytes) -> tuple[str, str] | None:
    """Bytes that are not UTF-8 as text, and the name of the encoding they had; None when no table gives Vietnamese."""
    western = content.decode("cp1252", "replace")
    tried = [
        (content.decode("cp1258", "replace"), "Windows-1258"),
        (from_tcvn3(content.decode("latin-1")), "TCVN3"),
        (from_vni(western), "VNI"),
    ]
    best, name = max(tried, key=lambda each: share(each[0]))
    return (best, name) if share(best) >= PLAUSIBLE else None


def repair(text: str) -> tuple[str, str]:
    """Unicode text that was converted from one of these as if it were something else, as it was meant, and what it was;
    the text itself and an empty name when it is sound."""
    if text.isascii() or _is_unicode(text) or accented(text) < FEW or share(text) >= PLAUSIBLE:
        return text, ""
    tried = ["TCVN3", "VNI"]
    if len(_MOJIBAKE.findall(text, 0, 40_000)) >= 3:
        tried.append("UTF-8 read as Windows-1252")
    best, name = max(((TABLES[name](text), name) for name in tried), key=lambda each: share(each[0]))
    return (best, name) if share(best) >= PLAUSIBLE else (text, "")


def _is_unicode(text: str) -> bool:
    """A quick look: none of these tables has the letters that only Vietnamese has, and sound text is full of them."""
    sample = text[:8_000]
    return 4 * len(_ONLY_VIETNAMESE.findall(sample)) > len(_NOT_ASCII.findall(sample))


def _redecoded(text: str) -> str:
    raw = bytearray()
    for letter in text:
        try:
            raw += letter.encode("cp1252")
        except UnicodeEncodeError:
            # Five bytes have no letter in Windows-1252 and come through as control characters.
            raw += bytes([ord(letter)]) if ord(letter) < 0x100 else letter.encode()
    return raw.decode("utf-8", "replace")


TABLES: dict[str, Callable[[str], str]] = {
    "TCVN3": from_tcvn3,
    "VNI": from_vni,
    "UTF-8 read as Windows-1252": _redecoded,
}
"""The conversions `repair` names."""
