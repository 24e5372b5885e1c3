"""Footnotes and page numbers among the lines of a page: told from the lines around them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.blocks import Block, Paragraph, Table
from ingest.letters import rule
from ingest.markers import mark
from ingest.zones import ANNEX, CAPITAL, FOOT

UNNUMBERED = 900
"""Footnotes whose number is not known are counted from here on; nothing refers to them."""

_BRACKETED = rule(r"\[\^?(\d{1,3})\]:?\s*\S")
_NUMBER = rule(r"\[?\^?(\d{1,3})\]?")
_ALONE = rule(r"\[\^?(\d{1,3})\]")


@dataclass(frozen=True, slots=True)
class Role:
    """What a line is that is no text of the document: a `page` number, the `mark` of a footnote, or part of a
    `note`."""

    kind: str
    number: int = 0


def roles(blocks: Sequence[Block]) -> dict[int, Role]:
    """The roles of the blocks that have one, by position."""
    return _Footnotes(blocks).roles


class _Footnotes:
    def __init__(self, blocks: Sequence[Block]) -> None:
        self.roles: dict[int, Role] = {}
        self._texts = [b.text.strip() if isinstance(b, Paragraph) else "" for b in blocks]
        self._after = _following(self._texts)
        self._pending: Counter[int] = Counter()  # marks whose footnote has not come yet
        self._last: dict[int, str] = {}  # the last line of each footnote
        self._note = 0  # the footnote that the next line may go on with
        for position, block in enumerate(blocks):
            if isinstance(block, Table):
                self._note = 0
            else:
                self._paragraph(position, block)

    def _paragraph(self, n: int, block: Paragraph) -> None:
        text = self._texts[n]
        if block.style == "footnote":
            numbered = _NUMBER.match(text)
            self._to_note(n, (int(numbered[1]) if numbered else 0) or UNNUMBERED + n)
        elif (bracketed := _BRACKETED.match(text)) and CAPITAL.match(text[bracketed.end() - 1 :]):
            self._to_note(n, int(bracketed[1]))
            self._note = int(bracketed[1]) if block.wrapped else 0
        elif block.wrapped and (alone := _ALONE.fullmatch(text)) and CAPITAL.match(self._after[n]):
            self.roles[n] = Role("page")
            self._note = int(alone[1])
        elif text.isdigit() and len(text) <= 3 and block.wrapped:
            self._number(n, int(text))
        elif self._note:
            if self._ended(n):
                self._note = 0
            else:
                self._to_note(n, self._note)

    def _to_note(self, n: int, number: int) -> None:
        self.roles[n] = Role("note", number)
        self._last[number] = self._texts[n]

    def _number(self, n: int, value: int) -> None:
        """A number alone on its line: a mark where the sentence goes on with its stop behind it, the head of a footnote
        where a mark has that number, else a page's."""
        after = self._after[n]
        if re.match(r"[.,;:)]", after):
            self.roles[n] = Role("mark", value)
            self._pending[value] += 1
            self._note = 0
            return
        self.roles[n] = Role("page")
        if self._pending[value] and CAPITAL.match(after):
            self._note = value
            self._pending[value] -= 1

    def _ended(self, n: int) -> bool:
        """A footnote is over where the foot of the document begins, and when its last line closed a sentence and this
        one goes on with the page's own."""
        text = self._texts[n]
        if FOOT.match(text) or ANNEX.match(text):
            return True
        return self._last.get(self._note, "").endswith(".") and (text[:1].islower() or mark(text) is not None)


def _following(texts: Sequence[str]) -> list[str]:
    """Behind each text the next that is not empty."""
    out, after = [], ""
    for text in reversed(texts):
        out.append(after)
        after = text or after
    return out[::-1]
