from __future__ import annotations

from dataclasses import replace

from graph.reading import Finding
from queries.audit import audit
from tests.queries.fake_store import FakeStore, contains, document, grounded, item


def test_findings_with_their_place() -> None:
    parts = [
        item("doc:a", "provision", "I", "I. MỤC TIÊU"),
        item("doc:a", "provision", "II", "II. TỔ CHỨC THỰC HIỆN"),
        item("doc:a", "task", "II.1", "Sở Xây dựng chủ trì rà soát"),
    ]
    edges, texts = grounded(contains(*parts))
    text = texts["doc:a"] + "Các đơn vị khẩn trương triển khai."
    start = text.index("Các đơn vị")
    findings = [
        Finding("duty_not_read", start, len(text), "không rõ cơ quan"),
        Finding("mended", text.index("rà soát"), text.index("rà soát") + 2, "r à"),
    ]
    store = FakeStore(
        [document("doc:a", "1/KH-UBND", status="ingested"), *parts],
        [replace(edge) for edge in edges],
        {"doc:a": text},
        {"doc:a": findings},
        {"doc:a": [(0, 1), (start, 9)]},
    )
    rows = audit(store, "1 kh ubnd")
    assert [(r.kind, r.ref, r.line, r.quote, r.after) for r in rows] == [
        ("mended", "II.1", 1, "rà", " soát.\nCác đơn vị khẩn trương triển khai."),
        ("duty_not_read", "II", 9, "Các đơn vị khẩn trương triển khai.", ""),
    ]
    assert rows[1].before.endswith("rà soát.\n")
    assert (rows[1].document, rows[1].note) == ("doc:a", "không rõ cơ quan")


def test_nothing_to_report() -> None:
    store = FakeStore([document("doc:a", "1/KH-UBND")])
    assert audit(store, "doc:a") == []
