"""A chain in small: one directive, a decision, the Party plans of two provinces and a UBND plan without a number. The
questions are asked of it in memory and in the embedded store."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph import Store, open_store
from graph.model import Edge, Node
from graph.reading import DocumentKey
from graph.resolution import resolve
from tests.queries.fake_store import FakeStore, agency, contains, document, edge, grounded, item

CT34, QD927 = "doc:34-ct-tw:2024-05-24", "doc:927-qd-ttg:2024-08-30"
KH292, KH290 = "doc:292-kh-tu:lai-chau:2024-10-28", "doc:290-kh-tu:hau-giang:2024-08-22"
LUAT = "doc:27-2023-qh15"
_BLANK = DocumentKey(
    "Kế hoạch", "", "2024-11", "UBND tỉnh Lai Châu", "Lai Châu", "Triển khai Quyết định 927 và Kế hoạch 292"
)
LAI_CHAU = resolve([_BLANK], held=[_BLANK])[_BLANK].id
SXD_LC, SXD_HG = "agency:so-xay-dung:lai-chau", "agency:so-xay-dung:hau-giang"


def chain_nodes() -> list[Node]:
    return [
        document(CT34, "34-CT/TW", doc_type="Chỉ thị", date="2024-05-24", issuer="Ban Bí thư", place="VN"),
        document(
            QD927, "927/QĐ-TTg", doc_type="Quyết định", date="2024-08-30", issuer="Thủ tướng Chính phủ", place="VN"
        ),
        document(KH292, "292-KH/TU", doc_type="Kế hoạch", date="2024-10-28", place="Lai Châu"),
        document(
            KH290,
            "290-KH/TU",
            doc_type="Kế hoạch",
            date="2024-08-22",
            place="Hậu Giang",
            status="ingested",
            source="a.txt",
        ),
        document(
            LAI_CHAU,
            title=_BLANK.name,
            doc_type="Kế hoạch",
            date="2024-11",
            place="Lai Châu",
            issuer="UBND tỉnh Lai Châu",
            status="ingested",
            source="lai_chau.txt",
            inferred=["doc_type", "place"],
        ),
        document(LUAT, "27/2023/QH15", doc_type="Luật", name="Luật Nhà ở", date="2023", place="VN"),
        agency("Sở Xây dựng", "Lai Châu"),
        agency("Sở Xây dựng", "Hậu Giang"),
        agency("Ban Dân tộc", "Lai Châu"),
        agency("Bộ Xây dựng"),
        agency("UBND các huyện, thành phố", "Lai Châu", collective=True),
        agency("UBND cấp huyện", "Lai Châu", collective=True),
        Node("place:lai-chau", "place", "Lai Châu", {"name": "Lai Châu"}),
        Node("place:hau-giang", "place", "Hậu Giang", {"name": "Hậu Giang"}),
        *TASKS,
    ]


TASKS = [
    item(
        LAI_CHAU,
        "task",
        "PL.2",
        "Rà soát quy hoạch",
        deadline_text="Tháng 11/2024",
        start="2024-11-01",
        end="2024-11-30",
    ),
    item(LAI_CHAU, "task", "PL.10", "Tổng hợp nhu cầu nhà ở", deadline_text="Hằng năm", recurrence="yearly"),
    item(LAI_CHAU, "task", "PL.18", "Bố trí quỹ đất", deadline_text="Hằng năm", recurrence="yearly"),
    item(LAI_CHAU, "task", "V.2", "Theo dõi, đôn đốc", deadline_text="thường xuyên", recurrence="ongoing"),
    item(LAI_CHAU, "task", "V.4", "Báo cáo kết quả"),
    item(KH290, "task", "III.1", "Xây dựng chương trình phát triển nhà ở", end="2030"),
]
UBND, UBND2 = "agency:ubnd-cac-huyen-thanh-pho:lai-chau", "agency:ubnd-cap-huyen:lai-chau"


def chain_edges() -> list[Edge]:
    said = LAI_CHAU
    task = f"{LAI_CHAU}#task:"
    return [
        edge("implements", QD927, CT34, said, "Quyết định 927/QĐ-TTg ... thực hiện Chỉ thị số 34-CT/TW"),
        edge("implements", KH292, CT34, said, "Kế hoạch 292-KH/TU ... thực hiện Chỉ thị số 34-CT/TW"),
        edge("implements", KH290, CT34, KH290, "thực hiện Chỉ thị số 34-CT/TW ngày 24/5/2024"),
        edge("implements", LAI_CHAU, QD927, said, "Triển khai Quyết định 927"),
        edge("implements", LAI_CHAU, KH292, said, "và Kế hoạch 292"),
        edge("references", LAI_CHAU, LUAT, said, "theo Luật Nhà ở"),
        edge("references", KH290, LUAT, KH290, "Luật Nhà ở năm 2023"),
        *contains(*TASKS),
        edge("leads", SXD_LC, task + "PL.2", said, "Sở Xây dựng"),
        edge("supports", UBND, task + "PL.2", said, "UBND các huyện, thành phố"),
        edge("leads", SXD_LC, task + "PL.10", said, "Sở Xây dựng"),
        edge("leads", SXD_LC, task + "PL.18", said, "Sở Xây dựng;"),
        edge("leads", UBND2, task + "PL.18", said, "UBND cấp huyện"),
        edge("supports", UBND, task + "PL.18", said, "UBND các huyện thành phố"),
        edge("leads", UBND, task + "V.2", said, "UBND các huyện"),
        edge("supports", SXD_LC, task + "V.2", said, "phối hợp với Sở Xây dựng"),
        edge("leads", SXD_HG, f"{KH290}#task:III.1", KH290, "Sở Xây dựng chủ trì"),
        edge("reports_to", task + "V.2", SXD_LC, said, "báo cáo Sở Xây dựng"),
        edge("directs", "agency:bo-xay-dung", SXD_LC, said, "Bộ Xây dựng chỉ đạo", task=task + "V.2"),
        edge("mentions", LAI_CHAU, "agency:ban-dan-toc:lai-chau", said, "Ban Dân tộc tỉnh"),
        edge("mentions", LAI_CHAU, "place:lai-chau", said, "tỉnh Lai Châu"),
        edge("mentions", KH290, "place:hau-giang", KH290, "tỉnh Hậu Giang"),
    ]


def chain_in_memory() -> FakeStore:
    edges, texts = grounded(chain_edges())
    return FakeStore(chain_nodes(), edges, texts)


@pytest.fixture(params=["memory", "sqlite"])
def chain(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    if request.param == "memory":
        yield chain_in_memory()
        return
    with open_store(str(tmp_path / "chain.db")) as store:
        store.load(chain_in_memory().records())
        yield store
