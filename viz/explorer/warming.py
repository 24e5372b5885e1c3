"""What takes longest to work out is worked out while nobody waits for it: the lists that many pages share soon after a
change of the graph; and once it lasts, how the plans take up the texts that most of them carry out, and what is missing
in the places with most documents. What is not expected is worked out when somebody asks."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import date
from threading import Event

from viz.explorer.lists import Lists
from viz.explorer.work import FEW, Question, gaps_question

_PLACES, _UPPERS = 40, 40
# Seconds between looks whether the graph has changed, and how long a state has to last to be worked through.
_LOOK, _LASTS = 2.0, 30.0


def warming(
    lists: Callable[[], Lists],
    ahead: Callable[[Question, str], object],
    revision: Callable[[], str],
    closing: Event,
) -> None:
    """Keep up with the graph until `closing`. `ahead` has a question worked out for a revision and returns when that is
    done; `lists` gives those of the present state."""
    listed = done = ""
    before, since = revision(), -_LASTS  # the state at the start is taken to last
    while not closing.is_set():
        now = revision()
        if now != before:
            before, since = now, time.monotonic()
        if now != listed:
            listed = now
            ahead(("lists",), now)
        elif now != done and time.monotonic() - since >= _LASTS:
            done = now
            for question in expected(lists(), date.today()):
                ahead(question, now)
                if closing.is_set() or revision() != now:
                    break
        closing.wait(_LOOK)


def expected(lists: Lists, today: date) -> Iterator[Question]:
    """What is likely to be asked, the likeliest first."""
    uppers = lists.uppers[:_UPPERS]
    many = [place for place, documents in lists.held.items() if documents > FEW]
    places = sorted(many, key=lambda place: -lists.held[place])[:_PLACES]
    for n in range(max(len(uppers), len(places))):
        yield from (("coverage", row.entry.id) for row in uppers[n : n + 1])
        yield from (gaps_question(today, "", place) for place in places[n : n + 1])
