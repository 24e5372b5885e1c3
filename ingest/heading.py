"""The heading of a document: type, number, date, subject, issuer, place; and its foot: signer and recipients.

Forms after Nghị định 30/2020/NĐ-CP (State) and Hướng dẫn 36-HD/VPTW (Party). What the head does not state is read from the
body, the recipients and the signature, and named in `inferred`.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from graph.folding import fold
from ingest.bodies import Body, bodies, full_name, split_place, without_unit
from ingest.citations import _SYMBOL, _symbol
from ingest.dates import iso
from ingest.layout import TYPE_LINE, Layout, Line
from ingest.letters import cased, rule
from ontology.bodies import canonical
from ontology.doctypes import DOC_TYPES, by_sign
from ontology.places import PROVINCE_NAMES, province

_CENTRAL = re.compile(
    r"^(?:CHÍNH PHỦ|THỦ TƯỚNG|QUỐC HỘI|BỘ |BAN BÍ THƯ|BỘ CHÍNH TRỊ|BAN CHẤP HÀNH TRUNG ƯƠNG|ỦY BAN THƯỜNG VỤ|CHỦ TỊCH NƯỚC)"
)
_MOTTO = re.compile(r"CỘNG H[ÒO][ÀA]?A? XÃ HỘI|ĐẢNG CỘNG SẢN VIỆT NAM|Độc lập\s*-|^\W*$", re.I)
_OWN_NUMBER = re.compile(r"^\W*Số\s*:?\s*")
_BLANK_NUMBER = re.compile(
    r"(?P<type>[A-ZĐ][\wÀ-ỹ]+(?:\s+[\wÀ-ỹ]+){0,2})\s+số\s*:?\s*[.…_]*\s*(?P<tail>/\s*(?P<sign>[A-ZĐ][A-Za-zĐđ]{0,4})\s*-\s*(?P<code>[A-ZĐ][\wĐđ]*)|-\s*(?P<psign>[A-ZĐ][A-Za-z]{0,4})\s*/\s*(?P<pcode>[A-ZĐ]\w*))"
    r"(?:\s*,?\s*ngày\s*(?P<day>\d{0,2})[.…_\s]*(?:/|tháng)\s*(?P<month>\d{0,2})[.…_\s]*(?:/|năm)\s*(?P<year>\d{4}))?"
)
_PLACE_DATE = rule(
    r"(?P<place>[A-ZĐÀ-Ỹ][^,\n\d]{1,40}),\s*ngày\s*(?P<day>\d{0,2})[.…_\s]*tháng\s*(?P<month>\d{0,2})[.…_\s]*năm\s*(?P<year>\d{4})"
)
_SIGNS = re.compile(r"(?:^|\s)(?:TM\.|T/M|KT\.|K/T|TL\.|T/L|TUQ\.|Q\.|TUN\.)\s*\S")
_NAME = rule(r"^(?:(?:GS|PGS|TS|ThS|BS)\.?\s*)*[A-ZĐÀ-Ỹ][a-zà-ỹ’']*(?:\s+[A-ZĐÀ-Ỹ][a-zà-ỹ’']*){1,5}$")
_COPY = re.compile(r"\s*\(\s*\*?\s*(?:để\s+)?(?:b/c|báo\s+cáo|biết|t/h|thực\s+hiện|để\s+[^)]{1,30})\s*\*?\s*\)", re.I)


@dataclass(frozen=True, slots=True)
class Signer:
    name: str
    position: str
    form: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Recipient:
    text: str
    start: int
    end: int


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
    place: str
    branch: str
    signer: Signer | None
    recipients: tuple[Recipient, ...]
    inferred: tuple[str, ...]
    spans: dict[str, tuple[int, int]]
    blank: tuple[int, int] | None


def heading(layout: Layout) -> Heading:
    """The heading of a laid-out document."""
    return _Head(layout).read()


class _Head:
    def __init__(self, layout: Layout) -> None:
        lines = [p for p in layout.parts if isinstance(p, Line)]
        self.text = layout.text
        self.head = [p for p in lines if p.zone == "head"]
        self.body = [p for p in lines if p.zone == "body"]
        self.foot = [p for p in lines if p.zone == "foot"]
        self.spans: dict[str, tuple[int, int]] = {}
        self.inferred: list[str] = []
        self.blank = self._blank()

    def read(self) -> Heading:
        typed = next((n for n, p in enumerate(self.head) if TYPE_LINE.match(p.text)), None)
        symbol = self._symbol(typed)
        doc_type = self._type(typed, symbol)
        title = self._title(typed)
        named, name_place = self._issuer(typed)
        central = _is_central(named)
        place = "" if central else self._place(name_place, typed)
        date = self._date(typed)
        party = (
            bool(re.match(r"\d+-", symbol))
            or bool(re.search(r"ủy\b(?! ban)|đảng|Bí thư|Bộ Chính trị|Trung ương", named, re.I))
            and "nhân dân" not in named
        )
        if "đảng" in fold(named) or re.search(r"\b(?:Tỉnh|Thành|Huyện|Quận|Thị|Đảng) ủy\b", named):
            party = True
        recipients = self._recipients()
        return Heading(
            doc_type, symbol, date, title, named, place if _is_local(named) else name_place, place,
            "party" if party else "government", self._signer(), recipients, tuple(sorted(set(self.inferred))), self.spans, self.blank,
        )  # fmt: skip

    def _mark(self, field: str, start: int, end: int) -> None:
        self.spans.setdefault(field, (start, end))

    # -- the head

    def _symbol(self, typed: int | None) -> str:
        for line in self.head[: typed if typed is not None else len(self.head)]:
            own = _OWN_NUMBER.match(line.text)
            match = _SYMBOL.search(line.text, own.end()) if own else _SYMBOL.fullmatch(line.text.strip())
            if match and (not own or match.start() <= own.end() + 2):
                shift = 0 if own else len(line.text) - len(line.text.lstrip())
                self._mark("symbol", line.start + shift + match.start(), line.start + shift + match.end())
                return _symbol(match)[0]
        return ""

    def _type(self, typed: int | None, symbol: str) -> str:
        if typed is not None:
            line = self.head[typed]
            self._mark("doc_type", line.start, line.end)
            words = " ".join(line.text.split()).lower()
            return next((t.name for t in DOC_TYPES if t.name.lower() == words), words[0].upper() + words[1:])
        self.inferred.append("doc_type")
        if symbol and (sign := re.search(r"[-/]([A-ZĐ][A-Za-zĐđ]*)[-/]", symbol)):
            known = by_sign(sign[1], "party" if re.match(r"\d+-", symbol) else "government")
            if known:
                return known.name
        names = {t.name.lower(): t.name for t in DOC_TYPES}
        own = Counter(
            names[m[1].lower()]
            for m in re.finditer(rf"(?i:\b({'|'.join(sorted(names, key=len, reverse=True))}) này\b)", self.text)
        )
        issued = re.search(
            rf"ban\s+hành\s+(?P<type>{'|'.join(sorted(set(names.values()), key=len, reverse=True))})\s+(?:về|triển|thực|phát|hành)",
            self.text,
        )
        if issued and not own.get(issued["type"], 0) < max(own.values(), default=0):
            return issued["type"]
        return own.most_common(1)[0][0] if own else (issued["type"] if issued else "")

    def _title(self, typed: int | None) -> str:
        lines = self.head[typed + 1 :] if typed is not None else []
        lines = [
            p
            for p in lines
            if not _MOTTO.search(p.text)
            and not _PLACE_DATE.search(p.text)
            and not re.match(cased(r"CỦA\s+[A-ZĐÀ-Ỹ\s]+$"), p.text.strip())
        ]
        words: list[Line] = []
        for line in lines:
            if (line.ruled or line.text.startswith("(")) and words:
                break
            if line.text.isupper() and words and canonical(line.text):
                break
            words.append(line)
        if words:
            self._mark("title", words[0].start, words[-1].end)
            title = " ".join(w.text.strip() for w in words)
            title = re.sub(r"(?<=\w-)\s(?=[A-ZĐ\d])", "", title).strip(" -.*_")
            return title[0].upper() + title[1:] if title else ""
        return self._inferred_title()

    def _inferred_title(self) -> str:
        """`X ban hành Nghị quyết về phát triển ...`: the subject as the opening states it."""
        match = re.search(
            r"ban\s+hành\s+(?:Nghị quyết|Kế hoạch|Chỉ thị|Chương trình|Quyết định|Kết luận|Đề án|Hướng dẫn)(?:\s+hành\s+động)?\s+(?P<title>(?:về|triển\s+khai|thực\s+hiện)\s[^.;\n]{10,300})",
            self.text,
        )
        if not match:
            return ""
        self.inferred.append("title")
        self._mark("title", match.start("title"), match.end("title"))
        title = " ".join(match["title"].split()).rstrip(" :,")
        title = re.sub(r"\s+(?:với\s+(?:các\s+)?nội\s+dung\s+)?như\s+sau$", "", title)
        return title[0].upper() + title[1:]

    def _date(self, typed: int | None) -> str:
        for line in self.head:
            match = _PLACE_DATE.search(line.text)
            if match:
                self._mark("date", line.start + match.start(), line.start + match.end())
                return _partial(match)
        if self.blank_match and self.blank_match["year"]:
            self.inferred.append("date")
            self._mark("date", self.blank_match.start(), self.blank_match.end())
            return _partial(self.blank_match)
        return ""

    def _blank(self) -> tuple[int, int] | None:
        self.blank_match = None
        for match in re.finditer(r"\((?:Ban hành\s+)?[Kk]èm theo[^()\n]{5,200}", self.text):
            found = _BLANK_NUMBER.search(self.text, match.start(), match.end())
            if found:
                self.blank_match = found
                return found.start(), found.end()
        for line in self.head:
            if re.match(r"^\W*Số\s*:?\s*[.…_\s]*[/-]\s*[A-ZĐ]", line.text):
                return line.start, line.end
        return None

    # -- who

    def _issuer(self, typed: int | None) -> tuple[str, str]:
        """(name, place named with it): who issues it as the opening says, else who signs, else the head's first lines."""
        stated = self._opening_issuer()
        head = self._head_issuer(typed)
        signed = self._signing_body()
        if head and signed and head[0] == "Ban Chấp hành Trung ương Đảng" and _is_central(signed[0]):
            return signed  # the head names the committee, the signature the body that speaks for it
        if head and _is_central(head[0]) and not (stated and _is_party(stated[0])):
            return head
        if stated and not _is_central(stated[0]):
            place = stated[1] or (head[1] if head else "")
            return without_unit(stated[0], place), place
        if signed and (
            not head or head[0].startswith(("Tỉnh ủy", "Thành ủy")) and signed[0].startswith("Ban Thường vụ")
        ):
            name = signed[0]
            if name == "Ban Thường vụ":
                name = f"Ban Thường vụ {head[0]}" if head else self._committee()
            return name, (head[1] if head else signed[1])
        if head:
            return head
        found = stated or signed
        if found and found[0] == "Ban Thường vụ":
            found = (self._committee(), found[1])
        self.inferred.append("issuer")
        return found or ("", "")

    def _committee(self) -> str:
        return "Ban Thường vụ " + (
            "Thành ủy" if self.text.count("Thành ủy") > self.text.count("Tỉnh ủy") else "Tỉnh ủy"
        )

    def _opening_issuer(self) -> tuple[str, str] | None:
        for line in self.body[:14]:
            for match in re.finditer(
                r"\s(?:thống\s+nhất\s+)?(?:xây\s+dựng\s+và\s+)?ban\s+hành\s+(?:[Kk]ế hoạch|[Nn]ghị quyết|[Cc]hỉ thị|[Cc]hương trình|[Kk]ết luận|[Đđ]ề án|[Hh]ướng dẫn|Công điện)",
                line.text,
            ):
                near = [b for b in bodies(line.text[: match.start()]) if b.end == match.start()]
                before = line.text[: near[-1].start].rstrip() if near else ""
                if near and not re.search(r"(?:của|do|đã)$", before):
                    body = near[-1]
                    self._mark("issuer", line.start + body.start, line.start + body.end)
                    if not self.head or not self._head_names(body):
                        self.inferred.append("issuer")
                    return body.name, body.place
        return None

    def _head_names(self, body: Body) -> bool:
        return any(fold(body.name) in fold(line.text) for line in self.head)

    def _head_issuer(self, typed: int | None) -> tuple[str, str] | None:
        best: tuple[str, str] | None = None
        lines = self.head[: typed if typed is not None else len(self.head)]
        for n, line in enumerate(lines):
            text = line.text.strip(" *-_")
            if _MOTTO.search(text) or not text or not text.isupper():
                continue
            following = lines[n + 1].text.strip() if n + 1 < len(lines) else ""
            for words in (f"{text} {following}" if following.isupper() else text, text):
                name = _spoken(words)
                if name:
                    self._mark("issuer", line.start, line.end)
                    best = name
                    break
        if best is None and typed is not None:
            for line in (*self.head[typed + 1 :], *self.body[:6]):
                if line.text.isupper() and (name := _spoken(line.text.strip())):
                    self._mark("issuer", line.start, line.end)
                    return name
        return best

    def _signing_body(self) -> tuple[str, str] | None:
        for line in self.foot:
            match = re.search(cased(r"(?:TM\.|T/M)\s*(?P<body>[A-ZĐÀ-Ỹ][A-ZĐÀ-Ỹ\s]+)"), line.text)
            if match:
                self._mark("issuer", line.start + match.start("body"), line.start + match.end("body"))
                words = " ".join(match["body"].split())
                return _spoken(words) or ("Ban Thường vụ" if words == "BAN THƯỜNG VỤ" else words.capitalize(), "")
        for line in self.foot:
            if re.match(r"^(?:KT\.\s*|K/T\s*)?(?:BỘ TRƯỞNG|THỦ TƯỚNG)", line.text):
                return ("Thủ tướng Chính phủ", "") if "THỦ TƯỚNG" in line.text else None
        return None

    def _place(self, named: str, typed: int | None) -> str:
        if named:
            return named
        for line in self.head:
            match = _PLACE_DATE.search(line.text)
            found = province(match["place"].strip()) if match else None
            if found:
                return found.name
        self.inferred.append("place")
        return home(self.text)

    # -- the foot

    def _signer(self) -> Signer | None:
        for region in self._signing_lines():
            for n, (line, text, at) in enumerate(region):
                if not _NAME.match(text) or _MOTTO.match(text):
                    continue
                above = [t for _, t, _ in region[:n] if t.isupper() or _SIGNS.search(t)]
                if not above:
                    continue
                position = above[-1]
                self._mark("signer", at, at + len(text))
                return Signer(
                    text,
                    re.sub(r"^(?:TM\.|T/M|KT\.|K/T|TL\.|T/L|TUQ\.)\s*", "", position),
                    ", ".join(above[:-1] or above),
                    at,
                    at + len(text),
                )
        return None

    def _signing_lines(self) -> list[list[tuple[Line, str, int]]]:
        """The lines of the signature: those of the foot that are no recipients, without what stands before `TM.`."""
        region = []
        for line in self.foot:
            text = line.text.strip(" *")
            if text.startswith(("-", "+")):
                continue
            signs = _SIGNS.search(text)
            if re.match(r"^\W*Nơi\s+nhận", text, re.I):
                if not signs:
                    continue
                text = text[signs.start() :].strip()
            region.append((line, text, line.start + line.text.find(text)))
        return [region]

    def _recipients(self) -> tuple[Recipient, ...]:
        out = []
        for line in self.foot:
            match = re.match(r"^\s*[-–+•]\s*(?P<text>\S.*)$", line.text)
            if not match:
                continue
            words = _COPY.sub("", match["text"]).rstrip(" ;,.:*")
            if words:
                out.append(
                    Recipient(
                        words,
                        line.start + match.start("text"),
                        line.start + match.start("text") + len(match["text"].rstrip()),
                    )
                )
        return tuple(out)


def _partial(match: re.Match[str]) -> str:
    day, month, year = match["day"], match["month"], match["year"]
    if day and month:
        return iso(f"{day}/{month}/{year}") or year
    return f"{year}-{int(month):02d}" if month and 1 <= int(month) <= 12 else year


def _spoken(words: str) -> tuple[str, str] | None:
    """A body written in capitals, `TỈNH ỦY HẬU GIANG`, as (`Tỉnh ủy`, `Hậu Giang`); None when it is no body."""
    plain = " ".join(words.split())
    name, place = plain, ""
    for candidate in PROVINCE_NAMES:
        if fold(plain).endswith(" " + fold(candidate)):
            found = province(candidate)
            place = found.name if found else candidate
            name = plain[: len(plain) - len(candidate)].rstrip()
            name = re.sub(r"\s+(?:TỈNH|THÀNH PHỐ|TP\.?)$", "", name)
            break
    unit = re.search(r"\s(?P<kind>HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU|THÀNH PHỐ)\s+(?P<name>.+)$", name)
    if unit and not place:
        name, place = name[: unit.start()], f"{unit['kind'].lower()} {unit['name'].title()}"
    known = canonical(name) or canonical(re.sub(r"\s+(?:TỈNH|THÀNH PHỐ)$", "", name))
    if known is None:
        return None
    return known.name, place


def _is_party(name: str) -> bool:
    return bool(re.search(r"(?:Tỉnh|Thành|Huyện|Đảng) ủy|đảng|Ban Bí thư|Bộ Chính trị", name))


def _is_central(name: str) -> bool:
    known = canonical(name)
    return bool(known and known.level == "central")


def _is_local(name: str) -> bool:
    return bool(name) and not _is_central(name)


def home(text: str) -> str:
    """The province a text speaks of as its own: the one it names most after `tỉnh`, `thành phố`, `UBND`; empty when none."""
    names = "|".join(re.escape(n).replace(r"\ ", r"\s+") for n in PROVINCE_NAMES)
    counted: Counter[str] = Counter()
    for match in re.finditer(
        rf"(?:[Tt]ỉnh|[Tt]hành phố|TP\.?|ủy|TỈNH|THÀNH PHỐ|Báo)\s+(?P<name>{names})(?!\w)(?!\s*\(cũ\))", text
    ):
        found = province(match["name"])
        if found:
            counted[found.name] += 1
    if not counted:
        return ""
    ranked = counted.most_common()
    return sorted(name for name, n in ranked if n == ranked[0][1])[0]


__all__ = ["Heading", "Recipient", "Signer", "full_name", "heading", "home", "split_place"]
