"""Reading in one process: everything, citations alone, and what the readers of file formats take."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bench.speed.clock import Figure, seconds
from bench.speed.corpora import kinds, opened
from ingest.citations import citations
from ingest.home import Home
from ingest.reader import read_raw

PART = "reading"
_MADE_UP = 240
_RATE = "million characters/s"


def figures(folder: Path) -> Iterator[Figure]:
    """By kind of file. Each document is read once: what was remembered of it would make a second reading faster."""
    found = kinds(folder / "kinds", _MADE_UP)
    for raw in opened(found["samples"]):
        read_raw(raw)  # so that all rules are compiled
    texts: list[str] = []
    read_in_all = taken_in_all = 0.0
    for name, files in found.items():
        raws = opened(files)
        readings = []
        taken = seconds(lambda raws=raws, out=readings: out.extend(read_raw(raw) for raw in raws), runs=1)  # type: ignore[misc]
        length = sum(len(r.text) for r in readings)
        of_format = seconds(lambda files=files: opened(files), runs=1)  # type: ignore[misc]
        texts += [r.text for r in readings]
        read_in_all, taken_in_all = read_in_all + length, taken_in_all + taken
        note = (
            f"{len(files)} files, {length:,} characters; their format takes {of_format / taken:.2f} times as long again"
        )
        yield Figure(PART, f"everything: {name}", length / taken / 1e6, _RATE, note)
    yield Figure(PART, "everything", read_in_all / taken_in_all / 1e6, _RATE, "all of these, formats apart", 1.0)
    alone = citation_rate(texts)
    yield Figure(PART, "citations alone", alone, _RATE, "the same texts, line by line", 3.5)


def citation_rate(texts: list[str]) -> float:
    """Millions of characters a second in which citations are found, line by line as reading does."""
    lines = [line for text in texts for line in text.split("\n")]
    taken = seconds(lambda: [citations(line, Home("Lai Châu")) for line in lines])
    return sum(map(len, lines)) / taken / 1e6
