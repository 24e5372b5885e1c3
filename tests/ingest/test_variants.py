"""Documents that nobody tuned for: the annotated ones as other offices, programs and typists would have written them.

The documents and their annotations lie beside the repository; without them there is nothing to vary. The variants not
marked quick run with CHITHI_SLOW=1; those marked hard are expected to fall short now and then.
"""

from __future__ import annotations

import json
import os
from functools import cache
from pathlib import Path

import pytest

from ingest.reader import read_document
from queries import evaluation
from queries.spellings import likeness
from tests.ingest.variants import VARIANTS, Variant
from tests.ingest.varied.case import Case
from tests.ingest.varied.lines import other_tones
from tests.ingest.varied.rewording import exchange, tones_on_first, tones_on_second
from tests.ingest.varied.scoring import scored, shortfalls
from tests.ingest.varied.writing import write

SHARED = Path(__file__).parents[3] / "shared"
GOLD = sorted((SHARED / "gold").glob("[0-9]*.json"))
SLOW = bool(os.environ.get("CHITHI_SLOW"))

annotated = pytest.mark.skipif(
    not GOLD, reason="the annotated documents are not beside the repository (../shared/gold)"
)
_remembered = cache(likeness)


@pytest.fixture(autouse=True)
def _compared_once(monkeypatch: pytest.MonkeyPatch) -> None:
    # The same two texts are compared in variant after variant, and that is what takes the time.
    monkeypatch.setattr(evaluation, "likeness", _remembered)


@cache
def cases() -> tuple[Case, ...]:
    found = [json.loads(path.read_text(encoding="utf-8")) for path in GOLD]
    return tuple(Case((SHARED / "seeds" / gold["file"]).read_text(encoding="utf-8"), gold) for gold in found)


def _parameter(variant: Variant) -> object:
    marks = []
    if not (variant.quick or SLOW):
        marks.append(pytest.mark.skip(reason="runs with CHITHI_SLOW=1"))
    if variant.hard:
        marks.append(pytest.mark.xfail(reason="measured, held to no figure", strict=False))
    return pytest.param(variant, id=variant.name, marks=marks)


@annotated
@pytest.mark.parametrize("variant", [_parameter(variant) for variant in VARIANTS])
def test_a_variant_is_read_as_well(variant: Variant, tmp_path: Path) -> None:
    made = [new for case in cases() if (new := variant.change(case))]
    assert made, "no document has what this variant is about"
    report = scored(made, tmp_path)
    below = shortfalls(report)
    assert not below, [line for _, lines in report.misses for line in lines if "not in gold" not in line][:20]


@annotated
def test_the_parts_of_a_document_hold_all_its_words() -> None:
    for case in cases():
        words = sorted("".join(case.text.split()))
        again = sorted("".join(write(case.sheet).split()))
        # Rules above footnotes, page numbers and repeated headings are not kept.
        assert abs(len(words) - len(again)) < 0.02 * len(words)


@annotated
@pytest.mark.parametrize(
    "name", ["rows rotated", "other figures", "other numbers and dates", "city", "other departments"]
)
def test_a_variant_differs(name: str) -> None:
    variant = next(v for v in VARIANTS if v.name == name)
    made = [(case, new) for case in cases() if (new := variant.change(case))]
    assert made
    assert any(new.text != case.text and new.gold != case.gold for case, new in made)


def test_words_are_exchanged_over_line_breaks() -> None:
    text = "của UBND tỉnh Lai \n\nChâu, số 292-\n\nKH/TU; TỈNH LAI CHÂU"
    assert (
        exchange(text, [("Lai Châu", "Quảng Trị")]) == "của UBND tỉnh Quảng \n\nTrị, số 292-\n\nKH/TU; TỈNH QUẢNG TRỊ"
    )
    assert exchange("thị xã, tỉnh thành", [("tỉnh", "thành phố")]) == "thị xã, thành phố thành"


def test_tones_move_and_come_back() -> None:
    old = "Ủy ban, hòa giải, thúy, quý, khỏe, xã hội hóa, TỈNH ỦY, ngoài, hoàn thành, loại"
    new = "Uỷ ban, hoà giải, thuý, quý, khoẻ, xã hội hoá, TỈNH UỶ, ngoài, hoàn thành, loại"
    assert tones_on_second(old) == new
    assert tones_on_first(new) == old
    assert other_tones(Case("hòa", {})).text == "hoà"


def test_no_name_alone_ends_the_reading(tmp_path: Path) -> None:
    """A cell with nothing but a place, as a page break may leave it, is no reason to refuse the document."""
    path = tmp_path / "a.md"
    first = "| 1 | Rà soát quỹ đất | Sở Xây dựng | tỉnh Lai Châu | Năm 2025 |\n"
    second = "| 2 | Lập kế hoạch | Lai Châu | các | Năm 2025 |\n"
    path.write_text(
        "KẾ HOẠCH\n\nPHỤ LỤC\n\n| STT | Nội dung công việc | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian |\n"
        "|---|---|---|---|---|\n" + first + second,
        encoding="utf-8",
    )
    reading, _ = read_document(path)
    assert [item.props["ref"] for item in reading.items if item.key.kind == "task"] == ["PL.1", "PL.2"]
