"""Other appendices: order, columns, deadlines and forms of a cell."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from tests.ingest.varied.case import Case
from tests.ingest.varied.sheet import Row, Sheet, with_cells
from tests.ingest.varied.writing import TABLES, Style, write


def rotated(case: Case, by: int = 7) -> Case | None:
    """The rows in another order, numbered anew."""
    read = case.sheet
    if not read.rows:
        return None
    order = [*read.rows[by:], *read.rows[:by]]
    refs = {f"PL.{row.number}": f"PL.{n}" for n, row in enumerate(order, 1)}
    gold = copy.deepcopy(dict(case.gold))
    for task in gold["tasks"]:
        task["ref"] = refs.get(task["ref"], task["ref"])
    rows = tuple(Row(str(n), row.cells) for n, row in enumerate(order, 1))
    return replace(case, text=write(replace(read, rows=rows)), gold=gold)


DEADLINES: tuple[tuple[str, str | None, str | None, str | None], ...] = (
    ("Quý II/2026", "2026-04-01", "2026-06-30", None),
    ("Trước ngày 30/6/2025", None, "2025-06-30", None),
    ("Giai đoạn 2025 - 2030", "2025-01-01", "2030-12-31", None),
    ("Hàng năm", None, None, "yearly"),
    ("6/2025", "2025-06-01", "2025-06-30", None),
    ("Đến năm 2030", None, "2030-12-31", None),
    ("Trong năm 2026", "2026-01-01", "2026-12-31", None),
    ("Hằng quý", None, None, "quarterly"),
    ("Quý IV năm 2025", "2025-10-01", "2025-12-31", None),
    ("Thường xuyên", None, None, "ongoing"),
    ("Tháng 02 năm 2028", "2028-02-01", "2028-02-29", None),
    ("Năm 2026-2027", "2026-01-01", "2027-12-31", None),
    ("trước ngày 01/01/2030", None, "2030-01-01", None),
    ("2026", "2026-01-01", "2026-12-31", None),
    ("Năm 2025, 2026", "2025-01-01", "2026-12-31", None),
    ("Định kỳ hằng tháng", None, None, "monthly"),
    ("2026 - 2030", "2026-01-01", "2030-12-31", None),
    ("Trước 31/12/2025", None, "2025-12-31", None),
    ("Quý I, II năm 2026", "2026-01-01", "2026-06-30", None),
)


RARE_DEADLINES: tuple[tuple[str, str | None, str | None, str | None], ...] = (
    ("Tháng 9 - 12/2025", "2025-09-01", "2025-12-31", None),
    ("Từ tháng 01/2025 đến tháng 6/2025", "2025-01-01", "2025-06-30", None),
    ("Tháng 11-12/2024", "2024-11-01", "2024-12-31", None),
    ("Quý III-IV/2025", "2025-07-01", "2025-12-31", None),
    ("6 tháng đầu năm 2025", "2025-01-01", "2025-06-30", None),
    ("Năm 2025 và hằng năm", "2025-01-01", "2025-12-31", "yearly"),
    ("30/6/2025", None, "2025-06-30", None),
    ("Trước 15/12 hằng năm", None, None, "yearly"),
)


def other_deadlines(
    case: Case, forms: Sequence[tuple[str, str | None, str | None, str | None]] = DEADLINES
) -> Case | None:
    read = case.sheet
    if not read.rows:
        return None
    gold = copy.deepcopy(dict(case.gold))
    tasks = {t["ref"]: t for t in gold["tasks"]}
    rows = []
    for n, row in enumerate(read.rows):
        words, start, end, recurrence = forms[n % len(forms)]
        tasks[f"PL.{row.number}"]["deadline"] = {"text": words, "start": start, "end": end, "recurrence": recurrence}
        rows.append(Row(row.number, (*row.cells[:3], words)))
    return replace(case, text=write(replace(read, rows=tuple(rows))), gold=gold)


def headed(*headings: str) -> Callable[[Sheet], Sheet]:
    return lambda read: replace(read, headings=headings) if read.rows else read


PRODUCTS = ("Kế hoạch", "Báo cáo", "Quyết định của UBND tỉnh", "Văn bản hướng dẫn", "Tờ trình", "Hội nghị")


def with_column(heading: str, at: int, words: Sequence[str]) -> Callable[[Sheet], Sheet]:
    """A further column before the one at `at` of the cells; `words` in turn."""

    def made(read: Sheet) -> Sheet:
        if not read.rows:
            return read
        names = (*read.headings[: at + 1], heading, *read.headings[at + 1 :])
        rows = tuple(
            Row(row.number, (*row.cells[:at], words[n % len(words)], *row.cells[at:]))
            for n, row in enumerate(read.rows)
        )
        return replace(read, headings=names, rows=rows)

    return made


def deadline_first(read: Sheet) -> Sheet:
    """The column of deadlines before those of bodies."""
    if not read.rows:
        return read
    order = (0, 3, 1, 2)
    rows = tuple(Row(row.number, tuple(row.cells[k] for k in order)) for row in read.rows)
    return replace(read, headings=(read.headings[0], *(read.headings[k + 1] for k in order)), rows=rows)


def one_column_for_both(read: Sheet) -> Sheet:
    """`Chủ trì: ...; Phối hợp: ...` in one cell."""
    if not read.rows:
        return read

    def both(row: Row) -> Row:
        task, lead, support, due = row.cells
        return Row(row.number, (task, f"Chủ trì: {lead}" + (f"; Phối hợp: {support}" if support else ""), due))

    names = ("STT", "Nội dung công việc", "Phân công nhiệm vụ", "Thời gian thực hiện")
    return replace(with_cells(read, both), headings=names)


def numbered_with_points(read: Sheet) -> Sheet:
    return replace(read, rows=tuple(Row(f"{row.number}.", row.cells) for row in read.rows))


def semicolons(read: Sheet) -> Sheet:
    """Bodies of a cell parted by semicolons where a new body begins."""

    def parted(row: Row) -> Row:
        cut = tuple(re.sub(r", (?=UBND|Sở |Ban |Ngân hàng)", "; ", c) for c in row.cells[1:3])
        return Row(row.number, (row.cells[0], *cut, row.cells[3]))

    return with_cells(read, parted)


def hyphens(read: Sheet) -> Sheet:
    """Bodies of a cell each behind a hyphen."""

    def parted(row: Row) -> Row:
        cut = tuple("- " + re.sub(r", (?=UBND|Sở |Ban |Ngân hàng)", "; - ", c) if c else c for c in row.cells[1:3])
        return Row(row.number, (row.cells[0], *cut, row.cells[3]))

    return with_cells(read, parted)


def sections(case: Case) -> Case | None:
    """Rows between the rows that name a group of tasks."""
    read = case.sheet
    if not read.rows:
        return None
    names = ("TUYÊN TRUYỀN, QUÁN TRIỆT", "RÀ SOÁT NHU CẦU VỀ NHÀ Ở", "CƠ CHẾ, CHÍNH SÁCH")
    text = write(read, Style(heading_every=0))
    for number, roman, name in zip((1, 6, 21), ("I", "II", "III"), names, strict=True):
        text = re.sub(rf"^{number} $", f"{roman} \n\n{name} \n\n{number} ", text, count=0, flags=re.M)
    return replace(case, text=text)


def numbered_with_noughts(read: Sheet) -> Sheet:
    return replace(read, rows=tuple(Row(f"{int(row.number):02d}", row.cells) for row in read.rows))


def hyphen_for_nothing(read: Sheet) -> Sheet:
    """A hyphen in the place of an empty cell."""
    return with_cells(read, lambda row: Row(row.number, tuple(cell or "-" for cell in row.cells)))


def numbered_columns(read: Sheet) -> Sheet:
    """A row of column numbers below the headings."""
    if not read.rows:
        return read
    numbers = tuple(f"({n})" for n in range(1, len(read.headings) + 1))
    return replace(read, rows=(Row(numbers[0], numbers[1:]), *read.rows))


def bulleted_tasks(read: Sheet) -> Sheet:
    """Tasks behind a hyphen, their parts too."""
    return with_cells(read, lambda row: Row(row.number, ("- " + row.cells[0].replace("; ", "; - "), *row.cells[1:])))


def heads_of_bodies(read: Sheet) -> Sheet:
    """Bodies in capitals at their head: `SỞ XÂY DỰNG`."""
    return with_cells(read, lambda row: Row(row.number, (row.cells[0], row.cells[1].upper(), *row.cells[2:])))


def two_appendices(case: Case) -> Case | None:
    """The second half of the rows in an appendix of its own, numbered from 1."""
    read = case.sheet
    if not read.rows:
        return None
    half = len(read.rows) // 2
    gold = copy.deepcopy(dict(case.gold))
    refs = {f"PL.{row.number}": f"PL2.{n}" for n, row in enumerate(read.rows[half:], 1)}
    for task in gold["tasks"]:
        task["ref"] = refs.get(task["ref"], task["ref"])
    annex = ("PHỤ LỤC I", *read.annex[1:])
    first = write(replace(read, annex=annex, rows=read.rows[:half]))
    rows = tuple(Row(str(n), row.cells) for n, row in enumerate(read.rows[half:], 1))
    second = TABLES["stacked"](replace(read, rows=rows), Style())
    caption = "\n\n".join(("PHỤ LỤC II", "NHIỆM VỤ CỤ THỂ VỀ QUY HOẠCH VÀ NGUỒN VỐN", read.annex[-1]))
    return replace(case, text=f"{first}\n\n\n{caption}\n\n{second}\n", gold=gold)
