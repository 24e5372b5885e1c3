"""What is no store, or cannot be written, is said in a sentence and left as it is, byte for byte."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from graph import open_store
from graph.failures import DamagedStoreError, DiskError, ForeignFileError, NewerStoreError, NoRoomError, explained
from graph.schema import look
from graph.sqlite import SqliteStore
from graph.store import StoreError
from tests.graph.plans import plan

ROOT = Path(__file__).parents[2]


def run(code: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    given = [sys.executable, "-c", code, *map(str, arguments)]
    return subprocess.run(given, capture_output=True, text=True, cwd=ROOT, check=False, timeout=120)


def in_another_log(path: Path) -> None:
    """A database of another program that died: what it wrote last is in its log only."""
    code = (
        "import os, sqlite3, sys; db = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "db.execute('PRAGMA journal_mode = WAL'); db.execute('CREATE TABLE theirs (x)')\n"
        "db.execute('INSERT INTO theirs VALUES (1)'); os._exit(0)"
    )
    assert run(code, path).returncode == 0
    assert Path(f"{path}-wal").stat().st_size


def of_another_program(path: Path) -> None:
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE theirs (x)")


def of_a_named_program(path: Path) -> None:
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA application_id = 252006673")
    db.close()


def an_export(path: Path) -> None:
    path.write_text('{"type": "text", "document": "doc:a", "text": "..."}\n' * 30, encoding="utf-8")


def noise(path: Path) -> None:
    path.write_bytes(os.urandom(20_000))


def nearly_a_store(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\0" + os.urandom(9_000))


def newer(path: Path) -> None:
    with SqliteStore(str(path)) as store:
        store.put(plan(), "")
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA user_version = 99")
    db.close()


def cut_off(path: Path) -> None:
    with SqliteStore(str(path)) as store:
        store.put(plan(), "")
    path.write_bytes(path.read_bytes()[:20_000])


@pytest.mark.parametrize(
    ("made", "error"),
    [
        (in_another_log, ForeignFileError),
        (of_another_program, ForeignFileError),
        (of_a_named_program, ForeignFileError),
        (an_export, ForeignFileError),
        (noise, ForeignFileError),
        (nearly_a_store, StoreError),
        (newer, NewerStoreError),
        (cut_off, DamagedStoreError),
    ],
)
def test_what_is_no_store_stays_as_it_is(tmp_path: Path, made: Callable[[Path], None], error: type[StoreError]):
    path = tmp_path / "a.db"
    made(path)
    before = {each.name: each.read_bytes() for each in tmp_path.iterdir() if not each.name.endswith("-shm")}
    for create in (True, False):
        with pytest.raises(error) as raised, open_store(str(path), create=create) as store:
            store.put(plan(), "")
        assert str(path) in str(raised.value)
        assert "\n" not in str(raised.value)
    after = {each.name: each.read_bytes() for each in tmp_path.iterdir() if not each.name.endswith("-shm")}
    assert after == before


def test_what_is_no_file_is_no_store(tmp_path: Path):
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "pipe", Path("/dev/null"), tmp_path):
        with pytest.raises(ForeignFileError):
            open_store(str(path))


def test_several_may_make_a_store_at_once(tmp_path: Path):
    code = (
        "import sys; from graph.sqlite import SqliteStore; from tests.graph.plans import plan\n"
        "with SqliteStore(sys.argv[1]) as store: store.put(plan(source=sys.argv[2], symbol=sys.argv[2] + '/KH'), '')"
    )
    given = [[sys.executable, "-c", code, str(tmp_path / "a.db"), str(n)] for n in range(4)]
    started = [subprocess.Popen(one, cwd=ROOT, stderr=subprocess.PIPE, text=True) for one in given]
    assert [(each.communicate()[1], each.returncode) for each in started] == [("", 0)] * 4
    with open_store(str(tmp_path / "a.db")) as store:
        assert len(store.held()) == 4


def test_two_with_much_to_write_take_turns(tmp_path: Path):
    code = (
        "import sys; from graph import sqlite; from tests.graph.plans import plan\n"
        "sqlite._BATCH = 3\n"
        "with sqlite.SqliteStore(sys.argv[1], timeout=60) as store, store.batch():\n"
        "    for n in range(15): store.put(plan(source=sys.argv[2] + str(n), symbol=f'{sys.argv[2]}{n}/KH'), '')"
    )
    SqliteStore(str(tmp_path / "a.db")).close()
    given = [[sys.executable, "-c", code, str(tmp_path / "a.db"), str(n)] for n in (1, 2)]
    started = [subprocess.Popen(one, cwd=ROOT, stderr=subprocess.PIPE, text=True) for one in given]
    assert [(each.communicate()[1], each.returncode) for each in started] == [("", 0)] * 2
    with open_store(str(tmp_path / "a.db")) as store:
        assert len(store.held()) == 30


def test_looking_at_a_store_gives_up_no_lock(tmp_path: Path):
    """Else another process that closes the store, as if it were the last, throws away what this one writes."""
    path = str(tmp_path / "a.db")
    code = (
        "import sys; from graph.sqlite import SqliteStore\n"
        "with SqliteStore(sys.argv[1], create=False) as store: print(len(store.held()))"
    )
    with SqliteStore(path) as store:
        store.put(plan(), "")
        look(path)
        open_store(path).close()
        assert run(code, path).stdout == "1\n"
        assert Path(f"{path}-wal").exists()
        store.put(plan("Lai Châu", "other.txt"), "")
    assert run(code, path).stdout == "2\n"


FILL = """
import resource, signal, sys
from dataclasses import replace
from graph.sqlite import SqliteStore
from graph.store import StoreError
from tests.graph.plans import plan, TEXT
if len(sys.argv) > 2:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), resource.RLIM_INFINITY))
with SqliteStore(sys.argv[1]) as store:
    for n in range(200):
        one = plan(source=str(n), symbol=f"{n}/KH")
        try:
            store.put(replace(one, text=TEXT + chr(10) + "Nhà ở. " * 9000), str(n))
        except StoreError as error:
            sys.exit(f"{n} {error}")
"""


def filled(path: Path, *arguments: object) -> tuple[int, str]:
    """Documents that were stored until one could not be, and what was said."""
    done = run(FILL, path, *arguments)
    number, _, said = done.stderr.strip().partition(" ")
    assert number.isdigit(), done.stderr
    return int(number), said


def test_when_the_disk_is_full_what_was_stored_stays(tmp_path: Path):
    stored, said = filled(tmp_path / "a.db", 4_000_000)
    assert stored > 3
    assert said.startswith(f"{tmp_path / 'a.db'} could not be read or written (ioerr_write)")
    with open_store(str(tmp_path / "a.db")) as store:
        assert len(store.held()) == stored
        store.put(plan(), "")  # now that there is room again
    with sqlite3.connect(tmp_path / "a.db") as db:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_on_a_small_disk(tmp_path: Path):
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", str(disk)], capture_output=True)
    if mounted.returncode:
        pytest.skip("a small disk cannot be mounted here")
    try:
        stored, said = filled(disk / "a.db")
        assert stored > 3
        assert said == f"there is no room for {disk / 'a.db'} to grow; free some space and run the command again"
        with open_store(str(disk / "a.db"), create=False) as store:
            assert len(store.held()) == stored
            assert store.counts()["nodes"]["task"] == stored
    finally:
        subprocess.run(["umount", "-l", str(disk)], check=True)


READ_ONLY = """
import os, sys, tempfile
from graph.sqlite import SqliteStore
from graph.store import StoreError
from tests.graph.plans import plan
with tempfile.TemporaryDirectory() as folder, SqliteStore(folder + "/a.db") as store:
    store.put(plan(), "")  # everything is imported while it can be read
    store.search("nha o")
if os.geteuid() == 0:
    os.setgroups([]); os.setgid(65534); os.setuid(65534)
for create in (True, False):
    with SqliteStore(sys.argv[1], create=create) as store:
        print(len(store.held()), len(store.search("nha o")))
        try:
            store.put(plan(), "")
        except StoreError as error:
            print(error)
try:
    SqliteStore(sys.argv[2])
except StoreError as error:
    print(error)
"""


@pytest.fixture
def anyone() -> Iterator[Path]:
    """A folder that every user can enter, which those of the other tests are not."""
    with TemporaryDirectory() as made:
        Path(made).chmod(0o755)
        yield Path(made)


def test_a_folder_without_the_right_to_write(anyone: Path):
    folder = anyone / "folder"
    folder.mkdir()
    with open_store(str(folder / "a.db")) as store:
        store.put(replace(plan(), source="first"), "")
    before = (folder / "a.db").read_bytes()
    (folder / "a.db").chmod(0o444)
    folder.chmod(0o555)
    done = run(READ_ONLY, folder / "a.db", folder / "new.db")
    folder.chmod(0o755)
    said = f"{folder / 'a.db'} cannot be written; make the file and its folder writable"
    new = f"{folder / 'new.db'} cannot be written; make the file and its folder writable"
    assert done.stdout.splitlines() == ["1 2", said, "1 2", said, new], done.stderr
    assert [each.name for each in folder.iterdir()] == ["a.db"]
    assert (folder / "a.db").read_bytes() == before


@pytest.mark.parametrize(
    ("name", "kind"),
    [("SQLITE_FULL", NoRoomError), ("SQLITE_IOERR_FSYNC", DiskError), ("SQLITE_CORRUPT_VTAB", DamagedStoreError)],
)
def test_failures_are_told_by_their_code(name: str, kind: type[StoreError]):
    error = sqlite3.OperationalError("words that may change")
    error.sqlite_errorname = name  # type: ignore[misc]
    assert isinstance(explained("a.db", error), kind)
    assert explained("a.db", wrong := sqlite3.OperationalError("no such table")) is wrong
