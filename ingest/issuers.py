"""Who issues a document: as its opening says, as it is signed, or as the first lines of its head name it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from graph.folding import fold
from ingest.bodies import Body, bodies
from ingest.layout import Line
from ingest.letters import rule
from ingest.naming import full_name, without_unit
from ingest.sheet import MOTTO, PLACE_DATE, Sheet
from ontology.bodies import BODIES, canonical
from ontology.bodies import Body as Known
from ontology.places import PROVINCE_NAMES, province

# `UBND tỉnh X ban hành Kế hoạch ...`: what follows the issuer in the opening.
_ISSUES = rule(
    r"""
    \s(?:thống\s+nhất\s+)?(?:xây\s+dựng\s+và\s+)?ban\s+hành\s+
    (?:
        [Kk]ế[ ]hoạch | [Nn]ghị[ ]quyết | [Cc]hỉ[ ]thị | [Cc]hương[ ]trình | [Kk]ết[ ]luận | [Đđ]ề[ ]án
      | [Hh]ướng[ ]dẫn | Công[ ]điện
    )
    (?!\s+số)
  | \s(?:chỉ\s+thị|quyết\s+nghị)(?:\s+như\s+sau)?\s*:
    """,
    re.X,
)
_ON_BEHALF = rule(r"(?:TM\.|T/M)\s*(?P<body>[A-ZĐÀ-Ỹ][A-ZĐÀ-Ỹ\s]+)")
_OF_PLACE = rule(r"\s+(?:TỈNH|THÀNH PHỐ|TP\.?)$")
_MINISTER = rule(r"^(?:KT\.\s*|K/T\s*)?(?:BỘ TRƯỞNG|THỦ TƯỚNG)")
_UNIT = rule(
    r"\s(?P<kind>(?:HUYỆN|QUẬN)(?!\s+(?:ỦY|UỶ))|THỊ XÃ|XÃ(?!\s+HỘI\b)|PHƯỜNG|THỊ TRẤN|ĐẶC KHU|THÀNH PHỐ)"
    r"\s+(?P<name>.+)$"
)
# `HUYỆN ỦY THAN UYÊN`: the committee's name tells the unit.
_OF_UNIT = rule(r"^(?P<kind>HUYỆN|QUẬN|THỊ|THÀNH)\s+(?:ỦY|UỶ)\s+(?P<name>[A-ZĐÀ-Ỹ].+)$")
_UNITS = {"HUYỆN": "huyện", "QUẬN": "quận", "THỊ": "thị xã", "THÀNH": "thành phố"}
# What names of bodies begin with, in the head's capitals.
_BODY = rule(
    r"""
    ^(?:
        BAN | SỞ | PHÒNG | TRUNG\s+TÂM | (?:CHI\s+)?CỤC | VĂN\s+PHÒNG | HỘI | ĐẢNG\s+(?:ỦY|UỶ|BỘ|ĐOÀN) | CHI\s+BỘ | TỔ
      | VIỆN | TRƯỜNG | (?:TỔNG\s+)?CÔNG\s+TY | TẬP\s+ĐOÀN | LIÊN\s+\w+ | (?:TỈNH\s+|THÀNH\s+)?ĐOÀN | HIỆP\s+HỘI | QUỸ
      | NGÂN\s+HÀNG | BẢO\s+HIỂM | KHO\s+BẠC | THANH\s+TRA | TÒA\s+ÁN | BỘ | (?:ỦY|UỶ)\s+BAN | BÁO | ĐÀI | THƯỜNG\s+TRỰC
      | (?:HUYỆN|QUẬN|THỊ|TỈNH|THÀNH)\s+(?:ỦY|UỶ) | TIỂU\s+BAN | MẶT\s+TRẬN | CÔNG\s+AN | HỌC\s+VIỆN | TỔNG\s+CỤC
      | UBND | HĐND | CHỦ\s+TỊCH | HẠT | ĐỘI
    )(?=\s|$)
    """,
    re.X,
)
# What has its name only with the body below it: `CHỦ TỊCH`, `BAN THƯỜNG TRỰC`.
_WITHIN = rule(r"^(?:(?:PHÓ\s+)?CHỦ\s+TỊCH|(?:BAN\s+)?THƯỜNG\s+TRỰC|VĂN\s+PHÒNG|BAN\s+THƯỜNG\s+VỤ)$")
_SPEAKING = {
    "BAN THƯỜNG VỤ": "Ban Thường vụ",
    "BAN THƯỜNG TRỰC": "Ban Thường trực",
    "VĂN PHÒNG": "Văn phòng",
}
# The boards that speak for the body above them.
_SPEAKS = rule(r"^(?:BAN\s+THƯỜNG\s+(?:VỤ|TRỰC)|VĂN\s+PHÒNG)$")
_GOES_ON = rule(
    r"^(?:VÀ|CÁC|CỦA|TỈNH|THÀNH\s+PHỐ|HUYỆN|QUẬN|THỊ\s+XÃ|XÃ|PHƯỜNG|ĐẶC\s+KHU|VỀ|TẠI)\s(?!ỦY|UỶ)|^(?:TỈNH|THÀNH\s+PHỐ)$"
)
# Who decides by office: `CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH ...`, `BỘ TRƯỞNG BỘ XÂY DỰNG`.
_PRESIDES = rule(
    r"^(?:BỘ TRƯỞNG|THỐNG ĐỐC|CHỦ TỊCH|GIÁM ĐỐC|CỤC TRƯỞNG|TRƯỞNG BAN|CHÁNH ÁN|VIỆN TRƯỞNG|TỔNG KIỂM TOÁN|HIỆU TRƯỞNG"
    r"|TỔNG GIÁM ĐỐC|CHỦ NHIỆM)(?:\s[A-ZĐÀ-Ỹ\s,-]+)?$"
)
_PRESIDES_PLAIN = rule(r"^(?:bo truong bo|thong doc ngan hang|giam doc so) ")
_PRESIDENT = rule(r"^(?:BỘ TRƯỞNG|THỐNG ĐỐC|CHỦ TỊCH|GIÁM ĐỐC|CỤC TRƯỞNG)\s+(?=BỘ|NGÂN|ỦY|UỶ|UBND|SỞ|CỤC)")
# A committee whose standing committee signs for it.
_COMMITTEES = ("Tỉnh ủy", "Thành ủy", "Huyện ủy", "Quận ủy", "Thị ủy", "Đảng ủy")

_NATIONAL = rule(r"\b(?:(?:quốc\s+gia|[Tt]rung\s+ương)(?:\s|$)|(?:Chính\s+phủ|Quốc\s+hội)$)", re.I)

Named = tuple[str, str]
"""A body's name and the place named with it, empty without one."""


@dataclass(frozen=True, slots=True)
class _Unit:
    """A body in the head's capitals, on one line or several."""

    name: str
    place: str
    start: int
    end: int


def issuer(page: Sheet) -> Named:
    """The name of the issuer and the place named with it, both empty when nothing tells it."""
    opening = _stated(page)
    stated = (opening.name, opening.place) if opening else None
    head = _in_head(page)
    signed = _signed(page)
    if head and signed and head[0] == "Ban Chấp hành Trung ương Đảng" and is_central(signed[0]):
        return signed  # the head names the committee, the signature the body that speaks for it
    if head and signed and signed[0] == "Ban Thường vụ" and head[0].startswith(_COMMITTEES):
        return f"Ban Thường vụ {head[0]}", head[1]
    if head and is_central(head[0]) and not (stated and _is_party(stated[0])):
        return head
    if stated and not is_central(stated[0]) and (not head or _same_committee(stated, head)):
        if opening:
            _take(page, opening)
        place = stated[1] or (head[1] if head else "")
        return without_unit(stated[0], place), place
    if signed and (not head or _speaks_for(signed, head)):
        name = signed[0]
        if name == "Ban Thường vụ":
            name = f"Ban Thường vụ {head[0]}" if head else _standing_committee(page)
        return name, (head[1] if head else signed[1])
    if head:
        return head
    if opening:
        page.mark("issuer", opening.start, opening.end)
    page.inferred.append("issuer")
    return stated or ("", "")


def _speaks_for(signed: Named, head: Named) -> bool:
    """Whether the signature is that of the committee that leads the body of the head."""
    return head[0].startswith(_COMMITTEES) and signed[0].startswith("Ban Thường vụ")


def _same_committee(stated: Named, head: Named) -> bool:
    """Whether the opening names the body of the head, or a board or an office of it that acts for it."""
    return stated[0] == head[0] or stated[0].endswith(f" {head[0]}")


def _standing_committee(page: Sheet) -> str:
    of_city = page.text.count("Thành ủy") > page.text.count("Tỉnh ủy")
    return "Ban Thường vụ " + ("Thành ủy" if of_city else "Tỉnh ủy")


def _stated(page: Sheet) -> Body | None:
    for line in page.body[:14]:
        for match in _ISSUES.finditer(line.text):
            near = [b for b in bodies(line.text[: match.start()]) if b.end == match.start()]
            before = line.text[: near[-1].start].rstrip() if near else ""
            if near and not re.search(r"(?:của|do|đã)$", before):
                body = near[-1]
                return body.moved(line.start)
    return None


def _take(page: Sheet, body: Body) -> None:
    """Mark the body that the opening names as the issuer, read elsewhere than in the head unless that names it too."""
    page.mark("issuer", body.start, body.end)
    if not any(fold(body.name) in fold(line.text) for line in page.head):
        page.inferred.append("issuer")


# -- in the head


def _in_head(page: Sheet) -> Named | None:
    """The last body above the type in capitals, on one line or several; without one the first below it."""
    units = list(_units(page, [line for line in page.above_type if _may_name(line.text)]))
    if units:
        last = units[-1]
        page.mark("issuer", last.start, last.end)
        return last.name, last.place
    if page.typed is not None:
        for line in (*page.below_type, *page.body[:6]):
            words = line.text.strip()
            if words.isupper() and (name := spoken(_PRESIDENT.sub("", words)) or spoken(words)):
                page.mark("issuer", line.start, line.end)
                return name
    return None


def _may_name(text: str) -> bool:
    return text.isupper() and not (MOTTO.search(text) or PLACE_DATE.search(text))


def _units(page: Sheet, lines: Sequence[Line]) -> Iterator[_Unit]:
    """The bodies that the head names one below the other, each with the place of the one above where it has none. One
    whose name is known only with the body above it, `BAN TỔ CHỨC` below `TỈNH ỦY`, has its full name."""
    above: _Unit | None = None
    position = 0
    while position < len(lines):
        size = _size(lines[position:])
        taken = lines[position : position + size]
        words = " ".join(line.text.strip(" *-_") for line in taken)
        position += size
        if found := _unit(page, words, taken, above):
            above = found
            yield found


def _size(lines: Sequence[Line]) -> int:
    """How many lines the name of a body takes: the most that make a known one, else those that only go on."""
    words = [line.text.strip(" *-_") for line in lines[:3]]
    for size in range(len(words), 0, -1):
        if any(_BODY.match(later) for later in words[1:size]) and not _WITHIN.match(words[0]):
            continue
        if all(a.end + 1 >= b.start for a, b in pairwise(lines[:size])):
            named = spoken(" ".join(words[:size]))
            if named and (size == 1 or _GOES_ON.match(words[size - 1]) or not spoken(words[size - 1])):
                return size
    size = 1
    while size < len(words) and _GOES_ON.match(words[size]):
        size += 1
    return size


def _unit(page: Sheet, words: str, lines: Sequence[Line], above: _Unit | None) -> _Unit | None:
    start, end = lines[0].start, lines[-1].end
    place = above.place if above else ""
    known = spoken(words)
    if above and _SPEAKS.match(words) and not (known and known[1]):
        return _Unit(_within(words, above.name), place, start, end)
    if above and (known is None or not known[1]) and (whole := canonical(f"{words} {above.name}")):
        return _Unit(whole.name, place, start, end)
    if known:
        return _Unit(known[0], known[1] or place, start, end)
    if not _BODY.match(words):
        return None
    name, own = _apart(words)
    return _Unit(_as_written(page.text, name), own or place, start, end)


def _within(words: str, body: str) -> str:
    """The name of a board in capitals with that of the body it speaks for."""
    known = canonical(f"{words} {body}")
    return known.name if known else f"{_SPEAKING[' '.join(words.split())]} {body}"


def _as_written(text: str, words: str) -> str:
    """A name in capitals as the text spells it elsewhere, else with the first letter a capital."""
    rule = r"\s+".join(re.escape(word) for word in words.split())
    spelled = (m[0] for m in re.finditer(rule, text, re.I) if not m[0].isupper() and m[0][0].isupper())
    return full_name(next(spelled, words[:1] + words[1:].lower()))


def _signed(page: Sheet) -> Named | None:
    for line in page.foot:
        match = _ON_BEHALF.search(line.text)
        if match:
            page.mark("issuer", line.start + match.start("body"), line.start + match.end("body"))
            words = " ".join(match["body"].split())
            return spoken(words) or ("Ban Thường vụ" if words == "BAN THƯỜNG VỤ" else words.capitalize(), "")
    for line in page.foot:
        if _MINISTER.match(line.text):
            return ("Thủ tướng Chính phủ", "") if "THỦ TƯỚNG" in line.text else None
    return None


# -- bodies in capitals


@cache
def _places() -> tuple[tuple[str, str], ...]:
    """The spellings of the provinces, each as the end of a folded name, the longest first."""
    return tuple((f" {fold(name)}", name) for name in PROVINCE_NAMES)


@lru_cache(maxsize=1_024)
def spoken(words: str) -> Named | None:
    """A body written in capitals, `TỈNH ỦY HẬU GIANG`, as (`Tỉnh ủy`, `Hậu Giang`); None when it is no body."""
    name, place = _apart(" ".join(words.split()))
    known = canonical(name) or canonical(_OF_PLACE.sub("", name)) or _without_marks(name)
    return (known.name, place) if known else None


def _without_marks(name: str) -> Known | None:
    """The body that capitals mean where a scan lost marks: `VAN PHONG CHÍNH PHU`."""
    return _plain_bodies().get(fold(name)) if name.isupper() and len(name) > 6 else None


@cache
def _plain_bodies() -> dict[str, Known]:
    return {fold(body.name): body for body in BODIES}


def presiding(words: str) -> bool:
    """Whether words in capitals name who decides by office, `BỘ TRƯỞNG BỘ XÂY DỰNG`."""
    return bool(_PRESIDES.match(words) or _PRESIDES_PLAIN.match(fold(words)))


def _apart(plain: str) -> Named:
    """A body's name in capitals and its place."""
    name, place = plain, ""
    folded = fold(plain)
    candidate = next((spelling for end, spelling in _places() if folded.endswith(end)), "")
    if candidate and not _below(plain[: len(plain) - len(candidate)], candidate):
        found = province(candidate)
        place = found.name if found else candidate
        name = plain[: len(plain) - len(candidate)].rstrip(" -,")
        name = _OF_PLACE.sub("", name)
    if unit := _UNIT.search(name):
        name, place = name[: unit.start()], f"{unit['kind'].lower()} {unit['name'].title()}"
    elif not place and (unit := _OF_UNIT.match(name)):
        name, place = name[: unit.start("name")].rstrip(), f"{_UNITS[unit['kind']]} {unit['name'].title()}"
    return name, place


_LOWER = rule(r"(?:^|\s)(?:(?:HUYỆN|QUẬN|THỊ)\s+ỦY|HUYỆN|QUẬN|THỊ\s+XÃ|XÃ|PHƯỜNG|THỊ\s+TRẤN|ĐẶC\s+KHU)\s+$")
_CITY = rule(r"(?:^|\s)(?:THÀNH\s+(?:PHỐ|ỦY)|TP\.?)\s+$")


def _below(before: str, name: str) -> bool:
    """Whether behind these words the name of a province is that of a unit below one: `PHƯỜNG BẮC GIANG`, and the city
    of a province that is none itself, `THÀNH PHỐ LÀO CAI`."""
    found = province(name)
    return bool(_LOWER.search(before)) or bool(_CITY.search(before) and found and found.kind != "thành phố")


def _is_party(name: str) -> bool:
    return bool(re.search(r"(?:Tỉnh|Thành|Huyện|Đảng) ủy|đảng|Ban Bí thư|Bộ Chính trị", name))


def is_central(name: str) -> bool:
    """Whether a body of this name is one of the whole country."""
    known = canonical(name)
    return known.level == "central" if known else bool(_NATIONAL.search(name))
