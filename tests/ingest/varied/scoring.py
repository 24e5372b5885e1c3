"""Variants read by chithi, each document into a graph of its own, and compared with their annotations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from graph.model import Edge, Node, Text
from graph.sqlite import SqliteStore
from ingest.reader import read_document
from queries.evaluation import EvaluationReport, evaluate
from tests.ingest.varied.case import Case
from tests.ingest.varied.rewording import in_strings, tones_on_first

THRESHOLDS = {
    "citations": 0.98,
    "tasks": 0.97,
    "tasks.leads": 0.95,
    "tasks.supports": 0.95,
    "targets": 0.97,
    "field.deadline": 0.95,
    "field.target_period": 0.95,
    "field.target_comparator": 0.95,
    "field.citation_date": 0.95,
    "agencies.recall": 0.95,
    "relations": 0.9,
    "implements": 1.0,
    "recipients": 1.0,
    **{f"field.{name}": 1.0 for name in ("type", "symbol", "date", "title", "place", "issuer", "signer", "spans")},
}
"""F1 of sets (for some recall) and accuracy of fields that a variant has to reach."""
_RECALL = frozenset(("agencies.recall", "relations"))


def records(case: Case, folder: Path) -> list[Text | Node | Edge]:
    """What a graph of this document alone holds."""
    path = folder / Path(case.gold["file"]).with_suffix(case.suffix).name
    path.write_bytes(case.bytes)
    reading, digest = read_document(path)
    store = SqliteStore(str(path.with_suffix(".db")))
    try:
        store.put(reading, digest)
        return list(store.records())
    finally:
        store.close()


def scored(cases: Sequence[Case], folder: Path) -> EvaluationReport:
    """The figures over the documents together. How a name is spelled (uỷ, ủy) is no error."""
    every: list[Text | Node | Edge] = []
    for n, case in enumerate(cases):
        every += _apart(records(case, folder), f"{n}:")
    return evaluate(every, [in_strings(case.gold, tones_on_first, ("file",)) for case in cases])


def _apart(found: Sequence[Text | Node | Edge], by: str) -> Iterator[Text | Node | Edge]:
    """The records under ids of their own, so that graphs side by side share nothing."""
    for record in found:
        match record:
            case Text():
                yield replace(record, document=by + record.document)
            case Node():
                props = in_strings(record.props, tones_on_first, ("source",))
                yield replace(record, id=by + record.id, label=tones_on_first(record.label), props=props)
            case Edge():
                evidence = tuple(replace(e, document=by + e.document) for e in record.evidence)
                ends = by + record.source, by + record.target
                yield replace(record, id=by + record.id, source=ends[0], target=ends[1], evidence=evidence)


def shortfalls(report: EvaluationReport) -> dict[str, float]:
    """The figures that stay below their thresholds."""
    out = {}
    for name, values in report.by_name().items():
        reached = values["recall"] if name in _RECALL else values.get("f1", values.get("accuracy", 1.0))
        if reached < THRESHOLDS.get(name, 0.0):
            out[name] = reached
    return out
