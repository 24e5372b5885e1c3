"""Coverage, comparison and missing links on the samples, as a reader of their texts would answer."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from graph import Store, open_store
from ingest.batch import ingest
from ingest.files import find
from queries.compare import compare
from queries.coverage import CoverageRow, coverage
from queries.missing import missing

SAMPLES = Path(__file__).parents[2] / "samples"

pytestmark = pytest.mark.skipif(not any(SAMPLES.glob("[0-9]*")), reason="there are no samples")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(str(tmp_path_factory.mktemp("samples") / "samples.db")) as opened:
        list(ingest(opened, find([str(path) for path in sorted(SAMPLES.glob("[0-9]*"))]), jobs=1))
        yield opened


@pytest.fixture(scope="module")
def rows(store: Store) -> list[CoverageRow]:
    return coverage(store, "34-CT/TW")


def taking_up(rows: list[CoverageRow], ref: str) -> dict[str, str]:
    """The plans that take a part of the directive up, by their labels: the first words of each."""
    return {r.document_label: r.quote for r in rows if r.ref == ref and r.state in ("same_words", "taken_up")}


def test_the_directive_itself_is_held(rows: list[CoverageRow]) -> None:
    assert rows
    assert not any(row.stand_in for row in rows)


def test_the_aims_are_taken_up_by_every_kind_of_plan(rows: list[CoverageRow]) -> None:
    found = taking_up(rows, "1.2")
    assert {"Kế hoạch 290-KH/TU", "Kế hoạch 292-KH/TU", "Chương trình 59-CTr/TU", "Quyết định 927/QĐ-TTg"} <= set(found)
    assert "nhà dột nát" in found["Kế hoạch 292-KH/TU"]
    assert found["Kế hoạch 290-KH/TU"].endswith("được chăm lo về nhà ở")


def test_land_is_taken_up_by_few(rows: list[CoverageRow]) -> None:
    assert taking_up(rows, "2.1") == {}
    near = {row.place for row in rows if row.ref == "2.1" and row.state == "near"}
    assert near == {"Đắk Lắk"}


def test_two_party_plans(store: Store) -> None:
    rows = compare(store, "290-KH/TU", "292-KH/TU")
    (report,) = (row for row in rows if row.kind == "duty" and row.state == "both")
    assert (report.ref_a, report.ref_b) == ("III.2.3", "IV.6")
    assert set(report.differs) == {"leads", "deadline"}


def test_both_party_plans_are_held(store: Store) -> None:
    assert {row.kind for row in missing(store, "34-CT/TW", on=date(2026, 1, 1))} == {
        "province_without_plan",
        "province_without_state_plan",
    }
