"""A list that pages and sorts on the server."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from viz.explorer.problems import Problem

SIZE = 50
T = TypeVar("T")
U = TypeVar("U")


@dataclass(frozen=True, slots=True)
class Listing(Generic[T]):
    """One page of a list: its rows, how many there are in all, which page of how many, and the order (`-date` is
    falling)."""

    rows: Sequence[T]
    total: int
    page: int
    pages: int
    sort: str
    size: int = SIZE

    def of(self, rows: Sequence[U]) -> Listing[U]:
        """The same page with what its rows stand for."""
        return Listing(rows, self.total, self.page, self.pages, self.sort, self.size)

    @property
    def first(self) -> int:
        return (self.page - 1) * self.size + 1 if self.total else 0

    @property
    def last(self) -> int:
        return min(self.page * self.size, self.total)


def ordered(rows: Sequence[T], sort: str, orders: Mapping[str, Callable[[T], Any]]) -> Sequence[T]:
    """The rows in one of the orders; `-` before its name turns it. Empty leaves them. Raises Problem."""
    if not sort:
        return rows
    name = sort.removeprefix("-")
    if name not in orders:
        raise Problem(400, "not_a_choice", name="sort", values=", ".join(orders))
    return sorted(rows, key=orders[name], reverse=sort.startswith("-"))


def listing(rows: Sequence[T], page: int, sort: str = "", size: int = SIZE) -> Listing[T]:
    """The page of these rows; one beyond the last is the last."""
    pages = max(1, -(-len(rows) // size))
    page = min(page, pages)
    return Listing(rows[(page - 1) * size : page * size], len(rows), page, pages, sort, size)
