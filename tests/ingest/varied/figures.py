"""Other numbers, dates and figures."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from tests.ingest.varied.case import Case
from tests.ingest.varied.rewording import exchange, in_strings

_SYMBOL = re.compile(r"^(\d+)([-/].+)$")


def _moved_day(day: int, month: int) -> tuple[int, int]:
    return day % 27 + 1, month % 11 + 1


def other_numbers(case: Case) -> Case:
    """Every cited document under another number and of another day."""
    symbols = [c["symbol"] for c in case.gold["citations"] if c["symbol"]] + [case.gold["document"]["symbol"] or ""]
    numbers: dict[str, str] = {}
    for found in {x for x in symbols if x}:
        match = _SYMBOL.match(found)
        assert match
        numbers[found] = f"{int(match[1]) + 13:0{len(match[1])}d}{match[2]}"

    def changed(text: str) -> str:
        for old, new in sorted(numbers.items(), key=lambda x: -int(x[1].split("/")[0].split("-")[0])):
            number, rest = _SYMBOL.match(old).groups()  # type: ignore[union-attr]
            tail = "".join(rf"{re.escape(x)}\s*" if x in "-/" else re.escape(x) for x in rest)
            tail = tail.replace(r"\-\s*", r"[-\s]\s*", 1) if rest[0] == "-" else tail
            new_number = _SYMBOL.match(new)[1]  # type: ignore[index]
            text = re.sub(rf"(?<![\d./]){number}(?={tail}(?!\w))", f"\x06{new_number}", text, flags=re.I)
        text = text.replace("\x06", "")
        text = re.sub(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(20\d\d)(?!\d)", _slashed, text)
        return re.sub(r"(\d{1,2})(\s+tháng\s+)(\d{1,2})(\s+năm\s+20\d\d)", _worded, text)

    gold = in_strings(case.gold, changed, ("file", "ref", "deadline"))
    gold = _dates(gold)
    return replace(case, text=changed(case.text), gold=gold)


def _slashed(match: re.Match[str]) -> str:
    day, month = _moved_day(int(match[1]), int(match[2]))
    return f"{day}/{month}/{match[3]}"


def _worded(match: re.Match[str]) -> str:
    day, month = _moved_day(int(match[1]), int(match[3]))
    return f"{day}{match[2]}{month}{match[4]}"


def _dates(value: Any) -> Any:
    if isinstance(value, list):
        return [_dates(x) for x in value]
    if not isinstance(value, dict):
        return value
    out = {k: _dates(v) for k, v in value.items()}
    date = out.get("date")
    if isinstance(date, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", date):
        year, month, day = map(int, date.split("-"))
        day, month = _moved_day(day, month)
        out["date"] = f"{year:04d}-{month:02d}-{day:02d}"
    return out


FIGURES = (
    ("1.800 căn", "2.450 căn"), ("17.000 căn", "21.300 căn"), ("1.500 căn", "3.250 căn"),
    ("176 căn", "284 căn"), ("73 căn", "121 căn"), ("103 căn", "163 căn"),
    ("877 căn", "912 căn"), ("854 căn", "1.033 căn"), ("656 căn", "700 căn"), ("198 căn", "333 căn"),
    ("3.843 căn", "4.127 căn"), ("3.133 căn", "2.927 căn"), ("710 căn", "1.200 căn"),
    ("1.562 căn", "2.618 căn"), ("1.152 căn", "1.508 căn"), ("410 căn", "1.110 căn"),
    ("100% người", "95,5% người"), ("30% thời gian", "25% thời gian"), ("20% đảm bảo", "15% đảm bảo"),
)  # fmt: skip


def other_figures(case: Case) -> Case:
    """Other numbers of flats and shares, sums kept."""

    def value(text: str) -> float:
        return float(re.split(r"[ %]", text)[0].replace(".", "").replace(",", "."))

    moved = {(value(a), "%" in a): value(b) for a, b in FIGURES}
    gold = in_strings(case.gold, lambda x: exchange(x, FIGURES))
    for target in gold["targets"]:
        target["value"] = moved.get((target["value"], target["unit"] == "%"), target["value"])
    return replace(case, text=exchange(case.text, FIGURES), gold=gold)


def loose_symbols(text: str) -> str:
    """Spaces in symbols as typists leave them: `927/QĐ- TTg`, `292 -KH/TU`."""
    text = re.sub(r"(?<=\d/QĐ-)(?=TTg)", " ", text)
    return re.sub(r"(?<=\d)-(?=(?:KH|CT|CTr)/T[UW])", " -", text)


def without_so(case: Case) -> Case:
    """`Quyết định 927/QĐ-TTg` without the word số."""

    def changed(text: str) -> str:
        return re.sub(r"(?<=[a-zịộệ]) số (?=\d+[-/ ])", " ", text)

    return replace(case, text=changed(case.text), gold=in_strings(case.gold, changed))
