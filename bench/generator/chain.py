"""A corpus of any size in which each document carries out one above it: directive, national decision, plans of provinces, plans of
communes."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from bench.generator import words
from bench.generator.generated import Generated, printed
from bench.generator.subjects import SUBJECTS
from bench.generator.writing import desk_for, write

_PROVINCES = len(words.PROVINCES)
_COMMUNES_OF_EACH = 8
_IN_CHAIN = 2 + _PROVINCES * (2 + _COMMUNES_OF_EACH)


def corpus(n: int, seed: int = 0) -> Iterator[Generated]:
    """`n` documents as plain text, written one at a time; nothing but the documents above the present one is kept."""
    made = 0
    chain = 0
    while made < n:
        for document in _chain(seed, chain):
            yield document
            made += 1
            if made == n:
                return
        chain += 1


def _chain(seed: int, chain: int) -> Iterator[Generated]:
    rng = Random(f"corpus {seed} {chain}")
    subject = SUBJECTS[chain % len(SUBJECTS)]
    year = 2023 + chain % 3
    number = 1 + chain

    def one(level: str, party: bool, province: str, above: list, n: int, name: str):  # type: ignore[no-untyped-def, type-arg]
        desk = desk_for(rng, level, party, province, subject, year)
        pages, own = write(desk, above, n)
        file = f"made-up-{seed}-{chain}-{name}.txt"
        return Generated(file, printed(pages, rng, "unwrapped"), desk.truth.gold(file)), own

    document, directive = one("central", True, "", None, number, "directive")  # type: ignore[no-untyped-call]
    yield document
    document, decision = one("central", False, "", [directive], number, "decision")  # type: ignore[no-untyped-call]
    yield document
    for p, province in enumerate(words.PROVINCES):
        document, party = one("province", True, province, [directive], number, f"{p}-party")  # type: ignore[no-untyped-call]
        yield document
        document, plan = one("province", False, province, [decision, party], number, f"{p}-state")  # type: ignore[no-untyped-call]
        yield document
        for c in range(_COMMUNES_OF_EACH):
            document, _ = one("commune", False, province, [plan], 10 * number + c, f"{p}-{c}")  # type: ignore[no-untyped-call]
            yield document
