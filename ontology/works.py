"""Works that documents cite by name: laws by their names and numbers, schemes and programmes of the country."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from ontology.spelling import words
from ontology.tables import table

if TYPE_CHECKING:
    LAW_NAMES: tuple[str, ...]
    ORDINANCE_NAMES: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Work:
    """A work of the whole country (`place` is `VN`). `symbol` and `date` are empty when it has none of its own."""

    doc_type: str
    symbol: str
    name: str
    date: str
    issuer: str
    source: str
    place: str = "VN"


@cache
def known_works() -> tuple[Work, ...]:
    """Every work of the tables."""
    rows = table("works")
    sources: dict[str, str] = rows["sources"]
    out = []
    for group in rows["law"]:
        for row in group["rows"]:
            name, symbol, day = (part.strip() for part in row.split("|"))
            out.append(Work("Luật", symbol, f"Luật {name}", day, "Quốc hội", sources[group["source"]]))
    for row in rows["work"]:
        day = row["date"].isoformat() if isinstance(row.get("date"), date) else ""
        source = sources[row["source"]]
        out.append(Work(row["type"], row.get("symbol", ""), row["name"], day, row.get("issuer", ""), source))
    return tuple(out)


@cache
def law_numbers() -> dict[tuple[str, str], Work]:
    """Laws by (name in lower case, year): `("nhà ở", "2023")`. Where one year has two of a name (Tổ chức chính quyền
    địa phương, 2025) the year does not tell them apart, and neither is there."""
    found: dict[tuple[str, str], list[Work]] = {}
    for work in known_works():
        if work.doc_type == "Luật":
            found.setdefault((work.name.removeprefix("Luật ").lower(), work.date[:4]), []).append(work)
    return {named: laws[0] for named, laws in found.items() if len(laws) == 1}


# Words that writers add or leave out in one and the same name: the unit of the flats, the kind of the work.
_LOOSE = frozenset(["can", "ho", "nha", "de", "an", "chuong", "trinh", "du", "ke", "hoach", "so"])
_SPELLED = (
    ("kcn", "khu cong nghiep"),
    ("mtqg", "muc tieu quoc gia"),
    ("dtts", "dan toc thieu so"),
    ("noxh", "nha o xa hoi"),
)
_SAME = 93.0


def _plain(name: str) -> str:
    text = f" {' '.join(words(name))} "
    for short, full in _SPELLED:
        text = text.replace(f" {short} ", f" {full} ")
    return " ".join(w.lstrip("0") or w for w in text.split() if w not in _LOOSE)


@cache
def recognise(doc_type: str, name: str) -> Work | None:
    """The known work without a number that a name means; None when it is none of them.

    Spellings may differ in quotes, dashes, `01` and `1`, căn, căn hộ and căn nhà, and by a slip of a letter or two:
    names are alike at 93 of 100 (rapidfuzz), which keeps a province's own scheme of a like subject apart.
    """
    from rapidfuzz import fuzz

    wanted = _plain(name)
    if len(wanted) < 15:
        return None
    best, score = None, _SAME
    for work in known_works():
        if work.symbol or work.doc_type.lower() != doc_type.lower():
            continue
        alike = fuzz.ratio(wanted, _plain(work.name))
        if alike >= score and re.findall(r"\d+", wanted) == re.findall(r"\d+", _plain(work.name)):
            best, score = work, alike
    return best


def __getattr__(name: str) -> Any:
    """`LAW_NAMES`: names that may follow Luật, Bộ luật, Pháp lệnh; `ORDINANCE_NAMES`: those after the last only."""
    if name in _NAMES:
        names = table("works")["names"][_NAMES[name]].replace("\n", "").split("|")
        return tuple(name.strip() for name in names if name.strip())
    raise AttributeError(name)


_NAMES = {"LAW_NAMES": "laws", "ORDINANCE_NAMES": "ordinances"}
