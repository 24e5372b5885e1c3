"""Of samples, seeds, corpus and made-up documents every store exports the same bytes and gives the same answers."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest

from bench.generator import corpus
from bench.questions import DAY, QUESTIONS, Subjects, answer, lines, subjects, unasked
from graph import Store, open_store
from graph.formats import FORMATS, export
from graph.pushing import push
from ingest.batch import ingest
from ingest.files import find
from ingest.reader import read_document
from tests.neo4j_server import Neo4jServer
from viz.ics import write_calendar
from viz.network import write_network

ROOT = Path(__file__).parents[3]
SAMPLES = sorted((ROOT / "samples").glob("[0-9]*"))
SEEDS, CORPUS = ROOT.parent / "shared/seeds", ROOT.parent / "shared/corpus"
GENERATED = 200 if os.environ.get("CHITHI_SLOW") else 30

Pair = tuple[Store, Store]


@pytest.fixture(scope="module")
def both(neo4j_server: Neo4jServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pair]:
    """The samples, ingested into each."""
    neo4j_server.empty()
    with (
        open_store(neo4j_server.address) as served,
        open_store(str(tmp_path_factory.mktemp("both") / "chithi.db")) as embedded,
    ):
        for store in (served, embedded):
            outcomes = list(ingest(store, find(map(str, SAMPLES)), jobs=1))
            assert {one.state for one in outcomes} == {"read"}
        yield served, embedded


@pytest.fixture(scope="module")
def of(both: Pair) -> Subjects:
    return subjects(both[1])


def test_every_question_is_asked():
    assert unasked() == set()


def test_exports_are_equal(both: Pair, of: Subjects):
    served, embedded = both
    assert lines(served) == lines(embedded)
    assert served.held() == embedded.held()
    assert served.counts() == embedded.counts()
    assert subjects(served) == of


def files(store: Store, folder: Path, suffixes: Iterable[str]) -> dict[str, bytes]:
    """The bytes of what is exported in each format, by file: some write a folder or several tables."""
    folder.mkdir()
    for suffix in suffixes:
        export(store, folder / f"graph{suffix}")
    write_calendar(store, folder / "graph.ics", on=DAY)
    write_network(store, folder / "graph.html")
    return {str(path.relative_to(folder)): written(path) for path in folder.rglob("*") if path.is_file()}


def written(path: Path) -> bytes:
    """What a file says, apart from when it was written: a calendar and a workbook tell that."""
    if path.suffix == ".ics":
        return b"".join(line for line in path.read_bytes().splitlines(True) if not line.startswith(b"DTSTAMP:"))
    if path.suffix == ".xlsx":
        with ZipFile(path) as parts:
            return b"".join(parts.read(name) for name in parts.namelist() if name != "docProps/core.xml")
    return path.read_bytes()


def test_exported_files_are_equal(both: Pair, tmp_path: Path):
    """In every format."""
    served, embedded = (files(store, tmp_path / name, FORMATS) for store, name in zip(both, "ab", strict=True))
    assert len(embedded) > len(FORMATS)
    assert served.keys() == embedded.keys()
    assert [name for name in embedded if served[name] != embedded[name]] == []


@pytest.mark.parametrize("question", QUESTIONS)
def test_answers_are_equal(both: Pair, of: Subjects, question: str):
    served, embedded = both
    expected = answer(question, embedded, of)
    assert answer(question, served, of) == expected
    assert not expected.startswith(("TypeError", "AttributeError", "KeyError")), expected


@pytest.mark.parametrize("text", ["34 ct tw", "nha o xa hoi", "so xay", "ke hoach lai chau", "x", "290kh", "đầu tư"])
@pytest.mark.parametrize("kinds", [None, ["task"], ["document", "agency"], ["nothing"]])
def test_searches_are_equal(both: Pair, text: str, kinds: list[str] | None):
    served, embedded = both
    for limit in (3, 50, 5000):
        assert served.search(text, kinds, limit) == embedded.search(text, kinds, limit)


def _made_up(folder: Path, count: int) -> Iterator[tuple[object, str]]:
    for n, document in enumerate(corpus(count, 5)):
        path = folder / f"{n}-{document.name}"
        path.write_bytes(document.bytes)
        reading, digest = read_document(str(path))
        yield replace(reading, source=path.name, props={**reading.props, "source": path.name}), digest


@pytest.mark.parametrize("what", ["seeds", "corpus", "made up"])
def test_other_documents_are_equal(neo4j_empty: Neo4jServer, tmp_path: Path, what: str):
    """One by one on the server, in batches in the file; then every question."""
    folder = {"seeds": SEEDS, "corpus": CORPUS}.get(what)
    if folder and not folder.is_dir():
        pytest.skip(f"the {what} are not beside the repository (../shared/{what})")
    if what == "corpus" and not os.environ.get("CHITHI_SLOW"):
        pytest.skip("the whole corpus is for the nightly run (CHITHI_SLOW=1)")
    with open_store(neo4j_empty.address) as served, open_store(str(tmp_path / "chithi.db")) as embedded:
        if folder:
            for store in (served, embedded):
                list(ingest(store, find([str(folder)]), jobs=1))
        else:
            made = list(_made_up(tmp_path, GENERATED))
            with embedded.batch():
                for reading, digest in made:
                    embedded.put(reading, digest)  # type: ignore[arg-type]
            with served.batch():
                for reading, digest in reversed(made):
                    served.put(reading, digest)  # type: ignore[arg-type]
        suffixes = FORMATS if os.environ.get("CHITHI_SLOW") else (".jsonl", ".nq")
        assert files(served, tmp_path / "a", suffixes) == files(embedded, tmp_path / "b", suffixes)
        about = subjects(embedded)
        for question in QUESTIONS:
            assert answer(question, served, about) == answer(question, embedded, about), question


# -- one store into another


def test_a_push_gives_the_same_graph_in_every_direction(neo4j_empty: Neo4jServer, tmp_path: Path):
    first, second = str(tmp_path / "first.db"), str(tmp_path / "second.db")
    with open_store(first) as store:
        list(ingest(store, find(map(str, SAMPLES[::2])), jobs=1))
        told: list[tuple[int, int]] = []
        push(store, neo4j_empty.address, lambda done, total: told.append((done, total)))
        half = lines(store)
        counted = store.counts()
        assert told[-1] == (sum(counted["nodes"].values()) + sum(counted["edges"].values()),) * 2
    with open_store(neo4j_empty.address) as served:
        assert lines(served) == half
        assert served.counts() == counted
        assert served.held() == open_store(first).held()
        push(served, second)
    with open_store(second) as store:
        assert lines(store) == half
        list(ingest(store, find(map(str, SAMPLES)), jobs=1))
        push(store, neo4j_empty.address)
        push(store, first)
        whole = lines(store)
        assert len(whole) > len(half)
        for address in (neo4j_empty.address, first):
            with open_store(address) as other:
                assert lines(other) == whole
                for document in {one.document for one in other.held()}:
                    other.remove(document)
                assert lines(other) == []
    assert [record[0] for record in neo4j_empty.run("MATCH (n) WHERE NOT n:_Gate RETURN labels(n)")] == [["_Chithi"]]
