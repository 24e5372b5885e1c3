"""Apache Jena reads what is exported and finds nothing to say about it."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from graph.formats import RDF, export
from ingest.reader import read_document
from tests.graph.export_graphs import SAMPLES, fresh, hostile
from tests.graph.test_checking import SEEDS

JARS = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache", "chithi", "jena-5.6.0")

pytestmark = [
    pytest.mark.skipif(not JARS.is_dir(), reason=f"Apache Jena is not in {JARS}; .ci/jars jena 5.6.0 fetches it"),
    pytest.mark.skipif(not shutil.which("java"), reason="there is no Java to run Apache Jena"),
]


def riot(*files: Path) -> tuple[int, str]:
    """The exit code, and everything that validating these files says."""
    command = ["java", "-cp", f"{JARS}/*", "riotcmd.riot", "--validate", *map(str, files)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=300, check=False)
    said = (done.stdout + done.stderr).splitlines()
    # With several files it names each before it reads it.
    return done.returncode, "\n".join(line for line in said if " INFO org.apache.jena.riot - File: " not in line)


def test_riot_finds_nothing_in_any_syntax(tmp_path: Path) -> None:
    with fresh() as store:
        for path in sorted(SAMPLES.glob("[0-9]*")):
            store.put(*read_document(path))
        store.put(hostile(), "")
        for suffix in RDF:
            export(store, tmp_path / f"samples{suffix}")
        export(store, tmp_path / "based.nq", "https://data.example.vn/~chithi/")
    if SEEDS.is_dir():
        with fresh() as store:
            for path in sorted(SEEDS.glob("*.txt")):
                store.put(*read_document(path))
            for suffix in RDF:
                export(store, tmp_path / f"seeds{suffix}")
    assert riot(*sorted(tmp_path.iterdir())) == (0, "")


@pytest.mark.parametrize(
    "wrong", ["<https://a.example/a b>", '"2024-13"^^<http://www.w3.org/2001/XMLSchema#gYearMonth>']
)
def test_riot_would_say_what_is_wrong(tmp_path: Path, wrong: str) -> None:
    said = f"<https://a.example/a> <https://a.example/b> {wrong} .\n"
    (tmp_path / "wrong.nt").write_text(said, encoding="utf-8")
    assert "[line: 1, col" in riot(tmp_path / "wrong.nt")[1]
