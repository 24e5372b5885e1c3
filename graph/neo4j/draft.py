"""A change of the graph worked out beside the database: the part of the ledger that it touches is brought into tables
of the embedded store, the same code keeps it up (`graph.upkeep`), and what came out different is told.

What is not brought and matters only by being there (other files that name a key, other documents that prove an edge) is
stood for by a row of file 0.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from typing import Any

from graph.identity import edge_id
from graph.ledger import component, load_reading, read_key, write_key
from graph.neo4j import ledger
from graph.neo4j.ledger import batches, indexed
from graph.neo4j.values import LABELS, TYPES, Proof, by_kind, edge_props, node_of, proofs_of
from graph.reading import DocumentKey, Reading
from graph.resolution import blocks
from graph.schema import create_tables
from graph.statements import cited, encoded_props, own_key
from graph.upkeep import Upkeep

Ask = Callable[..., list[Any]]
"""The rows of a query with these parameters."""

_OTHERS = 0
_HEAD = ("digest", "own", "length", "in_effect", "entity", "document", "heading")


@dataclass(slots=True)
class Whole:
    """A file as it was before: everything beside its head."""

    body: bytes
    text: str
    votes: bytes | None
    edges: list[str]
    uses: set[tuple[str, int]]


@dataclass(slots=True)
class Before:
    """What was brought, as the database has it."""

    heads: dict[str, tuple[Any, ...]] = field(default_factory=dict)
    wholes: dict[str, Whole] = field(default_factory=dict)
    keys: dict[str, tuple[str | None, str | None]] = field(default_factory=dict)
    nodes: dict[str, tuple[str, str]] = field(default_factory=dict)
    ballots: dict[str, str] = field(default_factory=dict)
    edges: dict[str, list[Proof]] = field(default_factory=dict)


class Draft(Upkeep):
    """Changes within one transaction; after `settle` its tables hold the new state and `before` the old."""

    def __init__(self, ask: Ask) -> None:
        db = sqlite3.connect(":memory:", isolation_level=None)
        create_tables(db)
        super().__init__(db)
        self.before = Before()
        self.stated: dict[str, int] = {}  # documents whose evidence was brought, and their files
        self._ask = ask
        self._srcs: dict[str, int] = {}
        self._counts: dict[str, tuple[int, int]] = {}  # of a key: files that name it, files that are it
        self._brought: Counter[tuple[str, int]] = Counter()  # of these the files that were brought
        self._asked: dict[str, set[str]] = {}  # what was looked for already, found or not

    # -- changes

    def put(self, reading: Reading, digest: str) -> str:
        found = self._heads(ledger.READINGS, names=self._new("source", [indexed(reading.source)]))
        touched = {*blocks(own_key(reading)), *(block for src in found for block in blocks(self._own(src)))}
        if (src := self._srcs.get(reading.source)) is not None:
            touched |= set(blocks(self._own(src)))
            self._wholes({src})
        self._own_blocks(touched)
        return super().put(reading, digest)

    def remove_document(self, document: str) -> bool:
        """Whether it was there to be removed."""
        for (source,) in self._ask(ledger.READINGS_HELD_AS, document=document):
            self._heads(ledger.READINGS, names=self._new("source", [indexed(source)]))
        sql = "SELECT src FROM reading WHERE entity IN (SELECT key FROM doc_key WHERE id = ?)"
        keys = self._ask(f"MATCH (k:_Key {{id: $id}}) RETURN {ledger.KEY}", id=document)
        self._keys(keys)
        sources = [src for (src,) in self.db.execute(sql, (document,))]
        for src in sources:
            self._own_blocks(blocks(self._own(src)))
        self._wholes(set(sources))
        self.remove(sources)
        return bool(sources)

    # -- what the upkeep asks for

    def _bring(self, sources: set[int]) -> None:
        self._wholes(sources)
        wanted: set[str] = set()
        for src in sources:
            (on,) = self.db.execute("SELECT in_effect FROM reading WHERE src = ?", (src,)).fetchone()
            if on:
                reading = load_reading(self.db, src)
                wanted |= {write_key(key) for key in (*cited(reading), reading.key)}
        self._keys_named(wanted)

    def _component(self, touched: Iterable[str]) -> dict[DocumentKey, tuple[int, bool, str | None]]:
        touched = set(touched)
        reached = touched
        while left := self._new("block", map(indexed, reached)):
            for batch in batches(left):
                self._keys(self._ask(ledger.KEYS_IN, blocks=batch))
            # Keys that came with this change lead to further blocks as well.
            reached = {block for key in component(self.db, touched) for block in blocks(key)}
        return component(self.db, touched)

    def _naming(self, keys: Collection[int]) -> set[int]:
        names = [
            indexed(key)
            for (key,) in (self.db.execute("SELECT key FROM doc_key WHERE k = ?", (k,)).fetchone() for k in keys)
        ]
        found: set[int] = set()
        for batch in batches(names):
            found |= self._heads(ledger.READINGS_NAMING, names=batch)
        return (super()._naming(keys) | found) - {_OTHERS}

    def _displace(self) -> None:
        self._wholes(self._stale)
        self._stated()
        super()._displace()

    def _node_rows(self, ids: set[str]) -> dict[str, int]:
        self._nodes(ids)
        return super()._node_rows(ids)

    def _edge_rows(self, edges: dict[int, tuple[str, str, str, str]]) -> dict[int, int]:
        self._edges_of([edge_id(kind, number) for number, (kind, *_) in edges.items()])
        return super()._edge_rows(edges)

    def _merge(self) -> None:
        self._nodes(self._touched)
        documents = sorted(id for id in self._touched if id.startswith("doc:") and "#" not in id)
        for batch in batches(documents):
            self._heads(ledger.READINGS_OF, documents=batch)
            self._keys(self._ask(ledger.OPEN_KEYS, ids=batch))
        super()._merge()

    # -- bringing rows

    def _new(self, what: str, names: Iterable[str]) -> list[str]:
        """Of these the ones that were not looked for before."""
        asked = self._asked.setdefault(what, set())
        new = sorted(set(names) - asked)
        asked.update(new)
        return new

    def _own(self, src: int) -> DocumentKey:
        return read_key(self.db.execute("SELECT own FROM reading WHERE src = ?", (src,)).fetchone()[0])

    def _heads(self, query: str, **asked: Any) -> set[int]:
        """The files that a query finds, with their heads."""
        if not all(asked.values()):
            return set()
        found = set()
        for row in self._ask(query, **asked):
            source = row["source"]
            if source not in self._srcs:
                head = tuple(row[name] for name in _HEAD)
                sql = (
                    f"INSERT INTO reading (source, body, {', '.join(_HEAD)})"
                    " VALUES (?, x'', ?, ?, ?, ?, ?, ?, ?) RETURNING src"
                )
                self._srcs[source] = int(self.db.execute(sql, (source, *head)).fetchone()[0])
                self.before.heads[source] = head
                own = blocks(read_key(row["own"]))
                sql = "INSERT INTO own_block (block, src) VALUES (?, ?)"
                self.db.executemany(sql, [(block, self._srcs[source]) for block in own])
            found.add(self._srcs[source])
        return found

    def _own_blocks(self, touched: Iterable[str]) -> None:
        """The files whose own keys bear on these blocks."""
        left = self._new("own block", map(indexed, touched))
        while left:
            found = self._heads(ledger.READINGS_IN, blocks=left)
            left = self._new("own block", (indexed(block) for src in found for block in blocks(self._own(src))))

    def _wholes(self, sources: Collection[int]) -> None:
        """The readings of files, with the keys they name."""
        names = {source: src for source, src in self._srcs.items() if src in sources}
        fresh = [source for source in names if source not in self.before.wholes]
        uses: list[tuple[str, int, int]] = []
        for batch in batches(sorted(fresh), 200):
            for source, *whole, names_, own in self._ask(ledger.WHOLE, names=[indexed(s) for s in batch]):
                body, text, votes, edges = whole
                used = {*((key, 0) for key in names_), *((key, 1) for key in own)}
                self.before.wholes[source] = Whole(bytes(body), text, votes and bytes(votes), edges or [], used)
                self.db.execute(
                    "UPDATE reading SET body = ?, votes = ? WHERE src = ?", (bytes(body), votes, names[source])
                )
                self.db.execute("INSERT INTO text (src, text) VALUES (?, ?)", (names[source], text))
                self._brought.update(used)
                uses += [(key, own_, names[source]) for key, own_ in used]
        self._keys_named({key for key, _, _ in uses})
        sql = "INSERT INTO key_use (k, src, own) SELECT k, ?, ? FROM doc_key WHERE key = ?"
        self.db.executemany(sql, [(src, own_, key) for key, own_, src in uses])
        self._stand_for({key for key, _, _ in uses})

    def _keys_named(self, keys: Collection[str]) -> None:
        for batch in batches(self._new("key", map(indexed, keys))):
            self._keys(self._ask(ledger.KEYS, names=batch))

    def _keys(self, found: Iterable[dict[str, Any]]) -> None:
        fresh = set()
        for row in found:
            key = row["key"]
            if key in self.before.keys:
                continue
            fresh.add(key)
            self._new("key", [indexed(key)])
            self.before.keys[key] = (row["id"], row["candidates"])
            self._counts[key] = (row["names"], row["own"])
            sql = "INSERT INTO doc_key (key, id) VALUES (?, ?) RETURNING k"
            k = self.db.execute(sql, (key, row["id"])).fetchone()[0]
            sql = "INSERT INTO key_block (block, k) VALUES (?, ?)"
            self.db.executemany(sql, [(block, k) for block in blocks(read_key(key))])
            if row["candidates"] is not None:
                sql = "INSERT INTO open_node (k, id, candidates) VALUES (?, ?, ?)"
                self.db.execute(sql, (k, row["id"], row["candidates"]))
        self._stand_for(fresh)

    def _stand_for(self, keys: Iterable[str]) -> None:
        """For each key the rows of file 0: whether files that were not brought name it, and are it."""
        for key in keys:
            for own, count in enumerate(self._counts[key]):
                others = count - self._brought[key, own]
                sql = (
                    "INSERT OR IGNORE INTO key_use (k, src, own) SELECT k, ?, ? FROM doc_key WHERE key = ?"
                    if others
                    else "DELETE FROM key_use WHERE src = ? AND own = ? AND k = (SELECT k FROM doc_key WHERE key = ?)"
                )
                self.db.execute(sql, (_OTHERS, own, key))

    def _stated(self) -> None:
        """What the files whose statements may change have stated: their items and edges."""
        sql = "SELECT source, document FROM reading WHERE src = ?"
        said = {src: self.db.execute(sql, (src,)).fetchone() for src in sorted(self._stale)}
        stated = {src: (source, document) for src, (source, document) in said.items() if document}
        self.stated = {document: src for src, (_, document) in stated.items()}
        for src, (_, document) in stated.items():
            for kind in ("provision", "task", "target"):
                query = f"MATCH (n:{LABELS[kind]}) WHERE n.id STARTS WITH $start RETURN properties(n)"
                for (props,) in self._ask(query, start=f"{document}#{kind}:"):
                    self._node(kind, props, src)
        whole = self.before.wholes
        self._edges_of(id for source, _ in stated.values() if source in whole for id in whole[source].edges)

    def _nodes(self, ids: Iterable[str]) -> None:
        """Nodes that documents share, with their votes."""
        for kind, named in by_kind(id for id in ids if "#" not in id).items():
            for batch in batches(self._new("node", named)):
                query = f"UNWIND $ids AS id MATCH (n:{LABELS[kind]} {{id: id}}) RETURN properties(n)"
                for (props,) in self._ask(query, ids=batch):
                    self._node(kind, props, None)
                for id, votes in self._ask(ledger.BALLOTS, ids=batch):
                    self.before.ballots[id] = votes
                    n = self.db.execute("SELECT n FROM node WHERE id = ?", (id,)).fetchone()[0]
                    self.db.executemany(
                        "INSERT INTO ballot (node, prop, value, votes) VALUES (?, ?, ?, ?)",
                        [(n, *ballot) for ballot in json.loads(votes)],
                    )

    def _node(self, kind: str, row: dict[str, Any], owner: int | None) -> None:
        node = node_of(kind, row)
        props = encoded_props(dict(node.props))
        self.before.nodes[node.id] = (node.label, props)
        sql = "INSERT INTO node (n, id, kind, label, props, owner) VALUES (?, ?, ?, ?, ?, ?)"
        self.db.execute(sql, (self._next("node"), node.id, kind, node.label, props, owner))

    def _edges_of(self, ids: Iterable[str]) -> None:
        """Edges with their ends; of the evidence that of the files brought, and a row for all other."""
        fresh: list[tuple[str, str, dict[str, Any]]] = []
        for kind, named in by_type(self._new("edge", ids)).items():
            query = f"UNWIND $ids AS id MATCH (a)-[e:{TYPES[kind]} {{id: id}}]->(b) RETURN a.id, b.id, properties(e)"
            for batch in batches(named):
                fresh += [(a, b, e) for a, b, e in self._ask(query, ids=batch)]
        nodes = super()._node_rows  # those of items are here already
        self._nodes({end for a, b, _ in fresh for end in (a, b)})
        numbers = nodes({end for a, b, _ in fresh for end in (a, b)})
        evidence = []
        for a, b, row in fresh:
            kind, _, number = row["id"].partition(":")
            proofs = self.before.edges[row["id"]] = proofs_of(row)
            e = self._next("edge")
            sql = "INSERT INTO edge (e, number, kind, source, target, props) VALUES (?, ?, ?, ?, ?, ?)"
            props = encoded_props(edge_props(row))
            self.db.execute(sql, (e, int(number, 16), kind, numbers[a], numbers[b], props))
            own = [proof for proof in proofs if proof[0] in self.stated]
            evidence += [(e, self.stated[d], s, t, rule, sure, quote) for d, s, t, quote, rule, sure in own]
            if len(own) < len(proofs):
                evidence.append((e, _OTHERS, 0, 0, "", 0.0, ""))
        sql = 'INSERT INTO evidence (edge, src, start, "end", rule, confidence, quote) VALUES (?, ?, ?, ?, ?, ?, ?)'
        self.db.executemany(sql, evidence)


def by_type(ids: Iterable[str]) -> dict[str, list[str]]:
    """Ids of edges by their kind."""
    found: dict[str, list[str]] = {}
    for id in ids:
        if (kind := id.partition(":")[0]) in TYPES:
            found.setdefault(kind, []).append(id)
    return found
