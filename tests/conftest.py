"""What tests of several folders share."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from tests.neo4j_server import Neo4jServer, NoServerError, running


@pytest.fixture(scope="session")
def neo4j_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Neo4jServer]:
    """One server for all tests that ask for it; they run in one process (`--dist loadgroup`)."""
    try:
        with running(tmp_path_factory.mktemp("neo4j")) as server:
            before = os.environ.get("NEO4J_PASSWORD")
            os.environ["NEO4J_PASSWORD"] = server.password
            yield server
            if before is None:
                del os.environ["NEO4J_PASSWORD"]
            else:
                os.environ["NEO4J_PASSWORD"] = before
    except NoServerError as error:
        pytest.skip(str(error))


@pytest.fixture
def neo4j_empty(neo4j_server: Neo4jServer) -> Neo4jServer:
    """The server with an empty database."""
    neo4j_server.empty()
    return neo4j_server


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "neo4j_server" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.xdist_group("neo4j"))
