"""What a directive became: the documents that carry it out, step by step, and what it carries out itself."""

from __future__ import annotations

from dataclasses import dataclass

from graph.model import Edge, Node
from graph.store import Step, Store
from queries.dates import days_between
from queries.names import find_document
from queries.props import quote_of, text_of
from queries.standing import branch, level

# Only what says it carries out another text makes lineage: an amendment or a reference does not hand a duty on.
KINDS = ("implements",)


@dataclass(frozen=True, slots=True)
class LineageRow:
    """One step. `document` is what was reached at `depth` steps, `parent` what it was reached from, both ids; `kind` is
    the edge's; `branch` (party, government, ...) and `level` (central, province, district, commune) say where the
    document stands; `lag_days` how long after the upper text the lower one was issued, None unless both dates are
    full. The start is the row of depth 0 with direction `start`."""

    depth: int
    direction: str
    kind: str
    document: str
    symbol: str
    doc_type: str
    title: str
    issuer: str
    place: str
    date: str
    status: str
    parent: str
    lag_days: int | None
    quote: str
    branch: str = ""
    level: str = ""


def lineage(store: Store, document: str, *, up: bool = True, down: bool = True, depth: int = 12) -> list[LineageRow]:
    """Every route from a document to what it rests on (`up`) and to what rests on it (`down`), each statement once, at
    its smallest depth: a document reached from two parents gives two rows. By depth, direction, parent, date and
    symbol. Raises NotFound and Ambiguous."""
    start = find_document(store, document)
    walks: list[tuple[str, Step]] = []
    for direction, wanted in (("down", down), ("up", up)):
        if wanted:
            steps = store.walk([start.id], KINDS, down=direction == "down", depth=depth)
            walks += [(direction, step) for step in steps if step.edge.source != step.edge.target]
    ids = {end for _, step in walks for end in (step.edge.source, step.edge.target)}
    nodes = store.nodes(ids) if ids else {}
    rows = [lineage_row(start, 0, "start", None, start)]
    for direction, step in walks:
        lower, upper = nodes.get(step.edge.source), nodes.get(step.edge.target)
        # `implements` also links tasks to provisions; those are coverage, not lineage.
        if lower is None or upper is None or lower.kind != "document" or upper.kind != "document":
            continue
        reached, parent = (lower, upper) if direction == "down" else (upper, lower)
        rows.append(lineage_row(reached, step.depth, direction, step.edge, parent))
    return sorted(rows, key=lambda row: (row.depth, row.direction, row.parent, row.date, row.symbol, row.document))


def lineage_row(node: Node, depth: int, direction: str, edge: Edge | None, parent: Node) -> LineageRow:
    """The row of a document that was reached from `parent` over an edge."""
    lower, upper = (parent, node) if direction == "up" else (node, parent)
    return LineageRow(
        depth=depth,
        direction=direction,
        kind=edge.kind if edge else "",
        document=node.id,
        symbol=text_of(node, "symbol"),
        doc_type=text_of(node, "doc_type"),
        title=text_of(node, "title") or text_of(node, "name") or node.label,
        issuer=text_of(node, "issuer"),
        place=text_of(node, "place"),
        date=text_of(node, "date"),
        status=text_of(node, "status"),
        parent=parent.id if edge else "",
        lag_days=days_between(text_of(upper, "date"), text_of(lower, "date")) if edge else None,
        quote=quote_of(edge),
        branch=branch(node),
        level=level(node),
    )
