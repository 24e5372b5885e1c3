"""One suite over all stores: what holds for one holds for the others."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from graph import Store, open_store

on_server = pytest.param("neo4j", marks=pytest.mark.xdist_group("neo4j"))


@pytest.fixture(params=["sqlite", on_server])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where there is an empty store."""
    if request.param == "neo4j":
        return str(request.getfixturevalue("neo4j_empty").address)
    return str(tmp_path / "chithi.db")


@pytest.fixture
def store(address: str) -> Iterator[Store]:
    with open_store(address) as store:
        yield store


@pytest.fixture
def embedded(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Store]:
    """Makes embedded stores to compare with."""
    return lambda: open_store(str(tmp_path_factory.mktemp("embedded") / "chithi.db"))
