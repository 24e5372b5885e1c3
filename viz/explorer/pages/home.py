"""The first page: search, what is held, what is missing."""

from __future__ import annotations

from dataclasses import dataclass

from queries.catalogue import Contents, DocumentEntry, contents, document_entries
from queries.wanted import Standing, standings
from viz.explorer.asked import Asked, Page
from viz.explorer.words import say

_DIRECTIVES, _LATEST, _WANTED = 6, 8, 8
EXAMPLES = ("34-CT/TW", "so xay dung lai chau", "nha o cong nhan", "quy dat 20%")


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
    model = Model(
        held=len(held),
        cited=sum(entry.status == "cited" for entry in entries),
        counts=counts["nodes"],
        evidence=counts["evidence"]["all"],
        directives=tuple(sorted(directives, key=lambda row: -row.implemented)[:_DIRECTIVES]),
        latest=latest,
        contents=dict(contents(asked.store, [entry.id for entry in latest])) if latest else {},
        wanted=tuple(sorted(wanted, key=lambda row: -row.cited)[:_WANTED]),
        examples=EXAMPLES,
    )
    return Page("home", say(asked.lang, "tagline"), model, nav="home")
