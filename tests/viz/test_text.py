"""Lineage as text: every row with its quote, nothing twice, and no label that could change the diagram."""

from __future__ import annotations

import re
from dataclasses import replace

from queries.lineage import LineageRow
from viz.text import dot, mermaid, tree


def row(depth: int, direction: str, document: str, parent: str = "", **rest: object) -> LineageRow:
    plain = LineageRow(
        depth=depth,
        direction=direction,
        kind="implements" if parent else "",
        document=document,
        symbol=document,
        doc_type="Kế hoạch",
        title="Phát triển nhà ở xã hội",
        issuer="",
        place="",
        date="2024-11-29",
        status="ingested",
        parent=parent,
        lag_days=None,
        quote=f"triển khai {parent}" if parent else "",
    )
    return replace(plain, **rest)  # type: ignore[arg-type]


ROWS = [
    row(0, "start", "34-CT/TW", doc_type="Chỉ thị", place="", status="cited", date="2024-05-24"),
    row(1, "down", "290-KH/TU", "34-CT/TW", place="Hậu Giang", date="2024-08-22", lag_days=90),
    row(1, "down", "927/QĐ-TTg", "34-CT/TW", doc_type="Quyết định", place="", status="cited"),
    row(2, "down", "184/KH-UBND", "290-KH/TU", place="Lai Châu"),
    row(2, "down", "184/KH-UBND", "927/QĐ-TTg", place="Lai Châu"),
    row(3, "down", "12/KH-SXD", "184/KH-UBND", place="Lai Châu"),
]


def test_tree_shows_each_statement_with_its_quote() -> None:
    assert tree(ROWS).splitlines() == [
        "Chỉ thị 34-CT/TW · 24/05/2024 · được dẫn chiếu",
        "├─ Kế hoạch 290-KH/TU · Hậu Giang · 22/08/2024 · sau 90 ngày",
        "│  │  “triển khai 34-CT/TW”",
        "│  └─ Kế hoạch 184/KH-UBND · Lai Châu · 29/11/2024",
        "│     │  “triển khai 290-KH/TU”",
        "│     └─ Kế hoạch 12/KH-SXD · Lai Châu · 29/11/2024",
        "│           “triển khai 184/KH-UBND”",
        "└─ Quyết định 927/QĐ-TTg · 29/11/2024 · được dẫn chiếu",
        "   │  “triển khai 34-CT/TW”",
        "   └─ Kế hoạch 184/KH-UBND · Lai Châu · 29/11/2024 (đã nêu ở trên)",
        "         “triển khai 927/QĐ-TTg”",
    ]


def test_tree_marks_what_the_start_rests_on() -> None:
    rows = [row(0, "start", "184/KH-UBND"), row(1, "up", "34-CT/TW", "184/KH-UBND")]
    assert "└─ ↑ Kế hoạch 34-CT/TW" in tree(rows)


def test_tree_of_documents_that_name_each_other_ends() -> None:
    rows = [row(0, "start", "A"), row(1, "down", "B", "A"), row(2, "down", "A", "B")]
    assert tree(rows).count("Kế hoạch A") == 2


def test_tree_without_rows_says_so() -> None:
    assert tree([], "en") == "No documents."


def test_long_quotes_are_wrapped_to_the_width() -> None:
    rows = [row(0, "start", "A"), row(1, "down", "B", "A", quote="nhà ở xã hội " * 30)]
    assert max(len(line) for line in tree(rows, width=60).splitlines()) <= 60


HOSTILE = 'X"]; click n0 "javascript:alert(1)" %% \n end <script> `md` \\" ] --> n9[["#quot;"]] \u202e'


def test_hostile_words_stay_inside_their_label() -> None:
    rows = [row(0, "start", "a"), row(1, "down", "b", "a", symbol=HOSTILE, place=HOSTILE)]
    lines = mermaid(rows).splitlines()
    node = re.compile(r'  n\d+\["(?:[\w .,/()-]|#\d+;|<br/>)*"\](?::::cited)?')
    edge = re.compile(r"  n\d+ -->\|(?:[\w .,/()-]|#\d+;)*\| n\d+")
    assert lines[0] == "flowchart BT"
    assert [bool(node.fullmatch(line) or edge.fullmatch(line)) for line in lines[1:-1]] == [True] * 3
    for line in dot(rows).splitlines():
        assert re.fullmatch(r'(?:[^"\\]|"(?:[^"\\]|\\["\\n])*")*', line), line
    assert len(dot(rows).splitlines()) == 7


def test_each_statement_is_one_arrow_from_lower_to_upper() -> None:
    assert mermaid(ROWS).count("-->") == 5
    assert "  n2 -->|thực hiện| n0" in mermaid(ROWS)
    assert '  n2 -> n0 [label="implements"];' in dot(ROWS, "en")
    assert ":::cited" in mermaid(ROWS)
