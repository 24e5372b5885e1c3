"""Figures as the plans state them; the expected checks were written by adding up by hand."""

from __future__ import annotations

from queries.targets import check_targets, sorted_targets, targets
from tests.queries.fake_store import FakeStore, contains, document, edge, item

FLATS = "căn nhà ở xã hội"


def plan(place: str, *figures: tuple[object, ...], parts: dict[int, int] | None = None) -> FakeStore:
    """A plan of one place. A figure: ref, value, period, then status, comparator, subject, unit where not the usual."""
    doc = f"doc:{place}"
    nodes = []
    for n, figure in enumerate(figures, 1):
        ref, value, period, *rest = figure
        status, comparator, subject, unit = (*rest, *("target", "=", FLATS, "căn")[len(rest) :])
        start, _, end = str(period).partition("-")
        nodes.append(
            item(
                doc,
                "target",
                str(ref),
                f"{value} {unit} {period}",
                n,
                value=value,
                unit=unit,
                subject=subject,
                status=status,
                comparator=comparator,
                period_start=start,
                period_end=end or start,
            )
        )
    ties = [edge("part_of", nodes[part].id, nodes[total].id, doc, "trong đó") for part, total in (parts or {}).items()]
    return FakeStore([document(doc, place=place, status="ingested"), *nodes], [*contains(*nodes), *ties])


def said(store: FakeStore) -> list[tuple[str, str, str]]:
    return [(check.verdict, check.kind, check.explanation) for check in check_targets(store)]


CAN_THO = (
    ("I.1", 16900, "2021-2030", "assigned"),
    ("I.1", 14648, "2025-2030", "assigned"),
    ("I.2", 2252, "2021-2024", "achieved"),
    ("I.3", 1550, "2025", "achieved"),
    ("I.3", 1397, "2025", "assigned"),
    ("I.4", 3802, "2021-2025", "achieved"),
    ("II.1", 16900, "2021-2030"),
    ("II.2", 13250, "2026-2030"),
    ("II.2.1", 3000, "2026"),
    ("II.2.2", 2800, "2027"),
    ("II.2.3", 2250, "2028"),
    ("II.2.4", 2500, "2029"),
    ("II.2.5", 2700, "2030"),
)


def test_can_tho_contradicts_itself_twice_and_its_years_add_up() -> None:
    assert said(plan("Cần Thơ", *CAN_THO)) == [
        ("contradicts", "periods", "3.802 đã đạt (2021-2025) + 13.250 (2026-2030) = 17.052 ≠ 16.900 (2021-2030)"),
        ("contradicts", "periods", "1.397 (2025) + 13.250 (2026-2030) = 14.647 ≠ 14.648 (2025-2030)"),
        ("open", "assigned_achieved", "1.550 đã đạt (2025) ≠ 1.397 (2025)"),
        ("confirmed", "assigned_adopted", "16.900 (2021-2030) = 16.900 (2021-2030)"),
        ("confirmed", "periods", "2.252 đã đạt (2021-2024) + 14.648 (2025-2030) = 16.900 (2021-2030)"),
        ("confirmed", "periods", "2.252 đã đạt (2021-2024) + 1.550 đã đạt (2025) = 3.802 đã đạt (2021-2025)"),
        (
            "confirmed",
            "periods",
            "3.000 (2026) + 2.800 (2027) + 2.250 (2028) + 2.500 (2029) + 2.700 (2030) = 13.250 (2026-2030)",
        ),
    ]


def test_the_same_with_the_years_tied_to_their_total() -> None:
    store = plan("Cần Thơ", *CAN_THO, parts=dict.fromkeys(range(8, 13), 7))
    sums = [row for row in said(store) if row[2].endswith("= 13.250 (2026-2030)")]
    assert [row[:2] for row in sums] == [("confirmed", "parts")]


def test_what_was_achieved_adds_up_to_a_total_that_does_not_say_so() -> None:
    figures = (
        ("I", 3802, "2021-2025"),
        ("I.3", 2252, "2021-2024", "achieved"),
        ("I.3", 1550, "2025", "achieved"),
        ("I.3", 1397, "2025", "assigned"),
    )
    assert [row for row in said(plan("Cần Thơ", *figures)) if row[1] == "periods"] == [
        ("confirmed", "periods", "2.252 đã đạt (2021-2024) + 1.550 đã đạt (2025) = 3.802 (2021-2025)"),
    ]


def test_hai_duong_adds_up() -> None:
    figures = (("I.1", 15920, "2021-2030"), ("I.1", 5860, "2021-2025"), ("I.1", 10060, "2026-2030"))
    expected = [("confirmed", "5.860 (2021-2025) + 10.060 (2026-2030) = 15.920 (2021-2030)")]
    for parts in ({}, {1: 0, 2: 0}):
        assert [(v, e) for v, _, e in said(plan("Hải Dương", *figures, parts=parts))] == expected


def test_breakdowns_of_one_year() -> None:
    poor, near = "hộ nghèo", "hộ cận nghèo"
    store = plan(
        "Đắk Lắk",
        ("II.2.1", 3843, "2025", "target", "=", poor),
        ("II.2.1", 3133, "2025", "target", "=", f"{poor} - xây mới"),
        ("II.2.1", 710, "2025", "target", "=", f"{poor} - sửa chữa"),
        ("II.2.2", 1562, "2025", "target", "=", near),
        ("II.2.2", 1152, "2025", "target", "=", f"{near} - xây mới"),
        ("II.2.2", 420, "2025", "target", "=", f"{near} - sửa chữa"),
        ("II.1", 1800, "2025"),
        ("II.1", 17000, "2026-2030"),
        parts={1: 0, 2: 0, 4: 3, 5: 3},
    )
    assert said(store) == [
        ("contradicts", "parts", "1.152 (2025) + 420 (2025) = 1.572 ≠ 1.562 (2025)"),
        ("confirmed", "parts", "3.133 (2025) + 710 (2025) = 3.843 (2025)"),
    ]


def test_parts_that_are_only_some_of_the_total_stay_open() -> None:
    store = plan("X", ("1", 100, "2025"), ("1", 30, "2025"), ("1", 20, "2025", "target", "=", "nhà cho hộ nghèo"))
    assert said(store) == []
    tied = plan("X", ("1", 100, "2025"), ("1", 30, "2025"), ("1", 20, "2025"), parts={1: 0, 2: 0})
    assert said(tied) == [("open", "parts", "30 (2025) + 20 (2025) = 50 ≠ 100 (2025)")]
    assert said(plan("X", ("1", 100, "2025"), ("1", 30, "2025"), parts={1: 0})) == []


def test_the_same_figure_as_a_bound() -> None:
    workers = "nhà ở xã hội cho người thu nhập thấp, công nhân khu công nghiệp"
    store = plan(
        "Lai Châu",
        ("I.1.b", 1500, "2021-2030", "target", "=", "căn hộ nhà ở xã hội", "căn hộ"),
        ("II.1", 1500, "2021-2030", "target", "=", workers),
        ("III.1.d", 1500, "-2030", "target", ">=", workers),
        ("III.1.d", 100, "-2030", "target", "=", "người có công được chăm lo về nhà ở", "%"),
    )
    assert said(store) == [("restated", "stated_twice", "≥ 1.500 (2030) = 1.500 (2021-2030)")]


def test_no_alarm_for_the_country_for_rates_and_for_other_matters() -> None:
    store = plan(
        "Y",
        ("1", 1000000, "2021-2030", "target", ">="),
        ("1", 428000, "2021-2025"),
        ("1", 634200, "2026-2030"),
        ("2", 90, "2021-2030", "target", "=", "hộ có nhà kiên cố", "%"),
        ("2", 40, "2021-2025", "target", "=", "hộ có nhà kiên cố", "%"),
        ("2", 50, "2026-2030", "target", "=", "hộ có nhà kiên cố", "%"),
        ("3", 1010, "2021-2030", "target", "=", "nhà cho người có công"),
        ("3", 500, "2021-2025", "target", "=", "nhà cho học sinh nội trú"),
        ("3", 600, "2026-2030", "target", "=", "nhà cho học sinh nội trú"),
    )
    assert said(store) == []
    whole = plan("Z", ("1", 1000000, "2021-2030"), ("1", 3802, "2021-2025"), ("1", 13250, "2026-2030"))
    assert said(whole) == []


def test_every_check_carries_the_words() -> None:
    check = check_targets(plan("Cần Thơ", *CAN_THO))[0]
    assert (check.stated, check.found, check.difference, check.place) == (16900, 17052, 152, "Cần Thơ")
    assert check.quotes == ("16900 căn 2021-2030", "3802 căn 2021-2025", "13250 căn 2026-2030")
    assert check.quote == check.quotes[0]
    assert len(check.targets) == 3


def test_rows_and_who_set_them() -> None:
    store = plan("Cần Thơ", *CAN_THO)
    qd = document("doc:444", "444/QĐ-TTg")
    first = targets(store)[0]
    store = FakeStore(
        [*store.nodes_of(), qd], [*store.edges(), edge("assigns", qd.id, first.target, "doc:Cần Thơ", "giao")]
    )
    rows = targets(store, place="can tho", year=2026, subject="nhà ở xã hội")
    assert [(r.ref, r.value, r.assigned_by) for r in rows] == [
        ("I.1", 16900, ("444/QĐ-TTg",)),
        ("I.1", 14648, ()),
        ("II.1", 16900, ()),
        ("II.2", 13250, ()),
        ("II.2.1", 3000, ()),
    ]
    assert targets(store, place="Lai Châu") == []
    assert targets(store, document="doc:444") == []
    assert len(targets(store, document="doc:Cần Thơ")) == 13


def test_figures_in_every_order() -> None:
    store = plan(
        "X", ("I.2", 900, "2026"), ("I.10", 1500, "2021-2025"), ("I.1", 200, "2026-2030", "target", "=", "đất")
    )
    chosen = {node.id: node for node in store.nodes_of(["target"])}

    def values(sort: str) -> list[object]:
        return [chosen[id].props["value"] for id in sorted_targets(chosen, sort)]

    assert values("") == values("ref") == [200, 900, 1500]
    assert values("-ref") == [1500, 900, 200]
    assert values("value") == [200, 900, 1500]
    assert values("-value") == [1500, 900, 200]
    assert values("period") == [1500, 900, 200]
    assert values("subject")[-1] == 200


def test_a_figure_that_does_not_state_it_comes_last_either_way() -> None:
    store = plan("X", ("I.1", 900, ""), ("I.2", 100, "2026"), ("I.3", 200, "2025"))
    chosen = {node.id: node for node in store.nodes_of(["target"])}
    for sort, expected in (("period", [200, 100, 900]), ("-period", [100, 200, 900])):
        assert [chosen[id].props["value"] for id in sorted_targets(chosen, sort)] == expected
