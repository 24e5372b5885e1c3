"""Who issues a document: as its opening says, as it is signed, or as the first lines of its head name it."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from graph.folding import fold
from ingest.bodies import Body, bodies
from ingest.layout import Line
from ingest.letters import rule
from ingest.naming import without_unit
from ingest.sheet import MOTTO, Sheet
from ontology.bodies import canonical
from ontology.places import PROVINCE_NAMES, province

# `UBND tỉnh X ban hành Kế hoạch ...`: what follows the issuer in the opening.
_ISSUES = rule(
    r"""
    \s(?:thống\s+nhất\s+)?(?:xây\s+dựng\s+và\s+)?ban\s+hành\s+
    (?:
        [Kk]ế[ ]hoạch | [Nn]ghị[ ]quyết | [Cc]hỉ[ ]thị | [Cc]hương[ ]trình | [Kk]ết[ ]luận | [Đđ]ề[ ]án
      | [Hh]ướng[ ]dẫn | Công[ ]điện
    )
    """,
    re.X,
)
_ON_BEHALF = rule(r"(?:TM\.|T/M)\s*(?P<body>[A-ZĐÀ-Ỹ][A-ZĐÀ-Ỹ\s]+)")
_OF_PLACE = rule(r"\s+(?:TỈNH|THÀNH PHỐ|TP\.?)$")
_MINISTER = rule(r"^(?:KT\.\s*|K/T\s*)?(?:BỘ TRƯỞNG|THỦ TƯỚNG)")
_UNIT = rule(r"\s(?P<kind>HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU|THÀNH PHỐ)\s+(?P<name>.+)$")

Named = tuple[str, str]
"""A body's name and the place named with it, empty without one."""


def issuer(page: Sheet) -> Named:
    """The name of the issuer and the place named with it, both empty when nothing tells it."""
    stated = _stated(page)
    head = _in_head(page)
    signed = _signed(page)
    if head and signed and head[0] == "Ban Chấp hành Trung ương Đảng" and is_central(signed[0]):
        return signed  # the head names the committee, the signature the body that speaks for it
    if head and is_central(head[0]) and not (stated and _is_party(stated[0])):
        return head
    if stated and not is_central(stated[0]):
        place = stated[1] or (head[1] if head else "")
        return without_unit(stated[0], place), place
    if signed and (not head or _speaks_for(signed, head)):
        name = signed[0]
        if name == "Ban Thường vụ":
            name = f"Ban Thường vụ {head[0]}" if head else _standing_committee(page)
        return name, (head[1] if head else signed[1])
    if head:
        return head
    page.inferred.append("issuer")
    return stated or ("", "")


def _speaks_for(signed: Named, head: Named) -> bool:
    """Whether the signature is that of the committee that leads the body of the head."""
    return head[0].startswith(("Tỉnh ủy", "Thành ủy")) and signed[0].startswith("Ban Thường vụ")


def _standing_committee(page: Sheet) -> str:
    of_city = page.text.count("Thành ủy") > page.text.count("Tỉnh ủy")
    return "Ban Thường vụ " + ("Thành ủy" if of_city else "Tỉnh ủy")


def _stated(page: Sheet) -> Named | None:
    for line in page.body[:14]:
        for match in _ISSUES.finditer(line.text):
            near = [b for b in bodies(line.text[: match.start()]) if b.end == match.start()]
            before = line.text[: near[-1].start].rstrip() if near else ""
            if near and not re.search(r"(?:của|do|đã)$", before):
                body = near[-1]
                page.mark("issuer", line.start + body.start, line.start + body.end)
                if not _head_names(page, body):
                    page.inferred.append("issuer")
                return body.name, body.place
    return None


def _head_names(page: Sheet, body: Body) -> bool:
    return any(fold(body.name) in fold(line.text) for line in page.head)


def _in_head(page: Sheet) -> Named | None:
    """The last body above the type in capitals, on one line or two; without one the first below it."""
    best: Named | None = None
    lines = page.above_type
    for n, line in enumerate(lines):
        text = line.text.strip(" *-_")
        if MOTTO.search(text) or not text.isupper():
            continue
        name = _on_two_lines(text, lines[n + 1 : n + 2]) or spoken(text)
        if name:
            page.mark("issuer", line.start, line.end)
            best = name
    if best is None and page.typed is not None:
        for line in (*page.below_type, *page.body[:6]):
            if line.text.isupper() and (name := spoken(line.text.strip())):
                page.mark("issuer", line.start, line.end)
                return name
    return best


def _on_two_lines(text: str, following: list[Line]) -> Named | None:
    rest = following[0].text.strip() if following else ""
    return spoken(f"{text} {rest}") if rest.isupper() else None


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


@cache
def _places() -> tuple[tuple[str, str], ...]:
    """The spellings of the provinces, each as the end of a folded name, the longest first."""
    return tuple((f" {fold(name)}", name) for name in PROVINCE_NAMES)


@lru_cache(maxsize=1_024)
def spoken(words: str) -> Named | None:
    """A body written in capitals, `TỈNH ỦY HẬU GIANG`, as (`Tỉnh ủy`, `Hậu Giang`); None when it is no body."""
    plain = " ".join(words.split())
    name, place = plain, ""
    folded = fold(plain)
    candidate = next((spelling for end, spelling in _places() if folded.endswith(end)), "")
    if candidate:
        found = province(candidate)
        place = found.name if found else candidate
        name = plain[: len(plain) - len(candidate)].rstrip()
        name = _OF_PLACE.sub("", name)
    unit = _UNIT.search(name)
    if unit and not place:
        name, place = name[: unit.start()], f"{unit['kind'].lower()} {unit['name'].title()}"
    known = canonical(name) or canonical(_OF_PLACE.sub("", name))
    return (known.name, place) if known else None


def _is_party(name: str) -> bool:
    return bool(re.search(r"(?:Tỉnh|Thành|Huyện|Đảng) ủy|đảng|Ban Bí thư|Bộ Chính trị", name))


def is_central(name: str) -> bool:
    """Whether a body of this name is one of the whole country."""
    known = canonical(name)
    return bool(known and known.level == "central")
