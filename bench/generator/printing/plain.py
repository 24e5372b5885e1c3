"""Plain text: paragraphs on lines of their own, wrapped, or every physical line apart with page numbers between."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from random import Random

from bench.generator.pages import Block, Pages, Table


def print_text(pages: Pages, rng: Random, layout: str) -> str:
    """`layout`: `unwrapped`, `wrapped`, or `apart` (as a PDF's text: blank lines between, page numbers, tables taken apart)."""
    width = 10_000 if layout == "unwrapped" else rng.randint(72, 92)
    apart = layout == "apart" or (layout == "wrapped" and rng.random() < 0.5)
    lines = list(_head(pages, width)) + list(_blocks(pages.body, width, apart))
    if pages.foot:
        lines += ["Nơi nhận:", *pages.foot.recipients, *pages.foot.signature[:-1], "", pages.foot.signature[-1], ""]
    lines += _blocks(pages.annex, width, apart)
    if layout == "apart":
        return _paged(lines, rng.randint(34, 46))
    return "\n".join(lines) + "\n"


def _head(pages: Pages, width: int) -> Iterator[str]:
    head = pages.head
    if not head:
        return
    yield from (
        *head.left,
        *(("*",) if "ĐẢNG" in head.right[0] else ()),
        head.number,
        *head.right,
        head.dated,
        "",
        head.doc_type,
    )
    yield from textwrap.wrap(head.title, min(width, 78)) if width < 1000 else [head.title]
    yield "-----"


def _blocks(blocks: list[Block], width: int, apart: bool) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Table):
            yield from _apart(block, width) if apart else _tabbed(block)
        elif block.centred:
            yield block.text
        else:
            yield from textwrap.wrap(block.text, width, break_on_hyphens=False) if width < 1000 else [block.text]
            if not apart:
                yield ""


def _tabbed(table: Table) -> Iterator[str]:
    yield from ("\t".join(row) for row in (table.heading, *table.rows))
    yield ""


def _apart(table: Table, width: int) -> Iterator[str]:
    """Cells one below the other, empty ones invisible."""
    if table.heading[1] == "Chỉ tiêu":  # figures that were taken apart are read by no one
        yield from _tabbed(table)
        return
    for row in (table.heading, *table.rows):
        for n, cell in enumerate(row):
            yield from textwrap.wrap(cell, 46 if n == 1 else 26, break_on_hyphens=False)


def _paged(lines: list[str], height: int) -> str:
    """Every physical line with an empty one behind it, and page numbers."""
    out: list[str] = []
    kept = [line for line in lines if line]
    for n, line in enumerate(kept, 1):
        out += [line, ""]
        if n % height == 0 and line.endswith("."):
            out += [str(n // height + 1), ""]
    return "\n".join(out) + "\n"
