"""Figures that are goals or results: how much, of what, by when, of which total, and which document set them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.citations import Citation
from ingest.layout import Cell, Grid, Note
from ingest.letters import rule
from ingest.numbers import FIGURE, MAGNITUDE, figure
from ingest.outline import Item, Outline


@dataclass(frozen=True, slots=True)
class Target:
    """One figure. `part_of` is the index of its total among the targets of the document, -1 for none; `assigned_by` the
    citations of the documents that set it."""

    ref: str
    subject: str
    value: int | float
    unit: str
    comparator: str
    period_start: str
    period_end: str
    status: str
    start: int
    end: int
    item: Item | None
    part_of: int = -1
    assigned_by: tuple[Citation, ...] = ()
    rule: str = "target.prose"


_UNIT = (
    r"%|căn\s+hộ(?:\s+nhà\s+ở(?:\s+xã\s+hội)?)?|căn\s+nhà(?:\s+ở(?:\s+xã\s+hội)?)?|căn|hộ(?:\s+gia\s+đình)?|dự\s+án|(?:km|ha|m2|m²|m3)(?!\w)|tỷ\s+đồng|triệu\s+đồng|đồng|người|lao\s+động|xã|phường|huyện|tỉnh|thôn|bản|trường|phòng\s+học|công\s+trình"
    r"|doanh\s+nghiệp|hợp\s+tác\s+xã|cơ\s+sở|tổ\s+chức|đề\s+tài|nhiệm\s+vụ|sản\s+phẩm|trung\s+tâm|chỗ(?:\s+ở)?|giường(?:\s+bệnh)?|bác\s+sĩ|lượt|tấn|MW|khu(?:\s+công\s+nghiệp)?|cụm|tiêu\s+chí|mô\s+hình|nhà(?!\s+(?:nước|đầu|ở\s+xã))"
)
_FIGURE = re.compile(
    rf"(?<![\w./,-])(?P<value>{FIGURE})(?:\s*(?P<slash>/)\s*(?P<goal>{FIGURE}))?(?:\s+(?P<magnitude>{MAGNITUDE})(?=\s))?\s*(?P<unit>{_UNIT})(?![\wÀ-ỹ/])",
    re.I,
)
_AT_LEAST = re.compile(
    r"(?:ít\s+nhất|tối\s+thiểu|không\s+dưới|không\s+thấp\s+hơn|trên|hơn|từ|≥|>=|>)\s*(?:là\s+|đạt\s+)?$", re.I
)
_AT_MOST = re.compile(r"(?:tối\s+đa|không\s+quá|không\s+vượt\s+quá|dưới|nhiều\s+nhất|≤|<=|<)\s*(?:là\s+)?$", re.I)
_UPWARDS = re.compile(r"^\s*(?:\w+\s+){0,6}?trở\s+lên")
_ABOUT = re.compile(r"(?:gần|khoảng|chừng|xấp\s+xỉ)\s*$", re.I)
_GOAL = re.compile(
    r"(?:phấn\s*đấu|phân\s*đầu|hoàn\s+thành|chỉ\s+tiêu|mục\s+tiêu|đạt|bảo\s+đảm|đảm\s+bảo|rút\s+ngắn|cắt\s+giảm|giảm|tăng|nâng|xây\s+(?:dựng|mới)|sửa\s+chữa|hỗ\s+trợ|đầu\s+tư|xóa|xoá|tỷ\s+lệ|tỉ\s+lệ|giải\s+quyết|tạo|thu\s+hút|bố\s+trí|phủ|kết\s+nối|đưa|có\b|giao)",
    re.I,
)
_NOT_GOAL = re.compile(
    r"(?:quỹ\s+đất|diện\s+tích\s+đất|thuế\s+suất|lãi\s+suất|theo\s+tỷ\s+lệ|khoản|điểm|mục|điều|số|tuổi|lần\s+thứ|trong)\s*$",
    re.I,
)
_STATISTIC = re.compile(r"^\s*(?:công\s+chức|viên\s+chức|địa\s+phương|tỉnh)")
_GOAL_SECTION = re.compile(r"mục\s+tiêu|chỉ\s+tiêu", re.I)
_ACHIEVED = re.compile(
    r"(?:đã\s+(?:hoàn\s+thành|đạt|xây|hỗ\s+trợ|thực\s+hiện|đưa)|kết\s+quả\s+thực\s+hiện|(?:hoàn\s+thành|đạt)\s*$)", re.I
)
_ASSIGNED = rule(
    r"được\s+(?:[A-ZĐÀ-Ỹ]\S*\s+){0,4}giao|giao\s+chỉ\s+tiêu|chỉ\s+tiêu\s+(?:được\s+)?(?:\S+\s+){0,4}giao", re.I
)
PERIOD = re.compile(
    r"(?P<range>(?:giai\s+đoạn|thời\s+kỳ|các\s+năm|(?:giai\s+đoạn\s+)?từ\s+năm)\s+(?P<from>(?:19|20)\d\d)\s*(?:-|–|đến(?:\s+năm)?)\s*(?P<to>(?:19|20)\d\d))"
    r"|(?P<until>(?:[Đđ]ến|hết|trước)(?:\s+(?:hết|cuối))?\s+năm\s+(?P<last>(?:19|20)\d\d))"
    r"|(?P<single>năm\s+(?P<year>(?:19|20)\d\d)(?!\s*[-–]\s*\d))",
    re.I,
)
_SEGMENT = rule(r"[;]\s|(?<=[^\d\s][.])\s+(?=[A-ZĐÀ-Ỹ])")
_SENTENCE = rule(r"[^\d\s][.]\s+(?=[A-ZĐÀ-Ỹ])")
_PART_CLAUSE = re.compile(r"[,;]\s+|\(\s*|:\s+")
_SET_BY = re.compile(r"(?:theo|tại|giao|đặt\s+ra|phê\s+duyệt|đề\s+ra|và)\s*(?:tại\s+|ở\s+|theo\s+)?$", re.I)


def targets(outline: Outline, cited: Sequence[Citation], notes: Sequence[Note]) -> list[Target]:
    """The figures of the marked items and paragraphs, in reading order. `cited` are the document's citations by offset:
    the numbers inside a work's name are no goals of this document."""
    out: list[Target] = []
    for item in outline.items:
        _item(item, cited, notes, out)
    _year_parts(outline, out)
    return out


def _item(item: Item, cited: Sequence[Citation], notes: Sequence[Note], out: list[Target]) -> None:
    line = item.line
    inside = [c for c in cited if line.start <= c.start < line.end]
    for start, end in _segments(line.text, item.words - line.start):
        bracket_total = -1
        for match in _FIGURE.finditer(line.text, start, end):
            at = line.start + match.start()
            if any(c.start <= at < c.end for c in inside) or _quoted(line.text, match.start()):
                continue
            if not _is_goal(line.text, start, match, item):
                continue
            depth = line.text.count("(", start, match.start()) - line.text.count(")", start, match.start())
            inner = depth > 0 or re.search(r"trong\s+đó|bao\s+gồm|gồm", line.text[start : match.start()], re.I)
            alike = bracket_total >= 0 and out[bracket_total].unit[:3] == match["unit"][:3]
            total = bracket_total if inner and alike else -1
            found = _target(item, match, start, end, inside, notes, total)
            if total < 0:
                bracket_total = len(out)
            out.append(found)
            if match["goal"]:
                out.append(replace(found, value=figure(match["goal"]), status="assigned"))
                out[-2] = replace(found, status="achieved")


def _segments(text: str, start: int) -> list[tuple[int, int]]:
    spans = []
    for cut in _SEGMENT.finditer(text, start):
        spans.append((start, cut.start()))
        start = cut.end()
    spans.append((start, len(text)))
    return spans


def _quoted(text: str, at: int) -> bool:
    """Whether the figure stands in a quoted name."""
    opened = max(text.rfind("“", 0, at), -1)
    return opened >= 0 and text.find("”", opened, at) < 0


def _is_goal(text: str, start: int, match: re.Match[str], item: Item) -> bool:
    before = text[start : match.start()]
    if (
        _NOT_GOAL.search(before)
        or _STATISTIC.match(text[match.end() :])
        or _ABOUT.search(before)
        and not _in_goal_section(item)
    ):
        return False
    if match["unit"].lower() in ("tỉnh", "huyện", "xã") and not _in_goal_section(item):
        return False
    return bool(_GOAL.search(before)) or _in_goal_section(item)


def _in_goal_section(item: Item) -> bool:
    return any(
        _GOAL_SECTION.search(above.line.text[:160]) and above.level != "plain"
        for above in item.chain[1:] or item.chain[:1]
    )


def _target(
    item: Item, match: re.Match[str], start: int, end: int, inside: Sequence[Citation], notes: Sequence[Note], total: int
) -> Target:  # fmt: skip
    line = item.line
    before, after = line.text[start : match.start()], line.text[match.end() : end]
    comparator = ">=" if _AT_LEAST.search(before) or _UPWARDS.match(after) else "<=" if _AT_MOST.search(before) else "="
    first, last = _period(item, start, match, end)
    status = (
        "achieved"
        if _ACHIEVED.search(before) and re.search(r"đã\s|kết\s+quả", before, re.I)
        else "assigned"
        if _ASSIGNED.search(before)
        else "target"
    )
    unit = " ".join(match["unit"].lower().split())
    unit = re.sub(r"\s+nhà\s+ở.*|(?<=nhà)\s+ở.*", "", unit)
    value = figure(match["value"], match["magnitude"] or "")
    setters = tuple(c for c in inside if _sets(line.text, c.start - line.start, start, end)) + _noted(item, notes)
    left = max((m.end() for m in _PART_CLAUSE.finditer(before)), default=0) if total >= 0 else 0
    words = " ".join(line.text[start + left : end].split()) if total < 0 else before[left:].strip()
    return Target(
        item.ref, _subject(before, after, unit, words), value, unit, comparator, first, last, status,
        line.start + start + (left if total >= 0 else 0), line.start + (match.end() if total >= 0 else end), item, total, setters,
    )  # fmt: skip


def _subject(before: str, after: str, unit: str, words: str) -> str:
    """The words that say what is counted: those behind the figure, else those before it."""
    tail = re.split(
        r"[;.(),]|\s(?:theo|được\s+giao|đã\s+được|trong\s+đó|tại\s+(?:Kế|Quyết|Nghị))\s", after.strip(), maxsplit=1
    )[0].strip(" ,")
    if len(tail) > 12 or unit == "%" and len(tail) > 3:
        return " ".join(tail.split())
    head = re.sub(r"^(?:-|\+|[a-zđ]\)|\d+\.)\s*", "", before.strip())
    return " ".join((head + " " + tail).split()).strip(" :,(") or words


def _sets(text: str, at: int, start: int, end: int) -> bool:
    return start <= at < end and bool(_SET_BY.search(text[max(0, at - 40) : at]))


def _noted(item: Item, notes: Sequence[Note]) -> tuple[Citation, ...]:
    from ingest.citations import citations

    out: list[Citation] = []
    for above in item.chain[:2]:
        for note in notes:
            if above.line.start <= note.anchor <= above.line.end:
                out += [c.shifted(note.line.start) for c in citations(note.line.text, "") if c.key.symbol]
        if out:
            break
    return tuple(out)


def _period(item: Item, start: int, match: re.Match[str], end: int) -> tuple[str, str]:
    """The years a figure is for: those of its own clause, then of its segment before and after it, then what the sentence
    or the items above say (`Đến năm 2030, ...`)."""
    text = _undated(item.line.text)
    before, after = text[start : match.start()], text[match.end() : end]
    clauses = list(_PART_CLAUSE.finditer(before))
    own = before[clauses[-1].end() :] if clauses and "(" in before else before
    for words, nearest in ((own, -1), (before, -1), (after, 0)):
        found = list(PERIOD.finditer(words))
        if len(found) > 1 and nearest == 0 and re.match(r"[^()]{0,60}\(|[^.;]{0,60}(?:trong\s+đó|gồm)", words, re.I):
            spans = [years(m) for m in found]  # a total whose parts follow covers their years
            return min(first for first, _ in spans), max(last for _, last in spans)
        if found:
            return years(found[nearest])
    sentence = max((m.end() for m in _SENTENCE.finditer(text, 0, start)), default=item.words - item.line.start)
    earlier = [m for m in PERIOD.finditer(text, sentence, start) if m["until"] and not _quoted(text, m.start())]
    if earlier:
        return years(earlier[-1])
    for above in item.chain[1:]:
        words = _undated(above.line.text)
        found = [m for m in PERIOD.finditer(words) if not _quoted(words, m.start())]
        if len(found) == 1 or (found and all(years(m) == years(found[0]) for m in found)):
            return years(found[0])
        for sibling in above.children:
            if sibling is item or sibling.line.start >= item.line.start:
                break
            if sibling.level == "plain" and sibling.line.text.rstrip().endswith(":"):
                intro = list(PERIOD.finditer(sibling.line.text))
                if intro:
                    return years(intro[0])
    return "", ""


_DAY = re.compile(r"ngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}")


def _undated(text: str) -> str:
    """The text with the days of cited documents blanked out: their years are no periods."""
    return _DAY.sub(lambda m: " " * len(m[0]), text)


def years(match: re.Match[str]) -> tuple[str, str]:
    if match["range"]:
        return match["from"], match["to"]
    if match["until"]:
        return "", match["last"]
    return match["year"], match["year"]


def _year_parts(outline: Outline, out: list[Target]) -> None:
    """`13.250 căn, cụ thể: - Năm 2026: 3.000 ...`: bullets under a total that a colon opens are its parts."""
    for n, total in enumerate(out):
        item = total.item
        if item is None or not item.line.text.rstrip().endswith(":") or total.part_of >= 0:
            continue
        under = item.children or _following(outline, item)
        for k, part in enumerate(out):
            if k != n and part.item in under and part.part_of < 0 and part.unit[:3] == total.unit[:3]:
                out[k] = replace(part, part_of=n)


def _following(outline: Outline, item: Item) -> list[Item]:
    """Bullets that follow a paragraph closed by a colon, where the paragraph itself has no mark."""
    if item.level != "plain" or item.parent is None:
        return []
    siblings = item.parent.children
    after = siblings[siblings.index(item) + 1 :]
    out = []
    for sibling in after:
        if sibling.level not in ("dash", "plus"):
            break
        out.append(sibling)
    return out


# -- figures in tables

# What a heading counts: `Số căn hộ hoàn thành`, `Chỉ tiêu (%)`.
_COUNTED = re.compile(
    r"(?<!\w)(?:%|căn\s+hộ|căn|dự\s+án|ha|tỷ\s+đồng|triệu\s+đồng|người|lao\s+động|km|hộ(?!\s+(?:nghèo|cận)))(?!\w)",
    re.I,
)
_NUMBER_CELL = re.compile(rf"^(?P<sign>[≥≤><=]{{0,2}})\s*(?P<value>{FIGURE})(?:\s*(?P<unit>%|{_UNIT}))?$", re.I)


def table_targets(grid: Grid, prefix: str, unit_hint: str = "") -> list[Target]:
    """Figures of a table of years or periods: each number under a heading that names a year, a period or a total."""
    head = [
        " ".join(
            dict.fromkeys(c.text for k, c in enumerate(_column(grid.rows[:-1], n)) if c.text and _heads(c.text, k))
        )
        for n in range(len(grid.rows[0]))
    ]
    periods = [_heading_period(h) for h in head]
    if sum(p is not None for p in periods) < 2:
        return []
    named = _COUNTED.search(" ".join(head))
    unit_hint = unit_hint or (named[0] if named else "")
    out: list[Target] = []
    for k, row in enumerate(grid.rows):
        numbers = [c.text for c in row if _NUMBER_CELL.match(c.text)]
        if len(numbers) < 2 or all(_heads(number, k) for number in numbers):
            continue
        out += _row_targets(row, head, periods, prefix, unit_hint, len(out))
    return out


def _column(rows: Sequence[tuple[Cell, ...]], n: int) -> list[Cell]:
    return [row[n] for row in rows]


def _heads(text: str, row: int) -> bool:
    """Whether a cell is a heading rather than a figure; a bare year heads its column when it stands in the first row."""
    return not _NUMBER_CELL.match(text) or (row == 0 and re.fullmatch(r"(?:19|20)\d\d", text) is not None)


def _row_targets(
    row: tuple[Cell, ...], head: list[str], periods: list[tuple[str, str] | None], prefix: str, unit_hint: str, base: int
) -> list[Target]:  # fmt: skip
    label = next(
        (c.text for c in row if c.text and not _NUMBER_CELL.match(c.text) and not re.fullmatch(_UNIT, c.text, re.I)), ""
    )
    unit = next((c.text.lower() for c in row if re.fullmatch(_UNIT, c.text, re.I)), unit_hint)
    out: list[Target] = []
    single = [p for p in periods if p and p[0] and p[0] == p[1]]
    for cell, words, period in zip(row, head, periods, strict=False):
        match = _NUMBER_CELL.match(cell.text)
        if not match or period is None:
            continue
        if period == ("", "") and single:
            period = (min(y[0] for y in single), max(y[1] for y in single))
        status = "achieved" if re.search(r"đã|kết quả", words, re.I) else "target"
        out.append(
            Target(
                prefix, " ".join(f"{label} {words}".split()), figure(match["value"]), (match["unit"] or unit).lower(), "=", *period, status,
                cell.start, cell.end, None, rule="target.table",
            )
        )  # fmt: skip
    whole = next(
        (
            n
            for n, t in enumerate(out)
            if single
            and (t.period_start, t.period_end) == (min(y[0] for y in single), max(y[1] for y in single))
            and t.period_start != t.period_end
        ),
        None,
    )
    if whole is not None:
        out = [
            replace(t, part_of=base + whole) if t.period_start == t.period_end and t.status == "target" else t
            for t in out
        ]
    return out


def _heading_period(words: str) -> tuple[str, str] | None:
    """The years a column heading names; empty years for a total; None when it is no column of figures."""
    found = list(PERIOD.finditer(words))
    single = [m for m in found if m["single"]]
    if single:
        return years(single[-1])
    if found:
        return years(found[-1])
    if re.fullmatch(r"(?:19|20)\d\d", words.strip()):
        return words.strip(), words.strip()
    return ("", "") if re.search(r"tổng|cộng", words, re.I) else None
