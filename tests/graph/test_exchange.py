"""The exchange format: what goes out comes back, byte by byte, and what is no export is refused with its line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from graph.exchange import ExchangeError, line_of, read_jsonl, write_jsonl
from graph.model import Edge, Evidence, Node, Text
from graph.reading import AgencyKey, Claim, DocumentKey, Reading, SelfKey
from tests.graph.export_graphs import TEXT, fresh, hostile, samples
from tests.graph.strategies import corpora

TEXT_LINE = {"type": "text", "document": "doc:a", "text": "Sở Xây dựng"}
NODE = {"type": "node", "id": "agency:a", "kind": "agency", "label": "Sở", "props": {"name": "Sở", "collective": True}}
PROOF = {"document": "doc:a", "start": 0, "end": 2, "quote": "Sở", "rule": "prose.lead", "confidence": 0.9}
EDGE = {
    "type": "edge",
    "id": "leads:1",
    "kind": "leads",
    "source": "agency:a",
    "target": "doc:a#task:1",
    "props": {},
    "evidence": [PROOF],
}


def read(tmp_path: Path, *lines: object, end: str = "\n") -> list[Text | Node | Edge]:
    """The records of a file with these lines, each a text or an object to be written as JSON."""
    texts = [line if isinstance(line, str) else json.dumps(line, ensure_ascii=False) for line in lines]
    (tmp_path / "graph.jsonl").write_text("\n".join(texts) + end, encoding="utf-8", newline="")
    return list(read_jsonl(tmp_path / "graph.jsonl"))


def there_and_back(store, folder: Path) -> tuple[bytes, bytes]:
    """An export, and the export of the graph it was loaded into."""
    write_jsonl(store, folder / "out.jsonl")
    with fresh() as copy:
        copy.load(read_jsonl(folder / "out.jsonl"))
        write_jsonl(copy, folder / "again.jsonl")
    return (folder / "out.jsonl").read_bytes(), (folder / "again.jsonl").read_bytes()


def test_the_samples_come_back_byte_by_byte(tmp_path):
    with samples() as store:
        out, again = there_and_back(store, tmp_path)
        assert list(read_jsonl(tmp_path / "out.jsonl")) == list(store.records())
    assert out == again
    assert out.count(b"\n") > 500


def test_hostile_words_come_back_byte_by_byte(tmp_path):
    with fresh() as store:
        store.put(hostile(), "")
        out, again = there_and_back(store, tmp_path)
    assert out == again
    records = list(read_jsonl(tmp_path / "out.jsonl"))
    assert [record.text for record in records if isinstance(record, Text)] == [TEXT]
    assert "\u2028".encode() in out
    for edge in (record for record in records if isinstance(record, Edge)):
        assert all(TEXT[proof.start : proof.end] == proof.quote for proof in edge.evidence)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(corpora())
def test_any_graph_comes_back(tmp_path_factory, corpus):
    with fresh() as store:
        for reading in corpus:
            store.put(reading, "")
        out, again = there_and_back(store, tmp_path_factory.mktemp("graph"))
    assert out == again


def test_lines_are_as_the_design_has_them():
    edge = Edge(
        "leads:1", "leads", "a", "b", {"y": 1, "x": ["đ"]}, (Evidence("doc:a", 0, 2, "Sở", "table.lead", 0.98),)
    )
    assert line_of(Text("doc:a", "Số:\n")) == r'{"type": "text", "document": "doc:a", "text": "Số:\n"}'
    assert (
        line_of(Node("n", "task", "Lập", {}))
        == '{"type": "node", "id": "n", "kind": "task", "label": "Lập", "props": {}}'
    )
    assert line_of(edge) == (
        '{"type": "edge", "id": "leads:1", "kind": "leads", "source": "a", "target": "b", "props": '
        '{"x": ["đ"], "y": 1}, "evidence": [{"document": "doc:a", "start": 0, "end": 2, "quote": "Sở", '
        '"rule": "table.lead", "confidence": 0.98}]}'
    )


def test_reading_keeps_values_and_types(tmp_path):
    props = {"a": 1, "b": 1.0, "c": True, "d": None, "e": ["x", ""], "f": ""}
    text, node, edge = read(
        tmp_path, TEXT_LINE, NODE | {"props": props}, EDGE | {"evidence": [PROOF | {"confidence": 1}]}
    )
    assert text == Text("doc:a", "Sở Xây dựng")
    assert isinstance(node, Node)
    assert [(name, type(value)) for name, value in node.props.items()] == [(n, type(v)) for n, v in props.items()]
    assert isinstance(edge, Edge)
    assert edge.evidence == (Evidence("doc:a", 0, 2, "Sở", "prose.lead", 1.0),)
    assert type(edge.evidence[0].confidence) is float


def test_a_byte_order_mark_empty_lines_and_returns_do_no_harm(tmp_path):
    assert len(read(tmp_path, "\ufeff" + json.dumps(NODE), "", json.dumps(TEXT_LINE) + "\r", "  ")) == 2
    assert read(tmp_path, "", end="") == []
    assert len(read(tmp_path, NODE, end="")) == 1


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ('{"type": "node", "id": "a', "cut off"),
        ("Kính gửi: Sở Xây dựng", "not JSON at character 1"),
        ("[1, 2]", '"type" must be'),
        ("null", '"type" must be'),
        ({"id": 1}, '"type" must be'),
        ({"type": []}, '"type" must be'),
        ({"type": "graph"}, '"type" must be'),
        ({"type": "text", "document": "doc:a"}, 'the text has no "text"'),
        (TEXT_LINE | {"lang": "vi"}, 'a text has no field "lang"'),
        (TEXT_LINE | {"text": 5}, '"text" must be text'),
        (NODE | {"id": None}, '"id" must be text'),
        (NODE | {"kind": "directive"}, '"directive" is no kind of node; there are document, '),
        (NODE | {"kind": ["task"]}, '"kind" must be text'),
        (NODE | {"props": []}, '"props" must be an object'),
        (NODE | {"props": {"name": {"vi": "Sở"}}}, 'the property "name" must be'),
        (NODE | {"props": {"names": ["Sở", 1]}}, 'the property "names" must be'),
        (EDGE | {"kind": "task"}, '"task" is no kind of edge'),
        (EDGE | {"evidence": {}}, '"evidence" must be a list'),
        (EDGE | {"evidence": ["Sở"]}, "evidence 1 must be an object"),
        (EDGE | {"evidence": [PROOF, {"document": "doc:a"}]}, 'the evidence has no "confidence"'),
        (EDGE | {"evidence": [PROOF | {"start": 0.0}]}, '"start" must be a whole number'),
        (EDGE | {"evidence": [PROOF | {"start": True}]}, '"start" must be a whole number'),
        (EDGE | {"evidence": [PROOF | {"start": -2, "end": 0}]}, "does not fit"),
        (EDGE | {"evidence": [PROOF | {"end": 3}]}, "from 0 to 3 does not fit its quote of 2 characters"),
        (EDGE | {"evidence": [PROOF | {"start": 10**30, "end": 10**30, "quote": ""}]}, "does not fit"),
        (EDGE | {"evidence": [PROOF | {"confidence": 1.5}]}, '"confidence" must be'),
        (EDGE | {"evidence": [PROOF | {"confidence": True}]}, '"confidence" must be'),
        ('{"type": "node", "id": "a", "kind": "task", "label": "", "props": {"value": NaN}}', "NaN is not a value"),
        ('{"type": "text", "document": "a", "text": "\\ud800"}', "half of a character"),
        ('{"type": "text", "document": "a", "text": ' + "9" * 5000 + "}", "not JSON of a graph"),
        ("[" * 100_000, "not JSON of a graph"),
    ],
)
def test_what_is_wrong_is_said_with_file_and_line(tmp_path, line, why):
    with pytest.raises(ExchangeError) as raised:
        read(tmp_path, NODE, line, end="" if why == "cut off" else "\n")
    assert str(raised.value).startswith(f"{tmp_path / 'graph.jsonl'}, line 2: ")
    assert why in str(raised.value)
    assert raised.value.line == 2


def test_a_line_without_end_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("graph.exchange._LONGEST", 1000)
    with pytest.raises(ExchangeError, match="line 2: longer than"):
        read(tmp_path, NODE, "x" * 5000)
    with pytest.raises(ExchangeError, match="line 1: longer than"):
        list(read_jsonl(Path("/dev/zero")))


def test_bytes_of_another_encoding_are_refused(tmp_path):
    (tmp_path / "graph.jsonl").write_bytes('{"type": "text", "document": "a", "text": "é"}'.encode("cp1252"))
    with pytest.raises(ExchangeError, match=r"line 1: not UTF-8 at byte 44"):
        list(read_jsonl(tmp_path / "graph.jsonl"))


def test_a_file_that_is_refused_leaves_the_store_as_it_was(tmp_path):
    (tmp_path / "cut.jsonl").write_text(json.dumps(TEXT_LINE) + "\n" + json.dumps(NODE)[:30], encoding="utf-8")
    with fresh() as store:
        store.put(hostile(), "")
        before = list(store.records())
        with pytest.raises(ExchangeError):
            store.load(read_jsonl(tmp_path / "cut.jsonl"))
        assert list(store.records()) == before


def test_a_body_that_some_mean_as_a_group_comes_back(tmp_path):
    """`Các trạm y tế` and `Trạm Y tế` of one commune have one id: the name of the one must not stand with the other's
    flag."""
    text = "Các trạm y tế và Trạm Y tế xã Chiềng Sinh"
    single, group = AgencyKey("Trạm Y tế", "xã Chiềng Sinh"), AgencyKey("Các trạm y tế", "xã Chiềng Sinh", True)
    claims = tuple(Claim("mentions", SelfKey(), key, 0, 5, "test.body") for key in (single, group))
    with fresh() as store:
        store.put(Reading("a.txt", text, DocumentKey("Kế hoạch", "1/KH-UBND"), {}, claims=claims), "")
        (node,) = store.nodes_of(["agency"])
        assert (node.props["name"], node.props.get("collective")) == ("Các trạm y tế", True)
        out, again = there_and_back(store, tmp_path)
    assert out == again
