"""Where a Neo4j database is and who asks: `neo4j://user@host:7687/database`. The password is never part of it."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from functools import cache
from urllib.parse import unquote, urlsplit

from graph.store import StoreError

SCHEMES = ("neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc")
_USER = "neo4j"


class AddressError(StoreError):
    """An address that names no database."""


@dataclass(frozen=True, slots=True)
class Address:
    """`uri` is what the driver connects to; an empty `database` is the user's home database."""

    uri: str
    user: str
    database: str

    def __str__(self) -> str:
        scheme, _, place = self.uri.partition("://")
        return f"{scheme}://{self.user}@{place}" + (f"/{self.database}" if self.database else "")


def parse(address: str) -> Address:
    """The parts of an address. Raises AddressError, which never repeats a password."""
    try:
        parts = urlsplit(address)
        host, port = parts.hostname, parts.port
    except ValueError:
        host, port = None, None
    if not host:
        raise AddressError("the address of a Neo4j database is neo4j://USER@HOST:7687/DATABASE")
    if parts.password is not None:
        raise AddressError(
            f"{parts.scheme}://{host}: a password in the address can be read by others on this machine; "
            "leave it out and set NEO4J_PASSWORD, or type it when asked"
        )
    if parts.scheme not in SCHEMES:
        raise AddressError(f"{address}: stores on a server are at {'://, '.join(SCHEMES)}://")
    database = parts.path.strip("/")
    if parts.query or parts.fragment or "/" in database:
        raise AddressError(f"{address}: after the host comes only the database: neo4j://USER@HOST:7687/DATABASE")
    host = f"[{host}]" if ":" in host else host
    return Address(f"{parts.scheme}://{host}:{port or 7687}", unquote(parts.username or _USER), unquote(database))


def password(address: Address) -> str:
    """From NEO4J_PASSWORD, else typed on the terminal. Raises AddressError when there is neither."""
    given = os.environ.get("NEO4J_PASSWORD")
    if given is not None:
        return given
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise AddressError(f"{address} asks for a password; set NEO4J_PASSWORD")
    return _typed(address)


@cache
def _typed(address: Address) -> str:
    from getpass import getpass

    return getpass(f"Password of {address}: ", sys.stderr)
