"""A small plan of a province, for tests of the stores."""

from __future__ import annotations

from dataclasses import replace

from graph.reading import AgencyKey, Claim, DocumentKey, Finding, Item, ItemKey, PlaceKey, Reading, SelfKey

TEXT = "Thực hiện Chỉ thị số 34-CT/TW, Sở Xây dựng chủ trì xây dựng nhà ở xã hội tại Đắk Lắk."
DIRECTIVE = DocumentKey("Chỉ thị", "34-CT/TW", "2024-05-24", "Ban Bí thư", "VN")
TASK = ItemKey("task", "V.3")


def claim(kind: str, source: object, target: object, words: str, **props: str) -> Claim:
    start = TEXT.index(words)
    return Claim(kind, source, target, start, start + len(words), f"test.{kind}", 0.9, props)  # type: ignore[arg-type]


def plan(place: str = "Đắk Lắk", source: str = "plan.txt", symbol: str = "184/KH-UBND") -> Reading:
    key = DocumentKey("Kế hoạch", symbol, "2024-11-05", "Ủy ban nhân dân tỉnh", place)
    department = AgencyKey("Sở Xây dựng", place)
    return Reading(
        source=source,
        text=TEXT,
        key=key,
        props={"doc_type": "Kế hoạch", "symbol": symbol, "title": "Phát triển nhà ở xã hội", "date": "2024-11-05"},
        items=(Item(TASK, "Xây dựng nhà ở xã hội", {"ref": "V.3", "text": "Xây dựng nhà ở xã hội", "product": ""}),),
        claims=(
            claim("implements", SelfKey(), replace(DIRECTIVE, date="", issuer=""), "34-CT/TW"),
            claim("contains", SelfKey(), TASK, "xây dựng nhà"),
            claim("leads", department, TASK, "Sở Xây dựng"),
            claim("directs", AgencyKey("Ủy ban nhân dân tỉnh", place), department, "Sở Xây dựng", task="V.3"),
            claim("mentions", SelfKey(), PlaceKey("Đắk Lắk"), "Đắk Lắk"),
        ),
        findings=(Finding("duty_not_read", 0, 9, "không đọc được"),),
        lines=((0, 1), (30, 2)),
    )
