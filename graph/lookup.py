"""Under which forms a node is looked up, where an index has it and where nodes are looked through."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from graph.folding import fold
from graph.identity import symbol_core
from graph.model import Node, Value

_LONGEST_LOOKUP = 300
_NOT_LOOKED_UP = {"recipients", "candidates", "same_as"}


def kind_word(kind: str) -> str:
    """The word among a node's search words that tells its kind."""
    return f"kz{kind}"


def folds(prop: str, value: Value) -> list[str]:
    """The forms under which a property of a shared node is looked up; long texts and lists of names are not."""
    if prop in _NOT_LOOKED_UP:
        return []
    values = value if isinstance(value, list) else [value]
    texts = [str(one) for one in values if one is not None and len(str(one)) <= _LONGEST_LOOKUP]
    return [symbol_core(text) if prop == "symbol" else fold(text) for text in texts]


def having(nodes: Iterable[Node], prop: str, wanted: Collection[str]) -> Iterator[Node]:
    """Of these nodes those whose property has one of the values, which are folded."""
    for node in nodes:
        value = node.props.get(prop)
        given = value if isinstance(value, list) else [] if value is None else [value]
        if any((folds(prop, one) or [fold(str(one))])[0] in wanted for one in given):
            yield node
