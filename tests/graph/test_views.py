"""networkx graphs and pandas tables of the graph."""

from __future__ import annotations

from dataclasses import dataclass

from graph.model import Edge, Node
from graph.views import to_networkx, to_pandas
from tests.graph.export_graphs import fresh, hostile


def test_the_graph_is_keyed_by_edge_id_and_keeps_evidence():
    with fresh() as store:
        document = store.put(hostile(), "")
        records = list(store.records())
        graph = to_networkx(store)
        assert dict(graph.nodes(data=True)) == {
            record.id: {**record.props, "kind": record.kind, "label": record.label}
            for record in records
            if isinstance(record, Node)
        }
        edges = [record for record in records if isinstance(record, Edge)]
        assert graph.number_of_edges() == len(edges)
        for edge in edges:
            said = graph.edges[edge.source, edge.target, edge.id]
            assert said == {**edge.props, "kind": edge.kind, "evidence": edge.evidence}
        body, other = "agency:" + "cmd-c-calc-a0:lai-chau", "agency:so-xay-dung:lai-chau"
        assert len(graph[body][other]) == 2
        part = to_networkx(store, kinds=["directs"])
        assert set(part.nodes) == {body, other}
        assert set(to_networkx(store, documents=[document]).edges(keys=True)) == set(graph.edges(keys=True))
        assert len(to_networkx(store, documents=[])) == 0


@dataclass(frozen=True, slots=True)
class Row:
    ref: str
    leads: tuple[str, ...]
    value: float | None


def test_rows_become_a_table():
    table = to_pandas([Row("PL.1", ("Sở Xây dựng",), 1.5), Row("PL.2", (), None)])
    assert list(table.columns) == ["ref", "leads", "value"]
    assert list(table["leads"]) == [("Sở Xây dựng",), ()]
    assert table["value"].sum() == 1.5
    assert table["value"].isna().tolist() == [False, True]


def test_no_rows_have_the_columns_of_their_type():
    assert list(to_pandas([], Row).columns) == ["ref", "leads", "value"]
    assert to_pandas([]).empty
