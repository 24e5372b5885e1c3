"""Large documents, odd words, and many at a time: whoever reads sees documents whole, also when a writer dies."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from graph import Edge, Store, open_store
from graph.neo4j import filling
from graph.pushing import push
from graph.reading import AgencyKey, Claim, DocumentKey, Item, ItemKey, Reading, SelfKey
from tests.graph.plans import claim, plan
from tests.neo4j_server import Neo4jServer

ROOT = Path(__file__).parents[3]


def large(duties: int, source: str = "large.txt", place: str = "Lai Châu") -> Reading:
    """A plan with so many duties, each led by one of seven bodies; two edges a duty."""
    tasks = [ItemKey("task", f"I.{n}") for n in range(duties)]
    bodies = [AgencyKey(f"Sở số {n}", place) for n in range(7)]
    claims = [Claim("contains", SelfKey(), task, 0, 9, "outline", 1.0) for task in tasks]
    claims += [Claim("leads", bodies[n % 7], task, 3, 9, "duty", 0.9) for n, task in enumerate(tasks)]
    items = tuple(Item(task, f"Việc {task.ref}", {"ref": task.ref, "text": f"Làm việc {task.ref}"}) for task in tasks)
    return replace(plan(place, source), items=items, claims=tuple(claims))


def test_a_document_of_more_than_ten_thousand_rows(store: Store):
    """More than one batch of nodes, of edges and of every list of ids."""
    document = store.put(large(10_100), "")
    counts = store.counts()
    assert (counts["nodes"]["task"], counts["edges"]["leads"]) == (10_100, 10_100)
    tasks = [f"{document}#task:I.{n}" for n in range(10_100)]
    assert len(store.nodes(tasks)) == 10_100
    assert len(store.edges(kinds=["leads"], targets=tasks)) == 10_100
    assert len(store.edges(documents=[document])) == 20_200
    assert sum(isinstance(record, Edge) for record in store.records()) == 20_200
    store.put(large(3), "")
    assert store.counts()["nodes"]["task"] == 3


ODD: dict[str, Any] = {
    "text": "Đường dây 500 kV – “mạch 3”, nhà ở 🏠\u2028 của ấp Ô Mịch\n`$x` {y: 1} // --",
    "product": "a" * 40_000,
    "id": "prop named like a field",
    "words": ["một", "", "hai"],
    "=x": "y",
    "large": 10**30,
    "small": -(2**63),
    "ratio": 0.1,
    "whole": 3.0,
    "count": 3,
    "yes": True,
    "no": False,
    "tên có dấu": "được giữ",
}


def test_every_value_comes_back_as_it_was(store: Store):
    task = ItemKey("task", "PL.2")
    item = Item(task, "Nhiệm vụ", ODD)
    succeeds = claim("succeeds", AgencyKey("Sở A"), AgencyKey("Sở B"), "Sở Xây dựng", date="2025", documents="như tên")
    reading = replace(plan(), items=(item,), claims=(claim("contains", SelfKey(), task, "nhà ở"), succeeds))
    document = store.put(reading, "")
    props = store.nodes([f"{document}#task:PL.2"])[f"{document}#task:PL.2"].props
    assert props == ODD
    assert {name: type(value) for name, value in props.items()} == {name: type(value) for name, value in ODD.items()}
    (edge,) = store.edges(kinds=["succeeds"])
    assert edge.props == {"date": "2025", "documents": "như tên"}
    assert edge.evidence[0].quote == "Sở Xây dựng"
    assert [node.id for node in store.search("o mich")] == [f"{document}#task:PL.2"]
    store.put(replace(reading, source="again"), "")
    assert store.nodes([f"{document}#task:PL.2"])[f"{document}#task:PL.2"].props == ODD


def test_parallel_edges_stay_apart(store: Store):
    """A body directs another in two duties: two edges, each with its own evidence; said twice, one edge."""
    tasks = [ItemKey("task", ref) for ref in ("I.1", "I.2")]
    above, below = AgencyKey("Ủy ban nhân dân tỉnh", "Lai Châu"), AgencyKey("Sở Xây dựng", "Lai Châu")
    directs = [claim("directs", above, below, words, task=ref) for words, ref in
               (("Thực hiện", "I.1"), ("Sở Xây dựng", "I.2"), ("chủ trì", "I.2"))]  # fmt: skip
    contains = [claim("contains", SelfKey(), task, "nhà ở") for task in tasks]
    items = tuple(Item(task, task.ref, {"ref": task.ref, "text": "x"}) for task in tasks)
    document = store.put(replace(plan("Lai Châu"), items=items, claims=(*directs, *contains)), "")
    edges = store.edges(kinds=["directs"])
    assert {str(edge.props["task"])[-3:]: [proof.quote for proof in edge.evidence] for edge in edges} == {
        "I.1": ["Thực hiện"],
        "I.2": ["Sở Xây dựng", "chủ trì"],
    }
    store.put(replace(plan("Lai Châu"), items=items, claims=(*directs[:1], *contains)), "")
    assert len(store.edges(kinds=["directs"])) == 1
    store.remove(document)
    assert store.counts() == {"nodes": {}, "edges": {}, "evidence": {"all": 0}}


def test_readers_see_documents_whole_while_others_are_written(store: Store, address: str):
    """Four read while one writes: the duties of a document are there with their edges, or not at all."""
    seen: Counter[tuple[int, int]] = Counter()

    def write() -> None:
        with open_store(address) as writer:
            documents = {writer.put(large(40, f"{n}.txt", ("Lai Châu", "Sơn La")[n % 2]), "") for n in range(6)}
            for document in sorted(documents):
                writer.remove(document)

    def read() -> None:
        while not writing.done():
            for place in ("lai-chau", "son-la"):
                edges = store.edges(kinds=["contains"], documents=[f"doc:184-kh-ubnd:{place}:2024-11-05"])
                nodes = store.nodes([edge.target for edge in edges])
                seen[len(edges), len(nodes)] += 1

    with ThreadPoolExecutor(5) as pool:
        writing = pool.submit(write)
        for reading in [pool.submit(read) for _ in range(4)]:
            reading.result()
        writing.result()
    # Between two questions the document may have gone: its edges were whole all the same.
    assert {edges for edges, _ in seen} <= {0, 40}
    assert seen.total() > 4


def test_writers_take_turns(address: str):
    """Two processes' worth of writers at once: every document arrives, and the graph is the one of any order."""
    places = ("Lai Châu", "Sơn La", "Hậu Giang", "Cần Thơ")

    def write(place: str) -> str:
        with open_store(address) as writer:
            return writer.put(plan(place, f"{place}.txt"), "")

    with ThreadPoolExecutor(4) as pool:
        documents = set(pool.map(write, places))
    with open_store(address) as store:
        assert {held.document for held in store.held()} == documents
        assert len(documents) == 4
        (directive,) = store.find("document", "symbol", ["34-CT/TW"])
        assert len(store.edges(kinds=["implements"], targets=[directive.id])) == 4


_DIES = """
import os, signal, sys
from tests.graph.conformance.test_writers import large
from graph import open_store
store = open_store(sys.argv[1])
{patch}
store.put(large(200, "dying.txt", "Sơn La"), "")
"""
_PATCHES = {
    # Killed when the nodes are in the transaction and the edges are not, and when only the commit is missing.
    "neo4j": (
        "import graph.neo4j.writing as w\nw._write_edges = lambda *_: os.kill(os.getpid(), signal.SIGKILL)",
        "import graph.neo4j.writing as w\nw.DONE = 'MATCH (m:_Chithi) RETURN 1'\nold = w._write_readings\n"
        "def dies(*given):\n    old(*given)\n    os.kill(os.getpid(), signal.SIGKILL)\nw._write_readings = dies",
    ),
    "sqlite": (
        "from graph.upkeep import Upkeep\nUpkeep._evidence = lambda *_: os.kill(os.getpid(), signal.SIGKILL)",
        "from graph.upkeep import Upkeep\nold = Upkeep.settle\n"
        "def dies(self):\n    old(self)\n    os.kill(os.getpid(), signal.SIGKILL)\nUpkeep.settle = dies",
    ),
}


@pytest.mark.parametrize("moment", [0, 1])
def test_of_a_writer_that_dies_nothing_is_seen(store: Store, address: str, moment: int):
    store.put(plan(), "abc")
    before = list(store.records())
    patch = _PATCHES["neo4j" if "://" in address else "sqlite"][moment]
    died = subprocess.run([sys.executable, "-c", _DIES.format(patch=patch), address], cwd=ROOT, capture_output=True)
    assert died.returncode == -signal.SIGKILL, died.stderr.decode()
    assert list(store.records()) == before
    assert [held.source for held in store.held()] == ["plan.txt"]
    # Nobody has to wait for the dead.
    store.put(plan("Hậu Giang", "next.txt"), "")
    assert len(store.held()) == 2


_PUSHES = """
import os, signal, sys
from graph import open_store
from graph.pushing import push
import graph.neo4j.filling as f
f._NODES = f._EDGES = 50
if sys.argv[3] == "die":
    left = [9]
    old = f._committed
    def committed(*given):
        left[0] -= 1
        if left[0] == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return old(*given)
    f._committed = committed
with open_store(sys.argv[1]) as store:
    push(store, sys.argv[2])
"""


def test_a_push_that_was_killed_goes_on(neo4j_empty: Neo4jServer, tmp_path: Path):
    source, address = str(tmp_path / "chithi.db"), neo4j_empty.address
    with open_store(source) as store:
        store.put(large(400), "a")
        store.put(plan("Sơn La", "b"), "b")
        whole = list(store.records())

    def run(how: str) -> subprocess.CompletedProcess[bytes]:
        command = [sys.executable, "-c", _PUSHES, source, address, how]
        return subprocess.run(command, cwd=ROOT, capture_output=True, env=os.environ)

    assert run("die").returncode == -signal.SIGKILL
    with pytest.raises(Exception, match="half filled by chithi push; run the same push again"):
        open_store(address)
    begun = neo4j_empty.run("MATCH (f:_Filled) RETURN count(f)")[0][0]
    assert begun > 0
    ended = run("live")
    assert ended.returncode == 0, ended.stderr.decode()
    with open_store(address) as store:
        assert list(store.records()) == whole
    # Another state of the source begins anew.
    neo4j_empty.empty()
    assert run("die").returncode == -signal.SIGKILL
    with open_store(source) as store:
        store.put(plan("Cần Thơ", "c"), "c")
        changed = list(store.records())
    ended = run("live")
    assert ended.returncode == 0, ended.stderr.decode()
    with open_store(address) as store:
        assert list(store.records()) == changed
        assert not neo4j_empty.run("MATCH (f:_Filled) RETURN f")


def test_a_push_in_batches_of_any_size(neo4j_empty: Neo4jServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Edges that several documents prove stay whole wherever a batch ends."""
    decided = claim("approves", DocumentKey(symbol="338/QĐ-TTg"), DocumentKey("Đề án", name="Một triệu căn"), "nhà ở")
    with open_store(str(tmp_path / "chithi.db")) as store:
        for place in ("Sơn La", "Cần Thơ", "Huế"):
            reading = plan(place, place)
            store.put(replace(reading, claims=(*reading.claims, decided)), "")
        whole = list(store.records())
        assert max(len(edge.evidence) for edge in store.edges()) == 3
        for size in (1, 2, 3):
            monkeypatch.setattr(filling, "_NODES", size)
            monkeypatch.setattr(filling, "_EDGES", size)
            push(store, neo4j_empty.address)
            with open_store(neo4j_empty.address) as served:
                assert list(served.records()) == whole
            neo4j_empty.empty()


def test_when_one_lane_of_a_push_fails_the_others_stop_and_it_goes_on_later(
    neo4j_empty: Neo4jServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def failing(db: sqlite3.Connection) -> Iterator[filling.Batch]:
        raise RuntimeError("no ledger")
        yield

    with open_store(str(tmp_path / "chithi.db")) as store:
        store.put(large(400), "a")
        with monkeypatch.context() as broken:
            broken.setattr(filling, "ledger_batches", failing)
            with pytest.raises(RuntimeError, match="no ledger"):
                push(store, neo4j_empty.address)
        with pytest.raises(Exception, match="half filled by chithi push; run the same push again"):
            open_store(neo4j_empty.address)
        push(store, neo4j_empty.address)
        with open_store(neo4j_empty.address) as served:
            assert list(served.records()) == list(store.records())


def test_an_export_that_was_written_meanwhile_is_refused(neo4j_empty: Neo4jServer):
    """A server keeps no state for whoever reads slowly: what would be put together of two states is not given out."""
    with open_store(neo4j_empty.address) as store:
        document = store.put(plan(), "")
        stream = store.records()
        next(stream)
        store.remove(document)
        with pytest.raises(Exception, match="was written while it was read as a whole"):
            list(stream)
