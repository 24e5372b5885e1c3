"""Works cited by name: laws, schemes and programmes whose number the text leaves out."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from graph.reading import DocumentKey
from ingest.citation import Citation
from ingest.home import Home
from ingest.laws import laws
from ingest.letters import rule
from ingest.work_forms import (
    APPROVED,
    CALLED,
    CAPITALISED,
    CONGRESS,
    DATED,
    DECISION,
    PLAN,
    PROGRAMME,
    QUOTED,
    UNTIL,
    WHOLE_QUOTED,
)
from ontology.places import province
from ontology.works import recognise

_DASH = rule(r"\s*[-–]\s*")


def works(text: str, home: Home) -> list[Citation]:
    """Named works in `text`, in order. A work that names no place belongs to the country when it is a law, a national
    programme or a known work, else to `home`."""
    found: list[Citation] = []
    if not _KINDS.search(text):
        return found
    for needed, reader in _READERS:
        if needed.search(text):
            earlier = list(found)  # one reader may find two works in the same words
            found += [w for w in reader(text, home) if not any(c.start < w.end and w.start < c.end for c in earlier)]
    found = [work for work in found if not _NO_NAME.match(work.key.name.removeprefix(work.key.doc_type).lstrip())]
    return sorted(found, key=lambda c: c.start)


def _quoted(text: str, home: Home) -> list[Citation]:
    """The marks of quotation around the name, or around the kind and the name."""
    found = [_work(m, home, "citation.quoted") for m in QUOTED.finditer(text)]
    whole = [_work(m, home, "citation.quoted") for m in WHOLE_QUOTED.finditer(text)]
    return found + [w for w in whole if not any(c.start < w.end and w.start < c.end for c in found)]


def _dated(text: str, home: Home) -> list[Citation]:
    out = []
    for match in DATED.finditer(text):
        kinds = " ".join(match["type"].split())
        if "," in kinds:  # `chương trình, kế hoạch phát triển nhà ở giai đoạn ...` names two works
            out += [_work(match, home, "citation.dated", kind.strip()) for kind in kinds.split(",")]
            continue
        if kinds[0].islower() and not place_in(match["name"]) and "quốc gia" not in match["name"]:
            continue
        out.append(_work(match, home, "citation.dated"))
    return out


def _programmes(text: str, home: Home) -> list[Citation]:
    out = []
    for match in PROGRAMME.finditer(text):
        name = "Chương trình mục tiêu quốc gia " + " ".join(match["name"].split())
        known = recognise("Chương trình", name)
        full = known.name if known else name
        if match["period"]:  # that of each period is a programme of its own
            full += _DASH.sub("-", " " + " ".join(match["period"].strip(" ,").split()))
        key = DocumentKey("Chương trình", name=full, place="VN")
        out.append(Citation(match.start(), match.end(), key, rule="citation.programme"))
    return out


def _congress(text: str, home: Home) -> list[Citation]:
    out = []
    for match in CONGRESS.finditer(text):
        name = " ".join(match["name"].split())
        place = "VN" if "toàn quốc" in name or "của Đảng" in name else place_in(name) or home.place
        out.append(
            Citation(
                match.start(), match.end(), DocumentKey("Nghị quyết", name=name, place=place), rule="citation.congress"
            )
        )
    return out


def _approved(text: str, home: Home) -> list[Citation]:
    """What a decision approves, where its subject names that without years and quotation marks."""
    return [
        replace(_work(m, home, "citation.approved"), start=m.start("work"), end=m.end("work"))
        for m in APPROVED.finditer(text)
        if DECISION.search(text[max(0, m.start() - 220) : m.start()])
    ]


def _until(text: str, home: Home) -> list[Citation]:
    return [_work(m, home, "citation.until") for m in UNTIL.finditer(text) if not _is_to_be(text, m.start())]


def _plans(text: str, home: Home) -> list[Citation]:
    return [_work(m, home, "citation.plan") for m in PLAN.finditer(text) if not _is_to_be(text, m.start())]


def _called(text: str, home: Home) -> list[Citation]:
    out = []
    for match in CALLED.finditer(text):
        kind = " ".join(match["type"].split())
        key = DocumentKey(kind, name=f"{kind} {match['name'].removesuffix('/CP')}")
        out.append(Citation(match.start(), match.end(), key, rule="citation.called"))
    return out


# What goes on behind the kind of work with the sentence: `báo cáo Chương trình gửi Bộ Y tế trước ...`.
_NO_NAME = rule(r"(?:gửi|trình|về\s+(?:Bộ|Sở|UBND|[ỦU]y\s+ban|Văn\s+phòng|Ban|cơ\s+quan))(?!\w)")
_TO_BE = rule(
    r"""
    (?:xây\s+dựng|lập|soạn\s+thảo|ban\s+hành|hoàn\s+thiện|nghiên\s+cứu|đề\s+xuất|trình|thẩm\s+định)
    (?:
        (?:,|\s+và)?\s+
        (?:xây\s+dựng|ban\s+hành|trình|phê\s+duyệt|tổ\s+chức|triển\s+khai|thực\s+hiện)
    )*
    \s*$
    """,
    re.X | re.I,
)


def _capitalised(text: str, home: Home) -> list[Citation]:
    """Works told from the rest by their capital letter; one that is still to be written is no document yet."""
    return [
        _work(m, home, "citation.capitalised") for m in CAPITALISED.finditer(text) if not _is_to_be(text, m.start())
    ]


def _is_to_be(text: str, start: int) -> bool:
    return _TO_BE.search(text[max(0, start - 60) : start]) is not None


def _work(match: re.Match[str], home: Home, rule: str, kind: str = "") -> Citation:
    kind = " ".join((kind or match["type"]).split())
    kind = kind[0].upper() + kind[1:]
    name = " ".join(match["name"].split()).strip(" ,")
    known = recognise(kind, name)
    before = match.string[max(0, match.start("type") - 220) : match.start("type")]
    place = (
        "VN"
        if known or _OF_THE_COUNTRY.search(name) or _APPROVED_BY_THE_CENTRE.search(before)
        else place_in(name) or ("" if kind == "Đề án" else home.place)
    )
    full = known.name if known else name if kind == "Đề án" else f"{kind} {name}"
    return Citation(match.start(), match.end(), DocumentKey(kind, name=full, place=place), rule=rule)


_OF_THE_COUNTRY = rule(r"quốc\s+gia|cả\s+nước|toàn\s+quốc|Việt\s+Nam|kinh\s+tế\s*-\s*xã\s+hội\s+10\s+năm")
_APPROVED_BY_THE_CENTRE = rule(r"/(?:QĐ-TTg|NQ-CP|QH\d\d)\s[^;\n]{0,180}(?:phê\s+duyệt|ban\s+hành)\s+[“\"]?$")
_PLACE = rule(r"(?:tỉnh|thành phố|TP\.?)\s+([A-ZĐÀ-Ỹ][\w]*(?:[\s-]+[A-ZĐÀ-Ỹ][\w]*){0,4})")


def place_in(name: str) -> str:
    """The province a work's name says it is for, the most words that name one; empty when it names none."""
    match = _PLACE.search(name)
    words = match[1].split() if match else []
    places = (province(" ".join(words[:size])) for size in range(len(words), 0, -1))
    return next((place.name for place in places if place), "")


# What no work is named without; and the readers in their order, each with the words without which it finds nothing.
# To search for these costs far less than to read.
_KINDS = rule(
    r"""
      Luật | Bộ\s+luật | Pháp\s+lệnh | Hiến\s+pháp | Nghị\s+quyết | Quy\s+hoạch | Kế\s+hoạch | Dự\s+án
    | Đề\s+án | đề\s+án | Chương\s+trình | chương\s+trình | Chiến\s+lược | chiến\s+lược | Phong\s+trào
    """,
    re.X,
)
_READERS: tuple[tuple[re.Pattern[str], Callable[[str, Home], list[Citation]]], ...] = (
    (rule(r"Luật|Bộ\s+luật|Pháp\s+lệnh|Hiến\s+pháp"), laws),
    (rule(r"Nghị\s+quyết\s+(?:Đại|Hội)"), _congress),
    (rule(r"[Cc]hương\s+trình\s+(?:MTQG|[Mm]ục)"), _programmes),
    (rule('[“"]'), _quoted),
    (rule(r"(?:19|20)\d\d"), _plans),
    (rule(r"(?:19|20)\d\d"), _dated),
    (rule(r"phê\s+duyệt"), _approved),
    (rule(r"đến\s+(?:hết\s+)?năm"), _until),
    (rule(r"(?:án|trình)\s+\d"), _called),
    (rule(r"Đề\s+án|Chương\s+trình"), _capitalised),
)
