"""A sheet as a Word document, a web page or Markdown, with a real table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tests.ingest.varied.case import Case
from tests.ingest.varied.sheet import MARK, NOTES, Sheet
from tests.ingest.varied.writing import Style, marked, piped


def html(sheet: Sheet) -> str:
    """The whole sheet as a page with a real table."""
    from html import escape

    def lines(texts: Sequence[str]) -> str:
        return "".join(f"<p>{escape(x.strip())}</p>\n" for x in texts if x.strip())

    body = [MARK.sub(r"<sup>\1</sup>", escape(p.replace(f" {NOTES}", ""))) for p in sheet.body]
    out = lines((*sheet.head, sheet.title)) + "".join(f"<p>{p}</p>\n" for p in body)
    out += lines(sheet.foot)
    out += lines([f"[{k}] {words}" for k, words in sheet.notes])
    if sheet.rows:
        head = "".join(f"<th>{escape(x)}</th>" for x in sheet.headings)
        rows = "".join(
            "<tr>" + "".join(f"<td>{escape(x)}</td>" for x in (row.number, *row.cells)) + "</tr>\n"
            for row in sheet.rows
        )
        out += lines(sheet.annex) + f"<table><thead><tr>{head}</tr></thead><tbody>\n{rows}</tbody></table>\n"
    return (
        f'<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>x</title></head><body>\n{out}</body></html>'
    )


def docx(sheet: Sheet) -> bytes:
    """The whole sheet as a Word document, the appendix as a real table, the head as lines."""
    from io import BytesIO

    from docx import Document

    document = Document()
    for line in (*sheet.head, sheet.title, *sheet.body):
        document.add_paragraph(marked(line.replace(f" {NOTES}", ""), "brackets"))
    for line in (*sheet.foot, *(f"[{k}] {words}" for k, words in sheet.notes)):
        if line.strip():
            document.add_paragraph(" ".join(line.split()))
    for line in sheet.annex:
        document.add_paragraph(line)
    if sheet.rows:
        table = document.add_table(rows=0, cols=len(sheet.headings), style="Table Grid")
        for cells in (sheet.headings, *((row.number, *row.cells) for row in sheet.rows)):
            added = table.add_row().cells
            for cell, words in zip(added, cells, strict=True):
                cell.text = words
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def markdown(case: Case) -> Case:
    read = case.sheet
    title = [f"# {read.head[-1]}", "", f"**{read.title}**"]
    lines = ["  \n".join(read.head[:-1]), *title]
    lines += [marked(re.sub(r"^(\d+)\.", r"\1\\.", p.replace(f" {NOTES}", "")), "markdown") for p in read.body]
    lines += ["  \n".join(" ".join(x.split()).replace("- ", "\\- ", 1) for x in read.foot if x.strip())]
    lines += [f"[^{k}]: {words}" for k, words in read.notes]
    lines += list(read.annex)
    if read.rows:
        lines.append(piped(read, Style()))
    return replace(case, suffix=".md", text="\n\n".join(lines))


def page(case: Case) -> Case:
    return replace(case, suffix=".html", text=html(case.sheet))


def word(case: Case) -> Case:
    return replace(case, suffix=".docx", content=docx(case.sheet))


def word_as_offices_do(case: Case) -> Case:
    """A Word document whose head, and whose Nơi nhận and signature, are tables of two columns without borders."""
    from io import BytesIO

    from docx import Document

    read = case.sheet
    document = Document()

    def columns(left: Sequence[str], right: Sequence[str]) -> None:
        cells = document.add_table(rows=1, cols=2).rows[0].cells
        cells[0].text, cells[1].text = "\n".join(left), "\n".join(right)

    if len(read.head) > 3:
        columns(read.head[:3], read.head[3:-1])
    for line in (read.head[-1], read.title, *read.body):
        document.add_paragraph(marked(line.replace(f" {NOTES}", ""), "brackets"))
    for number, words in read.notes:
        document.add_paragraph(f"[{number}] {words}")
    foot = [" ".join(line.split()) for line in read.foot if line.strip() and "\t" not in line]
    signature = next(n for n, line in enumerate(foot) if re.search(r"(?:TM\.|T/M)", line))
    sender = [line for line in foot if line.startswith("-")]
    signed = [re.sub(r"^Nơi nhận:\s*", "", line) for line in foot[signature:] if not line.startswith("-")]
    columns(["Nơi nhận:", *sender], signed)
    for line in read.annex:
        document.add_paragraph(line)
    if read.rows:
        table = document.add_table(rows=0, cols=len(read.headings), style="Table Grid")
        for cells in (read.headings, *((row.number, *row.cells) for row in read.rows)):
            for cell, words in zip(table.add_row().cells, cells, strict=True):
                cell.text = words
    out = BytesIO()
    document.save(out)
    return replace(case, suffix=".docx", content=out.getvalue())


def bold_markdown(case: Case) -> Case:
    """Headings in bold, as conversions print them."""
    made = markdown(case)
    text = re.sub(r"^((?:[IVX]+\.|\d+\\\.) [^\n]{3,120}[^.:;\n])$", r"**\1**", made.text, flags=re.M)
    return replace(made, text=text)


def page_of_broken_tables(case: Case, every: int = 7) -> Case | None:
    """The appendix as one table a page, headed once, with the last row of each going on in the next."""
    from html import escape

    read = case.sheet
    if not read.rows:
        return None
    out: list[list[tuple[str, ...]]] = [[read.headings]]
    for n, row in enumerate(read.rows, 1):
        if n % every:
            out[-1].append((row.number, *row.cells))
            continue
        halves = [_halves(cell) for cell in row.cells]
        out[-1].append((row.number, *(a for a, _ in halves)))
        out.append([("", *(b for _, b in halves))])
    tables = "".join(
        "<table>"
        + "".join("<tr>" + "".join(f"<td>{escape(x)}</td>" for x in cells) + "</tr>\n" for cells in rows)
        + "</table>\n"
        for rows in out
    )
    text = html(replace(read, rows=())).replace(
        "</body>", "".join(f"<p>{x}</p>" for x in read.annex) + tables + "</body>"
    )
    return replace(case, suffix=".html", text=text)


def _halves(cell: str) -> tuple[str, str]:
    """The first lines of a cell and the rest; a short cell stays whole."""
    words = cell.split()
    cut = len(words) * 2 // 3 if len(words) > 5 else len(words)
    return " ".join(words[:cut]), " ".join(words[cut:])
