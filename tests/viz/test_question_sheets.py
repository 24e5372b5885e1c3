from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

import cli
from graph import Store, open_store
from queries.deadlines import deadlines
from queries.lineage import LineageRow, lineage
from queries.tasks import tasks
from tests.queries.conftest import CT34, KH292, LAI_CHAU, chain_in_memory
from viz.question_sheets import ids_in, sheet_of


@pytest.fixture
def store() -> Store:
    return chain_in_memory()


def labels(store: Store, rows: list[object]) -> dict[str, str]:
    return {node.id: node.label for node in store.nodes(ids_in(rows)).values()}


def test_duties_stand_in_the_columns_of_an_office(store: Store) -> None:
    rows = tasks(store, agency="so xay dung lai chau", role="lead")
    sheet = sheet_of(rows, "tasks", "vi", labels(store, rows))  # type: ignore[arg-type]
    assert [name for name, _ in sheet.columns][:7] == [
        "STT",
        "Tên nhiệm vụ",
        "Đơn vị chủ trì thực hiện",
        "Đơn vị phối hợp",
        "Ngày hoàn thành",
        "Trạng thái",
        "Nguồn gốc",
    ]
    first, second = list(sheet.rows)[:2]
    assert first[:5] == (
        1,
        "Rà soát quy hoạch",
        "Sở Xây dựng tỉnh Lai Châu",
        "UBND các huyện, thành phố",
        date(2024, 11, 30),
    )
    assert first[6] == f"{store.nodes([LAI_CHAU])[LAI_CHAU].label}, mục PL.2"
    assert second[4] == "Hằng năm"


def test_deadlines_say_how_they_stand(store: Store) -> None:
    rows = deadlines(store, on=date(2024, 12, 15))
    (first, *_) = sheet_of(rows, "deadlines", "vi", {}).rows
    assert first[4:6] == (date(2024, 11, 30), "đã quá thời hạn")


def test_other_answers_have_names_for_ids_and_words_for_codes(store: Store) -> None:
    rows = lineage(store, CT34, up=False)
    sheet = sheet_of(rows, "lineage", "vi", labels(store, rows))  # type: ignore[arg-type]
    names = [name for name, _ in sheet.columns]
    row = dict(zip(names, list(sheet.rows)[3], strict=True))
    assert row["Văn bản"] == store.nodes([KH292])[KH292].label
    assert (row["Văn bản cấp trên"], row["Khối"], row["Hướng"]) == ("Chỉ thị 34-CT/TW", "Đảng", "xuống")
    assert row["Ngày ban hành"] == date(2024, 10, 28)
    assert sheet.title == "Chuỗi văn bản"


def test_an_empty_answer_has_its_head() -> None:
    sheet = sheet_of([], "lineage", "en", {}, kind=LineageRow)
    assert list(sheet.rows) == []
    assert ("Depth", 10) in sheet.columns


def test_every_question_writes_a_workbook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with open_store("chain.db") as opened:
        opened.load(chain_in_memory().records())
    for question in (
        ["tasks"],
        ["agency", "so xay dung lai chau"],
        ["show", "34-CT/TW"],
        ["lineage", "34-CT/TW"],
        ["targets", "--check"],
        ["gaps"],
        ["matrix"],
        ["audit", "290-KH/TU"],
    ):
        with pytest.raises(SystemExit) as ended:
            cli.main(["--db", "chain.db", *question, "-o", "answer.xlsx"])
        assert not ended.value.code, question
        page = load_workbook("answer.xlsx").active
        assert page is not None
        assert page.freeze_panes == "A2"
        assert page.auto_filter.ref is not None
        cells = [cell for row in page.iter_rows() for cell in row]
        assert all(cell.data_type != "f" for cell in cells)
        assert all(cell.alignment.wrap_text for cell in cells)


def test_a_workbook_needs_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as ended:
        cli.main(["documents", "--format", "xlsx"])
    assert ended.value.code == 2
