"""Copies of an embedded store, made and put back while others read and write it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from graph.failures import DamagedStoreError, ForeignFileError, MissingStoreError, explained
from graph.schema import connect, log_of, look, read_only
from graph.store import StoreError
from graph.whole_files import whole

_WAIT = 60.0
_PAGES = 16  # copied at once: fewer than the smallest store has, so that something is asked before all are copied


class NotABackupError(StoreError):
    """Something else stands under the name asked for; it is left as it is."""

    def __init__(self, file: str, why: str) -> None:
        super().__init__(f"{file} {why}; give another name")


class HoldsDocumentsError(StoreError):
    """The store to restore has documents of its own."""

    def __init__(self, path: str, documents: int) -> None:
        super().__init__(f"{path} holds {documents} files that were read; --replace puts the backup in their place")


def backup(path: str, file: str) -> int:
    """Write the store at `path` as it is at this moment to `file`, as a whole or not at all; how many files it holds.
    An earlier backup of that name is replaced. Raises StoreError and NotWrittenError."""
    _expect_free(path, file)
    with closing(connect(path, create=False, timeout=_WAIT)) as source, whole(Path(file)) as part:
        try:
            with closing(sqlite3.connect(part, isolation_level=None)) as target:
                # The copy has no name yet: what an interruption leaves of it is thrown away, not mended.
                target.execute("PRAGMA journal_mode = OFF")
                target.execute("PRAGMA synchronous = OFF")
                source.backup(target)
            return _checked(part, path)
        except sqlite3.Error as error:
            raise explained(file, error) from error


def restore(path: str, file: str, *, replace: bool = False) -> int:
    """Put the backup `file` in the place of what the store at `path` holds, in one transaction: who reads sees the one
    or the other; how many files it holds. A store that holds documents is left as it is unless `replace`. Raises
    StoreError."""
    if not Path(file).is_file():
        raise MissingStoreError(file)
    if _same(path, file):
        raise NotABackupError(file, "is the store itself")
    try:
        if not look(file):
            raise ForeignFileError(file)
        held = _checked(Path(file), file)
        with closing(_read_only(Path(file))) as source, closing(connect(path, create=True, timeout=_WAIT)) as target:
            if replace:
                source.backup(target)
            else:
                source.backup(target, pages=_PAGES, progress=_only_into_an_empty(path))
            target.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    except sqlite3.Error as error:
        raise explained(path, error) from error
    connect(path, create=False, timeout=_WAIT).close()  # a backup of an earlier version is brought to this one
    return held


def _only_into_an_empty(path: str) -> Callable[[int, int, int], None]:
    """Asked while the store is locked for writing and the backup not yet in it: nobody can add a document meanwhile."""

    asked = False

    def check(status: int, remaining: int, total: int) -> None:
        nonlocal asked
        if asked:
            return
        asked = True
        with closing(_read_only(Path(path))) as db:
            documents = db.execute("SELECT count(*) FROM reading").fetchone()[0]
        if documents:
            raise HoldsDocumentsError(path, documents)

    return check


def _expect_free(path: str, file: str) -> None:
    if _same(path, file):
        raise NotABackupError(file, "is the store itself")
    place = Path(file)
    if log_of(place).exists():
        raise NotABackupError(file, "is a store in use")
    if place.exists() and not place.is_dir():
        try:
            look(file)
        except (StoreError, sqlite3.Error):
            raise NotABackupError(file, "is no backup of a chithi store") from None


def _same(path: str, file: str) -> bool:
    a, b = Path(path), Path(file)
    return a.exists() and b.exists() and a.samefile(b)


def _read_only(file: Path) -> sqlite3.Connection:
    return read_only(file, alone=not log_of(file).exists())


def _checked(file: Path, name: str) -> int:
    """How many files the store in a file holds. Raises DamagedStoreError."""
    with closing(_read_only(file)) as db:
        found = db.execute("PRAGMA quick_check(1)").fetchone()[0]
        if found != "ok":
            raise DamagedStoreError(name, str(found).partition("\n")[0])
        return int(db.execute("SELECT count(*) FROM reading").fetchone()[0])
