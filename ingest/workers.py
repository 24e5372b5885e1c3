"""Reading in processes of their own, each file within a limit of time and memory: a file that breaks one costs only
itself."""

from __future__ import annotations

import pickle
import subprocess
import sys
import threading
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

from ingest.formats.unreadable import UnreadableFile
from ingest.worker import NO_MEMORY

_ROOT = Path(__file__).resolve().parents[1]
# Not from the working folder (-P): whoever put a file there must not run it.
_CODE = "import sys; sys.path.insert(0, sys.argv[1]); from ingest.worker import work; work(sys.argv[2], float(sys.argv[3]), int(sys.argv[4]))"  # noqa: E501


@dataclass(frozen=True, slots=True)
class Limits:
    """For one file: seconds from asking to answer; megabytes of the process that reads it, program included."""

    seconds: float = 300.0
    megabytes: int = 2048


class TooSlow(UnreadableFile):
    """Reading it took longer than allowed."""


class TooMuchMemory(UnreadableFile):
    """Reading it took more memory than allowed."""


class ReaderEnded(UnreadableFile):
    """The process that read it ended before it answered."""


class NoReader(Exception):  # noqa: N818 - it says what happened
    """The processes that read cannot even start."""

    def __init__(self) -> None:
        super().__init__(
            "A process that reads files could not start, perhaps for lack of memory. What was read is kept: "
            "give it more with --memory, or end other programs, and run the same command again."
        )


class Readers:
    """So many processes that read, started when there is something for them to do.

    `reader` is `module:function`; it gets the source and the bytes of standard input, or None for a file."""

    def __init__(self, jobs: int, limits: Limits, reader: str) -> None:
        self._limits = limits
        self._reader = reader
        self._threads = ThreadPoolExecutor(jobs)  # each with a process of its own, which it waits for
        self._own = threading.local()
        self._started: set[_Process] = set()
        self._closed = False

    def begin(self, source: str, content: bytes | None = None) -> Future[Any]:
        """What the reader makes of it, later; the future raises TooSlow, TooMuchMemory, ReaderEnded and NoReader."""
        return self._threads.submit(self._read, source, content)

    def _read(self, source: str, content: bytes | None) -> Any:
        process: _Process | None = getattr(self._own, "process", None)
        if process is None:
            process = self._own.process = _Process(self._reader, self._limits)
            self._started.add(process)
            if self._closed:
                process.kill()
            process.begin()
        try:
            return process.ask(source, content)
        except UnreadableFile:
            self._started.discard(process)
            self._own.process = None
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._closed = True
        for process in list(self._started):
            process.kill()
        self._threads.shutdown(cancel_futures=True)


class _Process:
    """One process and the pipes to it."""

    def __init__(self, reader: str, limits: Limits) -> None:
        self._limits = limits
        given = (str(_ROOT), reader, str(limits.seconds), str(limits.megabytes))
        command = [sys.executable, "-P", "-c", _CODE, *given]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._asked: IO[bytes] = self._process.stdin
        self._answers: IO[bytes] = self._process.stdout

    def begin(self) -> None:
        """Wait until it is ready. Raises NoReader."""
        try:
            pickle.load(self._answers)
        except (EOFError, pickle.UnpicklingError):
            self.kill()
            raise NoReader from None

    def ask(self, source: str, content: bytes | None) -> Any:
        """What it answers; after an error it is gone. Raises TooSlow, TooMuchMemory, ReaderEnded."""
        alarm = _Alarm(self._limits.seconds, self._process)
        try:
            pickle.dump((source, content), self._asked)
            self._asked.flush()
            answer = pickle.load(self._answers)
        except (EOFError, OSError, pickle.UnpicklingError):
            with suppress(subprocess.TimeoutExpired):
                self._process.wait(1)  # what it ended with is told a moment after it said its last
            late = alarm.off()
            raise self._reason(source, self.kill(), late=late) from None
        if alarm.off():
            raise self._reason(source, self.kill(), late=True)
        return answer

    def kill(self) -> int:
        """Its exit code, or minus the signal that ended it."""
        self._process.kill()
        code = self._process.wait()
        for pipe in (self._asked, self._answers):
            with suppress(OSError):
                pipe.close()
        return code

    def _reason(self, source: str, code: int, *, late: bool) -> UnreadableFile:
        if late:
            allowed = f"{self._limits.seconds:g} seconds"
            return TooSlow(source, f"it takes more than {allowed} to read; split it, or allow more with --timeout")
        if code == NO_MEMORY:
            allowed = f"{self._limits.megabytes} MB of memory"
            return TooMuchMemory(source, f"it takes more than {allowed} to read; split it, or allow more with --memory")
        how = f"signal {-code}" if code < 0 else f"exit code {code}"
        return ReaderEnded(source, f"the process that read it ended ({how}); open it in its program and save it again")


class _Alarm:
    """Ends a process when the time is up, unless it was switched off before."""

    def __init__(self, seconds: float, process: subprocess.Popen[bytes]) -> None:
        self._process = process
        self._lock = threading.Lock()
        self._off = self._rung = False
        self._timer = threading.Timer(seconds, self._ring)
        self._timer.daemon = True
        self._timer.start()

    def off(self) -> bool:
        """Whether it has rung; it never will afterwards."""
        self._timer.cancel()
        with self._lock:
            self._off = True
            return self._rung

    def _ring(self) -> None:
        with self._lock:
            if not self._off:
                self._rung = True
                self._process.kill()
