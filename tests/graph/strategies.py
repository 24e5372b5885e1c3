"""Small readings drawn from few numbers, dates and places, so that they meet, collide and leave things open."""

from __future__ import annotations

from hypothesis import strategies as st

from graph.reading import (
    AgencyKey,
    Claim,
    DocumentKey,
    Item,
    ItemKey,
    Key,
    PersonKey,
    PlaceKey,
    Reading,
    SelfKey,
)

SYMBOLS = ("08/KH-UBND", "8/KH-UBND", "34-CT/TW", "27/2023/QH15", "12/2024/QĐ-UBND")
DATES = ("", "2024", "2024-11", "2024-11-05", "2024-11-15", "2025-01-02")
PLACES = ("", "Lai Châu", "Đắk Lắk", "VN")
ISSUERS = ("", "Ủy ban nhân dân tỉnh", "Ban Bí thư")
WORKS = (("Luật", "Luật Nhà ở"), ("", "Luật Nhà ở năm 2023"), ("Đề án", "Đề án “Một triệu căn hộ”"))

numbered = st.builds(
    DocumentKey,
    doc_type=st.sampled_from(("", "Kế hoạch", "Chỉ thị")),
    symbol=st.sampled_from(SYMBOLS),
    date=st.sampled_from(DATES),
    issuer=st.sampled_from(ISSUERS),
    place=st.sampled_from(PLACES),
)
laws = st.builds(
    DocumentKey, st.just("Luật"), st.sampled_from(("27/2023/QH15", "65/2014/QH13")), name=st.just("Luật Nhà ở")
)
named = st.builds(
    lambda work, date, place: DocumentKey(work[0], "", date, "", place, work[1]),
    st.sampled_from(WORKS),
    st.sampled_from(("", "2014", "2023", "2023-11-27")),
    st.sampled_from(("", "Lai Châu")),
)
documents = st.one_of(numbered, numbered, laws, named)
agencies = st.builds(
    AgencyKey,
    st.sampled_from(("Sở Xây dựng", "Sở Xây Dựng", "UBND các huyện", "Bộ Xây dựng")),
    st.sampled_from(("", "Lai Châu", "Đắk Lắk")),
    st.booleans(),
)
places = st.builds(PlaceKey, st.sampled_from(("Lai Châu", "Hoà Bình", "Hòa Bình")))
persons = st.builds(PersonKey, st.sampled_from(("Lê Văn Hùng", "Lê Văn Hưng")), st.sampled_from(("", "Chủ tịch")))
TEXTS = ("Căn cứ Luật Nhà ở năm 2023;", "Thực hiện Chỉ thị số 34-CT/TW, Sở Xây dựng chủ trì.", "Số: 08/KH-UBND")

_ENDS: dict[str, tuple[st.SearchStrategy[Key], st.SearchStrategy[Key]]] = {
    "implements": (st.one_of(st.just(SelfKey()), documents), documents),
    "references": (st.just(SelfKey()), documents),
    "issues": (agencies, st.just(SelfKey())),
    "signs": (persons, st.just(SelfKey())),
    "mentions": (st.just(SelfKey()), places),
}


@st.composite
def readings(draw: st.DrawFn, source: str = "a.txt") -> Reading:
    text = draw(st.sampled_from(TEXTS)) * draw(st.integers(1, 2))
    tasks = [ItemKey("task", ref) for ref in draw(st.lists(st.sampled_from(("I.1", "PL.2", "V.4/2")), unique=True))]
    spans = st.sampled_from([(0, 4), (0, len(text)), (3, 9)])
    claims = []
    for kind in draw(st.lists(st.sampled_from(sorted(_ENDS)), max_size=5)):
        (start, end), (a, b) = draw(spans), _ENDS[kind]
        claims.append(Claim(kind, draw(a), draw(b), start, end, "rule", draw(st.sampled_from((0.5, 1.0)))))
    for task in tasks:
        claims.append(Claim("contains", SelfKey(), task, 0, 5, "outline"))
        claims.append(Claim("leads", draw(agencies), task, 0, 4, "duty"))
        claims.append(Claim("directs", draw(agencies), draw(agencies), 0, 4, "duty", props={"task": task.ref}))
    key = draw(
        st.one_of(
            numbered, numbered, st.builds(DocumentKey, st.just("Kế hoạch"), name=st.sampled_from(("", "Về nhà ở")))
        )
    )
    props = {"doc_type": key.doc_type, "symbol": key.symbol, "date": key.date, "title": key.name, "source": source}
    return Reading(
        source=source,
        text=text,
        key=key,
        props=props | {"recipients": draw(st.sampled_from(([], ["Như trên", "Lưu: VT"])))},
        items=tuple(Item(task, f"Nhiệm vụ {task.ref}", {"ref": task.ref, "text": "Xây nhà"}) for task in tasks),
        claims=tuple(claims),
    )


@st.composite
def corpora(draw: st.DrawFn, most: int = 5) -> list[Reading]:
    """Some readings of different files."""
    return [draw(readings(source=f"{n}.txt")) for n in range(draw(st.integers(1, most)))]
