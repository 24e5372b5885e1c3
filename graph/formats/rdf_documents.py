"""RDF for reading: TriG and JSON-LD with the named graphs, Turtle without. rdflib builds these in memory, so large
graphs are better written as N-Quads."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from graph.formats.rdf import BASE, PREFIXES, write_nquads, write_ntriples
from graph.store import Store
from graph.whole_files import whole

if TYPE_CHECKING:
    from rdflib import Graph


def write_trig(store: Store, path: Path) -> None:
    """Raises NotWrittenError."""
    _write(_dataset(store), "trig", path)


def write_jsonld(store: Store, path: Path) -> None:
    """With the prefixes as its context. Raises NotWrittenError."""
    _write(_dataset(store), "json-ld", path)


def write_turtle(store: Store, path: Path) -> None:
    """Raises NotWrittenError."""
    from rdflib import Graph

    with TemporaryDirectory() as folder:
        triples = Path(folder, "graph.nt")
        write_ntriples(store, triples)
        _write(Graph().parse(triples, format="nt"), "turtle", path)


def _dataset(store: Store) -> Graph:
    from rdflib import Dataset

    with TemporaryDirectory() as folder:
        lines = Path(folder, "graph.nq")
        write_nquads(store, lines)
        return Dataset().parse(lines, format="nquads")


def _write(graph: Graph, format: str, path: Path) -> None:
    prefixes = {**PREFIXES, "id": BASE}
    for prefix, namespace in prefixes.items():
        graph.bind(prefix, namespace, replace=True)
    context: dict[str, Any] = {"context": prefixes, "auto_compact": False} if format == "json-ld" else {}
    with whole(path) as part:
        graph.serialize(part, format=format, encoding="utf-8", **context)
