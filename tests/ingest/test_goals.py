"""Goals that a year to come and an order, a bound or a share make: our own sentences, in no part that sets goals.

`goals.tsv` has a sentence a line with its figures: value, unit, comparator, first and last year of each; `missed` is
what is not read yet.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ingest.reading import HEAD, figures, read


def rows(name: str) -> list[list[str]]:
    lines = (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines]


ROWS = rows("goals.tsv")
IN_PARTS = rows("goals_in_parts.tsv")
READ = [row for row in ROWS if row[-1] != "missed"]
MISSED = [row[:-1] for row in ROWS if row[-1] == "missed"]

Said = list[tuple[object, ...]]


def said(sentence: str, head: str = HEAD, part: str = "II. NHIỆM VỤ") -> Said:
    found = figures(read(f"{part}\n1. {sentence}", head=head))
    return [(f.value, f.unit, f.comparator, *f.period) for f in found]


def expected(row: list[str]) -> Said:
    return [(float(row[n]), *row[n + 1 : n + 5]) for n in range(1, len(row), 5)]


@pytest.mark.parametrize("row", READ, ids=lambda row: row[0])
def test_a_goal_is_read(row: list[str]) -> None:
    assert said(row[0]) == expected(row)


@pytest.mark.parametrize("row", IN_PARTS, ids=lambda row: row[0])
def test_a_goal_is_read_in_a_part_that_sets_goals(row: list[str]) -> None:
    assert said(row[0], part="II. MỤC TIÊU CỤ THỂ") == expected(row)


def test_of_a_range_both_ends_are_kept() -> None:
    reading = read("II. MỤC TIÊU\n1. Đưa vào sử dụng từ 100 đến 150 căn trong quý III/2026.\n2. Đạt 98% số hộ.")
    props = [item.props for item in reading.items if item.key.kind == "target"]
    assert [(p["value"], p.get("value_max"), p["comparator"]) for p in props] == [(100, 150, ">="), (98, None, "=")]
    assert (props[0]["period_start"], props[0]["period_end"]) == ("2026-07-01", "2026-09-30")


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("Nâng tỷ lệ hộ có nhà kiên cố từ 82% năm 2024 lên 95% năm 2030.", 95),
        ("Giảm số hộ ở nhà tạm từ 640 hộ xuống 120 hộ.", 120),
        ("Kéo giảm tỷ lệ hộ nghèo từ mức 4,5% hiện nay còn 1,2%.", 1.2),
    ],
)
def test_where_a_change_starts_is_no_goal(sentence: str, value: float) -> None:
    assert [row[0] for row in said(sentence, part="II. MỤC TIÊU CỤ THỂ")] == [value]


def test_the_years_of_a_comparison_are_no_period() -> None:
    assert said("Giảm 10% phát thải so với năm 2020.", part="II. MỤC TIÊU CỤ THỂ") == [(10, "%", "=", "", "")]


def test_a_year_that_was_over_tells_a_result() -> None:
    found = figures(read("II. NHIỆM VỤ\n1. Năm 2023, toàn tỉnh hoàn thành 850 căn.\n2. Năm 2026 hoàn thành 900 căn."))
    assert [(f.value, f.status) for f in found] == [(850, "achieved"), (900, "target")]


@pytest.mark.xfail(strict=True)
@pytest.mark.parametrize("row", MISSED, ids=lambda row: row[0])
def test_a_goal_not_read_yet(row: list[str]) -> None:
    assert said(row[0]) == expected(row)


def test_most_are_read() -> None:
    assert len(READ) >= 0.9 * len(ROWS) >= 0.9 * 80


def test_what_was_ahead_then_is_past_now() -> None:
    """The same words in a document of a later year tell a result."""
    sentence = "Năm 2027 đưa 500 căn hộ vào sử dụng."
    assert said(sentence)
    assert not said(sentence, HEAD.replace("năm 2025", "năm 2029"))


def test_a_year_is_no_figure() -> None:
    assert said("Đến năm 2030 nhà ở đáp ứng 70% nhu cầu.") == [(70, "%", "=", "", "2030")]


SHARES = """\
- 100% thôn có nhà văn hóa.
- 80% hộ được dùng nước máy; 60% hộ có nhà tắm.
- Tỷ lệ trẻ đi học đúng tuổi đạt tối thiểu 95%.
"""


def test_a_list_of_shares_sets_goals() -> None:
    found = figures(read(f"II. NHIỆM VỤ\n1. Chăm lo đời sống\n{SHARES}"))
    assert [(f.value, f.comparator) for f in found] == [(100, "="), (80, "="), (60, "="), (95, ">=")]


def test_shares_of_what_is_are_no_goals() -> None:
    assert [f.value for f in figures(read(f"II. THỰC TRẠNG\n1. Đời sống\n{SHARES}"))] == [95]  # by its bound
    assert said("Đồi núi chiếm 70% diện tích.") == []
    assert figures(read("II. NHIỆM VỤ\n1. Đời sống\n- 70% diện tích là đồi núi.\n- Suối nhiều.")) == []
    assert figures(read("II. NHIỆM VỤ\n1. Đời sống\n- 70% hộ đã có điện.\n- 60% hộ đã có tủ lạnh.")) == []


def test_a_bound_share_needs_no_second() -> None:
    found = figures(read("II. NHIỆM VỤ\n1. Đời sống\n- Tối thiểu 70% đại lý bán hàng tận thôn."))
    assert [(f.value, f.comparator) for f in found] == [(70, ">=")]


def test_goals_without_a_year_are_for_that_of_the_title() -> None:
    titled = HEAD.replace("Chăm lo nhà ở cho người lao động", "Chăm lo nhà ở năm 2026")
    assert said("Hoàn thành 300 căn.", titled) == [(300, "căn", "=", "2026", "2026")]
    assert said("Năm 2027 hoàn thành 300 căn.", titled) == [(300, "căn", "=", "2027", "2027")]
    law = HEAD.replace("Chăm lo nhà ở cho người lao động", "Thi hành Luật Nhà ở năm 2026")
    past = HEAD.replace("Chăm lo nhà ở cho người lao động", "Kiểm kê nhà ở năm 2019")
    for head in (law, past):
        assert said("Hoàn thành 300 căn.", head) == [(300, "căn", "=", "", "")]


def test_an_approved_budget_sets_figures() -> None:
    assert said("Tổng số chi là 1.747.100 triệu đồng, tương đương 3,4%GDP.", part="II. PHÊ DUYỆT DỰ TOÁN NĂM 2026") == [
        (1747100, "triệu đồng", "=", "2026", "2026"),
        (3.4, "%", "=", "2026", "2026"),
    ]


def test_what_a_sentence_strives_for_holds_behind_semicolons() -> None:
    found = said("Phấn đấu mỗi trạm có 2 bác sĩ; trẻ em dưới 15 tuổi chiếm khoảng 22%; 70% bà mẹ được khám thai.")
    assert [row[:2] for row in found] == [(2, "bác sĩ"), (22, "%"), (70, "%")]
    assert said("Trẻ em chiếm khoảng 22%; 70% bà mẹ khỏe mạnh.") == []


def test_years_behind_their_figures() -> None:
    found = said(
        "Nâng mức đầu tư đạt 1,5% GDP vào năm 2026, trên 2% GDP vào năm 2028 và 3% GDP vào năm 2030. Giảm 5% chi."
    )
    assert [(row[0], row[4]) for row in found] == [(1.5, "2026"), (2, "2028"), (3, "2030"), (5, "")]


def test_the_unit_before_its_figure() -> None:
    found = said("Số bác sĩ/vạn dân: 11,5; số giường bệnh/vạn dân đạt 32.", part="II. CHỈ TIÊU")
    assert [row[:2] for row in found] == [(11.5, "bác sĩ/vạn dân"), (32, "giường bệnh/vạn dân")]
    assert said("Số bác sĩ/vạn dân: 11,5.", part="II. TÌNH HÌNH") == []


def test_a_change_in_brackets_is_no_part() -> None:
    found = figures(read("II. CHỈ TIÊU\n1. Hộ nghèo còn 1,8% (giảm 0,5% so với năm 2025).\n2. Xây 9 căn (mới 5 căn)."))
    assert [(f.value, f.part_of) for f in found] == [(1.8, None), (0.5, None), (9, None), (5, 9)]


def test_norms_are_no_goals_where_goals_are_set() -> None:
    assert said("Mức hỗ trợ: xây mới 60 triệu đồng/căn, sửa chữa 30 triệu đồng/căn.", part="II. MỤC TIÊU") == []
    assert said("Thu nhập bình quân đạt 6 triệu đồng/tháng.", part="II. MỤC TIÊU") == [
        (6, "triệu đồng/tháng", "=", "", "")
    ]


def test_what_is_judged_is_a_result() -> None:
    found = figures(
        read("II. NHIỆM VỤ\n1. Tỉnh đánh giá: GRDP đạt 7,5%; giải ngân vốn đạt 43% kế hoạch. Phấn đấu đạt 90%.")
    )
    assert [(f.value, f.status) for f in found] == [(7.5, "achieved"), (43, "achieved"), (90, "target")]
