"""What a user would run otherwise, in the same run on the same machine."""

from __future__ import annotations

import json
import pickle
import subprocess
import sys
import time
import venv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench.speed.clock import Figure, milliseconds, quantile, seconds
from bench.speed.corpora import chain
from bench.speed.foreign import texts
from bench.speed.questions import Asked, runs
from bench.speed.reading import citation_rate
from graph import open_store
from graph.formats import export
from graph.views import to_networkx
from ingest.files import read
from ingest.reader import read_raw
from queries.lineage import lineage
from queries.tasks import tasks

PART = "others"
_EXTRACTORS = ("eyecite", "legal-reference-extraction")
_CHARACTERS = 200_000
_PREFIX = "PREFIX chithi: <https://w3id.org/chithi/ontology#>\n"
_LINEAGE = """SELECT DISTINCT ?document ?parent {
  ?directive chithi:symbol "%s" .
  ?parent chithi:implements* ?directive .
  ?document chithi:implements ?parent . FILTER (?document != ?parent)
}"""
_TASKS = """SELECT DISTINCT ?task ?ref ?text {
  ?agency chithi:name "%s" ; chithi:place "%s" ; chithi:leads|chithi:supports ?task .
  ?task chithi:ref ?ref ; chithi:text ?text .
}"""


def figures(folder: Path, documents: int) -> Iterator[Figure]:
    yield from _extractors(folder, documents)
    yield from _graphs(folder)


def _extractors(folder: Path, documents: int) -> Iterator[Figure]:
    """Each on text in its own language; installed into an environment of its own, left out where that fails."""
    ours = citation_rate([read_raw(read(path)).text for path in chain(folder / "chain", documents)[:100]])
    rate = "million characters/s"
    yield Figure(PART, "citations, chithi", ours, rate, "Vietnamese, 100 made-up documents")
    home = folder / "others"
    python = home / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    try:
        if not python.exists():
            venv.create(home, with_pip=True)
            pip = [str(python), "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
            subprocess.run([*pip, *_EXTRACTORS], check=True)
    except (OSError, subprocess.CalledProcessError) as error:
        print(f"no other extractors: {error}", file=sys.stderr)
        return
    for library in _EXTRACTORS:
        given = texts(library, _CHARACTERS)
        script = Path(__file__).with_name("outside.py")
        answer = subprocess.run(
            [str(python), str(script), library], input=json.dumps(given), capture_output=True, text=True, check=True
        )
        told: dict[str, Any] = json.loads(answer.stdout)
        length = sum(map(len, given))
        note = f"its own language, {1000 * told['found'] / length:.1f} citations in 1,000 characters"
        yield Figure(PART, f"citations, {library}", length / told["seconds"] / 1e6, rate, note, ours)


def _graphs(folder: Path) -> Iterator[Figure]:
    """Lineage and the duties of a body: from the store; in a graph of rdflib by SPARQL; in networkx from a pickle."""
    at = str(folder / "graph.db")
    with open_store(at, create=False) as store:
        asked = Asked(store)
        ids = {node.label: node.id for node in store.nodes_of(["agency"])}
        body = store.nodes([ids[asked.agency]])[ids[asked.agency]] if asked.agency in ids else None
        symbol = str(store.nodes([asked.directive])[asked.directive].props["symbol"])
        ours = {
            "lineage": _p95(lambda: lineage(store, asked.directive, up=False)),
            "tasks": _p95(lambda: tasks(store, agency=asked.agency)),
        }
        opening = quantile(milliseconds(lambda: open_store(at, create=False).close(), 20), 0.5)
        start = time.process_time()
        graph = to_networkx(store)
        pickled = folder / "graph.pickle"
        pickled.write_bytes(pickle.dumps(graph, pickle.HIGHEST_PROTOCOL))
        made = time.process_time() - start
        nt = folder / "graph.nt"
        if not nt.exists():
            export(store, nt)
    yield Figure(PART, "open, chithi", opening, "ms")
    loaded: list[Any] = []
    took = 1000 * seconds(lambda: loaded.append(pickle.loads(pickled.read_bytes())), runs=1)
    yield Figure(PART, "open, networkx from a pickle", took, "ms", f"made in {made:.1f} s", opening)
    graph = loaded[0]
    yield Figure(PART, "lineage, chithi", ours["lineage"], "ms, warm, p95")
    yield Figure(
        PART, "lineage, networkx", _p95(lambda: _below(graph, asked.directive)), "ms, warm, p95", "", ours["lineage"]
    )
    yield Figure(PART, "tasks of an agency, chithi", ours["tasks"], "ms, warm, p95")
    if body is not None:
        there = _p95(lambda: _duties(graph, body.id))
        yield Figure(PART, "tasks of an agency, networkx", there, "ms, warm, p95", "ids and texts only", ours["tasks"])

    from rdflib import Graph

    rdf = Graph()
    took = 1000 * seconds(lambda: rdf.parse(nt, format="nt"), runs=1)
    yield Figure(PART, "open, rdflib from N-Triples", took, "ms", f"{len(rdf):,} triples", opening)
    sparql = {"lineage": _LINEAGE % symbol}
    if body is not None:
        sparql["tasks"] = _TASKS % (body.props["name"], body.props.get("place", ""))
    for name, query in sparql.items():
        there = quantile(milliseconds(lambda query=query: list(rdf.query(_PREFIX + query)), 3), 0.5)  # type: ignore[misc]
        what = {"lineage": "lineage", "tasks": "tasks of an agency"}[name]
        yield Figure(PART, f"{what}, rdflib by SPARQL", there, "ms, warm", "", ours[name])


def _p95(work: Any) -> float:
    [once] = milliseconds(work, 1)
    return quantile(milliseconds(work, runs(once)), 0.95)


def _below(graph: Any, start: str) -> list[tuple[str, str]]:
    """Every statement of lineage below a document."""
    found, seen, left = [], {start}, [start]
    while left:
        at = left.pop()
        for lower, _, told in graph.in_edges(at, data=True):
            if told["kind"] == "implements":
                found.append((lower, at))
                if lower not in seen:
                    seen.add(lower)
                    left.append(lower)
    return found


def _duties(graph: Any, agency: str) -> list[tuple[str, str]]:
    return [
        (task, graph.nodes[task].get("text", ""))
        for _, task, told in graph.out_edges(agency, data=True)
        if told["kind"] in ("leads", "supports")
    ]
