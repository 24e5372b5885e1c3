"""The graph as everyone above sees it: nodes, edges, the evidence of each edge, and the texts it points into."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

Scalar = str | int | float | bool | None
Value = Scalar | list[str]
Props = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a document says it: `text[start:end] == quote` in the text of `document`, offsets in code points."""

    document: str
    start: int
    end: int
    quote: str
    rule: str
    confidence: float


def surest(evidence: Iterable[Evidence]) -> Evidence | None:
    """The evidence with the highest confidence, the first of equals; None when there is none."""
    return max(evidence, key=lambda proof: proof.confidence, default=None)


@dataclass(frozen=True, slots=True)
class Node:
    """A document, provision, agency, task, target, place or person; absent properties are left out of `props`."""

    id: str
    kind: str
    label: str
    props: Props = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Edge:
    """A statement and everything that proves it, sorted by document and start."""

    id: str
    kind: str
    source: str
    target: str
    props: Props = field(default_factory=dict)
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Text:
    """The stored text (NFC) of an ingested document."""

    document: str
    text: str
