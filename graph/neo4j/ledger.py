"""The ledger's nodes as rows: how they are named, and the queries that fetch them in batches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256
from itertools import islice
from typing import TypeVar

from graph.ledger import write_key
from graph.reading import DocumentKey
from graph.resolution import blocks

T = TypeVar("T")
BATCH = 10_000
_LONGEST = 200

HEAD = (
    "r.source AS source, r.digest AS digest, r.own AS own, r.length AS length, r.in_effect AS in_effect,"
    " r.entity AS entity, r.document AS document, r.heading AS heading"
)
KEY = (
    "k.key AS key, k.id AS id, k.candidates AS candidates,"
    " COUNT { (k)<-[:_NAMES]-() } AS names, COUNT { (k)<-[:_IS]-() } AS own"
)

READINGS = f"UNWIND $names AS name MATCH (r:_Reading {{name: name}}) RETURN {HEAD}"
READINGS_IN = (
    f"MATCH (r:_Reading) WHERE r.block IN $blocks RETURN {HEAD}"
    f" UNION MATCH (r:_Reading) WHERE r.law IN $blocks RETURN {HEAD}"
)
READINGS_OF = f"UNWIND $documents AS document MATCH (r:_Reading {{document: document}}) RETURN {HEAD}"
READINGS_HELD_AS = (
    "MATCH (k:_Key {id: $document}) MATCH (r:_Reading {named: k.name}) WHERE r.entity = k.key RETURN DISTINCT r.source"
)
READINGS_NAMING = (
    f"UNWIND $names AS name MATCH (k:_Key {{name: name}})<-[:_NAMES|_IS]-(r:_Reading) WITH DISTINCT r RETURN {HEAD}"
)
WHOLE = (
    "UNWIND $names AS name MATCH (r:_Reading {name: name})"
    " RETURN r.source, r.body, r.text, r.votes, r.edges,"
    " [(r)-[:_NAMES]->(k) | k.key], [(r)-[:_IS]->(k) | k.key]"
)
KEYS = f"UNWIND $names AS name MATCH (k:_Key {{name: name}}) RETURN {KEY}"
KEYS_IN = (
    f"MATCH (k:_Key) WHERE k.block IN $blocks RETURN {KEY} UNION MATCH (k:_Key) WHERE k.law IN $blocks RETURN {KEY}"
)
OPEN_KEYS = f"UNWIND $ids AS id MATCH (k:_Key {{id: id}}) WHERE k.candidates IS NOT NULL RETURN {KEY}"
BALLOTS = "UNWIND $ids AS id MATCH (b:_Ballot {id: id}) RETURN b.id, b.votes"


def indexed(text: str) -> str:
    """The text, or of a long one its beginning and a hash: indexes take no longer ones."""
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}~{sha256(text.encode()).hexdigest()}"


def block_props(key: DocumentKey) -> dict[str, str]:
    """The blocks a key belongs to: one, and for a law's number that of its name as well."""
    own, *law = map(indexed, blocks(key))
    return {"block": own, **({"law": law[0]} if law else {})}


def key_name(key: DocumentKey) -> str:
    return indexed(write_key(key))


def batches(values: Iterable[T], size: int = BATCH) -> Iterator[list[T]]:
    left = iter(values)
    while batch := list(islice(left, size)):
        yield batch
