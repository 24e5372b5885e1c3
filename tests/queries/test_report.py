from __future__ import annotations

from datetime import date

import pytest

from graph.store import Store
from queries.names import NotFound
from queries.report import NoReport, report
from tests.queries.conftest import CT34, KH290, LAI_CHAU, SXD_LC
from tests.queries.fake_store import FakeStore, document, edge, item
from tests.queries.test_calls import country
from tests.queries.test_targets import CAN_THO, plan
from viz.report_page import report_markdown, report_rows

ON = date(2024, 12, 15)


def test_of_a_document(chain: Store) -> None:
    found = report(chain, "290-KH/TU", on=ON)
    assert (found.kind, found.id, found.on) == ("document", KH290, "2024-12-15")
    assert ("symbol", "290-KH/TU") in found.about
    assert [(row.direction, row.document) for row in found.lineage] == [("up", CT34)]
    assert [row.ref for row in found.leads] == ["III.1"]
    (source,) = found.sources
    assert source.quotes == (("III.1", "Xây dựng chương trình phát triển nhà ở"),)


def test_of_a_body(chain: Store) -> None:
    found = report(chain, "so xay dung lai chau", on=ON)
    assert (found.kind, found.id) == ("agency", SXD_LC)
    assert [row.ref for row in found.leads] == ["PL.2", "PL.10", "PL.18"]
    assert [row.ref for row in found.supports] == ["V.2"]
    assert found.leads[0].state == "overdue"
    assert {row.kind for row in found.gaps} == {"lead_also_supports", "only_collective"}
    assert {row.document for row in found.lineage} >= {CT34}


def test_of_a_place(chain: Store) -> None:
    found = report(chain, "lai chau", on=ON)
    assert found.kind == "place"
    assert {row.document for row in found.leads} == {LAI_CHAU}
    assert CT34 in {row.document for row in found.lineage}
    assert "blank_number" in {row.kind for row in found.gaps}
    assert not any(row.place == "Hậu Giang" for row in found.gaps)


def test_nothing_else_has_a_report(chain: Store) -> None:
    with pytest.raises(NoReport, match="a report is of a place"):
        report(chain, f"{LAI_CHAU}#task:PL.2", on=ON)
    with pytest.raises(NotFound):
        report(chain, "cục hàng hải", on=ON)


def test_as_markdown(chain: Store) -> None:
    page = report_markdown(report(chain, "so xay dung lai chau", on=ON), "vi")
    lines = page.splitlines()
    assert lines[:3] == ["# Sở Xây dựng tỉnh Lai Châu", "", "Tính đến ngày 15/12/2024."]
    titles = [line for line in lines if line.startswith("## ")]
    assert titles[:3] == ["## Chuỗi văn bản", "## Nhiệm vụ chủ trì (3)", "## Nhiệm vụ phối hợp (1)"]
    assert titles[-1] == "## Nguồn và trích dẫn"
    assert any(line.startswith("| PL.2 | Rà soát quy hoạch | Sở Xây dựng tỉnh Lai Châu |") for line in lines)
    assert "- PL.2: “Sở Xây dựng”" in lines
    assert "Quá hạn nghĩa là" in page
    assert "## Duties led (3)" in report_markdown(report(chain, "so xay dung lai chau", on=ON), "en")


def test_the_figures_and_what_they_come_to() -> None:
    found = report(plan("Cần Thơ", *CAN_THO), "doc:Cần Thơ", on=ON)
    assert len(found.targets) == len(CAN_THO)
    page = report_markdown(found, "vi")
    assert "## Đối chiếu số liệu" in page
    assert "| mâu thuẫn | giai đoạn và các kỳ |" in page


def test_words_of_a_document_are_no_markup() -> None:
    nasty = "Việc <b>một</b> | hai *ba* [bốn](x)\n# năm"
    task = item("doc:a", "task", "1", nasty)
    store = FakeStore([document("doc:a", "1/KH-UBND"), task], [edge("contains", "doc:a", task.id, "doc:a", nasty)])
    page = report_markdown(report(store, "doc:a", on=ON), "vi")
    assert "<b>" not in page
    assert "\n# năm" not in page
    assert "\\<b\\>một" in page
    assert len(report_rows(report(store, "doc:a", on=ON))) == 1


def test_an_empty_report_says_so() -> None:
    store = FakeStore([document("doc:a", "1/KH-UBND")])
    assert "Không có nội dung nào" in report_markdown(report(store, "doc:a", on=ON), "vi")


@pytest.mark.parametrize("name", ["doc:plan:1", "Sở Xây dựng Vùng b", "34-CT/TW"])
def test_calls_do_not_grow(name: str) -> None:
    small, large = country(9, 2), country(30, 6)
    for store in (small, large):
        assert report(store, name, on=ON).gaps is not None
    assert small.calls == large.calls
