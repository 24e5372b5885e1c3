"""What a node is called: `Chỉ thị 34-CT/TW`, `Sở Xây dựng tỉnh Lai Châu`."""

from __future__ import annotations

from functools import lru_cache

from graph.folding import fold
from graph.identity import CENTRAL
from graph.model import Props


def label(kind: str, props: Props) -> str:
    """The label of a document, agency, place or person from its properties; never empty."""
    if kind == "document":
        return _document(props)
    if kind == "agency":
        return agency(_text(props, "name"), _text(props, "place"), collective=props.get("collective") is True)
    return _text(props, "name") or kind


def _document(props: Props) -> str:
    kind, symbol = _text(props, "doc_type"), _text(props, "symbol")
    if symbol:
        return f"{kind} {symbol}".strip()
    name = _text(props, "name") or _text(props, "title")
    if not fold(f"{name} ").startswith(fold(f"{kind} ")):
        name = f"{kind} {name}".strip()
    if name and _text(props, "date") and not fold(name).endswith(_text(props, "date")[:4]):
        return f"{name} ({_text(props, 'date')[:4]})"
    return name or "văn bản"


@lru_cache(maxsize=20_000)
def agency(name: str, place: str, *, collective: bool) -> str:
    """A body with the province it belongs to; a collective, and a body whose name ends with the place, by its name."""
    if collective or not place or place == CENTRAL or fold(name).endswith(fold(place)):
        return name or "cơ quan"
    from ontology.places import province

    known = province(place)
    if known is None:
        return f"{name} {place}"
    # `Tỉnh ủy Lai Châu`, `Ủy ban nhân dân tỉnh Lai Châu`: the name says the kind of place itself.
    says_kind = fold(name).endswith((" uy", " doan", " tinh", " thanh pho"))
    return f"{name} {known.name if says_kind else known.full_name}"


def _text(props: Props, name: str) -> str:
    value = props.get(name)
    return value if isinstance(value, str) else ""
