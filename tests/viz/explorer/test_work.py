"""Answers on their way to another process."""

from __future__ import annotations

from queries.gaps import Gap, GapRow
from viz.explorer.lists import AT_ONCE
from viz.explorer.work import WORKS


def test_gaps_travel_in_pieces_that_are_soon_taken_up() -> None:
    gaps = [
        Gap(GapRow("no_lead", f"doc:a#task:{n}", str(n), "doc:a", "Lai Châu", "Rà soát", "", 1, ""))
        for n in range(AT_ONCE + 1)
    ]
    pieces = list(WORKS["gaps"].pack(gaps))
    assert len(pieces) == 2
    assert WORKS["gaps"].unpack(iter(pieces)) == gaps


def test_no_gaps_are_an_answer() -> None:
    assert WORKS["gaps"].unpack(WORKS["gaps"].pack([])) == []
