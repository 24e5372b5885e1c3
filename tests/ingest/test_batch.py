"""Many files into a store: skipped, replaced, reported, in their order."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph import Store, open_store
from ingest.batch import Outcome, ingest
from ingest.files import find

PLAN = "KẾ HOẠCH số 12-KH/TU thực hiện Chỉ thị số 34-CT/TW về nhà ở xã hội."


MADE_UP = "tests.ingest.made_up_reader:read"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(str(tmp_path / "graph.db")) as store:
        yield store


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "vao"
    folder.mkdir()
    for name, text in (("a.txt", "1-KH/TU\n" + PLAN), ("b.txt", "hỏng"), ("c.txt", "3-KH/TU\n" + PLAN)):
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def states(outcomes: Iterator[Outcome]) -> list[tuple[str, str]]:
    return [(Path(outcome.source).name, outcome.state) for outcome in outcomes]


def test_a_bad_file_is_reported_in_its_place_and_the_rest_goes_on(store: Store, folder: Path) -> None:
    outcomes = list(ingest(store, find([folder]), jobs=1, reader=MADE_UP))
    assert states(iter(outcomes)) == [("a.txt", "read"), ("b.txt", "failed"), ("c.txt", "read")]
    assert outcomes[1].note == f"{folder / 'b.txt'}: it is damaged"
    assert [item.document for item in store.held()] == [outcomes[0].document, outcomes[2].document]


def test_an_unchanged_file_is_not_read_again_and_a_changed_one_is(store: Store, folder: Path) -> None:
    list(ingest(store, find([folder]), jobs=1, reader=MADE_UP))
    (folder / "c.txt").write_text("4-KH/TU\n" + PLAN, encoding="utf-8")
    assert states(ingest(store, find([folder]), jobs=1, reader=MADE_UP)) == [
        ("a.txt", "unchanged"),
        ("b.txt", "failed"),
        ("c.txt", "read"),
    ]
    symbols = {node.props.get("symbol") for node in store.nodes_of(["document"])}
    assert symbols == {"1-KH/TU", "4-KH/TU", "34-CT/TW"}


def test_a_reading_that_the_store_refuses_is_a_failure_of_its_file(store: Store, folder: Path) -> None:
    (folder / "a.txt").write_text("sai", encoding="utf-8")
    outcomes = list(ingest(store, find([folder]), jobs=1, reader=MADE_UP))
    assert states(iter(outcomes))[::2] == [("a.txt", "failed"), ("c.txt", "read")]
    assert "made.up" in outcomes[0].note


def test_what_cannot_be_found_is_reported_too(store: Store, folder: Path) -> None:
    (outcome,) = ingest(store, find([folder / "không có.txt"]), jobs=1)
    assert outcome.state == "failed"
    assert "không có.txt" in outcome.note


def test_processes_give_the_same_in_the_same_order(tmp_path: Path, folder: Path) -> None:
    pytest.importorskip("ontology.bodies")
    for n in range(12):
        (folder / f"d{n:02}.txt").write_text(f"Số {n}-KH/TU\n\n{PLAN}\n", encoding="utf-8")
    (folder / "b.txt").write_bytes(b"")
    found = []
    for jobs in (1, 2):
        with open_store(str(tmp_path / f"{jobs}.db")) as store:
            found.append((list(ingest(store, find([folder]), jobs=jobs)), list(store.records())))
    assert found[0] == found[1]
    assert [outcome.state for outcome in found[0][0]].count("failed") == 1
