"""Names written all in capitals (`SỞ XÂY DỰNG, UBND CÁC XÃ`) as they are written within a sentence."""

from __future__ import annotations

import re

from ingest.letters import rule

_WORD = re.compile(r"\w+")
_ACRONYMS = frozenset(("UBND", "HĐND", "MTTQ", "BQL", "BCH", "BTV", "LĐLĐ", "TNCS", "ĐBQH"))
# Words that go on in small letters where they stand in a list of bodies.
_SMALL = frozenset(
    (
        "các",
        "xã",
        "phường",
        "huyện",
        "quận",
        "thị",
        "đặc",
        "ngành",
        "ban",
        "đoàn",
        "tổ",
        "địa",
        "cơ",
        "đơn",
        "chính",
        "cấp",
    )
)
# What stands before the name of a field.
_HEADS = frozenset(("sở", "bộ", "cục"))
_STARTS = rule(r"(?:[,;/&]|\s(?:và|VÀ))\s*$")
# Words within names, and places behind their kind.
_NAMES = rule(
    r"mặt\s+trận\s+tổ\s+quốc|việt\s+nam|hồ\s+chí\s+minh|(?:tỉnh|thành|huyện)\s+(?:ủy|uỷ)(?!\s+ban)|"
    r"(?<=tỉnh\s)(?!và\s|ủy|uỷ)\w+(?:\s+(?!và\s)\w+){0,2}|(?<=thành\sphố\s)(?!và\s)\w+(?:\s+(?!và\s)\w+){0,2}"
)


def recased(text: str) -> str:
    """A text in capitals with the capitals that names have in a sentence; as long as before. Other texts stay."""
    if not text.isupper() or len(text.lower()) != len(text):
        return text
    out: list[str] = []
    position, before = 0, ""
    for word in _WORD.finditer(text):
        out.append(text[position : word.start()])
        out.append(_word(word[0], before, text[: word.start()][-6:]))
        before, position = word[0].lower(), word.end()
    return _NAMES.sub(_name, "".join((*out, text[position:])))


def _word(word: str, before: str, behind: str) -> str:
    small = word.lower()
    if word in _ACRONYMS:
        return word
    starts = not behind.strip() or (bool(_STARTS.search(behind)) and small not in _SMALL)
    field = before in _HEADS and behind[-2:-1].isalpha()
    return small[0].upper() + small[1:] if starts or field else small


def _name(match: re.Match[str]) -> str:
    words = match[0].split(" ")
    if words[-1] in ("ủy", "uỷ"):
        return " ".join((words[0].capitalize(), *words[1:]))
    if words[0] == "mặt":
        return "Mặt trận Tổ quốc"
    return " ".join(word.capitalize() for word in words)
