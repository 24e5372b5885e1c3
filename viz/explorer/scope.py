"""The part of the graph that a page over many documents is about: a chain, a place, or everything where it is not too
much for one page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.folding import fold
from graph.model import Node
from queries.names import find_document
from viz.explorer.asked import Asked
from viz.explorer.shown import clean, document_name

# So many duties are looked through without a choice; of more, one has to be made.
MOST_UNCHOSEN = 3_000
_MOST_PLACES = 24


@dataclass(frozen=True, slots=True)
class Upper:
    """A document that others carry out, for choosing it."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Scope:
    """What was chosen: `under` a document, `place`; `held` (how many documents of each place are held) and `uppers` are
    what can be chosen. `too_many` is the number of duties when a choice has to be made first."""

    under: Node | None
    under_name: str
    place: str
    held: Mapping[str, int]
    busiest: Sequence[str]
    uppers: Sequence[Upper]
    too_many: int

    @property
    def places(self) -> list[str]:
        return sorted(self.held, key=fold)

    @property
    def key(self) -> str:
        return f"{self.under.id if self.under else ''} {fold(self.place)}"


def held_places(asked: Asked) -> Mapping[str, int]:
    """How many documents of each place are held."""
    return asked.lists.held


def busiest_places(asked: Asked) -> list[str]:
    """The places with most documents, by name: where to go from a list that is too long without a choice."""
    held = held_places(asked)
    return sorted(sorted(held, key=lambda place: (-held[place], place))[:_MOST_PLACES], key=fold)


def scope_of(asked: Asked) -> Scope:
    """The scope that the parameters `under` and `place` choose. Raises NotFound and Ambiguous."""
    lists = asked.lists
    under = find_document(asked.store, asked["under"]) if asked["under"] else None
    counted = lists.counts["nodes"].get("task", 0)
    chosen = under is not None or bool(asked["place"])
    options = [Upper(row.entry.id, clean(row.entry.label)) for row in lists.uppers]
    if under is not None and under.id not in {option.id for option in options}:
        options.insert(0, Upper(under.id, document_name(under)))
    return Scope(
        under=under,
        under_name=document_name(under) if under else "",
        place=asked["place"],
        held=held_places(asked),
        busiest=busiest_places(asked),
        uppers=options,
        too_many=0 if chosen or counted <= MOST_UNCHOSEN else counted,
    )
