"""The embedded store: one SQLite file in WAL mode, which other processes read while one writes."""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import TYPE_CHECKING, Self

from graph import asking
from graph.failures import explained
from graph.model import Edge, Node, Text
from graph.schema import connect
from graph.store import Held, NotHeldError, Part, Role, Step

if TYPE_CHECKING:  # what only writing needs is imported when something is written
    from graph.reading import Finding, Reading
    from graph.upkeep import Upkeep

_BATCH = 200
# Seconds: how often a writer looks whether its turn has come; how long one with much to write steps back for others.
_TURN, _STEP_BACK = 0.002, 0.01
_READERS_WAIT = 30.0


class SqliteStore:
    """`graph.store.Store` in a file. Threads may share it: each reads through a connection of its own."""

    def __init__(self, path: str, *, create: bool = True, timeout: float = 600.0) -> None:
        """`timeout`: seconds to wait for others that write; reading waits for nobody but at a store's making."""
        self._path = path
        self._patience = timeout
        self._timeout = min(timeout, _READERS_WAIT)
        self._local = threading.local()
        self._open: list[sqlite3.Connection] = []
        self._writing = threading.RLock()
        self._writer: sqlite3.Connection | None = None
        self._upkeep: Upkeep | None = None
        self._watching = threading.Lock()
        self._watcher: sqlite3.Connection | None = None
        self._seen: tuple[int, str] = (-1, "")
        with self._named_errors():
            self._local.db = connect(path, create=create, timeout=timeout)
        self._open.append(self._local.db)

    # -- writing

    def put(self, reading: Reading, digest: str) -> str:
        from graph.statements import check

        check(reading)
        with self._changing() as upkeep:
            return upkeep.put(reading, digest)

    def remove(self, document: str) -> None:
        with self._changing() as upkeep:
            sql = "SELECT src FROM reading JOIN doc_key ON key = entity WHERE id = ?"
            sources = [src for (src,) in upkeep.db.execute(sql, (document,))]
            if not sources:
                raise NotHeldError(document)
            upkeep.remove(sources)

    def load(self, records: Iterable[Text | Node | Edge]) -> None:
        from graph.rebuilding import readings
        from graph.statements import check

        loaded = readings(records)
        for reading in loaded:
            check(reading)
        with self._changing() as upkeep:
            for reading in loaded:
                upkeep.put(reading, "")

    @contextmanager
    def batch(self) -> Iterator[None]:
        """Many documents in few transactions: within it, documents are committed some hundred at a time, and reading
        sees a document only when it is committed. A document is still stored as a whole or not at all; one that raises
        leaves the others as they are."""
        with self._writing:
            if self._upkeep is not None:
                yield
                return
            self._begin()
            try:
                yield
                self._commit()
            finally:
                self._rollback()

    @contextmanager
    def _changing(self) -> Iterator[Upkeep]:
        """A transaction for one document, or its part of a batch's."""
        with self._writing, self._named_errors():
            within_batch = self._upkeep is not None
            upkeep = self._upkeep or self._begin()
            try:
                upkeep.db.execute("SAVEPOINT one")
                try:
                    yield upkeep
                except BaseException:
                    upkeep.db.execute("ROLLBACK TO one")
                    raise
                finally:
                    upkeep.db.execute("RELEASE one")
                upkeep.waiting += 1
                if not within_batch or upkeep.waiting >= _BATCH:
                    self._commit()
                if within_batch and self._upkeep is None:
                    time.sleep(_STEP_BACK)
                    self._begin()
            finally:
                if not within_batch:
                    self._rollback()

    def _begin(self) -> Upkeep:
        from graph.upkeep import Upkeep

        with self._named_errors():
            if self._writer is None:
                self._writer = connect(self._path, create=False, timeout=self._timeout)
                self._writer.execute("PRAGMA busy_timeout = 0")
                self._open.append(self._writer)
            self._take_turn(self._writer)
        self._upkeep = Upkeep(self._writer)
        return self._upkeep

    def _take_turn(self, db: sqlite3.Connection) -> None:
        """Begin to write when nobody else does. SQLite itself would look ten times a second, between which a writer
        with many documents is not seen to pause, and could not be interrupted."""
        until = time.monotonic() + self._patience
        while True:
            try:
                db.execute("BEGIN IMMEDIATE")
                return
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() >= until:
                    raise
            time.sleep(_TURN)

    def _commit(self) -> None:
        with self._named_errors():
            if self._upkeep is not None:
                self._upkeep.settle()
                self._upkeep.db.execute("COMMIT")
                self._upkeep = None

    def _rollback(self) -> None:
        if self._upkeep is not None and self._upkeep.db.in_transaction:
            self._upkeep.db.execute("ROLLBACK")
        self._upkeep = None

    # -- the ledger

    def held(self) -> list[Held]:
        sql = (
            "SELECT source, coalesce(id, ''), digest, in_effect FROM reading LEFT JOIN doc_key ON key = entity"
            " ORDER BY source"
        )
        with self._snapshot() as db:
            return [Held(source, id, digest, bool(on)) for source, id, digest, on in db.execute(sql)]

    def readings(self) -> Iterator[tuple[Reading, str]]:
        from graph.ledger import read_key
        from graph.packing import unpack

        with self.snapshot() as db:
            sql = "SELECT source, digest, own, body, text FROM reading CROSS JOIN text USING (src) ORDER BY source"
            for source, digest, own, body, text in db.execute(sql):
                yield unpack(source, text, read_key(own), body), digest

    def findings(self, document: str) -> list[Finding]:
        found = self._reading(document)
        return list(found.findings) if found else []

    def lines(self, document: str) -> list[tuple[int, int]]:
        found = self._reading(document)
        return list(found.lines) if found else []

    def revision(self) -> str:
        """The digest of the ledger, worked out anew only when another connection has written, and then once for all
        threads."""
        from graph.ledger import revision

        with self._watching, self._named_errors():
            db = self._watcher
            if db is None:
                db = self._watcher = connect(self._path, create=False, timeout=self._timeout)
                self._open.append(db)
            db.execute("BEGIN")
            try:
                version = db.execute("PRAGMA data_version").fetchone()[0]
                if self._seen[0] != version:
                    self._seen = version, revision(db)
            finally:
                db.execute("COMMIT")
            return self._seen[1]

    # -- the graph

    def nodes(self, ids: Collection[str]) -> dict[str, Node]:
        with self._snapshot() as db:
            return asking.nodes(db, ids)

    def nodes_of(self, kinds: Collection[str] | None = None) -> Iterator[Node]:
        with self.snapshot() as db:
            yield from asking.nodes_of(db, kinds)

    def find(self, kind: str, prop: str, values: Collection[str]) -> list[Node]:
        with self._snapshot() as db:
            return asking.find(db, kind, prop, values)

    def edges(
        self,
        *,
        kinds: Collection[str] | None = None,
        sources: Collection[str] | None = None,
        targets: Collection[str] | None = None,
        documents: Collection[str] | None = None,
        evidence: bool = True,
        others: bool = True,
    ) -> list[Edge]:
        with self._snapshot() as db:
            return asking.edges(
                db,
                kinds=kinds,
                sources=sources,
                targets=targets,
                documents=documents,
                evidence=evidence,
                others=others,
            )

    def items(self, documents: Collection[str], kinds: Collection[str], stating: str = "") -> list[Node]:
        with self._snapshot() as db:
            return asking.items(db, documents, kinds, stating)

    def parts(
        self, documents: Collection[str] | None, kinds: Collection[str], *, bodies: Collection[str] | None = None
    ) -> list[Part]:
        with self._snapshot() as db:
            return asking.parts(db, documents, kinds, bodies)

    def roles(self, tasks: Collection[str], kinds: Collection[str]) -> list[Role]:
        with self._snapshot() as db:
            return asking.roles(db, tasks, kinds)

    def degrees(
        self, ids: Collection[str], kinds: Collection[str] | None = None
    ) -> dict[str, dict[tuple[str, bool], int]]:
        with self._snapshot() as db:
            return asking.degrees(db, ids, kinds)

    def walk(
        self, starts: Collection[str], kinds: Collection[str], *, down: bool, depth: int = 12, limit: int = 10_000
    ) -> list[Step]:
        with self._snapshot() as db:
            return asking.walk(db, starts, kinds, down=down, depth=depth, limit=limit)

    def texts(self, documents: Collection[str]) -> dict[str, str]:
        with self._snapshot() as db:
            return asking.texts(db, documents)

    def search(self, text: str, kinds: Collection[str] | None = None, limit: int = 50) -> list[Node]:
        with self._snapshot() as db:
            return asking.search(db, text, kinds, limit)

    def counts(self) -> dict[str, dict[str, int]]:
        with self._snapshot() as db:
            return asking.counts(db)

    def records(self) -> Iterator[Text | Node | Edge]:
        with self.snapshot() as db:
            yield from asking.records(db)

    def close(self) -> None:
        for db in self._open:
            db.close()
        self._open.clear()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # -- connections

    @property
    def _db(self) -> sqlite3.Connection:
        """This thread's connection for reading; writing has one of its own, so that nobody reads what is half done."""
        db: sqlite3.Connection | None = getattr(self._local, "db", None)
        if db is None:
            db = self._local.db = connect(self._path, create=False, timeout=self._timeout)
            self._open.append(db)
        return db

    @contextmanager
    def _snapshot(self) -> Iterator[sqlite3.Connection]:
        """One state of the graph for all queries of an operation."""
        with self._named_errors():
            db = self._db
            db.execute("BEGIN")
            try:
                yield db
            finally:
                db.execute("COMMIT")

    @contextmanager
    def snapshot(self) -> Iterator[sqlite3.Connection]:
        """A connection of its own, for a stream of one state: whoever reads slowly may write meanwhile."""
        with self._named_errors():
            db = connect(self._path, create=False, timeout=self._timeout)
            try:
                db.execute("BEGIN")
                yield db
            finally:
                db.close()

    @contextmanager
    def _named_errors(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            named = explained(self._path, error)
            if named is error:
                raise
            raise named from error

    def _reading(self, document: str) -> Reading | None:
        from graph.ledger import load_reading

        with self._snapshot() as db:
            found = db.execute("SELECT src FROM reading WHERE document = ? AND in_effect", (document,)).fetchone()
            return load_reading(db, found[0]) if found else None
