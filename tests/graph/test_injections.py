"""Exports of hostile words: as many records as of harmless ones, each with its words, nothing that would be run."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from graph.exchange import read_jsonl
from graph.formats import FORMATS, export
from graph.model import Edge, Node
from graph.sqlite import SqliteStore
from tests.graph.injections import INJECTIONS, document, harmless
from viz.ics import calendar, write_calendar
from viz.network import write_network

Folder = dict[str, Path]


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> Folder:
    """Every export of the same documents, with harmless words and with hostile ones."""
    made = {}
    for name in ("harmless", "hostile"):
        folder = made[name] = tmp_path_factory.mktemp(name)
        with SqliteStore(str(folder / "graph.db")) as store:
            for n, said in enumerate(INJECTIONS):
                store.put(document(n, said) if name == "hostile" else harmless(n), "")
            for suffix in FORMATS:
                export(store, folder / f"graph{suffix}")
            write_network(store, folder / "graph.html")
            write_calendar(store, folder / "graph.ics")
    return made


def both(folders: Folder, name: str) -> Iterator[Path]:
    yield from (folders["harmless"] / name, folders["hostile"] / name)


def plain(text: str) -> str:
    """As text formats must have it: without what they have no place for."""
    return re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", "", text)


def test_jsonl(folders: Folder) -> None:
    one, two = ([type(record).__name__ for record in read_jsonl(path)] for path in both(folders, "graph.jsonl"))
    assert Counter(one) == Counter(two)
    labels = {r.label for r in read_jsonl(folders["hostile"] / "graph.jsonl") if isinstance(r, Node) and "#" in r.id}
    assert labels == set(INJECTIONS)


@pytest.mark.parametrize("name", ["graph.nodes.csv", "graph.edges.csv"])
def test_no_cell_is_calculated(folders: Folder, name: str) -> None:
    tables = [list(csv.reader(path.open(encoding="utf-8-sig", newline=""))) for path in both(folders, name)]
    assert len(tables[0]) == len(tables[1])
    assert tables[0][0] == tables[1][0]
    assert {len(row) for row in tables[1]} == {len(tables[1][0])}
    for row in tables[1]:
        for cell in row:
            assert not cell.lstrip(" ").startswith(("=", "+", "@", "\t", "\r")), cell
            assert not cell.startswith("-") or re.fullmatch(r"-?[\d.]+", cell), cell
    cells = {cell for row in tables[1] for cell in row}
    if "nodes" in name:
        assert all(said in cells or f"'{said}" in cells for said in INJECTIONS)


def test_the_workbook_has_no_formula(folders: Folder) -> None:
    from openpyxl import load_workbook

    sizes = []
    for path in both(folders, "graph.xlsx"):
        book = load_workbook(path)
        sizes.append([(sheet.title, sheet.max_row, sheet.max_column) for sheet in book])
        kinds = Counter(cell.data_type for sheet in book for row in sheet.rows for cell in row)
        assert set(kinds) <= {"s", "n", "d", "b"}
    assert sizes[0] == sizes[1]
    told = {str(cell.value) for sheet in book for row in sheet.rows for cell in row}
    assert {said for said in INJECTIONS if said.isprintable()} <= told


SYNTAX = {".nq": "nquads", ".nt": "nt", ".trig": "trig", ".ttl": "turtle", ".jsonld": "json-ld"}


@pytest.mark.parametrize("suffix", SYNTAX)
def test_rdf_has_as_many_statements(folders: Folder, suffix: str) -> None:
    import rdflib

    counts, values = [], set()
    for path in both(folders, f"graph{suffix}"):
        graph = rdflib.Dataset()
        graph.parse(
            path, format={".nq": "nquads", ".nt": "nt", ".trig": "trig", ".ttl": "turtle", ".jsonld": "json-ld"}[suffix]
        )
        quads = list(graph.quads())
        counts.append((len(quads), len({quad[1] for quad in quads})))
        values = {str(quad[2]) for quad in quads}
    assert counts[0] == counts[1]
    assert set(INJECTIONS) <= values


@pytest.mark.parametrize("suffix", [".graphml", ".gexf"])
def test_network_files_have_as_many_nodes_and_edges(folders: Folder, suffix: str) -> None:
    import networkx

    read = networkx.read_graphml if suffix == ".graphml" else networkx.read_gexf
    one, two = (read(path) for path in both(folders, f"graph{suffix}"))
    assert (len(one), one.size()) == (len(two), two.size())
    labels = {str(data.get("label")) for _, data in two.nodes(data=True)}
    assert {plain(said) for said in INJECTIONS if "\r" not in said} <= labels  # XML has no carriage return


def test_the_picture_runs_only_what_is_ours(folders: Folder) -> None:
    from lxml import html

    pages = [html.parse(str(path)).getroot() for path in both(folders, "graph.html")]
    for tag in ("script", "img", "iframe", "object", "link", "style", "a"):
        assert len(pages[0].findall(f".//{tag}")) == len(pages[1].findall(f".//{tag}")), tag
    handlers = [name for element in pages[1].iter() for name in element.attrib if str(name).startswith("on")]
    assert handlers == []


def test_the_calendar_has_as_many_parts(folders: Folder) -> None:
    from icalendar import Calendar

    one, two = (Calendar.from_ical(path.read_bytes()) for path in both(folders, "graph.ics"))
    kinds = [Counter(part.name for part in each.walk()) for each in (one, two)]
    assert kinds[0].keys() >= kinds[1].keys()
    assert "VALARM" not in kinds[1]
    assert calendar([], "vi").startswith("BEGIN:VCALENDAR")


@pytest.mark.parametrize("format", ["csv", "tsv"])
def test_answers_do_not_calculate_either(format: str) -> None:
    from viz.tables import render

    rows = [{"label": said, "n": -1.5} for said in INJECTIONS]
    dialect = {"csv": "excel", "tsv": "excel-tab"}[format]
    (_, *found) = csv.reader(io.StringIO(render(rows, format), newline=""), dialect=dialect)
    assert [row[1] for row in found] == ["-1.5"] * len(rows)
    assert all(row[0] in (said, f"'{said}") for row, said in zip(found, INJECTIONS, strict=True))
    assert not any(row[0].startswith(("=", "+", "-", "@", "\t", "\r")) for row in found)


def test_names_that_are_asked_for_are_words(tmp_path: Path) -> None:
    """The questions find what they are asked for or say that it is not there, and change nothing."""
    from queries.names import Ambiguous, NotFound, find_agencies, find_any, find_document
    from queries.search import search

    with SqliteStore(str(tmp_path / "graph.db")) as store:
        for n, said in enumerate(INJECTIONS[:5]):
            store.put(document(n, said), "")
        before = list(store.records())
        for said in INJECTIONS:
            search(store, said, ["task", said])
            for ask in (find_document, find_agencies, find_any):
                with suppress(NotFound, Ambiguous):
                    ask(store, said)
        assert list(store.records()) == before
        assert any(isinstance(record, Edge) for record in before)
