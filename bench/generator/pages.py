"""A made-up document before it is printed: head, blocks, foot."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Paragraph:
    text: str
    centred: bool = False


@dataclass(frozen=True)
class Table:
    """The heading row, then rows; a section row has its number and title alone."""

    heading: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Head:
    left: tuple[str, ...]
    right: tuple[str, ...]
    number: str
    dated: str
    doc_type: str
    title: str


@dataclass(frozen=True)
class Foot:
    recipients: tuple[str, ...]
    signature: tuple[str, ...]


Block = Paragraph | Table


@dataclass
class Pages:
    head: Head | None
    body: list[Block] = field(default_factory=list)
    foot: Foot | None = None
    annex: list[Block] = field(default_factory=list)

    def say(self, text: str, centred: bool = False) -> None:
        self.body.append(Paragraph(text, centred))
