"""Every rule, and the reading of a whole text, ends in time on whatever it reads.

A text is made longer only while reading it gets slower in proportion. What is not linear then takes minutes or years on
the longest, what is linear a hundredth of the limit, which is on the processor's time: a busy machine does not matter.
"""

from __future__ import annotations

import os
import re
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from time import process_time
from types import FrameType

import pytest

from bench.generator import generate
from ingest.reader import read_text
from tests.patterns import ROOT, patterns

pytestmark = pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="no limit on the processor's time here")

LIMIT = 20.0
"""Seconds of the processor's time."""
SHORT, LONG = 2_000, 256_000
QUICK = 5e-7
"""Seconds a character: below it nothing has begun to slow down."""
SLOWER = 1.5
"""How many times more a character of a longer text may cost before a still longer one is tried."""
RUNS = (
    "1", "1 ", "1.", "1,", "1/", "12/", ",", ", ", ". ", ";", "(", ")", "()", "(a) ", "[", "[1]", " ", "\t", "\n", " \n", "\u00a0 ", "-", "- ",
    "_", "…", "“", "”", "“a”", '"', "'", ":", "/", "*", "|", "#", "<", "<a ", "&", "\\", "a", "A", "Đ", "a ", "A ", "Đ ", "căn hộ ",
    "các ", "và ", ", và ", "của ", "số ", "số 1", "số: ", "ngày ", "ngày 1/1/", "năm ", "năm 2025 ", "2025-", "2025 - 2030, ", "tháng ",
    "QĐ-", "/QĐ-UBND ", "1/QĐ-TTg, ", "1-CT/TW; ", "KẾ HOẠCH ", "QUYẾT ĐỊNH", "Quyết định ", "Quyết định số ", "Luật ", "Luật Nhà ở ",
    "Đề án “", "Đề án ", "Chương trình ", "Nghị quyết Đại hội ", "thực hiện ", "phê duyệt ", "sửa đổi, bổ sung ", "Sở ", "Sở Xây dựng, ",
    "Các sở: Tài chính, ", "UBND ", "UBND các xã, ", "Ban Chỉ đạo ", "Ban Quản lý dự án ", "Quỹ A ", "các huyện, ", "các xã, phường, ",
    "cơ quan, đơn vị, ", "người đứng đầu các cơ quan, ", "Tập đoàn A ", "phối hợp với ", "chủ trì, ", "chủ trì: ", "Giao ", "Đối với ",
    "báo cáo ", "lãnh đạo, chỉ đạo ", "thường xuyên ", "hằng năm ", "trước ngày ", "trong ", "Điều ", "khoản 1 ", "điểm a ", "I.", "I. ",
    "1.1.1.", "a) ", "100% ", "1.800 căn ", "từ 1 ", "ít nhất ", "đến năm 2030 ", "giai đoạn ", "từ năm 2021 ", "Nơi nhận: ", "TM. ",
    "Phụ lục ", "STT ", "Lưu: VT; ", "v/v ", "về việc ",
)  # fmt: skip
PUMPED = (" ", "1", ",", "(")
CUTS = 3
"""How many places of what a rule reads are drawn out."""


class TooLong(BaseException):
    """The limit was reached. No rule and no reader may catch it."""


@contextmanager
def limited() -> Iterator[None]:
    def stop(number: int, frame: FrameType | None) -> None:
        raise TooLong

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, LIMIT)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def ends(act: Callable[[str], object], text: Callable[[int], str]) -> bool:
    """Whether `act` ends on ever longer texts, tried as long as it takes more and more for a character."""
    length, before = SHORT, 0.0
    while length <= LONG:
        words = text(length)
        start = process_time()
        try:
            with limited():
                act(words)
        except TooLong:
            return False
        cost = (process_time() - start) / length
        if cost < QUICK or cost < SLOWER * before:
            return True
        length, before = 4 * length, cost
    return True


def searching(pattern: re.Pattern[str]) -> Callable[[str], object]:
    return lambda text: sum(1 for _ in pattern.finditer(text))


def drawn_out(head: str, run: str, tail: str = "") -> Callable[[int], str]:
    return lambda length: head + (run * (length // len(run) + 1))[:length] + tail


@cache
def usual() -> str:
    """Text in which rules find what they read."""
    samples = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "samples").glob("*.txt"))]
    negatives = Path(__file__).parent / "ingest" / "negatives.txt"
    made = [generate(seed, "unwrapped").content for seed in range(6)]
    return "\n".join((*samples, negatives.read_text(encoding="utf-8"), *map(str, made)))


def own(pattern: re.Pattern[str]) -> Iterator[tuple[str, Callable[[int], str]]]:
    """What a rule reads itself, a long run put into it at each of some places, and over and over."""
    found = max((m[0] for m in pattern.finditer(usual())), key=len, default="")[:80]
    if not found:
        return
    yield f"{found!r} again", drawn_out("", found + " ")
    for n in sorted({round(k * len(found) / CUTS) for k in range(CUTS + 1)}):
        for run in PUMPED:
            yield f"{found[:n]!r} {run!r}...", drawn_out(found[:n], run, found[n:])


def test_the_rules_are_found() -> None:
    """Some hundreds, so that they are not overlooked when modules move."""
    assert len(patterns()) > 300


@pytest.mark.parametrize("module", sorted({name.rpartition(".")[0] for name in patterns()}))
def test_rules_take_linear_time(module: str) -> None:
    hopeless = []
    for name, pattern in patterns().items():
        if name.rpartition(".")[0] != module:
            continue
        search = searching(pattern)
        texts = [(repr(run), drawn_out("", run)) for run in RUNS] + list(own(pattern))
        hopeless += [(name, words, pattern.pattern[:160]) for words, text in texts if not ends(search, text)]
    assert hopeless == []


LISTED = RUNS if os.environ.get("CHITHI_SLOW") else RUNS[:: len(RUNS) // 20]
FORMS = ["{}", "{}\n", "1. {}\n", "- {}.\n", "[1] {}\n"]
if os.environ.get("CHITHI_SLOW"):  # thousands of tables' heads take minutes
    FORMS.append("STT Nội dung Chủ trì\n1 {}\n")


@pytest.mark.parametrize("form", FORMS)
def test_reading_takes_linear_time(form: str) -> None:
    """A text that is one run, and one whose every line, item, bullet, row or footnote is one."""
    texts = {run: drawn_out("", form.format(run)) for run in LISTED}
    assert [run for run, text in texts.items() if not ends(read_text, text)] == []
