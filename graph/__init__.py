"""The graph: its model, identity and resolution, the stores and the exchange formats.

from graph import open_store

with open_store("chithi.db") as store:
    ...
"""

from __future__ import annotations

from graph.model import Edge, Evidence, Node, Text
from graph.opening import open_store
from graph.store import Store

__all__ = ["Edge", "Evidence", "Node", "Store", "Text", "open_store"]
