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
    agency_entries,
    contents,
    document_entries,
    shares,
)
from queries.names import words
from queries.wanted import Standing, standings
from viz.explorer.asked import Asked, Page
from viz.explorer.shown import shorten
from viz.explorer.words import say

_DIRECTIVES, _LATEST, _WANTED, _WORDS = 6, 8, 8, 4


@dataclass(frozen=True, slots=True)
class Model:
    held: int
    cited: int
    counts: dict[str, int]
    evidence: int
    directives: tuple[Standing, ...]
    latest: tuple[DocumentEntry, ...]
    contents: dict[str, Contents]
    wanted: tuple[Standing, ...]
    examples: tuple[str, ...]


def page(asked: Asked) -> Page:
    entries = asked.once("documents", lambda: document_entries(asked.store))
    counts = asked.once("counts", asked.store.counts)
    standing = asked.once("standings", lambda: standings(asked.store, entries))
    held = [entry for entry in entries if entry.status == "ingested"]
    latest = tuple(held[:_LATEST])
    directives = [row for row in standing if row.implemented]
    wanted = [row for row in standing if row.entry.status == "cited" and row.cited]
    agencies = asked.once("agencies", lambda: agency_entries(asked.store))
    counted = asked.once("shares", lambda: shares(asked.store, [entry.id for entry in agencies]))
    first = sorted(directives, key=lambda row: -row.implemented)[:_DIRECTIVES]
    model = Model(
        held=len(held),
        cited=sum(entry.status == "cited" for entry in entries),
        counts=counts["nodes"],
        evidence=counts["evidence"]["all"],
        directives=tuple(first),
        latest=latest,
        contents=dict(contents(asked.store, [entry.id for entry in latest])) if latest else {},
        wanted=tuple(sorted(wanted, key=lambda row: -row.cited)[:_WANTED]),
        examples=_examples(first, agencies, counted),
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
