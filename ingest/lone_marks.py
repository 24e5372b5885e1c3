"""Marks that stand on a line of their own, their words on the next: a number in bold before a name, a page of the web
whose cells were taken apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest.blocks import Block, Paragraph
from ingest.letters import rule
from ingest.markers import mark

_ALONE = rule(r"\s*(?:[IVX]{1,5}|[A-H]|\d{1,2}(?:\.\d{1,2}){0,3}|[a-zđ]|Điều\s+\d{1,3})\s*[.)]\s*$")
_WORDS = rule(r"\s*[“\"(]?[^\W\d_]")


def rejoined(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, each such mark on the line of its words."""
    out: list[Block] = []
    for block in blocks:
        before = out[-1] if out else None
        if isinstance(before, Paragraph) and isinstance(block, Paragraph) and _opens(before, block):
            out[-1] = replace(before, text=f"{before.text.strip()} {block.text.strip()}", wrapped=block.wrapped)
        else:
            out.append(block)
    return out


def _opens(before: Paragraph, block: Paragraph) -> bool:
    """Whether the first is a mark alone and the second can be its words."""
    alone = before.style == block.style and _ALONE.match(before.text) is not None
    return alone and _WORDS.match(block.text) is not None and mark(block.text) is None
