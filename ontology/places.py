"""Provinces and centrally run cities: their spellings, and which went into which.

Source: Nghị quyết 202/2025/QH15 and 60-NQ/TW (63 to 34 on 2025-07-01), Nghị quyết 175/2024/QH15 (Huế on 2025-01-01).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from ontology.spelling import key
from ontology.tables import day, table

if TYPE_CHECKING:
    PROVINCE_NAMES: tuple[str, ...]

_KIND = re.compile(r"\s{0,8}(?:tỉnh|thành\s{1,8}phố|t\.?\s?p\b\.?)\s{0,8}", re.IGNORECASE)
_PERSON_TOO = frozenset({"Hồ Chí Minh", "HCM", "TTH"})


@dataclass(frozen=True, slots=True)
class Province:
    """A province or centrally run city. `valid_to` is its last day; `successor` the province its territory went to."""

    name: str
    kind: str
    valid_from: date | None
    valid_to: date | None
    aliases: tuple[str, ...]
    successor: str
    source: str

    def valid(self, on: date) -> bool:
        return (self.valid_from is None or self.valid_from <= on) and (self.valid_to is None or on <= self.valid_to)

    @property
    def full_name(self) -> str:
        """With its kind, as in the head of a document: `tỉnh Lai Châu`, `thành phố Huế`."""
        return f"{self.kind} {self.name}"


@dataclass(frozen=True, slots=True)
class PlaceSuccession:
    """Since `date`, `successor` stands where `former` stood."""

    former: str
    successor: str
    date: date
    source: str


@cache
def provinces() -> tuple[Province, ...]:
    """Every province of the tables, past and present, by name."""
    rows = table("provinces")
    return tuple(
        Province(
            name=row["name"],
            kind=row["kind"],
            valid_from=day(row.get("valid_from")),
            valid_to=day(row.get("valid_to")),
            aliases=tuple(row.get("aliases", ())),
            successor=row.get("successor", ""),
            source=rows["sources"][row["source"]],
        )
        for row in rows["province"]
    )


def provinces_on(on: date) -> tuple[Province, ...]:
    """The provinces there were on a day: 63 until 2025-06-30, 34 after."""
    return tuple(p for p in provinces() if p.valid(on))


@cache
def _by_key() -> dict[str, Province]:
    return {key(name): p for p in provinces() for name in (p.name, *p.aliases)}


def province(text: str) -> Province | None:
    """The province a text names, with or without `tỉnh`, `thành phố`, `TP.` before it; None when it is no province."""
    known = _by_key()
    found = known.get(key(text))
    if found is None and (kind := _KIND.match(text)):
        found = known.get(key(text[kind.end() :]))
    if found is None:
        folded = key(text)
        for prefix in ("thanhpho", "tinh", "tp"):
            if folded.startswith(prefix) and (found := known.get(folded.removeprefix(prefix))):
                break
    return found


def successors(name: str, on: date) -> list[PlaceSuccession]:
    """The steps from a province to the one standing in its place on a day, oldest first; empty when it still stands
    under its name (or is unknown)."""
    steps: list[PlaceSuccession] = []
    now = province(name)
    while now and now.successor and now.valid_to and now.valid_to < on:
        then = province(now.successor)
        if then is None:
            break
        start = date.fromordinal(now.valid_to.toordinal() + 1)
        steps.append(PlaceSuccession(now.name, then.name, start, now.source))
        now = then
    return steps


def standing(name: str, on: date) -> Province | None:
    """The province that stands on a day for the territory of the one named: `Phú Yên` in 2026 gives Đắk Lắk."""
    steps = successors(name, on)
    return province(steps[-1].successor) if steps else province(name)


@cache
def _names() -> tuple[str, ...]:
    spellings = {n for p in provinces() for n in (p.name, *p.aliases)} - _PERSON_TOO
    spellings |= {f"{rank}Hồ Chí Minh" for rank in ("TP. ", "TP ", "TP.", "thành phố ", "Thành phố ")}
    return tuple(sorted(spellings, key=lambda name: (-len(name), name)))


def __getattr__(name: str) -> tuple[str, ...]:
    """`PROVINCE_NAMES`: all spellings, longest first, for regular expressions. The bare name of Hồ Chí Minh is left
    out, since it mostly is the person's (`tư tưởng Hồ Chí Minh`)."""
    if name == "PROVINCE_NAMES":
        return _names()
    raise AttributeError(name)
