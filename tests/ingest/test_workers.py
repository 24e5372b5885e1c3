"""A file that breaks a limit, or the process that reads it, costs only itself."""

from __future__ import annotations

import io
import os
import pickle
import resource
import subprocess
import sys
import time
from pathlib import Path

import pytest

from graph import open_store
from ingest import worker
from ingest.batch import ingest
from ingest.files import find
from ingest.workers import Limits, NoReader, Readers

MADE_UP = "tests.ingest.made_up_reader:read"
GOOD = "{}-KH/TU\nThực hiện Chỉ thị số 34-CT/TW."


def outcomes(folder: Path, texts: list[str], jobs: int, limits: Limits) -> list[tuple[str, str]]:
    for n, text in enumerate(texts):
        (folder / f"{n}.txt").write_text(text, encoding="utf-8")
    with open_store(str(folder / "graph.db")) as store:
        found = list(ingest(store, find([folder]), jobs=jobs, limits=limits, reader=MADE_UP))
        assert len(store.held()) == sum(outcome.state == "read" for outcome in found)
    return [(outcome.state, outcome.note.partition(": ")[2]) for outcome in found]


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_bad_file_costs_only_itself(tmp_path: Path, jobs: int) -> None:
    texts = [GOOD.format(1), "chậm 60", GOOD.format(2), "lớn 900", GOOD.format(3), "chết", "thoát", GOOD.format(4)]
    found = outcomes(tmp_path, texts, jobs, Limits(seconds=2, megabytes=700))
    assert found == [
        ("read", ""),
        ("failed", "it takes more than 2 seconds to read; split it, or allow more with --timeout"),
        ("read", ""),
        ("failed", "it takes more than 700 MB of memory to read; split it, or allow more with --memory"),
        ("read", ""),
        ("failed", "the process that read it ended (signal 9); open it in its program and save it again"),
        ("failed", "the process that read it ended (exit code 3); open it in its program and save it again"),
        ("read", ""),
    ]


def test_what_a_library_prints_does_not_get_into_the_answers(tmp_path: Path) -> None:
    assert outcomes(tmp_path, ["in ra", GOOD.format(1)], 1, Limits()) == [("read", ""), ("read", "")]


def test_processes_that_cannot_start_say_so(tmp_path: Path) -> None:
    with Readers(1, Limits(), "tests.ingest.made_up_reader:nothing") as readers, pytest.raises(NoReader):
        readers.begin("a.txt").result()


def test_leaving_ends_the_processes_whatever_they_do(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("chậm 60", encoding="utf-8")
    begun = time.monotonic()
    with Readers(1, Limits(), MADE_UP) as readers:
        future = readers.begin(str(tmp_path / "a.txt"))
        while not future.running():
            time.sleep(0.01)
    assert future.exception() is not None
    assert time.monotonic() - begun < 30


def test_a_file_of_the_working_folder_is_not_run(tmp_path: Path) -> None:
    for name in ("ingest", "pickle", "signal"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit('taken over')", encoding="utf-8")
    (tmp_path / "a.txt").write_text(GOOD.format(1), encoding="utf-8")
    root = str(Path(worker.__file__).parents[1])
    code = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "from ingest.workers import *\n"
        "with Readers(1, Limits(), sys.argv[2]) as readers: print(readers.begin('a.txt').result()[0].source)"
    )
    done = subprocess.run(
        [sys.executable, "-P", "-c", code, root, MADE_UP], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.stdout == "a.txt\n", done.stderr


def test_work_answers_until_nobody_asks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    asked = io.BytesIO(
        pickle.dumps(("a.txt", "Số: 1/KH-UBND".encode())) + pickle.dumps((str(tmp_path / "a.txt"), None))
    )
    answers = tmp_path / "answers"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(asked))
    held: list[tuple[int, int]] = []
    monkeypatch.setattr(resource, "setrlimit", lambda what, limit: held.append((what, limit[0])))
    monkeypatch.setattr(worker.signal, "signal", lambda *_: None)
    out, err = os.dup(1), os.dup(2)
    with answers.open("wb") as opened:
        os.dup2(opened.fileno(), 1)
        try:
            worker.work("ingest.worker:read", 10, 512)
        finally:
            os.dup2(out, 1)
            os.dup2(err, 2)
    with answers.open("rb") as opened:
        ready, first, second = (pickle.load(opened) for _ in range(3))
    assert ready is None
    assert first[0].source == "a.txt"
    assert second == f"{tmp_path / 'a.txt'}: it is empty; get it again"
    assert (resource.RLIMIT_AS, 512 * 1024**2) in held
    assert [what for what, _ in held].count(resource.RLIMIT_CPU) == 2


def test_a_fault_of_ours_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(source: str, content: bytes | None) -> None:
        raise ZeroDivisionError("in a rule")

    monkeypatch.setattr("ingest.reader.read_document", broken)
    assert worker.read("a\x1b.txt", None) == (
        "a\\x1b.txt: reading it failed (ZeroDivisionError: in a rule); please report this file"
    )
