"""documents, stats and search."""

from __future__ import annotations

from graph.store import Store
from ontology.vocabulary import EDGE_KINDS, NODE_KINDS
from queries.documents import documents
from queries.search import search
from queries.stats import stats
from tests.queries.conftest import CT34, KH290, KH292, LAI_CHAU, LUAT, QD927


def test_documents_the_held_ones_first(chain: Store) -> None:
    rows = documents(chain)
    assert [(r.id, r.status, r.tasks, r.source) for r in rows] == [
        (KH290, "ingested", 1, "a.txt"),
        (LAI_CHAU, "ingested", 5, "lai_chau.txt"),
        (LUAT, "cited", 0, ""),
        (CT34, "cited", 0, ""),
        (QD927, "cited", 0, ""),
        (KH292, "cited", 0, ""),
    ]
    assert (rows[2].title, rows[2].symbol) == ("Luật Nhà ở", "27/2023/QH15")


def test_stats_name_every_kind(chain: Store) -> None:
    rows = stats(chain)
    assert [r.kind for r in rows] == [*NODE_KINDS, *EDGE_KINDS, "all", "held"]
    counted = {(r.group, r.kind): r.count for r in rows}
    assert counted["node", "document"] == 6
    assert counted["node", "person"] == 0
    assert counted["edge", "leads"] == 6
    assert counted["file", "held"] == 2


def test_search_says_where_it_stands(chain: Store) -> None:
    (row,) = search(chain, "quy hoach", ["task"])
    assert (row.ref, row.document, row.place, row.quote) == ("PL.2", LAI_CHAU, "Lai Châu", "Rà soát quy hoạch")
    assert CT34 in [r.id for r in search(chain, "34 ct")]
    assert search(chain, "thủy điện") == []
    assert len(search(chain, "nhà ở", limit=1)) == 1
