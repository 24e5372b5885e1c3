"""Whether reading waits for writing: readers in processes of their own ask a store questions while one writes to it.

`python -m bench.readers 300` does so for 300 seconds with 8 readers. A reader tells SQLite not to wait at all when the
store is locked: what would have been a wait is an error, which is counted and tried again, and timed as waiting for the
store. Time that a reader spends without the processor because others have it is no such waiting and does not count; the
wall time of the operations is given beside it, with the writer and, for comparison, before it.
"""

from __future__ import annotations

import argparse
import multiprocessing
import random
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from multiprocessing.queues import Queue
from multiprocessing.synchronize import Barrier, Event
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.generator import corpus
from graph.failures import LockedStoreError
from graph.sqlite import SqliteStore
from graph.store import Store
from ingest.reader import read_text

PAUSE = 0.05
"""Seconds between two questions of a reader: the readers shall not fill the processors."""


@dataclass
class Seen:
    operations: int = 0
    opened: int = 0
    waits: list[float] = field(default_factory=list)  # seconds until a locked store answered
    seconds: list[float] = field(default_factory=list)  # of each operation, wall time
    errors: list[str] = field(default_factory=list)


def ask(store: Store, rng: random.Random) -> None:
    """One of the operations that questions consist of."""
    held = rng.choice(store.held())
    match rng.randrange(5):
        case 0:
            store.walk([held.document], ["implements"], down=False)
        case 1:
            store.search("so xay dung", ["task"], 20)
        case 2:
            store.edges(kinds=["leads"], documents=[held.document])
        case 3:
            assert store.texts([held.document]).keys() <= {held.document}
        case _:
            store.counts()


def answered(work: Callable[[], None], seen: Seen) -> None:
    """Do it, again and again while the store is locked."""
    begun = time.monotonic()
    locked = None
    while True:
        try:
            work()
            break
        except LockedStoreError:
            locked = locked or time.monotonic()
            time.sleep(0.001)
    if locked:
        seen.waits.append(time.monotonic() - locked)
    seen.seconds.append(time.monotonic() - begun)
    seen.operations += 1


def reader(path: str, seed: int, stop: Event, ready: Barrier, told: Queue[Seen]) -> None:
    rng = random.Random(seed)
    seen = Seen()
    store: list[SqliteStore] = []
    ready.wait()
    try:
        while not stop.is_set():
            if not store or rng.random() < 0.02:  # opening is reading too
                for each in store:
                    each.close()
                store.clear()
                answered(lambda: store.append(SqliteStore(path, create=False, timeout=0)), seen)
                seen.opened += 1
            answered(lambda: ask(store[0], rng), seen)
            time.sleep(PAUSE * rng.uniform(0.5, 1.5))
    except Exception as error:
        seen.errors.append(f"{type(error).__name__}: {error}")
    told.put(seen)


def writer(path: str, stop: Event, ready: Barrier, told: Queue[Seen]) -> None:
    """Documents come, change and go."""
    seen = Seen()
    readings = [read_text(str(document.content), document.name) for document in corpus(60, 3)]
    ready.wait()
    try:
        with SqliteStore(path) as store:
            while not stop.is_set():
                for reading in readings:
                    if stop.is_set():
                        break
                    begun = time.monotonic()
                    document = store.put(reading, str(seen.operations))
                    if seen.operations % 3 == 2:
                        store.remove(document)
                    seen.operations += 1
                    seen.seconds.append(time.monotonic() - begun)
    except Exception as error:
        seen.errors.append(f"{type(error).__name__}: {error}")
    told.put(seen)


def measure(path: str, readers: int, seconds: float, *, write: bool) -> tuple[list[Seen], Seen]:
    context = multiprocessing.get_context("spawn")
    stop, told, written = context.Event(), context.Queue(), context.Queue()
    ready = context.Barrier(readers + 1 + write)
    started = [context.Process(target=reader, args=(path, n, stop, ready, told)) for n in range(readers)]
    started += [context.Process(target=writer, args=(path, stop, ready, written))] if write else []
    for process in started:
        process.start()
    ready.wait()
    time.sleep(seconds)
    stop.set()
    found = [told.get() for _ in range(readers)]
    wrote = written.get() if write else Seen()
    for process in started:
        process.join()
    return found, wrote


def report(title: str, found: list[Seen]) -> None:
    seconds = sorted(one for seen in found for one in seen.seconds)
    waits = sorted(one for seen in found for one in seen.waits)
    quantiles = statistics.quantiles(seconds, n=1000)
    operations, opened = sum(seen.operations for seen in found), sum(seen.opened for seen in found)
    print(f"{title}: {operations:,} operations, {opened} of them openings; errors {sum(len(s.errors) for s in found)}")
    print(f"  waited for the store {len(waits)} times, longest {max(waits, default=0) * 1000:.1f} ms")
    middle, high = quantiles[499] * 1000, quantiles[989] * 1000
    print(f"  wall time: median {middle:.1f} ms, 99% {high:.1f} ms, longest {seconds[-1] * 1000:.0f} ms", flush=True)
    for seen in found:
        for error in seen.errors:
            print(" ", error)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("seconds", type=float, nargs="?", default=300)
    parser.add_argument("--readers", type=int, default=8)
    parser.add_argument("--documents", type=int, default=150)
    given = parser.parse_args()
    with TemporaryDirectory() as folder:
        path = str(Path(folder) / "graph.db")
        with SqliteStore(path) as store, store.batch():
            for document in corpus(given.documents, 5):
                store.put(read_text(str(document.content), document.name), "")
        report("without a writer", measure(path, given.readers, given.seconds / 10, write=False)[0])
        found, wrote = measure(path, given.readers, given.seconds, write=True)
        report("with a writer", found)
        print(f"written meanwhile: {wrote.operations} documents; errors {wrote.errors}")


if __name__ == "__main__":
    main()
