"""How much the compressed streams of a PDF unpack to: looked at before a parser unpacks them in memory."""

from __future__ import annotations

import base64
import re
import zlib

_STREAM = re.compile(rb"\bstream\r?\n")
_TWICE = re.compile(rb"/(?:FlateDecode|Fl)\s{0,9}/(?:FlateDecode|Fl)\b")
_LETTERS = re.compile(rb"/(?:ASCII85Decode|A85)\b")
_PIECE = 1 << 20
_SUSPECT = 4_000_000
_HIGHEST_RATIO = 200


def unpacks_beyond(content: bytes, largest: int, total: int) -> bool:
    """Whether one stream unpacks to more than `largest` bytes or all of them to more than `total`, or one is packed
    twice over, which no program that writes documents does, or so that it can hold no more than repetitions."""
    if _TWICE.search(content):
        return True
    whole = memoryview(content)
    so_far = end = 0
    for found in _STREAM.finditer(content):
        # What looks like a stream within one is its content.
        if found.end() < end:
            continue
        packed = whole[found.end() :]
        if _LETTERS.search(content, max(0, found.start() - 400), found.start()):
            until = content.find(b"~>", found.end())
            packed = memoryview(_from_letters(content[found.end() : until if until >= 0 else len(content)]))
        size, read = _unpacked(packed, largest)
        end = found.end() + read
        so_far += size
        if size > largest or so_far > total:
            return True
        # A blank scan packs to nearly nothing; what is drawn or written never does.
        picture = content.find(b"/Image", max(0, found.start() - 400), found.start()) >= 0
        if size > _SUSPECT and size > _HIGHEST_RATIO * read and not picture:
            return True
    return False


def _from_letters(content: bytes) -> bytes:
    try:
        return base64.a85decode(content, ignorechars=b" \t\n\r\v\f\x00")
    except ValueError:
        return b""


def _unpacked(packed: memoryview, largest: int) -> tuple[int, int]:
    """Bytes after and before unpacking; nothing when it is not packed this way."""
    opened = zlib.decompressobj()
    size = at = 0
    rest: bytes | memoryview = b""
    try:
        while not opened.eof and size <= largest:
            if not rest:
                rest = packed[at : at + _PIECE]
                at += len(rest)
                if not rest:
                    break
            size += len(opened.decompress(rest, _PIECE))
            rest = opened.unconsumed_tail
    except zlib.error:
        return size, 0
    return size, at - len(opened.unused_data) - len(rest)
