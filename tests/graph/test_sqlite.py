"""The embedded store as a file: what it says when it cannot be used, and who reads while another writes."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from graph import Edge, Text, open_store
from graph.failures import ForeignFileError, LockedStoreError, MissingStoreError, NewerStoreError
from graph.sqlite import SqliteStore
from graph.store import StoreError
from tests.graph.plans import plan


@pytest.fixture
def store(tmp_path: Path):
    with SqliteStore(str(tmp_path / "chithi.db"), timeout=0.2) as store:
        yield store


def test_a_foreign_file(tmp_path: Path):
    text, other = tmp_path / "a.txt", tmp_path / "b.db"
    text.write_text("Đây là một văn bản, không phải kho. " * 100, encoding="utf-8")
    with sqlite3.connect(other) as db:
        db.execute("CREATE TABLE theirs (x)")
    for path in (text, other, tmp_path):
        with pytest.raises(ForeignFileError, match="not a chithi store"):
            open_store(str(path))
    assert text.read_text(encoding="utf-8").startswith("Đây là")


def test_a_newer_store(tmp_path: Path):
    path = str(tmp_path / "a.db")
    open_store(path).close()
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA user_version = 99")
    with pytest.raises(NewerStoreError, match="update chithi"):
        open_store(path)


def test_a_truncated_store(tmp_path: Path):
    path = tmp_path / "a.db"
    with open_store(str(path)) as store:
        store.put(plan(), "")
    path.write_bytes(path.read_bytes()[:9000])
    with pytest.raises(StoreError, match="damaged"), open_store(str(path)) as store:
        list(store.records())


def test_a_missing_store(tmp_path: Path):
    with pytest.raises(MissingStoreError, match="does not exist"):
        open_store(str(tmp_path / "none.db"), create=False)
    with pytest.raises(MissingStoreError):
        open_store(str(tmp_path / "none" / "a.db"))
    assert list(tmp_path.iterdir()) == []


def test_others_read_while_one_writes_and_wait_to_write(tmp_path: Path):
    path = str(tmp_path / "a.db")
    with SqliteStore(path) as store:
        store.put(plan(), "")
        reading = (
            "import sys; from graph import open_store\n"
            "with open_store(sys.argv[1], create=False) as store: print(len(store.held()), store.counts()['evidence'])"
        )
        with store.batch():
            store.put(plan("Lai Châu", "other.txt"), "")
            root = str(Path(__file__).parents[2])
            done = subprocess.run([sys.executable, "-c", reading, path], capture_output=True, text=True, cwd=root)
            assert done.stdout.split("\n")[0] == "1 {'all': 5}", done.stderr
            with SqliteStore(path, timeout=0.1) as second, pytest.raises(LockedStoreError, match="another process"):
                second.put(plan("Sơn La", "third.txt"), "")
        assert len(store.held()) == 2


def test_a_stream_goes_on_while_the_store_is_written(store: SqliteStore):
    document = store.put(plan(), "")
    stream = store.records()
    first = next(stream)
    store.remove(document)
    assert isinstance(first, Text)
    assert sum(isinstance(record, Edge) for record in stream) == 5
    assert list(store.records()) == []


def test_a_revision_stands_until_something_changes(tmp_path: Path):
    path = str(tmp_path / "chithi.db")
    with SqliteStore(path) as reader, SqliteStore(path) as writer:
        empty = reader.revision()
        assert reader.revision() == empty
        document = writer.put(plan(), "abc")
        one = reader.revision()
        assert one != empty
        assert one == writer.revision() == reader.revision()
        writer.put(plan(), "abd")
        assert reader.revision() not in (empty, one)
        writer.put(plan(), "abc")
        assert reader.revision() == one
        writer.remove(document)
        assert reader.revision() == empty
    with SqliteStore(path) as again:
        assert again.revision() == empty
