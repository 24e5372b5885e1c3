"""Processor time, and the figures that are made of it."""

from __future__ import annotations

import os
import resource
import subprocess
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table: `value` in `unit`; `beside` is the value of the line it is held against, 0 for none."""

    part: str
    what: str
    value: float
    unit: str
    note: str = ""
    beside: float = 0.0

    @property
    def ratio(self) -> str:
        return f"{self.value / self.beside:.3g}" if self.beside else ""


def seconds(work: Callable[[], object], runs: int = 3) -> float:
    """The least processor time of this process that the work takes."""
    return min(_once(work) for _ in range(runs))


def _once(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def milliseconds(work: Callable[[], object], runs: int) -> list[float]:
    """The processor time of each run, in ascending order."""
    return sorted(1000 * _once(work) for _ in range(runs))


def quantile(times: Sequence[float], share: float) -> float:
    """The time that this share of the runs, in ascending order, does not exceed."""
    return times[min(len(times) - 1, int(share * len(times)))]


def of_command(command: Sequence[str], runs: int = 3) -> tuple[float, float]:
    """The least processor time and the least time by the clock, in milliseconds, that a command takes as a process. As
    once it is installed: with its modules compiled, which a run before the first sees to."""
    spent, passed = [], []
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    for _ in range(runs + 1):
        before, start = _of_children(), time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)
        passed.append(1000 * (time.perf_counter() - start))
        spent.append(1000 * (_of_children() - before))
    return min(spent[1:]), min(passed[1:])


def _of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
