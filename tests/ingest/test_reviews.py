"""What looks back, judges or tells the law gives nobody a duty."""

from __future__ import annotations

import pytest

from ingest.reviews import falls_short, judges, tells_law
from tests.ingest.reading import people, read

T = "Sở Y tế"


@pytest.mark.parametrize(
    "heading",
    [
        "I. ĐÁNH GIÁ TÌNH HÌNH",
        "I. KẾT QUẢ THỰC HIỆN NĂM 2024",
        "I. TÌNH HÌNH THỰC HIỆN NHIỆM VỤ TRỒNG SÂM",
        "I. THỰC TRẠNG",
        "I. ĐÁNH GIÁ",
        "I. TỒN TẠI, HẠN CHẾ VÀ NGUYÊN NHÂN",
    ],
)
def test_a_part_that_reviews_gives_no_duty(heading: str) -> None:
    reading = read(
        f"{heading}\n1. Sở Y tế tổ chức 12 lớp trồng sâm.\n- UBND các xã chỉ đạo dựng 40 vườn.\n"
        "II. NHIỆM VỤ\n1. Sở Y tế mở lớp mới."
    )
    assert people(reading) == {"II.1": ((T,), ())}
    assert not [f for f in reading.findings if f.kind == "duty_not_read"]


@pytest.mark.parametrize(
    "heading",
    [
        "I. TÌNH HÌNH VÀ NHIỆM VỤ",
        "I. ĐÁNH GIÁ, KIỂM TRA",
        "I. KẾT QUẢ, GIẢI PHÁP",
        "I. ĐÁNH GIÁ HỒ SƠ VƯỜN SÂM",
        "I. KIỂM TRA, ĐÁNH GIÁ KẾT QUẢ",
    ],
)
def test_a_part_that_also_hands_out_tasks_is_read(heading: str) -> None:
    assert people(read(f"{heading}\n1. Sở Y tế mở lớp trồng sâm.")) == {"I.1": ((T,), ())}


def test_a_review_within_a_part() -> None:
    reading = read(
        """
        I. VƯỜN SÂM
        1. Kết quả đạt được
        - Sở Y tế hướng dẫn 300 hộ.
        2. Hạn chế, nguyên nhân
        - UBND các xã tổ chức bảo vệ vườn chưa đều.
        3. Việc cần làm
        - Sở Y tế rà soát lại vườn.
        4. Kết quả thực hiện báo cáo về Sở Y tế.
        """
    )
    assert people(reading) == {"I.3.1": ((T,), ())}


@pytest.mark.parametrize(
    "sentence",
    [
        "Sở Y tế tiếp tục gặp khó khăn về vốn.",
        "Sở Y tế tiếp tục được khen.",
        "UBND các xã gặp nhiều khó khăn khi tìm giống.",
        "Sở Y tế triển khai việc cấp giống còn chậm.",
        "Hạn chế: UBND các xã thực hiện ghi sổ còn lúng túng.",
        "UBND các xã tổ chức trồng rừng sâm kịp vụ, là kết quả của sự đồng lòng.",
        "Sở Y tế chỉ đạo sát sao – đây là điểm sáng của năm.",
        "Theo quy định của pháp luật về dược, chủ đầu tư có trách nhiệm giữ giống.",
        "Theo quy định tại khoản 2 Điều 8 Luật Dược, UBND các xã phải lưu sổ 5 năm.",
        "Sở Y tế thông báo để các đơn vị được biết.",
        "Tham dự hội thảo do Sở Y tế chủ trì.",
    ],
)
def test_what_is_told_or_judged(sentence: str) -> None:
    assert people(read(f"1. {sentence}")) == {}


@pytest.mark.parametrize(
    "sentence",
    [
        "Sở Y tế tiếp tục rà soát vườn sâm.",
        "Sở Y tế tiếp tục tăng cường kiểm tra vườn sâm.",
        "Sở Y tế đôn đốc các xã còn chậm.",
        "Sở Y tế thực hiện những việc chưa tốt của năm trước.",
        "Theo chức năng, nhiệm vụ được giao, Sở Y tế có trách nhiệm ghi sổ.",
        "Theo quy định tại Nghị định này, Sở Y tế có trách nhiệm ghi sổ.",
        "Theo quy định của pháp luật về dược, Sở Y tế lập sổ trước ngày 30/6/2025.",
        "Sở Y tế thông báo cho nhân dân biết lịch phát giống.",
        "Hội thảo do Sở Y tế chủ trì.",
    ],
)
def test_what_only_looks_like_it(sentence: str) -> None:
    assert people(read(f"1. {sentence}")) == {"1": ((T,), ())}


def test_the_words_themselves() -> None:
    assert judges("Nhiều vườn được mùa, là thành quả của bà con.")
    assert not judges("Sở Y tế là cơ quan thường trực, lập sổ theo dõi.")
    assert falls_short(" thực hiện ghi sổ còn hình thức")
    assert not falls_short(" kiểm tra các xã ghi sổ còn hình thức")
    assert tells_law("Căn cứ quy định của Luật Dược, Sở Y tế có trách nhiệm ghi sổ.", " có trách nhiệm ghi sổ.")
    assert not tells_law("Căn cứ quy định của Luật Dược, Sở Y tế ghi sổ.", " ghi sổ.")
