"""A store of the samples, read once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph import Store, open_store
from ingest.batch import ingest
from tests.viz.explorer.browsing import Get, browser

SAMPLES = Path(__file__).parents[3] / "samples"


@pytest.fixture(scope="session")
def samples_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(str(tmp_path_factory.mktemp("explorer") / "samples.db")) as store:
        list(ingest(store, sorted(SAMPLES.glob("[0-9]*")), jobs=1))
        yield store


@pytest.fixture(scope="session")
def get(samples_store: Store) -> Get:
    return browser(samples_store)
