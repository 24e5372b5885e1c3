"""How well the graph reads documents that a careful reader annotated: precision, recall and accuracy.

The rules of the comparison and the figures are those of the gold annotations' own scorer.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Any

from graph.model import Edge, Evidence, Node, Props, Text
from graph.store import Store
from queries import spellings
from queries.spellings import likeness, nearest, plain
from queries.tally import Figure, Tally

Gold = Mapping[str, Any]
"""One annotation file, as parsed: it describes one document, named by the file's name in `file`."""

CITING = frozenset(("implements", "references", "amends", "approves", "replaces", "assigns"))
RELATIONS = frozenset(("implements", "approves", "amends"))
SAME_TEXT = 0.6
_ASKED = ("file", "document", "implements", "relations", "citations", "recipients", "tasks", "targets")


@dataclass(frozen=True, slots=True)
class EvaluationReport:
    """The figures over all documents, and for each annotated file what was missed or wrong."""

    figures: tuple[Figure, ...]
    misses: tuple[tuple[str, tuple[str, ...]], ...]

    def by_name(self) -> dict[str, dict[str, float]]:
        return {figure.name: figure.values() for figure in self.figures}


class GoldError(ValueError):
    """A file that is no gold annotation; the message names it and what is wrong."""


def read_gold(path: Path) -> Gold:
    """The annotation in a file. Raises GoldError, and OSError when it cannot be opened."""
    try:
        gold = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise GoldError(f"{path}: it is not JSON in UTF-8 ({error}); give a gold annotation") from error
    missing = [key for key in _ASKED if key not in gold] if isinstance(gold, dict) else list(_ASKED)
    if missing:
        raise GoldError(f"{path}: it is not a gold annotation, {', '.join(missing)} is missing")
    found: Gold = gold
    return found


def evaluation(store: Store, gold: Sequence[Gold]) -> EvaluationReport:
    """The report for what a store holds of the annotated documents."""
    return evaluate(annotated_records(store, [item["file"] for item in gold]), gold)


def evaluate(records: Iterable[Text | Node | Edge], gold: Sequence[Gold]) -> EvaluationReport:
    """The report for the records of a graph; a gold document that is not among them counts as missed."""
    graph, tally = _Graph(records), Tally()
    misses = []
    for item in gold:
        before = len(tally.details)
        document = graph.document(item["file"])
        tally.compare("documents", {item["file"]}, {item["file"]} if document else set())
        if document:
            _Comparison(graph, item, document, tally).run()
        misses.append((str(item["file"]), tuple(tally.details[before:])))
    return EvaluationReport(tally.figures(), tuple(misses))


def annotated_records(store: Store, files: Sequence[str]) -> Iterator[Text | Node | Edge]:
    """The records of a store that bear on these documents: texts, what they say, and who has a part in their tasks."""
    stems = {_stem(name) for name in files}
    held = [node.id for node in store.nodes_of(["document"]) if _stem(node.props.get("source")) in stems]
    edges = {edge.id: edge for edge in store.edges(documents=held)}
    tasks = {edge.target for edge in edges.values() if edge.kind == "contains"}
    edges |= {edge.id: edge for edge in store.edges(kinds=["leads", "supports"], targets=tasks)}
    edges |= {edge.id: edge for edge in store.edges(kinds=["issues", "signs"], targets=held)}
    ends = {end for edge in edges.values() for end in (edge.source, edge.target)}
    yield from (Text(document, text) for document, text in sorted(store.texts(held).items()))
    yield from (node for _, node in sorted(store.nodes(ends | set(held)).items()))
    yield from (edges[id] for id in sorted(edges))


def _stem(source: object) -> str:
    return PurePosixPath(str(source or "")).stem


def _year(date: object) -> str:
    return str(date or "")[:4]


class _Graph:
    """The records, indexed by document and target."""

    def __init__(self, records: Iterable[Text | Node | Edge]) -> None:
        self.nodes: dict[str, Node] = {}
        self.texts: dict[str, str] = {}
        self.said: defaultdict[str, list[tuple[Edge, Evidence]]] = defaultdict(list)
        self.into: defaultdict[str, list[Edge]] = defaultdict(list)
        for record in records:
            match record:
                case Node():
                    self.nodes[record.id] = record
                case Text():
                    self.texts[record.document] = record.text
                case Edge():
                    self.into[record.target].append(record)
                    for item in record.evidence:
                        self.said[item.document].append((record, item))

    def document(self, file: str) -> Node | None:
        """The document that was read from a file of this name, whatever its folder and suffix."""
        held = (node for node in self.nodes.values() if node.kind == "document")
        return next((node for node in held if _stem(node.props.get("source")) == _stem(file)), None)

    def kind(self, id: str) -> str:
        return self.nodes[id].kind

    def sources(self, kind: str, target: str) -> list[str]:
        """Labels of the nodes from which edges of a kind come."""
        return [self.nodes[edge.source].label for edge in self.into[target] if edge.kind == kind]

    def name(self, id: str) -> str:
        """A document by its symbol, or by its words when it has none."""
        node = self.nodes[id]
        number = node.props.get("symbol")
        return spellings.symbol(number) if number else spellings.work(node.props.get("name") or node.label)


def _named(item: Gold) -> str:
    return spellings.symbol(item["symbol"]) if item.get("symbol") else spellings.work(item.get("name"))


@dataclass
class _Comparison:
    """One document of the graph against its annotation."""

    graph: _Graph
    gold: Gold
    document: Node
    tally: Tally

    def run(self) -> None:
        self.head()
        self.citations()
        self.relations()
        if "agencies" in self.gold:
            self.agencies()
        self.tasks()
        self.targets()
        self.spans()

    @property
    def place(self) -> str:
        return self.gold["document"].get("place") or ""

    @property
    def said(self) -> list[tuple[Edge, Evidence]]:
        return self.graph.said[self.document.id]

    @cached_property
    def document_edges(self) -> list[Edge]:
        """What the document says between two documents, the edges that only name one aside."""
        edges = (edge for edge, _ in self.said if edge.kind in CITING)
        return [e for e in edges if self.graph.kind(e.source) == self.graph.kind(e.target) == "document"]

    def held(self, kind: str, relations: Sequence[str]) -> dict[str, Props]:
        """The tasks or targets that the document says stand in it, by id."""
        ids = {e.target for e, _ in self.said if e.kind in relations and self.graph.kind(e.target) == kind}
        return {id: self.graph.nodes[id].props for id in sorted(ids)}

    def partial(self, kind: str) -> bool:
        return kind in self.gold.get("partial", ())

    def head(self) -> None:
        head, props, exact = self.gold["document"], self.document.props, self.tally.exact
        exact("field.type", plain(head["type"]), plain(props.get("doc_type")))
        exact("field.symbol", spellings.symbol(head["symbol"]), spellings.symbol(props.get("symbol")))
        exact("field.date", head["date"] or "", props.get("date") or "")
        alike = likeness(plain(head["title"]), plain(props.get("title"))) > 0.97
        exact("field.title", True, alike or props.get("title"))
        exact("field.place", plain(self.place), plain(props.get("place")))
        issuers = [spellings.agency(name, self.place) for name in self.graph.sources("issues", self.document.id)]
        exact("field.issuer", [spellings.agency(head["issuer"], self.place)], issuers)
        if head.get("signer"):
            signers = [plain(name) for name in self.graph.sources("signs", self.document.id)]
            exact("field.signer", [plain(head["signer"]["name"])], signers)
        recipients = props.get("recipients")
        lines = recipients if isinstance(recipients, list | tuple) else []
        self.tally.compare("recipients", {plain(x) for x in self.gold["recipients"]}, {plain(x) for x in lines})

    def citations(self) -> None:
        dates: defaultdict[str, set[object]] = defaultdict(set)
        for edge, _ in self.said:
            for end in (edge.source, edge.target) if edge.kind in CITING else ():
                if end != self.document.id and self.graph.kind(end) == "document":
                    dates[self.graph.name(end)].add(self.graph.nodes[end].props.get("date") or "")
        aims = {_named(item) for item in self.gold["implements"]}
        wanted = {_named(item) for item in self.gold["citations"] if not item.get("optional")}
        allowed = {_named(item) for item in self.gold["citations"] if item.get("optional")} | aims
        self.tally.compare("citations", wanted, {nearest(name, wanted | allowed) for name in dates}, allowed)
        for item in self.gold["citations"]:
            name = _named(item)
            if item.get("symbol") and len(item.get("date") or "") == len("2024-05-24") and name in dates:
                found = item["date"] in dates[name] or f"{name}: {sorted(dates[name], key=str)}"
                self.tally.exact("field.citation_date", True, found)
        edges = (e for e in self.document_edges if e.kind == "implements" and e.source == self.document.id)
        self.tally.compare("implements", aims, {nearest(self.graph.name(e.target), aims) for e in edges})

    def relations(self) -> None:
        """Only the listed relations between two other documents are asked for; more are other readings, not errors."""
        stated = [r for r in self.gold["relations"] if r["kind"] in RELATIONS]
        names = {_named(r[end]) for r in stated for end in ("from", "to")}
        wanted = {(_named(r["from"]), r["kind"], _named(r["to"])) for r in stated if not r.get("optional")}
        found = {
            (nearest(self.graph.name(e.source), names), e.kind, nearest(self.graph.name(e.target), names))
            for e in self.document_edges
            if e.kind in RELATIONS and self.document.id not in (e.source, e.target)
        }
        self.tally.compare("relations", wanted, found, found)

    def agencies(self) -> None:
        edges = [edge for edge, _ in self.said if edge.kind != "receives"]
        ids = {end for edge in edges for end in (edge.source, edge.target) if self.graph.kind(end) == "agency"}
        found = {spellings.agency(self.graph.nodes[id].label, self.place) for id in ids}
        known: set[str] = set()
        for item in self.gold["agencies"]:
            names = {spellings.agency(name, self.place) for name in (item["name"], *item["surface"])}
            known |= names
            if item.get("optional"):
                continue
            hit = not names.isdisjoint(found)
            self.tally.add("agencies.recall", hit=int(hit), miss=int(not hit))
            if not hit:
                self.tally.details.append(f"agencies: missed {item['name']}")
        self.tally.add("agencies.recall")  # the figure stands even when every agency is optional
        self.tally.details += [f"agencies: not in gold {name}" for name in sorted(found - known)]

    def body(self, name: object) -> str:
        """The annotation's own name of a body that it also lists as written."""
        written = spellings.agency(name, self.place)
        return self.names_as_written.get(written, written)

    @cached_property
    def names_as_written(self) -> dict[str, str]:
        agencies = self.gold.get("agencies", ())
        pairs = ((written, item["name"]) for item in agencies for written in item["surface"])
        return {spellings.agency(w, self.place): spellings.agency(name, self.place) for w, name in pairs}

    def tasks(self) -> None:
        found = self.held("task", ["contains"])
        match = self.pair_tasks(found)
        for i, item in enumerate(self.gold["tasks"]):
            if item.get("optional"):
                continue
            ref, task = item["ref"], match.get(i)
            self.tally.compare("tasks", {ref}, {ref} if task else set())
            for kind in ("leads", "supports"):
                wanted = {(ref, self.body(name)) for name in item[kind]}
                parties = {(ref, self.body(name)) for name in self.graph.sources(kind, task)} if task else set()
                self.tally.compare(f"tasks.{kind}", wanted, parties)
            if task:
                due, fields = item.get("deadline") or {}, ("start", "end", "recurrence")
                self.tally.exact(
                    "field.deadline",
                    {k: due.get(k) or None for k in fields},
                    {k: found[task].get(k) or None for k in fields},
                )
        extra = [] if self.partial("tasks") else [id for id in found if id not in match.values()]
        self.tally.add("tasks", wrong=len(extra))
        self.tally.details += [
            f"tasks: not in gold {found[t].get('ref')}: {str(found[t].get('text'))[:80]}" for t in extra
        ]

    def pair_tasks(self, found: Mapping[str, Props]) -> dict[int, str]:
        """Which task is which, by likeness of text and then by ref, the best pair first; each is taken once."""
        pairs = []
        for i, item in enumerate(self.gold["tasks"]):
            for id, props in found.items():
                ratio = _same_duty(plain(item["text"]), plain(props.get("text"))) + 0.01 * (
                    props.get("ref") == item["ref"]
                )
                if ratio >= SAME_TEXT:
                    pairs.append((-ratio, i, id))
        match: dict[int, str] = {}
        taken: set[str] = set()
        for _, i, id in sorted(pairs):
            if i not in match and id not in taken:
                match[i] = id
                taken.add(id)
        return match

    def targets(self) -> None:
        left = self.held("target", ["contains", "sets"])
        stated = [item for item in self.gold["targets"] if item["value"] is not None]
        # The optional ones last, so that none of them takes a figure that is asked for.
        for item in sorted(stated, key=lambda item: bool(item.get("optional"))):
            period = item.get("period") or {}
            same = [id for id, props in left.items() if _amount(props) == _amount(item)]
            best = max(
                same,
                key=lambda id: (
                    2 * (_year(left[id].get("period_end")) == _year(period.get("end")))
                    + (left[id].get("ref") == item["ref"])
                ),
                default=None,
            )
            props = left.pop(best) if best else None
            if item.get("optional"):
                continue
            ref, value = item["ref"], item["value"]
            label = {(ref, value, spellings.unit(item["unit"]))}
            self.tally.compare("targets", label, label if props else set())
            if props:
                wanted, got = ((_year(p.get(a)), _year(p.get(b))) for p, a, b in _periods(period, props))
                self.tally.exact("field.target_period", (ref, value, *wanted), (ref, value, *got))
                comparators = ((ref, value, item["comparator"]), (ref, value, props.get("comparator")))
                self.tally.exact("field.target_comparator", *comparators)
        extra = [] if self.partial("targets") else list(left.values())
        self.tally.add("targets", wrong=len(extra))
        self.tally.details += [f"targets: not in gold {p.get('ref')} {p.get('value')} {p.get('unit')}" for p in extra]

    def spans(self) -> None:
        """Every quote stands where its offsets say."""
        text = self.graph.texts.get(self.document.id)
        for edge, item in self.said:
            good = text is not None and item.start < item.end and text[item.start : item.end] == item.quote
            self.tally.add("field.spans", hit=int(good), miss=int(not good))
            if not good:
                self.tally.details.append(f"span: {edge.kind} {item.start}:{item.end} is not {item.quote[:60]!r}")


def _periods(wanted: Mapping[str, Any], got: Props) -> tuple[tuple[Mapping[str, Any], str, str], ...]:
    return (wanted, "start", "end"), (got, "period_start", "period_end")


def _amount(figure: Mapping[str, Any]) -> tuple[float, str] | None:
    value = figure.get("value")
    return None if value is None else (float(value), spellings.unit(figure.get("unit")))


def _same_duty(wanted: str, found: str) -> float:
    """1 when one text begins as a part of the other: annotators cut a duty's text shorter or longer."""
    if min(len(wanted), len(found)) > 30 and (wanted[:60] in found or found[:60] in wanted):
        return 1.0
    return likeness(wanted, found, at_least=SAME_TEXT - 0.02)
