"""Elements of WordprocessingML by their local names: the transitional and the strict namespace hold the same words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element


def local(element: _Element) -> str:
    """The name without its namespace; empty for comments and processing instructions."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def children(element: _Element | None) -> Iterator[_Element]:
    return iter(()) if element is None else iter(element)


def child(element: _Element | None, name: str) -> _Element | None:
    """The first child of that name."""
    return next((each for each in children(element) if local(each) == name), None)


def value(element: _Element | None, name: str) -> str | None:
    """An attribute, whichever namespace it has."""
    if element is None:
        return None
    for key, text in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(text)
    return None


def on(properties: _Element | None, name: str) -> bool:
    """A switch such as `<w:vanish/>`, on unless it says otherwise."""
    switch = child(properties, name)
    return switch is not None and value(switch, "val") not in {"0", "false", "off"}


def number(element: _Element | None, name: str = "val") -> int | None:
    """An attribute as a whole number, None when it is not one."""
    text = value(element, name)
    return int(text) if text is not None and text.lstrip("-").isdecimal() and len(text) < 10 else None
