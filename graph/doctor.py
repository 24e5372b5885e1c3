"""Whether an embedded store is sound, what made it and what it has to live on."""

from __future__ import annotations

import re
import shutil
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from importlib import metadata
from itertools import zip_longest
from pathlib import Path
from tempfile import TemporaryDirectory

from graph import asking
from graph.failures import DamagedStoreError, DiskError, explained
from graph.migration import ledger, rebuild
from graph.model import Edge, Node, Text
from graph.schema import VERSION, connect, log_of
from graph.sqlite import SqliteStore

HOLDS, FAILS, TOLD = "holds", "fails", "told"
_WAIT = 60.0
_SPARE = 100 * 1024**2


@dataclass(frozen=True, slots=True)
class CheckRow:
    """`state` is `holds` or `fails`, or `told` for what is neither right nor wrong."""

    check: str
    state: str
    detail: str


def doctor(path: str, *, deep: bool = False, anew: bool = False) -> list[CheckRow]:
    """Look at the store at `path`. With `deep` the graph is also stated anew from what was read, in a file beside the
    system's temporary ones, and compared: that takes as long as storing it did. With `anew` the store itself is stated
    anew first. Raises StoreError for what is no store."""
    return [*_store(path, deep=deep, anew=anew), _room(path), *_installed()]


def _store(path: str, *, deep: bool, anew: bool) -> Iterator[CheckRow]:
    try:
        with closing(connect(path, create=False, timeout=_WAIT)) as db:
            yield CheckRow("version", HOLDS, f"form {VERSION}")
            yield _integrity(db)
            if anew:
                rebuild(db)
            yield from _consistent(db)
            yield _search(db)
            yield from _counts(db)
            if deep:
                yield _same_graph(db)
    except (DamagedStoreError, DiskError) as error:
        yield CheckRow("integrity", FAILS, str(error))
    except sqlite3.Error as error:
        named = explained(path, error)
        if named is error:
            yield CheckRow("integrity", FAILS, f"{type(error).__name__}: {error}")
        elif isinstance(named, (DamagedStoreError, DiskError)):
            yield CheckRow("integrity", FAILS, str(named))
        else:
            raise named from error


def _integrity(db: sqlite3.Connection) -> CheckRow:
    found = [line for (line,) in db.execute("PRAGMA integrity_check(5)")]
    return CheckRow("integrity", HOLDS if found == ["ok"] else FAILS, "; ".join(found).replace("\n", " "))


# What must not be there, as the number of rows that are.
_STRAYS = {
    "ledger": (
        "SELECT count(*) FROM reading LEFT JOIN text USING (src) WHERE text IS NULL",
        "SELECT count(*) FROM text WHERE src NOT IN (SELECT src FROM reading)",
        "SELECT count(*) FROM reading WHERE in_effect AND document IS NULL",
        "SELECT count(*) FROM key_use WHERE src NOT IN (SELECT src FROM reading)",
    ),
    "graph": (
        "SELECT count(*) FROM edge WHERE source NOT IN (SELECT n FROM node) OR target NOT IN (SELECT n FROM node)",
        "SELECT count(*) FROM edge WHERE e NOT IN (SELECT edge FROM evidence)",
        "SELECT count(*) FROM evidence WHERE edge NOT IN (SELECT e FROM edge)",
        "SELECT count(*) FROM evidence WHERE src NOT IN (SELECT src FROM reading WHERE in_effect)",
        "SELECT count(*) FROM node WHERE owner NOT IN (SELECT src FROM reading WHERE in_effect)",
        "SELECT count(*) FROM ballot WHERE node NOT IN (SELECT n FROM node)",
        "SELECT count(*) FROM lookup WHERE node NOT IN (SELECT n FROM node)",
    ),
}


def _consistent(db: sqlite3.Connection) -> Iterator[CheckRow]:
    for name, queries in _STRAYS.items():
        strays = sum(db.execute(sql).fetchone()[0] for sql in queries)
        yield CheckRow(
            name, FAILS if strays else HOLDS, f"{strays} rows that belong to nothing; {_ANEW}" if strays else ""
        )


_ANEW = "chithi doctor --anew states the graph anew from what was read"


def _search(db: sqlite3.Connection) -> CheckRow:
    """Every node is in the search index once, and the index agrees with itself."""
    lost = "SELECT count(*) FROM node WHERE n NOT IN (SELECT rowid FROM found)"
    left = "SELECT count(*) FROM found WHERE rowid NOT IN (SELECT n FROM node)"
    wrong = db.execute(lost).fetchone()[0] + db.execute(left).fetchone()[0]
    if wrong:
        return CheckRow("search", FAILS, f"{wrong} nodes without words or words without a node; {_ANEW}")
    try:
        db.execute("BEGIN IMMEDIATE")
        try:
            db.execute("INSERT INTO found (found) VALUES ('integrity-check')")  # the index's own; it writes nothing
        finally:
            db.execute("ROLLBACK")
    except sqlite3.DatabaseError as error:
        if "readonly" in str(error):
            return CheckRow("search", TOLD, "not looked into: the store cannot be written")
        if "locked" in str(error):
            return CheckRow("search", TOLD, "not looked into: the store is being written")
        return CheckRow("search", FAILS, f"{error}; {_ANEW}")
    return CheckRow("search", HOLDS, "")


def _counts(db: sqlite3.Connection) -> Iterator[CheckRow]:
    counts = asking.counts(db)
    files, in_effect = db.execute("SELECT count(*), coalesce(sum(in_effect), 0) FROM reading").fetchone()
    nodes, edges = sum(counts["nodes"].values()), sum(counts["edges"].values())
    detail = (
        f"{files} files, {in_effect} in effect; {nodes} nodes, {edges} edges, {counts['evidence']['all']} evidences"
    )
    yield CheckRow("counts", TOLD, detail)


def _same_graph(db: sqlite3.Connection) -> CheckRow:
    with TemporaryDirectory(prefix="chithi-") as folder, SqliteStore(str(Path(folder) / "anew.db")) as other:
        db.execute("BEGIN")  # one state of the store, whoever writes meanwhile
        try:
            with other.batch():
                for reading, digest in ledger(db):
                    other.put(reading, digest)
            for one, two in zip_longest(asking.records(db), other.records()):
                if one != two:
                    return CheckRow("deep", FAILS, f"{_named(one or two)} is otherwise when read anew; {_ANEW}")
        finally:
            db.execute("COMMIT")
    return CheckRow("deep", HOLDS, "the graph is what was read")


def _named(record: Text | Node | Edge | None) -> str:
    return record.document if isinstance(record, Text) else record.id if record else ""


def _room(path: str) -> CheckRow:
    """Restoring a backup and changing to a new form need the store's size once more."""
    file, log = Path(path), log_of(Path(path))
    size = file.stat().st_size + (log.stat().st_size if log.exists() else 0)
    free = shutil.disk_usage(file.resolve().parent).free
    detail = f"{size / 1e6:,.1f} MB used, {free / 1e6:,.0f} MB free"
    return CheckRow("room", HOLDS if free > size + _SPARE else FAILS, detail)


_NAME = re.compile(r"[A-Za-z0-9._-]+")


def _installed() -> Iterator[CheckRow]:
    python = ".".join(map(str, sys.version_info[:3]))
    yield CheckRow("installed", TOLD, f"Python {python}, SQLite {sqlite3.sqlite_version}")
    try:
        yield CheckRow("installed", TOLD, f"chithi {metadata.version('chithi')}")
        required = metadata.requires("chithi") or []
    except metadata.PackageNotFoundError:
        yield CheckRow("installed", TOLD, "chithi is run from its source")
        return
    for requirement in sorted(required, key=str.lower):
        if (found := _NAME.match(requirement)) and ";" not in requirement:
            try:
                yield CheckRow("installed", HOLDS, f"{found[0]} {metadata.version(found[0])}")
            except metadata.PackageNotFoundError:
                yield CheckRow("installed", FAILS, f"{requirement} is missing; install chithi again")
