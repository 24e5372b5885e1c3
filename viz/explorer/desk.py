"""Who answers the questions of `work`: the process that serves the pages itself, or another one (`elsewhere`)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol

from graph.store import Store
from viz.explorer.memory import Memory
from viz.explorer.work import Question, do


@dataclass(frozen=True, slots=True)
class Answer:
    """What was worked out, and for which revision of the graph."""

    revision: str
    value: Any


class Desk(Protocol):
    def ask(self, question: Question, revision: str, *, wait: bool = False) -> Answer | None:
        """The answer for a revision; while that is worked out the one for an earlier revision, None when there is none
        yet. `wait`: for the first one. Raises what working it out raises."""

    def waits(self, question: Question) -> bool:
        """Whether it is still being worked out."""

    def close(self) -> None: ...


class AtOnce:
    """Works everything out when it is asked, and keeps it for as long as the graph stays the same."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._memory = Memory()

    def ask(self, question: Question, revision: str, *, wait: bool = False) -> Answer | None:
        value = self._memory.once(revision, "\n".join(question), lambda: do(self._store, question))
        return Answer(revision, value)

    def waits(self, question: Question) -> bool:
        return False

    def close(self) -> None:
        """Nothing to give back."""
