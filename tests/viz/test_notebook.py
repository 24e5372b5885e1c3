"""What a notebook shows, by executing one."""

from __future__ import annotations

import asyncio
import warnings
from html.parser import HTMLParser
from pathlib import Path

import pytest

from queries.stats import StatRow
from viz.notebook import Picture, Rows, rows

ROOT = Path(__file__).parents[2]
HOSTILE = "<script>alert(1)</script>\u202e<img src=x onerror=alert(2)>"
CELLS = (
    f"""
from graph import open_store
from ingest.batch import ingest
from ingest.files import find
from queries.lineage import lineage
from queries.tasks import tasks
from viz.notebook import lineage_tree, picture, rows

store = open_store("notebook.db")
states = [outcome for outcome in ingest(store, list(find([{str(ROOT / "samples")!r}])), jobs=1)]
""",
    'rows(tasks(store, agency="so xay dung lai chau", role="lead"), columns="ref text leads deadline_text")',
    'picture(store, "34-CT/TW", limit=60)',
    'lineage_tree(lineage(store, "34-CT/TW"))',
)


class Tags(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.names: list[str] = []
        self.words: list[str] = []
        self.attributes: dict[str, str | None] = {}
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.append(tag)
        self.attributes.update(attrs)

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def test_a_notebook_shows_rows_and_pictures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    nbclient, nbformat = pytest.importorskip("nbclient"), pytest.importorskip("nbformat")
    pytest.importorskip("ipykernel")
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setenv("JUPYTER_ALLOW_INSECURE_WRITES", "1")
    written = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in CELLS])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        client = nbclient.NotebookClient(
            written, timeout=120, resources={"metadata": {"path": str(tmp_path)}}, kernel_name="python3"
        )
        asyncio.run(client.async_execute())
    shown = [cell["outputs"][0]["data"]["text/html"] for cell in written.cells[1:]]
    table, frame, lines = (Tags(html) for html in shown)
    assert "Sở Xây dựng tỉnh Lai Châu" in "".join(table.words)
    assert [word for word in table.words if word in ("Mục", "Chủ trì")] == ["Mục", "Chủ trì"]
    assert frame.names == ["iframe"]
    assert "Chỉ thị" in str(frame.attributes["srcdoc"])
    assert "290-KH/TU" in "".join(lines.words)


def test_hostile_words_are_words() -> None:
    table = Tags(rows([StatRow("node", HOSTILE, HOSTILE, "<b>", 3)])._repr_html_())
    assert set(table.names) == {"table", "caption", "thead", "tbody", "tr", "th", "td"}
    assert "<script>alert(1)</script> <img src=x onerror=alert(2)>" in table.words  # the turning mark is gone
    frame = Tags(Picture(HOSTILE + '"><p>', title='"><p>')._repr_html_())
    assert frame.names == ["iframe"]
    assert frame.attributes["sandbox"] == "allow-scripts"


def test_rows_stay_a_list() -> None:
    answer = [StatRow("node", "task", "nhiệm vụ", "task", n) for n in range(300)]
    found = rows(answer, lang="en")
    assert found == answer
    assert isinstance(found[:2], Rows)
    assert "200 / 300 rows" in found._repr_html_()
    assert "2 rows" in found[:2]._repr_html_()
    assert Rows()._repr_html_() == "<p>Không có kết quả.</p>"
