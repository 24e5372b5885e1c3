"""What the explorer cannot answer, as sentences for its reader."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Way:
    """Where to go on from a page that could not be shown: the words and the node's kind and id."""

    label: str
    kind: str
    id: str


class Problem(Exception):  # noqa: N818
    """A page that cannot be shown: the HTTP status, the key of its sentence in the catalogue with what fills it, and
    where to go on."""

    def __init__(self, status: int, sentence: str, ways: tuple[Way, ...] = (), **fill: object) -> None:
        super().__init__(sentence)
        self.status = status
        self.sentence = sentence
        self.ways = ways
        self.fill = fill
