"""Which body answers on a day for the work of one that has ended: dated, by function, each with its source.

Bodies change by name (`Sở Kế hoạch và Đầu tư` to `Sở Tài chính`) and with their province (Hải Dương's to Hải Phòng's).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, lru_cache
from typing import Any

from ontology import places
from ontology.bodies import canonical
from ontology.spelling import key, words
from ontology.tables import table

_CENTRAL = "VN"


@dataclass(frozen=True, slots=True)
class Succession:
    """Since `date`, `successor` of `place` answers for the `function` (all of the work when empty) of `former` of
    `former_place`. Not `certain`: not so in every place, or left to other acts; `note` says what is open."""

    former: str
    successor: str
    date: date
    function: str
    source: str
    certain: bool
    former_place: str = ""
    place: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class _Rule:
    step: Succession
    open_in: frozenset[str]
    local: bool


def _rules(groups: list[dict[str, Any]], *, certain: bool = True) -> list[_Rule]:
    sources: dict[str, str] = table("successions")["sources"]
    return [
        _Rule(
            Succession(
                former=row["former"],
                successor=row["successor"],
                date=group["date"],
                function=row.get("function", ""),
                source=sources[row.get("source", group["source"])],
                certain=row.get("certain", certain),
                note=row.get("note", group.get("note", "")),
            ),
            frozenset(row.get("open_in", ())),
            row.get("local", False),
        )
        for group in groups
        for row in group["rows"]
    ]


def _by_former(rules: list[_Rule]) -> dict[str, list[_Rule]]:
    found: dict[str, list[_Rule]] = {}
    for rule in rules:
        found.setdefault(key(rule.step.former), []).append(rule)
    return found


@cache
def _changes() -> dict[str, list[_Rule]]:
    rows = table("successions")
    return _by_former(_rules(rows["change"]) + _rules(rows["district"], certain=False))


@cache
def _transfers() -> dict[str, list[_Rule]]:
    return _by_former(_rules(table("successions")["transfer"]))


@cache
def _unchanged() -> frozenset[str]:
    return frozenset(key(name) for group in table("successions")["unchanged"] for name in group["names"])


# -- the district level, whose bodies documents name in many ways

_UNITS = r"(?:cac |cap |cua )*(?:huyen|quan|thixa|thanh pho)(?: .*)?"
_FULL = {"UBND": "Ủy ban nhân dân", "HĐND": "Hội đồng nhân dân"}
_SHORT = re.compile(r"\b(?:UBND|HĐND)\b", re.IGNORECASE)
_DISTRICT = frozenset({"huyen", "quan", "thixa", "thi"})
_ABOVE_OR_BELOW = frozenset({"tinh", "xa", "phuong", "tran"})


@cache
def _districts() -> list[tuple[re.Pattern[str], str]]:
    return [
        (re.compile(group["pattern"].replace("UNITS", _UNITS)), group["rows"][0]["former"])
        for group in table("successions")["district"]
    ]


def _district(name: str) -> str:
    """The body of the district level, one or all of them, that a name means (`UBND các huyện, thị xã, thành phố`);
    empty when it means none, or others besides (`UBND cấp huyện, cấp xã`)."""
    folded = " ".join(word for word in words(name) if word != "va")
    folded = folded.replace("thi xa", "thixa").replace(" thuoc tinh", "").replace("thi tran", "tran")
    named = set(folded.split())
    if named & _ABOVE_OR_BELOW or not named & _DISTRICT:
        return ""
    return next((former for pattern, former in _districts() if pattern.fullmatch(folded)), "")


# -- asking


def usual(name: str) -> str:
    """The name as the tables write it: aliases and abbreviations in full, other names as they are."""
    body = canonical(name)
    return body.name if body else _SHORT.sub(lambda found: _FULL[found[0].upper()], name)


@lru_cache(maxsize=50_000)
def _former(name: str, place: str) -> str:
    """The name under which the tables know a body."""
    body = canonical(name)
    if body:
        # A city's committee under a province's is one of the district level.
        home = places.province(place) if body.name == "Thành ủy" else None
        return "Huyện ủy" if home and home.kind == "tỉnh" else body.name
    return _district(name) or usual(name)


def known(name: str) -> bool:
    """Whether the tables tell what became of a body: with no successors it then stands unchanged, otherwise nobody
    has looked it up."""
    former = key(_former(name, ""))
    return former in _changes() or former in _unchanged()


def successors(name: str, place: str, on: date) -> list[Succession]:
    """The bodies that answer on a day for the work of the one named (`name` without its place, `place` the province or
    empty), at the end of every chain, main part first; empty when it still stands or nothing is known of it.

    `date` is the day of the last change, `source` tells all; a chain is certain when all its steps are.
    """
    return list(_successors(name, place, on))


@lru_cache(maxsize=50_000)
def _successors(name: str, place: str, on: date) -> tuple[Succession, ...]:
    ends: dict[tuple[str, str], Succession] = {}
    _follow(Succession(name, name, date.min, "", "", True, place, place), on, frozenset(), ends)
    return tuple(ends.values())


def _follow(
    way: Succession, on: date, seen: frozenset[tuple[str, str]], ends: dict[tuple[str, str], Succession]
) -> None:
    here = (key(way.successor), way.place)
    steps = [] if here in seen else _steps(way.successor, way.place, on)
    for step in steps:
        _follow(_joined(way, step), on, seen | {here}, ends)
    if not steps and way.date != date.min:
        held = ends.get(here)
        ends[here] = _merged(held, way) if held else way


def _steps(name: str, place: str, on: date) -> list[Succession]:
    """The next change of a body, by name or with its place, whichever came first."""
    moved = _moved(name, place, on)
    changed = []
    for rule in _changes().get(key(_former(name, place)), ()):
        if rule.step.date <= on and not (rule.local and place in ("", _CENTRAL)):
            certain = rule.step.certain and place not in rule.open_in
            changed.append(replace(rule.step, former_place=place, place=place, certain=certain))
    if changed and not (moved and moved.date < changed[0].date):
        return changed
    return [moved] if moved else []


def _moved(name: str, place: str, on: date) -> Succession | None:
    steps = places.successors(place, on) if place and place != _CENTRAL else []
    if not steps:
        return None
    step = steps[0]
    after = places.province(step.successor)
    renamed = _with_rank(name, after.kind) if after else name
    certain = known(name)
    note = "" if certain else "chưa rõ cơ quan này có được hợp nhất như các cơ quan của tỉnh"
    return Succession(name, renamed, step.date, "", step.source, certain, place, step.successor, note)


def _with_rank(name: str, kind: str) -> str:
    """Tỉnh ủy and Thành ủy, Tỉnh đoàn and Thành đoàn are one body by the rank of their place."""
    old, new = ("Thành", "Tỉnh") if kind == "tỉnh" else ("Tỉnh", "Thành")
    for body in ("ủy", "uỷ", "đoàn"):
        name = name.replace(f"{old} {body}", f"{new} {body}")
    return name


def _joined(way: Succession, step: Succession) -> Succession:
    return replace(
        way,
        successor=step.successor,
        place=step.place,
        date=step.date,
        function=_listed(way.function, step.function),
        source=_listed(way.source, step.source),
        certain=way.certain and step.certain,
        note=_listed(way.note, step.note),
    )


def _merged(one: Succession, other: Succession) -> Succession:
    """Two ways to one body: it has both parts of the work, and all of it when a way says nothing of parts."""
    return replace(
        one,
        date=max(one.date, other.date),
        function=_listed(one.function, other.function) if one.function and other.function else "",
        source=_listed(one.source, other.source),
        certain=one.certain or other.certain,
        note=_listed(one.note, other.note),
    )


def _listed(*parts: str) -> str:
    return "; ".join(dict.fromkeys(part for part in parts if part))


def transfers(name: str, place: str, on: date) -> list[Succession]:
    """The parts of the work of a body still standing that had gone to others by a day."""
    rules = _transfers().get(key(_former(name, place)), ())
    return [replace(r.step, former_place=place, place=place) for r in rules if r.step.date <= on]


def changes() -> list[Succession]:
    """Every single change by name in the tables, without places."""
    return [rule.step for rules in (*_changes().values(), *_transfers().values()) for rule in rules]


def predecessor_names(name: str, on: date) -> set[str]:
    """The names in the tables whose work may have come to a body of this name by a day, in any place; its own among
    them, since provinces merge. Bodies of the district level stand for all that are named in other ways."""
    wanted = {name, _with_rank(name, "tỉnh"), _with_rank(name, "thành phố")}
    while True:
        keys = {key(_former(each, "")) for each in wanted}
        more = {step.former for step in _dated(on) if key(step.successor) in keys} - wanted
        more |= {_with_rank(each, kind) for each in more for kind in ("tỉnh", "thành phố")}
        if not more:
            return wanted
        wanted |= more


@cache
def _dated(on: date) -> tuple[Succession, ...]:
    return tuple(rule.step for rules in _changes().values() for rule in rules if rule.step.date <= on)


def named_in_many_ways(name: str) -> bool:
    """Whether documents name this body of the tables in ways that no list holds: those of the district level."""
    return any(former == name for _, former in _districts())
