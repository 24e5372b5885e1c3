"""Conditions before a duty, who else is asked, and what is added in a sentence of its own."""

from __future__ import annotations

import pytest

from tests.ingest.reading import NEVER, people, read, tasks

C, F, N = "Sở Công Thương", "Sở Tài chính", "Sở Nội vụ"


@pytest.mark.parametrize(
    ("sentence", "leads", "supports"),
    [
        ("Sở Công Thương khi cấp phép cho quầy hàng (vải, gạo, muối...) phải căn cứ sơ đồ chợ.", (C,), ()),
        ("Trong trường hợp chợ cháy, Sở Công Thương phải báo cáo ngay.", (C,), ()),
        ("Chế độ báo cáo: Các phòng, ban gửi số liệu hằng tháng.", ("Các phòng, ban",), ()),
        ("Việc trông xe được giao cho Sở Công Thương theo dõi.", (C,), ()),
        ("Xét tặng quầy đẹp: giao Ban Quản trị chợ lựa chọn 10 quầy.", ("Ban Quản trị chợ",), ()),
        ("Trên đây là phương án dời chợ, yêu cầu Sở Công Thương nghiêm túc thực hiện.", (C,), ()),
        ("Để nghị Sở Công Thương chú trọng sửa mái chợ.", (C,), ()),
        ("Sở Công Thương chủ trì cùng Sở Tài chính định giá quầy.", (C,), (F,)),
        ("Sở Công Thương trên địa bàn tỉnh và tương đương kiểm tra quầy.", (C,), ()),
        ("UBND thành phố Hà Nội, Thành phố Hồ Chí Minh mở chợ Tết.", ("Ủy ban nhân dân", "Ủy ban nhân dân"), ()),
        ("UBND huyện Văn Giang, tỉnh Hưng Yên mở chợ Tết.", ("Ủy ban nhân dân huyện Văn Giang",), ()),
        ("UBND các xã: Tân Lập, Yên Phú mở chợ Tết.",
         ("Ủy ban nhân dân xã Tân Lập", "Ủy ban nhân dân xã Yên Phú"), ()),
        ("Các Sở (Công Thương, Nội vụ) kiểm tra quầy.", (C, N), ()),
        ("Sở Công Thương chủ trì cùng các nhà thầu rà soát mái.", (C,), ("Các nhà thầu",)),
        ("Sở Công Thương chủ trì, phối hợp với các chủ đầu tư hạ tầng dành đất.", (C,), ("Các chủ đầu tư hạ tầng",)),
        ("Sở Công Thương phối hợp với Sở Nội vụ, các chủ hồ thủy điện vận hành van xả.", (C,),
         (N, "Các chủ hồ thủy điện")),
        ("Các doanh nghiệp bán lẻ khẩn trương sửa chữa sạp.", ("Các doanh nghiệp bán lẻ",), ()),
        ("Sở Công Thương chủ trì, phối hợp với các cơ quan liên quan đây mạnh kiểm tra.", (C,),
         ("Các cơ quan liên quan",)),
        ("Các doanh nghiệp được hỗ trợ vốn.", (), ()),
        ("Giao Phòng Tham mưu Công an tỉnh, Sở Nội vụ tổng hợp số liệu.", ("Phòng Tham mưu", N), ()),
        ("Sở Công Thương chủ trì, phối hợp với Sở Tài chính; thủ trưởng các ngành có liên quan lập sổ.",
         (C,), (F, "Thủ trưởng các ngành có liên quan")),
        ("Chánh Văn phòng UBND tỉnh, Giám đốc Sở, Chủ tịch UBND xã chịu trách nhiệm thi hành.",
         ("Chánh Văn phòng Ủy ban nhân dân", "Giám đốc sở", "Chủ tịch Ủy ban nhân dân xã"), ()),
        ("Hằng tháng phối hợp Đoàn Thanh niên, Hội Phụ nữ ra quân dọn chợ.", (), ()),
        ("Sở Công Thương chỉ đạo Sở Nội vụ phối hợp với Sở Tài chính đếm quầy.", (C,), ()),
        ("Sở Công Thương chỉ đạo các đơn vị trực thuộc phối hợp với Sở Tài chính đếm quầy.", (C,), (F,)),
    ],
)  # fmt: skip
def test_subjects(sentence: str, leads: tuple[str, ...], supports: tuple[str, ...]) -> None:
    found = list(people(read(f"1. {sentence}")).values())
    assert found == ([(leads, supports)] if leads else [])


@pytest.mark.parametrize(
    "sentence",
    [
        "Sở Công Thương khi đã phải dời chợ.",
        "Kết quả: Sở Công Thương tổ chức 5 phiên chợ.",
        "Nghiên cứu phương án giao Sở Công Thương quản lý chợ.",
        "Trong họp chợ, Thủ tướng Chính phủ yêu cầu thực hiện một số việc.",
        "Quy trình họp chợ được ghi trên bảng.",
    ],
)
def test_no_duty(sentence: str) -> None:
    assert people(read(f"1. {sentence}")) == {}


def test_who_helps_told_in_a_sentence_of_its_own() -> None:
    reading = read(
        "1. Sở Công Thương sửa mái chợ. Phối hợp: Sở Tài chính.\n"
        "2. Sở Công Thương lập sổ quầy. Các đơn vị liên quan có trách nhiệm phối hợp.\n"
        "3. Sở Công Thương lập sổ quầy. Sở Tài chính có trách nhiệm phối hợp thu phí.\n"
        "4. Sở Công Thương mở hai phiên vào tháng 3 và tháng 9. Sở Tài chính phối hợp."
    )
    assert people(reading) == {
        "1": ((C,), (F,)),
        "2": ((C,), ("Các đơn vị liên quan",)),
        "3": ((C,), ()),
        "3/2": ((F,), ()),
        "4": ((C,), (F,)),
    }


def test_when_it_is_done_told_in_a_sentence_of_its_own() -> None:
    (found,) = tasks(read("1. Sở Công Thương sửa mái chợ. Hoàn thành trước 30/6/2025."))
    assert found.deadline == ("Hoàn thành trước 30/6/2025", "", "2025-06-30", "")
    first, second = tasks(read("1. Sở Công Thương sửa mái chợ. Hoàn thành hồ sơ chợ, gửi Sở Nội vụ."))
    assert (first.deadline, second.leads, second.deadline) == (NEVER, (C,), NEVER)


@pytest.mark.parametrize(
    ("head", "leads"),
    [
        ("Đối với Thủ đô Hà Nội", ("Ủy ban nhân dân",)),
        ("Các doanh nghiệp, chủ đầu tư chợ; chủ sạp vải", ("Các doanh nghiệp", "Chủ đầu tư chợ", "Chủ sạp vải")),
        ("Các doanh nghiệp bán lẻ, ngân hàng đóng trên địa bàn", ("Các doanh nghiệp bán lẻ", "Ngân hàng")),
        ("Đơn vị thu gom, vận chuyển rác; chủ sạp vải", ("Đơn vị thu gom, vận chuyển rác", "Chủ sạp vải")),
        ("Văn phòng Bộ; Báo Phiên chợ và Đời sống", ("Văn phòng Bộ", "Báo Phiên chợ và Đời sống")),
        ("UBND các xã, phường trên địa bàn", ("Ủy ban nhân dân các xã, phường",)),
    ],
)
def test_heads_that_govern(head: str, leads: tuple[str, ...]) -> None:
    reading = read(f"II. TỔ CHỨC THỰC HIỆN\n1. {head}\n- Rà soát quầy hàng.\n- Gửi danh sách.")
    assert people(reading) == {"II.1.1": (leads, ()), "II.1.2": (leads, ())}


@pytest.mark.parametrize(
    "head",
    ["Các chợ có mái che", "Các doanh nghiệp được khen", "Tổ chức 3 phiên chợ; hội thi", "Thủ đô Hà Nội trong tim"],
)
def test_heads_that_govern_nothing(head: str) -> None:
    assert people(read(f"II. HIỆN TRẠNG QUẦY HÀNG\n1. {head}\n- Rà soát quầy hàng.")) == {}


def test_what_a_body_does_itself_under_its_heading() -> None:
    reading = read(
        "1. Sở Công Thương\n- Phân công cơ quan chủ trì từng phiên chợ.\n- Giao Sở Nội vụ ghi sổ.\n"
        "2. Công an tỉnh\n2.1. Khi chợ cháy, cử người đến chữa.\n2.2. Khi chợ cháy, người dân chạy ra."
    )
    assert {ref: both[0] for ref, both in people(reading).items()} == {
        "1.1": (C,),
        "1.2": (N,),
        "2.1": ("Công an",),
    }


def test_what_stands_behind_the_bullets_answers_the_opening_too() -> None:
    reading = read("UBND tỉnh yêu cầu Sở Công Thương, Sở Nội vụ:\n- Rà soát quầy hàng.\nBáo cáo kết quả họp chợ.\n")
    assert [both[0] for both in people(reading).values()] == [(C, N), (C, N)]


def test_who_asks_in_the_opening_asks_in_the_items_too() -> None:
    reading = read(
        """
        Để kịp phiên chợ, Sở Công Thương đề nghị Sở Tài chính, Sở Nội vụ thực hiện các nội dung sau:
        1. Rà soát quầy hàng cũ.
        2. Bên cạnh đó, Sở Công Thương đề nghị Sở Tài chính thu phí như sau:
        - Lập danh sách hộ.
        - Thu theo quý.
        3. Sở Nội vụ đề nghị Sở Y tế cử người.
        """
    )
    found = people(reading)
    assert (found["1"], found["2.1"], found["2.2"]) == (((F, N), ()), ((F,), ()), ((F,), ()))
    assert found["3"] == ((N,), ())
