"""Bodies named in a text: single ones (`Sở Xây dựng`, `UBND tỉnh`) and collectives (`các sở, ban, ngành`).

The forms are data, in `body_forms` and `group_forms`; here they are looked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from ingest.body import Body as Body
from ingest.body_forms import CENTRAL_BODIES, LOCAL_BODIES
from ingest.central_groups import CENTRAL_GROUPS
from ingest.committee_forms import CENTRAL_COMMITTEES, LOCAL_COMMITTEES
from ingest.group_forms import LOCAL_GROUPS
from ingest.letters import rule
from ingest.naming import full_name, group_name, split_place
from ingest.office_forms import OFFICES
from ingest.spread_names import COMMITTEE, distributed, more_provinces, more_sectors, seats_listed
from ingest.tones import on_first, on_second
from ingest.unit_forms import UNITS_OF_THE_CENTRE
from ontology.bodies import canonical

Abbreviations = tuple[tuple[str, Body], ...]
_ABBREVIATIONS: ContextVar[Abbreviations] = ContextVar("abbreviations", default=())


@dataclass(frozen=True, slots=True)
class _Form:
    """A row of the tables, compiled."""

    rule: re.Pattern[str]
    local: bool
    collective: bool


@dataclass(frozen=True, slots=True)
class _Forms:
    """The forms that begin with one word, in the tables' order. Where they are many, `first` is all of them in one,
    with an empty group behind each: most of what begins with `các` fits none of two dozen."""

    forms: tuple[_Form, ...]
    first: re.Pattern[str] | None

    def fitting(self, text: str, start: int) -> tuple[_Form, ...]:
        """The forms that may fit at a place."""
        match = self.first.match(text, start) if self.first else None
        return self.forms[match.lastindex - 1 :] if match and match.lastindex else ()


_MANY = 5


@cache
def _forms() -> tuple[re.Pattern[str], dict[str, _Forms]]:
    """A cheap scan for the words names begin with, and for each such word the forms to try, in the tables' order."""
    tables = (
        (CENTRAL_GROUPS, False, True),
        (LOCAL_GROUPS, True, True),
        (LOCAL_BODIES + OFFICES + LOCAL_COMMITTEES, True, False),
        (CENTRAL_BODIES + CENTRAL_COMMITTEES + UNITS_OF_THE_CENTRE, False, False),
    )
    firsts: dict[str, list[_Form]] = {}
    for rows, local, collective in tables:
        for heads, shape in rows:
            form = _Form(rule(shape, re.X), local, collective)
            for head in heads.split():
                for word in sorted({head, head.capitalize()} if head.islower() else {head}):
                    firsts.setdefault(on_first(word), []).append(form)
    joined = cache(lambda *shapes: rule("|".join(f"(?:{shape}\n)()" for shape in shapes), re.X))
    words = {spelling for head in firsts for spelling in (head, on_second(head))}
    return _any_word(words), {
        head: _Forms(tuple(forms), joined(*(f.rule.pattern for f in forms)) if len(forms) >= _MANY else None)
        for first, forms in firsts.items()
        for head in {first, on_second(first)}
    }


def _any_word(words: Iterable[str]) -> re.Pattern[str]:
    """One of the words, whole. They are grouped by their first letter, since the search runs from letter to letter."""
    rests: dict[str, list[str]] = {}
    for word in sorted(words, key=lambda word: (-len(word), word)):
        rests.setdefault(word[0], []).append(re.escape(word[1:]))
    initials = (rf"{re.escape(first)}(?<![\w-].)(?:{'|'.join(rest)})" for first, rest in sorted(rests.items()))
    return rule(rf"(?:{'|'.join(initials)})(?!\w)")


_ALL = ("các", "Các")
# What ends no name, though its form reaches over it: `các thôn và`, `Tổ công tác về`.
_LOOSE_END = (" và", " về", " của", " cho", " để", " với", " tại", " theo", " trong", " các", " những")
# A single body's form with seats of many: `UBND các huyện`.
_SEATS = rule(
    r"""
    (?<!nông)\s(?:
        các\s+(?:huyện|tỉnh|xã|quận|cấp|địa|quân|thôn|bản|ấp|tổ\s+dân|khu\s+(?:phố|dân))
      | cấp\s+(?:huyện|xã)
      | (?:tỉnh|huyện|quận|xã|phường)\s*[,/]\s*(?:thành\s+phố|quận|huyện|xã|phường|thị\s)
      | (?:thôn|bản|ấp|tổ\s+dân\s+phố|khu\s+(?:phố|dân\s+cư))$
    )
    """,
    re.X,
)
# `UBND các tỉnh từ Hà Tĩnh đến Lâm Đồng`: of no one place.
_RANGE = rule(r"\stừ\s+[A-ZĐ][^,;.]{1,40}\sđến\s")
# The State Bank is central, its branches belong to a province.
_BRANCH = rule(r"chi nhánh|tỉnh|thành phố", re.I)


def bodies(text: str) -> list[Body]:
    """Every body named in `text`, in order, the longest name at each place."""
    return list(_known(text))


@contextmanager
def abbreviated(abbreviations: Abbreviations) -> Iterator[None]:
    """While a document is read its own abbreviations are names of bodies too."""
    token = _ABBREVIATIONS.set(abbreviations)
    try:
        yield
    finally:
        _ABBREVIATIONS.reset(token)


def bodies_behind(text: str, at: int) -> tuple[Body, ...]:
    """The bodies of `text[at:]`, their offsets counted from there; what was found in the whole text is not looked for
    again."""
    if at == 0:
        return _known(text)
    whole = _known(text)
    if not text[at - 1 : at].isspace() or (whole and whole[0].start < at):
        return _known(text[at:])
    return tuple(b.moved(-at) for b in whole)


def _known(text: str) -> tuple[Body, ...]:
    short = _ABBREVIATIONS.get()
    return _with_abbreviations(text, short) if short else _bodies(text)


@lru_cache(maxsize=2_048)
def _with_abbreviations(text: str, short: Abbreviations) -> tuple[Body, ...]:
    """The bodies of a text with those that abbreviations name; a longer name that holds one stays."""
    found = list(_bodies(text))
    meant = dict(short)
    for match in _any_abbreviation(tuple(meant)).finditer(text):
        start, end = match.span()
        held = [b for b in found if b.start < end and start < b.end]
        if all(start <= b.start and b.end <= end for b in held):
            found = [b for b in found if b not in held]
            found.append(replace(meant[match[0]], start=start, end=end, surface=match[0]))
    return tuple(sorted(found, key=lambda body: body.start))


@lru_cache(maxsize=64)
def _any_abbreviation(short: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(short, key=lambda words: (-len(words), words))
    return re.compile(rf"(?<![\w/&-])(?:{'|'.join(map(re.escape, longest_first))})(?![\w/&-])")


@lru_cache(maxsize=2_048)
def _bodies(text: str) -> tuple[Body, ...]:
    scan, forms = _forms()
    found: list[Body] = []
    position = 0
    while match := scan.search(text, position):
        start = match.start()
        if match[0] in _ALL and (spread := distributed(text, start)):
            found += spread
            position = spread[-1].end
            continue
        body = _longest(text, start, forms[match[0]])
        if body is None:
            position = match.end()
            continue
        if seats := seats_listed(text, body):
            found += seats
            position = seats[-1].end
            continue
        found.append(body)
        position = max(body.end, match.end())
        if body.place[:1].isupper() and body.name == COMMITTEE:
            found += more_provinces(text, position)
            position = found[-1].end
        if body.surface.startswith(("Sở ", "Bộ ")):
            found += more_sectors(text, position, body.surface[:2], closed=True)
            position = found[-1].end
    return tuple(found)


def body_at(text: str, start: int, end: int) -> Body | None:
    """The body whose name begins at `start` and ends before `end`; None when none begins there."""
    scan, forms = _forms()
    match = scan.match(text, start, end)
    if match is None:
        return None
    text = text[:end]
    spread = distributed(text, start)
    return spread[0] if spread else _longest(text, start, forms[match[0]])


def _longest(text: str, start: int, forms: _Forms) -> Body | None:
    """The body of the form that reaches the furthest from `start` on."""
    best: tuple[re.Match[str], _Form] | None = None
    for form in forms.fitting(text, start) if forms.first else forms.forms:
        hit = form.rule.match(text, start)
        if hit and (best is None or hit.end() > best[0].end()) and _ends_a_word(text, hit.end()):
            best = hit, form
    return _body(*best) if best else None


def _ends_a_word(text: str, end: int) -> bool:
    return end >= len(text) or not (text[end - 1].isalnum() and text[end].isalnum())


def _body(hit: re.Match[str], form: _Form) -> Body:
    surface = hit[0].rstrip(" ,")
    if surface.endswith(_LOOSE_END):
        surface = surface.rpartition(" ")[0].rstrip(" ,")
    start = hit.start()
    return Body(start, start + len(surface), *_meant(surface, form.local, form.collective))


@lru_cache(maxsize=8_192)
def _meant(surface: str, local: bool, collective: bool) -> tuple[str, str, str, bool, bool]:
    """What a body is by its words and the kind of its form: the fields of `Body` from `surface` on."""
    bare, place = (surface, "") if collective or _RANGE.search(surface) else split_place(surface)
    collective = collective or _SEATS.search(surface) is not None
    name = group_name(surface) if collective else full_name(bare)
    known = canonical(name)
    local = local and (known is None or not known.central)
    if name.startswith("Ngân hàng Nhà nước") and _BRANCH.search(surface):
        local = True
    return " ".join(surface.split()), name, place, local, collective
