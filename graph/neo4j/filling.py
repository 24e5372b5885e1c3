"""Filling an empty database with the rows of an embedded store: nothing is worked out anew, rows are copied.

Rows go in batches, each a transaction that also marks itself as done (`_Filled`), so that a push that was stopped goes
on where it was. Several lanes write at a time: a deadlock costs a batch a second try. The ledger, which is tied to
nothing of the graph, is written beside it. Indexes are made over everything at once: those of nodes as soon as all
nodes are there, those of edges at the end. Until then the database is marked as half filled, and nobody takes it for a
store.
"""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from threading import Event, Lock
from typing import Any

from neo4j import ManagedTransaction

from graph.ledger import revision
from graph.lookup import kind_word
from graph.neo4j.address import parse
from graph.neo4j.batch import Batch
from graph.neo4j.gate import close_gate, open_gate
from graph.neo4j.layout import removals
from graph.neo4j.ledger import batches
from graph.neo4j.ledger_rows import ledger_batches
from graph.neo4j.server import Server, rows, run
from graph.neo4j.values import FOLDED, LABELS, TYPES, Proof, edge_row, item_row, node_row
from graph.store import StoreError
from ontology.vocabulary import PROPS

_NODES, _EDGES = 5_000, 5_000
_FORM = 2  # which rows a batch of a name holds
_decoded = json.JSONDecoder().raw_decode
Source = Callable[[], AbstractContextManager[sqlite3.Connection]]
Told = Callable[[int], None]
"""Called with the number of nodes and edges that are there."""

# About as many rows in each lane; edges of bodies meet at few nodes, so that one lane has those of all duties.
_OF_NODES = (("provision",), tuple(kind for kind in LABELS if kind != "provision"))
_OF_EDGES = (
    ("contains",),
    ("leads", "supports"),
    tuple(kind for kind in TYPES if kind not in ("contains", "leads", "supports")),
)
_OF_ALL = ("id", "label", "words")
_EVERY_EDGE = (
    "SELECT kind, props = '{}' AND NOT EXISTS (SELECT 1 FROM evidence o WHERE o.edge = e AND o.rowid <> p.rowid),"
    " props, kind || ':' || printf('%016x', number), source, target, src, start, \"end\", quote, rule, confidence"
    " FROM edge CROSS JOIN evidence p ON p.edge = e WHERE kind IN (SELECT value FROM json_each(?)) ORDER BY e"
)
_LITTLE_CACHE = "PRAGMA cache_size = -8192"
_AT_A_TIME = 5  # lanes, and the making of indexes


def fill_empty(address: str, source: Source, told: Told) -> bool:
    """Copy the embedded store that `source` opens for reading into the database, when that is empty or was left half
    filled; tells whether it was. Raises StoreError."""
    server = Server(parse(address), create=True)
    try:
        if not server.filling and server.rows("MATCH (r:_Reading) RETURN 1 LIMIT 1"):
            return False
        with source() as db:
            state = revision(db)
        _Filling(server, source, told, state).run()
        return True
    finally:
        server.close()


class SourceChangedError(StoreError):
    def __init__(self) -> None:
        super().__init__("the store was written while it was pushed; push it again when that is done")


class _Filling:
    def __init__(self, server: Server, source: Source, told: Told, state: str) -> None:
        self._server = server
        self._source = source
        self._state = state
        self._mark = f"{_FORM}-{state}"
        self._told = told
        self._counting = Lock()
        self._stopped = Event()
        self._written = 0
        self._done: dict[str, list[int] | None] = {}  # batches that are there, and where the nodes of each went
        self._places = array("q")  # where each node of the source is in the database

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        with self._source() as db:
            if revision(db) != self._state:
                raise SourceChangedError
            db.execute(_LITTLE_CACHE)  # rows are read once
            yield db

    def run(self) -> None:
        self._begin()
        with self._open() as db:
            most = db.execute("SELECT coalesce(max(n), 0) FROM node").fetchone()[0]
            evidence = db.execute("SELECT count(*) FROM evidence").fetchone()[0]
            self._places = array("q", [-1]) * (most + 1)
        with ThreadPoolExecutor(_AT_A_TIME) as pool:
            try:
                ledger = pool.submit(self._drive, ledger_batches)
                for ended in [pool.submit(self._drive, partial(self._nodes, kinds)) for kinds in _OF_NODES]:
                    ended.result()
                indexes = pool.submit(self._find_nodes)
                for ended in [pool.submit(self._drive, partial(self._edges, kinds)) for kinds in _OF_EDGES]:
                    ended.result()
                ledger.result()
                indexes.result()
            finally:
                self._stopped.set()
        self._server.lay_out()
        self._server.alone("MATCH (f:_Filled) CALL (f) { DELETE f } IN TRANSACTIONS OF 10000 ROWS")
        done = "MATCH (m:_Chithi) SET m.revision = m.revision + 1, m.evidence = $evidence, m.filling = null"
        self._server.write(lambda tx: tx.run(done, evidence=evidence).consume())
        self._server.write(close_gate)

    def _find_nodes(self) -> None:
        """Make what nodes are found by, now that all are there."""
        if not self._stopped.is_set():
            self._server.lay_out("nodes")

    def _begin(self) -> None:
        """Go on with what was begun from the same state of the source; anything else that was half filled goes."""
        found = self._server.rows("MATCH (m:_Chithi) RETURN m.filling")
        if found[0][0] not in (None, self._mark):
            self._server.alone(
                "MATCH (n) WHERE NOT n:_Chithi AND NOT n:_Gate"
                " CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS"
            )

        def begin(tx: ManagedTransaction) -> None:
            tx.run("MATCH (m:_Chithi) SET m.filling = $mark", mark=self._mark).consume()
            open_gate(tx)

        self._server.write(begin)
        self._done = dict(map(tuple, self._server.rows("MATCH (f:_Filled) RETURN f.name, f.places")))
        for removal in removals():
            self._server.alone(removal)

    def _drive(self, lane: Callable[[sqlite3.Connection], Iterator[Batch]]) -> None:
        """Write a lane's batches to the end, or until another has failed."""
        try:
            with self._open() as db:
                for batch in lane(db):
                    if self._stopped.is_set():
                        return
                    if batch.name not in self._done:
                        self._server.write(partial(_committed, batch))
                    with self._counting:
                        self._written += batch.size
                        self._told(self._written)
        except BaseException:
            self._stopped.set()
            raise

    # -- nodes

    def _nodes(self, kinds: Iterable[str], db: sqlite3.Connection) -> Iterator[Batch]:
        for kind in kinds:
            columns = list(dict.fromkeys(prop.name for prop in PROPS[kind]))
            folded = [f"folded_{prop}" for prop in FOLDED.get(kind, ())]
            given = ", ".join(f"`{name}`: r[{n}]" for n, name in enumerate([*_OF_ALL, *columns, *folded]))
            create = f"UNWIND $rows AS r CREATE (n:{LABELS[kind]} {{{given}}})"
            sql = (
                "SELECT n, id, label, props, words FROM node CROSS JOIN found ON found.rowid = n"
                " WHERE kind = ? ORDER BY id"
            )
            for number, batch in enumerate(batches(db.execute(sql, (kind,)), _NODES)):
                name = f"{kind} {number}"
                if there := self._done.get(name):
                    self._placed([row[0] for row in batch], there)
                yield Batch(name, len(batch), partial(self._create, kind, columns, folded, create, batch))

    def _create(
        self,
        kind: str,
        columns: Sequence[str],
        folded: Sequence[str],
        create: str,
        batch: Sequence[Any],
        tx: ManagedTransaction,
    ) -> list[int]:
        made: list[list[Any]] = []
        more: list[tuple[int, dict[str, Any]]] = []
        word = f" {kind_word(kind)}"
        for _, id, label, props, words in batch:
            said = words.rpartition(word)[0]
            row = None if folded else item_row(columns, id, label, _decoded(props)[0], said)
            if row is None:
                whole = node_row(id, kind, label, json.loads(props), said)
                row = [whole.pop(name, None) for name in (*_OF_ALL, *columns, *folded)]
                if whole:
                    more.append((len(made), whole))
            made.append(row)
        places: list[int] = rows(tx, f"{create} RETURN collect(id(n))", rows=made)[0][0]
        if more:
            # What the vocabulary does not know of this kind.
            add = "UNWIND $rows AS r MATCH (n) WHERE id(n) = r[0] SET n += r[1]"
            run(tx, add, rows=[[places[n], whole] for n, whole in more])
        self._placed([row[0] for row in batch], places)
        return places

    def _placed(self, numbers: Iterable[int], places: Iterable[int]) -> None:
        for n, place in zip(numbers, places, strict=True):
            self._places[n] = place

    # -- edges

    def _edges(self, kinds: Collection[str], db: sqlite3.Connection) -> Iterator[Batch]:
        """In one look through all edges. Most stand in one place and say nothing besides."""
        documents = dict(db.execute("SELECT src, document FROM reading"))
        numbers: Counter[str] = Counter()
        once: dict[str, list[Any]] = {kind: [] for kind in kinds}
        often: dict[str, dict[str, list[Any]]] = {kind: {} for kind in kinds}

        def batch(kind: str) -> Batch:
            """What waits of a kind, ready to be written."""
            name, plain, full = f"{kind} {numbers[kind]}", once[kind], list(often[kind].values())
            numbers[kind] += 1
            once[kind], often[kind] = [], {}
            return Batch(name, len(plain) + len(full), partial(self._connect, documents, kind, plain, full))

        for kind, alone, props, *row in db.execute(_EVERY_EDGE, (json.dumps(list(kinds)),)):
            others = often[kind]
            if len(once[kind]) + len(others) >= _EDGES and row[0] not in others:
                yield batch(kind)
            if alone:
                once[kind].append(row)
            else:
                often[kind].setdefault(row[0], [props]).append(row)
        yield from (batch(kind) for kind in kinds if once[kind] or often[kind])

    def _connect(
        self, documents: dict[int, str], kind: str, once: list[Any], often: list[Any], tx: ManagedTransaction
    ) -> None:
        places = self._places
        named: dict[int, int] = {}
        rules: dict[str, int] = {}
        plain = [
            [
                places[source], places[target], id, named.setdefault(src, len(named)), start, end, quote,
                rules.setdefault(rule, len(rules)), confidence,
            ]
            for id, source, target, src, start, end, quote, rule, confidence in once
        ]  # fmt: skip
        full = []
        for props, *of_edge in often:
            id, source, target, *_ = of_edge[0]
            proofs: list[Proof] = [(documents[src], *proof) for _, _, _, src, *proof in of_edge]
            proofs.sort(key=lambda proof: (proof[0], proof[1], proof[2], proof[4]))
            full.append([places[source], places[target], edge_row(id, json.loads(props), proofs)])
        match = "UNWIND $rows AS r MATCH (a) WHERE id(a) = r[0] MATCH (b) WHERE id(b) = r[1]"
        if plain:
            create = (
                f"{match} CREATE (a)-[:{TYPES[kind]} {{id: r[2], documents: [$documents[r[3]]], starts: [r[4]],"
                " ends: [r[5]], quotes: [r[6]], rules: [$rules[r[7]]], confidences: [r[8]]}]->(b)"
            )
            run(tx, create, rows=plain, documents=[documents[src] for src in named], rules=list(rules))
        if full:
            run(tx, f"{match} CREATE (a)-[e:{TYPES[kind]}]->(b) SET e = r[2]", rows=full)


def _committed(batch: Batch, tx: ManagedTransaction) -> None:
    places = batch.write(tx)
    run(tx, "CREATE (:_Filled {name: $name, places: $places})", name=batch.name, places=places)
