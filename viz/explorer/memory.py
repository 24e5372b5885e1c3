"""What a server keeps between pages."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import Any, TypeVar, cast

T = TypeVar("T")
_MOST_KEPT = 120


class Memory:
    """What is worked out once for a revision of the graph and serves every page: lists of headings, counts, and what
    was asked of a place or a body. What nobody asked for again makes room for what somebody does."""

    def __init__(self) -> None:
        self._revision = ""
        self._known: dict[str, Any] = {}
        self._locks: dict[str, Lock] = {}
        self._lock = Lock()

    def once(self, revision: str, name: str, work: Callable[[], T]) -> T:
        """What `work` gave for this revision, working it out at most once at a time."""
        with self._lock:
            if self._revision != revision:
                self._revision, self._known, self._locks = revision, {}, {}
            known, own = self._known, self._locks.setdefault(name, Lock())
        with own:
            found = known[name] if name in known else work()
        with self._lock:
            known.pop(name, None)
            known[name] = found
            while len(known) > _MOST_KEPT:
                oldest = next(iter(known))
                del known[oldest]
                self._locks.pop(oldest, None)
        return cast("T", found)
