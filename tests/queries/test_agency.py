from __future__ import annotations

import pytest

from graph.store import Store
from queries.agency import agency
from queries.names import Ambiguous
from tests.queries.conftest import LAI_CHAU


def test_the_report_of_a_department(chain: Store) -> None:
    report = agency(chain, "so xay dung", "lai chau")
    assert (report.label, report.place, report.collective) == ("Sở Xây dựng tỉnh Lai Châu", "Lai Châu", False)
    assert [(row.ref, row.role) for row in report.leads] == [("PL.2", "lead"), ("PL.10", "lead"), ("PL.18", "lead")]
    assert [(row.ref, row.role, row.quote) for row in report.supports] == [
        ("V.2", "support", "phối hợp với Sở Xây dựng")
    ]
    assert [row.ref for row in report.reports] == ["V.2"]
    (party,) = report.directed_by
    assert (party.label, party.about, party.quote) == ("Bộ Xây dựng", f"{LAI_CHAU}#task:V.2", "Bộ Xây dựng chỉ đạo")
    (mention,) = report.mentions
    assert (mention.document, mention.count) == (LAI_CHAU, 6)
    assert report.counts["leads"] == 3
    assert report.counts["issued"] == 0


def test_a_body_that_every_province_has(chain: Store) -> None:
    with pytest.raises(Ambiguous, match="Hậu Giang"):
        agency(chain, "Sở Xây dựng")


def test_a_body_with_nothing_to_do(chain: Store) -> None:
    report = agency(chain, "Ban Dân tộc tỉnh Lai Châu")
    assert report.leads == report.supports == report.directs == ()
    assert [row.quote for row in report.mentions] == ["Ban Dân tộc tỉnh"]
