"""The figures of the five seed plans, held against each other: what was found by adding up by hand, and nothing else.

The plans are official texts that are not part of the repository: without them beside it these tests are skipped.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph import open_store
from ingest.batch import ingest
from ingest.files import find
from queries.figures import CONFIRMED, CONTRADICTS, RESTATED, TargetCheck
from queries.targets import check_targets

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"

pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the seeds are not beside the repository (../shared/seeds)")


@pytest.fixture(scope="module")
def checks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[TargetCheck]]:
    with open_store(str(tmp_path_factory.mktemp("figures") / "seeds.db")) as store:
        list(ingest(store, find([str(SEEDS)]), jobs=1))
        yield check_targets(store)


def said(checks: list[TargetCheck], verdict: str) -> list[tuple[str, float, float]]:
    return sorted((check.place, check.stated, check.found) for check in checks if check.verdict == verdict)


def test_what_contradicts_and_no_false_alarm(checks: list[TargetCheck]) -> None:
    assert said(checks, CONTRADICTS) == [("Cần Thơ", 14648, 1397 + 13250), ("Cần Thơ", 16900, 3802 + 13250)]


def test_the_same_figure_as_a_bound(checks: list[TargetCheck]) -> None:
    assert said(checks, RESTATED) == [("Lai Châu", 1500, 1500)]


def test_what_adds_up(checks: list[TargetCheck]) -> None:
    sums = [check for check in checks if check.kind in ("parts", "periods")]
    found = {(check.place, check.explanation) for check in sums if check.verdict == CONFIRMED}
    assert {
        ("Hải Dương", "5.860 (2021-2025) + 10.060 (2026-2030) = 15.920 (2021-2030)"),
        ("Đắk Lắk", "73 (2025) + 103 (2025) = 176 (2025)"),
        ("Đắk Lắk", "656 (2025) + 198 (2025) = 854 (2025)"),
        ("Đắk Lắk", "3.133 (2025) + 710 (2025) = 3.843 (2025)"),
        ("Đắk Lắk", "1.152 (2025) + 410 (2025) = 1.562 (2025)"),
        (
            "Cần Thơ",
            "3.000 (2026) + 2.800 (2027) + 2.250 (2028) + 2.500 (2029) + 2.700 (2030) = 13.250 (2026-2030)",
        ),
    } <= found


def test_every_check_has_its_words(checks: list[TargetCheck]) -> None:
    assert all(all(check.quotes) and len(check.quotes) == len(check.targets) for check in checks)
