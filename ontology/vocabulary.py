"""Every kind of node and edge, with labels, IRI and allowed ends: stores, exports and pictures take them from here."""

from __future__ import annotations

from dataclasses import dataclass

NAMESPACE = "https://w3id.org/chithi/ontology#"


def _camel(name: str) -> str:
    head, *rest = name.split("_")
    return head + "".join(word.capitalize() for word in rest)


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
        return NAMESPACE + _camel(self.name)

    def label(self, lang: str) -> str:
        return self.vi if lang == "vi" else self.en

    def allows(self, source: str, target: str) -> bool:
        return (source, target) in self.ends


@dataclass(frozen=True, slots=True)
class Prop:
    """A property. `type` is `text`, `flag`, `number`, `day` (ISO, may be a year or a month only), `moment`, or the kind
    of the node whose id it holds. `many`: a list; `required`: never absent; `values`: all it may be, when listed."""

    name: str
    type: str
    vi: str
    en: str
    many: bool = False
    required: bool = False
    values: tuple[str, ...] = ()

    @property
    def iri(self) -> str:
        return NAMESPACE + _camel(self.name)

    def label(self, lang: str) -> str:
        return self.vi if lang == "vi" else self.en


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

_REF = Prop("ref", "text", "mục", "ref", required=True)
_NAME = Prop("name", "text", "tên", "name", required=True)
_LEVEL = Prop("level", "text", "cấp", "level", values=("central", "province", "any"))
_BRANCHES = ("party", "government", "assembly", "front", "judiciary", "bank", "press")

# The properties of the nodes of each kind, in the order they are shown.
PROPS: dict[str, tuple[Prop, ...]] = {
    "document": (
        Prop("doc_type", "text", "loại văn bản", "document type"),
        Prop("symbol", "text", "số, ký hiệu", "number and symbol"),
        Prop("name", "text", "tên", "name"),
        Prop("date", "day", "ngày ban hành", "date"),
        Prop("title", "text", "trích yếu", "title"),
        Prop("issuer", "text", "cơ quan ban hành", "issuer"),
        Prop("place", "text", "địa bàn", "place"),
        _LEVEL,
        Prop("branch", "text", "khối", "branch", values=_BRANCHES),
        Prop("status", "text", "tình trạng", "status", required=True, values=("ingested", "cited")),
        Prop("source", "text", "tệp nguồn", "source file"),
        Prop("sha256", "text", "SHA-256", "SHA-256"),
        Prop("signed_at", "moment", "ký số lúc", "signed at"),
        Prop("recipients", "text", "nơi nhận", "recipients", many=True),
        Prop("inferred", "text", "trường được suy ra", "inferred fields", many=True),
        Prop("unresolved", "flag", "chưa xác định", "unresolved"),
        Prop("candidates", "document", "văn bản có thể là", "candidates", many=True),
        Prop("same_as", "document", "cũng là văn bản", "same as", many=True),
    ),
    "provision": (
        _REF,
        Prop("heading", "text", "đề mục", "heading"),
        Prop("unassigned", "flag", "chưa giao cho ai", "names nobody to do it"),
        Prop("text", "text", "nội dung", "text"),
    ),
    "agency": (
        _NAME,
        Prop("collective", "flag", "tập thể", "collective"),
        _LEVEL,
        Prop("branch", "text", "khối", "branch", values=_BRANCHES),
        Prop("place", "text", "địa bàn", "place"),
        Prop("valid_from", "day", "có từ", "valid from"),
        Prop("valid_to", "day", "đến", "valid to"),
    ),
    "task": (
        _REF,
        Prop("text", "text", "nội dung", "text", required=True),
        Prop("deadline_text", "text", "thời gian thực hiện", "deadline as written"),
        Prop("start", "day", "bắt đầu", "start"),
        Prop("end", "day", "kết thúc", "end"),
        Prop("recurrence", "text", "định kỳ", "recurrence", values=("yearly", "quarterly", "monthly", "ongoing")),
        Prop("product", "text", "sản phẩm", "product"),
    ),
    "target": (
        _REF,
        Prop("subject", "text", "nội dung chỉ tiêu", "subject", required=True),
        Prop("value", "number", "giá trị", "value", required=True),
        Prop("value_max", "number", "giá trị trên", "upper value"),
        Prop("unit", "text", "đơn vị tính", "unit"),
        Prop("comparator", "text", "so sánh", "comparator", required=True, values=("=", ">=", "<=", ">", "<")),
        Prop("period_start", "day", "từ năm", "period start"),
        Prop("period_end", "day", "đến năm", "period end"),
        Prop("status", "text", "tình trạng", "status", required=True, values=("target", "assigned", "achieved")),
    ),
    "place": (_NAME,),
    "person": (_NAME, Prop("position", "text", "chức vụ", "position")),
}

# What an edge says besides its ends.
EDGE_PROPS: dict[str, tuple[Prop, ...]] = {
    "directs": (Prop("task", "task", "về nhiệm vụ", "in the task"),),
    "succeeds": (
        Prop("date", "day", "từ ngày", "since"),
        Prop("source", "text", "căn cứ", "source"),
        Prop("function", "text", "phần việc", "function"),
    ),
}
