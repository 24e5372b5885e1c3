"""The foot of a document: who signs it, and who receives it.

Forms after Nghị định 30/2020/NĐ-CP (State) and Hướng dẫn 36-HD/VPTW (Party).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.layout import Line
from ingest.letters import rule
from ingest.sheet import MOTTO, Sheet

# In whose name, or in whose stead, a document is signed.
_SIGNS = rule(r"(?:^|\s)(?:TM\.|T/M|KT\.|K/T|TL\.|T/L|TUQ\.|Q\.|TUN\.)\s*\S")
_SIGNS_FOR = rule(r"^(?:TM\.|T/M|KT\.|K/T|TL\.|T/L|TUQ\.)\s*")
# A rank or degree before the name, and the name; `H’Yim Kđoh` has a capital behind the mark.
_NAME = rule(
    r"""
    ^(?:(?:GS|PGS|TSKH|TS|Th\.?S|BS|CKII|(?:Đại|Thượng|Trung|Thiếu)\s+(?:tướng|tá)|Đồng\s+chí)\.?\s*)*
    (?P<name>[A-ZĐÀ-Ỹ](?:[’'][A-ZĐÀ-Ỹ])?[a-zà-ỹ’']*(?:\s+[A-ZĐÀ-Ỹ](?:[’'][A-ZĐÀ-Ỹ])?[a-zà-ỹ’']*){1,5})$
    """,
    re.X,
)
_NAME_IN_CAPITALS = rule(r"^[A-ZĐÀ-Ỹ]{2,7}(?:\s+[A-ZĐÀ-Ỹ’']{1,7}){1,4}$")
_OFFICE = rule(
    r"""
    \b(?:
        CHỦ\s+TỊCH | GIÁM\s+ĐỐC | BÍ\s+THƯ | TRƯỞNG | CHỦ\s+NHIỆM | VĂN\s+PHÒNG | THỦ\s+TƯỚNG | CHÁNH | PHÓ | [ỦU]Y
      | UỶ | BAN | SỞ | BỘ | TỈNH | THÀNH\s+PHỐ | XÃ | PHƯỜNG | HUYỆN | QUỐC\s+HỘI | ĐOÀN | CHÍNH\s+PHỦ | TƯ\s+LỆNH
      | HỘI\s+ĐỒNG | THỨ | THỐNG\s+ĐỐC | ỦY\s+VIÊN
    )\b
    """,
    re.X,
)
_RECIPIENTS = rule(r"^\W*N[ơo]i\s+nh[ậâa]n", re.I)
_RECIPIENT = rule(r"^\s*[-–+•~]\s*(?P<text>\S.*)$")
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
    """The first name of the foot that stands below words in capitals or below `TM.`, `KT.`; without one the first in
    capitals that are no office, or one that stands alone; None without any."""
    above: list[str] = []
    capitals: Signer | None = None
    loose: Signer | None = None
    for text, at in _signing_lines(page):
        name = _NAME.match(text)
        if above and name and not MOTTO.match(text):
            start, end = at + name.start("name"), at + name.end("name")
            page.mark("signer", start, end)
            return Signer(name["name"], _SIGNS_FOR.sub("", above[-1]), start, end)
        if name and not above and loose is None and len(text.split()) > 2:
            loose = Signer(name["name"], "", at + name.start("name"), at + name.end("name"))
        if capitals is None and above and _NAME_IN_CAPITALS.match(text) and not _OFFICE.search(text):
            capitals = Signer(text.title(), _SIGNS_FOR.sub("", above[-1]), at, at + len(text))
        elif text.isupper() or _SIGNS.search(text):
            above.append(text)
    found = loose or capitals
    if found:
        page.mark("signer", found.start, found.end)
    return found


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
    """The recipients, in their order: the lines with a bullet; below `Nơi nhận` also those without one, up to the last
    that ends like an item of a list or says where the document is kept."""
    bulleted = tuple(filter(None, map(_recipient, page.foot)))
    return bulleted or tuple(_unmarked(page))


def _recipient(line: Line) -> Recipient | None:
    match = _RECIPIENT.match(line.text)
    return _received(line, match["text"], line.start + match.start("text")) if match else None


def _received(line: Line, text: str, start: int) -> Recipient | None:
    words = _COPY.sub("", text).rstrip(" ;,.:*")
    return Recipient(words, start, start + len(text.rstrip())) if words else None


def _unmarked(page: Sheet) -> Iterator[Recipient]:
    first = next((n for n, line in enumerate(page.foot) if _RECIPIENTS.match(line.text)), len(page.foot))
    for line in page.foot[first + 1 :]:
        text = line.text.strip()
        kept = text.startswith("Lưu")
        if text.isupper() or not (kept or text.endswith((";", ","))):
            return
        if found := _received(line, line.text, line.start):
            yield found
        if kept:
            return
