"""Lines that stand for the cells of a table."""

from __future__ import annotations

import pytest

from ingest.labels import labelled_line


def values(text: str) -> list[tuple[str, str]]:
    line = labelled_line(text)
    return [(value.kind, text[value.start : value.end]) for value in line.values] if line else []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("- Thời hạn trình: Tháng 2/2026.", [("deadline", "Tháng 2/2026")]),
        ("Thời gian ban hành: Quý II/2026", [("deadline", "Quý II/2026")]),
        (
            "Cơ quan thực hiện: Sở Nội vụ (tuyển dụng, đào tạo), Sở Tài chính (kinh phí).",
            [("lead", "Sở Nội vụ (tuyển dụng, đào tạo), Sở Tài chính (kinh phí)")],
        ),
        (
            "- Cơ quan chủ trì: Sở Nội vụ, Sở Tài chính (kinh phí, tài sản).",
            [("lead", "Sở Nội vụ, Sở Tài chính (kinh phí, tài sản)")],
        ),
        (
            "Lập danh mục (cơ quan chủ trì: Sở Nội vụ; thời hạn: năm 2026).",
            [("lead", "Sở Nội vụ"), ("deadline", "năm 2026")],
        ),
        ("Thời hạn nộp tiền: 30 ngày", []),
    ],
)
def test_labels_and_their_values(text: str, found: list[tuple[str, str]]) -> None:
    assert values(text) == found


def test_labels_parted_by_a_stroke() -> None:
    assert values("- Chủ trì: Sở Nội vụ | Phối hợp: Sở Tài chính, các xã") == [
        ("lead", "Sở Nội vụ"),
        ("support", "Sở Tài chính, các xã"),
    ]
    assert values("- Chủ trì: Sở Nội vụ | Phối hợp: —")[0] == ("lead", "Sở Nội vụ")
