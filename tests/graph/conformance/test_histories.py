"""After any history of documents put, changed and removed, alone and in batches, the stores hold the same."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph import Store, open_store
from graph.exchange import line_of
from graph.reading import Reading
from tests.graph.strategies import readings
from tests.neo4j_server import Neo4jServer


@st.composite
def histories(draw: st.DrawFn) -> list[list[Reading | int]]:
    """Steps, each some changes made at once: a reading of one of four files is put, or the n-th document removed."""
    changes = st.one_of(
        *(readings(source=f"{n}.txt") for n in range(4)),
        readings(source="0.txt"),
        st.integers(min_value=0, max_value=3),
    )
    return draw(st.lists(st.lists(changes, min_size=1, max_size=4), min_size=1, max_size=5))


def _make(store: Store, change: Reading | int) -> str | None:
    if isinstance(change, Reading):
        return store.put(change, "digest")
    held = sorted({one.document for one in store.held()})
    if held:
        store.remove(held[change % len(held)])
    return None


def _state(store: Store) -> list[object]:
    return [store.held(), store.counts(), *map(line_of, store.records())]


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(histories())
def test_stores_hold_the_same(neo4j_server: Neo4jServer, embedded: Callable[[], Store], history):
    neo4j_server.empty()
    with open_store(neo4j_server.address) as served, embedded() as store:
        for step in history:
            answers = []
            for one in (served, store):
                if len(step) == 1:
                    answers.append([_make(one, step[0])])
                else:
                    with one.batch():
                        answers.append([_make(one, change) for change in step if isinstance(change, Reading)])
            assert answers[0] == answers[1]
            assert _state(served) == _state(store)
        while held := store.held():
            for one in (served, store):
                one.remove(held[0].document)
        assert _state(served) == _state(store)
        assert [record[0] for record in neo4j_server.run("MATCH (n) WHERE NOT n:_Gate RETURN labels(n)")] == [
            ["_Chithi"]
        ]
        once = [step[0] for step in history if isinstance(step[0], Reading)]
        for reading in once:
            store.put(reading, "")
        exported = list(store.records())
        served.load(exported)
        assert list(map(line_of, served.records())) == list(map(line_of, exported))
