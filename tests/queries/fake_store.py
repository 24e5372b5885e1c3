"""A store in memory, built from lists: enough to ask the questions of, and it counts the calls."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from types import TracebackType
from typing import Self

from graph.folding import fold
from graph.identity import agency_id, edge_id, edge_number, item_id
from graph.labels import label
from graph.model import Edge, Evidence, Node, Text, surest
from graph.reading import AgencyKey, Finding, ItemKey, Reading
from graph.store import Held, Part, Role, Step, first_stated


class FakeStore:
    """The reading half of `graph.store.Store`. `calls` counts every operation."""

    def __init__(
        self,
        nodes: Iterable[Node] = (),
        edges: Iterable[Edge] = (),
        texts: dict[str, str] | None = None,
        findings: dict[str, list[Finding]] | None = None,
        lines: dict[str, list[tuple[int, int]]] | None = None,
    ) -> None:
        self._nodes = {node.id: node for node in sorted(nodes, key=lambda node: node.id)}
        self._edges = sorted(edges, key=lambda edge: edge.id)
        self._texts = texts or {}
        self._findings = findings or {}
        self._lines = lines or {}
        self.calls: Counter[str] = Counter()

    def put(self, reading: Reading, digest: str) -> str:
        raise NotImplementedError

    def remove(self, document: str) -> None:
        raise NotImplementedError

    def load(self, records: Iterable[Text | Node | Edge]) -> None:
        raise NotImplementedError

    def held(self) -> list[Held]:
        self.calls["held"] += 1
        ingested = (n for n in self._nodes.values() if n.props.get("status") == "ingested")
        return [Held(str(n.props.get("source") or n.id), n.id, "", True) for n in ingested]

    def findings(self, document: str) -> list[Finding]:
        self.calls["findings"] += 1
        return list(self._findings.get(document, []))

    def lines(self, document: str) -> list[tuple[int, int]]:
        self.calls["lines"] += 1
        return list(self._lines.get(document, []))

    def revision(self) -> str:
        self.calls["revision"] += 1
        return "1"

    def nodes(self, ids: Collection[str]) -> dict[str, Node]:
        self.calls["nodes"] += 1
        return {id: self._nodes[id] for id in sorted(ids) if id in self._nodes}

    def nodes_of(self, kinds: Collection[str] | None = None) -> Iterator[Node]:
        self.calls["nodes_of"] += 1
        return iter([node for node in self._nodes.values() if kinds is None or node.kind in kinds])

    def find(self, kind: str, prop: str, values: Collection[str]) -> list[Node]:
        self.calls["find"] += 1
        wanted = {fold(value) for value in values}
        return [
            n for n in self._nodes.values() if n.kind == kind and prop in n.props and fold(str(n.props[prop])) in wanted
        ]

    def edges(
        self,
        *,
        kinds: Collection[str] | None = None,
        sources: Collection[str] | None = None,
        targets: Collection[str] | None = None,
        documents: Collection[str] | None = None,
        evidence: bool = True,
        others: bool = True,
    ) -> list[Edge]:
        self.calls["edges"] += 1
        sources, targets = (None if ends is None else set(ends) for ends in (sources, targets))
        found = [
            edge
            for edge in self._edges
            if (kinds is None or edge.kind in kinds)
            and (sources is None or edge.source in sources)
            and (targets is None or edge.target in targets)
            and (documents is None or any(item.document in documents for item in edge.evidence))
        ]
        if not evidence:
            return [replace(edge, evidence=()) for edge in found]
        if documents is None or others:
            return found
        return [
            replace(edge, evidence=tuple(proof for proof in edge.evidence if proof.document in documents))
            for edge in found
        ]

    def items(self, documents: Collection[str], kinds: Collection[str], stating: str = "") -> list[Node]:
        self.calls["items"] += 1
        return [
            node
            for node in self._nodes.values()
            if node.kind in kinds
            and node.id.partition("#")[0] in documents
            and "#" in node.id
            and (not stating or stating in node.props)
        ]

    def parts(
        self, documents: Collection[str] | None, kinds: Collection[str], *, bodies: Collection[str] | None = None
    ) -> list[Part]:
        self.calls["parts"] += 1
        return sorted(
            {
                Part(edge.kind, edge.source, edge.target)
                for edge in self._edges
                if edge.kind in kinds
                and "#task:" in edge.target
                and (documents is None or edge.target.partition("#")[0] in documents)
                and (bodies is None or edge.source in bodies)
            }
        )

    def roles(self, tasks: Collection[str], kinds: Collection[str]) -> list[Role]:
        self.calls["roles"] += 1
        told = (edge for edge in self._edges if edge.kind in kinds and edge.target in tasks)
        return first_stated(
            Role(edge.target, min((proof.start for proof in edge.evidence), default=0), edge.source, edge.kind)
            for edge in told
        )

    def degrees(
        self, ids: Collection[str], kinds: Collection[str] | None = None
    ) -> dict[str, dict[tuple[str, bool], int]]:
        self.calls["degrees"] += 1
        found: dict[str, Counter[tuple[str, bool]]] = {}
        for edge in self._edges:
            for end, starts in ((edge.source, True), (edge.target, False)):
                if end in ids and (kinds is None or edge.kind in kinds):
                    found.setdefault(end, Counter())[edge.kind, starts] += 1
        return {id: dict(counted) for id, counted in found.items()}

    def walk(
        self, starts: Collection[str], kinds: Collection[str], *, down: bool, depth: int = 12, limit: int = 10_000
    ) -> list[Step]:
        self.calls["walk"] += 1
        steps: list[Step] = []
        reached, frontier, met = set(starts), set(starts), set()
        for level in range(1, depth + 1):
            following = set()
            for edge in self._edges:
                here, there = (edge.target, edge.source) if down else (edge.source, edge.target)
                if edge.kind in kinds and here in frontier and edge.id not in met:
                    met.add(edge.id)
                    proof = surest(edge.evidence)
                    steps.append(Step(level, replace(edge, evidence=(proof,) if proof else ())))
                    following.add(there)
            frontier = following - reached
            reached |= frontier
            if not frontier:
                break
        return steps[:limit]

    def texts(self, documents: Collection[str]) -> dict[str, str]:
        self.calls["texts"] += 1
        return {document: self._texts[document] for document in sorted(documents) if document in self._texts}

    def search(self, text: str, kinds: Collection[str] | None = None, limit: int = 50) -> list[Node]:
        self.calls["search"] += 1
        asked = fold(text).split()
        found = []
        for node in self._nodes.values():
            here = fold(
                " ".join([node.label, *(str(node.props.get(p, "")) for p in ("symbol", "name", "title", "text"))])
            )
            if (kinds is None or node.kind in kinds) and all(word in here for word in asked):
                found.append(node)
        return found[:limit]

    def counts(self) -> dict[str, dict[str, int]]:
        self.calls["counts"] += 1
        return {
            "nodes": dict(Counter(node.kind for node in self._nodes.values())),
            "edges": dict(Counter(edge.kind for edge in self._edges)),
            "evidence": {"all": sum(len(edge.evidence) for edge in self._edges)},
        }

    def records(self) -> Iterator[Text | Node | Edge]:
        yield from (Text(document, text) for document, text in sorted(self._texts.items()))
        yield from self._nodes.values()
        yield from self._edges

    def close(self) -> None:
        pass

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


# -- building


def document(id: str, symbol: str = "", **props: object) -> Node:
    props = {"status": "cited", **({"symbol": symbol} if symbol else {}), **props}
    return Node(id, "document", label("document", props), props)  # type: ignore[arg-type]


def agency(name: str, place: str = "", *, collective: bool = False, **props: object) -> Node:
    props = {"name": name, "collective": collective, **({"place": place} if place else {}), **props}
    return Node(agency_id(AgencyKey(name, place, collective)), "agency", label("agency", props), props)  # type: ignore[arg-type]


def item(document: str, kind: str, ref: str, text: str = "", n: int = 1, /, **props: object) -> Node:
    props = {"ref": ref, **({"text": text} if text else {}), **props}
    return Node(item_id(document, ItemKey(kind, ref, n)), kind, text or ref, props)  # type: ignore[arg-type]


def edge(kind: str, source: str, target: str, said_in: str = "", quote: str = "", /, **props: object) -> Edge:
    """An edge; its evidence stands where `grounded` puts it."""
    evidence = (Evidence(said_in, 0, len(quote), quote, f"test.{kind}", 0.9),) if said_in else ()
    id = edge_id(kind, edge_number(kind, source, target, props))  # type: ignore[arg-type]
    return Edge(id, kind, source, target, props, evidence)  # type: ignore[arg-type]


def contains(*items: Node) -> list[Edge]:
    """Each item held by the document in its id, with its own words as evidence."""
    held_by = [node.id.split("#")[0] for node in items]
    return [
        edge("contains", document, node.id, document, str(node.props.get("text") or node.label))
        for document, node in zip(held_by, items, strict=True)
    ]


def grounded(edges: Iterable[Edge]) -> tuple[list[Edge], dict[str, str]]:
    """The edges and the texts that say them: every quote on a line of its own, in the order given."""
    texts: dict[str, str] = {}
    placed = []
    for statement in edges:
        proofs = []
        for proof in statement.evidence:
            start = len(texts.get(proof.document, ""))
            texts[proof.document] = f"{texts.get(proof.document, '')}{proof.quote}.\n"
            proofs.append(replace(proof, start=start, end=start + len(proof.quote)))
        placed.append(replace(statement, evidence=tuple(proofs)))
    return placed, texts
