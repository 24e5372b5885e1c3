"""Stores of earlier versions brought to this one: everything that follows from the ledger is stated anew from it.

So a version needs no rule for each of its tables, only where its ledger stands.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from itertools import islice

from graph.ledger import read_key
from graph.packing import unpack
from graph.reading import Reading
from graph.schema import VERSION, create_tables
from graph.upkeep import Upkeep

_LEDGER = "SELECT source, digest, own, body, text FROM {reading} JOIN {text} USING (src) ORDER BY src"
MIGRATED: dict[int, str] = {1: _LEDGER}
"""Earlier version to the query for its ledger: source, digest, own key, packed reading and text of each file."""

_AT_ONCE = 200


def migrate(db: sqlite3.Connection) -> None:
    """Bring the store to this version, in one transaction. Does nothing when another process has done it."""
    db.execute("BEGIN IMMEDIATE")
    try:
        version = db.execute("PRAGMA user_version").fetchone()[0]
        if version != VERSION:
            _rebuild(db, MIGRATED[version])
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise


def rebuild(db: sqlite3.Connection) -> None:
    """State everything anew from the ledger, in one transaction."""
    db.execute("BEGIN IMMEDIATE")
    try:
        _rebuild(db, _LEDGER)
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise


def ledger(
    db: sqlite3.Connection, sql: str = _LEDGER, reading: str = "reading", text: str = "text"
) -> Iterator[tuple[Reading, str]]:
    """Every file's reading as it was put, with its digest."""
    for source, digest, own, body, words in db.execute(sql.format(reading=reading, text=text)):
        yield unpack(source, words, read_key(own), body), digest


def _rebuild(db: sqlite3.Connection, sql: str) -> None:
    kept = {"reading": "former_reading", "text": "former_text"}
    for name, former in kept.items():
        db.execute(f"ALTER TABLE {name} RENAME TO {former}")
    indexes = "SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
    for (name,) in db.execute(indexes).fetchall():
        db.execute(f"DROP INDEX {name}")
    # A search index goes with the tables that it keeps for itself.
    tables = "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY sql NOT LIKE 'CREATE VIRTUAL%'"
    for (name,) in db.execute(tables).fetchall():
        if name not in kept.values() and not name.startswith("sqlite_"):
            db.execute(f"DROP TABLE IF EXISTS {name}")
    create_tables(db)
    read = ledger(db, sql, **kept)
    while some := list(islice(read, _AT_ONCE)):
        upkeep = Upkeep(db)
        for reading, digest in some:
            upkeep.put(reading, digest)
        upkeep.settle()
    for former in kept.values():
        db.execute(f"DROP TABLE {former}")
