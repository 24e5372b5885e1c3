from __future__ import annotations

import io
import zlib

import pytest
from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph as Flowing
from reportlab.platypus import SimpleDocTemplate, Spacer
from reportlab.platypus import Table as Ruled

from ingest.blocks import Block, Paragraph, Table
from ingest.formats import page, pdf, streams
from ingest.formats.page import Box, Word
from tests import bombs

WIDTH, HEIGHT = 595, 842


@pytest.fixture(scope="module")
def font() -> str:
    try:
        pdfmetrics.registerFont(TTFont("Vietnamese", "DejaVuSans.ttf"))
    except TTFError:
        pytest.skip("no font with Vietnamese letters (DejaVu Sans) is installed")
    return "Vietnamese"


def drawn(font: str, *lines: tuple[float, float, str] | tuple[float, float, str, float], more=None, **options) -> bytes:
    """A page with texts at places: points from the left and from the top, and the size."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(WIDTH, HEIGHT), **options)
    for x, y, text, *size in lines:
        canvas.setFont(font, size[0] if size else 12)
        canvas.drawString(x, HEIGHT - y, text)
    if more:
        more(canvas)
    canvas.save()
    return out.getvalue()


def flowing(font: str, *parts: object) -> bytes:
    out = io.BytesIO()
    SimpleDocTemplate(out, pagesize=(WIDTH, HEIGHT)).build(list(parts))
    return out.getvalue()


def ruled(font: str, rows: list[list[str]], spans: list[tuple[object, ...]] = (), widths=(40, 180, 100, 100)) -> Ruled:
    style = ParagraphStyle("cell", fontName=font, fontSize=11, leading=14)
    centred = ParagraphStyle("first", parent=style, alignment=TA_CENTER)
    cells = [
        [Flowing(cell.replace("\n", "<br/>"), style if n else centred) for cell in row] for n, row in enumerate(rows)
    ]
    return Ruled(
        cells,
        colWidths=widths[: len(rows[0])],
        style=[("GRID", (0, 0), (-1, -1), 0.5, colors.black), *spans],
        repeatRows=1,
    )


def read(content: bytes) -> tuple[Block, ...]:
    return pdf.read(content, "x.pdf").blocks


def words(content: bytes) -> list[str]:
    return [block.text for block in read(content) if isinstance(block, Paragraph)]


HEAD = (
    (90, 60, "ỦY BAN NHÂN DÂN", 11),
    (90, 76, "TỈNH LAI CHÂU", 11),
    (90, 100, "Số: 12/KH-UBND", 11),
    (290, 59, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12),
    (330, 78, "Độc lập - Tự do - Hạnh phúc", 12),
    (310, 101, "Lai Châu, ngày 05 tháng 01 năm 2025", 12),
    (260, 135, "KẾ HOẠCH", 13),
    (72, 160, "Căn cứ Luật Nhà ở, Ủy ban nhân dân tỉnh giao Sở Xây dựng chủ trì rà", 12),
    (72, 176, "soát quỹ đất trên địa bàn tỉnh theo quy định của pháp luật về đất đai.", 12),
)


def test_the_head_is_read_left_before_right(font: str):
    assert words(drawn(font, *HEAD)) == [
        "ỦY BAN NHÂN DÂN",
        "TỈNH LAI CHÂU",
        "Số: 12/KH-UBND",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Lai Châu, ngày 05 tháng 01 năm 2025",
        "KẾ HOẠCH",
        "Căn cứ Luật Nhà ở, Ủy ban nhân dân tỉnh giao Sở Xây dựng chủ trì rà",
        "soát quỹ đất trên địa bàn tỉnh theo quy định của pháp luật về đất đai.",
    ]


def test_lines_are_wrapped_and_numbered(font: str):
    blocks = read(drawn(font, (72, 80, "Giao Sở Y tế"), (72, 96, "báo cáo.")))
    assert blocks == (Paragraph("Giao Sở Y tế", 1, wrapped=True), Paragraph("báo cáo.", 2, wrapped=True))


def test_the_signature_is_read_left_before_right(font: str):
    content = drawn(
        font,
        (72, 80, "Trên đây là Kế hoạch của tỉnh; các sở, ngành nghiêm túc thực hiện./."),
        (330, 110, "TM. ỦY BAN NHÂN DÂN"),
        (72, 126, "Nơi nhận:", 10),
        (350, 126, "KT. CHỦ TỊCH"),
        (72, 140, "- Như trên;", 10),
        (345, 142, "PHÓ CHỦ TỊCH"),
        (72, 154, "- Lưu: VT.", 10),
        (350, 250, "Nguyễn Văn A"),
    )
    assert words(content)[1:] == [
        "Nơi nhận:",
        "- Như trên;",
        "- Lưu: VT.",
        "TM. ỦY BAN NHÂN DÂN",
        "KT. CHỦ TỊCH",
        "PHÓ CHỦ TỊCH",
        "Nguyễn Văn A",
    ]


def test_a_list_in_two_columns_is_read_across(font: str):
    content = drawn(font, (72, 80, "Huyện A"), (400, 80, "100 căn"), (72, 96, "Huyện B"), (400, 96, "200 căn"))
    assert words(content) == ["Huyện A 100 căn", "Huyện B 200 căn"]


def test_page_numbers_are_left_out(font: str):
    content = drawn(font, (295, 40, "- 2 -"), (72, 90, "Điều 2."), (72, 106, "3"))
    read = pdf.read(content, "x")
    assert [block.text for block in read.blocks if isinstance(block, Paragraph)] == ["Điều 2.", "3"]
    assert read.notes == ("page numbers left out: 1",)
    assert words(drawn(font, (72, 90, "Điều 2."), (280, 810, "Trang 2/15"))) == ["Điều 2."]


def test_figures_that_point_to_footnotes_are_left_out(font: str):
    end = 72 + pdfmetrics.stringWidth("Giao 500 căn", font, 12)
    unit = 72 + pdfmetrics.stringWidth("diện tích 30 m", font, 12)
    content = drawn(
        font,
        (72, 80, "Giao 500 căn"),
        (end, 75, "2", 7),
        (end + 8, 80, "cho các huyện"),
        (72, 96, "diện tích 30 m"),
        (unit, 91, "2", 7),
        (72, 112, "theo quy định."),
        (72, 780, "2", 6),
        (78, 783, "Quyết định số 5/QĐ-TTg của Thủ tướng", 9),
        (72, 795, "Chính phủ.", 9),
    )
    read = pdf.read(content, "x")
    assert [(b.text, b.style) for b in read.blocks if isinstance(b, Paragraph)] == [
        ("Giao 500 căn cho các huyện", ""),
        ("diện tích 30 m2", ""),
        ("theo quy định.", ""),
        ("2 Quyết định số 5/QĐ-TTg của Thủ tướng", "footnote"),
        ("Chính phủ.", "footnote"),
    ]
    assert read.notes == ("footnote figures left out: 1",)


TASKS = [
    ["TT", "Nhiệm vụ", "Chủ trì", "Thời gian"],
    ["I. Hoàn thiện thể chế", "", "", ""],
    [
        "1",
        "Rà soát, sửa đổi quy định về hỗ trợ người thu nhập thấp thuê mua nhà ở",
        "Sở Xây dựng;\nSở Tài chính",
        "Quý II",
    ],
    ["2", "Thực hiện Chỉ thị số 34-\nCT/TW:\n- Báo cáo", "Công an tỉnh", ""],
]


def test_a_ruled_table_with_spans(font: str):
    style = ParagraphStyle("body", fontName=font, fontSize=12, alignment=TA_JUSTIFY)
    table = ruled(font, TASKS, [("SPAN", (0, 1), (-1, 1)), ("SPAN", (3, 2), (3, 3))])
    blocks = read(flowing(font, Flowing("PHỤ LỤC", style), table, Spacer(1, 20), Flowing("Hết.", style)))
    assert [type(block) for block in blocks] == [Paragraph, Table, Paragraph]
    assert isinstance(blocks[1], Table)
    assert blocks[1].rows == (
        ("TT", "Nhiệm vụ", "Chủ trì", "Thời gian"),
        ("I. Hoàn thiện thể chế",) * 4,
        (
            "1",
            "Rà soát, sửa đổi quy định về hỗ trợ người thu nhập thấp thuê mua nhà ở",
            "Sở Xây dựng;\nSở Tài chính",
            "Quý II",
        ),
        ("2", "Thực hiện Chỉ thị số 34-CT/TW:\n- Báo cáo", "Công an tỉnh", "Quý II"),
    )
    assert blocks[1].rows_lines == (2, 3, 4, 5)
    assert blocks[2].line == 6


def test_a_table_over_two_pages_is_two_tables(font: str):
    rows = [["TT", "Nhiệm vụ"], *([str(n), f"Rà soát quỹ đất của huyện thứ {n}"] for n in range(1, 60))]
    first, *others = read(flowing(font, ruled(font, rows)))
    assert isinstance(first, Table)
    assert all(isinstance(block, Table) and block.rows[0] == ("TT", "Nhiệm vụ") for block in others)
    found = [row for table in (first, *others) if isinstance(table, Table) for row in table.rows[1:]]
    assert found == [tuple(row) for row in rows[1:]]


def test_a_ruled_head_is_no_table(font: str):
    rows = [["UBND TỈNH LAI CHÂU\nSố: 5/KH-UBND", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do"]]
    assert words(flowing(font, ruled(font, rows, widths=(180, 270)))) == [
        "UBND TỈNH LAI CHÂU",
        "Số: 5/KH-UBND",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do",
    ]


def test_letters_drawn_twice_are_read_once(font: str):
    assert words(drawn(font, (72, 80, "KẾ HOẠCH"), (72.3, 80, "KẾ HOẠCH"))) == ["KẾ HOẠCH"]


def test_text_printed_sideways_is_reported(font: str):
    def stamp(canvas: Canvas) -> None:
        canvas.rotate(90)
        canvas.drawString(300, -40, "BẢN SAO")

    read = pdf.read(drawn(font, (72, 80, "Điều 1."), more=stamp), "x")
    assert [block.text for block in read.blocks if isinstance(block, Paragraph)] == ["Điều 1."]
    assert read.notes == ("text printed sideways left out on pages: 1",)


def scan(canvas: Canvas) -> None:
    from PIL import Image

    canvas.drawImage(ImageReader(Image.new("L", (50, 70), 200)), 0, 0, WIDTH, HEIGHT)
    canvas.showPage()


def test_a_scan_is_refused():
    with pytest.raises(pdf.NoTextLayer, match="run OCR first"):
        pdf.read(drawn("Helvetica", more=scan), "x.pdf")


def test_a_scan_with_the_stamp_of_a_signature_is_refused():
    def stamped(canvas: Canvas) -> None:
        scan(canvas)
        canvas.drawString(300, 700, "Signed 05.01.2025")

    with pytest.raises(pdf.NoTextLayer):
        pdf.read(drawn("Helvetica", more=stamped), "x.pdf")


def test_a_scanned_page_among_others_is_reported():
    def scanned(canvas: Canvas) -> None:
        canvas.showPage()
        scan(canvas)

    lines = [(72, 80 + 16 * n, "Quyet dinh so 5 cua Thu tuong") for n in range(5)]
    assert pdf.read(drawn("Helvetica", *lines, more=scanned), "x").notes == ("pages without text (scanned?): 2",)


def test_a_locked_file_is_refused():
    from reportlab.lib.pdfencrypt import StandardEncryption

    locked = StandardEncryption("secret", canPrint=0)
    with pytest.raises(pdf.EncryptedPdf, match=r"x\.pdf: it is protected by a password"):
        pdf.read(drawn("Helvetica", (72, 80, "x"), encrypt=locked), "x.pdf")


@pytest.mark.parametrize("cut", [0.2, 0.5, 0.9])
def test_a_cut_off_file_is_refused(cut: float):
    content = drawn("Helvetica", *((72, 80 + n, "Dieu 1") for n in range(500)))
    with pytest.raises(pdf.CutOffPdf, match="cut off"):
        pdf.read(content[: int(len(content) * cut)], "x.pdf")


def test_a_file_with_only_a_beginning_and_an_end_is_refused():
    with pytest.raises(pdf.CutOffPdf):
        pdf.read(b"%PDF-1.7\n%%EOF", "x.pdf")


def packed(content: bytes, name: bytes = b"/FlateDecode") -> bytes:
    return b"<</Filter " + name + b">>\nstream\n" + zlib.compress(content) + b"\nendstream\n"


def test_streams_that_unpack_to_too_much():
    bomb = packed(bytes(5_000_000), b"/FlateDecode /Subtype /Image")
    assert streams.unpacks_beyond(packed(bytes(5_000_000)), 6_000_000, 9_000_000)
    assert streams.unpacks_beyond(bomb, 4_000_000, 9_000_000)
    assert not streams.unpacks_beyond(bomb, 6_000_000, 9_000_000)
    assert streams.unpacks_beyond(bomb * 2, 6_000_000, 9_000_000)
    assert streams.unpacks_beyond(packed(b"", b"[/FlateDecode /FlateDecode]"), 10, 10)
    assert not streams.unpacks_beyond(b"stream\nnot packed\nendstream" + packed(b"x")[:20], 10, 10)


def test_limits(monkeypatch: pytest.MonkeyPatch):
    def turned(canvas: Canvas) -> None:
        canvas.showPage()
        canvas.drawString(72, 72, "x")

    content = drawn("Helvetica", (72, 80, "Dieu 1"), more=turned)
    for limit, value, error in [
        ("MOST_PAGES", 1, pdf.TooManyPages),
        ("MOST_CHARACTERS", 3, pdf.PdfBomb),
        ("LARGEST_STREAM", 1, pdf.PdfBomb),
    ]:
        with monkeypatch.context() as patched:
            patched.setattr(pdf, limit, value)
            with pytest.raises(error):
                pdf.read(content, "x")


def test_parts_that_draw_parts_without_end_are_refused():
    form = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X %d 0 R>>>>"
    forms = [bombs.stream(b"/X Do " * 10, form % (n + 6)) for n in range(25)]
    first = bombs.stream(b"/X Do")
    content = bombs.page(first, b"<</XObject<</X 5 0 R>>>>", b"[0 0 595 842]", *forms, bombs.stream(b""))
    with pytest.raises(pdf.PdfBomb, match=r"x\.pdf: its pages draw one part over and over"):
        pdf.read(content, "x.pdf")


def test_a_line_is_joined_when_the_next_word_would_not_have_fitted():
    def line(top: float, *texts: str) -> list[Word]:
        found, x = [], 5.0
        for text in texts:
            found.append(Word(text, Box(x, top, x + 6 * len(text), top + 10)))
            x += 6 * len(text) + 3
        return found

    cell = Box(0, 0, 100, 100)
    texts = [line(5, "Rà", "soát", "quỹ"), line(20, "đất-ở"), line(35, "giai", "đoạn", "2021-"), line(50, "2030")]
    (row,) = page.grid([cell], [word for each in texts for word in each])
    assert row == ["Rà soát quỹ đất-ở\ngiai đoạn 2021-2030"]
