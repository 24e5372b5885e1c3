"""Bodies against documents: in how many duties of each a body leads, and in how many it takes part."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from graph.folding import fold
from graph.store import Store
from queries.names import find_agencies, find_document, same_place
from queries.origin import origins
from queries.props import flag, text_of


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One body in one document; `agency` and `document` are ids, `leads` and `supports` count tasks."""

    agency: str
    label: str
    collective: bool
    document: str
    document_label: str
    place: str
    leads: int
    supports: int


def matrix(
    store: Store, *, under: str | None = None, place: str | None = None, agency: str | None = None
) -> list[MatrixRow]:
    """Every body with a duty in every document, the busiest bodies first, then by document. `under`: only a document
    and those that carry it out, directly or through others; `place`: only documents of that province or town; `agency`:
    only bodies of that name. Raises NotFound and Ambiguous."""
    bodies = {node.id for node in find_agencies(store, agency)} if agency is not None else None
    edges = store.edges(kinds=["leads", "supports"], sources=bodies, evidence=False)
    stands = origins(store, {edge.target for edge in edges}) if edges else {}
    chosen: set[str] | None = None
    if under is not None:
        start = find_document(store, under)
        chosen = {start.id} | {step.edge.source for step in store.walk([start.id], ["implements"], down=True)}
    counted: dict[tuple[str, str], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    documents = {origin.document.id: origin.document for origin in stands.values()}
    for edge in edges:
        origin = stands.get(edge.target)
        if origin is None or (chosen is not None and origin.document.id not in chosen):
            continue
        if place is None or same_place(place, text_of(origin.document, "place")):
            counted[edge.source, origin.document.id][edge.kind].add(edge.target)
    nodes = store.nodes({body for body, _ in counted})
    duties: dict[str, int] = defaultdict(int)
    for (body, _), kinds in counted.items():
        duties[body] += len(kinds["leads"]) * 2 + len(kinds["supports"])
    rows = [
        MatrixRow(
            agency=body,
            label=nodes[body].label,
            collective=flag(nodes[body], "collective"),
            document=document,
            document_label=documents[document].label,
            place=text_of(documents[document], "place"),
            leads=len(kinds["leads"]),
            supports=len(kinds["supports"]),
        )
        for (body, document), kinds in counted.items()
        if body in nodes
    ]
    return sorted(rows, key=lambda row: (-duties[row.agency], fold(row.label), row.agency, row.document))
