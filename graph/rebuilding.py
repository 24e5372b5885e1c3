"""From the records of an export back to readings, so that a loaded document can be removed and replaced like any other.

Ids in an export are resolved already; the keys made of the nodes' properties resolve to the same ids. What an export
does not hold (findings, line numbers, files that were not in effect) is not there afterwards.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from graph.identity import CENTRAL, BadItemIdError, agency_id, item_of, person_id, place_id
from graph.merging import encoded
from graph.model import Edge, Evidence, Node, Text
from graph.reading import AgencyKey, Claim, DocumentKey, Item, Key, PersonKey, PlaceKey, Reading, SelfKey
from graph.store import StoreError

_OWN = {"status", "unresolved", "candidates", "same_as"}
_ITEMS = {"provision", "task", "target"}


class RecordsError(StoreError):
    """Records that are no export of a graph: something is missing or contradicts itself."""

    def __init__(self, id: str, why: str) -> None:
        super().__init__(f"the records are not a whole export: {id} {why}")
        self.id = id


def readings(records: Iterable[Text | Node | Edge]) -> list[Reading]:
    """The readings that give these records, by document. Raises RecordsError."""
    texts: dict[str, str] = {}
    nodes: dict[str, Node] = {}
    edges: list[Edge] = []
    for record in records:
        match record:
            case Text(document, text):
                _once(document in texts, document, "has two texts")
                texts[document] = text
            case Node():
                _once(record.id in nodes, record.id, "is given twice")
                nodes[record.id] = record
            case Edge():
                edges.append(record)
    items: dict[str, list[Item]] = defaultdict(list)
    shared = {id for id, node in nodes.items() if node.kind not in _ITEMS}
    for _, node in sorted(nodes.items()):
        if node.kind in _ITEMS:
            document, item = _item(node, texts)
            items[document].append(item)
    claims: dict[str, list[Claim]] = defaultdict(list)
    for edge in edges:
        _expect(bool(edge.evidence), edge.id, "has no evidence")
        shared -= {edge.source, edge.target}
        for proof in edge.evidence:
            claims[proof.document].append(_claim(edge, proof, nodes, texts))
    lonely = sorted(shared - texts.keys())
    _expect(not lonely, lonely[0] if lonely else "", "is named by no edge")
    return [_reading(nodes, document, text, items, claims) for document, text in sorted(texts.items())]


def _claim(edge: Edge, proof: Evidence, nodes: dict[str, Node], texts: dict[str, str]) -> Claim:
    document = proof.document
    _expect(document in texts, edge.id, f"has evidence in {document}, whose text is not there")
    stands = texts[document][proof.start : proof.end] == proof.quote
    _expect(stands, edge.id, f"quotes {document} at {proof.start}, where these words do not stand")
    return Claim(
        edge.kind,
        _key(nodes, edge.source, document, edge),
        _key(nodes, edge.target, document, edge),
        proof.start,
        proof.end,
        proof.rule,
        proof.confidence,
        {name: _without(document, value) for name, value in edge.props.items()},
    )


def _reading(
    nodes: dict[str, Node], document: str, text: str, items: dict[str, list[Item]], claims: dict[str, list[Claim]]
) -> Reading:
    node = nodes.get(document)
    if node is None or node.kind != "document":
        raise RecordsError(document, "has a text but no document node")
    props = {name: value for name, value in node.props.items() if name not in _OWN}
    return Reading(
        source=str(props.get("source") or document),
        text=text,
        key=_document_key(node),
        props=props,
        items=tuple(items[document]),
        claims=tuple(sorted(claims[document], key=lambda c: (c.start, c.end, c.rule, c.kind, encoded(c.props)))),
    )


def _item(node: Node, texts: dict[str, str]) -> tuple[str, Item]:
    try:
        document, key = item_of(node.id)
    except BadItemIdError as error:
        raise RecordsError(node.id, "is not the id of an item") from error
    _expect(document in texts and key.kind == node.kind, node.id, "belongs to no document that is there")
    return document, Item(key, node.label, node.props)


def _key(nodes: dict[str, Node], id: str, document: str, edge: Edge) -> Key:
    node = nodes.get(id)
    if node is None:
        raise RecordsError(edge.id, f"has the end {id}, which is not there")
    if id == document:
        return SelfKey()
    key: Key
    text = {name: str(node.props.get(name, "")) for name in ("name", "place", "position")}
    match node.kind:
        case "document":
            return _document_key(node)
        case "agency":
            key, made = (
                (one := AgencyKey(text["name"], text["place"], node.props.get("collective") is True)),
                agency_id(one),
            )
        case "place":
            key, made = (where := PlaceKey(text["name"])), place_id(where)
        case "person":
            key, made = (who := PersonKey(text["name"], text["position"])), person_id(who)
        case _:
            owner, key = item_of(id)
            _expect(owner == document, edge.id, f"has evidence in {document} but belongs to {owner}")
            return key
    _expect(made == id, id, f"has the properties of {made}")
    return key


def _document_key(node: Node) -> DocumentKey:
    given = {name: str(node.props.get(name) or "") for name in DocumentKey.__slots__}
    if not given["symbol"] and not given["name"]:
        given["name"] = str(node.props.get("title") or "")
    if node.props.get("level") == "central":
        given["place"] = CENTRAL
    return DocumentKey(**given)


def _without(document: str, value: object) -> str | int | float | bool | list[str] | None:
    """A property that names an item of the document, as the document itself names it."""
    if isinstance(value, str) and value.startswith(f"{document}#"):
        return value.removeprefix(document)
    return value  # type: ignore[return-value]


def _once(twice: bool, id: str, why: str) -> None:
    _expect(not twice, id, why)


def _expect(holds: bool, id: str, why: str) -> None:
    if not holds:
        raise RecordsError(id, why)
