"""What every store can do, in batches: the questions in `queries/` are written against this and nothing else."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from types import TracebackType
from typing import TYPE_CHECKING, NamedTuple, Protocol, Self

from graph.model import Edge, Node, Text

if TYPE_CHECKING:
    from graph.reading import Finding, Reading


class StoreError(Exception):
    """The store cannot be used; the message names it and the remedy."""


class NotHeldError(KeyError):
    """The document is not one that was ingested."""

    def __init__(self, document: str) -> None:
        super().__init__(f"{document} is not an ingested document")

    def __str__(self) -> str:
        return str(self.args[0])


@dataclass(frozen=True, slots=True)
class Step:
    """One edge met on a walk: `depth` steps from the start (1 for the first), the edge with its surest evidence."""

    depth: int
    edge: Edge


@dataclass(frozen=True, slots=True)
class Held:
    """A file that was read into the store: its document, the SHA-256 of its bytes, and whether its reading is in effect
    (of two files of one document only the fuller one is)."""

    source: str
    document: str
    digest: str
    in_effect: bool


class Part(NamedTuple):
    """What an edge ties, without the edge: the body `source` has the part `kind` in the task `target`."""

    kind: str
    source: str
    target: str


class Role(NamedTuple):
    """A body that a duty names: in their order, as its document lists them. `start` is where its part is first
    stated."""

    task: str
    start: int
    body: str
    kind: str


def within(parts: Iterable[Part], documents: Collection[str] | None) -> list[Part]:
    """Those in duties of these documents, sorted."""
    return sorted(part for part in parts if documents is None or part.target.partition("#")[0] in documents)


def first_stated(roles: Iterable[Role]) -> list[Role]:
    """Of what is told more than once the first; sorted."""
    found = {(role.task, role.body, role.kind): role for role in sorted(roles, reverse=True)}
    return sorted(found.values())


class Store(Protocol):
    """A graph on disk or on a server. Reading operations see the last committed document.

    A collection argument left `None` does not restrict; an empty one matches nothing. Results come in id order unless
    said otherwise.
    """

    # -- writing: one document is one transaction

    def put(self, reading: Reading, digest: str) -> str:
        """Put what was read in one file into the graph, replacing what the same source gave before; returns the
        document id. `digest` is the SHA-256 of the file's bytes."""

    def remove(self, document: str) -> None:
        """Remove an ingested document and all it said; what others say of it stays. KeyError when it is not held."""

    def load(self, records: Iterable[Text | Node | Edge]) -> None:
        """Add records of an export, in one transaction."""

    def batch(self) -> AbstractContextManager[None]:
        """Many documents in few transactions: within it, reading sees a document only when it is committed."""

    # -- the ledger

    def held(self) -> list[Held]:
        """Every file that was read, by source."""

    def readings(self) -> Iterator[tuple[Reading, str]]:
        """What was read in every file, with the SHA-256 of the file's bytes, by source: put into another store, they
        give the same graph."""

    def findings(self, document: str) -> list[Finding]: ...

    def lines(self, document: str) -> list[tuple[int, int]]:
        """(offset in the stored text, line number in the source), ascending; empty when unknown."""

    def revision(self) -> str:
        """A short text that is another after every change; of one store equal while it stays the same, also when it is
        opened again. Cheap enough to be asked before every answer."""

    # -- the graph

    def nodes(self, ids: Collection[str]) -> dict[str, Node]: ...

    def nodes_of(self, kinds: Collection[str] | None = None) -> Iterator[Node]:
        """Nodes of these kinds, streamed."""

    def find(self, kind: str, prop: str, values: Collection[str]) -> list[Node]:
        """Nodes of a kind whose property has one of the values, compared folded (`graph.folding.fold`)."""

    def edges(
        self,
        *,
        kinds: Collection[str] | None = None,
        sources: Collection[str] | None = None,
        targets: Collection[str] | None = None,
        documents: Collection[str] | None = None,
        evidence: bool = True,
        others: bool = True,
    ) -> list[Edge]:
        """Edges that satisfy every restriction; `documents`: with evidence in one of these. Without `evidence` edges
        come without theirs, without `others` only with that which stands in `documents`."""

    def items(self, documents: Collection[str], kinds: Collection[str], stating: str = "") -> list[Node]:
        """The items of these kinds (`task`, `target`, `provision`) that stand in these documents, at whatever level;
        `stating`: only those with this property."""

    def parts(
        self, documents: Collection[str] | None, kinds: Collection[str], *, bodies: Collection[str] | None = None
    ) -> list[Part]:
        """Who has which part in the duties of these documents, or which part these bodies have: an entry for each two
        ends that edges of these kinds (`leads`, `supports`) tie; sorted."""

    def roles(self, tasks: Collection[str], kinds: Collection[str]) -> list[Role]:
        """Who has which part (`leads`, `supports`) in these duties: an entry for each duty, body and kind; sorted."""

    def degrees(
        self, ids: Collection[str], kinds: Collection[str] | None = None
    ) -> dict[str, dict[tuple[str, bool], int]]:
        """How many edges of each kind (of these, when given) start (kind, True) and end (kind, False) at each node;
        kinds without any and nodes without edges are left out."""

    def walk(
        self, starts: Collection[str], kinds: Collection[str], *, down: bool, depth: int = 12, limit: int = 10_000
    ) -> list[Step]:
        """Every edge of these kinds reachable from the starts, breadth first, each once at its smallest depth. `down`
        follows edges from target to source (from a directive to what implements it), otherwise source to target. An
        edge comes with the one evidence that `graph.model.surest` chooses: every document of a chain may say the same
        of those above it."""

    def texts(self, documents: Collection[str]) -> dict[str, str]: ...

    def search(self, text: str, kinds: Collection[str] | None = None, limit: int = 50) -> list[Node]:
        """Nodes whose label, symbol or words contain every word of `text` (the last begun), folded; best first."""

    def counts(self) -> dict[str, dict[str, int]]:
        """{'nodes': {kind: n}, 'edges': {kind: n}, 'evidence': {'all': n}}"""

    def records(self) -> Iterator[Text | Node | Edge]:
        """Everything in export order: texts, nodes, edges, each by id. Equal graphs give equal records."""

    def close(self) -> None: ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...
