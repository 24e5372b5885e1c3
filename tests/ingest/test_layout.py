"""Physical lines to the stored text: what PDF text does to a document, mended."""

from __future__ import annotations

import pytest

from ingest.layout import Grid, Layout, Line
from tests.ingest.reading import laid, read, table


def lines(layout: Layout, *zones: str) -> list[str]:
    return [part.text for part in layout.parts if isinstance(part, Line) and part.zone in (zones or ("body",))]


FULL = "1. Rà soát quỹ đất trên địa bàn, ưu tiên các khu gần nhà máy để công nhân đi lại"


def test_lines_are_joined_to_paragraphs() -> None:
    found = laid(
        f"""
        {FULL}

        thuận tiện; lập danh mục các khu đất.

        2. Việc khác.

        - Bullet một;

        + Bullet con.
        """,
        wrapped=True,
    )
    assert lines(found) == [
        f"{FULL} thuận tiện; lập danh mục các khu đất.",
        "2. Việc khác.",
        "- Bullet một;",
        "+ Bullet con.",
    ]


def test_a_hyphen_at_the_end_of_a_line() -> None:
    found = laid("1. Quán triệt Chỉ thị số 34-\nCT/TW và Quyết định số 927/\nQĐ-TTg trong toàn ngành.", wrapped=True)
    assert lines(found) == ["1. Quán triệt Chỉ thị số 34-CT/TW và Quyết định số 927/QĐ-TTg trong toàn ngành."]


def test_a_dash_between_words_keeps_its_space() -> None:
    found = laid(f"{FULL}, Sở Lao động -\nThương binh và Xã hội lập hồ sơ.", wrapped=True)
    assert lines(found) == [f"{FULL}, Sở Lao động - Thương binh và Xã hội lập hồ sơ."]


def test_page_numbers_are_set_aside() -> None:
    found = laid(f"{FULL}\n\n2\n\nthuận tiện hơn trước.\n\n3\n\n2. Việc khác.", wrapped=True)
    assert lines(found) == [f"{FULL} thuận tiện hơn trước.", "2. Việc khác."]


def test_footnotes_go_behind_the_line_that_refers_to_them() -> None:
    found = laid(
        f"""
        {FULL} và

        1

        ; lập danh mục.

        4

        1

        Theo Nghị quyết của xã.

        2. Việc khác.
        """,
        wrapped=True,
    )
    assert lines(found) == [f"{FULL} và; lập danh mục.", "2. Việc khác."]
    assert lines(found, "note") == ["Theo Nghị quyết của xã."]
    (note,) = found.notes
    assert found.text[: note.anchor].endswith(f"{FULL} và")


def test_zones() -> None:
    found = laid(
        """
        1. Sở Xây dựng lập danh mục.
        Nơi nhận:
        - Như trên;
        - Lưu: VT.
        TM. ỦY BAN NHÂN DÂN
        CHỦ TỊCH
        Lê Văn Mẫu
        PHỤ LỤC
        1. Danh mục
        """
    )
    assert lines(found, "head")[0] == "ỦY BAN NHÂN DÂN"
    assert lines(found, "foot")[0] == "Nơi nhận:"
    assert lines(found, "foot")[-1] == "Lê Văn Mẫu"
    assert lines(found) == ["1. Sở Xây dựng lập danh mục.", "PHỤ LỤC", "1. Danh mục"]


def test_a_row_is_a_line_with_its_cells_parted_by_tabs() -> None:
    reading = read("1. Bảng", table("STT|Nhiệm vụ|Chủ trì\n1|Lập hồ sơ|Sở Y tế"))
    assert reading.text.endswith("STT\tNhiệm vụ\tChủ trì\n1\tLập hồ sơ\tSở Y tế\n")


def test_parts_point_into_the_text() -> None:
    found = laid("1. Một\n- Hai\nBa")
    for part in found.parts:
        assert not isinstance(part, Grid)
        assert found.text[part.start : part.end] == part.text


def test_lines_of_the_source() -> None:
    found = laid(f"{FULL}\n\nthuận tiện hơn.\n\n2. Việc khác.", wrapped=True)
    at = {number: found.text[offset:].strip()[:9] for offset, number in found.lines}
    assert (at[100], at[102], at[104]) == ("1. Rà soá", "thuận tiệ", "2. Việc k")
    assert list(found.lines) == sorted(found.lines)


def test_a_year_at_the_head_of_a_line_opens_no_item() -> None:
    found = laid(f"{FULL} từ\n\n2025. đến nay đã thuận tiện.", wrapped=True)
    assert len(lines(found)) == 1


def test_a_footnote_whose_number_in_brackets_has_a_line_of_its_own() -> None:
    found = laid(
        """
        Các xã đã ban hành kế hoạch[1] để thực hiện
        và báo cáo hằng năm.
        Nơi nhận:
        - Như trên;
        [1]
        Kế hoạch số 5/KH-UBND của xã A;
        kế hoạch số 6/KH-UBND của xã B.
        """,
        wrapped=True,
    )
    assert lines(found)[:1] == ["Các xã đã ban hành kế hoạch[1] để thực hiện và báo cáo hằng năm."]
    assert lines(found, "note") == ["Kế hoạch số 5/KH-UBND của xã A; kế hoạch số 6/KH-UBND của xã B."]


def test_a_number_in_brackets_before_small_letters_is_no_footnote() -> None:
    found = laid("Theo tài liệu đã công bố hằng năm\n[1]\nvà các nguồn khác.", wrapped=True)
    assert lines(found, "note") == []


def test_lines_wider_than_a_page_are_paragraphs() -> None:
    """Whatever their lengths; a line of a page that is full goes on in the next."""
    first = "Suối cạn từ tháng ba" + ", bến thuyền lùi xa dần" * 12 + "."
    second = "Người trong bản" + " đào thêm giếng ở chân đồi" * 14 + "."
    assert lines(laid(f"{first}\n{second}\n{first}", wrapped=True), "body") == [first, second, first]
    cut = "Suối cạn từ tháng ba, bến thuyền lùi xa dần, người trong bản phải đào thêm giếng ở mé đồi."
    assert lines(laid(f"{cut}\n{cut}\n{cut}", wrapped=True), "body") == [" ".join([cut] * 3)]


@pytest.mark.parametrize(
    ("first", "second", "apart"),
    [
        ("2. Trung tâm Y tế các huyện, thành phố", "Tham mưu UBND huyện lập danh sách các điểm tiêm; báo cáo.", True),
        ("3. Sở Tài chính, Sở Nội vụ:", "Bố trí kinh phí cho việc tập huấn cán bộ của các cơ sở.", True),
        # a name that goes on, a sentence that began before, words that begin no order
        ("2. Trung tâm Y tế các huyện, thành phố,", "Sở Y tế và Công an tỉnh kiểm tra các cơ sở.", False),
        ("2. Giao Trung tâm Y tế các huyện, thành phố", "Tổ chức tiêm chủng tại các điểm tiêm của xã.", False),
        ("2. Trung tâm Y tế các huyện, thành phố", "Bình Minh và Long Hồ tổ chức tiêm cho trẻ em.", False),
    ],
)
def test_an_order_below_a_heading_of_bodies_is_a_paragraph_of_its_own(first: str, second: str, apart: bool) -> None:
    layout = laid(f"1. Nội dung chung của đợt này.\n{first}\n{second}", wrapped=True)
    assert (first in lines(layout)) is apart


def test_articles_behind_the_signature_are_text_again() -> None:
    layout = laid(
        "Điều 1. Ban hành Quy chế kèm theo.\nNơi nhận:\n- Như Điều 1;\n- Lưu: VT.\nCHỦ TỊCH\nLê Văn Mẫu\n"
        "Chương II\nTRÁCH NHIỆM\nĐiều 4. Sở Xây dựng\n1. Kiểm tra quỹ nhà."
    )
    assert [line for line in lines(layout) if line.startswith(("Điều", "1."))] == [
        "Điều 1. Ban hành Quy chế kèm theo.",
        "Điều 4. Sở Xây dựng",
        "1. Kiểm tra quỹ nhà.",
    ]
    assert "- Như Điều 1;" in lines(layout, "foot")


def test_a_part_behind_the_signature_is_text_again_and_a_name_is_not() -> None:
    layout = laid(
        "Điều 1. Ban hành Chiến lược.\nNơi nhận:\n- Lưu: VT.\nKT. CHỦ TỊCH\nV. Lê Văn Mẫu\n"
        "X. Hoàn thiện thể chế, chính sách\n1. Rà soát các quy định."
    )
    assert lines(layout)[-2:] == ["X. Hoàn thiện thể chế, chính sách", "1. Rà soát các quy định."]
    assert "V. Lê Văn Mẫu" in lines(layout, "foot")
