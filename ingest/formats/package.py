"""The ZIP package of an office document, opened with its hostile forms in mind."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from types import TracebackType
from typing import TYPE_CHECKING, Self

from ingest.formats.unreadable import UnreadableFile
from ingest.formats.wordml import local, value

if TYPE_CHECKING:
    from lxml.etree import _Element

LARGEST_PART = 200 * 1024 * 1024
"""Bytes of XML in one part; a plan of 500 pages has about 10 MB."""

LARGEST_SUM = 1024 * 1024 * 1024
"""Bytes of all parts together, pictures among them."""

HIGHEST_RATIO = 200
"""How much smaller than its content a packed part may be; XML of Word packs to a tenth or twentieth."""

MOST_PARTS = 10_000


class CutOffArchive(UnreadableFile):
    because = "it is cut off or damaged; get it again"


class ZipBomb(UnreadableFile):
    because = "it unpacks to far more than a document has; open it in Word and save it again if you trust it"


class UnsafeXml(UnreadableFile):
    because = (
        "it has XML definitions (DTD) that no Word document has; open it in Word and save it again if you trust it"
    )


class EncryptedPart(UnreadableFile):
    because = "it is protected by a password; save it without one"


class Package:
    """The parts of a Word document. Raises CutOffArchive, ZipBomb, UnsafeXml, EncryptedPart."""

    def __init__(self, content: bytes, source: str) -> None:
        self._source = source
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(content))
        except (zipfile.BadZipFile, EOFError, ValueError, OSError, NotImplementedError):
            raise CutOffArchive(source) from None
        self._check()
        self._name = self._main_name()
        main = self._parse(self._name)
        if main is None:
            raise CutOffArchive(source)
        self.main: _Element = main

    def _check(self) -> None:
        """What the directory claims; `_bytes` holds it to the claim."""
        parts = self._archive.infolist()
        total = sum(part.file_size for part in parts)
        if len(parts) > MOST_PARTS or total > LARGEST_SUM:
            raise ZipBomb(self._source)
        for part in parts:
            # Small parts may be of nothing but zeros.
            if part.file_size > 1_000_000 and part.file_size > HIGHEST_RATIO * part.compress_size:
                raise ZipBomb(self._source)
            if part.flag_bits & 1:
                raise EncryptedPart(self._source)

    def part(self, kind: str) -> _Element | None:
        """A part the main one is related to: `numbering`, `styles`, `footnotes`, `endnotes`."""
        folder, name = posixpath.split(self._name)
        for relation in self._relations(posixpath.join(folder, "_rels", name + ".rels")):
            if (value(relation, "Type") or "").endswith("/" + kind) and value(relation, "TargetMode") != "External":
                target = value(relation, "Target") or ""
                return self._parse(posixpath.normpath(posixpath.join("/" + folder, target)).lstrip("/"))
        return None

    def _main_name(self) -> str:
        for relation in self._relations("_rels/.rels"):
            if (value(relation, "Type") or "").endswith("/officeDocument"):
                return (value(relation, "Target") or "").lstrip("/")
        return "word/document.xml"

    def _relations(self, name: str) -> list[_Element]:
        root = self._parse(name)
        return [] if root is None else [each for each in root if local(each) == "Relationship"]

    def _parse(self, name: str) -> _Element | None:
        from lxml import etree

        content = self._bytes(name)
        if content is None:
            return None
        parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False)
        try:
            root = etree.fromstring(content, parser)
        except etree.XMLSyntaxError as error:
            # The parser's own limits (depth, entity growth) are met by hostile files only.
            unsafe = b"<!DOCTYPE" in content[:4096] or b"<!ENTITY" in content[:65536]
            raise (UnsafeXml if unsafe else CutOffArchive)(self._source) from error
        if getattr(root.getroottree().docinfo, "doctype", ""):
            raise UnsafeXml(self._source)
        return root

    def _bytes(self, name: str) -> bytes | None:
        try:
            with self._archive.open(name) as part:
                content = part.read(LARGEST_PART + 1)
        except KeyError:
            return None
        except (zipfile.BadZipFile, EOFError, OSError, NotImplementedError, RuntimeError, ValueError, zlib.error):
            raise CutOffArchive(self._source) from None
        if len(content) > LARGEST_PART:
            raise ZipBomb(self._source)
        return content

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._archive.close()
