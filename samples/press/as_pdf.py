"""A sample as PDF with a text layer: two-column head, ruled tables with a repeated heading, an appendix across."""

from __future__ import annotations

import io
import re
import subprocess
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from press.source import Closing, Page, Paragraph, Source, Table, span

FACES = ("Regular", "Bold", "Italic", "BoldItalic")


class FontMissingError(FileNotFoundError):
    """No Noto Serif to embed: install fonts-noto-core or name a folder with --fonts."""


def find_fonts(folder: Path | None) -> dict[str, Path]:
    """The four faces of Noto Serif (SIL Open Font License) in `folder`, or where fontconfig knows them."""
    if folder is None:
        asked = ["fc-match", "-f", "%{file}", "Noto Serif:style=Regular"]
        folder = Path(subprocess.run(asked, capture_output=True, text=True, check=True).stdout).parent
    fonts = {face: folder / f"NotoSerif-{face}.ttf" for face in FACES}
    for path in fonts.values():
        if not path.exists():
            raise FontMissingError(f"{FontMissingError.__doc__} Not found: {path.name}")
    return fonts


def pdf(source: Source, fonts: dict[str, Path]) -> bytes:
    """The PDF file; reportlab's invariant mode leaves out dates and random ids."""
    from reportlab.lib.pagesizes import A4, landscape
    from reportlab.lib.units import cm
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

    for face, path in fonts.items():
        pdfmetrics.registerFont(TTFont(f"Serif-{face}", str(path)))
    pdfmetrics.registerFontFamily("Serif", *(f"Serif-{face}" for face in FACES))

    def number(canvas: Any, document: Any) -> None:
        if document.page > 1:
            canvas.setFont("Serif-Regular", 11)
            canvas.drawCentredString(canvas._pagesize[0] / 2, canvas._pagesize[1] - 1.3 * cm, str(document.page))

    buffer = io.BytesIO()
    template = BaseDocTemplate(buffer, pagesize=A4, title=source.head["type"].capitalize(), author="", invariant=1)
    for name, size in (("upright", A4), ("across", landscape(A4))):
        frame = Frame(2.6 * cm, 1.8 * cm, size[0] - 4.4 * cm, size[1] - 3.8 * cm, 0, 0, 0, 0)
        template.addPageTemplates(PageTemplate(id=name, frames=[frame], onPage=number, pagesize=size))
    template.build(_story(source))
    return buffer.getvalue()


def _style(align: int = 4, face: str = "Regular", size: float = 12, indent: float = 0, after: float = 4) -> Any:
    from reportlab.lib.styles import ParagraphStyle

    return ParagraphStyle(
        f"{align}{face}{size}{indent}",
        fontName=f"Serif-{face}",
        fontSize=size,
        leading=size * 1.28,
        alignment=align,
        firstLineIndent=indent,
        spaceAfter=after,
    )


def _paragraph(text: str, style: Any) -> Any:
    from reportlab.platypus import Paragraph as Flowing

    marked = re.sub(r"(?<!\*)\*(Điều \d+\.)\*", r'<font name="Serif-Bold">\1</font>', escape(text))
    return Flowing(re.sub(r"  +", lambda blank: "&nbsp;" * len(blank[0]), marked), style)


def _story(source: Source) -> list[Any]:
    from reportlab.platypus import HRFlowable, NextPageTemplate, PageBreak, Spacer

    centre = _style(1, "Bold", 12.5, after=1)
    story: list[Any] = [_head(source), Spacer(1, 14), _paragraph(source.head["type"], _style(1, "Bold", 14))]
    story += [_paragraph(line, centre) for line in source.lines("title")]
    story += [HRFlowable(width="22%", thickness=0.6, color="black", spaceBefore=4, spaceAfter=6)]
    width = 16.6
    for block in source.blocks:
        if isinstance(block, Paragraph):
            story += _text(block)
        elif isinstance(block, Table):
            story += [_table(block, width), Spacer(1, 8)]
        elif isinstance(block, Closing):
            story += [Spacer(1, 12), _closing(block)]
        elif isinstance(block, Page):
            width = 25.3 if block.landscape else 16.6
            story += [NextPageTemplate("across" if block.landscape else "upright"), PageBreak()]
    return story


def _text(block: Paragraph) -> list[Any]:
    styles = {
        "text": _style(4, indent=28),
        "heading": _style(4, "Bold", indent=28),
        "title": _style(1, "Bold", 12.5, after=2),
        "subtitle": _style(1, "Italic", after=8),
        "note": _style(1, "Italic", 10, after=8),
    }
    return [_paragraph(line, styles[block.style]) for line in block.text.split(" / ")]


def _grid(rows: list[list[Any]], shares: tuple[float, ...], width: float, style: list[Any], heads: int = 0) -> Any:
    from reportlab.lib.units import cm
    from reportlab.platypus import Table as Ruled

    widths = [width * cm * share / sum(shares) for share in shares]
    table = Ruled(rows, colWidths=widths, repeatRows=heads)
    table.setStyle(style)
    return table


def _head(source: Source) -> Any:
    """Issuer, rule and number on the left; name of the State or the Party, rule and date on the right."""
    from reportlab.platypus import HRFlowable

    columns = []
    for lines, last, face in ((source.lines("left"), "number", "Regular"), (source.lines("right"), "date", "Italic")):
        cell = [_paragraph(line, _style(1, "Bold", 11, after=1)) for line in lines]
        cell.append(HRFlowable(width="40%", thickness=0.6, color="black", spaceBefore=2, spaceAfter=6))
        columns.append([*cell, _paragraph(source.head[last], _style(1, face, 11.5))])
    style = [("VALIGN", (0, 0), (-1, -1), "TOP"), ("ALIGN", (0, 0), (-1, -1), "CENTER")]
    return _grid([columns], (41, 59), 16.6, style)


def _closing(block: Closing) -> Any:
    left = [_paragraph("Nơi nhận:", _style(0, "BoldItalic", 11, after=1))]
    left += [_paragraph(line, _style(0, size=10, after=0)) for line in block.recipients]
    right = []
    for line in block.signature:
        face = "Italic" if line.startswith("(") else "Bold"
        right.append(_paragraph(line or "\u00a0", _style(1, face, 12, after=1)))
    return _grid([[left, right]], (50, 50), 16.6, [("VALIGN", (0, 0), (-1, -1), "TOP")])


def _table(block: Table, width: float) -> Any:
    style: list[Any] = [("GRID", (0, 0), (-1, -1), 0.5, "black"), ("VALIGN", (0, 0), (-1, -1), "MIDDLE")]
    rows: list[list[Any]] = []
    for r, row in enumerate(block.rows):
        cells: list[Any] = []
        for c, text in enumerate(row):
            down, across = span(block.rows, r, c)
            if text not in ("<", "^") and (down, across) != (1, 1):
                style.append(("SPAN", (c, r), (c + across - 1, r + down - 1)))
            bold = r < block.heads or "<" in row
            figures = all(len(cell) < 12 or cell.startswith("Thành phố") for cell in row)
            centred = r < block.heads or c == 0 or figures
            face = _style(1 if centred else 0, "Bold" if bold else "Regular", 10.5, after=0)
            cells.append("" if text in ("", "<", "^") else _paragraph(text, face))
        rows.append(cells)
    return _grid(rows, block.widths, width, style, block.heads)
