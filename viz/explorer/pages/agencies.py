"""All bodies, filtered, sorted and paged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.folding import fold
from queries.catalogue import AgencyEntry, Share, agency_entries, shares
from viz.explorer.asked import Asked, Crumb, Page, Table
from viz.explorer.listing import Listing, listing, ordered
from viz.explorer.words import say

MOST_FOUND = 2_000


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
    found = {node.id for node in asked.store.search(q, ["agency"], MOST_FOUND)} if q else set()
    orders = {
        "name": lambda row: (fold(row.name), fold(row.place)),
        "place": lambda row: (not row.place, fold(row.place), fold(row.name)),
        "leads": lambda row: counted.get(row.id, Share()).leads,
        "supports": lambda row: counted.get(row.id, Share()).supports,
    }
    sort = asked["sort"] or "-leads"
    whole: Sequence[AgencyEntry] = asked.once(f"agencies {sort}", lambda: ordered(entries, sort, orders))
    rows = [
        row
        for row in whole
        if (not place or row.place == place) and (not level or row.level == level) and (not q or row.id in found)
    ]
    shown = listing(rows, asked["page"], sort)
    model = Model(
        list=shown,
        shares=counted,
        places=asked.once("agency places", lambda: sorted({row.place for row in entries if row.place}, key=fold)),
        q=q,
        place=place,
        level=level,
    )
    title = say(asked.lang, "agencies")
    table = Table("agency", AgencyEntry, lambda: rows)
    return Page("agencies", title, model, (Crumb(title),), table, nav="agencies")
