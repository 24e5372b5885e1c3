"""Heads and feet of documents of every level, whole and damaged."""

from __future__ import annotations

import pytest

from graph.reading import AgencyKey, PersonKey, Reading, SelfKey
from tests.ingest.reading import read, stated


def head(reading: Reading) -> tuple[object, ...]:
    return tuple(reading.props[field] for field in ("doc_type", "symbol", "date", "title", "issuer", "place", "branch"))


def signer(reading: Reading) -> PersonKey | None:
    return next((c.source for c in reading.claims if c.kind == "signs" and isinstance(c.source, PersonKey)), None)


def issuers(reading: Reading) -> list[AgencyKey]:
    return [c.source for c in reading.claims if c.kind == "issues" and isinstance(c.source, AgencyKey)]


PROVINCE = """
ỦY BAN NHÂN DÂN
TỈNH LAI CHÂU
-------
Số: 45/KH-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Lai Châu, ngày 05 tháng 3 năm 2025
KẾ HOẠCH
Chăm lo nhà ở cho người lao động
năm 2025
-------
Thực hiện Kế hoạch số 292-KH/TU ngày 28/10/2024 của Tỉnh ủy, UBND tỉnh ban hành Kế hoạch như sau:
1. Sở Xây dựng lập danh mục khu đất.
Nơi nhận:
- Thường trực Tỉnh ủy (b/c);
- Các sở, ban, ngành;
- Lưu: VT, KTN.
TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Lê Văn Mẫu
"""


def test_a_provinces_plan() -> None:
    reading = read(PROVINCE, head="")
    assert head(reading) == (
        "Kế hoạch",
        "45/KH-UBND",
        "2025-03-05",
        "Chăm lo nhà ở cho người lao động năm 2025",
        "Ủy ban nhân dân",
        "Lai Châu",
        "government",
    )
    assert reading.props["inferred"] == []
    assert issuers(reading) == [AgencyKey("Ủy ban nhân dân", "Lai Châu")]
    assert signer(reading) == PersonKey("Lê Văn Mẫu", "PHÓ CHỦ TỊCH")
    assert reading.props["recipients"] == ["Thường trực Tỉnh ủy", "Các sở, ban, ngành", "Lưu: VT, KTN"]
    assert stated(reading, "implements") == [("self", "implements", "292-KH/TU")]


def test_spans_of_the_foot() -> None:
    reading = read(PROVINCE, head="")
    spoken = [(c.kind, reading.text[c.start : c.end]) for c in reading.claims if c.target == SelfKey()]
    assert ("signs", "Lê Văn Mẫu") in spoken
    assert ("receives", "Thường trực Tỉnh ủy") in spoken
    assert ("receives", "Các sở, ban, ngành") in spoken


def test_a_party_plan() -> None:
    reading = read(
        """
        TỈNH ỦY SƠN LA
        *
        Số 118-KH/TU
        ĐẢNG CỘNG SẢN VIỆT NAM
        Sơn La, ngày 12 tháng 9 năm 2024
        KẾ HOẠCH
        thực hiện Chỉ thị số 34-CT/TW ngày 24/5/2024 của Ban Bí thư
        -----
        Ban Thường vụ Tỉnh ủy ban hành Kế hoạch như sau:
        1. Các cấp ủy quán triệt Chỉ thị.
        Nơi nhận:
        - Ban Bí thư Trung ương Đảng (để b/c),
        - Lưu Văn phòng Tỉnh ủy.
        T/M BAN THƯỜNG VỤ
        PHÓ BÍ THƯ
        Hoàng Thị Mẫu
        """,
        head="",
    )
    assert head(reading) == (
        "Kế hoạch",
        "118-KH/TU",
        "2024-09-12",
        "Thực hiện Chỉ thị số 34-CT/TW ngày 24/5/2024 của Ban Bí thư",
        "Ban Thường vụ Tỉnh ủy",
        "Sơn La",
        "party",
    )
    assert signer(reading) == PersonKey("Hoàng Thị Mẫu", "PHÓ BÍ THƯ")
    assert reading.props["recipients"] == ["Ban Bí thư Trung ương Đảng", "Lưu Văn phòng Tỉnh ủy"]
    assert stated(reading, "implements") == [("self", "implements", "34-CT/TW")]


def test_a_ministrys_plan() -> None:
    reading = read(
        """
        BỘ XÂY DỰNG
        Số: 812/KH-BXD
        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        Độc lập - Tự do - Hạnh phúc
        Hà Nội, ngày 14 tháng 3 năm 2025
        KẾ HOẠCH
        Triển khai Chỉ thị số 34-CT/TW của Ban Bí thư
        -----
        1. Bộ Tài chính bố trí kinh phí.
        Nơi nhận:
        - Như trên;
        - Lưu: VT.
        KT. BỘ TRƯỞNG
        THỨ TRƯỞNG
        Trần Văn Mẫu
        """,
        head="",
    )
    assert head(reading) == (
        "Kế hoạch",
        "812/KH-BXD",
        "2025-03-14",
        "Triển khai Chỉ thị số 34-CT/TW của Ban Bí thư",
        "Bộ Xây dựng",
        "",
        "government",
    )
    assert issuers(reading) == [AgencyKey("Bộ Xây dựng")]
    assert reading.key.place == "VN"
    assert signer(reading) == PersonKey("Trần Văn Mẫu", "THỨ TRƯỞNG")


def test_a_decision_of_the_government_with_articles() -> None:
    reading = read(
        """
        THỦ TƯỚNG CHÍNH PHỦ
        Số: 214/QĐ-TTg
        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        Độc lập - Tự do - Hạnh phúc
        Hà Nội, ngày 01 tháng 8 năm 2025
        QUYẾT ĐỊNH
        Về việc giao chỉ tiêu nhà ở công nhân
        -----
        THỦ TƯỚNG CHÍNH PHỦ
        Căn cứ Luật Nhà ở số 27/2023/QH15;
        QUYẾT ĐỊNH:
        Điều 1. Giao chỉ tiêu cho các tỉnh.
        Nơi nhận:
        - Ban Bí thư;
        - Lưu: VT, CN (2b).
        KT. THỦ TƯỚNG
        PHÓ THỦ TƯỚNG
        Trần Văn Mẫu
        """,
        head="",
    )
    assert head(reading) == (
        "Quyết định",
        "214/QĐ-TTg",
        "2025-08-01",
        "Về việc giao chỉ tiêu nhà ở công nhân",
        "Thủ tướng Chính phủ",
        "",
        "government",
    )
    assert stated(reading, "implements") == []
    assert stated(reading, "references") == [("self", "references", "27/2023/QH15")]


@pytest.mark.parametrize(
    ("number", "day", "date"),
    [
        ("Số:       /KH-UBND", "Lai Châu, ngày      tháng 11 năm 2024", "2024-11"),
        ("Số: ...../KH-UBND", "Lai Châu, ngày ... tháng ... năm 2024", "2024"),
        ("Số:     /KH-UBND", "Lai Châu, ngày 07 tháng 11 năm 2024", "2024-11-07"),
    ],
)
def test_a_number_left_blank(number: str, day: str, date: str) -> None:
    reading = read(
        PROVINCE.replace("Số: 45/KH-UBND", number).replace("Lai Châu, ngày 05 tháng 3 năm 2025", day), head=""
    )
    assert (reading.props["symbol"], reading.props["date"]) == ("", date)
    (found,) = [f for f in reading.findings if f.kind == "blank_number"]
    assert "/KH-UBND" in reading.text[found.start : found.end]


def test_a_missing_head_is_inferred_and_says_so() -> None:
    body = PROVINCE[PROVINCE.index("Thực hiện Kế hoạch") :]
    reading = read(body.replace("UBND tỉnh ban hành", "UBND tỉnh Lai Châu ban hành"), head="")
    assert reading.props["symbol"] == ""
    assert reading.props["place"] == "Lai Châu"
    assert reading.props["issuer"] == "Ủy ban nhân dân"
    assert {"doc_type", "issuer"} <= set(reading.props["inferred"])  # type: ignore[arg-type]
    assert signer(reading) == PersonKey("Lê Văn Mẫu", "PHÓ CHỦ TỊCH")


@pytest.mark.parametrize(
    "opening",
    [
        "UBND tỉnh Lai Châu ban hành Kế hoạch về chăm lo nhà ở như sau:",
        "UBND tỉnh Lai Châu ban hành Kế hoạch như sau:",
    ],
)
def test_the_type_is_inferred_from_the_opening(opening: str) -> None:
    reading = read(f"Thực hiện Chỉ thị số 34-CT/TW của Ban Bí thư, {opening}\n1. Sở Xây dựng lập danh mục.", head="")
    assert reading.props["doc_type"] == "Kế hoạch"


def test_the_blank_number_of_an_attached_appendix_dates_the_document() -> None:
    reading = read(
        """
        Thực hiện Chỉ thị số 34-CT/TW của Ban Bí thư, UBND tỉnh Lai Châu ban hành Kế hoạch như sau:
        1. Sở Xây dựng lập danh mục.
        Nơi nhận:
        - Lưu: VT.
        PHỤ LỤC
        (Kèm theo Kế hoạch số     /KH-UBND ngày     /11/2024 của UBND tỉnh Lai Châu)
        """,
        head="",
    )
    assert reading.props["date"] == "2024-11"
    assert [f.kind for f in reading.findings] == ["blank_number"]


def test_the_number_of_a_cited_plan_is_not_the_documents_own() -> None:
    body = PROVINCE.replace("Số: 45/KH-UBND\n", "")
    assert read(body, head="").props["symbol"] == ""


def test_a_party_conclusion_of_the_secretariat() -> None:
    reading = read(
        """
        BAN CHẤP HÀNH TRUNG ƯƠNG
        *
        Số 199-KL/TW
        ĐẢNG CỘNG SẢN VIỆT NAM
        Hà Nội, ngày 12 tháng 6 năm 2025
        KẾT LUẬN
        CỦA BAN BÍ THƯ
        về tiếp tục thực hiện Chỉ thị số 34-CT/TW
        -----
        1. Các tỉnh ủy, thành ủy bố trí quỹ đất.
        T/M BAN BÍ THƯ
        Nguyễn Văn Mẫu
        """,
        head="",
    )
    assert head(reading) == (
        "Kết luận",
        "199-KL/TW",
        "2025-06-12",
        "Về tiếp tục thực hiện Chỉ thị số 34-CT/TW",
        "Ban Bí thư Trung ương Đảng",
        "",
        "party",
    )


def test_a_communes_plan_is_that_communes() -> None:
    reading = read(
        """
        ỦY BAN NHÂN DÂN
        XÃ MƯỜNG THAN
        Số: 07/KH-UBND
        Mường Than, ngày 10 tháng 9 năm 2025
        KẾ HOẠCH
        Xóa nhà tạm trên địa bàn xã
        -----
        Thực hiện Kế hoạch số 184/KH-UBND ngày 03/02/2025 của UBND tỉnh Lai Châu, UBND xã ban hành Kế hoạch như sau:
        1. Công an xã lập danh sách hộ nghèo.
        """,
        head="",
    )
    assert [(key.name, key.place) for key in issuers(reading)] == [("Ủy ban nhân dân", "xã Mường Than")]
    assert reading.props["inferred"] == []
