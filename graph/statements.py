"""What one reading puts into the graph once its keys are resolved: a pure function of both."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from graph.folding import fold, slug
from graph.identity import CENTRAL, agency_id, edge_number, item_id, person_id, place_id, short_hash, symbol_core
from graph.merging import encoded, stated
from graph.model import Value
from graph.reading import AgencyKey, Claim, DocumentKey, Item, ItemKey, Key, PersonKey, PlaceKey, Reading, SelfKey
from graph.resolution import complete
from graph.store import StoreError
from ontology.vocabulary import EDGE_KINDS

MENTIONED = ""
_KINDS: dict[type, str] = {
    DocumentKey: "document",
    SelfKey: "document",
    AgencyKey: "agency",
    PlaceKey: "place",
    PersonKey: "person",
}
_PREFIXES = {"doc": "document", "agency": "agency", "place": "place", "person": "person"}


class ReadingError(StoreError):
    """A reading that says what the graph has no place for; a mistake of the rule it names, not of the document."""

    def __init__(self, reading: Reading, rule: str, why: str) -> None:
        super().__init__(f"{reading.source}: rule {rule} {why}; nothing of this document was stored")
        self.rule = rule


@dataclass(frozen=True, slots=True)
class Statements:
    """The rows of one document: items by id, edges by number, evidence, and its vote on every node it names as
    (id, property, value as JSON); the vote on property `MENTIONED` says only that the node is named."""

    document: str
    items: dict[str, tuple[str, str, str]]
    edges: dict[int, tuple[str, str, str, str]]
    evidence: set[tuple[int, int, int, str, float, str]]
    votes: set[tuple[str, str, str]]


def own_key(reading: Reading) -> DocumentKey:
    """The key of the document that was read; one without number and title is known by its text alone."""
    key = complete(reading.key)
    if key.symbol or slug(key.name):
        return key
    return replace(key, name=f"#{short_hash(reading.text)}")


def check(reading: Reading) -> None:
    """Raises ReadingError when a claim has no place in the graph, or points outside the text."""
    items = {item.key for item in reading.items}
    named: set[Key] = set()
    if len(items) < len(reading.items):
        raise ReadingError(reading, "of the items", "gives one ref to two items")
    if not all(item.key.ref and item.key.kind in ("provision", "task", "target") for item in reading.items):
        raise ReadingError(reading, "of the items", "gives an item without a ref, or of an unknown kind")
    for claim in reading.claims:
        ends = (_kind(claim.source), _kind(claim.target))
        if not _allowed(claim.kind, *ends):
            raise ReadingError(reading, claim.rule, f"claims {claim.kind} from {ends[0]} to {ends[1]}, an unknown edge")
        if not 0 <= claim.start < claim.end <= len(reading.text):
            raise ReadingError(reading, claim.rule, f"points to {claim.start}:{claim.end}, outside the text")
        for key in (claim.source, claim.target):
            if isinstance(key, ItemKey) and key not in items:
                raise ReadingError(reading, claim.rule, f"names {key.kind} {key.ref}, which is not among the items")
            if key not in named:
                if not _names_something(key):
                    raise ReadingError(reading, claim.rule, f"names a {_kind(key)} by nothing")
                named.add(key)


@cache
def _allowed(kind: str, source: str, target: str) -> bool:
    known = EDGE_KINDS.get(kind)
    return known is not None and known.allows(source, target)


def cited(reading: Reading) -> set[DocumentKey]:
    """The documents its claims name."""
    ends = (key for claim in reading.claims for key in (claim.source, claim.target))
    return {key for key in ends if isinstance(key, DocumentKey)}


def heading(reading: Reading, key: DocumentKey) -> dict[str, Value]:
    """The properties a document that is here has from its own head. What identifies it is taken from `key`, so that
    the properties lead back to the same document."""
    props = stated(reading.props)
    for name, value in (("doc_type", key.doc_type), ("date", key.date), ("issuer", key.issuer), *_where(key.place)):
        if value:
            props[name] = value
    if key.symbol and symbol_core(str(props.get("symbol", ""))) != symbol_core(key.symbol):
        props["symbol"] = key.symbol
    if not key.symbol:
        props.pop("symbol", None)
    if key.name and not key.name.startswith("#") and (key.symbol or key.name != props.get("title")):
        props["name"] = key.name
    return props


def state(reading: Reading, document: str, mean: Callable[[DocumentKey], str]) -> Statements:
    """The rows of a reading whose document is `document`; `mean` gives the id of a cited document."""
    votes = {(document, MENTIONED, "")}
    ids: dict[Key, str] = {SelfKey(): document}
    met: dict[int, str] = {}  # the same by the object: claims of a reading that was unpacked share their keys

    def identify(key: Key) -> str:
        if (known := met.get(id(key))) is not None:
            return known
        if (found := ids.get(key)) is None:
            found = ids[key] = mean(key) if isinstance(key, DocumentKey) else _id(document, key)
            votes.update((found, prop, value) for prop, value in _votes(key))
        met[id(key)] = found
        return found

    tasks = {item.key.ref: item_id(document, item.key) for item in reading.items if item.key.kind == "task"}
    edges: dict[int, tuple[str, str, str, str]] = {}
    surest: dict[tuple[int, int, int, str], float] = {}
    for claim in reading.claims:
        kind, source, target = claim.kind, identify(claim.source), identify(claim.target)
        props = _props(claim, document, tasks)
        if source == target and kind_of(source) == "document":
            # Two names of one document: what is left of the statement is that it is named here, unless by itself.
            if source == document:
                continue
            kind, source, props = "references", document, {}
        number = edge_number(kind, source, target, props)
        edges[number] = (kind, source, target, encoded_props(props))
        place = (number, claim.start, claim.end, claim.rule)
        surest[place] = max(surest.get(place, 0.0), claim.confidence)
    evidence = {
        (number, start, end, rule, confidence, reading.text[start:end])
        for (number, start, end, rule), confidence in surest.items()
    }
    return Statements(document, {item_id(document, i.key): _item(i) for i in reading.items}, edges, evidence, votes)


def encoded_props(props: dict[str, Value]) -> str:
    return encoded(dict(sorted(props.items()))) if props else "{}"


def kind_of(id: str) -> str:
    """The kind of a node that documents share, from its id; nothing for an item."""
    return "" if "#" in id else _PREFIXES[id.partition(":")[0]]


def _props(claim: Claim, document: str, tasks: dict[str, str]) -> dict[str, Value]:
    """The claim's properties; a task named by its ref becomes the task's id: refs start again in each document."""
    props = stated(claim.props)
    task = props.get("task")
    if isinstance(task, str):
        props["task"] = document + task if task.startswith("#task:") else tasks.get(task, task)
    return props


def _item(item: Item) -> tuple[str, str, str]:
    return item.key.kind, item.label, encoded_props(stated(item.props))


def _kind(key: Key) -> str:
    return key.kind if isinstance(key, ItemKey) else _KINDS[type(key)]


def _id(document: str, key: Key) -> str:
    match key:
        case AgencyKey():
            return agency_id(key)
        case PlaceKey():
            return place_id(key)
        case PersonKey():
            return person_id(key)
        case ItemKey():
            return item_id(document, key)
        case _:
            return document


def _names_something(key: Key) -> bool:
    match key:
        case DocumentKey():
            return bool(slug(key.symbol) or fold(key.name))
        case AgencyKey() | PlaceKey() | PersonKey():
            return bool(fold(key.name))
        case _:
            return True


@lru_cache(maxsize=20_000)
def _where(place: str) -> tuple[tuple[str, str], ...]:
    """A central body's document is of no place: its node says so instead."""
    return (("level", "central"),) if place == CENTRAL else (("place", place),)


def _votes(key: Key) -> list[tuple[str, str]]:
    if isinstance(key, ItemKey | SelfKey):
        return []
    if isinstance(key, DocumentKey):
        key = complete(key)
    given = {name: getattr(key, name) for name in key.__slots__}
    if isinstance(key, DocumentKey):
        given |= {"place": "", **dict(_where(key.place))}
    return [(MENTIONED, ""), *((name, encoded(value)) for name, value in given.items() if value != "")]
