"""The search of a site without a server: what was written, by the beginnings of its words, in scripts that a page can
load from the disk."""

from __future__ import annotations

import json
from array import array
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from graph.model import Node
from queries.names import words
from queries.props import text_of
from viz.explorer.shown import kind, place, shorten

_CHUNK = 400
_WORDS_OF_EACH = 60


class Index:
    """Entries go to files as they come; what is kept in memory is a number for each word of each entry."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._entries: list[list[str]] = []
        self._numbers: defaultdict[str, array[int]] = defaultdict(lambda: array("I"))
        self._count = 0
        self._files: list[str] = []

    def add(self, node: Node, title: str, path: str, lang: str) -> None:
        """An entry that is found by the words of its title and of the node."""
        told = " ".join(
            text_of(node, prop) for prop in ("symbol", "ref", "text", "subject", "title", "issuer", "place")
        )
        where = " · ".join(filter(None, (kind(lang, node.kind), place(lang, text_of(node, "place")))))
        text = text_of(node, "text") or text_of(node, "subject")
        self._entries.append([shorten(text or title, 160), node.kind, where, path])
        for word in list(dict.fromkeys(words(f"{node.label} {title} {told}")))[:_WORDS_OF_EACH]:
            self._numbers[word].append(self._count)
        self._count += 1
        if len(self._entries) == _CHUNK:
            self._flush()

    def close(self) -> Iterator[str]:
        """Write what is left; gives the names of all files."""
        if self._entries:
            self._flush()
        beginnings: defaultdict[str, dict[str, list[int]]] = defaultdict(dict)
        for word in sorted(self._numbers):
            beginnings[word[:2]][word] = self._numbers[word].tolist()
        for beginning, found in beginnings.items():
            self._write(f"w-{beginning}.js", f"words-{beginning}", found)
        self._write("all.js", "all", {"chunk": _CHUNK, "count": self._count, "beginnings": sorted(beginnings)})
        yield from self._files

    def _flush(self) -> None:
        number = (self._count - 1) // _CHUNK
        self._write(f"e-{number}.js", f"entries-{number}", self._entries)
        self._entries = []

    def _write(self, name: str, key: str, content: Any) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
        for mark in "<>&\u2028\u2029":
            text = text.replace(mark, f"\\u{ord(mark):04x}")
        (self._folder / name).write_text(f"chithiLoaded({json.dumps(key)},{text});\n", encoding="utf-8")
        self._files.append(name)
