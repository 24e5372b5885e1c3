"""Colours of a picture: those of the vocabulary, and among documents one for each family of types."""

from __future__ import annotations

from dataclasses import dataclass

from graph.folding import fold
from graph.model import Node
from ontology.vocabulary import EDGE_KINDS, NODE_KINDS


@dataclass(frozen=True, slots=True)
class Group:
    """An entry of the legend: nodes that share a colour and are shown or hidden together."""

    name: str
    vi: str
    en: str
    colour: str


# A directive has the vocabulary's colour of a document; the other types stay warm: documents read as one family.
_DOCUMENTS = (
    (Group("directive", "Chỉ thị", "Directives", NODE_KINDS["document"].colour), ("chi thi",)),
    (Group("resolution", "Nghị quyết, kết luận", "Resolutions", "#be185d"), ("nghi quyet", "ket luan", "quy dinh")),
    (Group("decision", "Quyết định", "Decisions", "#ea580c"), ("quyet dinh",)),
    (Group("plan", "Kế hoạch, chương trình", "Plans", "#ca8a04"), ("ke hoach", "chuong trinh", "chien luoc")),
    (Group("scheme", "Đề án, dự án", "Schemes", "#92400e"), ("de an", "du an")),
    (Group("law", "Luật, nghị định, thông tư", "Laws", "#475569"), ("hien phap", "bo luat", "luat", "nghi dinh")),
    (Group("law", "Luật, nghị định, thông tư", "Laws", "#475569"), ("thong tu", "phap lenh")),
)
_OTHER = Group("document", "Văn bản khác", "Other documents", "#78716c")
_KINDS = {
    "task": Group("task", "Nhiệm vụ", "Tasks", NODE_KINDS["task"].colour),
    "target": Group("target", "Chỉ tiêu", "Targets", NODE_KINDS["target"].colour),
    "agency": Group("agency", "Cơ quan", "Agencies", NODE_KINDS["agency"].colour),
}


def group_of(node: Node) -> Group:
    """The legend's entry for a node."""
    if node.kind != "document":
        return _KINDS[node.kind]
    doc_type = fold(str(node.props.get("doc_type") or ""))
    for group, types in _DOCUMENTS:
        if doc_type.startswith(types):
            return group
    return _OTHER


def groups() -> list[Group]:
    """Every entry in the legend's order."""
    return list(dict.fromkeys([group for group, _ in _DOCUMENTS] + [_OTHER, *_KINDS.values()]))


@dataclass(frozen=True, slots=True)
class Stroke:
    """How the edges of a kind are drawn; `rank` orders them, the weightiest first."""

    colour: str
    width: float
    dashes: bool
    opacity: float
    rank: int


_STROKES = {
    "implements": Stroke(NODE_KINDS["document"].colour, 2.2, False, 0.75, 0),
    "approves": Stroke("#ea580c", 1.6, False, 0.6, 1),
    "amends": Stroke("#be185d", 1.4, True, 0.5, 2),
    "replaces": Stroke("#be185d", 1.4, False, 0.5, 3),
    "leads": Stroke(NODE_KINDS["agency"].colour, 1.1, False, 0.5, 4),
    "supports": Stroke(NODE_KINDS["agency"].colour, 0.7, True, 0.2, 5),
    "contains": Stroke(NODE_KINDS["task"].colour, 0.7, False, 0.28, 6),
    "assigns": Stroke(NODE_KINDS["target"].colour, 0.7, False, 0.28, 7),
    "part_of": Stroke(NODE_KINDS["target"].colour, 0.8, True, 0.3, 8),
    "reports_to": Stroke(NODE_KINDS["place"].colour, 0.7, True, 0.25, 9),
    "directs": Stroke(NODE_KINDS["person"].colour, 0.8, False, 0.25, 10),
    "issues": Stroke(NODE_KINDS["provision"].colour, 0.6, False, 0.18, 11),
    "references": Stroke(NODE_KINDS["provision"].colour, 0.7, True, 0.25, 12),
}
_PLAIN = Stroke(NODE_KINDS["provision"].colour, 0.7, False, 0.2, len(EDGE_KINDS))


def stroke_of(kind: str) -> Stroke:
    return _STROKES.get(kind, _PLAIN)
