"""An Excel workbook of the tables an office keeps. Nothing in it is a formula, whatever the documents say."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.formats.office_sheets import Cell, Sheet, sheets
from graph.formats.plain import is_formula, printable
from graph.store import Store
from graph.whole_files import whole

if TYPE_CHECKING:
    from openpyxl import Workbook

# "Excel specifications and limits": rows of a sheet, characters of a cell; and its calendar begins in 1900.
MOST_ROWS = 1_048_576
MOST_CHARACTERS = 32_767
_FIRST_DAY = date(1900, 3, 1)


def write_xlsx(store: Store, path: Path) -> None:
    """Sheets of duties, documents, figures and bodies. Raises NotWrittenError."""
    write_sheets(sheets(store), path)


def write_sheets(tables: Iterable[Sheet], path: Path) -> None:
    """A workbook of these tables; what does not fit on a sheet goes on to another. Raises NotWrittenError."""
    with whole(path) as part, part.open("wb") as out, _book() as book:
        for sheet in tables:
            rows = iter(sheet.rows)
            _write(book, sheet, sheet.title, rows)
            for number, first in enumerate(rows, 2):
                _write(book, sheet, f"{sheet.title} ({number})", chain([first], rows))
        book.save(out)


@contextmanager
def _book() -> Iterator[Workbook]:
    """A workbook whose pages are streamed; left open after a failure, they would complain when they are collected."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    try:
        yield book
    finally:
        for page in book.worksheets:
            if not page.closed:
                page.close()


def _write(book: Workbook, sheet: Sheet, title: str, rows: Iterator[tuple[Cell, ...]]) -> None:
    from openpyxl.utils import get_column_letter

    page = book.create_sheet(title)
    page.freeze_panes = "A2"
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.page_setup.orientation = "landscape"
    page.page_setup.fitToHeight = 0
    page.print_title_rows = "1:1"
    for number, (_, width) in enumerate(sheet.columns, 1):
        page.column_dimensions[get_column_letter(number)].width = width
    cell = _cells(page)
    page.append([cell(heading, head=True) for heading, _ in sheet.columns])
    written = 1
    for row in islice(rows, MOST_ROWS - 1):
        page.append([cell(value) for value in row])
        written += 1
    page.auto_filter.ref = f"A1:{get_column_letter(len(sheet.columns))}{written}"


def _cells(page: Any) -> Callable[..., Any]:
    """Makes cells of one page."""
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

    wrapped = Alignment(wrap_text=True, vertical="top")
    bold, grey = Font(bold=True), PatternFill("solid", fgColor="E7E5E4")
    ruled = Border(bottom=Side("thin", color="78716C"))

    def cell(value: Any, head: bool = False) -> Any:
        if isinstance(value, date) and value < _FIRST_DAY:
            value = value.strftime("%d/%m/%Y")
        if isinstance(value, str) and value:
            made = WriteOnlyCell(page, _fitting(value))
            made.data_type = "s"
            # Without it the text would become a formula when somebody edits the cell.
            made.quotePrefix = is_formula(value)
        else:
            made = WriteOnlyCell(page, None if value == "" else value)
            if isinstance(value, date):
                made.number_format = "dd/mm/yyyy"
        made.alignment = wrapped
        if head:
            made.font, made.fill, made.border = bold, grey, ruled
        return made

    return cell


def _fitting(text: str) -> str:
    text = printable(text)
    return text if len(text) <= MOST_CHARACTERS else text[: MOST_CHARACTERS - 1] + "…"
