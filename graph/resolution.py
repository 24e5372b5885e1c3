"""Which document a citation means: from keys, the parts each text gives, to documents.

A number does not identify a document: every province has its own `08/KH-UBND`, every year. So a key is compared by
number (or the name of a work without one) and by what else its text gives: the place whose numbering it is, the date,
and where neither has a place the issuer. One key is *below* another when every part it gives is the other's or, for
dates, begins it (`2024-11` and `2024-11-05`).

- A key with nothing above it is a document.
- A key with one such document above it is that document: a short citation of it.
- A key with several stays open: a node of its own that lists them. Nobody guesses.

"Below" is a partial order and says nothing of who was read first; what is greatest, and how many of the greatest lie
above a key, is a property of the set of keys. So the answer is the same for any order of reading and any grouping, and
taking keys away gives what never having seen them would.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from graph.folding import fold, slug
from graph.identity import CENTRAL, short_hash, slug_or_hash, symbol_core, symbol_year
from graph.merging import fullest_value
from graph.model import Value
from graph.reading import DocumentKey

Completion = Callable[[DocumentKey], DocumentKey]

LAWS = ("bo luat", "luat", "phap lenh", "hien phap")
# Numbers only central bodies give: Party centre, National Assembly and its committee, Government, Prime Minister.
_CENTRAL_SYMBOL = re.compile(r"(?:^|[-/ ])(?:tw|qh\d+|ubtvqh\d+|cp|ttg|ctn)\Z")
_NOT_CORE = re.compile(r"[^a-z0-9]+")
_YEAR_IN_NAME = re.compile(r"\bnam ((?:19|20)\d\d)\Z")


@dataclass(frozen=True, slots=True)
class Resolved:
    """The document a key means; with `candidates`, an open node and the documents it could be (two or more); with
    `same_as`, a work cited by its name and the documents with a number that bear this name and fit its year."""

    id: str
    candidates: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()

    def props(self) -> dict[str, Value]:
        """What the node says of this."""
        if self.candidates:
            return {"unresolved": True, "candidates": list(self.candidates)}
        return {"same_as": list(self.same_as)} if self.same_as else {}


@dataclass(frozen=True, slots=True, order=True)
class _Class:
    """The keys of a block that give the same parts."""

    block: str
    place: str
    date: str
    issuer: str


@lru_cache(maxsize=10_000)
def complete(key: DocumentKey) -> DocumentKey:
    """The key with what its own words imply: central numbers and laws are `VN`'s, `Luật Nhà ở năm 2023` is of 2023."""
    name, date, place = key.name, key.date, key.place
    if not date and not key.symbol and _is_law(key) and (year := _YEAR_IN_NAME.search(fold(name))):
        date = year.group(1)
    if not place and (_CENTRAL_SYMBOL.search(fold(key.symbol)) or _is_law(key)):
        place = CENTRAL
    if key.symbol and name and fold(key.doc_type) in LAWS and not _is_law_name(name):
        name = f"{key.doc_type} {name}"
    if (name, date, place) == (key.name, key.date, key.place):
        return key
    return replace(key, name=name, date=date, place=place)


@lru_cache(maxsize=10_000)
def name_core(key: DocumentKey) -> str:
    """The words of a work's type and name, folded, without quotes, `số`, `năm 2023`: `luat nha o`; numbers as figures
    without leading zeros (`01 triệu` is `1 triệu`)."""
    kind, name = (_NOT_CORE.sub(" ", fold(part)).strip() for part in (key.doc_type, key.name))
    if not name:
        return ""
    name = _YEAR_IN_NAME.sub("", name).strip() or name
    words = name if f"{name} ".startswith(f"{kind} ") else f"{kind} {name}"
    plain = [word.lstrip("0") or word for word in words.split() if word != "so"]
    return " ".join(plain) or f"-{short_hash(key.name)}"


@lru_cache(maxsize=10_000)
def blocks(key: DocumentKey) -> tuple[str, ...]:
    """The blocks a key belongs to; only keys that share one, or are joined through others, bear on each other."""
    key = complete(key)
    if not key.symbol:
        return (_name_block(key),)
    own = f"symbol:{symbol_core(key.symbol)}"
    return (own, _name_block(DocumentKey(name=key.name))) if _is_law_name(key.name) else (own,)


def resolve(
    keys: Collection[DocumentKey],
    *,
    held: Collection[DocumentKey] = frozenset(),
    known: Iterable[DocumentKey] = (),
) -> dict[DocumentKey, Resolved]:
    """The document each key means.

    `held` are the keys of documents whose text is here, one for each: two of them are never taken for one document,
    each stays its own even where a citation could mean both. `known` are keys of works known beforehand: they count as
    candidates although nobody cites them. Keys of separate blocks may be resolved apart or together, with one result.
    """
    wanted = set(keys) | set(held)
    completed = {key: complete(key) for key in wanted | set(known)}
    classes: dict[_Class, list[DocumentKey]] = defaultdict(list)
    class_of: dict[DocumentKey, _Class] = {}
    for key, full in completed.items():
        class_of[key] = _class(full)
        classes[class_of[key]].append(full)
    above = _order(classes)
    homes: dict[_Class, set[_Class]] = defaultdict(set)
    for key in held:
        if len(above[class_of[key]]) == 1:
            homes[above[class_of[key]][0]].add(class_of[key])
    apart = {member for members in homes.values() if len(members) > 1 for member in members}
    nodes = {own: [own] if own in apart else tops for own, tops in above.items()}
    held_in: dict[_Class, list[DocumentKey]] = defaultdict(list)
    for key in held:
        tops = nodes[class_of[key]]
        held_in[tops[0] if len(tops) == 1 else class_of[key]].append(completed[key])
    ids = _ids({tops[0] if len(tops) == 1 else own: len(tops) == 1 for own, tops in nodes.items()}, classes, held_in)
    same = _same_works(nodes, classes, held_in)
    result = {}
    for key in wanted:
        own = class_of[key]
        tops = nodes[own]
        if len(tops) == 1:
            result[key] = Resolved(ids[tops[0]], same_as=(ids[same[tops[0]]],) if tops[0] in same else ())
        else:
            result[key] = Resolved(ids[own], tuple(sorted(ids[top] for top in tops)))
    return result


def fullest(keys: Collection[DocumentKey]) -> DocumentKey:
    """Of keys that mean one document, the one all others are below; ties by their words."""
    full = {key: complete(key) for key in keys}
    return max(full, key=lambda key: (bool(key.symbol), bool(full[key].place), len(full[key].date), *_words(full[key])))


def _words(key: DocumentKey) -> tuple[bool, int, DocumentKey]:
    return bool(key.issuer), len(key.name), key


def _is_law(key: DocumentKey) -> bool:
    return fold(key.doc_type) in LAWS or (not key.doc_type and _is_law_name(key.name))


def _is_law_name(name: str) -> bool:
    return fold(name).startswith(tuple(f"{law} " for law in LAWS))


def _name_block(key: DocumentKey) -> str:
    return f"name:{name_core(key)}"


@lru_cache(maxsize=10_000)
def _class(key: DocumentKey) -> _Class:
    place = slug(key.place)
    if key.symbol:
        # A number that carries its year is given once at a place: another date is a misprint, not another document.
        year = symbol_year(key.symbol)
        date = "" if year and (place or key.date == year) else key.date
        block = f"symbol:{symbol_core(key.symbol)}"
    else:
        date = key.date[:4] if _is_law(key) else key.date
        block = _name_block(key)
    return _Class(block, place, date, "" if place else slug(key.issuer))


def _order(classes: dict[_Class, list[DocumentKey]]) -> dict[_Class, list[_Class]]:
    """For each class the greatest ones above it: itself alone when nothing is."""
    by_block: dict[str, list[_Class]] = defaultdict(list)
    for own in classes:
        by_block[own.block].append(own)
    dates = {own: _dates(own, members) for own, members in classes.items()}
    above: dict[_Class, list[_Class]] = {}
    for members in by_block.values():
        above |= _greatest_above(members, dates)
    return above


def _same_works(
    nodes: dict[_Class, list[_Class]],
    classes: dict[_Class, list[DocumentKey]],
    held: dict[_Class, list[DocumentKey]],
) -> dict[_Class, _Class]:
    """For each work cited by name the one law with a number that bears the name and fits the year.

    A law bears the name its node shows, not every name some text gave it, and its year is its number's: so an export,
    which holds no more than that, leads to the same.
    """
    given: dict[_Class, set[str]] = defaultdict(set)
    years: dict[_Class, frozenset[str]] = {}
    for own, tops in nodes.items():
        if own.block.startswith("symbol:") and len(tops) == 1:
            given[tops[0]].update(key.name for key in classes[own] if key.name)
            year = symbol_year(classes[own][0].symbol)
            years[tops[0]] = frozenset({year or tops[0].date})
    bearers: dict[str, list[_Class]] = defaultdict(list)
    for top, names in given.items():
        name = fullest_value({key.name for key in held.get(top, ()) if key.name} or names) if names else ""
        if _is_law_name(name):
            bearers[_name_block(DocumentKey(name=name))].append(top)
    same = {}
    for own, tops in nodes.items():
        fits = [top for top in bearers.get(own.block, ()) if tops == [own] and _below(own, top, years[top])]
        if len(fits) == 1:
            same[own] = fits[0]
    return same


def _greatest_above(members: list[_Class], dates: dict[_Class, frozenset[str]]) -> dict[_Class, list[_Class]]:
    # Only keys of the same place lie above one that gives its place; above a full one lies nothing.
    at: dict[str, list[_Class]] = defaultdict(list)
    for own in members:
        at[own.place].append(own)
    partial = [own for own in members if not own.place or len(own.date) < 10]
    pools = {own: at[own.place] if own.place else members for own in partial}
    higher = {own: [o for o in pool if o != own and _below(own, o, dates[o])] for own, pool in pools.items()}
    tops = {own for own in members if not higher.get(own)}
    return {own: sorted(o for o in higher.get(own, ()) if o in tops) or [own] for own in members}


def _below(one: _Class, other: _Class, dates: frozenset[str]) -> bool:
    if one.place and one.place != other.place:
        return False
    if not other.place and one.issuer and one.issuer != other.issuer:
        return False
    return not one.date or any(date.startswith(one.date) for date in dates)


def _dates(own: _Class, members: list[DocumentKey]) -> frozenset[str]:
    """The dates a class answers to: its own, or where the number carries the year, that year and all given ones."""
    years = {symbol_year(key.symbol) for key in members if key.symbol}
    if own.date or not any(years):
        return frozenset({own.date})
    return frozenset(years | {key.date for key in members if key.date})


def _ids(
    nodes: dict[_Class, bool], classes: dict[_Class, list[DocumentKey]], held: dict[_Class, list[DocumentKey]]
) -> dict[_Class, str]:
    """An id for each node: distinct, and from its own parts. `nodes` tells documents (True) from open nodes."""
    taken: set[str] = set()
    ids = {}
    for own in sorted(nodes, key=lambda own: (own not in held, not nodes[own], own)):
        id = _id(own, classes[own], held.get(own, []))
        if id in taken:
            id += "~" + short_hash("|".join((own.block, own.place, own.date, own.issuer)), 6)
        taken.add(id)
        ids[own] = id
    return ids


def _id(own: _Class, members: list[DocumentKey], held: list[DocumentKey]) -> str:
    place = "" if own.place == slug(CENTRAL) else own.place
    if own.block.startswith("name:") and held:
        key = min(held)
        parts = [slug(key.doc_type), slug(key.issuer), place, key.date, short_hash(fold(key.name))]
    else:
        kind, name = own.block.split(":", 1)
        parts = [name if kind == "symbol" else slug_or_hash(name), place or own.issuer, own.date]
    return ":".join(["doc", *filter(None, parts)])
