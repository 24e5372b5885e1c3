"""SPARQL: the page's queries answer what the commands answer, nothing is asked of a network unasked."""

from __future__ import annotations

import http.server
import json
import re
import threading
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from graph import sparql as module
from graph.formats.rdf_names import PREFIXES, BadBase, Iris
from graph.sparql import SparqlError, sparql
from graph.sqlite import SqliteStore
from graph.store import Store
from ingest.reader import read_document
from ontology.vocabulary import EDGE_KINDS
from queries.documents import documents
from queries.gaps import gaps
from queries.lineage import lineage
from queries.matrix import matrix
from queries.partners import partners
from queries.show import show
from queries.stats import stats
from queries.targets import targets
from queries.tasks import tasks
from tests.graph.export_graphs import SAMPLES, fresh, hostile

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "sparql.md").read_text(encoding="utf-8")
QUESTIONS = re.findall(r"^### ([^\n]+)\n[^#`]*^```sparql\n(.*?)^```\n\n```sh\n(.*?)\n```", PAGE, re.M | re.S)
BODY = {"agency": "so xay dung", "place": "lai chau"}

# The command of each question in Python: its rows as those of the query.
ANSWERS: dict[str, Callable[[Store], object]] = {
    "chithi lineage 34-CT/TW --down": lambda store: {
        (row.document, row.parent) for row in lineage(store, "34-CT/TW", up=False) if row.depth
    },
    "chithi show 34-CT/TW": lambda store: {
        (edge.other, proof.context.quote)
        for edge in show(store, "34-CT/TW").inward
        for proof in edge.evidence
        if edge.kind == "implements"
    },
    'chithi tasks --agency "so xay dung" --place "lai chau" --role lead': lambda store: {
        (row.task, row.ref, row.text, row.deadline_text or None) for row in tasks(store, role="lead", **BODY)
    },
    "chithi tasks --due-before 2026-01-01": lambda store: {
        (row.task, row.end) for row in tasks(store, due_before=date(2026, 1, 1))
    },
    "chithi matrix": lambda store: {(row.agency, row.document, row.leads, row.supports) for row in matrix(store)},
    'chithi partners "so xay dung lai chau"': lambda store: {
        (row.agency, row.shared) for row in partners(store, "so xay dung lai chau")
    },
    "chithi gaps": lambda store: {(row.node, row.text) for row in gaps(store) if row.kind == "no_deadline"},
    'chithi targets --place "lai chau"': lambda store: {
        (row.target, row.subject, row.value, row.unit or None) for row in targets(store, place="lai chau")
    },
    "chithi documents": lambda store: {
        (row.id, store.nodes([row.id])[row.id].label) for row in documents(store) if row.status == "cited"
    },
    "chithi stats": lambda store: {
        (EDGE_KINDS[row.kind].iri, row.count) for row in stats(store) if row.group == "edge" and row.count
    },
}


@pytest.fixture(scope="module")
def store() -> Iterator[SqliteStore]:
    """All samples, as the page's commands run on."""
    with fresh() as store:
        for path in sorted(SAMPLES.glob("[0-9]*")):
            store.put(*read_document(path))
        yield store


@pytest.mark.parametrize(("title", "query", "command"), QUESTIONS, ids=[title for title, *_ in QUESTIONS])
def test_a_query_of_the_page_answers_what_its_command_answers(store, title, query, command):
    rows = sparql(store, query)
    found = {tuple(row.values()) for row in rows}
    assert found == ANSWERS[command](store)
    assert len(found) == len(rows) > 0


def test_the_page_has_ten_questions_and_the_prefixes():
    assert len(QUESTIONS) == len(ANSWERS) == 10
    declared = dict(re.findall(r"^PREFIX (\w+): <(\S+)>$", PAGE, re.M))
    assert declared == PREFIXES | {"id": Iris().ids}


def test_lineage_by_sparql_is_that_of_the_command_whatever_the_start(store):
    query = QUESTIONS[0][1]
    for node in store.nodes_of(["document"]):
        start = f"BIND (<{Iris().node(node.id)}> AS ?directive)"
        asked = query.replace('?directive chithi:symbol "34-CT/TW" .', start)
        assert asked != query
        expected = {(row.document, row.parent) for row in lineage(store, node.id, up=False) if row.depth}
        assert {(row["document"], row["parent"]) for row in sparql(store, asked)} == expected


def test_every_kind_of_query_gives_rows():
    with fresh() as store:
        store.put(hostile(), "")
        assert sparql(store, "ASK { ?task a chithi:Task }") == [{"answer": True}]
        assert sparql(store, "SELECT ?x { ?x a chithi:Nothing }") == []
        values = sparql(
            store, "SELECT ?value ?unit ?none { ?t chithi:value ?value ; chithi:unit ?unit } ORDER BY ?unit"
        )
        assert values == [
            {"value": 100, "unit": "căn", "none": None},
            {"value": 12.5, "unit": "ha", "none": None},
        ]
        assert type(values[0]["value"]) is int
        (made,) = sparql(store, "CONSTRUCT { ?t schema:name ?ref } WHERE { ?t a chithi:Task ; chithi:ref ?ref }")
        task = "doc:1-kh-ubnd:lai-chau:2025-01-02#task:PL.1"
        assert made == {"subject": task, "predicate": f"{PREFIXES['schema']}name", "object": "PL.1"}
        assert len(sparql(store, "DESCRIBE id:place:lai-chau")) >= 4
        (graph,) = sparql(store, "SELECT DISTINCT ?g { GRAPH ?g { ?x a chithi:Task } }", base="https://a.example/")
        assert graph == {"g": "https://a.example/graph/doc:1-kh-ubnd:lai-chau:2025-01-02"}
        evidence = sparql(store, "SELECT ?e { ?e a chithi:Evidence }")
        assert all(row["e"].startswith(f"{Iris().ids}") for row in evidence)


def test_a_large_graph_is_asked_on_the_disk(monkeypatch):
    monkeypatch.setattr(module, "IN_MEMORY", 0)
    with fresh() as store:
        store.put(hostile(), "")
        assert len(sparql(store, "SELECT ?t { ?t a chithi:Target }")) == 2


@pytest.mark.parametrize(
    "query",
    [
        "INSERT DATA { <https://a.example/> a <https://a.example/> }",
        "PREFIX x: <https://x.example/> DELETE WHERE { ?s ?p ?o }",
        "load <https://a.example/>",
        "CLEAR ALL",
        "DROP DEFAULT",
    ],
)
def test_what_changes_a_graph_is_refused(query):
    with fresh() as store, pytest.raises(SparqlError, match=r"Queries do not change the graph, and [A-Z]+ would"):
        sparql(store, query)


def test_what_is_no_query_is_refused_in_a_sentence():
    with fresh() as store:
        with pytest.raises(SparqlError, match=r"Not a SPARQL query: .+"):
            sparql(store, "SELECT ?x WHERE")
        with pytest.raises(BadBase):
            sparql(store, "ASK {}", base="a")


# -- endpoints


class Answering(http.server.BaseHTTPRequestHandler):
    """An endpoint that knows one name, and one that never answers."""

    asked: list[str]
    release: threading.Event

    def do_POST(self) -> None:
        self.asked.append(self.rfile.read(int(self.headers["content-length"])).decode())
        if self.path == "/slow":
            self.release.wait(20)
        rows = [{"name": {"type": "literal", "value": "Sở Xây dựng"}, "since": {"type": "literal", "value": "1958"}}]
        said = json.dumps({"head": {"vars": ["name", "since"]}, "results": {"bindings": rows}}).encode()
        if self.path == "/broken":
            self.send_error(500)
            return
        self.send_response(200)
        self.send_header("content-type", "application/sparql-results+json")
        self.send_header("content-length", str(len(said)))
        self.end_headers()
        self.wfile.write(said)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def endpoint() -> Iterator[str]:
    Answering.asked, Answering.release = [], threading.Event()
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answering) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        Answering.release.set()
        server.shutdown()


JOINED = (
    "SELECT ?agency ?since {{ SERVICE {silent} <{url}> {{ ?x <https://a.example/name> ?name ; "
    "<https://a.example/since> ?since }} ?agency chithi:name ?name }}"
)


def test_an_endpoint_is_joined_when_it_is_allowed(endpoint):
    with fresh() as store:
        store.put(hostile(), "")
        for silent in ("", "SILENT"):
            query = JOINED.format(url=f"{endpoint}/sparql", silent=silent)
            rows = sparql(store, query, endpoints=[f"{endpoint}/sparql"])
            assert rows == [{"agency": "agency:so-xay-dung:lai-chau", "since": "1958"}]
    assert len(Answering.asked) == 2


@pytest.mark.parametrize(
    "query",
    [
        JOINED.format(url="URL", silent=""),
        JOINED.format(url="URL", silent="silent"),
        "SELECT * { service<URL>{ ?s ?p ?o } }",
        "PREFIX e: <URL> SELECT * { SERVICE e: { ?s ?p ?o } }",
        "SELECT * { ?s ?p ?x SERVICE ?x { ?s ?p ?o } }",
        "SELECT * { # '\n SERVICE # \"\n <URL> { ?s ?p ?o } }",
        "SELECT * { ?s chithi:a\\# SERVICE <URL> { ?s ?p ?o } \n }",
        "SELECT * { ?s ?p '''a''b''' . { SELECT * { SERVICE <URL> { ?s ?p ?o } } } }",
    ],
)
def test_no_endpoint_is_asked_unasked(endpoint, query):
    with fresh() as store:
        for allowed in ([], ["https://other.example/"]):
            with pytest.raises(SparqlError, match=r"--endpoint http\S+ allows that|has to name its endpoint in full"):
                sparql(store, query.replace("URL", f"{endpoint}/sparql"), endpoints=allowed)
    assert Answering.asked == []


def test_a_word_that_only_looks_like_it_is_no_endpoint():
    query = """SELECT ?service { # SERVICE <https://a.example/>
        BIND ("SERVICE <https://a.example/>" AS ?service) OPTIONAL { ?x <https://a.example/SERVICE> 'SERVICE' } }"""
    with fresh() as store:
        assert sparql(store, query) == [{"service": "SERVICE <https://a.example/>"}]


def test_an_endpoint_that_fails_or_is_slow_is_told_in_a_sentence(endpoint):
    with fresh() as store:
        store.put(hostile(), "")
        for path, why in (("broken", r"gave no answer: .*500"), ("slow", r"/slow did not answer within 0.2 seconds")):
            url = f"{endpoint}/{path}"
            with pytest.raises(SparqlError, match=why):
                sparql(store, JOINED.format(url=url, silent=""), endpoints=[url], timeout=0.2 if path == "slow" else 20)
        with pytest.raises(SparqlError, match="gave no answer"):
            sparql(store, JOINED.format(url="http://127.0.0.1:1/", silent=""), endpoints=["http://127.0.0.1:1/"])
