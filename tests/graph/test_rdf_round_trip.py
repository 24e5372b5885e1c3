"""RDF that was exported gives the same graph back, and what is not whole is refused in a sentence."""

from __future__ import annotations

import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph
import pytest
import rdflib
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.exchange import line_of, write_jsonl
from graph.formats import RDF, export, rdf, records_in
from graph.formats.rdf_names import DEFAULT_BASE, BadBase
from graph.formats.rdf_reading import RdfError, read_rdf
from graph.model import Edge, Evidence, Node, Text
from graph.sqlite import SqliteStore
from ontology.vocabulary import EDGE_KINDS, NODE_KINDS
from tests.graph.export_graphs import fresh, hostile, samples
from tests.graph.strategies import corpora

SUFFIXES = sorted(RDF)


@pytest.fixture(scope="module")
def store() -> Iterator[SqliteStore]:
    with samples() as store:
        store.put(hostile(), "")
        yield store


@pytest.fixture(scope="module")
def folder(store: SqliteStore, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The graph in the exchange format and as RDF in each syntax."""
    folder = tmp_path_factory.mktemp("exports")
    for suffix in (".jsonl", *SUFFIXES):
        export(store, folder / f"graph{suffix}")
    return folder


def again(path: Path) -> bytes:
    """The exchange format of the graph that a file was loaded into."""
    with fresh() as store:
        store.load(records_in(path))
        write_jsonl(store, path.with_suffix(".again"))
    return path.with_suffix(".again").read_bytes()


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_samples_come_back_byte_by_byte(folder: Path, suffix: str) -> None:
    assert again(folder / f"graph{suffix}") == (folder / "graph.jsonl").read_bytes()


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(corpora(), st.sampled_from(SUFFIXES), st.sampled_from([None, "https://data.example.vn/a/"]))
def test_any_graph_comes_back(tmp_path_factory, corpus, suffix, base):
    folder = tmp_path_factory.mktemp("graph")
    with fresh() as store:
        for reading in corpus:
            store.put(reading, "")
        export(store, folder / "graph.jsonl")
        export(store, folder / f"graph{suffix}", base)
    assert again(folder / f"graph{suffix}") == (folder / "graph.jsonl").read_bytes()


names = st.one_of(
    st.sampled_from(["name", "recipients", "candidates", "same_as", "date", "value", "task", "period_start"]),
    st.sampled_from(["mentions", "content", "periodStart", "label", "rule", "x y", "đơn_vị", "A", "_", "a__b"]),
)
texts = st.one_of(st.text(), st.sampled_from(["2024", "2024-13", "0000", "2024-11-05", "", "\x00\ufffe", "a\u2028b"]))
values = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False, allow_infinity=False), texts, st.lists(texts)
)
props = st.dictionaries(names, values, max_size=5).map(lambda props: dict(sorted(props.items())))
ids = st.one_of(st.sampled_from(["doc:a", "doc:a#task:Điều 3.2", "doc:a#target:V.4/2:2"]), st.text(min_size=1))
nodes = st.builds(Node, ids, st.sampled_from(sorted(NODE_KINDS)), st.text(), props)


@st.composite
def proofs(draw: st.DrawFn) -> Evidence:
    start, quote = draw(st.integers(0, 9)), draw(texts)
    document = draw(st.sampled_from(["doc:a", "doc:b", "doc:đ/1"]))
    confidence = draw(st.floats(0, 1))
    return Evidence(document, start, start + len(quote), quote, draw(st.sampled_from(["a", "b.c"])), confidence)


def in_order(found: list[Evidence]) -> tuple[Evidence, ...]:
    return tuple(sorted(found, key=lambda proof: (proof.document, proof.start, proof.end, proof.rule)))


edges = st.builds(
    Edge, ids, st.sampled_from(sorted(EDGE_KINDS)), ids, ids, props, st.lists(proofs(), max_size=3).map(in_order)
)
records = st.tuples(
    st.lists(st.builds(Text, ids, texts), max_size=2, unique_by=lambda text: text.document),
    st.lists(st.one_of(nodes, edges), max_size=5, unique_by=lambda record: record.id),
).map(lambda drawn: [*drawn[0], *drawn[1]])


class Held:
    """A store of nothing but records."""

    def __init__(self, records: list[Text | Node | Edge]) -> None:
        self._records = records

    def records(self) -> Iterator[Text | Node | Edge]:
        return iter(self._records)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(records, st.sampled_from(SUFFIXES), st.randoms(use_true_random=False))
def test_any_records_come_back_in_any_order_of_lines(tmp_path_factory, records, suffix, shuffled):
    """Whatever stands in properties: lists in their order, nothing, whole numbers and others, foreign names."""
    path = tmp_path_factory.mktemp("graph") / f"graph{suffix}"
    export(Held(records), path)  # type: ignore[arg-type]
    assert lines(read_rdf(path)) == lines(records)
    if suffix in (".nq", ".nt"):
        said = path.read_bytes().split(b"\n")[:-1]
        shuffled.shuffle(said)
        path.write_bytes(b"\n".join(said) + b"\n")
        assert lines(read_rdf(path)) == lines(records)


def lines(records: object) -> list[str]:
    """As they are written, sorted: 1, 1.0 and true are told apart."""
    return sorted(line_of(record) for record in records)  # type: ignore[attr-defined]


# -- files of other programs


def test_a_triple_store_gives_it_back_in_its_own_order(folder: Path, tmp_path: Path) -> None:
    """Oxigraph sorts by what it makes of the terms, and rdflib's Turtle by name; both drop what is said twice."""
    kept = pyoxigraph.Store()
    kept.bulk_load(path=folder / "graph.nq")
    kept.dump(tmp_path / "graph.nq", pyoxigraph.RdfFormat.N_QUADS)
    assert (tmp_path / "graph.nq").read_bytes() != (folder / "graph.nq").read_bytes()
    assert again(tmp_path / "graph.nq") == (folder / "graph.jsonl").read_bytes()
    rdflib.Graph().parse(folder / "graph.nt", format="nt").serialize(tmp_path / "graph.ttl", format="turtle")
    assert again(tmp_path / "graph.ttl") == (folder / "graph.jsonl").read_bytes()


def test_the_base_is_told_by_the_file_or_given(store: SqliteStore, folder: Path, tmp_path: Path) -> None:
    base = "https://data.laichau.example/"
    export(store, tmp_path / "graph.nq", base)
    said = (tmp_path / "graph.nq").read_text(encoding="utf-8")
    assert said.startswith(f"<{base}> ")
    assert DEFAULT_BASE + "id/" not in said
    assert again(tmp_path / "graph.nq") == (folder / "graph.jsonl").read_bytes()
    bare = "".join(line for line in said.splitlines(keepends=True) if not line.startswith(f"<{base}> "))
    (tmp_path / "bare.nq").write_text(bare, encoding="utf-8", newline="")
    with pytest.raises(RdfError, match=r"bare.nq: https://data.* does not begin with https://w3id.*; --base names"):
        list(read_rdf(tmp_path / "bare.nq"))
    assert len(list(read_rdf(tmp_path / "bare.nq", base))) == len(list(store.records()))


@pytest.mark.parametrize("base", ["", "chithi/", "https://a.example", "https://a.example/đồ/", "https://a b/", "a:\n/"])
def test_what_is_no_base_is_refused(tmp_path: Path, base: str) -> None:
    with fresh() as store, pytest.raises(BadBase, match="is no base for IRIs"):
        list(rdf.quads(store, base))


def test_a_list_whose_triples_were_changed_is_what_they_say(tmp_path: Path) -> None:
    node = Node("doc:a", "document", "A", {"recipients": ["b", "a"], "status": "cited"})
    export(Held([node]), tmp_path / "graph.nt")  # type: ignore[arg-type]
    said = (tmp_path / "graph.nt").read_text(encoding="utf-8")
    (tmp_path / "graph.nt").write_text(said.replace('recipients> "a"', 'recipients> "c"'), encoding="utf-8")
    (found,) = read_rdf(tmp_path / "graph.nt")
    assert isinstance(found, Node)
    assert found.props == {"recipients": ["b", "c"], "status": "cited"}


EDGE = Edge("leads:1", "leads", "agency:a", "doc:a#task:1", {}, (Evidence("doc:a", 0, 2, "Sở", "duty", 0.5),))
LOST = {
    "rdf-syntax-ns#object>": "leads:1 has no rdf:object",
    "evidenceOf>": "leads:1 has no rdf:type|https",
    "oa#end>": "leads:1 has no oa:end",
    "oa#exact>": "leads:1 has no oa:exact",
    "ontology#rule>": "leads:1 has no chithi:rule",
    "hasSource>": "leads:1 has no oa:hasSource",
    "rdf-syntax-ns#Statement>": "leads:1 has no rdf:type of chithi",
}


def test_an_edge_that_no_statement_bears_is_not_left_out_in_silence(tmp_path: Path) -> None:
    path = tmp_path / "graph.nt"
    export(Held([Node("agency:a", "agency", "A", {}), EDGE]), path)  # type: ignore[arg-type]
    leads, supports = (
        f"<{DEFAULT_BASE}id/agency:a> <{EDGE_KINDS[kind].iri}> <{DEFAULT_BASE}id/doc:a%23task:1> .\n"
        for kind in ("leads", "supports")
    )
    said = path.read_text(encoding="utf-8")
    path.write_text(said + leads, encoding="utf-8")
    assert len(list(read_rdf(path))) == 2
    path.write_text(said + supports, encoding="utf-8")
    with pytest.raises(RdfError, match=r"no rdf:Statement with evidence says <\S+agency:a> <\S+supports> <\S+>"):
        list(read_rdf(path))


@pytest.mark.parametrize("lost", LOST)
def test_what_is_missing_is_said(tmp_path: Path, lost: str) -> None:
    path = tmp_path / "graph.nt"
    export(Held([Node("agency:a", "agency", "A", {}), EDGE]), path)  # type: ignore[arg-type]
    said = path.read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [line for line in said if lost not in line]
    assert len(kept) == len(said) - 1
    path.write_text("".join(kept), encoding="utf-8")
    if lost == "evidenceOf>":  # then it is evidence of nothing, and the store asks for some
        assert [record.evidence for record in read_rdf(path) if isinstance(record, Edge)] == [()]
        return
    with pytest.raises(RdfError, match=rf"graph.nt: {LOST[lost]}"):
        list(read_rdf(path))


@pytest.mark.parametrize(
    ("name", "said", "why"),
    [
        ("a.nt", "Kính gửi: Sở Xây dựng", r"a.nt: not RDF as .nt has it, line 1 \("),
        ("a.ttl", "<https://a.example/> a <https://a.example/b> .", r"a.ttl: holds no node of a graph under https"),
        ("a.jsonld", "[", r"a.jsonld: not RDF as .jsonld has it"),
        ("a.nq", "", "a.nq: holds no node"),
    ],
)
def test_what_is_no_graph_is_refused(tmp_path: Path, name: str, said: str, why: str) -> None:
    (tmp_path / name).write_text(said, encoding="utf-8")
    with pytest.raises(RdfError, match=why):
        list(records_in(tmp_path / name))


def test_memory_does_not_grow_with_the_file(tmp_path: Path) -> None:
    """Four times the records, the same peak of what Python holds."""

    def many(n: int) -> Iterator[Text | Node | Edge]:
        for i in range(n):
            proof = Evidence("doc:a", 0, 2, "Sở", "duty", 0.5)
            yield Edge(f"leads:{i:016x}", "leads", f"agency:{i}", f"doc:a#task:{i}", {}, (proof,))

    class Many(Held):
        def records(self) -> Iterator[Text | Node | Edge]:
            return many(self.n)  # type: ignore[attr-defined]

    peaks = []
    for n in (500, 2000):
        held = Many([])
        held.n = n  # type: ignore[attr-defined]
        tracemalloc.start()
        export(held, tmp_path / "graph.nq")  # type: ignore[arg-type]
        assert sum(1 for _ in read_rdf(tmp_path / "graph.nq")) == n
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < 1.5 * peaks[0]
