"""The tables of the embedded store, and opening its file.

`reading`, `text`, `own_block` are the ledger: what was read, one row a file. `doc_key`, `key_block`, `key_use` tell
which documents name which. Everything else follows from these: `node`, `edge`, `evidence`, the votes of documents on
nodes they share (`ballot`), open nodes, and two indexes for finding (`lookup`, `found`).

Never ANALYZE or PRAGMA optimize here: with statistics SQLite 3.40 rebuilds a filter at every recursive step.
"""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from graph.store import StoreError

APPLICATION = 0x63687469  # "chti"
VERSION = 1

_TABLES = """
CREATE TABLE reading (
    src INTEGER PRIMARY KEY, source TEXT NOT NULL UNIQUE, digest TEXT NOT NULL, own TEXT NOT NULL,
    length INTEGER NOT NULL, body BLOB NOT NULL, in_effect INTEGER NOT NULL DEFAULT 0, entity TEXT NOT NULL DEFAULT '',
    document TEXT, heading TEXT, votes BLOB
);
CREATE INDEX reading_document ON reading (document);
CREATE TABLE text (src INTEGER PRIMARY KEY, text TEXT NOT NULL);
CREATE TABLE own_block (block TEXT NOT NULL, src INTEGER NOT NULL, PRIMARY KEY (block, src)) WITHOUT ROWID;
CREATE INDEX own_block_src ON own_block (src);

CREATE TABLE doc_key (k INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, id TEXT);
CREATE TABLE key_block (block TEXT NOT NULL, k INTEGER NOT NULL, PRIMARY KEY (block, k)) WITHOUT ROWID;
CREATE INDEX key_block_k ON key_block (k);
CREATE TABLE key_use (
    k INTEGER NOT NULL, src INTEGER NOT NULL, own INTEGER NOT NULL, PRIMARY KEY (k, src, own)
) WITHOUT ROWID;
CREATE INDEX key_use_src ON key_use (src);
CREATE TABLE open_node (k INTEGER PRIMARY KEY, id TEXT NOT NULL, candidates TEXT NOT NULL);
CREATE INDEX open_node_id ON open_node (id);

CREATE TABLE node (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, label TEXT NOT NULL, props TEXT NOT NULL,
    owner INTEGER
);
CREATE INDEX node_kind ON node (kind, id);
CREATE INDEX node_owner ON node (owner) WHERE owner IS NOT NULL;
CREATE TABLE ballot (
    node INTEGER NOT NULL, prop TEXT NOT NULL, value TEXT NOT NULL, votes INTEGER NOT NULL,
    PRIMARY KEY (node, prop, value)
) WITHOUT ROWID;
CREATE TABLE edge (
    e INTEGER PRIMARY KEY, number INTEGER NOT NULL UNIQUE, kind TEXT NOT NULL, source INTEGER NOT NULL,
    target INTEGER NOT NULL, props TEXT NOT NULL
);
CREATE INDEX edge_source ON edge (source, kind);
CREATE INDEX edge_target ON edge (target, kind);
CREATE TABLE evidence (
    edge INTEGER NOT NULL, src INTEGER NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, rule TEXT NOT NULL,
    confidence REAL NOT NULL, quote TEXT NOT NULL
);
CREATE INDEX evidence_edge ON evidence (edge);
CREATE INDEX evidence_src ON evidence (src);
CREATE TABLE lookup (
    kind TEXT NOT NULL, prop TEXT NOT NULL, folded TEXT NOT NULL, node INTEGER NOT NULL,
    PRIMARY KEY (kind, prop, folded, node)
) WITHOUT ROWID;
CREATE INDEX lookup_node ON lookup (node);
CREATE VIRTUAL TABLE found USING fts5 (words, tokenize = 'ascii', detail = none);
"""


class ForeignFileError(StoreError):
    def __init__(self, path: str) -> None:
        super().__init__(f"{path} is not a chithi store; give another file with --db")


class NewerStoreError(StoreError):
    def __init__(self, path: str, version: int) -> None:
        super().__init__(f"{path} was made by a newer chithi (form {version}, this one knows {VERSION}); update chithi")


class DamagedStoreError(StoreError):
    def __init__(self, path: str, why: str) -> None:
        super().__init__(f"{path} is damaged ({why}); restore a copy, or ingest the documents into a new file")


class MissingStoreError(StoreError):
    def __init__(self, path: str) -> None:
        super().__init__(f"{path} does not exist; make it with chithi ingest")


class ReadOnlyStoreError(StoreError):
    def __init__(self, path: str) -> None:
        super().__init__(f"{path} cannot be written; make the file and its folder writable")


class LockedStoreError(StoreError):
    def __init__(self, path: str) -> None:
        super().__init__(f"{path} is being written by another process for too long; try again when it is done")


def explained(path: str, error: sqlite3.Error) -> Exception:
    """The error as the user reads it; one that only a mistake in this program explains stays as it is."""
    why = str(error)
    if "locked" in why or "busy" in why:
        return LockedStoreError(path)
    if "readonly" in why or "read-only" in why or "unable to open" in why:
        return ReadOnlyStoreError(path)
    if "not a database" in why:
        return ForeignFileError(path)
    if "malformed" in why or "corrupt" in why or "disk I/O" in why:
        return DamagedStoreError(path, why)
    return error


def connect(path: str, *, create: bool, timeout: float) -> sqlite3.Connection:
    """A connection to the store at `path`, made when it does not exist and `create` is set. Raises StoreError."""
    file = Path(path)
    if file.is_dir() or (not create and not file.exists()):
        raise ForeignFileError(path) if file.is_dir() else MissingStoreError(path)
    if not file.parent.is_dir():
        raise MissingStoreError(str(file.parent))
    address = f"{file.resolve().as_uri()}?mode={'rwc' if create else 'rw'}"
    if file.exists() and not _writable(file):
        # Without the right to write, SQLite can read a WAL file only as one that nobody changes.
        address = f"{file.resolve().as_uri()}?mode=ro" + ("" if Path(f"{path}-wal").exists() else "&immutable=1")
    try:
        db = sqlite3.connect(address, uri=True, timeout=timeout, isolation_level=None, check_same_thread=False)
    except sqlite3.Error as error:
        raise explained(path, error) from error
    try:
        _prepare(db, path)
    except sqlite3.Error as error:
        db.close()
        raise explained(path, error) from error
    except StoreError:
        db.close()
        raise
    return db


def _writable(file: Path) -> bool:
    return os.access(file, os.W_OK) and os.access(file.parent, os.W_OK)


def _prepare(db: sqlite3.Connection, path: str) -> None:
    application = db.execute("PRAGMA application_id").fetchone()[0]
    version = db.execute("PRAGMA user_version").fetchone()[0]
    if application == 0 and version == 0:
        if db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            raise ForeignFileError(path)
        _create(db)
    elif application != APPLICATION:
        raise ForeignFileError(path)
    elif version > VERSION:
        raise NewerStoreError(path, version)
    db.execute("PRAGMA synchronous = NORMAL")
    db.execute("PRAGMA cache_size = -65536")
    db.execute("PRAGMA temp_store = MEMORY")


def _create(db: sqlite3.Connection) -> None:
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("BEGIN IMMEDIATE")
    try:
        # Two processes may find the same new file: the second one finds the tables when its turn comes.
        if not db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            for statement in _TABLES.split(";\n"):
                if statement.strip():
                    db.execute(statement)
            db.execute(f"PRAGMA application_id = {APPLICATION}")
            db.execute(f"PRAGMA user_version = {VERSION}")
        db.execute("COMMIT")
    except BaseException:
        db.execute("ROLLBACK")
        raise
