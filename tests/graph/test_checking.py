"""What `check` finds: nothing in what chithi makes, and in a broken graph what is broken."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from graph import checking
from graph.checking import NotRdf, check_file, check_store
from graph.formats import export
from graph.model import Edge, Evidence, Node, Text
from ingest.reader import read_document
from ontology.vocabulary import EDGE_KINDS
from tests.graph.export_graphs import fresh, samples
from tests.ontology.test_turtle import BROKEN, WHOLE
from viz.findings import FindingRow, check_rows

SEEDS = Path(__file__).resolve().parents[3] / "shared" / "seeds"

SAYS = "Sở Xây dựng chủ trì."
DOCUMENT = Node("doc:a", "document", "Kế hoạch A", {"status": "ingested", "date": "2024-11"})
TASK = Node("doc:a#task:1", "task", "Rà soát", {"ref": "1", "text": "Rà soát"})
BODY = Node("agency:b", "agency", "Sở Xây dựng", {"name": "Sở Xây dựng"})
LEADS = Edge("leads:1", "leads", BODY.id, TASK.id, {}, (Evidence("doc:a", 0, 11, "Sở Xây dựng", "duty", 0.9),))


class Held:
    """A store of records that no store would take."""

    def __init__(self, *records: Text | Node | Edge) -> None:
        self._records = records

    def records(self) -> Iterator[Text | Node | Edge]:
        return iter(self._records)

    def nodes(self, ids: Collection[str]) -> dict[str, Node]:
        return {record.id: record for record in self._records if isinstance(record, Node) and record.id in ids}

    def texts(self, ids: Collection[str]) -> dict[str, str]:
        return {one.document: one.text for one in self._records if isinstance(one, Text) and one.document in ids}


def problems(*records: Text | Node | Edge, lang: str = "en") -> list[tuple[str, str]]:
    rows = check_rows(check_store(Held(*records)), lang)  # type: ignore[arg-type]
    return sorted((row.label, row.problem) for row in rows)


def test_the_samples_hold_in_pieces_of_any_size(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking, "PIECE", 333)
    with samples() as store:
        assert list(check_store(store)) == []


def test_the_seeds_hold() -> None:
    if not SEEDS.is_dir():
        pytest.skip("there are no seeds beside the project (../shared/seeds)")
    with fresh() as store:
        for path in sorted(SEEDS.glob("*.txt")):
            store.put(*read_document(path))
        assert list(check_store(store)) == []


@pytest.mark.parametrize("piece", [1, 2, 100])
def test_a_graph_is_told_what_is_wrong_once_wherever_it_is_cut(monkeypatch: pytest.MonkeyPatch, piece: int) -> None:
    monkeypatch.setattr(checking, "PIECE", piece)
    whole = (Text("doc:a", SAYS), BODY, DOCUMENT, TASK, LEADS)
    assert problems(*whole) == []
    assert problems(*whole[:2], replace(DOCUMENT, props={"date": "tháng 11"}), *whole[3:]) == [
        ("Kế hoạch A", "date “tháng 11” is of a wrong type"),
        ("Kế hoạch A", "has no status"),
    ]
    found = problems(*whole[:-1], replace(LEADS, source=TASK.id, target=BODY.id))
    assert found == [("Rà soát", "“leads” joins only agency → task")]
    misquoted = replace(LEADS, evidence=(replace(LEADS.evidence[0], start=1, end=12),))
    assert problems(*whole[:-1], misquoted) == [
        ("Sở Xây dựng → Rà soát", "the words “Sở Xây dựng” do not stand at their place")
    ]
    assert problems(*whole[:-1], replace(LEADS, evidence=())) == [("Sở Xây dựng → Rà soát", "has no evidence")]


def test_what_is_wrong_is_said_in_vietnamese_too() -> None:
    assert problems(replace(TASK, props={"ref": "1", "text": "", "recurrence": "weekly"}), lang="vi") == [
        ("Rà soát", "nội dung để trống"),
        ("Rà soát", "định kỳ “weekly” không thuộc: yearly, quarterly, monthly, ongoing"),
    ]


def rows_of(tmp_path: Path, said: str, lang: str) -> list[FindingRow]:
    (tmp_path / "graph.ttl").write_text(said, encoding="utf-8")
    return check_rows(check_file(tmp_path / "graph.ttl"), lang)


def test_a_whole_file_holds(tmp_path: Path) -> None:
    assert rows_of(tmp_path, WHOLE, "en") == []


@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_file_is_told_by_its_shape_in_words(tmp_path: Path, case: str) -> None:
    before, after, shape = BROKEN[case]
    for lang in ("vi", "en"):
        rows = rows_of(tmp_path, WHOLE.replace(before, after), lang)
        assert shape in {row.shape for row in rows}
        said = " ".join(row.problem for row in rows)
        assert not {"chithi:", "sh:", "None", "Constraint", "không hợp lệ:", "does not hold:"} & set(said.split(" "))
        assert all(word not in said for word in ("chithi:", "MinCount", "BNode"))


@pytest.mark.parametrize("kind", EDGE_KINDS)
def test_ends_that_a_relation_may_not_have_are_told(kind: str) -> None:
    nobody = Node("person:a", "person", "Lê Văn Hùng", {"name": "Lê Văn Hùng"})
    proof = replace(LEADS.evidence[0])
    found = problems(Text("doc:a", SAYS), DOCUMENT, nobody, Edge(f"{kind}:1", kind, nobody.id, nobody.id, {}, (proof,)))
    assert [(label, problem.split(" joins only ")[0]) for label, problem in found] == [
        ("Lê Văn Hùng", f"“{EDGE_KINDS[kind].en}”")
    ]


def test_every_shape_of_nodes_statements_and_evidence_has_a_broken_file() -> None:
    shapes = set(re.findall(r"^:(\w+Shape) a sh:NodeShape", checking.SHAPES.read_text(encoding="utf-8"), re.M))
    assert len(shapes) > 10
    assert shapes - {shape for _, _, shape in BROKEN.values()} == set()


def test_what_cannot_be_read_is_refused_in_a_sentence(tmp_path: Path) -> None:
    for name in ("graph.txt", "graph.ttl", "graph"):
        (tmp_path / name).write_text("Kính gửi: Sở Xây dựng", encoding="utf-8")
        with pytest.raises(NotRdf, match=rf"{name} cannot be checked: "):
            check_file(tmp_path / name)


def test_a_file_that_was_exported_holds_under_any_base(tmp_path: Path) -> None:
    with fresh() as store:
        store.put(*read_document(sorted((Path(__file__).resolve().parents[2] / "samples").glob("06*.txt"))[0]))
        export(store, tmp_path / "graph.trig", "https://data.example.vn/")
    assert check_file(tmp_path / "graph.trig", "https://data.example.vn/") == []
    assert check_file(tmp_path / "graph.trig") == []
