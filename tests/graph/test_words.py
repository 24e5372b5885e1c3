"""The words a node is found by: folded, numbers however they are written."""

from __future__ import annotations

import pytest

from graph.words import asked, words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kế hoạch số 07/KH-UBND", ["ke", "hoach", "so", "7", "kh", "ubnd"]),
        ("0012, 007 và 0", ["12", "7", "va", "0"]),
        ("100.000 đồng", ["100", "000", "dong"]),  # nothing but zeros stays: it is the end of a figure
        ("00a 0x7 a0", ["00a", "0x7", "a0"]),  # no numbers
        ("2020", ["2020"]),
        ("", []),
    ],
)
def test_words_of_a_text(text: str, found: list[str]):
    assert asked(text) == found


def test_words_of_a_node_stand_once_and_its_number_together_too():
    said = words("Chỉ thị 34-CT/TW", {"symbol": "34-CT/TW", "title": "Chỉ thị về nhà ở"}).split()
    assert said[:4] == ["chi", "thi", "34", "ct"]
    assert len(said) == len(set(said))
    assert {"34ct", "34cttw", "cttw", "nha"} <= set(said)
