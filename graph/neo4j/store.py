"""`graph.store.Store` in a Neo4j database. One writes at a time, whoever and wherever they are; reading goes on."""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from types import TracebackType
from typing import Self

from neo4j import ManagedTransaction

from graph.ledger import read_key
from graph.model import Edge, Node, Text
from graph.neo4j import asking
from graph.neo4j.address import parse
from graph.neo4j.draft import Draft
from graph.neo4j.gate import Gate, HalfFilledError
from graph.neo4j.server import Server, ServerError, rows
from graph.neo4j.writing import write
from graph.packing import unpack
from graph.reading import Finding, Reading
from graph.rebuilding import readings
from graph.statements import check
from graph.store import Held, NotHeldError, Part, Role, Step

_BATCH = 100
_Change = Callable[[Draft], str]


class ChangedMeanwhileError(ServerError):
    def __init__(self, server: Server) -> None:
        super().__init__(f"{server.address} was written while it was read as a whole; try again when that is done")


class Neo4jStore:
    """Threads may share it."""

    def __init__(self, address: str, *, create: bool = True) -> None:
        self._server = Server(parse(address), create=create)
        self._gate = Gate(self._server)
        self._writing = threading.RLock()
        self._waiting: list[_Change] | None = None
        if self._server.filling:
            self._server.close()
            raise HalfFilledError(self._server)
        self._server.lay_out()

    # -- writing

    def put(self, reading: Reading, digest: str) -> str:
        check(reading)
        return self._change(lambda draft: draft.put(reading, digest))

    def remove(self, document: str) -> None:
        def change(draft: Draft) -> str:
            if not draft.remove_document(document):
                raise NotHeldError(document)
            return document

        self._change(change)

    def load(self, records: Iterable[Text | Node | Edge]) -> None:
        loaded = readings(records)
        for reading in loaded:
            check(reading)

        def change(draft: Draft) -> str:
            for reading in loaded:
                draft.put(reading, "")
            return ""

        self._change(change)

    @contextmanager
    def batch(self) -> Iterator[None]:
        """Many documents in few transactions: within it, documents are committed some at a time, and reading sees a
        document only when it is committed. A document is still stored as a whole or not at all; one that raises leaves
        the others as they are."""
        with self._writing:
            if self._waiting is not None:
                yield
                return
            self._waiting = []
            self._foresee()
            try:
                yield
                self._commit()
            finally:
                self._waiting = None

    def _change(self, change: _Change) -> str:
        with self._writing:
            if self._waiting is None:
                return self._gate.write(lambda tx: _changed(tx, [change]))
            # Worked out now for its answer, and once more with the others in the transaction that writes them all.
            answer = self._foreseen(change)
            self._waiting.append(change)
            if len(self._waiting) >= _BATCH:
                self._commit()
                self._foresee()
            return answer

    def _foresee(self) -> None:
        """Work out from here on what changes come to, as the database is now."""
        self._number, self._preview = self._gate.number(), Draft(self._gate.rows)

    def _foreseen(self, change: _Change) -> str:
        """What a change comes to after those that wait. When somebody else wrote meanwhile, these are committed first:
        what was seen before and what is seen now do not belong together."""
        while True:
            if self._gate.number() != self._number:
                self._commit()
                self._foresee()
            try:
                answer = change(self._preview)
            except Exception:
                if self._gate.number() == self._number:
                    raise
            else:
                if self._gate.number() == self._number:
                    return answer

    def _commit(self) -> None:
        if self._waiting:
            waiting = list(self._waiting)
            self._gate.write(lambda tx: _changed(tx, waiting))
            self._waiting.clear()

    # -- the ledger

    def held(self) -> list[Held]:
        query = (
            "MATCH (r:_Reading) OPTIONAL MATCH (k:_Key {name: r.named}) WHERE k.key = r.entity"
            " RETURN r.source, coalesce(k.id, ''), r.digest, r.in_effect"
        )
        return sorted((Held(*row) for row in self._gate.rows(query)), key=lambda held: held.source)

    def readings(self) -> Iterator[tuple[Reading, str]]:
        query = (
            "MATCH (r:_Reading) WHERE r.name > $last WITH r ORDER BY r.name LIMIT 50"
            " RETURN r.name, r.source, r.text, r.own, r.body, r.digest ORDER BY r.name"
        )
        last = ""
        while page := self._gate.rows(query, last=last):
            for last, source, text, own, body, digest in page:  # noqa: B007
                yield unpack(source, text, read_key(own), bytes(body)), digest

    def findings(self, document: str) -> list[Finding]:
        found = self._reading(document)
        return list(found.findings) if found else []

    def lines(self, document: str) -> list[tuple[int, int]]:
        found = self._reading(document)
        return list(found.lines) if found else []

    def revision(self) -> str:
        number, id = self._gate.rows("MATCH (m:_Chithi) RETURN m.revision, m.id")[0]
        return f"{id}-{number}"

    def _reading(self, document: str) -> Reading | None:
        query = "MATCH (r:_Reading {document: $id}) WHERE r.in_effect RETURN r.source, r.text, r.entity, r.body"
        found = self._gate.rows(query, id=document)
        if not found:
            return None
        source, text, entity, body = found[0]
        return unpack(source, text, read_key(entity), bytes(body))

    # -- the graph

    def nodes(self, ids: Collection[str]) -> dict[str, Node]:
        return self._gate.read(lambda tx: asking.nodes(tx, ids))

    def nodes_of(self, kinds: Collection[str] | None = None) -> Iterator[Node]:
        return asking.nodes_of(self._gate.rows, kinds)

    def find(self, kind: str, prop: str, values: Collection[str]) -> list[Node]:
        return self._gate.read(lambda tx: asking.find(partial(rows, tx), kind, prop, values))

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
        return self._gate.read(
            lambda tx: asking.edges(
                tx,
                kinds=kinds,
                sources=sources,
                targets=targets,
                documents=documents,
                evidence=evidence,
                others=others,
            )
        )

    def items(self, documents: Collection[str], kinds: Collection[str], stating: str = "") -> list[Node]:
        return self._gate.read(lambda tx: asking.items(tx, documents, kinds, stating))

    def parts(
        self, documents: Collection[str] | None, kinds: Collection[str], *, bodies: Collection[str] | None = None
    ) -> list[Part]:
        return self._gate.read(lambda tx: asking.parts(tx, documents, kinds, bodies))

    def roles(self, tasks: Collection[str], kinds: Collection[str]) -> list[Role]:
        return self._gate.read(lambda tx: asking.roles(tx, tasks, kinds))

    def degrees(
        self, ids: Collection[str], kinds: Collection[str] | None = None
    ) -> dict[str, dict[tuple[str, bool], int]]:
        return self._gate.read(lambda tx: asking.degrees(tx, ids, kinds))

    def walk(
        self, starts: Collection[str], kinds: Collection[str], *, down: bool, depth: int = 12, limit: int = 10_000
    ) -> list[Step]:
        return self._gate.read(lambda tx: asking.walk(tx, starts, kinds, down=down, depth=depth, limit=limit))

    def texts(self, documents: Collection[str]) -> dict[str, str]:
        return self._gate.read(lambda tx: asking.texts(tx, documents))

    def search(self, text: str, kinds: Collection[str] | None = None, limit: int = 50) -> list[Node]:
        return self._gate.read(lambda tx: asking.search(partial(rows, tx), text, kinds, limit))

    def counts(self) -> dict[str, dict[str, int]]:
        return self._gate.read(asking.counts)

    def records(self) -> Iterator[Text | Node | Edge]:
        """Read in pages, which hold nothing on the server; raises ChangedMeanwhileError at the end when somebody wrote
        between them."""
        before = self._gate.number()
        try:
            yield from asking.all_texts(self._server.rows)
            yield from asking.nodes_of(self._server.rows, None)
            yield from asking.all_edges(self._server.rows)
        except Exception as error:
            if self._gate.number() != before:
                raise ChangedMeanwhileError(self._server) from error
            raise
        if self._gate.number() != before:
            raise ChangedMeanwhileError(self._server)

    def close(self) -> None:
        self._server.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _changed(tx: ManagedTransaction, changes: list[_Change]) -> str:
    """Make the changes and write what came of them; the answer of the last."""
    draft = Draft(partial(rows, tx))
    answer = ""
    for change in changes:
        answer = change(draft)
    draft.settle()
    write(tx, draft)
    return answer
