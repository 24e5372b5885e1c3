"""Head and foot of a document that stand in two columns on the same lines of a text: one column below the other.

`pdftotext -layout` and hand-made copies keep them side by side: issuer and motto, number and date (Nghị định
30/2020/NĐ-CP, Phụ lục I), recipients and signature.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ingest.letters import rule
from ingest.zones import ANNEX, type_line

Numbered = tuple[int, str]
"""A physical line and its number in the source."""

_HEAD = 40
"""The type of a document stands among its first lines."""
_FOOT = 60

_MOTTO = rule(r"C[ỘÔO]NG H[ÒÓO][AÀÁ]?A? X[ÃA] H[ỘÔO]I CH[ỦUÙ] NGH|ĐẢNG CỘNG SẢN VIỆT NAM|Độc l[ậa]p\s?[-–—]\s?Tự do")
_GAP = rule(r"(?<![ \t])(?:[ \t]{3,}|[ ]*\t[ \t]*|[ ]+\|[ ]+)(?=[^\s|])")
_BARS = rule(r"^\s*\|\s*|\s*\|\s*$")
_RECIPIENTS = rule(r"^[\s|*]*N(?:ơi|ƠI)\s+(?:nhận|NHẬN)")
_SIGNING = rule(r"(?:TM|T/M|KT|K/T|TL|T/L|TUQ)[./ ]|[A-ZĐÀ-Ỹ]{2,12}(?:\s[A-ZĐÀ-Ỹ]{2,12}){1,8}$")
_NUMBER = rule(r"\s*Số\s*:?\s*\S{1,60}\s")
_DATE = rule(r"[A-ZĐÀ-Ỹ][^,\d]{1,40},\s*ngày\s")


def in_order(lines: Sequence[str]) -> list[Numbered]:
    """The lines with their numbers, those of a head or foot in two columns cut and put left before right."""
    numbered = list(enumerate(lines, 1))
    first = next((n for n, line in enumerate(lines) if line.strip()), 0)
    end = _end_of_head(lines, first)
    head = _head(numbered[first:end])
    foot = next((n for n in range(len(lines) - 1, end - 1, -1) if _RECIPIENTS.match(lines[n])), None)
    if foot is None:
        return [*numbered[:first], *head, *numbered[end:]]
    begin, last = _foot_from(lines, foot, end), _end_of_foot(lines, foot)
    return [
        *numbered[:first],
        *head,
        *numbered[end:begin],
        *_foot(numbered[begin:foot], numbered[foot:last]),
        *numbered[last:],
    ]


def _end_of_head(lines: Sequence[str], first: int) -> int:
    for n in range(first, min(len(lines), first + _HEAD)):
        if type_line(lines[n].strip(), lines[first:n]) or lines[n].lstrip().startswith("Kính gửi"):
            return n
    return min(len(lines), first + 12)


def _end_of_foot(lines: Sequence[str], foot: int) -> int:
    for n in range(foot + 1, min(len(lines), foot + _FOOT)):
        if ANNEX.match(lines[n].strip()) or lines[n].startswith("\f"):
            return n
    return min(len(lines), foot + _FOOT)


def _foot_from(lines: Sequence[str], foot: int, end: int) -> int:
    """A signature in the right column may begin above `Nơi nhận`."""
    begin = foot
    for n in range(foot - 1, max(end, foot - 4) - 1, -1):
        if lines[n].strip():
            if not (len(lines[n]) - len(lines[n].lstrip()) > 20 and lines[n].strip().isupper()):
                break
            begin = n
    return begin


def _head(lines: Sequence[Numbered]) -> list[Numbered]:
    cuts = [at for _, line in lines if (at := _motto(line)) > 0 and line[:at].strip(" |")]
    if not cuts:
        return list(lines)
    return _parted(lines, min(cuts))


def _motto(line: str) -> int:
    match = _MOTTO.search(line)
    return match.start() if match else -1


def _foot(above: Sequence[Numbered], lines: Sequence[Numbered]) -> list[Numbered]:
    cuts = []
    for _, line in lines:
        gap = next((g for g in _GAP.finditer(line) if _SIGNING.match(line, g.end())), None)
        if gap and (_RECIPIENTS.match(line) or line.lstrip(" |").startswith(("-", "+"))):
            cuts.append(gap.end())
    if not cuts:
        return [*above, *lines]
    return _parted([*above, *lines], min(cuts))


def _parted(lines: Sequence[Numbered], column: int) -> list[Numbered]:
    """The left parts, then the right ones; what stands alone belongs to the side where it begins."""
    left: list[Numbered] = []
    right: list[Numbered] = []
    for number, line in lines:
        for start, words in _parts(line, column):
            (right if start >= column - 6 else left).append((number, words))
    return [*left, *right]


def _parts(line: str, column: int) -> Iterator[tuple[int, str]]:
    """The one or two parts of a line, and the column where each counts as beginning."""
    if not line.strip(" \t|"):
        return
    at = _cut(line, column)
    if at <= 0:
        begin = len(line) - len(line.lstrip(" \t|"))
        yield begin, _BARS.sub("", line).strip()
        return
    for start, words in ((0, line[:at]), (column, line[at:])):
        if kept := _BARS.sub("", words).strip():
            yield start, kept


def _cut(line: str, column: int) -> int:
    """Where the right column of a line begins; -1 when it has but one part."""
    if (at := _motto(line)) > 0 and line[:at].strip(" \t|"):
        return at
    gaps = [gap.end() for gap in _GAP.finditer(line) if line[: gap.start()].strip(" \t|")]
    if gaps:
        return min(gaps, key=lambda end: abs(end - column))
    dated = _DATE.search(line)
    number = _NUMBER.match(line)
    return number.end() if dated and number and dated.start() <= number.end() else -1
