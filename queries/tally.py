"""Counts of found, missed and wrong things under one name each, and the figures that follow from them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Set
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Figure:
    """What a comparison gives for one name, to four places: accuracy for a field, else precision, recall and F1.

    `n` is the number of things asked for.
    """

    name: str
    precision: float | None
    recall: float | None
    f1: float | None
    accuracy: float | None
    n: int

    def values(self) -> dict[str, float]:
        """The figures that apply, by name, `n` last."""
        stated = {"precision": self.precision, "recall": self.recall, "f1": self.f1, "accuracy": self.accuracy}
        return {name: value for name, value in stated.items() if value is not None} | {"n": self.n}


@dataclass(slots=True)
class _Count:
    hit: int = 0
    miss: int = 0
    wrong: int = 0


@dataclass(slots=True)
class Tally:
    """Collects the counts; `details` has one sentence for each thing missed or wrong, in the order met."""

    counts: dict[str, _Count] = field(default_factory=lambda: defaultdict(_Count))
    details: list[str] = field(default_factory=list)

    def compare(self, name: str, wanted: Set[object], found: Set[object], allowed: Set[object] = frozenset()) -> None:
        """Count a set; what is `allowed` but not wanted is no error when found."""
        missed, wrong = wanted - found, found - wanted - allowed
        self.add(name, hit=len(wanted & found), miss=len(missed), wrong=len(wrong))
        self.details += [f"{name}: missed {item}" for item in sorted(missed, key=str)]
        self.details += [f"{name}: wrong {item}" for item in sorted(wrong, key=str)]

    def exact(self, name: str, wanted: object, found: object) -> None:
        """Count a field that has to be the same."""
        same = wanted == found
        self.add(name, hit=int(same), miss=int(not same))
        if not same:
            self.details.append(f"{name}: expected {wanted!r}, got {found!r}")

    def add(self, name: str, *, hit: int = 0, miss: int = 0, wrong: int = 0) -> None:
        count = self.counts[name]
        count.hit += hit
        count.miss += miss
        count.wrong += wrong

    def figures(self) -> tuple[Figure, ...]:
        """By name; a name that asked for nothing and found nothing wrong stands at 1."""
        return tuple(_figure(name, self.counts[name]) for name in sorted(self.counts))


def _figure(name: str, count: _Count) -> Figure:
    asked, given = count.hit + count.miss, count.hit + count.wrong
    if name.startswith("field."):
        return Figure(name, None, None, None, round(count.hit / asked, 4), asked)
    precision = count.hit / given if given else 1.0
    recall = count.hit / asked if asked else 1.0
    both = precision + recall
    f1 = 2 * precision * recall / both if both else 0.0
    return Figure(name, round(precision, 4), round(recall, 4), round(f1, 4), None, asked)
