"""A document to be read with what is to be found in it, and changes of both."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from tests.ingest.varied import sheet as sheets
from tests.ingest.varied.sheet import Gold, Sheet
from tests.ingest.varied.writing import Style, write


@dataclass(frozen=True, slots=True)
class Case:
    """A document to be read: its bytes under a suffix, and what is to be found in it."""

    text: str
    gold: Gold
    suffix: str = ".txt"
    content: bytes = b""

    @property
    def bytes(self) -> bytes:
        return self.content or self.text.encode()

    @property
    def sheet(self) -> Sheet:
        return sheets.sheet(self.text, self.gold)


Change = Callable[[Case], Case | None]
"""A variant of a document; None where it has nothing that this variant is about."""


def of_text(change: Callable[[str], str]) -> Change:
    def made(case: Case) -> Case:
        return replace(case, text=change(case.text))

    return made


def of_sheet(change: Callable[[Sheet], Sheet], style: Style | None = None) -> Change:
    """The document written down again from its changed parts."""

    def made(case: Case) -> Case | None:
        before = case.sheet
        after = change(before)
        return replace(case, text=write(after, style)) if style or after != before else None

    return made


def as_table(table: str, style: Style | None = None) -> Change:
    """The appendix in another form."""

    def made(case: Case) -> Case | None:
        read = case.sheet
        return replace(case, text=write(read, replace(style or Style(), table=table))) if read.rows else None

    return made


def same(read: Sheet) -> Sheet:
    return read


def chain(*changes: Change) -> Change:
    """One after the other; None as soon as one has nothing to do."""

    def made(case: Case) -> Case | None:
        last: Case | None = case
        for change in changes:
            last = change(last) if last else None
        return last

    return made


def either(*changes: Change) -> Change:
    """The first that has something to do."""

    def made(case: Case) -> Case | None:
        return next((new for change in changes if (new := change(case))), None)

    return made
