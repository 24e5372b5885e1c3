"""What a document became, as bands of cards: each stands below everything it carries out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph.folding import fold
from queries.lineage import LineageRow, lineage
from queries.names import find_document
from queries.standing import LEVELS
from viz.explorer.asked import Asked, Crumb, Page, Table
from viz.explorer.problems import Problem
from viz.explorer.shown import document_name, shorten
from viz.explorer.words import say

MOST_CARDS = 60
_MOST_WAYS, _MOST_ROWS = 6, 100


@dataclass(frozen=True, slots=True)
class Card:
    """A document in a band; `parents` are the documents above it that it is tied to, `lag_days` since the first of
    them. Central texts go by number, others by place."""

    id: str
    name: str
    under: str
    about: str
    title: str
    place: str
    date: str
    status: str
    branch: str
    level: str
    lag_days: int | None
    parents: tuple[str, ...]
    on_path: bool


@dataclass(frozen=True, slots=True)
class Band:
    """Documents that stand equally far from the start: `layer` 0 is the start itself, below it 1, above it -1; `more`
    are the cards left out."""

    layer: int
    cards: tuple[Card, ...]
    levels: Mapping[str, int]
    more: int


@dataclass(frozen=True, slots=True)
class Step:
    """One statement on the way to the chosen card."""

    row: LineageRow
    upper: str
    lower: str


@dataclass(frozen=True, slots=True)
class Model:
    start: str
    name: str
    bands: tuple[Band, ...]
    chosen: Card | None
    steps: tuple[Step, ...]
    names: Mapping[str, str]
    total: int
    rows: Sequence[LineageRow]


def page(asked: Asked) -> Page | str:
    if not asked.id:
        first = asked.lists.chief
        if first is None:
            raise Problem(404, "no_document")
        return asked.links.to("lineage", first.entry.id)
    node = find_document(asked.store, asked.id)
    if node.id != asked.id:
        return asked.links.to("lineage", node.id)
    rows = lineage(asked.store, node.id, depth=asked["depth"])
    heads = {row.document: row for row in reversed(rows)}
    layers = _layers(node.id, rows)
    chosen = asked["to"] if asked["to"] in layers and asked["to"] != node.id else ""
    on_path = _between(node.id, chosen, rows, layers) if chosen else set()
    names = {id: _name(row) for id, row in heads.items()}
    parents = _parents(rows)
    bands = []
    for layer in sorted(set(layers.values())):
        cards = [_card(heads[id], names[id], parents, id in on_path) for id in layers if layers[id] == layer]
        cards.sort(key=lambda card: (not card.on_path, *_order(card)))
        kept = sorted(cards[:MOST_CARDS], key=_order)
        levels = Counter(card.level for card in cards if card.level)
        told = {level: levels[level] for level in LEVELS if levels[level]}
        bands.append(Band(layer, tuple(kept), told, len(cards) - len(kept)))
    steps = sorted(
        (row for row in rows if row.parent and {row.document, row.parent} <= on_path),
        key=lambda row: (row.depth, row.document),
    )
    model = Model(
        start=node.id,
        name=document_name(node),
        bands=tuple(bands),
        chosen=_card(heads[chosen], names[chosen], parents, True) if chosen else None,
        steps=tuple(_step(row) for row in steps[: _MOST_WAYS * 2]),
        names=names,
        total=len(layers),
        rows=[row for row in rows if row.parent][:_MOST_ROWS],
    )
    name = document_name(node)
    crumbs = (
        Crumb(say(asked.lang, "documents"), asked.links.to("documents")),
        Crumb(name, asked.links.to("document", node.id)),
        Crumb(say(asked.lang, "lineage")),
    )
    title = f"{say(asked.lang, 'lineage')}: {name}"
    return Page("lineage", title, model, crumbs, Table("lineage", LineageRow, lambda: rows), nav="lineage")


def _layers(start: str, rows: Iterable[LineageRow]) -> dict[str, int]:
    """How far below (positive) or above the start each document stands, by its longest way, so that what carries out a
    text is always below it. Rings of documents that carry each other out are cut at the first way found."""
    found = {start: 0}
    for direction, sign in (("down", 1), ("up", -1)):
        ways: dict[str, list[str]] = defaultdict(list)
        for row in rows:
            if row.direction == direction:
                ways[row.parent].append(row.document)
        depth = {start: 0}
        order, state = [], {}
        stack = [(start, False)]
        while stack:  # depth first, so that a document comes before those that rest on it in the reversed order
            here, done = stack.pop()
            if done:
                order.append(here)
                state[here] = 2
            elif here not in state:
                state[here] = 1
                stack.append((here, True))
                stack += [(there, False) for there in ways[here] if there not in state]
        place = {id: n for n, id in enumerate(reversed(order))}
        for here in reversed(order):
            for there in ways[here]:
                if place[there] > place[here]:
                    depth[there] = max(depth.get(there, 0), depth[here] + 1)
        for id, far in depth.items():
            found.setdefault(id, sign * far)
    return found


def _parents(rows: Iterable[LineageRow]) -> dict[str, list[str]]:
    """For each document those on the side of the start that it is tied to."""
    found: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        if row.parent and row.parent not in found[row.document]:
            found[row.document].append(row.parent)
    return found


def _between(start: str, chosen: str, rows: Sequence[LineageRow], layers: Mapping[str, int]) -> set[str]:
    """The documents on any way from the start to the chosen one."""
    parents = _parents(rows)
    found, waiting = {chosen}, [chosen]
    while waiting:
        for parent in parents[waiting.pop()]:
            if parent not in found and abs(layers.get(parent, 0)) < abs(layers[chosen]):
                found.add(parent)
                waiting.append(parent)
    return found | {start}


def _order(card: Card) -> tuple[int, str, str, str, str]:
    level = LEVELS.index(card.level) if card.level in LEVELS else len(LEVELS)
    return level, fold(card.place), "1" if card.branch == "party" else "2", card.date, card.id


def _card(row: LineageRow, name: str, parents: Mapping[str, Sequence[str]], on_path: bool) -> Card:
    local = bool(row.place) and row.place != "VN"
    numbered = row.symbol or (row.doc_type if row.status == "ingested" else shorten(row.title, 60))
    return Card(
        id=row.document,
        name=row.place if local else numbered,
        under=numbered if local else row.doc_type if row.symbol else "",
        about="" if row.symbol or not local else row.title,
        title=row.title,
        place=row.place,
        date=row.date,
        status=row.status,
        branch=row.branch,
        level=row.level,
        lag_days=row.lag_days,
        parents=tuple(parents.get(row.document, ())),
        on_path=on_path,
    )


def _name(row: LineageRow) -> str:
    named = f"{row.doc_type} {row.symbol}".strip() if row.symbol else row.doc_type or shorten(row.title, 60)
    return f"{named}, {row.place}" if row.place and row.place != "VN" else named


def _step(row: LineageRow) -> Step:
    upper, lower = (row.parent, row.document) if row.direction == "down" else (row.document, row.parent)
    return Step(row, upper, lower)
