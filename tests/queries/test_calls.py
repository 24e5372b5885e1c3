"""The number of store calls does not grow with the graph."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from graph.model import Edge, Node
from queries.agency import agency
from queries.audit import audit
from queries.compare import compare
from queries.coverage import coverage
from queries.deadlines import deadlines
from queries.documents import documents
from queries.gaps import gaps
from queries.impact import impact
from queries.lineage import lineage
from queries.matrix import matrix
from queries.missing import missing
from queries.neighbourhood import Wish, neighbourhood
from queries.partners import bottlenecks, partners
from queries.path import path
from queries.search import search
from queries.show import show
from queries.stats import stats
from queries.targets import check_targets, targets
from queries.tasks import tasks
from tests.queries import fake_store as made
from tests.queries.fake_store import FakeStore

DAY = date(2025, 6, 1)
QUESTIONS: dict[str, Callable[[FakeStore], object]] = {
    "lineage": lambda store: lineage(store, "34-CT/TW"),
    "lineage by words": lambda store: lineage(store, "Chỉ thị 34"),
    "tasks": lambda store: tasks(store),
    "tasks of a body": lambda store: tasks(store, agency="Sở Xây dựng", role="lead", as_of=DAY),
    "tasks of a place": lambda store: tasks(store, place="Vùng b"),
    "tasks of a document": lambda store: tasks(store, document="1/KH-UBND vùng b"),
    "agency": lambda store: agency(store, "Sở Xây dựng", "Vùng b"),
    "targets": lambda store: targets(store, subject="nhà ở", year=2025),
    "targets --check": lambda store: check_targets(store),
    "deadlines": lambda store: deadlines(store, on=DAY),
    "gaps": lambda store: gaps(store),
    "documents": lambda store: documents(store),
    "stats": lambda store: stats(store),
    "search": lambda store: search(store, "rà soát"),
    "show": lambda store: show(store, "34-CT/TW"),
    "audit": lambda store: audit(store, "doc:plan:1"),
    "path": lambda store: path(store, "doc:plan:1#task:I.1", "34-CT/TW"),
    "impact": lambda store: impact(store, "34-CT/TW"),
    "coverage": lambda store: coverage(store, "34-CT/TW"),
    "compare": lambda store: compare(store, "doc:plan:1", "doc:plan:2"),
    "missing": lambda store: missing(store, "34-CT/TW"),
    "matrix": lambda store: matrix(store, under="34-CT/TW"),
    "partners": lambda store: partners(store, "Sở Xây dựng"),
    "bottlenecks": lambda store: bottlenecks(store),
    "neighbourhood": lambda store: neighbourhood(store, "34-CT/TW", Wish(depth=3)),
}


def _letters(n: int) -> str:
    """A name for a number: digits would read as a document's."""
    return "".join(chr(ord("a") + int(digit)) for digit in str(n))


def country(provinces: int, duties: int) -> FakeStore:
    """A directive carried out in many provinces, each with a plan of so many duties and one figure in two parts."""
    nodes: list[Node] = [made.document("doc:34", "34-CT/TW", doc_type="Chỉ thị", date="2024-05-24")]
    edges: list[Edge] = []
    for n in range(1, provinces + 1):
        plan, place = f"doc:plan:{n}", f"Vùng {_letters(n)}"
        body = made.agency("Sở Xây dựng", place)
        group = made.agency("UBND các huyện", place, collective=True)
        items = [made.item(plan, "task", f"I.{d}", f"Rà soát lần {d}", end="2025-12-31") for d in range(1, duties + 1)]
        figures = [
            made.item(
                plan, "target", "II", "nhà ở", k, subject="nhà ở", value=value, period_end="2025", period_start="2025"
            )
            for k, value in enumerate((3, 1, 2), 1)
        ]
        nodes += [made.document(plan, "1/KH-UBND", place=place, status="ingested"), body, group, *items, *figures]
        edges.append(made.edge("implements", plan, "doc:34", plan, "thực hiện Chỉ thị 34-CT/TW"))
        edges += made.contains(*items, *figures)
        edges += [made.edge("part_of", part.id, figures[0].id, plan, "trong đó") for part in figures[1:]]
        edges += [made.edge("leads", body.id, task.id, plan, "chủ trì") for task in items]
        edges += [made.edge("supports", group.id, task.id, plan, "phối hợp") for task in items]
    edges, texts = made.grounded(edges)
    return FakeStore(nodes, edges, texts)


@pytest.mark.parametrize("question", QUESTIONS)
def test_calls_do_not_grow(question: str) -> None:
    small, large = country(9, 2), country(30, 6)
    for store in (small, large):
        assert QUESTIONS[question](store) or question == "audit"
    assert small.calls == large.calls
    assert large.calls.total() <= 20
