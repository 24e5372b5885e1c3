"""A made-up graph: a directive, the decision that carries it out, and plans of several provinces with their duties."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from typing import Any

from graph.model import Edge, Evidence, Node

PROVINCES = (
    "Lai Châu",
    "Đắk Lắk",
    "Hậu Giang",
    "Hải Dương",
    "Cần Thơ",
    "Quảng Ninh",
    "Thừa Thiên Huế",
    "Bà Rịa - Vũng Tàu",
    "Nghệ An",
    "Thanh Hóa",
    "Gia Lai",
    "Khánh Hòa",
    "Lâm Đồng",
    "An Giang",
    "Cà Mau",
    "Sơn La",
    "Điện Biên",
    "Vĩnh Long",
    "Đồng Nai",
    "Hà Nội",
    "Đà Nẵng",
    "Hải Phòng",
)
_BODIES = (
    "Sở Xây dựng",
    "Sở Tài chính",
    "Sở Nông nghiệp và Môi trường",
    "Sở Nội vụ",
    "Công an tỉnh",
    "Ban Quản lý Khu kinh tế",
    "Liên đoàn Lao động tỉnh",
    "Ngân hàng Chính sách xã hội tỉnh",
    "Ủy ban nhân dân các huyện, thành phố",
)
_WORK = (
    "Rà soát quỹ đất dành cho nhà ở xã hội trong quy hoạch tỉnh",
    "Lập chương trình phát triển nhà ở giai đoạn 2026 - 2030",
    "Bố trí vốn ngân sách ủy thác cho vay mua nhà ở xã hội",
    "Rút ngắn thủ tục đầu tư dự án nhà ở xã hội",
    "Kiểm tra, thanh tra việc mua bán, cho thuê nhà ở xã hội",
    "Tuyên truyền chính sách nhà ở tới công nhân",
    "Khảo sát nhu cầu nhà ở của công nhân khu công nghiệp",
    "Báo cáo kết quả thực hiện hằng quý",
)


class FakeStore:
    """What the pictures ask of a store, over lists."""

    def __init__(self, nodes: Iterable[Node], edges: Iterable[Edge]) -> None:
        self.all = {node.id: node for node in sorted(nodes, key=lambda node: node.id)}
        self.links = sorted(edges, key=lambda edge: edge.id)

    def nodes(self, ids: Collection[str]) -> dict[str, Node]:
        return {key: node for key, node in self.all.items() if key in ids}

    def nodes_of(self, kinds: Collection[str] | None = None) -> Iterator[Node]:
        return (node for node in self.all.values() if kinds is None or node.kind in kinds)

    def edges(
        self,
        *,
        kinds: Collection[str] | None = None,
        sources: Collection[str] | None = None,
        targets: Collection[str] | None = None,
        documents: Collection[str] | None = None,
        evidence: bool = True,
    ) -> list[Edge]:
        found = []
        near, far = (None if ends is None else set(ends) for ends in (sources, targets))
        for edge in self.links:
            if kinds is not None and edge.kind not in kinds:
                continue
            if (near is not None and edge.source not in near) or (far is not None and edge.target not in far):
                continue
            found.append(edge if evidence else replace(edge, evidence=()))
        return found

    def counts(self) -> dict[str, dict[str, int]]:
        nodes: dict[str, int] = {}
        for node in self.all.values():
            nodes[node.kind] = nodes.get(node.kind, 0) + 1
        return {"nodes": nodes, "edges": {}, "evidence": {"all": 0}}


class Builder:
    def __init__(self) -> None:
        self.nodes: dict[str, Node] = {}
        self.edges: list[Edge] = []

    def node(self, key: str, kind: str, label: str, **props: Any) -> str:
        self.nodes[key] = Node(key, kind, label, props)
        return key

    def edge(self, kind: str, source: str, target: str, document: str, quote: str) -> None:
        said = Evidence(document, 0, len(quote), quote, "made_up", 1.0)
        self.edges.append(Edge(f"{kind}:{source}>{target}", kind, source, target, {}, (said,)))

    def store(self) -> Any:
        return FakeStore(self.nodes.values(), self.edges)


def made_up(provinces: int = 6, tasks: int = 12, targets: int = 4) -> Builder:
    b = Builder()
    directive = b.node(
        "doc:34-ct-tw",
        "document",
        "Chỉ thị 34-CT/TW",
        doc_type="Chỉ thị",
        symbol="34-CT/TW",
        date="2024-05-24",
        issuer="Ban Bí thư",
        level="central",
        status="cited",
        title="Tăng cường sự lãnh đạo của Đảng đối với nhà ở xã hội",
    )
    decision = b.node(
        "doc:927-qd-ttg",
        "document",
        "Quyết định 927/QĐ-TTg",
        doc_type="Quyết định",
        symbol="927/QĐ-TTg",
        date="2024-08-30",
        issuer="Thủ tướng Chính phủ",
        level="central",
        status="ingested",
        title="Kế hoạch thực hiện Chỉ thị 34",
    )
    b.edge(
        "implements", decision, directive, decision, "Kế hoạch thực hiện Chỉ thị số 34-CT/TW ngày 24 tháng 5 năm 2024"
    )
    ministry = b.node("agency:bo-xay-dung", "agency", "Bộ Xây dựng", name="Bộ Xây dựng", level="central")
    for n in range(4):
        task = b.node(f"task:927:{n}", "task", _WORK[n], ref=f"PL.{n + 1}", text=_WORK[n], deadline_text="Năm 2025")
        b.edge("contains", decision, task, decision, _WORK[n])
        b.edge("leads", ministry, task, decision, f"Bộ Xây dựng chủ trì: {_WORK[n]}")
    for p in range(provinces):
        place = PROVINCES[p % len(PROVINCES)] + ("" if p < len(PROVINCES) else f" {p}")
        party = b.node(
            f"doc:kh-tu:{p:03}",
            "document",
            f"Kế hoạch {290 + p}-KH/TU",
            doc_type="Kế hoạch",
            symbol=f"{290 + p}-KH/TU",
            place=place,
            issuer=f"Ban Thường vụ Tỉnh ủy {place}",
            date="2024-10-15",
            status="ingested" if p % 3 else "cited",
            title="Thực hiện Chỉ thị số 34-CT/TW về nhà ở xã hội",
        )
        b.edge("implements", party, directive, party, f"Ban Thường vụ Tỉnh ủy {place} thực hiện Chỉ thị số 34-CT/TW")
        plan = b.node(
            f"doc:kh-ubnd:{p:03}",
            "document",
            f"Kế hoạch {180 + p}/KH-UBND",
            doc_type="Kế hoạch",
            symbol=f"{180 + p}/KH-UBND",
            place=place,
            issuer=f"Ủy ban nhân dân tỉnh {place}",
            date="2024-11-29",
            status="ingested",
            title="Triển khai phát triển nhà ở xã hội trên địa bàn tỉnh",
        )
        b.edge(
            "implements", plan, party if p % 4 else decision, plan, f"triển khai {290 + p}-KH/TU của Tỉnh ủy {place}"
        )
        if p % 2:
            b.edge("implements", plan, decision, plan, "theo Quyết định số 927/QĐ-TTg của Thủ tướng Chính phủ")
        bodies = [
            b.node(f"agency:{p:03}:{n}", "agency", f"{name} {place}", name=name, place=place, collective="các" in name)
            for n, name in enumerate(_BODIES)
        ]
        section = b.node(f"provision:{p:03}:v", "provision", "V", ref="V", heading="Tổ chức thực hiện")
        b.edge("contains", plan, section, plan, "V. Tổ chức thực hiện")
        for n in range(tasks + p % 5):
            words = _WORK[n % len(_WORK)]
            task = b.node(
                f"task:{p:03}:{n:03}", "task", words, ref=f"PL.{n + 1}", text=words, deadline_text="Quý II/2026"
            )
            b.edge("contains", section if n % 3 == 0 else plan, task, plan, words)
            lead = bodies[n % len(bodies)]
            b.edge("leads", lead, task, plan, f"{_BODIES[n % len(bodies)]} chủ trì {words.lower()}")
            for k in (2, 5):
                b.edge("supports", bodies[(n + k) % len(bodies)], task, plan, "phối hợp với các cơ quan có liên quan")
            if n == 0:
                b.edge("supports", ministry, task, plan, "xin ý kiến Bộ Xây dựng")
        for n in range(targets):
            words = f"Hoàn thành {100 * (n + 1)} căn nhà ở xã hội năm {2025 + n}"
            target = b.node(
                f"target:{p:03}:{n}",
                "target",
                words,
                ref=f"I.{n + 1}",
                subject=words,
                value=100 * (n + 1),
                unit="căn",
                period_end=str(2025 + n),
                status="target",
            )
            b.edge("contains", plan, target, plan, words)
    return b
