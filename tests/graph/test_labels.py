from __future__ import annotations

import pytest

from graph.labels import label


@pytest.mark.parametrize(
    ("props", "expected"),
    [
        ({"name": "Sở Xây dựng", "place": "Lai Châu"}, "Sở Xây dựng tỉnh Lai Châu"),
        ({"name": "Sở Xây dựng", "place": "Cần Thơ"}, "Sở Xây dựng thành phố Cần Thơ"),
        ({"name": "Ủy ban nhân dân tỉnh", "place": "Lai Châu"}, "Ủy ban nhân dân tỉnh Lai Châu"),
        ({"name": "Tỉnh ủy Lai Châu", "place": "Lai Châu"}, "Tỉnh ủy Lai Châu"),
        ({"name": "Các sở, ban, ngành", "place": "Lai Châu", "collective": True}, "Các sở, ban, ngành"),
        ({"name": "Bộ Xây dựng", "place": "VN"}, "Bộ Xây dựng"),
        ({"name": "Phòng Kinh tế", "place": "huyện Tam Đường"}, "Phòng Kinh tế huyện Tam Đường"),
    ],
)
def test_bodies(props, expected):
    assert label("agency", props) == expected


@pytest.mark.parametrize(
    ("props", "expected"),
    [
        ({"doc_type": "Chỉ thị", "symbol": "34-CT/TW"}, "Chỉ thị 34-CT/TW"),
        ({"symbol": "34-CT/TW"}, "34-CT/TW"),
        ({"doc_type": "Luật", "name": "Luật Nhà ở", "date": "2023"}, "Luật Nhà ở (2023)"),
        ({"doc_type": "Luật", "name": "Nhà ở"}, "Luật Nhà ở"),
        ({"doc_type": "Kế hoạch", "title": "Về nhà ở xã hội"}, "Kế hoạch Về nhà ở xã hội"),
        ({}, "văn bản"),
    ],
)
def test_documents(props, expected):
    assert label("document", props) == expected
