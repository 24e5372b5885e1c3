"""One mention of a document."""

from __future__ import annotations

from dataclasses import dataclass

from graph.reading import DocumentKey


@dataclass(frozen=True, slots=True)
class Citation:
    """One mention. `start` and `end` span type, number, date and issuer; `title` is the subject the text adds."""

    start: int
    end: int
    key: DocumentKey
    title: str = ""
    rule: str = "citation.symbol"

    def shifted(self, by: int) -> Citation:
        return Citation(self.start + by, self.end + by, self.key, self.title, self.rule)
