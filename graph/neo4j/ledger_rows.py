"""The ledger of an embedded store as batches for an empty database."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import groupby
from typing import Any

from neo4j import ManagedTransaction

from graph.ledger import read_key
from graph.neo4j.batch import Batch
from graph.neo4j.ledger import batches, block_props, indexed
from graph.neo4j.server import run

_ROWS, _READINGS = 5_000, 100


def ledger_batches(db: sqlite3.Connection) -> Iterator[Batch]:
    """Everything that the ledger of this store holds."""
    yield from _ballots(db)
    yield from _keys(db)
    yield from _readings(db)


def _ballots(db: sqlite3.Connection) -> Iterator[Batch]:
    sql = "SELECT id, prop, value, votes FROM ballot JOIN node ON n = node ORDER BY id, prop, value"
    cast = _grouped(db.execute(sql))
    query = "UNWIND $rows AS r CREATE (b:_Ballot {id: r[0], votes: r[1]})"
    for number, batch in enumerate(batches(cast, _ROWS)):
        given = [[id, json.dumps(votes, ensure_ascii=False)] for id, votes in batch]
        yield Batch(f"_Ballot {number}", 0, partial(_run, query, given))


def _keys(db: sqlite3.Connection) -> Iterator[Batch]:
    sql = "SELECT key, doc_key.id, candidates FROM doc_key LEFT JOIN open_node USING (k) ORDER BY k"
    for number, batch in enumerate(batches(db.execute(sql), _ROWS)):
        keys = [
            {"name": indexed(key), "key": key, "id": id, "candidates": said, **block_props(read_key(key))}
            for key, id, said in batch
        ]
        yield Batch(f"_Key {number}", 0, partial(_run, "UNWIND $rows AS r CREATE (k:_Key) SET k = r", keys))


def _readings(db: sqlite3.Connection) -> Iterator[Batch]:
    sql = (
        "SELECT src, source, digest, own, length, in_effect, entity, document, heading, body, votes, text"
        " FROM reading JOIN text USING (src) ORDER BY src"
    )
    for number, batch in enumerate(batches(db.execute(sql), _READINGS)):
        yield Batch(f"_Reading {number}", 0, partial(_written, db, batch))


def _written(db: sqlite3.Connection, batch: Iterable[Any], tx: ManagedTransaction) -> None:
    made, uses = [], []
    for src, source, digest, own, length, in_effect, entity, document, heading, body, votes, text in batch:
        sql = (
            "SELECT DISTINCT kind || ':' || printf('%016x', number) FROM evidence JOIN edge ON e = edge WHERE src = ?"
            " ORDER BY 1"
        )
        made.append(
            {
                "name": indexed(source), "source": source, "digest": digest, "own": own, "length": length,
                "in_effect": bool(in_effect), "entity": entity, "named": indexed(entity), "document": document,
                "heading": heading, "body": body, "votes": votes, "text": text,
                "edges": [id for (id,) in db.execute(sql, (src,))],
                **block_props(read_key(own)),
            }
        )  # fmt: skip
        sql = "SELECT key, own FROM key_use JOIN doc_key USING (k) WHERE src = ?"
        uses += [[indexed(source), indexed(key), own] for key, own in db.execute(sql, (src,))]
    run(tx, "UNWIND $rows AS r CREATE (n:_Reading) SET n = r", rows=made)
    for type, which in (("_NAMES", 0), ("_IS", 1)):
        query = (
            "UNWIND $rows AS r MATCH (n:_Reading {name: r[0]}) MATCH (k:_Key {name: r[1]})"
            f" CREATE (n)-[:{type}]->(k)"
        )
        run(tx, query, rows=[use[:2] for use in uses if use[2] == which])


def _run(query: str, given: list[Any], tx: ManagedTransaction) -> None:
    run(tx, query, rows=given)


def _grouped(ballots: Iterable[Any]) -> Iterator[tuple[str, list[Any]]]:
    for id, group in groupby(ballots, key=lambda row: row[0]):
        yield id, [list(row[1:]) for row in group]
