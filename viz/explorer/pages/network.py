"""What stands around a node as a picture, a list and a table. Everything that was chosen is in the address."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ontology.vocabulary import EDGE_KINDS, NODE_KINDS
from queries.names import find_any
from queries.neighbourhood import LIMIT, Bundle, BundleKey, Link, Neighbour, Neighbourhood, Wish, neighbourhood
from viz.colours import stroke_of
from viz.explorer.asked import Asked, Crumb, Page, Table
from viz.explorer.links import node_link
from viz.explorer.problems import Problem
from viz.explorer.shown import clean, day, figure, kind, place, shorten
from viz.explorer.words import say
from viz.wording import ROLES

_MORE = 24
_MOST_LISTED = 60
_MOST_DRAWN_BUNDLES = 16
_BETWEEN = "|"


@dataclass(frozen=True, slots=True)
class NetworkRow:
    """A statement of the picture in words, for its table."""

    source_label: str
    relation: str
    target_label: str
    document_label: str
    quote: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A node in the list beside the picture, with the addresses of what can be done with it."""

    node: Neighbour
    name: str
    beside: str
    choose: str


@dataclass(frozen=True, slots=True)
class Group:
    """A bundle in the list: its words, the nodes of it that are shown, how many there are, the address that shows
    more."""

    words: str
    kind: str
    entries: tuple[Entry, ...]
    count: int
    more: str


@dataclass(frozen=True, slots=True)
class Opened:
    """A node whose neighbours are shown."""

    name: str
    kind: str
    groups: tuple[Group, ...]
    close: str


@dataclass(frozen=True, slots=True)
class Said:
    """A statement about the chosen node: its words seen from there, the other end, the quote and where it stands."""

    words: str
    other: str
    choose: str
    quote: str
    document: str
    link: str


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the panel shows of the chosen node."""

    node: Neighbour
    name: str
    beside: str
    text: str
    page: str
    centre: str
    open: str
    hide: str
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Switch:
    """An entry of the legend: a kind of node or a relation that is shown or left out."""

    name: str
    words: str
    count: int
    on: bool
    link: str
    colour: str
    dashes: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A statement in the table."""

    row: NetworkRow
    source: str
    target: str
    document: str


@dataclass(frozen=True, slots=True)
class Model:
    name: str
    page: str
    drawn: dict[str, Any]
    chosen: Chosen
    opened: tuple[Opened, ...]
    nodes: tuple[Switch, ...]
    relations: tuple[Switch, ...]
    lines: tuple[Line, ...]
    count: int
    most: int
    depth: int
    cut: bool
    hidden: int


def page(asked: Asked) -> Page | str:
    centre = find_any(asked.store, asked.id).id if asked.id else _first(asked)
    if asked.id not in (centre, ""):
        return asked.links.to("network", centre)
    wish = Wish(
        depth=asked["depth"],
        opened=_parts(asked["open"]),
        more=_more(asked["more"]),
        hidden=_parts(asked["hide"]),
        off=set(_parts(asked["off"])) & {*NODE_KINDS, *EDGE_KINDS},
    )
    found = neighbourhood(asked.store, centre, wish)
    view = _View(asked, found, wish)
    title = say(asked.lang, "network_of", name=shorten(view.names[centre], 90))
    rows = [line.row for line in view.lines()]
    return Page(
        "network",
        title,
        view.model(),
        (Crumb(say(asked.lang, "network"), asked.links.to("network")), Crumb(shorten(view.names[centre], 60))),
        Table("network", NetworkRow, lambda: rows),
        "network",
    )


def _first(asked: Asked) -> str:
    """The text that most others carry out, or that is cited most. Raises Problem when the graph is empty."""
    best = asked.lists.chief
    if best is None:
        raise Problem(404, "home_empty")
    return best.entry.id


def _parts(text: str) -> list[str]:
    return [part for part in text.split(_BETWEEN) if part][:_MOST_LISTED]


def _more(text: str) -> dict[BundleKey, int]:
    """`48~leads>task~agency:so-xay-dung`: how many of which relation of which node."""
    found = {}
    for part in _parts(text):
        number, _, rest = part.partition("~")
        bundle, _, node = rest.partition("~")
        sign = ">" if ">" in bundle else "<"
        relation, _, other = bundle.partition(sign)
        if number.isdecimal() and len(number) < 5 and relation in EDGE_KINDS and other in NODE_KINDS and node:
            found[BundleKey(node, relation, sign == ">", other)] = min(int(number), LIMIT)
    return found


def _written(more: Mapping[BundleKey, int]) -> str:
    return _BETWEEN.join(
        f"{number}~{key.relation}{'>' if key.outward else '<'}{key.kind}~{key.node}" for key, number in more.items()
    )


class _View:
    """The neighbourhood in words and addresses."""

    def __init__(self, asked: Asked, found: Neighbourhood, wish: Wish) -> None:
        self.asked, self.found, self.wish = asked, found, wish
        self.nodes = {node.id: node for node in found.nodes}
        self.names = {node.id: self._name(node) for node in found.nodes}
        self.groups: dict[str, list[Bundle]] = defaultdict(list)
        for bundle in found.bundles:
            self.groups[bundle.key.node].append(bundle)
        chosen = asked["chosen"]
        self.chosen = chosen if chosen in self.nodes else found.centre

    def model(self) -> Model:
        asked, found = self.asked, self.found
        return Model(
            name=self.names[found.centre],
            page=self._page(self.nodes[found.centre]),
            drawn=self._drawn(),
            chosen=self._chosen(),
            opened=tuple(self._opened(node) for node in self.groups),
            nodes=self._switches(NODE_KINDS, Counter(node.kind for node in found.nodes)),
            relations=self._switches(EDGE_KINDS, Counter(link.kind for link in found.links)),
            lines=tuple(self.lines()),
            count=len(found.nodes),
            most=LIMIT,
            depth=asked["depth"],
            cut=found.cut,
            hidden=len(self.wish.hidden),
        )

    def lines(self) -> Iterable[Line]:
        for link in self.found.links:
            row = NetworkRow(
                source_label=self.names[link.source],
                relation=kind(self.asked.lang, link.kind),
                target_label=self.names[link.target],
                document_label=clean(link.document_label),
                quote=clean(link.quote),
            )
            source, target = (self._page(self.nodes[end]) for end in (link.source, link.target))
            yield Line(row, source, target, self._evidence(link))

    # -- words

    def _name(self, node: Neighbour) -> str:
        if node.kind == "document":
            return clean(f"{node.doc_type} {node.label}" if node.doc_type not in node.label else node.label)
        if node.kind in ("task", "target"):
            return shorten(f"{node.ref}: {node.text}" if node.ref else node.text, 140)
        return clean(node.label)

    def _beside(self, node: Neighbour) -> str:
        lang = self.asked.lang
        if node.kind == "document":
            return day(lang, node.date)
        if node.kind in ("task", "target"):
            return clean(node.document_label)
        return place(lang, node.place) if node.kind == "agency" and node.place not in node.label else ""

    def _role(self, relation: str, outward: bool) -> str:
        pair = ROLES.get((relation, outward))
        return pair[self.asked.lang != "vi"] if pair else kind(self.asked.lang, relation)

    # -- addresses

    def _page(self, node: Neighbour) -> str:
        return node_link(self.asked.links, node.kind, node.id)

    def _evidence(self, link: Link) -> str:
        return self.asked.links.to("document", link.document, quote=link.id) if link.document else ""

    def _choose(self, node: str) -> str:
        return self.asked.links.here(chosen=node) if node != self.found.centre else self.asked.links.here(chosen=None)

    def _open(self, node: str) -> str:
        if node in self.groups:
            return ""
        return self.asked.links.here(open=_BETWEEN.join([*self.wish.opened, node]), chosen=node)

    def _more(self, bundle: Bundle) -> str:
        if bundle.shown >= bundle.count:
            return ""
        more = {**(self.wish.more or {}), bundle.key: min(bundle.shown + _MORE, LIMIT)}
        return self.asked.links.here(more=_written(more))

    # -- parts

    def _entry(self, id: str) -> Entry:
        node = self.nodes[id]
        return Entry(node, self.names[id], self._beside(node), self._choose(id))

    def _opened(self, id: str) -> Opened:
        members = self._members(id)
        groups = tuple(
            Group(
                words=self._role(bundle.key.relation, bundle.key.outward),
                kind=bundle.key.kind,
                entries=tuple(self._entry(other) for other in members[bundle.key]),
                count=bundle.count,
                more=self._more(bundle),
            )
            for bundle in self.groups[id]
        )
        close = ""
        if id != self.found.centre:
            left = [node for node in self.wish.opened if node != id]
            close = self.asked.links.here(open=_BETWEEN.join(left) or None)
        return Opened(self.names[id], self.nodes[id].kind, groups, close)

    def _members(self, id: str) -> Mapping[BundleKey, list[str]]:
        """The other ends of what the picture shows of a node, by bundle."""
        found: dict[BundleKey, dict[str, None]] = defaultdict(dict)
        for link in self.found.links:
            for end, other, outward in ((link.source, link.target, True), (link.target, link.source, False)):
                if end == id:
                    found[BundleKey(id, link.kind, outward, self.nodes[other].kind)][other] = None
        place = {node.id: n for n, node in enumerate(self.found.nodes)}
        return defaultdict(list, {key: sorted(others, key=place.__getitem__) for key, others in found.items()})

    def _chosen(self) -> Chosen:
        node = self.nodes[self.chosen]
        said = []
        for link in self.found.links:
            if node.id not in (link.source, link.target):
                continue
            outward = link.source == node.id
            other = link.target if outward else link.source
            said.append(
                Said(
                    words=self._role(link.kind, outward),
                    other=self.names[other],
                    choose=self._choose(other),
                    quote=link.quote,
                    document=clean(link.document_label),
                    link=self._evidence(link),
                )
            )
        hide = self.asked.links.here(hide=_BETWEEN.join([*self.wish.hidden, node.id]), chosen=None)
        return Chosen(
            node=node,
            name=self.names[node.id],
            beside=self._beside(node),
            text=node.text,
            page=self._page(node),
            centre=self.asked.links.to("network", node.id) if node.id != self.found.centre else "",
            open=self._open(node.id),
            hide=hide if node.id != self.found.centre else "",
            said=tuple(said),
        )

    def _switches(self, kinds: Mapping[str, Any], counted: Counter[str]) -> tuple[Switch, ...]:
        off = sorted(self.wish.off)
        found = []
        for name in sorted(kinds, key=lambda name: stroke_of(name).rank) if kinds is EDGE_KINDS else kinds:
            on = name not in off
            if not counted[name] and on:
                continue
            left = [other for other in off if other != name] if not on else [*off, name]
            words = kind(self.asked.lang, name)
            link = self.asked.links.here(off=_BETWEEN.join(left) or None)
            colour = NODE_KINDS[name].colour if name in NODE_KINDS else stroke_of(name).colour
            found.append(Switch(name, words, counted[name], on, link, colour, stroke_of(name).dashes))
        return tuple(found)

    def _drawn(self) -> dict[str, Any]:
        """What the script draws: nodes with short labels, statements, and what is folded away."""
        lang = self.asked.lang
        nodes = [
            {
                "id": node.id,
                "kind": node.kind,
                "label": self._drawn_label(node),
                "cited": node.kind == "document" and node.status != "ingested",
                "depth": node.depth,
                "open": self._open(node.id),
                "choose": self._choose(node.id),
            }
            for node in self.found.nodes
        ]
        edges = [
            {
                "id": link.id,
                "kind": link.kind,
                "source": link.source,
                "target": link.target,
                "dashes": stroke_of(link.kind).dashes,
            }
            for link in self.found.links
        ]
        folded = [bundle for bundle in self.found.bundles if bundle.shown < bundle.count][:_MOST_DRAWN_BUNDLES]
        bundles = [
            {
                "node": bundle.key.node,
                "kind": bundle.key.kind,
                "relation": bundle.key.relation,
                "label": f"+{figure(lang, bundle.count - bundle.shown)} {kind(lang, bundle.key.kind)}"
                f"\n({self._role(bundle.key.relation, bundle.key.outward).lower()})",
                "link": self._more(bundle),
            }
            for bundle in folded
        ]
        return {"centre": self.found.centre, "chosen": self.chosen, "nodes": nodes, "edges": edges, "bundles": bundles}

    def _drawn_label(self, node: Neighbour) -> str:
        if node.kind == "document":
            return shorten(node.label, 46)
        if node.kind in ("task", "target"):
            return shorten(f"{node.ref}. {node.text}" if node.ref else node.text, 56)
        return shorten(node.label, 46)
