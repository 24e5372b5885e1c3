"""Made-up documents are read as their grammar says they are meant: every kind of statement, in every format and layout, and
nothing changes with what changes nothing."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from bench.generator import FORMATS, corpus, generate
from bench.generator.mutations import SAME, Mutation
from graph.model import Edge, Evidence, Node, Text
from graph.sqlite import SqliteStore
from ingest.reader import read_document, read_text
from queries.evaluation import evaluate

COUNT = 2_000 if os.environ.get("CHITHI_SLOW") else 100
ASKED = 0.99
FIELDS = ("type", "symbol", "date", "title", "issuer", "place", "signer", "citation_date", "deadline", "target_period")
KINDS = (
    "citations", "implements", "relations", "recipients", "tasks", "tasks.leads", "tasks.supports", "targets",
)  # fmt: skip


def records(path: Path, store: Path) -> list[Text | Node | Edge]:
    reading, digest = read_document(path)
    with SqliteStore(str(store)) as held:
        held.put(reading, digest)
        return list(held.records())


@pytest.fixture(scope="module")
def figures(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, float]]:
    """The figures over all documents. Each is read alone: two made-up plans may have one number."""
    folder = tmp_path_factory.mktemp("generated")
    read: list[Text | Node | Edge] = []
    golds = []
    for seed in range(COUNT):
        document = generate(seed)
        path = folder / document.name
        path.write_bytes(document.bytes)
        read += [_apart(record, seed) for record in records(path, folder / f"{seed}.db")]
        golds.append(document.gold)
    return evaluate(read, golds).by_name()


def _apart(record: Text | Node | Edge, seed: int) -> Text | Node | Edge:
    """The record of one document's graph with ids of its own."""
    match record:
        case Text():
            return Text(f"{seed} {record.document}", record.text)
        case Node():
            return Node(f"{seed} {record.id}", record.kind, record.label, record.props)
        case Edge():
            evidence = tuple(
                Evidence(f"{seed} {e.document}", e.start, e.end, e.quote, e.rule, e.confidence) for e in record.evidence
            )
            ends = f"{seed} {record.source}", f"{seed} {record.target}"
            return Edge(f"{seed} {record.id}", record.kind, *ends, record.props, evidence)


@pytest.mark.parametrize("kind", KINDS)
def test_what_documents_say_is_found(figures: dict[str, dict[str, float]], kind: str) -> None:
    assert figures[kind]["n"] > 20
    assert figures[kind]["f1"] >= ASKED, figures[kind]


@pytest.mark.parametrize("field", FIELDS)
def test_fields_are_right(figures: dict[str, dict[str, float]], field: str) -> None:
    assert figures[f"field.{field}"]["accuracy"] >= ASKED, figures[f"field.{field}"]


def test_bodies_are_found_and_quotes_stand_where_they_should(figures: dict[str, dict[str, float]]) -> None:
    assert figures["agencies.recall"]["recall"] >= ASKED
    assert figures["field.spans"]["accuracy"] == 1.0


def test_a_seed_gives_one_document() -> None:
    for form in FORMATS:
        one, other = generate(5, form), generate(5, form)
        assert one.gold == other.gold
        assert isinstance(one.content, bytes) or one.content == other.content
    assert generate(5).gold != generate(6).gold


def said(text: str) -> dict[str, list[object]]:
    """What a text says, without offsets."""
    reading = read_text(text)
    out: defaultdict[str, list[object]] = defaultdict(list)
    for item in reading.items:
        out["items"].append((item.key, sorted(item.props.items(), key=str)))
    for claim in reading.claims:
        out["claims"].append((claim.kind, claim.source, claim.target, sorted(claim.props.items(), key=str)))
    out["document"] = [reading.key]
    return {kind: sorted(rows, key=str) for kind, rows in out.items()}


@pytest.mark.parametrize("change", SAME, ids=lambda change: change.__name__)
@pytest.mark.parametrize("form", ["unwrapped", "wrapped", "apart"])
def test_what_changes_nothing_changes_nothing(change: Mutation, form: str) -> None:
    for seed in range(COUNT // 20):
        text = generate(seed, form).content
        assert isinstance(text, str)
        assert said(change(text, Random(seed))) == said(text), seed


def test_markup_changes_nothing(tmp_path: Path) -> None:
    """The same document as text, Markdown, HTML and Word says the same."""
    for seed in range(COUNT // 20):
        tasks = []
        for form in ("unwrapped", "markdown", "html", "word"):
            document = generate(seed, form)
            path = tmp_path / document.name
            path.write_bytes(document.bytes)
            reading, _ = read_document(path)
            tasks.append(sorted(str(item.props) for item in reading.items if item.key.kind in ("task", "target")))
        assert tasks[1:] == tasks[:1] * 3, seed


def test_a_corpus_is_a_chain() -> None:
    documents: Iterator[dict[str, object]] = (document.gold for document in corpus(30, seed=3))
    golds = list(documents)
    symbols = {gold["document"]["symbol"] for gold in golds}  # type: ignore[index]
    assert len({gold["file"] for gold in golds}) == 30
    for gold in golds[1:]:
        implemented = {item["symbol"] for item in gold["implements"]}  # type: ignore[attr-defined]
        assert implemented and implemented <= symbols
