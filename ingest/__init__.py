"""Documents to statements: files to blocks, blocks to a stored text, the text to what it says.

for path in find(["documents/"]):
    reading, digest = read_document(path)
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ingest.files import find
    from ingest.formats.unreadable import UnreadableFile
    from ingest.reader import read_document, read_text

_HOME = {
    "find": "ingest.files",
    "UnreadableFile": "ingest.formats.unreadable",
    "read_document": "ingest.reader",
    "read_text": "ingest.reader",
}

__all__ = ["UnreadableFile", "find", "read_document", "read_text"]


def __getattr__(name: str) -> Any:
    """The readers are imported when they are first asked for: the command line starts without them."""
    if name not in _HOME:
        raise AttributeError(name)
    from importlib import import_module

    return getattr(import_module(_HOME[name]), name)
