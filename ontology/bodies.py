"""Bodies of the Party, State and Front: usual names, the ways documents write them, and the codes in numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from ontology.spelling import key
from ontology.tables import table

if TYPE_CHECKING:
    BODIES: tuple[Body, ...]
    SECTORS: dict[str, str]


@dataclass(frozen=True, slots=True)
class Body:
    """A body by its usual full name without a place. `level` is `central`, `province` or `any` (head office and
    branches bear one name); `branch` is `party`, `government`, `assembly`, `front`, `judiciary`, `bank` or `press`."""

    name: str
    level: str
    branch: str
    aliases: tuple[str, ...]
    source: str

    @property
    def central(self) -> bool:
        return self.level == "central"


def _row(text: str) -> tuple[str, tuple[str, ...]]:
    name, *aliases = (part.strip() for part in text.split("|"))
    return name, tuple(aliases)


@cache
def _bodies() -> tuple[Body, ...]:
    rows = table("bodies")
    sources: dict[str, str] = rows["sources"]
    out = []
    for group in rows["sector"]:
        for name, aliases in map(_row, group["rows"]):
            for kind in group["kinds"]:
                level = "central" if kind == "Bộ" else "province"
                words = tuple(f"{kind} {alias}" for alias in aliases)
                out.append(Body(f"{kind} {name}", level, "government", words, sources[group["source"]]))
    for group in rows["body"]:
        for name, aliases in map(_row, group["rows"]):
            out.append(Body(name, group["level"], group["branch"], aliases, sources[group["source"]]))
    return tuple(out)


@cache
def _sectors() -> dict[str, str]:
    return {
        words: name
        for group in table("bodies")["sector"]
        for name, aliases in map(_row, group["rows"])
        for words in (name, *aliases)
    }


@cache
def _by_key() -> dict[str, Body]:
    found: dict[str, Body] = {}
    for body in _bodies():
        for words in (body.name, *body.aliases):
            found.setdefault(key(words), body)
    return found


@cache
def canonical(name: str) -> Body | None:
    """The body that a name or abbreviation without a place means (`Sở LĐTBXH`, `UBND`); None when it is not known."""
    return _by_key().get(key(name))


_ASSEMBLY = re.compile(r"QH\d*\Z")
_COMMITTEE = re.compile(r"(?:PL-)?UBTVQH\d*\Z")


@cache
def issuer_of(code: str) -> Body | None:
    """The body behind the issuer's part of a number: `TTg`, `QH15`, `UBND`, `BXD`; None when it is not known, and for
    `TW`, which several central bodies of the Party share."""
    if _ASSEMBLY.match(code):
        return canonical("Quốc hội")
    if _COMMITTEE.match(code):
        return canonical("Ủy ban Thường vụ Quốc hội")
    name = table("bodies")["codes"].get(code)
    return canonical(name) if name else None


def __getattr__(name: str) -> Any:
    """`BODIES`: every body; `SECTORS`: what may follow Sở or Bộ, each way of writing it to the usual name."""
    if name == "BODIES":
        return _bodies()
    if name == "SECTORS":
        return _sectors()
    raise AttributeError(name)
