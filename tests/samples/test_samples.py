"""The samples read: every fact that a careful reader found in them, document by document."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

import pytest

from graph.model import Node
from tests.samples.facts import EXPECTED, gold, records, report

ASPECTS = {
    "head": (
        "documents",
        "field.type",
        "field.symbol",
        "field.date",
        "field.title",
        "field.place",
        "field.issuer",
        "field.signer",
    ),
    "recipients": ("recipients",),
    "implements": ("implements",),
    "tasks": ("tasks",),
    "deadlines": ("field.deadline",),
    "targets": ("targets", "field.target_period", "field.target_comparator"),
    "spans": ("span",),
}
UNKNOWN = ("field.title", "field.date")
"""What a document does not state may still be inferred from the rest of it."""

OPEN: dict[tuple[str, str], str] = {
    ("06", "deadlines"): "`chương trình hằng năm` is a kind of programme, not a deadline",
}


@cache
def misses(file: str) -> tuple[str, ...]:
    with tempfile.TemporaryDirectory() as folder:
        found = report(file, Path(folder))
    head = EXPECTED[file]["document"]
    silent = tuple(f"{field}:" for field in UNKNOWN if not head[field.removeprefix("field.")])
    return tuple(line for _, lines in found.misses for line in lines if not line.startswith(silent or "\0"))


def _cases() -> list[object]:
    cases: list[object] = []
    for file in EXPECTED:
        for aspect in ASPECTS:
            reason = OPEN.get((file[:2], aspect))
            marks = [pytest.mark.xfail(strict=True, reason=reason)] if reason else []
            cases.append(pytest.param(file, aspect, marks=marks, id=f"{file[:2]}-{aspect}"))
    return cases


@pytest.mark.parametrize(("file", "aspect"), _cases())
def test_facts(file: str, aspect: str) -> None:
    wrong = [line for line in misses(file) if line.startswith(tuple(f"{name}" for name in ASPECTS[aspect]))]
    assert not wrong


def test_every_sample_has_its_facts() -> None:
    from tests.samples.facts import SAMPLES

    files = {path.name for path in SAMPLES.iterdir() if path.suffix in (".txt", ".docx", ".pdf")}
    assert files == set(EXPECTED)


@pytest.mark.parametrize("file", [file for file in EXPECTED if any(t.get("product") for t in EXPECTED[file]["tasks"])])
def test_products(file: str, tmp_path: Path) -> None:
    wanted = {task["ref"]: task["product"] for task in gold(EXPECTED[file])["tasks"] if task["product"]}
    tasks = [node.props for node in records(file, tmp_path) if isinstance(node, Node) and node.kind == "task"]
    found = {str(props["ref"]): str(props.get("product", "")) for props in tasks}
    assert {ref: found.get(ref) for ref in wanted} == wanted


def test_a_signature_gives_the_time(tmp_path: Path) -> None:
    for file, sample in EXPECTED.items():
        if sample["document"]["signed_at"]:
            node = next(n for n in records(file, tmp_path) if isinstance(n, Node) and n.props.get("source"))
            assert node.props["signed_at"] == sample["document"]["signed_at"]
