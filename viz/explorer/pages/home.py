"""The first page: search, what is held, what is missing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.folding import fold
from queries.catalogue import (
    AgencyEntry,
    Contents,
    DocumentEntry,
    Share,
    contents,
)
from queries.names import words
from queries.wanted import Standing
from viz.explorer.asked import Asked, Page
from viz.explorer.shown import shorten
from viz.explorer.words import say

_DIRECTIVES, _LATEST, _WANTED, _WORDS = 6, 8, 8, 4


@dataclass(frozen=True, slots=True)
class Model:
    held: int
    cited: int
    counts: Mapping[str, int]
    evidence: int
    directives: tuple[Standing, ...]
    latest: tuple[DocumentEntry, ...]
    contents: dict[str, Contents]
    wanted: tuple[Standing, ...]
    examples: tuple[str, ...]


def page(asked: Asked) -> Page:
    lists = asked.lists
    held = lists.statuses.get("ingested", 0)
    latest = tuple(lists.documents[: min(held, _LATEST)])  # those that are held stand first
    first = lists.carried[:_DIRECTIVES]
    model = Model(
        held=held,
        cited=lists.statuses.get("cited", 0),
        counts=lists.counts["nodes"],
        evidence=lists.counts["evidence"]["all"],
        directives=tuple(first),
        latest=latest,
        contents=dict(contents(asked.store, [entry.id for entry in latest])) if latest else {},
        wanted=tuple(lists.wanted[:_WANTED]),
        examples=_examples(first, lists.agencies, lists.shares),
    )
    return Page("home", say(asked.lang, "tagline"), model, nav="home")


def _examples(
    directives: Sequence[Standing], agencies: Sequence[AgencyEntry], counted: Mapping[str, Share]
) -> tuple[str, ...]:
    """Searches that find something here: a number as people type it, a body, some words of a title."""
    numbered = [row.entry for row in directives if row.entry.symbol]
    leading = max(agencies, key=lambda body: (not body.collective, counted.get(body.id, Share()).leads), default=None)
    found = [" ".join(words(entry.symbol)) for entry in numbered[:1]]
    found += [entry.symbol for entry in numbered[1:2]]
    found += [fold(f"{leading.name} {leading.place}").strip()] if leading else []
    found += [" ".join(words(entry.title)[-_WORDS:]) for entry in numbered[:1] if entry.title != entry.label]
    return tuple(shorten(text, 40) for text in found)
