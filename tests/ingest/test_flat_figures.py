"""Tables of years that a PDF's text has taken apart."""

from __future__ import annotations

from ingest.blocks import Paragraph, Table
from ingest.flat_figures import recover
from tests.ingest.reading import blocks, figures, read


def test_headings_one_below_the_other_and_figures_on_a_line() -> None:
    found = recover(blocks("Đơn vị\nNăm 2025\nNăm 2026\nNăm 2027\nTổng cộng\ncăn 100 1.150 200 1.450", wrapped=True))
    assert [block.rows for block in found if isinstance(block, Table)] == [
        (("Đơn vị tính", "Năm 2025", "Năm 2026", "Năm 2027", "Tổng cộng"), ("căn", "100", "1.150", "200", "1.450")),
    ]


def test_the_figures_are_targets() -> None:
    reading = read("I. CHỈ TIÊU\nĐơn vị\nNăm 2025\nNăm 2026\nTổng cộng\ncăn 100 1.150 1.250", wrapped=True)
    assert [(f.value, f.unit, f.period, f.part_of) for f in figures(reading)] == [
        (100, "căn", ("2025", "2025"), 1250),
        (1150, "căn", ("2026", "2026"), 1250),
        (1250, "căn", ("2025", "2026"), None),
    ]


def test_figures_without_a_heading_for_each_stay_prose() -> None:
    for snippet in ("Năm 2025\nNăm 2026\ncăn 100 200 300", "Điểm thi\n100 200 300", "căn 100 200 300"):
        assert all(isinstance(block, Paragraph) for block in recover(blocks(snippet, wrapped=True)))


def test_rows_with_a_label_before_their_figures() -> None:
    snippet = """
        Đơn vị tính: căn
        STT Địa phương Tổng chỉ tiêu Năm 2026 Năm 2027
        1 Phường Đoàn Kết 300 100 200
        2 Xã Tân Phong 1.150 - 1.150
    """
    found = recover(blocks(snippet, wrapped=True))
    assert [block.rows for block in found if isinstance(block, Table)] == [
        (
            ("Nội dung", "Đơn vị tính", "Tổng cộng", "Năm 2026", "Năm 2027"),
            ("Phường Đoàn Kết", "căn", "300", "100", "200"),
            ("Xã Tân Phong", "căn", "1.150", "", "1.150"),
        )
    ]
    assert [(f.value, f.unit, f.period, f.part_of) for f in figures(read("I. CHỈ TIÊU", *[snippet], wrapped=True))] == [
        (300, "căn", ("2026", "2027"), None),
        (100, "căn", ("2026", "2026"), 300),
        (200, "căn", ("2027", "2027"), 300),
        (1150, "căn", ("2026", "2027"), None),
        (1150, "căn", ("2027", "2027"), 1150),
    ]


def test_labelled_rows_without_a_heading_for_each_figure_stay_prose() -> None:
    for snippet in (
        "Tên Năm 2026\nAn 1 2 3\nBình 4 5 6",
        "An 1 2 3\nBình 4 5 6",
    ):
        assert all(isinstance(block, Paragraph) for block in recover(blocks(snippet, wrapped=True)))
