"""All bodies, filtered, sorted and paged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.folding import fold
from queries.catalogue import AgencyEntry, Share, agency_entries, shares
from queries.names import words
from viz.explorer.asked import Asked, Crumb, Page, Table
from viz.explorer.listing import Listing, listing, ordered
from viz.explorer.words import say


@dataclass(frozen=True, slots=True)
class Model:
    list: Listing[AgencyEntry]
    shares: Mapping[str, Share]
    places: Sequence[str]
    q: str
    place: str
    level: str


def page(asked: Asked) -> Page:
    entries = asked.once("agencies", lambda: agency_entries(asked.store))
    counted = asked.once("shares", lambda: shares(asked.store, [entry.id for entry in entries]))
    q, place, level = asked["q"], asked["place"], asked["level"]
    rows: Sequence[AgencyEntry] = [
        row for row in entries if (not place or row.place == place) and (not level or row.level == level)
    ]
    if q:
        wanted = words(q)
        rows = [row for row in rows if _has(row, wanted)]
    orders = {
        "name": lambda row: (fold(row.name), fold(row.place)),
        "place": lambda row: (not row.place, fold(row.place), fold(row.name)),
        "leads": lambda row: counted.get(row.id, Share()).leads,
        "supports": lambda row: counted.get(row.id, Share()).supports,
    }
    sort = asked["sort"] or "-leads"
    shown = listing(ordered(rows, sort, orders), asked["page"], sort)
    model = Model(
        list=shown,
        shares=counted,
        places=sorted({row.place for row in entries if row.place}, key=fold),
        q=q,
        place=place,
        level=level,
    )
    title = say(asked.lang, "agencies")
    table = Table("agency", AgencyEntry, lambda: ordered(rows, sort, orders))
    return Page("agencies", title, model, (Crumb(title),), table, nav="agencies")


def _has(row: AgencyEntry, wanted: Sequence[str]) -> bool:
    here = " " + " ".join(words(f"{row.label} {row.name} {row.place}"))
    return all(f" {word}" in here for word in wanted)
