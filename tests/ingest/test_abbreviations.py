"""Abbreviations that a document defines for itself."""

from __future__ import annotations

import pytest

from ingest.abbreviations import defined_in
from ingest.bodies import abbreviated, bodies
from tests.ingest.reading import read, stated

DEFINED = {
    "Sở Xây dựng (sau đây viết tắt là SXD) lập danh mục.": [("SXD", "Sở Xây dựng")],
    "Sở Xây dựng (SXD), Sở Tài chính (gọi tắt là STC) lập danh mục.": [("STC", "Sở Tài chính"), ("SXD", "Sở Xây dựng")],
    "Ban Quản lý Khu kinh tế tỉnh, gọi tắt là “Ban Quản lý”; các cơ quan khác.": [
        ("Ban Quản lý", "Ban Quản lý Khu kinh tế")
    ],
    # no body stands before the bracket, or no single one
    "Đề án phát triển nhà ở (sau đây gọi tắt là Đề án) được duyệt.": [],
    "Nhà ở xã hội (NOXH) là nhà ở có hỗ trợ.": [],
    "Các sở, ban, ngành (gọi chung là CSBN) thực hiện.": [],
    # known without being defined; defined for two
    "Ủy ban nhân dân (UBND) tỉnh quyết định.": [],
    "Sở Xây dựng (SX) và Sở Tài chính.": [],
    "Sở Xây dựng (CQT); Sở Tài chính (CQT).": [],
}


@pytest.mark.parametrize("text", DEFINED)
def test_what_is_defined(text: str) -> None:
    assert [(short, body.name) for short, body in defined_in(text)] == DEFINED[text]


def test_an_abbreviation_leads() -> None:
    reading = read(
        """
        1. Sở Xây dựng (sau đây viết tắt là SXD) chủ trì, phối hợp với Sở Tài chính lập danh mục khu đất.
        2. SXD chủ trì kiểm tra các dự án.
        """
    )
    leads = [leader for leader, _, _ in stated(reading, "leads")]
    assert leads == ["Sở Xây dựng", "Sở Xây dựng"]


def test_an_abbreviation_is_a_whole_word_of_its_own_document() -> None:
    short = defined_in("Sở Xây dựng (SXD) lập danh mục.")
    with abbreviated(short):
        assert [b.name for b in bodies("SXD và Sở Tài chính")] == ["Sở Xây dựng", "Sở Tài chính"]
        assert bodies("Tờ trình số 12/TTr-SXD; mã SXD2") == []
    assert bodies("SXD chủ trì") == []
