"""A sheet written down again as text."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tests.ingest.varied.sheet import MARK, NOTES, Sheet


@dataclass(frozen=True, slots=True)
class Style:
    """How a sheet is written as text. `width` 0 leaves every paragraph and cell on one line."""

    width: int = 80
    gap: str = "\n\n"
    table: str = "stacked"
    mark: str = "own line"
    notes: str = "page"
    pages: int = 0
    heading_every: int = 9


def write(sheet: Sheet, style: Style | None = None) -> str:
    """The sheet as text."""
    style = style or Style()
    lines: list[str] = [x + " " for x in sheet.head]
    lines += [x + " " for x in wrapped(sheet.title, style.width)]
    lines.append(" ")
    for paragraph in sheet.body:
        lines += _written(paragraph, sheet.notes, style)
    if style.notes == "end":
        lines += [x for number, words in sheet.notes for x in wrapped(f"[{number}] {words}", style.width)]
    lines = paged(lines, style.pages)
    text = style.gap.join(lines) + "\n" + (style.gap if sheet.annex or sheet.foot else "")
    text += "\n".join(sheet.foot if style.gap != "\n" else [x for x in sheet.foot if x.strip()]) + "\n"
    if sheet.annex:
        text += style.gap + style.gap.join(y for x in sheet.annex for y in wrapped(x, style.width)) + style.gap
        text += TABLES[style.table](sheet, style) + "\n"
    return text


def paged(lines: Sequence[str], every: int) -> list[str]:
    """The lines with a page number after each `every` lines that are not blank; 0 for none."""
    if not every:
        return list(lines)
    out: list[str] = []
    full = 0
    page = 1
    for line in lines:
        if full >= every:
            page += 1
            full = 0
            out += ["", str(page) + " "]
        out.append(line)
        full += bool(line.strip())
    return out


def wrapped(text: str, width: int) -> list[str]:
    if not width:
        return [text] if text else []
    return textwrap.wrap(text, width, break_long_words=False)


def _written(paragraph: str, notes: Sequence[tuple[str, str]], style: Style) -> list[str]:
    out: list[str] = []
    mine = MARK.findall(paragraph)
    if style.notes != "page":
        paragraph = paragraph.replace(f" {NOTES}", "")
    paragraph = marked(paragraph, style.mark)
    for n, piece in enumerate(paragraph.split(f" {NOTES} ")):
        if n:
            out += [" " * 60, *_footnotes(notes, style.width)]
            out.append("\x05" + wrapped(piece, style.width)[0] + " ")
            out += [x + " " for x in wrapped(piece, style.width)[1:]]
            continue
        out += [x + " " for x in wrapped(piece, style.width)]
    lines: list[str] = []
    for line in out:
        parts = re.split("\x02(\\d+)\x03", line.replace("\x05", " "))
        for k, part in enumerate(parts):
            if part.strip() or len(parts) == 1:
                lines.append(part)
            del k
    if style.notes == "paragraph":
        lines += [f"{k} {words} " for k, words in notes if k in mine]
    return lines


def _footnotes(notes: Sequence[tuple[str, str]], width: int) -> list[str]:
    out: list[str] = []
    for number, words in notes:
        if width:
            out += [number + " ", *(x + " " for x in wrapped(words, width + 15))]
        else:
            out.append(f"{number} {words} ")
    return out


_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def marked(text: str, form: str) -> str:
    """The footnote marks of a paragraph in another form; `own line` leaves them for the writer."""
    forms: dict[str, Callable[[str], str]] = {
        "attached": lambda k: k,
        "brackets": lambda k: f"[{k}]",
        "parentheses": lambda k: f"({k})",
        "superscript": lambda k: k.translate(_SUPERSCRIPT),
        "spaced": lambda k: f" {k}",
        "markdown": lambda k: f"[^{k}]",
    }
    if form == "own line":
        return text
    return MARK.sub(lambda m: forms[form](m[1]), text)


def stacked(sheet: Sheet, style: Style) -> str:
    """Cells one below the other, as the text of a PDF has them; an empty cell is two spaces before the next."""
    widths = [max(12, round(style.width * x)) if style.width else 0 for x in (0.68, 0.33, 0.25, 0.3, 0.3)]
    first, last = " ".join(sheet.headings[:-1]), sheet.headings[-1]
    if style.width and " " in last:
        lead, _, tail = last.rpartition(" ")
        heading = [f"{first} ", f"{lead} ", f"{tail} "]
    else:
        heading = [f"{first} {last} "]
    page = 8
    out: list[str] = list(heading)
    for n, row in enumerate(sheet.rows):
        if n and style.heading_every and n % style.heading_every == 0:
            if style.pages:
                page += 1
                out += ["", "", f"{page} ", ""]
            out += heading
        out.append(f"{row.number} ")
        empty = ""
        for width, cell in zip(widths, row.cells, strict=False):
            lines = wrapped(cell, width)
            if not lines:
                empty = "  "
                continue
            out += [f"{empty}{lines[0]} ", *(x + " " for x in lines[1:])]
            empty = ""
    return style.gap.join(out)


def on_one_line(sheet: Sheet, style: Style) -> str:
    """Each row on a line of its own, three spaces between cells, more where a cell is empty."""
    out = ["   ".join(sheet.headings)]
    out += ["   ".join((row.number, *(cell or " " * 12 for cell in row.cells))).rstrip() for row in sheet.rows]
    return style.gap.join(out)


def aligned(sheet: Sheet, style: Style) -> str:
    """Columns side by side, wrapped cells and all, as `pdftotext -layout` prints them."""
    widths = (5, 44, 26, 26, 18, 18)[: len(sheet.headings)]

    def band(cells: Sequence[str]) -> list[str]:
        columns = [wrapped(cell, width - 2) for cell, width in zip(cells, widths, strict=True)]
        high = max(map(len, columns))
        return [
            "".join((c[k] if k < len(c) else "").ljust(w) for c, w in zip(columns, widths, strict=True)).rstrip()
            for k in range(high)
        ]

    out = band(sheet.headings)
    for row in sheet.rows:
        out += ["", *band((row.number, *row.cells))]
    return "\n".join(out)


def tabbed(sheet: Sheet, style: Style) -> str:
    """Tabs between cells, as a table copied from a word processor."""
    return style.gap.join("\t".join(x) for x in (sheet.headings, *((row.number, *row.cells) for row in sheet.rows)))


def listed(sheet: Sheet, style: Style) -> str:
    """A list in the place of the table: each task, and under it who leads, who supports and by when."""
    out: list[str] = []
    for row in sheet.rows:
        task, lead, support, due = row.cells[:4]
        out += wrapped(f"{row.number}. {task}", style.width)
        out += wrapped(f"- Cơ quan chủ trì: {lead}.", style.width)
        if support:
            out += wrapped(f"- Cơ quan phối hợp: {support}.", style.width)
        out += wrapped(f"- Thời gian thực hiện: {due}.", style.width)
    return style.gap.join(out)


def piped(sheet: Sheet, style: Style) -> str:
    """A Markdown table."""
    rows = [sheet.headings, ("---",) * len(sheet.headings), *((row.number, *row.cells) for row in sheet.rows)]
    return "\n" + "\n".join("| " + " | ".join(row) + " |" for row in rows) + "\n"


TABLES: dict[str, Callable[[Sheet, Style], str]] = {
    "stacked": stacked,
    "one line": on_one_line,
    "aligned": aligned,
    "tabs": tabbed,
    "list": listed,
    "pipes": piped,
}
