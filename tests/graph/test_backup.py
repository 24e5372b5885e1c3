"""Copies made and put back while others read and write."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from graph import backup as module
from graph import open_store
from graph.backup import HoldsDocumentsError, NotABackupError, backup, restore
from graph.failures import DamagedStoreError, ForeignFileError, MissingStoreError
from graph.sqlite import SqliteStore
from tests.graph.plans import plan


@pytest.fixture
def path(tmp_path: Path) -> str:
    path = tmp_path / "a.db"
    with SqliteStore(str(path)) as store:
        store.put(plan(), "")
    return str(path)


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def test_a_backup_is_the_store_as_it_is(path: str, tmp_path: Path):
    copy = str(tmp_path / "copy.db")
    with SqliteStore(path) as store, SqliteStore(path) as other:
        records = list(store.records())
        with other.batch():
            other.put(plan("Lai Châu", "other.txt"), "")  # not yet there
            assert backup(path, copy) == 1
        assert len(store.held()) == 2
        with open_store(copy, create=False) as copied:
            assert list(copied.records()) == records
        assert backup(path, copy) == 2
    assert names(tmp_path) == ["a.db", "copy.db"]


def test_restoring_is_one_step_for_who_reads(path: str, tmp_path: Path):
    copy = str(tmp_path / "copy.db")
    backup(path, copy)
    content = Path(copy).read_bytes()
    with SqliteStore(path) as store:
        before = list(store.records())
        store.put(plan("Lai Châu", "other.txt"), "")
        stream = store.records()
        next(stream)
        assert restore(path, copy, replace=True) == 1
        assert len(list(stream)) > len(before)  # begun before
        assert list(store.records()) == before
        store.put(plan("Lai Châu", "other.txt"), "")
        assert len(store.held()) == 2
    assert Path(copy).read_bytes() == content
    assert names(tmp_path) == ["a.db", "copy.db"]


def test_a_store_that_holds_documents_is_not_overwritten(path: str, tmp_path: Path):
    copy = str(tmp_path / "copy.db")
    backup(path, copy)
    with SqliteStore(path) as store:
        store.put(plan("Lai Châu", "other.txt"), "")
        before = list(store.records())
        with pytest.raises(HoldsDocumentsError, match=r"2 files that were read; --replace"):
            restore(path, copy)
        assert list(store.records()) == before
        store.put(plan("Sơn La", "third.txt"), "")


def test_a_new_or_empty_store_takes_a_backup(path: str, tmp_path: Path):
    backup(path, str(tmp_path / "copy.db"))
    SqliteStore(str(tmp_path / "empty.db")).close()
    for name in ("new.db", "empty.db"):
        assert restore(str(tmp_path / name), str(tmp_path / "copy.db")) == 1
        with SqliteStore(path) as one, SqliteStore(str(tmp_path / name)) as two:
            assert list(one.records()) == list(two.records())


def test_nothing_but_a_backup_is_replaced(path: str, tmp_path: Path):
    (tmp_path / "letter.txt").write_text("Kính gửi: Sở Xây dựng\n" * 90, encoding="utf-8")
    with closing(sqlite3.connect(tmp_path / "theirs.db")) as db:
        db.execute("CREATE TABLE theirs (x)")
    used = SqliteStore(str(tmp_path / "used.db"))
    used.put(plan(), "")
    for name in ("letter.txt", "theirs.db", "used.db", "a.db"):
        before = (tmp_path / name).read_bytes()
        with pytest.raises(NotABackupError, match=f"{name} is .*; give another name"):
            backup(path, str(tmp_path / name))
        assert (tmp_path / name).read_bytes() == before
    used.close()
    for name, error in (
        ("letter.txt", ForeignFileError),
        ("theirs.db", ForeignFileError),
        ("no.db", MissingStoreError),
    ):
        with pytest.raises(error):
            restore(path, str(tmp_path / name), replace=True)
    (tmp_path / "nothing").write_bytes(b"")
    with pytest.raises(ForeignFileError):
        restore(path, str(tmp_path / "nothing"), replace=True)
    with SqliteStore(path) as store:
        assert len(store.held()) == 1


def test_a_damaged_backup_is_not_restored_and_a_damaged_store_not_backed_up(path: str, tmp_path: Path):
    copy = tmp_path / "copy.db"
    backup(path, str(copy))
    content = bytearray(copy.read_bytes())
    content[4096 * 3 : 4096 * 6] = bytes(4096 * 3)
    copy.write_bytes(content)
    with pytest.raises(DamagedStoreError, match=r"copy\.db is damaged"):
        restore(path, str(copy), replace=True)
    with SqliteStore(path) as store:
        assert len(store.held()) == 1
    with pytest.raises(DamagedStoreError, match=r"copy\.db is damaged"):
        backup(str(copy), str(tmp_path / "second.db"))
    assert "second.db" not in names(tmp_path)


def test_a_document_that_comes_meanwhile_is_not_overwritten(path: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Nobody can write between looking whether the store is empty and writing the backup into it."""
    backup(path, str(tmp_path / "copy.db"))
    new = str(tmp_path / "new.db")
    look = module._read_only

    def meanwhile(file: Path) -> sqlite3.Connection:
        if str(file) == new:
            with SqliteStore(new, timeout=0.05) as other, pytest.raises(Exception, match="another process"):
                other.put(plan("Lai Châu", "other.txt"), "")
        return look(file)

    monkeypatch.setattr(module, "_read_only", meanwhile)
    assert restore(new, str(tmp_path / "copy.db")) == 1
