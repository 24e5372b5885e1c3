"""Which body answers on a day for a duty that was given to another: dated successions, with their sources.

What documents say (`succeeds` edges) goes before the reference tables of `ontology.successions`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date

from graph.identity import agency_id
from graph.labels import label
from graph.model import Edge, Node, Props
from graph.reading import AgencyKey
from graph.store import Store
from ontology import places
from ontology.spelling import key
from ontology.successions import Succession, known, named_in_many_ways, predecessor_names, usual
from ontology.successions import successors as told
from queries.dates import first_day
from queries.names import NotFound, find_agencies, find_place, place_key, same_place, with_rank
from queries.props import flag, text_of


@dataclass(frozen=True, slots=True)
class Successor:
    """`node` answers for `predecessor` from `since` on (ISO; empty when not known); `source` is what says so. The node
    is made up when the graph does not have it. `function` is the part of the work it took over, empty for all of it;
    not `certain` when that is not known to hold for this place."""

    predecessor: Node
    node: Node
    since: str
    source: str
    function: str = ""
    certain: bool = True


def successors(store: Store, ids: Collection[str], on: date) -> dict[str, list[Successor]]:
    """For each body that has been succeeded by that day, those that answer for it, at the end of every chain; several
    when its work was split. Bodies still in office, or without a known successor, are left out. Three calls."""
    after: dict[str, list[Edge]] = {}
    for step in store.walk(ids, ["succeeds"], down=True):
        if _in_force(step.edge, on):
            after.setdefault(step.edge.target, []).append(step.edge)
    ends_of = {id: _ends(id, after) for id in ids}
    nodes = store.nodes({*ids, *(end for ends in ends_of.values() for end in ends)})
    steps: dict[str, list[Succession]] = {}
    for id, node in nodes.items():
        if node.kind == "agency":
            steps[id] = told(_name(node), text_of(node, "place"), on)
    held = store.nodes({_id(nodes[id], step) for id, listed in steps.items() for step in listed})
    found: dict[str, list[Successor]] = {}
    for id in ids:
        if id not in nodes:
            continue
        listed: list[Successor] = []
        for end, edge in sorted(ends_of[id].items()):
            since, source = text_of(edge, "date") or text_of(edge, "valid_from"), text_of(edge, "source")
            onward = [
                replace(_from_tables(nodes[end], step, held), predecessor=nodes[id]) for step in steps.get(end, ())
            ]
            listed += onward or ([Successor(nodes[id], nodes[end], since, source)] if end in nodes else [])
        if listed := listed or [_from_tables(nodes[id], step, held) for step in steps.get(id, ())]:
            found[id] = listed
    return found


def predecessors(store: Store, ids: Collection[str], on: date) -> set[str]:
    """The bodies whose duties, or a part of them, have come to these by that day. Three calls, and one more when
    bodies of the district level may be among them."""
    reached = set(ids)
    # Breadth first, so an edge's source is known before the edge is met.
    for step in store.walk(ids, ["succeeds"], down=False):
        if step.edge.source in reached and _in_force(step.edge, on):
            reached.add(step.edge.target)
    nodes = store.nodes(reached)
    asked: list[tuple[str, str | None]] = [
        (_name(node), text_of(node, "place")) for node in nodes.values() if node.kind == "agency"
    ]
    return (reached | _behind(store, asked, on)) - set(ids)


def answering(store: Store, text: str, on: date) -> set[str]:
    """The bodies that a name means and all whose duties have come to them by that day, also when the graph has only
    these: Sở Nội vụ of a province whose documents name Sở Lao động alone. Raises NotFound and Ambiguous."""
    try:
        found = {node.id for node in find_agencies(store, text)}
    except NotFound:
        asked = _split(text)
        behind = _behind(store, [asked], on) if asked else set()
        if not behind:
            raise
        return behind
    return found | predecessors(store, found, on)


def is_in(asked: str, place: str, as_of: date | None) -> bool:
    """Whether a place is the one asked for, on a day also when it went into it."""
    return same_place(asked, place) if as_of is None else stands_in(asked, place, as_of)


def stands_in(asked: str, place: str, on: date) -> bool:
    """Whether a place is the one asked for, or went into it by that day: Hải Dương is in Hải Phòng in 2026."""
    if same_place(asked, place):
        return True
    now, wanted = places.standing(place, on), places.province(asked)
    return now is not None and now == wanted


def documents_in(store: Store, asked: str, as_of: date | None = None) -> list[Node]:
    """The documents of a place, on a day also those of the places that went into it. One call. Raises NotFound for what
    is no province and no place of the graph."""
    found = store.find("document", "place", _spellings(asked, as_of))
    inside = [node for node in found if is_in(asked, text_of(node, "place"), as_of)]
    if not inside and places.province(place_key(asked)) is None:
        find_place(store, asked)
    return inside


def _spellings(asked: str, as_of: date | None) -> list[str]:
    """Every way to write a place and those that went into it by that day."""
    names = {asked}
    for province in places.provinces():
        if is_in(asked, province.name, as_of):
            names |= {province.name, *province.aliases}
    return [spelling for name in sorted(names) for spelling in with_rank(name)]


def _ends(start: str, after: dict[str, list[Edge]]) -> dict[str, Edge]:
    ends: dict[str, Edge] = {}
    waiting, seen = [start], {start}
    while waiting:
        for edge in after.get(waiting.pop(), ()):
            if edge.source in seen:
                continue
            seen.add(edge.source)
            waiting.append(edge.source)
            if edge.source not in after:
                ends[edge.source] = edge
    return ends


def _in_force(edge: Edge, on: date) -> bool:
    since = first_day(text_of(edge, "date") or text_of(edge, "valid_from"))
    return since is None or since <= on


def _name(node: Node) -> str:
    return text_of(node, "name") or node.label


def _is_group(predecessor: Node, step: Succession) -> bool:
    """A group goes on as the group of the larger province; of the communes there are many."""
    same = flag(predecessor, "collective") and key(step.successor) == key(step.former)
    return same or step.successor.endswith("cấp xã")


def _id(predecessor: Node, step: Succession) -> str:
    return agency_id(AgencyKey(step.successor, step.place, _is_group(predecessor, step)))


def _from_tables(predecessor: Node, step: Succession, held: dict[str, Node]) -> Successor:
    id, group = _id(predecessor, step), _is_group(predecessor, step)
    node = held.get(id)
    if node is None:
        props: Props = {"name": step.successor, "collective": group, "place": step.place}
        node = Node(id, "agency", label("agency", props), props)
    certain = step.certain or (group and key(step.successor) == key(step.former))
    return Successor(predecessor, node, step.date.isoformat(), step.source, step.function, certain)


def _behind(store: Store, asked: Iterable[tuple[str, str | None]], on: date) -> set[str]:
    """The bodies of the graph whose work the tables say has come to one of these (name, place; None is any place).
    Two calls at most."""
    wanted = list(asked)
    names = {former for name in {name for name, _ in wanted} for former in predecessor_names(name, on)}
    found = store.find("agency", "name", names) if names else []
    if any(named_in_many_ways(name) for name in names):
        found = [*found, *_everywhere(store, {place for _, place in wanted}, on)]
    ends = {(key(usual(name)), None if place is None else _standing(place)) for name, place in wanted}
    behind = set()
    for node in found:
        for step in told(_name(node), text_of(node, "place"), on):
            name = key(step.successor)
            if (name, _standing(step.place)) in ends or (name, None) in ends:
                behind.add(node.id)
    return behind


def _everywhere(store: Store, asked: Collection[str | None], on: date) -> Iterable[Node]:
    """All bodies of these places and of those that went into them. One call."""
    if None in asked or "" in asked:
        return store.nodes_of(["agency"])
    return store.find("agency", "place", [spelled for place in asked if place for spelled in _spellings(place, on)])


def _standing(place: str) -> str:
    found = places.province(place) if place else None
    return found.name if found else place


def _split(text: str) -> tuple[str, str | None] | None:
    """The name and the province of a body that the tables know; no province when the text gives none."""
    words = text.split()
    for n in range(len(words), 0, -1):
        name, rest = " ".join(words[:n]), " ".join(words[n:])
        place = places.province(rest) if rest else None
        if known(name) and (place or not rest):
            return name, place.name if place else None
    return None
