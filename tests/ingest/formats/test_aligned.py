"""Tables whose columns stand side by side in a text."""

from __future__ import annotations

from textwrap import dedent

from ingest.blocks import Paragraph, Table
from ingest.formats.plain import lines


def rows(text: str) -> list[tuple[str, ...]]:
    (found,) = [block for block in lines(dedent(text)) if isinstance(block, Table)]
    return list(found.rows)


def test_cells_over_several_lines() -> None:
    assert rows(
        """
        STT   Nội dung             Cơ quan chủ trì      Thời gian
        1     Lập bản đồ các khu   Sở Nông nghiệp và    Quý I/2026
              nhà trọ              Môi trường
        2     Cấp vốn              Sở Tài chính         Hằng năm
        """
    ) == [
        ("STT", "Nội dung", "Cơ quan chủ trì", "Thời gian"),
        ("1", "Lập bản đồ các khu nhà trọ", "Sở Nông nghiệp và Môi trường", "Quý I/2026"),
        ("2", "Cấp vốn", "Sở Tài chính", "Hằng năm"),
    ]


def test_sections_empty_cells_page_numbers_and_the_heading_again() -> None:
    found = rows(
        """
         STT            Nhiệm vụ               Cơ quan          Đơn vị         Thời gian
                                               chủ trì         phối hợp        hoàn thành
         I     QUY HOẠCH
         1     Lập bản đồ các khu nhà trọ    Sở Xây dựng                       Năm 2026
                                      7
         STT            Nhiệm vụ               Cơ quan          Đơn vị         Thời gian
                                               chủ trì         phối hợp        hoàn thành
         2     Công khai bản đồ tại trụ      Sở Nội vụ       UBND các xã,      Tháng 5/2026
               sở các xã                                     phường

        Nơi nhận:
        """
    )
    assert found == [
        ("STT", "Nhiệm vụ", "Cơ quan chủ trì", "Đơn vị phối hợp", "Thời gian hoàn thành"),
        ("I", "QUY HOẠCH", "", "", ""),
        ("1", "Lập bản đồ các khu nhà trọ", "Sở Xây dựng", "", "Năm 2026"),
        ("2", "Công khai bản đồ tại trụ sở các xã", "Sở Nội vụ", "UBND các xã, phường", "Tháng 5/2026"),
    ]


def test_what_follows_the_table_stays_text() -> None:
    found = lines(
        dedent(
            """
            STT   Nội dung      Cơ quan chủ trì   Thời gian
            1     Lập bản đồ    Sở Xây dựng       Năm 2026
            2     Cấp vốn       Sở Tài chính      Năm 2026
            Kinh phí lấy từ ngân sách tỉnh.
            """
        )
    )
    assert [type(block) for block in found] == [Table, Paragraph]
    assert found[0].line == 2
    assert isinstance(found[0], Table)
    assert found[0].rows_lines == (2, 3, 4)


def test_no_table_of_duties() -> None:
    for text in (
        "STT   Họ tên      Năm sinh   Quê quán\n1     An          1990       Huế\n2     Bình        1991       Huế",
        "STT   Nội dung      Cơ quan chủ trì   Thời gian\nđược ghi trong sổ",
        "STT   Nội dung và cơ quan chủ trì của từng việc",
    ):
        assert all(isinstance(block, Paragraph) for block in lines(text))
