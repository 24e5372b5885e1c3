"""Other ways to write the same: dates, periods, quotes, bodies in full or short, and the words that give a duty."""

from __future__ import annotations

import copy
import re
from dataclasses import replace

from tests.ingest.varied.case import Case, Change
from tests.ingest.varied.rewording import Pairs, exchange, in_strings

_DAY = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(20\d\d)(?!\d)")


def hyphenated_dates(text: str) -> str:
    """`24-5-2024`, as Party documents write days."""
    return _DAY.sub(r"\1-\2-\3", text)


def dotted_dates(text: str) -> str:
    return _DAY.sub(r"\1.\2.\3", text)


def straight_quotes(text: str) -> str:
    return re.sub("[“”]", '"', text)


def dashed_periods(text: str) -> str:
    """An en dash between the years of a period: `2021 – 2030`."""
    return re.sub(r"(20\d\d)\s*-\s*(20\d\d)", r"\1 – \2", text)


def with_colon(text: str) -> str:
    """`số: 927/QĐ-TTg`, as heads have it."""
    return re.sub(r"\bsố(\s+)(?=\d+[-/ ])", r"số:\1", text)


def misprints(text: str) -> str:
    """Letters as recognition mistakes them."""
    for old, new in (("Phấn đấu", "Phân đầu"), ("phấn đấu", "phân đấu"), ("chuyển đổi số", "chuyên đổi số")):
        text = text.replace(old, new)
    return text


SHORT: Pairs = (("Ủy ban nhân dân", "UBND"), ("Ủy ban Mặt trận Tổ quốc", "UBMTTQ"))
FULL: Pairs = (("UBND", "Ủy ban nhân dân"), ("HĐND", "Hội đồng nhân dân"))


def spelled(pairs: Pairs) -> Change:
    """Bodies in full or short. The annotation keeps its names and knows the new surfaces too."""

    def made(case: Case) -> Case | None:
        text = exchange(case.text, pairs)
        if text == case.text:
            return None
        gold = copy.deepcopy(dict(case.gold))
        for body in gold["agencies"]:
            body["surface"] += [exchange(x, pairs) for x in body["surface"]]
        gold["document"]["title"] = exchange(gold["document"]["title"], pairs)
        gold["recipients"] = [exchange(x, pairs) for x in gold["recipients"]]
        return replace(case, text=text, gold=gold)

    return made


def dates_in_words(case: Case) -> Case:
    """`ngày 24 tháng 5 năm 2024` everywhere."""

    def changed(text: str) -> str:
        return _DAY.sub(r"\1 tháng \2 năm \3", text)

    return replace(case, text=changed(case.text), gold=in_strings(case.gold, changed))


def reworded(pairs: Pairs) -> Change:
    def made(case: Case) -> Case | None:
        text = exchange(case.text, pairs)
        return replace(case, text=text) if text != case.text else None

    return made


GIVEN: Pairs = (("chủ trì, phối hợp với", "có trách nhiệm chủ trì, phối hợp với"),)
WITH: Pairs = (("chủ trì, phối hợp với", "chủ trì phối hợp cùng"),)
MAIN: Pairs = (("chủ trì, phối hợp với", "là cơ quan chủ trì, phối hợp chặt chẽ với"),)


def assigned(case: Case) -> Case | None:
    """`Giao Sở Xây dựng chủ trì ...` in the items of the last part."""
    text = re.sub(r"^( ?\d\. )(?=Sở Xây dựng|Ban Tuyên giáo)", r"\1Giao ", case.text, flags=re.M)
    return replace(case, text=text) if text != case.text else None


def with_point(case: Case) -> Case | None:
    """A body, a colon, and its duty: `2. Sở Xây dựng: Chủ trì, phối hợp với ...`."""
    text = re.sub(r"^( ?\d\. (?:Sở Xây dựng|Ban Tuyên giáo Tỉnh ủy)) chủ trì", r"\1: Chủ trì", case.text, flags=re.M)
    return replace(case, text=text) if text != case.text else None
