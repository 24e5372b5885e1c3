from __future__ import annotations

from graph.store import Store
from queries.lineage import lineage
from tests.queries.conftest import CT34, KH290, KH292, LAI_CHAU, QD927, chain_edges, chain_nodes
from tests.queries.fake_store import FakeStore, edge


def test_down_every_route_is_shown(chain: Store) -> None:
    rows = lineage(chain, "34-CT/TW", up=False)
    assert [(r.depth, r.direction, r.document, r.parent, r.lag_days) for r in rows] == [
        (0, "start", CT34, "", None),
        (1, "down", KH290, CT34, 90),
        (1, "down", QD927, CT34, 98),
        (1, "down", KH292, CT34, 157),
        (2, "down", LAI_CHAU, KH292, None),
        (2, "down", LAI_CHAU, QD927, None),
    ]
    assert rows[1].quote == "thực hiện Chỉ thị số 34-CT/TW ngày 24/5/2024"
    assert (rows[1].symbol, rows[1].place, rows[1].status, rows[1].kind) == (
        "290-KH/TU",
        "Hậu Giang",
        "ingested",
        "implements",
    )


def test_up_the_lower_text_is_the_parent(chain: Store) -> None:
    rows = lineage(chain, LAI_CHAU, down=False)
    assert [(r.depth, r.direction, r.document, r.parent, r.lag_days) for r in rows] == [
        (0, "start", LAI_CHAU, "", None),
        (1, "up", QD927, LAI_CHAU, None),
        (1, "up", KH292, LAI_CHAU, None),
        (2, "up", CT34, KH292, 157),
        (2, "up", CT34, QD927, 98),
    ]


def test_depth_and_references_are_left_out(chain: Store) -> None:
    assert {r.depth for r in lineage(chain, CT34, depth=1)} == {0, 1}
    assert [r.depth for r in lineage(chain, "Luật Nhà ở")] == [0]


def test_a_circle_ends() -> None:
    store = FakeStore(chain_nodes(), [*chain_edges(), edge("implements", CT34, LAI_CHAU, LAI_CHAU, "nhầm")])
    rows = lineage(store, CT34, up=False)
    assert (3, CT34, LAI_CHAU) in [(r.depth, r.document, r.parent) for r in rows]
    assert len(rows) == 7
