"""The exports, each read back by a program that knows the format: nothing lost, nothing changed, nothing run."""

from __future__ import annotations

import gc
import json
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import networkx
import openpyxl
import pandas
import pytest
import rdflib
from rdflib import RDF, RDFS

from graph.formats import FORMATS, UnknownFormat, export
from graph.formats.plain import is_formula
from graph.formats.rdf_names import Iris, property_iri
from graph.identity import item_of
from graph.model import Edge, Node
from graph.sqlite import SqliteStore
from graph.whole_files import NotWrittenError
from ontology.vocabulary import EDGE_KINDS, NAMESPACE, NODE_KINDS
from tests.graph.export_graphs import FORMULA, TEXT, fresh, hostile, samples

CHITHI, OA, PROV = (
    rdflib.Namespace(iri) for iri in (NAMESPACE, "http://www.w3.org/ns/oa#", "http://www.w3.org/ns/prov#")
)

# rdflib's readers and writers use names of its own that it is giving up.
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")


@pytest.fixture(scope="module")
def store() -> Iterator[SqliteStore]:
    """The samples and the hostile document."""
    with samples() as store:
        store.put(hostile(), "")
        yield store


@pytest.fixture(scope="module")
def nodes(store: SqliteStore) -> dict[str, Node]:
    return {record.id: record for record in store.records() if isinstance(record, Node)}


@pytest.fixture(scope="module")
def edges(store: SqliteStore) -> dict[str, Edge]:
    return {record.id: record for record in store.records() if isinstance(record, Edge)}


def flat(value: Any) -> Any:
    value = "; ".join(value) if isinstance(value, list) else value
    return value.replace("\x0b", "\ufffd") if isinstance(value, str) else value


# -- the table of formats


def test_each_suffix_writes_a_file_that_replaces_the_old_one(store, tmp_path):
    for suffix in FORMATS:
        path = tmp_path / f"đồ thị{suffix.upper()}"
        parts = ("nodes", "edges")
        written = {
            ".csv": [path.with_suffix(f".{part}.csv") for part in parts],
            ".neo4j": [Path(f"{path}.{part}.csv") for part in parts],
        }.get(suffix, [path])
        for one in written:
            one.write_text("cũ", encoding="utf-8")
        export(store, path)
        assert all(one.stat().st_size > 10_000 for one in written), suffix
    assert not list(tmp_path.glob(".*"))


def test_an_empty_graph_can_be_written_in_every_format(tmp_path):
    with fresh() as store:
        for suffix in FORMATS:
            export(store, tmp_path / f"a{suffix}")
    assert len(list(tmp_path.iterdir())) == len(FORMATS) + 2


@pytest.mark.parametrize("name", ["graph.doc", "graph", ".jsonl"])
def test_an_unknown_suffix_is_refused_with_the_known_ones(tmp_path, name):
    with fresh() as store, pytest.raises(UnknownFormat) as raised:
        export(store, tmp_path / name)
    assert all(suffix in str(raised.value) for suffix in FORMATS)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_failure_leaves_what_was_there(suffix, tmp_path):
    class Failing:
        """Ends in the middle."""

        def records(self) -> Iterator[Node]:
            yield Node("agency:a", "agency", "Sở", {"name": "Sở"})
            raise RuntimeError

    path = tmp_path / f"a{suffix}"
    old = [path, path.with_suffix(".nodes.csv"), path.with_suffix(".edges.csv")]
    old += [tmp_path / "a.neo4j.nodes.csv", tmp_path / "a.neo4j.edges.csv"]
    for one in old:
        one.write_text("cũ", encoding="utf-8")
    with pytest.raises(RuntimeError):
        export(Failing(), path)  # type: ignore[arg-type]
    assert sorted(tmp_path.iterdir()) == sorted(old)
    assert {one.read_text(encoding="utf-8") for one in old} == {"cũ"}
    with fresh() as store, pytest.raises(NotWrittenError, match="cannot be written"):
        export(store, tmp_path / "none" / f"a{suffix}")


# -- network programs


def test_graphml_comes_back_with_types_and_parallel_edges(store, nodes, edges, tmp_path):
    export(store, tmp_path / "a.graphml")
    graph = networkx.read_graphml(tmp_path / "a.graphml", edge_key_type=str)
    assert isinstance(graph, networkx.MultiDiGraph)
    for id, node in nodes.items():
        expected = {name: flat(value) for name, value in node.props.items()}
        assert dict(graph.nodes[id]) == expected | {"kind": node.kind, "label": flat(node.label)}
    found = {id: (source, target, said) for source, target, id, said in graph.edges(keys=True, data=True)}
    assert found.keys() == edges.keys()
    for id, edge in edges.items():
        source, target, said = found[id]
        assert (source, target, said["kind"]) == (edge.source, edge.target, edge.kind)
        assert (said["evidences"], said["quote"]) == (len(edge.evidence), flat(edge.evidence[0].quote))
        assert (said["confidence"], said.get("task")) == (edge.evidence[0].confidence, edge.props.get("task"))
    assert {type(graph.nodes[id]["collective"]) for id in nodes if "collective" in nodes[id].props} == {bool}
    assert {type(graph.nodes[id]["value"]) for id in nodes if "value" in nodes[id].props} == {float}


def test_gexf_comes_back(store, nodes, edges, tmp_path):
    export(store, tmp_path / "a.gexf")
    graph = networkx.read_gexf(tmp_path / "a.gexf")
    assert {id for *_, id in graph.edges(keys=True)} == edges.keys()
    assert set(graph.nodes) == nodes.keys()
    assert 'timeformat="date"' not in (tmp_path / "a.gexf").read_text(encoding="utf-8")
    task = next(node for node in nodes.values() if node.props.get("text") == FORMULA and node.kind == "task")
    said = graph.nodes[task.id]
    assert (said["start_date"], said["end_date"], said["label"]) == ("2025", "2025-06-30", FORMULA)
    own = [said for id, said in graph.nodes(data=True) if id.startswith(item_of(task.id)[0]) and "value" in said]
    assert {said["value"] for said in own} == {100.0, 12.5}
    renamed = {"start": "start_date", "end": "end_date"}
    for id, node in nodes.items():
        expected = {renamed.get(name, name): flat(value) for name, value in node.props.items()}
        found = graph.nodes[id]
        assert {name: found[name] for name in expected} == expected
        assert {type(found[name]) for name, value in expected.items() if isinstance(value, bool)} <= {bool}
    for source, target, id, said in graph.edges(keys=True, data=True):
        edge = edges[id]
        assert (source, target, said["kind"], said["quote"]) == (
            edge.source, edge.target, edge.kind, flat(edge.evidence[0].quote)
        )  # fmt: skip
        assert (said["evidences"], said["confidence"]) == (len(edge.evidence), edge.evidence[0].confidence)


# -- RDF


@pytest.fixture(scope="module")
def dataset(store, tmp_path_factory) -> rdflib.Dataset:
    path = tmp_path_factory.mktemp("rdf") / "a.nq"
    export(store, path)
    return rdflib.Dataset(default_union=True).parse(path, format="nquads")


def resource(id: str) -> rdflib.URIRef:
    return rdflib.URIRef(Iris().node(id))


def test_nquads_have_every_node_edge_and_evidence(dataset, nodes, edges):
    for kind in NODE_KINDS.values():
        found = set(dataset.subjects(RDF.type, rdflib.URIRef(kind.iri)))
        assert found == {resource(node.id) for node in nodes.values() if node.kind == kind.name}
    assert set(dataset.subjects(RDF.type, RDF.Statement)) == {resource(id) for id in edges}
    assert len(set(dataset.subjects(RDF.type, CHITHI.Evidence))) == sum(len(edge.evidence) for edge in edges.values())
    for edge in edges.values():
        ends = resource(edge.source), rdflib.URIRef(EDGE_KINDS[edge.kind].iri), resource(edge.target)
        assert ends in dataset
        for part, end in zip((RDF.subject, RDF.predicate, RDF.object), ends, strict=True):
            assert list(dataset.objects(resource(edge.id), part)) == [end]


def test_evidence_has_its_selectors_and_stands_in_the_graph_of_its_document(dataset, edges):
    for edge in edges.values():
        proofs = set()
        for evidence in dataset.subjects(CHITHI.evidenceOf, resource(edge.id)):
            position, words = (
                next(one for one in dataset.objects(evidence, OA.hasSelector) if (one, RDF.type, kind) in dataset)
                for kind in (OA.TextPositionSelector, OA.TextQuoteSelector)
            )
            one = [dataset.value(evidence, name).toPython() for name in (CHITHI.rule, CHITHI.confidence)]
            start, end = (dataset.value(position, name).toPython() for name in (OA.start, OA.end))
            document = dataset.value(evidence, PROV.wasDerivedFrom)
            proofs.add((document, start, end, str(dataset.value(words, OA.exact)), one[0], float(one[1])))
            graphs = {graph for *_, graph in dataset.quads((evidence, None, None, None))}
            assert graphs == {rdflib.URIRef(str(document).replace("/id/", "/graph/"))}
        assert proofs == {(resource(p.document), p.start, p.end, p.quote, p.rule, p.confidence) for p in edge.evidence}


def test_properties_keep_their_values_and_types(dataset, nodes, edges):
    for node in nodes.values():
        assert str(dataset.value(resource(node.id), RDFS.label)) == node.label
        for name, value in node.props.items():
            found = list(dataset.objects(resource(node.id), rdflib.URIRef(property_iri(name))))
            stated = set(value) if isinstance(value, list) else {value}
            if name in ("date", "start", "end", "period_start", "period_end", "signed_at"):
                assert [str(one) for one in found] == [value]
            elif isinstance(value, float):
                assert [float(one) for one in found] == [value]
            else:
                assert {one.toPython() for one in found} == stated
    task = next(id for id, node in nodes.items() if node.props.get("text") == FORMULA and node.kind == "task")
    assert dataset.value(resource(task), CHITHI.end) == rdflib.Literal("2025-06-30", datatype=rdflib.XSD.date)
    assert dataset.value(resource(task), CHITHI.start).datatype == rdflib.XSD.gYear
    directed = {str(one) for one in dataset.objects(None, CHITHI.task)}
    assert directed == {Iris().node(str(edge.props["task"])) for edge in edges.values() if "task" in edge.props}


def test_removing_a_graph_takes_what_only_that_document_says(dataset, edges):
    document = next(edge.evidence[0].document for edge in edges.values() if edge.kind == "directs")
    own = {id for id, edge in edges.items() if {proof.document for proof in edge.evidence} == {document}}
    graph = rdflib.URIRef(Iris().graph(document))
    others = {s for s, _, _, named in dataset.quads((None, RDF.type, RDF.Statement, None)) if named != graph}
    assert others == {resource(id) for id in edges.keys() - own}


@pytest.mark.parametrize(("suffix", "format"), [(".trig", "trig"), (".jsonld", "json-ld")])
def test_other_syntaxes_say_the_same_with_graphs(store, dataset, tmp_path, suffix, format):
    export(store, tmp_path / f"a{suffix}")
    found = rdflib.Dataset().parse(tmp_path / f"a{suffix}", format=format)
    assert named(found) == named(dataset)


@pytest.mark.parametrize(("suffix", "format"), [(".nt", "nt"), (".ttl", "turtle")])
def test_other_syntaxes_say_the_same_without_graphs(store, dataset, tmp_path, suffix, format):
    export(store, tmp_path / f"a{suffix}")
    found = {said(triple) for triple in rdflib.Graph().parse(tmp_path / f"a{suffix}", format=format)}
    assert found == {said(triple) for *triple, _ in dataset.quads()}


def named(dataset: rdflib.Dataset) -> set[tuple[str, ...]]:
    return {(*said(triple), str(graph or "")) for *triple, graph in dataset.quads()}


def said(triple: Any) -> tuple[str, ...]:
    """Numbers by value: syntaxes write 9e-01 for 0.9."""
    return tuple(str(part.toPython()) if isinstance(part, rdflib.Literal) else str(part) for part in triple)


# -- spreadsheets


def test_csv_is_read_by_pandas(store, nodes, edges, tmp_path):
    export(store, tmp_path / "a.b.csv")
    for part, held in (("nodes", nodes), ("edges", edges)):
        path = tmp_path / f"a.b.{part}.csv"
        assert path.read_bytes().startswith(b"\xef\xbb\xbfid,kind,")
        table = pandas.read_csv(path, dtype=str, keep_default_na=False)
        assert list(table["id"]) == list(held)
        assert not [cell for column in table for cell in table[column] if is_formula(cell)]
    table = pandas.read_csv(tmp_path / "a.b.nodes.csv").set_index("id")
    assert table["value"].dropna().map(type).eq(float).all()
    assert table["label"].map(lambda label: str(label).removeprefix("'")).to_dict() == {
        id: flat(node.label) for id, node in nodes.items()
    }
    table = pandas.read_csv(tmp_path / "a.b.edges.csv")
    assert table["evidences"].sum() == sum(len(edge.evidence) for edge in edges.values())
    assert list(table["quote"].str.removeprefix("'")) == [flat(edge.evidence[0].quote) for edge in edges.values()]


@pytest.fixture(scope="module")
def book(store, tmp_path_factory) -> openpyxl.Workbook:
    path = tmp_path_factory.mktemp("xlsx") / "a.xlsx"
    export(store, path)
    return openpyxl.load_workbook(path)


def test_the_workbook_can_be_filtered_and_has_no_formula(book):
    assert book.sheetnames == ["Nhiệm vụ", "Văn bản", "Chỉ tiêu", "Cơ quan"]
    for sheet in book:
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref == sheet.dimensions
        assert all(cell.font.bold and cell.alignment.wrap_text for cell in sheet[1])
        assert sheet.column_dimensions["B"].width >= 18
        cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
        assert {cell.data_type for cell in cells} <= {"s", "n", "d"}
        assert all(cell.alignment.wrap_text for cell in cells)
        assert all(cell.quotePrefix for cell in cells if isinstance(cell.value, str) and is_formula(cell.value))
    assert FORMULA in [cell.value for cell in book["Nhiệm vụ"]["B"]]


def test_the_workbook_has_a_row_for_each_task_with_its_parties(book, nodes, edges):
    sheet = book["Nhiệm vụ"]
    assert [cell.value for cell in sheet[1]] == [
        "STT",
        "Tên nhiệm vụ",
        "Đơn vị chủ trì thực hiện",
        "Đơn vị phối hợp",
        "Ngày hoàn thành",
        "Sản phẩm",
        "Địa bàn",
        "Nguồn gốc",
        "Trích dẫn",
    ]
    tasks = [node for node in nodes.values() if node.kind == "task"]
    rows = list(sheet.iter_rows(min_row=2, values_only=True))
    assert [row[0] for row in rows] == list(range(1, len(tasks) + 1))
    row = next(row for row in rows if row[1] == FORMULA)
    assert row[2:5] == (f"{FORMULA} tỉnh Lai Châu", "Sở Xây dựng tỉnh Lai Châu", datetime(2025, 6, 30))
    assert row[6:8] == ("Lai Châu", "Kế hoạch 1/KH-UBND, PL.1")
    assert row[8] == f'"{FORMULA}",\u2028<b>&amp;</b>'
    assert row[8] in TEXT
    led = sum(len((row[2] or "").splitlines()) for row in rows)
    assert led == len({(edge.source, edge.target) for edge in edges.values() if edge.kind == "leads"})


def test_figures_are_numbers_and_dates_are_dates(book, nodes):
    values = [cell.value for cell in book["Chỉ tiêu"]["D"][1:]]
    assert sorted(values) == sorted(node.props["value"] for node in nodes.values() if node.kind == "target")
    days = [cell for cell in book["Văn bản"]["G"] if isinstance(cell.value, datetime)]
    assert date(2025, 1, 2) in {cell.value.date() for cell in days}
    assert {cell.number_format for cell in days} == {"dd/mm/yyyy"}


def test_a_sheet_that_is_full_goes_on_on_another(store, nodes, tmp_path, monkeypatch):
    monkeypatch.setattr("graph.formats.workbook.MOST_ROWS", 31)
    export(store, tmp_path / "a.xlsx")
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    pages = [sheet for sheet in book if sheet.title.startswith("Cơ quan")]
    assert [sheet.title for sheet in pages][:2] == ["Cơ quan", "Cơ quan (2)"]
    assert sum(sheet.max_row - 1 for sheet in pages) == sum(node.kind == "agency" for node in nodes.values())
    assert {sheet["A1"].value for sheet in pages} == {"STT"}


def test_words_longer_than_a_cell_are_cut(tmp_path):
    class Long:
        def records(self) -> Iterator[Node]:
            yield Node("doc:a#task:1", "task", "đ" * 40_000, {})

    export(Long(), tmp_path / "a.xlsx")  # type: ignore[arg-type]
    value = openpyxl.load_workbook(tmp_path / "a.xlsx")["Nhiệm vụ"]["B2"].value
    assert (len(value), value[-2:]) == (32_767, "đ…")


@pytest.mark.filterwarnings("error")
def test_a_workbook_that_cannot_be_finished_makes_no_noise(store, tmp_path, monkeypatch):
    def refused(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("openpyxl.workbook.workbook.Workbook.save", refused)
    with pytest.raises(NotWrittenError, match=r"a.xlsx cannot be written: No space left on device"):
        export(store, tmp_path / "a.xlsx")
    gc.collect()
    assert not list(tmp_path.iterdir())


def test_jsonl_is_the_exchange_format(store, nodes, tmp_path):
    export(store, tmp_path / "a.jsonl")
    lines = (tmp_path / "a.jsonl").read_text(encoding="utf-8").split("\n")
    assert [one["id"] for one in map(json.loads, lines[:-1]) if one["type"] == "node"] == list(nodes)
