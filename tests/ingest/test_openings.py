"""Who is addressed, and whom a heading charges."""

from __future__ import annotations

from tests.ingest.reading import people, read, tasks


def test_whom_a_telegram_is_for_has_no_duty_by_that() -> None:
    reading = read(
        """
        THỦ TƯỚNG CHÍNH PHỦ điện:
        - Bộ trưởng các Bộ: Quốc phòng, Công an;
        - Chủ tịch Ủy ban nhân dân các tỉnh: Lào Cai, Sơn La.
        Thủ tướng Chính phủ yêu cầu:
        1. Chủ tịch Ủy ban nhân dân các tỉnh sơ tán dân khỏi vùng ngập.
        2. Bộ Công an bố trí lực lượng cứu hộ.
        """
    )
    assert [task.ref for task in tasks(reading)] == ["1", "2"]


def test_bullets_under_other_words_stay_duties() -> None:
    reading = read(
        """
        Tiết kiệm điện:
        - Sở Xây dựng tắt đèn chiếu sáng sau 22 giờ hằng ngày và kiểm tra các toà nhà.
        - Sở Nội vụ kiểm tra việc thực hiện.
        """
    )
    assert len(tasks(reading)) >= 1


def test_a_heading_charges_whoever_it_names() -> None:
    reading = read(
        """
        Điều 6. Trách nhiệm của đơn vị quản lý vận hành
        1. Tiếp nhận quỹ nhà, lập hồ sơ từng căn.
        2. Thu tiền thuê nhà hằng tháng.
        Điều 7. Trách nhiệm của Sở Xây dựng
        1. Kiểm tra quỹ nhà.
        Điều 8. Trách nhiệm bồi thường
        1. Người thuê làm hỏng tài sản thì bồi thường.
        """
    )
    assert people(reading) == {
        "Điều 6.1": (("Đơn vị quản lý vận hành",), ()),
        "Điều 6.2": (("Đơn vị quản lý vận hành",), ()),
        "Điều 7.1": (("Sở Xây dựng",), ()),
    }


def test_an_order_in_capitals_is_no_part_of_the_name() -> None:
    reading = read(
        """
        4. ĐỀ NGHỊ ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM TỈNH
        - Tuyên truyền, vận động đoàn viên, hội viên.
        """
    )
    assert people(reading) == {"4.1": (("Ủy ban Mặt trận Tổ quốc Việt Nam",), ())}


def test_years_that_were_over_are_no_term() -> None:
    reading = read(
        """
        1. Sở Nội vụ rà soát người tham gia kháng chiến trong giai đoạn 1974 - 1975.
        2. Sở Nội vụ hoàn thành việc rà soát trong năm 2025.
        """
    )
    assert [task.deadline[2] for task in tasks(reading)] == ["", "2025-12-31"]


def test_paragraphs_behind_those_addressed_are_read() -> None:
    reading = read("Kính gửi:\n- Sở Xây dựng;\n- Sở Nội vụ.\nĐể kịp vụ, UBND tỉnh đề nghị Sở Nội vụ bố trí đủ người.")
    assert [both[0] for both in people(reading).values()] == [("Sở Nội vụ",)]
