"""The bodies of a table cell: one or several leads, scopes in brackets, `Chủ trì:` and `Phối hợp:` in one cell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ingest.bodies import Body, bodies
from ingest.capitals import recased
from ingest.layout import Cell
from ingest.letters import rule
from ingest.naming import full_name, group_name, split_place

_PART = rule(r"(?P<role>(?:Cơ\s+quan\s+|Đơn\s+vị\s+)?(?:[Cc]hủ\s+trì|[Pp]hối\s+hợp))\s*:\s*")
# Roles told behind the names: `Sở X chủ trì, phối hợp với Sở Y`, `Sở X (chủ trì), Sở Y (phối hợp)`.
_LEADING = rule(
    r"""
    \s*(?:\(\s*)?(?:là\s+cơ\s+quan\s+)?chủ\s+trì(?:\s+thực\s+hiện)?(?:\s*\))?
    (?=\s*(?:[,;.]|phối|và\s+phối|$))
    """,
    re.I | re.X,
)
_HELPING = rule(
    r"""
    \s*(?:[,;.]\s*)?(?:và\s+)?(?:\(\s*)?(?:cơ\s+quan\s+|đơn\s+vị\s+)?phối\s+hợp(?:\s+(?:với|cùng)|\s*:)?(?:\s*\))?\s*
    """,
    re.I | re.X,
)
_SEPARATOR = rule(r"\s*(?:[,;\n]|(?<![Đđ])/|(?:\s|^)-\s|\+|•|(?:\s|^)(?:và|cùng|hoặc)(?=\s))\s*")
# Who holds an office in a body, before its name: `Trưởng đoàn thể xã`, `các đ/c chuyên viên cơ quan MTTQ xã`.
_HOLDER = rule(
    r"""
    (?:^|[,;\n+]|\s(?:và|cùng)\s)\s*(?P<words>
        (?:[Cc]ác\s+)?(?:[Đđ](?:ồng\s+chí|/c)\s+)?(?:[Pp]hó\s+)?
        (?:[Tt]rưởng|[Cc]huyên\s+viên|[Cc]án\s+bộ|[Gg]iám\s+đốc|[Cc]hủ\s+tịch|[Bb]í\s+thư|[Ll]ãnh\s+đạo|[Cc]hánh)
    )\s+(?:các\s+)?$
    """,
    re.X,
)
# What a person is in charge of goes with the person, up to a semicolon.
_IN_CHARGE = rule(r",\s*(?:phụ\s+trách|kiêm)\s[^;\n]*")
_SCOPE = rule(r"\([^()]*\)")
_EMPTY = rule(r"^[\s\-–—./…x]*$", re.I)
# Nothing but marks and the words that join names or go with them, `và các cơ quan có liên quan khác`.
_FILLER = rule(
    r"""
    ^(?:(?:\s*(?:
        [,;:.\-–+•/()]|\d
      | và|các|cùng|với|hoặc|tại|của|có|liên|quan|khác|theo|chức|năng|nhiệm|vụ|được|giao|phân|công
    ))+\s*)?$
    """,
    re.X | re.I,
)


@dataclass(frozen=True, slots=True)
class Parties:
    """The bodies of a cell by what they do there."""

    leads: tuple[Body, ...]
    supports: tuple[Body, ...]


def parties(cell: Cell) -> Parties:
    """Who leads and who supports in a cell that has both, `Chủ trì: A; Phối hợp: B`; without the words all lead."""
    marks = list(_PART.finditer(cell.text))
    if not marks:
        return _told_behind(cell) or Parties(listed(cell), ())
    leads: list[Body] = list(_listed(cell, 0, marks[0].start()))
    supports: list[Body] = []
    for n, found in enumerate(marks):
        end = marks[n + 1].start() if n + 1 < len(marks) else len(cell.text)
        into = supports if "hối" in found["role"] else leads
        into += _listed(cell, found.end(), end)
    return Parties(tuple(leads), tuple(supports))


def _told_behind(cell: Cell) -> Parties | None:
    """The parties of a cell that says `chủ trì` behind those who lead; None for any other. Those behind `phối hợp`
    support, and so do those behind the leads that it marks in brackets."""
    led = _LEADING.search(cell.text)
    if not led:
        return None
    helping = _HELPING.search(cell.text, led.end())
    begin = helping.end() if helping else led.end()
    if helping and helping.end() >= len(cell.text.rstrip(" .;")):
        begin = led.end()  # the names stand before `(phối hợp)`
        return Parties(_listed(cell, 0, led.start()), _listed(cell, begin, helping.start()))
    return Parties(_listed(cell, 0, led.start()), _listed(cell, begin, len(cell.text)))


def parties_of(cells: Sequence[Cell]) -> Parties:
    """Who leads and supports in a cell cut in pieces by a page break; a name cut in two stands where it begins."""
    if len(cells) < 2:
        return parties(cells[0]) if cells else Parties((), ())
    whole = parties(Cell(0, " ".join(cell.text for cell in cells)))
    starts = [sum(len(c.text) + 1 for c in cells[:n]) for n in range(len(cells))]

    def placed(body: Body) -> Body:
        n = max(k for k, start in enumerate(starts) if start <= body.start)
        start = cells[n].start + body.start - starts[n]
        return replace(body, start=start, end=min(start + body.end - body.start, cells[n].end))

    return Parties(tuple(map(placed, whole.leads)), tuple(map(placed, whole.supports)))


def listed(cell: Cell) -> tuple[Body, ...]:
    """Every body of a cell, known or not: what stands between separators is a body."""
    return _listed(cell, 0, len(cell.text))


def _listed(cell: Cell, start: int, end: int) -> tuple[Body, ...]:
    text = recased(_SCOPE.sub(lambda m: " " * len(m[0]), cell.text[start:end]))
    if _EMPTY.match(text):
        return ()
    known = _widened(text, bodies(text))
    out: list[Body] = []
    position, office = 0, ""
    for body in [*known, None]:
        if body and (holder := _HOLDER.search(text, position, body.start)):
            office = holder["words"]
            body = _held(text, holder.start("words"), office, body)
        elif body and office and body.spread:
            body = _held(text, body.start, office, body)
        else:
            office = ""
        gap_end = body.start if body else len(text)
        out += _unknown(text, position, gap_end)
        if body:
            out.append(body)
            position = body.end
    by = cell.start + start
    return tuple(body.moved(by) for body in _unique(out))


def _held(text: str, start: int, words: str, body: Body) -> Body:
    """Who holds an office, named by it and the body."""
    many = body.collective or words[:3].lower() == "các"
    name = f"{' '.join(words.split())} {body.name[0].lower() + body.name[1:] if body.collective else body.name}"
    return replace(body, start=start, surface=text[start : body.end], name=name[0].upper() + name[1:], collective=many)


def _widened(text: str, known: list[Body]) -> list[Body]:
    """In a cell a name goes on to the next separator: `các cơ quan đại diện ở nước ngoài` is one body though only its
    beginning is a known form."""
    out = []
    for n, body in enumerate(known):
        limit = known[n + 1].start if n + 1 < len(known) else len(text)
        separator = _SEPARATOR.search(text, body.end, limit)
        end = separator.start() if separator else limit
        rest = text[body.end : end].strip(" .:-–")
        unseparated = n + 1 < len(known) and not separator
        if not rest or unseparated or _FILLER.match(rest):
            out.append(body)
            continue
        end = body.end + len(text[body.end : end].rstrip(" .:-–"))
        words = " ".join(text[body.start : end].split())
        name = group_name(words) if body.collective else full_name(words)
        out.append(replace(body, end=end, surface=words, name=name, place=""))
    return out


def _unknown(text: str, start: int, end: int) -> list[Body]:
    """Names between known bodies that no form covers: kept as they stand, unless they are only joining words."""
    found = []
    position = start
    charges = [match.span() for match in _IN_CHARGE.finditer(text, start, end)]
    parts = (m for m in _SEPARATOR.finditer(text, start, end) if not any(a <= m.start() < b for a, b in charges))
    for piece in (*parts, None):
        stop = piece.start() if piece else end
        words = text[position:stop].strip(" .:-–")
        at = text.find(words, position) if words else position
        if words and len(words) > 2 and not _FILLER.match(words) and any(c.isalpha() for c in words):
            collective = bool(re.match(r"(?:các|những)\s", words, re.I))
            bare, place = (words, "") if collective else split_place(words)
            name = group_name(words) if collective else full_name(bare or words)
            found.append(Body(at, at + len(words), words, name, place, True, collective))
        position = piece.end() if piece else end
    return found


def _unique(found: list[Body]) -> list[Body]:
    seen: dict[tuple[str, str], Body] = {}
    for body in found:
        seen.setdefault((body.name, body.place), body)
    return list(seen.values())


def is_body_list(text: str) -> bool:
    """Whether a text is a list of known bodies and nothing else."""
    plain = _SCOPE.sub(" ", text).strip()
    found = bodies(plain)
    if not found:
        return False
    position = 0
    for body in found:
        if not _FILLER.match(plain[position : body.start]):
            return False
        position = body.end
    return bool(_FILLER.match(plain[position:]))


def missing_separators(text: str) -> int:
    """How many bodies of a list follow the one before without a comma or `và`."""
    found = bodies(text)
    return sum(not text[a.end : b.start].strip() for a, b in pairwise(found))
