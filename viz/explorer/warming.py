"""What takes longest to work out is worked out while nobody waits for it: what is missing in the places with most
documents, how the plans take up the texts that most of them carry out. What is not expected is worked out when somebody
asks."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from threading import Event

from viz.explorer.asked import Asked
from viz.explorer.scope import scope_of

_PLACES, _UPPERS = 34, 6
# Seconds between looks whether the graph has changed, and the rest taken after each step, in times of its length.
_LOOK, _REST = 30.0, 2.0
Ask = Callable[[str, str, dict[str, str]], Asked]
Work = Callable[[str, str, dict[str, str]], object]


def warming(ask: Ask, work: Work, revision: Callable[[], str], closing: Event) -> None:
    """Work through what is expected for each state of the graph that lasts, until `closing`. `ask` gives what a page is
    made from, `work` makes it and keeps what serves others."""
    before, done = revision(), ""
    while not closing.is_set():
        now = revision()
        if now == before and now != done:
            done = now
            for page, id, values in expected(ask("gaps", "", {})):
                began = time.monotonic()
                work(page, id, values)
                if closing.wait(_REST * (time.monotonic() - began)) or revision() != now:
                    break
        before = now
        closing.wait(_LOOK)


def expected(asked: Asked) -> Iterator[tuple[str, str, dict[str, str]]]:
    """Pages by name, id and parameters, the likeliest first."""
    scope = scope_of(asked)
    for upper in scope.uppers[:_UPPERS]:
        yield "coverage", upper.id, {}
    for place in sorted(scope.held, key=lambda place: -scope.held[place])[:_PLACES]:
        yield "gaps", "", {"place": place}
