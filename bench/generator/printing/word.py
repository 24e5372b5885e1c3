"""Word files with the head and the foot as borderless tables."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from bench.generator.pages import Block, Pages, Table


def print_word(pages: Pages) -> bytes:
    from docx import Document

    file = Document()
    if pages.head:
        head = pages.head
        _columns(file, [*head.left, head.number], [*head.right, head.dated])
        for line in (head.doc_type, head.title):
            file.add_paragraph().add_run(line).bold = True
    _blocks(file, pages.body)
    if pages.foot:
        _columns(file, ["Nơi nhận:", *pages.foot.recipients], list(pages.foot.signature))
    _blocks(file, pages.annex)
    out = BytesIO()
    file.save(out)
    return out.getvalue()


def _columns(file: Any, left: Sequence[str], right: Sequence[str]) -> None:
    table = file.add_table(rows=1, cols=2)
    for cell, lines in zip(table.rows[0].cells, (left, right), strict=True):
        cell.paragraphs[0].text = lines[0]
        for line in lines[1:]:
            cell.add_paragraph(line)


def _blocks(file: Any, blocks: Sequence[Block]) -> None:
    for block in blocks:
        if not isinstance(block, Table):
            file.add_paragraph(block.text)
            continue
        table = file.add_table(rows=0, cols=len(block.heading), style="Table Grid")
        for row in (block.heading, *block.rows):
            cells = table.add_row().cells
            for cell, words in zip(cells, row, strict=True):
                cell.text = words
