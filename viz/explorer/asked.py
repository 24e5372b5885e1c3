"""What a page is asked, and what it answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar, cast

from graph.store import Store
from viz.explorer.desk import Desk
from viz.explorer.links import Links
from viz.explorer.lists import Lists
from viz.explorer.memory import Memory
from viz.explorer.work import Question

T = TypeVar("T")


@dataclass(slots=True)
class Used:
    """What a page was made from besides the present state of the graph: answers, some for an `earlier` revision, and
    without those that are still worked out (`waiting`)."""

    answers: dict[Question, Any] = field(default_factory=dict)
    earlier: str = ""
    waiting: Question = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """What a page is made from: the store and its revision, the node's id, the parameters of the page's route, the day
    as of which it is asked, the links to write, and who works out what takes long."""

    store: Store
    revision: str
    links: Links
    lang: str
    today: date
    memory: Memory
    desk: Desk
    id: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)
    used: Used = field(default_factory=Used)

    def __getitem__(self, name: str) -> Any:
        return self.values[name]

    def once(self, name: str, work: Callable[[], T]) -> T:
        """What `work` gives, worked out once for this revision and kept while it is asked for."""
        return self.memory.once(self.revision, name, work)

    @property
    def lists(self) -> Lists:
        """The lists that many pages share, those of an earlier state while they are made anew."""
        return cast("Lists", self._answer(("lists",), wait=True))

    def worked_out(self, *question: str) -> Any | None:
        """The answer to a question of `work`; None while it is worked out for the first time: the page then says so,
        and shows itself again when it is there."""
        return self._answer(question, wait=False)

    def _answer(self, question: Question, *, wait: bool) -> Any | None:
        """Asked once for a page: it shows one state of what it shows twice."""
        used = self.used
        if question not in used.answers:
            found = self.desk.ask(question, self.revision, wait=wait)
            used.answers[question] = found.value if found else None
            if found is None:
                used.waiting = question
            elif found.revision != self.revision:
                used.earlier = found.revision
        return used.answers[question]


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
