from __future__ import annotations

from pathlib import Path

from ingest.blocks import Block, Paragraph, Table
from ingest.formats import markdown
from ingest.reader import read_document


def blocks(text: str) -> tuple[Block, ...]:
    return markdown.read(text.encode(), "x.md").blocks


def test_marks_go_and_words_stay():
    assert blocks(
        "## KẾ HOẠCH\n\n**I. MỤC ĐÍCH**\n\n*(Kèm theo Kế hoạch)*\n\n1\\. Phát triển kinh tế \\- xã hội R\\&D\n"
    ) == (
        Paragraph("KẾ HOẠCH", 1, wrapped=False, style="heading"),
        Paragraph("I. MỤC ĐÍCH", 3, wrapped=False),
        Paragraph("(Kèm theo Kế hoạch)", 5, wrapped=False),
        Paragraph("1. Phát triển kinh tế - xã hội R&D", 7, wrapped=False),
    )


def test_a_paragraph_on_several_lines_stays_on_several_lines():
    assert blocks("**TỈNH ỦY LAI CHÂU**\n**VĂN PHÒNG**\n\nTM. BAN THƯỜNG VỤ  \nPHÓ BÍ THƯ\n") == (
        Paragraph("TỈNH ỦY LAI CHÂU", 1, wrapped=True),
        Paragraph("VĂN PHÒNG", 2, wrapped=True, goes_on=True),
        Paragraph("TM. BAN THƯỜNG VỤ", 4, wrapped=True),
        Paragraph("PHÓ BÍ THƯ", 5, wrapped=True),
    )


def test_lists_keep_their_marks_and_numbers():
    text = "*   Sở Y tế;\n*   Sở Nội vụ.\n\n3.  Định kỳ báo cáo.\n\n- Giao:\n    + Công an tỉnh\n\na) Rà soát.\n"
    assert [(b.text, b.style) for b in blocks(text) if isinstance(b, Paragraph)] == [
        ("- Sở Y tế;", "list"),
        ("- Sở Nội vụ.", "list"),
        ("3. Định kỳ báo cáo.", "list"),
        ("- Giao:", "list"),
        ("+ Công an tỉnh", "list"),
        ("a) Rà soát.", ""),
    ]


def test_indented_and_underlined_lines_are_plain():
    text = "      ## ĐẢNG CỘNG SẢN VIỆT NAM\n\n    Số 12-KH/TU\n\nBAN CHẤP HÀNH\n---\n\n[1]: Điều 5 của Luật\n"
    assert [b.text for b in blocks(text) if isinstance(b, Paragraph)] == [
        "ĐẢNG CỘNG SẢN VIỆT NAM",
        "Số 12-KH/TU",
        "BAN CHẤP HÀNH",
        "[1]: Điều 5 của Luật",
    ]


def test_a_table():
    text = """Phụ lục

| TT | Nhiệm vụ | Chủ trì | Thời gian |
|---|:---|---|---|
| **I** | **Thể chế** | | |
| 1. | Rà soát quỹ đất<br>- Báo cáo | Sở Xây dựng |
| 2. | Lập A \\| B | Công an | 2025 | gia hạn |
"""
    assert blocks(text)[1] == Table(
        (
            ("TT", "Nhiệm vụ", "Chủ trì", "Thời gian"),
            ("I", "Thể chế", "", ""),
            ("1.", "Rà soát quỹ đất\n- Báo cáo", "Sở Xây dựng", ""),
            ("2.", "Lập A | B", "Công an", "2025 | gia hạn"),
        ),
        3,
        (3, 5, 6, 7),
    )


def test_a_row_on_several_lines_is_one_row():
    text = (
        "| TT | Nhiệm vụ | Chủ trì |\n|---|---|---|\n| 1 | Lập\nkế hoạch | Sở Tài chính |\n| 2 | Kiểm tra | Sở Y tế |"
    )
    assert blocks(text) == (
        Table(
            (
                ("TT", "Nhiệm vụ", "Chủ trì"),
                ("1", "Lập\nkế hoạch", "Sở Tài chính"),
                ("2", "Kiểm tra", "Sở Y tế"),
            ),
            1,
            (1, 3, 5),
        ),
    )


def test_the_rest_of_a_table_after_a_blank_line_is_a_table():
    text = "| TT | Nhiệm vụ |\n|---|---|\n| 1 | Xây dựng |\n\n| 2 | Kiểm tra |\n| 3 | Báo cáo |\n"
    assert blocks(text) == (
        Table((("TT", "Nhiệm vụ"), ("1", "Xây dựng")), 1, (1, 3)),
        Table((("2", "Kiểm tra"), ("3", "Báo cáo")), 5, (5, 6)),
    )


def test_html_in_markdown_is_read():
    found = blocks("Điều 1\n\n<div align='center'>PHỤ LỤC &amp; BIỂU</div>\n\n<script>alert(1)</script>\n\nĐiều 2\n")
    assert [b.text for b in found if isinstance(b, Paragraph)] == ["Điều 1", "PHỤ LỤC & BIỂU", "Điều 2"]


def test_code_is_kept_as_written():
    assert blocks("```\nSố: 12/KH-UBND\n```\n") == (Paragraph("Số: 12/KH-UBND", 2, wrapped=True, style="code"),)


def test_a_line_goes_on_with_the_one_before_where_paragraphs_are_apart():
    """Also before a capital; not where the whole text is one paragraph, and not behind a break that is meant."""
    apart = blocks("- Kho bạc Nhà nước khu vực sông\nĐà mở cửa.\n\nDòng một  \nDòng hai\n")
    assert [(block.text, block.goes_on) for block in apart if isinstance(block, Paragraph)] == [
        ("- Kho bạc Nhà nước khu vực sông", False),
        ("Đà mở cửa.", True),
        ("Dòng một", False),
        ("Dòng hai", False),
    ]
    whole = blocks("\n".join(f"Dòng {n}" for n in range(40)))
    assert not any(block.goes_on for block in whole if isinstance(block, Paragraph))


def test_a_table_of_nothing_but_rules_is_no_reason_to_refuse_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("KẾ HOẠCH\n\n| Việc | Cơ quan |\n\n|---|---|\n\n| Rà soát | Sở Xây dựng |\n", encoding="utf-8")
    reading, _ = read_document(path)
    assert "Rà soát" in reading.text
