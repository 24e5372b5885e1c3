"""Filling an empty database with the rows of an embedded store: nothing is worked out anew, rows are copied.

Rows go in batches, each a transaction that also marks itself as done (`_Filled`), so that a push that was stopped goes
on where it was. Three lanes write at a time, over rows that share few nodes: a deadlock costs a batch a second try. The
ledger is tied to nothing of the graph, and is written beside it. Indexes are made over everything at once: those of
nodes as soon as all nodes are there, those of edges at the end. Until then the database is marked as half filled, and
nobody takes it for a store.
"""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from threading import Event, Lock
from typing import Any

from neo4j import ManagedTransaction

from graph.chunks import chunks
from graph.identity import edge_id
from graph.ledger import read_key, revision
from graph.lookup import kind_word
from graph.neo4j.address import parse
from graph.neo4j.gate import close_gate, open_gate
from graph.neo4j.layout import removals
from graph.neo4j.ledger import batches, block_props, indexed
from graph.neo4j.server import Server, rows
from graph.neo4j.values import FOLDED, LABELS, TYPES, Proof, edge_row, node_row
from graph.store import StoreError
from ontology.vocabulary import PROPS

_NODES, _EDGES, _READINGS = 5_000, 5_000, 100
Source = Callable[[], AbstractContextManager[sqlite3.Connection]]
Told = Callable[[int], None]
"""Called with the number of nodes and edges that are there."""

# The kinds of edges whose ends belong to one document, apart from those that meet at nodes that many documents share.
_OF_EDGES = (
    ("contains", "assigns"),
    tuple(kind for kind in TYPES if kind not in ("contains", "assigns")),
)
_OF_NODES = (("provision",), tuple(kind for kind in LABELS if kind != "provision"))
_AT_A_TIME = 4  # lanes, and the making of indexes


@dataclass(frozen=True, slots=True)
class _Batch:
    """Rows for one transaction; `size` of them are nodes and edges of the graph."""

    name: str
    size: int
    write: Callable[[ManagedTransaction], list[int] | None]
    """Tells where the rows went, when others will hang on them."""


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
            yield db

    def run(self) -> None:
        self._begin(self._state)
        with self._open() as db:
            most = db.execute("SELECT coalesce(max(n), 0) FROM node").fetchone()[0]
            evidence = db.execute("SELECT count(*) FROM evidence").fetchone()[0]
            self._places = array("q", [-1]) * (most + 1)
        with ThreadPoolExecutor(_AT_A_TIME) as pool:
            try:
                ledger = pool.submit(self._drive, self._ledger)
                for ended in [pool.submit(self._drive, partial(self._nodes, kinds)) for kinds in _OF_NODES]:
                    ended.result()
                indexes = pool.submit(self._server.lay_out, "nodes")
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

    def _begin(self, state: str) -> None:
        """Go on with what was begun from the same state of the source; anything else that was half filled goes."""
        found = self._server.rows("MATCH (m:_Chithi) RETURN m.filling")
        if found[0][0] not in (None, state):
            self._server.alone(
                "MATCH (n) WHERE NOT n:_Chithi AND NOT n:_Gate"
                " CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS"
            )

        def begin(tx: ManagedTransaction) -> None:
            tx.run("MATCH (m:_Chithi) SET m.filling = $state", state=state).consume()
            open_gate(tx)

        self._server.write(begin)
        self._done = dict(map(tuple, self._server.rows("MATCH (f:_Filled) RETURN f.name, f.places")))
        for removal in removals():
            self._server.alone(removal)

    def _drive(self, lane: Callable[[sqlite3.Connection], Iterator[_Batch]]) -> None:
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

    def _nodes(self, kinds: Iterable[str], db: sqlite3.Connection) -> Iterator[_Batch]:
        for kind in kinds:
            columns = ["id", "label", "words", *dict.fromkeys(prop.name for prop in PROPS[kind])]
            columns += [f"folded_{prop}" for prop in FOLDED.get(kind, ())]
            given = ", ".join(f"`{name}`: r[{n}]" for n, name in enumerate(columns))
            create = f"UNWIND $rows AS r CREATE (n:{LABELS[kind]} {{{given}}})"
            sql = (
                "SELECT n, id, label, props, words FROM node CROSS JOIN found ON found.rowid = n"
                " WHERE kind = ? ORDER BY id"
            )
            for number, batch in enumerate(batches(db.execute(sql, (kind,)), _NODES)):
                name = f"{kind} {number}"
                if there := self._done.get(name):
                    self._placed([row[0] for row in batch], there)
                yield _Batch(name, len(batch), partial(self._create, kind, columns, create, batch))

    def _create(
        self, kind: str, columns: Sequence[str], create: str, batch: Sequence[Any], tx: ManagedTransaction
    ) -> list[int]:
        made: list[list[Any]] = []
        more: list[tuple[int, dict[str, Any]]] = []
        word = f" {kind_word(kind)}"
        for _, id, label, props, words in batch:
            row = node_row(id, kind, label, json.loads(props), words.rpartition(word)[0])
            made.append([row.pop(name, None) for name in columns])
            if row:
                more.append((len(made) - 1, row))
        places: list[int] = rows(tx, f"{create} RETURN collect(id(n))", rows=made)[0][0]
        if more:
            # What the vocabulary does not know of this kind.
            add = "UNWIND $rows AS r MATCH (n) WHERE id(n) = r[0] SET n += r[1]"
            tx.run(add, rows=[[places[n], row] for n, row in more]).consume()
        self._placed([row[0] for row in batch], places)
        return places

    def _placed(self, numbers: Iterable[int], places: Iterable[int]) -> None:
        for n, place in zip(numbers, places, strict=True):
            self._places[n] = place

    # -- edges

    def _edges(self, kinds: Iterable[str], db: sqlite3.Connection) -> Iterator[_Batch]:
        documents = dict(db.execute("SELECT src, document FROM reading"))
        for kind in kinds:
            match = "UNWIND $rows AS r MATCH (a) WHERE id(a) = r[0] MATCH (b) WHERE id(b) = r[1]"
            # Most edges stand in one place and say nothing besides.
            plain = (
                f"{match} CREATE (a)-[:{TYPES[kind]} {{id: r[2], documents: [$documents[r[3]]], starts: [r[4]],"
                " ends: [r[5]], quotes: [r[6]], rules: [$rules[r[7]]], confidences: [r[8]]}]->(b)"
            )
            full = f"{match} CREATE (a)-[e:{TYPES[kind]}]->(b) SET e = r[2]"
            sql = "SELECT e, number, source, target, props FROM edge WHERE kind = ? ORDER BY e"
            for number, batch in enumerate(batches(db.execute(sql, (kind,)), _EDGES)):
                name = f"{kind} {number}"
                make = partial(self._connect, db, documents, kind, plain, full, batch)
                yield _Batch(name, len(batch), make)

    def _connect(
        self,
        db: sqlite3.Connection,
        documents: dict[int, str],
        kind: str,
        plain: str,
        full: str,
        batch: Iterable[Any],
        tx: ManagedTransaction,
    ) -> None:
        proofs: dict[int, list[Proof]] = defaultdict(list)
        for chunk in chunks(row[0] for row in batch):
            sql = (
                'SELECT edge, src, start, "end", quote, rule, confidence FROM json_each(?) j'
                " CROSS JOIN evidence ON edge = j.value"
            )
            for e, src, *proof in db.execute(sql, (chunk,)):
                proofs[e].append((documents[src], *proof))
        once, often = [], []
        named: dict[str, int] = {}
        rules: dict[str, int] = {}
        for e, number, source, target, props in batch:
            id, ends, own = edge_id(kind, number), (self._places[source], self._places[target]), proofs[e]
            if len(own) == 1 and props == "{}":
                document, start, end, quote, rule, confidence = own[0]
                d, r = named.setdefault(document, len(named)), rules.setdefault(rule, len(rules))
                once.append([*ends, id, d, start, end, quote, r, confidence])
            else:
                own.sort(key=lambda proof: (proof[0], proof[1], proof[2], proof[4]))
                often.append([*ends, edge_row(id, json.loads(props), own)])
        if once:
            tx.run(plain, rows=once, documents=list(named), rules=list(rules)).consume()
        if often:
            tx.run(full, rows=often).consume()

    # -- the ledger

    def _ledger(self, db: sqlite3.Connection) -> Iterator[_Batch]:
        yield from self._ballots(db)
        yield from self._keys(db)
        yield from self._readings(db)

    def _ballots(self, db: sqlite3.Connection) -> Iterator[_Batch]:
        sql = "SELECT id, prop, value, votes FROM ballot JOIN node ON n = node ORDER BY id, prop, value"
        cast = _grouped(db.execute(sql))
        query = "UNWIND $rows AS r CREATE (b:_Ballot {id: r[0], votes: r[1]})"
        for number, batch in enumerate(batches(cast, _NODES)):
            given = [[id, json.dumps(votes, ensure_ascii=False)] for id, votes in batch]
            yield _Batch(f"_Ballot {number}", 0, partial(_run, query, given))

    def _keys(self, db: sqlite3.Connection) -> Iterator[_Batch]:
        sql = "SELECT key, doc_key.id, candidates FROM doc_key LEFT JOIN open_node USING (k) ORDER BY k"
        for number, batch in enumerate(batches(db.execute(sql), _NODES)):
            keys = [
                {"name": indexed(key), "key": key, "id": id, "candidates": said, **block_props(read_key(key))}
                for key, id, said in batch
            ]
            yield _Batch(f"_Key {number}", 0, partial(_run, "UNWIND $rows AS r CREATE (k:_Key) SET k = r", keys))

    def _readings(self, db: sqlite3.Connection) -> Iterator[_Batch]:
        sql = (
            "SELECT src, source, digest, own, length, in_effect, entity, document, heading, body, votes, text"
            " FROM reading JOIN text USING (src) ORDER BY src"
        )
        for number, batch in enumerate(batches(db.execute(sql), _READINGS)):
            yield _Batch(f"_Reading {number}", 0, partial(_readings, db, batch))


def _readings(db: sqlite3.Connection, batch: Iterable[Any], tx: ManagedTransaction) -> None:
    made, uses = [], []
    for src, source, digest, own, length, in_effect, entity, document, heading, body, votes, text in batch:
        sql = "SELECT DISTINCT kind, number FROM evidence JOIN edge ON e = edge WHERE src = ? ORDER BY kind, number"
        made.append(
            {
                "name": indexed(source), "source": source, "digest": digest, "own": own, "length": length,
                "in_effect": bool(in_effect), "entity": entity, "named": indexed(entity), "document": document,
                "heading": heading, "body": body, "votes": votes, "text": text,
                "edges": [edge_id(kind, number) for kind, number in db.execute(sql, (src,))],
                **block_props(read_key(own)),
            }
        )  # fmt: skip
        sql = "SELECT key, own FROM key_use JOIN doc_key USING (k) WHERE src = ?"
        uses += [[indexed(source), indexed(key), own] for key, own in db.execute(sql, (src,))]
    tx.run("UNWIND $rows AS r CREATE (n:_Reading) SET n = r", rows=made).consume()
    for type, which in (("_NAMES", 0), ("_IS", 1)):
        query = (
            "UNWIND $rows AS r MATCH (n:_Reading {name: r[0]}) MATCH (k:_Key {name: r[1]})"
            f" CREATE (n)-[:{type}]->(k)"
        )
        tx.run(query, rows=[use[:2] for use in uses if use[2] == which]).consume()


def _run(query: str, given: list[Any], tx: ManagedTransaction) -> None:
    tx.run(query, rows=given).consume()


def _committed(batch: _Batch, tx: ManagedTransaction) -> None:
    places = batch.write(tx)
    tx.run("CREATE (:_Filled {name: $name, places: $places})", name=batch.name, places=places).consume()


def _grouped(ballots: Iterable[Any]) -> Iterator[tuple[str, list[Any]]]:
    for id, group in groupby(ballots, key=lambda row: row[0]):
        yield id, [list(row[1:]) for row in group]
