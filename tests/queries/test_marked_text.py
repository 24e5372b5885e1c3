"""A text with what was read in it marked: the segments put together again are the text, whatever lies on what."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model import Edge, Evidence, Node
from queries.marked_text import MOST_COVERING, SIZE, Span, find_quote, marked_text, part_of, segments_of
from tests.queries.fake_store import FakeStore, agency, document, edge, item

PLAN = "doc:1-kh-ubnd:lai-chau:2024-11-05"
TEXT = "KẾ HOẠCH\nI. Nhiệm vụ\nSở Xây dựng chủ trì rà soát quy hoạch theo Quyết định 927/QĐ-TTg.\n\nTrân trọng."


def said(kind: str, source: str, target: str, words: str, text: str = TEXT) -> Edge:
    start = text.index(words)
    made = edge(kind, source, target)
    return Edge(
        made.id,
        kind,
        source,
        target,
        {},
        (Evidence(PLAN, start, start + len(words), words, f"test.{kind}", 0.9),),
    )


def plan_store() -> FakeStore:
    body, above = agency("Sở Xây dựng", "Lai Châu"), document("doc:927-qd-ttg", "927/QĐ-TTg")
    task, part = item(PLAN, "task", "I", "rà soát quy hoạch"), item(PLAN, "provision", "I", "Nhiệm vụ")
    edges = [
        said("contains", PLAN, part.id, "I. Nhiệm vụ"),
        said("contains", PLAN, task.id, "Sở Xây dựng chủ trì rà soát quy hoạch theo Quyết định 927/QĐ-TTg."),
        said("leads", body.id, task.id, "Sở Xây dựng"),
        said("references", PLAN, above.id, "Quyết định 927/QĐ-TTg"),
    ]
    lines = {PLAN: [(0, 3), (9, 5), (21, 6)]}
    nodes = [document(PLAN, "1/KH-UBND", status="ingested"), above, body, task, part]
    return FakeStore(nodes, edges, {PLAN: TEXT}, lines=lines)


def test_lines_carry_their_numbers_provisions_and_evidence() -> None:
    text = marked_text(plan_store(), PLAN)
    assert text is not None
    assert ["".join(segment.text for segment in line.segments) for line in text.lines] == [
        "KẾ HOẠCH",
        "I. Nhiệm vụ",
        "Sở Xây dựng chủ trì rà soát quy hoạch theo Quyết định 927/QĐ-TTg.",
        "Trân trọng.",
    ]
    assert [line.number for line in text.lines] == [3, 5, 6, None]
    assert [node.id for node in text.lines[1].provisions] == [f"{PLAN}#provision:I"]
    duty = text.lines[2]
    assert [TEXT[span.start : span.end] for span in duty.spans] == [
        "Sở Xây dựng",
        "Sở Xây dựng chủ trì rà soát quy hoạch theo Quyết định 927/QĐ-TTg.",
        "Quyết định 927/QĐ-TTg",
    ]
    lead = duty.segments[0]
    assert lead.text == "Sở Xây dựng"
    assert [statement.kind for span in lead.covering for statement in span.statements] == ["leads", "contains"]


def test_a_text_that_is_not_held_has_no_marks() -> None:
    assert marked_text(plan_store(), "doc:927-qd-ttg") is None


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ("rà soát quy hoạch", "rà soát quy hoạch"),
        ("KẾ HOẠCH I. Nhiệm", "KẾ HOẠCH\nI. Nhiệm"),
        ("quy hoạch  theo", "quy hoạch theo"),
        ("không có", None),
        ("Sở Xâydựng", None),
        ("", None),
    ],
)
def test_a_quote_is_found_with_any_white_space(quote: str, found: str | None) -> None:
    place = find_quote(TEXT, quote) if quote else None
    assert (TEXT[place[0] : place[1]] if place else None) == found


def test_the_part_with_the_quote_is_shown() -> None:
    words = "Đây là câu cần tìm."
    text = "dòng\n" * 10_000 + words
    store = FakeStore([document(PLAN, "1/KH-UBND", status="ingested")], [], {PLAN: text})
    found = marked_text(store, PLAN, part=0, quote=words)
    assert found is not None
    assert found.part == part_of(text.index(words)) == found.parts
    assert any(segment.text == words and segment.covering for line in found.lines for segment in line.segments)


@given(
    text=st.text(alphabet="ab \n\t<đ", max_size=80),
    spans=st.lists(st.tuples(st.integers(0, 80), st.integers(0, 80)), max_size=12, unique=True),
    cut=st.tuples(st.integers(0, 80), st.integers(0, 80)),
)
def test_segments_are_the_text_in_pieces(text: str, spans: Sequence[tuple[int, int]], cut: tuple[int, int]) -> None:
    start, end = min(min(cut), len(text)), min(max(cut), len(text))
    marked = [Span(a, min(b, len(text)), ()) for a, b in {tuple(sorted(span)) for span in spans} if a < len(text)]
    marked = list({(span.start, span.end): span for span in marked}.values())
    segments = segments_of(text, start, end, marked)
    assert "".join(segment.text for segment in segments) == text[start:end]
    at = start
    for segment in segments:
        here = {(s.start, s.end) for s in marked if s.start < at + len(segment.text) and s.end > at}
        assert {(s.start, s.end) for s in segment.covering} <= here
        assert len(segment.covering) == min(len(here), MOST_COVERING)
        at += len(segment.text)


def test_ten_million_characters_in_one_line_are_shown_in_parts() -> None:
    text = "Sở Xây dựng <script>alert(1)</script> " * 280_000
    task = item(PLAN, "task", "I", "việc")
    edges = [
        Edge(
            f"leads:{n:016x}",
            "leads",
            "agency:x",
            task.id,
            {},
            (Evidence(PLAN, n * 38, n * 38 + 11, "Sở Xây dựng", "test", 0.9),),
        )
        for n in range(5_000)
    ]
    nodes = [document(PLAN, "1/KH-UBND", status="ingested"), task, Node("agency:x", "agency", "Sở Xây dựng")]
    store = FakeStore(nodes, edges, {PLAN: text})
    first, middle = marked_text(store, PLAN), marked_text(store, PLAN, part=200)
    assert first is not None
    assert middle is not None
    for shown in (first, middle):
        assert sum(len(segment.text) for line in shown.lines for segment in line.segments) <= SIZE + 5_000
        assert shown.parts == -(-len(text) // SIZE)
    assert len(first.lines[0].spans) > 500
    assert text[middle.start : middle.end] == "".join(s.text for line in middle.lines for s in line.segments)


def test_spans_that_all_lie_on_one_another_cost_little() -> None:
    text = "a" * 12_000
    segments = segments_of(text, 0, len(text), [Span(n, len(text) - n, ()) for n in range(5_000)])
    assert "".join(segment.text for segment in segments) == text
    assert max(len(segment.covering) for segment in segments) == MOST_COVERING
