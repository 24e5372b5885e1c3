"""Rows as tables and data: types kept in JSON, cells inert in spreadsheets, nothing lost on the way."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import dataclass

import pytest

from viz.tables import UnknownTableFormat, render


@dataclass(frozen=True, slots=True)
class DutyRow:
    task: str
    text: str
    leads: tuple[str, ...]
    depth: int
    lag_days: int | None
    collective: bool
    status: str


ROWS = [
    DutyRow("t:1", "Rà soát quỹ đất, bố trí vốn", ("Sở Xây dựng", "Sở Tài chính"), 1, -5, True, "ingested"),
    DutyRow("t:2", '=HYPERLINK("http://x")', (), 2, None, False, "cited"),
]


def test_json_keeps_types() -> None:
    first, second = json.loads(render(ROWS, "json"))
    assert first["leads"] == ["Sở Xây dựng", "Sở Tài chính"]
    assert (first["lag_days"], first["collective"], second["lag_days"]) == (-5, True, None)
    assert "Rà soát" in render(ROWS, "json")


def test_jsonl_has_a_row_a_line() -> None:
    assert [json.loads(line) for line in render(ROWS, "jsonl").splitlines()] == json.loads(render(ROWS, "json"))


@pytest.mark.parametrize(("format_", "dialect"), [("csv", "excel"), ("tsv", "excel-tab")])
def test_separated_values_come_back(format_: str, dialect: str) -> None:
    rows = list(csv.DictReader(io.StringIO(render(ROWS, format_)), dialect=dialect))
    assert rows[0]["leads"] == "Sở Xây dựng; Sở Tài chính"
    assert rows[0]["text"] == ROWS[0].text
    assert (rows[0]["lag_days"], rows[1]["lag_days"]) == ("-5", "")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "＝"])
def test_formulas_are_defused(start: str) -> None:
    text = render([{"text": f"{start}cmd|'/c calc'!A0"}], "csv")
    assert list(csv.reader(io.StringIO(text, newline="")))[1] == [f"'{start}cmd|'/c calc'!A0"]


@pytest.mark.parametrize("value", [-5, -0.5, "-5", "+1,5"])
def test_numbers_stay_numbers(value: object) -> None:
    assert render([{"value": value}], "tsv").splitlines()[1] == str(value)


def test_empty_lists() -> None:
    assert json.loads(render([], "json")) == []
    assert render([], "jsonl") == ""
    assert render([], "csv", kind=DutyRow) == "task,text,leads,depth,lag_days,collective,status\r\n"
    assert render([], "table") == "Không có kết quả.\n"
    assert render([], "table", "en") == "Nothing found.\n"


def test_table_has_headings_in_the_language_and_fits() -> None:
    table = render(ROWS, "table", "vi", 110)
    assert "Nhiệm vụ" in table.splitlines()[0]
    assert "được dẫn chiếu" in table
    assert max(len(line) for line in table.splitlines()) <= 110
    assert "Task" in render(ROWS, "table", "en", 110).splitlines()[0]


def test_narrow_tables_become_blocks() -> None:
    table = render(ROWS, "table", "vi", 50)
    assert max(len(line) for line in table.splitlines()) <= 50
    assert [line for line in table.splitlines() if line.startswith("Nhiệm vụ")] == [
        "Nhiệm vụ    t:1",
        "Nhiệm vụ    t:2",
    ]


def test_terminal_gets_no_control_characters() -> None:
    table = render([{"text": "a\x1b[31mđỏ\x07\u202eb [bold]c[/bold]"}], "table")
    assert "\x1b" not in table
    assert "\u202e" not in table
    assert "[bold]c[/bold]" in table


def test_markdown_cells_cannot_leave_their_cell() -> None:
    lines = render([{"text": "a | b\n<script> [x](y)", "n": 3}], "md").splitlines()
    assert lines == ["| Nội dung | Số mục |", "| --- | ---: |", r"| a \| b \<script\> \[x\](y) | 3 |"]


def test_unknown_format_is_named() -> None:
    with pytest.raises(UnknownTableFormat, match="yaml"):
        render(ROWS, "yaml")
