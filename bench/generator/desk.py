"""What one made-up document is written with: chance, its place and level, its subject, its bodies, and the truth so far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from bench.generator.bodies import Body, Staff
from bench.generator.subjects import Subject
from bench.generator.truth import Truth


@dataclass
class Desk:
    rng: Random
    truth: Truth
    staff: Staff
    subject: Subject
    year: int
    level: str
    """`central`, `province`, `commune` or `district`."""
    party: bool
    unit: str = ""
    """The word for the own unit: `tỉnh`, `thành phố`, `xã`."""
    seat: str = ""
    """The own unit with its name: `tỉnh Lai Châu`."""
    province: str = ""
    issuer: str = ""

    def __post_init__(self) -> None:
        self._acts: list[str] = []

    def name(self, body: Body) -> str:
        """The body as written, entered as named."""
        self.truth.body(body.name, body.surface, body.collective)
        return body.surface

    def act(self) -> str:
        """Something to be done, none twice until all were used."""
        if not self._acts:
            self._acts = self.rng.sample(self.subject.acts, len(self.subject.acts))
        return self._acts.pop()

    def some(self, least: int, most: int, groups: bool = False, without: Sequence[Body] = ()) -> list[Body]:
        """Different bodies, a collective last."""
        pool = [b for b in self.staff.single if b not in without]
        found = self.rng.sample(pool, min(self.rng.randint(least, most), len(pool)))
        if groups and self.rng.random() < 0.5:
            found.append(self.rng.choice([b for b in self.staff.groups if b not in without] or list(self.staff.groups)))
        return found

    def listed(self, bodies: Sequence[Body], last: str = "và") -> str:
        """`A, B và C`."""
        names = [self.name(body) for body in bodies]
        names = names[:1] + [
            n[0].lower() + n[1:] if b.collective and n[0] == "C" else n
            for n, b in zip(names[1:], bodies[1:], strict=True)
        ]
        return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} {last} {names[-1]}"
