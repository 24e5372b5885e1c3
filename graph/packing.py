"""A reading as bytes and back, for the ledger of the embedded store. The text is kept beside it, not in it."""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping
from typing import Any, cast

from graph.reading import (
    AgencyKey,
    Claim,
    DocumentKey,
    Finding,
    Item,
    ItemKey,
    Key,
    PersonKey,
    PlaceKey,
    Reading,
    SelfKey,
)

_KEYS: Mapping[str, type] = {
    "d": DocumentKey,
    "a": AgencyKey,
    "l": PlaceKey,
    "p": PersonKey,
    "i": ItemKey,
    "s": SelfKey,
}
_LETTERS = {kind: letter for letter, kind in _KEYS.items()}


def pack(reading: Reading) -> bytes:
    """Keys are written once and claims refer to them by position: most claims of a document share their ends."""
    positions: dict[Key, int] = {}

    def at(key: Key) -> int:
        return positions.setdefault(key, len(positions))

    claims = [
        [c.kind, at(c.source), at(c.target), c.start, c.end, c.rule, c.confidence, dict(c.props)]
        for c in reading.claims
    ]
    body = {
        "props": dict(reading.props),
        "items": [[*_parts(item.key), item.label, dict(item.props)] for item in reading.items],
        "claims": claims,
        "keys": [[_LETTERS[type(key)], *_parts(key)] for key in positions],
        "findings": [[f.kind, f.start, f.end, f.note] for f in reading.findings],
        "lines": reading.lines,
    }
    return squeeze(body)


def unpack(source: str, text: str, key: DocumentKey, packed: bytes) -> Reading:
    body = stretch(packed)
    keys = [cast(Key, _KEYS[letter](*parts)) for letter, *parts in body["keys"]]
    return Reading(
        source=source,
        text=text,
        key=key,
        props=body["props"],
        items=tuple(Item(ItemKey(kind, ref, n), label, props) for kind, ref, n, label, props in body["items"]),
        claims=tuple(
            Claim(kind, keys[a], keys[b], start, end, rule, confidence, props)
            for kind, a, b, start, end, rule, confidence, props in body["claims"]
        ),
        findings=tuple(Finding(*finding) for finding in body["findings"]),
        lines=tuple((offset, line) for offset, line in body["lines"]),
    )


def _parts(key: Key) -> list[str | int | bool]:
    return [getattr(key, name) for name in key.__slots__]


def squeeze(value: Any) -> bytes:
    return zlib.compress(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode(), 1)


def stretch(packed: bytes) -> Any:
    return json.loads(zlib.decompress(packed))
