"""What the embedded store answers: each function a few queries, whatever the size of the graph."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from graph.chunks import chunks
from graph.folding import fold
from graph.identity import ITEM_KINDS, edge_id
from graph.lookup import folds, having, kind_word
from graph.model import Edge, Evidence, Node, Text
from graph.searching import MATCHES, Scope, ranked
from graph.store import Part, Role, Step, first_stated, within
from ontology.vocabulary import NODE_KINDS

_EDGE = (
    "SELECT e, number, edge.kind, a.id, b.id, edge.props FROM {edges}"
    " CROSS JOIN node a ON a.n = edge.source CROSS JOIN node b ON b.n = edge.target"
)

# Evidence in the order of `Edge.evidence`, of which the first with the highest confidence is taken.
_SURELY = (
    'SELECT e, number, edge.kind, a.id, b.id, edge.props, document, start, "end", quote, rule, confidence'
    " FROM json_each(?) j CROSS JOIN edge ON e = j.value"
    " CROSS JOIN node a ON a.n = edge.source CROSS JOIN node b ON b.n = edge.target"
    " CROSS JOIN evidence ON evidence.rowid = ("
    "  SELECT p.rowid FROM evidence p CROSS JOIN reading r USING (src) WHERE p.edge = e"
    '  ORDER BY p.confidence DESC, r.document, p.start, p."end", p.rule LIMIT 1'
    " ) CROSS JOIN reading USING (src)"
)
# The items of a kind in the documents `j`: their ids go on from their document's with `#task:`.
_ITEMS = "node ON node.kind = ? AND node.id >= j.value || '#' || ? || ':' AND node.id < j.value || '#' || ? || ';'"


def nodes(db: sqlite3.Connection, ids: Collection[str]) -> dict[str, Node]:
    found: dict[str, Node] = {}
    for chunk in chunks(sorted(set(ids))):
        sql = "SELECT node.id, kind, label, props FROM json_each(?) CROSS JOIN node ON node.id = value"
        found |= {row[0]: _node(row) for row in db.execute(sql, (chunk,))}
    return found


def nodes_of(db: sqlite3.Connection, kinds: Collection[str] | None) -> Iterator[Node]:
    if kinds is None:
        rows = db.execute("SELECT id, kind, label, props FROM node ORDER BY id")
    elif len(kinds) == 1:
        rows = db.execute("SELECT id, kind, label, props FROM node WHERE kind = ? ORDER BY id", tuple(kinds))
    else:
        sql = "SELECT id, kind, label, props FROM node WHERE kind IN (SELECT value FROM json_each(?)) ORDER BY id"
        rows = db.execute(sql, (json.dumps(sorted(kinds)),))
    return map(_node, rows)


def find(db: sqlite3.Connection, kind: str, prop: str, values: Collection[str]) -> list[Node]:
    """By the index for nodes that documents share; items are looked through."""
    wanted = {folded for value in values for folded in folds(prop, value)}
    found: dict[str, Node] = {}
    if folds(prop, "x") and kind in ("document", "agency", "place", "person"):
        for chunk in chunks(sorted(wanted)):
            sql = (
                "SELECT node.id, node.kind, label, props FROM json_each(?)"
                " CROSS JOIN lookup ON lookup.kind = ? AND prop = ? AND folded = value"
                " CROSS JOIN node ON n = lookup.node"
            )
            found |= {row[0]: _node(row) for row in db.execute(sql, (chunk, kind, prop))}
        long = {fold(value) for value in values if not folds(prop, value)}
        if not long:
            return [found[id] for id in sorted(found)]
        wanted = long
    wanted = wanted or {fold(value) for value in values}
    if wanted:
        found |= {node.id: node for node in having(nodes_of(db, [kind]), prop, wanted)}
    return [found[id] for id in sorted(found)]


def edges(
    db: sqlite3.Connection,
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
    a, b = (None if ids is None else set(_rows(db, ids)) for ids in (sources, targets))
    files = None if documents is None else _files(db, documents)
    where, values = [], []
    if kinds is not None:
        where.append("edge.kind IN (SELECT value FROM json_each(?))")
        values.append(json.dumps(sorted(set(kinds))))
    ends = [(column, rows) for column, rows in (("source", a), ("target", b)) if rows is not None]
    ends.sort(key=lambda end: len(end[1]))
    for column, rows in ends[1:]:
        where.append(f"edge.{column} IN (SELECT value FROM json_each(?))")
        values.append(json.dumps(sorted(rows)))
    if ends and files is not None:
        where.append("EXISTS (SELECT 1 FROM evidence WHERE edge = e AND src IN (SELECT value FROM json_each(?)))")
        values.append(json.dumps(files))
    condition = f" WHERE {' AND '.join(where)}" if where else ""
    if ends:
        column, rows = ends[0]
        sql = _EDGE.format(edges=f"json_each(?) j CROSS JOIN edge ON edge.{column} = j.value") + condition
        found = _chunked(db, sql, sorted(rows), values)
    elif files is not None:
        rows_of = "(SELECT DISTINCT edge AS x FROM json_each(?) j CROSS JOIN evidence ON src = j.value)"
        sql = _EDGE.format(edges=f"{rows_of} CROSS JOIN edge ON e = x") + condition
        found = _chunked(db, sql, files, values)
    else:
        found = {row[0]: row for row in db.execute(_EDGE.format(edges="edge") + condition, values)}
    return _edges(db, found.values(), evidence=evidence, files=None if others else files)


def items(db: sqlite3.Connection, documents: Collection[str], kinds: Collection[str], stating: str) -> list[Node]:
    """By their ids, which begin with their document's: no edge is looked at."""
    only = " WHERE json_type(props, ?) IS NOT NULL" if stating else ""
    values = [f'$."{stating}"'] if stating else []
    sql = f"SELECT node.id, kind, label, props FROM json_each(?) j CROSS JOIN {_ITEMS}{only}"
    found: list[Node] = []
    for kind in sorted(set(kinds) & ITEM_KINDS):
        for chunk in chunks(sorted(set(documents))):
            found += map(_node, db.execute(sql, (chunk, *[kind] * 3, *values)))
    return sorted(found, key=lambda node: node.id)


def parts(
    db: sqlite3.Connection,
    documents: Collection[str] | None,
    kinds: Collection[str],
    bodies: Collection[str] | None,
) -> list[Part]:
    ends = "SELECT DISTINCT edge.kind, a.id, node.id FROM"
    ties = "edge.kind IN (SELECT value FROM json_each(?)) CROSS JOIN node a ON a.n = edge.source"
    wanted = json.dumps(sorted(set(kinds)))
    if bodies is not None:
        sql = (
            f"{ends} json_each(?) j CROSS JOIN node a ON a.id = j.value CROSS JOIN edge ON edge.source = a.n"
            " AND edge.kind IN (SELECT value FROM json_each(?)) CROSS JOIN node ON node.n = edge.target"
        )
        held = (Part(*row) for chunk in chunks(sorted(set(bodies))) for row in db.execute(sql, (chunk, wanted)))
        return within(held, documents)
    if documents is None:
        sql = f"{ends} node CROSS JOIN edge ON edge.target = node.n AND {ties} WHERE node.kind = 'task'"
        return sorted(map(Part._make, db.execute(sql, (wanted,))))
    sql = f"{ends} json_each(?) j CROSS JOIN {_ITEMS} CROSS JOIN edge ON edge.target = node.n AND {ties}"
    found: list[Part] = []
    for chunk in chunks(sorted(set(documents))):
        found += map(Part._make, db.execute(sql, (chunk, *["task"] * 3, wanted)))
    return sorted(found)


def roles(db: sqlite3.Connection, tasks: Collection[str], kinds: Collection[str]) -> list[Role]:
    sql = (
        "SELECT node.id, coalesce((SELECT min(start) FROM evidence WHERE edge = e), 0), a.id, edge.kind"
        " FROM json_each(?) j CROSS JOIN node ON node.id = j.value CROSS JOIN edge ON edge.target = node.n"
        " AND edge.kind IN (SELECT value FROM json_each(?)) CROSS JOIN node a ON a.n = edge.source"
    )
    wanted = json.dumps(sorted(set(kinds)))
    return first_stated(Role(*row) for chunk in chunks(sorted(set(tasks))) for row in db.execute(sql, (chunk, wanted)))


def degrees(
    db: sqlite3.Connection, ids: Collection[str], kinds: Collection[str] | None
) -> dict[str, dict[tuple[str, bool], int]]:
    found: dict[str, dict[tuple[str, bool], int]] = {}
    only = "" if kinds is None else " AND edge.kind IN (SELECT value FROM json_each(?))"
    values = [] if kinds is None else [json.dumps(sorted(set(kinds)))]
    for chunk in chunks(sorted(set(ids))):
        for column in ("source", "target"):
            sql = (
                f"SELECT node.id, edge.kind, count(*) FROM json_each(?) CROSS JOIN node ON node.id = value"
                f" CROSS JOIN edge ON edge.{column} = n{only} GROUP BY n, edge.kind"
            )
            for id, kind, count in db.execute(sql, (chunk, *values)):
                found.setdefault(id, {})[kind, column == "source"] = count
    return found


def walk(
    db: sqlite3.Connection, starts: Collection[str], kinds: Collection[str], *, down: bool, depth: int, limit: int
) -> list[Step]:
    """One query a level; a level's edges come in id order, so that what a limit cuts off is always the same."""
    here, there = ("target", "source") if down else ("source", "target")
    sql = (
        f"SELECT e, kind, number, {there} FROM json_each(?) j CROSS JOIN edge ON {here} = j.value"
        " WHERE kind IN (SELECT value FROM json_each(?))"
    )
    wanted = json.dumps(sorted(set(kinds)))
    level = set(_rows(db, starts))
    visited = set(level)
    met: dict[int, int] = {}
    for step in range(1, depth + 1):
        fresh = [row for row in _chunked(db, sql, sorted(level), [wanted]).values() if row[0] not in met]
        fresh.sort(key=lambda row: (row[1], row[2]))
        met |= {row[0]: step for row in fresh[: limit - len(met)]}
        level = {row[3] for row in fresh} - visited
        visited |= level
        if not level or len(met) >= limit:
            break
    rows = _chunked(db, _SURELY, met, [])
    return [Step(step, _surely(rows[e])) for e, step in met.items()]


def texts(db: sqlite3.Connection, documents: Collection[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for chunk in chunks(sorted(set(documents))):
        sql = (
            "SELECT document, text FROM json_each(?) CROSS JOIN reading ON document = value CROSS JOIN text USING (src)"
        )
        found |= dict(db.execute(sql, (chunk,)).fetchall())
    return found


def search(db: sqlite3.Connection, text: str, kinds: Collection[str] | None, limit: int) -> list[Node]:
    def matches(said: list[str], scope: Scope) -> list[Node]:
        wanted = " AND ".join([f'"{word}"' for word in said[:-1]] + [f'"{said[-1]}"*'])
        if kinds is not None:
            known = sorted(NODE_KINDS.keys() & set(kinds))  # any other word could be a command of the index
            wanted += " AND (" + " OR ".join(f'"{kind_word(kind)}"' for kind in known or ["nothing"]) + ")"
        wanted += {"held": " AND szheld", "document": f" AND {kind_word('document')}", "any": ""}[scope]
        sql = (
            "SELECT id, kind, label, props FROM (SELECT rowid AS r FROM found WHERE found MATCH ? LIMIT ?)"
            " CROSS JOIN node ON n = r"
        )
        return [_node(row) for row in db.execute(sql, (wanted, max(MATCHES, limit)))]

    return ranked(text, kinds, limit, lambda: find(db, "document", "symbol", [text]), matches)


def counts(db: sqlite3.Connection) -> dict[str, dict[str, int]]:
    return {
        "nodes": dict(db.execute("SELECT kind, count(*) FROM node GROUP BY kind ORDER BY kind").fetchall()),
        "edges": dict(db.execute("SELECT kind, count(*) FROM edge GROUP BY kind ORDER BY kind").fetchall()),
        "evidence": {"all": db.execute("SELECT count(*) FROM evidence").fetchone()[0]},
    }


def records(db: sqlite3.Connection) -> Iterator[Text | Node | Edge]:
    sql = "SELECT document, text FROM reading CROSS JOIN text USING (src) WHERE in_effect ORDER BY document"
    yield from (Text(document, text) for document, text in db.execute(sql))
    yield from nodes_of(db, None)
    batch: list[Any] = []
    for row in db.execute(_EDGE.format(edges="edge") + " ORDER BY edge.kind, number"):
        batch.append(row)
        if len(batch) == 1000:
            yield from _edges(db, batch, evidence=True)
            batch = []
    yield from _edges(db, batch, evidence=True)


def _node(row: tuple[str, str, str, str]) -> Node:
    return Node(row[0], row[1], row[2], json.loads(row[3]))


def _rows(db: sqlite3.Connection, ids: Collection[str]) -> list[int]:
    found: list[int] = []
    for chunk in chunks(sorted(set(ids))):
        sql = "SELECT n FROM json_each(?) CROSS JOIN node ON node.id = value"
        found.extend(n for (n,) in db.execute(sql, (chunk,)))
    return found


def _files(db: sqlite3.Connection, documents: Collection[str]) -> list[int]:
    found: list[int] = []
    for chunk in chunks(sorted(set(documents))):
        sql = "SELECT src FROM json_each(?) CROSS JOIN reading ON document = value"
        found.extend(src for (src,) in db.execute(sql, (chunk,)))
    return found


def _chunked(db: sqlite3.Connection, sql: str, drive: Iterable[int], values: list[str]) -> dict[int, Any]:
    return {row[0]: row for chunk in chunks(drive) for row in db.execute(sql, (chunk, *values))}


def _surely(row: Any) -> Edge:
    _, number, kind, source, target, props, *proof = row
    said = {} if props == "{}" else json.loads(props)
    return Edge(edge_id(kind, number), kind, source, target, said, (Evidence(*proof),))


def _edges(
    db: sqlite3.Connection, rows: Iterable[Any], *, evidence: bool, files: Collection[int] | None = None
) -> list[Edge]:
    """`files`: of the evidence only what stands in these."""
    rows = sorted(rows, key=lambda row: (row[2], row[1]))
    proofs: dict[int, list[Evidence]] = {}
    if evidence:
        sql = (
            'SELECT edge, document, start, "end", quote, rule, confidence FROM json_each(?) j'
            " CROSS JOIN evidence ON {} = j.value CROSS JOIN reading USING (src)"
        )
        own = [row[0] for row in rows]
        drive: Collection[int] = own
        values: list[str] = []
        if files is None:
            sql = sql.format("edge")
        else:
            sql = sql.format("src") + " WHERE edge IN (SELECT value FROM json_each(?))"
            drive, values = files, [json.dumps(own)]
        for chunk in chunks(drive):
            for edge, *proof in db.execute(sql, (chunk, *values)):
                proofs.setdefault(edge, []).append(Evidence(*proof))
    return [
        Edge(
            edge_id(kind, number),
            kind,
            source,
            target,
            {} if props == "{}" else json.loads(props),
            tuple(sorted(proofs[e], key=lambda p: (p.document, p.start, p.end, p.rule))) if e in proofs else (),
        )
        for e, number, kind, source, target, props in rows
    ]
