"""Short mentions of documents completed from fuller ones in the same text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from graph.folding import fold
from graph.reading import DocumentKey
from ingest.citation import Citation
from ingest.letters import rule
from ingest.numbered import canonical_type

_SHORT = rule(
    r"""
    (?P<type>
        Chỉ\s+thị|Nghị\s+quyết|Quyết\s+định|Kế\s+hoạch|Chương\s+trình
      | Kết\s+luận|Công\s+điện|Nghị\s+định|Thông\s+tư|Thông\s+báo
    )
    \s+(?:số\s+)?(?P<number>\d{1,5}[a-z]?)
    (?![\w/.,-]*[\w/]|\s*[-–]?\s*[A-ZĐ]{2})  # a whole number, or a date, is no short mention
    """,
    re.X,
)
_NAMING = rule(r"(?:gọi|viết)\s+(?:tắt\s+)?(?:là|:)\s*[“\"]?$")

_LAWS = ("Luật", "Bộ luật", "Pháp lệnh")


def shortened(text: str, known: Sequence[Citation]) -> list[Citation]:
    """Mentions by type and number alone, `Chỉ thị 34`: the one document of this type and number that the same text
    cites in full; nothing where it cites none or two."""
    out = []
    for match in _SHORT.finditer(text):
        if _NAMING.search(text[max(0, match.start() - 30) : match.start()]):
            continue
        kind, number = canonical_type(match["type"]), match["number"].lstrip("0")
        keys = {c.key for c in known if c.key.doc_type == kind and re.match(rf"0*{number}\D", c.key.symbol)}
        if len({(_plain(k.symbol), k.date, k.place) for k in keys}) == 1:
            out.append(Citation(match.start(), match.end(), min(keys), rule="citation.short"))
    return out


def gather(found: Sequence[Citation]) -> list[Citation]:
    """Mentions of one document completed from its fuller mentions in the same text (DOMAIN: what a short citation
    leaves out comes from its own document). With two that fit, the short one stays as it is."""
    full = {c.key for c in found}
    completed = {key: _completed(key, full) for key in full}
    return [c if completed[c.key] == c.key else replace(c, key=completed[c.key]) for c in found]


def _completed(key: DocumentKey, full: set[DocumentKey]) -> DocumentKey:
    """A key with what the one fuller key, or those that say the same, adds."""
    fits = {k for k in full if _fuller(k, key)}
    most = {k for k in fits if not any(_fuller(other, k) for other in fits)}
    same = {(k.date, k.place, k.name) for k in most}
    return _joined(key, min(most)) if len(same) == 1 else key


def _joined(key: DocumentKey, best: DocumentKey) -> DocumentKey:
    return replace(
        key,
        date=best.date,
        place=best.place,
        issuer=key.issuer or best.issuer,
        name=best.name or key.name,
        symbol=best.symbol,
    )


def _fuller(a: DocumentKey, b: DocumentKey) -> bool:
    """Whether `a` says everything of the document that `b` says, and more."""
    if not (a.date.startswith(b.date) and (not b.place or a.place == b.place) and _said(a) > _said(b)):
        return False
    if b.symbol:
        return _plain(a.symbol) == _plain(b.symbol)
    if a.doc_type != b.doc_type:
        return False
    if a.symbol:
        return bool(a.name) and fold(a.name) == fold(b.name)
    if a.doc_type in _LAWS:  # one that amends another has that one's name in its own
        return _core(a) == _core(b)
    return _contains(_core(a), _core(b))


def _said(key: DocumentKey) -> tuple[int, int, bool, bool]:
    """How much a key says, the date first."""
    return len(key.date), len(key.name), bool(key.place), bool(key.symbol)


def _contains(whole: str, part: str) -> bool:
    return part == whole or (len(part) > 12 and f" {part} " in f" {whole} ")


@lru_cache(maxsize=4_096)
def _core(key: DocumentKey) -> str:
    """A work's name without the kind it begins with and the year it ends with."""
    return re.sub(r" nam (?:19|20)\d\d$", "", fold(key.name).removeprefix(fold(key.doc_type)).strip())


@lru_cache(maxsize=4_096)
def _plain(symbol: str) -> str:
    return re.sub(r"^0+(?=\d)", "", fold(symbol).replace(" ", ""))
