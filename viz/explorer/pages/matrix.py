"""Bodies against documents: in how many duties each leads and supports."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from queries.matrix import MatrixRow, matrix
from queries.names import words
from viz.explorer.asked import Asked, Crumb, Page, Table
from viz.explorer.listing import Listing, listing
from viz.explorer.scope import Scope, scope_of
from viz.explorer.shown import clean
from viz.explorer.words import say

_COLUMNS, _ROWS = 24, 40


@dataclass(frozen=True, slots=True)
class Head:
    """A column: a document."""

    id: str
    label: str
    place: str


@dataclass(frozen=True, slots=True)
class Cell:
    """How many duties of the document the body leads and supports; `weight` from 1 to 4 is how dark it is."""

    document: str
    leads: int
    supports: int
    weight: int


@dataclass(frozen=True, slots=True)
class Body:
    """A row: a body with its cells in the order of the columns."""

    id: str
    label: str
    place: str
    collective: bool
    leads: int
    supports: int
    cells: Sequence[Cell | None]


@dataclass(frozen=True, slots=True)
class Model:
    scope: Scope
    q: str
    heads: Listing[Head]
    bodies: Listing[Body]


def page(asked: Asked) -> Page:
    scope = scope_of(asked)
    rows: Sequence[MatrixRow] = ()
    if not scope.too_many:
        under = scope.under.id if scope.under else None
        rows = asked.once(f"matrix {scope.key}", lambda: matrix(asked.store, under=under, place=scope.place or None))
    wanted = words(asked["q"])
    rows = [row for row in rows if _has(row.label, wanted)] if wanted else rows
    heads = {row.document: Head(row.document, clean(row.document_label), row.place) for row in rows}
    columns = listing(sorted(heads.values(), key=lambda h: (h.place, h.label)), asked["columns"], size=_COLUMNS)
    places = {entry.id: entry.place for entry in asked.lists.agencies if entry.place}
    title = say(asked.lang, "matrix")
    model = Model(scope, asked["q"], columns, _bodies(rows, columns.rows, places, asked["page"], asked["sort"]))
    return Page("matrix", title, model, (Crumb(title),), Table("matrix", MatrixRow, lambda: rows), "matrix")


def _has(label: str, wanted: Sequence[str]) -> bool:
    here = words(label)
    return all(any(word.startswith(one) for word in here) for one in wanted)


def _bodies(
    rows: Sequence[MatrixRow], heads: Sequence[Head], places: Mapping[str, str], page: int, sort: str
) -> Listing[Body]:
    """The busiest first, or by name."""
    by_body: dict[str, list[MatrixRow]] = {}
    for row in rows:
        by_body.setdefault(row.agency, []).append(row)
    order = sorted(by_body, key=lambda id: by_body[id][0].label) if sort == "label" else list(by_body)
    shown = listing(order, page, sort, _ROWS)
    bodies = []
    for id in shown.rows:
        mine = {row.document: row for row in by_body[id]}
        first = by_body[id][0]
        cells = [_cell(mine[head.id]) if head.id in mine else None for head in heads]
        leads, supports = (sum(getattr(row, name) for row in mine.values()) for name in ("leads", "supports"))
        bodies.append(Body(id, clean(first.label), places.get(id, ""), first.collective, leads, supports, cells))
    return shown.of(bodies)


def _cell(row: MatrixRow) -> Cell:
    load = 2 * row.leads + row.supports
    return Cell(row.document, row.leads, row.supports, 1 + sum(load >= step for step in (2, 5, 10)))
