"""Task tables that a PDF's text has taken apart, put together again."""

from __future__ import annotations

from ingest.blocks import Paragraph, Table
from ingest.flat_tables import cut, recover
from tests.ingest.reading import blocks, people, read, tasks

HEADING = """\
TT
Nội dung nhiệm vụ
Cơ quan chủ trì
Cơ quan phối hợp
Thời gian thực hiện
"""


def rows(snippet: str) -> list[tuple[str, ...]]:
    """The rows behind the heading of the only table in a snippet."""
    (found,) = [block for block in recover(blocks(snippet, wrapped=True)) if isinstance(block, Table)]
    return list(found.rows[1:])


def test_cells_one_below_the_other() -> None:
    assert rows(
        HEADING
        + """\
1
Rà soát quỹ đất cho nhà ở công nhân
Sở Xây dựng
Sở Tài chính; UBND các xã
Quý II/2025
2
Vay vốn
Sở Tài chính
Công an tỉnh
Hằng năm
"""
    ) == [
        ("1", "Rà soát quỹ đất cho nhà ở công nhân", "Sở Xây dựng", "Sở Tài chính; UBND các xã", "Quý II/2025"),
        ("2", "Vay vốn", "Sở Tài chính", "Công an tỉnh", "Hằng năm"),
    ]


def test_cells_of_several_lines_and_an_empty_one() -> None:
    assert rows(
        HEADING
        + """\
1
Công khai danh sách người được
mua nhà trên địa bàn
Sở Nội vụ
Thường xuyên
2
Vay vốn
Sở Tài chính
Sở Xây dựng; Sở Nội vụ;
Công an tỉnh
Hằng năm
"""
    ) == [
        ("1", "Công khai danh sách người được mua nhà trên địa bàn", "Sở Nội vụ", "", "Thường xuyên"),
        ("2", "Vay vốn", "Sở Tài chính", "Sở Xây dựng; Sở Nội vụ; Công an tỉnh", "Hằng năm"),
    ]


def test_the_heading_again_and_page_numbers() -> None:
    found = rows(
        HEADING
        + "1\nVay vốn\nSở Tài chính\nCông an tỉnh\nHằng năm\n12\n"
        + HEADING
        + "2\nCông bố\nSở Nội vụ\nSở Y tế\nNăm 2026\n"
    )
    assert [row[:3] for row in found] == [("1", "Vay vốn", "Sở Tài chính"), ("2", "Công bố", "Sở Nội vụ")]


def test_prose_behind_the_table_stays_prose() -> None:
    reading = read(
        HEADING
        + "1\nVay vốn\nSở Tài chính\nCông an tỉnh\nHằng năm\n2\nCông bố\nSở Nội vụ\nSở Y tế\nNăm 2026\n"
        + "Nơi nhận:\n- Như trên;\n- Lưu: VT.\n",
        wrapped=True,
    )
    assert people(reading) == {
        "PL.1": (("Sở Tài chính",), ("Công an",)),
        "PL.2": (("Sở Nội vụ",), ("Sở Y tế",)),
    }
    assert reading.props["recipients"] == ["Như trên", "Lưu: VT"]


def test_each_row_knows_its_line() -> None:
    found = recover(
        blocks(HEADING + "1\nVay vốn\nSở Y tế\nSở Nội vụ\nHằng năm\n2\nCông bố\nSở Y tế\nSở Nội vụ\nHằng năm")
    )
    (block,) = [b for b in found if isinstance(b, Table)]
    assert block.rows_lines == (1, 6, 11)


def test_a_table_that_is_no_task_table_is_left_alone() -> None:
    snippet = "TT\nTên xã\nDân số\n1\nMường Than\n12.000\n2\nThan Uyên\n9.500"
    assert all(isinstance(block, Paragraph) for block in recover(blocks(snippet, wrapped=True)))


def test_numbered_prose_is_left_alone() -> None:
    snippet = "1. Sở Xây dựng lập danh mục.\n2. Sở Nội vụ công bố."
    assert recover(blocks(snippet, wrapped=True)) == blocks(snippet, wrapped=True)
    assert [t.ref for t in tasks(read(snippet, wrapped=True))] == ["1", "2"]


def test_roles_in_one_cell_stay_together() -> None:
    lines = ["Giải phóng mặt bằng", "Chủ trì: UBND các xã", "Phối hợp: Trung tâm Phát triển quỹ đất", "Năm 2026"]
    assert cut(lines, ("task", "both", "deadline")) == [lines[0], " ".join(lines[1:3]), "Năm 2026"]
