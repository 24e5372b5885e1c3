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
OPEN: tuple[str, ...] = (
    "Cứ 10 nhà thì có 7 nhà lợp tôn.",
    "Hiện có 25 dự án nhà ở dở dang.",
    "Toàn vùng có 480.000 người.",
    "Trường có 12 phòng học, 300 học sinh.",
    "Mỗi hộ có 4 người.",
    "Giá nhà tăng 12% sau một năm.",
    "Bản có 40 hộ người Mông.",
    "Bệnh viện có 200 giường bệnh và 50 bác sĩ.",
    "Trong số 25 doanh nghiệp có 3 doanh nghiệp nước ngoài.",
    "Hội trường có 500 chỗ.",
    "Lễ hội thu hút 5.000 lượt khách.",
    "Chung cư cũ có 120 hộ đang ở.",
    "Trạm điện có công suất 2 MW.",
    "Tòa nhà phủ 60% bằng kính.",
    "Xe đưa 45 người đi làm.",
    "Trại giống có 2 cơ sở.",
    "Chợ tạo 20 chỗ ngồi cho khách.",
)
"""Facts that are read as goals: `có`, `thu hút`, `tăng` and the like open goals and describe as well."""


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
    read_as = {s: found for k, s in SENTENCES if k == kind and s not in OPEN and (found := said(s, mark))}
    assert read_as == {}


@pytest.mark.parametrize("sentence", OPEN)
def test_what_is_still_read(sentence: str) -> None:
    assert said(sentence, "1. "), "it is right now: take it from OPEN"


def test_there_are_many_and_no_two_alike() -> None:
    assert len(SENTENCES) >= 500
    assert max(Counter(sentence for _, sentence in SENTENCES).values()) == 1
    assert len(blocks(HEAD)) == 7
