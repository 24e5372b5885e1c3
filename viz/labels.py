"""The words beside a node in a picture: short, wrapped, and of a known size."""

from __future__ import annotations

import unicodedata

from graph.model import Node

_WIDE = frozenset("MWĐƯƠmw@%—ƠÔỦỪ")

# Marks that turn the direction of the text around them would let one label rearrange the page's words.
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})


def clean(text: str) -> str:
    """One line without control characters and direction marks."""
    if text.isprintable():  # then it has none of them
        return " ".join(text.split())
    return " ".join("".join(" " if unicodedata.category(c) in _UNSEEN else c for c in text).split())


def shorten(text: str, length: int) -> str:
    """At most `length` characters, cut between words where one ends in the second half. Of a text of any length only
    the beginning is looked at."""
    reach = 20 * length + 1_000
    further = len(text) > reach
    text = clean(text[:reach])
    if len(text) <= length:
        return text[: length - 1] + "…" if further else text
    cut = text[: length - 1]
    space = cut.rfind(" ")
    return (cut[:space] if space > length // 2 else cut).rstrip(" ,;:.-") + "…"


def label_of(node: Node) -> tuple[str, ...]:
    """One or two lines: place and symbol of a plan, symbol and type of a central text, a body's name, an item's ref."""
    props = {key: clean(str(value)) for key, value in node.props.items() if value not in (None, "")}
    if node.kind == "document":
        place = props.get("place", "")
        symbol = props.get("symbol", "") or props.get("name", "")
        doc_type = props.get("doc_type", "")
        if place:
            lines = (place, symbol or doc_type)
        else:
            lines = (symbol or node.label, doc_type if symbol else "")
        return tuple(shorten(line, 24) for line in lines if line) or (shorten(node.label, 24),)
    if node.kind == "agency":
        return (shorten(props.get("name", "") or node.label, 26),)
    return (shorten(props.get("ref", "") or node.label, 14),)


def width_of(line: str, size: float) -> float:
    """An upper estimate of a line's width in a sans-serif face of this size, in the same unit."""
    ems = 0.0
    for char in line:
        if char in "iljtfI.,:;|'/-() ":
            ems += 0.36
        elif char in _WIDE:
            ems += 0.92
        elif char.isupper():
            ems += 0.74
        else:
            ems += 0.61
    return ems * size
