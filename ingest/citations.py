"""Documents that a text cites: by number (`Quyết định số 927/QĐ-TTg ngày 30/8/2024 của Thủ tướng Chính phủ`) or by name
(`Luật Nhà ở năm 2023`, `Đề án “...”`). Forms after Nghị định 30/2020/NĐ-CP and Hướng dẫn 36-HD/VPTW."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from graph.folding import fold
from graph.reading import DocumentKey
from ingest.bodies import Body, bodies
from ingest.dates import DATE, iso
from ingest.letters import cased
from ontology.bodies import issuer_of
from ontology.doctypes import DOC_TYPES, by_sign
from ontology.places import province


@dataclass(frozen=True, slots=True)
class Citation:
    """One mention. `start` and `end` span type, number, date and issuer; `title` is the subject the text adds."""

    start: int
    end: int
    key: DocumentKey
    title: str = ""
    rule: str = "citation.symbol"

    def shifted(self, by: int) -> Citation:
        return replace(self, start=self.start + by, end=self.end + by)


_NUMBER = r"\d{1,5}[a-z]?(?:\.\d{1,3})?"
_CODE = r"[A-ZĐ][A-Za-zĐđ]*\d{0,2}"
_SYMBOL = re.compile(
    rf"""
    (?<![\w./-])(?P<number>{_NUMBER})
    (?:
        \s?/\s?(?P<year>(?:19|20)\d\d)\s?/\s?(?:(?P<law>QH\d{{1,2}}|UBTVQH\d{{1,2}}|PL-UBTVQH\d{{1,2}}|L-CTN)|(?P<normative>{_CODE})\s?[-–]\s?(?P<normative_issuer>{_CODE}(?:[-–]{_CODE})*))
      | \s?/\s?(?P<state>{_CODE})\s?[-–]\s?(?P<state_issuer>{_CODE}(?:[-–]\s?{_CODE})*)
      | \s?[-–]\s?(?P<party>{_CODE})\s?/\s?(?P<party_issuer>{_CODE})
      | (?P<glued>KH|CTr|CT|QĐ|NQ|KL|TB|HD|BC)\s?/\s?(?P<glued_issuer>TW|TU)
      | \s?/\s?(?P<joined>QĐ|CT|CĐ|NQ|KH|TB)(?P<joined_issuer>TTg|CP|VPCP|UBND|HĐND)
      | \s(?P<loose>[A-ZĐ][A-Za-zĐđ]{{1,3}})\s?/\s?(?P<loose_issuer>TW|TU|ĐU)
    )(?![\w/])
    """,
    re.X,
)  # fmt: skip


@cache
def _type_words() -> str:
    names = sorted({name for t in DOC_TYPES for name in (t.name,)}, key=len, reverse=True)
    return "|".join(
        rf"{re.escape(n[0].upper())}{re.escape(n[1:])}|{re.escape(n[0].lower())}{re.escape(n[1:])}".replace(
            r"\ ", r"\s+"
        )
        for n in names
    )


@cache
def _before() -> re.Pattern[str]:
    """What may stand before a number: the type of the document, a law's name, `số`."""
    return re.compile(rf"(?P<type>{_type_words()})(?P<name>\s+[A-ZĐ][^\d;:.()“”\n]{{2,90}}?)?\s*(?:số\s*:?\s*)?$")


_RUN = re.compile(r"\s*(?:,|;|và|,\s*và)\s*(?:số\s+)?")
_SO = re.compile(r"số\s*:?\s*$")
_AFTER_DATE = re.compile(rf"\s*,?\s*\(?\s*(?:ký\s+|ban\s+hành\s+)?ngày\s+(?P<date>{DATE})\)?")
_AFTER_ISSUER = re.compile(r"\s*,?\s*của\s+(?:đồng\s+chí\s+)?")
_AFTER_TITLE = re.compile(
    r"\s*,?\s*(?:\((?!viết|sau|gọi))?(?:v/v|về\s+việc|về)?\s*[“\"](?P<quoted>[^”\"\n]{5,400})[”\"]|\s*,?\s*(?P<plain>(?:v/v|về\s+việc|về)\s+[^;()“”\n]{5,400}?)(?=\s*(?:[;()\n]|\./|\.\s|\.$|$|,\s+(?:UBND|Ủy ban|Ban |Tỉnh ủy|Thành ủy|Chính phủ|Thủ tướng)))"
)
_STATED = re.compile(rf"[Nn]gày\s+(?P<date>{DATE})\s*,\s*[^.;]{{3,60}}?(?:đã\s+)?ban\s+hành\s+$")


def citations(text: str, home: str) -> list[Citation]:
    """Every document cited in `text`, in order; `home` is the place whose numbering `UBND` and `TU` mean when the words
    name no other (empty when unknown)."""
    found = _numbered(text, home)
    taken = [(c.start, c.end) for c in found]
    from ingest.works import works

    found += [w for w in works(text, home) if not any(s < w.end and w.start < e for s, e in taken)]
    return sorted(found, key=lambda c: (c.start, c.end))


def _numbered(text: str, home: str) -> list[Citation]:
    out: list[Citation] = []
    for match in _SYMBOL.finditer(text):
        run = bool(out) and _RUN.fullmatch(text, out[-1].end, match.start()) is not None
        citation = _read(text, match, home, run)
        if citation:
            out.append(citation)
    return out


def _read(text: str, match: re.Match[str], home: str, run: bool) -> Citation | None:
    symbol, sign, code = _symbol(match)
    before = text[max(0, match.start() - 130) : match.start()]
    typed = _before().search(before)
    known = (
        by_sign(sign, "party" if match["party"] or match["loose"] or match["glued"] else "government") if sign else None
    )
    if not typed and not known and not match["law"] and not run and not _SO.search(before):
        return None
    if not typed and match["loose"] and not _SO.search(before):
        return None
    start, doc_type, name = match.start(), known.name if known else "", ""
    if typed:
        start = match.start() - len(before) + typed.start()
        doc_type = _canonical_type(typed["type"])
        name = " ".join((typed["name"] or "").split())
        if name and doc_type not in ("Luật", "Bộ luật", "Pháp lệnh", "Nghị quyết"):
            start, name, doc_type = match.start(), "", known.name if known else doc_type
    if so := _SO.search(before):
        start = min(start, match.start() - len(before) + so.start())
    if match["law"] and not doc_type:
        doc_type = "Luật" if match["law"].startswith("QH") else "Nghị quyết"
    end, date, issuer = match.end(), "", None
    if dated := _AFTER_DATE.match(text, end):
        date, end = iso(dated["date"]), dated.end()
    elif stated := _STATED.search(text[max(0, start - 120) : start]):
        date = iso(stated["date"])
    if of := _AFTER_ISSUER.match(text, end):
        issuer = _body_at(text, of.end())
        end = issuer.end if issuer else end
    if not date and (dated := _AFTER_DATE.match(text, end)):
        date, end = iso(dated["date"]), dated.end()
    titled = _AFTER_TITLE.match(text, end)
    title = " ".join((titled["quoted"] or titled["plain"] or "").split()) if titled else ""
    place = _numbering(code, issuer, home)
    key = DocumentKey(doc_type, symbol, date or match["year"] or "", _issuer(code, issuer), place, name)
    return Citation(start, end, key, title)


def _symbol(match: re.Match[str]) -> tuple[str, str, str]:
    """The number in its one spelling, the type sign and the issuer's code."""
    number = match["number"]
    number = number.zfill(2) if number.isdigit() else number
    if match["law"]:
        return f"{number}/{match['year']}/{match['law']}", "", match["law"]
    sign = next(match[n] for n in ("normative", "state", "party", "loose", "glued", "joined") if match[n])
    code = next(
        match[n]
        for n in ("normative_issuer", "state_issuer", "party_issuer", "loose_issuer", "glued_issuer", "joined_issuer")
        if match[n]
    )
    code = code.replace("–", "-").replace(" ", "")
    known = by_sign(sign, "party" if match["party"] or match["loose"] or match["glued"] else "government")
    sign = known.sign if known and fold(known.sign) == fold(sign) and known.sign.lower() == sign.lower() else sign
    code = "TTg" if code == "TTG" else code
    if match["party"] or match["loose"] or match["glued"]:
        return f"{number}-{sign}/{code}", sign, code
    year = f"{match['year']}/" if match["year"] else ""
    return f"{number}/{year}{sign}-{code}", sign, code


def _canonical_type(words: str) -> str:
    plain = " ".join(words.split())
    return next((t.name for t in DOC_TYPES if t.name.lower() == plain.lower()), plain[0].upper() + plain[1:])


def _body_at(text: str, start: int) -> Body | None:
    window = text[start : start + 160]
    first = next(iter(bodies(window)), None)
    if first is None or first.start > 0:
        return None
    return replace(first, start=start, end=start + first.end)


def _issuer(code: str, issuer: Body | None) -> str:
    if issuer:
        return issuer.name
    known = issuer_of(code)
    return known.name if known and known.level == "central" else ""


def _numbering(code: str, issuer: Body | None, home: str) -> str:
    """The place whose numbers these are: `VN` for central bodies, the named place, else the document's own."""
    if issuer and issuer.place:
        return issuer.place
    base = code.split("-")[0]
    known = issuer_of(base)
    if (
        base in ("TW", "CP", "TTg", "CTN", "QHK")
        or base.startswith(("QH", "UBTVQH", "BCT"))
        or (known and known.level == "central")
    ):
        return "VN"
    if issuer and not issuer.local and not issuer.collective:
        return "VN"
    if (
        base in ("UBND", "HĐND", "TU", "SXD", "STC")
        or (issuer and issuer.local)
        or base.startswith(("S", "VP", "BTG", "BTC"))
    ):
        return home
    return ""


_SHORT = re.compile(
    r"(?P<type>Chỉ\s+thị|Nghị\s+quyết|Quyết\s+định|Kế\s+hoạch|Chương\s+trình|Kết\s+luận|Công\s+điện|Nghị\s+định|Thông\s+tư|Thông\s+báo)\s+(?:số\s+)?(?P<number>\d{1,5})(?![\w/.,-]*[\w/]|\s*[-–]?\s*[A-ZĐ]{2})"
)


_NAMING = re.compile(r"(?:gọi|viết)\s+(?:tắt\s+)?(?:là|:)\s*[“\"]?$")


def shortened(text: str, known: Sequence[Citation]) -> list[Citation]:
    """Mentions by type and number alone, `Chỉ thị 34`: the one document of this type and number that the same text cites
    in full; nothing where it cites none or two."""
    out = []
    for match in _SHORT.finditer(text):
        if _NAMING.search(text[max(0, match.start() - 30) : match.start()]):
            continue
        kind, number = _canonical_type(match["type"]), match["number"].lstrip("0")
        keys = {c.key for c in known if c.key.doc_type == kind and re.match(rf"0*{number}\D", c.key.symbol)}
        if len({(_plain(k.symbol), k.date, k.place) for k in keys}) == 1:
            out.append(Citation(match.start(), match.end(), min(keys), rule="citation.short"))
    return out


def gather(found: Sequence[Citation]) -> list[Citation]:
    """Mentions of one document completed from its fuller mentions in the same text (DOMAIN: what a short citation leaves
    out comes from its own document). With two that fit, the short one stays as it is."""
    full = {c.key for c in found}
    out = []
    for citation in found:
        fits = {k for k in full if _fuller(k, citation.key)}
        most = {k for k in fits if not any(_fuller(other, k) for other in fits)}
        same = {(k.date, k.place, k.name) for k in most}
        if len(same) == 1:
            best = min(most)
            key = citation.key
            citation = replace(
                citation,
                key=replace(
                    key,
                    date=best.date,
                    place=best.place,
                    issuer=key.issuer or best.issuer,
                    name=best.name or key.name,
                    symbol=best.symbol,
                ),
            )
        out.append(citation)
    return out


def _fuller(a: DocumentKey, b: DocumentKey) -> bool:
    """Whether `a` says everything of the document that `b` says, and more."""
    if a == b:
        return False
    if b.symbol:
        same = _plain(a.symbol) == _plain(b.symbol)
    else:
        same = a.doc_type == b.doc_type and not a.symbol and _contains(_core(a), _core(b))
        same = same or bool(a.symbol and a.name and a.doc_type == b.doc_type and fold(a.name) == fold(b.name))
    fits = a.date.startswith(b.date) and (not b.place or a.place == b.place)
    more = (len(a.date), len(a.name), bool(a.place), bool(a.symbol)) > (
        len(b.date),
        len(b.name),
        bool(b.place),
        bool(b.symbol),
    )
    return same and fits and more


def _contains(whole: str, part: str) -> bool:
    return part == whole or (len(part) > 12 and f" {part} " in f" {whole} ")


def _core(key: DocumentKey) -> str:
    """A work's name without the kind it begins with and the year it ends with."""
    return re.sub(r" nam (?:19|20)\d\d$", "", fold(key.name).removeprefix(fold(key.doc_type)).strip())


def _plain(symbol: str) -> str:
    return re.sub(r"^0+(?=\d)", "", fold(symbol).replace(" ", ""))


def place_in(name: str) -> str:
    """The province a work's name says it is for; empty when it names none."""
    match = re.search(cased(r"(?:tỉnh|thành phố|TP\.?)\s+([A-ZĐÀ-Ỹ][\w]*(?:[\s-]+[A-ZĐÀ-Ỹ][\w]*){0,4})"), name)
    while match:
        words = match[1].split()
        for size in range(len(words), 0, -1):
            found = province(" ".join(words[:size]))
            if found:
                return found.name
        match = None
    return ""
