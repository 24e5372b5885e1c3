from __future__ import annotations

from dataclasses import replace

from graph.model import Edge, Evidence, Node, Text
from queries.diff import DiffCount, diff, diff_counts

TEXT = Text("d1", "Sở Xây dựng chủ trì rà soát quỹ đất.")
TASK = Node("t1", "task", "rà soát quỹ đất", {"ref": "V.2", "end": "2025-12-31"})
BODY = Node("a1", "agency", "Sở Xây dựng")
LEADS = Edge("e1", "leads", "a1", "t1", {}, (Evidence("d1", 0, 11, "Sở Xây dựng", "duty.lead", 0.9),))


def test_equal_graphs_have_no_differences() -> None:
    assert diff([TEXT, TASK, BODY, LEADS], [LEADS, BODY, TASK, TEXT]) == []


def test_gained_and_lost_are_told_apart_and_edges_shown_with_their_quote() -> None:
    rows = diff([TEXT, TASK, BODY], [TEXT, TASK, LEADS])
    assert [(r.change, r.record, r.kind, r.id) for r in rows] == [
        ("lost", "node", "agency", "a1"),
        ("gained", "edge", "leads", "e1"),
    ]
    assert rows[0].before == "Sở Xây dựng"
    assert rows[1].after == "a1 -> t1: Sở Xây dựng"


def test_each_changed_field_is_a_row() -> None:
    later = replace(TASK, props={"ref": "V.2", "end": "2026-12-31", "recurrence": "yearly"})
    rows = diff([TASK], [later])
    assert [(r.field, r.before, r.after) for r in rows] == [
        ("end", "2025-12-31", "2026-12-31"),
        ("recurrence", "", "yearly"),
    ]
    assert diff_counts(rows) == [DiffCount("node", "task", 0, 0, 1)]


def test_changed_evidence_of_an_edge_is_seen() -> None:
    moved = replace(LEADS, evidence=(replace(LEADS.evidence[0], confidence=0.5),))
    (row,) = diff([LEADS], [moved])
    assert (row.change, row.field) == ("changed", "evidence")
    assert "0.9: Sở Xây dựng" in row.before
    assert "0.5: Sở Xây dựng" in row.after


def test_of_long_texts_the_part_that_changed_is_shown() -> None:
    long = "Điều. " * 1000
    (row,) = diff([Text("d1", long + "căn hộ" + long)], [Text("d1", long + "căn nhà" + long)])
    assert "căn hộ" in row.before
    assert "căn nhà" in row.after
    assert len(row.before) <= 200


def test_counts_by_kind() -> None:
    rows = diff([TEXT, BODY, LEADS], [TASK, BODY])
    assert diff_counts(rows) == [
        DiffCount("text", "", 0, 1, 0),
        DiffCount("node", "task", 1, 0, 0),
        DiffCount("edge", "leads", 0, 1, 0),
    ]
