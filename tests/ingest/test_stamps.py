"""Electronic signatures and drawn lines."""

from __future__ import annotations

import pytest

from ingest.blocks import Paragraph
from ingest.stamps import is_rule, set_aside


@pytest.mark.parametrize(
    ("line", "signed_at"),
    [
        ("Thời gian ký: 05/03/2025 14:30:22 +07:00", "2025-03-05T14:30:22+07:00"),
        ("Ngày ký: 16/4/2025", "2025-04-16"),
        ("2025-04-16T08:05:11+07:00", "2025-04-16T08:05:11+07:00"),
        ("Thời gian ký: 2025-04-16T08:05:11+0700", "2025-04-16T08:05:11+07:00"),
    ],
)
def test_the_time_of_a_signature(line: str, signed_at: str) -> None:
    kept, stamps = set_aside(
        [Paragraph("Ký bởi: Văn phòng", 1, True), Paragraph(line, 2, True), Paragraph("1. Một", 3, True)]
    )
    assert [block.text for block in kept if isinstance(block, Paragraph)] == ["1. Một"]
    assert stamps.signed_at == signed_at
    assert stamps.lines == (1, 2)


@pytest.mark.parametrize(
    "line",
    [
        "Thời gian ký hợp đồng: trước ngày 05/03/2025",
        "Người ký thay phải có giấy ủy quyền",
        "Cơ quan chủ trì: Sở Xây dựng",
        "Email của hộ dân do xã lập",
    ],
)
def test_sentences_stay(line: str) -> None:
    kept, stamps = set_aside([Paragraph(line, 1, True)])
    assert len(kept) == 1
    assert stamps.signed_at == ""


def test_drawn_lines() -> None:
    assert all(map(is_rule, ("-----", "____", "*", "———", "- - -")))
    assert not any(map(is_rule, ("- Một", "1.", "", "-")))
