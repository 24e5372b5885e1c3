"""The RDF of samples and seeds: its shapes hold, other programs load it, and answer from it what chithi answers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph
import pytest
import rdflib

from graph.checking import check_file
from graph.formats import RDF, export
from graph.formats.rdf_names import PREFIXES, Iris
from graph.sqlite import SqliteStore
from ingest.reader import read_document
from queries.lineage import lineage
from tests.graph.export_graphs import SAMPLES, fresh
from tests.graph.test_checking import SEEDS

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "sparql.md").read_text(encoding="utf-8")
BELOW = re.findall(r"^```sparql\n(.*?)^```", PAGE, re.M | re.S)
DECLARED = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())
Exported = tuple[SqliteStore, Path]


@pytest.fixture(scope="module", params=["samples", "seeds"])
def exported(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Exported]:
    """The documents in a store, and their graph in each syntax."""
    if request.param == "seeds" and not SEEDS.is_dir():
        pytest.skip("there are no seeds beside the project (../shared/seeds)")
    folder = tmp_path_factory.mktemp(request.param)
    with fresh() as store:
        for path in sorted(SAMPLES.glob("[0-9]*") if request.param == "samples" else SEEDS.glob("*.txt")):
            store.put(*read_document(path))
        for suffix in RDF:
            export(store, folder / f"graph{suffix}")
        yield store, folder


def oxigraph(path: Path) -> pyoxigraph.Store:
    loaded = pyoxigraph.Store()
    loaded.bulk_load(path=path)
    return loaded


def test_the_shapes_hold(exported: Exported) -> None:
    assert check_file(exported[1] / "graph.nq") == []


def test_rdflib_and_oxigraph_load_it(exported: Exported) -> None:
    _, folder = exported
    quads = len(oxigraph(folder / "graph.nq"))
    assert quads > 1_000
    assert sum(len(graph) for graph in rdflib.Dataset().parse(folder / "graph.nq", format="nquads").graphs()) == quads
    triples = len(oxigraph(folder / "graph.nt"))
    assert len(rdflib.Graph().parse(folder / "graph.nt", format="nt")) == triples
    for suffix, number in ((".trig", quads), (".jsonld", quads), (".ttl", triples)):
        assert len(oxigraph(folder / f"graph{suffix}")) == number


def test_the_query_for_lineage_answers_what_the_command_answers(exported: Exported) -> None:
    """The page's query, in Oxigraph as its users have it, with every document as the start."""
    store, folder = exported
    loaded, iris, rows = oxigraph(folder / "graph.nt"), Iris(), 0
    for node in store.nodes_of(["document"]):
        start = f"BIND (<{iris.node(node.id)}> AS ?directive)"
        asked = BELOW[0].replace('?directive chithi:symbol "34-CT/TW" .', start)
        assert asked != BELOW[0]
        found = loaded.query(DECLARED + asked)
        assert isinstance(found, pyoxigraph.QuerySolutions)
        expected = {
            (iris.node(row.document), iris.node(row.parent)) for row in lineage(store, node.id, up=False) if row.depth
        }
        assert {(row["document"].value, row["parent"].value) for row in found} == expected  # type: ignore[union-attr]
        rows += len(expected)
    assert rows > 0
