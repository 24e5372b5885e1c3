"""The queries of docs/neo4j.md, run on the samples."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph import Store, open_store
from graph.pushing import push
from ingest.batch import ingest
from ingest.files import find
from queries.tasks import tasks
from tests.neo4j_server import Neo4jServer

ROOT = Path(__file__).parents[3]
QUERIES = re.findall(r"```cypher\n(.*?)```", (ROOT / "docs/neo4j.md").read_text(encoding="utf-8"), re.S)


@pytest.fixture(scope="module")
def store(neo4j_server: Neo4jServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The samples, in a file and pushed to the server."""
    neo4j_server.empty()
    with open_store(str(tmp_path_factory.mktemp("docs") / "chithi.db")) as store:
        list(ingest(store, find(map(str, sorted((ROOT / "samples").glob("[0-9]*")))), jobs=1))
        push(store, neo4j_server.address)
        yield store


@pytest.mark.parametrize("query", QUERIES, ids=range(len(QUERIES)))
def test_each_query_finds_something(store: Store, neo4j_server: Neo4jServer, query: str):
    assert neo4j_server.run(query)


def test_what_a_body_leads_is_what_the_command_says(store: Store, neo4j_server: Neo4jServer):
    found = {record["t.text"] for record in neo4j_server.run(QUERIES[1])}
    assert found == {row.text for row in tasks(store, agency="so xay dung", place="lai chau", role="lead")}
