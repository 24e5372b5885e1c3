"""Variants of an annotated document: what other offices, programs and typists would have made of it.

A variant changes the text and, where needed, the annotation with it; texts are read at run time and stand nowhere here.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from tests.ingest.varied import appendix, figures, formats, heads, lines, names, phrases
from tests.ingest.varied.case import Case, Change, as_table, chain, either, of_sheet, of_text, same
from tests.ingest.varied.sheet import Sheet
from tests.ingest.varied.writing import Style


@dataclass(frozen=True, slots=True)
class Variant:
    """`quick` ones run with every change, the others on request; `hard` ones are measured, and held to no figure."""

    name: str
    change: Change
    quick: bool = False
    hard: bool = False


UNWRAPPED = Style(width=0)
PROVINCE = either(*(names.renamed((), place=pair) for pair in names.PROVINCES))
CITY = either(*(names.city(*pair) for pair in names.CITIES))
PRODUCTS = appendix.with_column("Sản phẩm", 3, appendix.PRODUCTS)
REMARKS = appendix.with_column("Ghi chú", 4, ("",) * 6 + ("Theo Kế hoạch của tỉnh",))
COLUMNS = (
    ("TT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian hoàn thành"),
    ("TT", "Nội dung nhiệm vụ", "Đơn vị chủ trì thực hiện", "Đơn vị phối hợp", "Ngày hoàn thành"),
    ("STT", "Tên nhiệm vụ", "Sở, ngành chủ trì tham mưu", "Cơ quan, đơn vị phối hợp", "Tiến độ thực hiện"),
    ("Số TT", "Nhiệm vụ, giải pháp", "Cơ quan thực hiện", "Cơ quan phối hợp", "Thời hạn"),
)


def products_under_other_names(sheet: Sheet) -> Sheet:
    return PRODUCTS(appendix.headed(*COLUMNS[0])(sheet))


def as_markdown(case: Case) -> Case:
    return replace(case, suffix=".md")


def layout() -> Iterator[Variant]:
    """The same words on other lines and pages."""
    yield Variant("as it stands", lambda case: case, quick=True)
    yield Variant("written down again", of_sheet(same, Style()))
    for width in (60, 72, 100):
        yield Variant(f"wrapped at {width}", of_sheet(same, Style(width=width)), quick=width == 60)
    yield Variant("wrapped at 72, single lines", of_sheet(same, Style(width=72, gap="\n")))
    yield Variant("unwrapped", of_sheet(same, UNWRAPPED), quick=True)
    yield Variant("unwrapped, single lines", of_sheet(same, Style(width=0, gap="\n")))
    yield Variant("no blank lines", of_text(lines.without_blank_lines), quick=True)
    yield Variant("blank lines between all", of_text(lines.blank_between))
    for every in (35, 38, 45):
        yield Variant(f"pages of {every} lines", partial(lines.page_numbers, every=every), quick=every == 38)
    yield Variant("pages within rows", lines.pages_anywhere, hard=True)
    yield Variant("pages of 40, wrapped at 90", of_sheet(same, Style(width=90, pages=40, heading_every=5)))


def characters() -> Iterator[Variant]:
    """The same words in other characters."""
    yield Variant("CRLF", lines.encoded(lambda t: t.replace("\n", "\r\n").encode()))
    yield Variant("BOM", lines.encoded(lambda t: t.encode("utf-8-sig")))
    yield Variant("UTF-16", lines.encoded(lambda t: t.encode("utf-16")))
    yield Variant("NFD", lines.encoded(lambda t: unicodedata.normalize("NFD", t).encode()), quick=True)
    yield Variant("doubled spaces", of_text(lines.doubled_spaces), quick=True)
    yield Variant("trailing spaces", of_text(lambda t: re.sub(r"(?<=\S)[ ]*$", "    ", t, flags=re.M)))
    yield Variant("no trailing spaces", of_text(lambda t: re.sub(r"[ ]+$", "", t, flags=re.M)))
    yield Variant("tabs behind marks", of_text(lines.tabs))
    yield Variant("no-break spaces", of_text(lambda t: re.sub(r"(?<=\w) (?=\d)", "\u00a0", t)))
    yield Variant("tones on the second vowel", lines.other_tones, quick=True)
    yield Variant("spaces in symbols", of_text(figures.loose_symbols))


def words() -> Iterator[Variant]:
    """Other provinces, departments, numbers and figures."""
    yield Variant("other province", PROVINCE, quick=True)
    yield Variant("city", CITY, quick=True)
    yield Variant("other departments", names.OF_2021, quick=True)
    yield Variant("departments of 2025", names.OF_2025)
    yield Variant("other numbers and dates", figures.other_numbers, quick=True)
    yield Variant("other figures", figures.other_figures, quick=True)
    yield Variant("symbols without số", figures.without_so)
    yield Variant("province, numbers, figures", chain(PROVINCE, figures.other_numbers, figures.other_figures))


def tables() -> Iterator[Variant]:
    """The appendix in other forms and orders."""
    yield Variant("rows on one line", as_table("one line", UNWRAPPED), quick=True)
    yield Variant("rows on one line, prose wrapped", as_table("one line"))
    yield Variant("rows as tabs", as_table("tabs", UNWRAPPED))
    yield Variant("columns side by side", as_table("aligned"), hard=True)
    yield Variant("appendix as a list", as_table("list"), quick=True)
    yield Variant("rows rotated", appendix.rotated, quick=True)
    yield Variant("other deadlines", appendix.other_deadlines, quick=True)
    yield Variant("rare deadlines", partial(appendix.other_deadlines, forms=appendix.RARE_DEADLINES), hard=True)
    yield Variant("TT for STT", of_text(lambda t: re.sub(r"^( ?)STT ", r"\1TT ", t, flags=re.M)))
    for n, columns in enumerate(COLUMNS):
        yield Variant(f"other columns, {n + 1}", of_sheet(appendix.headed(*columns)), quick=not n)
    yield Variant("column of products", of_sheet(PRODUCTS), quick=True)
    yield Variant(
        "column of products at the end", of_sheet(appendix.with_column("Kết quả/Sản phẩm", 4, appendix.PRODUCTS))
    )
    yield Variant("column of remarks", of_sheet(REMARKS))
    yield Variant("other columns and products, unwrapped", of_sheet(products_under_other_names, UNWRAPPED))
    yield Variant("deadline before bodies", of_sheet(appendix.deadline_first))
    yield Variant("one column for both", of_sheet(appendix.one_column_for_both))
    yield Variant("row numbers with points", of_sheet(appendix.numbered_with_points), quick=True)
    yield Variant("semicolons between bodies", of_sheet(appendix.semicolons))
    yield Variant("hyphens before bodies", of_sheet(appendix.hyphens))
    yield Variant("section rows", appendix.sections)
    yield Variant("row numbers with noughts", of_sheet(appendix.numbered_with_noughts))
    yield Variant("hyphen for an empty cell", of_sheet(appendix.hyphen_for_nothing))
    yield Variant("numbered columns", of_sheet(appendix.numbered_columns))
    yield Variant("hyphens before tasks", of_sheet(appendix.bulleted_tasks))
    yield Variant("leads in capitals", of_sheet(appendix.heads_of_bodies), hard=True)
    yield Variant("two appendices", appendix.two_appendices)


def ways_of_writing() -> Iterator[Variant]:
    """The same said in other words and signs."""
    yield Variant("dates with hyphens", of_text(phrases.hyphenated_dates), quick=True)
    yield Variant("dates with points", of_text(phrases.dotted_dates))
    yield Variant("dates in words", phrases.dates_in_words, quick=True)
    yield Variant("straight quotes", of_text(phrases.straight_quotes), quick=True)
    yield Variant("dashes in periods", of_text(phrases.dashed_periods))
    yield Variant("số: before symbols", of_text(phrases.with_colon))
    yield Variant("misprints", of_text(phrases.misprints))
    yield Variant("bodies abbreviated", phrases.spelled(phrases.SHORT))
    yield Variant("bodies in full", phrases.spelled(phrases.FULL), quick=True)
    yield Variant("có trách nhiệm chủ trì", phrases.reworded(phrases.GIVEN))
    yield Variant("chủ trì phối hợp cùng", phrases.reworded(phrases.WITH))
    yield Variant("là cơ quan chủ trì", phrases.reworded(phrases.MAIN))
    yield Variant("Giao before the body", phrases.assigned)
    yield Variant("colon behind the body", phrases.with_point)


def items() -> Iterator[Variant]:
    """Other marks before parts and items."""
    marks = heads.marked_otherwise
    yield Variant("I- for I.", marks(r"^([IVX]+)\. ", r"\1- "), quick=True)
    yield Variant("I for I.", marks(r"^([IVX]+)\. ", r"\1 "), hard=True)
    yield Variant("1/ for 1.", marks(r"^(\d+)\. ", r"\1/ "))
    yield Variant("1) for 1.", marks(r"^(\d+)\. ", r"\1) "))
    yield Variant("1 for 1.", marks(r"^(\d+)\. ", r"\1 "), hard=True)
    yield Variant("1.A for 1. A", marks(r"^(\d+)\. (?=\D)", r"\1."))
    yield Variant("a. for a)", marks(r"^([a-zđ])\) ", r"\1. "))
    yield Variant("(a) for a)", marks(r"^([a-zđ])\) ", r"(\1) "))
    for mark in ("+ ", "• ", "– ", "-"):
        yield Variant(f"{mark}A for - A", marks(r"^- ", mark), quick=mark == "+ ")


def heads_and_notes() -> Iterator[Variant]:
    """Heads added and removed, footnotes elsewhere."""
    yield Variant("without head", heads.without_head, quick=True)
    yield Variant("head, columns below", heads.state_head("below"), quick=True)
    yield Variant("head, issuer on one line", heads.state_head("one line"))
    yield Variant("head, columns side by side", heads.state_head("beside"), quick=True)
    yield Variant("type between the columns of the head", heads.type_between)
    yield Variant("recipients wrapped", heads.recipients_wrapped, quick=True)
    yield Variant("foot side by side", heads.foot_side_by_side)
    for mark in ("attached", "brackets", "parentheses", "superscript", "spaced"):
        yield Variant(f"footnote marks {mark}", of_sheet(same, Style(mark=mark)), hard=mark == "spaced")
    yield Variant("footnotes at the end", of_sheet(same, Style(mark="brackets", notes="end")), quick=True)
    yield Variant("footnotes at the end, unwrapped", of_sheet(same, Style(width=0, mark="brackets", notes="end")))
    yield Variant("footnotes below their paragraph", of_sheet(same, Style(notes="paragraph")))


def other_formats() -> Iterator[Variant]:
    yield Variant("Markdown", formats.markdown, quick=True)
    yield Variant("HTML", formats.page, quick=True)
    yield Variant("HTML, rows broken over tables", formats.page_of_broken_tables, quick=True)
    yield Variant("Word", formats.word, quick=True)
    yield Variant("Word, head and foot as tables", formats.word_as_offices_do, quick=True)
    yield Variant("Markdown, headings in bold", formats.bold_markdown)
    yield Variant("Markdown table in text", chain(as_table("pipes", UNWRAPPED), as_markdown))


VARIANTS = (
    *layout(),
    *characters(),
    *words(),
    *tables(),
    *ways_of_writing(),
    *items(),
    *heads_and_notes(),
    *other_formats(),
)
