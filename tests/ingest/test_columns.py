"""Columns by their headings."""

from __future__ import annotations

import pytest

from ingest.columns import column, columns, is_task_table


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("STT", "ref"),
        ("TT", "ref"),
        ("Số TT", "ref"),
        ("Tên nhiệm vụ", "task"),
        ("Nội dung công việc", "task"),
        ("Đơn vị chủ trì", "lead"),
        ("Cơ quan\nchủ trì", "lead"),
        ("Sở, ngành chủ trì tham mưu", "lead"),
        ("Cơ quan thực hiện", "lead"),
        ("Đơn vị phối hợp", "support"),
        ("Phân công nhiệm vụ", "both"),
        ("Chủ trì/phối hợp", "both"),
        ("Thời gian thực hiện", "deadline"),
        ("Thời gian hoàn thành", "deadline"),
        ("Ngày hoàn thành", "deadline"),
        ("Kết quả", "product"),
        ("Sản phẩm", "product"),
        ("Ghi chú", "note"),
        ("Nguồn gốc", "note"),
        ("Trạng thái", "note"),
        ("Đơn vị tính", "unit"),
        ("Chỉ tiêu", "indicator"),
        ("Cơ quan theo dõi", "watch"),
        ("Dân số", ""),
        ("", ""),
    ],
)
def test_headings(heading: str, kind: str) -> None:
    assert column(heading) == kind


def test_a_table_of_tasks_says_what_and_who() -> None:
    assert is_task_table(columns(("STT", "Nội dung", "Cơ quan chủ trì")))
    assert is_task_table(columns(("Nhiệm vụ", "Phân công nhiệm vụ")))
    assert not is_task_table(columns(("STT", "Chỉ tiêu", "Đơn vị tính", "Năm 2025")))
    assert not is_task_table(columns(("STT", "Tên dự án", "Thời gian thực hiện")))
    assert not is_task_table(columns(("STT", "Xã", "Dân số")))
