"""A mark on a line of its own opens what stands on the next."""

from __future__ import annotations

from ingest.blocks import Block, Paragraph
from ingest.lone_marks import rejoined
from tests.ingest.reading import people, read


def texts(*lines: str) -> list[str]:
    blocks: list[Block] = [Paragraph(line, n, True) for n, line in enumerate(lines, 1)]
    return [block.text for block in rejoined(blocks) if isinstance(block, Paragraph)]


def test_marks_are_put_before_their_words() -> None:
    assert texts("V.", "TỔ CHỨC", "1.", "Sở Y tế:", "a)", "Rà soát", "Điều 2.", "Phạm vi") == [
        "V. TỔ CHỨC",
        "1. Sở Y tế:",
        "a) Rà soát",
        "Điều 2. Phạm vi",
    ]


def test_what_is_no_mark_stays() -> None:
    lines = ("12", "Sở Y tế", "3.", "- Rà soát", "Trang 4.", "Sở Nội vụ", "5.")
    assert texts(*lines) == list(lines)


def test_duties_below_such_marks() -> None:
    found = people(read("1.\nSở Y tế:\nRà soát kho thuốc.\n2.\nSở Nội vụ\n- Lập danh sách."))
    assert found == {"1": (("Sở Y tế",), ()), "2.1": (("Sở Nội vụ",), ())}
