"""How far reading files has come, on standard error, and what could not be read."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

import click

from ingest.batch import Outcome


@contextmanager
def counting(label: str) -> Iterator[Callable[[int], None]]:
    """A bar of work whose extent shows as it goes: call what is given after each piece with how many are known of."""
    with click.progressbar(length=1, label=label, file=sys.stderr, hidden=not sys.stderr.isatty()) as bar:

        def told(known: int) -> None:
            bar.length = known
            bar.update(1)

        yield told


@contextmanager
def reaching(label: str) -> Iterator[Callable[[int, int], None]]:
    """A bar of work whose extent is known: call what is given with how much is done, and of how much."""
    with click.progressbar(length=1, label=label, file=sys.stderr, hidden=not sys.stderr.isatty()) as bar:

        def told(done: int, total: int) -> None:
            bar.length = total
            bar.update(done - bar.pos)

        yield told


def counted(outcomes: Iterable[Outcome], total: int) -> Counter[str]:
    """How many files ended in each state; a bar shows on a terminal meanwhile, and each failure as one line."""
    states: Counter[str] = Counter({"read": 0, "unchanged": 0, "failed": 0})
    shown = sys.stderr.isatty()
    with click.progressbar(length=total, label="ingest", file=sys.stderr, hidden=not shown) as bar:
        for outcome in outcomes:
            states[outcome.state] += 1
            if outcome.note:
                # The bar's line is wiped first: the bar draws itself anew below the message.
                click.echo(("\r\x1b[K" if shown else "") + outcome.note, err=True)
            bar.update(1)
    return states
