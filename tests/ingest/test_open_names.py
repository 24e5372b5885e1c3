"""Bodies of no known form, in lists that a duty follows."""

from __future__ import annotations

import pytest

from ingest.open_names import name_at
from tests.ingest.reading import people, read

T = "Sở Y tế"


@pytest.mark.parametrize(
    ("sentence", "leads", "supports"),
    [
        ("Sở Y tế và các cơ sở tiêm chủng tổ chức ba buổi lưu động.", (T, "Các cơ sở tiêm chủng"), ()),
        ("Sở Y tế, Hiệp hội Dược liệu và UBND các xã rà soát vườn thuốc.",
         (T, "Hiệp hội Dược liệu", "Ủy ban nhân dân các xã"), ()),
        ("Sở Y tế chủ trì, phối hợp với Công an tỉnh và các hợp tác xã trồng sâm lập bản đồ.", (T,),
         ("Công an", "Các hợp tác xã trồng sâm")),
        ("Sở Y tế chủ trì, phối hợp chặt chẽ, thường xuyên với Thanh tra giao thông, Cảnh sát cơ động, "
         "Quản lý thị trường trong việc khám xe.", (T,),
         ("Thanh tra giao thông", "Cảnh sát cơ động", "Quản lý thị trường")),
        ("Thanh tra xây dựng, Công an xã kiểm tra giấy phép.", ("Thanh tra xây dựng", "Công an xã"), ()),
        ("Thanh tra xây dựng kế hoạch năm sau.", ("Thanh tra",), ()),
        ("Các hợp tác xã trồng sâm, Công ty Dược liệu có trách nhiệm giữ giống.",
         ("Các hợp tác xã trồng sâm", "Công ty Dược liệu"), ()),
        ("Các Tập đoàn, Tổng công ty nhà nước: lập danh mục thuốc.", ("Các tập đoàn, tổng công ty nhà nước",), ()),
        ("Ban Công tác Mặt trận các thôn, tổ dân phố vận động nhân dân.",
         ("Ban Công tác Mặt trận các thôn, tổ dân phố",), ()),
        ("Sở Y tế chủ trì, phối hợp với ngành giáo dục, UBND các xã khám sức khỏe.", (T,),
         ("Ngành giáo dục", "Ủy ban nhân dân các xã")),
        ("Các tập đoàn nhà nước, doanh nghiệp xuất khẩu: lập danh mục thuốc.",
         ("Các tập đoàn nhà nước", "Doanh nghiệp xuất khẩu"), ()),
        ("Sở Y tế, các bộ, ngành khác, UBND các xã lập danh mục.",
         (T, "Các bộ, ngành khác", "Ủy ban nhân dân các xã"), ()),
        ("Các tỉnh, thành phố trong cả nước, nhất là vùng cao, vùng biên giới chủ động rà soát kho thuốc.",
         ("Các tỉnh, thành phố trong cả nước",), ()),
        ("Trung tâm Kiểm soát bệnh tật tỉnh hỗ trợ các xã xét nghiệm.", ("Trung tâm Kiểm soát bệnh tật",), ()),
        ("Các tỉnh, thành phố trong cả nước rà soát kho thuốc.", ("Các tỉnh, thành phố trong cả nước",), ()),
        ("UBND các Quận, Huyện, Thị xã kiểm tra vỉa hè.", ("Ủy ban nhân dân các quận, huyện, thị xã",), ()),
        ("Đề nghị Mặt trận Tổ quốc Việt Nam tại địa phương giám sát việc chi trả.",
         ("Mặt trận Tổ quốc Việt Nam tại địa phương",), ()),
    ],
)  # fmt: skip
def test_lists_go_on_with_names_of_no_known_form(sentence: str, leads: tuple[str, ...], supports: tuple[str, ...]):
    (found,) = people(read(f"1. {sentence}")).values()
    assert tuple(map(str.casefold, found[0])) == tuple(map(str.casefold, leads))
    assert found[1] == supports


@pytest.mark.parametrize(
    "sentence",
    [
        "Sở Y tế và các cơ sở tiêm chủng đã tổ chức ba buổi lưu động.",
        "Sở Y tế, các hộ trồng sâm ở Mường Than.",
        "Các tổ chức tín dụng, doanh nghiệp xây dựng công trình.",
        "Quản lý thị trường gạo còn lỏng lẻo.",
        "Các hợp tác xã trồng sâm được mùa, bán hết trong vụ.",
        "Các cơ quan dự họp: đủ thành phần.",
        "Sở Y tế và mọi người trong bản vui Tết.",
    ],
)
def test_what_is_told_is_no_duty(sentence: str):
    assert people(read(f"1. {sentence}")) == {}


def test_a_heading_of_no_known_form_governs_orders_only():
    heading = "1. Các hợp tác xã trồng sâm\n"
    orders = people(read(f"II. TỔ CHỨC THỰC HIỆN\n{heading}- Lập sổ theo dõi giống.\n- Giữ lại hạt mẹ."))
    assert orders == {"II.1.1": (("Các hợp tác xã trồng sâm",), ()), "II.1.2": (("Các hợp tác xã trồng sâm",), ())}
    assert people(read(f"II. HIỆN TRẠNG\n{heading}- Sâm Lai: 12 xã viên.\n- Sâm Bạc: 20 xã viên.")) == {}


def test_a_name_ends_before_its_verb():
    text = "các cơ sở sản xuất gạch thực hiện nghiêm quy chuẩn"
    found = name_at(text, 0, len(text))
    assert found is not None
    assert (found.surface, found.collective) == ("các cơ sở sản xuất gạch", True)
    single = "Viện Khảo cổ tổ chức khai quật"
    found = name_at(single, 0, len(single))
    assert found is not None
    assert (found.name, found.collective) == ("Viện Khảo cổ", False)


@pytest.mark.parametrize("text", ["nhà ở xã hội", "các ngôi nhà sàn", "Hộ nghèo", "Các " + "cơ quan " * 40])
def test_what_is_no_name(text: str):
    assert name_at(text, 0, len(text)) is None
