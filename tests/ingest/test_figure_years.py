"""The years of figures: listed beside them, dealt out in order, in brackets, each in its own clause."""

from __future__ import annotations

import pytest

from tests.ingest.reading import HEAD, figures, read

Years = list[tuple[float, str, str]]


def told(sentence: str, part: str = "II. MỤC TIÊU") -> Years:
    return [(f.value, *f.period) for f in figures(read(f"{part}\n1. {sentence}"))]


def each(values: tuple[float, ...], years: tuple[str, ...]) -> Years:
    return [(value, year, year) for value, year in zip(values, years, strict=True)]


YEARS = ("2026", "2027", "2028")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Bàn giao 100 căn (2026), 200 căn (2027), 350 căn (2028).", each((100, 200, 350), YEARS)),
        ("Mở lớp: năm 2026: 10 lớp; năm 2027: 20 lớp; năm 2028: 24 lớp.", each((10, 20, 24), YEARS)),
        ("Mở lớp: 2026: 10 lớp; 2027: 20 lớp; 2028: 24 lớp.", each((10, 20, 24), YEARS)),
        (
            "Tỷ lệ hộ nghèo còn 5%, 4%, 3% vào các năm 2026, 2027, 2028.",
            [(5, "", "2026"), (4, "", "2027"), (3, "", "2028")],
        ),
        (
            "Hoàn thành lần lượt trong các năm 2026, 2027 và 2028 là 100, 200 và 300 căn hộ.",
            each((100, 200, 300), YEARS),
        ),
        ("Năm 2026, 2027, 2028 trồng tương ứng 400 ha, 500 ha, 650 ha rừng.", each((400, 500, 650), YEARS)),
        ("Đến năm 2028 và năm 2030 lần lượt đạt 60% và 80%.", [(60, "", "2028"), (80, "", "2030")]),
        (
            "Xây tương ứng 500 và 700 căn trong giai đoạn 2021 - 2025 và 2026 - 2030.",
            [(500, "2021", "2025"), (700, "2026", "2030")],
        ),
        # told once for all that the sentence lists
        (
            "Hộ nghèo còn 5%, 4% và 3%; hộ cận nghèo còn 9%, 8% và 7% vào các năm 2026, 2027 và 2028.",
            [(v, "", y) for vs in ((5, 4, 3), (9, 8, 7)) for v, y in zip(vs, YEARS, strict=True)],
        ),
        ("Tỷ lệ năm 2026 đạt 40%, các năm tiếp theo tăng mỗi năm 5%.", [(40, "2026", "2026"), (5, "", "")]),
        # as many years as figures, but each with a verb of its own: all are for all
        ("Các năm 2026, 2027 xây 20 căn và sửa 30 căn.", [(20, "2026", "2027"), (30, "2026", "2027")]),
        # fewer figures than years
        ("Trong các năm 2026, 2027 và 2028 xây 20 căn, 30 căn.", [(20, "2026", "2028"), (30, "2026", "2028")]),
        # a figure of four digits is no year
        ("Trong năm 2026, 2000 hộ được cấp nước.", [(2000, "2026", "2026")]),
    ],
)
def test_years_listed_beside_figures(sentence: str, expected: Years) -> None:
    assert told(sentence) == expected


def test_a_list_of_figures_without_years_has_one_unit() -> None:
    """Numbers before the last of a list are figures only where years deal with them."""
    assert told("Các tổ 10, 20 và 30 căn hộ.") == [(30, "", "")]


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("Trong 5 năm 2026-2030", ("2026", "2030")),
        ("Trong 05 năm (2026 - 2030)", ("2026", "2030")),
        ("Nhiệm kỳ 2025 - 2030", ("2025", "2030")),
        ("Trong nhiệm kỳ 2025 - 2030", ("2025", "2030")),
        ("Trong các năm 2026, 2027 và 2028", ("2026", "2028")),
        # the term of a congress, the years of papers and of what is held against
        ("Theo Nghị quyết Đại hội nhiệm kỳ 2025 - 2030", ("", "")),
        ("Theo Quyết định năm 2023 của tỉnh", ("", "")),
        ("Theo Kế hoạch 31/KH-UBND năm 2023", ("", "")),
        ("Theo Luật Đất đai năm 2024", ("", "")),
        ("So với năm 2024", ("", "")),
        ("So với giai đoạn 2021 - 2025", ("", "")),
        ("Gấp 1,5 lần năm 2020", ("", "")),
        ("Năm học 2025-2026", ("", "")),
    ],
)
def test_periods_and_years_that_are_none(words: str, period: tuple[str, str]) -> None:
    assert told(f"{words}, xây 1.900 phòng học.")[-1] == (1900, *period)


def test_a_law_is_named_before_the_time() -> None:
    assert told("Thực hiện Luật Nhà ở trong năm 2026 xây 90 căn.") == [(90, "2026", "2026")]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Hoàn thành 200 căn, trong năm 2026 khởi công 500 căn.", [(200, "", ""), (500, "2026", "2026")]),
        ("Hoàn thành 850 căn (riêng năm 2026 là 300 căn).", [(850, "", ""), (300, "2026", "2026")]),
        ("Hoàn thành 850 căn, trong đó năm 2026 là 300 căn.", [(850, "", ""), (300, "2026", "2026")]),
        # behind the comma, but with no figure of its own
        ("Hoàn thành 200 căn, trong năm 2026.", [(200, "2026", "2026")]),
        ("Hoàn thành 200 căn trong năm 2026, khởi công 500 căn.", [(200, "2026", "2026"), (500, "2026", "2026")]),
        (
            "Mỗi xã vận động 50 hộ, phấn đấu đến năm 2028 có 95% hộ tham gia.",
            [(50, "", ""), (95, "", "2028")],
        ),
        ("Đến năm 2030, tầm nhìn đến năm 2045: đô thị hóa đạt 45%.", [(45, "", "2030")]),
        ("Tầm nhìn đến năm 2045: đô thị hóa đạt 70%.", [(70, "", "2045")]),
        (
            "Xây 850 căn, chia ra: năm 2026 là 300 căn, năm 2027 là 550 căn.",
            [(850, "2026", "2027"), (300, "2026", "2026"), (550, "2027", "2027")],
        ),
        # the years of the parts are the total's
        (
            "Hoàn thành 850 căn (năm 2026: 300 căn; năm 2027: 550 căn).",
            [(850, "2026", "2027"), (300, "2026", "2026"), (550, "2027", "2027")],
        ),
    ],
)
def test_a_year_is_for_its_own_clause(sentence: str, expected: Years) -> None:
    assert told(sentence) == expected


def test_parts_behind_semicolons_in_a_bracket() -> None:
    found = figures(read("II. MỤC TIÊU\n1. Xây 850 căn (thành thị 300 căn; nông thôn 550 căn); sửa 90 căn."))
    assert [(f.value, f.part_of) for f in found] == [(850, None), (300, 850), (550, 850), (90, None)]


def test_what_was_before_in_a_bracket() -> None:
    found = figures(read("II. MỤC TIÊU\n1. Trồng 500 ha chè (năm 2024 trồng 300 ha), chăm sóc 200 ha chè."))
    assert [(f.value, f.period, f.status, f.part_of) for f in found] == [
        (500, ("", ""), "target", None),
        (300, ("2024", "2024"), "achieved", None),
        (200, ("", ""), "target", None),
    ]
    found = figures(read("II. MỤC TIÊU\n1. Trồng 500 ha chè (năm 2026: 300 ha)."))
    assert [(f.value, f.status, f.part_of) for f in found] == [(500, "target", None), (300, "target", 500)]


def test_a_mean_in_a_bracket_is_no_part() -> None:
    found = figures(read("II. MỤC TIÊU\n1. Giai đoạn 2026-2030 xây 5.000 căn (bình quân mỗi năm 1.000 căn)."))
    assert [(f.value, f.part_of) for f in found] == [(5000, None), (1000, None)]


def test_rates_are_for_the_horizon_of_the_title() -> None:
    head = HEAD.replace("Chăm lo nhà ở cho người lao động", "Cải cách thủ tục đất đai đến năm 2030")
    part = "II. GIẢI PHÁP\n1. Cấp giấy\n- Tỷ lệ hồ sơ đúng hạn đạt 98%.\n- Tỷ lệ hồ sơ trực tuyến đạt 60%.\n"
    measure = "2. Thủ tục\n- Cắt giảm tối thiểu 50% thời gian làm thủ tục."
    found = figures(read(part + measure, head=head))
    assert [(f.value, f.period) for f in found] == [(98, ("", "2030")), (60, ("", "2030")), (50, ("", ""))]


def test_the_years_of_an_opening_hold_for_all_its_bullets() -> None:
    words = (
        "Mục tiêu giai đoạn 2026 - 2030 của Kế hoạch 12/KH-UBND năm 2025 như sau:\n"
        "- Trường học\n+ Phấn đấu 90% trường có nước sạch.\n- Trạm y tế\n+ Phấn đấu 80% trạm có bác sĩ."
    )
    assert [f.period for f in figures(read(words))] == [("2026", "2030"), ("2026", "2030")]
