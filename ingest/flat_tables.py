"""Task tables that a PDF's text has taken apart: cells one below the other, empty ones invisible, the heading again on
every page. They are put back as tables before the text is laid out.

A row is cut into cells where its lines read best as the columns: a deadline column holds words of time, a lead or
support column a list of bodies, and a new cell does not begin in lower case or after a comma.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from ingest.blocks import Block, Paragraph, Table
from ingest.bodies import bodies
from ingest.cells import is_body_list, missing_separators
from ingest.columns import column, is_task_table
from ingest.dates import is_deadline_cell
from ingest.letters import rule

_START = rule(r"^(?:S?TT|Số\s+TT)\b[\s.]*", re.I)
_END = rule(r"^(?:PHỤ\s+LỤC|Phụ\s+lục\s+[IVX\d]|Nơi\s+nhận|TM\.|T/M|Ghi\s+chú\s*:)")
# `6 tháng đầu năm 2026` is a deadline that begins a line, not the sixth row.
_NUMBER = rule(r"^(\d{1,3})(?:[.)]|\s|$)(?!\s*tháng\s+(?:đầu|cuối))\s*(.*)$")
_SECTION = rule(r"^(?P<roman>[IVX]{1,5})\s*[.\-)]?(?:\s+(?P<title>[A-ZĐÀ-Ỹ]{2}.{3,200}))?$")
_HEADINGS = rule(
    r"""
      S?TT\.?(?!\w)
    | Số\s+TT
    | (?:Cơ\s+quan|Đơn\s+vị)\s+chủ\s+trì\s*(?:/|,|và)\s*(?:cơ\s+quan\s+|đơn\s+vị\s+)?phối\s+hợp
    | (?:Nội\s+dung|Nhiệm\s+vụ|Tên\s+nhiệm\s+vụ|Công\s+việc|Danh\s+mục)
      (?:\s+(?:nhiệm\s+vụ|công\s+việc|thực\s+hiện|giải\s+pháp|cụ\s+thể))*
    | (?:Cơ\s+quan|Đơn\s+vị|Sở,?\s+(?:ban,?\s+)?ngành)\s*(?:/\s*đơn\s+vị\s*)?
      (?:chủ\s+trì(?:\s+tham\s+mưu)?|phối\s+hợp|thực\s+hiện|đầu\s+mối)
    | Chủ\s+trì
    | Phối\s+hợp
    | Phân\s+công(?:\s+\w+){0,2}
    | (?:Thời\s+gian|Thời\s+hạn|Tiến\s+độ|Ngày)(?:\s+(?:thực\s+hiện|hoàn\s+thành))?
    | Kết\s+quả(?:\s*/?\s*sản\s+phẩm)?(?:\s+(?:thực\s+hiện|đạt\s+được|dự\s+kiến))?
    | Sản\s+phẩm(?:\s+(?:hoàn\s+thành|đầu\s+ra))?
    | Cấp\s+(?:trình|ban\s+hành)
    | Ghi\s+chú
    | Hình\s+thức\s+văn\s+bản
    """,
    re.I | re.X,
)  # fmt: skip


def recover(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with every taken-apart task table as a `Table` in the place of its lines."""
    out: list[Block] = []
    position = 0
    while position < len(blocks):
        block = blocks[position]
        if isinstance(block, Paragraph) and _START.match(block.text.strip()):
            read = _table(blocks, position)
            if read:
                table, position = read
                out.append(table)
                continue
        out.append(block)
        position += 1
    return out


def _table(blocks: Sequence[Block], start: int) -> tuple[Table, int] | None:
    head, position = _heading(blocks, start)
    kinds = [column(name) for name in head]
    if len(kinds) < 3 or kinds[0] != "ref" or not is_task_table(kinds):
        return None
    taken, position = _rows(blocks, position)
    if sum(row.label.isdigit() for row in taken) < 2:
        return None
    rows = [tuple(head)]
    for row in taken:
        if row.label.isdigit():
            rows.append((row.label, *cut(row.lines, tuple(kinds[1:]))))
        else:
            rows.append((row.label, " ".join(" ".join(row.lines).split()), *[""] * (len(kinds) - 2)))
    return Table(tuple(rows), blocks[start].line, (blocks[start].line, *(row.at for row in taken))), position


@dataclass(slots=True)
class _Row:
    """The lines under one row number, or under the Roman number of a section, as they stand in the text."""

    label: str
    at: int
    lines: list[str]


def _rows(blocks: Sequence[Block], position: int) -> tuple[list[_Row], int]:
    """The rows from `position` on and where they end: numbers go up one by one; a number out of turn is a page's."""
    out: list[_Row] = []
    expected, numbered = 1, position
    while position < len(blocks):
        block = blocks[position]
        plain = block.text.strip() if isinstance(block, Paragraph) else ""
        if not isinstance(block, Paragraph) or _END.match(plain):
            break
        if _START.match(plain):
            position = max(_heading(blocks, position)[1], position + 1)
            continue
        number, section = _NUMBER.match(plain), _SECTION.match(plain)
        if number and int(number[1]) == expected and not _is_page(blocks, position, plain):
            out.append(_Row(number[1], block.line, [number[2]] if number[2] else []))
            expected, numbered = expected + 1, position
        elif position - numbered > _MOST_LINES * _MOST_SECTIONS:
            break
        elif section:
            out.append(_Row(section["roman"], block.line, [section["title"]] if section["title"] else []))
        elif out and len(out[-1].lines) >= _MOST_LINES:
            break
        elif out and not (plain.isdigit() and len(plain) <= 3):
            out[-1].lines.append(block.text.rstrip())
        position += 1
    return out, position


def _is_page(blocks: Sequence[Block], position: int, plain: str) -> bool:
    """A number alone right before the heading is the page's."""
    if not plain.isdigit():
        return False
    after = blocks[position + 1] if position + 1 < len(blocks) else None
    return isinstance(after, Paragraph) and bool(_START.match(after.text.strip()))


def _heading(blocks: Sequence[Block], start: int) -> tuple[list[str], int]:
    """The names of the columns and where the rows begin: the heading ends where the first row number stands, or where
    no further line adds to a column's name."""
    words, best, end = "", [], start + 1
    for position in range(start, min(start + 14, len(blocks))):
        block = blocks[position]
        if not isinstance(block, Paragraph):
            break
        text = " ".join(block.text.split())
        if position > start and re.match(r"^\d{1,3}[.)]?(?:\s+[A-ZĐ]|$)", text):
            break
        grown = f"{words} {text}".strip()
        names = _names(grown)
        covered = sum(len(n) for n in names) + grown.count(" ")
        if position > start and covered < 0.8 * len(grown):
            break
        words, best, end = grown, names, position + 1
    return best, end


def _names(words: str) -> list[str]:
    return [" ".join(m[0].split()) for m in _HEADINGS.finditer(words)]


# What is longer is no cell of its kind; every cut of a row is tried, so a row's length is bounded too.
_LONGEST_LIST, _LONGEST_DEADLINE, _MOST_LINES, _MOST_SECTIONS = 1_000, 300, 80, 4
_FITS = {"lead": 10.0, "support": 10.0, "both": 10.0, "deadline": 10.0}
_EMPTY = {"task": -50.0, "lead": -8.0, "both": -8.0, "support": -2.0, "deadline": -4.0}
_GOES_ON = rule(
    r"(?:[,;:(]|(?<!\w)(?:và|của|cho|với|tại|do|về|cùng|các|từ|đến|theo|bởi|hoặc|là|qua|sang|(?<!mặt\s)(?<!công\s)(?<!cân\s)(?<!đồng\s)bằng|trên|giữa|gồm|như))$",
    re.I,
)
_ROLES = rule(r"(?:Cơ\s+quan\s+|Đơn\s+vị\s+)?(?:Chủ\s+trì|Phối\s+hợp)\s*:")


def cut(lines: Sequence[str], kinds: tuple[str, ...]) -> list[str]:
    """The lines of one row as one text for each column, the best reading of all.

    Cells are parted at line breaks; where the row is all on one line, also before a list of bodies, behind it and
    before words of time. Tabs part cells for certain; two spaces at the head of a line hint at an empty cell before
    it.
    """
    tabbed = [part.strip() for part in "\t".join(lines).split("\t")] if any("\t" in line for line in lines) else []
    if len(tabbed) == len(kinds):
        return tabbed
    text, breaks, gaps = _joined(lines)
    places = sorted({0, len(text), *breaks, *_inner(text, not breaks)})
    best: list[dict[int, tuple[float, list[int]]]] = [{0: (0.0, [])}]
    for kind in kinds:
        step: dict[int, tuple[float, list[int]]] = {}
        for start, (score, cuts) in best[-1].items():
            before = -30.0 if _GOES_ON.search(text[max(0, start - 30) : start].rstrip()) else 0.0
            for end in places:
                if end < start:
                    continue
                words = text[start:end].strip()
                total = score + (before + _score(words, kind, bool(breaks)) if words else _EMPTY.get(kind, -1.0))
                if start == end and start in gaps:
                    total += 4.0
                if end not in step or total > step[end][0]:
                    step[end] = (total, [*cuts, end])
        best.append(step)
    _, cuts = best[-1][len(text)]
    out, start = [], 0
    for end in cuts:
        out.append(text[start:end].strip())
        start = end
    return out


def _joined(lines: Sequence[str]) -> tuple[str, set[int], set[int]]:
    """The lines as one text, where they broke, and where a line began with the spaces of an empty cell."""
    text, breaks, gaps = "", set(), set()
    for line in lines:
        words = " ".join(line.split())
        if not words:
            continue
        if text:
            text += "" if re.search(r"(?:\w-|\w/)$", text) and re.match(r"[A-ZĐ\d]", words) else " "
            breaks.add(len(text))
            if line.startswith("  "):
                gaps.add(len(text))
        text += words
    return text, breaks, gaps


def _inner(text: str, needed: bool) -> set[int]:
    if not needed:
        return set()
    found = {b.start for b in bodies(text)} | {b.end + 1 for b in bodies(text) if b.end < len(text)}
    found |= {m.start() for m in _ROLES.finditer(text)}
    return found | {
        m.start()
        for m in re.finditer(
            r"(?<!\w)(?:Tháng|Quý|Năm|Hằng|Hàng|Thường|Trước|Trong|Đến|Giai|\d{1,2}/\d{4})(?!\w)", text
        )
    }


@lru_cache(maxsize=16_384)
def _is_list(words: str) -> bool:
    return len(words) <= _LONGEST_LIST and is_body_list(words)


@lru_cache(maxsize=16_384)
def _is_deadline(words: str) -> bool:
    return len(words) <= _LONGEST_DEADLINE and is_deadline_cell(words)


@lru_cache(maxsize=16_384)
def _begins_with_body(words: str) -> bool:
    found = bodies(words)
    return bool(found) and found[0].start == 0


@lru_cache(maxsize=16_384)
def _reads_as(kind: str, words: str) -> float:
    if kind in ("lead", "support", "both"):
        if kind == "both" and _ROLES.match(words):
            lists = (part.strip(" ;,.") for part in _ROLES.split(words))
            return _FITS[kind] if all(_is_list(part) for part in lists if part) else 4.0
        if not _is_list(words):
            return -6.0 if _begins_with_body(words[:_LONGEST_DEADLINE]) else -12.0
        return _FITS[kind] - 5.0 * missing_separators(words)
    if kind == "deadline":
        return _FITS["deadline"] if _is_deadline(words) else -15.0
    if _is_list(words) or _is_deadline(words) or _ROLES.search(words):
        return -8.0
    return 1.0 if kind == "task" else 0.0


def _score(words: str, kind: str, broken: bool) -> float:
    score = _reads_as(kind, words)
    if words[0].islower() and kind != "task":
        score -= 20.0
    if kind == "task" and not broken and words.count(" ") < 2:
        score -= 15.0
    return score
