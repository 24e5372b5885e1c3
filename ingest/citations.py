"""Documents that a text cites: by number (`Quyết định số 927/QĐ-TTg`) or by name (`Luật Nhà ở năm 2023`)."""

from __future__ import annotations

from ingest.citation import Citation
from ingest.completing import gather, shortened
from ingest.home import Home
from ingest.laws import amended
from ingest.numbered import numbered
from ingest.works import works

__all__ = ["Citation", "citations", "gather", "shortened"]


def citations(text: str, home: Home) -> list[Citation]:
    """Every document cited in `text`, in order; `home` is the place whose numbering `UBND` and `TU` mean when the words
    name no other (empty when unknown). Within one that amends others stand those it amends."""
    found = numbered(text, home)
    taken = [(c.start, c.end) for c in found]
    found += [w for w in works(text, home) if not any(s < w.end and w.start < e for s, e in taken)]
    found += [law for c in found for law in amended(text, c)]
    return sorted(found, key=lambda c: (c.start, c.end))
