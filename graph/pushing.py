"""One store into another, whatever both are: the same graph with everything it is derived from."""

from __future__ import annotations

from collections.abc import Callable

from graph.opening import open_store
from graph.sqlite import SqliteStore
from graph.store import Store

Told = Callable[[int, int], None]
"""Called with how many nodes and edges, or documents, have come across, and of how many."""


def push(source: Store, address: str, told: Told = lambda done, total: None) -> None:
    """Everything in `source` into the store at `address`, which is made when it does not exist. A document that is held
    there from the same file is replaced; one that came before and has not changed is passed over, so that a push that
    was stopped goes on where it was. Raises StoreError.

    An empty database on a server gets the rows as they are; otherwise documents are put one by one, since what they say
    together depends on all that are there.
    """
    if "://" in address and isinstance(source, SqliteStore):
        from graph.neo4j.filling import fill_empty

        total = sum(sum(source.counts()[what].values()) for what in ("nodes", "edges"))
        if fill_empty(address, source.snapshot, lambda done: told(done, total)):
            return
    total = len(source.held())
    with open_store(address) as target:
        held = {(one.source, one.digest) for one in target.held() if one.digest}
        with target.batch():
            for done, (reading, digest) in enumerate(source.readings(), 1):
                if (reading.source, digest) not in held:
                    target.put(reading, digest)
                told(done, total)
