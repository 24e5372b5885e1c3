"""Documents into the embedded store: by how many processes, and whether memory stays flat."""

from __future__ import annotations

import os
import resource
import time
from collections.abc import Iterator
from pathlib import Path

from bench.speed.clock import Figure
from bench.speed.corpora import chain
from graph import open_store
from ingest.batch import ingest

PART = "storing"


def figures(folder: Path, documents: int) -> Iterator[Figure]:
    """The store is left in the folder as `graph.db`, for the questions."""
    files = chain(folder / "chain", documents)
    for suffix in ("", "-wal", "-shm"):
        (folder / f"graph.db{suffix}").unlink(missing_ok=True)
    marks: list[int] = []
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    own, start = time.process_time(), time.perf_counter()
    with open_store(str(folder / "graph.db")) as store, store.batch():
        for n, outcome in enumerate(ingest(store, list(files), jobs=os.cpu_count()), 1):
            if outcome.state != "read":
                raise SystemExit(f"{outcome.source}: {outcome.note}")
            if n % max(1, len(files) // 4) == 0:
                marks.append(_resident())
    passed, writing = time.perf_counter() - start, time.process_time() - own
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    reading = after.ru_utime + after.ru_stime - children.ru_utime - children.ru_stime
    count = len(files)
    yield Figure(PART, "reading, in processes of their own", 1000 * reading / count, "ms of processor a document")
    yield Figure(
        PART,
        "writing, in one process",
        1000 * writing / count,
        "ms of processor a document",
        "",
        1000 * reading / count,
    )
    cores = os.cpu_count() or 1
    bound = count / max(writing, (reading + writing) / cores)
    note = f"{count / passed:.0f} by the clock, with whatever else the machine did"
    yield Figure(PART, f"documents a second on {cores} cores", bound, "as processor time allows", note)
    grown = ", ".join(f"{mark}" for mark in marks)
    yield Figure(PART, "memory of the writing process at each quarter", marks[-1], "MB", grown, marks[0])
    yield Figure(PART, "size of the store", (folder / "graph.db").stat().st_size / 1e6, "MB")


def _resident() -> int:
    """Megabytes this process holds now; its most where the system does not tell."""
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmRSS"))
        return int(line.split()[1]) // 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
