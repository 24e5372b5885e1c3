"""Dates as documents state them: ISO, often only a month or a year."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from functools import lru_cache


def first_day(text: str) -> date | None:
    """The first day that `2024`, `2024-11` or `2024-11-05` covers; None when it is no date."""
    parts = _parts(text)
    if not parts:
        return None
    year, month, day = (*parts, 1, 1)[:3]
    return _day(year, month, day)


def last_day(text: str) -> date | None:
    """The last day that it covers."""
    parts = _parts(text)
    if not parts:
        return None
    if len(parts) == 3:
        return _day(*parts)
    year, month = (*parts, 12)[:2]
    return _day(year, month, monthrange(year, month)[1]) if 1 <= month <= 12 else None


def full(text: str) -> date | None:
    """The day, when the text states one."""
    return first_day(text) if len(_parts(text)) == 3 else None


def days_between(earlier: str, later: str) -> int | None:
    """Days from one to the other when both are full dates."""
    start, end = full(earlier), full(later)
    return (end - start).days if start and end else None


@lru_cache(maxsize=10_000)
def _parts(text: str) -> tuple[int, ...]:
    parts = text[:10].split("-")
    return tuple(int(part) for part in parts) if len(parts) <= 3 and all(part.isdecimal() for part in parts) else ()


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
