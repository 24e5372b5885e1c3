"""Both placings of a tone."""

from __future__ import annotations

import re

import pytest

from ingest.bodies import bodies
from ingest.home import Home
from ingest.letters import rule
from ingest.tones import either, on_first, on_second
from tests.ingest.reading import read, tasks


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Ủy ban, hòa giải, thúy, khỏe, XÓA, TỈNH ỦY, Tòa", "Uỷ ban, hoà giải, thuý, khoẻ, XOÁ, TỈNH UỶ, Toà"),
        ("quý, ngoài, hoàn thành, toán", "quý, ngoài, hoàn thành, toán"),
    ],
)
def test_from_one_placing_to_the_other(first: str, second: str) -> None:
    assert (on_second(first), on_first(second)) == (second, first)


def test_a_pattern_matches_both_placings_and_grows_once() -> None:
    pattern = either(r"Tỉnh\s+ủy|hoàn\s+thành")
    assert either(pattern) == pattern
    assert re.fullmatch(pattern, "Tỉnh uỷ")
    assert re.fullmatch(pattern, "Tỉnh ủy")
    assert rule(r"(?<!tỉnh\sủy\s)xóa").search("xoá nhà tạm")
    assert not rule(r"(?<!tỉnh ủy )xóa").search("tỉnh uỷ xoá")


@pytest.mark.parametrize(
    "text",
    [
        "Ủy ban Thường vụ Quốc hội và Tòa án nhân dân tối cao",
        "Đảng ủy cơ quan Văn phòng Quốc hội",
        "Ủy ban Kiểm tra Tỉnh ủy; Sở Văn hóa, Thể thao và Du lịch",
        "các huyện ủy, thị ủy, thành ủy",
    ],
)
def test_bodies_have_one_name(text: str) -> None:
    def named(words: str) -> list[tuple[str, int, int]]:
        return [(body.name, body.start, body.end) for body in bodies(words)]

    assert named(on_second(text)) == named(text) != []
    assert all(body.key(Home()) for body in bodies(text))


def test_a_document_says_the_same_in_both() -> None:
    text = (
        "III. TỔ CHỨC THỰC HIỆN\n1. Đảng ủy Ủy ban nhân dân tỉnh lãnh đạo việc xóa nhà tạm.\n"
        "2. Sở Văn hóa, Thể thao và Du lịch chủ trì, phối hợp với Tỉnh ủy hỗ trợ các xã."
    )
    once, again = tasks(read(text)), tasks(read(on_second(text)))
    assert [(t.ref, t.leads, t.supports) for t in once] == [(t.ref, t.leads, t.supports) for t in again]
    assert len(once) == 2
