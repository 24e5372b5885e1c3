"""Bodies against documents: in how many duties of each a body leads, and in how many it takes part."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from graph.folding import fold
from graph.store import Store
from queries.names import find_agencies
from queries.origin import document_of
from queries.props import flag, text_of
from queries.scope import documents_under

_KINDS = ("leads", "supports")


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
    inside = documents_under(store, under, place)
    counted: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for part in store.parts(inside, _KINDS, bodies=bodies):
        counted[part.source, document_of(part.target)][part.kind] += 1
    documents = store.nodes({document for _, document in counted})
    nodes = store.nodes({body for body, _ in counted})
    duties: Counter[str] = Counter()
    for (body, _), kinds in counted.items():
        duties[body] += kinds["leads"] * 2 + kinds["supports"]
    rows = [
        MatrixRow(
            agency=body,
            label=nodes[body].label,
            collective=flag(nodes[body], "collective"),
            document=document,
            document_label=documents[document].label,
            place=text_of(documents[document], "place"),
            leads=kinds["leads"],
            supports=kinds["supports"],
        )
        for (body, document), kinds in counted.items()
        if body in nodes and document in documents
    ]
    return sorted(rows, key=lambda row: (-duties[row.agency], fold(row.label), row.agency, row.document))
