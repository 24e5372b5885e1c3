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
        table = document.add_table(rows=0, cols=len(sheet.headings))
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
