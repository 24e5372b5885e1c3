"""Names in capitals as they are written within a sentence."""

from __future__ import annotations

import pytest

from ingest.bodies import bodies
from ingest.capitals import recased
from ingest.cells import is_body_list


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", ["Sở Nông nghiệp và Môi trường"]),
        ("THANH TRA TỈNH, SỞ TƯ PHÁP", ["Thanh tra", "Sở Tư pháp"]),
        ("ỦY BAN NHÂN DÂN CÁC XÃ, PHƯỜNG", ["Ủy ban nhân dân các xã, phường"]),
        ("VĂN PHÒNG UBND TỈNH", ["Văn phòng Ủy ban nhân dân"]),
        ("SỞ Y TẾ TỈNH LAI CHÂU", ["Sở Y tế"]),
        (
            "ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM TỈNH VÀ CÁC TỔ CHỨC CHÍNH TRỊ - XÃ HỘI",
            ["Ủy ban Mặt trận Tổ quốc Việt Nam", "Các tổ chức chính trị - xã hội"],
        ),
    ],
)
def test_lists_in_capitals(written: str, names: list[str]) -> None:
    again = recased(written)
    assert len(again) == len(written)
    assert is_body_list(again)
    assert [body.name for body in bodies(again)] == names


@pytest.mark.parametrize("text", ["Sở Xây dựng, UBND các xã", "", "123", "sở xây dựng"])
def test_what_is_not_in_capitals_stays(text: str) -> None:
    assert recased(text) == text


@pytest.mark.parametrize("heading", ["TỔ CHỨC THỰC HIỆN", "NHIỆM VỤ CỦA SỞ XÂY DỰNG VÀ NHÂN DÂN"])
def test_other_headings_are_no_lists(heading: str) -> None:
    assert not is_body_list(recased(heading))
