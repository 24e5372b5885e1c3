"""Opening a store by its address."""

from __future__ import annotations

from graph.store import Store


def open_store(address: str = "chithi.db", *, create: bool = True) -> Store:
    """The store at a file path or a `neo4j://` address. Raises StoreError."""
    if "://" in address:
        from graph.neo4j.store import Neo4jStore

        return Neo4jStore(address, create=create)
    from graph.sqlite import SqliteStore

    return SqliteStore(address, create=create)
