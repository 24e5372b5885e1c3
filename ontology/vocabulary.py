"""Every kind of node and edge, with labels, IRI and allowed ends: stores, exports and pictures take them from here."""

from __future__ import annotations

from dataclasses import dataclass

NAMESPACE = "https://w3id.org/chithi/ontology#"


@dataclass(frozen=True, slots=True)
class NodeKind:
    """A kind of node; `colour` is a CSS colour for pictures."""

    name: str
    vi: str
    en: str
    colour: str

    @property
    def iri(self) -> str:
        return NAMESPACE + self.name.capitalize()

    def label(self, lang: str) -> str:
        return self.vi if lang == "vi" else self.en


@dataclass(frozen=True, slots=True)
class EdgeKind:
    """A kind of edge; `ends` lists the allowed (source kind, target kind) pairs."""

    name: str
    vi: str
    en: str
    ends: tuple[tuple[str, str], ...]

    @property
    def iri(self) -> str:
        head, *rest = self.name.split("_")
        return NAMESPACE + head + "".join(word.capitalize() for word in rest)

    def label(self, lang: str) -> str:
        return self.vi if lang == "vi" else self.en

    def allows(self, source: str, target: str) -> bool:
        return (source, target) in self.ends


def _ends(sources: str, targets: str) -> tuple[tuple[str, str], ...]:
    return tuple((s, t) for s in sources.split() for t in targets.split())


NODE_KINDS: dict[str, NodeKind] = {
    kind.name: kind
    for kind in (
        NodeKind("document", "văn bản", "document", "#b91c1c"),
        NodeKind("provision", "điều khoản", "provision", "#78716c"),
        NodeKind("agency", "cơ quan", "agency", "#15803d"),
        NodeKind("task", "nhiệm vụ", "task", "#1d4ed8"),
        NodeKind("target", "chỉ tiêu", "target", "#7e22ce"),
        NodeKind("place", "địa bàn", "place", "#0f766e"),
        NodeKind("person", "người ký", "person", "#a16207"),
    )
}

EDGE_KINDS: dict[str, EdgeKind] = {
    kind.name: kind
    for kind in (
        EdgeKind("implements", "thực hiện", "implements", _ends("document", "document") + _ends("task", "provision")),
        EdgeKind("references", "dẫn chiếu", "references", _ends("document", "document")),
        EdgeKind("amends", "sửa đổi, bổ sung", "amends", _ends("document", "document")),
        EdgeKind("replaces", "thay thế", "replaces", _ends("document", "document")),
        EdgeKind("approves", "phê duyệt", "approves", _ends("document", "document")),
        EdgeKind("issues", "ban hành", "issues", _ends("agency", "document")),
        EdgeKind("receives", "nhận", "receives", _ends("agency", "document")),
        EdgeKind("signs", "ký", "signs", _ends("person", "document")),
        EdgeKind(
            "contains",
            "gồm",
            "contains",
            _ends("document provision", "provision task target"),
        ),
        EdgeKind("leads", "chủ trì", "leads", _ends("agency", "task")),
        EdgeKind("supports", "phối hợp", "supports", _ends("agency", "task")),
        EdgeKind("directs", "chỉ đạo", "directs", _ends("agency", "agency")),
        EdgeKind("reports_to", "báo cáo", "reports to", _ends("task", "agency")),
        EdgeKind("assigns", "giao", "assigns", _ends("document", "target")),
        EdgeKind("mentions", "nhắc đến", "mentions", _ends("document provision", "agency place")),
        EdgeKind(
            "part_of",
            "thuộc",
            "part of",
            _ends("target", "target") + _ends("agency", "agency") + _ends("place", "place"),
        ),
        EdgeKind("succeeds", "kế tục", "succeeds", _ends("agency", "agency") + _ends("place", "place")),
        EdgeKind("located_in", "ở", "located in", _ends("agency", "place") + _ends("place", "place")),
    )
}
