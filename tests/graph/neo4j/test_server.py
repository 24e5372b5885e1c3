"""What is said when a server cannot be used, and what is made on one that can."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from graph import open_store
from graph.neo4j.layout import statements
from graph.store import StoreError
from tests.graph.plans import plan
from tests.neo4j_server import Neo4jServer

ROOT = Path(__file__).parents[3]


def refusal(address: str, *, create: bool = True) -> str:
    with pytest.raises(StoreError) as refused:
        open_store(address, create=create)
    said = str(refused.value)
    assert "\n" not in said
    return said


def test_no_server(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("NEO4J_PASSWORD", "secret-word")
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        address = f"neo4j://127.0.0.1:{closed.getsockname()[1]}"
        for scheme in ("neo4j", "bolt"):
            said = refusal(address.replace("neo4j", scheme, 1))
            assert "does not answer as Neo4j; start the server" in said
            assert "secret-word" not in said


def test_a_wrong_password(neo4j_empty: Neo4jServer, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("NEO4J_PASSWORD", "wrong-word")
    said = refusal(neo4j_empty.address)
    assert "refuses this user or password" in said
    assert "wrong-word" not in said


def test_no_such_database(neo4j_empty: Neo4jServer):
    assert "there is no database 'nowhere' on this server" in refusal(f"{neo4j_empty.address}/nowhere")


def test_a_database_that_holds_something_else(neo4j_empty: Neo4jServer):
    neo4j_empty.run("CREATE (:Person {name: 'An'})-[:KNOWS]->(:Person {name: 'Bình'})")
    assert "holds something that is not chithi's; give an empty database" in refusal(neo4j_empty.address)
    assert neo4j_empty.run("MATCH (n) RETURN count(n)")[0][0] == 2


def test_an_empty_database_is_no_store_to_read(neo4j_empty: Neo4jServer):
    assert "is empty; fill it with chithi ingest or chithi push" in refusal(neo4j_empty.address, create=False)
    assert neo4j_empty.run("MATCH (n) RETURN count(n)")[0][0] == 0


def test_a_newer_store(neo4j_empty: Neo4jServer):
    open_store(neo4j_empty.address).close()
    neo4j_empty.run("MATCH (m:_Chithi) SET m.version = 99")
    assert "made by a newer chithi (form 99" in refusal(neo4j_empty.address)


def test_an_older_server(neo4j_empty: Neo4jServer, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("graph.neo4j.server.OLDEST_SERVER", (9999, 1))
    assert re.search(r"is Neo4j/\d+\.\d+.*; chithi needs Neo4j 9999.1 or later", refusal(neo4j_empty.address))


def test_constraints_and_indexes_are_made_and_made_again(neo4j_empty: Neo4jServer):
    def there() -> dict[str, str]:
        return dict(map(tuple, neo4j_empty.run("SHOW INDEXES YIELD name, state RETURN name, state")))

    open_store(neo4j_empty.address).close()
    assert {name: there().get(name) for name in statements()} == dict.fromkeys(statements(), "ONLINE")
    neo4j_empty.run("DROP INDEX chithi_words_task")
    neo4j_empty.run("DROP CONSTRAINT chithi_task")
    open_store(neo4j_empty.address).close()
    assert {name: there().get(name) for name in statements()} == dict.fromkeys(statements(), "ONLINE")


def test_what_others_hung_on_a_node_is_not_taken_away(neo4j_empty: Neo4jServer):
    with open_store(neo4j_empty.address) as store:
        document = store.put(plan(), "")
        neo4j_empty.run("MATCH (d:Document {id: $id}) CREATE (:Note {text: 'xem lại'})-[:ABOUT]->(d)", id=document)
        with pytest.raises(StoreError, match="still has relationships"):
            store.remove(document)
        assert store.held()
        neo4j_empty.run("MATCH (n:Note) DETACH DELETE n")
        store.remove(document)
        assert store.held() == []


def test_the_command_line_says_so_in_one_sentence(neo4j_empty: Neo4jServer, monkeypatch: pytest.MonkeyPatch):
    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "cli", *arguments]
        return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, stdin=subprocess.DEVNULL)

    done = run("--db", neo4j_empty.address, "stats")
    assert (done.returncode, done.stderr.count("\n")) == (1, 1), done.stderr
    done = run("--db", "neo4j://u:hunter2@localhost", "stats")
    assert done.returncode == 1
    assert "hunter2" not in done.stderr + done.stdout
    done = run(
        "--db", neo4j_empty.address, "ingest", "samples/" + sorted(p.name for p in (ROOT / "samples").glob("[0-9]*"))[0]
    )
    assert done.returncode == 0, done.stderr
    assert "1 read" in done.stderr
    assert run("--db", neo4j_empty.address, "documents", "--format", "jsonl").stdout.count('"ingested"') == 1
    monkeypatch.delenv("NEO4J_PASSWORD")
    assert "set NEO4J_PASSWORD" in run("--db", neo4j_empty.address, "stats").stderr
