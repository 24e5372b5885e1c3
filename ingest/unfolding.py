"""Lines of the head and the foot that a file holds in one: `Số: 12/SXD-QLN V/v đôn đốc ...`, `Nơi nhận: - A; - B.`,
`TM. ỦY BAN NHÂN DÂN CHỦ TỊCH Lê Văn A`.

Cells of the tables that lay them out lose their line breaks when a page of the web is copied.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.blocks import Block, Paragraph
from ingest.letters import rule

_HEAD = 40
_BARS = rule(r"^[|\s]+$")
_TRAILING_RULE = rule(r"(?<=\w)\s+[-–—_*]{3,}\s*$")
_SUBJECT = rule(r"^\W*[Ss]ố\s*:?\s*\S+\s+(?=V/[vV]\b|Về việc\s)")
_DATED = rule(r"^\W*[Ss]ố\s*:?\s*\S+\s+(?=[A-ZĐÀ-Ỹ][^,\d/]{1,30},\s*ngày\s)")
_RECIPIENTS = rule(r"^\W*N(?:[ơo]i|ƠI)\s+(?:nh[ậâa]n|NHẬN)\s*:")
_ITEM = rule(r"(?:(?<=[;,.)])|(?<=:)|^)\s*(?=[-–+•]\s)")
_SIGNING = rule(r"^(?:TM\.|T/M|KT\.|K/T|TL\.|T/L|TUQ\.)\s*[A-ZĐÀ-Ỹ]")
_SIGNS_AGAIN = rule(r"\s+(?=(?:TM\.|T/M|KT\.|K/T|TL\.|T/L|TUQ\.)\s*[A-ZĐÀ-Ỹ])")
_OFFICE = rule(
    r"""
    (?<!KT\.)(?<!K/T)(?<!TM\.)(?<!T/M)(?<!TL\.)(?<!TUQ\.)(?<!PHÓ)(?<!,)(?<!TỔNG)(?<!BAN)(?<!PHÒNG)
    \s+
    (?=
        (?:PHÓ\s+)?(?:
            CHỦ\s+TỊCH | GIÁM\s+ĐỐC | BÍ\s+THƯ | CHỦ\s+NHIỆM | CHÁNH\s+VĂN\s+PHÒNG | TỔNG\s+GIÁM\s+ĐỐC | THỦ\s+TƯỚNG
          | TRƯỞNG\s+BAN | BỘ\s+TRƯỞNG | CỤC\s+TRƯỞNG | VỤ\s+TRƯỞNG | TRƯỞNG\s+PHÒNG
        )(?:\s|$)
      | THỨ\s+TRƯỞNG | PHÓ\s+THỐNG\s+ĐỐC
    )
    """,
    re.X,
)
_OFFICE_FIRST = rule(
    r"""
    ^(?:PHÓ\s+)?(?:
        CHỦ\s+TỊCH | GIÁM\s+ĐỐC | BÍ\s+THƯ | CHỦ\s+NHIỆM | CHÁNH\s+VĂN\s+PHÒNG | THỦ\s+TƯỚNG | TRƯỞNG\s+BAN
      | BỘ\s+TRƯỞNG | THỨ\s+TRƯỞNG | CỤC\s+TRƯỞNG | VỤ\s+TRƯỞNG | TỔNG\s+GIÁM\s+ĐỐC | TỔNG\s+BÍ\s+THƯ
    )\s
    """,
    re.X,
)
_SIGNED = rule(r"\s*[(\[]\s*[Đđ]ã\s+ký\s*[)\]]\s*")
_NAME = rule(r"\s+(?P<name>(?:[A-ZĐÀ-Ỹ][a-zà-ỹ’']+\s?){2,5})$")


def unfold(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with the lines of the head and the foot apart; each has the source line that it comes from."""
    out: list[Block] = []
    in_foot = False
    for n, block in enumerate(blocks):
        if not isinstance(block, Paragraph) or block.style == "footnote":
            out.append(block)
            continue
        if _BARS.match(block.text):
            continue
        in_foot = in_foot or _RECIPIENTS.match(block.text) is not None
        if n < _HEAD or in_foot or _SIGNING.match(block.text) or _OFFICE_FIRST.match(block.text):
            out += [replace(block, text=line) for line in _lines(block.text)]
        else:
            out.append(block)
    return out


def _lines(text: str) -> Iterator[str]:
    text = _TRAILING_RULE.sub("", text)
    if match := _RECIPIENTS.match(text):
        yield text[: match.end()]
        for part in filter(None, (part.strip() for part in _ITEM.split(text[match.end() :]))):
            office = part.lstrip("-–+• ")  # the signature stands beside the recipients
            yield office if office.isupper() and _OFFICE_FIRST.match(f"{office} ".replace(",", " ")) else part
    elif match := _SUBJECT.match(text) or _DATED.match(text):
        yield text[: match.end()].rstrip()
        yield text[match.end() :]
    elif _SIGNING.match(text) or _OFFICE_FIRST.match(text):
        yield from _signature(text)
    else:
        yield text


def _signature(text: str) -> Iterator[str]:
    """In whose name, the office and the name, each a line; a text that ends otherwise stays as it is."""
    text = _SIGNED.sub(" ", text)
    name = _NAME.search(text)
    capitals = text[: name.start()] if name else text
    if not capitals.isupper():
        yield text
        return
    for part in _SIGNS_AGAIN.split(capitals):
        yield from (line.strip() for line in _OFFICE.split(part))
    if name:
        yield name["name"].strip()
