from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from graph.store import Store
from queries.names import NotFound
from queries.tasks import task_page, tasks
from tests.queries.conftest import CT34, KH290, LAI_CHAU, SXD_LC, chain_edges, chain_nodes
from tests.queries.fake_store import FakeStore, agency, edge


def test_what_a_body_leads_in_the_order_of_the_document(chain: Store) -> None:
    rows = tasks(chain, agency="so xay dung", place="lai chau", role="lead")
    assert [(r.ref, r.leads, r.supports, r.role) for r in rows] == [
        ("PL.2", ("Sở Xây dựng tỉnh Lai Châu",), ("UBND các huyện, thành phố",), "lead"),
        ("PL.10", ("Sở Xây dựng tỉnh Lai Châu",), (), "lead"),
        (
            "PL.18",
            ("Sở Xây dựng tỉnh Lai Châu", "UBND cấp huyện"),
            ("UBND các huyện, thành phố",),
            "lead",
        ),
    ]
    assert (rows[0].document, rows[0].place, rows[0].start, rows[0].end) == (
        LAI_CHAU,
        "Lai Châu",
        "2024-11-01",
        "2024-11-30",
    )
    assert (rows[0].text, rows[0].deadline_text, rows[0].quote) == ("Rà soát quy hoạch", "Tháng 11/2024", "Sở Xây dựng")


def test_what_it_supports(chain: Store) -> None:
    (row,) = tasks(chain, agency="Sở Xây dựng tỉnh Lai Châu", role="support")
    assert (row.ref, row.role, row.recurrence, row.quote) == ("V.2", "support", "ongoing", "phối hợp với Sở Xây dựng")


def test_body_parts_before_the_appendix_and_every_place(chain: Store) -> None:
    rows = tasks(chain, agency="Sở Xây dựng")
    assert [(r.place, r.ref) for r in rows] == [
        ("Hậu Giang", "III.1"),
        ("Lai Châu", "V.2"),
        ("Lai Châu", "PL.2"),
        ("Lai Châu", "PL.10"),
        ("Lai Châu", "PL.18"),
    ]


def test_by_document_without_a_body_the_quote_is_the_duty(chain: Store) -> None:
    rows = tasks(chain, document="290-KH/TU")
    assert [(r.ref, r.document, r.role, r.quote) for r in rows] == [
        ("III.1", KH290, "", "Xây dựng chương trình phát triển nhà ở")
    ]
    assert [r.ref for r in tasks(chain, document=LAI_CHAU, agency="so xay dung lai chau", role="support")] == ["V.2"]
    assert tasks(chain, document=CT34) == []


def test_due_before_and_role_alone(chain: Store) -> None:
    assert [r.ref for r in tasks(chain, due_before=date(2024, 12, 1))] == ["PL.2"]
    assert tasks(chain, due_before=date(2024, 11, 30)) == []
    assert [r.ref for r in tasks(chain, due_before=date(2031, 1, 1))] == ["III.1", "PL.2"]
    assert "V.4" not in [r.ref for r in tasks(chain, role="lead")]


def test_an_unknown_body(chain: Store) -> None:
    with pytest.raises(NotFound):
        tasks(chain, agency="Sở Thủy tinh")


def test_as_of_the_successor_answers_and_both_names_are_shown() -> None:
    new = agency("Sở Xây dựng", "Lai Châu mới")
    store = FakeStore(
        [*chain_nodes(), new],
        [*chain_edges(), edge("succeeds", new.id, SXD_LC, date="2025-07-01", source="Nghị quyết 202/2025/QH15")],
    )
    before = tasks(store, agency="Sở Xây dựng", place="Lai Châu", role="lead", as_of=date(2025, 6, 30))
    after = tasks(store, agency="Sở Xây dựng Lai Châu mới", role="lead", as_of=date(2025, 7, 1))
    assert [r.ref for r in before] == [r.ref for r in after] == ["PL.2", "PL.10", "PL.18"]
    assert before[0].leads == ("Sở Xây dựng tỉnh Lai Châu",)
    assert after[0].leads == ("Sở Xây dựng Lai Châu mới (trước là Sở Xây dựng tỉnh Lai Châu)",)
    assert tasks(store, agency=new.id, as_of=date(2025, 6, 30)) == []


def test_a_place_that_nobody_knows_is_not_found_and_a_province_without_documents_has_none(chain: Store) -> None:
    with pytest.raises(NotFound):
        tasks(chain, place="xã Không Có Tên")
    assert tasks(chain, place="Cà Mau") == []


@pytest.mark.parametrize(
    "asked",
    [
        {"agency": "Sở Xây dựng"},
        {"agency": "Sở Xây dựng", "role": "lead", "place": "Lai Châu"},
        {"agency": "Sở Xây dựng", "document": LAI_CHAU},
        {"agency": "Sở Xây dựng Lai Châu", "due_before": date(2031, 1, 1)},
        {"agency": "Sở Xây dựng Lai Châu", "as_of": date(2025, 7, 2)},
        {"document": LAI_CHAU, "role": "support"},
        {"due_before": date(2031, 1, 1)},
        {},
    ],
)
def test_pages_together_are_the_whole(chain: Store, asked: dict[str, Any]) -> None:
    whole = tasks(chain, **asked)
    assert whole
    for limit in (1, 2, len(whole), len(whole) + 1):
        pages = [task_page(chain, **asked, limit=limit, offset=start) for start in range(0, len(whole) + 1, limit)]
        assert [row for page in pages for row in page.rows] == whole
        assert {page.total for page in pages} == {len(whole)}
        assert max(len(page.rows) for page in pages) == min(limit, len(whole))


def test_for_a_page_no_more_than_its_duties_are_fetched() -> None:
    store = FakeStore(chain_nodes(), chain_edges())
    fetched: list[str] = []
    nodes = store.nodes
    store.nodes = lambda ids: fetched.extend(ids) or nodes(ids)  # type: ignore[assignment,func-returns-value]
    page = task_page(store, agency="Sở Xây dựng Lai Châu", limit=1)
    assert page.total == 4
    assert [id for id in fetched if "#task:" in id] == [page.rows[0].task]
