"""Every question of `queries/`, asked about what a store itself holds: the text that most carry out, the body that
leads most, two of its documents."""

from __future__ import annotations

import pkgutil
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from importlib import import_module
from inspect import signature
from itertools import islice
from typing import Any

import queries
from graph import Store
from graph.exchange import line_of

DAY = date(2025, 6, 1)


@dataclass(frozen=True)
class Subjects:
    """What the questions are about, by id or as one would type it."""

    top: str
    plans: tuple[str, str]
    body: str
    typed_body: str
    task: str
    target: str
    place: str
    words: str


def subjects(store: Store) -> Subjects:
    held = sorted({one.document for one in store.held() if one.in_effect})
    tops = Counter(edge.target for edge in store.edges(kinds=["implements"]))
    leads = Counter(edge.source for edge in store.edges(kinds=["leads"]))
    body = min(leads, key=lambda id: (-leads[id], id))
    node = store.nodes([body])[body]
    task = next(edge.target for edge in store.edges(kinds=["leads"], sources=[body]))
    targets = Counter(node.id.partition("#")[0] for node in store.nodes_of(["target"]))
    plan = task.partition("#")[0]
    return Subjects(
        top=min(tops, key=lambda id: (-tops[id], id)),
        plans=(plan, next(id for id in held if id != plan)),
        body=body,
        typed_body=node.label,
        task=task,
        target=next(islice(store.nodes_of(["target"]), 1)).id if targets else "",
        place=next((str(node.props["place"]) for node in store.nodes_of(["agency"]) if node.props.get("place")), "VN"),
        words=" ".join(store.nodes([task])[task].label.split()[:2]),
    )


def _of(name: str) -> Callable[..., Any]:
    module, _, function = name.partition(":")
    found: Callable[..., Any] = getattr(import_module(f"queries.{module}"), function or module)
    return found


QUESTIONS: dict[str, Callable[[Store, Subjects], Any]] = {
    "agency": lambda store, of: _of("agency")(store, of.typed_body),
    "audit": lambda store, of: _of("audit")(store, of.plans[0]),
    "body": lambda store, of: _of("body")(store, of.body, DAY),
    "bottlenecks": lambda store, of: _of("partners:bottlenecks")(store),
    "catalogue": lambda store, of: _of("catalogue:document_entries")(store),
    "catalogue of bodies": lambda store, of: _of("catalogue:agency_entries")(store),
    "compare": lambda store, of: _of("compare")(store, *of.plans),
    "coverage": lambda store, of: _of("coverage")(store, of.top),
    "deadlines": lambda store, of: _of("deadlines")(store, on=DAY),
    "deadlines of a place": lambda store, of: _of("deadlines")(store, on=DAY, place=of.place),
    "document": lambda store, of: _of("document")(store, of.plans[0], DAY),
    "documents": lambda store, of: _of("documents")(store),
    "figure": lambda store, of: _of("figure")(store, of.target) if of.target else None,
    "gaps": lambda store, of: _of("gaps")(store),
    "impact": lambda store, of: _of("impact")(store, of.top),
    "lineage": lambda store, of: _of("lineage")(store, of.top),
    "marked_text": lambda store, of: _of("marked_text")(store, of.plans[0]),
    "matrix": lambda store, of: _of("matrix")(store, under=of.top),
    "missing": lambda store, of: _of("missing")(store, of.top, on=DAY),
    "neighbourhood": lambda store, of: _of("neighbourhood")(store, of.top),
    "partners": lambda store, of: _of("partners")(store, of.body),
    "path": lambda store, of: _of("path")(store, of.plans[0], of.top),
    "report": lambda store, of: _of("report")(store, of.plans[0], on=DAY),
    "search": lambda store, of: _of("search")(store, of.words),
    "search of a kind": lambda store, of: _of("search")(store, of.words, ["task"], 10),
    "show": lambda store, of: _of("show")(store, of.top),
    "stats": lambda store, of: _of("stats")(store),
    "targets": lambda store, of: _of("targets")(store),
    "targets --check": lambda store, of: _of("targets:check_targets")(store),
    "tasks": lambda store, of: _of("tasks")(store),
    "tasks of a body": lambda store, of: _of("tasks")(store, agency=of.typed_body, role="lead"),
    "tasks of a body, a page": lambda store, of: _of("tasks:task_page")(store, agency=of.body, limit=50, offset=10),
    "tasks of a place": lambda store, of: _of("tasks")(store, place=of.place, as_of=DAY),
    "units": lambda store, of: _of("units")(store, list(of.plans)),
    "why": lambda store, of: _of("why")(store, of.task),
}


def answer(question: str, store: Store, of: Subjects) -> str:
    """The answer as text that shows every difference; a refusal by its kind and sentence."""
    try:
        return repr(QUESTIONS[question](store, of))
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def unasked() -> set[str]:
    """Modules of `queries/` whose function of the same name asks a store, and is not among the questions."""
    missing = set()
    for module in pkgutil.iter_modules(queries.__path__):
        function = getattr(import_module(f"queries.{module.name}"), module.name, None)
        if function and next(iter(signature(function).parameters), "") == "store" and module.name not in QUESTIONS:
            missing.add(module.name)
    return missing - {"evaluation", "duties"}  # the one compares with annotations, the other is a part of many


def lines(store: Store) -> list[str]:
    return list(map(line_of, store.records()))
