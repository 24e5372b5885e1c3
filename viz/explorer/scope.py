"""The part of the graph that a page over many documents is about: a chain, a place, or everything where it is not too
much for one page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graph.folding import fold
from graph.model import Node
from queries.catalogue import document_entries
from queries.names import find_document
from queries.wanted import standings
from viz.explorer.asked import Asked
from viz.explorer.shown import clean, document_name

# So many duties are looked through without a choice; of more, one has to be made.
MOST_UNCHOSEN = 3_000
_MOST_UPPERS = 40


@dataclass(frozen=True, slots=True)
class Upper:
    """A document that others carry out, for choosing it."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Scope:
    """What was chosen: `under` a document, `place`; `places` and `uppers` are what can be chosen. `too_many` is the
    number of duties when a choice has to be made first."""

    under: Node | None
    under_name: str
    place: str
    places: Sequence[str]
    uppers: Sequence[Upper]
    too_many: int

    @property
    def key(self) -> str:
        return f"{self.under.id if self.under else ''} {fold(self.place)}"


def scope_of(asked: Asked) -> Scope:
    """The scope that the parameters `under` and `place` choose. Raises NotFound and Ambiguous."""
    entries = asked.once("documents", lambda: document_entries(asked.store))
    standing = asked.once("standings", lambda: standings(asked.store, entries))
    under = find_document(asked.store, asked["under"]) if asked["under"] else None
    counted = asked.once("counts", asked.store.counts)["nodes"].get("task", 0)
    chosen = under is not None or bool(asked["place"])
    upper = sorted((row for row in standing if row.implemented), key=lambda row: -row.implemented)[:_MOST_UPPERS]
    options = [Upper(row.entry.id, clean(row.entry.label)) for row in upper]
    if under is not None and under.id not in {option.id for option in options}:
        options.insert(0, Upper(under.id, document_name(under)))
    return Scope(
        under=under,
        under_name=document_name(under) if under else "",
        place=asked["place"],
        places=sorted({row.place for row in entries if row.place and row.status == "ingested"}, key=fold),
        uppers=options,
        too_many=0 if chosen or counted <= MOST_UNCHOSEN else counted,
    )
