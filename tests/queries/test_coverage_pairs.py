"""The thresholds of `queries.matching` against pairs that were labelled by reading.

`coverage_pairs.csv` pairs provisions of Nghị quyết 57-NQ/TW with duties of the Government's programme and of a Party
plan for it: `yes` when the duty takes up something the provision asks for, `partly` when it does in part or in general,
else `no`. The texts are official documents that are not part of the repository: without them beside it the test is
skipped. docs/coverage.md has the figures.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from graph import open_store
from graph.folding import fold
from graph.model import Node
from ingest.batch import ingest
from ingest.files import find
from queries.matching import NEAR, TAKEN_UP, matches

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
PAIRS = Path(__file__).with_name("coverage_pairs.csv")

pytestmark = pytest.mark.skipif(
    not CORPUS.is_dir(), reason="the texts are not beside the repository (../shared/corpus)"
)

Scored = list[tuple[str, float]]


@pytest.fixture(scope="module")
def scored(tmp_path_factory: pytest.TempPathFactory) -> Scored:
    """The label and the closeness of every pair whose parts were read."""
    with PAIRS.open(encoding="utf-8", newline="") as file:
        labelled = list(csv.DictReader(file))
    with open_store(str(tmp_path_factory.mktemp("pairs") / "corpus.db")) as store:
        list(ingest(store, find([str(path) for path in sorted(CORPUS.glob("*.txt"))]), jobs=1))
        documents = {node.id: node for node in store.nodes_of(["document"]) if node.props.get("status") == "ingested"}
        parts = {node.id: node for node in store.nodes_of(["provision", "task"])}

    def parts_of(document: str, kind: str) -> dict[str, Node]:
        return {str(n.props["ref"]): n for id, n in parts.items() if id.startswith(f"{document}#") and n.kind == kind}

    symbols = {row["lower_symbol"] for row in labelled}
    named = {fold(str(node.props.get("symbol", ""))): id for id, node in documents.items()}
    lower = {symbol: parts_of(named.pop(fold(symbol)), "task") for symbol in symbols}
    (resolution,) = named.values()  # its own number was lost in conversion
    upper = parts_of(resolution, "provision")
    # Only the smallest provisions are compared, and the weights are those of all that is.
    refs = [ref for ref in upper if not any(other.startswith(f"{ref}.") for other in upper)]
    places = [(symbol, ref) for symbol in sorted(lower) for ref in lower[symbol]]
    found = matches(
        [str(upper[ref].props["text"]) for ref in refs],
        [str(lower[symbol][ref].props["text"]) for symbol, ref in places],
        least=0.01,
    )
    closeness = {(refs[match.upper], *places[match.lower]): match.closeness for match in found}
    return [
        (row["label"], closeness.get((row["upper_ref"], row["lower_symbol"], row["lower_ref"]), 0.0))
        for row in labelled
        if row["upper_ref"] in upper and row["lower_ref"] in lower[row["lower_symbol"]]
    ]


def rates(scored: Scored, least: float) -> tuple[float, float]:
    """Precision and recall of `yes` against `no`."""
    hit = sum(label == "yes" and value >= least for label, value in scored)
    wrong = sum(label == "no" and value >= least for label, value in scored)
    return hit / (hit + wrong), hit / sum(label == "yes" for label, _ in scored)


def test_most_pairs_are_there(scored: Scored) -> None:
    assert len(scored) >= 140


def test_what_is_called_taken_up_is(scored: Scored) -> None:
    precision, recall = rates(scored, TAKEN_UP)
    assert precision >= 0.92
    assert recall >= 0.88


def test_hardly_anything_is_missed_below_near(scored: Scored) -> None:
    precision, recall = rates(scored, NEAR)
    assert recall >= 0.96
    assert precision >= 0.68


def test_partly_lies_between(scored: Scored) -> None:
    mean = {
        label: sum(values) / len(values)
        for label in ("yes", "partly", "no")
        if (values := [value for name, value in scored if name == label])
    }
    assert mean["no"] < mean["partly"] < mean["yes"]
