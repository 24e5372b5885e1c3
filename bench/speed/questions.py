"""The questions over a store of made-up documents: warm, with the store just opened, and as whole processes."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path

from bench.speed.clock import Figure, milliseconds, of_command, quantile
from bench.speed.corpora import FIRST_CHAIN
from graph import Store, open_store
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
from queries.partners import bottlenecks, partners
from queries.path import path
from queries.report import report
from queries.search import search
from queries.show import show
from queries.stats import stats
from queries.targets import check_targets, targets
from queries.tasks import tasks

PART = "questions"
_ON = date(2026, 1, 1)
_FIGURES = {"lineage": 1.0, "tasks of an agency": 10.0}
"""What DESIGN asks for, in milliseconds, warm, p95."""
_ENOUGH = 1_000.0
"""Milliseconds after which a question was asked often enough, if not a hundred times."""


class Asked:
    """What the questions are about: a directive, a plan that carries it out, another, and a body with duties in it."""

    def __init__(self, store: Store) -> None:
        held = {Path(one.source).name.removeprefix(FIRST_CHAIN): one.document for one in store.held()}
        self.directive = held["directive.txt"]
        self.plan, self.other = held["0-state.txt"], held["1-state.txt"]
        self.place = str(store.nodes([self.plan])[self.plan].props["place"])
        leads = tasks(store, document=self.plan, role="lead")
        bodies = [body for row in leads for body in row.leads]
        self.agency = max(sorted(set(bodies)), key=bodies.count)


def asked_of(a: Asked) -> Mapping[str, Callable[[Store], object]]:
    """Each question by the name of its command."""
    return {
        "lineage": lambda s: lineage(s, a.directive),
        "lineage of a plan": lambda s: lineage(s, a.plan),
        "tasks of an agency": lambda s: tasks(s, agency=a.agency),
        "tasks of a document": lambda s: tasks(s, document=a.plan),
        "search": lambda s: search(s, "ke hoach"),
        "show": lambda s: show(s, a.plan),
        "path": lambda s: path(s, a.plan, a.directive),
        "impact": lambda s: impact(s, a.directive),
        "agency": lambda s: agency(s, a.agency),
        "partners": lambda s: partners(s, a.agency),
        "targets of a place": lambda s: targets(s, place=a.place),
        "targets --check of a place": lambda s: check_targets(s, place=a.place),
        "deadlines of a place": lambda s: deadlines(s, on=_ON, place=a.place),
        "matrix of a chain": lambda s: matrix(s, under=a.directive),
        "gaps of a chain": lambda s: gaps(s, on=_ON, under=a.directive),
        "missing": lambda s: missing(s, a.directive, on=_ON),
        "coverage in a place": lambda s: coverage(s, a.directive, place=a.place),
        "compare": lambda s: compare(s, a.plan, a.other),
        "report": lambda s: report(s, a.plan, on=_ON),
        "audit": lambda s: audit(s, a.plan),
        "bottlenecks": lambda s: bottlenecks(s),
        "documents": documents,
        "stats": stats,
    }


def figures(folder: Path) -> Iterator[Figure]:
    at = str(folder / "graph.db")
    with open_store(at, create=False) as store:
        asked = Asked(store)
        for name, ask in asked_of(asked).items():
            [once] = milliseconds(lambda ask=ask: ask(store), 1)  # type: ignore[misc]
            warm = milliseconds(lambda ask=ask: ask(store), runs(once))  # type: ignore[misc]
            cold = milliseconds(lambda ask=ask: _opened(at, ask), 3 if once < 100 else 1)  # type: ignore[misc]
            note = f"half of them {quantile(warm, 0.5):.2f}; with the store just opened {cold[0]:.1f}"
            yield Figure(PART, name, quantile(warm, 0.95), "ms, warm, p95", note, _FIGURES.get(name, 0.0))
    chithi = [sys.executable, "-m", "cli", "--db", at]
    bare, _ = of_command([sys.executable, "-c", "pass"])
    for name, arguments, wanted in (
        ("chithi --help", ["--help"], 150.0),
        ("chithi lineage", ["lineage", asked.directive, "--format", "json"], 200.0),
        ("chithi tasks", ["tasks", "--agency", asked.agency, "--format", "json"], 200.0),
    ):
        spent, passed = of_command([*chithi, *arguments])
        note = f"{passed:.0f} by the clock; Python alone {bare:.0f}"
        yield Figure("start", name, spent, "ms of processor, whole process", note, wanted)


def runs(once: float) -> int:
    """How often to ask what took so many milliseconds."""
    return max(2, min(100, int(_ENOUGH / max(once, 0.01))))


def _opened(at: str, ask: Callable[[Store], object]) -> None:
    with open_store(at, create=False) as store:
        ask(store)
