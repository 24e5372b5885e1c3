"""The benchmark asks every question of a store that it has made, so that it does not rot between two runs."""

from __future__ import annotations

from pathlib import Path

from bench.speed.clock import Figure, quantile
from bench.speed.corpora import chain
from bench.speed.questions import Asked, asked_of
from graph import open_store
from ingest.reader import read_document


def test_every_question_has_an_answer(tmp_path: Path) -> None:
    with open_store(str(tmp_path / "graph.db")) as store:
        with store.batch():
            for path in chain(tmp_path / "chain", 20):
                store.put(*read_document(path))
        silent = [name for name, ask in asked_of(Asked(store)).items() if not ask(store)]
    assert silent in ([], ["audit"])  # all may have been understood


def test_figures() -> None:
    assert quantile([1.0, 2.0, 3.0, 4.0], 0.5) == 3.0
    assert quantile([1.0], 0.95) == 1.0
    assert Figure("reading", "everything", 0.5, "million characters/s", beside=1.0).ratio == "0.5"
    assert Figure("reading", "everything", 0.5, "million characters/s").ratio == ""
