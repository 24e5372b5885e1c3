"""What is missing: duties that nobody answers for, texts to collect next, names that stayed open."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from graph.model import Edge, Node, surest
from graph.store import Store
from queries.missing import not_held, unplanned
from queries.names import place_key, words
from queries.origin import items_in, origins
from queries.props import flag, quote_of, strings, text_of
from queries.refs import ref_key
from queries.scope import documents_under

KINDS = (
    "no_body",
    "no_lead",
    "only_collective",
    "lead_also_supports",
    "no_deadline",
    "party_plan_not_held",
    "province_without_plan",
    "cited_not_held",
    "blank_number",
    "blank_date",
    "inferred",
    "unresolved",
)
_CITING = ("implements", "references", "amends", "replaces", "approves", "assigns")
_COMMITTEE = ["uy", "ban", "nhan", "dan"]


@dataclass(frozen=True, slots=True)
class GapRow:
    """One gap of a kind in KINDS. `node` is the task, document or open name (an id); `text` its words; `detail` what is
    wrong in particular; `count` the documents that rest on a text that is not held, the provinces without a plan for a
    directive (named in `detail`), otherwise 1; `document` and `quote`
    where it is seen."""

    kind: str
    node: str
    ref: str
    document: str
    place: str
    text: str
    detail: str
    count: int
    quote: str


def gaps(store: Store, *, on: date | None = None, under: str | None = None, place: str | None = None) -> list[GapRow]:
    """Every gap, by kind in the order of KINDS; texts that are not held by how many documents rest on them. `under`:
    only in a document and those that carry it out; `place`: only in documents of that province or town, where what a
    whole directive lacks is left out. Provinces are those of the day `on`, today when not given. Raises NotFound and
    Ambiguous."""
    day = on or date.today()
    inside = documents_under(store, under, place)
    rows = [*_measures(store, inside), *_duties(store, inside)]
    if inside is None:
        documents = {node.id: node for node in store.nodes_of(["document"])}
        edges = store.edges(kinds=_CITING)
        chain = [edge for edge in edges if edge.kind == "implements"]
        waiting = [node for node in store.nodes_of(["document", "agency", "place"]) if strings(node, "candidates")]
    else:
        edges = store.edges(kinds=_CITING, documents=inside)
        named = store.edges(kinds=["leads", "supports", "mentions"], documents=inside, evidence=False)
        ends = {end for edge in (*edges, *named) for end in (edge.source, edge.target) if "#" not in end}
        nodes = store.nodes(ends | inside)
        documents = {id: node for id, node in nodes.items() if node.kind == "document"}
        chain = [edge for edge in edges if edge.kind == "implements" and place is None]
        waiting = [node for node in nodes.values() if strings(node, "candidates")]
    rows += _documents(edges, chain, documents, day, inside)
    rows += _open_names(store, {node.id: node for node in waiting}, inside)
    return sorted(rows, key=lambda row: (KINDS.index(row.kind), -row.count, row.document, ref_key(row.ref), row.node))


def _measures(store: Store, inside: Collection[str] | None) -> Iterator[GapRow]:
    """What is to be done and names nobody to do it."""
    found = store.nodes_of(["provision"]) if inside is None else items_in(store, inside, "provision")
    measures = {node.id: node for node in found if flag(node, "unassigned")}
    origin = origins(store, measures) if measures else {}
    for id, node in measures.items():
        stands = origin.get(id)
        yield GapRow(
            kind="no_body",
            node=id,
            ref=text_of(node, "ref"),
            document=stands.document.id if stands else "",
            place=text_of(stands.document, "place") if stands else "",
            text=text_of(node, "text") or node.label,
            detail="",
            count=1,
            quote=stands.quote if stands else "",
        )


def _duties(store: Store, inside: Collection[str] | None) -> Iterator[GapRow]:
    found_tasks = store.nodes_of(["task"]) if inside is None else items_in(store, inside, "task")
    tasks = {node.id: node for node in found_tasks}
    parties: dict[tuple[str, str], list[Edge]] = defaultdict(list)
    for edge in store.edges(kinds=["leads", "supports"], targets=None if inside is None else tasks):
        parties[edge.target, edge.kind].append(edge)
    bodies = store.nodes({edge.source for edges in parties.values() for edge in edges})
    found: list[tuple[Node, str, str, str]] = []
    for task, node in tasks.items():
        leads, supports = parties[task, "leads"], parties[task, "supports"]
        names = [bodies[edge.source].label for edge in leads if edge.source in bodies]
        if not leads:
            found.append((node, "no_lead", "", ""))
        elif all(edge.source in bodies and flag(bodies[edge.source], "collective") for edge in leads):
            found.append((node, "only_collective", "; ".join(names), quote_of(leads[0])))
        leading = {_same_body(bodies[edge.source]): edge for edge in leads if edge.source in bodies}
        for edge in supports:
            body = bodies.get(edge.source)
            twice = leading.get(_same_body(body)) if body else None
            if body and twice:
                one = bodies[twice.source].label
                detail = one if twice.source == edge.source else f"{one} = {body.label}"
                found.append((node, "lead_also_supports", detail, quote_of(edge)))
        if not any(text_of(node, prop) for prop in ("end", "recurrence", "deadline_text")):
            found.append((node, "no_deadline", "; ".join(names), ""))
    origin = origins(store, {node.id for node, *_ in found}) if found else {}
    for node, kind, detail, quote in found:
        stands = origin.get(node.id)
        yield GapRow(
            kind=kind,
            node=node.id,
            ref=text_of(node, "ref"),
            document=stands.document.id if stands else "",
            place=text_of(stands.document, "place") if stands else "",
            text=text_of(node, "text") or node.label,
            detail=detail,
            count=1,
            quote=quote or (stands.quote if stands else ""),
        )


def _same_body(node: Node) -> str:
    """One key for the names of one body. The district committees of a province are written `UBND các huyện, thành phố`,
    `UBND cấp huyện`, `UBND các huyện, thị xã, thành phố`."""
    name = words(text_of(node, "name") or node.label)
    if name[:4] == _COMMITTEE and flag(node, "collective") and "huyen" in name:
        return f"district committees:{place_key(text_of(node, 'place'))}"
    return node.id


def _documents(
    edges: Collection[Edge],
    chain: Collection[Edge],
    documents: Mapping[str, Node],
    on: date,
    inside: Collection[str] | None,
) -> Iterator[GapRow]:
    citing: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    quotes: dict[str, tuple[str, str]] = {}
    yield from _missing(chain, documents, on)
    for edge in edges:
        for end in {edge.source, edge.target} & documents.keys():
            for item in edge.evidence:
                if item.document != end and (inside is None or item.document in inside):
                    citing[end][edge.kind if end == edge.target else f"{edge.kind} (nguồn)"].add(item.document)
                    quotes.setdefault(end, (item.document, item.quote))
    for node in documents.values():
        if strings(node, "candidates"):
            continue
        if text_of(node, "status") == "ingested":
            if inside is None or node.id in inside:
                yield from _headings(node)
            continue
        resting = {document for cited in citing[node.id].values() for document in cited}
        if resting:
            seen, quote = quotes[node.id]
            kinds = Counter({kind: len(cited) for kind, cited in citing[node.id].items()})
            detail = ", ".join(f"{kind} {count}" for kind, count in sorted(kinds.items()))
            yield _of_document(node, "cited_not_held", detail, len(resting), seen, quote)


def _missing(edges: Collection[Edge], documents: Mapping[str, Node], on: date) -> Iterator[GapRow]:
    for row in not_held(edges, documents):
        if row.kind == "party_plan_not_held":
            detail = documents[row.seen_in].label
            yield _of_document(documents[row.document], row.kind, detail, 1, row.seen_in, row.quote)
    for document, without in unplanned(edges, documents, on).items():
        if without:
            yield _of_document(documents[document], "province_without_plan", "; ".join(without), len(without))


def _headings(node: Node) -> Iterator[GapRow]:
    if not text_of(node, "symbol"):
        yield _of_document(node, "blank_number", text_of(node, "source"))
    if len(text_of(node, "date")) < len("2024-11-05"):
        yield _of_document(node, "blank_date", text_of(node, "date"))
    if inferred := strings(node, "inferred"):
        yield _of_document(node, "inferred", ", ".join(inferred))


def _of_document(node: Node, kind: str, detail: str, count: int = 1, seen: str = "", quote: str = "") -> GapRow:
    return GapRow(
        kind=kind,
        node=node.id,
        ref="",
        document=seen or node.id,
        place=text_of(node, "place"),
        text=node.label,
        detail=detail,
        count=count,
        quote=quote,
    )


def _open_names(store: Store, waiting: Mapping[str, Node], inside: Collection[str] | None) -> Iterator[GapRow]:
    """Names with several candidates: nobody guessed."""
    if not waiting:
        return
    said = _first_said(store, waiting, inside)
    for id, node in waiting.items():
        seen, quote = said.get(id, ("", ""))
        yield GapRow(
            kind="unresolved",
            node=id,
            ref="",
            document=seen,
            place=text_of(node, "place"),
            text=node.label,
            detail="; ".join(strings(node, "candidates")),
            count=1,
            quote=quote,
        )


def _first_said(store: Store, nodes: Mapping[str, Node], inside: Collection[str] | None) -> dict[str, tuple[str, str]]:
    said: dict[str, tuple[str, str]] = {}
    naming = (store.edges(targets=nodes, documents=inside), store.edges(sources=nodes, documents=inside))
    for edge in (edge for edges in naming for edge in edges):
        evidence = surest(proof for proof in edge.evidence if inside is None or proof.document in inside)
        for end in (edge.target, edge.source):
            if evidence and end in nodes:
                said.setdefault(end, (evidence.document, evidence.quote))
    return said
