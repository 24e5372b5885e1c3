"""One document read: every reader in turn over one laid-out text, and what they found as statements."""

from __future__ import annotations

import hashlib
from pathlib import Path

from graph.model import Props
from graph.reading import DocumentKey, Finding, Reading
from ingest.abbreviations import defined_in
from ingest.blocks import RawDocument
from ingest.bodies import abbreviated
from ingest.flat_figures import recover as recover_figures
from ingest.flat_tables import recover as recover_tables
from ingest.heading import Heading, heading
from ingest.layout import Layout, lay_out
from ingest.outline import outline
from ingest.stamps import Stamps, set_aside
from ingest.statements import account
from ingest.unfolding import unfold


def read_document(path: str | Path, content: bytes | None = None) -> tuple[Reading, str]:
    """What a file says, and the SHA-256 of its bytes; `content` when they are known already. Raises UnreadableFile."""
    from ingest.files import read

    raw = read(path, content)
    return read_raw(raw), raw.digest


def read_text(text: str, source: str = "-") -> Reading:
    """What a text says, its lines taken as the physical lines of a page."""
    from ingest.formats.plain import lines

    return read_raw(RawDocument(source, lines(text), hashlib.sha256(text.encode()).hexdigest()))


def read_raw(raw: RawDocument) -> Reading:
    """What the blocks of a file say."""
    blocks, stamps = set_aside(raw.blocks)
    layout = lay_out(recover_figures(recover_tables(unfold(blocks))))
    head = heading(layout)
    with abbreviated(defined_in(layout.text)):
        told = account(layout, outline(layout), head)
    mended = tuple(Finding("mended", 0, 0, note) for note in raw.notes)
    return Reading(
        source=raw.source,
        text=layout.text,
        key=_key(head, layout),
        props=_props(head, layout, stamps, raw.source),
        items=tuple(told.items),
        claims=tuple(told.claims),
        findings=(*mended, *told.findings),
        lines=layout.lines,
    )


def _key(head: Heading, layout: Layout) -> DocumentKey:
    place = (
        head.issuer_place
        or head.place
        or ("VN" if head.branch and not head.place and head.issuer and "issuer" not in head.inferred else "")
    )
    name = "" if head.symbol else (head.title or hashlib.sha256(layout.text.encode()).hexdigest()[:16])
    return DocumentKey(head.doc_type, head.symbol, head.date, head.issuer, place, name)


def _props(head: Heading, layout: Layout, stamps: Stamps, source: str) -> Props:
    return {
        "doc_type": head.doc_type,
        "symbol": head.symbol,
        "date": head.date,
        "title": head.title,
        "issuer": head.issuer,
        "place": head.place,
        "branch": head.branch,
        "signed_at": stamps.signed_at,
        "recipients": [r.text for r in head.recipients],
        "inferred": list(head.inferred),
        "source": source,
        "sha256": hashlib.sha256(layout.text.encode()).hexdigest(),
    }
