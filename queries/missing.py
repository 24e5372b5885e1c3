"""What a chain lacks: texts in between that are not held, provinces that no plan is known of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from graph.folding import fold
from graph.model import Edge, Node
from graph.store import Store
from ontology import places
from queries.names import find_document
from queries.props import quote_of, text_of
from queries.standing import branch, level, province_of

KINDS = ("party_plan_not_held", "text_not_held", "province_without_state_plan", "province_without_plan")


@dataclass(frozen=True, slots=True)
class MissingRow:
    """One link that a chain lacks. `party_plan_not_held`: a State plan (`seen_in`) rests on the Party's plan of its
    province, which is only cited; `text_not_held`: any other text in the chain that is only cited;
    `province_without_state_plan`: the province's Party has a plan and its People's Committee none that is known;
    `province_without_plan`: nothing is known of the province. `document` and `seen_in` are ids, `quote` the words that
    name the text."""

    kind: str
    place: str
    document: str
    label: str
    seen_in: str
    quote: str


def missing(store: Store, document: str, *, on: date | None = None) -> list[MissingRow]:
    """What the chain below a document lacks, by kind in the order of KINDS and place. Provinces are those of the day
    `on` (today when not given), and a plan of one that was merged counts for the one it went into. Raises NotFound
    and Ambiguous. Four calls at most once the document is known."""
    start = find_document(store, document)
    edges = [step.edge for step in store.walk([start.id], ["implements"], down=True)]
    nodes = store.nodes({end for edge in edges for end in (edge.source, edge.target)} | {start.id})
    nodes = {id: node for id, node in nodes.items() if node.kind == "document"}
    rows = [*not_held(edges, nodes), *_without_plan(start, nodes, on or date.today())]
    return sorted(rows, key=lambda row: (KINDS.index(row.kind), fold(row.place), row.document, row.seen_in))


def not_held(edges: Iterable[Edge], nodes: Mapping[str, Node]) -> list[MissingRow]:
    """The texts that something in these edges carries out and that are only cited, each once."""
    found: dict[tuple[str, str], MissingRow] = {}
    for edge in edges:
        lower, upper = nodes.get(edge.source), nodes.get(edge.target)
        if lower is None or upper is None or lower.id == upper.id or text_of(upper, "status") == "ingested":
            continue
        party = branch(upper) == "party" and branch(lower) not in ("party", "")
        same = province_of(lower) and province_of(lower) == province_of(upper)
        kind = "party_plan_not_held" if party and same else "text_not_held"
        row = MissingRow(kind, text_of(upper, "place"), upper.id, upper.label, lower.id, quote_of(edge))
        key = (upper.id, lower.id if kind == "party_plan_not_held" else "")
        found.setdefault(key, row)
    twice = {document for document, seen_in in found if seen_in}
    return [row for (document, seen_in), row in found.items() if seen_in or document not in twice]


def unplanned(edges: Iterable[Edge], nodes: Mapping[str, Node], on: date, least: int = 2) -> dict[str, list[str]]:
    """For each central document that plans of at least so many provinces carry out, directly or through others, the
    provinces of that day without one. `edges` are all the `implements` between documents."""
    below: dict[str, set[str]] = defaultdict(set)
    for edge in edges:
        below[edge.target].add(edge.source)
    found = {}
    for id in sorted(below):
        node = nodes.get(id)
        if node is None or level(node) != "central":
            continue
        reached, waiting = {id}, [id]
        while waiting:
            following = below.get(waiting.pop(), set()) - reached
            reached |= following
            waiting += following
        covered = _standing((nodes[other] for other in reached if other in nodes), on)
        if len(covered) >= least:
            found[id] = sorted((p.name for p in places.provinces_on(on) if p.name not in covered), key=fold)
    return found


def _without_plan(start: Node, nodes: Mapping[str, Node], on: date) -> list[MissingRow]:
    below = [node for id, node in nodes.items() if id != start.id]
    covered = _standing(below, on)
    party = _standing((node for node in below if branch(node) == "party"), on)
    state = _standing((node for node in below if branch(node) not in ("party", "")), on)
    rows = []
    # The chain of a province's own document is not the country's.
    for province in places.provinces_on(on) if not province_of(start) else ():
        if province.name not in covered:
            rows.append(MissingRow("province_without_plan", province.name, start.id, start.label, "", ""))
        elif province.name in party and province.name not in state:
            rows.append(MissingRow("province_without_state_plan", province.name, start.id, start.label, "", ""))
    return rows


def _standing(nodes: Iterable[Node], on: date) -> set[str]:
    """The provinces that stand on that day for those whose documents these are."""
    named = {name for node in nodes if (name := province_of(node))}
    return {now.name for name in named if (now := places.standing(name, on))}
