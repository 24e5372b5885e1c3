"""The graph is a function of the readings in effect: order, grouping, repetition and detours leave no trace."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.model import Edge, Text
from graph.reading import Reading
from graph.sqlite import SqliteStore
from tests.graph.strategies import corpora, readings

few = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


@contextmanager
def fresh() -> Iterator[SqliteStore]:
    with tempfile.TemporaryDirectory() as folder, SqliteStore(str(Path(folder) / "a.db")) as store:
        yield store


def lines(store: SqliteStore) -> list[str]:
    return [json.dumps([type(r).__name__, asdict(r)], ensure_ascii=False, sort_keys=True) for r in store.records()]


def graph_of(corpus: Iterable[Reading]) -> list[str]:
    with fresh() as store:
        for reading in corpus:
            store.put(reading, "")
        return lines(store)


@few
@given(corpora(), st.randoms(use_true_random=False))
def test_any_order_and_grouping_gives_the_same_graph(corpus, random):
    one_by_one = graph_of(corpus)
    shuffled = random.sample(corpus, len(corpus))
    assert graph_of(shuffled) == one_by_one
    with fresh() as store:
        with store.batch():
            for reading in shuffled:
                store.put(reading, "")
        assert lines(store) == one_by_one


@few
@given(corpora())
def test_reading_twice_changes_nothing(corpus):
    with fresh() as store:
        for reading in corpus:
            store.put(reading, "")
        once = lines(store)
        for reading in corpus:
            store.put(reading, "")
        assert lines(store) == once


@few
@given(corpora(), st.data())
def test_removing_is_never_having_read(corpus, data):
    with fresh() as store:
        for reading in corpus:
            store.put(reading, "")
        document = data.draw(st.sampled_from(sorted({held.document for held in store.held()})))
        gone = {held.source for held in store.held() if held.document == document}
        store.remove(document)
        assert lines(store) == graph_of(r for r in corpus if r.source not in gone)
        while held := store.held():
            store.remove(held[0].document)
        assert lines(store) == []
        assert store.counts() == {"nodes": {}, "edges": {}, "evidence": {"all": 0}}


@few
@given(corpora(), readings(source="0.txt"))
def test_a_changed_file_takes_the_place_of_the_old(corpus, changed):
    with fresh() as store:
        for reading in (*corpus, changed):
            store.put(reading, "")
        assert lines(store) == graph_of([changed, *(r for r in corpus if r.source != "0.txt")])


@few
@given(corpora())
def test_export_and_load_give_the_same_graph(corpus):
    with fresh() as store:
        for reading in corpus:
            store.put(reading, "")
        records, exported = list(store.records()), lines(store)
    with fresh() as loaded:
        loaded.load(records)
        assert lines(loaded) == exported
        loaded.load(records)
        assert lines(loaded) == exported
        while held := loaded.held():
            loaded.remove(held[0].document)
        assert lines(loaded) == []


@few
@given(corpora())
def test_every_quote_stands_where_it_says(corpus):
    with fresh() as store:
        for reading in corpus:
            store.put(reading, "")
        records = list(store.records())
        texts = {record.document: record.text for record in records if isinstance(record, Text)}
        ids = {record.id for record in records if not isinstance(record, Text)}
        assert len(ids) == len(records) - len(texts)
        for edge in records:
            if isinstance(edge, Edge):
                assert edge.evidence
                assert {edge.source, edge.target} <= ids
                assert all(texts[proof.document][proof.start : proof.end] == proof.quote for proof in edge.evidence)
