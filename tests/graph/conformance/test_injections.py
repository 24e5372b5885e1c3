"""What a document says is never a command: every store holds it as it is, and is asked for it in its own words."""

from __future__ import annotations

from collections import Counter

from graph import Edge, Node, Store, Text
from tests.graph.injections import INJECTIONS, document, harmless


def counted(store: Store) -> tuple[dict[str, dict[str, int]], Counter[str]]:
    return store.counts(), Counter(type(record).__name__ for record in store.records())


def strings(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, (list, tuple)) else ()
    return [text for part in parts for text in strings(part)]


def test_counts_are_those_of_harmless_words_and_values_as_given(store: Store):
    for n in range(len(INJECTIONS)):
        store.put(harmless(n), f"{n}")
    expected = counted(store)
    for document_ in {held.document for held in store.held()}:
        store.remove(document_)
    assert counted(store)[1] == Counter()
    given = [document(n, said) for n, said in enumerate(INJECTIONS)]
    for reading in given:
        store.put(reading, reading.source)
    assert counted(store) == expected
    held = {item.source: item for item in store.held()}
    assert {item.digest for item in held.values()} == {reading.source for reading in given}
    for said, reading in zip(INJECTIONS, given, strict=True):
        id = held[reading.source].document
        assert store.texts([id]) == {id: reading.text}
        assert store.findings(id)[0].note == said
        nodes = store.nodes([edge.target for edge in store.edges(kinds=["contains"], sources=[id])])
        assert {node.kind for node in nodes.values()} == {"task", "target", "provision"}
        for node in nodes.values():
            assert node.label == said
            assert set(strings(dict(node.props))) == {said}
        (own,) = store.nodes([id]).values()
        assert own.props["title"] == own.props["issuer"] == said
        assert own.props["recipients"] == [said, f"{said}; {said}"]
        (leads,) = store.edges(kinds=["leads"], documents=[id])
        assert leads.props == {"note": said}
        assert (leads.evidence[0].quote, leads.evidence[0].rule) == (said, f"test.{said}")
    assert [record.text for record in store.records() if isinstance(record, Text)]


def test_what_is_asked_is_words(store: Store):
    store.put(document(1, INJECTIONS[0]), "")
    before = list(store.records())
    (own,) = [held.document for held in store.held()]
    for said in INJECTIONS:
        assert store.nodes([said]) == {}
        assert store.texts([said]) == {}
        assert store.walk([said], [said], down=True) == []
        assert store.edges(sources=[said]) == store.edges(kinds=[said]) == store.edges(documents=[said]) == []
        assert store.findings(said) == []
        assert list(store.nodes_of([said])) == []
        assert store.degrees([said]) == {}
        found = [*store.search(said), *store.search(said, [said]), *store.find("agency", "name", [said])]
        found += [*store.find(said, said, [said]), *store.find("document", said, [said])]
        assert all(isinstance(node, Node) for node in found)
        assert said == INJECTIONS[0] or own not in {node.id for node in store.find("document", "title", [said])}
    (own_again,) = store.find("document", "title", [INJECTIONS[0]])
    assert own_again.id == own
    assert list(store.records()) == before
    assert sum(isinstance(record, Edge) for record in before) == 10


def test_records_of_such_words_are_loaded_and_removed(store: Store, embedded):
    with embedded() as first:
        for n, said in enumerate(INJECTIONS):
            first.put(document(n, said), "")
        records = list(first.records())
    store.load(records)
    assert list(store.records()) == records
    for held in store.held():
        store.remove(held.document)
    assert list(store.records()) == []
