"""What takes longest to work out is worked out while nobody waits for it: the lists that many pages share soon after a
change of the graph; and once it lasts, what is missing in the places with most documents and how the plans take up the
texts that most of them carry out. What is not expected is worked out when somebody asks."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from threading import Event

from viz.explorer.asked import Asked
from viz.explorer.scope import scope_of

_PLACES, _UPPERS = 34, 6
# Seconds between looks whether the graph has changed, and how long a state has to last to be worked through; the rest
# taken after each step, in times of its length.
_LOOK, _LASTS, _REST = 2.0, 30.0, 2.0
Ask = Callable[[str, str, dict[str, str]], Asked]
Work = Callable[[str, str, dict[str, str]], object]


def warming(ask: Ask, work: Work, revision: Callable[[], str], closing: Event) -> None:
    """Keep up with the graph until `closing`. `ask` gives what a page is made from, `work` makes it and keeps what
    serves others."""

    def step(page: str, id: str, values: dict[str, str]) -> None:
        began = time.monotonic()
        work(page, id, values)
        closing.wait(_REST * (time.monotonic() - began))

    listed = done = ""
    before, since = revision(), -_LASTS  # the state at the start is taken to last
    while not closing.is_set():
        now = revision()
        if now != before:
            before, since = now, time.monotonic()
        if now != listed:
            listed = now
            step("home", "", {})
        elif now != done and time.monotonic() - since >= _LASTS:
            done = now
            for page in expected(ask("gaps", "", {})):
                step(*page)
                if closing.is_set() or revision() != now:
                    break
        closing.wait(_LOOK)


def expected(asked: Asked) -> Iterator[tuple[str, str, dict[str, str]]]:
    """Pages by name, id and parameters, the likeliest first."""
    scope = scope_of(asked)
    for upper in scope.uppers[:_UPPERS]:
        yield "coverage", upper.id, {}
    for place in sorted(scope.held, key=lambda place: -scope.held[place])[:_PLACES]:
        yield "gaps", "", {"place": place}
