"""What a store holds after reading the samples stands in the vocabulary: kinds, ends, properties, types and values."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.model import Edge, Node, Props, Text, Value
from graph.sqlite import SqliteStore
from ingest.reader import read_document
from ontology.vocabulary import EDGE_KINDS, EDGE_PROPS, NAMESPACE, NODE_KINDS, PROPS, Prop

SAMPLES = Path(__file__).parents[2] / "samples"
TYPES: dict[str, type | tuple[type, ...]] = {"flag": bool, "number": (int, float)}


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Text | Node | Edge]]:
    with SqliteStore(str(tmp_path_factory.mktemp("store") / "samples.db")) as store:
        for path in sorted(SAMPLES.glob("*.txt")):
            reading, digest = read_document(str(path))
            store.put(reading, digest)
        yield list(store.records())


def wrong(props: Props, allowed: tuple[Prop, ...]) -> Iterator[str]:
    known = {prop.name: prop for prop in allowed}
    for name, value in props.items():
        if name not in known:
            yield f"{name} is not in the vocabulary"
        else:
            yield from _wrong_value(known[name], value)
    yield from (f"{prop.name} is missing" for prop in allowed if prop.required and prop.name not in props)


def _wrong_value(prop: Prop, value: Value) -> Iterator[str]:
    if isinstance(value, list) != prop.many:
        yield f"{prop.name}: one or many"
        return
    for each in value if isinstance(value, list) else [value]:
        if not isinstance(each, TYPES.get(prop.type, str)):
            yield f"{prop.name}: {each!r} is no {prop.type}"
        elif prop.values and each not in prop.values:
            yield f"{prop.name}: {each!r}"


def test_nodes_are_as_the_vocabulary_says(records: list[Text | Node | Edge]) -> None:
    nodes = [record for record in records if isinstance(record, Node)]
    assert {node.kind for node in nodes} >= {"document", "provision", "agency", "task", "target"}
    assert {f"{n.kind}: {error}" for n in nodes for error in wrong(n.props, PROPS[n.kind])} == set()


def test_edges_are_as_the_vocabulary_says(records: list[Text | Node | Edge]) -> None:
    kinds = {record.id: record.kind for record in records if isinstance(record, Node)}
    edges = [record for record in records if isinstance(record, Edge)]
    assert {edge.kind for edge in edges} >= {"implements", "contains", "leads", "issues"}
    for edge in edges:
        assert EDGE_KINDS[edge.kind].allows(kinds[edge.source], kinds[edge.target]), edge
        assert list(wrong(edge.props, EDGE_PROPS.get(edge.kind, ()))) == []


def test_iris_and_labels() -> None:
    assert NODE_KINDS["document"].iri == NAMESPACE + "Document"
    assert EDGE_KINDS["reports_to"].iri == NAMESPACE + "reportsTo"
    (symbol,) = (prop for prop in PROPS["document"] if prop.name == "doc_type")
    assert symbol.iri == NAMESPACE + "docType"
    assert (symbol.label("vi"), symbol.label("en")) == ("loại văn bản", "document type")
    for kind in (*NODE_KINDS.values(), *EDGE_KINDS.values()):
        assert kind.vi
        assert kind.en
        assert kind.label("vi") != kind.label("en")


def test_ends_are_kinds_of_node() -> None:
    for kind in EDGE_KINDS.values():
        assert {end for pair in kind.ends for end in pair} <= NODE_KINDS.keys()
    assert EDGE_KINDS["leads"].allows("agency", "task")
    assert not EDGE_KINDS["leads"].allows("task", "agency")
