"""Heads and feet of every kind of issuer and document, as files bring them: in columns, folded, scanned."""

from __future__ import annotations

import pytest

from graph.reading import PersonKey, Reading
from ingest.blocks import Paragraph
from ingest.reader import read_text
from ingest.unfolding import unfold
from tests.ingest.reading import read

MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
PARTY = "ĐẢNG CỘNG SẢN VIỆT NAM"
BODY = """Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;
Thực hiện Chỉ thị số 34-CT/TW ngày 24/5/2024 của Ban Bí thư, nội dung như sau:
I. MỤC ĐÍCH
1. Bảo đảm chỗ ở cho người lao động."""


def head(reading: Reading) -> dict[str, object]:
    fields = ("doc_type", "symbol", "date", "title", "issuer", "place")
    return {field: reading.props[field] for field in fields}


def signer(reading: Reading) -> tuple[str, str]:
    found = (c.source for c in reading.claims if c.kind == "signs")
    return next(((p.name, p.position) for p in found if isinstance(p, PersonKey)), ("", ""))


HEADS = {
    "a ward, its name on one line": (
        f"ỦY BAN NHÂN DÂN PHƯỜNG TÂN AN\n{MOTTO}\nSố: 118/KH-UBND\nTân An, ngày 02 tháng 8 năm 2025\n"
        "KẾ HOẠCH\nChăm lo nhà ở cho công nhân",
        ("Kế hoạch", "118/KH-UBND", "2025-08-02", "Chăm lo nhà ở cho công nhân", "Ủy ban nhân dân", "phường Tân An"),
    ),
    "a board of a provincial committee": (
        f"TỈNH ỦY ĐỒNG THÁP\nBAN TUYÊN GIÁO VÀ DÂN VẬN\n*\nSố 09-HD/BTGDVTU\n{PARTY}\n"
        "Đồng Tháp, ngày 12 tháng 8 năm 2025\nHƯỚNG DẪN\ntuyên truyền về nhà ở",
        (
            "Hướng dẫn",
            "09-HD/BTGDVTU",
            "2025-08-12",
            "Tuyên truyền về nhà ở",
            "Ban Tuyên giáo và Dân vận Tỉnh ủy",
            "Đồng Tháp",
        ),
    ),
    "a chairman, on three lines": (
        f"CHỦ TỊCH\nỦY BAN NHÂN DÂN\nTỈNH LÂM ĐỒNG\n{MOTTO}\nSố: 09/CT-UBND\nLâm Đồng, ngày 21/10/2025\n"
        "CHỈ THỊ\nVề việc quản lý nhà ở",
        (
            "Chỉ thị",
            "09/CT-UBND",
            "2025-10-21",
            "Về việc quản lý nhà ở",
            "Chủ tịch Ủy ban nhân dân",
            "Lâm Đồng",
        ),
    ),
    "a board that no list names, below its province": (
        f"UBND TỈNH QUẢNG NGÃI\nBAN QUẢN LÝ CÁC DỰ ÁN\nVÀ KHU TÁI ĐỊNH CƯ\n{MOTTO}\nSố: 90/KH-BQL\n"
        "Quảng Ngãi, ngày 15 tháng 11 năm 2024\nKẾ HOẠCH\nPhát triển nhà ở công nhân",
        (
            "Kế hoạch",
            "90/KH-BQL",
            "2024-11-15",
            "Phát triển nhà ở công nhân",
            "Ban quản lý các dự án và khu tái định cư",
            "Quảng Ngãi",
        ),
    ),
    "an assembly, with its session below the title": (
        f"HỘI ĐỒNG NHÂN DÂN\nTỈNH THANH HÓA\n{MOTTO}\nSố: 21/2025/NQ-HĐND\nThanh Hóa, ngày 11 tháng 7 năm 2025\n"
        "NGHỊ QUYẾT\nQuy định mức hỗ trợ nhà ở\nHỘI ĐỒNG NHÂN DÂN TỈNH THANH HÓA KHÓA XVIII, KỲ HỌP THỨ 30",
        (
            "Nghị quyết",
            "21/2025/NQ-HĐND",
            "2025-07-11",
            "Quy định mức hỗ trợ nhà ở",
            "Hội đồng nhân dân",
            "Thanh Hóa",
        ),
    ),
    "a letter": (
        f"UBND TỈNH SƠN LA\nSỞ XÂY DỰNG\n{MOTTO}\nSố: 512/SXD-QLN&BĐS\nV/v đôn đốc lập danh mục\nkhu đất\n"
        "Sơn La, ngày 7 tháng 3 năm 2025\nKính gửi: Ủy ban nhân dân các huyện, thành phố.",
        ("Công văn", "512/SXD-QLN&BĐS", "2025-03-07", "Đôn đốc lập danh mục khu đất", "Sở Xây dựng", "Sơn La"),
    ),
    "an electric telegram, whom it is for behind the title": (
        f"THỦ TƯỚNG CHÍNH PHỦ\n{MOTTO}\nSố: 85/CĐ-TTg\nHà Nội, ngày 10 tháng 6 năm 2025\nCÔNG ĐIỆN\n"
        "Về việc đẩy nhanh xây dựng nhà ở\nTHỦ TƯỚNG CHÍNH PHỦ điện:\n- Bộ trưởng các Bộ: Xây dựng, Tài chính;",
        ("Công điện", "85/CĐ-TTg", "2025-06-10", "Về việc đẩy nhanh xây dựng nhà ở", "Thủ tướng Chính phủ", ""),
    ),
    "a law": (
        f"QUỐC HỘI\n{MOTTO}\nLuật số: 27/2023/QH15\nHà Nội, ngày 27 tháng 11 năm 2023\nLUẬT\nNHÀ Ở",
        ("Luật", "27/2023/QH15", "2023-11-27", "NHÀ Ở", "Quốc hội", ""),
    ),
    "two columns on the same lines": (
        "UBND TỈNH ĐỒNG NAI              CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "  SỞ XÂY DỰNG                         Độc lập - Tự do - Hạnh phúc\n\n"
        "Số: 210/KH-SXD                   Đồng Nai, ngày 14 tháng 8 năm 2025\n\n"
        "                         KẾ HOẠCH\n      Rà soát quỹ đất năm 2025",
        ("Kế hoạch", "210/KH-SXD", "2025-08-14", "Rà soát quỹ đất năm 2025", "Sở Xây dựng", "Đồng Nai"),
    ),
    "columns parted by bars, lines broken within the date": (
        "ỦY BAN NHÂN DÂN\nTỈNH SƠN LA\n-------\n|\nCỘNG\nHÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
        "|\nSố: 68/KH-UBND\n|\nSơn\nLa, ngày 11 tháng 3\nnăm 2020\n|\nKẾ HOẠCH\nRà soát quỹ đất",
        ("Kế hoạch", "68/KH-UBND", "2020-03-11", "Rà soát quỹ đất", "Ủy ban nhân dân", "Sơn La"),
    ),
    "cells folded into lines": (
        "ỦY BAN NHÂN DÂN TỈNH NAM ĐỊNH -------\n"
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc -------\n"
        "Số: 12/UBND-VP5 V/v rà soát quỹ đất\nNam Định, ngày 07 tháng 5 năm 2024\nKính gửi: Sở Xây dựng.",
        ("Công văn", "12/UBND-VP5", "2024-05-07", "Rà soát quỹ đất", "Ủy ban nhân dân", "Nam Định"),
    ),
    "the type and the subject on one line": (
        f"ỦY BAN NHÂN DÂN TỈNH CAO BẰNG\n{MOTTO}\nSố: 201/KH-UBND\nCao Bằng, ngày 09 tháng 10 năm 2024\n"
        "KẾ HOẠCH RÀ SOÁT QUỸ ĐẤT NĂM 2025",
        ("Kế hoạch", "201/KH-UBND", "2024-10-09", "RÀ SOÁT QUỸ ĐẤT NĂM 2025", "Ủy ban nhân dân", "Cao Bằng"),
    ),
    "an office of a ward": (
        f"UBND PHƯỜNG ĐÔNG HÒA\nPHÒNG KINH TẾ\n{MOTTO}\nSố: 15/BC-KT\nĐông Hòa, ngày 1 tháng 10 năm 2025\n"
        "BÁO CÁO\nTình hình nhà ở\nKính gửi: Ủy ban nhân dân phường.",
        ("Báo cáo", "15/BC-KT", "2025-10-01", "Tình hình nhà ở", "Phòng kinh tế", "phường Đông Hòa"),
    ),
    "letters set apart, a date without its comma": (
        f"ỦY BAN NHÂN DÂN TỈNH CÀ MAU\n{MOTTO}\nSố : 33 / KH-UBND\nCà Mau ngày 7 tháng 7 năm 2025\n"
        "K Ế H O Ạ C H\nRà soát quỹ đất",
        ("Kế hoạch", "33/KH-UBND", "2025-07-07", "Rà soát quỹ đất", "Ủy ban nhân dân", "Cà Mau"),
    ),
    "a draft": (
        f"ỦY BAN NHÂN DÂN\nTỈNH PHÚ THỌ\n{MOTTO}\nSố:        /KH-UBND\nPhú Thọ, ngày     tháng 11 năm 2025\n"
        "DỰ THẢO\nKẾ HOẠCH\nRà soát quỹ đất",
        ("Kế hoạch", "", "2025-11", "Rà soát quỹ đất", "Ủy ban nhân dân", "Phú Thọ"),
    ),
    "a scan that lost marks, with a stamp read into it": (
        "VAN PHONG CHÍNH PHU CONG HOA XÃ HOI CHỦ NGHĨA VIỆT NAM\n——— Độc lập - Tự do - Hanh phúc\n"
        "Số: 33/TB-VPCP Hà Nội, ngày 18 tháng 10 năm 2022\nĐẾN : _¬ THÔNG BÁO\nKết luận tại cuộc họp về nhà ở",
        ("Thông báo", "33/TB-VPCP", "2022-10-18", "Kết luận tại cuộc họp về nhà ở", "Văn phòng Chính phủ", ""),
    ),
    "who decides, where the head is missing": (
        "QUYẾT ĐỊNH\nvề việc phê duyệt danh mục dự án\n______\nBỘ TRƯỞNG BỘ XÂY DỰNG",
        ("Quyết định", "", "", "Về việc phê duyệt danh mục dự án", "Bộ Xây dựng", ""),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", HEADS)
def test_heads(name: str) -> None:
    text, expected = HEADS[name]
    assert tuple(head(read_text(f"{text}\n{BODY}\n")).values()) == expected


FEET = {
    "in two columns": (
        "Nơi nhận:                                   KT. GIÁM ĐỐC\n"
        "- UBND tỉnh (b/c);                          PHÓ GIÁM ĐỐC\n- Lưu: VT.\n\n"
        "                                          Hồ Văn Mẫu",
        ("Hồ Văn Mẫu", "PHÓ GIÁM ĐỐC"),
        ["UBND tỉnh", "Lưu: VT"],
    ),
    "folded into two lines": (
        "Nơi nhận: - Như trên; - Sở Xây dựng; - Lưu: VT.\nKT. CHỦ TỊCH PHÓ CHỦ TỊCH (Đã ký) Lê Thị Mẫu",
        ("Lê Thị Mẫu", "PHÓ CHỦ TỊCH"),
        ["Như trên", "Sở Xây dựng", "Lưu: VT"],
    ),
    "without Nơi nhận": ("CHỦ TỊCH     Lê Thị Mẫu", ("Lê Thị Mẫu", "CHỦ TỊCH"), []),
    "an officer's rank": (
        "Nơi nhận:\n- Như trên.\nGIÁM ĐỐC\nĐại tá Lê Văn Mẫu",
        ("Lê Văn Mẫu", "GIÁM ĐỐC"),
        ["Như trên"],
    ),
    "a name with a mark": ("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nH’Yim Mẫu", ("H’Yim Mẫu", "CHỦ TỊCH"), []),
    "a name in capitals": ("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nLÊ VĂN MẪU", ("Lê Văn Mẫu", "CHỦ TỊCH"), []),
    "recipients without bullets": (
        "Nơi nhận:\nSở Xây dựng;\nLưu: VT.\nCHỦ TỊCH\nLê Văn Mẫu",
        ("Lê Văn Mẫu", "CHỦ TỊCH"),
        ["Sở Xây dựng", "Lưu: VT"],
    ),
    "a list behind the signature": (
        "Nơi nhận:\n- Sở Xây dựng.\nCHỦ TỊCH\nLê Văn Mẫu\nTÊN CÁC XÃ\n"
        "(Ban hành kèm theo Kế hoạch số 5/KH-UBND)\n- Xã Mẫu",
        ("Lê Văn Mẫu", "CHỦ TỊCH"),
        ["Sở Xây dựng"],
    ),
}


@pytest.mark.parametrize("name", FEET)
def test_feet(name: str) -> None:
    text, name_and_office, recipients = FEET[name]
    reading = read_text(f"{HEADS['a draft'][0]}\n{BODY}\n{text}\n")
    assert signer(reading) == name_and_office
    assert reading.props["recipients"] == recipients


def test_a_committee_of_a_commune_speaks_through_its_standing_committee() -> None:
    reading = read_text(
        f"ĐẢNG BỘ TỈNH LÀO CAI\nĐẢNG ỦY XÃ TÂN AN\n*\nSố 07-KH/ĐU\n{PARTY}\nTân An, ngày 20 tháng 8 năm 2025\n"
        f"KẾ HOẠCH\nrà soát quỹ đất\n-----\n{BODY}\nT/M BAN THƯỜNG VỤ\nBÍ THƯ\nLê Văn Mẫu\n"
    )
    assert (reading.props["issuer"], reading.props["place"]) == ("Ban Thường vụ Đảng ủy", "xã Tân An")


def test_a_title_that_cites_a_date_is_no_date_of_issue() -> None:
    reading = read_text(
        f"TỈNH ỦY SƠN LA\n*\nSố    -KH/TU\n{PARTY}\nKẾ HOẠCH\nthực hiện Chỉ thị số 34-CT/TW, ngày 24 tháng 5 năm 2024\n"
        f"-----\n{BODY}\n"
    )
    assert reading.props["date"] == ""
    assert reading.props["title"] == "Thực hiện Chỉ thị số 34-CT/TW, ngày 24 tháng 5 năm 2024"


def test_a_title_in_capitals_goes_on_with_a_body() -> None:
    text, _ = HEADS["a draft"]
    text = text.replace("Rà soát quỹ đất", "THỰC HIỆN KẾ HOẠCH CỦA\nỦY BAN NHÂN DÂN TỈNH PHÚ THỌ")
    assert read_text(f"{text}\n{BODY}").props["title"] == "THỰC HIỆN KẾ HOẠCH CỦA ỦY BAN NHÂN DÂN TỈNH PHÚ THỌ"


def test_what_the_press_says_before_a_text_it_prints() -> None:
    reading = read_text(
        "Kết luận số 69-KL/TW\nKết luận số 69-KL/TW ngày 11/01/2024 của Bộ Chính trị về phát triển nhà ở\n"
        "Để thực hiện tốt Nghị quyết số 20-NQ/TW, Bộ Chính trị yêu cầu các cấp ủy lãnh đạo việc rà soát quỹ đất:\n"
        "1. Các tỉnh ủy bố trí quỹ đất.\n"
    )
    assert tuple(head(reading).values()) == (
        "Kết luận", "69-KL/TW", "2024-01-11", "Về phát triển nhà ở", "Bộ Chính trị", "",
    )  # fmt: skip


def test_an_act_is_dated_by_its_adoption() -> None:
    reading = read_text(
        "NGHỊ QUYẾT\nVề chỉ tiêu nhà ở\nQUỐC HỘI\nCăn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;\n"
        "Điều 1. Chỉ tiêu\nGiao Chính phủ tổ chức thực hiện.\n"
        "Nghị quyết này được Quốc hội khóa XV, kỳ họp thứ chín thông qua ngày 19 tháng 02 năm 2025.\n"
    )
    assert (reading.props["date"], reading.props["issuer"]) == ("2025-02-19", "Quốc hội")
    assert "date" in reading.props["inferred"]  # type: ignore[operator]


def test_an_order_of_another_body_in_the_opening_does_not_issue() -> None:
    reading = read(
        f"UBND TỈNH SƠN LA\nSỞ XÂY DỰNG\n{MOTTO}\nSố: 51/KH-SXD\nSơn La, ngày 7 tháng 3 năm 2025\n"
        "KẾ HOẠCH\nRà soát\n-----\n"
        "Ngày 05/3/2025, UBND tỉnh ban hành Kế hoạch rà soát quỹ đất; Sở thực hiện như sau:\n"
        "1. Sở Tài chính lập dự toán.",
        head="",
    )
    assert reading.props["issuer"] == "Sở Xây dựng"


def test_a_stamp_with_a_day_that_no_calendar_has_tells_no_time() -> None:
    text = f"Thời gian ký: 66.03.2020 11:23:02 +07:00\n{HEADS['a draft'][0]}\n{BODY}"
    reading = read_text(text)
    assert reading.props["signed_at"] == ""
    assert "66.03" not in reading.text


NO_FOOT = (
    "Nơi nhận hồ sơ do Ủy ban nhân dân xã chọn.",
    "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH ký văn bản.",
    "KT. GIÁM ĐỐC ký văn bản.",
)


@pytest.mark.parametrize("text", NO_FOOT)
def test_a_sentence_is_not_cut(text: str) -> None:
    assert unfold([Paragraph(text, 1, wrapped=True)]) == [Paragraph(text, 1, wrapped=True)]


def test_a_sentence_about_recipients_does_not_begin_the_foot() -> None:
    reading = read_text(f"{HEADS['a draft'][0]}\n{BODY}\n2. Hồ sơ.\n{NO_FOOT[0]}\n3. Sở Xây dựng chủ trì lập sổ.\n")
    assert any(c.kind == "leads" for c in reading.claims)


def test_a_text_that_is_no_official_document_is_told() -> None:
    note = "Mua rau ở chợ, trả sách cho thư viện.\nGọi điện cho nhà in về bìa sách mới.\n"
    assert [f.kind for f in read_text(note).findings] == ["no_head"]


@pytest.mark.parametrize("name", ["a draft", "a letter", "who decides, where the head is missing"])
def test_a_text_with_some_of_a_head_is_not_told(name: str) -> None:
    reading = read_text(f"{HEADS[name][0]}\n{BODY}\n")
    assert "no_head" not in [f.kind for f in reading.findings]


def test_who_directs_at_the_end_of_an_opening_issues():
    opening = "Để giữ mái nhà sàn, UBND thành phố Huế chỉ thị:"
    reading = read(f"{opening}\n1. Các phường lập danh sách nhà sàn.", head="CHỈ THỊ\nVề việc giữ mái nhà sàn")
    assert (reading.props["issuer"], reading.props["place"]) == ("Ủy ban nhân dân", "Huế")
    told = read(
        "Năm ngoái, theo UBND thành phố Huế, chỉ thị: mỗi phường một nhà.\n1. Lập danh sách nhà sàn.",
        head="CHỈ THỊ\nVề việc giữ mái nhà sàn",
    )
    assert told.props.get("issuer", "") == ""


def test_a_district_committee_below_the_party_of_its_province() -> None:
    reading = read(
        """
        ĐẢNG BỘ TỈNH NGHỆ AN
        HUYỆN ỦY QUỲ CHÂU
        *
        Số 32-CTr/HU
        ĐẢNG CỘNG SẢN VIỆT NAM
        Quỳ Châu, ngày 11 tháng 9 năm 2023
        CHƯƠNG TRÌNH HÀNH ĐỘNG
        về phát triển vùng dược liệu
        I. MỤC TIÊU
        Đến năm 2025, trồng 500 ha cây dược liệu.
        T/M BAN THƯỜNG VỤ
        BÍ THƯ
        Nguyễn Văn Mẫu
        """,
        head="",
    )
    assert (reading.props["issuer"], reading.props["place"]) == ("Ban Thường vụ Huyện ủy", "huyện Quỳ Châu")


def test_a_board_bears_the_name_of_the_body_above_it() -> None:
    reading = read(
        """
        LIÊN ĐOÀN LAO ĐỘNG TỈNH HÀ TĨNH
        BAN THƯỜNG VỤ
        Số: 45/KH-LĐLĐ
        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        Hà Tĩnh, ngày 4 tháng 4 năm 2025
        KẾ HOẠCH
        Tổ chức Tháng Công nhân
        I. MỤC ĐÍCH
        Chăm lo đoàn viên.
        """,
        head="",
    )
    assert (reading.props["issuer"], reading.props["place"]) == ("Ban Thường vụ Liên đoàn Lao động", "Hà Tĩnh")


def test_reasons_told_in_bullets_are_no_subject() -> None:
    reading = read(
        """
        TỈNH ỦY ĐỒNG THÁP
        *
        Số: 23-QĐ/TU
        ĐẢNG CỘNG SẢN VIỆT NAM
        Đồng Tháp, ngày 9 tháng 9 năm 2025
        QUYẾT ĐỊNH
        ban hành Quy chế phối hợp
        - Căn cứ Điều lệ Đảng;
        - Xét đề nghị của Văn phòng Tỉnh ủy,
        BAN THƯỜNG VỤ TỈNH ỦY QUYẾT ĐỊNH
        Điều 1. Ban hành Quy chế kèm theo.
        """,
        head="",
    )
    assert reading.props["title"] == "Ban hành Quy chế phối hợp"


def test_a_number_of_the_youth_union_has_two_codes() -> None:
    reading = read(
        "Số: 210-KH/TĐTN-TTNTH\nNinh Bình, ngày 14 tháng 2 năm 2025\nKẾ HOẠCH\nTháng Thanh niên\n-----", head=""
    )
    assert reading.props["symbol"] == "210-KH/TĐTN-TTNTH"
