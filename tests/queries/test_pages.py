"""The questions behind the explorer's pages, of the chain in small and of the samples."""

from __future__ import annotations

from datetime import date

import pytest

from graph.store import Store
from queries.body import body
from queries.catalogue import Contents, Share, agency_entries, contents, document_entries, shares
from queries.deadlines import dues_of
from queries.document import document
from queries.duties import SORTS, chosen_duties, duties, sorted_duties
from queries.names import Ambiguous, NotFound
from queries.wanted import standings
from queries.why import why
from tests.queries.conftest import CT34, KH290, KH292, LAI_CHAU, LUAT, QD927, SXD_HG, SXD_LC, chain_in_memory

DAY = date(2025, 6, 1)


def test_duties_in_every_order(chain: Store) -> None:
    chosen, _ = chosen_duties(chain, document=LAI_CHAU)
    for sort in SORTS:
        rising = sorted_duties(chosen, sort, DAY)
        assert sorted(rising) == sorted(chosen)
        if sort != "deadline":
            assert sorted_duties(chosen, f"-{sort}", DAY) == rising[::-1]
    due = {one.task: one.next_date for one in dues_of(chosen.values(), DAY)}
    for sort, falling in (("deadline", False), ("-deadline", True)):
        days = [due[id] for id in sorted_duties(chosen, sort, DAY)]
        dated = [day for day in days if day]
        assert dated == sorted(dated, reverse=falling)
        assert days[len(dated) :] == [""] * (len(days) - len(dated))


def test_lists_have_the_held_documents_first(chain: Store) -> None:
    rows = document_entries(chain)
    assert [row.status for row in rows] == ["ingested"] * 2 + ["cited"] * 4
    assert rows[0].id == LAI_CHAU
    assert next(row.name for row in agency_entries(chain)) == "Ban Dân tộc"


def test_counts_of_a_list(chain: Store) -> None:
    assert contents(chain, [LAI_CHAU, KH290, CT34]) == {LAI_CHAU: Contents(5, 0, 0), KH290: Contents(1, 0, 0)}
    assert shares(chain, [SXD_LC, CT34])[SXD_LC] == Share(3, 1)


def test_what_rests_on_each_document(chain: Store) -> None:
    found = {row.entry.id: (row.implemented, row.cited) for row in standings(chain, document_entries(chain))}
    assert found[CT34] == (3, 3)
    assert found[LUAT] == (0, 2)


def test_duties_in_the_order_of_their_document(chain: Store) -> None:
    chosen, roles = chosen_duties(chain, agency="so xay dung lai chau")
    ids = sorted_duties(chosen, "", DAY)
    rows = duties(chain, ids, DAY, roles=roles)
    assert [(row.ref, row.role, row.state) for row in rows] == [
        ("V.2", "support", "recurring"),
        ("PL.2", "lead", "overdue"),
        ("PL.10", "lead", "recurring"),
        ("PL.18", "lead", "recurring"),
    ]
    assert [(one.id, one.label) for one in rows[1].leads] == [(SXD_LC, "Sở Xây dựng tỉnh Lai Châu")]
    assert rows[1].next_date == "2024-11-30"
    assert rows[1].days == (date(2024, 11, 30) - DAY).days
    assert rows[1].home is not None
    assert rows[1].home.id == LAI_CHAU
    assert rows[1].evidence is not None
    assert rows[1].evidence.quote == "Rà soát quy hoạch"


def test_duties_with_some_words_without_diacritics(chain: Store) -> None:
    assert [id.partition("#task:")[2] for id in chosen_duties(chain, document=LAI_CHAU, text="nhu cau")[0]] == ["PL.10"]
    assert chosen_duties(chain, document=LAI_CHAU, text="khong co")[0] == {}
    assert duties(chain, [], DAY) == []
    assert duties(chain, ["nobody"], DAY) == []


def test_a_document_with_what_is_above_and_below_it(chain: Store) -> None:
    report = document(chain, LAI_CHAU, DAY)
    assert report.held
    assert [duty.ref for duty in report.tasks] == ["V.2", "V.4", "PL.2", "PL.10", "PL.18"]
    assert [(row.kind, row.other.id) for row in report.cites] == [
        ("implements", KH292),
        ("implements", QD927),
        ("references", LUAT),
    ]
    directive = document(chain, CT34, DAY)
    assert not directive.held
    assert directive.cited_by_in_all == 3
    assert {row.other.id for row in directive.cited_by} == {QD927, KH292, KH290}
    # Lai Châu's plan is what says that the decision carries out the directive.
    assert {row.said_in for row in directive.cited_by} == {LAI_CHAU, KH290}
    assert {row.lag_days for row in directive.cited_by} == {98, 157, 90}


def test_citing_documents_come_a_page_at_a_time(chain: Store) -> None:
    first = document(chain, CT34, DAY, most=2)
    rest = document(chain, CT34, DAY, most=2, skip=2)
    assert len(first.cited_by) == 2
    assert len(rest.cited_by) == 1
    assert {row.other.id for row in (*first.cited_by, *rest.cited_by)} == {QD927, KH292, KH290}


def test_a_body_with_its_partners(chain: Store) -> None:
    report = body(chain, "so xay dung lai chau", DAY)
    assert (len(report.leads), len(report.supports)) == (3, 1)
    assert next((one.node.label, one.shared) for one in report.partners) == ("UBND các huyện, thành phố", 3)
    assert [party.label for party in report.directed_by] == ["Bộ Xây dựng"]
    assert report.counted
    with pytest.raises(Ambiguous):
        body(chain, "so xay dung", DAY)
    with pytest.raises(NotFound):
        body(chain, "so khong co", DAY)


def test_a_body_of_a_merged_place_is_succeeded(chain: Store) -> None:
    """Hậu Giang went into Cần Thơ on 1 July 2025 (Nghị quyết 202/2025/QH15)."""
    assert body(chain, SXD_HG, DAY).successors == ()
    after = body(chain, SXD_HG, date(2025, 8, 1))
    assert [one.node.label for one in after.successors] == ["Sở Xây dựng thành phố Cần Thơ"]


def test_why_a_duty_exists(chain: Store) -> None:
    ways = why(chain, f"{LAI_CHAU}#task:PL.2")
    assert len(ways) == 1
    assert next((step.kind, step.lower.id.partition("#")[0], step.upper.id) for step in ways[0]) == (
        "contains",
        LAI_CHAU,
        LAI_CHAU,
    )
    assert ways[0][-1].upper.id == CT34
    assert ways[0][-1].evidence is not None
    assert why(chain, CT34) == []


@pytest.mark.parametrize(
    ("ask", "most"),
    [
        (lambda store: document(store, LAI_CHAU, DAY), 20),
        (lambda store: body(store, SXD_LC, DAY), 24),
        (lambda store: why(store, f"{LAI_CHAU}#task:PL.2"), 3),
        (lambda store: duties(store, [f"{LAI_CHAU}#task:PL.2"], DAY), 5),
    ],
)
def test_a_page_costs_few_calls(ask, most: int) -> None:  # type: ignore[no-untyped-def]
    store = chain_in_memory()
    ask(store)
    assert store.calls.total() <= most
    assert not store.calls["records"]
