"""What can be wrong with the file of an embedded store, each with the sentence the user reads."""

from __future__ import annotations

import sqlite3

from graph.store import StoreError


class ForeignFileError(StoreError):
    def __init__(self, path: str) -> None:
        super().__init__(f"{path} is not a chithi store; give another file with --db")


class NewerStoreError(StoreError):
    def __init__(self, path: str, version: int, known: int) -> None:
        super().__init__(f"{path} was made by a newer chithi (form {version}, this one knows {known}); update chithi")


class UnknownVersionError(StoreError):
    def __init__(self, path: str, version: int) -> None:
        super().__init__(f"{path} has a form no chithi ever made ({version}); restore a backup, or ingest anew")


class DamagedStoreError(StoreError):
    def __init__(self, path: str, why: str) -> None:
        super().__init__(f"{path} is damaged ({why}); restore a backup, or ingest the documents into a new file")


class MissingStoreError(StoreError):
    def __init__(self, path: str) -> None:
        super().__init__(f"{path} does not exist; make it with chithi ingest")


class ReadOnlyStoreError(StoreError):
    def __init__(self, path: str) -> None:
        super().__init__(f"{path} cannot be written; make the file and its folder writable")


class LockedStoreError(StoreError):
    def __init__(self, path: str) -> None:
        super().__init__(f"{path} is being written by another process for too long; try again when it is done")


class NoRoomError(StoreError):
    def __init__(self, path: str) -> None:
        super().__init__(f"there is no room for {path} to grow; free some space and run the command again")


class DiskError(StoreError):
    def __init__(self, path: str, why: str) -> None:
        super().__init__(f"{path} could not be read or written ({why}); look at the disk, its space and your quota")


def explained(path: str, error: sqlite3.Error) -> Exception:
    """The error as the user reads it; one that only a mistake in this program explains stays as it is."""
    name = getattr(error, "sqlite_errorname", "").removeprefix("SQLITE_")
    match name.partition("_")[0]:
        case "BUSY" | "LOCKED":
            return LockedStoreError(path)
        case "READONLY" | "CANTOPEN" | "PERM" | "AUTH":
            return ReadOnlyStoreError(path)
        case "NOTADB":
            return ForeignFileError(path)
        case "CORRUPT":
            return DamagedStoreError(path, str(error))
        case "FULL":
            return NoRoomError(path)
        case "IOERR":
            return DiskError(path, name.lower())
        case _:
            return error
