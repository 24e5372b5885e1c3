"""The files for Neo4j, read by Neo4j: the tables by its importer, the script by a server."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import neo4j
import pytest

from graph.formats import export
from graph.formats.cypher import statements
from graph.model import Edge, Evidence, Node
from graph.neo4j.values import TYPES, edge_props, node_of, proofs_of
from graph.sqlite import SqliteStore
from tests.graph.export_graphs import fresh, hostile
from tests.neo4j_server import JARS, OPENS, Neo4jServer, NoServerError, java, running

PAGE = (Path(__file__).resolve().parents[3] / "docs" / "exports.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def store() -> Iterator[SqliteStore]:
    with fresh() as store:
        store.put(hostile(), "")
        yield store


def said(server: Neo4jServer) -> tuple[dict[str, Node], dict[str, Edge]]:
    """The nodes and edges that a server has."""
    nodes: dict[str, Node] = {}
    for row in server.run("MATCH (n) RETURN n, labels(n) AS labels"):
        (label,) = row["labels"]
        nodes[row["n"]["id"]] = node_of(label.lower(), dict(row["n"]))
    edges = {}
    for row in server.run("MATCH (a)-[e]->(b) RETURN e, type(e) AS type, a.id AS source, b.id AS target"):
        id, found = row["e"]["id"], dict(row["e"])
        proofs = tuple(Evidence(*proof) for proof in proofs_of(found))
        edges[id] = Edge(id, id.partition(":")[0], row["source"], row["target"], edge_props(found), proofs)
        assert TYPES[edges[id].kind] == row["type"]
    return nodes, edges


def held(store: SqliteStore) -> tuple[dict[str, Node], dict[str, Edge]]:
    records = list(store.records())
    return (
        {one.id: one for one in records if isinstance(one, Node)},
        {one.id: one for one in records if isinstance(one, Edge)},
    )


def test_the_script_makes_the_same_graph_and_makes_it_once(store: SqliteStore, neo4j_empty: Neo4jServer) -> None:
    for _ in range(2):
        with neo4j_empty.driver() as driver, driver.session() as session:
            for statement in statements(store):
                session.run(neo4j.Query(statement)).consume()  # type: ignore[arg-type]
        assert said(neo4j_empty) == held(store)


def test_the_script_is_one_statement_a_line(store: SqliteStore, tmp_path: Path) -> None:
    export(store, tmp_path / "graph.cypher")
    written = (tmp_path / "graph.cypher").read_text(encoding="utf-8")
    assert written == "".join(f"{statement};\n" for statement in statements(store))
    assert len(written.splitlines()) == len(list(statements(store)))


def test_the_importer_takes_the_tables(store: SqliteStore, tmp_path: Path) -> None:
    if os.environ.get("CHITHI_TEST_NEO4J") or not JARS.is_dir():
        pytest.skip(f"the importer needs the jars of Neo4j in {JARS}; .ci/neo4j fetches them")
    try:
        binary, _ = java()
    except NoServerError as error:
        pytest.skip(str(error))
    export(store, tmp_path / "graph.neo4j")
    found = re.search(r"^neo4j-admin (database import full .*?)^```", PAGE, re.M | re.S)
    assert found
    arguments = found[1].replace("\\\n", " ").replace("graph.neo4j", str(tmp_path / "graph.neo4j")).split()
    for folder in ("conf", "home"):
        (tmp_path / folder).mkdir()
    done = subprocess.run(
        [binary, "-cp", f"{JARS}/*", "org.neo4j.server.startup.Neo4jAdminCommand", *arguments],
        env={
            **os.environ,
            "JDK_JAVA_OPTIONS": " ".join(OPENS),  # the importer starts a process of its own
            "NEO4J_HOME": str(tmp_path / "home"),
            "NEO4J_CONF": str(tmp_path / "conf"),
        },
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    nodes, edges = held(store)
    assert f"{len(nodes)} nodes" in done.stdout
    assert f"{len(edges)} relationships" in done.stdout
    with running(tmp_path / "home") as server:
        nodes_there, edges_there = said(server)
    assert edges_there == edges
    # A column has one type (100 is 100.0), and an empty list is none.
    assert {id: (node.kind, node.label) for id, node in nodes_there.items()} == {
        id: (node.kind, node.label) for id, node in nodes.items()
    }
    assert {id: node.props for id, node in nodes_there.items()} == {id: node.props for id, node in nodes.items()}
