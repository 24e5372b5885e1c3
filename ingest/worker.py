"""A process that reads one file after the other: what it is asked comes in on standard input, answers go out on
standard output, both pickled."""

from __future__ import annotations

import gc
import os
import pickle
import signal
import sys
from contextlib import suppress
from importlib import import_module
from typing import IO, TYPE_CHECKING, TypeAlias

from ingest.formats.unreadable import UnreadableFile, printable

if TYPE_CHECKING:
    from graph.reading import Reading

Read: TypeAlias = "tuple[Reading, str] | str"
"""A reading and the digest of its file, or the sentence why there is none."""

NO_MEMORY = 77
"""The exit code of one that met its limit of memory."""


def work(reader: str, seconds: float, megabytes: int) -> None:
    """Answer until nobody asks any more. `reader` is `module:function`, called with a source and, for standard input,
    its bytes; what it returns is the answer. Where the system can (POSIX), this process gets no more than `megabytes`
    of memory in all and `seconds` of processor time for each file, so that it also ends when nobody is left to end it.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever asks is told, and ends this process
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # a library that prints must not write into the answers
    module, _, name = reader.partition(":")
    answer = getattr(import_module(module), name)
    import_module("ingest.reader")  # with all it needs: before the first file comes, and outside its time
    gc.freeze()  # a document is many small objects and few cycles: to look for these less often costs less time
    gc.set_threshold(20_000, 20, 20)
    _hold_memory(megabytes)
    _say(answers, None)
    with suppress(EOFError, BrokenPipeError):
        while True:
            source, content = pickle.load(sys.stdin.buffer)
            _hold_time(seconds)
            try:
                _say(answers, answer(source, content))
            except MemoryError:
                os._exit(NO_MEMORY)


def read(source: str, content: bytes | None) -> Read:
    """What a file says; never raises what is the fault of one file."""
    from ingest.reader import read_document

    try:
        return read_document(source, content)
    except UnreadableFile as error:
        return str(error)
    except MemoryError:
        raise
    except Exception as error:  # a fault of ours in one file must not cost the others
        return f"{printable(source)}: reading it failed ({type(error).__name__}: {error}); please report this file"


def _say(answers: IO[bytes], value: object) -> None:
    pickle.dump(value, answers, pickle.HIGHEST_PROTOCOL)
    answers.flush()


def _hold_memory(megabytes: int) -> None:
    with suppress(ImportError, ValueError, OSError):  # not on Windows; not above what the user has
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        _, most = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (megabytes * 1024**2, most))


def _hold_time(seconds: float) -> None:
    with suppress(ImportError, ValueError, OSError):
        import resource

        used = resource.getrusage(resource.RUSAGE_SELF)
        _, most = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime + seconds) + 2, most))
