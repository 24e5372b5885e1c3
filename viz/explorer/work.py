"""What takes too long for a page to wait for it: by name, what works it out from a store, and how it travels between
processes."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from graph.folding import fold
from graph.store import Store
from viz.explorer.lists import AT_ONCE, lists_of, packed, unpacked

# What is asked: the name of a work and the texts it takes.
Question = tuple[str, ...]
# What is missing in so few documents is found while the page is made.
FEW = 60


@dataclass(frozen=True, slots=True)
class Work:
    """`do(store, *texts)` works it out, `pack` and `unpack` take it to another process in pieces."""

    do: Callable[..., Any]
    pack: Callable[[Any], Iterable[bytes]]
    unpack: Callable[[Iterable[bytes]], Any]


def _whole(value: Any) -> Iterator[bytes]:
    yield pickle.dumps(value, 5)


def _first(pieces: Iterable[bytes]) -> Any:
    return pickle.loads(next(iter(pieces)))


def _rows(value: Sequence[Any]) -> Iterator[bytes]:
    for start in range(0, len(value), AT_ONCE):
        yield pickle.dumps(value[start : start + AT_ONCE], 5)


def _all(pieces: Iterable[bytes]) -> list[Any]:
    return [row for piece in pieces for row in pickle.loads(piece)]


def _coverage(store: Store, document: str) -> Any:
    from queries.coverage import coverage_found

    return coverage_found(store, document)


def _gaps(store: Store, day: str, under: str, place: str) -> Any:
    from queries.gaps import gaps_found

    return gaps_found(store, on=date.fromisoformat(day), under=under or None, place=place or None)


WORKS: Mapping[str, Work] = {
    "lists": Work(lists_of, packed, unpacked),
    "coverage": Work(_coverage, _whole, _first),
    "gaps": Work(_gaps, _rows, _all),
}


def gaps_question(day: date, under: str, place: str) -> Question:
    """What is missing in a document (by id) and those that carry it out, in a place, in all when both are empty."""
    return ("gaps", day.isoformat(), under, fold(place))


def do(store: Store, question: Question) -> Any:
    """The answer, worked out here and now."""
    return WORKS[question[0]].do(store, *question[1:])
