"""Typed reading of a node's or an edge's properties."""

from __future__ import annotations

from graph.model import Edge, Node, surest


def text_of(item: Node | Edge, prop: str) -> str:
    """The property as text; empty when absent."""
    value = item.props.get(prop)
    return "" if value is None else str(value)


def flag(item: Node | Edge, prop: str) -> bool:
    return item.props.get(prop) is True or item.props.get(prop) == 1


def number(item: Node | Edge, prop: str) -> float | None:
    value = item.props.get(prop)
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def strings(item: Node | Edge, prop: str) -> tuple[str, ...]:
    """A list property; a single text counts as a list of one."""
    value = item.props.get(prop)
    if isinstance(value, list | tuple):
        return tuple(str(part) for part in value)
    return (str(value),) if value not in (None, "", False) else ()


def quote_of(edge: Edge | None) -> str:
    """The words of the surest evidence; empty when there is none."""
    found = surest(edge.evidence) if edge else None
    return found.quote if found else ""
