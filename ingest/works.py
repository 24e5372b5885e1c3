"""Works cited by name: laws, schemes and programmes whose number the text leaves out."""

from __future__ import annotations

import re
from collections.abc import Callable

from graph.reading import DocumentKey
from ingest.citation import Citation
from ingest.laws import laws
from ingest.letters import rule
from ontology.places import province
from ontology.works import recognise


def works(text: str, home: str) -> list[Citation]:
    """Named works in `text`, in order. A work that names no place belongs to the country when it is a law, a national
    programme or a known work, else to `home`."""
    found: list[Citation] = []
    if not _KINDS.search(text):
        return found
    for needed, reader in _READERS:
        if needed.search(text):
            earlier = list(found)  # one reader may find two works in the same words
            found += [w for w in reader(text, home) if not any(c.start < w.end and w.start < c.end for c in earlier)]
    return sorted(found, key=lambda c: c.start)


_YEARS = r"(?:19|20)\d\d\s*(?:-|–|đến)\s*(?:năm\s+)?(?:19|20)\d\d"
_OUTLOOK = r"(?:,\s*(?:tầm\s+nhìn|định\s+hướng)(?:\s+đến)?\s+năm\s+(?:19|20)\d\d)?"
_KIND = r"Đề\s+án|Chương\s+trình(?:\s+hành\s+động)?|Chiến\s+lược|Quy\s+hoạch|Kế\s+hoạch|Dự\s+án"
_QUOTED = rule(
    rf"""
    (?P<type>{_KIND}|đề\s+án|Phong\s+trào)\s+(?:thí\s+điểm\s+)?
    [“"](?P<name>[^”"\n]{{5,300}})[”"]
    """,
    re.X,
)
# A work by the years it is for; no other work begins within its name.
_DATED = rule(
    rf"""
    (?P<type>{_KIND}|đề\s+án|chương\s+trình\s*,\s*kế\s+hoạch|chiến\s+lược|chương\s+trình)\s+
    (?P<name>
        (?!số\b|này\b|của\b|thực\b|triển\b|quá\b|và\s+Đầu\s+tư\b)
        (?:(?!\bsố\s+\d|thực\s+hiện|ban\s+hành|{_KIND})[^.;()“”"\n]){{8,220}}?
        (?:
            (?:giai\s+đoạn|thời\s+kỳ)\s+{_YEARS}
          | đến\s+năm\s+(?:19|20)\d\d(?=,\s*(?:tầm|định))
        )
        {_OUTLOOK}
    )
    """,
    re.X,
)
_PROGRAMME = rule(
    r"""
    (?P<type>[Cc]hương\s+trình)\s+(?:MTQG|[Mm]ục\s+tiêu\s+[Qq]uốc\s+gia)\s+(?:về\s+)?
    (?P<name>
        (?i:
            xây\s+dựng\s+nông\s+thôn\s+mới
          | giảm\s+nghèo\s+bền\s+vững
          | phát\s+triển\s+kinh\s+tế\s*-?\s*xã\s+hội\s+vùng\s+đồng\s+bào\s+dân\s+tộc\s+thiểu\s+số(?:\s+và\s+miền\s+núi)?
          | phát\s+triển\s+văn\s+h(?:óa|oá)
          | phòng,?\s+chống\s+ma\s+(?:túy|tuý)
        )
    )
    """,
    re.X,
)
_CONGRESS = rule(
    r"""
    (?P<name>
        Nghị\s+quyết\s+(?:Đại\s+hội|Hội\s+nghị)\s+[^.;“”()\n]{3,120}?
        (?:
            nhiệm\s+kỳ\s+\d{4}\s*[-–]\s*\d{4}
          | lần\s+thứ\s+[IVXL]+(?:\s+của\s+Đảng)?(?!\s*,\s*nhiệm)
        )
    )
    """,
    re.X,
)
# Within a sentence a capital tells a work from a kind of work; the name goes on up to what the sentence says of it.
_CAPITALISED = rule(
    r"""
    (?<=[a-zà-ỹ]\s)(?P<type>Đề\s+án|Chương\s+trình)\s+
    (?P<name>
        (?!
            số\b|này\b|công\b|phối\b|hành\b|mục\b|quốc\b|kế\b|làm\b|của\b|đã\b|được\b|và\b
          | xây\s+dựng\s+luật|MTQG\b|toàn\b|theo\b|để\b|thực\b
        )
        [a-zđà-ỹ][^.;:()“”"\n]{10,120}?
    )
    (?=
        \s*
        (?:
            [.;:()“”"\n\t]|$
          | \s(?:theo|tại|trên\s+địa\s+bàn|được|đã|để|và\s+các|do|trong|giai\s+đoạn|đến\s+năm)\s
        )
    )
    """,
    re.X,
)


def _quoted(text: str, home: str) -> list[Citation]:
    return [_work(m, home, "citation.quoted") for m in _QUOTED.finditer(text)]


def _dated(text: str, home: str) -> list[Citation]:
    out = []
    for match in _DATED.finditer(text):
        kinds = " ".join(match["type"].split())
        if "," in kinds:  # `chương trình, kế hoạch phát triển nhà ở giai đoạn ...` names two works
            out += [_work(match, home, "citation.dated", kind.strip()) for kind in kinds.split(",")]
            continue
        if kinds[0].islower() and not place_in(match["name"]) and "quốc gia" not in match["name"]:
            continue
        out.append(_work(match, home, "citation.dated"))
    return out


def _programmes(text: str, home: str) -> list[Citation]:
    out = []
    for match in _PROGRAMME.finditer(text):
        name = "Chương trình mục tiêu quốc gia " + " ".join(match["name"].split())
        known = recognise("Chương trình", name)
        key = DocumentKey("Chương trình", name=known.name if known else name, place="VN")
        out.append(Citation(match.start(), match.end(), key, rule="citation.programme"))
    return out


def _congress(text: str, home: str) -> list[Citation]:
    out = []
    for match in _CONGRESS.finditer(text):
        name = " ".join(match["name"].split())
        place = "VN" if "toàn quốc" in name or "của Đảng" in name else place_in(name) or home
        out.append(
            Citation(
                match.start(), match.end(), DocumentKey("Nghị quyết", name=name, place=place), rule="citation.congress"
            )
        )
    return out


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


def _capitalised(text: str, home: str) -> list[Citation]:
    """Works told from the rest by their capital letter; one that is still to be written is no document yet."""
    return [
        _work(m, home, "citation.capitalised")
        for m in _CAPITALISED.finditer(text)
        if not _TO_BE.search(text[max(0, m.start() - 60) : m.start()])
    ]


def _work(match: re.Match[str], home: str, rule: str, kind: str = "") -> Citation:
    kind = " ".join((kind or match["type"]).split())
    kind = kind[0].upper() + kind[1:]
    name = " ".join(match["name"].split()).strip(" ,")
    known = recognise(kind, name)
    place = (
        "VN"
        if known or re.search(r"quốc gia|cả nước|toàn quốc", name)
        else place_in(name) or ("" if kind == "Đề án" else home)
    )
    full = known.name if known else name if kind == "Đề án" else f"{kind} {name}"
    return Citation(match.start(), match.end(), DocumentKey(kind, name=full, place=place), rule=rule)


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
_READERS: tuple[tuple[re.Pattern[str], Callable[[str, str], list[Citation]]], ...] = (
    (rule(r"Luật|Bộ\s+luật|Pháp\s+lệnh|Hiến\s+pháp"), laws),
    (rule(r"Nghị\s+quyết\s+(?:Đại|Hội)"), _congress),
    (rule(r"[Cc]hương\s+trình\s+(?:MTQG|[Mm]ục)"), _programmes),
    (rule('[“"]'), _quoted),
    (rule(r"(?:19|20)\d\d"), _dated),
    (rule(r"Đề\s+án|Chương\s+trình"), _capitalised),
)
