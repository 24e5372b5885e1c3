"""What is missing: duties that nobody answers for, texts to collect next, names that stayed open.

Gaps are found without the words that show them, and those are looked up for the rows that somebody reads.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from graph.model import Edge, Node, surest
from graph.store import Store
from queries.missing import not_held, unplanned
from queries.names import place_key, words
from queries.origin import document_of, origins
from queries.props import flag, quote_of, strings, text_of
from queries.refs import RefKey, ref_key
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
_PARTS = ("leads", "supports")
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


@dataclass(frozen=True, slots=True)
class Gap:
    """A row whose `quote` may still have to be looked up: it is that of the part that `body` has in the task, or where
    the item stands."""

    row: GapRow
    body: str = ""


def gaps(store: Store, *, on: date | None = None, under: str | None = None, place: str | None = None) -> list[GapRow]:
    """Every gap, by kind in the order of KINDS; texts that are not held by how many documents rest on them. `under`:
    only in a document and those that carry it out; `place`: only in documents of that province or town, where what a
    whole directive lacks is left out. Provinces are those of the day `on`, today when not given. Raises NotFound and
    Ambiguous."""
    return gap_rows(store, gaps_found(store, on=on, under=under, place=place))


def gaps_found(
    store: Store, *, on: date | None = None, under: str | None = None, place: str | None = None
) -> list[Gap]:
    """What `gaps` answers with, in its order, without the quotes of items. Raises NotFound and Ambiguous."""
    day = on or date.today()
    inside = documents_under(store, under, place)
    if inside is None:
        documents = {node.id: node for node in store.nodes_of(["document"])}
        edges = store.edges(kinds=_CITING)
        chain = [edge for edge in edges if edge.kind == "implements"]
    else:
        edges = store.edges(kinds=_CITING, documents=inside, others=False)
        ends = {end for edge in edges for end in (edge.source, edge.target) if "#" not in end}
        documents = {id: node for id, node in store.nodes(ends | inside).items() if node.kind == "document"}
        chain = [edge for edge in edges if edge.kind == "implements" and place is None]
    found = [*_measures(store, inside, documents), *_duties(store, inside, documents)]
    found += map(Gap, _documents(edges, chain, documents, day, inside))
    found += map(Gap, _open_names(edges, documents, inside))
    return sorted(found, key=_order)


def gap_rows(store: Store, found: Sequence[Gap]) -> list[GapRow]:
    """The rows of these, in their order, with the words that show each. Three calls at most."""
    of_parts = {gap.row.node for gap in found if gap.body}
    said = {
        (edge.source, edge.target, edge.kind): quote_of(edge)
        for edge in (store.edges(kinds=_PARTS, targets=of_parts) if of_parts else ())
    }
    items = {gap.row.node for gap in found if "#" in gap.row.node and not gap.row.quote}
    stands = origins(store, items) if items else {}
    rows = []
    for gap in found:
        row = gap.row
        if "#" in row.node and not row.quote:
            kind = "supports" if row.kind == "lead_also_supports" else "leads"
            where = stands[row.node].quote if row.node in stands else ""
            row = replace(row, quote=said.get((gap.body, row.node, kind)) or where)
        rows.append(row)
    return rows


def _order(gap: Gap) -> tuple[int, int, str, RefKey, str]:
    row = gap.row
    return KINDS.index(row.kind), -row.count, row.document, ref_key(row.ref), row.node


def _measures(store: Store, inside: Collection[str] | None, documents: Mapping[str, Node]) -> Iterator[Gap]:
    """What is to be done and names nobody to do it."""
    found = store.nodes_of(["provision"]) if inside is None else store.items(inside, ["provision"], "unassigned")
    for node in found:
        if flag(node, "unassigned"):
            yield Gap(_of_item(node, "no_body", "", documents))


def _duties(store: Store, inside: Collection[str] | None, documents: Mapping[str, Node]) -> Iterator[Gap]:
    tasks = store.nodes_of(["task"]) if inside is None else store.items(inside, ["task"])
    parties: dict[tuple[str, str], list[str]] = defaultdict(list)
    for part in store.parts(inside, _PARTS):
        parties[part.target, part.kind].append(part.source)
    bodies = store.nodes({id for ids in parties.values() for id in ids})
    same = {id: _same_body(node) for id, node in bodies.items()}
    collective = {id for id, node in bodies.items() if flag(node, "collective")}
    for node in tasks:
        leads = parties.get((node.id, "leads"), [])
        names = "; ".join(bodies[id].label for id in leads if id in bodies)
        if not leads:
            yield Gap(_of_item(node, "no_lead", "", documents))
        elif collective.issuperset(leads):
            yield Gap(_of_item(node, "only_collective", names, documents), leads[0])
        leading = {same[id]: id for id in leads if id in bodies}
        for id in parties.get((node.id, "supports"), ()):
            if (twice := leading.get(same.get(id, ""))) is not None:
                one = bodies[twice].label
                detail = one if twice == id else f"{one} = {bodies[id].label}"
                yield Gap(_of_item(node, "lead_also_supports", detail, documents), id)
        if not any(text_of(node, prop) for prop in ("end", "recurrence", "deadline_text")):
            yield Gap(_of_item(node, "no_deadline", names, documents))


def _of_item(node: Node, kind: str, detail: str, documents: Mapping[str, Node]) -> GapRow:
    home = documents.get(document_of(node.id))
    return GapRow(
        kind=kind,
        node=node.id,
        ref=text_of(node, "ref"),
        document=home.id if home else "",
        place=text_of(home, "place") if home else "",
        text=text_of(node, "text") or node.label,
        detail=detail,
        count=1,
        quote="",
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


def _open_names(
    edges: Collection[Edge], documents: Mapping[str, Node], inside: Collection[str] | None
) -> Iterator[GapRow]:
    """Names of documents with several candidates: nobody guessed."""
    waiting = {id for id, node in documents.items() if strings(node, "candidates")}
    said: dict[str, tuple[str, str]] = {}
    for edge in edges:
        for end in {edge.target, edge.source} & waiting - said.keys():
            evidence = surest(proof for proof in edge.evidence if inside is None or proof.document in inside)
            if evidence:
                said[end] = (evidence.document, evidence.quote)
    for id in sorted(waiting):
        seen, quote = said.get(id, ("", ""))
        node = documents[id]
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
