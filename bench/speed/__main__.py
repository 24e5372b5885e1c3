"""The command line of the benchmark."""

from __future__ import annotations

import argparse
import os
import platform
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from bench.speed import exchange, others, questions, reading, storing
from bench.speed.clock import Figure

PARTS: dict[str, Callable[[Path, int], Iterator[Figure]]] = {
    "reading": lambda folder, _: reading.figures(folder),
    "storing": storing.figures,
    "questions": lambda folder, _: questions.figures(folder),
    "exchange": exchange.figures,
    "others": others.figures,
}
"""In this order: the store that `storing` leaves is asked by those behind it."""


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.speed", description=__doc__)
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []], help="all when none is named")
    parser.add_argument("--documents", type=int, default=300, help="made-up documents in the store (300)")
    parser.add_argument("--keep", type=Path, help="folder for documents, store and exports; else they are removed")
    parser.add_argument("-o", "--output", type=Path, help="a file for the table, in Markdown")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = (given.keep or Path(temporary)) / str(given.documents)
        folder.mkdir(parents=True, exist_ok=True)
        wanted = [part for part in PARTS if part in (given.parts or PARTS)]
        if not (folder / "graph.db").exists() and {*wanted} - {"reading"}:
            wanted = sorted({*wanted, "storing"}, key=list(PARTS).index)
        lines = [_machine(given.documents), "", *_HEAD]
        for part in wanted:
            for figure in PARTS[part](folder, given.documents):
                line = _row(figure)
                print(line, file=sys.stderr)
                lines.append(line)
    text = "\n".join(lines) + "\n"
    if given.output:
        given.output.write_text(text, encoding="utf-8")
    else:
        print(text, end="")


_HEAD = ("| part | what | figure | unit | ratio | note |", "| --- | --- | ---: | --- | ---: | --- |")


def _row(figure: Figure) -> str:
    value = f"{figure.value:,.0f}" if figure.value >= 100 else f"{figure.value:.3g}"
    return f"| {figure.part} | {figure.what} | {value} | {figure.unit} | {figure.ratio} | {figure.note} |"


def _machine(documents: int) -> str:
    python = platform.python_version()
    return f"{documents:,} made-up documents; Python {python}, SQLite {sqlite3.sqlite_version}, {os.cpu_count()} cores."


if __name__ == "__main__":
    main()
