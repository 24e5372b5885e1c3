"""What a whole document says, as items and claims."""

from __future__ import annotations

from graph.reading import ItemKey, Reading, SelfKey
from graph.statements import check
from ontology.vocabulary import EDGE_KINDS
from tests.ingest.reading import name, quotes, read, stated, table

KINDS = {
    "DocumentKey": "document",
    "SelfKey": "document",
    "AgencyKey": "agency",
    "PlaceKey": "place",
    "PersonKey": "person",
}


def kind(key: object) -> str:
    return key.kind if isinstance(key, ItemKey) else KINDS[type(key).__name__]


def whole() -> Reading:
    return read(
        """
        Thực hiện Kế hoạch số 292-KH/TU của Tỉnh ủy về thực hiện Chỉ thị số 34-CT/TW, UBND tỉnh lập Kế hoạch:
        I. MỤC TIÊU
        1. Đến năm 2030 hoàn thành 1.500 căn hộ (nhà ở công nhân 500 căn) theo Quyết định số 444/QĐ-TTg ngày 27/02/2025.
        II. TỔ CHỨC THỰC HIỆN
        1. Sở Xây dựng chủ trì, phối hợp với Sở Tài chính lập danh mục trước ngày 30/6/2025; báo cáo UBND tỉnh.
        2. Đảng ủy các xã, phường lãnh đạo, chỉ đạo chính quyền cùng cấp công khai quỹ nhà.
        Nơi nhận:
        - Thường trực Tỉnh ủy (b/c);
        - Lưu: VT.
        TM. ỦY BAN NHÂN DÂN
        CHỦ TỊCH
        Lê Văn Mẫu
        PHỤ LỤC
        """,
        table("STT|Nhiệm vụ|Cơ quan chủ trì|Cơ quan phối hợp\n1|Lập bản đồ|Sở Xây dựng|UBND các xã"),
    )


def test_every_claim_has_words_and_allowed_ends() -> None:
    reading = whole()
    check(reading)
    for claim in reading.claims:
        assert reading.text[claim.start : claim.end].strip(), claim
        assert EDGE_KINDS[claim.kind].allows(kind(claim.source), kind(claim.target)), claim
        assert 0 < claim.confidence <= 1


def test_items_are_unique_and_held() -> None:
    reading = whole()
    keys = [item.key for item in reading.items]
    assert len(keys) == len(set(keys))
    held = {c.target for c in reading.claims if c.kind == "contains"}
    assert held == set(keys)
    assert {c.source for c in reading.claims if c.kind == "contains"} <= {SelfKey(), *keys}


def test_items_by_kind() -> None:
    refs = [(item.key.kind, item.key.ref, item.key.n) for item in whole().items if item.key.kind != "provision"]
    assert refs == [
        ("task", "II.1", 1),
        ("task", "II.2", 1),
        ("task", "PL.1", 1),
        ("target", "I.1", 1),
        ("target", "I.1", 2),
    ]


def test_documents() -> None:
    assert stated(whole(), "implements", "references", "approves", "amends", "replaces") == [
        ("self", "implements", "292-KH/TU"),
        ("292-KH/TU", "implements", "34-CT/TW"),
        ("self", "references", "34-CT/TW"),
        ("self", "references", "444/QĐ-TTg"),
    ]


def test_who_directs_whom_in_which_task() -> None:
    (found,) = [c for c in whole().claims if c.kind == "directs"]
    assert (name(found.source), name(found.target), found.props) == (
        "Đảng ủy các xã, phường",
        "Chính quyền",
        {"task": "II.2"},
    )


def test_quotes() -> None:
    reading = whole()
    assert quotes(reading, "signs") == ["Lê Văn Mẫu"]
    assert quotes(reading, "receives") == ["Thường trực Tỉnh ủy"]
    assert quotes(reading, "leads") == ["Sở Xây dựng", "Đảng ủy các xã, phường", "Sở Xây dựng"]
    assert quotes(reading, "supports") == ["Sở Tài chính", "UBND các xã"]
    assert quotes(reading, "assigns") == ["Quyết định số 444/QĐ-TTg ngày 27/02/2025"] * 2
    assert quotes(reading, "part_of") == ["nhà ở công nhân 500 căn"]


def test_a_document_that_says_nothing() -> None:
    reading = read("Lời cảm ơn.", head="")
    assert [item for item in reading.items if item.key.kind != "provision"] == []
    assert [c for c in reading.claims if c.kind not in ("contains",)] == []


def test_the_documents_own_number_is_no_citation() -> None:
    reading = read("1. Kế hoạch số 45/KH-UBND này có hiệu lực từ ngày ký.")
    assert stated(reading, "references") == []
