"""Nodes and edges as Neo4j holds them, and back.

A kind of node is a label (`Task`), a kind of edge a type (`REPORTS_TO`). Properties are stored under their names; one
that has a name used otherwise, or a value Neo4j has no type for, is stored as JSON under `=name`. Evidence stands on
the relationship in lists of one length.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from graph.lookup import folds
from graph.merging import encoded
from graph.model import Edge, Evidence, Node, Props, Value
from graph.words import words
from ontology.vocabulary import EDGE_KINDS, NODE_KINDS

LABELS = {kind: kind.capitalize() for kind in NODE_KINDS}
TYPES = {kind: kind.upper() for kind in EDGE_KINDS}
# The properties by which shared nodes are looked up; each has an index over its folded form.
FOLDED = {"document": ("symbol",), "agency": ("name", "place"), "place": ("name",), "person": ("name",)}
_PREFIXES = {"doc": "document", "agency": "agency", "place": "place", "person": "person"}

EVIDENCE = ("documents", "starts", "ends", "quotes", "rules", "confidences")
_OF_NODE = frozenset(("id", "label", "words", *(f"folded_{prop}" for props in FOLDED.values() for prop in props)))
_OF_EDGE = frozenset(("id", *EVIDENCE))
_LARGEST = 2**63
_SCALAR = frozenset((str, float, bool, type(None)))

Proof = tuple[str, int, int, str, str, float]
"""Document, start, end, quote, rule, confidence."""


def kind_of(id: str) -> str | None:
    """The kind of a node, from its id; None when no node has such an id."""
    _, mark, item = id.rpartition("#")
    kind = item.partition(":")[0] if mark else _PREFIXES.get(id.partition(":")[0])
    return kind if kind in LABELS else None


def by_kind(ids: Any) -> dict[str, list[str]]:
    """Ids in order, by the kind of their nodes; what is no id is left out."""
    found: dict[str, list[str]] = {}
    for id in sorted(set(ids)):
        if kind := kind_of(id):
            found.setdefault(kind, []).append(id)
    return found


def node_row(id: str, kind: str, label: str, props: Props, found_by: str | None = None) -> dict[str, Any]:
    """All properties of the node in Neo4j; `found_by` are its words when they are known."""
    said = words(label, props) if found_by is None else found_by
    row = {"id": id, "label": label, "words": said, **stored(props, _OF_NODE)}
    for prop in FOLDED.get(kind, ()):
        forms = folds(prop, props.get(prop))
        if forms:
            row[f"folded_{prop}"] = forms[0]
    return row


def item_row(columns: Sequence[str], id: str, label: str, props: dict[str, Value], found_by: str) -> list[Any] | None:
    """An item that nothing else is found by, in columns: id, label, words and these properties. None when it has others
    or values of another type: `node_row` has these."""
    row = [props.pop(name, None) for name in columns]
    if props or not (_SCALAR.issuperset(map(type, row)) or all(value is None or _plain(value) for value in row)):
        return None
    return [id, label, found_by, *row]


def node_of(kind: str, row: Mapping[str, Any]) -> Node:
    return Node(row["id"], kind, row["label"], given(row, _OF_NODE))


def edge_row(id: str, props: Props, proofs: list[Proof]) -> dict[str, Any]:
    """All properties of the relationship in Neo4j."""
    lists = map(list, zip(*proofs, strict=True))
    return {"id": id, **stored(props, _OF_EDGE), **dict(zip(EVIDENCE, lists, strict=True))}


def proofs_of(row: Mapping[str, Any]) -> list[Proof]:
    return list(zip(*(row[name] for name in EVIDENCE), strict=True))


def edge_row_query(evidence: str = "all", *, source: str = "a.id", target: str = "b.id") -> str:
    """The expression for an edge `e` from `a` to `b` that `edge_in` reads; `source` and `target` give the ids of its
    ends. `evidence` is `all`, `none`, or the position of one piece. Most edges say nothing besides: no names are sent
    with each."""
    proofs = {"all": "e.{}", "none": ""}.get(evidence, f"e.{{}}[{evidence}..{evidence} + 1]")
    lists = ", ".join(proofs.format(name) for name in EVIDENCE if proofs)
    without = ", ".join(f"{name}: null" for name in EVIDENCE)
    said = f"CASE WHEN size(keys(e)) > {len(_OF_EDGE)} THEN e {{.*, {without}}} END"
    return f"[{source}, {target}, e.id, [{lists}], {said}]"


def edge_in(row: list[Any]) -> Edge:
    source, target, id, lists, said = row
    proofs = tuple(map(Evidence, *lists)) if lists else ()
    return Edge(id, id.partition(":")[0], source, target, edge_props(said) if said else {}, proofs)


def edge_props(row: Mapping[str, Any]) -> dict[str, Value]:
    return given(row, _OF_EDGE)


def stored(props: Props, taken: frozenset[str]) -> dict[str, Any]:
    row: dict[str, Any] = {}
    for name, value in props.items():
        plain = _plain(value) and name and name not in taken and not name.startswith("=")
        row.update({name: value} if plain else {f"={name}": encoded(value)})
    return row


def given(row: Mapping[str, Any], taken: frozenset[str]) -> dict[str, Value]:
    """The properties of a row, by name."""
    names, in_json = _names(tuple(row), taken)
    props: dict[str, Value] = {name: row[name] for name in names}
    if in_json:
        props |= {name[1:]: json.loads(row[name]) for name in in_json}
        props = dict(sorted(props.items()))
    return props


@lru_cache(maxsize=2_000)
def _names(of_row: tuple[str, ...], taken: frozenset[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """In the order of the alphabet those that are properties as they are, and those of values in JSON."""
    names = sorted(name for name in of_row if name not in taken)
    return tuple(name for name in names if name[0] != "="), tuple(name for name in names if name[0] == "=")


def _plain(value: Value) -> bool:
    if isinstance(value, int):
        return -_LARGEST <= value < _LARGEST
    return isinstance(value, str | float) or (isinstance(value, list) and bool(value))
