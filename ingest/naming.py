"""How bodies are named: the place taken off a name, abbreviations written out, one spelling for each body."""

from __future__ import annotations

import re
from functools import lru_cache

from ingest.body_words import PROPER, PROVINCE
from ingest.letters import rule
from ingest.tones import on_first
from ontology.bodies import canonical
from ontology.places import province

_OWN_PLACE = rule(r"\s*(?:[-,]\s*)?(?:chi\s+nhánh\s*)?(?:(?:cấp\s+)?(?:tỉnh|thành\s+phố)|TP\.?)$", re.I)
# A district or commune by its name; cities of a province too, not those that are provinces.
_OWN_UNIT = rule(
    rf"""
    \s+(?P<unit>(?:[Xx]ã|[Pp]hường|[Tt]hị\s+trấn|[Hh]uyện|[Qq]uận|[Tt]hị\s+xã|[Đđ]ặc\s+khu)\s+{PROPER})$
    """,
    re.X,
)
_NAMED_PLACE = rule(
    rf"""
    \s*(?:[-,]\s*)?(?:[Cc]hi\s+nhánh\s*)?
    (?:(?:[Tt]ỉnh|(?P<city>[Tt]hành\s+phố|TP\.?))\s+)?(?P<place>{PROVINCE})$
    """,
    re.X,
)


@lru_cache(maxsize=8_192)
def split_place(surface: str) -> tuple[str, str]:
    """`Sở Xây dựng tỉnh Lai Châu` as (`Sở Xây dựng`, `Lai Châu`); the place is empty when the words give none."""
    words = " ".join(surface.split())
    unit = _OWN_UNIT.search(words)
    if unit and unit.start() > 0:
        return words[: unit.start()], unit["unit"][0].lower() + unit["unit"][1:]
    named = _NAMED_PLACE.search(words)
    if named and named.start() > 0:
        found = province(named["place"])
        if found and named["city"] and found.kind != "thành phố":  # the city of a province: `UBND thành phố Lào Cai`
            return words[: named.start()], f"thành phố {found.name}"
        return words[: named.start()], found.name if found else named["place"]
    return _OWN_PLACE.sub("", words), ""


# In this order: what one rule writes the next may read.
_SPELLINGS = (
    (rule(r"\s*\((?:UBND|HĐND)\)"), ""),
    (rule(r"(?<=HĐND)\s*&\s*(?=UBND)|(?<=UBND)\s*&\s*(?=HĐND)"), " và "),
    (rule(r"^UBND|(?<=\s)UBND|[ỦU]y ban nhân dân|Uỷ ban nhân dân|ỦY BAN NHÂN DÂN"), "Ủy ban nhân dân"),
    (rule(r"HĐND|HỘI ĐỒNG NHÂN DÂN"), "Hội đồng nhân dân"),
    (
        rule(r"UBMTTQ(?:\s*(?:VN|Việt Nam))?|(?:Ủy|Uỷ) ban (?:Mặt trận Tổ quốc|MTTQ)(?: Việt Nam| VN)?"),
        "Ủy ban Mặt trận Tổ quốc Việt Nam",
    ),
    (rule(r"(?<!ban )(?:Mặt trận Tổ quốc|MTTQ)(?: Việt Nam| VN)?"), "Mặt trận Tổ quốc Việt Nam"),
    (rule(r"\bBTV\b|BAN THƯỜNG VỤ"), "Ban Thường vụ"),
    (rule(r"BCS đảng"), "Ban cán sự đảng"),
    (rule(r"^VP(?=\s)"), "Văn phòng"),
    (rule(r"^Chi nhánh (?=Ngân hàng (?:Chính sách|Nhà nước|Phát triển))"), ""),
    (rule(r"TỈNH ỦY"), "Tỉnh ủy"),
    (rule(r"THÀNH ỦY"), "Thành ủy"),
    (rule(r"\bKKT\b"), "Khu kinh tế"),
    (rule(r"\bKCN\b"), "khu công nghiệp"),
)


@lru_cache(maxsize=8_192)
def full_name(name: str) -> str:
    """A single body's usual full name: abbreviations written out, the ontology's spelling where it knows the body."""
    name = on_first(" ".join(name.split()))
    known = canonical(name)
    if known:
        return known.name
    for spelling, words in _SPELLINGS:
        name = spelling.sub(words, name)
    known = canonical(name)
    name = known.name if known else name
    return name[:1].upper() + name[1:]


@lru_cache(maxsize=8_192)
def group_name(surface: str) -> str:
    """A collective's name: one spelling of case, `các` and `có liên quan`, abbreviations written out."""
    name = on_first(" ".join(surface.split()))
    for spelling, words in _SPELLINGS:
        name = spelling.sub(words, name)
    if not name.startswith(("Ủy ban nhân dân", "Hội đồng nhân dân", "Chủ tịch", "Sở")):
        name = re.sub(r"\b(Sở|Ban|Ngành|Bộ)\b(?!\s+[A-ZĐ])", lambda m: m[0].lower(), name[0].lower() + name[1:])
    return name[0].upper() + name[1:]


def without_unit(name: str, place: str) -> str:
    """`Công an xã` in a document of `xã Mường Than` is `Công an` of that place."""
    if not place[:1].islower():
        return name
    unit = place.rpartition(" ")[0]
    while unit:
        if name.endswith(" " + unit):
            return name[: -len(unit) - 1]
        unit = unit.rpartition(" ")[0]
    return name
