"""What stands around a node, in a size that can be looked at: the nearest nodes, and of the rest how many there are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from graph.identity import BadItemIdError, item_of
from graph.model import Edge, Node, surest
from graph.store import Store
from ontology.vocabulary import EDGE_KINDS, NODE_KINDS
from queries.names import find_any
from queries.origin import short_label
from queries.props import text_of
from queries.refs import ref_key

LIMIT = 150
DEEPEST = 3
# How many of each relation are shown unasked; of those not named here none, only their number.
_SHOWN = {
    "implements": 24,
    "approves": 8,
    "amends": 8,
    "replaces": 8,
    "contains": 12,
    "assigns": 12,
    "leads": 12,
    "supports": 12,
    "part_of": 8,
    "succeeds": 8,
    "directs": 8,
    "reports_to": 6,
    "issues": 6,
}
# Of what is two steps away fewer: it is there to be gone to.
_SHOWN_BEYOND = 3
# Where an item of an outline stands is told by its document.
_UNSHOWN = frozenset({"provision"})
# More of one relation than this are counted without being read, unless they are asked for.
_MANY = 400
_RANK = {kind: n for n, kind in enumerate((*_SHOWN, *EDGE_KINDS))}
_PREFIXES = {"doc": "document", "agency": "agency", "place": "place", "person": "person"}
_ITEMS = ("task", "target")
_LONGEST = 4_000


class BundleKey(NamedTuple):
    """What a node has of one relation in one direction with one kind of node."""

    node: str
    relation: str
    outward: bool
    kind: str


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A node of the picture, `depth` steps from the middle; `document` (an id) is where an item stands. `text` are its
    words: of a task or figure what it says, of a document its title. At most 4,000 characters."""

    id: str
    kind: str
    label: str
    ref: str
    text: str
    document: str
    document_label: str
    doc_type: str
    place: str
    date: str
    status: str
    depth: int


@dataclass(frozen=True, slots=True)
class Link:
    """A statement between two nodes of the picture with its surest evidence: `document` (an id), offsets in its text;
    `evidences` counts all there is."""

    id: str
    kind: str
    source: str
    target: str
    document: str
    document_label: str
    start: int
    end: int
    quote: str
    evidences: int


@dataclass(frozen=True, slots=True)
class Bundle:
    """What a node has of one relation, direction and kind: `count` in all, `shown` in the picture."""

    key: BundleKey
    count: int
    shown: int


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """The part of the graph around `centre` (an id). `bundles` are those of the nodes that were opened, the middle
    first. `cut`: more was asked for than fits."""

    centre: str
    nodes: tuple[Neighbour, ...]
    links: tuple[Link, ...]
    bundles: tuple[Bundle, ...]
    cut: bool


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be seen besides the nearest: `opened` nodes show their own neighbours, `more` gives how many of a
    bundle to show, `hidden` nodes and the kinds of nodes and relations in `off` are left out."""

    depth: int = 1
    opened: Sequence[str] = ()
    more: Mapping[BundleKey, int] | None = None
    hidden: Collection[str] = ()
    off: Collection[str] = ()


class _Members:
    """The far ends of a bundle, in order; `count` of them when they were not read."""

    def __init__(self, ids: list[str], count: int = 0) -> None:
        self.ids = ids
        self.count = count or len(ids)


_Around = dict[str, dict[tuple[str, bool, str], _Members]]


def neighbourhood(store: Store, name: str, wish: Wish | None = None, *, limit: int = LIMIT) -> Neighbourhood:
    """At most `limit` nodes around the node of an id or name, and the statements between them. A task or figure hangs
    on its document; provisions are left out. Nodes come by their distance, those of a bundle in the order of ids (items
    in their document's order). Eight calls once the node is known, some more for each further step, whatever the
    graph's size. Raises NotFound and Ambiguous."""
    wish = wish or Wish()
    centre = find_any(store, name).id
    picked = _Picked({centre: 0}, limit, wish)
    opened = [centre]
    level = [centre]
    around: _Around = {}
    for depth in range(1, min(max(wish.depth, 1), DEEPEST) + 1):
        around |= _around(store, [node for node in level if node not in around], wish)
        level = picked.add(level, around, depth)
    # Then what was opened by hand: one thing may have been opened from another.
    for node in wish.opened:
        if node in picked.depths and node not in opened:
            opened.append(node)
    late = [node for node in opened if node not in around]
    while late:
        around |= _around(store, late, wish)
        for node in late:
            picked.add([node], around, 1 + picked.depths[node], near=True)
        late = [node for node in wish.opened if node in picked.depths and node not in around]
        opened += [node for node in late if node not in opened]
    bundles = [
        Bundle(BundleKey(node, *key), others.count, sum(other in picked.depths for other in others.ids))
        for node in opened
        for key, others in around.get(node, {}).items()
    ]
    nodes, links = _described(store, picked.depths, wish)
    return Neighbourhood(centre, tuple(nodes), tuple(links), tuple(bundles), picked.cut)


class _Picked:
    """The nodes chosen so far, each with its distance from the middle."""

    def __init__(self, depths: dict[str, int], limit: int, wish: Wish) -> None:
        self.depths = depths
        self.limit = limit
        self.wish = wish
        self.cut = False

    def add(self, level: Iterable[str], around: _Around, depth: int, *, near: bool = False) -> list[str]:
        """Take what is asked for around these nodes; returns the new ones. First one of each bundle, then a second:
        what is many must not push out what is few."""
        queues: list[list[str]] = []
        for node in level:
            for (relation, outward, kind), others in around.get(node, {}).items():
                usual = _SHOWN.get(relation, 0)
                usual = usual if depth == 1 or near else min(usual, _SHOWN_BEYOND)
                wanted = (self.wish.more or {}).get(BundleKey(node, relation, outward, kind), usual)
                queues.append([other for other in others.ids[:wanted] if other not in self.depths])
        new: list[str] = []
        for turn in range(max(map(len, queues), default=0)):
            for queue in queues:
                if turn < len(queue) and queue[turn] not in self.depths:
                    if len(self.depths) >= self.limit:
                        self.cut = True
                        return new
                    self.depths[queue[turn]] = depth
                    new.append(queue[turn])
        return new


def kind_of(id: str) -> str:
    """The kind of node that an id names; empty when it names none."""
    if "#" in id:
        try:
            return item_of(id)[1].kind
        except BadItemIdError:
            return ""
    return _PREFIXES.get(id.partition(":")[0], "")


def _home(id: str) -> str:
    return item_of(id)[0]


def _around(store: Store, level: Collection[str], wish: Wish) -> _Around:
    """What each of these nodes has, by relation, direction and kind, the weightiest relation first. Six calls at most,
    whatever hangs on the nodes: of a relation that is very many and shown only when asked for, only the number is
    read."""
    if not level:
        return {}
    found: dict[str, dict[tuple[str, bool, str], set[str]]] = {node: defaultdict(set) for node in level}
    many = _many(store, level, wish)
    for node, relation, outward, other in _pairs(store, level, many):
        kind = kind_of(other)
        if relation in wish.off or kind in wish.off or kind not in NODE_KINDS or kind in _UNSHOWN:
            continue
        if other != node and other not in wish.hidden:
            found[node][relation, outward, kind].add(other)
    around = {
        node: {key: _Members(sorted(others, key=_order)) for key, others in found[node].items()} for node in level
    }
    for (node, relation, outward), count in many.items():
        kind = _other_kind(relation, outward)
        if relation not in wish.off and kind not in wish.off:
            around[node][relation, outward, kind] = _Members([], count)
    return {
        node: dict(sorted(bundles.items(), key=lambda entry: (_RANK.get(entry[0][0], 99), entry[0])))
        for node, bundles in around.items()
    }


def _many(store: Store, level: Collection[str], wish: Wish) -> dict[tuple[str, str, bool], int]:
    """(node, relation, direction) of what is only counted, with how many there are."""
    asked = {key[:3] for key in wish.more or {}}
    return {
        (node, relation, outward): count
        for node, kinds in store.degrees(level).items()
        for (relation, outward), count in kinds.items()
        if count > _MANY and relation not in _SHOWN and (node, relation, outward) not in asked
    }


def _other_kind(relation: str, outward: bool) -> str:
    """The kind at the far end, as the vocabulary has it."""
    ends = [pair[outward] for pair in EDGE_KINDS[relation].ends]
    return next(kind for kind in ends if kind not in _UNSHOWN)


def _pairs(
    store: Store, level: Collection[str], many: Collection[tuple[str, str, bool]]
) -> Iterator[tuple[str, str, bool, str]]:
    """(node, relation, whether the node is its source, the other end) of all but the `many`."""
    for outward in (True, False):
        counted = {relation for _, relation, direction in many if direction is outward}
        heavy = {node for node, _, direction in many if direction is outward}
        light = [kind for kind in EDGE_KINDS if kind != "contains" and kind not in counted]
        calls = [(light, list(level)), (sorted(counted), [node for node in level if node not in heavy])]
        # A node that has very many of one relation may have few of another that somebody has very many of.
        few: dict[tuple[str, ...], list[str]] = defaultdict(list)
        for node in heavy:
            few[tuple(kind for kind in sorted(counted) if (node, kind, outward) not in many)].append(node)
        for kinds, nodes in (*calls, *few.items()):
            if kinds and nodes:
                sources, targets = (nodes, None) if outward else (None, nodes)
                for edge in store.edges(kinds=kinds, sources=sources, targets=targets, evidence=False):
                    node, other = (edge.source, edge.target) if outward else (edge.target, edge.source)
                    yield node, edge.kind, outward, other
    documents = {node for node in level if kind_of(node) == "document"}
    if documents:
        for edge in store.edges(kinds=["contains"], documents=documents, evidence=False):
            if kind_of(edge.target) in _ITEMS and _home(edge.target) in documents:
                yield _home(edge.target), "contains", True, edge.target
    for node in level:
        if kind_of(node) in _ITEMS:
            yield node, "contains", False, _home(node)


def _order(id: str) -> tuple[str, object, str]:
    if "#" not in id:
        return id, (), id
    document, key = item_of(id)
    return document, (key.kind, ref_key(key.ref), key.n), id


def _described(store: Store, depths: Mapping[str, int], wish: Wish) -> tuple[list[Neighbour], list[Link]]:
    """The nodes and the statements between them. Three calls."""
    kinds = [kind for kind in EDGE_KINDS if kind not in wish.off and kind != "contains"]
    edges = store.edges(kinds=kinds, sources=list(depths), targets=list(depths))
    if "contains" not in wish.off:
        items = [id for id in depths if kind_of(id) in _ITEMS]
        held = store.edges(kinds=["contains"], targets=items) if items else []
        edges += [_lifted(edge) for edge in held if _home(edge.target) in depths]
    homes = {_home(id) for id in depths if kind_of(id) in _ITEMS}
    told = {edge.id: surest(edge.evidence) for edge in edges}
    nodes = store.nodes({*depths, *homes, *(said.document for said in told.values() if said)})

    def name(document: str) -> str:
        return short_label(nodes[document]) if document in nodes else document

    links = []
    for edge in {edge.id: edge for edge in edges if edge.source != edge.target}.values():
        said = told[edge.id]
        links.append(
            Link(
                id=edge.id,
                kind=edge.kind,
                source=edge.source,
                target=edge.target,
                document=said.document if said else "",
                document_label=name(said.document) if said else "",
                start=said.start if said else 0,
                end=said.end if said else 0,
                quote=said.quote if said else "",
                evidences=len(edge.evidence),
            )
        )
    shown = [_neighbour(nodes[id], depth, name) for id, depth in depths.items() if id in nodes]
    known = {node.id for node in shown}
    return shown, [link for link in links if link.source in known and link.target in known]


def _lifted(edge: Edge) -> Edge:
    """A provision's item as its document's."""
    return Edge(edge.id, edge.kind, _home(edge.target), edge.target, edge.props, edge.evidence)


def _neighbour(node: Node, depth: int, name: Callable[[str], str]) -> Neighbour:
    home = _home(node.id) if node.kind in _ITEMS else ""
    text = text_of(node, "text") or text_of(node, "subject") or text_of(node, "title") or text_of(node, "name")
    return Neighbour(
        id=node.id,
        kind=node.kind,
        label=short_label(node) if node.kind == "document" else node.label,
        ref=text_of(node, "ref"),
        text=(text or node.label)[:_LONGEST],
        document=home,
        document_label=name(home) if home else "",
        doc_type=text_of(node, "doc_type"),
        place=text_of(node, "place"),
        date=text_of(node, "date"),
        status=text_of(node, "status"),
        depth=depth,
    )
