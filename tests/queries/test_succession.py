"""Duties of bodies that have ended, asked for under the names of today; the tables tell what the documents do not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from graph import Store, open_store
from queries.names import NotFound
from queries.succession import answering, stands_in, successors
from queries.tasks import tasks
from tests.queries.fake_store import FakeStore, agency, contains, document, edge, grounded, item

HAI_DUONG, LAI_CHAU = "doc:12-kh-tu:hai-duong:2024-11-20", "doc:34-kh-ubnd:lai-chau:2024-11-21"
BEFORE, AFTER = date(2025, 2, 28), date(2026, 1, 1)

SXD = agency("Sở Xây dựng", "Hải Dương")
GROUP = agency("Các sở, ban, ngành", "Hải Dương", collective=True)
BOARD = agency("Ban Chỉ đạo phát triển nhà ở xã hội", "Hải Dương")
KHDT = agency("Sở Kế hoạch và Đầu tư", "Lai Châu")
LABOUR = agency("Sở Lao động - Thương binh và Xã hội", "Lai Châu")
FINANCE = agency("Sở Tài chính", "Lai Châu")
NOWHERE = agency("Sở Tài chính")
DISTRICTS = agency("Ủy ban nhân dân các huyện, thành phố", "Lai Châu", collective=True)


def _store() -> FakeStore:
    duties = [
        item(HAI_DUONG, "task", "I.1", "Rà soát quỹ đất"),
        item(HAI_DUONG, "task", "I.2", "Theo dõi, đôn đốc"),
        item(LAI_CHAU, "task", "I.1", "Bố trí vốn"),
        item(LAI_CHAU, "task", "I.2", "Khảo sát nhu cầu của công nhân"),
        item(LAI_CHAU, "task", "I.3", "Thẩm định giá"),
        item(LAI_CHAU, "task", "I.4", "Công bố quỹ đất"),
    ]
    nodes = [
        document(HAI_DUONG, "12-KH/TU", doc_type="Kế hoạch", date="2024-11-20", place="Hải Dương", status="ingested"),
        document(LAI_CHAU, "34/KH-UBND", doc_type="Kế hoạch", date="2024-11-21", place="Lai Châu", status="ingested"),
        *(SXD, GROUP, BOARD, KHDT, LABOUR, FINANCE, NOWHERE, DISTRICTS),
        *duties,
    ]
    edges, texts = grounded(
        [
            *contains(*duties),
            edge("leads", SXD.id, duties[0].id, HAI_DUONG, "Sở Xây dựng chủ trì"),
            edge("supports", GROUP.id, duties[0].id, HAI_DUONG, "các sở, ban, ngành phối hợp"),
            edge("leads", BOARD.id, duties[1].id, HAI_DUONG, "Ban Chỉ đạo đôn đốc"),
            edge("leads", KHDT.id, duties[2].id, LAI_CHAU, "Sở KH&ĐT chủ trì"),
            edge("leads", LABOUR.id, duties[3].id, LAI_CHAU, "Sở LĐTBXH chủ trì"),
            edge("leads", FINANCE.id, duties[4].id, LAI_CHAU, "Sở Tài chính chủ trì"),
            edge("mentions", LAI_CHAU, NOWHERE.id, LAI_CHAU, "cơ quan tài chính"),
            edge("leads", DISTRICTS.id, duties[5].id, LAI_CHAU, "UBND các huyện, thành phố công bố"),
        ]
    )
    return FakeStore(nodes, edges, texts)


@pytest.fixture(params=["memory", "sqlite"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    if request.param == "memory":
        yield _store()
        return
    with open_store(str(tmp_path / "succession.db")) as embedded:
        embedded.load(_store().records())
        yield embedded


def test_duties_of_a_province_are_found_under_the_one_it_went_into(store: Store) -> None:
    rows = tasks(store, place="Hải Phòng", as_of=AFTER)
    assert [(r.document, r.ref, r.place) for r in rows] == [
        (HAI_DUONG, "I.1", "Hải Dương"),
        (HAI_DUONG, "I.2", "Hải Dương"),
    ]
    assert rows[0].leads == ("Sở Xây dựng thành phố Hải Phòng (trước là Sở Xây dựng tỉnh Hải Dương)",)
    assert rows[0].supports == ("Các sở, ban, ngành Hải Phòng (trước là Các sở, ban, ngành Hải Dương)",)
    # Nobody has looked up whether this board was merged as well.
    assert rows[1].leads[0].endswith("; chưa chắc chắn)")


def test_before_the_merger_and_without_a_day_it_is_not(store: Store) -> None:
    assert tasks(store, place="Hải Phòng", as_of=date(2025, 6, 30)) == []
    assert tasks(store, place="Hải Phòng") == []
    (first, _) = tasks(store, place="Hải Dương", as_of=date(2025, 6, 30))
    assert first.leads == ("Sở Xây dựng tỉnh Hải Dương",)


def test_the_former_province_still_finds_its_own(store: Store) -> None:
    assert len(tasks(store, place="tỉnh Hải Dương", as_of=AFTER)) == 2
    assert stands_in("Hải Phòng", "Hải Dương", AFTER)
    assert not stands_in("Hải Dương", "Hải Phòng", AFTER)
    assert not stands_in("Vùng a", "Vùng b", AFTER)


def test_a_department_has_the_duties_of_the_one_it_absorbed(store: Store) -> None:
    now = tasks(store, agency="Sở Tài chính Lai Châu", as_of=AFTER)
    assert [(r.ref, r.leads) for r in now] == [
        ("I.1", ("Sở Tài chính tỉnh Lai Châu (trước là Sở Kế hoạch và Đầu tư tỉnh Lai Châu)",)),
        ("I.3", ("Sở Tài chính tỉnh Lai Châu",)),
    ]
    assert [r.ref for r in tasks(store, agency="Sở Tài chính Lai Châu", as_of=BEFORE)] == ["I.3"]


def test_a_body_without_a_place_does_not_take_those_of_every_province(store: Store) -> None:
    assert answering(store, NOWHERE.id, AFTER) == {NOWHERE.id}


def test_a_department_that_no_document_names_yet(store: Store) -> None:
    for name in ("Sở Nội vụ tỉnh Lai Châu", "so noi vu lai chau", "Sở Nội vụ"):
        (row,) = tasks(store, agency=name, as_of=AFTER)
        assert (row.ref, row.role) == ("I.2", "lead")
    for place in ("Hải Phòng", "Đắk Lắk"):
        with pytest.raises(NotFound):
            tasks(store, agency=f"Sở Nội vụ {place}", as_of=AFTER)
    with pytest.raises(NotFound):
        tasks(store, agency="Sở Nội vụ tỉnh Lai Châu", as_of=BEFORE)
    (moved,) = tasks(store, agency="Sở Xây dựng Hải Phòng", as_of=AFTER)
    assert moved.document == HAI_DUONG


def test_split_work_is_shown_with_its_part_and_doubt(store: Store) -> None:
    found = successors(store, [LABOUR.id], AFTER)[LABOUR.id]
    assert [(s.node.label, s.certain) for s in found][:2] == [
        ("Sở Nội vụ tỉnh Lai Châu", True),
        ("Sở Nông nghiệp và Môi trường tỉnh Lai Châu", False),
    ]
    assert all(s.function and s.source and s.since == "2025-03-01" for s in found)
    (row,) = tasks(store, agency=LABOUR.id, as_of=AFTER)
    assert "phần giảm nghèo; chưa chắc chắn" in row.leads[1]


def test_districts_by_any_of_their_names(store: Store) -> None:
    (row,) = tasks(store, agency="UBND cấp xã Lai Châu", as_of=date(2025, 7, 1))
    assert row.ref == "I.4"
    assert row.leads[0].startswith("Ủy ban nhân dân cấp xã (trước là Ủy ban nhân dân các huyện, thành phố; phần")
    assert DISTRICTS.id not in successors(store, [DISTRICTS.id], date(2025, 6, 30))


def test_what_documents_say_goes_before_the_tables() -> None:
    board = agency("Ban Quản lý dự án", "Lai Châu")
    said = edge("succeeds", board.id, KHDT.id, date="2025-03-01", source="Quyết định của tỉnh")
    (found,) = successors(FakeStore([board, KHDT], [said]), [KHDT.id], AFTER)[KHDT.id]
    assert (found.node.id, found.source) == (board.id, "Quyết định của tỉnh")


def test_a_chain_goes_on_from_the_documents_into_the_tables() -> None:
    planning = agency("Sở Kế hoạch", "Lai Châu")
    said = edge("succeeds", KHDT.id, planning.id, date="1995-01-01", source="Nghị định cũ")
    (found,) = successors(FakeStore([planning, KHDT, FINANCE], [said]), [planning.id], AFTER)[planning.id]
    assert (found.predecessor.id, found.node.id, found.since) == (planning.id, FINANCE.id, "2025-03-01")
