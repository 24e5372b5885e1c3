"""What doctor sees when something is amiss."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from importlib import metadata
from pathlib import Path

import pytest

from graph import doctor as module
from graph.doctor import FAILS, HOLDS, TOLD, doctor
from graph.failures import ForeignFileError, MissingStoreError
from graph.sqlite import SqliteStore
from tests.graph.plans import plan


@pytest.fixture
def path(tmp_path: Path) -> str:
    with SqliteStore(str(tmp_path / "a.db")) as store:
        store.put(plan(), "")
        store.put(plan("Lai Châu", "other.txt"), "")
    return str(tmp_path / "a.db")


def states(path: str, *, deep: bool = False, anew: bool = False) -> dict[str, str]:
    return {row.check: row.state for row in doctor(path, deep=deep, anew=anew) if row.check != "installed"}


SOUND = {
    "version": HOLDS,
    "integrity": HOLDS,
    "ledger": HOLDS,
    "graph": HOLDS,
    "search": HOLDS,
    "counts": TOLD,
    "deep": HOLDS,
    "room": HOLDS,
}


def test_a_sound_store(path: str):
    before = Path(path).read_bytes()
    assert states(path, deep=True) == SOUND
    assert Path(path).read_bytes() == before
    told = {row.detail for row in doctor(path) if row.check == "installed"}
    assert f"click {metadata.version('click')}" in told
    assert any(sqlite3.sqlite_version in detail for detail in told)


@pytest.mark.parametrize(
    ("damage", "failing"),
    [
        ("DELETE FROM text WHERE src = 1", {"ledger"}),
        ("DELETE FROM node WHERE kind = 'task'", {"graph", "search"}),
        ("DELETE FROM edge WHERE kind = 'leads'", {"graph"}),
        ("DELETE FROM evidence", {"graph"}),
        ("DELETE FROM found WHERE rowid = 1", {"search"}),
        ("DELETE FROM found_content WHERE id = 1", {"search"}),
        ("DELETE FROM found_data WHERE id > 10", {"search"}),
        ("UPDATE node SET label = 'khác' WHERE kind = 'task'", {"deep"}),
        ("UPDATE evidence SET quote = 'khác'", {"deep"}),
    ],
)
def test_what_does_not_hold_is_seen_and_stated_anew(path: str, damage: str, failing: set[str]):
    with closing(sqlite3.connect(path)) as db:
        db.execute(damage)
        db.commit()
    deep = failing == {"deep"}
    assert failing <= {check for check, state in states(path, deep=deep).items() if state == FAILS}
    if failing != {"ledger"}:  # what was read is lost
        assert states(path, deep=True, anew=True) == SOUND


def test_a_damaged_file(path: str):
    content = bytearray(Path(path).read_bytes())
    content[4096 * 2 : 4096 * 9] = bytes(4096 * 7)
    Path(path).write_bytes(content)
    assert states(path)["integrity"] == FAILS
    Path(path).write_bytes(content[:9000])
    assert states(path)["integrity"] == FAILS
    assert Path(path).read_bytes() == content[:9000]


def test_what_is_no_store(tmp_path: Path):
    (tmp_path / "letter.txt").write_text("Kính gửi: Sở Xây dựng\n" * 90, encoding="utf-8")
    with pytest.raises(ForeignFileError):
        doctor(str(tmp_path / "letter.txt"))
    with pytest.raises(MissingStoreError):
        doctor(str(tmp_path / "none.db"))


def test_little_room_and_what_is_not_installed(path: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(module.shutil, "disk_usage", lambda folder: shutil._ntuple_diskusage(10, 5, 5))  # type: ignore[attr-defined]
    monkeypatch.setattr(metadata, "requires", lambda name: ["click>=8", "never-made>=1", "x; extra == 'y'"])
    rows = {row.detail: row.state for row in doctor(path)}
    assert rows["never-made>=1 is missing; install chithi again"] == FAILS
    assert not any(detail.startswith("x ") for detail in rows)
    assert states(path)["room"] == FAILS


def test_while_another_writes(path: str):
    with SqliteStore(path) as store, store.batch():
        store.put(plan("Sơn La", "third.txt"), "")
        module_wait = module._WAIT
        module._WAIT = 0.05
        try:
            assert states(path)["search"] == TOLD
        finally:
            module._WAIT = module_wait
