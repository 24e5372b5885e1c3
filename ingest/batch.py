"""Many files into a store: what is unchanged is skipped, what cannot be read is reported, and the rest goes on."""

from __future__ import annotations

import hashlib
import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path

from graph.statements import ReadingError
from graph.store import Store
from ingest.files import STDIN, content_of
from ingest.formats.unreadable import UnreadableFile
from ingest.worker import Read
from ingest.workers import Limits, Readers

# Fewer files are read sooner than further processes start.
_WORTH_PROCESSES = 24
# Readings that may wait for the store, for each process: memory stays flat however many files there are.
_AHEAD = 4


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: `state` is `read`, `unchanged` or `failed`; `note` is one sentence on why it failed."""

    source: str
    state: str
    document: str = ""
    note: str = ""


def ingest(
    store: Store,
    found: Iterable[Path | UnreadableFile],
    *,
    jobs: int | None = None,
    limits: Limits | None = None,
    reader: str = "ingest.worker:read",
) -> Iterator[Outcome]:
    """Read the files that `ingest.files.find` gives into the store, in their order, and say of each what became of it.

    A file whose source and bytes are those held already is left alone. `jobs` processes read (by default one for each
    core when there are many files), each file within the limits; this one writes. Raises NoReader and StoreError.
    """
    held = {(item.source, item.digest) for item in store.held()}
    files = list(found)
    jobs = jobs or ((os.cpu_count() or 1) if len(files) >= _WORTH_PROCESSES else 1)
    with Readers(jobs, limits or Limits(), reader) as readers:
        waiting: deque[Outcome | tuple[str, Future[Read]]] = deque()
        for file in files:
            waiting.append(_begun(file, held, readers))
            if len(waiting) > jobs * _AHEAD:
                yield _finished(waiting.popleft(), held, store)
        while waiting:
            yield _finished(waiting.popleft(), held, store)


def _begun(
    file: Path | UnreadableFile, held: set[tuple[str, str]], readers: Readers
) -> Outcome | tuple[str, Future[Read]]:
    if isinstance(file, UnreadableFile):
        return Outcome(file.source, "failed", note=str(file))
    source = str(file)
    if file == STDIN:
        try:
            return source, readers.begin(source, content_of(source))
        except UnreadableFile as error:
            return Outcome(source, "failed", note=str(error))
    if (source, _digest(file)) in held:
        return Outcome(source, "unchanged")
    return source, readers.begin(source)


def _finished(begun: Outcome | tuple[str, Future[Read]], held: set[tuple[str, str]], store: Store) -> Outcome:
    if isinstance(begun, Outcome):
        return begun
    source, future = begun
    try:
        answer = future.result()
    except UnreadableFile as error:
        answer = str(error)
    if isinstance(answer, str):
        return Outcome(source, "failed", note=answer)
    reading, digest = answer
    if (reading.source, digest) in held:
        return Outcome(source, "unchanged")
    try:
        return Outcome(source, "read", document=store.put(reading, digest))
    except ReadingError as error:
        return Outcome(source, "failed", note=str(error))


def _digest(path: Path) -> str:
    """SHA-256 of the file's bytes; empty when it cannot be opened, which reading it then reports."""
    try:
        with path.open("rb") as opened:
            return hashlib.file_digest(opened, "sha256").hexdigest()
    except OSError:
        return ""
