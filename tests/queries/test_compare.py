"""Two provinces' plans side by side."""

from __future__ import annotations

from queries.compare import CompareRow, compare
from tests.queries.fake_store import FakeStore, agency, contains, document, edge, item

A, B = "doc:a", "doc:b"
PLANNING = "Rà soát, bổ sung quy hoạch khu nhà ở xã hội trong đô thị"


def plans() -> FakeStore:
    tasks = [
        item(A, "task", "1", f"{PLANNING} của tỉnh", deadline_text="Quý I/2025", end="2025-03-31"),
        item(A, "task", "2", "Tổng hợp nhu cầu vay vốn của người lao động"),
        item(B, "task", "5", PLANNING, deadline_text="Quý II/2025", end="2025-06-30"),
        item(B, "task", "6", "Thành lập tổ công tác liên ngành về phòng cháy"),
    ]
    figures = [
        item(
            doc, "target", "II", "", n, subject=subject, value=value, unit=unit, period_end="2030", period_start="2021"
        )
        for n, (doc, subject, value, unit) in enumerate(
            (
                (A, "hoàn thành nhà ở xã hội cho công nhân", 1500, "căn"),
                (B, "nhà ở xã hội cho công nhân", 1700, "căn hộ"),
            ),
            1,
        )
    ]
    own, other = agency("Sở Xây dựng", "Lai Châu"), agency("Sở Xây dựng", "Hậu Giang")
    bank = agency("Ngân hàng Chính sách xã hội")
    edges = [
        edge("leads", own.id, tasks[0].id, A),
        edge("leads", bank.id, tasks[1].id, A),
        edge("supports", own.id, tasks[1].id, A),
        edge("leads", other.id, tasks[2].id, B),
        edge("leads", other.id, tasks[3].id, B),
    ]
    documents = [document(A, "1/KH-UBND", place="Lai Châu"), document(B, "2/KH-UBND", place="Hậu Giang")]
    items = [*tasks, *figures]
    return FakeStore([*documents, own, other, bank, *items], [*edges, *contains(*items)])


def of(kind: str) -> list[CompareRow]:
    return [row for row in compare(plans(), "1/KH-UBND", "2/KH-UBND") if row.kind == kind]


def test_duties_with_their_deadlines_and_bodies() -> None:
    rows = of("duty")
    assert [(row.state, row.ref_a, row.ref_b) for row in rows] == [
        ("both", "1", "5"),
        ("only_a", "2", ""),
        ("only_b", "", "6"),
    ]
    # The two departments bear one name, each in its own province.
    assert rows[0].differs == ("deadline",)
    assert (rows[0].deadline_a, rows[0].deadline_b) == ("Quý I/2025", "Quý II/2025")
    assert rows[0].leads_a == ("Sở Xây dựng tỉnh Lai Châu",)


def test_figures_of_one_matter() -> None:
    (row,) = of("figure")
    assert (row.state, row.a, row.b, row.differs) == ("both", "1500 căn 2021-2030", "1700 căn hộ 2021-2030", ("value",))


def test_bodies_by_their_names_without_the_place() -> None:
    assert [(row.subject, row.state, row.a, row.b) for row in of("body")] == [
        ("Sở Xây dựng", "both", "1 chủ trì, 1 phối hợp", "2 chủ trì"),
        ("Ngân hàng Chính sách xã hội", "only_a", "1 chủ trì", ""),
    ]


def test_a_document_against_itself_differs_in_nothing() -> None:
    rows = compare(plans(), A, A)
    assert {row.state for row in rows} == {"both"}
    assert {row.differs for row in rows} == {()}
