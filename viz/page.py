"""What the network page needs to know of each node and edge: plain values, ready for JSON."""

from __future__ import annotations

from collections import Counter
from typing import Any

from graph.model import Edge, Node, Value
from ontology.vocabulary import EDGE_KINDS, NODE_KINDS
from viz.colours import group_of, groups, stroke_of
from viz.family import families
from viz.headings import HEADINGS, VALUES
from viz.labels import clean, label_of, shorten
from viz.layout import Layout
from viz.selection import Selection
from viz.wording import PAGE, ROLES, notice

Json = dict[str, Any]

# Shown as the heading or the text of a node, or of no use to its reader; `source` may name folders of a machine.
_APART = frozenset({"name", "text", "title", "sha256", "source", "subject"})
# The order of properties in the panel; others follow by name.
_FIRST = ("ref", "doc_type", "symbol", "date", "issuer", "place", "branch", "status", "deadline_text", "start", "end")
_TEXT = 4000
_QUOTE = 900


def page_model(selection: Selection, layout: Layout, *, title: str, lang: str) -> Json:
    """Everything but the vis-network part. Nodes are numbered by their place in `nodes`."""
    number = {key: n for n, key in enumerate(selection.nodes)}
    documents = {node.id for node in selection.of_kind("document")}
    used = Counter(group_of(node).name for node in selection.nodes.values())
    relations = Counter(edge.kind for edge in selection.edges)
    middle = selection.nodes.get(selection.focus)
    seats = {
        (child, document)
        for family in families(selection)
        for document, children in family.children.items()
        for child in children
    }
    return {
        "lang": lang,
        "title": title,
        "focus": number.get(selection.focus),
        "words": PAGE,
        "notice": notice(selection, " ".join(reversed(label_of(middle)))) if middle else None,
        "groups": [
            {"name": g.name, "vi": g.vi, "en": g.en, "colour": g.colour, "count": used[g.name]}
            for g in groups()
            if used[g.name]
        ],
        "relations": [
            {
                "name": kind,
                "vi": EDGE_KINDS[kind].vi,
                "en": EDGE_KINDS[kind].en,
                "colour": stroke_of(kind).colour,
                "dashes": stroke_of(kind).dashes,
                "opacity": stroke_of(kind).opacity,
                "count": relations[kind],
            }
            for kind in sorted(relations, key=lambda kind: stroke_of(kind).rank)
        ],
        "kinds": {kind.name: {"vi": kind.vi, "en": kind.en} for kind in NODE_KINDS.values()},
        "roles": {
            f"{kind}{'>' if source else '<'}": {"vi": vi, "en": en, "rank": stroke_of(kind).rank}
            for (kind, source), (vi, en) in ROLES.items()
        },
        "headings": {name: {"vi": vi, "en": en} for name, (vi, en) in HEADINGS.items()},
        "values": {name: {"vi": vi, "en": en} for name, (vi, en) in VALUES.items()},
        "outline": [[number[document], level] for document, level in _outline(selection)],
        "nodes": [_node(node, selection, number) for node in selection.nodes.values()],
        "edges": [_edge(edge, selection, number, seats) for edge in selection.edges],
        "labels": [
            {
                "node": number[key],
                "lines": list(label.lines),
                "x": round(label.x, 1),
                "y": round(label.y, 1),
                "angle": round(label.angle, 4),
                "align": label.align,
                "size": round(label.size, 1),
            }
            for key, label in sorted(layout.labels.items(), key=lambda entry: (-entry[1].size, number[entry[0]]))
        ],
        "sectors": [
            [number[s.document], *(round(v, 4) for v in (s.x, s.y, s.start, s.end, s.inner, s.outer))]
            for s in layout.sectors
        ],
        "rings": [[round(v, 1) for v in (ring.x, ring.y, ring.radius)] for ring in layout.rings],
        "bounds": [round(v, 1) for v in layout.bounds],
        "dots": [round(v, 1) for v in _around(layout)],
        "small": min((label.size for key, label in layout.labels.items() if key not in documents), default=1000.0),
    }


def headline(node: Node) -> str:
    """A node's heading in the panel and in lists."""
    if node.kind == "document":
        named = " ".join(clean(str(node.props.get(key) or "")) for key in ("doc_type", "symbol")).strip()
        place = clean(str(node.props.get("place") or ""))
        if node.props.get("symbol"):
            return f"{named} ({place})" if place else named
        return shorten(node.label, 120) or named
    if node.kind == "agency":
        return clean(node.label or str(node.props.get("name") or ""))
    return clean(str(node.props.get("text") or node.props.get("subject") or node.label))


def _around(layout: Layout) -> tuple[float, float, float, float]:
    """Left, top, right, bottom of the dots without the words."""
    if not layout.spots:
        return layout.bounds
    return (
        min(spot.x - spot.radius for spot in layout.spots.values()),
        min(spot.y - spot.radius for spot in layout.spots.values()),
        max(spot.x + spot.radius for spot in layout.spots.values()),
        max(spot.y + spot.radius for spot in layout.spots.values()),
    )


def _outline(selection: Selection) -> list[tuple[str, int]]:
    """Every document with its indent, each behind the one it carries out."""
    found: list[tuple[str, int]] = []
    for family in families(selection):
        stack = [(family.root, 0)]
        while stack:
            document, indent = stack.pop()
            found.append((document, indent))
            stack += [(child, indent + 1) for child in reversed(family.children.get(document, ()))]
    return found


def _value(value: Value) -> Value:
    if isinstance(value, list):
        return [clean(part) for part in value]
    return clean(value) if isinstance(value, str) else value


def _node(node: Node, selection: Selection, number: dict[str, int]) -> Json:
    heading = headline(node)
    text = clean(str(node.props.get("title") or "")) if node.kind == "document" else ""
    kept = [key for key, value in node.props.items() if key not in _APART and value not in (None, "", [], False)]
    kept.sort(key=lambda key: (_FIRST.index(key) if key in _FIRST else len(_FIRST), key))
    return {
        "id": node.id,
        "kind": node.kind,
        "group": group_of(node).name,
        "title": shorten(heading, _TEXT),
        "short": " ".join(label_of(node)) if node.kind == "document" else shorten(heading, 44),
        "ref": clean(str(node.props.get("ref") or "")),
        "text": shorten(text, _TEXT),
        "home": number.get(selection.home.get(node.id, "")),
        "props": [[key, _value(node.props[key])] for key in kept],
    }


def _edge(edge: Edge, selection: Selection, number: dict[str, int], seats: set[tuple[str, str]]) -> Json:
    ends = (selection.nodes[edge.source], selection.nodes[edge.target])
    ref = next((str(end.props["ref"]) for end in ends if end.kind in ("task", "target") and end.props.get("ref")), "")
    return {
        "kind": edge.kind,
        "from": number[edge.source],
        "to": number[edge.target],
        "beside": edge.kind == "implements" and (edge.source, edge.target) not in seats,
        "evidence": [
            {
                "document": number.get(said.document, clean(said.document)),
                "ref": clean(ref),
                "quote": shorten(said.quote, _QUOTE),
            }
            for said in edge.evidence
        ],
    }
