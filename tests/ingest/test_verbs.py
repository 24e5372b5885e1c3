"""Words that open a duty, and words that only tell."""

from __future__ import annotations

import pytest

from ingest.verbs import is_imperative, opens_duty


@pytest.mark.parametrize(
    "words",
    [
        "chủ trì, phối hợp với Sở Tài chính",
        " có trách nhiệm công bố giá",
        "lãnh đạo, chỉ đạo chính quyền",
        "định kỳ báo cáo",
        "hằng năm tổng hợp",
        ", tham mưu bố trí vốn",
        "khẩn trương rà soát",
        "làm đầu mối tổng hợp",
    ],
)
def test_what_a_body_must_do(words: str) -> None:
    assert opens_duty(words)


@pytest.mark.parametrize(
    "words",
    [
        "đã hoàn thành 12 khu nhà",
        "đang rà soát quỹ đất",
        "được giao làm chủ đầu tư",
        "của tỉnh bạn",
        "và người dân",
        "về việc bố trí vốn",
        "ban hành Kế hoạch như sau",
        "bị xử lý theo quy định",
        "gồm ba phòng",
        "tại Tờ trình số 55/TTr-SXD",
    ],
)
def test_what_is_only_told(words: str) -> None:
    assert not opens_duty(words)


def test_imperatives() -> None:
    assert is_imperative("Tăng cường kiểm tra công trường")
    assert is_imperative("  rà soát danh sách")
    assert not is_imperative("Công trường đã được kiểm tra")
    assert not is_imperative("Nhà ở công nhân")
