"""The documents to be read: the samples, the official texts beside the repository where they are, and made-up ones."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from bench.generator import corpus, generate
from ingest.blocks import RawDocument
from ingest.files import read

_ROOT = Path(__file__).parents[2]
_OFFICIAL = _ROOT.parent / "shared"
_SEED = 7
FIRST_CHAIN = f"made-up-{_SEED}-0-"
"""How the files of the first chain of documents are named."""


def kinds(folder: Path, made_up: int) -> Mapping[str, list[Path]]:
    """Files by kind; so many made-up ones in every layout and format are written into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for seed in range(1_000, 1_000 + made_up):
        document = generate(seed)
        path = folder / document.name
        path.write_bytes(document.bytes)
        written.append(path)
    named = {
        "official, short": sorted((_OFFICIAL / "seeds").glob("*.txt")),
        "official, long": sorted((_OFFICIAL / "corpus").glob("*.txt")),
        "samples": sorted((_ROOT / "samples").glob("[0-9]*")),
        "made up, text": [p for p in written if p.suffix == ".txt"],
        "made up, .md and .html": [p for p in written if p.suffix in (".md", ".html")],
        "made up, .docx": [p for p in written if p.suffix == ".docx"],
    }
    return {name: files for name, files in named.items() if files}


def opened(files: list[Path]) -> list[RawDocument]:
    """The blocks of the files."""
    return [read(path) for path in files]


def chain(folder: Path, documents: int) -> list[Path]:
    """So many made-up documents that carry out each other, in `folder`, written when they are not there."""
    folder.mkdir(parents=True, exist_ok=True)
    if len(list(folder.glob("*.txt"))) != documents:
        for document in corpus(documents, _SEED):
            (folder / document.name).write_bytes(document.bytes)
    return sorted(folder.glob("*.txt"))
