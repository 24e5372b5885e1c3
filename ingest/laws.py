"""Laws and ordinances cited by name: `Luật Nhà ở năm 2023`, and those that amend others, `Luật sửa đổi, bổ sung một số
điều của Luật Nhà ở và Luật Đất đai`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from graph.folding import fold
from graph.reading import DocumentKey
from ingest.citation import Citation
from ingest.dates import DATE, iso
from ingest.home import Home
from ingest.letters import rule
from ingest.spelled import spelled
from ontology.works import LAW_NAMES, ORDINANCE_NAMES

# A law that the ontology does not list: words from a capital on, up to one that goes on with the sentence.
_OTHER_LAW = r"""
    [A-ZĐÀ-Ỹ][\wÀ-ỹ]*
    (?:
        \s+
        (?!
            (?:
                số|năm|ngày|được|đã|quy|và|cũng|của|có|để|theo|là|này|hiện|do|về|tại|các|nêu|trên|gồm|phải|trong(?=\s+(?:đó|quá|thời|việc|lĩnh))
              | Luật|Pháp
            )(?!\w)
        )
        [\wÀ-ỹ]+
    ){1,5}
"""
_KIND = r"(?:Bộ\s+luật|Luật|Pháp\s+lệnh)"
AMENDS = r"""
    sửa\s+đổi(?:\s*,?\s*bổ\s+sung)?
    (?:\s+một\s+số\s+(?:điều|nội\s+dung)(?:\s+của)?|\s+(?:khoản\s+\S+\s+)?Điều\s+\d+[a-z]?(?:\s+của)?)?
"""
"""How the name of what amends begins."""


def _any_of(names: Iterable[str]) -> str:
    """The longest name first; a comma within one is often left out."""
    longest = sorted(names, key=len, reverse=True)
    return "|".join(spelled(name).replace(",", "(?:\\s*,)?") for name in longest)


@cache
def _names() -> str:
    """Names that may follow Luật, Bộ luật or Pháp lệnh; those of ordinances follow the last alone."""
    return rf"(?:(?i:{_any_of(LAW_NAMES)})(?!\w)|(?<=lệnh\s)(?i:{_any_of(ORDINANCE_NAMES)})(?!\w)|{_OTHER_LAW})"


@cache
def _law_rule() -> re.Pattern[str]:
    one = rf"{_KIND}\s+{_names()}"
    return rule(
        rf"""
          (?P<type>{_KIND})\s+
          (?:
              (?P<amending>{AMENDS}\s+(?:các\s+)?{one}(?:\s*(?:,\s*(?:và\s+)?|và\s+){one})*)
            | (?P<name>{_names()})
          )
          (?P<draft>\s*\(sửa\s+đổi(?:,\s*bổ\s+sung)?\))?
          (?:
              \s*,?\s+năm\s+(?P<year>(?:19|20)\d\d)
            | \s*\((?:năm\s+)?(?P<bracketed>(?:19|20)\d\d)\)
            | \s*,?\s+ngày\s+(?P<dated>{DATE})
          )?
        | (?P<constitution>Hiến\s+pháp)(?:\s+(?:nước[^,;.]{{5,60}}?\s+)?năm\s+(?P<c_year>(?:19|20)\d\d))
        """,
        re.X,
    )


def laws(text: str, home: Home) -> list[Citation]:
    """Laws and ordinances cited by name, in order; `home` says nothing of them. One that amends others is a citation
    with their names in it."""
    return [c for match in _law_rule().finditer(text) if (c := _law(match))]


def _law(match: re.Match[str]) -> Citation | None:
    if match["constitution"]:
        key = DocumentKey(
            "Hiến pháp", name=f"Hiến pháp năm {match['c_year']}", date=match["c_year"], place="VN", issuer="Quốc hội"
        )
        return Citation(match.start(), match.end(), key, rule="citation.law")
    kind = " ".join(match["type"].split())
    name = " ".join((match["amending"] or match["name"]).split())
    if not match["amending"]:
        name = _spelled().get(_plain(name), name)
        if name.split()[0].lower() in ("sư", "gia", "pháp", "nêu", "này"):
            return None
    year = match["year"] or match["bracketed"] or ""
    date = iso(match["dated"]) if match["dated"] else year
    full = f"{kind} {name}"
    if year:
        full += f" năm {year}"
    elif match["draft"] and not date:
        full += " (sửa đổi)"  # a draft, or the new law before it has a number: not the one in force
    issuer = "Quốc hội" if kind != "Pháp lệnh" else "Ủy ban Thường vụ Quốc hội"
    key = DocumentKey(kind, name=full, date=date, place="VN", issuer=issuer)
    return Citation(match.start(), match.end(), key, rule="citation.law")


@cache
def _spelled() -> dict[str, str]:
    """Names of laws by their letters without marks: a slip of a tone (`bất đông sản`) is the same law."""
    return {_plain(name): name for name in (*ORDINANCE_NAMES, *LAW_NAMES)}


def _plain(name: str) -> str:
    return fold(name).replace(",", "")


_AMENDING = rule(rf"{_KIND}\s+{AMENDS}\s+(?=(?:các\s+)?{_KIND}\s)", re.X)
_DATED_END = rule(rf"\s*,?\s*(?:\((?:năm\s+)?(?:19|20)\d\d\)|năm\s+(?:19|20)\d\d|ngày\s+{DATE})$")


def amended(text: str, amending: Citation) -> list[Citation]:
    """The laws that a law amends, as its name gives them; none when it amends none. The year or day that the name ends
    with is the amending law's own."""
    words = _DATED_END.sub("", text[amending.start : amending.end])
    head = _AMENDING.match(words)
    return [law.shifted(amending.start + head.end()) for law in laws(words[head.end() :], Home())] if head else []
