"""Values as people read them, in Vietnamese or English."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from graph.model import Node
from ontology.vocabulary import EDGE_KINDS, NODE_KINDS
from queries.props import text_of
from viz.headings import VALUES, heading
from viz.labels import clean, shorten

__all__ = ["clean", "clear", "day", "document_name", "figure", "head", "kind", "place", "shorten", "value"]

_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()  # noqa: SIM905
_PLAIN = {"agency": "body", "task": "duty", "target": "figure"}
_KEPT = frozenset("\n\t")


def clear(text: str) -> str:
    """Running text as it stands, without control characters and marks that turn the direction of what follows."""
    if text.isprintable():
        return text
    return "".join(c for c in text if c in _KEPT or not _unseen(c))


@lru_cache(maxsize=10_000)
def _unseen(character: str) -> bool:
    return unicodedata.category(character) in {"Cc", "Cf", "Cs", "Co", "Cn"}


def day(lang: str, iso: object) -> str:
    """`24/05/2024`, `11/2024`, `2024`; in English `24 May 2024`."""
    parts = str(iso or "").split("-")
    if not all(part.isdecimal() for part in parts) or len(parts) > 3:
        return clean(str(iso or ""))
    if lang == "vi":
        return "/".join(reversed(parts))
    named = [parts[0]]
    if len(parts) > 1 and 1 <= int(parts[1]) <= 12:
        named.insert(0, _MONTHS[int(parts[1]) - 1])
    if len(parts) > 2:
        named.insert(0, str(int(parts[2])))
    return " ".join(named)


def figure(lang: str, number: float | int | None) -> str:
    """`1.500`, `23,29`; in English `1,500`, `23.29`."""
    if number is None:
        return ""
    text = f"{number:,.10g}"
    return text.translate(str.maketrans(",.", ".,")) if lang == "vi" else text


def value(lang: str, code: object) -> str:
    """A coded word of the graph (`leads`, `ongoing`) as people say it."""
    pair = VALUES.get(str(code))
    return clean(str(code)) if pair is None else pair[lang != "vi"]


def head(lang: str, column: str) -> str:
    """A column's heading."""
    return heading(column, lang)


def kind(lang: str, name: str) -> str:
    """The word for a kind of node or edge, in English the one that the menu has."""
    if lang == "en" and name in _PLAIN:
        return _PLAIN[name]
    found = NODE_KINDS.get(name) or EDGE_KINDS.get(name)
    return found.label(lang) if found else name


def place(lang: str, name: str) -> str:
    """A place; the country's own texts stand under `Trung ương`."""
    if name in ("VN", ""):
        return ("Trung ương" if lang == "vi" else "National") if name else ""
    return clean(name)


def document_name(node: Node) -> str:
    """A document in few words: `Kế hoạch 292-KH/TU`; without a number its type, place and date."""
    symbol, doc_type = text_of(node, "symbol"), text_of(node, "doc_type")
    if symbol:
        return clean(f"{doc_type} {symbol}")
    if text_of(node, "status") != "ingested" or not doc_type:
        return shorten(node.label, 90)
    where = text_of(node, "place")
    dated = "/".join(reversed(text_of(node, "date").split("-"))) if text_of(node, "date") else ""
    body = text_of(node, "issuer")
    about = ", ".join(part for part in (" ".join(filter(None, (body, where if where != "VN" else ""))), dated) if part)
    return clean(f"{doc_type} ({about})") if about else shorten(node.label, 90)
