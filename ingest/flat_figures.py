"""Tables of years that a PDF's text has taken apart: narrow headings one word a line, then all figures on one line.

They are put back as a table of two rows when every figure finds a heading that names a period or a total.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.blocks import Block, Paragraph, Table
from ingest.letters import rule
from ingest.numbers import FIGURE
from ingest.units import STATED_UNIT

_FIGURES = rule(rf"^(?:(?P<unit>[^\d\s]+(?:\s[^\d\s]+)?)\s+)?(?P<figures>(?:{FIGURE})(?:\s+(?:{FIGURE})){{2,}})$")
# `1 Phường Đoàn Kết 300 100 200`: a row with what it is for before its figures.
_ROW = rule(
    rf"^(?:\d{{1,3}}[.)]?\s+)?(?P<label>[^\W\d][^\d]{{1,60}}?)\s+(?P<figures>(?:{FIGURE}|-)(?:\s+(?:{FIGURE}|-)){{2,}})$"
)
_TOTAL_FIRST = rule(r"(?:Tổng|Cộng)(?!\w)", re.I)
_ONE = rule(rf"^(?:{FIGURE})$")
_YEARS = r"(?:19|20)\d\d"
_HEADING = rule(
    rf"""
      (?P<year>Năm\s+{_YEARS})
    | (?P<range>giai\s+đoạn\s+{_YEARS}\s*[-–]\s*{_YEARS})
    | (?P<total>(?:Tổng\s+(?:cộng|số)|Cộng)(?:\s+\d+\s+năm)?)(?!\s+chỉ)
    """,
    re.I | re.X,
)
# A table has no more figures in a row, and no more lines of headings above them.
_MOST_FIGURES, _MOST_HEADINGS, _MOST_ROWS = 20, 60, 400
_UNIT_HEAD = rule(r"^(?:Đơn\s+vị(?:\s+tính)?|ĐVT|STT|TT)\s*", re.I)
_UNIT = rule(r"(?P<unit>Căn(?:\s+hộ)?|Dự\s+án|Ha|%|Người|Tỷ\s+đồng|Triệu\s+đồng|Hộ)\s*$", re.I)


def recover(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with every taken-apart table of years as a `Table` in the place of its lines."""
    out: list[Block] = []
    position = 0
    while position < len(blocks):
        if rows := _labelled_rows(blocks, position):
            table = _rows_table(out, rows)
            if table:
                out.append(table)
                position += len(rows)
                continue
        end, figures = _run(blocks, position)
        block = blocks[position]
        if figures and isinstance(block, Paragraph):
            head = _headings(out)
            table = _table(out[head:], figures, block) if head < len(out) else None
            if table:
                del out[head:]
                out.append(table)
                position = end
                continue
        out.append(block)
        position += 1
    return out


def _labelled_rows(blocks: Sequence[Block], start: int) -> list[tuple[Paragraph, re.Match[str]]]:
    """The rows with a label and as many figures each that stand from `start` on; none where there is only one."""
    rows: list[tuple[Paragraph, re.Match[str]]] = []
    for block in blocks[start : start + _MOST_ROWS]:
        match = _ROW.match(" ".join(block.text.split())) if isinstance(block, Paragraph) else None
        if not match or (rows and _count(match) != _count(rows[0][1])):
            break
        assert isinstance(block, Paragraph)
        rows.append((block, match))
    return rows if len(rows) > 1 else []


def _count(row: re.Match[str]) -> int:
    return len(row["figures"].split())


def _rows_table(out: list[Block], rows: Sequence[tuple[Paragraph, re.Match[str]]]) -> Table | None:
    """The table of these rows under the headings at the end of `out`, which it takes; None where the headings are not
    as many as the figures of a row."""
    head = _headings(out)
    words = " ".join(" ".join(b.text.split()) for b in out[head:] if isinstance(b, Paragraph))
    names = _names(words)
    count = _count(rows[0][1])
    first = _HEADING.search(words)
    if first and len(names) == count - 1 and _TOTAL_FIRST.search(words, 0, first.start()):
        names = ["Tổng cộng", *names]
    if head == len(out) or len(names) != count or sum(name != "Tổng cộng" for name in names) < 2:
        return None
    line = out[head].line
    above = out[head - 1].text if head and isinstance(out[head - 1], Paragraph) else ""  # type: ignore[union-attr]
    stated = STATED_UNIT.search(f"{above} {words}")
    del out[head:]
    unit = (stated["unit"],) if stated else ()
    cells = tuple((match["label"], *unit, *(f.replace("-", "") for f in match["figures"].split())) for _, match in rows)
    first_row = ("Nội dung", *(("Đơn vị tính",) if unit else ()), *names)
    return Table((first_row, *cells), line, (line, *(block.line for block, _ in rows)))


def _names(words: str) -> list[str]:
    labels, position = [], 0
    for found in _HEADING.finditer(words):
        labels.append((words[position : found.end()].strip(), found))
        position = found.end()
    return _leaves(labels)


def _run(blocks: Sequence[Block], start: int) -> tuple[int, re.Match[str] | None]:
    """The figures that stand from `start` on, all on one line or one a line, and where they end."""
    words: list[str] = []
    end = start
    while end < min(start + _MOST_FIGURES, len(blocks)):
        block = blocks[end]
        text = block.text.strip() if isinstance(block, Paragraph) else ""
        if not text[-1:].isdigit() or not (_ONE.match(text) or (not words and _FIGURES.match(text))):
            break
        words.append(text)
        end += 1
    found = _FIGURES.match(" ".join(words)) if words else None
    return end, found


def _headings(before: Sequence[Block]) -> int:
    """Where the run of short lines above the figures begins."""
    start = len(before)
    while start > len(before) - _MOST_HEADINGS and start and isinstance(before[start - 1], Paragraph):
        text = before[start - 1].text.strip()  # type: ignore[union-attr]
        if len(text) > 60 or text.endswith((".", ";", ":", "!", "?")):
            break
        start -= 1
        if _UNIT_HEAD.match(text) or text.lower() in ("đơn", "đơn vị"):
            break
    return start


def _table(head: Sequence[Block], figures: re.Match[str], at: Paragraph) -> Table | None:
    words = " ".join(" ".join(b.text.split()) for b in head if isinstance(b, Paragraph))
    unit = figures["unit"] or ""
    words = _UNIT_HEAD.sub("", words)
    if not unit and (stated := _UNIT.search(words)):
        unit, words = stated["unit"], words[: stated.start()].strip()
    values = figures["figures"].split()
    names = _names(words)
    if len(names) != len(values):
        return None
    line = head[0].line
    return Table((("Đơn vị tính", *names), (unit, *values)), line, (line, at.line))


def _leaves(labels: Sequence[tuple[str, re.Match[str]]]) -> list[str]:
    """The headings that stand right over figures: a period whose years follow one by one spans them and is left out."""
    out = []
    for n, (words, found) in enumerate(labels):
        if found["range"]:
            first, last = re.findall(_YEARS, found["range"])
            following = re.findall(_YEARS, labels[n + 1][1]["year"] or "") if n + 1 < len(labels) else []
            if following and first <= following[0] <= last:
                continue
        out.append(words if not found["year"] else found["year"])
    return out
