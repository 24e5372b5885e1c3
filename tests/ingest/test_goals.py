"""Goals that a year to come and an order, a bound or a share make: our own sentences, in no part that sets goals.

`goals.tsv` has a sentence a line with value, unit, comparator, first and last year; `missed` is what is not read yet.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ingest.reading import HEAD, figures, read

ROWS = [line.split("\t") for line in (Path(__file__).parent / "goals.tsv").read_text(encoding="utf-8").splitlines()]
READ = [row[:6] for row in ROWS if row[-1] != "missed"]
MISSED = [row[:6] for row in ROWS if row[-1] == "missed"]


def said(sentence: str, head: str = HEAD) -> list[tuple[object, ...]]:
    found = figures(read(f"II. NHIỆM VỤ\n1. {sentence}", head=head))
    return [(f.value, f.unit, f.comparator, *f.period) for f in found]


@pytest.mark.parametrize(("sentence", "value", "unit", "comparator", "first", "last"), READ)
def test_a_goal_is_read(sentence: str, value: str, unit: str, comparator: str, first: str, last: str) -> None:
    assert said(sentence) == [(float(value), unit, comparator, first, last)]


@pytest.mark.xfail(strict=True)
@pytest.mark.parametrize(("sentence", "value", "unit", "comparator", "first", "last"), MISSED)
def test_a_goal_not_read_yet(sentence: str, value: str, unit: str, comparator: str, first: str, last: str) -> None:
    assert said(sentence) == [(float(value), unit, comparator, first, last)]


def test_most_are_read() -> None:
    assert len(READ) >= 0.9 * len(ROWS) >= 0.9 * 80


def test_what_was_ahead_then_is_past_now() -> None:
    """The same words in a document of a later year tell a result."""
    sentence = "Năm 2027 đưa 500 căn hộ vào sử dụng."
    assert said(sentence)
    assert not said(sentence, HEAD.replace("năm 2025", "năm 2029"))


def test_a_year_is_no_figure() -> None:
    assert said("Đến năm 2030 nhà ở đáp ứng 70% nhu cầu.") == [(70, "%", "=", "", "2030")]
