from __future__ import annotations

import pytest

from graph.model import Edge, Evidence, Node
from graph.store import Store
from queries.context import context, line_at
from queries.names import NotFound
from queries.show import show
from tests.queries.conftest import CT34, LAI_CHAU, SXD_LC
from tests.queries.fake_store import FakeStore, document


def test_a_document_with_what_is_said_of_it(chain: Store) -> None:
    shown = show(chain, "34 ct tw")
    assert shown.node.id == CT34
    assert shown.outward == ()
    assert [edge.other_label for edge in shown.inward] == [
        "Kế hoạch 290-KH/TU",
        "Kế hoạch 292-KH/TU",
        "Quyết định 927/QĐ-TTg",
    ]
    (proof,) = shown.inward[2].evidence
    assert proof.document == LAI_CHAU
    assert proof.context.quote.startswith("Quyết định 927/QĐ-TTg")
    assert proof.context.after.startswith(".\nKế hoạch 292-KH/TU")


def test_a_body_and_a_place_by_name(chain: Store) -> None:
    assert show(chain, "so xay dung lai chau").node.id == SXD_LC
    assert show(chain, "Lai Châu").node.kind == "place"
    assert show(chain, f"{LAI_CHAU}#task:PL.2").node.label == "Rà soát quy hoạch"
    with pytest.raises(NotFound):
        show(chain, "không có gì")


def test_more_than_anyone_reads_is_cut_and_said(chain: Store) -> None:
    shown = show(chain, LAI_CHAU, most=3)
    assert (len(shown.outward), len(shown.inward)) == (3, 0)
    assert shown.cut == 7


def test_the_line_of_the_source() -> None:
    text = "Kế hoạch\nGiao Sở Xây dựng chủ trì."
    proof = Evidence("doc:a", 14, 25, text[14:25], "duty", 0.9)
    body = Node("agency:so-xay-dung", "agency", "Sở Xây dựng", {"name": "Sở Xây dựng"})
    store = FakeStore(
        [document("doc:a", status="ingested"), body],
        [Edge("e", "mentions", "doc:a", body.id, {}, (proof,))],
        {"doc:a": text},
        lines={"doc:a": [(0, 1), (9, 4)]},
    )
    around = show(store, body.id).inward[0].evidence[0].context
    assert (around.before, around.quote, around.after, around.line) == (
        "Kế hoạch\nGiao ",
        "Sở Xây dựng",
        " chủ trì.",
        4,
    )


def test_context_is_cut_at_words_and_joins_to_the_text() -> None:
    text = "một hai ba bốn năm sáu bảy tám"
    start = text.index("bốn")
    around = context(text, start, start + 3, reach=6)
    assert (around.before, around.quote, around.after) == ("ba ", "bốn", " năm")
    assert around.before + around.quote + around.after in text
    assert context(text, 0, 3, reach=100).after == text[3:]


def test_lines() -> None:
    assert [line_at([(0, 1), (10, 3)], offset) for offset in (0, 9, 10, 99)] == [1, 1, 3, 3]
    assert line_at([], 5) is None
    assert line_at([(10, 3)], 5) is None
