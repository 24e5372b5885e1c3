"""What of a graph goes into one picture: documents, their tasks and targets, and the bodies that answer for them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from graph.model import Edge, Node
from graph.store import Store
from ontology.vocabulary import EDGE_KINDS

LIMIT = 1500
_BATCH = 200
# A mention, a receipt or a signature would cover the picture without saying who must do what.
_DRAWN = frozenset(EDGE_KINDS) - {"mentions", "receives", "signs", "succeeds", "located_in"}
_ITEMS = frozenset({"task", "target"})


class FocusNotFoundError(LookupError):
    """The document asked for as the middle of the picture is not among the documents a picture shows."""

    def __init__(self, focus: str) -> None:
        super().__init__(f"No document {focus} to draw: it must be ingested, or stand in the lineage of one that is.")
        self.focus = focus


@dataclass(frozen=True, slots=True)
class Selection:
    """The nodes of a picture and the edges between them.

    `home` gives the document of each task and target. An edge from a provision to a task stands here as an edge from
    the provision's document, with its evidence. `found` counts, by kind, what the whole graph has; `complete` says
    whether all of it is shown. `focus` is the document the choice was made around.
    """

    focus: str
    nodes: dict[str, Node]
    edges: tuple[Edge, ...]
    home: dict[str, str]
    found: dict[str, int]
    complete: bool

    def of_kind(self, kind: str) -> list[Node]:
        return [node for node in self.nodes.values() if node.kind == kind]


@dataclass(frozen=True, slots=True)
class _Lineage:
    """Who implements whom: `down` from a directive, `up` from a plan."""

    documents: dict[str, Node]
    down: dict[str, list[str]]
    up: dict[str, list[str]]

    def reach(self, start: str, steps: dict[str, list[str]]) -> list[str]:
        """Everything reached from the start, breadth first, the start left out."""
        seen = {start: None}
        queue = [start]
        for document in queue:
            for other in steps.get(document, ()):
                if other not in seen:
                    seen[other] = None
                    queue.append(other)
        return queue[1:]


def select(store: Store, *, focus: str | None = None, limit: int = LIMIT) -> Selection:
    """At most `limit` nodes: everything when it fits, otherwise the part around `focus` (a document id), or around the
    document that most others implement. Raises FocusNotFoundError."""
    lineage = _lineage(store)
    if focus is not None and focus not in lineage.documents:
        raise FocusNotFoundError(focus)
    order = _order(lineage, focus)
    picked: dict[str, Node] = {}
    home: dict[str, str] = {}
    complete = True
    for batch in _batches(order):
        items = _items(store, batch)
        roles = _roles(store, [item.id for found in items.values() for item in found])
        agencies = store.nodes({agency for found in roles.values() for agency in found})
        for document in batch:
            if len(picked) >= limit:
                complete = False
                break
            picked[document] = lineage.documents[document]
            for item in items.get(document, ()):
                new = {item.id: item} if item.id not in picked else {}
                new.update((a, agencies[a]) for a in roles.get(item.id, ()) if a not in picked and a in agencies)
                if len(picked) + len(new) > limit:
                    complete = False
                    break
                picked.update(new)
                home.setdefault(item.id, document)
        if not complete:
            break
    nodes = {key: picked[key] for key in sorted(picked)}
    counts = store.counts().get("nodes", {})
    found = {"document": len(lineage.documents)} | {kind: counts.get(kind, 0) for kind in sorted(_ITEMS)}
    middle = focus if focus is not None else (order[0] if order else "")
    return Selection(middle, nodes, tuple(_edges(store, nodes, home)), home, found, complete)


def _lineage(store: Store) -> _Lineage:
    held: dict[str, Node] = {}
    cited: dict[str, Node] = {}
    for node in store.nodes_of({"document"}):
        (held if node.props.get("status") == "ingested" else cited)[node.id] = node
    down: dict[str, list[str]] = defaultdict(list)
    up: dict[str, list[str]] = defaultdict(list)
    everything = held | cited
    for edge in store.edges(kinds={"implements"}, evidence=False):
        if edge.source in everything and edge.target in everything and edge.source != edge.target:
            down[edge.target].append(edge.source)
            up[edge.source].append(edge.target)
    shown = held | {key: node for key, node in cited.items() if key in down or key in up}
    for steps in (down, up):
        for ends in steps.values():
            ends.sort(key=lambda end: (end not in held, end))
    return _Lineage(shown, dict(down), dict(up))


def _order(lineage: _Lineage, focus: str | None) -> list[str]:
    """The documents, nearest to the focus first: the texts above it, then what carries it out, then the rest of its
    lineage; after that the other lineages, the widest first."""
    width = {document: len(lineage.down.get(document, ())) for document in lineage.documents}
    if len(lineage.documents) <= 2 * LIMIT:
        width = {document: len(lineage.reach(document, lineage.down)) for document in lineage.documents}
    starts = sorted(lineage.documents, key=lambda document: (-width[document], document))
    if focus is not None:
        starts.insert(0, focus)
    both = {
        document: [*lineage.down.get(document, ()), *lineage.up.get(document, ())] for document in lineage.documents
    }
    order: dict[str, None] = {}
    for start in starts:
        if start in order:
            continue
        order[start] = None
        for steps in (lineage.up, lineage.down, both):
            order.update(dict.fromkeys(lineage.reach(start, steps)))
    return list(order)


def _batches(order: Iterable[str]) -> Iterator[list[str]]:
    rest = iter(order)
    while batch := list(islice(rest, _BATCH)):
        yield batch


def _items(store: Store, documents: list[str]) -> dict[str, list[Node]]:
    """The tasks and targets of each document, also those that stand under one of its provisions, by ref."""
    owner = {document: document for document in documents}
    frontier = list(documents)
    while frontier:
        found = store.edges(kinds={"contains"}, sources=frontier, evidence=False)
        frontier = []
        for edge in found:
            if edge.target not in owner:
                owner[edge.target] = owner[edge.source]
                frontier.append(edge.target)
    for edge in store.edges(kinds={"assigns"}, sources=documents, evidence=False):
        owner.setdefault(edge.target, edge.source)
    items: dict[str, list[Node]] = defaultdict(list)
    for node in store.nodes(owner.keys() - set(documents)).values():
        if node.kind in _ITEMS:
            items[owner[node.id]].append(node)
    for found_items in items.values():
        found_items.sort(key=lambda node: (node.kind, _natural(str(node.props.get("ref", ""))), node.id))
    return items


def _natural(ref: str) -> list[tuple[int, str]]:
    """`PL.2` before `PL.12`."""
    parts = ref.replace("/", ".").split(".")
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in parts]


def _roles(store: Store, items: list[str]) -> dict[str, list[str]]:
    """The bodies that lead or support each task."""
    roles: dict[str, list[str]] = defaultdict(list)
    for edge in store.edges(kinds={"leads", "supports"}, targets=items, evidence=False):
        roles[edge.target].append(edge.source)
    return roles


def _edges(store: Store, nodes: dict[str, Node], home: dict[str, str]) -> Iterator[Edge]:
    placed = set()
    for edge in store.edges(kinds=_DRAWN - {"contains"}, sources=list(nodes), targets=list(nodes)):
        if edge.source in nodes and edge.target in nodes:
            yield edge
    for edge in store.edges(kinds={"contains"}, targets=list(home)):
        if edge.target not in placed:
            placed.add(edge.target)
            yield Edge(edge.id, edge.kind, home[edge.target], edge.target, edge.props, edge.evidence)
