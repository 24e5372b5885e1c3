"""Stores of every version there has been are read by this one; `stores/` has one of each, written when it was new.

With a new version: raise VERSION, add a line to MIGRATED, and run `python -m tests.graph.test_migration` for its store.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from graph import migration, schema
from graph.failures import UnknownVersionError
from graph.migration import MIGRATED, rebuild
from graph.model import Edge, Node, Text
from graph.schema import VERSION
from graph.sqlite import SqliteStore
from tests.graph.plans import plan

STORES = Path(__file__).parent / "stores"
DOCUMENTS = [plan(), plan("Lai Châu", "other.txt", "12/KH-UBND"), plan("Lai Châu", "again.txt", "12/KH-UBND")]


def made(version: int, folder: Path) -> str:
    """The store of a version, as a file."""
    path = folder / f"v{version}.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.executescript((STORES / f"v{version}.sql").read_text(encoding="utf-8"))
        db.execute("PRAGMA journal_mode = WAL")
    return str(path)


def fresh(folder: Path) -> SqliteStore:
    store = SqliteStore(str(folder / "fresh.db"))
    for number, reading in enumerate(DOCUMENTS):
        store.put(reading, str(number) * 64)
    return store


def content(store: SqliteStore) -> list[Text | Node | Edge]:
    return list(store.records())


def form(path: str) -> tuple[int, list[tuple[str, str]]]:
    with closing(sqlite3.connect(path)) as db:
        tables = db.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name").fetchall()
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return db.execute("PRAGMA user_version").fetchone()[0], tables


@pytest.mark.parametrize("version", range(1, VERSION + 1))
def test_a_store_of_each_version_is_read(version: int, tmp_path: Path):
    assert version == VERSION or version in MIGRATED
    path = made(version, tmp_path)
    with SqliteStore(path, create=False) as store, fresh(tmp_path) as new:
        assert content(store) == content(new)
        assert store.held() == new.held()
        assert [node.id for node in store.search("nha o")] == [node.id for node in new.search("nha o")]
        assert store.findings(store.held()[0].document) == new.findings(store.held()[0].document)
    assert form(path) == form(str(tmp_path / "fresh.db"))


def an_earlier(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if the store of this version were one of the version before."""
    monkeypatch.setattr(schema, "VERSION", VERSION + 1)
    monkeypatch.setattr(migration, "VERSION", VERSION + 1)
    monkeypatch.setitem(MIGRATED, VERSION, migration._LEDGER)


def test_an_earlier_store_is_stated_anew_from_its_ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = made(VERSION, tmp_path)
    with closing(sqlite3.connect(path)) as db:
        db.execute("ALTER TABLE node ADD COLUMN was_once TEXT")
        db.execute("DELETE FROM evidence")
        db.execute("CREATE TABLE was_once (x)")
        db.commit()
    an_earlier(monkeypatch)
    with SqliteStore(path, create=False) as store, fresh(tmp_path) as new:
        assert content(store) == content(new)
        assert store.held() == new.held()
        store.remove(store.held()[0].document)
    assert form(path)[1] == form(str(tmp_path / "fresh.db"))[1]
    assert form(path)[0] == VERSION + 1


def test_a_change_that_fails_leaves_the_earlier_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = made(VERSION, tmp_path)
    before = form(path)
    an_earlier(monkeypatch)
    with monkeypatch.context() as patch:
        patch.setattr(migration, "create_tables", lambda db: db.execute("CREATE TABLE wrong"))
        with pytest.raises(sqlite3.OperationalError):
            SqliteStore(path, create=False)
    assert form(path) == before
    SqliteStore(path, create=False).close()
    assert form(path)[0] == VERSION + 1


def test_a_version_there_never_was(tmp_path: Path):
    path = made(VERSION, tmp_path)
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA user_version = -3")
    with pytest.raises(UnknownVersionError, match="no chithi ever made"):
        SqliteStore(path)


def test_a_store_is_stated_anew(tmp_path: Path):
    path = made(VERSION, tmp_path)
    with closing(sqlite3.connect(path, isolation_level=None)) as db, fresh(tmp_path) as new:
        db.execute("DELETE FROM edge")
        db.execute("DELETE FROM found")
        rebuild(db)
        with SqliteStore(path) as store:
            assert content(store) == content(new)
            assert len(store.search("nha o")) == len(new.search("nha o")) > 0


def dump(db: sqlite3.Connection) -> str:
    """A store as SQL; the search index as its words, without the tables it keeps for itself."""
    tables = db.execute("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid").fetchall()
    own = [row for row in tables if not row[1].startswith("found_")]
    lines = [
        f"PRAGMA {name} = {db.execute(f'PRAGMA {name}').fetchone()[0]};" for name in ("application_id", "user_version")
    ]
    lines += [f"{sql};" for _, _, sql in own]
    for _, name, _ in (row for row in own if row[0] == "table"):
        columns = [row[1] for row in db.execute(f"PRAGMA table_info({name})")]
        columns = ["rowid", *columns] if name in ("found", "evidence") else columns
        quoted = ", ".join(f'quote("{column}")' for column in columns)
        named = ", ".join(f'"{column}"' for column in columns)
        for row in db.execute(f"SELECT {quoted} FROM {name}"):
            lines.append(f"INSERT INTO {name} ({named}) VALUES ({', '.join(row)});")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as folder:
        fresh(Path(folder)).close()
        with closing(sqlite3.connect(Path(folder) / "fresh.db")) as made_now:
            (STORES / f"v{VERSION}.sql").write_text(dump(made_now), encoding="utf-8")
