"""The graph as the tables an office keeps: duties, documents, figures and bodies, a row each.

The first nine columns of duties are those of the task tables in decisions that assign work (name of the task, who
leads, who takes part, by when, what comes of it).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from graph.folding import fold
from graph.identity import CENTRAL
from graph.model import Edge, Evidence, Node
from graph.store import Store

Cell = str | int | float | date | None

_WORDS = {
    "ingested": "đã nạp",
    "cited": "được dẫn chiếu",
    "target": "chỉ tiêu",
    "assigned": "được giao",
    "achieved": "đã đạt",
    "yearly": "hằng năm",
    "quarterly": "hằng quý",
    "monthly": "hằng tháng",
    "ongoing": "thường xuyên",
    ">=": "≥",
    "<=": "≤",
}


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table; a column is its heading and its width in characters."""

    title: str
    columns: tuple[tuple[str, int], ...]
    rows: Iterable[tuple[Cell, ...]]


def sheets(store: Store) -> tuple[Sheet, ...]:
    """The tables of everything in the store, held in memory."""
    graph = _Graph(store)
    return (
        Sheet("Nhiệm vụ", _TASKS, _numbered(_tasks(graph))),
        Sheet("Văn bản", _DOCUMENTS, _numbered(_documents(graph))),
        Sheet("Chỉ tiêu", _TARGETS, _numbered(_targets(graph))),
        Sheet("Cơ quan", _AGENCIES, _numbered(_agencies(graph))),
    )


_TASKS = (
    ("STT", 6),
    ("Tên nhiệm vụ", 60),
    ("Đơn vị chủ trì thực hiện", 28),
    ("Đơn vị phối hợp", 32),
    ("Ngày hoàn thành", 16),
    ("Sản phẩm", 24),
    ("Địa bàn", 16),
    ("Nguồn gốc", 32),
    ("Trích dẫn", 60),
)
_DOCUMENTS = (
    ("STT", 6),
    ("Số, ký hiệu", 18),
    ("Loại văn bản", 16),
    ("Trích yếu", 60),
    ("Cơ quan ban hành", 28),
    ("Địa bàn", 16),
    ("Ngày ban hành", 14),
    ("Tình trạng", 16),
    ("Thực hiện văn bản", 40),
    ("Số nhiệm vụ", 10),
    ("Số chỉ tiêu", 10),
)
_TARGETS = (
    ("STT", 6),
    ("Nội dung chỉ tiêu", 50),
    ("So sánh", 9),
    ("Giá trị", 12),
    ("Đơn vị tính", 12),
    ("Từ", 12),
    ("Đến", 12),
    ("Tình trạng", 14),
    ("Thuộc chỉ tiêu", 36),
    ("Văn bản giao", 32),
    ("Địa bàn", 16),
    ("Nguồn gốc", 32),
    ("Trích dẫn", 60),
)
_AGENCIES = (
    ("STT", 6),
    ("Tên cơ quan", 48),
    ("Địa bàn", 20),
    ("Nhóm cơ quan", 14),
    ("Số nhiệm vụ chủ trì", 12),
    ("Số nhiệm vụ phối hợp", 12),
    ("Số văn bản ban hành", 12),
)


class _Graph:
    """What the tables look up: nodes by kind, labels at the other end of an edge, where an item stands."""

    def __init__(self, store: Store) -> None:
        self.nodes: dict[str, Node] = {}
        self.kinds: dict[str, list[Node]] = defaultdict(list)
        self._sources: dict[tuple[str, str], list[str]] = defaultdict(list)
        self._targets: dict[tuple[str, str], list[str]] = defaultdict(list)
        self.places: dict[str, Evidence] = {}
        for record in store.records():
            if isinstance(record, Node):
                self.nodes[record.id] = record
                self.kinds[record.kind].append(record)
            elif isinstance(record, Edge):
                self._sources[record.kind, record.target].append(record.source)
                self._targets[record.kind, record.source].append(record.target)
                if record.kind == "contains" and record.evidence:
                    self.places.setdefault(record.target, record.evidence[0])

    def label(self, id: str) -> str:
        return self.nodes[id].label if id in self.nodes else id

    def sources(self, kind: str, target: str) -> str:
        """The labels of what has an edge of this kind to the node, a line each."""
        return _lines(self.label(id) for id in self._sources.get((kind, target), ()))

    def targets(self, kind: str, source: str) -> str:
        return _lines(self.label(id) for id in self._targets.get((kind, source), ()))

    def degree(self, kind: str, source: str) -> int:
        return len(set(self._targets.get((kind, source), ())))

    def in_order(self, kind: str) -> list[Node]:
        """Items by document, each document's as they stand in it."""

        def standing(node: Node) -> tuple[str, int, str]:
            place = self.places.get(node.id)
            return (place.document, place.start, node.id) if place else ("", 0, node.id)

        return sorted(self.kinds[kind], key=standing)

    def document_of(self, item: str) -> Node | None:
        place = self.places.get(item)
        return self.nodes.get(place.document) if place else None

    def origin(self, item: Node) -> str:
        """The document and the item's number in it."""
        document, ref = self.document_of(item.id), _text(item, "ref")
        number = ref if ref.startswith(("Điều", "PL")) or not ref else f"mục {ref}"
        return ", ".join(part for part in (document.label if document else "", number) if part)

    def quote(self, item: Node) -> str:
        place = self.places.get(item.id)
        return place.quote if place else ""


def _tasks(graph: _Graph) -> Iterator[tuple[Cell, ...]]:
    for node in graph.in_order("task"):
        yield (
            _text(node, "text") or node.label,
            graph.sources("leads", node.id),
            graph.sources("supports", node.id),
            _due(node),
            _text(node, "product"),
            _place(graph.document_of(node.id)),
            graph.origin(node),
            graph.quote(node),
        )


def _documents(graph: _Graph) -> Iterator[tuple[Cell, ...]]:
    held = Counter((place.document, graph.nodes[item].kind) for item, place in graph.places.items())

    def order(node: Node) -> tuple[bool, str, str]:
        return _text(node, "status") != "ingested", _text(node, "date"), node.id

    for node in sorted(graph.kinds["document"], key=order):
        yield (
            _text(node, "symbol"),
            _text(node, "doc_type"),
            _text(node, "title") or _text(node, "name") or node.label,
            _text(node, "issuer"),
            _place(node),
            _day(_text(node, "date")),
            _word(node, "status"),
            graph.targets("implements", node.id),
            held[node.id, "task"],
            held[node.id, "target"],
        )


def _targets(graph: _Graph) -> Iterator[tuple[Cell, ...]]:
    for node in graph.in_order("target"):
        value = node.props.get("value")
        yield (
            _text(node, "subject") or node.label,
            _word(node, "comparator"),
            value if isinstance(value, int | float) else _text(node, "value"),
            _text(node, "unit"),
            _day(_text(node, "period_start")),
            _day(_text(node, "period_end")),
            _word(node, "status"),
            graph.targets("part_of", node.id),
            graph.sources("assigns", node.id),
            _place(graph.document_of(node.id)),
            graph.origin(node),
            graph.quote(node),
        )


def _agencies(graph: _Graph) -> Iterator[tuple[Cell, ...]]:
    def duties(node: Node) -> tuple[int, int, str, str]:
        return -graph.degree("leads", node.id), -graph.degree("supports", node.id), fold(node.label), node.id

    for node in sorted(graph.kinds["agency"], key=duties):
        yield (
            node.label,
            _text(node, "place"),
            "có" if node.props.get("collective") is True else "",
            graph.degree("leads", node.id),
            graph.degree("supports", node.id),
            graph.degree("issues", node.id),
        )


def _numbered(rows: Iterable[tuple[Cell, ...]]) -> Iterator[tuple[Cell, ...]]:
    return ((number, *row) for number, row in enumerate(rows, 1))


def _text(node: Node, prop: str) -> str:
    value = node.props.get(prop)
    return "" if value is None else "; ".join(value) if isinstance(value, list) else str(value)


def _word(node: Node, prop: str) -> str:
    code = _text(node, prop)
    return _WORDS.get(code, code)


def _lines(labels: Iterable[str]) -> str:
    return "\n".join(dict.fromkeys(labels))


def _place(document: Node | None) -> str:
    if document is None:
        return ""
    place = _text(document, "place")
    return "Trung ương" if place == CENTRAL or (not place and _text(document, "level") == "central") else place


def _due(task: Node) -> Cell:
    """The day; for a duty that comes again, or has no day, the words of the text."""
    words = _text(task, "deadline_text") or _word(task, "recurrence")
    if _text(task, "recurrence"):
        return words
    return _day(_text(task, "end")) or words


def _day(iso: str) -> Cell:
    """A date for sorting and filtering; a month or a year as people write it."""
    try:
        return date.fromisoformat(iso)
    except ValueError:
        year, _, month = iso.partition("-")
        return f"{month}/{year}" if month else year
