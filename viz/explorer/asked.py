"""What a page is asked, and what it answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from threading import Lock
from typing import Any, TypeVar, cast

from graph.store import Store
from viz.explorer.links import Links

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


@dataclass(frozen=True, slots=True)
class Asked:
    """What a page is made from: the store and its revision, the node's id, the parameters of the page's route, the day
    as of which it is asked, and the links to write."""

    store: Store
    revision: str
    links: Links
    lang: str
    today: date
    memory: Memory
    id: str = ""
    values: Mapping[str, Any] = None  # type: ignore[assignment]

    def __getitem__(self, name: str) -> Any:
        return self.values[name]

    def once(self, name: str, work: Callable[[], T]) -> T:
        return self.memory.once(self.revision, name, work)


@dataclass(frozen=True, slots=True)
class Crumb:
    """A step of the way to a page: its words, and the address of all but the last."""

    label: str
    link: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows (frozen dataclasses of the type `kind`) that a page offers for download; `question` names the sheet and the
    file. They are asked for only when somebody downloads."""

    question: str
    kind: type
    rows: Callable[[], Sequence[Any]]


@dataclass(frozen=True, slots=True)
class Page:
    """`template` is a file of `templates/` without its suffix, `model` what it shows as `m`."""

    template: str
    title: str
    model: Any
    crumbs: tuple[Crumb, ...] = ()
    table: Table | None = None
    nav: str = ""
