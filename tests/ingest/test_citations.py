"""Documents cited by number: every form of a symbol, with the words that belong to the mention."""

from __future__ import annotations

import pytest

from graph.reading import DocumentKey
from ingest.citations import citations, gather
from ingest.home import Home
from ingest.works import place_in

HOME = Home("Lai Châu")


def keys(text: str) -> list[tuple[str, str, str]]:
    return [(c.key.doc_type, c.key.symbol, c.key.date) for c in citations(text, HOME)]


@pytest.mark.parametrize(
    ("words", "doc_type", "symbol", "date"),
    [
        # -- Party: number, hyphen, type, slash, issuer
        ("Chỉ thị số 34-CT/TW ngày 24/5/2024", "Chỉ thị", "34-CT/TW", "2024-05-24"),
        ("Kế hoạch số 290-KH/TU", "Kế hoạch", "290-KH/TU", ""),
        ("Chương trình số 59-CTr/TU ngày 02 tháng 01 năm 2025", "Chương trình", "59-CTr/TU", "2025-01-02"),
        ("Chương trình hành động số 59 CTr/TU", "Chương trình hành động", "59-CTr/TU", ""),
        ("Nghị quyết số 60-NQ/TW", "Nghị quyết", "60-NQ/TW", ""),
        ("Kết luận số 127-KL/TW", "Kết luận", "127-KL/TW", ""),
        ("Hướng dẫn số 36-HD/VPTW", "Hướng dẫn", "36-HD/VPTW", ""),
        ("Quy định số 399-QĐ/TW", "Quy định", "399-QĐ/TW", ""),
        ("Báo cáo số 15-BC/ĐU", "Báo cáo", "15-BC/ĐU", ""),
        ("Thông báo số 120-TB/BTGTU", "Thông báo", "120-TB/BTGTU", ""),
        ("Đề án số 03-ĐA/TU", "Đề án", "03-ĐA/TU", ""),
        ("Công văn số 45-CV/TU", "Công văn", "45-CV/TU", ""),
        # -- State: number, slash, type, hyphen, issuer
        ("Quyết định số 927/QĐ-TTg ngày 30/8/2024", "Quyết định", "927/QĐ-TTg", "2024-08-30"),
        ("Quyết định số 338/QĐ-TTG", "Quyết định", "338/QĐ-TTg", ""),
        ("Công điện số 102/CĐ-TTg", "Công điện", "102/CĐ-TTg", ""),
        ("Nghị quyết số 7/NQ-CP", "Nghị quyết", "07/NQ-CP", ""),
        ("Nghị quyết số 07/NQ-CP", "Nghị quyết", "07/NQ-CP", ""),
        ("Nghị quyết số 12/NQ-HĐND", "Nghị quyết", "12/NQ-HĐND", ""),
        ("Kế hoạch số 184/KH-UBND", "Kế hoạch", "184/KH-UBND", ""),
        ("Thông báo số 120/TB-VPCP", "Thông báo", "120/TB-VPCP", ""),
        ("Tờ trình số 55/TTr-SXD", "Tờ trình", "55/TTr-SXD", ""),
        ("Công văn số 1245/BXD-QLN ngày 02/3/2025", "Công văn", "1245/BXD-QLN", "2025-03-02"),
        # -- legal normative documents carry their year
        ("Luật số 27/2023/QH15", "Luật", "27/2023/QH15", "2023"),
        ("Nghị quyết số 176/2025/QH15", "Nghị quyết", "176/2025/QH15", "2025"),
        ("Nghị quyết số 1210/2016/UBTVQH13", "Nghị quyết", "1210/2016/UBTVQH13", "2016"),
        ("Nghị định số 100/2024/NĐ-CP", "Nghị định", "100/2024/NĐ-CP", "2024"),
        ("Thông tư số 05/2024/TT-BXD", "Thông tư", "05/2024/TT-BXD", "2024"),
        ("Nghị quyết số 66.18/2026/NQ-CP", "Nghị quyết", "66.18/2026/NQ-CP", "2026"),
    ],
)
def test_every_form_of_a_symbol(words: str, doc_type: str, symbol: str, date: str) -> None:
    text = f"Các xã căn cứ {words} để lập danh sách."
    (found,) = citations(text, HOME)
    assert (found.key.doc_type, found.key.symbol, found.key.date) == (doc_type, symbol, date)
    assert text[found.start : found.end] == words


@pytest.mark.parametrize(
    ("text", "issuer", "place"),
    [
        ("Chỉ thị số 34-CT/TW ngày 24/5/2024 của Ban Bí thư", "Ban Bí thư Trung ương Đảng", "VN"),
        ("Quyết định số 338/QĐ-TTg ngày 03/4/2023", "Thủ tướng Chính phủ", "VN"),
        ("Kế hoạch số 290-KH/TU ngày 22/8/2024 của Tỉnh ủy Hậu Giang", "Tỉnh ủy", "Hậu Giang"),
        ("Kế hoạch số 184/KH-UBND ngày 03/02/2025 của UBND tỉnh", "Ủy ban nhân dân", HOME.place),
        ("Nghị quyết số 12/NQ-HĐND ngày 09/12/2024 của HĐND tỉnh Sơn La", "Hội đồng nhân dân", "Sơn La"),
        ("Thông tư số 05/2024/TT-BXD", "Bộ Xây dựng", "VN"),
    ],
)
def test_whose_number_it_is(text: str, issuer: str, place: str) -> None:
    (found,) = citations(text, HOME)
    assert (found.key.issuer, found.key.place) == (issuer, place)
    assert text[found.start : found.end] == text


def test_a_run_of_citations() -> None:
    text = """Quyết định số 338/QĐ-TTg ngày 03/4/2023, Quyết định số 444/QĐ-TTg ngày 27/02/2025 và Nghị quyết số
    07/NQ-CP ngày 12/01/2026 của Chính phủ; các Nghị định số 95/2024/NĐ-CP, 100/2024/NĐ-CP"""
    assert keys(text) == [
        ("Quyết định", "338/QĐ-TTg", "2023-04-03"),
        ("Quyết định", "444/QĐ-TTg", "2025-02-27"),
        ("Nghị quyết", "07/NQ-CP", "2026-01-12"),
        ("Nghị định", "95/2024/NĐ-CP", "2024"),
        ("Nghị định", "100/2024/NĐ-CP", "2024"),
    ]


def test_a_symbol_over_a_line_break() -> None:
    assert keys("theo Chỉ thị số 34-\nCT/TW của Ban Bí thư") == [("Chỉ thị", "34-CT/TW", "")]


def test_spaces_in_a_symbol() -> None:
    assert keys("Kế hoạch số 290 - KH/TU và Quyết định số 927 / QĐ - TTg") == [
        ("Kế hoạch", "290-KH/TU", ""),
        ("Quyết định", "927/QĐ-TTg", ""),
    ]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Kế hoạch số 184/KH-UBND ngày 03/02/2025 về nhà ở công nhân; lập danh sách", "về nhà ở công nhân"),
        ("Kế hoạch số 184/KH-UBND ngày 03/02/2025 “Nhà ở cho công nhân khu mỏ”", "Nhà ở cho công nhân khu mỏ"),
        ("Kế hoạch số 184/KH-UBND ngày 03/02/2025 và các văn bản khác", ""),
    ],
)
def test_the_subject_the_text_adds(text: str, title: str) -> None:
    assert citations(text, HOME)[0].title == title


def test_a_date_said_before_the_number() -> None:
    text = "Ngày 30/8/2024, Thủ tướng Chính phủ đã ban hành Quyết định số 927/QĐ-TTg."
    assert keys(text) == [("Quyết định", "927/QĐ-TTg", "2024-08-30")]


def test_no_day_of_the_calendar_is_no_date() -> None:
    assert keys("Quyết định số 927/QĐ-TTg ngày 31/02/2024") == [("Quyết định", "927/QĐ-TTg", "")]


@pytest.mark.parametrize(
    "text",
    [
        "ngày 24/5/2024, tháng 11/2024 và quý II/2026",
        "đạt 3/4 số xã, 12/15 tiêu chí",
        "số điện thoại 0213-3876-501, số nhà 34/12 đường Trần Phú",
        "căn hộ loại 45-60 m2, lô CT-34, mã dự án DA-338/2",
        "đoàn xe 29A-123.45 và tuyến QL4D/km 12",
        "59 CTr/TU",  # a loose number needs its type or `số` before it
        "giá 12/QM-TBXK",
    ],
)
def test_what_only_looks_like_a_symbol(text: str) -> None:
    assert citations(text, HOME) == []


def test_a_short_mention_takes_what_the_full_one_says() -> None:
    text = (
        "Chỉ thị số 34-CT/TW ngày 24/5/2024 của Ban Bí thư (Chỉ thị 34-CT/TW). Theo Chỉ thị 34-CT/TW, các xã rà soát."
    )
    found = gather(citations(text, HOME))
    assert [(c.key.symbol, c.key.date, c.key.issuer) for c in found] == [
        ("34-CT/TW", "2024-05-24", "Ban Bí thư Trung ương Đảng")
    ] * 3


def test_a_short_mention_with_two_candidates_stays_open() -> None:
    text = (
        "Quyết định số 12/QĐ-UBND ngày 05/01/2024 và Quyết định số 12/QĐ-UBND ngày 07/01/2025. "
        "Quyết định số 12/QĐ-UBND được niêm yết."
    )
    found = gather(citations(text, HOME))
    assert [c.key.date for c in found] == ["2024-01-05", "2025-01-07", ""]


def test_a_law_with_its_number_keeps_its_name() -> None:
    (found,) = citations("Luật Nhà ở số 27/2023/QH15", HOME)
    assert found.key == DocumentKey("Luật", "27/2023/QH15", "2023", "Quốc hội", "VN", "Nhà ở")


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("phát triển nhà ở tỉnh Lai Châu đến năm 2030", "Lai Châu"),
        ("phát triển nhà ở thành phố Cần Thơ", "Cần Thơ"),
        ("phát triển nhà ở vùng cao", ""),
    ],
)
def test_the_place_in_a_name(name: str, place: str) -> None:
    assert place_in(name) == place


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Văn bản số 12/BXD-QLN ngày 05/01/2025", ("Công văn", "12/BXD-QLN", "Bộ Xây dựng", "VN")),
        ("Công văn số 64/VPCP-CN", ("Công văn", "64/VPCP-CN", "Văn phòng Chính phủ", "VN")),
        ("Công văn số 51/SXD-QLN", ("Công văn", "51/SXD-QLN", "", "Lai Châu")),
        ("Báo cáo số 51/BC-UBND", ("Báo cáo", "51/BC-UBND", "", "Lai Châu")),
        ("Thông báo kết luận số 45-TB/TU", ("Thông báo", "45-TB/TU", "", "Lai Châu")),
        ("Kết luận số 45-KL/TU", ("Kết luận", "45-KL/TU", "", "Lai Châu")),
        ("Quy định số 33-QĐ/TU", ("Quy định", "33-QĐ/TU", "", "Lai Châu")),
        ("Chỉ thị số 34/CT-TW", ("Chỉ thị", "34-CT/TW", "", "VN")),
        ("Chỉ thị số 34/CT-TTg", ("Chỉ thị", "34/CT-TTg", "Thủ tướng Chính phủ", "VN")),
        ("NGHỊ ĐỊNH SỐ 87/2017/ND-CP", ("Nghị định", "87/2017/NĐ-CP", "Chính phủ", "VN")),
        ("QUYẾT ĐỊNH SỐ 927/QĐ-TTG NGÀY 30/8/2024", ("Quyết định", "927/QĐ-TTg", "Thủ tướng Chính phủ", "VN")),
    ],
)
def test_who_issued_what_a_number_names(text: str, expected: tuple[str, ...]) -> None:
    (found,) = citations(f"Thực hiện {text}; các đơn vị", Home("Lai Châu"))
    assert (found.key.doc_type, found.key.symbol, found.key.issuer, found.key.place) == expected


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Nghị quyết liên tịch số 102/2025/NQLT/UBTVQH15-CP-ĐCTUBTWMTTQVN",
            [("Nghị quyết liên tịch", "102/2025/NQLT-UBTVQH15-CP-ĐCTUBTWMTTQVN", "2025")],
        ),
        (
            "Nghị quyết liên tịch số 403/2017/NQLT-UBTVQH14-CP-ĐCTUBTƯMTTQVN ngày 15/6/2017",
            [("Nghị quyết liên tịch", "403/2017/NQLT-UBTVQH14-CP-ĐCTUBTƯMTTQVN", "2017-06-15")],
        ),
        ("kê khai theo Mẫu số 01/BCĐBHĐND-MT và Mẫu số 05/BCĐBHĐND-MT", []),
        ("biểu mẫu 02/KH-UBND kèm theo", []),
        ("Hiến pháp năm 2013", [("Hiến pháp", "", "2013")]),
    ],
)
def test_numbers_of_several_bodies_and_of_forms(text: str, found: list[tuple[str, str, str]]) -> None:
    assert keys(text) == found
