"""One figure with what it is held against: the samples' Cần Thơ, whose periods do not add up."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph import Store, open_store
from ingest.batch import ingest
from queries.figure import figure
from queries.names import NotFound
from queries.targets import targets

SAMPLES = Path(__file__).parents[2] / "samples"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(str(tmp_path_factory.mktemp("figures") / "figures.db")) as store:
        list(ingest(store, [SAMPLES / "04_quyet-dinh-444-qd-ttg.txt", SAMPLES / "12_can-tho-nghi-quyet.txt"], jobs=1))
        yield store


def test_a_total_with_what_it_is_held_against(store: Store) -> None:
    total = next(row for row in targets(store, place="can tho") if row.period_start == "2021" and row.value == 16900)
    report = figure(store, total.target)
    assert report.row == total
    assert report.evidence is not None
    assert "16.900" in report.evidence.quote
    assert "contradicts" in {check.verdict for check in report.checks}
    assert all(total.target in check.targets for check in report.checks)
    assert total.target in {row.target for row in report.alike}
    assert {row.place for row in report.alike} == {"Cần Thơ"}


def test_who_set_a_figure(store: Store) -> None:
    assigned = next(row for row in targets(store, place="can tho") if row.status == "assigned" and row.value == 16900)
    report = figure(store, assigned.target)
    assert [one.node.label for one in report.setters] == ["Quyết định 444/QĐ-TTg"]
    assert report.setters[0].evidence is not None


def test_what_is_no_figure_is_not_found(store: Store) -> None:
    with pytest.raises(NotFound):
        figure(store, "doc:444-qd-ttg:2025-02-27")
