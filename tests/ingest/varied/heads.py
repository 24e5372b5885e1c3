"""Other marks of items, and heads added and removed."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable
from dataclasses import replace

from tests.ingest.varied.case import Case, Change, of_sheet
from tests.ingest.varied.sheet import Sheet
from tests.ingest.varied.writing import write


def marked_otherwise(rule: str, new: str | Callable[[re.Match[str]], str]) -> Change:
    """Another mark before the items of the body."""

    def made(read: Sheet) -> Sheet:
        return replace(read, body=tuple(re.sub(rule, new, p, count=1) for p in read.body))

    return of_sheet(made)


def without_head(case: Case) -> Case | None:
    if not case.gold["document"]["symbol"]:
        return None
    read = case.sheet
    gold = copy.deepcopy(dict(case.gold))
    gold["document"] |= {"symbol": None, "date": None}
    text = write(replace(read, head=("KẾ HOẠCH",)))
    for body in gold["agencies"]:
        body["optional"] = body["optional"] or not any(x in " ".join(text.split()) for x in body["surface"])
    return replace(case, text=text, gold=gold)


def state_head(form: str) -> Change:
    """The head of Nghị định 30/2020/NĐ-CP where there is none; its two columns one below the other, or side by side."""

    def made(case: Case) -> Case | None:
        if case.gold["document"]["symbol"]:
            return None
        read = case.sheet
        place = case.gold["document"]["place"]
        gold = copy.deepcopy(dict(case.gold))
        gold["document"] |= {"symbol": "2196/KH-UBND", "date": "2025-04-16"}
        left = ("ỦY BAN NHÂN DÂN", f"TỈNH {place.upper()}", "Số: 2196/KH-UBND")
        right = (
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập - Tự do - Hạnh phúc",
            f"{place}, ngày 16 tháng 4 năm 2025",
        )
        head: tuple[str, ...]
        if form == "below":
            head = (*left, *right)
        elif form == "one line":
            head = (f"{left[0]} {left[1]}", left[2], *right)
        else:
            head = tuple(f"{a:<28}{b}" for a, b in zip(left, right, strict=True))
        return replace(case, text=write(replace(read, head=(*head, "KẾ HOẠCH"))), gold=gold)

    return made
