"""Rows of a query in few records: to the driver a record costs as much as many rows within one.

Ids are asked about in groups, and what is found for a group is one record. A node with very many edges stays out of it,
theirs come one by one, and a page comes in pieces: no record grows with the graph.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from neo4j import ManagedTransaction

from graph.neo4j.ledger import batches
from graph.neo4j.server import rows
from graph.neo4j.values import LABELS

_GROUP, _LARGE_GROUP = 50, 200
_MANY = 3_000
_OF_FEW = ("task", "target")  # kinds of which no node has very many


def found_by_id(
    tx: ManagedTransaction, ids: Iterable[str], match: str, row: str, *, several: bool = False, **more: Any
) -> list[Any]:
    """For each id the one thing that `match` finds, or `several`, as `row`."""
    each = f"UNWIND ids AS id {match} RETURN collect({row}) AS found"
    return _of_groups(tx, ids, each, more, _GROUP if several else _LARGE_GROUP)


def tied_to(
    tx: ManagedTransaction, ids: Iterable[str], kind: str, *, types: str, out: bool, then: str, row: str, **more: Any
) -> list[Any]:
    """The edges of these types that start (`out`) or end at the nodes of a kind with these ids, as `row`: the edge is
    `e`, its ends are `a` and `b`, of which the one that was asked for has the id `id`; `then` restricts them."""
    name, degree = ("a", f"(a)-[:{types}]->()") if out else ("b", f"()-[:{types}]->(b)")
    edges = f"MATCH (a)-[e:{types}]->(b) {then}"
    match = f"UNWIND ids AS id MATCH ({name}:{LABELS[kind]} {{id: id}})"
    each = f"{match} {edges} RETURN collect({row}) AS found"
    few = kind in _OF_FEW
    if not few:
        many = f"WHERE COUNT {{ {degree} }}"
        each = (
            f"{match} {many} <= {_MANY} {edges} RETURN collect({row}) AS found"
            f" UNION ALL {match} {many} > {_MANY} {edges} RETURN [{row}] AS found"
        )
    return _of_groups(tx, ids, each, more, _LARGE_GROUP if few else _GROUP)


def in_pieces(matched: str, row: str, size: int, *, piece: int = 200) -> str:
    """The query for the first rows of what is matched and ordered: so many, in lists of at most `piece`."""
    return (
        f"{matched} LIMIT {size} WITH collect({row}) AS page"
        f" UNWIND range(0, size(page) - 1, {piece}) AS i RETURN page[i..i + {piece}]"
    )


def joined(records: Iterable[Any]) -> list[Any]:
    """The rows of records that are lists of rows."""
    return [row for (found,) in records for row in found]


def _of_groups(tx: ManagedTransaction, ids: Iterable[str], each: str, more: dict[str, Any], size: int) -> list[Any]:
    query = f"UNWIND $groups AS ids CALL (ids) {{ {each} }} RETURN found"
    return joined(rows(tx, query, groups=list(batches(ids, size)), **more))
