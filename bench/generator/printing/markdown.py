"""Markdown as converters print it."""

from __future__ import annotations

from bench.generator.pages import Block, Pages, Table


def print_markdown(pages: Pages) -> str:
    out: list[str] = []
    if pages.head:
        head = pages.head
        out += [
            *(f"**{line}**" for line in head.left),
            head.number,
            *(f"**{line}**" for line in head.right),
            f"*{head.dated}*",
            f"# {head.doc_type}",
            f"**{head.title}**",
            "---",
        ]
    out += map(_block, pages.body)
    if pages.foot:
        out += ["**Nơi nhận:**", "\n".join(pages.foot.recipients), *(f"**{line}**" for line in pages.foot.signature)]
    out += map(_block, pages.annex)
    return "\n\n".join(out) + "\n"


def _block(block: Block) -> str:
    if not isinstance(block, Table):
        return f"**{block.text}**" if block.centred else block.text
    rows = [block.heading, tuple("---" for _ in block.heading), *block.rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in rows)
