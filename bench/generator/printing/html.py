"""HTML with the head in a table of two columns."""

from __future__ import annotations

from html import escape

from bench.generator.pages import Block, Pages, Table


def print_html(pages: Pages) -> str:
    out = ['<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>Văn bản</title></head><body>']
    if pages.head:
        head = pages.head
        left, right = [*head.left, head.number], [*head.right, head.dated]
        out.append(f"<table><tr><td>{_lines(left)}</td><td>{_lines(right)}</td></tr></table>")
        out.append(
            f'<p align="center"><b>{escape(head.doc_type)}</b></p><p align="center"><b>{escape(head.title)}</b></p><hr>'
        )
    out += map(_block, pages.body)
    if pages.foot:
        foot = ["<b><i>Nơi nhận:</i></b>", *map(escape, pages.foot.recipients)]
        out.append(
            f"<table><tr><td><p>{'</p><p>'.join(foot)}</p></td><td>{_lines(list(pages.foot.signature))}</td></tr></table>"
        )
    out += map(_block, pages.annex)
    return "\n".join([*out, "</body></html>"]) + "\n"


def _lines(lines: list[str]) -> str:
    return "".join(f"<p><b>{escape(line)}</b></p>" for line in lines)


def _block(block: Block) -> str:
    if not isinstance(block, Table):
        return f"<p{' align=center' if block.centred else ''}>{escape(block.text)}</p>"
    rows = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in block.rows)
    return (
        '<table border="1"><tr>'
        + "".join(f"<th>{escape(cell)}</th>" for cell in block.heading)
        + f"</tr>{rows}</table>"
    )
