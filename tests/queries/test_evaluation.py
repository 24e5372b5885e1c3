"""The evaluation against a made-up annotation, and against the annotations' own scorer where that is at hand."""

from __future__ import annotations

import importlib.util
import json
import random
from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from graph.model import Edge, Evidence, Node, Text
from queries.evaluation import EvaluationReport, evaluate
from viz.reports import figures_text

Record = Text | Node | Edge
SHARED = Path(__file__).resolve().parents[3] / "shared" / "gold"

WORDS = """KẾ HOẠCH thực hiện Chỉ thị số 34-CT/TW của Ban Bí thư. Căn cứ Quyết định số 927/QĐ-TTg ngày 30/8/2024
triển khai Chỉ thị số 34-CT/TW. 1. Sở Xây dựng chủ trì, phối hợp với Sở Tài chính tham mưu quy hoạch quỹ đất dành cho
nhà ở xã hội, hoàn thành trong năm 2025. 2. Công an tỉnh kiểm tra việc chấp hành quy định phòng cháy tại các dự án.
Phấn đấu đến năm 2030 hoàn thành 1.500 căn hộ, trong đó năm 2026 là 300 căn hộ."""


def _proof(quote: str) -> tuple[Evidence, ...]:
    start = WORDS.index(quote)
    return (Evidence("kh", start, start + len(quote), quote, "made.up", 0.9),)


def _edge(kind: str, source: str, target: str, quote: str) -> Edge:
    return Edge(f"{kind}:{source}:{target}", kind, source, target, {}, _proof(quote))


def _document(id: str, symbol: str, **props: Any) -> Node:
    return Node(id, "document", symbol or id, {"symbol": symbol, **props})


HEAD = _document(
    "kh",
    "12-KH/TU",
    doc_type="Kế hoạch",
    date="2024-09-01",
    title="Thực hiện Chỉ thị số 34-CT/TW về nhà ở xã hội",
    place="Lai Châu",
    source="vao/ke_hoach.txt",
    recipients=["Ban Bí thư", "Các sở, ngành", "Lưu VT"],
)
DUTY, CHECK = "tham mưu quy hoạch quỹ đất dành cho\nnhà ở xã hội", "kiểm tra việc chấp hành quy định phòng cháy"
GRAPH: list[Record] = [
    Text("kh", WORDS),
    HEAD,
    _document("ct34", "34-CT/TW", date="2024-05-24"),
    _document("qd927", "927/QĐ-TTg", date="2024-08-30"),
    Node("luat", "document", "Luật Nhà ở năm 2023", {"name": "Luật Nhà ở năm 2023"}),
    Node("btv", "agency", "Ban Thường vụ Tỉnh ủy Lai Châu"),
    Node("sxd", "agency", "Sở Xây dựng tỉnh Lai Châu"),
    Node("stc", "agency", "Sở Tài chính"),
    Node("ca", "agency", "Công an tỉnh"),
    Node("ky", "person", "Nguyễn Văn An"),
    Node("kh#1", "task", "1", {"ref": "1", "text": DUTY, "start": "2025-01-01", "end": "2025-12-31"}),
    Node("kh#2", "task", "2", {"ref": "2", "text": CHECK, "recurrence": "ongoing"}),
    Node(
        "kh#t1",
        "target",
        "1500",
        {"ref": "3", "value": 1500, "unit": "căn hộ", "comparator": ">=", "period_end": "2030"},
    ),
    Node(
        "kh#t2", "target", "300", {"ref": "3", "value": 300.0, "unit": "căn", "comparator": "=", "period_end": "2026"}
    ),
    _edge("implements", "kh", "ct34", "Chỉ thị số 34-CT/TW"),
    _edge("implements", "qd927", "ct34", "triển khai"),
    _edge("references", "kh", "qd927", "927/QĐ-TTg"),
    _edge("references", "kh", "luat", "quỹ đất"),
    _edge("issues", "btv", "kh", "KẾ HOẠCH"),
    _edge("signs", "ky", "kh", "KẾ HOẠCH"),
    _edge("contains", "kh", "kh#1", DUTY),
    _edge("contains", "kh", "kh#2", CHECK),
    _edge("contains", "kh", "kh#t1", "1.500 căn hộ"),
    _edge("contains", "kh", "kh#t2", "300 căn hộ"),
    _edge("leads", "sxd", "kh#1", "Sở Xây dựng"),
    _edge("supports", "stc", "kh#1", "Sở Tài chính"),
    _edge("leads", "ca", "kh#2", "Công an tỉnh"),
]

_CT34 = {"type": "Chỉ thị", "symbol": "34-CT/TW", "date": "2024-05-24"}
_QD927 = {"type": "Quyết định", "symbol": "0927/QĐ -TTg", "date": "2024-08-30"}
GOLD: dict[str, Any] = {
    "file": "ke_hoach.docx",
    "document": {
        "type": "Kế hoạch",
        "symbol": "12-KH/TU",
        "date": "2024-09-01",
        "title": "Thực hiện Chỉ thị số 34-CT/TW về nhà ở xã hội",
        "issuer": "Ban Thường vụ Tỉnh ủy Lai Châu",
        "place": "Lai Châu",
        "signer": {"name": "Nguyễn Văn An", "position": "", "form": ""},
    },
    "implements": [_CT34],
    "relations": [{"from": _QD927, "kind": "implements", "to": _CT34}],
    "citations": [
        _CT34,
        _QD927,
        {"symbol": None, "name": "“Luật Nhà ở 2023”"},
        {"symbol": "5/NQ-CP", "optional": True},
    ],
    "recipients": ["Ban Bí thư", "Các sở, ngành;", "Lưu VT."],
    "agencies": [
        {"name": "Ban Thường vụ Tỉnh ủy Lai Châu", "surface": []},
        {"name": "Sở Xây dựng tỉnh Lai Châu", "surface": ["Sở Xây dựng"]},
        {"name": "Sở Tài chính tỉnh Lai Châu", "surface": ["Sở Tài chính"]},
        {"name": "Công an tỉnh Lai Châu", "surface": ["Công an tỉnh"]},
    ],
    "tasks": [
        {
            "ref": "1",
            "text": DUTY + ", hoàn thành trong năm 2025",
            "leads": ["Sở Xây dựng"],
            "supports": ["Sở Tài chính"],
            "deadline": {"start": "2025-01-01", "end": "2025-12-31", "recurrence": None},
        },
        {"ref": "2", "text": CHECK, "leads": ["Công an tỉnh"], "supports": [], "deadline": {"recurrence": "ongoing"}},
    ],
    "targets": [
        {"ref": "3", "value": 1500, "unit": "căn", "comparator": ">=", "period": {"start": None, "end": "2030"}},
        {"ref": "3", "value": 300, "unit": "căn hộ", "comparator": "=", "period": {"start": None, "end": "2026"}},
    ],
}


def figures(records: Sequence[Record], gold: dict[str, Any] = GOLD) -> EvaluationReport:
    return evaluate(records, [gold])


def without(*ids: str) -> list[Record]:
    return [r for r in GRAPH if isinstance(r, Text) or r.id not in ids]


def with_node(id: str, **props: Any) -> list[Record]:
    return [replace(r, props={**r.props, **props}) if isinstance(r, Node) and r.id == id else r for r in GRAPH]


def test_a_faithful_graph_has_full_marks_everywhere() -> None:
    report = figures(GRAPH)
    assert report.misses == (("ke_hoach.docx", ()),)
    rows = report.by_name()
    assert {name for name, row in rows.items() if 1.0 not in row.values()} == set()
    assert rows["tasks"] == {"precision": 1.0, "recall": 1.0, "f1": 1.0, "n": 2}
    assert rows["field.spans"] == {"accuracy": 1.0, "n": 13}


def test_a_missing_lead_costs_recall_and_is_named() -> None:
    report = figures(without("leads:ca:kh#2"))
    assert report.by_name()["tasks.leads"] == {"precision": 1.0, "recall": 0.5, "f1": 0.6667, "n": 2}
    assert ("tasks.leads: missed ('2', 'công an')") in report.misses[0][1]


def test_a_task_that_is_not_in_the_gold_is_wrong_unless_the_gold_is_partial() -> None:
    extra = [
        *GRAPH,
        Node("kh#9", "task", "9", {"ref": "9", "text": "báo cáo"}),
        _edge("contains", "kh", "kh#9", "quỹ đất"),
    ]
    assert figures(extra).by_name()["tasks"]["precision"] == 0.6667
    assert figures(extra, GOLD | {"partial": ["tasks"]}).by_name()["tasks"]["precision"] == 1.0


def test_an_optional_citation_is_neither_missed_nor_wrong() -> None:
    cited = [*GRAPH, _document("nq5", "05/NQ-CP"), _edge("references", "kh", "nq5", "Căn cứ")]
    assert figures(cited).by_name()["citations"]["precision"] == 1.0
    cited = [*GRAPH, _document("nq6", "06/NQ-CP"), _edge("references", "kh", "nq6", "Căn cứ")]
    assert figures(cited).by_name()["citations"]["precision"] == 0.75


def test_a_quote_that_does_not_stand_where_it_says_is_counted() -> None:
    moved = [replace(r, text="." + r.text) if isinstance(r, Text) else r for r in GRAPH]
    assert figures(moved).by_name()["field.spans"] == {"accuracy": 0.0, "n": 13}


def test_another_deadline_and_another_comparator_are_wrong_fields() -> None:
    assert figures(with_node("kh#1", end="2026-12-31")).by_name()["field.deadline"]["accuracy"] == 0.5
    assert figures(with_node("kh#t2", comparator=">=")).by_name()["field.target_comparator"]["accuracy"] == 0.5
    assert figures(with_node("kh#t2", value=301)).by_name()["targets"] == {
        "precision": 0.5,
        "recall": 0.5,
        "f1": 0.5,
        "n": 2,
    }


def test_a_document_that_is_not_held_is_missed() -> None:
    report = figures(with_node("kh", source="khac.txt"))
    assert report.by_name() == {"documents": {"precision": 1.0, "recall": 0.0, "f1": 0.0, "n": 1}}


# -- against the scorer itself


@pytest.fixture(scope="module")
def score() -> ModuleType:
    path = SHARED / "score.py"
    if not path.exists():
        pytest.skip("the gold annotations' scorer is not beside this checkout")
    spec = importlib.util.spec_from_file_location("score", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def write(records: Sequence[Record], path: Path) -> None:
    lines = [json.dumps({"type": type(r).__name__.lower(), **asdict(r)}, ensure_ascii=False) for r in records]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def scored(score: ModuleType, records: Sequence[Record], gold: Sequence[dict[str, Any]], folder: Path) -> Any:
    write(records, folder / "graph.jsonl")
    graph, tally = score.Graph(str(folder / "graph.jsonl")), score.Tally()
    for item in gold:
        score.score_document(graph, item, tally)
    return tally.rows()


# No value makes two tasks or two figures fit one annotation equally well: the scorer then takes either, by chance.
PROPS = {
    "symbol": ["34-CT/TW", "034 - CT/TW", "927/QĐ-TTg", "11/NQ-CP", None],
    "date": ["2024-05-24", "2024-05", "", None, "2024-09-01"],
    "title": ["Thực hiện Chỉ thị", "", "Thực hiện Chỉ thị số 34-CT/TW về nhà ở xã hội.", None],
    "place": ["lai châu", "Đắk Lắk", None],
    "doc_type": ["KẾ HOẠCH", "Chỉ thị", None],
    "recipients": [[], ["Ban Bí thư"], ["Các sở, ngành", "Cục thuế"], None],
    "name": ["Luật Nhà ở số 2023", "Luật Đất đai", None],
    "ref": ["1", "2", "3", "9", None],
    "value": [1500.5, 12, None],
    "unit": ["căn", "căn hộ", "dự án", None],
    "comparator": ["=", ">=", "<=", None],
    "period_end": ["2030-12-31", "2026", None],
    "start": ["2025-01-01", None],
    "end": ["2025-12-31", None, ""],
    "recurrence": ["ongoing", "yearly", None],
}
LABELS = ["Sở Xây dựng", "UBND tỉnh", "các sở, ban, ngành", "Uỷ ban nhân dân tỉnh Lai Châu", "Luật nhà ở", "Tỉnh ủy"]


def disturbed(records: Sequence[Record], rng: random.Random) -> list[Record]:
    """The graph with a few things lost, renamed, moved, turned round and added."""
    out: list[Record] = []
    ids = [r.id for r in records if isinstance(r, Node)]
    for record in records:
        chance = rng.random()
        match record:
            case Node() if chance < 0.3:
                name = rng.choice([*PROPS])
                record = replace(record, props={**record.props, name: rng.choice(PROPS[name])})
            case Node(kind="task") if chance < 0.4:
                text = str(record.props["text"])
                record = replace(
                    record, props={**record.props, "text": rng.choice([text[:40], text[:20], "", "Đề nghị " + text])}
                )
            case Node() if chance < 0.4:
                record = replace(record, label=rng.choice(LABELS))
            case Edge() if chance < 0.1:
                continue
            case Edge() if chance < 0.2:
                record = replace(record, source=rng.choice(ids))
            case Edge() if chance < 0.25:
                record = replace(record, target=rng.choice(ids))
            case Edge() if chance < 0.35:
                record = replace(
                    record, kind=rng.choice(["implements", "leads", "approves", "contains", "receives", "assigns"])
                )
            case Edge() if chance < 0.4:
                record = replace(record, evidence=tuple(replace(e, start=e.start + 1) for e in record.evidence))
            case Text() if chance < 0.1:
                continue
        out.append(record)
    return out


def disturbed_gold(rng: random.Random) -> dict[str, Any]:
    gold: dict[str, Any] = json.loads(json.dumps(GOLD))
    for key in ("citations", "tasks", "targets", "agencies", "relations"):
        for item in gold[key]:
            if rng.random() < 0.15:
                item["optional"] = True
    for key in ("implements", "citations", "relations", "agencies", "tasks", "targets", "recipients"):
        if gold[key] and rng.random() < 0.15:
            gold[key].pop(rng.randrange(len(gold[key])))
    gold["partial"] = rng.sample(["tasks", "targets"], rng.randrange(3))
    if rng.random() < 0.2:
        del gold["agencies"]
    if rng.random() < 0.2:
        gold["document"] |= {"signer": None, "place": None, "date": None, "symbol": None}
    return gold


def test_the_figures_are_those_of_the_scorer(score: ModuleType, tmp_path: Path) -> None:
    assert figures(GRAPH).by_name() == scored(score, GRAPH, [GOLD], tmp_path)
    rng = random.Random(34)
    for _ in range(300):
        records, gold = disturbed(GRAPH, rng), [disturbed_gold(rng)]
        assert evaluate(records, gold).by_name() == scored(score, records, gold, tmp_path)


def test_the_printed_lines_are_those_of_the_scorer(
    score: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    records = disturbed(GRAPH, random.Random(1))
    write(records, tmp_path / "graph.jsonl")
    (tmp_path / "gold.json").write_text(json.dumps(GOLD), encoding="utf-8")
    monkeypatch.setattr("sys.argv", ["score.py", str(tmp_path / "graph.jsonl"), str(tmp_path / "gold.json")])
    score.main()
    printed = capsys.readouterr().out.rstrip("\n").split("\n")
    assert [line.rstrip() for line in figures_text(figures(records).figures, "vi").split("\n")] == [
        line.rstrip() for line in printed
    ]
