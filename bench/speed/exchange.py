"""Export and import of every format."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bench.speed.clock import Figure, seconds
from graph import open_store
from graph.formats import FORMATS, RDF, export, records_in

PART = "exchange"
# They take one document, a picture or a calendar's worth, not a whole graph of ten thousand.
_SMALL = frozenset({".xlsx", ".ttl", ".jsonld"})
_MOST = 1_000


def figures(folder: Path, documents: int) -> Iterator[Figure]:
    """The exports are left in the folder."""
    with open_store(str(folder / "graph.db"), create=False) as store:
        for suffix in FORMATS:
            if suffix in _SMALL and documents > _MOST:
                continue
            path = folder / f"graph{suffix}"
            taken = seconds(lambda path=path: export(store, path), runs=1)  # type: ignore[misc]
            size = _size(path) / 1e6
            yield Figure(PART, f"export {suffix}", size / taken, "MB/s", f"{size:.1f} MB in {taken:.1f} s")
    for suffix in (".jsonl", *sorted(RDF)):
        path = folder / f"graph{suffix}"
        if not path.exists():
            continue
        into = folder / "imported.db"
        for rest in ("", "-wal", "-shm"):
            Path(f"{into}{rest}").unlink(missing_ok=True)
        with open_store(str(into)) as store:
            taken = seconds(lambda path=path, store=store: store.load(records_in(path)), runs=1)  # type: ignore[misc]
        size = _size(path) / 1e6
        yield Figure(PART, f"import {suffix}", size / taken, "MB/s", f"{size:.1f} MB in {taken:.1f} s")


def _size(path: Path) -> int:
    files = path.rglob("*") if path.is_dir() else path.parent.glob(f"{path.stem}*{path.suffix}")  # .csv writes several
    return sum(file.stat().st_size for file in files if file.is_file())
