"""Which document stands behind which in a picture: the lineages as trees, each with its directive as the root."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from graph.folding import fold
from graph.model import Node
from viz.selection import Selection


@dataclass(frozen=True, slots=True)
class Family:
    """One lineage: `levels` counts the steps from the root along the longest way, so that a plan which names both the
    directive and the decision stands behind the decision; `children` is a tree over the same documents."""

    root: str
    levels: dict[str, int]
    children: dict[str, tuple[str, ...]]

    @property
    def depth(self) -> int:
        return max(self.levels.values())


def families(selection: Selection) -> list[Family]:
    """The lineages of a selection, that of the focus first, then the largest first."""
    documents = {node.id: node for node in selection.of_kind("document")}
    down: dict[str, set[str]] = {document: set() for document in documents}
    up: dict[str, set[str]] = {document: set() for document in documents}
    for edge in selection.edges:
        # A decision hands on what it approves: the plan that implements a scheme stands behind the decision for it.
        upper, lower = (edge.source, edge.target) if edge.kind == "approves" else (edge.target, edge.source)
        if edge.kind in ("implements", "approves") and upper in documents and lower in documents and upper != lower:
            down[upper].add(lower)
            up[lower].add(upper)
    found = [_family(part, documents, down, up, selection.focus) for part in _parts(documents, down, up)]
    return sorted(found, key=lambda family: (selection.focus not in family.levels, -len(family.levels), family.root))


def _parts(documents: Iterable[str], down: dict[str, set[str]], up: dict[str, set[str]]) -> list[list[str]]:
    parts = []
    seen: set[str] = set()
    for document in sorted(documents):
        if document in seen:
            continue
        part = [document]
        seen.add(document)
        for member in part:
            for other in sorted((down[member] | up[member]) - seen):
                seen.add(other)
                part.append(other)
        parts.append(part)
    return parts


def _reach(start: str, steps: dict[str, set[str]]) -> list[str]:
    seen = {start}
    queue = [start]
    for document in queue:
        fresh = sorted(steps[document] - seen)
        seen.update(fresh)
        queue += fresh
    return queue


def _family(
    part: list[str], documents: dict[str, Node], down: dict[str, set[str]], up: dict[str, set[str]], focus: str
) -> Family:
    # The root is the widest text that implements nothing here; in the lineage of the focus, one above the focus.
    above = _reach(focus, up) if focus in part else part
    tops = [document for document in above if not up[document]] or above
    width = {top: len(_reach(top, down)) for top in tops}
    root = min(tops, key=lambda top: (-width[top], top))
    levels = _levels(root, down, up)
    parent = {
        document: min(
            (other for other in up[document] if levels.get(other, -1) == level - 1),
            key=lambda other: (not _neighbours(documents[other], documents[document]), other),
            default=root,
        )
        for document, level in levels.items()
        if document != root
    }
    _seat_others(part, root, levels, parent, down)
    children: dict[str, list[str]] = defaultdict(list)
    for document, above_it in parent.items():
        children[above_it].append(document)
    for seats in children.values():
        seats.sort(key=lambda document: _seat(documents[document]))
    return Family(root, levels, {document: tuple(seats) for document, seats in children.items()})


def _neighbours(one: Node, other: Node) -> bool:
    """Of one province: a plan stands behind the plan of its own province rather than behind a central text."""
    place = fold(str(one.props.get("place") or ""))
    return place not in ("", "vn") and place == fold(str(other.props.get("place") or ""))


def _seat(node: Node) -> tuple[str, str, str]:
    place = str(node.props.get("place") or "")
    return (fold(place), fold(str(node.props.get("symbol") or "")), node.id)


def _levels(root: str, down: dict[str, set[str]], up: dict[str, set[str]]) -> dict[str, int]:
    """Longest way from the root. Documents that name each other in a circle keep the shortest."""
    members = _reach(root, down)
    inside = set(members)
    levels = {root: 0}
    for document in members:
        for child in down[document]:
            levels.setdefault(child, levels[document] + 1)
    waiting = {document: len(up[document] & inside) for document in members}
    longest = {root: 0}
    ready = [root]
    for document in ready:
        for child in sorted(down[document]):
            longest[child] = max(longest.get(child, 0), longest[document] + 1)
            waiting[child] -= 1
            if waiting[child] == 0:
                ready.append(child)
    return levels | {document: longest[document] for document in ready}


def _seat_others(
    part: list[str], root: str, levels: dict[str, int], parent: dict[str, str], down: dict[str, set[str]]
) -> None:
    """Seat what the root does not lead to: another text that the same plan implements stands beside that plan."""
    left = [document for document in part if document not in levels]
    while left:
        rest = []
        for document in left:
            seated = sorted(child for child in down[document] if child in levels)
            above = [other for other in sorted(levels) if document in down[other]]
            if seated:
                beside = seated[0]
                parent[document] = parent.get(beside, root)
                levels[document] = max(levels[beside], 1)
            elif above:
                parent[document] = above[0]
                levels[document] = levels[above[0]] + 1
            else:
                rest.append(document)
        left = rest
