"""The foot of a document: who signs it, and who receives it.

Forms after Nghị định 30/2020/NĐ-CP (State) and Hướng dẫn 36-HD/VPTW (Party).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.letters import rule
from ingest.sheet import MOTTO, Sheet

# In whose name, or in whose stead, a document is signed.
_SIGNS = rule(r"(?:^|\s)(?:TM\.|T/M|KT\.|K/T|TL\.|T/L|TUQ\.|Q\.|TUN\.)\s*\S")
_SIGNS_FOR = rule(r"^(?:TM\.|T/M|KT\.|K/T|TL\.|T/L|TUQ\.)\s*")
_NAME = rule(r"^(?:(?:GS|PGS|TS|ThS|BS)\.?\s*)*[A-ZĐÀ-Ỹ][a-zà-ỹ’']*(?:\s+[A-ZĐÀ-Ỹ][a-zà-ỹ’']*){1,5}$")
_RECIPIENTS = rule(r"^\W*Nơi\s+nhận", re.I)
_RECIPIENT = rule(r"^\s*[-–+•]\s*(?P<text>\S.*)$")
# Why a recipient has the copy: `(để b/c)`.
_COPY = rule(r"\s*\(\s*\*?\s*(?:để\s+)?(?:b/c|báo\s+cáo|biết|t/h|thực\s+hiện|để\s+[^)]{1,30})\s*\*?\s*\)", re.I)


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signed, and the last line above the name: `PHÓ CHỦ TỊCH`. The span is that of the name."""

    name: str
    position: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Recipient:
    """One line of the recipients; `text` is without the bullet and without why the copy is sent, the span has the
    latter."""

    text: str
    start: int
    end: int


def signer(page: Sheet) -> Signer | None:
    """The first name of the foot that stands below words in capitals or below `TM.`, `KT.`; None without one."""
    above: list[str] = []
    for text, at in _signing_lines(page):
        if above and _NAME.match(text) and not MOTTO.match(text):
            page.mark("signer", at, at + len(text))
            return Signer(text, _SIGNS_FOR.sub("", above[-1]), at, at + len(text))
        if text.isupper() or _SIGNS.search(text):
            above.append(text)
    return None


def _signing_lines(page: Sheet) -> Iterator[tuple[str, int]]:
    """The lines of the foot that are no recipients, each with its offset; a signature that begins on the line of `Nơi
    nhận` without what stands before it."""
    for line in page.foot:
        text = line.text.strip(" *")
        if text.startswith(("-", "+")):
            continue
        if _RECIPIENTS.match(text):
            signs = _SIGNS.search(text)
            if not signs:
                continue
            text = text[signs.start() :].strip()
        yield text, line.start + line.text.find(text)


def recipients(page: Sheet) -> tuple[Recipient, ...]:
    """The recipients, in their order."""
    out = []
    for line in page.foot:
        match = _RECIPIENT.match(line.text)
        words = _COPY.sub("", match["text"]).rstrip(" ;,.:*") if match else ""
        if match and words:
            start = line.start + match.start("text")
            out.append(Recipient(words, start, start + len(match["text"].rstrip())))
    return tuple(out)
