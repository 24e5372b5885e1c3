"""All bodies, filtered, sorted and paged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from queries.catalogue import AgencyEntry, Share
from viz.explorer.asked import Asked, Crumb, Page, Table
from viz.explorer.listing import Listing, listing
from viz.explorer.lists import in_order
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
    lists = asked.lists
    q, place, level = asked["q"], asked["place"], asked["level"]
    found = {node.id for node in asked.store.search(q, ["agency"], MOST_FOUND)} if q else set()
    sort = asked["sort"] or "-leads"
    whole = in_order(lists.agencies, lists.agency_orders, sort)
    rows = [
        row
        for row in whole
        if (not place or row.place == place) and (not level or row.level == level) and (not q or row.id in found)
    ]
    shown = listing(rows, asked["page"], sort)
    model = Model(
        list=shown,
        shares=lists.shares,
        places=lists.agency_places,
        q=q,
        place=place,
        level=level,
    )
    title = say(asked.lang, "agencies")
    table = Table("agency", AgencyEntry, lambda: rows)
    return Page("agencies", title, model, (Crumb(title),), table, nav="agencies")
