"""Whatever a file holds, it is read or refused with a sentence; and what was read can be stored."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from graph.sqlite import SqliteStore
from ingest import UnreadableFile, read_document
from tests.fuzzing import damaged

COUNT = 5_000 if os.environ.get("CHITHI_SLOW") else 300
PARTS = 10


@pytest.mark.parametrize("part", range(PARTS))
def test_damaged_files_are_read_or_refused(part: int, tmp_path: Path) -> None:
    read = 0
    with SqliteStore(str(tmp_path / "held.db")) as store:
        for seed in range(part, COUNT, PARTS):
            suffix, content = damaged(seed)
            path = tmp_path / f"damaged-{seed}{suffix}"
            path.write_bytes(content)
            try:
                reading, digest = read_document(path)
            except UnreadableFile as refused:
                assert str(path.name) in str(refused), seed
                continue
            finally:
                path.unlink()
            for claim in reading.claims:
                assert 0 <= claim.start < claim.end <= len(reading.text), seed
            store.put(reading, digest)
            read += 1
        assert len(list(store.nodes_of(["document"]))) > 0
    assert read > COUNT / PARTS / 5
