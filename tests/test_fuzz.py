"""Whatever a file holds, it is read or refused with a sentence, within the limits; and what was read can be stored.

`python -m tests.test_fuzz 10000` tries as many and says what became of them.
"""

from __future__ import annotations

import os
import sys
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from ingest.formats.unreadable import UnreadableFile
from ingest.workers import Limits, Readers
from tests.fuzzing import Tried, hostile

COUNT = 10_000 if os.environ.get("CHITHI_SLOW") else 400
PARTS = 10
LIMITS = Limits(seconds=600, megabytes=1024)  # of wall time: machines that run tests are busy


def tried(seeds: Iterable[int], folder: Path, jobs: int = 1) -> Iterator[tuple[int, Tried]]:
    """What becomes of the file of each seed; one that breaks a limit ends as `limit`."""
    with Readers(jobs, LIMITS, "tests.fuzzing:attempt") as readers:
        waiting: deque[tuple[int, Path, Future[Tried]]] = deque()

        def finished() -> tuple[int, Tried]:
            seed, path, future = waiting.popleft()
            try:
                return seed, future.result()
            except UnreadableFile as error:
                return seed, Tried("limit", str(error), LIMITS.seconds, LIMITS.megabytes)
            finally:
                path.unlink()

        for seed in seeds:
            suffix, content = hostile(seed)
            path = folder / f"hostile-{seed}{suffix}"
            path.write_bytes(content)
            waiting.append((seed, path, readers.begin(str(path))))
            if len(waiting) > 50 * jobs:
                yield finished()
        while waiting:
            yield finished()


@pytest.mark.parametrize("part", range(PARTS))
def test_hostile_files_are_read_or_refused(part: int, tmp_path: Path) -> None:
    found = list(tried(range(part, COUNT, PARTS), tmp_path))
    assert [(seed, one.note) for seed, one in found if one.end not in ("read", "refused")] == []
    ends = Counter(one.end for _, one in found)
    assert min(ends["read"], ends["refused"]) > COUNT / PARTS / 10, ends


if __name__ == "__main__":
    ends: Counter[str] = Counter()
    slowest = largest = 0.0
    with TemporaryDirectory() as made:
        for tried_seed, one in tried(range(int(sys.argv[1])), Path(made), jobs=int((*sys.argv, "1")[2])):
            ends[one.end] += 1
            slowest, largest = max(slowest, one.seconds), max(largest, one.megabytes)
            if one.end not in ("read", "refused") or one.seconds > 5:
                print(tried_seed, one, flush=True)
            if ends.total() % 500 == 0:
                print(dict(ends), f"slowest {slowest:.1f} s of processor, largest {largest:.0f} MB", flush=True)
    sys.exit(bool(ends.total() - ends["read"] - ends["refused"]))
