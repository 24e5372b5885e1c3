"""A body as a text names it."""

from __future__ import annotations

from dataclasses import dataclass

from graph.reading import AgencyKey
from ingest.home import Home
from ingest.naming import without_unit


@dataclass(frozen=True, slots=True)
class Body:
    """One body as a text names it. `name` is the usual full name without the place, `place` the province or lower unit
    when the words give it; `local` bodies belong to the document's own place when they give none."""

    start: int
    end: int
    surface: str
    name: str
    place: str
    local: bool
    collective: bool

    def key(self, home: Home) -> AgencyKey:
        """The body's key in a document of a place."""
        if self.place or not self.local:
            return AgencyKey(self.name, self.place, self.collective)
        place = home.of(self.surface)
        name = self.name if self.collective else without_unit(self.name, place)
        return AgencyKey(name, place, self.collective)

    @property
    def spread(self) -> bool:
        """Whether the word that its name begins with stands before the list it is in: `các Sở: Xây dựng, Nội vụ`."""
        return self.name.startswith(("Sở ", "Bộ ")) and not self.surface.startswith(("Sở", "Bộ"))

    def moved(self, by: int) -> Body:
        """The body in a text that begins `by` characters earlier."""
        return Body(self.start + by, self.end + by, self.surface, self.name, self.place, self.local, self.collective)
