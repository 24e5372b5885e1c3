"""Files to blocks: which files there are, which reader each needs, and what is refused before anything parses it."""

from __future__ import annotations

import hashlib
import os
import stat
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace
from importlib import import_module
from itertools import chain
from pathlib import Path
from typing import Protocol, cast

from ingest.blocks import Block, Paragraph, RawDocument
from ingest.formats.characters import tidy
from ingest.formats.plain import Blocks, UnknownEncoding
from ingest.formats.sniffing import kind
from ingest.formats.unreadable import UnreadableFile

__all__ = [
    "READERS",
    "STDIN",
    "DamagedFile",
    "EmptyFile",
    "MissingFile",
    "NotAFile",
    "NotAllowed",
    "OutsideFolder",
    "TooLargeFile",
    "UnknownEncoding",
    "UnreadableFile",
    "UnsafeName",
    "content_of",
    "find",
    "read",
]

READERS = {
    ".txt": "ingest.formats.plain:read",
    ".text": "ingest.formats.plain:read",
    ".md": "ingest.formats.markdown:read",
    ".markdown": "ingest.formats.markdown:read",
    ".docx": "ingest.formats.docx:read",
    ".docm": "ingest.formats.docx:read",
    ".pdf": "ingest.formats.pdf:read",
    ".html": "ingest.formats.html:read",
    ".htm": "ingest.formats.html:read",
    ".xhtml": "ingest.formats.html:read",
}
"""Suffix to reader, imported on first use."""

REFUSED = {".doc", ".rtf", ".odt"}
"""Suffixes looked at in folders although nothing reads them: the user is told to save them as something else."""

LARGEST = 50 * 1024 * 1024
"""Bytes; more is refused. The longest official documents are some megabytes."""

STDIN = Path("-")


class Reader(Protocol):
    def __call__(self, content: bytes, source: str) -> Blocks: ...


class MissingFile(UnreadableFile):
    because = "there is no such file; check the path"


class NotAllowed(UnreadableFile):
    because = "it may not be opened; ask for permission to read it"


class NotAFile(UnreadableFile):
    because = "it is a device, pipe or socket, not a file; pass its content on standard input with -"


class OutsideFolder(UnreadableFile):
    because = "it is a link that leads out of the folder or nowhere; name the file it should lead to"


class UnsafeName(UnreadableFile):
    because = "its name has control characters; rename it"


class EmptyFile(UnreadableFile):
    because = "it is empty; get it again"


class TooLargeFile(UnreadableFile):
    because = f"it has more than {LARGEST // 1024**2} MB; split it, or save it without its pictures"


class DamagedFile(UnreadableFile):
    because = "it is damaged; open it in the program that made it and save it again"


def find(paths: Iterable[str | os.PathLike[str]]) -> Iterator[Path | UnreadableFile]:
    """The files to read, each once: those named, those in folders and the folders below in sorted order, and `STDIN`
    for `-`. What must not be read comes as the error to report, in its place, and does not end the search.

    Hidden files are skipped, and in folders those with a suffix nothing knows.
    """
    seen: set[Path] = set()
    for name in paths:
        if name == "-":
            yield STDIN
            continue
        path = Path(name)
        if _unsafe(path.name):
            yield UnsafeName(str(path))
        elif path.is_dir():
            yield from _in_folder(path, path.resolve(), seen)
        elif path.exists() or path.is_symlink():
            yield from _once(path, seen)
        else:
            yield MissingFile(str(path))


def _in_folder(folder: Path, root: Path, seen: set[Path]) -> Iterator[Path | UnreadableFile]:
    try:
        entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    except OSError:
        yield NotAllowed(str(folder))
        return
    for entry in entries:
        # A name that starts with ~$ is the lock of an open Word document; a README tells of a folder.
        if entry.name.startswith((".", "~$")) or entry.stem.lower() == "readme":
            continue
        if _unsafe(entry.name):
            yield UnsafeName(str(entry))
        elif entry.is_symlink() and not _leads_into(entry, root):
            yield OutsideFolder(str(entry))
        elif entry.is_dir():
            # A link to a folder in the folder: that is visited in its own place, and following it could go in circles.
            if not entry.is_symlink():
                yield from _in_folder(entry, root, seen)
        elif entry.suffix.lower() in READERS.keys() | REFUSED:
            yield from _once(entry, seen)
        elif not entry.is_file():
            yield NotAFile(str(entry))


def _once(path: Path, seen: set[Path]) -> Iterator[Path | UnreadableFile]:
    target = path.resolve()
    if target in seen:
        return
    seen.add(target)
    if path.is_symlink() and not path.exists():
        yield OutsideFolder(str(path))
    elif not path.is_file():
        yield NotAFile(str(path))
    else:
        # A file that is really called - is not standard input.
        yield Path.cwd() / path if path == STDIN else path


def _leads_into(link: Path, root: Path) -> bool:
    try:
        return link.resolve(strict=True).is_relative_to(root)
    except (OSError, RuntimeError):
        return False


def _unsafe(name: str) -> bool:
    return any(
        unicodedata.category(c) in {"Cc", "Cs", "Zl", "Zp"} or unicodedata.bidirectional(c) in _TURNS for c in name
    )


# Characters that turn the reading direction make `gpj.exe` look like `exe.jpg`.
_TURNS = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}


def read(path: str | os.PathLike[str], content: bytes | None = None) -> RawDocument:
    """The blocks of a file, or of standard input for `-`, by what its content is, whatever its suffix says. With
    `content`, the file is not opened.

    Raises a subclass of UnreadableFile that says what is wrong and what to do.
    """
    source = str(path)
    content = content_of(source) if content is None else content
    if not content:
        raise EmptyFile(source)
    suffix = kind(content, source, Path(source).suffix.lower())
    try:
        blocks, notes = _reader(suffix)(content, source)
    except (UnreadableFile, MemoryError):
        raise
    except Exception as error:  # whatever a parser makes of a damaged file, the other files go on
        raise DamagedFile(source) from error
    if suffix in {".pdf", ".docx"}:
        blocks, notes = _mended(blocks, notes)
    if not blocks:
        raise EmptyFile(source, "there is no text in it; check that it is the right file")
    return RawDocument(source, blocks, hashlib.sha256(content).hexdigest(), notes)


def _mended(blocks: tuple[Block, ...], notes: tuple[str, ...]) -> tuple[tuple[Block, ...], tuple[str, ...]]:
    """The blocks in Unicode: a font of the time before it shows the letters that the file does not have."""
    from ingest.formats import legacy

    whole = "\n".join(b.text if isinstance(b, Paragraph) else "\n".join(chain(*b.rows)) for b in blocks)
    _, name = legacy.repair(whole[:40_000])
    if not name:
        return blocks, notes

    def mend(text: str) -> str:
        return tidy(legacy.TABLES[name](text))

    mended = tuple(
        replace(b, text=mend(b.text))
        if isinstance(b, Paragraph)
        else replace(b, rows=tuple(tuple("\n".join(map(mend, c.split("\n"))) for c in row) for row in b.rows))
        for b in blocks
    )
    return mended, (f"encoding: {name}", *notes)


def _reader(suffix: str) -> Reader:
    module, _, function = READERS[suffix].partition(":")
    return cast(Reader, getattr(import_module(module), function))


def content_of(source: str) -> bytes:
    """The bytes of a file, or of standard input for `-`. Raises MissingFile, NotAFile, NotAllowed, TooLargeFile."""
    if source == "-":
        content = sys.stdin.buffer.read(LARGEST + 1)
    else:
        try:
            # Not blocking: a pipe put in the place of the file after it was found must not hang the program.
            with open(os.open(source, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0)), "rb") as opened:
                status = os.fstat(opened.fileno())
                if not stat.S_ISREG(status.st_mode):
                    raise NotAFile(source)
                if status.st_size > LARGEST:
                    raise TooLargeFile(source)
                content = opened.read(LARGEST + 1)
        except (FileNotFoundError, NotADirectoryError):
            raise MissingFile(source) from None
        except IsADirectoryError:
            raise NotAFile(source, "it is a folder; list its files with find") from None
        except OSError:
            raise NotAllowed(source) from None
    if len(content) > LARGEST:
        raise TooLargeFile(source)
    return content
