"""The tables of the embedded store, and opening its file.

`reading`, `text`, `own_block` are the ledger: what was read, one row a file. `doc_key`, `key_block`, `key_use` tell
which documents name which. What is large stands last in a row: what stands behind it is found through all its pages.
Everything else follows from these: `node`, `edge`, `evidence`, the votes of documents on
nodes they share (`ballot`), open nodes, and two indexes for finding (`lookup`, `found`).

Never ANALYZE or PRAGMA optimize here: with statistics SQLite 3.40 rebuilds a filter at every recursive step.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from graph.failures import (
    ForeignFileError,
    MissingStoreError,
    NewerStoreError,
    ReadOnlyStoreError,
    UnknownVersionError,
    explained,
)

APPLICATION = 0x63687469  # "chti"
VERSION = 2
"""Raised with every change of the tables or of what they hold; `graph.migration` then has a line more, and
tests/graph/stores/ a store more."""

_WAIT = 30.0

_TABLES = """
CREATE TABLE reading (
    src INTEGER PRIMARY KEY, document TEXT, in_effect INTEGER NOT NULL DEFAULT 0, source TEXT NOT NULL UNIQUE,
    digest TEXT NOT NULL, own TEXT NOT NULL, length INTEGER NOT NULL, entity TEXT NOT NULL DEFAULT '', heading TEXT,
    votes BLOB, body BLOB NOT NULL
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


def connect(path: str, *, create: bool, timeout: float) -> sqlite3.Connection:
    """A connection to the store at `path`, made when it does not exist and `create` is set, brought to this version
    when an older chithi made it. A file that is no store is left as it is. Raises StoreError."""
    file = Path(path)
    if file.is_dir() or (not create and not file.exists()):
        raise ForeignFileError(path) if file.is_dir() else MissingStoreError(path)
    if not file.parent.is_dir():
        raise MissingStoreError(str(file.parent))
    if file.exists() and not file.is_file():
        raise ForeignFileError(path)
    try:
        look(path, timeout)
        db = _opened(file, timeout, create=create)
        try:
            _prepare(db, path, may_write=not file.exists() or _writable(file))
        except BaseException:
            db.close()
            raise
    except sqlite3.Error as error:
        raise explained(path, error) from error
    except PermissionError as error:
        raise ReadOnlyStoreError(path) from error
    return db


def look(path: str, timeout: float = _WAIT) -> int:
    """The version of the store in a file, 0 for one that is empty or not there. Another program's file is not opened
    for writing: closing it could write what is in its log. Raises ForeignFileError, NewerStoreError and sqlite3.Error.

    Asked of SQLite and not read from the file: on POSIX systems, to close a file gives up every lock that this process
    has on it, and then another process throws away the log that this one is writing.
    """
    file = Path(path)
    if not file.exists() or not file.stat().st_size:
        return 0
    try:
        version = _version_in(file, path, alone=not log_of(file).exists(), timeout=timeout)
    except sqlite3.DatabaseError:
        if not log_of(file).exists():
            raise
        # Somebody began to write meanwhile.
        version = _version_in(file, path, alone=False, timeout=timeout)
    if version > VERSION:
        raise NewerStoreError(path, version, VERSION)
    return version


def read_only(file: Path, *, alone: bool, timeout: float = _WAIT) -> sqlite3.Connection:
    """`alone`: nobody has it open, there is no log; then nothing is written beside it either."""
    address = f"{file.resolve().as_uri()}?mode=ro" + ("&immutable=1" if alone else "")
    return sqlite3.connect(address, uri=True, isolation_level=None, timeout=timeout, check_same_thread=False)


def _version_in(file: Path, path: str, *, alone: bool, timeout: float) -> int:
    with closing(read_only(file, alone=alone, timeout=timeout)) as db:
        return _version(db, path)


def log_of(file: Path) -> Path:
    """Where SQLite keeps what is committed and not yet in the file itself."""
    return Path(f"{file}-wal")


def create_tables(db: sqlite3.Connection) -> None:
    """In an empty database, within the caller's transaction."""
    for statement in _TABLES.split(";\n"):
        if statement.strip():
            db.execute(statement)
    db.execute(f"PRAGMA application_id = {APPLICATION}")
    db.execute(f"PRAGMA user_version = {VERSION}")


def _opened(file: Path, timeout: float, *, create: bool) -> sqlite3.Connection:
    if file.exists() and not _writable(file):
        # Without the right to write, SQLite can read a WAL file only as one that nobody changes.
        return read_only(file, alone=not log_of(file).exists(), timeout=timeout)
    address = f"{file.resolve().as_uri()}?mode={'rwc' if create else 'rw'}"
    return sqlite3.connect(address, uri=True, timeout=timeout, isolation_level=None, check_same_thread=False)


def _writable(file: Path) -> bool:
    return os.access(file, os.W_OK) and os.access(file.parent, os.W_OK)


def _version(db: sqlite3.Connection, path: str) -> int:
    """In one look: another process may be making the store."""
    db.execute("BEGIN")
    try:
        application, version, tables = db.execute(
            "SELECT (SELECT application_id FROM pragma_application_id), (SELECT user_version FROM pragma_user_version),"
            " (SELECT count(*) FROM sqlite_master)"
        ).fetchone()
    finally:
        db.execute("COMMIT")
    if application != APPLICATION and (application or version or tables):
        raise ForeignFileError(path)
    if version < 0:
        raise UnknownVersionError(path, version)
    return int(version)


def _prepare(db: sqlite3.Connection, path: str, *, may_write: bool) -> None:
    version = _version(db, path)
    if version > VERSION:
        raise NewerStoreError(path, version, VERSION)
    db.execute("PRAGMA synchronous = NORMAL")
    db.execute("PRAGMA cache_size = -65536")
    db.execute("PRAGMA temp_store = MEMORY")
    if version == VERSION:
        return
    if not may_write:
        raise ReadOnlyStoreError(path)
    if version == 0:
        _create(db)
    else:
        from graph.migration import MIGRATED, migrate

        if version not in MIGRATED:
            raise UnknownVersionError(path, version)
        migrate(db)


def _create(db: sqlite3.Connection) -> None:
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("BEGIN IMMEDIATE")
    try:
        # Two processes may find the same new file: the second one finds the tables when its turn comes.
        if not db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            create_tables(db)
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise
