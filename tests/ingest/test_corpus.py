"""A second corpus, another level of government: what was found in it by reading, against what the program reads.

The texts are not in the repository; the tests run where they stand beside it. Facts are matched by ref, symbol and
figure.
"""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

from graph.folding import fold
from graph.reading import DocumentKey, ItemKey, Reading
from ingest.reader import read_document

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
FACTS = Path(__file__).parent / "corpus_facts"

pytestmark = pytest.mark.skipif(not CORPUS.is_dir(), reason="the second corpus is not beside the repository")


@pytest.fixture(scope="module", params=["nq03", "kh3260"])
def read(request: pytest.FixtureRequest) -> tuple[dict[str, Any], Reading]:
    facts = json.loads((FACTS / f"{request.param}.json").read_text(encoding="utf-8"))
    return facts, read_document(CORPUS / facts["file"])[0]


def _share(found: int, wanted: int) -> float:
    return found / wanted if wanted else 1.0


def _parties(reading: Reading, kind: str) -> dict[str, set[str]]:
    out: dict[str, set[str]] = defaultdict(set)
    for claim in reading.claims:
        if claim.kind == kind and isinstance(claim.target, ItemKey):
            out[claim.target.ref].add(_plain(str(getattr(claim.source, "name", ""))))
    return out


def _plain(name: str) -> str:
    """A body's name without what writers add or leave out."""
    words = fold(name).replace("uy ban nhan dan", "ubnd").replace("co lien quan", "lien quan")
    return words.removeprefix("cac ")


def test_every_duty_is_found(read: tuple[dict[str, Any], Reading]) -> None:
    facts, reading = read
    texts = [fold(str(item.props["text"])) for item in reading.items if item.key.kind == "task"]
    wanted = [task for task in facts["tasks"] if not task.get("optional")]
    found = sum(any(fold(task["text"].rstrip("…"))[:40] in text for text in texts) for task in wanted)
    assert _share(found, len(wanted)) >= 0.94


@pytest.mark.parametrize("kind", ["leads", "supports"])
def test_who_leads_and_supports(read: tuple[dict[str, Any], Reading], kind: str) -> None:
    facts, reading = read
    if facts["file"].startswith("kh3260"):
        pytest.skip("its bodies are abbreviated in the text, and the facts have them in full")
    parties = _parties(reading, kind)
    wanted = [(task["ref"], _plain(name)) for task in facts["tasks"] if not task.get("optional") for name in task[kind]]
    found = sum(name in parties[ref] for ref, name in wanted)
    assert _share(found, len(wanted)) >= 0.9


def test_every_figure_of_the_indicators_is_found(read: tuple[dict[str, Any], Reading]) -> None:
    facts, reading = read
    figures = {(i.props["ref"], float(str(i.props["value"]))) for i in reading.items if i.key.kind == "target"}
    wanted = {(t["ref"], float(t["value"])) for t in facts["targets"] if not t.get("optional")}
    assert wanted <= figures


def test_documents_cited_by_number(read: tuple[dict[str, Any], Reading]) -> None:
    facts, reading = read
    cited = {fold(k.symbol) for c in reading.claims for k in (c.source, c.target) if isinstance(k, DocumentKey)}
    wanted = {fold(c["symbol"]) for c in facts["citations"] if c["symbol"] and not c.get("optional")}
    assert _share(len(wanted & cited), len(wanted)) >= 0.95


def test_its_heading(read: tuple[dict[str, Any], Reading]) -> None:
    facts, reading = read
    head = facts["document"]
    assert (reading.props["doc_type"], reading.props["symbol"]) == (head["type"], head["symbol"])
    assert reading.props["date"] == head["date"]
