"""Desks that are not done yet."""

from __future__ import annotations

from viz.explorer.desk import Answer, AtOnce
from viz.explorer.work import Question


class Busy(AtOnce):
    """Works nothing out but the lists, until it is `done`."""

    done = False

    def ask(self, question: Question, revision: str, *, wait: bool = False) -> Answer | None:
        return super().ask(question, revision) if self.done or question == ("lists",) else None

    def waits(self, question: Question) -> bool:
        return not self.done


class Behind(AtOnce):
    """Has only what was worked out for an earlier state."""

    def ask(self, question: Question, revision: str, *, wait: bool = False) -> Answer | None:
        found = super().ask(question, revision)
        return Answer("earlier", found.value) if found else None
