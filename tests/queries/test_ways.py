"""path, impact and partners."""

from __future__ import annotations

import pytest

from graph.store import Store
from queries.impact import impact
from queries.names import NotFound
from queries.partners import bottlenecks, partners
from queries.path import path
from tests.queries.conftest import CT34, KH290, KH292, LAI_CHAU, QD927, SXD_LC, UBND, UBND2
from tests.queries.fake_store import FakeStore, document, edge


def test_why_a_task_exists_every_way_up(chain: Store) -> None:
    task = f"{LAI_CHAU}#task:PL.2"
    rows = path(chain, task, "34-CT/TW")
    assert [(r.route, r.step, r.source, r.kind, r.target) for r in rows] == [
        (1, 1, task, "contains", LAI_CHAU),
        (1, 2, LAI_CHAU, "implements", KH292),
        (1, 3, KH292, "implements", CT34),
        (2, 1, task, "contains", LAI_CHAU),
        (2, 2, LAI_CHAU, "implements", QD927),
        (2, 3, QD927, "implements", CT34),
    ] or {r.target for r in rows if r.step == 2} == {KH292, QD927}
    assert len(rows) == 6
    last = next(r for r in rows if r.source == QD927)
    assert (last.lag_days, last.document) == (98, LAI_CHAU)
    assert last.quote.startswith("Quyết định 927/QĐ-TTg")


def test_the_other_way_round_is_the_same_way(chain: Store) -> None:
    assert path(chain, CT34, LAI_CHAU) == path(chain, LAI_CHAU, CT34)
    assert path(chain, KH290, LAI_CHAU) == []
    assert path(chain, CT34, CT34) == []


def test_what_rests_on_a_law(chain: Store) -> None:
    rows = impact(chain, "Luật Nhà ở")
    assert [(r.distance, r.kind, r.ref, r.relation) for r in rows if r.document == KH290] == [
        (1, "document", "", "references"),
        (1, "task", "III.1", "references"),
    ]
    assert [r.ref for r in rows if r.document == LAI_CHAU] == ["", "V.2", "V.4", "PL.2", "PL.10", "PL.18"]


def test_what_rests_on_the_directive_through_others(chain: Store) -> None:
    rows = [r for r in impact(chain, "34-CT/TW") if r.kind == "document"]
    assert [(r.distance, r.id) for r in rows] == [(1, KH290), (1, KH292), (1, QD927), (2, LAI_CHAU)]
    assert rows[3].via in (KH292, QD927)


def test_who_works_with_whom(chain: Store) -> None:
    rows = partners(chain, "so xay dung lai chau")
    assert [(r.agency, r.shared, r.leads, r.led, r.together) for r in rows] == [(UBND, 3, 1, 2, 0), (UBND2, 1, 0, 0, 1)]
    assert rows[0].tasks == tuple(f"{LAI_CHAU}#task:{ref}" for ref in ("PL.18", "PL.2", "V.2"))


def test_bottlenecks(chain: Store) -> None:
    rows = bottlenecks(chain)
    assert [(r.agency, r.tasks, r.led, r.partners) for r in rows][:2] == [(SXD_LC, 4, 3, 2), (UBND, 3, 1, 2)]
    assert {r.betweenness for r in rows} == {0.0}


def test_a_duty_is_named_by_its_document_and_ref(chain: Store) -> None:
    assert path(chain, "290-KH/TU#III.1", "34-CT/TW") == path(chain, f"{KH290}#task:III.1", "34-CT/TW") != []
    with pytest.raises(NotFound):
        path(chain, "290-KH/TU#IX.9", "34-CT/TW")


def test_a_law_cited_by_its_number_and_by_its_name_is_one() -> None:
    law = document("doc:27-2023-qh15", "27/2023/QH15", doc_type="Luật", name="Luật Nhà ở", date="2023")
    named = document("doc:luat", doc_type="Luật", name="Luật Nhà ở năm 2023", date="2023", same_as=[law.id])
    plans = [document(f"doc:{n}", f"{n}/KH-UBND", status="ingested") for n in (1, 2)]
    cited = [edge("references", plans[0].id, law.id, "doc:1"), edge("references", plans[1].id, named.id, "doc:2")]
    store = FakeStore([law, named, *plans], cited)
    for asked in ("27/2023/QH15", "luat nha o", "doc:luat"):
        assert [row.id for row in impact(store, asked)] == ["doc:1", "doc:2"]
