"""What a page takes from its address: every parameter has a type and a limit, anything else is refused."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from viz.explorer.problems import Problem
from viz.labels import clean

LONGEST_ID = 400


class Parameter(Protocol):
    @property
    def default(self) -> Any:
        """The value of a parameter that is not given."""

    def read(self, name: str, text: str) -> Any:
        """The value. Raises Problem."""


@dataclass(frozen=True, slots=True)
class Words:
    """Free words, control characters and marks of direction taken out."""

    most: int = 200
    default: str = ""

    def read(self, name: str, text: str) -> str:
        if len(text) > self.most:
            raise Problem(400, "too_long", name=name, most=self.most)
        return clean(text)


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number from `least` to `most`."""

    least: int
    most: int
    default: int | None

    def read(self, name: str, text: str) -> int:
        if not re.fullmatch(r"[0-9]{1,7}", text) or not self.least <= int(text) <= self.most:
            raise Problem(400, "not_in_range", name=name, least=self.least, most=self.most)
        return int(text)


@dataclass(frozen=True, slots=True)
class Choice:
    """One of these; the empty choice is the first unless another is the default."""

    values: tuple[str, ...]
    default: str = ""

    def read(self, name: str, text: str) -> str:
        if text not in self.values and text != self.default:
            raise Problem(400, "not_a_choice", name=name, values=", ".join(value for value in self.values if value))
        return text


@dataclass(frozen=True, slots=True)
class Day:
    """A day, written 2025-12-31."""

    default: date | None = None

    def read(self, name: str, text: str) -> date:
        try:
            return date.fromisoformat(text) if len(text) == 10 else _no_day(name)
        except ValueError:
            return _no_day(name)


def _no_day(name: str) -> date:
    raise Problem(400, "not_a_day", name=name)


PAGE = Whole(1, 100_000, 1)
# What every page takes.
COMMON: Mapping[str, Parameter] = {"lang": Choice(("vi", "en")), "as": Choice(("", "csv", "xlsx"))}


def read(takes: Mapping[str, Parameter], given: Iterable[tuple[str, str]]) -> dict[str, Any]:
    """The value of every parameter in `takes` and COMMON; of one given twice the last counts, unknown and empty ones
    are passed over. Raises Problem."""
    known = {**COMMON, **takes}
    values: dict[str, Any] = {name: parameter.default for name, parameter in known.items()}
    for name, text in given:
        if name in known and text:
            values[name] = known[name].read(name, text)
    return values
