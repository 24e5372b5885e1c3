"""Many files into a store: what is unchanged is skipped, what cannot be read is reported, and the rest goes on."""

from __future__ import annotations

import hashlib
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import ParamSpec, TypeVar

from graph.reading import Reading
from graph.statements import ReadingError
from graph.store import Store
from ingest.files import STDIN
from ingest.formats.unreadable import UnreadableFile, printable

P = ParamSpec("P")
T = TypeVar("T")

# Fewer files are read sooner than further processes start.
_WORTH_PROCESSES = 24
# Readings that may wait for the store, for each process: memory stays flat however many files there are.
_AHEAD = 4


class ReadersStopped(Exception):  # noqa: N818 - it says what happened
    """The reading processes ended before their work did."""

    def __init__(self) -> None:
        super().__init__(
            "A process that reads files was stopped, perhaps for lack of memory. What was read is kept: "
            "run the same command again, with --jobs 1."
        )


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: `state` is `read`, `unchanged` or `failed`; `note` is one sentence on why it failed."""

    source: str
    state: str
    document: str = ""
    note: str = ""


def ingest(store: Store, found: Iterable[Path | UnreadableFile], *, jobs: int | None = None) -> Iterator[Outcome]:
    """Read the files that `ingest.files.find` gives into the store, in their order, and say of each what became of it.

    A file whose source and bytes are those held already is left alone. `jobs` processes read (by default one for each
    core when there are many files); this one writes. Raises ReadersStopped and StoreError.
    """
    held = {(item.source, item.digest) for item in store.held()}
    files = list(found)
    jobs = jobs or ((os.cpu_count() or 1) if len(files) >= _WORTH_PROCESSES else 1)
    # Started anew, not forked: the store may have threads and locks.
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) if jobs > 1 else _Here() as pool:
        ahead = jobs * _AHEAD if jobs > 1 else 0
        waiting: deque[Outcome | tuple[str, Future[_Read]]] = deque()
        for file in files:
            waiting.append(_begun(file, held, pool))
            if len(waiting) > ahead:
                yield _finished(waiting.popleft(), held, store)
        while waiting:
            yield _finished(waiting.popleft(), held, store)


_Read = tuple[Reading, str] | str
"""A reading and the digest of its file, or the sentence why there is none."""


class _Here(Executor):
    """Does what it is given at once, in this process."""

    def submit(self, work: Callable[P, T], /, *args: P.args, **options: P.kwargs) -> Future[T]:
        done: Future[T] = Future()
        done.set_result(work(*args, **options))
        return done


def _begun(
    file: Path | UnreadableFile, held: set[tuple[str, str]], pool: Executor
) -> Outcome | tuple[str, Future[_Read]]:
    if isinstance(file, UnreadableFile):
        return Outcome(file.source, "failed", note=str(file))
    source = str(file)
    if file == STDIN:
        return source, _Here().submit(_read, source)
    if (source, _digest(file)) in held:
        return Outcome(source, "unchanged")
    return source, pool.submit(_read, source)


def _finished(begun: Outcome | tuple[str, Future[_Read]], held: set[tuple[str, str]], store: Store) -> Outcome:
    if isinstance(begun, Outcome):
        return begun
    source, future = begun
    try:
        answer = future.result()
    except BrokenExecutor as error:
        raise ReadersStopped from error
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


def _read(source: str) -> _Read:
    from ingest import read_document

    try:
        return read_document(source)
    except UnreadableFile as error:
        return str(error)
    except Exception as error:  # a fault of ours in one file must not cost the others
        return f"{printable(source)}: reading it failed ({type(error).__name__}: {error}); please report this file"
