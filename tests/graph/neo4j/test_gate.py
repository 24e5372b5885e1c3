"""Commits are seen as a whole: whatever becomes of writers, however old the store, whoever reads."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import count, cycle, islice
from pathlib import Path
from typing import Any

import pytest
from neo4j import ManagedTransaction

from graph import Store, open_store
from graph.neo4j import gate as gates
from graph.neo4j.gate import Gate
from graph.neo4j.server import NotAllowedError
from graph.neo4j.store import Neo4jStore
from graph.reading import AgencyKey, Claim, Item, ItemKey, Reading, SelfKey
from graph.store import StoreError
from tests.graph.plans import plan
from tests.neo4j_server import Neo4jServer

ROOT = Path(__file__).parents[3]
ROUNDS = 60 if os.environ.get("CHITHI_SLOW") else 8
DOCUMENT = "doc:184-kh-ubnd:lai-chau:2024-11-05"


def duties(number: int) -> Reading:
    """A plan with so many duties, all of one body."""
    tasks = [ItemKey("task", f"I.{n}") for n in range(number)]
    body = AgencyKey("Sở Xây dựng", "Lai Châu")
    claims = [Claim("contains", SelfKey(), task, 0, 9, "outline", 1.0) for task in tasks]
    claims += [Claim("leads", body, task, 3, 9, "duty", 0.9) for task in tasks]
    items = tuple(Item(task, f"Việc {task.ref}", {"ref": task.ref, "text": f"Làm {number} việc"}) for task in tasks)
    return replace(plan("Lai Châu"), items=items, claims=tuple(claims))


@pytest.fixture
def store(neo4j_empty: Neo4jServer) -> Iterator[Neo4jStore]:
    with Neo4jStore(neo4j_empty.address) as store:
        yield store


def gate_of(server: Neo4jServer) -> list[Any]:
    return [tuple(row) for row in server.run("MATCH (g:_Gate) RETURN g.begun, g.done")]


def nobody_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    """From here on."""
    monkeypatch.setattr(gates, "sleep", lambda seconds: pytest.fail("a reader waited"))


# -- whatever is asked is of one state


def _tasks_met(store: Store) -> int:
    return len(store.walk([DOCUMENT], ["contains"], down=False))


def _tasks_listed(store: Store) -> int:
    return len(store.edges(kinds=["contains"], documents=[DOCUMENT]))


def _tasks_led(store: Store) -> int:
    return len(store.edges(kinds=["leads"], sources=["agency:so-xay-dung:lai-chau"]))


def _tasks_at_the_document(store: Store) -> int:
    return store.degrees([DOCUMENT]).get(DOCUMENT, {}).get(("contains", True), 0)


def _tasks_found(store: Store) -> int:
    found = store.search("lam viec", ["task"], 100)
    assert {node.props["text"] for node in found} <= {f"Làm {len(found)} việc"}
    return len(found)


def _tasks_counted(store: Store) -> int:
    counted = store.counts()
    edges = [counted["edges"].get(kind, 0) for kind in ("contains", "leads")]
    (number,) = {counted["nodes"].get("task", 0), *edges}
    assert counted["evidence"]["all"] == 2 * number
    return number


QUESTIONS = [_tasks_met, _tasks_listed, _tasks_led, _tasks_at_the_document, _tasks_found, _tasks_counted]


def seen_while_two_write(
    address: str, ask: Callable[[Store], int], *, rounds: int, readers: int, pause: float
) -> set[int]:
    """What readers are told while two writers put one document in turns, one of them removing it now and then."""

    def write(numbers: tuple[int, int]) -> None:
        with open_store(address) as writer:
            for n in range(rounds):
                writer.put(duties(numbers[n % 2]), "")
                if n % 5 == 4 and numbers[0] == 60:
                    writer.remove(DOCUMENT)

    def look(store: Store) -> set[int]:
        seen = set()
        while not all(one.done() for one in writing):
            seen.add(ask(store))
            time.sleep(pause)
        return seen

    with open_store(address) as one, open_store(address) as other, ThreadPoolExecutor(2 + readers) as pool:
        writing = [pool.submit(write, numbers) for numbers in ((60, 41), (50, 33))]
        looking = [pool.submit(look, store) for store in islice(cycle((one, other)), readers)]
        for ended in writing:
            ended.result()
        seen = {number for looked in looking for number in looked.result()}
        return seen | {ask(one)}


@pytest.mark.parametrize("ask", QUESTIONS)
def test_an_answer_is_of_one_state(neo4j_empty: Neo4jServer, ask: Callable[[Store], int]):
    seen = seen_while_two_write(neo4j_empty.address, ask, rounds=ROUNDS, readers=4, pause=0)
    assert seen <= {0, 33, 41, 50, 60}
    assert seen & {33, 41, 50, 60}


def test_who_waited_long_enough_reads_in_a_writers_turn(neo4j_empty: Neo4jServer, monkeypatch: pytest.MonkeyPatch):
    turns = count()
    read_in_turn = Gate._read_in_turn
    monkeypatch.setattr(gates, "_PATIENCE", -1)
    monkeypatch.setattr(Gate, "_read_in_turn", lambda gate, work: (next(turns), read_in_turn(gate, work))[1])
    seen = seen_while_two_write(neo4j_empty.address, _tasks_counted, rounds=ROUNDS, readers=2, pause=0.02)
    assert seen <= {0, 33, 41, 50, 60}
    assert next(turns) > 0


def test_a_revision_is_of_the_state_that_is_read(neo4j_empty: Neo4jServer):
    """Whoever keeps an answer under the revision that it had before and after keeps the right one."""
    address, kept = neo4j_empty.address, {}

    def write() -> None:
        with open_store(address) as writer:
            for n in range(ROUNDS):
                writer.put(duties((40, 25)[n % 2]), "")

    with open_store(address) as store, ThreadPoolExecutor(1) as pool:
        writing = pool.submit(write)
        while not writing.done():
            before, number = store.revision(), _tasks_led(store)
            if store.revision() == before:
                assert kept.setdefault(before, number) == number
        writing.result()


def test_usually_one_look_is_enough(store: Neo4jStore, monkeypatch: pytest.MonkeyPatch):
    looked = count()
    look = gates._look
    store.put(duties(3), "")
    _tasks_met(store)
    monkeypatch.setattr(gates, "_look", lambda tx: (next(looked), look(tx))[1])
    nobody_waits(monkeypatch)
    assert [_tasks_met(store), _tasks_listed(store), _tasks_led(store)] == [3, 3, 3]
    assert next(looked) == 3


# -- writers that die, and those that fail

_DIES = """
import os, signal, sys
import graph.neo4j.gate as gates
from tests.graph.neo4j.test_gate import duties
from graph import open_store
def die(*_):
    os.kill(os.getpid(), signal.SIGKILL)
if sys.argv[2] == "before the commit":
    old = gates.Server.write
    def write(self, work):
        done = old(self, work)
        if work is gates.open_gate:
            die()
        return done
    gates.Server.write = write
else:
    gates.Gate._close = die
with open_store(sys.argv[1]) as store:
    store.put(duties(7), "")
"""


@pytest.mark.parametrize("moment", ["before the commit", "after the commit"])
@pytest.mark.parametrize("then", ["reads", "writes"])
def test_a_writer_that_dies_leaves_the_gate_open(
    store: Neo4jStore, neo4j_empty: Neo4jServer, moment: str, then: str, monkeypatch: pytest.MonkeyPatch
):
    store.put(duties(3), "")
    assert gate_of(neo4j_empty) == [(1, 1)]
    command = [sys.executable, "-c", _DIES, neo4j_empty.address, moment]
    died = subprocess.run(command, cwd=ROOT, capture_output=True)
    assert died.returncode == -signal.SIGKILL, died.stderr.decode()
    assert gate_of(neo4j_empty) == [(2, 1)]
    there = 3 if moment == "before the commit" else 7
    if then == "reads":
        assert _tasks_met(store) == there
        assert gate_of(neo4j_empty) == [(2, 2)]
    else:
        store.put(replace(plan("Sơn La"), source="next.txt"), "")
        assert gate_of(neo4j_empty) == [(3, 3)]
    nobody_waits(monkeypatch)
    with open_store(neo4j_empty.address) as other:
        assert _tasks_met(store) == _tasks_met(other) == there


def test_a_commit_that_is_refused_closes_the_gate(store: Neo4jStore, neo4j_empty: Neo4jServer):
    """A note of somebody's hangs on the document: that is found out when all is done but the commit."""
    store.put(duties(3), "")
    neo4j_empty.run("MATCH (d:Document {id: $id}) CREATE (:Note)-[:ABOUT]->(d)", id=DOCUMENT)
    with pytest.raises(StoreError, match="still has relationships"):
        store.remove(DOCUMENT)
    assert gate_of(neo4j_empty) == [(2, 2)]
    assert _tasks_met(store) == 3


def test_who_may_not_write_waits_once(store: Neo4jStore, neo4j_empty: Neo4jServer, monkeypatch: pytest.MonkeyPatch):
    """A gate left open by a dead writer, and a user who cannot close it."""
    store.put(duties(3), "")
    neo4j_empty.run("MATCH (g:_Gate) SET g.begun = 2")

    def refused(self: object, work: object) -> None:
        raise NotAllowedError("may not do this")

    monkeypatch.setattr(gates, "_PATIENCE", 0.1)
    with open_store(neo4j_empty.address) as reader:
        monkeypatch.setattr("graph.neo4j.server.Server.write", refused)
        assert _tasks_met(reader) == 3
        nobody_waits(monkeypatch)
        assert (_tasks_met(reader), _tasks_listed(reader)) == (3, 3)
        monkeypatch.undo()
        store.put(duties(5), "")
        assert _tasks_met(reader) == 5
    assert gate_of(neo4j_empty) == [(3, 3)]


# -- other states of a store


def test_a_store_of_before_there_were_gates(store: Neo4jStore, neo4j_empty: Neo4jServer):
    store.put(duties(3), "")
    neo4j_empty.run("MATCH (m:_Chithi) SET m.version = 1 WITH m MATCH (g:_Gate) DELETE g")
    with open_store(neo4j_empty.address, create=False) as old:
        assert _tasks_met(old) == 3
        assert neo4j_empty.run("MATCH (m:_Chithi) RETURN m.version")[0][0] == 1
        with open_store(neo4j_empty.address) as writer:
            writer.put(duties(4), "")
        assert _tasks_met(old) == 4
    # A program that does not know of gates does not write here any more.
    assert neo4j_empty.run("MATCH (m:_Chithi) RETURN m.version")[0][0] == 2
    assert gate_of(neo4j_empty) == [(1, 1)]


def test_a_store_that_is_being_filled_is_not_read_nor_written(
    store: Neo4jStore, neo4j_empty: Neo4jServer, monkeypatch: pytest.MonkeyPatch
):
    """It was opened when it was empty, and somebody pushes into it."""
    assert _tasks_met(store) == 0
    monkeypatch.setattr(gates, "_PATIENCE", 0.1)
    neo4j_empty.run("MATCH (m:_Chithi) SET m.filling = 'x' CREATE (:_Gate {begun: 1, done: 0})")
    for use in (_tasks_met, lambda store: store.put(duties(3), "")):
        with pytest.raises(StoreError, match="half filled by chithi push"):
            use(store)


def test_a_query_that_fails_on_what_is_half_there_is_asked_again(store: Neo4jStore, neo4j_empty: Neo4jServer):
    gate: Gate = store._gate
    store.put(duties(3), "")
    tries = count(1)

    def work(tx: ManagedTransaction) -> int:
        if next(tries) == 1:
            with open_store(neo4j_empty.address) as writer:
                writer.put(duties(4), "")
            raise KeyError("an end that is not there yet")
        return len(list(tx.run("MATCH (t:Task) RETURN t")))

    assert gate.read(work) == 4
    assert next(tries) == 3

    def broken(tx: ManagedTransaction) -> None:
        raise KeyError("a mistake")

    with pytest.raises(KeyError, match="a mistake"):
        gate.read(broken)


def test_who_writes_in_a_batch_sees_what_others_wrote(store: Neo4jStore, neo4j_empty: Neo4jServer):
    """The answers of a batch are worked out beforehand, from what is there."""
    with store.batch():
        first = store.put(replace(plan("Lai Châu"), source="1"), "")
        with open_store(neo4j_empty.address) as other:
            second = other.put(replace(plan("Sơn La"), source="2"), "")
        store.remove(second)
        third = store.put(replace(plan("Cần Thơ"), source="3"), "")
    assert {held.document for held in store.held()} == {first, third}
