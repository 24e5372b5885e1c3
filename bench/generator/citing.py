"""Citations of every level of government and form, and what they say of each other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bench.generator import times
from bench.generator.desk import Desk
from bench.generator.subjects import SUBJECTS


@dataclass(frozen=True)
class Cited:
    """A document that can be cited: `issuer` as the text names it, `issuer_name` the body in full."""

    kind: str
    symbol: str
    written_date: str
    date: str
    issuer: str
    issuer_name: str
    title: str


def _dated(desk: Desk, back: int = 6) -> tuple[str, str]:
    return times.day(desk.rng, desk.year - desk.rng.randint(1, back))


def _number(desk: Desk) -> str:
    n = desk.rng.randint(1, 2900)
    return f"{n:02d}"


def party_central(desk: Desk) -> Cited:
    kind, sign = desk.rng.choice((("Chỉ thị", "CT"), ("Nghị quyết", "NQ"), ("Kết luận", "KL")))
    issuer, name = desk.rng.choice((("Ban Bí thư", "Ban Bí thư Trung ương Đảng"), ("Bộ Chính trị", "Bộ Chính trị")))
    return Cited(
        kind,
        f"{desk.rng.randint(1, 130):02d}-{sign}/TW",
        *_dated(desk),
        issuer,
        name,
        "về " + desk.rng.choice(SUBJECTS).title,
    )


def premier(desk: Desk) -> Cited:
    kind, sign = desk.rng.choice((("Quyết định", "QĐ"), ("Chỉ thị", "CT"), ("Công điện", "CĐ"), ("Quyết định", "QĐ")))
    return Cited(
        kind,
        f"{_number(desk)}/{sign}-TTg",
        *_dated(desk),
        "Thủ tướng Chính phủ",
        "Thủ tướng Chính phủ",
        "về " + desk.rng.choice(SUBJECTS).title,
    )


def government(desk: Desk) -> Cited:
    if desk.rng.random() < 0.5:
        return Cited(
            "Nghị quyết",
            f"{_number(desk)}/NQ-CP",
            *_dated(desk),
            "Chính phủ",
            "Chính phủ",
            "về " + desk.rng.choice(SUBJECTS).title,
        )
    written, date = _dated(desk)
    return Cited(
        "Nghị định",
        f"{desk.rng.randint(1, 180):02d}/{date[:4]}/NĐ-CP",
        written,
        date,
        "Chính phủ",
        "Chính phủ",
        "quy định chi tiết thi hành một số điều của luật",
    )


def ministry(desk: Desk) -> Cited:
    code, name = desk.rng.choice(
        (
            ("BYT", "Bộ Y tế"),
            ("BXD", "Bộ Xây dựng"),
            ("BTC", "Bộ Tài chính"),
            ("BNV", "Bộ Nội vụ"),
            ("BGDĐT", "Bộ Giáo dục và Đào tạo"),
        )
    )
    written, date = _dated(desk)
    if desk.rng.random() < 0.6:
        return Cited(
            "Thông tư",
            f"{desk.rng.randint(1, 90):02d}/{date[:4]}/TT-{code}",
            written,
            date,
            name,
            name,
            "hướng dẫn " + desk.rng.choice(SUBJECTS).short,
        )
    return Cited(
        "Quyết định", f"{_number(desk)}/QĐ-{code}", written, date, name, name, "về " + desk.rng.choice(SUBJECTS).short
    )


def people_committee(desk: Desk) -> Cited:
    kind, sign = desk.rng.choice((("Kế hoạch", "KH"), ("Quyết định", "QĐ"), ("Chỉ thị", "CT")))
    return Cited(
        kind,
        f"{_number(desk)}/{sign}-UBND",
        *_dated(desk, 3),
        *_own(desk, "UBND", "Ủy ban nhân dân"),
        "về " + desk.rng.choice(SUBJECTS).short,
    )


def council(desk: Desk) -> Cited:
    return Cited(
        "Nghị quyết",
        f"{desk.rng.randint(1, 120):02d}/NQ-HĐND",
        *_dated(desk, 3),
        *_own(desk, "HĐND", "Hội đồng nhân dân"),
        "về " + desk.rng.choice(SUBJECTS).short,
    )


def province_party(desk: Desk) -> Cited:
    kind, sign = desk.rng.choice((("Kế hoạch", "KH"), ("Chương trình", "CTr"), ("Nghị quyết", "NQ"), ("Chỉ thị", "CT")))
    committee = "Thành ủy" if desk.unit == "thành phố" else "Tỉnh ủy"
    issuer = desk.rng.choice((f"Ban Thường vụ {committee}", committee))
    if desk.level != "province":
        issuer = f"{committee} {desk.province}"
        return Cited(
            kind,
            f"{desk.rng.randint(1, 400):02d}-{sign}/TU",
            *_dated(desk, 3),
            issuer,
            issuer,
            "về " + desk.rng.choice(SUBJECTS).title,
        )
    return Cited(
        kind,
        f"{desk.rng.randint(1, 400):02d}-{sign}/TU",
        *_dated(desk, 3),
        issuer,
        f"{issuer} {desk.province}",
        "về " + desk.rng.choice(SUBJECTS).title,
    )


def _own(desk: Desk, short: str, long: str) -> tuple[str, str]:
    if desk.level == "province":
        return f"{short} {desk.unit}", f"{long} {desk.seat}"
    province = f"tỉnh {desk.province}"
    return f"{short} {province}", f"{long} {province}"


Maker = Callable[[Desk], Cited]


def superiors(desk: Desk) -> tuple[Maker, ...]:
    """Documents that this one may implement."""
    if desk.level == "central":
        return (party_central,)
    if desk.party:
        return (party_central, party_central, province_party) if desk.level != "province" else (party_central,)
    return (premier, province_party, government) if desk.level == "province" else (people_committee, province_party)


def any_of(desk: Desk) -> Cited:
    makers: tuple[Maker, ...] = (party_central, premier, government, ministry)
    if desk.level != "central":
        makers += (people_committee, council, province_party)
    return desk.rng.choice(makers)(desk)


# -- written out


def enter(desk: Desk, cited: Cited, dated: bool = True) -> dict[str, Any]:
    return desk.truth.cite(cited.kind, cited.symbol, cited.date if dated else "", issuer=cited.issuer_name)


def in_full(desk: Desk, cited: Cited, title: bool = False) -> str:
    """`Quyết định số 927/QĐ-TTg ngày 30/8/2024 của Thủ tướng Chính phủ`, with its subject when asked for."""
    enter(desk, cited)
    desk.truth.body(cited.issuer_name, cited.issuer)
    subject = f" {cited.title}" if title else ""
    return f"{cited.kind} số {cited.symbol} ngày {cited.written_date} của {cited.issuer}{subject}"


def short(desk: Desk, cited: Cited) -> str:
    """By type and number alone."""
    enter(desk, cited, dated=False)
    return f"{cited.kind} số {cited.symbol}" if desk.rng.random() < 0.7 else f"{cited.kind} {cited.symbol}"


def run(desk: Desk) -> str:
    """Several documents of one type and issuer, the type named once."""
    maker = desk.rng.choice(
        (premier, government) if desk.level == "central" else (premier, people_committee, government)
    )
    first = maker(desk)
    group = [first]
    while len(group) < desk.rng.randint(2, 3):
        other = maker(desk)
        if (
            other.kind == first.kind
            and other.symbol.split("/", 1)[1] == first.symbol.split("/", 1)[1]
            and other.symbol not in {c.symbol for c in group}
        ):
            group.append(other)
        elif other.kind != first.kind or "/NĐ" in other.symbol:
            first = maker(desk)
            group = [first]
    for cited in group:
        enter(desk, cited)
    desk.truth.body(first.issuer_name, first.issuer)
    parts = [f"số {c.symbol} ngày {c.written_date}" for c in group]
    link = desk.rng.choice((", ", "; "))
    return f"các {first.kind} {link.join(parts)} của {first.issuer}"


def law(desk: Desk) -> str:
    """A law by its name, with its number or its year."""
    name, symbol, year = desk.subject.law
    form = desk.rng.randrange(3)
    desk.truth.body("Quốc hội", "Quốc hội") if form == 0 else None
    if form == 0:
        desk.truth.cite("Luật", symbol, issuer="Quốc hội")
        return f"Luật {name} số {symbol} của Quốc hội"
    if form == 1:
        desk.truth.cite("Luật", symbol, issuer="Quốc hội")
        return f"Luật {name} số {symbol}"
    desk.truth.cite("Luật", "", name=f"Luật {name} năm {year}", issuer="Quốc hội")
    return f"Luật {name} năm {year}"


def scheme(desk: Desk) -> tuple[str, dict[str, Any]]:
    name = f"{desk.subject.scheme} giai đoạn {desk.year // 5 * 5 + 1} - {desk.year // 5 * 5 + 10}"
    entry = desk.truth.cite("Đề án", "", name=name)
    return f"Đề án “{name}”", entry


def related(desk: Desk) -> str:
    """Two documents, one of which says something of the other."""
    kind = desk.rng.choice(("implements", "approves", "amends", "replaces"))
    if kind == "approves":
        over = premier(desk) if desk.level == "central" or desk.rng.random() < 0.5 else people_committee(desk)
        while over.kind != "Quyết định":
            over = premier(desk)
        words = in_full(desk, over)
        work, entry = scheme(desk)
        desk.truth.relate(_key(over), kind, entry)
        return f"{words} {desk.rng.choice(('về việc phê duyệt', 'phê duyệt'))} {work}"
    if kind == "implements":
        over, under = premier(desk), party_central(desk)
        if desk.level != "central" and desk.rng.random() < 0.6:
            over = people_committee(desk)
        words = f"{in_full(desk, over)} {desk.rng.choice(('thực hiện', 'về triển khai thực hiện', 'triển khai thực hiện'))} {in_full(desk, under)}"
        desk.truth.relate(_key(over), kind, _key(under))
        return words
    over = government(desk)
    under = government(desk)
    while over.kind != "Nghị định":
        over = government(desk)
    while under.kind != "Nghị định" or under.symbol == over.symbol:
        under = government(desk)
    act = "sửa đổi, bổ sung một số điều của" if kind == "amends" else "thay thế"
    words = f"{in_full(desk, over)} {act} {in_full(desk, under)}"
    desk.truth.relate(_key(over), kind, _key(under))
    return words


def _key(cited: Cited) -> dict[str, Any]:
    return {"type": cited.kind, "symbol": cited.symbol}
