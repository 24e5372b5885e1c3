"""The marks that open a part, item, point or bullet, and whether a line that begins like one really does."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ingest.letters import rule

_NUMERALS = (
    *("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"),
    *("XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII", "XVIII", "XIX", "XX"),
)
ROMAN = {numeral: n for n, numeral in enumerate(_NUMERALS, 1)}
# The levels of marks that open a part of a document.
DIVISIONS = ("chapter", "part", "article", "roman")
LETTERS = tuple("abcdđeghiklmnopqrstuvxy")

_MARK = rule(
    r"""
      (?P<chapter>
          (?:PHẦN|Phần|CHƯƠNG|Chương|MỤC|Mục)\s+(?:THỨ\s+|thứ\s+)?
          (?P<chapter_no>[IVX]+|\d{1,2}|nhất|hai|ba|tư|NHẤT|HAI|BA|TƯ)
      )(?=\s*(?:[.:\-–]|$|\s[A-ZĐÀ-Ỹ]))\s*[.:\-–]?\s*
    | (?P<article>Điều\s+(?P<article_no>\d{1,3}[a-zđ]?))\s*[.:]\s*
    | (?P<part>[A-H])\s*[.)–-]\s*(?=[A-ZĐÀ-Ỹ])
    | (?P<roman>X{0,2}(?:IX|IV|V?I{1,3}|V|X))\s*(?:\.\s*-|\.|-|–|/|\))\s*(?=\S)
    | (?P<number>\d{1,2}(?:\.\d{1,2}){1,3})\.?\)?\s+(?=\S)
    | (?P<item>\d{1,3})\s*(?:[.)]\s*(?=\D)|[-–/](?=\s*[A-ZĐÀ-Ỹ][a-zà-ỹ]))\s*
    | \((?P<counted>\d{1,2})\)\s*(?=[A-ZĐÀ-Ỹ])
    | (?:_?(?P<letter>[a-zđ]|[a-zđ]\d|©)\s*(?:\)|\.(?=\s))|\((?P<bracketed>[a-zđ])\))\s*(?=\S)
    | (?P<bullet>[-–—•●▪◦+*·\uf0b7]|[_~](?=\s+[A-ZĐÀ-Ỹ]))\s*(?=\S)  # a dash read as something else
    """,
    re.X,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark at the head of a line: its `level` (`chapter`, `part`, `article`, `roman`, `number`, `item`, `letter`,
    `counted`, `bullet`),
    the `label` that goes into refs, where the words after it begin, and whether they do with a capital."""

    level: str
    label: str
    end: int
    capital: bool = False


def mark(line: str) -> Mark | None:
    """The mark a line begins with, None without one; `Sequence` tells whether it fits the marks before it."""
    match = _MARK.match(line)
    if not match:
        return None
    level = match.lastgroup or ""  # of a group within another the outer one
    label = match.group(level)
    level = "letter" if level == "bracketed" else level
    label = "c" if label == "©" else label  # a scan takes `c)` for it
    if level == "chapter":
        label = match["chapter"].split()[0][0].upper() + match["chapter_no"]
    elif level == "article":
        label = "Điều " + match["article_no"]
    elif level == "bullet":
        label = "+" if match["bullet"] in "+*" else "-"
    return Mark(level, label, match.end(), line[match.end() : match.end() + 1].isupper())


@dataclass(slots=True)
class Sequence:
    """The last mark of each level, to tell `2. Yêu cầu` from a line that happens to begin with a year or a number."""

    part: int = 0
    roman: int = 0
    item: int = 0
    letter: int = -1
    number: tuple[int, ...] = field(default=())
    counted: int = 0
    before: int = 0  # the last item of the part before

    def accepts(self, found: Mark) -> bool:
        """Whether the mark is the first of its level or goes on from the last one; remembers it when it does."""
        if found.level in ("chapter", "article"):
            self.item, self.letter = 0, -1
            return True
        if found.level == "part":
            return self._part(ord(found.label) - ord("A") + 1)
        if found.level == "roman":
            return self._roman(ROMAN.get(found.label, 0))
        if found.level == "number":
            return self._number(tuple(int(part) for part in found.label.split(".")))
        if found.level == "item":
            return self._item(int(found.label))
        if found.level == "counted":
            return self._counted(int(found.label))
        if found.level == "letter":
            return self._letter(LETTERS.index(found.label) if found.label in LETTERS else -2, found.capital)
        return True

    def _part(self, value: int) -> bool:
        if value not in (1, self.part + 1):
            return False
        self.part, self.roman, self.item, self.letter, self.number = value, 0, 0, -1, ()
        return True

    def _roman(self, value: int) -> bool:
        if value not in (1, self.roman + 1, self.roman + 2):
            return False
        self.roman, self.item, self.letter, self.number = value, 0, -1, ()
        return True

    def _number(self, path: tuple[int, ...]) -> bool:
        fits = path[0] in (self.item, self.item + 1) or (bool(self.number) and path[0] == self.number[0])
        if not fits or not (path[-1] == 1 or path > self.number) or any(part > 60 for part in path):
            return False
        self.number, self.letter, self.item = path, -1, path[0]
        return True

    def _item(self, value: int) -> bool:
        goes_on = self.item == 0 and self.before < value <= self.before + 2  # items counted through all parts
        if not (goes_on or value in (1, self.item + 1, self.item + 2)) or value > 200:
            return False
        self.item, self.before, self.letter = value, value, -1
        return True

    def _counted(self, value: int) -> bool:
        if value not in (1, self.counted + 1):
            return False
        self.counted = value
        return True

    def _letter(self, value: int, capital: bool) -> bool:
        most = len(LETTERS) if capital else 2  # an excerpt leaves out what stands between
        again = capital and value == self.letter  # a letter given twice by mistake
        if value != 0 and not again and not self.letter < value <= self.letter + most:
            return False
        self.letter = value
        return True
