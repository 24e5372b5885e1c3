from __future__ import annotations

from queries.matching import NEAR, SAME_WORDS, TAKEN_UP, clauses, matches

LAND = "Ưu tiên bố trí quỹ đất sạch cho nhà ở xã hội tại vị trí thuận tiện giao thông"
LOANS = "Mở rộng cho vay ưu đãi mua, thuê mua nhà qua Ngân hàng Chính sách xã hội"
REPORT = "Định kỳ sáu tháng báo cáo kết quả thực hiện về Ban Thường vụ Tỉnh ủy"


def test_clauses_are_cut_at_marks_that_end_something() -> None:
    text = f"{LAND}; {LOANS}. Như sau:\n{REPORT}."
    assert clauses(text) == [LAND, LOANS, REPORT]
    assert clauses("Điểm 1.2.3 của Nghị định 100/2024/NĐ-CP") == ["Điểm 1.2.3 của Nghị định 100/2024/NĐ-CP"]


def test_what_is_too_short_to_compare_stands_as_a_whole() -> None:
    assert clauses("Báo cáo.") == ["Báo cáo."]
    assert clauses("") == [""]


def test_the_closest_clauses_count_and_are_shown_as_written() -> None:
    (found,) = matches(
        [f"{LAND}; {REPORT}."], [f"Kiện toàn bộ máy ở cơ sở; BỐ TRÍ QUỸ ĐẤT SẠCH cho nhà ở xã hội; {LOANS}"]
    )
    assert (found.upper, found.lower) == (0, 0)
    assert found.upper_words == LAND
    assert found.lower_words == "BỐ TRÍ QUỸ ĐẤT SẠCH cho nhà ở xã hội"
    assert TAKEN_UP <= found.closeness < SAME_WORDS


def test_diacritics_and_case_make_no_difference() -> None:
    (found,) = matches([LAND], ["uu tien bo tri quy dat sach cho nha o xa hoi tai vi tri thuan tien giao thong"])
    assert found.closeness == 1.0


def test_other_matters_are_no_match() -> None:
    assert matches([LAND, LOANS], [REPORT]) == []
    assert all(match.closeness >= NEAR for match in matches([LAND], [LOANS, REPORT]))


def test_nothing_against_nothing() -> None:
    assert matches([], [LAND]) == matches([LAND], []) == matches(["..."], ["..."]) == []


def test_many_texts_are_compared_in_blocks() -> None:
    many = [f"Việc số {n} của đơn vị thứ {n}" for n in range(5_000)]
    found = matches([LAND], [*many, LAND], least=SAME_WORDS)
    assert [(match.upper, match.lower) for match in found] == [(0, 5_000)]
