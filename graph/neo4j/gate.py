"""Commits that are seen as a whole or not at all, though Neo4j shows each of their records as soon as it is written.

A reading transaction sees what others committed meanwhile, and of a commit that is being made the records made so far.
So beside the mark there is a gate, a node with two numbers. Writers take turns by the lock on the mark; the one whose
turn it is counts up `begun` just before its commit, and sets `done` to that just after, each in a transaction of its
own. An answer stands when `begun` after it is what `done` was before it; otherwise it is asked for again. As long as
nobody writes that is one look at the gate for each answer, and nobody waits.

Whoever holds the lock knows that every commit before has ended, whatever became of the writer: a gate that was left
open is closed by the next writer, or by a reader that has waited long enough and reads in a writer's turn.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from time import monotonic, sleep
from typing import Any, TypeVar

from neo4j import ManagedTransaction
from neo4j.exceptions import Neo4jError

from graph.neo4j.layout import VERSION
from graph.neo4j.server import NotAllowedError, Server, ServerError, rows
from graph.store import StoreError

T = TypeVar("T")
_PATIENCE = 3.0
_PAUSE, _LONGEST_PAUSE = 0.002, 0.05

_TURN = "MATCH (m:_Chithi) SET m.writing = true RETURN m.filling IS NOT NULL, m.version"
_OF_THIS_FORM = "MATCH (m:_Chithi) SET m.version = $version"
_END_OF_TURN = "MATCH (m:_Chithi) REMOVE m.writing"
_LOOK = "MATCH (g:_Gate) RETURN g.begun, g.done"
_OPEN = "MERGE (g:_Gate) ON CREATE SET g.begun = 1, g.done = 0 ON MATCH SET g.begun = g.begun + 1 RETURN g.begun"
_CLOSE = "MATCH (g:_Gate) SET g.done = g.begun"
# The lock comes before the comparison: by now the gate may have been opened by another.
_TOUCH = "MATCH (g:_Gate) SET g.closing = true"
_CLOSE_OWN = "MATCH (g:_Gate) SET g.done = CASE g.begun WHEN $begun THEN $begun ELSE g.done END REMOVE g.closing"


class HalfFilledError(ServerError):
    def __init__(self, server: Server) -> None:
        super().__init__(f"{server.address} is half filled by chithi push; run the same push again")


class Gate:
    """Transactions on the store of one database, whose commits are seen whole. Threads may share it."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._settled: int | None = None  # a number that `done` had, and perhaps still has
        self._given_up: int | None = None  # one that `begun` kept for long, and that this user may not settle

    def read(self, work: Callable[[ManagedTransaction], T]) -> T:
        """What `work` finds in one state of the store. It may be called several times."""
        return self._read(work)[0]

    def rows(self, query: str, **parameters: Any) -> list[Any]:
        """The rows of one query that reads."""
        return self.read(lambda tx: rows(tx, query, **parameters))

    def number(self) -> int:
        """How many commits there were: while it stays the same, whatever is read is of one state."""
        return self._read(lambda tx: None)[1]

    def write(self, work: Callable[[ManagedTransaction], T]) -> T:
        """Do `work` in one transaction, while nobody else writes. It may be called several times."""
        begun = 0

        def turn(tx: ManagedTransaction) -> T:
            nonlocal begun
            begun = 0
            version, left_open = self._take_turn(tx)
            if left_open:
                self._server.write(close_gate)
            if version < VERSION:
                tx.run(_OF_THIS_FORM, version=VERSION).consume()
            done = work(tx)
            tx.run(_END_OF_TURN).consume()
            begun = self._server.write(open_gate)
            return done

        try:
            done = self._server.write(turn)
        except Exception as error:
            # When the server itself says that it failed, nothing of it is there or will be.
            if begun and isinstance(error.__cause__ or error, Neo4jError):
                self._close(begun)
            raise
        self._close(begun)
        return done

    def _read(self, work: Callable[[ManagedTransaction], T]) -> tuple[T, int]:
        until = monotonic() + _PATIENCE
        while (before := self._wait(until)) is not None:
            try:
                answer, (begun, _) = self._server.read(lambda tx: (work(tx), _look(tx)))
            except StoreError:
                raise
            except Exception:
                # What is half there can make a query fail, too.
                if self._server.read(_look)[0] == before:
                    raise
            else:
                if begun == before:
                    return answer, before
            self._settled = None
            if monotonic() > until:
                break
        return self._read_in_turn(work)

    def _wait(self, until: float) -> int | None:
        """The number of commits as last seen, or as soon as none is under way; None when that takes too long."""
        if (settled := self._settled) is not None:
            return settled
        pause = _PAUSE
        while True:
            begun, done = self._server.read(_look)
            if begun in (done, self._given_up):
                self._settled = begun
                return begun
            if monotonic() > until:
                return None
            sleep(pause)
            pause = min(2 * pause, _LONGEST_PAUSE)

    def _read_in_turn(self, work: Callable[[ManagedTransaction], T]) -> tuple[T, int]:
        def turn(tx: ManagedTransaction) -> tuple[T, int]:
            _, left_open = self._take_turn(tx)
            answer = work(tx)
            if left_open:
                close_gate(tx)
            tx.run(_END_OF_TURN).consume()
            return answer, _look(tx)[0]

        begun, done = self._server.read(_look)
        try:
            return self._server.write(turn)
        except NotAllowedError:
            if begun == done:
                raise
            self._given_up = begun
            return self._read(work)

    def _take_turn(self, tx: ManagedTransaction) -> tuple[int, bool]:
        """Nobody else writes until the transaction ends, and all that was committed before is there. The form of the
        store, and whether the gate was left open."""
        mark = rows(tx, _TURN)
        if not mark:
            raise ServerError(f"{self._server.address} holds no store any more; open it again")
        filling, version = mark[0]
        if filling:
            raise HalfFilledError(self._server)
        begun, done = _look(tx)
        return int(version), begun != done

    def _close(self, begun: int) -> None:
        def close(tx: ManagedTransaction) -> None:
            tx.run(_TOUCH).consume()
            tx.run(_CLOSE_OWN, begun=begun).consume()

        # The commit stands; a gate that stays open costs others a wait.
        with suppress(StoreError):
            self._server.write(close)


def open_gate(tx: ManagedTransaction) -> int:
    """Tell readers that what comes now is not to be seen in part; the number of this commit."""
    return int(rows(tx, _OPEN)[0][0])


def close_gate(tx: ManagedTransaction) -> None:
    """For whoever knows that all commits have ended."""
    tx.run(_CLOSE).consume()


def _look(tx: ManagedTransaction) -> tuple[int, int]:
    """`begun` and `done`; a store without a gate was never written, or not since there are gates."""
    for begun, done in rows(tx, _LOOK):
        return begun, done
    return 0, 0
