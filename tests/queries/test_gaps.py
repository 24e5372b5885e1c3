from __future__ import annotations

from datetime import date

from graph.store import Store
from queries.gaps import gaps
from tests.queries.conftest import CT34, KH292, LAI_CHAU, LUAT, QD927
from tests.queries.fake_store import FakeStore, agency, contains, document, edge, item


def test_the_gaps_of_the_chain(chain: Store) -> None:
    rows = gaps(chain, on=date(2025, 1, 1))
    without = next(row.detail for row in rows if row.kind == "province_without_plan")
    assert {"Lai Châu", "Hậu Giang"}.isdisjoint(without.split("; "))
    assert [(r.kind, r.ref or r.node, r.count, r.detail) for r in rows] == [
        ("no_lead", "V.4", 1, ""),
        ("only_collective", "V.2", 1, "UBND các huyện, thành phố"),
        ("lead_also_supports", "PL.18", 1, "UBND cấp huyện = UBND các huyện, thành phố"),
        ("no_deadline", "V.4", 1, ""),
        ("party_plan_not_held", KH292, 1, chain.nodes([LAI_CHAU])[LAI_CHAU].label),
        ("province_without_plan", CT34, 61, without),
        ("cited_not_held", LUAT, 2, "references 2"),
        ("cited_not_held", CT34, 2, "implements 2"),
        ("cited_not_held", KH292, 1, "implements 1, implements (nguồn) 1"),
        ("cited_not_held", QD927, 1, "implements 1, implements (nguồn) 1"),
        ("blank_number", LAI_CHAU, 1, "lai_chau.txt"),
        ("blank_date", LAI_CHAU, 1, "2024-11"),
        ("inferred", LAI_CHAU, 1, "doc_type, place"),
    ]
    by_kind = {row.kind: row for row in rows}
    assert by_kind["lead_also_supports"].quote == "UBND các huyện thành phố"
    assert (by_kind["no_lead"].document, by_kind["no_lead"].quote) == (LAI_CHAU, "Báo cáo kết quả")
    assert rows[7].text == "Chỉ thị 34-CT/TW"
    assert all(row.quote for row in rows if row.kind == "cited_not_held")


def test_the_departments_in_general_do_not_make_a_department_support_itself() -> None:
    task = item("doc:a", "task", "1", "Rà soát", recurrence="yearly")
    one, all_of_them = agency("Sở Xây dựng", "X"), agency("Các sở, ban, ngành", "X", collective=True)
    store = FakeStore(
        [document("doc:a", "1/KH-UBND", status="ingested", date="2024-01-01"), task, one, all_of_them],
        [*contains(task), edge("leads", one.id, task.id, "doc:a"), edge("supports", all_of_them.id, task.id, "doc:a")],
    )
    assert gaps(store) == []


def test_names_that_stayed_open_are_listed_with_their_candidates() -> None:
    store = FakeStore(
        [
            document("doc:a", "1/KH-UBND", status="ingested", date="2024-01-01"),
            document("doc:8-kh-ubnd", "8/KH-UBND", candidates=["doc:8-kh-ubnd:x", "doc:8-kh-ubnd:y"]),
        ],
        [edge("references", "doc:a", "doc:8-kh-ubnd", "doc:a", "Kế hoạch số 08/KH-UBND")],
    )
    (row,) = gaps(store)
    assert (row.kind, row.node, row.detail) == ("unresolved", "doc:8-kh-ubnd", "doc:8-kh-ubnd:x; doc:8-kh-ubnd:y")
    assert (row.document, row.quote) == ("doc:a", "Kế hoạch số 08/KH-UBND")
