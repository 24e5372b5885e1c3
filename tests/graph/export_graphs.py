"""Graphs to export: the sample documents, and a document whose words are made to break formats."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from graph.model import Props
from graph.reading import AgencyKey, Claim, DocumentKey, Item, ItemKey, PlaceKey, Reading, SelfKey
from graph.sqlite import SqliteStore
from ingest.reader import read_document

SAMPLES = Path(__file__).resolve().parents[2] / "samples"

FORMULA = "=cmd|' /C calc'!A0"
TEXT = (
    f'Sở Xây dựng chủ trì: "{FORMULA}",\u2028<b>&amp;</b>\tđường dẫn C:\\đất\\\n'
    "Lai Châu; Lai Châu; =1+1; 100 căn\x0b; 12,5 ha; 𠮷𠀋\u0085\n"
)


@contextmanager
def fresh() -> Iterator[SqliteStore]:
    with TemporaryDirectory() as folder, SqliteStore(str(Path(folder) / "graph.db")) as store:
        yield store


@contextmanager
def samples() -> Iterator[SqliteStore]:
    """The graph of the samples in plain text."""
    with fresh() as store:
        for path in sorted(SAMPLES.glob("[0-9]*.txt")):
            store.put(*read_document(path))
        yield store


def claim(kind: str, source: object, target: object, quote: str, **props: str) -> Claim:
    start = TEXT.index(quote)
    return Claim(kind, source, target, start, start + len(quote), f"test.{kind}", 0.9, props)  # type: ignore[arg-type]


def hostile() -> Reading:
    """Formulas, markup, quotes, line separators, a control character, letters beyond the 16-bit plane, parallel edges,
    and figures of which some are whole numbers."""
    task, whole, part = ItemKey("task", "PL.1"), ItemKey("target", "I.1"), ItemKey("target", "I.1", 2)
    said: Props = {"ref": "PL.1", "text": FORMULA, "product": "@SUM(A1)\u2028", "end": "2025-06-30", "start": "2025"}
    body, other = AgencyKey(FORMULA, "Lai Châu"), AgencyKey("Sở Xây dựng", "Lai Châu")
    return Reading(
        source="thư mục/=1+1.txt",
        text=TEXT,
        key=DocumentKey("Kế hoạch", "1/KH-UBND", "2025-01-02", "UBND tỉnh", "Lai Châu"),
        props={"doc_type": "Kế hoạch", "title": "+Về <script>\x0b", "recipients": ["-Như trên", 'Lưu: "VT"']},
        items=(
            Item(task, FORMULA, said),
            Item(whole, "100 căn", {"ref": "I.1", "value": 100, "unit": "căn", "subject": "nhà"}),
            Item(part, "12,5 ha", {"ref": "I.1", "value": 12.5, "unit": "ha", "period_end": "2030"}),
        ),
        claims=(
            claim("contains", SelfKey(), task, f'"{FORMULA}",\u2028<b>&amp;</b>'),
            claim("contains", SelfKey(), whole, "100 căn\x0b"),
            claim("contains", SelfKey(), part, "12,5 ha; 𠮷𠀋\u0085"),
            claim("leads", body, task, "Sở Xây dựng chủ trì"),
            claim("supports", other, task, "đường dẫn C:\\đất\\\n"),
            claim("directs", body, other, "Sở Xây dựng", task="#task:PL.1"),
            claim("directs", body, other, "Sở Xây dựng chủ", task="#task:PL.2"),
            claim("mentions", SelfKey(), PlaceKey("Lai Châu"), "Lai Châu"),
            claim("mentions", SelfKey(), PlaceKey("Lai Châu"), "Lai Châu; Lai Châu"),
        ),
    )
