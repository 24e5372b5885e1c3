"""Results told apart from goals by the part they stand in, and by the heading of their column."""

from __future__ import annotations

import pytest

from ingest.goal_parts import is_result_column
from tests.ingest.reading import figures, read, table


def statuses(snippet: str) -> list[tuple[float, str]]:
    return [(f.value, f.status) for f in figures(read(snippet))]


@pytest.mark.parametrize(
    "heading",
    [
        "I. KẾT QUẢ",
        "I. KẾT QUẢ THỰC HIỆN NĂM 2024",
        "I. MỘT SỐ KẾT QUẢ ĐẠT ĐƯỢC",
        "I. THỰC TRẠNG",
        "I. ĐÁNH GIÁ CHUNG",
        "I. SỰ CẦN THIẾT",
        "I. ĐÁNH GIÁ TÌNH HÌNH THỰC HIỆN CHỈ TIÊU NĂM 2024",
        "I. TỔNG QUAN\n1. Những kết quả đạt được",
        "I. TỔNG QUAN\n1. Hạn chế, nguyên nhân",
    ],
)
@pytest.mark.parametrize("mark", ["- ", "a) ", ""])
def test_figures_of_a_part_that_tells_results(heading: str, mark: str) -> None:
    words = f"{heading}\n{mark}Tỷ lệ hộ dùng nước sạch đạt 88%; hoàn thành 120 phòng học, bằng 95% kế hoạch."
    assert statuses(words) == [(88, "achieved"), (120, "achieved"), (95, "achieved")]


@pytest.mark.parametrize(
    "heading",
    [
        "I. MỤC TIÊU",
        "I. CHỈ TIÊU CHỦ YẾU",
        "I. MỤC TIÊU\n1. Kết quả cần đạt",
        "I. MỤC TIÊU\n1. Kết quả đạt được đến năm 2030",
        "I. KẾT QUẢ NĂM 2024 VÀ PHƯƠNG HƯỚNG NĂM 2026",
        "I. THỰC TRẠNG VÀ MỤC TIÊU",
        "I. THỰC TRẠNG\n1. Mục tiêu phấn đấu",
        "I. NHIỆM VỤ, GIẢI PHÁP\n1. Tình hình mưa lũ, ứng phó",
        "I. NHIỆM VỤ\n1. Cấp nước\n2. Kết quả",
    ],
)
def test_figures_of_a_part_that_sets_goals(heading: str) -> None:
    assert statuses(f"{heading}\n- Tỷ lệ hộ dùng nước sạch đạt 88%.") == [(88, "target")]


def test_a_part_whose_heading_stands_below_its_mark() -> None:
    words = (
        "PHẦN THỨ NHẤT\nKẾT QUẢ THỰC HIỆN NĂM 2024\n1. Chăn nuôi\n- Đàn bò đạt 80.000 con.\n"
        "PHẦN THỨ HAI\nMỤC TIÊU NĂM 2026\n1. Chăn nuôi\n- Đàn bò đạt 90.000 con."
    )
    assert [(f.value, f.period, f.status) for f in figures(read(words))] == [
        (80000, ("2024", "2024"), "achieved"),
        (90000, ("2026", "2026"), "target"),
    ]


def test_parts_of_what_was_reached() -> None:
    words = "I. KẾT QUẢ\n1. Đã đào tạo 6.300 lao động, trong đó 2.100 lao động nữ, vượt 5% kế hoạch."
    assert [(f.value, f.part_of) for f in figures(read(words))] == [(6300, None), (2100, 6300), (5, None)]
    # of what is not read nothing is a part
    assert statuses("I. QUY ĐỊNH CHUNG\n1. Xã có 6.300 lao động, trong đó 2.100 lao động nữ, vượt 5% kế hoạch.") == []


def test_a_goal_told_among_results() -> None:
    words = (
        "I. KẾT QUẢ\n1. Hộ nghèo còn giảm chậm. Phấn đấu tỷ lệ hộ nghèo giảm còn 3%.\n2. Năm 2027 hoàn thành 40 cầu."
    )
    assert statuses(words) == [(3, "target"), (40, "target")]
    assert statuses("I. KẾT QUẢ\n1. Hoàn thành chỉ tiêu được giao 40 căn.") == [(40, "assigned")]
    told = "I. KẾT QUẢ\n1. Đã hoàn thành 24 căn, đạt 60% chỉ tiêu tỉnh giao (40 căn), bàn giao 20 căn."
    assert statuses(told) == [(24, "achieved"), (60, "achieved"), (40, "assigned"), (20, "achieved")]


def test_deeds_count_only_where_results_are_told() -> None:
    words = "1. Đã cấp 12.300 giấy chứng nhận.\n2. Trồng được 90 ha rừng."
    assert statuses(f"I. KẾT QUẢ ĐẠT ĐƯỢC\n{words}") == [(12300, "achieved"), (90, "achieved")]
    assert statuses(f"I. QUY ĐỊNH CHUNG\n{words}") == []
    # what is so, and what is allowed, is nobody's result
    assert (
        statuses("I. KẾT QUẢ ĐẠT ĐƯỢC\n1. Người mua được vay 80% giá trị hợp đồng.\n2. Hiện có 25 dự án dở dang.") == []
    )


@pytest.mark.parametrize(
    "heading",
    [
        "Hiện trạng",
        "Thực trạng năm 2024",
        "Thực hiện 2024",
        "Thực hiện năm 2024",
        "Thực hiện",
        "TH 2024",
        "Ước năm 2025",
        "Kết quả năm 2024",
        "Kết quả thực hiện",
        "Đã giao",
        "Hiện có",
    ],
)
def test_columns_of_results(heading: str) -> None:
    assert is_result_column(heading)


@pytest.mark.parametrize(
    "heading",
    ["Kế hoạch thực hiện năm 2026", "Kết quả", "Sản phẩm, kết quả", "Năm 2026", "Thực hiện thanh toán", "Nước sạch"],
)
def test_columns_of_none(heading: str) -> None:
    assert not is_result_column(heading)


def test_the_unit_is_what_its_column_says() -> None:
    rows = table(
        """
        Lĩnh vực | Nội dung dành cho người dân | Đơn vị tính | Năm 2026 | Năm 2027
        Hành chính | Chỉ số hài lòng | Thứ hạng | 20 | 15
        Việc làm | Số việc làm mới | lao động | 300 | 400
        """
    )
    assert [(f.value, f.unit) for f in figures(read(rows))] == [
        (20, "thứ hạng"),
        (15, "thứ hạng"),
        (300, "lao động"),
        (400, "lao động"),
    ]


SCHEME = """
Điều 1. Thông qua Đề án sắp xếp dân cư vùng sạt lở giai đoạn 2026 - 2028, với những nội dung sau:
1. Số lượng thực hiện: 4.500 hộ với 20.100 khẩu, tại 90 thôn, trong đó:
a) Vùng sạt lở: Tổng số 1.500 hộ, 7.000 khẩu.
2. Mức hỗ trợ: 50 triệu đồng/hộ.
3. Nhu cầu kinh phí: Tổng vốn cho cả giai đoạn là 96.400,5 triệu đồng.
4. Lộ trình
a) Năm 2026: Tổng số 1.000 hộ, kinh phí 20.200 triệu đồng.
"""


def test_how_much_an_approved_scheme_comes_to() -> None:
    assert [(f.value, f.unit) for f in figures(read(SCHEME))] == [
        (4500, "hộ"),
        (20100, "khẩu"),
        (1500, "hộ"),
        (7000, "khẩu"),
        (96400.5, "triệu đồng"),
        (1000, "hộ"),
        (20200, "triệu đồng"),
    ]


def test_sizes_elsewhere_are_told_of() -> None:
    assert not figures(read("II. TÌNH HÌNH\n1. Tổng số 4.500 hộ với 20.100 khẩu sống tại 90 thôn."))
    assert not figures(read("Điều 2. Hồ sơ\n1. Số lượng hồ sơ: 02 bộ."))
