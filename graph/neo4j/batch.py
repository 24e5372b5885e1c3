"""Rows on their way into an empty database."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from neo4j import ManagedTransaction


@dataclass(frozen=True, slots=True)
class Batch:
    """Rows for one transaction; `size` of them are nodes and edges of the graph."""

    name: str
    size: int
    write: Callable[[ManagedTransaction], list[int] | None]
    """Tells where the rows went, when others will hang on them."""
