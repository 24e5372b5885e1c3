"""The process beside the server that works out what takes long: it reads the store, answers one question after the
other, and gives way to everything else on the machine once the first lists are there."""

from __future__ import annotations

import os
import signal
import time
from functools import lru_cache
from multiprocessing.connection import Connection
from typing import Any

from graph import open_store
from graph.store import StoreError
from viz.explorer.work import WORKS

_NICE = 10


def work(address: str, line: Connection[Any, Any]) -> None:
    """Answer what comes in by `line`, until nobody is at its other end: to a question its revision, how many pieces
    of the answer follow, and the seconds that it took; None instead of the number when it could not be worked out."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C ends the server, and then this process has nobody to ask it
    try:
        with open_store(address, create=False) as store:
            while True:
                name, *texts = line.recv()
                began = time.monotonic()
                try:
                    revision = store.revision()
                    asked = WORKS[name]
                    pieces = list(asked.pack(asked.do(store, *texts)))
                except Exception:  # whoever asked works it out once more and sees why
                    line.send(("", None, 0.0))
                    continue
                line.send((revision, len(pieces), time.monotonic() - began))
                for piece in pieces:
                    line.send_bytes(piece)
                # The first lists are what everybody waits for; from then on there is always something to show.
                if name == "lists":
                    _give_way()
    except (EOFError, OSError, StoreError):
        return


@lru_cache(maxsize=1)
def _give_way() -> None:
    if hasattr(os, "nice"):
        os.nice(_NICE)
