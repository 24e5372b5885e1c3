"""The lists that many pages share: headings of all documents and bodies in every order, what can be chosen in filters,
what is held. They are made as a whole, of one state of the graph."""

from __future__ import annotations

import pickle
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from operator import attrgetter
from typing import Any, TypeVar

from graph.folding import fold
from graph.store import Store
from queries.catalogue import AgencyEntry, DocumentEntry, Share, agency_entries, document_entries, shares
from queries.wanted import Standing, standings
from viz.explorer.problems import Problem

T = TypeVar("T")
Orders = Mapping[str, Sequence[int]]
_MOST = 40
# So many rows travel at once between processes: whoever takes them up is never long at it.
AT_ONCE = 4_000


@dataclass(frozen=True, slots=True)
class Lists:
    """`documents` and `agencies` with the places of their rows in each order (`-date` falling); `carried`, the
    documents that most others carry out, of equal ones in the order of `documents`, in `uppers` in that of ids;
    `wanted`, some texts that are cited most and not held; `chief`, the document that most rests on, None when there is
    none; how many documents are held and cited; how many of each place are held; the places (the country first) and
    types of documents, the places of bodies; `shares` of bodies by id; the counts of the store."""

    documents: Sequence[DocumentEntry]
    document_orders: Orders
    agencies: Sequence[AgencyEntry]
    agency_orders: Orders
    carried: Sequence[Standing]
    uppers: Sequence[Standing]
    wanted: Sequence[Standing]
    chief: Standing | None
    statuses: Mapping[str, int]
    held: Mapping[str, int]
    places: Sequence[str]
    types: Sequence[str]
    agency_places: Sequence[str]
    shares: Mapping[str, Share]
    counts: Mapping[str, Mapping[str, int]]


def lists_of(store: Store) -> Lists:
    """Of the present state of the graph."""
    documents, agencies = document_entries(store), agency_entries(store)
    standing = standings(store, documents)
    counted = shares(store, [entry.id for entry in agencies])
    carried = [row for row in standing if row.implemented]
    wanted = [row for row in standing if row.entry.status == "cited" and row.cited]

    def part(name: str) -> Callable[[AgencyEntry], int]:
        return lambda row: getattr(counted.get(row.id, Share()), name)

    return Lists(
        documents=documents,
        document_orders=_orders(
            documents,
            {
                "symbol": lambda row: (not row.symbol, fold(row.symbol), row.id),
                "type": lambda row: (fold(row.doc_type), row.date),
                "title": lambda row: fold(row.title),
                "place": lambda row: (not row.place, fold(row.place), row.date),
                "date": lambda row: (row.date, row.id),
                "status": lambda row: (row.status, row.date),
            },
        ),
        agencies=agencies,
        agency_orders=_orders(
            agencies,
            {
                "name": lambda row: (fold(row.name), fold(row.place)),
                "place": lambda row: (not row.place, fold(row.place), fold(row.name)),
                "leads": part("leads"),
                "supports": part("supports"),
            },
        ),
        carried=sorted(carried, key=lambda row: -row.implemented)[:_MOST],
        uppers=sorted(carried, key=lambda row: (-row.implemented, row.entry.id))[:_MOST],
        wanted=sorted(wanted, key=lambda row: -row.cited)[:_MOST],
        chief=max(standing, key=lambda row: (row.implemented, row.cited), default=None),
        statuses=Counter(entry.status for entry in documents),
        held=Counter(entry.place for entry in documents if entry.place and entry.status == "ingested"),
        places=sorted({row.place for row in documents if row.place}, key=lambda name: (name != "VN", fold(name))),
        types=sorted({row.doc_type for row in documents if row.doc_type}, key=fold),
        agency_places=sorted({row.place for row in agencies if row.place}, key=fold),
        shares=counted,
        counts=store.counts(),
    )


def in_order(rows: Sequence[T], orders: Orders, sort: str) -> Sequence[T]:
    """The rows in one of the orders, as they are without. Raises Problem."""
    if not sort:
        return rows
    if sort not in orders:
        raise Problem(400, "not_a_choice", name="sort", values=", ".join(name for name in orders if name[0] != "-"))
    return [rows[n] for n in orders[sort]]


def _orders(rows: Sequence[T], keys: Mapping[str, Callable[[T], Any]]) -> dict[str, array[int]]:
    found = {}
    for name, key in keys.items():
        values = [key(row) for row in rows]
        for sign, falling in (("", False), ("-", True)):
            found[sign + name] = array("I", sorted(range(len(rows)), key=values.__getitem__, reverse=falling))
    return found


def packed(lists: Lists) -> Iterator[bytes]:
    """In pieces for another process."""
    place = {entry.id: n for n, entry in enumerate(lists.documents)}

    def standing(row: Standing | None) -> tuple[int, int, int] | None:
        return (place[row.entry.id], row.implemented, row.cited) if row else None

    for name, kind in _ROWS.items():
        parts = attrgetter(*(field.name for field in fields(kind)))
        rows = getattr(lists, name)
        for start in range(0, len(rows), AT_ONCE):
            yield pickle.dumps((name, [parts(row) for row in rows[start : start + AT_ONCE]]), 5)
    rest = {field.name: getattr(lists, field.name) for field in fields(Lists) if field.name not in _ROWS}
    rest |= {name: [standing(row) for row in rest[name]] for name in _STANDINGS}
    yield pickle.dumps(rest | {"chief": standing(lists.chief)}, 5)


def unpacked(pieces: Iterable[bytes]) -> Lists:
    """What was packed."""
    rows: dict[str, list[Any]] = {name: [] for name in _ROWS}
    rest: dict[str, Any] = {}
    for piece in pieces:
        found = pickle.loads(piece)
        if isinstance(found, dict):
            rest = found
        else:
            name, some = found
            rows[name] += [_ROWS[name](*row) for row in some]

    def standing(row: tuple[int, int, int] | None) -> Standing | None:
        return Standing(rows["documents"][row[0]], row[1], row[2]) if row else None

    rest |= {name: [standing(row) for row in rest[name]] for name in _STANDINGS}
    return Lists(**rest | rows | {"chief": standing(rest["chief"])})


_STANDINGS = ("carried", "uppers", "wanted")
_ROWS: Mapping[str, type] = {"documents": DocumentEntry, "agencies": AgencyEntry}
