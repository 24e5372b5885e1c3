"""Works cited by name: laws, schemes, programmes and congress resolutions without a number."""

from __future__ import annotations

import pytest

from ingest.home import Home
from ingest.works import _KINDS as KINDS
from ingest.works import _READERS as READERS
from ingest.works import works
from tests.ingest.reading import sample_lines

HOME = Home("Lai Châu")
WHOM = "cho đối tượng thu nhập thấp, công nhân khu công nghiệp giai đoạn"
MILLION = f"Đầu tư xây dựng ít nhất 01 triệu căn hộ nhà ở xã hội {WHOM} 2021 - 2030"


@pytest.mark.parametrize(
    ("words", "name", "year"),
    [
        ("Luật Nhà ở năm 2023", "Luật Nhà ở năm 2023", "2023"),
        ("Luật Đất đai", "Luật Đất đai", ""),
        ("Luật Kinh doanh bất động sản năm 2023", "Luật Kinh doanh bất động sản năm 2023", "2023"),
        ("Bộ luật Lao động năm 2019", "Bộ luật Lao động năm 2019", "2019"),
        ("Hiến pháp năm 2013", "Hiến pháp năm 2013", "2013"),
    ],
)
def test_laws(words: str, name: str, year: str) -> None:
    text = f"thực hiện {words}, các xã rà soát"
    (found,) = works(text, HOME)
    assert (found.key.name, found.key.date, found.key.place) == (name, year, "VN")
    assert text[found.start : found.end] == words


def test_laws_side_by_side() -> None:
    found = works("Luật Nhà ở, Luật Đất đai và Luật Đấu thầu có hiệu lực", HOME)
    assert [c.key.name for c in found] == ["Luật Nhà ở", "Luật Đất đai", "Luật Đấu thầu"]


@pytest.mark.parametrize(
    "words",
    [
        f"Đề án “{MILLION}”",
        f"Đề án đầu tư xây dựng ít nhất 1 triệu căn nhà ở xã hội {WHOM} 2021-2030",
        f"Đề án đầu tư xây dựng ít nhất 01 triệu căn nhà ở xã hội {WHOM} 2021 – 2030",
    ],
)
def test_the_million_dwellings_are_one_work_however_written(words: str) -> None:
    text = f"Sở Xây dựng theo dõi {words}."
    (found,) = works(text, HOME)
    assert text[found.start : found.end] == words
    assert (found.key.doc_type, found.key.place) == ("Đề án", "VN")
    assert found.key.name == works(f"Đề án “{MILLION}”", HOME)[0].key.name


def test_a_programme_of_the_province_and_one_of_the_country() -> None:
    text = """Chương trình phát triển nhà ở tỉnh Sơn La giai đoạn 2021 - 2030; Chiến lược phát triển nhà ở quốc gia giai
    đoạn 2021 - 2030, tầm nhìn đến năm 2045; Kế hoạch phát triển nhà ở giai đoạn 2021 - 2025"""
    assert [(c.key.doc_type, c.key.place) for c in works(text, HOME)] == [
        ("Chương trình", "Sơn La"),
        ("Chiến lược", "VN"),
        ("Kế hoạch", HOME.place),
    ]


def test_a_congress_resolution() -> None:
    text = "Nghị quyết Đại hội Đảng bộ tỉnh Lai Châu lần thứ XIV, nhiệm kỳ 2020 - 2025 đề ra"
    (found,) = works(text, HOME)
    assert found.key.doc_type == "Nghị quyết"
    assert found.key.place == HOME.place
    assert found.key.name.endswith("lần thứ XIV, nhiệm kỳ 2020 - 2025")


@pytest.mark.parametrize(
    "text",
    [
        "luật sư, luật gia và cộng tác viên",
        "pháp luật về nhà ở",
        "Luật này có hiệu lực; theo quy định của pháp luật",
        "đề án này, kế hoạch của xã",
        "xây dựng kế hoạch thực hiện hằng năm",
        "chương trình làm việc của lãnh đạo",
    ],
)
def test_what_is_no_work(text: str) -> None:
    assert works(text, HOME) == []


def test_no_work_is_found_without_the_words_that_are_looked_for_first() -> None:
    missed = [
        (reader.__name__, line)
        for line in sample_lines()
        for needed, reader in READERS
        if reader(line, HOME) and not (KINDS.search(line) and needed.search(line))
    ]
    assert missed == []


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        (
            "Quyết định số 12/QĐ-TTg ngày 5/5/2020 về việc phê duyệt Chiến lược nước sạch nông thôn",
            "Chiến lược",
            "Chiến lược nước sạch nông thôn",
        ),
        (
            "Quyết định số 12/QĐ-UBND về việc phê duyệt đề án trồng rừng, giữ đất và làm kênh",
            "Đề án",
            "trồng rừng, giữ đất và làm kênh",
        ),
        (
            "Quyết định số 12/QĐ-UBND phê duyệt “Chương trình điện mặt trời mái nhà”",
            "Chương trình",
            "Chương trình điện mặt trời mái nhà",
        ),
        (
            "Thực hiện Đề án khai quật mỏ cũ từ nay đến năm 2030 và những năm tiếp theo",
            "Đề án",
            "khai quật mỏ cũ từ nay đến năm 2030 và những năm tiếp theo",
        ),
        (
            "theo Kế hoạch phát triển kinh tế - xã hội năm 2026 với mục tiêu cao hơn",
            "Kế hoạch",
            "Kế hoạch phát triển kinh tế - xã hội năm 2026",
        ),
        (
            "Chiến lược phát triển kinh tế - xã hội 10 năm 2031 - 2040, mở ra giai đoạn 2041 - 2050",
            "Chiến lược",
            "Chiến lược phát triển kinh tế - xã hội 10 năm 2031 - 2040",
        ),
        (
            "Chương trình MTQG giảm nghèo bền vững giai đoạn 2026 - 2030 và các dự án",
            "Chương trình",
            "Chương trình mục tiêu quốc gia giảm nghèo bền vững giai đoạn 2026-2030",
        ),
        ("các xã thuộc Chương trình 135.", "Chương trình", "Chương trình 135"),
        ("nhiệm vụ của Đề án 06/CP được giao", "Đề án", "Đề án 06"),
        ("thực hiện Đề án trồng rừng trong các khu dân cư;", "Đề án", "trồng rừng trong các khu dân cư"),
    ],
)
def test_a_work_by_its_subject(text: str, kind: str, name: str) -> None:
    (found,) = works(text, HOME)
    assert (found.key.doc_type, found.key.name) == (kind, name)


def test_what_the_centre_approves_is_of_the_country() -> None:
    for number, place in (("12/QĐ-TTg", "VN"), ("12/QĐ-UBND", HOME.place)):
        (found,) = works(f"Quyết định số {number} ngày 5/5/2020 phê duyệt Chiến lược trồng rừng", HOME)
        assert found.key.place == place


@pytest.mark.parametrize(
    "text",
    [
        "Quyết định số 12/QĐ-UBND phê duyệt Kế hoạch thực hiện Nghị quyết số 5-NQ/TW",
        "Quyết định số 12/QĐ-UBND phê duyệt Kế hoạch lựa chọn nhà thầu gói thầu số 3",
        "Thông tư số 9/2020/TT-BXD quy định các tỉnh lập và phê duyệt đề án trồng rừng gửi về Bộ",
        "Quyết định phê duyệt Chương trình trồng rừng",  # a product in a table
        "Quyết định số 12/QĐ-UBND phê duyệt Chương trình được ban hành",
        "trình cấp trên phê duyệt đề án trồng rừng của xã",  # no decision
        "Kế hoạch phấn đấu, đến năm 2030 trồng đủ rừng",
        "Chương trình đạt các mục tiêu đến năm 2030",
        "xây dựng Chương trình phát triển cây ăn quả đến năm 2030",  # not yet written
        "xây dựng Kế hoạch phát triển kinh tế - xã hội năm 2026",
        "chạy Chương trình 100 ngày thi đua; Dự án 120 căn hộ",
        "đã triển khai Chương trình kịp thời, hiệu quả và đúng hạn.",
        "được nêu tại Đề án trong năm 2025; đưa vào Chương trình trước ngày mở hội",
    ],
)
def test_what_is_no_work_by_its_subject(text: str) -> None:
    assert [c.key.name for c in works(text, HOME)] == []


def test_the_years_of_a_programme_tell_it_from_that_of_other_years() -> None:
    text = "Chương trình mục tiêu quốc gia giảm nghèo bền vững; Chương trình MTQG giảm nghèo bền vững giai đoạn {}"
    first, second = ([c.key.name for c in works(text.format(years), HOME)] for years in ("2016-2020", "2021 - 2025"))
    assert first[0] == second[0]
    assert first[1] != second[1]


@pytest.mark.parametrize(
    "text",
    [
        "báo cáo kết quả thực hiện Chương trình gửi Bộ Y tế trước ngày 30 tháng 11",
        "hoàn thiện Đề án về Bộ Xây dựng để tổng hợp đến năm 2030",
    ],
)
def test_what_goes_on_behind_the_kind_is_no_name(text: str) -> None:
    assert works(text, HOME) == []
