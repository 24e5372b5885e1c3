"""The parts of an official document's text, told apart with the help of its annotation.

The annotation says where the cells of a table end, so nothing here depends on the rules under test.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

Gold = Mapping[str, Any]


HEADINGS = ("STT", "Nội dung công việc", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời gian thực hiện")
NOTES = "\x04"
"""Stands in a paragraph where the page ended and its footnotes interrupt it."""

MARK = re.compile("\x02(\\d+)\x03")
_START = re.compile(r"(?:[IVX]+[.-]|\d{1,2}\.|[a-zđ]\)|[-+•])\s")
_ROMAN = re.compile(r"[IVX]+[.-]\s")


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the appendix by its number; `cells` in the order of the headings after the first."""

    number: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A document by parts. `head` and `foot` (Nơi nhận and signature) are kept line by line, as they stand.

    A paragraph is one line, footnote marks in it as `\\x02N\\x03`; `notes` are (number, text).
    """

    head: tuple[str, ...]
    title: str
    body: tuple[str, ...]
    notes: tuple[tuple[str, str], ...]
    foot: tuple[str, ...]
    annex: tuple[str, ...] = ()
    headings: tuple[str, ...] = HEADINGS
    rows: tuple[Row, ...] = ()


def joined(lines: Sequence[str]) -> str:
    """Physical lines as one; a symbol broken behind its hyphen or slash is whole again."""
    text = ""
    for line in (" ".join(line.split()) for line in lines):
        whole = re.search(r"[\w”][-/]$", text) and re.match(r"[A-ZĐ\d]", line)
        text += line if whole or not text else " " + line
    return text


def plain(text: str) -> str:
    return re.sub(r"[\s.,;]+", "", unicodedata.normalize("NFC", text)).lower()


def sheet(text: str, gold: Gold) -> Sheet:
    """The parts of a text laid out as the annotated documents are."""
    lines = text.split("\n")
    title = next(n for n, line in enumerate(lines) if line.strip() == "KẾ HOẠCH")
    body = next(n for n in range(title + 1, len(lines)) if lines[n] == " " or lines[n].startswith("---"))
    while not lines[body].strip(" -"):
        body += 1
    foot = next(n for n, line in enumerate(lines) if line.strip().startswith("Nơi nhận"))
    annex = next((n for n, line in enumerate(lines) if line.strip() == "PHỤ LỤC"), len(lines))
    table = next((n for n in range(annex, len(lines)) if lines[n].startswith("STT")), len(lines))
    before_body = [line for line in lines[title + 1 : body] if line.strip(" -")]
    paragraphs, notes = _paragraphs(lines[body:foot])
    return Sheet(
        head=tuple(line.strip() for line in lines[: title + 1] if line.strip()),
        title=joined(before_body),
        body=paragraphs,
        notes=notes,
        foot=tuple(lines[foot:annex]),
        annex=_annex(lines[annex:table]),
        rows=_rows(lines[table:], gold),
    )


def _annex(lines: Sequence[str]) -> tuple[str, ...]:
    kept = [line for line in lines if line.strip()]
    if not kept:
        return ()
    caps = [line for line in kept[1:] if not line.startswith("(")]
    return (kept[0].strip(), joined(caps), *(line.strip() for line in kept if line.startswith("(")))


def _paragraphs(lines: Sequence[str]) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
    out: list[list[str]] = []
    notes: list[tuple[str, list[str]]] = []
    in_notes = False
    for n, line in enumerate(lines):
        words = " ".join(line.split())
        if not words:
            in_notes = in_notes or len(line) > 30  # the rule above the footnotes
            if in_notes and len(line) > 30:
                out[-1].append(NOTES)
            continue
        if in_notes and line.startswith(" ") and not words[0].isdigit() and notes and len(notes[-1][1]) > 1:
            in_notes = False
        if in_notes:
            if words.isdigit():
                notes.append((words, []))
            else:
                notes[-1][1].append(words)
            continue
        if words.isdigit() and len(words) < 3:
            after = next((x.strip() for x in lines[n + 1 :] if x.strip()), "")
            if after[0] in ".:;,":
                out[-1][-1] += f"\x02{words}\x03"
            continue
        if words[0] in ".:;," and out:
            out[-1][-1] += words
            continue
        if not out or _START.match(words) or _closed(out[-1], words):
            out.append([])
        out[-1].append(words)
    return tuple(joined(p) for p in out), tuple((k, joined(v)) for k, v in notes)


def _closed(paragraph: Sequence[str], words: str) -> bool:
    """Whether a line that opens with a capital begins a paragraph: the last is short, or a heading in capitals."""
    last = next((x for x in reversed(paragraph) if x != NOTES), "")
    return words[0].isupper() and (len(last) < 55 or bool(_ROMAN.match(last) and last.split(" ", 1)[1].isupper()))


def _rows(lines: Sequence[str], gold: Gold) -> tuple[Row, ...]:
    """The cells of each row: its task, bodies and deadline are in the annotation."""
    tasks = {t["ref"]: t for t in gold["tasks"]}
    out: list[Row] = []
    pending: list[str] = []

    def close() -> None:
        if not pending:
            return
        number, rest = pending[0], pending[1:]
        task = tasks[f"PL.{number}"]
        end = next(k for k in range(1, len(rest) + 1) if plain(joined(rest[:k])) == plain(task["text"]))
        due = next(k for k in range(end, len(rest)) if plain(joined(rest[k:])) == plain(task["deadline"]["text"]))
        split = due
        if task["supports"]:
            first = plain(task["supports"][0])
            starts = [k for k in range(end + 1, due) if plain(joined(rest[k:due])).startswith(first)]
            split = starts[-1]
        out.append(Row(number, tuple(joined(rest[a:b]) for a, b in ((0, end), (end, split), (split, due), (due, 99)))))

    skip = 0
    for n, line in enumerate(lines):
        words = " ".join(line.split())
        if not words:
            continue
        if words.startswith("STT "):
            skip = 2
            continue
        if skip:
            skip -= 1
            continue
        expected = len(out) + (2 if pending else 1)
        after = next((x.strip() for x in lines[n + 1 :] if x.strip()), "")
        if words.isdigit() and after.startswith("STT"):
            continue
        if words == str(expected):
            close()
            pending = [words]
        else:
            pending.append(words)
    close()
    return tuple(out)


def with_cells(sheet: Sheet, change: Callable[[Row], Row]) -> Sheet:
    return replace(sheet, rows=tuple(change(row) for row in sheet.rows))
