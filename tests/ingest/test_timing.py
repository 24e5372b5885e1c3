"""Deadlines inside sentences: the date of a cited document is none."""

from __future__ import annotations

import pytest

from ingest.timing import timing


@pytest.mark.parametrize(
    ("sentence", "words", "start", "end", "again"),
    [
        (
            "Lập danh sách hộ nghèo, hoàn thành trước ngày 30/6/2025.",
            "hoàn thành trước ngày 30/6/2025",
            "",
            "2025-06-30",
            "",
        ),
        ("Trình đề án trong quý II/2026.", "trong quý II/2026", "2026-04-01", "2026-06-30", ""),
        ("Khởi công 3 khu nhà trong năm 2025.", "trong năm 2025", "2025-01-01", "2025-12-31", ""),
        ("Chậm nhất tháng 9/2025 gửi hồ sơ.", "Chậm nhất tháng 9/2025", "", "2025-09-30", ""),
        (
            "Không tăng giá trong Quý I và Quý II năm 2026.",
            "trong Quý I và Quý II năm 2026",
            "2026-01-01",
            "2026-06-30",
            "",
        ),
        (
            "Lập đề án; thời gian hoàn thành: Quý I/2026.",
            "thời gian hoàn thành: Quý I/2026",
            "2026-01-01",
            "2026-03-31",
            "",
        ),
        ("Trước ngày 05 tháng đầu quý sau, gửi báo cáo.", "Trước ngày 05 tháng đầu quý sau", "", "", "quarterly"),
        ("Gửi số liệu trước ngày 10 của tháng sau.", "trước ngày 10 của tháng sau", "", "", "monthly"),
        (
            "Triển khai Kế hoạch phát triển chợ đến năm 2030; sơ kết trong quý I/2026.",
            "trong quý I/2026",
            "2026-01-01",
            "2026-03-31",
            "",
        ),
        ("Báo cáo kết quả vào thứ Sáu hằng tuần.", "vào thứ Sáu hằng tuần", "", "", ""),
        ("Từ ngày 01/7/2026, thu phí chợ.", "Từ ngày 01/7/2026", "2026-07-01", "", ""),
        ("Tổ chức đối thoại 6 tháng một lần.", "6 tháng một lần", "", "", "yearly"),
        ("Kiểm tra ít nhất 02 lần/năm.", "02 lần/năm", "", "", "yearly"),
        ("Tập huấn hằng năm và khi có yêu cầu.", "hằng năm", "", "", "yearly"),
        ("Hằng năm, rà soát quỹ đất.", "Hằng năm", "", "", "yearly"),
        ("Định kỳ hằng quý báo cáo kết quả.", "Định kỳ hằng quý", "", "", "quarterly"),
        ("Thường xuyên kiểm tra tiến độ.", "Thường xuyên", "", "", "ongoing"),
        (
            "Gửi báo cáo trong 30 ngày kể từ ngày Kế hoạch này được ký.",
            "trong 30 ngày kể từ ngày Kế hoạch này được ký",
            "",
            "",
            "",
        ),
        (
            "Trong thời hạn 15 ngày làm việc kể từ khi nhận hồ sơ, trả lời dân.",
            "Trong thời hạn 15 ngày làm việc kể từ khi nhận hồ sơ",
            "",
            "",
            "",
        ),
        ("Trong quá trình thi công, giám sát chất lượng.", "Trong quá trình thi công", "", "", "ongoing"),
    ],
)
def test_timing(sentence: str, words: str, start: str, end: str, again: str) -> None:
    found = timing(sentence)
    assert found
    assert (found.text, found.start, found.end, found.recurrence) == (words, start, end, again)
    assert words in sentence


@pytest.mark.parametrize(
    "sentence",
    [
        "Triển khai Kế hoạch số 184/KH-UBND ngày 03/02/2025 của UBND tỉnh.",
        "Phổ biến Luật Nhà ở năm 2023 đến từng thôn.",
        "Theo dõi Đề án “Nhà ở công nhân đến năm 2030”.",
        "Bố trí chi thường xuyên cho việc tập huấn.",
        "Đưa vào kế hoạch hằng năm của huyện.",
        "Cải tạo 30 ngày công do dân góp.",
        "Hỗ trợ người dân làm nhà.",
    ],
)
def test_no_timing(sentence: str) -> None:
    assert timing(sentence) is None


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("Sở Y tế phát động vào ngày 01/12/2025.", ("2025-12-01", "2025-12-01")),
        ("Sở Y tế phát động trước ngày 01/12/2025.", ("", "2025-12-01")),
        ("Sở Y tế sửa trạm, hoàn thành quý I năm 2026.", ("2026-01-01", "2026-03-31")),
        ("Sở Y tế gửi số liệu từ ngày 16-22/11/2025 trước ngày 03/12/2025.", ("", "2025-12-03")),
        ("Sở Y tế lập sổ trong quí 2 năm 2025.", ("2025-04-01", "2025-06-30")),
    ],
)
def test_a_day_is_when_it_is_done_and_a_quarter_is_spelled_in_two_ways(words: str, due: tuple[str, str]) -> None:
    found = timing(words)
    assert found is not None
    assert (found.start, found.end) == due
    assert found.text in words


def test_once_every_quarter() -> None:
    found = timing("Sở Y tế trao đổi số liệu mỗi quý một lần.")
    assert found is not None
    assert found.recurrence == "quarterly"
    assert timing("Sở Y tế lập sổ cho mỗi quý của năm cũ.") is None
