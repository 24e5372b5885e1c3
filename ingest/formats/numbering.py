"""The automatic numbers of a Word document, which stand in no paragraph's text (ECMA-376, Part 1, 17.9)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ingest.formats.layout import numeral
from ingest.formats.wordml import child, children, local, number, on, value

if TYPE_CHECKING:
    from lxml.etree import _Element

_PLACE = re.compile(r"%([1-9])")
_LEVELS = 9


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is numbered."""

    start: int = 1
    style: str = "decimal"
    text: str = ""
    legal: bool = False
    restart: int | None = None


@dataclass
class _Style:
    based_on: str | None
    paragraph: _Element | None
    borders: _Element | None


@dataclass
class _List:
    abstract: str
    levels: dict[int, Level]
    restarts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """The lists of a document and how far each has counted."""

    def __init__(self, numbering: _Element | None, styles: _Element | None) -> None:
        self._styles: dict[str, _Style] = {}
        self._default = ""
        for style in children(styles):
            if local(style) == "style":
                self._add_style(style)
        self._lists = _lists(numbering)
        self._linked = _linked(numbering)
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[str] = set()

    def _add_style(self, style: _Element) -> None:
        name = value(style, "styleId") or ""
        based_on = value(child(style, "basedOn"), "val")
        self._styles[name] = _Style(based_on, child(style, "pPr"), child(child(style, "tblPr"), "tblBorders"))
        if value(style, "type") == "paragraph" and value(style, "default") in {"1", "true"}:
            self._default = name

    def _chain(self, name: str | None) -> Iterator[tuple[str, _Style]]:
        seen = set()
        while name and name in self._styles and name not in seen:
            seen.add(name)
            yield name, self._styles[name]
            name = self._styles[name].based_on

    def table_borders(self, style: str | None) -> list[_Element]:
        """The borders the nearest table style sets."""
        return next(([each.borders] for _, each in self._chain(style) if each.borders is not None), [])

    def is_heading(self, properties: _Element | None) -> bool:
        """Whether the paragraph is a heading by its style or outline level."""
        if number(child(properties, "outlineLvl")) in range(_LEVELS):
            return True
        for name, style in self._chain(value(child(properties, "pStyle"), "val")):
            if name.lower().startswith(("heading", "title")):
                return True
            level = number(child(style.paragraph, "outlineLvl"))
            if level is not None:
                return level in range(_LEVELS)
        return False

    def label(self, properties: _Element | None) -> str:
        """The paragraph's number with what stands around it and a space (`1. `, `II.2. `), `- ` for bullets (`+ ` for a
        plus), empty when it has none. Counts: to be asked once for each paragraph, in order."""
        found = self._place(properties)
        if found is None:
            return ""
        numbered, at = found
        level = numbered.levels.get(at, Level())
        counts = self._count(numbered, at)
        if level.style == "bullet":
            return "+ " if level.text.strip() == "+" else "- "
        if level.style == "none":
            text = _PLACE.sub("", level.text)
        else:
            text = _PLACE.sub(lambda place: self._numeral(numbered, counts, int(place[1]) - 1, level.legal), level.text)
        text = text.strip()
        return f"{text} " if text else ""

    def _place(self, properties: _Element | None) -> tuple[_List, int] | None:
        """The list and level a paragraph is at, by itself or by its style."""
        own = child(properties, "numPr")
        which = value(child(own, "numId"), "val")
        at = number(child(own, "ilvl"))
        if which is None:
            for name, style in self._chain(value(child(properties, "pStyle"), "val") or self._default):
                by_style = child(style.paragraph, "numPr")
                which = value(child(by_style, "numId"), "val")
                if which is not None:
                    if at is None:
                        at = self._linked.get((self._lists[which].abstract, name)) if which in self._lists else None
                    if at is None:
                        at = number(child(by_style, "ilvl"))
                    break
        numbered = self._lists.get(which) if which else None
        if numbered is None or which == "0":
            return None
        return numbered, min(max(at or 0, 0), _LEVELS - 1)

    def _count(self, numbered: _List, at: int) -> list[int | None]:
        # Lists made from the same definition go on counting together, unless one says where it begins.
        counts = self._counts.setdefault(numbered.abstract, [None] * _LEVELS)
        key = str(id(numbered))
        if numbered.restarts and key not in self._begun:
            for restarted in numbered.restarts:
                counts[restarted] = None
        self._begun.add(key)
        level = numbered.levels.get(at, Level())
        so_far = counts[at]
        counts[at] = numbered.restarts.get(at, level.start) if so_far is None else so_far + 1
        for below in range(at + 1, _LEVELS):
            restart = numbered.levels.get(below, Level()).restart
            if restart is None or (restart and at < restart):
                counts[below] = None
        return counts

    def _numeral(self, numbered: _List, counts: list[int | None], at: int, legal: bool) -> str:
        level = numbered.levels.get(at, Level())
        count = counts[at]
        if level.style in {"none", "bullet"}:
            return ""
        return numeral(level.start if count is None else count, "decimal" if legal else level.style)


def _lists(numbering: _Element | None) -> dict[str, _List]:
    abstract = {value(each, "abstractNumId"): each for each in children(numbering) if local(each) == "abstractNum"}
    by_style = {value(child(each, "styleLink"), "val"): each for each in abstract.values()}
    lists = {}
    for each in children(numbering):
        if local(each) != "num":
            continue
        name = value(child(each, "abstractNumId"), "val")
        definition = abstract.get(name)
        linked = value(child(definition, "numStyleLink"), "val")
        if linked and by_style.get(linked) is not None:
            definition = by_style[linked]
            name = value(definition, "abstractNumId")
        levels = _levels(definition)
        restarts = {}
        for override in children(each):
            at = number(override, "ilvl")
            if local(override) == "lvlOverride" and at is not None:
                levels |= _levels(override)
                start = number(child(override, "startOverride"))
                if start is not None:
                    restarts[at] = start
        lists[value(each, "numId") or ""] = _List(name or "", levels, restarts)
    return lists


def _levels(parent: _Element | None) -> dict[int, Level]:
    found = {}
    for each in children(parent):
        at = number(each, "ilvl")
        if local(each) == "lvl" and at is not None:
            start = number(child(each, "start"))
            found[at] = Level(
                1 if start is None else start,
                value(child(each, "numFmt"), "val") or "decimal",
                value(child(each, "lvlText"), "val") or "",
                on(each, "isLgl"),
                number(child(each, "lvlRestart")),
            )
    return found


def _linked(numbering: _Element | None) -> dict[tuple[str, str], int]:
    """The level that a list's definition ties to a paragraph style."""
    found = {}
    for each in children(numbering):
        for level in children(each):
            style = value(child(level, "pStyle"), "val")
            at = number(level, "ilvl")
            if local(each) == "abstractNum" and style and at is not None:
                found[value(each, "abstractNumId") or "", style] = at
    return found
