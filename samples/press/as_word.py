"""A sample as .docx: head as a borderless table or with tabs, real Word numbering, merged cells."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import datetime
from typing import Any

from press.source import Closing, Footnote, Page, Paragraph, Source, Table, span

MOMENT = datetime(2024, 1, 1)
NUMBERING = """
<w:abstractNum xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" w:abstractNumId="90">
  <w:multiLevelType w:val="multilevel"/>
  <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
  <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2."/></w:lvl>
  <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="-"/></w:lvl>
</w:abstractNum>
"""


def word(source: Source) -> bytes:
    """The .docx file; dates inside are fixed, so equal sources give equal bytes."""
    import docx
    from docx.shared import Cm, Pt

    document: Any = docx.Document()
    _drop_thumbnail(document)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Times New Roman", Pt(13)
    normal.paragraph_format.space_after = Pt(4)
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin, section.top_margin, section.bottom_margin = Cm(3), Cm(1.8), Cm(2), Cm(2)
    properties = document.core_properties
    properties.author, properties.comments, properties.title = "", "", source.head["type"].capitalize()
    properties.created = properties.modified = MOMENT
    if any(isinstance(block, Paragraph) and block.level for block in source.blocks):
        _define_numbering(document)
    _head(document, source)
    _line(document, source.head["type"], "center", bold=True, size=14)
    for line in source.lines("title"):
        _line(document, line, "center", bold=True)
    for block in source.blocks:
        _block(document, block)
    buffer = io.BytesIO()
    document.save(buffer)
    return _fixed(buffer.getvalue())


def _head(document: Any, source: Source) -> None:
    rows = [*_pairs(source.lines("left"), source.lines("right")), (source.head["number"], source.head["date"])]
    if source.head.get("head") == "tabs":
        from docx.enum.text import WD_TAB_ALIGNMENT
        from docx.shared import Cm

        for left, right in rows:
            paragraph = _line(document, f"{left}\t{right}", "left", bold=right != source.head["date"])
            paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(16.2), WD_TAB_ALIGNMENT.RIGHT)
        return
    table = document.add_table(rows=2, cols=2)
    for column, key, last in ((0, "left", "number"), (1, "right", "date")):
        for row, lines in ((0, source.lines(key)), (1, [source.head[last]])):
            cell = table.cell(row, column)
            for index, line in enumerate(lines):
                paragraph = cell.paragraphs[0] if index == 0 else cell.add_paragraph()
                _fill(paragraph, line, "center", bold=row == 0, italic=last == "date" and row == 1, size=12)
    _widths(table, (42, 58))


def _pairs(left: list[str], right: list[str]) -> list[tuple[str, str]]:
    size = max(len(left), len(right))
    return list(zip(left + [""] * (size - len(left)), right + [""] * (size - len(right)), strict=True))


def _block(document: Any, block: object) -> None:
    if isinstance(block, Paragraph) and block.level:
        _numbered(document, block)
    elif isinstance(block, Paragraph):
        centred = block.style in ("title", "subtitle", "note")
        for line in block.text.split(" / ") if block.style == "title" else [block.text]:
            _line(
                document,
                line,
                "center" if centred else "both",
                bold=block.style in ("heading", "title"),
                italic=block.style in ("subtitle", "note"),
                indent=not centred,
            )
    elif isinstance(block, Table):
        _table(document, block)
    elif isinstance(block, Closing):
        _closing(document, block)
    elif isinstance(block, Footnote | Page):
        raise NotImplementedError(f"not printed in .docx: {block}")


def _table(document: Any, block: Table) -> None:
    table = document.add_table(rows=len(block.rows), cols=len(block.widths))
    table.style = "Table Grid"
    for r, row in enumerate(block.rows):
        for c, text in enumerate(row):
            if text in ("<", "^"):
                continue
            down, across = span(block.rows, r, c)
            cell = table.cell(r, c)
            if (down, across) != (1, 1):
                cell = cell.merge(table.cell(r + down - 1, c + across - 1))
            _fill(cell.paragraphs[0], text, "center", bold=r < block.heads, size=12)
    _widths(table, block.widths)
    document.add_paragraph()


def _widths(table: Any, shares: tuple[int, ...]) -> None:
    from docx.enum.table import WD_TABLE_ALIGNMENT
    from docx.shared import Cm

    table.autofit, table.alignment = False, WD_TABLE_ALIGNMENT.CENTER
    for column, share in zip(table.columns, shares, strict=True):
        column.width = Cm(16.2 * share / sum(shares))
        for cell in column.cells:
            if cell._tc.grid_span == 1:
                cell.width = column.width


def _closing(document: Any, block: Closing) -> None:
    document.add_paragraph()
    left, right = document.add_table(rows=1, cols=2).rows[0].cells
    _fill(left.paragraphs[0], "Nơi nhận:", "left", bold=True, italic=True, size=11)
    for line in block.recipients:
        _fill(left.add_paragraph(), line, "left", size=10)
    for index, line in enumerate(block.signature):
        paragraph = right.paragraphs[0] if index == 0 else right.add_paragraph()
        _fill(paragraph, line, "center", bold=not line.startswith("("), italic=line.startswith("("))


def _numbered(document: Any, block: Paragraph) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    paragraph = _line(document, block.text, "both", bold=block.level == 1)
    settings = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    for tag, value in (("w:ilvl", block.level - 1), ("w:numId", 90)):
        element = OxmlElement(tag)
        element.set(qn("w:val"), str(value))
        settings.append(element)


def _drop_thumbnail(document: Any) -> None:
    """python-docx's blank document carries a picture of itself."""
    relations = document.part.package.rels
    for key in [key for key, relation in relations.items() if relation.reltype.endswith("/thumbnail")]:
        del relations[key]


def _define_numbering(document: Any) -> None:
    from docx.oxml import OxmlElement, parse_xml
    from docx.oxml.ns import qn

    numbering = document.part.numbering_part.element
    numbering.insert(0, parse_xml(NUMBERING))
    number = OxmlElement("w:num")
    number.set(qn("w:numId"), "90")
    abstract = OxmlElement("w:abstractNumId")
    abstract.set(qn("w:val"), "90")
    number.append(abstract)
    numbering.append(number)


def _line(
    document: Any, text: str, align: str, bold: bool = False, italic: bool = False, size: int = 0, indent: bool = False
) -> Any:
    from docx.shared import Cm

    paragraph = _fill(document.add_paragraph(), text, align, bold, italic, size)
    if indent:
        paragraph.paragraph_format.first_line_indent = Cm(1)
    return paragraph


def _fill(paragraph: Any, text: str, align: str, bold: bool = False, italic: bool = False, size: int = 0) -> Any:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    aligns = {"center": WD_ALIGN_PARAGRAPH.CENTER, "left": WD_ALIGN_PARAGRAPH.LEFT, "both": WD_ALIGN_PARAGRAPH.JUSTIFY}
    paragraph.alignment = aligns[align]
    for index, part in enumerate(re.split(r"(?<!\*)\*(Điều \d+\.)\*", text)):
        if part:
            run = paragraph.add_run(part)
            run.bold, run.italic = bold or index % 2 == 1 or None, italic or None
            if size:
                run.font.size = Pt(size)
    return paragraph


def _fixed(content: bytes) -> bytes:
    """The same package with the dates of its parts set to one moment."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = zipfile.ZipInfo(name, MOMENT.timetuple()[:6])
            part.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(part, old.read(name))
    return out.getvalue()
