"""What docs/python.md and its notebook show runs on the samples."""

from __future__ import annotations

import re
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

from graph import Store, open_store
from ingest.reader import read_document
from queries.lineage import lineage

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = sorted(path for path in (ROOT / "samples").glob("[0-9]*") if path.is_file())
PAGE = (ROOT / "docs" / "python.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the samples read."""
    folder = tmp_path_factory.mktemp("python")
    with open_store(str(folder / "chithi.db")) as store:
        for path in SAMPLES:
            store.put(*read_document(path))
    return folder


def test_the_code_of_the_page_runs(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(folder)
    blocks = re.findall(r"^```python\n(.*?)^```", PAGE, re.M | re.S)
    assert len(blocks) == 3
    names: dict[str, object] = {}
    for block in blocks:
        exec(compile(block, "python.md", "exec"), names)
    assert "PL.2 Tham mưu thành lập Ban Chỉ đạo" in capsys.readouterr().out
    assert (folder / "graph.nq").stat().st_size > 100_000
    assert {"symbol": "34-CT/TW"} in names["rows"]  # type: ignore[operator]
    assert "next_date" in names["table"]  # type: ignore[operator]
    assert names["lineage"].is_multigraph()  # type: ignore[attr-defined]


def test_the_page_names_every_operation_that_reads_the_graph() -> None:
    listed = set(re.findall(r"`(\w+)\(", PAGE.split("## Views")[0])) - {"open_store"}
    assert listed == {
        "nodes",
        "nodes_of",
        "find",
        "edges",
        "items",
        "parts",
        "walk",
        "texts",
        "search",
        "counts",
        "records",
    }
    assert all(hasattr(Store, name) for name in listed)


def test_the_notebook_runs_and_is_kept_without_its_output(folder: Path) -> None:
    book = nbformat.read(ROOT / "docs" / "python.ipynb", as_version=4)
    assert not any(cell.get("outputs") or cell.get("execution_count") for cell in book.cells)
    done = NotebookClient(book, timeout=120, resources={"metadata": {"path": str(ROOT)}}).execute()
    said = [str(output) for cell in done.cells for output in cell.get("outputs", ())]
    assert any("PL.2" in one for one in said)
    with open_store(str(folder / "chithi.db")) as store:
        symbols = {row.symbol for row in lineage(store, "34-CT/TW", up=False) if row.depth and row.symbol}
    assert symbols
    assert all(any(symbol in one for one in said) for symbol in symbols)
