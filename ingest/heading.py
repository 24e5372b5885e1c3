"""The heading of a document: type, number, date, subject, issuer, place; with its signer and recipients.

Forms after Nghị định 30/2020/NĐ-CP (State) and Hướng dẫn 36-HD/VPTW (Party). What the head does not state is read from
the body, the recipients and the signature, and named in `inferred`.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from functools import cache

from ingest.citation import Citation
from ingest.dates import DATE, iso
from ingest.foot import Recipient, Signer, recipients, signer
from ingest.home import Home, province_spoken_of
from ingest.issuers import is_central, issuer, presiding, spoken
from ingest.layout import Layout, Line
from ingest.letters import rule
from ingest.numbered import numbered
from ingest.sheet import DATE_ALONE, MOTTO, PLACE_DATE, Sheet, sheet
from ingest.symbols import SYMBOL, read_symbol
from ingest.zones import closed
from ontology.bodies import issuer_of
from ontology.doctypes import DOC_TYPES, by_sign
from ontology.places import province

# A text printed in the press opens with its type and number on one line.
_HEADLINE = rule(r"^\W*(?:Chỉ thị|Nghị quyết|Quyết định|Kết luận|Kế hoạch|Chương trình|Quy định)\s+số\s+(?=\S++\W*$)")
_OWN_NUMBER = rule(r"^\W*(?:(?:Bộ\s+luật|Luật|Pháp\s+lệnh|Nghị\s+quyết)\s+)?[Ss]ố\s*:?\s*")
_OWN_NUMBER_BLANK = rule(r"^\W*Số\s*:?\s*[.…_\s]*[/-]\s*[A-ZĐ]")
_ENCLOSED = rule(r"\((?:Ban hành\s+)?[Kk]èm theo[^()\n]{5,200}")
# The number of the document that this one is enclosed with, left blank for the pen: `Kế hoạch số .../KH-UBND`.
_BLANK_NUMBER = rule(
    r"""
    (?P<type>(?<!\w)[A-ZĐ]\w{1,20}(?:\s+\w{1,20}){0,2})\s+số\s*:?\s*[.…_]*\s*
    (?P<tail>
        /\s*(?P<sign>[A-ZĐ][A-Za-zĐđ]{0,4})\s*-\s*(?P<code>[A-ZĐ][\wĐđ]*)
      | -\s*(?P<psign>[A-ZĐ][A-Za-z]{0,4})\s*/\s*(?P<pcode>[A-ZĐ]\w*)
    )
    (?:
        \s*,?\s*ngày\s*(?P<day>\d{0,2})[.…_\s]*
        (?:/|tháng)\s*(?P<month>\d{0,2})[.…_\s]*
        (?:/|năm)\s*(?P<year>\d{4})
    )?
    """,
    re.X,
)
# `X ban hành Nghị quyết về phát triển ...`: the subject as the opening states it.
_STATED_TITLE = rule(
    r"""
    ban\s+hành\s+
    (?:
        Nghị[ ]quyết | Kế[ ]hoạch | Chỉ[ ]thị | Chương[ ]trình | Quyết[ ]định | Kết[ ]luận | Đề[ ]án
      | Hướng[ ]dẫn
    )
    (?:\s+hành\s+động)?\s+
    (?P<title>(?:về|triển\s+khai|thực\s+hiện)\s[^.;\n]{10,300})
    """,
    re.X,
)
_OF_WHOM = rule(r"CỦA\s+[A-ZĐÀ-Ỹ\s,]+$")
# What may stand before the type on its line: that it is a draft, or a stamp that was scanned with it.
_BEFORE_TYPE = rule(r"^(?:DỰ\s+THẢO\s|.*[^\w\s])\s*")
_STAMP = rule(r"^[^|]{0,25}\|\s*")
_MEETING = rule(r"^(?:HỘI NGHỊ|ĐẠI HỘI)\s.*LẦN THỨ\s")
_SESSION = rule(r"^\(?KH[ÓO][ÁA]?A?\s+[IVXLC\d]+")
_SESSION_BEHIND = rule(r"\s+\(?KH[ÓO][ÁA]?A?\s+[IVXLC\d]+\b.*$")
# The subject of a letter, below its number: `V/v đôn đốc ...`.
_SUBJECT = rule(r"^\W*(?:V/v|Về việc)\s*:?\s+(?P<title>\S.*)", re.I)
_SUBJECT_ENDS = rule(r"^(?:Kính\s+gửi|Số\s*:|\W*$)|, ngày\s")
# `Nghị quyết này được Quốc hội ... thông qua ngày ...`: acts of assemblies are dated by their adoption.
_ADOPTED = rule(
    rf"""
    (?:Nghị\s+quyết|Luật|Bộ\s+luật|Pháp\s+lệnh)\s+này\s+(?:đã\s+)?được\s+
    (?:Quốc\s+hội|Hội\s+đồng\s+nhân\s+dân|HĐND|[ỦU]y\s+ban\s+[Tt]hường\s+vụ\s+Quốc\s+hội)[^.;]{{0,160}}?
    \sthông\s+qua\s+(?:vào\s+)?ngày\s+(?P<date>{DATE})
    """,
    re.X,
)
_LEADS_ON = rule(r"(?:,|\b(?:của|do|và|với|cho|tại|bởi|trình))$", re.I)
_AS_FOLLOWS = rule(r"\s+(?:với\s+(?:các\s+)?nội\s+dung\s+)?như\s+sau$")
_PARTY = rule(r"ủy\b(?! ban)|đảng|Bí thư|Bộ Chính trị|Trung ương", re.I)
_COMMITTEE = rule(r"\b(?:Tỉnh|Thành|Huyện|Quận|Thị|Đảng) ủy\b")


@dataclass(frozen=True, slots=True)
class Heading:
    """What identifies a document. `spans` tells where each stated field stands; `inferred` names the fields that were
    read elsewhere than in the head; `blank` is the span of a number left blank."""

    doc_type: str
    symbol: str
    date: str
    title: str
    issuer: str
    issuer_place: str
    home: Home
    branch: str
    signer: Signer | None
    recipients: tuple[Recipient, ...]
    inferred: tuple[str, ...]
    spans: dict[str, tuple[int, int]]
    blank: tuple[int, int] | None

    @property
    def place(self) -> str:
        """The place the document belongs to, empty for the whole country's."""
        return self.home.place


def heading(layout: Layout) -> Heading:
    """The heading of a laid-out document."""
    page = sheet(layout)
    enclosing = _enclosing(page)
    symbol = _own_symbol(page)
    doc_type = _type(page, symbol)
    told = _told(page, symbol)
    title = _title(page) or _told_title(page, told)
    name, name_place = issuer(page)
    if told and told.key.issuer and "issuer" in page.inferred:
        name, name_place = told.key.issuer, told.key.place if told.key.place != "VN" else ""
    central = is_central(name.removeprefix("Ban Thường vụ "))
    place = "" if central else _place(page, name_place)
    return Heading(
        doc_type=doc_type,
        symbol=symbol,
        date=_date(page, enclosing) or _told_date(page, told),
        title=title,
        issuer=name,
        issuer_place=place if name and not central else name_place,
        home=Home(place, province_spoken_of(layout.text) if place[:1].islower() else ""),
        branch="party" if _is_of_party(symbol, name) else "government",
        signer=signer(page),
        recipients=recipients(page),
        inferred=tuple(sorted(set(page.inferred))),
        spans=page.spans,
        blank=_blank(page, enclosing),
    )


# -- number, type, title, date


def _own_symbol(page: Sheet) -> str:
    for line in page.above_type:
        own = _OWN_NUMBER.match(line.text)
        own = own or (_HEADLINE.match(line.text) if page.typed is None else None)
        match = SYMBOL.search(line.text, own.end()) if own else SYMBOL.fullmatch(line.text.strip())
        if match and (not own or not line.text[own.end() : match.start()].strip()):
            shift = 0 if own else len(line.text) - len(line.text.lstrip())
            page.mark("symbol", line.start + shift + match.start(), line.start + shift + match.end())
            return read_symbol(match).text
    return _number_before_date(page)


def _number_before_date(page: Sheet) -> str:
    """The number on the line of place and date, where a scan lost `Số`."""
    for line in page.above_type if page.typed is not None else ():
        dated = PLACE_DATE.search(line.text)
        match = SYMBOL.search(line.text) if dated and not _OWN_NUMBER.match(line.text) else None
        if dated and match and not line.text[match.end() : dated.start("day")].strip(f" {dated['place']},ngày"):
            page.mark("symbol", line.start + match.start(), line.start + match.end())
            return read_symbol(match).text
    return ""


def _type(page: Sheet, symbol: str) -> str:
    """The type as its own line says, else as the number does, else as the text speaks of itself; empty when nothing
    does."""
    if page.typed is not None:
        line, end = page.head[page.typed], page.parted[0]
        page.mark("doc_type", line.start, line.start + end)
        words = " ".join(_BEFORE_TYPE.sub("", line.text[:end]).split()).lower()
        named = _type_names().get(words) or next((n for n in _type_names().values() if closed(n) == closed(words)), "")
        return named or words[0].upper() + words[1:]
    if symbol and _is_letters(symbol, page):
        page.mark("doc_type", *page.spans["symbol"])
        return "Công văn"
    page.inferred.append("doc_type")
    if symbol and (sign := re.search(r"[-/]([A-ZĐ][A-Za-zĐđ]*)[-/]", symbol)):
        known = by_sign(sign[1], "party" if _has_party_form(symbol) else "government")
        if known:
            return known.name
    this, issued = _type_rules()
    own = Counter(_type_names()[m[1].lower()] for m in this.finditer(page.text))
    found = issued.search(page.text)
    if found and not own.get(found["type"], 0) < max(own.values(), default=0):
        return found["type"]
    return own.most_common(1)[0][0] if own else ""


@cache
def _type_names() -> dict[str, str]:
    names: dict[str, str] = {}
    for known in DOC_TYPES:
        names.setdefault(known.name.lower(), known.name)
    return names


@cache
def _type_rules() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """How a text names its own type: `Kế hoạch này`, and `ban hành Kế hoạch thực hiện ...`."""
    names = "|".join(sorted(_type_names(), key=len, reverse=True))
    written = "|".join(sorted(_type_names().values(), key=len, reverse=True))
    return (
        rule(rf"(?i:\b({names}) này\b)"),
        rule(rf"ban\s+hành\s+(?P<type>{written})\s+(?:về|triển|thực|phát|hành|như\s+sau|với\s+(?:các\s+)?nội)"),
    )


def _is_letters(symbol: str, page: Sheet) -> bool:
    """`512/SXD-QLN`: the number of an official letter has the issuer and its unit, no type (Nghị định 30/2020/NĐ-CP,
    Điều 8); its head has a subject or an addressee."""
    sign = re.search(r"/([A-ZĐ][A-Za-zĐđ]*)-", symbol)
    if sign is None or by_sign(sign[1]):
        return False
    return bool(issuer_of(sign[1]) or any(_SUBJECT.search(line.text) for line in page.head) or _addressed(page))


def _addressed(page: Sheet) -> bool:
    return any(line.text.startswith("Kính gửi") for line in page.body[:2])


def _title(page: Sheet) -> str:
    """The lines below the type, up to a drawn line, a bracket or the issuer's name; of a letter its subject; without
    any as the opening states it."""
    words = _title_lines(page) if page.typed is not None else _subject_lines(page)
    if not words:
        return _stated_title(page)
    page.mark("title", words[0].start, words[-1].end)
    title = " ".join(_STAMP.sub("", w.text).strip() for w in words)
    return _capitalised(re.sub(r"(?<=\w-)\s(?=[A-ZĐ\d])", "", title).strip(" -.*_"))


def _title_lines(page: Sheet) -> list[Line]:
    words: list[Line] = []
    for line in filter(_may_be_title, page.below_type):
        if words and (line.ruled or line.text.startswith("(") or _is_authority(line.text, words[-1].text)):
            break
        if not words and _SESSION.match(line.text):
            continue
        words.append(line)
    return words


def _is_authority(text: str, before: str) -> bool:
    """Whether a line below the title in capitals names who decides, `HỘI ĐỒNG NHÂN DÂN TỈNH ...`; no title goes on with
    it unless the line before leads on to a name."""
    if not text.isupper() or _LEADS_ON.search(before.rstrip()):
        return False
    body = _SESSION_BEHIND.sub("", text)
    return bool(_SESSION.match(text) or spoken(body) or presiding(body))


def _subject_lines(page: Sheet) -> list[Line]:
    """The lines of a letter's subject, which begins with `V/v` or `Về việc`."""
    for n, line in enumerate(page.head):
        match = _SUBJECT.search(line.text)
        if match is None:
            continue
        found = [replace(line, start=line.start + match.start("title"), text=match["title"])]
        for following in page.head[n + 1 :]:
            ends = following.ruled or _SUBJECT_ENDS.search(following.text) or MOTTO.search(following.text)
            if ends or (following.text.isupper() and not match["title"].isupper()):
                break
            found.append(following)
        return found
    return []


def _may_be_title(line: Line) -> bool:
    text = line.text.strip()
    of_whom = _OF_WHOM.match(text) or (text.isupper() and _MEETING.match(text))
    return not (of_whom or MOTTO.search(text) or PLACE_DATE.fullmatch(text.rstrip(".")))


def _stated_title(page: Sheet) -> str:
    match = _STATED_TITLE.search(page.text)
    if not match:
        return ""
    page.inferred.append("title")
    page.mark("title", match.start("title"), match.end("title"))
    title = " ".join(match["title"].split()).rstrip(" :,")
    return _capitalised(_AS_FOLLOWS.sub("", title))


def _told(page: Sheet, symbol: str) -> Citation | None:
    """How a text printed by others speaks of itself before it begins: `Kết luận số 69-KL/TW ngày ... của ... về ...`;
    only where no line of the head has the type alone."""
    if page.typed is not None or not symbol:
        return None
    for line in (*page.head, *page.body[:3]):
        for citation in numbered(line.text, Home()):
            if citation.key.symbol == symbol and citation.key.date:
                return citation.shifted(line.start)
    return None


def _told_title(page: Sheet, told: Citation | None) -> str:
    if told is None or not told.title:
        return ""
    page.inferred.append("title")
    page.mark("title", told.start, told.end)
    return _capitalised(told.title)


def _told_date(page: Sheet, told: Citation | None) -> str:
    if told is None:
        return ""
    page.inferred.append("date")
    page.mark("date", told.start, told.end)
    return told.key.date


def _capitalised(title: str) -> str:
    return title[:1].upper() + title[1:]


def _date(page: Sheet, enclosing: re.Match[str] | None) -> str:
    found = _place_date(page)
    if found:
        page.mark("date", found.start(), found.end())
        return _partial(found)
    if enclosing and enclosing["year"]:
        page.inferred.append("date")
        page.mark("date", enclosing.start(), enclosing.end())
        return _partial(enclosing)
    if adopted := _ADOPTED.search(page.text):
        page.inferred.append("date")
        page.mark("date", adopted.start("date"), adopted.end("date"))
        return iso(adopted["date"])
    return ""


def _place_date(page: Sheet) -> re.Match[str] | None:
    """Place and date of issue above the type, which may go over the end of a line; below it alone on a line, since a
    title may cite a document with its date."""
    above = page.above_type
    for match in PLACE_DATE.finditer(page.text, above[0].start, above[-1].end) if above else ():
        if not page.text[match.end() :].split("\n", 1)[0].strip(" .*_|-"):
            return match
    if page.typed and (alone := DATE_ALONE.search(page.text, above[0].start, above[-1].end)):
        return alone
    lines = ((line, line.text.strip(" .")) for line in page.below_type)
    return next(
        (m for line, text in lines if PLACE_DATE.fullmatch(text) and (m := PLACE_DATE.search(page.text, line.start))),
        None,
    )


def _partial(match: re.Match[str]) -> str:
    """A date as far as it is written: the day, else the month, else the year; empty when no calendar has it."""
    day, month, year = match["day"], match["month"], match["year"]
    if day and month:
        return iso(f"{day}/{month}/{year}")
    if month:
        return f"{year}-{int(month):02d}" if 1 <= int(month) <= 12 else ""
    return str(year)


def _enclosing(page: Sheet) -> re.Match[str] | None:
    for match in _ENCLOSED.finditer(page.text):
        found = _BLANK_NUMBER.search(page.text, match.start(), match.end())
        if found:
            return found
    return None


def _blank(page: Sheet, enclosing: re.Match[str] | None) -> tuple[int, int] | None:
    if enclosing:
        return enclosing.start(), enclosing.end()
    return next(((line.start, line.end) for line in page.head if _OWN_NUMBER_BLANK.match(line.text)), None)


# -- branch and place


def _has_party_form(symbol: str) -> bool:
    """`34-CT/TW`: the Party puts a hyphen behind the number, the State a stroke."""
    return bool(re.match(r"\d{1,9}-", symbol))


def _is_of_party(symbol: str, name: str) -> bool:
    of_party = _PARTY.search(name) and "nhân dân" not in name
    return _has_party_form(symbol) or bool(of_party or _COMMITTEE.search(name))


def _place(page: Sheet, named: str) -> str:
    """The place named with the issuer, else the province of the place of issue, else the one the text speaks of."""
    if named:
        return named
    match = _place_date(page)
    found = province(match["place"].strip()) if match else None
    if found:
        return found.name
    page.inferred.append("place")
    return province_spoken_of(page.text)
