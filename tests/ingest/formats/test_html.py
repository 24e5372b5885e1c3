from __future__ import annotations

from ingest.blocks import Block, Paragraph, Table
from ingest.formats import html


def blocks(text: str) -> tuple[Block, ...]:
    return html.read(text.encode(), "x.html").blocks


def words(text: str) -> list[str]:
    return [block.text for block in blocks(text) if isinstance(block, Paragraph)]


def test_blocks_are_paragraphs():
    page = """<!DOCTYPE html><html><head><title>Cổng thông tin</title><style>p {color: red}</style></head><body>
<h2>KẾ HOẠCH</h2>
<div>Căn cứ <b>Luật Nhà ở</b>&nbsp;<i>năm</i> 2023;<p>Điều 1.
   Giao Sở Xây dựng</p> tiếp theo</div><script>alert("Điều 9")</script>
<p style="DISPLAY: none">ẩn</p><!-- ghi chú --></body></html>"""
    assert blocks(page) == (
        Paragraph("KẾ HOẠCH", 2, wrapped=False, style="heading"),
        Paragraph("Căn cứ Luật Nhà ở năm 2023;", 3, wrapped=False),
        Paragraph("Điều 1. Giao Sở Xây dựng", 3, wrapped=False),
        Paragraph("tiếp theo", 3, wrapped=False),
    )


def test_line_breaks_make_lines():
    assert [
        (b.text, b.wrapped)
        for b in blocks("<p>TM. ỦY BAN NHÂN DÂN<br>KT. CHỦ TỊCH<br/> <br/></p>")
        if isinstance(b, Paragraph)
    ] == [
        ("TM. ỦY BAN NHÂN DÂN", True),
        ("KT. CHỦ TỊCH", True),
    ]


def test_lists():
    assert words("<ul><li>Sở Y tế<li><p>Sở Nội vụ</p></ul><ol start=3 type=a><li>Rà soát<li>Báo cáo</ol>") == [
        "- Sở Y tế",
        "- Sở Nội vụ",
        "c. Rà soát",
        "d. Báo cáo",
    ]
    assert words(
        "<p class=MsoListParagraph><span style='font-family:Symbol'>·<span>&nbsp; </span></span>Chủ trì</p>"
    ) == ["- Chủ trì"]


def test_spans_are_filled():
    page = """<table border="1">
<tr><th rowspan=2>TT</th><th rowspan=2>Nhiệm vụ</th><th colspan=2>Cơ quan</th></tr>
<tr><th>Chủ trì</th><th>Phối hợp</th></tr>
<tr><td>1</td><td><p>Rà soát</p><p>- quỹ đất</p></td><td>Sở Xây dựng</td><td></td></tr>
</table>"""
    assert blocks(page) == (
        Table(
            (
                ("TT", "Nhiệm vụ", "Cơ quan", "Cơ quan"),
                ("TT", "Nhiệm vụ", "Chủ trì", "Phối hợp"),
                ("1", "Rà soát\n- quỹ đất", "Sở Xây dựng", ""),
            ),
            2,
            (2, 3, 4),
        ),
    )


def test_the_head_is_read_left_before_right():
    page = """<table><tr><td>UBND TỈNH LAI CHÂU<br>-------</td><td>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br>
Độc lập - Tự do - Hạnh phúc</td></tr>
<tr><td>Số: 12/KH-UBND</td><td>Lai Châu, ngày 05 tháng 01 năm 2025</td></tr></table><p>KẾ HOẠCH</p>"""
    assert words(page) == [
        "UBND TỈNH LAI CHÂU",
        "-------",
        "Số: 12/KH-UBND",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Lai Châu, ngày 05 tháng 01 năm 2025",
        "KẾ HOẠCH",
    ]


def test_a_borderless_table_of_tasks_stays_a_table():
    rows = "".join(f"<tr><td>{n}</td><td>Nhiệm vụ {n}</td><td>Sở Y tế</td></tr>" for n in range(1, 9))
    (table,) = blocks(f"<table>{rows}</table>")
    assert isinstance(table, Table)
    assert len(table.rows) == 8


def test_nested_tables_stay_in_their_cell():
    page = """<table border=1><tr><td>1</td><td><table border=1><tr><td>Quý I</td><td>100</td></tr></table></td></tr>
<tr><td>2</td><td>x</td></tr></table>"""
    assert [block.rows for block in blocks(page) if isinstance(block, Table)] == [(("1", "Quý I 100"), ("2", "x"))]


def test_huge_spans_and_deep_nesting_are_bounded():
    (table,) = blocks(
        "<table border=1><tr><td colspan=1000000 rowspan=99999999>a</td><td>b</td></tr><tr><td>c</td></tr></table>"
    )
    assert isinstance(table, Table)
    assert len(table.rows[0]) == 200
    assert words("<div>" * 5000 + "Điều 1")[:1] in ([], ["Điều 1"])


def test_the_encoding_is_what_it_is_not_what_is_declared():
    page = '<?xml version="1.0" encoding="iso-8859-1"?><html><meta charset="windows-1252"><body>Đắk Lắk</body></html>'
    assert words(page) == ["Đắk Lắk"]


def test_nothing_is_fetched(monkeypatch):
    import socket

    def refuse(*_: object) -> None:
        raise AssertionError("the network was used")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    page = '<!DOCTYPE html SYSTEM "http://example.org/x.dtd"><img src="http://example.org/x.png"><p>&xxe;Điều 1</p>'
    assert words(page)[-1].endswith("Điều 1")
