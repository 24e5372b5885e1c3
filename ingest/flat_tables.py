"""Task tables that a PDF's text has taken apart: cells one below the other, empty ones invisible, the heading again on
every page. They are put back as tables before the text is laid out.

A row is cut into cells where its lines read best as the columns: a deadline column holds words of time, a lead or support
column a list of bodies, and a new cell does not begin in lower case or after a comma.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from ingest.blocks import Block, Paragraph, Table
from ingest.bodies import bodies
from ingest.cells import is_body_list, missing_separators
from ingest.columns import column, is_task_table
from ingest.dates import is_deadline_cell

_START = re.compile(r"^(?:S?TT|Số\s+TT)\b[\s.]*", re.I)
_END = re.compile(r"^(?:PHỤ\s+LỤC|Phụ\s+lục\s+[IVX\d]|Nơi\s+nhận|TM\.|T/M|Ghi\s+chú\s*:)")
_NUMBER = re.compile(r"^(\d{1,3})(?:[.)]|\s|$)\s*(.*)$")
_SECTION = re.compile(r"^([IVX]{1,5})\s*[.\-]?\s+([A-ZĐÀ-Ỹ].{3,200})$|^([IVX]{1,5})$")
_HEADINGS = re.compile(
    r"S?TT\.?(?!\w)|Số\s+TT|(?:Nội\s+dung|Nhiệm\s+vụ|Tên\s+nhiệm\s+vụ|Công\s+việc|Danh\s+mục)(?:\s+(?:nhiệm\s+vụ|công\s+việc|thực\s+hiện|giải\s+pháp|cụ\s+thể))*"
    r"|(?:Cơ\s+quan|Đơn\s+vị|Sở,?\s+(?:ban,?\s+)?ngành)\s*(?:/\s*đơn\s+vị\s*)?(?:chủ\s+trì(?:\s+tham\s+mưu)?|phối\s+hợp|thực\s+hiện|đầu\s+mối)|Chủ\s+trì|Phối\s+hợp|Phân\s+công(?:\s+\w+){0,2}"
    r"|(?:Thời\s+gian|Thời\s+hạn|Tiến\s+độ|Ngày)(?:\s+(?:thực\s+hiện|hoàn\s+thành))?|Kết\s+quả(?:\s*/?\s*sản\s+phẩm)?(?:\s+(?:thực\s+hiện|đạt\s+được|dự\s+kiến))?|Sản\s+phẩm(?:\s+(?:hoàn\s+thành|đầu\s+ra))?|Cấp\s+(?:trình|ban\s+hành)|Ghi\s+chú|Hình\s+thức\s+văn\s+bản",
    re.I,
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
    rows: list[tuple[str, ...]] = [tuple(head)]
    lines: list[int] = [blocks[start].line]
    expected, at = 1, 0
    current: list[str] = []
    body: list[tuple[int, list[str], int]] = []  # row number, its lines, its source line
    while position < len(blocks):
        block = blocks[position]
        if isinstance(block, Table):
            break
        text = block.text.rstrip()
        plain = text.strip()
        if _END.match(plain):
            break
        if _START.match(plain) and position != start:
            _, after = _heading(blocks, position)
            position = max(after, position + 1)
            continue
        number = _NUMBER.match(plain)
        if number and int(number[1]) == expected and not _is_page(blocks, position, plain):
            if current:
                body.append((expected - 1, current, at))
            current, at = ([number[2]] if number[2] else []), block.line
            expected += 1
        elif plain.isdigit() and len(plain) <= 3:
            pass  # a page number
        elif (
            (section := _SECTION.match(plain))
            and (section[1] or section[3])
            and expected > 1
            and len(plain) < 200
            and section[2]
            and section[2][:12].isupper()
        ):
            body.append((-1, [plain], block.line))
        elif expected > 1:
            current.append(text)
        position += 1
    if current:
        body.append((expected - 1, current, at))
    if expected < 3:
        return None
    for n, cells_lines, line in body:
        if n < 0:
            rows.append((cells_lines[0], *[""] * (len(kinds) - 1)))
        else:
            rows.append((str(n), *cut(cells_lines, tuple(kinds[1:]))))
        lines.append(line)
    return Table(tuple(rows), blocks[start].line, tuple(lines)), position


def _is_page(blocks: Sequence[Block], position: int, plain: str) -> bool:
    """A number alone right before the heading is the page's."""
    if not plain.isdigit():
        return False
    after = blocks[position + 1] if position + 1 < len(blocks) else None
    return isinstance(after, Paragraph) and bool(_START.match(after.text.strip()))


def _heading(blocks: Sequence[Block], start: int) -> tuple[list[str], int]:
    """The names of the columns and where the rows begin: the heading ends where the first row number stands, or where no
    further line adds to a column's name."""
    words, best, end = "", [], start + 1
    for position in range(start, min(start + 14, len(blocks))):
        block = blocks[position]
        if not isinstance(block, Paragraph):
            break
        text = " ".join(block.text.split())
        if position > start and (text.isdigit() or re.match(r"^\d{1,3}[.)]?\s+[A-ZĐ]", text)):
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


_FITS = {"lead": 10.0, "support": 10.0, "both": 6.0, "deadline": 10.0}
_EMPTY = {"task": -50.0, "lead": -8.0, "both": -8.0, "support": -2.0, "deadline": -4.0}


def cut(lines: Sequence[str], kinds: tuple[str, ...]) -> list[str]:
    """The lines of one row as one text for each column, the best reading of all.

    Cells are parted at line breaks; where the text has fewer, also before a list of bodies and before words of time.
    """
    text, breaks = _joined(lines)
    places = sorted({0, len(text), *breaks, *_inner(text, len(breaks) < len(kinds) - 1)})
    best: list[dict[int, tuple[float, list[int]]]] = [{0: (0.0, [])}]
    for kind in kinds:
        step: dict[int, tuple[float, list[int]]] = {}
        for start, (score, cuts) in best[-1].items():
            for end in places:
                if end < start:
                    continue
                total = score + _score(text[start:end], kind, text[:start], start in breaks or start == 0)
                if end not in step or total > step[end][0]:
                    step[end] = (total, [*cuts, end])
        best.append(step)
    _, cuts = best[-1][len(text)]
    out, start = [], 0
    for end in cuts:
        out.append(text[start:end].strip())
        start = end
    return out


def _joined(lines: Sequence[str]) -> tuple[str, set[int]]:
    text, breaks = "", set()
    for line in lines:
        words = " ".join(line.split())
        if not words:
            continue
        if text:
            text += "" if re.search(r"(?:\w-|\w/)$", text) and re.match(r"[A-ZĐ\d]", words) else " "
            breaks.add(len(text))
        text += words
    return text, breaks


def _inner(text: str, needed: bool) -> set[int]:
    if not needed:
        return set()
    found = {b.start for b in bodies(text)} | {b.end + 1 for b in bodies(text) if b.end < len(text)}
    return found | {
        m.start()
        for m in re.finditer(
            r"(?<!\w)(?:Tháng|Quý|Năm|Hằng|Hàng|Thường|Trước|Trong|Đến|Giai|\d{1,2}/\d{4})(?!\w)", text
        )
    }


@cache
def _reads_as(kind: str, words: str) -> float:
    if kind in ("lead", "support", "both"):
        if not is_body_list(words):
            return -12.0 if not bodies(words) or bodies(words)[0].start > 0 else -6.0
        return _FITS[kind] - 5.0 * missing_separators(words)
    if kind == "deadline":
        return _FITS["deadline"] if is_deadline_cell(words) else -15.0
    if is_body_list(words) or is_deadline_cell(words):
        return -8.0
    return 1.0 if kind == "task" else 0.0


def _score(cell: str, kind: str, before: str, at_break: bool) -> float:
    words = cell.strip()
    if not words:
        return _EMPTY.get(kind, -1.0)
    score = _reads_as(kind, words)
    if words[0].islower() and kind != "task":
        score -= 8.0
    if before.rstrip().endswith((",", " và", ":")):
        score -= 8.0
    if not at_break:
        score -= 3.0
    return score
