"""Figures that are goals: value, unit, comparator, period, parts and who set them."""

from __future__ import annotations

import pytest

from tests.ingest.reading import Figure, figures, read, table

GOALS = "I. MỤC TIÊU\n1. "


def one(sentence: str) -> Figure:
    (found,) = figures(read(GOALS + sentence))
    return found


def values(*parts: str) -> list[tuple[float, tuple[str, str], float | None]]:
    return [(f.value, f.period, f.part_of) for f in figures(read(*parts))]


@pytest.mark.parametrize(
    ("sentence", "value", "unit"),
    [
        ("Hoàn thành 1.800 căn hộ.", 1800, "căn hộ"),
        ("Xây dựng 1.062.200 căn hộ nhà ở xã hội.", 1_062_200, "căn hộ"),
        ("Diện tích bình quân đạt 23,29 m2 sàn/người.", 23.29, "m2 sàn/người"),
        ("Tỷ lệ nhà kiên cố đạt 85%.", 85, "%"),
        ("Tỷ lệ nhà kiên cố đạt 92,5 %.", 92.5, "%"),
        ("Cả nước xây 01 triệu căn hộ.", 1_000_000, "căn hộ"),
        ("Bố trí 20 ha đất sạch.", 20, "ha"),
        ("Khởi công 03 dự án.", 3, "dự án"),
        ("Giải ngân 1.234,5 tỷ đồng.", 1234.5, "tỷ đồng"),
        ("Hỗ trợ 2.500 hộ nghèo sửa nhà.", 2500, "hộ"),
    ],
)
def test_values_and_units(sentence: str, value: float, unit: str) -> None:
    found = one(sentence)
    assert (found.value, found.unit, found.status) == (value, unit, "target")
    assert found.quote == sentence


@pytest.mark.parametrize(
    ("words", "comparator"),
    [
        ("ít nhất 1.800 căn", ">="),
        ("tối thiểu 1.800 căn", ">="),
        ("không dưới 1.800 căn", ">="),
        ("trên 1.800 căn", ">="),
        ("1.800 căn trở lên", ">="),
        ("tối đa 1.800 căn", "<="),
        ("không quá 1.800 căn", "<="),
        ("dưới 1.800 căn", "<="),
        ("ít nhất là 1.800 căn", ">="),
        ("tối thiểu có 1.800 căn", ">="),
        ("hơn 1.800 căn", ">="),
        ("không ít hơn 1.800 căn", ">="),
        ("ít hơn 1.800 căn", "<="),
        ("thấp hơn 1.800 căn", "<="),
        ("không vượt quá 1.800 căn", "<="),
        ("không để quá 1.800 căn", "<="),
        ("khoảng 1.800 căn", "="),
        ("1.800 căn", "="),
    ],
)
def test_comparators(words: str, comparator: str) -> None:
    assert one(f"Hoàn thành {words}.").comparator == comparator


@pytest.mark.parametrize(
    ("sentence", "period"),
    [
        ("Đến năm 2030 hoàn thành 1.800 căn.", ("", "2030")),
        ("Năm 2025 hoàn thành 1.800 căn.", ("2025", "2025")),
        ("Hoàn thành 1.800 căn trong năm 2026.", ("2026", "2026")),
        ("Giai đoạn 2021 - 2025 hoàn thành 1.800 căn.", ("2021", "2025")),
        ("Từ năm 2026 đến năm 2030 hoàn thành 1.800 căn.", ("2026", "2030")),
        ("Trước năm 2030 hoàn thành 1.800 căn.", ("", "2030")),
        ("Hoàn thành 1.800 căn.", ("", "")),
        # the year of a cited document is none of the goal's
        ("Hoàn thành 1.800 căn theo Quyết định số 444/QĐ-TTg ngày 27/02/2025.", ("", "")),
    ],
)
def test_periods(sentence: str, period: tuple[str, str]) -> None:
    assert one(sentence).period == period


@pytest.mark.parametrize(
    ("sentence", "subject", "status", "assigned_by"),
    [
        # what stands behind the figure says what is counted, as far as it goes
        (
            "Hoàn thành 1.800 căn hộ cho người thu nhập thấp theo Quyết định số 444/QĐ-TTg.",
            "cho người thu nhập thấp",
            "target",
            ("444/QĐ-TTg",),
        ),
        ("Phấn đấu 85% hộ nghèo có nhà kiên cố, an toàn.", "hộ nghèo có nhà kiên cố", "target", ()),
        # else what stands before it
        ("Tỷ lệ nhà kiên cố đạt 85%.", "Tỷ lệ nhà kiên cố đạt", "target", ()),
        ("Bố trí 20 ha đất.", "Bố trí đất", "target", ()),
        (
            "Hoàn thành chỉ tiêu được giao 1.800 căn theo Quyết định số 444/QĐ-TTg.",
            "Hoàn thành chỉ tiêu được giao",
            "assigned",
            ("444/QĐ-TTg",),
        ),
        # a result is told, not set
        ("Đã hoàn thành 1.397 căn theo Quyết định số 444/QĐ-TTg.", "Đã hoàn thành", "achieved", ()),
        ("Kết quả hoàn thành 300 căn.", "Kết quả hoàn thành", "achieved", ()),
    ],
)
def test_what_is_counted_and_whether_it_is_still_to_be_done(
    sentence: str, subject: str, status: str, assigned_by: tuple[str, ...]
) -> None:
    reading = read(GOALS + sentence)
    (found,) = figures(reading)
    assert (found.status, found.assigned_by) == (status, assigned_by)
    assert [item.props["subject"] for item in reading.items if item.key.kind == "target"] == [subject]


def test_a_period_said_above() -> None:
    assert values("I. MỤC TIÊU\n1. Đến năm 2030:\n- Hoàn thành 1.800 căn;\n- Tỷ lệ nhà kiên cố đạt 85%.") == [
        (1800, ("", "2030"), None),
        (85, ("", "2030"), None),
    ]


def test_several_years_in_a_sentence() -> None:
    assert values(GOALS + "Năm 2025 đạt 200 căn, năm 2026 đạt 300 căn, năm 2027 đạt 400 căn.") == [
        (200, ("2025", "2025"), None),
        (300, ("2026", "2026"), None),
        (400, ("2027", "2027"), None),
    ]


def test_years_each_behind_the_figures_they_are_for() -> None:
    words = (
        "Tỷ lệ hộ nghèo giảm còn dưới 9% (vùng cao dưới 15%) vào năm 2027 và dưới 6% (vùng cao dưới 11%) vào năm 2030."
    )
    assert [(v, p[1]) for v, p, _ in values(GOALS + words)] == [(9, "2027"), (15, "2027"), (6, "2030"), (11, "2030")]


def test_a_year_told_with_the_last_of_a_list() -> None:
    words = "Tỷ lệ xã có trạm y tế đạt 95%; tỷ lệ trường có nước sạch đạt 85% vào năm 2028. Tỷ lệ hộ có điện đạt 99%."
    assert [(v, p[1]) for v, p, _ in values(GOALS + words)] == [(95, "2028"), (85, "2028"), (99, "")]


def test_a_year_that_opens_a_paragraph_of_figures() -> None:
    words = "1. Phấn đấu đạt các chỉ tiêu đến năm 2028 là: (1) Tỷ lệ hộ có điện đạt 99%. (2) Tỷ lệ hộ nghèo dưới 4%."
    assert [(v, p) for v, p, _ in values(words)] == [(99, ("", "2028")), (4, ("", "2028"))]


def test_a_period_said_by_the_paragraph_before_the_bullets() -> None:
    words = "Mục tiêu cụ thể giai đoạn 2026 - 2030 như sau:\n- Vùng thấp:\n+ Phấn đấu 90% trường có nước sạch."
    assert values(words) == [(90, ("2026", "2030"), None)]


def test_what_is_to_be_reached_beside_what_was() -> None:
    rows = table(
        """
        TT | Lĩnh vực | Chỉ tiêu | Đơn vị tính | Chỉ tiêu của tỉnh | Hiện trạng năm 2025
        1 | Y tế | Tỷ lệ trạm y tế có bác sĩ | % | 95 | 80
        2 | Giáo dục | Tỷ lệ trường có nước sạch | % | 90 | Chưa có
        """
    )
    assert [(f.value, f.status) for f in figures(read("I. CHỈ TIÊU", rows)) if f.status == "target"] == [
        (95, "target"),
        (90, "target"),
    ]


def test_a_breakdown_in_brackets() -> None:
    assert values(GOALS + "Giai đoạn 2021 - 2030 xây 1.800 căn (nhà ở xã hội 1.200 căn, nhà ở công nhân 600 căn).") == [
        (1800, ("2021", "2030"), None),
        (1200, ("2021", "2030"), 1800),
        (600, ("2021", "2030"), 1800),
    ]


def test_a_breakdown_in_bullets() -> None:
    assert values("I. MỤC TIÊU\n1. Xây dựng 900 căn, cụ thể:\n- Năm 2026: 400 căn;\n- Năm 2027: 500 căn.") == [
        (900, ("", ""), None),
        (400, ("2026", "2026"), 900),
        (500, ("2027", "2027"), 900),
    ]


def test_figures_of_other_units_are_no_parts() -> None:
    assert values(GOALS + "Năm 2026 xây 900 căn (trên diện tích 3 ha).") == [
        (900, ("2026", "2026"), None),
        (3, ("2026", "2026"), None),
    ]


def test_a_breakdown_behind_trong_do() -> None:
    assert values(GOALS + "Đến năm 2030 xây 1.800 căn, trong đó giai đoạn 2021 - 2025 là 600 căn.") == [
        (1800, ("", "2030"), None),
        (600, ("2021", "2025"), 1800),
    ]


def test_a_breakdown_that_semicolons_part() -> None:
    words = "Sàn nhà ở đạt 12.000 m2, trong đó: thành thị 5.000 m2; nông thôn 6.000 m2; chợ 3.000 m2; bến 900 m2."
    assert [(v, part) for v, _, part in values(GOALS + words)] == [
        (12000, None),
        (5000, 12000),
        (6000, 12000),
        (3000, None),  # more than the other parts leave
        (900, None),
    ]
    shares = "Lao động qua đào tạo đạt 75%, trong đó: có chứng chỉ 30%; hộ nghèo còn 3%."
    assert [(v, part) for v, _, part in values(GOALS + shares)] == [(75, None), (30, 75), (3, None)]


def test_achieved_over_assigned() -> None:
    found = figures(read(GOALS + "Kết quả thực hiện nhà ở xã hội: 1.550/1.397 căn được giao."))
    assert [(f.value, f.status) for f in found] == [(1550, "achieved"), (1397, "assigned")]


def test_who_set_the_figure() -> None:
    found = one("Hoàn thành 1.397 căn theo Quyết định số 444/QĐ-TTg ngày 27/02/2025 của Thủ tướng Chính phủ.")
    assert found.assigned_by == ("444/QĐ-TTg",)


@pytest.mark.parametrize("words", ["đã hoàn thành 1.800 căn", "đã xây 1.800 căn"])
def test_what_was_done_is_no_goal_to_come(words: str) -> None:
    assert one(f"Tỉnh {words}.").status == "achieved"


@pytest.mark.parametrize("words", ["từ 100 đến 150 căn", "100 - 150 căn", "100 đến 150 căn"])
def test_of_a_range_the_lower_end_is_to_be_reached(words: str) -> None:
    found = one(f"Mỗi năm xây {words}.")
    assert (found.value, found.comparator) == (100, ">=")


@pytest.mark.parametrize("words", ["năm 2026 - 150 căn", "Tổ 7 - 5 căn"])
def test_what_only_looks_like_a_range(words: str) -> None:
    assert [f.value for f in figures(read(GOALS + f"Xây {words}."))] in ([150], [5])


# -- tables


def test_a_table_of_years() -> None:
    reading = read(
        GOALS + "Chỉ tiêu từng năm:",
        table(
            """
            Chỉ tiêu|Đơn vị tính|Năm 2025|Năm 2026|Năm 2027|Tổng cộng
            Nhà ở xã hội|căn|100|1.150|200|1.450
            """
        ),
    )
    assert [(f.value, f.unit, f.period, f.part_of) for f in figures(reading)] == [
        (100, "căn", ("2025", "2025"), 1450),
        (1150, "căn", ("2026", "2026"), 1450),
        (200, "căn", ("2027", "2027"), 1450),
        (1450, "căn", ("2025", "2027"), None),
    ]


def rows_of(snippet: str) -> list[tuple[float, str, str, tuple[str, str], str]]:
    found = figures(read("I. CHỈ TIÊU", table(snippet)))
    return [(f.value, f.unit, f.comparator, f.period, f.status) for f in found]


def test_each_cell_has_the_year_of_its_heading() -> None:
    assert rows_of(
        """
        TT | Chỉ tiêu | Đơn vị | TH 2024 | Kế hoạch 2026 | Mục tiêu đến 2030
        1 | Giường bệnh | giường/vạn dân | 26 | 30 | 35 trở lên
        2 | Hộ nghèo | % | 5,5 | ≤ 4 | 2 - 3
        """
    ) == [
        (26, "giường/vạn dân", "=", ("2024", "2024"), "achieved"),
        (30, "giường/vạn dân", "=", ("2026", "2026"), "target"),
        (35, "giường/vạn dân", ">=", ("", "2030"), "target"),
        (5.5, "%", "=", ("2024", "2024"), "achieved"),
        (4, "%", "<=", ("2026", "2026"), "target"),
        (2, "%", ">=", ("", "2030"), "target"),
    ]


def test_years_below_a_heading_that_spans_them() -> None:
    assert rows_of(
        """
        TT | Nội dung | Lộ trình (căn) | Lộ trình (căn)
        TT | Nội dung | 2026 | 2027
        1 | Nhà ở công nhân | 100 | 2.000
        """
    ) == [(100, "căn", "=", ("2026", "2026"), "target"), (2000, "căn", "=", ("2027", "2027"), "target")]


def test_years_of_a_comparison_head_no_column() -> None:
    found = rows_of("TT | Nội dung | Năm 2026 | Năm 2027 | So với năm 2024\n1 | Trồng rừng (ha) | 10 | 20 | 30")
    assert [row[0] for row in found] == [10, 20]


def test_units_that_rows_name() -> None:
    found = rows_of(
        """
        TT | Nội dung | Năm 2026 | Năm 2028
        1 | Tỷ lệ trường đạt chuẩn | 60 | 70
        2 | Số bác sĩ/vạn dân | 9 | 10
        3 | Sản lượng lúa (tấn) | 900 | 950
        4 | Số hóa hồ sơ | 20 | 30
        """
    )
    assert [row[1] for row in found] == [u for u in ("%", "bác sĩ/vạn dân", "tấn", "") for _ in range(2)]


def test_a_total_is_for_the_periods_that_add_up_to_it() -> None:
    head = "Địa bàn | Tổng số | Năm 2026 | Năm 2027 | Giai đoạn 2028 - 2030\n"
    periods = [
        [(f.period, f.part_of) for f in figures(read("I. CHỈ TIÊU", table(head + row)))]
        for row in ("Xã A | 100 | 20 | 30 | 50", "Xã A | 50 | 20 | 30 | 50")
    ]
    assert periods[0] == [
        (("2026", "2030"), None),
        (("2026", "2026"), 100),
        (("2027", "2027"), 100),
        (("2028", "2030"), 100),
    ]
    assert periods[1][0] == (("2026", "2027"), None)
    assert periods[1][3] == (("2028", "2030"), None)


def test_what_was_reached_beside_the_only_goal() -> None:
    assert rows_of(
        """
        TT | Lĩnh vực | Chỉ tiêu | Đơn vị tính | Chỉ tiêu của tỉnh | Hiện trạng năm 2024
        1 | Y tế | Tỷ lệ trạm y tế có bác sĩ | % | 95 | 80
        2 | Đô thị | Tỷ lệ nút giao có đèn | % | 90 | Mới lắp tại 12 điểm
        """
    ) == [
        (95, "%", "=", ("", ""), "target"),
        (80, "%", "=", ("2024", "2024"), "achieved"),
        (90, "%", "=", ("", ""), "target"),
        (12, "điểm", "=", ("2024", "2024"), "achieved"),
    ]


def test_a_table_without_periods_is_no_table_of_targets() -> None:
    assert figures(read(table("STT|Tên xã|Dân số|Số hộ\n1|Mường Than|12.000|2.100\n2|Than Uyên|9.500|1.800"))) == []


# -- what is no target


@pytest.mark.parametrize(
    "sentence",
    [
        "Luật Nhà ở có 13 chương, 198 điều.",
        "Theo khoản 2 Điều 83 của Luật.",
        "Cách trung tâm 12 km về phía bắc.",
        "Lãi suất 4,8%/năm.",
        "Dân số là 480.000 người.",
        "Đề án “Xây 500 căn nhà” đã có.",
        "Người từ 18 tuổi được mua.",
        "Họp lúc 14 giờ 30 tại phòng 205.",
    ],
)
def test_no_target(sentence: str) -> None:
    assert figures(read(f"II. NHIỆM VỤ\n1. {sentence}")) == []
