"""How much rests on each document: which are carried out most, which cited texts are worth collecting."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from graph.store import Store
from queries.catalogue import DocumentEntry

_CITING = ("implements", "references", "amends", "replaces", "approves")


@dataclass(frozen=True, slots=True)
class Standing:
    """A document with how many others carry it out, and how many statements of others name it in any way."""

    entry: DocumentEntry
    implemented: int
    cited: int


def standings(store: Store, entries: Iterable[DocumentEntry]) -> list[Standing]:
    """The standing of each document, in the order given. One call."""
    entries = list(entries)
    degrees = store.degrees([entry.id for entry in entries], _CITING)
    return [
        Standing(
            entry,
            degrees.get(entry.id, {}).get(("implements", False), 0),
            sum(degrees.get(entry.id, {}).get((kind, False), 0) for kind in _CITING),
        )
        for entry in entries
    ]
