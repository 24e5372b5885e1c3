"""A database on a Neo4j server: connecting, reading, writing, and the sentences the user reads when that fails."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar
from uuid import uuid4

import neo4j
from neo4j import GraphDatabase, ManagedTransaction
from neo4j.exceptions import (
    AuthError,
    ClientError,
    ConfigurationError,
    DriverError,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
)

from graph.neo4j.address import Address, password
from graph.neo4j.layout import OLDEST_SERVER, VERSION, Extent, statements
from graph.store import StoreError

# What the driver does over again is told to those who keep a log, and not on the terminal.
logging.getLogger("neo4j").addHandler(logging.NullHandler())

T = TypeVar("T")
_ONLINE_WITHIN = 3600
_MARK = "MATCH (m:_Chithi) RETURN m.version, m.filling IS NOT NULL"
_VERSION = re.compile(r"Neo4j/(\d+)\.(\d+)")


class ServerError(StoreError):
    """The database cannot be used."""


class NotAllowedError(ServerError):
    """The user may read, or not even that."""


class Server:
    """Transactions on one database. The driver repeats those that failed in passing."""

    def __init__(self, address: Address, *, create: bool) -> None:
        self.address = address
        with self._named_errors():
            self._driver = GraphDatabase.driver(
                address.uri,
                auth=(address.user, password(address)),
                connection_timeout=10,
                max_transaction_retry_time=30,
                notifications_min_severity=neo4j.NotificationMinimumSeverity.OFF,
                telemetry_disabled=True,
            )
            try:
                self._open(create)
            except BaseException:
                self._driver.close()
                raise

    def read(self, work: Callable[[ManagedTransaction], T]) -> T:
        with self._named_errors(), self._session(neo4j.READ_ACCESS) as session:
            return session.execute_read(work)

    def write(self, work: Callable[[ManagedTransaction], T]) -> T:
        with self._named_errors(), self._session(neo4j.WRITE_ACCESS) as session:
            return session.execute_write(work)

    def rows(self, query: str, **parameters: Any) -> list[Any]:
        """The rows of one query that reads."""
        return self.read(lambda tx: rows(tx, query, **parameters))

    def alone(self, query: str, **parameters: Any) -> None:
        """A statement that is a transaction of its own: of the schema, or one in many transactions."""
        with self._named_errors(), self._session(neo4j.WRITE_ACCESS) as session:
            session.run(query, parameters).consume()

    def lay_out(self, extent: Extent = "all") -> None:
        """Make the constraints and indexes that are missing, and wait until all can be used."""
        wanted = statements(extent)
        there = self.rows("SHOW INDEXES YIELD name, state RETURN name, state")
        states = {name: state for name, state in there if name in wanted}
        if failed := sorted(name for name, state in states.items() if state == "FAILED"):
            raise ServerError(f"{self.address}: the index {failed[0]} is broken; drop it (DROP INDEX {failed[0]})")
        missing = [statement for name, statement in wanted.items() if name not in states]
        for statement in missing:
            self.alone(statement)
        if missing or set(states.values()) - {"ONLINE"}:
            self.alone(f"CALL db.awaitIndexes({_ONLINE_WITHIN})")

    def close(self) -> None:
        self._driver.close()

    def _session(self, access: str) -> neo4j.Session:
        return self._driver.session(
            database=self.address.database or None,
            default_access_mode=access,
            bookmark_manager=self._driver.execute_query_bookmark_manager,
        )

    def _open(self, create: bool) -> None:
        self._driver.verify_connectivity()
        agent = self._driver.get_server_info().agent
        version = _VERSION.match(agent)
        if version and tuple(map(int, version.groups())) < OLDEST_SERVER:
            oldest = ".".join(map(str, OLDEST_SERVER))
            raise ServerError(f"{self.address} is {agent}; chithi needs Neo4j {oldest} or later")
        found = self.rows(_MARK)
        if not found and self.rows("MATCH (n) RETURN 1 LIMIT 1"):
            # Another may have made the store after the mark was looked for.
            found = self.rows(_MARK)
            if not found:
                raise ServerError(f"{self.address} holds something that is not chithi's; give an empty database")
        if not found:
            if not create:
                raise ServerError(f"{self.address} is empty; fill it with chithi ingest or chithi push")
            self.lay_out("ledger")
            new = {"version": VERSION, "id": uuid4().hex, "revision": 0, "evidence": 0}
            mark = "MERGE (m:_Chithi {one: 1}) ON CREATE SET m += $new"
            self.write(lambda tx: tx.run(mark, new=new).consume())
        elif found[0][0] > VERSION:
            raise ServerError(
                f"{self.address} was made by a newer chithi (form {found[0][0]}, this one knows {VERSION}); "
                "update chithi"
            )
        self.filling = bool(found and found[0][1])

    @contextmanager
    def _named_errors(self) -> Iterator[None]:
        try:
            yield
        except (DriverError, Neo4jError, ConfigurationError) as error:
            named = self._explained(error)
            if named is error:
                raise
            raise named from error

    def _explained(self, error: Exception) -> Exception:
        """The error as the user reads it; one that only a mistake in this program explains stays as it is."""
        code = getattr(error, "code", None) or ""
        place = self.address
        if isinstance(error, AuthError) or "Unauthorized" in code or "AuthenticationRateLimit" in code:
            return ServerError(f"{place} refuses this user or password; correct the address or NEO4J_PASSWORD")
        if "CredentialsExpired" in code:
            return ServerError(f"{place} wants a new password first; set it with neo4j-admin or in Neo4j Browser")
        if isinstance(error, ServiceUnavailable | SessionExpired):
            return ServerError(f"{place} does not answer as Neo4j; start the server, or correct the address")
        if "DatabaseNotFound" in code or "DatabaseUnavailable" in code:
            return ServerError(f"{place}: there is no database {place.database!r} on this server; correct the address")
        if "Forbidden" in code or "AccessMode" in code:
            return NotAllowedError(f"{place}: {place.user} may not do this; give the user the right, or another user")
        if "LockClient" in code or "LockAcquisition" in code or "TransactionTimedOut" in code:
            return ServerError(f"{place} is being written by another process for too long; try again when it is done")
        if "MemoryPool" in code or "OutOfMemory" in code:
            return ServerError(f"{place} has too little memory for this; raise dbms.memory.transaction.total.max")
        if isinstance(error, ClientError) and "Statement" in code:
            return error
        said = getattr(error, "message", None) or str(error)
        return ServerError(f"{place}: {str(said).splitlines()[0] if said else type(error).__name__}")


class _Values(list[Any]):
    """A parameter that says little of itself: the driver words every parameter for its log, kept or not."""

    def __repr__(self) -> str:
        return f"{len(self)} values"


def rows(tx: ManagedTransaction, query: str, **parameters: Any) -> list[Any]:
    """The rows of a query, each to be taken apart like a tuple or asked by name."""
    return list(tx.run(query, _shortly(parameters)))


def run(tx: ManagedTransaction, query: str, **parameters: Any) -> None:
    """A query that answers nothing."""
    tx.run(query, _shortly(parameters)).consume()


def _shortly(parameters: dict[str, Any]) -> dict[str, Any]:
    return {name: _Values(value) if type(value) is list else value for name, value in parameters.items()}
