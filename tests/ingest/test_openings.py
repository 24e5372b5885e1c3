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


COUNCIL = """
HỘI ĐỒNG NHÂN DÂN
TỈNH HÀ GIANG
Số: 45/NQ-HĐND
Hà Giang, ngày 05 tháng 7 năm 2017
NGHỊ QUYẾT
Về chất vấn
-----
"""
U = "Ủy ban nhân dân"


def test_whom_an_article_asks_does_what_all_its_items_say() -> None:
    reading = read(
        """
        Điều 2. Nhất trí với báo cáo. HĐND tỉnh đề nghị UBND tỉnh quan tâm chỉ đạo thực hiện một số công việc sau:
        1. Về lĩnh vực đất đai:
        - Chỉ đạo Sở Tài nguyên và Môi trường kiểm tra các huyện.
        - Xem xét phê duyệt quy hoạch điều chỉnh.
        2. Về lĩnh vực đầu tư:
        - Chỉ đạo Sở Nông nghiệp và Phát triển nông thôn:
        + Nghiệm thu tuyến kè bờ tây.
        Điều 3. Nguồn vốn
        1. Bố trí vốn từ ngân sách tỉnh.
        """,
        head=COUNCIL,
    )
    assert people(reading) == {
        "Điều 2.1.1": ((U,), ()),
        "Điều 2.1.2": ((U,), ()),
        "Điều 2.2.1.1": ((U,), ()),
    }
    assert [task.directs for task in tasks(reading)][-1] == ("Sở Nông nghiệp và Phát triển nông thôn",)


def test_what_those_who_issue_a_document_ask_is_no_duty_of_theirs() -> None:
    text = "4. Hội đồng nhân dân tỉnh giao cho Ủy ban nhân dân tỉnh phê duyệt Đề án."
    assert people(read(text, head=COUNCIL)) == {"4": ((U,), ())}
    # in a plan of others it is told to ask
    told = people(read("4. Sở Xây dựng yêu cầu các chủ đầu tư báo cáo tiến độ."))
    assert told["4"][0] == ("Sở Xây dựng",)


def test_a_paragraph_further_down_may_ask_too() -> None:
    reading = read(
        """
        Kết quả kiểm tra cho thấy:
        - Một số xã còn chậm trong việc lập hồ sơ.
        UBND tỉnh yêu cầu Sở Xây dựng, Sở Tài chính thực hiện các nội dung sau:
        1. Rà soát lại kế hoạch kiểm tra để bổ sung, điều chỉnh cho phù hợp.
        2. Tăng cường kiểm tra các công trình dùng vốn nhà nước.
        """
    )
    both = ("Sở Xây dựng", "Sở Tài chính")
    assert people(reading) == {"1": (both, ()), "2": (both, ())}


def test_a_line_with_a_term_alone_is_that_of_the_duties_above_it() -> None:
    reading = read(
        """
        II. NỘI DUNG
        1. Bước 1: Kiểm tra nhà ở
        UBND các xã kiểm tra hiện trạng nhà ở. Sau khi kiểm tra, UBND các xã lập danh sách.
        Thời gian hoàn tất: trước ngày 25 tháng 7 năm 2025.
        2. Bước 2: Thẩm định
        Sở Xây dựng thẩm định danh sách.
        3. Bước 3: Chi trả
        - Sở Tài chính chi trả tiền hỗ trợ.
        - Thời hạn: tháng 12/2025.
        """
    )
    assert [task.deadline[2] for task in tasks(reading)] == ["2025-07-25", "2025-07-25", "", "2025-12-31"]


def test_a_name_goes_on_to_its_colon() -> None:
    reading = read(
        """
        1. Trung tâm Kiểm soát thanh toán viện phí, bảo hiểm: Chủ trì, phối hợp với Sở Y tế lập danh mục.
        2. Cơ sở khám chữa bệnh: Cử cán bộ dự họp.
        3. Các viện nghiên cứu, cơ sở đào tạo lái xe căn cứ nhu cầu, xây dựng kế hoạch tuyển sinh.
        4. Cơ sở dữ liệu: Xây dựng phần mềm quản lý.
        """
    )
    assert people(reading) == {
        "1": (("Trung tâm Kiểm soát thanh toán viện phí, bảo hiểm",), ("Sở Y tế",)),
        "2": (("Cơ sở khám chữa bệnh",), ()),
        "3": (("Các viện nghiên cứu", "Cơ sở đào tạo lái xe"), ()),
    }


def test_a_list_parted_by_semicolons_that_opens_an_item() -> None:
    reading = read(
        """
        1. Sở, ban, ngành; Mặt trận Tổ quốc và các đoàn thể Thành phố; UBND các quận, huyện gửi hồ sơ trước ngày 31/3.
        """
    )
    assert len(people(reading)["1"][0]) == 4
