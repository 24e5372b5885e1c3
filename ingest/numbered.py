"""Documents cited by number: `Quyết định số 927/QĐ-TTg ngày 30/8/2024 của Thủ tướng Chính phủ về việc ...`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from graph.reading import DocumentKey
from ingest.bodies import Body, body_at
from ingest.citation import Citation
from ingest.dates import DATE, iso
from ingest.home import Home
from ingest.laws import AMENDS
from ingest.letters import rule
from ingest.symbols import SYMBOL, Symbol, read_symbol
from ontology.bodies import issuer_of
from ontology.doctypes import DOC_TYPES


def _either_case(name: str) -> str:
    """A name with a capital, without, or in capitals as in a title, as alternatives: a search leaps to the letters that
    they begin with."""
    rest = r"\s+".join(re.escape(word) for word in name[1:].split(" "))
    capitals = r"\s+".join(re.escape(word) for word in name.upper().split(" "))
    return f"{name[0].upper()}{rest}|{name[0].lower()}{rest}|{capitals}"


_TYPES = "|".join(_either_case(name) for name in sorted({t.name for t in DOC_TYPES}, key=lambda n: (-len(n), n)))
# What may stand before a number: the type of the document, a law's name, `số`.
_BEFORE = rule(
    rf"""
    (?P<type>{_TYPES})
    (?P<name>\s+(?!SỐ\b)[A-ZĐ][^\d;:.()“”\n]{{2,90}}?)?
    \s*(?:(?:số|SỐ)\s*:?\s*)?$
    """,
    re.X,
)
# The name of a law that amends others has several laws in it.
_AMENDING_BEFORE = rule(
    rf"(?P<type>Luật|Bộ\s+luật|Pháp\s+lệnh)\s+(?P<name>{AMENDS}\s[^;:.()“”\n]{{3,280}}?)\s*(?:số\s*:?\s*)?$", re.X
)
_RUN = rule(r"\s*(?:,|;|và|,\s*và)\s*(?:số\s+)?")
_SO = rule(r"(?:số|SỐ)\s*:?\s*$")
_AFTER_DATE = rule(rf"\s*(?:,\s*)?(?:\(\s*)?(?i:ký\s+|ban\s+hành\s+)?(?i:ngày)\s+(?P<date>(?i:{DATE}))\)?")
_AFTER_ISSUER = rule(r"\s*(?:,\s*)?của\s+(?:đồng\s+chí\s+)?")
# The subject, in quotation marks or up to the next document or body.
_AFTER_TITLE = rule(
    r"""
      \s*(?:,\s*)?(?:\((?!viết|sau|gọi)\s*)?(?:(?:v/v|về\s+việc|về)\s*)?[“"](?P<quoted>[^”"\n]{5,400})[”"]
    | \s*(?:,\s*)?(?P<plain>(?:v/v|về\s+việc|về)\s+[^;()“”\n]{5,400}?)
      (?=
          \s*
          (?:
              [;()\n]|\./|\.\s|\.$|$
            | ,\s+(?:UBND|Ủy[ ]ban|Ban[ ]|Tỉnh[ ]ủy|Thành[ ]ủy|Chính[ ]phủ|Thủ[ ]tướng)
          )
      )
    """,
    re.X,
)
# `ngày 24/5/2024, Ban Bí thư đã ban hành | Chỉ thị số 34-CT/TW`
_STATED = rule(rf"[Nn]gày\s+(?P<date>{DATE})\s*,\s*[^.;]{{3,60}}?(?:đã\s+)?ban\s+hành\s+$")
# `theo Mẫu số 01/BCĐBHĐND-MT`: the number of a form to be filled in.
_OF_FORM = rule(r"(?<!\w)(?:mẫu|biểu)(?:\s+(?:số|biểu))?\s+$", re.I)
_ANNOUNCED = "Kết luận"  # `Thông báo kết luận số ...` is an announcement
_NAMED = ("Luật", "Bộ luật", "Pháp lệnh", "Nghị quyết")  # types whose name may stand before the number


def numbered(text: str, home: Home) -> list[Citation]:
    """Every document cited by number in `text`, in order; `home` is the place of numbers that name no other."""
    out: list[Citation] = []
    if "/" not in text:  # every form of a number has one
        return out
    for match in SYMBOL.finditer(text):
        run = bool(out) and _RUN.fullmatch(text, out[-1].end, match.start()) is not None
        symbol = read_symbol(match)
        lead = _lead(text, match)
        if _is_cited(lead, match, symbol, run):
            out.append(_read(text, match, lead, symbol, home))
    return out


@lru_cache(maxsize=256)
def canonical_type(words: str) -> str:
    """A type of document as the ontology spells it, else as written with a capital letter."""
    plain = " ".join(words.split())
    return next((t.name for t in DOC_TYPES if t.name.lower() == plain.lower()), plain[0].upper() + plain[1:])


@dataclass(frozen=True, slots=True)
class _Lead:
    """What stands before a number: the type of the document, and `số`; both count from `start`."""

    start: int
    typed: re.Match[str] | None
    so: re.Match[str] | None


def _lead(text: str, match: re.Match[str]) -> _Lead:
    start = max(0, match.start() - 130)
    words = text[start : match.start()]
    return _Lead(start, _BEFORE.search(words), _SO.search(words))


def _is_cited(lead: _Lead, match: re.Match[str], symbol: Symbol, run: bool) -> bool:
    """Whether a number is a document's: a type or `số` before it, or, unless it is a loose one, a sign that is known or
    its place in a run behind another."""
    if _OF_FORM.search(match.string, max(0, match.start() - 30), match.start()):
        return False
    if lead.typed or lead.so:
        return True
    return not match["loose"] and (run or symbol.known is not None or match["law"] is not None)


def _read(text: str, match: re.Match[str], lead: _Lead, symbol: Symbol, home: Home) -> Citation:
    start, doc_type, name = _typed(text, lead, match, symbol)
    end, date, issuer = _dated(text, start, match.end())
    titled = _AFTER_TITLE.match(text, end)
    title = " ".join((titled["quoted"] or titled["plain"] or "").split()) if titled else ""
    code = _issuers_code(symbol)
    if code != symbol.code:
        doc_type = doc_type or "Công văn"
    place = _numbering(code, issuer, home)
    key = DocumentKey(doc_type, symbol.text, date or match["year"] or "", _issuer(code, issuer), place, name)
    return Citation(start, end, key, title)


def _typed(text: str, lead: _Lead, match: re.Match[str], symbol: Symbol) -> tuple[int, str, str]:
    """Where the mention begins, the document's type and, of a law, its name."""
    start, doc_type, name = match.start(), symbol.known.name if symbol.known else "", ""
    if typed := lead.typed:
        written = canonical_type(typed["type"])
        name = " ".join((typed["name"] or "").split())
        if name and written not in _NAMED:
            name, doc_type = "", doc_type or written
        else:
            start, doc_type = lead.start + typed.start(), _agreed(written, symbol)
    if match["law"] and (amending := _AMENDING_BEFORE.search(text[max(0, match.start() - 340) : match.start()])):
        start = max(0, match.start() - 340) + amending.start()
        doc_type, name = canonical_type(amending["type"]), " ".join(amending["name"].split())
    if lead.so:
        start = min(start, lead.start + lead.so.start())
    if match["law"] and not doc_type:
        doc_type = "Luật" if match["law"].startswith("QH") else "Nghị quyết"
    return start, doc_type, name


def _agreed(written: str, symbol: Symbol) -> str:
    """The type that words and sign tell: the words' where the sign stands for several or does not say, else the sign's,
    as in `Thông báo kết luận số 45-TB/TU`."""
    told = {known.name for known in DOC_TYPES if symbol.known and known.sign == symbol.known.sign}
    if symbol.known and written == _ANNOUNCED and written not in told:
        return symbol.known.name
    return written


def _dated(text: str, start: int, end: int) -> tuple[int, str, Body | None]:
    """Where the mention from `start` ends with its date and issuer, in either order; the date may also stand before."""
    date, issuer = "", None
    if dated := _AFTER_DATE.match(text, end):
        date, end = iso(dated["date"]), dated.end()
    elif stated := _STATED.search(text[max(0, start - 120) : start]):
        date = iso(stated["date"])
    if of := _AFTER_ISSUER.match(text, end):
        issuer = _body_at(text, of.end())
        end = issuer.end if issuer else end
    if not date and (dated := _AFTER_DATE.match(text, end)):
        date, end = iso(dated["date"]), dated.end()
    return end, date, issuer


def _body_at(text: str, start: int) -> Body | None:
    return body_at(text, start, start + 160)


def _issuers_code(symbol: Symbol) -> str:
    """The part of a number that tells the issuer: in that of a letter, `12/BXD-QLN`, it stands first (Nghị định
    30/2020/NĐ-CP, Điều 8)."""
    first = symbol.sign.split("-")[0]
    letter = symbol.known is None and (issuer_of(first) or first.startswith(_LOCAL_BEGINS))
    return symbol.sign if letter else symbol.code


def _issuer(code: str, issuer: Body | None) -> str:
    if issuer:
        return issuer.name
    known = issuer_of(code)
    return known.name if known and known.central else ""


# Codes that the ontology does not list.
_CENTRAL = ("TW", "CP", "TTg", "CTN", "QHK")
_CENTRAL_BEGINS = ("QH", "UBTVQH", "BCT")
_LOCAL = ("UBND", "HĐND", "TU")
_LOCAL_BEGINS = ("S", "VP", "BTG", "BTC")


def _numbering(code: str, issuer: Body | None, home: Home) -> str:
    """The place whose numbers these are: `VN` for central bodies, the named place, else the document's own."""
    if issuer and issuer.place:
        return issuer.place
    base = code.split("-")[0]
    known = issuer_of(base)
    if base in _CENTRAL or base.startswith(_CENTRAL_BEGINS) or (known and known.central):
        return "VN"
    if issuer and not issuer.local and not issuer.collective:
        return "VN"
    if base in _LOCAL or base.startswith(_LOCAL_BEGINS) or (issuer and issuer.local):
        return home.of(issuer.surface) if issuer else home.of("tỉnh ủy") if base == "TU" else home.place
    return ""
