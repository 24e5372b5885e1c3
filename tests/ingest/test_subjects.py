"""Who must act, in forms beside the plain ones: heads of bodies, exceptions, orders behind a heading, passive forms."""

from __future__ import annotations

import pytest

from tests.ingest.reading import Task, people, read, tasks

X, F, N = "Sở Xây dựng", "Sở Tài chính", "Sở Nội vụ"


def told(sentence: str) -> list[Task]:
    return tasks(read(f"1. {sentence}"))


@pytest.mark.parametrize(
    ("sentence", "leads", "supports"),
    [
        # who heads a body is named with it
        ("Giám đốc Sở Xây dựng tổ chức tập huấn.", ("Giám đốc Sở Xây dựng",), ()),
        ("Thống đốc Ngân hàng Nhà nước Việt Nam chỉ đạo hạ lãi vay.", ("Thống đốc Ngân hàng Nhà nước Việt Nam",), ()),
        ("Giám đốc các Sở: Xây dựng, Nội vụ rà soát biên chế.", ("Giám đốc Sở Xây dựng", "Giám đốc Sở Nội vụ"), ()),
        (
            "Yêu cầu Giám đốc các sở, Chủ tịch UBND các xã chịu trách nhiệm về số liệu.",
            ("Giám đốc các sở", "Chủ tịch Ủy ban nhân dân các xã"),
            (),
        ),
        (
            "Chánh Văn phòng UBND tỉnh, Giám đốc các sở: Xây dựng, Nội vụ chịu trách nhiệm thi hành.",
            ("Chánh Văn phòng Ủy ban nhân dân", "Giám đốc Sở Xây dựng", "Giám đốc Sở Nội vụ"),
            (),
        ),
        ("Sở Tài chính, Thuế tỉnh khẩn trương định giá đất.", (F, "Thuế"), ()),
        ("Sở Tài chính, Tổ mộc Ba Làng khẩn trương sửa cửa.", (F,), ()),
        # which are meant, and which are not
        ("Chủ tịch UBND các xã nêu trên khẩn trương sửa đê.", ("Chủ tịch Ủy ban nhân dân các xã",), ()),
        ("UBND các xã, trừ xã Tân Lập, lập danh sách hộ nghèo.", ("Ủy ban nhân dân các xã",), ()),
        ("UBND các xã có dự án chậm tiến độ chịu trách nhiệm giải trình.", ("Ủy ban nhân dân các xã",), ()),
        ("Ngoài việc trên, Sở Nội vụ còn có nhiệm vụ tổng hợp số liệu.", (N,), ()),
        (
            "Định kỳ, Thường trực Ủy ban Kinh tế của Quốc hội chủ trì, phối hợp với Sở Nội vụ họp.",
            ("Thường trực Ủy ban Kinh tế của Quốc hội",),
            (N,),
        ),
        # an order behind a short heading
        ("Về quy hoạch: Giao Sở Xây dựng chủ trì, phối hợp Sở Tài chính lập bản đồ.", (X,), (F,)),
        # the passive
        ("Việc định giá được giao cho Sở Tài chính thực hiện trong 20 ngày.", (F,), ()),
        ("Số hóa hồ sơ nhà ở (Sở Xây dựng chủ trì, Sở Nội vụ phối hợp).", (X,), (N,)),
        # Party bodies
        ("Ban Thường vụ đảng ủy các xã phân công người phụ trách.", ("Ban Thường vụ đảng ủy các xã",), ()),
        (
            "Ủy ban Kiểm tra Tỉnh ủy chủ trì, phối hợp với các ban xây dựng Đảng tham mưu việc giám sát.",
            ("Ủy ban Kiểm tra Tỉnh ủy",),
            ("Các ban xây dựng Đảng",),
        ),
        ("Ban Chỉ đạo các cấp có nhiệm vụ theo dõi việc sửa nhà.", ("Ban Chỉ đạo các cấp",), ()),
        (
            "Tổng cục Thuế chủ trì phối hợp với các đơn vị liên quan có trách nhiệm mở lớp.",
            ("Tổng cục Thuế",),
            ("Các đơn vị liên quan",),
        ),
        (
            "Các Vụ, Cục và đơn vị thuộc Bộ có trách nhiệm phối hợp với Tổng cục Thuế trong việc đào tạo.",
            ("Các Vụ, Cục và đơn vị thuộc bộ",),
            ("Tổng cục Thuế",),
        ),
        (
            "Mặt trận Tổ quốc Việt Nam và các tổ chức thành viên của Mặt trận giám sát việc xét duyệt.",
            ("Mặt trận Tổ quốc Việt Nam", "Các tổ chức thành viên của Mặt trận"),
            (),
        ),
    ],
)
def test_subjects(sentence: str, leads: tuple[str, ...], supports: tuple[str, ...]) -> None:
    (found,) = told(sentence)
    assert (found.leads, found.supports) == (leads, supports)


@pytest.mark.parametrize(
    "sentence",
    [
        "Căn nhà do Sở Xây dựng thực hiện từ năm 1998 nay đã xuống cấp.",
        "Phần việc đã giao cho Sở Tài chính thực hiện.",
        "Sở Xây dựng có văn bản đề nghị Sở Nội vụ khẩn trương trả lời.",
        "UBND các xã, trừ xã Tân Lập, đã nộp báo cáo.",
        "Giám đốc Sở Xây dựng đã nghỉ hưu.",
        "Năm ngoái báo đã viết: Giao Sở Xây dựng lập bản đồ là đúng.",
        "Chính phủ thống nhất đánh giá cao nỗ lực của các xã.",
        "Chính phủ yêu cầu các bộ, ngành thực hiện các nhiệm vụ sau:",
        "UBND các xã có chợ đêm thuộc vùng biên.",
    ],
)
def test_no_duty(sentence: str) -> None:
    assert told(sentence) == []
    assert tasks(read(sentence)) == []


def test_a_long_list_with_a_body_of_no_known_form() -> None:
    (found,) = told("Sở Xây dựng, Tổ mộc Ba Làng thuộc chợ Mới, Lãnh đạo Sở Nội vụ có trách nhiệm dự họp.")
    assert found.leads == (X, "Lãnh đạo Sở Nội vụ")


@pytest.mark.parametrize(
    ("head", "leads"),
    [
        ("SỞ XÂY DỰNG VÀ SỞ TÀI CHÍNH", (X, F)),
        ("UBND CÁC XÃ, PHƯỜNG", ("Ủy ban nhân dân các xã, phường",)),
        ("CÁC SỞ, BAN, NGÀNH", ("Các sở, ban, ngành",)),
        ("Đối với các doanh nghiệp, chủ đầu tư", ("Các doanh nghiệp", "Chủ đầu tư")),
        ("Các sở, ban, ngành: Tài chính, Nội vụ", (F, N)),
        ("Giao Sở Xây dựng thực hiện một số nhiệm vụ trong năm 2026", (X,)),
        ("Chủ tịch UBND các xã nói trên:", ("Chủ tịch Ủy ban nhân dân các xã",)),
        ("Sở Xây dựng chủ trì thực hiện các nhiệm vụ sau:", (X,)),
    ],
)
@pytest.mark.parametrize("mark", ["- ", "a) "])
def test_heads_that_govern(head: str, leads: tuple[str, ...], mark: str) -> None:
    assert people(read(f"II. TỔ CHỨC THỰC HIỆN\n1. {head}\n{mark}Sửa mái nhà dột.")) == {
        f"II.1.{'1' if mark == '- ' else 'a'}": (leads, ())
    }


def test_a_party_document_numbers_its_items_with_a_hyphen() -> None:
    reading = read("I- NHIỆM VỤ\n1- Sở Xây dựng lập danh mục.\n2- Sở Nội vụ tuyển người.")
    assert people(reading) == {"I.1": ((X,), ()), "I.2": ((N,), ())}


def test_labels_behind_the_words_of_a_task() -> None:
    (found,) = told("Sửa cầu treo. Cơ quan chủ trì: Sở Xây dựng; phối hợp: UBND các xã; thời gian: Quý II/2026.")
    assert (found.ref, found.text, found.leads, found.supports, found.deadline[1:3]) == (
        "1",
        "Sửa cầu treo",
        (X,),
        ("Ủy ban nhân dân các xã",),
        ("2026-04-01", "2026-06-30"),
    )


def test_labels_in_brackets() -> None:
    (found,) = told("Mở lớp nghề mộc (Chủ trì: Sở Nội vụ; Phối hợp: Sở Tài chính; Thời gian: tháng 3/2026).")
    assert (found.text, found.leads, found.supports) == ("Mở lớp nghề mộc", (N,), (F,))


def test_a_label_of_time_alone_names_nobody() -> None:
    assert told("Dọn rác ven suối. Thời gian: hằng tháng.") == []


def test_parties_told_once_for_the_tasks_of_a_part() -> None:
    reading = read(
        """
        I. SỬA CHỮA TRƯỜNG HỌC
        1. Nội dung, biện pháp
        a) Kiểm tra mái các lớp học;
        b) Thay bàn ghế hỏng.
        2. Cơ quan chủ trì, phối hợp
        a) Cơ quan chủ trì
        - Sở Xây dựng; Sở Nội vụ.
        - UBND các xã.
        b) Cơ quan phối hợp
        - Sở Tài chính.
        3. Thời gian thực hiện: Tháng 6/2026.
        II. VIỆC KHÁC
        1. Sở Nội vụ lập danh sách.
        """
    )
    parties = ((X, N, "Ủy ban nhân dân các xã"), (F,))
    assert people(reading) == {"I.1.a": parties, "I.1.b": parties, "II.1": ((N,), ())}
    assert [task.deadline[2] for task in tasks(reading) if task.ref.startswith("I.1")] == ["2026-06-30", "2026-06-30"]


def test_contents_without_parties_are_no_duties() -> None:
    assert (
        tasks(read("I. HỌC TẬP\n1. Nội dung\na) Tìm hiểu luật;\nb) Thảo luận.\n2. Thời gian thực hiện: Quý I/2026."))
        == []
    )


def test_the_issuer_asks_others() -> None:
    reading = read(
        "Để kịp tiến độ sửa nhà, UBND tỉnh đề nghị Sở Tài chính, Sở Nội vụ bố trí đủ vốn trước ngày 30/6/2026."
    )
    assert [(t.leads, t.deadline[2]) for t in tasks(reading)] == [((F, N), "2026-06-30")]
    assert people(read("1. Sở Xây dựng yêu cầu chủ đầu tư nộp hồ sơ.")) == {"1": ((X,), ())}


def test_a_semicolon_before_another_body_that_must_act() -> None:
    reading = read("1. UBND các xã lập danh sách hộ nghèo; Sở Nội vụ kiểm tra, trình UBND tỉnh; công khai tại thôn.")
    assert people(reading) == {"1": (("Ủy ban nhân dân các xã",), ()), "1/2": ((N,), ())}
    assert people(read("1. Sở Nội vụ kiểm tra các sở; Sở Xây dựng và UBND các xã.")) == {"1": ((N,), ())}


def test_an_order_alone_is_no_duty() -> None:
    reading = read("Hội đồng nhân dân tỉnh giao:\n1. UBND tỉnh tổ chức thu ngân sách.")
    assert people(reading) == {"1": (("Ủy ban nhân dân",), ())}


def test_a_word_of_one_letter_ends_a_sentence() -> None:
    reading = read("1. UBND các xã kiểm tra nhà ở. Sở Xây dựng thẩm định. Sở Y tế cho ý kiến của ông A. Lê Văn Mẫu.")
    assert [task.text for task in tasks(reading)][:2] == ["kiểm tra nhà ở.", "thẩm định."]
