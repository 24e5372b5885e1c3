"""Other marks of items, and heads added and removed."""

from __future__ import annotations

import copy
import re
import textwrap
from collections.abc import Callable
from dataclasses import replace
from itertools import zip_longest

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


def type_between(case: Case) -> Case | None:
    """The type of the document between the two columns of its head, as some readers of PDF order them."""
    read = case.sheet
    if len(read.head) < 4:
        return None
    head = (*read.head[:3], read.head[-1], *read.head[3:-1])
    return replace(case, text=write(replace(read, head=head)))


def recipients_wrapped(case: Case, width: int = 34) -> Case:
    """Nơi nhận in the narrow column that it has on paper."""
    lines: list[str] = []
    read = case.sheet
    for line in read.foot:
        lines += textwrap.wrap(line.strip(), width) if line.startswith("-") else [line]
    return replace(case, text=write(replace(read, foot=tuple(lines))))


def foot_side_by_side(case: Case) -> Case:
    """Nơi nhận and the signature in two columns on the same lines."""
    read = case.sheet
    kept = [" ".join(line.split()) for line in read.foot if line.strip() and "\t" not in line]
    left = [line for line in kept if line.startswith("-")]
    right = [re.sub(r"^Nơi nhận:\s*", "", line) for line in kept if not line.startswith("-")]
    right = [line for line in right if line]
    pairs = zip_longest(["Nơi nhận:", *left], [*right[:-1], "", "", right[-1]], fillvalue="")
    return replace(case, text=write(replace(read, foot=tuple(f"{a:<46}{b}".rstrip() for a, b in pairs))))


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
