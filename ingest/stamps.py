"""Electronic signatures and page furniture that a PDF's text carries along: set aside, never read as text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.blocks import Block, Paragraph
from ingest.dates import iso
from ingest.letters import rule

_TIME = rule(
    r"^\s*(?:Thời gian ký:?\s*)?(?P<at>\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})\s*(?P<zone>Z|[+-]\d{2}:?\d{2})?\s*$"
)
_TIME_VI = rule(
    r"^\s*(?:Thời gian ký|Ngày ký):?\s*(?P<day>\d{1,2})[./-](?P<month>\d{1,2})[./-](?P<year>\d{4})"
    r"(?:\s+(?P<time>\d{2}:\d{2}(?::\d{2})?))?(?:\s*(?P<zone>[+-]\d{2}:?\d{2}))?\s*$"
)
_STAMP = rule(
    r"""
      CỤC[ ]CHỨNG[ ]THỰC[ ]SỐ  # the office that issues the certificates
    | đã[ ]ký[ ]lên[ ]văn[ ]bản
    | ca@bcy\.gov\.vn
    """,
    re.X,
)
# What programs that read pages write between them: `--- PAGE BREAK ---`, `Trang 3/10`.
_PAGE = rule(r"^\W*(?:PAGE|TRANG)\s+(?:BREAK|\d{1,4}(?:\s*/\s*\d{1,4})?)\W*$", re.I)
_STAMP_LINE = rule(
    r"""
    \s*(?:
        (?:Ký[ ]bởi|Người[ ]ký|Cơ[ ]quan|Email|Signature|Digitally[ ]signed)\s*:
      | \[?(?:đã[ ]ký|Đã[ ]ký)\]?\s*$
    )
    """,
    re.X,
)
_RULE = rule(r"^[\s\-_*=.~—–]{2,}$|^\s*\*\s*$")


@dataclass(frozen=True, slots=True)
class Stamps:
    """What was set aside: the time of the first electronic signature (ISO 8601, empty when there is none) and the
    numbers of its lines."""

    signed_at: str
    lines: tuple[int, ...]


def set_aside(blocks: Sequence[Block]) -> tuple[list[Block], Stamps]:
    """The blocks without signature stamps, and what the stamps said."""
    kept: list[Block] = []
    times: list[str] = []
    lines: list[int] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            time = _signed(block.text)
            if time:
                times.append(time)
            stamped = (
                _is_time(block.text)
                or _STAMP.search(block.text)
                or _STAMP_LINE.match(block.text)
                or _PAGE.match(block.text)
            )
            if stamped or (times and block.text.startswith("\t")):
                lines.append(block.line)
                continue
        kept.append(block)
    return kept, Stamps(times[0] if times else "", tuple(lines))


def is_rule(text: str) -> bool:
    """Whether a line is only drawn: `-----`, `*`, `____`."""
    return bool(_RULE.match(text))


def _is_time(text: str) -> bool:
    return bool(_TIME.match(text) or _TIME_VI.match(text))


def _signed(text: str) -> str:
    """The time that a line of a stamp states; empty when it states none, or one that no calendar has."""
    match = _TIME.match(text)
    if match:
        year, month, date = match["at"][:10].split("-")
        return match["at"] + _zone(match["zone"]) if iso(f"{date}/{month}/{year}") else ""
    match = _TIME_VI.match(text)
    if match and iso(f"{match['day']}/{match['month']}/{match['year']}"):
        day = f"{match['year']}-{int(match['month']):02d}-{int(match['day']):02d}"
        clock = match["time"] or ""
        return day + (f"T{clock}{':00' if len(clock) == 5 else ''}{_zone(match['zone'])}" if clock else "")
    return ""


def _zone(zone: str | None) -> str:
    if not zone:
        return ""
    return zone if zone == "Z" or ":" in zone else f"{zone[:3]}:{zone[3:]}"
