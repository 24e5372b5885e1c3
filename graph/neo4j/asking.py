"""What the store on a server answers: each function a few queries, whatever the size of the graph."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from heapq import merge
from typing import Any

from neo4j import ManagedTransaction

from graph.folding import fold
from graph.identity import ITEM_KINDS
from graph.lookup import folds, having
from graph.model import Edge, Node, Text
from graph.neo4j.draft import Ask, by_type
from graph.neo4j.gathering import found_by_id, in_pieces, joined, tied_to
from graph.neo4j.layout import WORDS
from graph.neo4j.ledger import batches
from graph.neo4j.server import rows
from graph.neo4j.values import FOLDED, LABELS, TYPES, by_kind, edge_in, edge_row_query, node_of
from graph.searching import MATCHES, Scope, ranked
from graph.store import Part, Role, Step, first_stated, within

_PAGE = 5_000
_TEXTS = 50
_EDGE = edge_row_query()
# The first of the pieces of evidence with the highest confidence, as `graph.model.surest` chooses it.
_SUREST = (
    "WITH id, a, b, e, e.confidences AS sure WITH id, a, b, e,"
    " reduce(best = 0, i IN range(1, size(sure) - 1) | CASE WHEN sure[i] > sure[best] THEN i ELSE best END) AS n"
)


def nodes(tx: ManagedTransaction, ids: Collection[str]) -> dict[str, Node]:
    found: dict[str, Node] = {}
    for kind, named in by_kind(ids).items():
        match = f"MATCH (n:{LABELS[kind]} {{id: id}})"
        found |= {props["id"]: node_of(kind, props) for props in found_by_id(tx, named, match, "properties(n)")}
    return {id: found[id] for id in sorted(found)}


def nodes_of(ask: Ask, kinds: Collection[str] | None) -> Iterator[Node]:
    """In pages: when each is a transaction of its own, whoever reads slowly holds nothing on the server."""
    chosen = [kind for kind in LABELS if kinds is None or kind in kinds]
    return merge(*(_of_kind(ask, kind) for kind in chosen), key=lambda node: node.id)


def _of_kind(ask: Ask, kind: str) -> Iterator[Node]:
    query = in_pieces(f"MATCH (n:{LABELS[kind]}) WHERE n.id > $last WITH n ORDER BY n.id", "properties(n)", _PAGE)
    last = ""
    while page := joined(ask(query, last=last)):
        yield from (node_of(kind, props) for props in page)
        last = page[-1]["id"]
        if len(page) < _PAGE:
            break


def find(ask: Ask, kind: str, prop: str, values: Collection[str]) -> list[Node]:
    """By the index over the folded property where there is one; else the nodes of the kind are looked through."""
    found: dict[str, Node] = {}
    wanted = {folded for value in values for folded in folds(prop, value)}
    if prop in FOLDED.get(kind, ()):
        query = f"UNWIND $values AS value MATCH (n:{LABELS[kind]} {{folded_{prop}: value}}) RETURN properties(n)"
        for batch in batches(sorted(wanted)):
            found |= {props["id"]: node_of(kind, props) for (props,) in ask(query, values=batch)}
        wanted = {fold(value) for value in values if not folds(prop, value)}
    elif not wanted:
        wanted = {fold(value) for value in values}
    if wanted and kind in LABELS:
        found |= {node.id: node for node in having(nodes_of(ask, [kind]), prop, wanted)}
    return [found[id] for id in sorted(found)]


def edges(
    tx: ManagedTransaction,
    *,
    kinds: Collection[str] | None,
    sources: Collection[str] | None,
    targets: Collection[str] | None,
    documents: Collection[str] | None,
    evidence: bool,
    others: bool,
) -> list[Edge]:
    if any(given is not None and not given for given in (kinds, sources, targets, documents)):
        return []
    chosen = [kind for kind in TYPES if kinds is None or kind in kinds]
    if not chosen:
        return []
    types, proofs = "|".join(TYPES[kind] for kind in chosen), "all" if evidence else "none"
    ends = [("a", set(sources)) if sources is not None else None, ("b", set(targets)) if targets is not None else None]
    given = sorted((end for end in ends if end), key=lambda end: sum(_weight(id) for id in end[1]))
    where = []
    more: dict[str, Any] = {}
    for name, ids in given[1:]:
        where.append(f"{name}.id IN $others")
        more["others"] = sorted(ids)
    if given and documents is not None:
        where.append("any(document IN e.documents WHERE document IN $documents)")
        more["documents"] = sorted(set(documents))
    found: list[Any] = []
    condition = f"WHERE {' AND '.join(where)}" if where else ""
    if given:
        name, ids = given[0]
        row = edge_row_query(proofs, **{"source" if name == "a" else "target": "id"})
        for kind, named in by_kind(ids).items():
            found += tied_to(tx, named, kind, types=types, out=name == "a", then=condition, row=row, **more)
    elif documents is not None:
        for kind, named in by_type(_stated(tx, documents)).items():
            if kind in chosen:
                match = f"MATCH (a)-[e:{TYPES[kind]} {{id: id}}]->(b)"
                found += found_by_id(tx, sorted(set(named)), match, edge_row_query(proofs))
    else:
        found = [row for (row,) in rows(tx, f"MATCH (a)-[e:{types}]->(b) RETURN {edge_row_query(proofs)}")]
    made = list(map(edge_in, found))
    if documents is not None and not others:
        made = [
            replace(edge, evidence=tuple(proof for proof in edge.evidence if proof.document in documents))
            for edge in made
        ]
    return sorted(made, key=lambda edge: edge.id)


def items(tx: ManagedTransaction, documents: Collection[str], kinds: Collection[str], stating: str) -> list[Node]:
    """By their ids, which begin with their document's: no relationship is looked at."""
    only = " AND (n[$stating] IS NOT NULL OR n['=' + $stating] IS NOT NULL)" if stating else ""
    found: list[Node] = []
    for kind in sorted(set(kinds) & ITEM_KINDS):
        match = f"MATCH (n:{LABELS[kind]}) WHERE n.id STARTS WITH id + '#{kind}:'{only}"
        asked = {"stating": stating} if stating else {}
        each = found_by_id(tx, sorted(set(documents)), match, "properties(n)", several=True, **asked)
        found += [node_of(kind, props) for props in each]
    return sorted(found, key=lambda node: node.id)


def parts(
    tx: ManagedTransaction, documents: Collection[str] | None, kinds: Collection[str], bodies: Collection[str] | None
) -> list[Part]:
    names = {TYPES[kind]: kind for kind in sorted(TYPES) if kind in kinds}
    if not names:
        return []
    if bodies is not None:
        held: set[Part] = set()
        for type, kind in names.items():
            for label, ids in by_kind(bodies).items():
                told = tied_to(tx, ids, label, types=type, out=True, then="", row="[id, b.id]")
                held.update(Part(kind, body, task) for body, task in told)
        return within(held, documents)
    tied = f"MATCH (a)-[e:{'|'.join(names)}]->(n) RETURN DISTINCT type(e), a.id, n.id"
    task = f"MATCH (n:{LABELS['task']})"
    if documents is None:
        return sorted(Part(names[type], a, b) for type, a, b in rows(tx, f"{task} {tied}"))
    found: list[Part] = []
    for batch in batches(sorted(set(documents))):
        query = f"UNWIND $ids AS id {task} WHERE n.id STARTS WITH id + '#task:' {tied}"
        found += [Part(names[type], a, b) for type, a, b in rows(tx, query, ids=batch)]
    return sorted(found)


def roles(tx: ManagedTransaction, tasks: Collection[str], kinds: Collection[str]) -> list[Role]:
    names = {TYPES[kind]: kind for kind in sorted(TYPES) if kind in kinds}
    if not names:
        return []
    row = "[id, e.starts, a.id, type(e)]"
    named = by_kind(tasks).get("task", ())
    told = tied_to(tx, named, "task", types="|".join(names), out=False, then="", row=row)
    return first_stated(Role(task, min(starts, default=0), body, names[type]) for task, starts, body, type in told)


def degrees(
    tx: ManagedTransaction, ids: Collection[str], kinds: Collection[str] | None
) -> dict[str, dict[tuple[str, bool], int]]:
    """From the counts that Neo4j keeps at each node."""
    ways = [(kind, out) for out in (True, False) for kind in sorted(TYPES) if kinds is None or kind in kinds]
    if not ways:
        return {}
    arrows = {True: "COUNT {{ (n)-[:{}]->() }}", False: "COUNT {{ (n)<-[:{}]-() }}"}
    counted = ", ".join(arrows[out].format(TYPES[kind]) for kind, out in ways)
    found: dict[str, dict[tuple[str, bool], int]] = {}
    for kind, named in by_kind(ids).items():
        query = f"UNWIND $ids AS id MATCH (n:{LABELS[kind]} {{id: id}}) RETURN id, [{counted}]"
        for batch in batches(named):
            for id, numbers in rows(tx, query, ids=batch):
                if some := {way: n for way, n in zip(ways, numbers, strict=True) if n}:
                    found[id] = some
    return found


def walk(
    tx: ManagedTransaction, starts: Collection[str], kinds: Collection[str], *, down: bool, depth: int, limit: int
) -> list[Step]:
    """One query a level; a level's edges come in id order, so that what a limit cuts off is always the same."""
    types = "|".join(TYPES[kind] for kind in TYPES if kind in kinds)
    if not types:
        return []
    level = set(starts)
    visited = set(level)
    met: dict[str, Step] = {}
    for step in range(1, depth + 1):
        fresh: dict[str, Edge] = {}
        for kind, named in by_kind(level).items():
            row = edge_row_query("n", **{"target" if down else "source": "id"})
            found = tied_to(tx, named, kind, types=types, out=not down, then=_SUREST, row=row)
            fresh |= {edge.id: edge for edge in map(edge_in, found) if edge.id not in met}
        for id in sorted(fresh)[: limit - len(met)]:
            met[id] = Step(step, fresh[id])
        level = {edge.source if down else edge.target for edge in fresh.values()} - visited
        visited |= level
        if not level or len(met) >= limit:
            break
    return list(met.values())


def texts(tx: ManagedTransaction, documents: Collection[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    query = "UNWIND $ids AS id MATCH (r:_Reading {document: id}) RETURN r.document, r.text"
    for batch in batches(sorted(set(documents))):
        found |= dict(map(tuple, rows(tx, query, ids=batch)))
    return found


def search(ask: Ask, text: str, kinds: Collection[str] | None, limit: int) -> list[Node]:
    def matches(said: list[str], scope: Scope) -> list[Node]:
        wanted = " AND ".join([*said[:-1], f"{said[-1]}*"])
        chosen = [kind for kind in LABELS if kinds is None or kind in kinds]
        if scope != "any":
            chosen = [kind for kind in chosen if kind == "document"]
        found: list[Node] = []
        held = " WHERE n.status = 'ingested'" if scope == "held" else ""
        query = (
            "CALL db.index.fulltext.queryNodes($index, $wanted) YIELD node AS n"
            f" WITH n{held} RETURN properties(n) LIMIT $most"
        )
        for kind in chosen:
            asked = {"index": WORDS[kind], "wanted": wanted, "most": max(MATCHES, limit)}
            found += [node_of(kind, props) for (props,) in ask(query, **asked)]
        return found

    return ranked(text, kinds, limit, lambda: find(ask, "document", "symbol", [text]), matches)


def counts(tx: ManagedTransaction) -> dict[str, dict[str, int]]:
    """From Neo4j's own counts; nothing is looked through."""
    each = "RETURN '{what}' AS what, '{kind}' AS kind, count(x) AS n"
    parts = [f"MATCH (x:{name}) {each.format(what='nodes', kind=kind)}" for kind, name in LABELS.items()]
    parts += [f"MATCH ()-[x:{name}]->() {each.format(what='edges', kind=kind)}" for kind, name in TYPES.items()]
    parts.append("MATCH (m:_Chithi) RETURN 'evidence' AS what, 'all' AS kind, m.evidence AS n")
    found: dict[str, dict[str, int]] = {"nodes": {}, "edges": {}, "evidence": {}}
    for what, kind, n in sorted(rows(tx, " UNION ALL ".join(parts))):
        if n or what == "evidence":
            found[what][kind] = n
    return found


def all_texts(ask: Ask) -> Iterator[Text]:
    query = (
        "MATCH (r:_Reading) WHERE r.document > $last WITH r ORDER BY r.document"
        f" LIMIT {_TEXTS} RETURN r.document, r.text ORDER BY r.document"
    )
    last = ""
    while page := ask(query, last=last):
        yield from (Text(document, text) for document, text in page)
        last = page[-1][0]


def all_edges(ask: Ask) -> Iterator[Edge]:
    for kind in sorted(TYPES):
        matched = f"MATCH (a)-[e:{TYPES[kind]}]->(b) WHERE e.id > $last WITH a, e, b ORDER BY e.id"
        query = in_pieces(matched, _EDGE, _PAGE)
        last = ""
        while page := joined(ask(query, last=last)):
            yield from map(edge_in, page)
            last = page[-1][2]
            if len(page) < _PAGE:
                break


def _weight(id: str) -> int:
    """How many edges there may be at a node, against those at an item of one document."""
    return 1 if "#" in id else 50


def _stated(tx: ManagedTransaction, documents: Collection[str]) -> Iterable[str]:
    query = "UNWIND $ids AS id MATCH (r:_Reading {document: id}) RETURN r.edges"
    for batch in batches(sorted(set(documents))):
        for (ids,) in rows(tx, query, ids=batch):
            yield from ids
