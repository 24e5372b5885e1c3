"""Other lines, pages and characters: what programs make of a document."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from tests.ingest.varied.case import Case, Change
from tests.ingest.varied.rewording import tones_on_second


def without_blank_lines(text: str) -> str:
    return re.sub(r"\n(?:[ \t]*\n)+", "\n", text)


def blank_between(text: str) -> str:
    return without_blank_lines(text).replace("\n", "\n\n")


def page_numbers(case: Case, every: int = 38) -> Case:
    """A page number now and then in the text as it stands; in the appendix between rows, with the heading repeated."""
    lines = case.text.split("\n")
    table = next((n for n, line in enumerate(lines) if line.startswith("STT")), len(lines))
    foot = next(n for n, line in enumerate(lines) if line.strip().startswith("Nơi nhận"))
    heading = [x for x in lines[table:] if x.strip()][:3]
    out: list[str] = []
    full, page, row = 0, 1, 0
    for n, line in enumerate(lines):
        words = line.strip()
        opens_row = n > table and words == str(row + 1)
        row += opens_row
        if full >= every and words and (n < foot or (opens_row and row > 1)):
            page, full = page + 1, 0
            out += ["", "", f"{page} ", "", *(y for x in (heading if n > table else ()) for y in (x, ""))]
        out.append(line)
        full += bool(words)
    return replace(case, text="\n".join(out))


def pages_anywhere(case: Case, every: int = 37) -> Case | None:
    """Page numbers within cells of the appendix too, as a word processor breaks rows over pages."""
    lines = case.text.split("\n")
    table = next((n for n, line in enumerate(lines) if line.startswith("STT")), 0)
    if not table:
        return None
    heading = [x for x in lines[table:] if x.strip()][:3]
    out, full, page = lines[: table + 10], 0, 40
    for line in lines[table + 10 :]:
        if full >= every and line.strip():
            page, full = page + 1, 0
            out += ["", f"{page} ", "", *heading]
        out.append(line)
        full += bool(line.strip())
    return replace(case, text="\n".join(out))


def encoded(change: Callable[[str], bytes]) -> Change:
    def made(case: Case) -> Case:
        return replace(case, content=change(case.text))

    return made


def doubled_spaces(text: str) -> str:
    """Two spaces between words in every third place."""
    count = iter(range(10**9))
    return re.sub(r"(?<=\S) (?=\S)", lambda m: "  " if next(count) % 3 == 0 else " ", text)


def tabs(text: str) -> str:
    """A tab behind the mark of an item, as typists set them."""
    return re.sub(r"^(\s*(?:[IVX]+\.|\d{1,2}\.|[a-zđ]\)|-)) (?=\S)", "\\1\t", text, flags=re.M)


def other_tones(case: Case) -> Case:
    return replace(case, text=tones_on_second(case.text))
