"""A made-up document put together: its head, why it is issued, parts, items, tables, foot."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random
from typing import Any

from bench.generator import bodies, citing, duties, goals, rows, times, words
from bench.generator.desk import Desk
from bench.generator.pages import Foot, Head, Pages, Paragraph
from bench.generator.subjects import SUBJECTS, Subject
from bench.generator.truth import Truth

ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII")
_STATE_RIGHT = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
_PARTY_RIGHT = ("ĐẢNG CỘNG SẢN VIỆT NAM",)
_SIGNS = {
    "Kế hoạch": "KH",
    "Chỉ thị": "CT",
    "Chương trình": "CTr",
    "Quyết định": "QĐ",
    "Nghị quyết": "NQ",
    "Công điện": "CĐ",
}


def desk_for(
    rng: Random, level: str, party: bool, province: str = "", subject: Subject | None = None, year: int = 0
) -> Desk:
    """A desk at a level of government; `central`, `province` or `commune`."""
    year = year or rng.choice((2022, 2023, 2024, 2025, 2025, 2026))
    old = year < 2025
    subject = subject or rng.choice(SUBJECTS)
    city = province in words.CITIES
    unit = "thành phố" if city else "tỉnh"
    seat = f"{unit} {province}"
    if level == "central":
        return Desk(
            rng, Truth(""), bodies.central_party() if party else bodies.central_state(old), subject, year, level, party
        )
    if level == "province":
        staff = (
            bodies.province_party(seat, unit, old)
            if party
            else bodies.province_state(seat, unit, old, subject.departments)
        )
        return Desk(rng, Truth(province), staff, subject, year, level, party, unit, seat, province)
    kind = "huyện" if level == "district" else rng.choice(("xã", "phường"))
    name = rng.choice(words.DISTRICTS if level == "district" else words.COMMUNES)
    own = f"{kind} {name}"
    return Desk(rng, Truth(own), bodies.commune_state(kind, own), subject, year, level, False, kind, own, province)


def write(desk: Desk, implemented: Sequence[citing.Cited] | None = None, number: int = 0) -> tuple[Pages, citing.Cited]:
    """A document written at a desk, and itself as another may cite it. `implemented` are what it carries out."""
    rng, truth = desk.rng, desk.truth
    kind, form = _kind(desk)
    made = [rng.choice(citing.superiors(desk))(desk)] if implemented is None else list(implemented)
    if implemented is None and rng.random() < 0.3:
        other = rng.choice(citing.superiors(desk))(desk)
        made += [other] if other.symbol != made[0].symbol else []
    sign = _SIGNS[kind]
    n = number or rng.randint(1, 900)
    written, iso = times.day(rng, desk.year)
    blank = implemented is None and rng.random() < 0.12
    symbol = "" if blank else _symbol(desk, n, sign)
    signer, position = _person(rng), ""
    issuer, left, signature, position = _issuer(desk, form, signer)
    title = _title(desk, kind, made)
    for cited in made:
        truth.implements.append(citing._key(cited) | {"date": cited.date})
    day, month, year = iso[8:], iso[5:7], iso[:4]
    month = month if int(month) < 3 else str(int(month))
    place = _place_of_issue(desk)
    dated = f"{place}, ngày {day} tháng {month} năm {year}"
    if blank:
        dated = f"{place}, ngày      tháng {month} năm {year}"
        iso = iso[:7]
    pages = Pages(
        Head(
            left,
            _PARTY_RIGHT if desk.party else _STATE_RIGHT,
            _number_line(desk, n, sign, blank),
            dated,
            kind.upper(),
            title,
        )
    )
    truth.document.update(
        type=kind, symbol=symbol or None, date=iso, title=title, issuer=issuer, place=truth.place or None,
        branch="party" if desk.party else "government", signer={"name": signer, "position": position},
    )  # fmt: skip
    _opening(desk, pages, kind, made)
    _body(desk, pages, made)
    pages.foot = Foot(_recipients(desk), signature)
    own = citing.Cited(
        kind,
        symbol or _symbol(desk, n, sign),
        _short_date(iso, rng),
        iso,
        *_cited_issuer(desk, issuer),
        title[0].lower() + title[1:],
    )
    return pages, own


def _short_date(iso: str, rng: Random) -> str:
    parts = iso.split("-")
    if len(parts) < 3:
        return ""
    return f"{parts[2]}/{parts[1] if int(parts[1]) < 3 else int(parts[1])}/{parts[0]}"


def _kind(desk: Desk) -> tuple[str, str]:
    if desk.level == "central":
        return ("Chỉ thị", "secretariat") if desk.party else (desk.rng.choice(("Chỉ thị", "Quyết định")), "premier")
    if desk.party:
        return desk.rng.choice(("Kế hoạch", "Chương trình", "Chỉ thị", "Nghị quyết")), "committee"
    return desk.rng.choice(("Kế hoạch", "Kế hoạch", "Chỉ thị", "Quyết định")), "ubnd"


def _symbol(desk: Desk, n: int, sign: str) -> str:
    if desk.party:
        return f"{n:02d}-{sign}/{'TW' if desk.level == 'central' else 'TU'}"
    return f"{n:02d}/{sign}-{'TTg' if desk.level == 'central' else 'UBND'}"


def _number_line(desk: Desk, n: int, sign: str, blank: bool) -> str:
    if not blank:
        return f"Số: {_symbol(desk, n, sign)}" if not desk.party else f"Số {_symbol(desk, n, sign)}"
    return (
        f"Số:        /{sign}-{'TTg' if desk.level == 'central' else 'UBND'}"
        if not desk.party
        else f"Số      -{sign}/{'TW' if desk.level == 'central' else 'TU'}"
    )


def _issuer(desk: Desk, form: str, signer: str) -> tuple[str, tuple[str, ...], tuple[str, ...], str]:
    """Issuer in full, the left of the head, the signature, the signer's position."""
    if form == "secretariat":
        return "Ban Bí thư Trung ương Đảng", ("BAN CHẤP HÀNH TRUNG ƯƠNG",), ("T/M BAN BÍ THƯ", signer), "BAN BÍ THƯ"
    if form == "premier":
        return (
            "Thủ tướng Chính phủ",
            ("THỦ TƯỚNG CHÍNH PHỦ",),
            ("THỦ TƯỚNG", signer) if desk.rng.random() < 0.5 else ("KT. THỦ TƯỚNG", "PHÓ THỦ TƯỚNG", signer),
            "THỦ TƯỚNG",
        )
    if form == "committee":
        committee = "Thành ủy" if desk.unit == "thành phố" else "Tỉnh ủy"
        left = (f"{committee.upper()} {desk.province.upper()}",)
        return (
            f"Ban Thường vụ {committee} {desk.province}",
            left,
            ("T/M BAN THƯỜNG VỤ", desk.rng.choice(("BÍ THƯ", "PHÓ BÍ THƯ")), signer),
            "BÍ THƯ",
        )
    left = ("ỦY BAN NHÂN DÂN", desk.seat.upper())
    ending = ("CHỦ TỊCH", signer) if desk.rng.random() < 0.5 else ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", signer)
    return f"Ủy ban nhân dân {desk.seat}", left, ("TM. ỦY BAN NHÂN DÂN", *ending), "CHỦ TỊCH"


def _cited_issuer(desk: Desk, issuer: str) -> tuple[str, str]:
    if desk.level == "central":
        return issuer.removesuffix(" Trung ương Đảng"), issuer
    return issuer.replace("Ủy ban nhân dân", "UBND"), issuer


def _place_of_issue(desk: Desk) -> str:
    if desk.level == "central":
        return "Hà Nội"
    return desk.province if desk.level == "province" else desk.seat.split(" ", 1)[1]


def _title(desk: Desk, kind: str, made: Sequence[citing.Cited]) -> str:
    names = [
        citing.in_full(desk, cited, title=n == len(made) - 1 or (n == 0 and len(made) == 1))
        for n, cited in enumerate(made)
    ]
    verb = (
        desk.rng.choice(("Thực hiện", "Triển khai thực hiện", "Về triển khai thực hiện"))
        if kind != "Quyết định"
        else "Ban hành Kế hoạch triển khai thực hiện"
    )
    return f"{verb} {' và '.join(names)}"


def _opening(desk: Desk, pages: Pages, kind: str, made: Sequence[citing.Cited]) -> None:
    rng = desk.rng
    names = "; ".join(citing.in_full(desk, cited) for cited in made)
    said = _said(desk)
    if kind == "Quyết định":
        for _ in range(rng.randint(1, 3)):
            pages.say(
                f"Căn cứ {rng.choice((citing.law, lambda d: citing.in_full(d, citing.government(d), title=True)))(desk)};"
            )
        pages.say(f"{said} ban hành các nội dung sau để thực hiện {names}:")
        return
    if rng.random() < 0.3:
        pages.say(
            f"Thực hiện {names}, để {desk.subject.short} có kết quả, {said} ban hành {kind} với các nội dung như sau:"
        )
    else:
        pages.say(
            f"Thực hiện {names}, {said} ban hành {kind} như sau:"
            if kind != "Chỉ thị"
            else f"Thực hiện {names}, {said} yêu cầu:"
        )


def _said(desk: Desk) -> str:
    issuer = desk.truth.document.get("issuer", "")
    if desk.level == "central":
        surface = "Ban Bí thư" if desk.party else "Thủ tướng Chính phủ"
    elif desk.party:
        surface = issuer.removesuffix(f" {desk.province}")
    else:
        surface = desk.rng.choice(
            (f"UBND {desk.unit}", f"Ủy ban nhân dân {desk.unit}", f"Ủy ban nhân dân (UBND) {desk.unit}")
        )
    desk.truth.body(str(issuer), surface)
    return surface


def _body(desk: Desk, pages: Pages, made: Sequence[citing.Cited]) -> None:
    rng = desk.rng
    parts = ["aims", "goals", "tasks", "who"]
    annex = rng.random() < (0.6 if not desk.party else 0.25)
    outline = rng.choice(("1.", "1.", "1.", "1.1.", "-"))
    for n, part in enumerate(parts):
        roman = ROMAN[n]
        if part == "aims":
            pages.say(f"{roman}. MỤC ĐÍCH, YÊU CẦU")
            _aims(desk, pages, made)
        elif part == "goals":
            pages.say(f"{roman}. MỤC TIÊU" if rng.random() < 0.6 else f"{roman}. CHỈ TIÊU")
            _items(desk, pages, roman, [rng.choice(goals.SHAPES) for _ in range(rng.randint(1, 4))], "1.")
            if rng.random() < 0.25:
                pages.say(f"{pages_count(pages, roman)}. Chỉ tiêu từng năm theo bảng sau:")
                pages.body.append(goals.year_table(desk, f"{roman}.{pages_count(pages, roman) - 1}"))
        elif part == "tasks":
            pages.say(f"{roman}. {rng.choice(('NHIỆM VỤ, GIẢI PHÁP', 'NHIỆM VỤ VÀ GIẢI PHÁP', 'NỘI DUNG THỰC HIỆN'))}")
            shapes: list[Any] = [
                rng.choice(duties.PARTY if desk.party else duties.STATE) for _ in range(rng.randint(2, 6))
            ]
            if rng.random() < 0.3:
                shapes = [rows.labelled] * rng.randint(2, 4)
            _items(desk, pages, roman, shapes, outline)
            if annex:
                pages.say(
                    f"{pages_count(pages, roman)}. Nhiệm vụ cụ thể tại Phụ lục kèm theo."
                    if outline == "1."
                    else "Nhiệm vụ cụ thể tại Phụ lục kèm theo."
                )
        else:
            pages.say(f"{roman}. TỔ CHỨC THỰC HIỆN")
            shapes = [rng.choice(duties.PARTY if desk.party else duties.STATE) for _ in range(rng.randint(1, 4))]
            _items(desk, pages, roman, shapes, "1.")
            last = pages.body[-1]
            if isinstance(last, Paragraph) and last.text.endswith("."):
                pages.body[-1] = Paragraph(last.text[:-1] + "./.")
    if annex:
        pages.annex.append(Paragraph("PHỤ LỤC", True))
        pages.annex.append(Paragraph("DANH MỤC NHIỆM VỤ TRỌNG TÂM", True))
        pages.annex.append(rows.table(desk, "PL"))


def pages_count(pages: Pages, roman: str) -> int:
    """The number of the next item of the part being written."""
    count = 1
    for block in reversed(pages.body):
        if isinstance(block, Paragraph) and block.text.startswith(f"{roman}. "):
            break
        if isinstance(block, Paragraph) and block.text.split(". ")[0].isdigit():
            count += 1
    return count


def _aims(desk: Desk, pages: Pages, made: Sequence[citing.Cited]) -> None:
    rng = desk.rng
    kinds: list[Callable[[], str]] = [
        lambda: f"Tổ chức thực hiện đầy đủ, kịp thời các nội dung của {citing.short(desk, rng.choice(made))}.",
        lambda: f"Cụ thể hóa {citing.related(desk)}.",
        lambda: f"Kế thừa kết quả của {citing.run(desk)}.",
        lambda: f"Bảo đảm phù hợp với {citing.law(desk)} và {citing.in_full(desk, citing.any_of(desk))}.",
        lambda: rng.choice(desk.subject.measures),
    ]
    marks = rng.choice(("1.", "-"))
    for n, kind in enumerate(rng.sample(kinds, rng.randint(1, len(kinds))), 1):
        line = kind()
        pages.say(f"{n}. {line}" if marks == "1." else f"- {line}")


def _items(desk: Desk, pages: Pages, roman: str, shapes: Sequence[Any], outline: str) -> None:
    """Items of a part by one of the outlines: `1.`, `1.1.` under one heading, `-`."""
    if outline == "1.1." and len(shapes) > 1:
        k = 0
        for group in (shapes[: len(shapes) // 2], shapes[len(shapes) // 2 :]):
            k += 1
            pages.say(f"{k}. {('Nhóm nhiệm vụ về ' + desk.subject.short) if k == 1 else 'Nhóm nhiệm vụ về nguồn lực'}")
            for n, shape in enumerate(group, 1):
                _item(pages, f"{k}.{n}. ", *shape(desk, f"{roman}.{k}.{n}"))
        return
    for n, shape in enumerate(shapes, 1):
        if outline == "-" and shape not in (duties.bullets, goals.year_list, rows.labelled):
            _item(pages, "- ", *shape(desk, f"{roman}.{n}"))
        elif outline == "-":
            # bullets under a bullet are marked with a plus
            line, under = shape(desk, f"{roman}.{n}")
            _item(pages, "- ", line, [("+ ", text) for _, text in under])
        else:
            _item(pages, f"{n}. ", *shape(desk, f"{roman}.{n}"))


def _item(pages: Pages, mark: str, line: str, under: Sequence[tuple[str, str]]) -> None:
    pages.say(mark + line)
    for sub, text in under:
        pages.say(sub + text)


def _recipients(desk: Desk) -> tuple[str, ...]:
    rng = desk.rng
    if desk.level == "central":
        lines = (
            ["Các tỉnh ủy, thành ủy", "Các ban của Trung ương Đảng"]
            if desk.party
            else ["Các bộ, cơ quan ngang bộ", "UBND các tỉnh, thành phố trực thuộc trung ương"]
        )
        last = "Lưu Văn phòng Trung ương Đảng" if desk.party else "Lưu: VT, KGVX (2b)"
    elif desk.party:
        committee = "Thành ủy" if desk.unit == "thành phố" else "Tỉnh ủy"
        lines = ["Ban Bí thư Trung ương Đảng (b/c)", f"Các ban của {committee}", f"Các đồng chí {committee} viên"]
        last = f"Lưu Văn phòng {committee}"
    else:
        unit = desk.unit
        lines = [
            f"Thường trực HĐND {unit} (b/c)",
            f"Chủ tịch, các Phó Chủ tịch UBND {unit}",
            "Các cơ quan nêu trong phụ lục" if rng.random() < 0.5 else "Như phần tổ chức thực hiện",
        ]
        last = f"Lưu: VT, {rng.choice(('KT', 'VX', 'TH'))}"
    desk.truth.recipients.extend([line.removesuffix(" (b/c)") for line in lines] + [last])
    return (*(f"- {line};" for line in lines), f"- {last}.")


def _person(rng: Random) -> str:
    return " ".join(rng.choice(part) for part in words.people())
