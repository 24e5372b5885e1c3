"""Figures as Vietnamese documents write them."""

from __future__ import annotations

import re

import pytest

from ingest.numbers import FIGURE, figure


@pytest.mark.parametrize(
    ("text", "magnitude", "value"),
    [
        ("1.800", "", 1800),
        ("1.062.200", "", 1_062_200),
        ("23,29", "", 23.29),
        ("1.234,5", "", 1234.5),
        ("01", "triệu", 1_000_000),
        ("1,2", "triệu", 1_200_000),
        ("15", "nghìn", 15_000),
        ("2", "vạn", 20_000),
        ("20,0", "", 20),
        ("0,5", "", 0.5),
    ],
)
def test_values(text: str, magnitude: str, value: float) -> None:
    found = figure(text, magnitude)
    assert found == value
    assert isinstance(found, int) == (value == int(value))


@pytest.mark.parametrize(("text", "whole"), [("1.800 căn", "1.800"), ("23,29 m2", "23,29"), ("428.000 căn", "428.000")])
def test_how_far_a_figure_goes(text: str, whole: str) -> None:
    found = re.match(FIGURE, text)
    assert found
    assert found[0] == whole


def test_two_decimals_after_a_point_are_no_thousands() -> None:
    assert figure("66.18") == 66.18
