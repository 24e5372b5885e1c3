from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from ingest.blocks import Block, Paragraph, Table
from ingest.formats import docx as reader
from ingest.formats import package
from ingest.formats.layout import numeral


def saved(document: Document) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def blocks(document: Document) -> tuple[Block, ...]:
    return reader.read(saved(document), "x.docx").blocks


def words(document: Document) -> list[str]:
    return [block.text for block in blocks(document) if isinstance(block, Paragraph)]


def changed(content: bytes, change: Callable[[str, bytes], bytes], **added: str) -> bytes:
    """The package with each part passed through `change`, and parts added (`/` written `__`)."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            new.writestr(part.filename, change(part.filename, old.read(part.filename)))
        for name, text in added.items():
            new.writestr(name.replace("__", "/") + ".xml", text)
    return out.getvalue()


def define(document: Document, levels: str, extra: str = "") -> None:
    """A list with definition 77 and number 77, and what else is said."""
    numbering = document.part.numbering_part.element
    first = numbering.find("{*}num")
    first.addprevious(parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77">{levels}</w:abstractNum>'))
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
    if extra:
        numbering.append(parse_xml(extra))


def level(at: int, style: str, text: str, start: int = 1, more: str = "") -> str:
    numbered = f'<w:start w:val="{start}"/><w:numFmt w:val="{style}"/>{more}<w:lvlText w:val="{text}"/>'
    return f'<w:lvl w:ilvl="{at}">{numbered}</w:lvl>'


def number(paragraph, at: int, which: int = 77) -> None:
    paragraph._p.get_or_add_pPr().append(
        parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{at}"/><w:numId w:val="{which}"/></w:numPr>')
    )


def insert(paragraph, xml: str) -> None:
    paragraph._p.append(parse_xml(re.sub(r"^<([\w:]+)", rf"<\1 {nsdecls('w')}", xml)))


def test_paragraphs_and_tables_come_in_their_order():
    document = docx.Document()
    document.add_heading("KẾ HOẠCH", 1)
    document.add_paragraph("Căn cứ Luật Nhà\u00a0ở\u00ad;  ")
    table = document.add_table(2, 2, style="Table Grid")
    for cell, text in zip(table._cells, ["TT", "Nhiệm vụ", "1", "Rà soát\nquỹ đất"], strict=True):
        cell.text = text
    document.add_paragraph("Sở Y tế\nSở Nội vụ")
    assert blocks(document) == (
        Paragraph("KẾ HOẠCH", 1, wrapped=False, style="heading"),
        Paragraph("Căn cứ Luật Nhà ở;", 2, wrapped=False),
        Table((("TT", "Nhiệm vụ"), ("1", "Rà soát\nquỹ đất")), 3, (3, 4)),
        Paragraph("Sở Y tế", 5, wrapped=True),
        Paragraph("Sở Nội vụ", 6, wrapped=True),
    )


def test_automatic_numbers_are_written_out():
    document = docx.Document()
    define(
        document,
        level(0, "upperRoman", "%1.")
        + level(1, "decimal", "%2.")
        + level(2, "decimal", "%2.%3.")
        + level(3, "lowerLetter", "%4)")
        + level(4, "bullet", "\uf0b7")
        + level(5, "bullet", "+"),
    )
    for text, at in [
        ("MỤC TIÊU", 0),
        ("Mục tiêu chung", 1),
        ("Mục tiêu cụ thể", 1),
        ("Đến năm 2025", 2),
        ("Nhà ở", 3),
        ("Đất ở", 3),
        ("Đô thị", 4),
        ("Nông thôn", 5),
        ("Đến năm 2030", 2),
        ("Hạ tầng", 3),
        ("GIẢI PHÁP", 0),
        ("Về vốn", 1),
    ]:
        number(document.add_paragraph(text), at)
    assert words(document) == [
        "I. MỤC TIÊU",
        "1. Mục tiêu chung",
        "2. Mục tiêu cụ thể",
        "2.1. Đến năm 2025",
        "a) Nhà ở",
        "b) Đất ở",
        "- Đô thị",
        "+ Nông thôn",
        "2.2. Đến năm 2030",
        "a) Hạ tầng",
        "II. GIẢI PHÁP",
        "1. Về vốn",
    ]


def test_a_level_that_never_starts_again_and_one_in_arabic_numerals():
    document = docx.Document()
    define(
        document,
        level(0, "upperRoman", "Chương %1")
        + level(1, "decimal", "Điều %2.", more='<w:lvlRestart w:val="0"/>')
        + level(2, "decimal", "%1.%3", more="<w:isLgl/>"),
    )
    for at in (0, 1, 1, 0, 1, 2):
        number(document.add_paragraph("x"), at)
    assert words(document) == ["Chương I x", "Điều 1. x", "Điều 2. x", "Chương II x", "Điều 3. x", "2.1 x"]


def test_lists_of_one_definition_count_on_unless_told():
    document = docx.Document()
    define(
        document,
        level(0, "decimal", "%1."),
        f'<w:num {nsdecls("w")} w:numId="78"><w:abstractNumId w:val="77"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>',
    )
    document.part.numbering_part.element.append(
        parse_xml(f'<w:num {nsdecls("w")} w:numId="79"><w:abstractNumId w:val="77"/></w:num>')
    )
    for which in (77, 79, 78, 78):
        number(document.add_paragraph("x"), 0, which)
    number(document.add_paragraph("không số"), 0, 0)
    assert words(document) == ["1. x", "2. x", "1. x", "2. x", "không số"]


def test_numbers_by_style_and_in_empty_cells():
    document = docx.Document()
    assert [document.add_paragraph("Rà soát", style=style).text for style in ("List Number", "List Bullet")]
    assert words(document) == ["1. Rà soát", "- Rà soát"]

    document = docx.Document()
    define(document, level(0, "decimal", "%1"))
    table = document.add_table(3, 2, style="Table Grid")
    table.cell(0, 0).text, table.cell(0, 1).text = "TT", "Nhiệm vụ"
    for row in (1, 2):
        number(table.cell(row, 0).paragraphs[0], 0)
        table.cell(row, 1).text = "Rà soát"
    (found,) = blocks(document)
    assert isinstance(found, Table)
    assert found.rows == (("TT", "Nhiệm vụ"), ("1", "Rà soát"), ("2", "Rà soát"))


def test_numerals():
    assert [numeral(n, "lowerLetter") for n in (1, 26, 27, 53)] == ["a", "z", "aa", "aaa"]
    assert [numeral(n, "upperRoman") for n in (4, 9, 14, 40)] == ["IV", "IX", "XIV", "XL"]
    assert numeral(3, "decimalZero") == "03"


def test_merged_cells_are_repeated():
    document = docx.Document()
    table = document.add_table(3, 3, style="Table Grid")
    table.cell(0, 0).merge(table.cell(0, 2)).text = "I. Thể chế"
    table.cell(1, 2).merge(table.cell(2, 2)).text = "Quý II/2025"
    table.cell(1, 0).text, table.cell(1, 1).text = "1", "Rà soát"
    table.cell(2, 0).text, table.cell(2, 1).text = "2", "Báo cáo"
    (found,) = blocks(document)
    assert isinstance(found, Table)
    assert found.rows == (("I. Thể chế",) * 3, ("1", "Rà soát", "Quý II/2025"), ("2", "Báo cáo", "Quý II/2025"))


def head(document: Document, style: str | None = None) -> None:
    table = document.add_table(2, 2, style=style)
    table.cell(0, 0).text = "ỦY BAN NHÂN DÂN\nTỈNH LAI CHÂU"
    table.cell(0, 1).text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
    table.cell(1, 0).text = "Số: 12/KH-UBND"
    table.cell(1, 1).text = "Lai Châu, ngày 05 tháng 01 năm 2025"


@pytest.mark.parametrize("style", [None, "Table Grid"])
def test_the_head_is_read_left_before_right(style: str | None):
    document = docx.Document()
    head(document, style)
    document.add_paragraph("KẾ HOẠCH")
    assert words(document) == [
        "ỦY BAN NHÂN DÂN",
        "TỈNH LAI CHÂU",
        "Số: 12/KH-UBND",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Lai Châu, ngày 05 tháng 01 năm 2025",
        "KẾ HOẠCH",
    ]


def test_the_signature_is_read_left_before_right():
    document = docx.Document()
    table = document.add_table(1, 2)
    table.cell(0, 0).text = "Nơi nhận:\n- Như Điều 3;\n- Lưu: VT."
    table.cell(0, 1).text = "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nNguyễn Văn A"
    assert words(document)[-4:] == ["- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Nguyễn Văn A"]


def test_a_borderless_table_of_tasks_stays_a_table():
    document = docx.Document()
    table = document.add_table(6, 3)
    for n, cell in enumerate(table._cells):
        cell.text = f"ô {n}"
    (found,) = blocks(document)
    assert isinstance(found, Table)
    document = docx.Document()
    document.add_table(2, 3).cell(0, 0).text = "STT"
    assert isinstance(blocks(document)[0], Table)


def test_tracked_changes_are_taken_as_made():
    document = docx.Document()
    insert(document.add_paragraph("Trước ngày "), "<w:del><w:r><w:delText>30/6</w:delText></w:r></w:del>")
    insert(document.paragraphs[0], "<w:ins><w:r><w:t>15/7</w:t></w:r></w:ins>")
    insert(document.paragraphs[0], "<w:moveFrom><w:r><w:t> đã chuyển</w:t></w:r></w:moveFrom>")
    joined = document.add_paragraph("Giao Sở ")
    joined._p.get_or_add_pPr().append(parse_xml(f"<w:rPr {nsdecls('w')}><w:del/></w:rPr>"))
    document.add_paragraph("Y tế chủ trì")
    read = reader.read(saved(document), "x")
    assert [block.text for block in read.blocks if isinstance(block, Paragraph)] == [
        "Trước ngày 15/7",
        "Giao Sở Y tế chủ trì",
    ]
    assert read.notes == ("tracked deletions left out",)


def test_hidden_text_fields_hyphens_and_tabs():
    document = docx.Document()
    paragraph = document.add_paragraph("34")
    insert(paragraph, "<w:r><w:noBreakHyphen/><w:t>CT/</w:t><w:softHyphen/><w:t>TW</w:t><w:tab/><w:t>năm</w:t></w:r>")
    insert(paragraph, "<w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r>")
    insert(paragraph, '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t> 2024</w:t></w:r>')
    insert(paragraph, "<w:r><w:instrText>PAGE</w:instrText></w:r>")
    insert(paragraph, "<w:hyperlink><w:r><w:t> của Ban Bí thư</w:t></w:r></w:hyperlink>")
    insert(paragraph, "<w:sdt><w:sdtContent><w:r><w:t>.</w:t></w:r></w:sdtContent></w:sdt>")
    assert words(document) == ["34-CT/TW năm 2024 của Ban Bí thư."]


def test_text_boxes_are_read_once():
    document = docx.Document()
    box = "<w:txbxContent><w:p><w:r><w:t>DỰ THẢO</w:t></w:r></w:p></w:txbxContent>"
    document.add_paragraph("KẾ HOẠCH")._p.append(
        parse_xml(
            f'<w:r {nsdecls("w")} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
            f'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:s="urn:shape"><mc:AlternateContent>'
            f'<mc:Choice Requires="wps"><s:wsp><s:txbx>{box}</s:txbx></s:wsp></mc:Choice>'
            f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
        )
    )
    assert words(document) == ["DỰ THẢO", "KẾ HOẠCH"]


def test_footnotes_follow_their_paragraph():
    document = docx.Document()
    insert(document.add_paragraph("Giao 500 căn"), '<w:r><w:footnoteReference w:id="2"/></w:r>')
    insert(document.paragraphs[0], "<w:r><w:t> cho tỉnh.</w:t></w:r>")
    document.add_paragraph("Điều 2.")
    notes = (
        f'<w:footnotes {nsdecls("w")}><w:footnote w:type="separator" w:id="0"><w:p/></w:footnote><w:footnote w:id="2">'
        "<w:p><w:r><w:footnoteRef/><w:t> Quyết định số 5/QĐ-TTg.</w:t></w:r></w:p></w:footnote></w:footnotes>"
    )

    def relate(name: str, part: bytes) -> bytes:
        if name != "word/_rels/document.xml.rels":
            return part
        kind = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
        relation = b'<Relationship Id="rId99" Type="' + kind + b'" Target="footnotes.xml"/></Relationships>'
        return part.replace(b"</Relationships>", relation)

    content = changed(saved(document), relate, word__footnotes=notes)
    assert [(b.text, b.style) for b in reader.read(content, "x").blocks if isinstance(b, Paragraph)] == [
        ("Giao 500 căn cho tỉnh.", ""),
        ("Quyết định số 5/QĐ-TTg.", "footnote"),
        ("Điều 2.", ""),
    ]


def test_old_fonts_are_converted():
    document = docx.Document()
    paragraph = document.add_paragraph()
    for text, font in [("céng hoµ", ".VnTimeH"), (" x· héi", ".VnTime"), (" ñeà nghò", "VNI-Times"), (" hộ", "Arial")]:
        paragraph.add_run(text).font.name = font
    read = reader.read(saved(document), "x")
    assert [block.text for block in read.blocks if isinstance(block, Paragraph)] == ["CỘNG HOÀ xã hội đề nghị hộ"]
    assert read.notes == ("encoding: fonts from before Unicode",)


def test_strict_documents_are_read():
    document = docx.Document()
    document.add_paragraph("Điều 1.")
    old, new = (
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    content = changed(saved(document), lambda _, part: part.replace(old, new))
    assert reader.read(content, "x").blocks == (Paragraph("Điều 1.", 1, wrapped=False),)


def test_a_bomb_is_refused():
    document = docx.Document()
    content = changed(saved(document), lambda _, part: part, word__media=" " * 30_000_000)
    with pytest.raises(package.ZipBomb, match=r"x\.docx: it unpacks to far more"):
        reader.read(content, "x.docx")


def test_a_bomb_that_lies_about_its_size_is_refused(monkeypatch):
    monkeypatch.setattr(package, "LARGEST_PART", 100)
    with pytest.raises(package.ZipBomb):
        reader.read(saved(docx.Document()), "x.docx")


@pytest.mark.parametrize(
    "definition",
    [
        b'<!DOCTYPE w [<!ENTITY a "b">]>',
        b'<!DOCTYPE w SYSTEM "file:///etc/passwd">',
        b'<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY c "&b;&b;&b;">]>',
    ],
)
def test_definitions_in_the_xml_are_refused(definition: bytes):
    def define(name: str, part: bytes) -> bytes:
        return part.replace(b"?>", b"?>" + definition, 1) if name == "word/document.xml" else part

    with pytest.raises(package.UnsafeXml, match="DTD"):
        reader.read(changed(saved(docx.Document()), define), "x.docx")


@pytest.mark.parametrize("cut", [0.3, 0.7, 0.99])
def test_a_cut_off_file_is_refused(cut: float):
    content = saved(docx.Document())
    with pytest.raises(package.CutOffArchive, match="cut off"):
        reader.read(content[: int(len(content) * cut)], "x.docx")


def test_deep_nesting_is_refused():
    depth = 100_000

    def nest(name: str, part: bytes) -> bytes:
        return part.replace(b"<w:body>", b"<w:body>" + b"<w:sdt>" * depth, 1) if name == "word/document.xml" else part

    with pytest.raises(package.CutOffArchive):
        reader.read(changed(saved(docx.Document()), nest), "x.docx")
