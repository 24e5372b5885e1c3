"""What reading one document yields: statements between keys. No other document was looked at; resolution does that.

A key names a thing with the parts the text gives: a cited document by number, date and place, a body by its name.
`graph.resolution` turns keys into nodes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from graph.model import Props


@dataclass(frozen=True, slots=True, order=True)
class DocumentKey:
    """A document as one text names it. Parts the text does not give are empty strings.

    `symbol` is normalised (`34-CT/TW`, `7/NQ-CP`), `date` ISO and may be partial (`2024-11`), `issuer` the issuer's
    name, `place` the province (or lower unit) whose numbering it belongs to, `VN` for central bodies; `name` the title
    of a work without a number (`Luật Nhà ở`).
    """

    doc_type: str = ""
    symbol: str = ""
    date: str = ""
    issuer: str = ""
    place: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True, order=True)
class AgencyKey:
    """A body by its name without the place, and the place it belongs to (empty for central bodies and when unknown)."""

    name: str
    place: str = ""
    collective: bool = False


@dataclass(frozen=True, slots=True, order=True)
class PlaceKey:
    name: str


@dataclass(frozen=True, slots=True, order=True)
class PersonKey:
    name: str
    position: str = ""


@dataclass(frozen=True, slots=True, order=True)
class ItemKey:
    """A provision, task or target of the document being read; `n` tells apart several figures under one ref."""

    kind: str
    ref: str
    n: int = 1


@dataclass(frozen=True, slots=True, order=True)
class SelfKey:
    """The document being read."""


Key = DocumentKey | AgencyKey | PlaceKey | PersonKey | ItemKey | SelfKey


@dataclass(frozen=True, slots=True)
class Item:
    """A node that belongs to the document being read."""

    key: ItemKey
    label: str
    props: Props


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement with one piece of evidence in the text that was read. `props` distinguish parallel edges of one
    kind between the same ends, so they are part of the edge's identity. The task of a `directs` is given by its ref;
    the store makes the task's id of it."""

    kind: str
    source: Key
    target: Key
    start: int
    end: int
    rule: str
    confidence: float = 1.0
    props: Props = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Finding:
    """Something the reader noticed and could not turn into a statement: for the audit. `kind` is a short code
    (`duty_not_read`, `symbol_not_read`, `table_not_read`, `mended`, `blank_number`, `no_head`), offsets into the stored
    text."""

    kind: str
    start: int
    end: int
    note: str


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything read in one document.

    `key` identifies the document; `props` are its node's properties (`doc_type`, `symbol`, `date`, `title`, `issuer`,
    `place`, `branch`, `recipients`, `signed_at`, `source`, `sha256` of the stored text, `inferred`: fields not stated
    in a heading). `lines` are (offset in the text, line number in the source), ascending, for showing where a quote
    stands.
    """

    source: str
    text: str
    key: DocumentKey
    props: Props
    items: tuple[Item, ...] = ()
    claims: tuple[Claim, ...] = ()
    findings: tuple[Finding, ...] = ()
    lines: tuple[tuple[int, int], ...] = ()

    def __reduce__(self) -> tuple[Callable[..., Reading], tuple[str, str, DocumentKey, bytes]]:
        """Pickled as the ledger keeps it: a fifth of the size, and each key once, however many claims name it."""
        from graph.packing import pack, unpack

        return unpack, (self.source, self.text, self.key, pack(self))
