"""A real Neo4j Community server for the tests, from the jars that `.ci/neo4j` fetches.

CHITHI_TEST_NEO4J names a server to be used instead, with an empty database whose content is deleted, its password in
NEO4J_PASSWORD. CHITHI_NEO4J_VERSION chooses among the versions fetched.
"""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from secrets import token_urlsafe

import neo4j
from neo4j import GraphDatabase
from neo4j.exceptions import DriverError, Neo4jError

VERSION = os.environ.get("CHITHI_NEO4J_VERSION", "5.26.20")
JARS = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "chithi" / f"neo4j-{VERSION}"
_WITHIN = 180
_OPENED = ("java.base/java.nio", "java.base/java.io", "java.base/sun.nio.ch", "java.base/java.util.concurrent")
OPENS = tuple(f"--add-opens={module}=ALL-UNNAMED" for module in _OPENED)
# Not much memory, and little time spent on compiling what runs for a minute.
_SMALL = ("-Xms256m", "-Xmx1g", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
# Whatever becomes of the tests, their end of the pipe closes, and the server is stopped.
_WATCHED = '"$@" & server=$!; cat >/dev/null; kill -9 $server'


class NoServerError(Exception):
    """Why there is no server to talk to."""


@dataclass(frozen=True)
class Neo4jServer:
    """`address` without the password, as chithi takes it."""

    address: str
    uri: str
    user: str
    password: str
    pid: int = 0

    def driver(self) -> neo4j.Driver:
        return GraphDatabase.driver(self.uri, auth=(self.user, self.password))

    def run(self, query: str, **parameters: object) -> list[neo4j.Record]:
        with self.driver() as driver, driver.session() as session:
            return list(session.run(query, parameters))

    def empty(self) -> None:
        """Delete all nodes; constraints and indexes stay."""
        self.run("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS")


def java() -> tuple[Path, int]:
    """A Java that can run the server, and its version. Raises NoServerError."""
    least = 17 if VERSION.startswith("5.") else 21
    homes = [Path(home) for home in (os.environ.get("JAVA_HOME"),) if home]
    homes += [Path(found).resolve().parents[1] for found in (shutil.which("java"),) if found]
    homes += sorted(Path("/usr/lib/jvm").glob("*"), reverse=True)
    for home in homes:
        if (home / "bin/java").is_file():
            said = subprocess.run([home / "bin/java", "-version"], capture_output=True, text=True).stderr
            version = re.search(r'version "(\d+)', said)
            if version and int(version[1]) >= least:
                return home / "bin/java", int(version[1])
    raise NoServerError(f"Neo4j {VERSION} needs Java {least} or later: set JAVA_HOME")


@contextmanager
def running(home: Path) -> Iterator[Neo4jServer]:
    """A server with its home in this folder, or the one that is named. Raises NoServerError."""
    if address := os.environ.get("CHITHI_TEST_NEO4J"):
        yield _given(address)
        return
    if not JARS.is_dir():
        raise NoServerError(
            f"the Neo4j server is not in {JARS}: fetch it with .ci/neo4j {VERSION}, or set CHITHI_TEST_NEO4J"
        )
    binary, _ = java()
    port = _free_port()
    password = token_urlsafe(16)
    (home / "conf").mkdir(parents=True)
    (home / "conf/neo4j.conf").write_text(
        f"server.bolt.listen_address=127.0.0.1:{port}\n"
        f"server.bolt.advertised_address=127.0.0.1:{port}\n"
        "server.default_listen_address=127.0.0.1\n"
        "server.http.enabled=false\n"
        "server.https.enabled=false\n"
        "dbms.usage_report.enabled=false\n"
        "server.memory.pagecache.size=128m\n"
        "db.tx_log.rotation.retention_policy=keep_none\n"
    )
    main = "CommunityEntryPoint" if VERSION.startswith("5.") else "Neo4jCommunity"
    command = [
        *("sh", "-c", _WATCHED, "neo4j", str(binary), *_SMALL),
        *OPENS,
        *("-cp", f"{JARS}/*", f"org.neo4j.server.{main}", f"--home-dir={home}", f"--config-dir={home / 'conf'}"),
    ]  # fmt: skip
    with (home / "output").open("wb") as output:
        process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=output, stderr=output, start_new_session=True, cwd=home
        )
    try:
        server = Neo4jServer(f"neo4j://neo4j@127.0.0.1:{port}", f"neo4j://127.0.0.1:{port}", "neo4j", password)
        _first_password(server, process, home / "output")
        yield server
    finally:
        assert process.stdin
        process.stdin.close()
        process.wait()


def _given(address: str) -> Neo4jServer:
    from graph.neo4j.address import parse

    parts = parse(address)
    server = Neo4jServer(address, parts.uri, parts.user, os.environ.get("NEO4J_PASSWORD", ""))
    if server.run("MATCH (n) RETURN n LIMIT 1"):
        raise NoServerError(f"{address} is not empty, and the tests delete what they find")
    return server


def _first_password(server: Neo4jServer, process: subprocess.Popen[bytes], output: Path) -> None:
    """As soon as the server answers, its first password is replaced."""
    until = time.monotonic() + _WITHIN
    while True:
        try:
            with (
                GraphDatabase.driver(server.uri, auth=("neo4j", "neo4j")) as driver,
                driver.session(database="system") as session,
            ):
                session.run("ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $new", new=server.password).consume()
                return
        except (DriverError, Neo4jError) as error:
            if process.poll() is not None or time.monotonic() > until:
                said = output.read_text(errors="replace")[-2000:]
                raise RuntimeError(f"the Neo4j server does not answer ({error}):\n{said}") from error
            time.sleep(0.2)


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])
