"""What a database holds besides the graph: constraints, indexes, the mark that it is a store, and the ledger's labels.

`_Chithi` is the mark: one node with the form of the store, a number that grows with every change, and the count of
evidence; `_Gate` beside it says whether a change is being committed (`graph.neo4j.gate`). `_Reading` is a file that was
read, `_Key` a document as texts name it (`_NAMES`, and `_IS` for the document itself), `_Ballot` what documents say of
a node they share. Nothing connects these to the graph.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from graph.neo4j.values import FOLDED, LABELS, TYPES

# Form 2 has the gate; a store of form 1 gets it with the first change.
VERSION = 2
OLDEST_SERVER = (5, 23)

WORDS = {kind: f"chithi_words_{kind}" for kind in LABELS}


def _constraints(wanted: Mapping[str, str]) -> dict[str, str]:
    return {name: f"CREATE CONSTRAINT {name} IF NOT EXISTS {what}" for name, what in wanted.items()}


def _indexes(wanted: Mapping[str, str], kind: str = "") -> dict[str, str]:
    return {name: f"CREATE {kind}INDEX {name} IF NOT EXISTS {what}" for name, what in wanted.items()}


_LEDGER = {
    **_constraints(
        {
            "chithi_mark": "FOR (n:_Chithi) REQUIRE n.one IS UNIQUE",
            "chithi_reading": "FOR (n:_Reading) REQUIRE n.name IS UNIQUE",
            "chithi_key": "FOR (n:_Key) REQUIRE n.name IS UNIQUE",
            "chithi_ballot": "FOR (n:_Ballot) REQUIRE n.id IS UNIQUE",
        }
    ),
    **_indexes(
        {
            f"chithi_{label[1:].lower()}_{prop}": f"FOR (n:{label}) ON (n.{prop})"
            for label, props in (("_Reading", ("document", "named", "block", "law")), ("_Key", ("id", "block", "law")))
            for prop in props
        }
    ),
}
_NODES = {
    **_constraints({f"chithi_{kind}": f"FOR (n:{label}) REQUIRE n.id IS UNIQUE" for kind, label in LABELS.items()}),
    **_indexes(
        {
            f"chithi_{kind}_{prop}": f"FOR (n:{LABELS[kind]}) ON (n.folded_{prop})"
            for kind, props in FOLDED.items()
            for prop in props
        }
    ),
    **_indexes(
        {
            name: f"FOR (n:{LABELS[kind]}) ON EACH [n.words]"
            " OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace'}}"
            for kind, name in WORDS.items()
        },
        "FULLTEXT ",
    ),
}
_EDGES = _indexes({f"chithi_{kind}_id": f"FOR ()-[e:{type}]-() ON (e.id)" for kind, type in TYPES.items()})

Extent = Literal["ledger", "nodes", "all"]


def statements(extent: Extent = "all") -> dict[str, str]:
    """What makes each constraint and index, by name: those of the ledger, of nodes as well, or all."""
    return {"ledger": _LEDGER, "nodes": _LEDGER | _NODES, "all": _LEDGER | _NODES | _EDGES}[extent]


def removals() -> list[str]:
    """What takes away the constraints and indexes that only slow down the filling of an empty database."""
    return [
        f"DROP {'CONSTRAINT' if made.startswith('CREATE CONSTRAINT') else 'INDEX'} {name} IF EXISTS"
        for name, made in (_NODES | _EDGES).items()
    ]
