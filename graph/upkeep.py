"""Keeping the graph of a store equal to what its readings say, at the cost of what changed.

The graph is a function of the readings in effect. A change touches the blocks of the keys that came or went; there the
documents are resolved anew, and every document that names a key which now means something else is stated anew. For each
of these the rows it had and the rows it should have are compared, and only the difference is written.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import replace

from graph.chunks import chunks
from graph.identity import is_collective
from graph.labels import label
from graph.ledger import choose, component, enter, load_reading, read_key, sources_of, strike, use_keys
from graph.lookup import folds, kind_word
from graph.merging import merge
from graph.model import Value
from graph.packing import squeeze, stretch
from graph.reading import DocumentKey, Reading
from graph.resolution import Resolved, blocks, resolve
from graph.statements import MENTIONED, Statements, encoded_props, kind_of, state
from graph.words import words


class Upkeep:
    """Changes that wait to be stated in the graph, within one transaction of the caller."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self.db = db
        self.waiting = 0  # documents entered and not yet stated
        self._blocks: set[str] = set()  # where documents are to be resolved anew
        self._stale: set[int] = set()  # files whose statements may have changed
        self._struck: set[int] = set()  # files to forget
        self._votes: Counter[tuple[str, str, str]] = Counter()  # won and lost
        self._touched: set[str] = set()  # shared nodes to be merged anew
        self._edges: set[int] = set()  # that lost evidence
        self._last: dict[str, int] = {}  # row numbers given
        self._entered: dict[int, Reading] = {}  # what was put, by file: it need not be unpacked

    def put(self, reading: Reading, digest: str) -> str:
        """Enter a reading; the id of its document as things stand now."""
        src, touched = enter(self.db, reading, digest)
        self._entered[src] = reading
        self._struck.discard(src)
        self._changed({src}, touched)
        own = self.db.execute("SELECT entity FROM reading WHERE src = ?", (src,)).fetchone()[0]
        keys = self._component(blocks(read_key(own)))
        return resolve(keys, held={key for key, (_, held, _) in keys.items() if held})[read_key(own)].id

    def remove(self, sources: Iterable[int]) -> None:
        gone = set(sources)
        touched: set[str] = set()
        for src in gone:
            touched |= strike(self.db, src)
        self._struck |= gone
        self._changed(gone, touched)

    def settle(self) -> None:
        """State everything that waits; nothing waits afterwards, and this object is done."""
        self._resolve()
        self._displace()
        for src in sorted(self._stale):
            self._state(src)
        self._count()
        self._sweep()
        self._merge()
        for src in self._struck:
            for table in ("reading", "text"):
                self.db.execute(f"DELETE FROM {table} WHERE src = ?", (src,))

    def _changed(self, sources: set[int], touched: set[str]) -> None:
        changed = sources | choose(self.db, touched)
        self._bring(changed)
        for src in changed:
            self._stale.add(src)
            in_effect = self.db.execute("SELECT in_effect FROM reading WHERE src = ?", (src,)).fetchone()[0]
            reading = self._reading(src) if in_effect else None
            self._blocks |= use_keys(self.db, src, reading)

    def _reading(self, src: int) -> Reading:
        """What was read in a file, under the key of its document."""
        entered = self._entered.get(src)
        if entered is None:
            return load_reading(self.db, src)
        own = self.db.execute("SELECT coalesce(nullif(entity, ''), own) FROM reading WHERE src = ?", (src,))
        return replace(entered, key=read_key(own.fetchone()[0]))

    # A store whose tables hold a part of the ledger only (`graph.neo4j.draft`) brings the rest in these.

    def _bring(self, sources: set[int]) -> None:
        """Called before the readings of these files are looked at."""

    def _component(self, touched: Iterable[str]) -> dict[DocumentKey, tuple[int, bool, str | None]]:
        return component(self.db, touched)

    def _naming(self, keys: Collection[int]) -> set[int]:
        return sources_of(self.db, keys)

    def _resolve(self) -> None:
        keys = self._component(self._blocks)
        meant = resolve(keys, held={key for key, (_, held, _) in keys.items() if held})
        moved = []
        for key, (k, _, before) in keys.items():
            now = meant[key]
            if before != now.id:
                moved.append(k)
                self.db.execute("UPDATE doc_key SET id = ? WHERE k = ?", (now.id, k))
            self._leave_open(k, now)
        self._stale |= self._naming(moved)

    def _leave_open(self, k: int, now: Resolved) -> None:
        said = now.props()
        row = (now.id, encoded_props(said)) if said else None
        before = self.db.execute("SELECT id, candidates FROM open_node WHERE k = ?", (k,)).fetchone()
        if before == row:
            return
        self.db.execute("DELETE FROM open_node WHERE k = ?", (k,))
        if row:
            self.db.execute("INSERT INTO open_node (k, id, candidates) VALUES (?, ?, ?)", (k, *row))
        self._touched.update(r[0] for r in (before, row) if r)

    def _displace(self) -> None:
        """Take away the rows of files that no longer speak for the document they spoke for: another may take its id."""
        db = self.db
        # A document that was entered and raised is taken back by its savepoint: its row may not be there.
        self._stale = {
            src for src in self._stale if db.execute("SELECT 1 FROM reading WHERE src = ?", (src,)).fetchone()
        }
        for src in self._stale:
            before, now = db.execute(
                "SELECT document, CASE WHEN in_effect THEN doc_key.id END FROM reading"
                " LEFT JOIN doc_key ON doc_key.key = reading.entity WHERE src = ?",
                (src,),
            ).fetchone()
            if before is None or before == now:
                continue
            edges = db.execute("DELETE FROM evidence WHERE src = ? RETURNING edge", (src,)).fetchall()
            self._edges.update(e for (e,) in edges)
            items = db.execute("DELETE FROM node WHERE owner = ? RETURNING n", (src,)).fetchall()
            db.executemany("DELETE FROM found WHERE rowid = ?", items)
        self._sweep()

    def _state(self, src: int) -> None:
        db = self.db
        sql = "SELECT in_effect, document, votes FROM reading WHERE src = ?"
        in_effect, before, packed = db.execute(sql, (src,)).fetchone()
        new = Statements("", {}, {}, set(), set())
        if in_effect:
            reading = self._reading(src)
            sql = "SELECT key, id FROM key_use JOIN doc_key USING (k) WHERE src = ?"
            ids = {read_key(key): id for key, id in db.execute(sql, (src,))}
            new = state(reading, ids[reading.key], ids.__getitem__)
        had = {tuple(vote) for vote in stretch(packed)} if packed else set()
        self._votes.update(new.votes - had)
        self._votes.subtract(had - new.votes)
        self._touched.update(id for id, _, _ in had ^ new.votes)
        self._touched.update(filter(None, (before, new.document)))
        self._items(src, new)
        self._evidence(src, new)
        votes = squeeze(sorted(new.votes)) if in_effect else None
        db.execute("UPDATE reading SET document = ?, votes = ? WHERE src = ?", (new.document or None, votes, src))

    def _items(self, src: int, new: Statements) -> None:
        db = self.db
        sql = "SELECT id, kind, label, props, n FROM node WHERE owner = ?"
        had = {id: ((kind, name, props), n) for id, kind, name, props, n in db.execute(sql, (src,))}
        gone = [n for id, (row, n) in had.items() if new.items.get(id) != row]
        db.executemany("DELETE FROM node WHERE n = ?", [(n,) for n in gone])
        db.executemany("DELETE FROM found WHERE rowid = ?", [(n,) for n in gone])
        fresh = [
            (had[id][1] if id in had else self._next("node"), id, *row)
            for id, row in new.items.items()
            if id not in had or had[id][0] != row
        ]
        sql = "INSERT INTO node (n, id, kind, label, props, owner) VALUES (?, ?, ?, ?, ?, ?)"
        db.executemany(sql, [(*row, src) for row in fresh])
        db.executemany(
            "INSERT INTO found (rowid, words) VALUES (?, ?)",
            [(n, f"{words(name, json.loads(props))} {kind_word(kind)}") for n, _, kind, name, props in fresh],
        )

    def _evidence(self, src: int, new: Statements) -> None:
        db = self.db
        sql = (
            'SELECT number, start, "end", rule, confidence, quote, evidence.rowid, e'
            " FROM evidence CROSS JOIN edge ON e = edge WHERE src = ?"
        )
        had = {row[:6]: row[6:] for row in db.execute(sql, (src,))}
        gone = [had[row] for row in had.keys() - new.evidence]
        db.executemany("DELETE FROM evidence WHERE rowid = ?", [(rowid,) for rowid, _ in gone])
        self._edges.update(e for _, e in gone)
        fresh = sorted(new.evidence - had.keys())
        rows = self._edge_rows({number: new.edges[number] for number, *_ in fresh})
        db.executemany(
            'INSERT INTO evidence (edge, src, start, "end", rule, confidence, quote) VALUES (?, ?, ?, ?, ?, ?, ?)',
            [(rows[number], src, *rest) for number, *rest in fresh],
        )

    def _edge_rows(self, edges: dict[int, tuple[str, str, str, str]]) -> dict[int, int]:
        """The row of each edge, made when it is new."""
        db = self.db
        rows: dict[int, int] = {}
        for chunk in chunks(edges):
            rows |= db.execute(
                "SELECT number, e FROM json_each(?) CROSS JOIN edge ON number = value", (chunk,)
            ).fetchall()
        fresh = {number: edge for number, edge in edges.items() if number not in rows}
        nodes = self._node_rows({end for _, source, target, _ in fresh.values() for end in (source, target)})
        rows |= {number: self._next("edge") for number in fresh}
        db.executemany(
            "INSERT INTO edge (e, number, kind, source, target, props) VALUES (?, ?, ?, ?, ?, ?)",
            [(rows[number], number, kind, nodes[a], nodes[b], props) for number, (kind, a, b, props) in fresh.items()],
        )
        return rows

    def _node_rows(self, ids: set[str]) -> dict[str, int]:
        """The row of each node; one that documents share is made bare, and filled when votes are counted."""
        db = self.db
        rows: dict[str, int] = {}
        for chunk in chunks(ids):
            rows |= db.execute(
                "SELECT node.id, n FROM json_each(?) CROSS JOIN node ON node.id = value", (chunk,)
            ).fetchall()
        fresh = {id: self._next("node") for id in sorted(ids - rows.keys())}
        sql = "INSERT INTO node (n, id, kind, label, props) VALUES (?, ?, ?, '', '')"
        db.executemany(sql, [(n, id, kind_of(id)) for id, n in fresh.items()])
        return rows | fresh

    def _next(self, table: str) -> int:
        """A row number that is free: nobody else writes during the transaction."""
        if table not in self._last:
            self._last[table] = self.db.execute(f"SELECT coalesce(max(rowid), 0) FROM {table}").fetchone()[0]
        self._last[table] += 1
        return self._last[table]

    def _count(self) -> None:
        changed = {vote: n for vote, n in self._votes.items() if n}
        nodes = self._node_rows({id for id, _, _ in changed})
        sql = (
            "INSERT INTO ballot (node, prop, value, votes) VALUES (?, ?, ?, ?)"
            " ON CONFLICT DO UPDATE SET votes = votes + excluded.votes"
        )
        rows = sorted((nodes[id], prop, value, n) for (id, prop, value), n in changed.items())
        self.db.executemany(sql, rows)
        self.db.executemany(
            "DELETE FROM ballot WHERE node = ? AND prop = ? AND value = ? AND votes = 0", [row[:3] for row in rows]
        )

    def _sweep(self) -> None:
        """Edges that nobody proves any more."""
        for chunk in chunks(self._edges):
            self.db.execute(
                "DELETE FROM edge WHERE e IN (SELECT value FROM json_each(?))"
                " AND NOT EXISTS (SELECT 1 FROM evidence WHERE edge = e)",
                (chunk,),
            )

    def _merge(self) -> None:
        """Shared nodes as their documents now have them, or gone when none names them. In the order of their rows: the
        index of words writes out all it holds whenever it is given a row that stands before the last."""
        db = self.db
        rows = []
        for chunk in chunks(sorted(self._touched)):
            sql = "SELECT n, node.id, kind, label, props FROM json_each(?) j CROSS JOIN node ON node.id = j.value"
            rows += db.execute(sql, (chunk,)).fetchall()
        rows.sort()
        ballots = self._ballots(row[0] for row in rows)
        written, words_of = [], {}
        for n, id, kind, *before in rows:
            if n not in ballots:
                words_of[n] = ""
                continue
            props = self._props(id, kind, [ballot for ballot in ballots[n] if ballot[0] != MENTIONED])
            row = [label(kind, props), encoded_props(props)]
            if row != before:
                written.append((n, kind, props, *row))
                held = " szheld" if props.get("status") == "ingested" else ""
                words_of[n] = f"{words(row[0], props)} {kind_word(kind)}{held}"
        db.executemany("DELETE FROM lookup WHERE node = ?", [(n,) for n in words_of])
        db.executemany("DELETE FROM node WHERE n = ?", [(n,) for n, said in words_of.items() if not said])
        db.executemany("UPDATE node SET label = ?, props = ? WHERE n = ?", [(*row, n) for n, _, _, *row in written])
        db.executemany(
            "INSERT OR IGNORE INTO lookup (kind, prop, folded, node) VALUES (?, ?, ?, ?)",
            sorted(
                (kind, prop, folded, n)
                for n, kind, props, *_ in written
                for prop, value in props.items()
                for folded in folds(prop, value)
            ),
        )
        for n, said in words_of.items():
            db.execute("DELETE FROM found WHERE rowid = ?", (n,))
            if said:
                db.execute("INSERT INTO found (rowid, words) VALUES (?, ?)", (n, said))

    def _ballots(self, nodes: Iterable[int]) -> dict[int, list[tuple[str, str, int]]]:
        found: dict[int, list[tuple[str, str, int]]] = {}
        for chunk in chunks(nodes):
            sql = "SELECT node, prop, ballot.value, votes FROM json_each(?) j CROSS JOIN ballot ON node = j.value"
            for node, *ballot in self.db.execute(sql, (chunk,)):
                found.setdefault(node, []).append(tuple(ballot))
        return found

    def _props(self, id: str, kind: str, ballots: list[tuple[str, str, int]]) -> dict[str, Value]:
        if kind != "document":
            props = merge(ballots)
            if kind == "agency":
                props["collective"] = is_collective(id, props)
            return {name: value for name, value in props.items() if value is not False}
        sql = "SELECT heading FROM reading WHERE document = ? AND in_effect = 1"
        held = self.db.execute(sql, (id,)).fetchone()
        props = merge(ballots, json.loads(held[0]) if held else None, fullest=("name",))
        props["status"] = "ingested" if held else "cited"
        for (said,) in self.db.execute("SELECT candidates FROM open_node WHERE id = ? ORDER BY candidates", (id,)):
            for name, value in json.loads(said).items():
                held_value = props.get(name)
                merged = {*held_value, *value} if isinstance(held_value, list) else value
                props[name] = sorted(merged) if isinstance(value, list) else value
        return props
