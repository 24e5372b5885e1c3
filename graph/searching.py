"""The order in which nodes are found, the same in every store."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import Literal

from graph.model import Node
from graph.words import asked

MATCHES = 2_000
Scope = Literal["held", "document", "any"]


def ranked(
    text: str,
    kinds: Collection[str] | None,
    limit: int,
    exact: Callable[[], Iterable[Node]],
    matches: Callable[[list[str], Scope], Iterable[Node]],
) -> list[Node]:
    """Exact numbers first, then documents that are here, then the rest; within these, labels that hold the words, short
    ones first. Of very many matches only some are ranked.

    `exact` gives the documents with the text as their number, `matches` the nodes of these kinds that have all words
    (the last begun) among the documents that are here, all documents, or all nodes.
    """
    said = asked(text)
    if not said or limit <= 0 or (kinds is not None and not kinds):
        return []
    found: dict[str, Node] = {}
    if kinds is None or "document" in kinds:
        found |= {node.id: node for node in sorted(exact(), key=_held_first)}
    scopes: tuple[Scope, ...] = ("held", "document", "any")
    for scope in scopes:
        if len(found) >= limit:
            break
        for node in sorted(matches(said, scope), key=lambda node: _rank(node, said)):
            found.setdefault(node.id, node)
    return list(found.values())[:limit]


def _held_first(node: Node) -> tuple[bool, str]:
    return node.props.get("status") != "ingested", node.id


def _rank(node: Node, said: list[str]) -> tuple[bool, bool, int, str]:
    label = f" {' '.join(asked(node.label))}"
    in_label = all(f" {one}" in label for one in said)  # each begins one of its words
    return node.kind != "document" or node.props.get("status") != "ingested", not in_label, len(node.label), node.id
