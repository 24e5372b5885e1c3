"""The graph as a Cypher script, for `cypher-shell -f graph.cypher` and whatever else speaks Cypher: labels, types and
properties as the Neo4j store has them. Running it again changes nothing: nodes and edges are merged by their ids."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from graph.model import Edge, Node
from graph.neo4j.values import LABELS, TYPES, edge_row, kind_of, node_row
from graph.store import Store
from graph.whole_files import whole

# Cypher Manual, "Expressions", escape sequences in string literals.
_UNSAFE = re.compile("[\x00-\x1f'\\\\\x7f-\x9f\u2028\u2029]")
_ESCAPES = {"\n": "\\n", "\r": "\\r", "\t": "\\t", "'": "\\'", "\\": "\\\\"}


def write_cypher(store: Store, path: Path) -> None:
    """One statement a line, streamed: memory does not grow with the graph. Raises NotWrittenError."""
    with whole(path) as part, part.open("w", encoding="utf-8", newline="\n") as out:
        out.writelines(f"{statement};\n" for statement in statements(store))


def statements(store: Store) -> Iterator[str]:
    """Constraints, then nodes, then edges."""
    for kind, label in LABELS.items():
        yield f"CREATE CONSTRAINT chithi_{kind} IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE"
    for record in store.records():
        if isinstance(record, Node):
            row = node_row(record.id, record.kind, record.label, record.props)
            yield f"MERGE (n:{LABELS[record.kind]} {{id: {literal(record.id)}}}) SET n = {_map(row)}"
        elif isinstance(record, Edge):
            yield _edge(record)


def literal(value: Any) -> str:
    """A value as Cypher writes it."""
    if isinstance(value, list):
        return f"[{', '.join(map(literal, value))}]"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    escaped = _UNSAFE.sub(lambda found: _ESCAPES.get(found[0], f"\\u{ord(found[0]):04x}"), str(value))
    return f"'{escaped}'"


def _edge(edge: Edge) -> str:
    proofs: list[Any] = [(p.document, p.start, p.end, p.quote, p.rule, p.confidence) for p in edge.evidence]
    row = edge_row(edge.id, edge.props, proofs) if proofs else {"id": edge.id, **edge.props}
    ends = (f"({name}{_label(id)} {{id: {literal(id)}}})" for name, id in (("a", edge.source), ("b", edge.target)))
    merged = f"MERGE (a)-[e:{TYPES[edge.kind]} {{id: {literal(edge.id)}}}]->(b) SET e = {_map(row)}"
    return f"MATCH {', '.join(ends)} {merged}"


def _label(id: str) -> str:
    kind = kind_of(id)
    return f":{LABELS[kind]}" if kind else ""


def _map(row: Mapping[str, Any]) -> str:
    return "{" + ", ".join(f"{_name(name)}: {literal(value)}" for name, value in row.items()) + "}"


def _name(name: str) -> str:
    return f"`{name.replace('`', '``')}`"
