"""Writing what came out different of a change, in its transaction."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Any

from neo4j import ManagedTransaction

from graph.identity import edge_id
from graph.ledger import read_key
from graph.neo4j.draft import Draft, by_type
from graph.neo4j.ledger import batches, block_props, indexed
from graph.neo4j.values import LABELS, TYPES, Proof, by_kind, edge_row, kind_of, node_row

DONE = "MATCH (m:_Chithi) SET m.revision = m.revision + 1, m.evidence = m.evidence + $evidence"
_USES = {0: "_NAMES", 1: "_IS"}


def write(tx: ManagedTransaction, draft: Draft) -> None:
    """Edges go before the nodes they hang on, and come after them."""
    nodes, edges = _nodes(draft), _edges(draft)
    evidence = _proofs_less(draft, edges)
    _each(tx, by_type(draft.before.edges.keys() - edges.keys()), TYPES, "MATCH ()-[x:{} {{id: row}}]->() DELETE x")
    _each(tx, by_kind(draft.before.nodes.keys() - nodes.keys()), LABELS, "MATCH (x:{} {{id: row}}) DELETE x")
    changed: dict[str, list[Any]] = defaultdict(list)
    for id, (label, props) in nodes.items():
        if draft.before.nodes.get(id) != (label, props):
            kind = kind_of(id) or ""
            changed[kind].append(node_row(id, kind, label, json.loads(props)))
    _each(tx, changed, LABELS, "MERGE (x:{} {{id: row.id}}) SET x = row")
    _write_edges(tx, draft, edges)
    _write_ballots(tx, draft)
    _write_readings(tx, draft)
    tx.run(DONE, {"evidence": evidence}).consume()


def _each(
    tx: ManagedTransaction, rows: dict[str, list[Any]], names: dict[str, str], query: str, **more: Collection[Any]
) -> None:
    """A query for the rows of each kind, in batches."""
    for kind, of_kind in rows.items():
        for batch in batches(of_kind):
            _run(tx, f"UNWIND $rows AS row {query.format(names[kind])}", batch)


def _run(tx: ManagedTransaction, query: str, rows: Iterable[Any]) -> None:
    for batch in batches(rows):
        tx.run(query, {"rows": batch}).consume()


def _nodes(draft: Draft) -> dict[str, tuple[str, str]]:
    return {id: (label, props) for id, label, props in draft.db.execute("SELECT id, label, props FROM node")}


_Edge = tuple[str, str, str, list[Proof]]
"""Source, target, properties as JSON, evidence."""


def _edges(draft: Draft) -> dict[str, _Edge]:
    proofs: dict[int, list[Proof]] = defaultdict(list)
    sql = (
        'SELECT edge, document, start, "end", quote, rule, confidence'
        " FROM evidence CROSS JOIN reading USING (src) WHERE src > 0"
    )
    for e, *proof in draft.db.execute(sql):
        proofs[e].append(tuple(proof))
    edges = {}
    sql = (
        "SELECT e, edge.kind, number, a.id, b.id, edge.props FROM edge"
        " JOIN node a ON a.n = source JOIN node b ON b.n = target"
    )
    for e, kind, number, source, target, props in draft.db.execute(sql):
        id = edge_id(kind, number)
        others = [proof for proof in draft.before.edges.get(id, ()) if proof[0] not in draft.stated]
        edges[id] = (source, target, props, sorted([*others, *proofs[e]], key=_place))
    return edges


def _place(proof: Proof) -> tuple[str, int, int, str]:
    document, start, end, _, rule, _ = proof
    return document, start, end, rule


def _proofs_less(draft: Draft, edges: dict[str, _Edge]) -> int:
    """How many pieces of evidence more there are than before."""
    return sum(len(edge[3]) for edge in edges.values()) - sum(map(len, draft.before.edges.values()))


def _write_edges(tx: ManagedTransaction, draft: Draft, edges: dict[str, _Edge]) -> None:
    changed: dict[str, list[Any]] = defaultdict(list)
    fresh: dict[tuple[str, str, str], list[Any]] = defaultdict(list)
    for id, (source, target, props, proofs) in edges.items():
        before = draft.before.edges.get(id)
        if before == proofs:
            continue
        kind, row = id.partition(":")[0], edge_row(id, json.loads(props), proofs)
        if before is None:
            fresh[kind, kind_of(source) or "", kind_of(target) or ""].append([source, target, row])
        else:
            changed[kind].append(row)
    _each(tx, changed, TYPES, "MATCH ()-[x:{} {{id: row.id}}]->() SET x = row")
    for (kind, a, b), rows in fresh.items():
        query = (
            f"UNWIND $rows AS row MATCH (a:{LABELS[a]} {{id: row[0]}}) MATCH (b:{LABELS[b]} {{id: row[1]}})"
            f" CREATE (a)-[x:{TYPES[kind]}]->(b) SET x = row[2]"
        )
        _run(tx, query, rows)


def _write_ballots(tx: ManagedTransaction, draft: Draft) -> None:
    now: dict[str, list[Any]] = defaultdict(list)
    sql = "SELECT id, prop, value, votes FROM ballot JOIN node ON n = node ORDER BY id, prop, value"
    for id, *ballot in draft.db.execute(sql):
        now[id].append(ballot)
    before = draft.before.ballots
    rows = [{"id": id, "votes": json.dumps(votes, ensure_ascii=False)} for id, votes in now.items()]
    _run(tx, "UNWIND $rows AS row MATCH (b:_Ballot {id: row}) DELETE b", before.keys() - now.keys())
    _run(
        tx,
        "UNWIND $rows AS row MERGE (b:_Ballot {id: row.id}) SET b = row",
        [row for row in rows if before.get(row["id"]) != row["votes"]],
    )


def _write_readings(tx: ManagedTransaction, draft: Draft) -> None:
    db, before = draft.db, draft.before
    keys = {
        key: (id, said)
        for key, id, said in db.execute("SELECT key, doc_key.id, candidates FROM doc_key LEFT JOIN open_node USING (k)")
    }
    rows, gone, used, unused = [], [], [], []
    here = {}
    sql = (
        "SELECT src, source, digest, own, length, in_effect, entity, document, heading, body, votes, text"
        " FROM reading LEFT JOIN text USING (src)"
    )
    for src, source, *head, body, votes, text in db.execute(sql):
        here[source] = src
        whole = before.wholes.get(source)
        if whole is None and source in before.heads:
            continue  # only looked at
        edges = _edges_of(draft, src)
        uses = set(db.execute("SELECT key, own FROM key_use JOIN doc_key USING (k) WHERE src = ?", (src,)))
        had = whole.uses if whole else set()
        used += [(source, key, own) for key, own in uses - had]
        unused += [(source, key, own) for key, own in had - uses]
        if whole and (tuple(head), body, text, votes, edges) == (
            before.heads[source], whole.body, whole.text, whole.votes, whole.edges
        ):  # fmt: skip
            continue
        digest, own, length, in_effect, entity, document, heading = head
        rows.append(
            {
                "name": indexed(source), "source": source, "digest": digest, "own": own, "length": length,
                "in_effect": bool(in_effect), "entity": entity, "named": indexed(entity), "document": document,
                "heading": heading, "body": body, "votes": votes, "text": text, "edges": edges,
                **block_props(read_key(own)),
            }
        )  # fmt: skip
    gone = [source for source in before.wholes if source not in here]
    unused += [(source, key, own) for source in gone for key, own in before.wholes[source].uses]
    for own, type in _USES.items():
        _run(
            tx,
            "UNWIND $rows AS row MATCH (r:_Reading {name: row[0]}) MATCH (k:_Key {name: row[1]})"
            f" MATCH (r)-[u:{type}]->(k) DELETE u",
            [[indexed(source), indexed(key)] for source, key, which in unused if which == own],
        )
    _run(tx, "UNWIND $rows AS row MATCH (r:_Reading {name: row}) DELETE r", map(indexed, gone))
    lost = [indexed(key) for key in before.keys if key not in keys]
    _run(tx, "UNWIND $rows AS row MATCH (k:_Key {name: row}) DELETE k", lost)
    changed = [
        {"name": indexed(key), "key": key, "id": id, "candidates": said, **block_props(read_key(key))}
        for key, (id, said) in keys.items()
        if before.keys.get(key) != (id, said)
    ]
    _run(tx, "UNWIND $rows AS row MERGE (k:_Key {name: row.name}) SET k = row", changed)
    for batch in batches(rows, 200):
        _run(tx, "UNWIND $rows AS row MERGE (r:_Reading {name: row.name}) SET r = row", batch)
    for own, type in _USES.items():
        _run(
            tx,
            "UNWIND $rows AS row MATCH (r:_Reading {name: row[0]}) MATCH (k:_Key {name: row[1]})"
            f" CREATE (r)-[:{type}]->(k)",
            [[indexed(source), indexed(key)] for source, key, which in used if which == own],
        )


def _edges_of(draft: Draft, src: int) -> list[str]:
    sql = "SELECT DISTINCT kind, number FROM evidence JOIN edge ON e = edge WHERE src = ? ORDER BY kind, number"
    return [edge_id(kind, number) for kind, number in draft.db.execute(sql, (src,))]
