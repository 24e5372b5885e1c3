"""docs/exports.md says what the exports do, and the exports say nothing that the vocabulary does not know."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import rdflib
from rdflib import RDF, RDFS
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID

from graph.formats import FORMATS, export
from graph.formats.network_files import _RESERVED
from graph.formats.rdf_names import DEFAULT_BASE, Iris
from graph.formats.workbook import MOST_CHARACTERS, MOST_ROWS
from graph.model import Edge
from graph.sqlite import SqliteStore
from ontology.vocabulary import NAMESPACE
from tests.graph.export_graphs import hostile, samples

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "exports.md").read_text(encoding="utf-8")

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")


@pytest.fixture(scope="module")
def store() -> Iterator[SqliteStore]:
    with samples() as store:
        store.put(hostile(), "")
        yield store


@pytest.fixture(scope="module")
def dataset(store: SqliteStore, tmp_path_factory: pytest.TempPathFactory) -> rdflib.Dataset:
    path = tmp_path_factory.mktemp("rdf") / "a.nq"
    export(store, path)
    return rdflib.Dataset(default_union=True).parse(path, format="nquads")


@pytest.fixture(scope="module")
def vocabulary() -> rdflib.Graph:
    return rdflib.Graph().parse(ROOT / "ontology" / "chithi.ttl", format="turtle")


def test_the_page_has_every_format_and_the_figures():
    table = PAGE.split("## Tables")[0]
    assert set(re.findall(r"`(\.[a-z0-9]+)`", table)) == set(FORMATS)
    assert f"{MOST_ROWS:,}" in PAGE
    assert f"{MOST_CHARACTERS:,}" in PAGE
    assert f"`{DEFAULT_BASE}`" in PAGE
    assert all(f"`{name}`" in PAGE for pair in _RESERVED.items() for name in pair)


def test_its_query_gives_every_lead_with_the_words(store, dataset):
    query = re.search(r"^```sparql\n(.*?)^```", PAGE, re.M | re.S)
    assert query
    leads = [record for record in store.records() if isinstance(record, Edge) and record.kind == "leads"]
    ends = {id for edge in leads for id in (edge.source, edge.target, *(proof.document for proof in edge.evidence))}
    nodes = store.nodes(ends)
    assert {tuple(map(str, row)) for row in dataset.query(query[1])} == {
        (nodes[edge.source].label, nodes[edge.target].label, nodes[proof.document].label, proof.quote)
        for edge in leads
        for proof in edge.evidence
    }
    assert len(leads) > 20


def test_every_term_of_an_export_and_of_the_page_is_declared(dataset, vocabulary):
    declared = {str(term) for term in vocabulary.subjects(RDF.type) if str(term).startswith(NAMESPACE)}
    used = {str(term) for term in {*dataset.predicates(), *dataset.objects(None, RDF.type)}}
    assert {term for term in used if term.startswith(NAMESPACE)} - declared == set()
    assert {NAMESPACE + name for name in re.findall(r"chithi:(\w+)", PAGE)} - declared == set()


def test_values_have_the_types_the_vocabulary_gives_them(dataset, vocabulary):
    wrong = set()
    for predicate in set(dataset.predicates()):
        of = vocabulary.value(predicate, RDFS.range)
        if of is not None and str(of).startswith(str(rdflib.XSD)):
            values = dataset.objects(None, predicate)
            wrong |= {(str(predicate), value.n3()) for value in values if not typed(value, of)}
    assert wrong == set()


def typed(value: rdflib.term.Node, of: rdflib.term.Node) -> bool:
    if not isinstance(value, rdflib.Literal) or value.ill_typed:
        return False
    # An integer is a decimal number (XML Schema part 2, 3.4.13); a text may be given in a language.
    kinds = {rdflib.XSD.decimal: {rdflib.XSD.integer, rdflib.XSD.decimal}, rdflib.XSD.string: {None, rdflib.XSD.string}}
    return value.datatype in kinds.get(of, {of})  # type: ignore[call-overload]


def test_a_shared_node_stands_in_no_named_graph(store, dataset):
    for node in store.nodes_of(["document", "agency", "place", "person"]):
        graphs = {graph for *_, graph in dataset.quads((rdflib.URIRef(Iris().node(node.id)), RDF.type, None, None))}
        # The default graph, as rdflib calls it.
        assert graphs == {DATASET_DEFAULT_GRAPH_ID}
