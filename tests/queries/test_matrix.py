from __future__ import annotations

from graph.store import Store
from queries.matrix import MatrixRow, matrix
from tests.queries.conftest import KH290, LAI_CHAU, SXD_HG, SXD_LC, UBND, UBND2
from viz.reports import matrix_text


def cells(rows: list[MatrixRow]) -> list[tuple[str, str, int, int]]:
    return [(row.agency, row.document, row.leads, row.supports) for row in rows]


def test_bodies_against_documents(chain: Store) -> None:
    assert cells(matrix(chain)) == [
        (SXD_LC, LAI_CHAU, 3, 1),
        (UBND, LAI_CHAU, 1, 2),
        (SXD_HG, KH290, 1, 0),
        (UBND2, LAI_CHAU, 1, 0),
    ]


def test_of_a_place_a_body_and_a_chain(chain: Store) -> None:
    assert cells(matrix(chain, place="hau giang")) == [(SXD_HG, KH290, 1, 0)]
    assert {row.agency for row in matrix(chain, agency="so xay dung")} == {SXD_LC, SXD_HG}
    assert {row.document for row in matrix(chain, under="927/QĐ-TTg")} == {LAI_CHAU}
    assert matrix(chain, under="Luật Nhà ở") == []


def test_the_text_has_a_line_for_each_body_and_document(chain: Store) -> None:
    out = matrix_text(matrix(chain, place="lai chau"), "vi").splitlines()
    assert out[0] == "Sở Xây dựng tỉnh Lai Châu: 3 + 1"
    assert out[1].split()[:3] == ["3", "+", "1"]
    assert len(out) == 6
    assert matrix_text([], "en") == "Nothing found.\n"
