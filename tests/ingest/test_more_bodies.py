"""Bodies of every level by forms of their own: unions, schools, banks, offices of 2025, Party bodies of a commune."""

from __future__ import annotations

import pytest

from ingest.bodies import bodies


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Văn phòng Bộ, Thanh tra Bộ", ["Văn phòng Bộ", "Thanh tra Bộ"]),
        ("Các Vụ, Cục, Tổng cục, Thanh tra Bộ", ["Các Vụ, Cục, Tổng cục", "Thanh tra Bộ"]),
        ("Cục Quản lý Khám, chữa bệnh, Vụ Pháp chế", ["Cục Quản lý Khám, chữa bệnh", "Vụ Pháp chế"]),
        ("Cục Mỹ thuật, Nhiếp ảnh và Triển lãm", ["Cục Mỹ thuật, Nhiếp ảnh và Triển lãm"]),
        ("Vụ Pháp chế, Sở Y tế và Sở Nội vụ", ["Vụ Pháp chế", "Sở Y tế", "Sở Nội vụ"]),
        ("Cục Thuế chú trọng rà soát", ["Cục Thuế"]),
        ("Phòng Tài chính - Kế hoạch sắp xếp hồ sơ", ["Phòng Tài chính - Kế hoạch"]),
        ("Phòng Văn hóa - Xã hội mở 02 lớp", ["Phòng Văn hóa - Xã hội"]),
        ("Trung tâm Xúc tiến đầu tư tỉnh", ["Trung tâm Xúc tiến đầu tư"]),
        ("Các bệnh viện trung ương", ["Các bệnh viện trung ương"]),
        ("các bệnh viện cũ", []),
        ("các Trung tâm Y tế các cấp", ["Các Trung tâm Y tế các cấp"]),
        ("Bệnh viện Đa khoa tỉnh", ["Bệnh viện Đa khoa"]),
        ("Trường Tiểu học và THCS Mường So", ["Trường Tiểu học và THCS Mường So"]),
        ("Báo và phát thanh, truyền hình Lào Cai", ["Báo và Phát thanh, Truyền hình"]),
        ("đài truyền thanh xã, phường", ["Đài truyền thanh xã, phường"]),
        ("Kho bạc Nhà nước Than Uyên", ["Kho bạc Nhà nước Than Uyên"]),
        ("Kho bạc Nhà nước khu vực", ["Kho bạc Nhà nước khu vực"]),
        ("Phòng giao dịch Ngân hàng Chính sách xã hội huyện",
         ["Phòng giao dịch Ngân hàng Chính sách xã hội huyện"]),
        ("Chi nhánh Ngân hàng Chính sách xã hội tỉnh", ["Ngân hàng Chính sách xã hội"]),
        ("Thống kê tỉnh, Bảo hiểm xã hội huyện", ["Thống kê", "Bảo hiểm xã hội huyện"]),
        ("thống kê tỉnh nào cũng có", []),
        ("Công đoàn cơ sở, các cấp công đoàn", ["Công đoàn cơ sở", "Các cấp công đoàn"]),
        ("Công đoàn ngành Giáo dục", ["Công đoàn ngành Giáo dục"]),
        ("Huyện đoàn, Xã đoàn", ["Huyện đoàn", "Xã đoàn"]),
        ("Huyện đoàn thể thao", ["Đoàn thể"]),
        ("Đảng ủy Bộ đội Biên phòng tỉnh", ["Đảng ủy Bộ đội Biên phòng"]),
        ("Đảng ủy, UBND xã", ["Đảng ủy", "Ủy ban nhân dân xã"]),
        ("Uỷ ban Kiểm tra Đảng uỷ, Ban Xây dựng Đảng", ["Ủy ban Kiểm tra Đảng ủy", "Ban Xây dựng Đảng"]),
        ("Văn phòng HĐND&UBND xã", ["Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã"]),
        ("Cơ quan UBMTTQ Việt Nam xã", ["Cơ quan Ủy ban Mặt trận Tổ quốc Việt Nam xã"]),
        ("các tổ chức thành viên của MTTQ xã", ["Các tổ chức thành viên của Mặt trận Tổ quốc Việt Nam xã"]),
        ("các Đoàn kiểm tra, giám sát của Tỉnh", ["Các Đoàn kiểm tra, giám sát của Tỉnh"]),
        ("Tổ công nghệ số cộng đồng các thôn", ["Tổ công nghệ số cộng đồng các thôn"]),
        ("các bộ, ngành, đoàn thể", ["Các bộ, ngành, đoàn thể"]),
        ("đại biểu HĐND huyện, các Tổ đại biểu", ["Đại biểu Hội đồng nhân dân huyện", "Các Tổ đại biểu"]),
        ("Sở Nông nghiệp và phát triển nông thôn", ["Sở Nông nghiệp và Phát triển nông thôn"]),
        ("UBND các xã ven biển", ["Ủy ban nhân dân các xã ven biển"]),
    ],
)  # fmt: skip
def test_names(words: str, names: list[str]) -> None:
    assert [body.name for body in bodies(words)] == names


@pytest.mark.parametrize(
    ("words", "places"),
    [
        ("UBND thành phố Hà Nội, Thành phố Hồ Chí Minh và tỉnh Lai Châu", ["Hà Nội", "Hồ Chí Minh", "Lai Châu"]),
        ("UBND huyện Than Uyên, tỉnh Lai Châu", ["huyện Than Uyên"]),
        ("UBND các xã: Tân Lập, Yên Phú rà soát", ["xã Tân Lập", "xã Yên Phú"]),
        ("UBND các xã: Tân Lập.", [""]),
    ],
)
def test_places_in_lists(words: str, places: list[str]) -> None:
    assert [body.place for body in bodies(words)] == places
