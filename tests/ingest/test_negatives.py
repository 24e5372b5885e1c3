"""Sentences of our own that look like citations, duties or figures and are none."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tests.ingest.reading import HEAD, blocks, read


def _sentences() -> list[tuple[str, str]]:
    """(kind, sentence), in the file's order."""
    kind, found = "", []
    for line in (Path(__file__).parent / "negatives.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            kind = line[2:]
        elif line.strip():
            found.append((kind, line.strip()))
    return found


SENTENCES = _sentences()


def said(sentence: str, mark: str) -> list[str]:
    """What a document that holds only this sentence, in an item or a paragraph, says besides its structure."""
    reading = read(f"II. TÌNH HÌNH\n{mark}{sentence}", head=HEAD)
    kinds = ("task", "target")
    rows = [f"{item.key.kind}: {item.label}" for item in reading.items if item.key.kind in kinds]
    between = ("references", "implements", "amends", "replaces", "approves", "assigns", "leads", "supports", "directs")
    return rows + [f"{c.kind}: {reading.text[c.start : c.end]}" for c in reading.claims if c.kind in between]


@pytest.mark.parametrize("mark", ["1. ", "- ", ""], ids=["item", "bullet", "paragraph"])
@pytest.mark.parametrize("kind", sorted({kind for kind, _ in SENTENCES}))
def test_nothing_is_read(kind: str, mark: str) -> None:
    read_as = {s: found for k, s in SENTENCES if k == kind and (found := said(s, mark))}
    assert read_as == {}


def test_there_are_many_and_no_two_alike() -> None:
    assert len(SENTENCES) >= 500
    assert max(Counter(sentence for _, sentence in SENTENCES).values()) == 1
    assert len(blocks(HEAD)) == 7


@pytest.mark.parametrize(
    "sentence",
    [
        "Đến năm 2030, có 1.000 căn nhà ở xã hội.",
        "Đến hết năm 2030 thu hút 25 dự án nhà ở xã hội.",
        "Đến năm 2030, tăng 12% số căn hộ cho thuê.",
    ],
)
def test_with_a_horizon_the_same_words_set_a_goal(sentence: str) -> None:
    assert said(sentence, "1. ")
