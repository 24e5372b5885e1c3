"""SPARQL over a graph: the answers of Oxigraph on its RDF, with other endpoints where they are allowed."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from typing import TYPE_CHECKING, Any

from graph.formats.rdf import write_nquads
from graph.formats.rdf_names import DEFAULT_BASE, PREFIXES, Iris
from graph.formats.rdf_values import value_of
from graph.store import Store

if TYPE_CHECKING:
    from pyoxigraph import Store as Triples

TIMEOUT = 30.0
IN_MEMORY = 100_000
"""Nodes, edges and pieces of evidence up to which the triples are held in memory; of more, on the disk."""

Row = dict[str, Any]

# SPARQL 1.1, sections 19.2 to 19.8, as far as a word must not be taken for one in a text, an IRI or a comment.
_TOKEN = re.compile(
    r"""'''(?:[^'\\]|\\.|'(?!''))*''' | \"\"\"(?:[^"\\]|\\.|"(?!""))*\"\"\"  # long texts
      | '(?:[^'\\\n\r]|\\.)*' | "(?:[^"\\\n\r]|\\.)*"                      # texts
      | <(?P<iri>[^<>"{}|^`\\\s]*)>
      | (?P<comment>\#[^\n\r]*)
      | (?P<word>[?$@]?(?:[\w:.-]|\\.)+)
      | \S""",
    re.X | re.S,
)
_CHANGES = {"insert", "delete", "load", "clear", "create", "drop", "copy", "move", "add", "with"}


class SparqlError(Exception):
    """A query that cannot be answered; the message is the sentence to show."""


def sparql(
    store: Store,
    query: str,
    *,
    endpoints: Collection[str] = (),
    timeout: float = TIMEOUT,
    base: str | None = None,
) -> list[Row]:
    """The rows of a query: of SELECT by the names of its variables, of ASK one with `answer`, of CONSTRUCT and DESCRIBE
    the triples. Nodes and edges are given by their ids, other resources by IRI, numbers and truth values as such, what
    is not bound as None. All graphs together are the default graph; the prefixes of an export are declared.

    SERVICE may name only these `endpoints`, which are waited for `timeout` seconds. Raises SparqlError and BadBase.
    """
    iris = Iris(base or DEFAULT_BASE)
    _refuse(query, endpoints)
    with _triples(store, iris.base) as triples:
        asked = _Asked(triples, query, iris)
        if not endpoints:
            return asked.rows()
        # Oxigraph has no limit of time; a thread that still waits ends with the program.
        waiting = Thread(target=asked.run, daemon=True)
        waiting.start()
        waiting.join(timeout)
        if waiting.is_alive():
            raise SparqlError(
                f"{', '.join(endpoints)} did not answer within {timeout:g} seconds; --timeout waits longer."
            )
        return asked.result()


class _Asked:
    """A query on its way."""

    def __init__(self, triples: Triples, query: str, iris: Iris) -> None:
        self._triples, self._query, self._iris = triples, query, iris
        self._rows: list[Row] = []
        self._error: Exception | None = None

    def run(self) -> None:
        try:
            self._rows = self.rows()
        except SparqlError as error:
            # A new one: the traceback holds on to the answer, which has to end in the thread it began in.
            self._error = SparqlError(str(error))
        except Exception as error:
            self._error = error

    def result(self) -> list[Row]:
        if self._error:
            raise self._error
        return self._rows

    def rows(self) -> list[Row]:
        from pyoxigraph import QueryBoolean, QuerySolutions

        prefixes = {**PREFIXES, "id": self._iris.ids}
        try:
            answer = self._triples.query(self._query, prefixes=prefixes, use_default_graph_as_union=True)
            if isinstance(answer, QueryBoolean):
                return [{"answer": bool(answer)}]
            if isinstance(answer, QuerySolutions):
                names = [variable.value for variable in answer.variables]
                return [{name: self._value(found[name]) for name in names} for found in answer]
            parts = ("subject", "predicate", "object")
            return [{part: self._value(getattr(triple, part)) for part in parts} for triple in answer]
        except SyntaxError as error:
            raise SparqlError(_wrong(self._query, error)) from error
        except OSError as error:
            raise SparqlError(f"The endpoint of SERVICE gave no answer: {error}") from error

    def _value(self, term: Any) -> Any:
        from pyoxigraph import Literal, NamedNode

        if isinstance(term, Literal):
            return value_of(term.value, term.datatype.value)
        if isinstance(term, NamedNode):
            id = self._iris.id_of(term.value)
            # A piece of evidence has an IRI of its own, within that of its edge.
            return id if id is not None and self._iris.node(id) == term.value else term.value
        return None if term is None else str(term)


@contextmanager
def _triples(store: Store, base: str) -> Iterator[Triples]:
    """The graph as triples, for as long as they are asked."""
    from pyoxigraph import RdfFormat
    from pyoxigraph import Store as Triples

    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        lines = Path(folder, "graph.nq")
        write_nquads(store, lines, base)
        size = sum(sum(counts.values()) for counts in store.counts().values())
        triples = Triples() if size <= IN_MEMORY else Triples(Path(folder, "triples"))
        triples.bulk_load(path=lines, format=RdfFormat.N_QUADS)
        lines.unlink()
        yield triples


def _refuse(query: str, endpoints: Collection[str]) -> None:
    """Nothing is asked of a network unless it was asked for. Raises SparqlError."""
    tokens = [found for found in _TOKEN.finditer(query) if found["comment"] is None]
    for n, token in enumerate(tokens):
        if (token["word"] or "").lower() != "service":
            continue
        after = [one for one in tokens[n + 1 : n + 3] if (one["word"] or "").lower() != "silent"]
        named = after[0]["iri"] if after else None
        if named is None:
            raise SparqlError("SERVICE has to name its endpoint in full, as SERVICE <https://example.org/> { … }.")
        if named not in endpoints:
            raise SparqlError(f"The query asks {named}, which is another machine; --endpoint {named} allows that.")


def _wrong(query: str, error: SyntaxError) -> str:
    words = [found["word"].lower() for found in _TOKEN.finditer(query) if found["word"]]
    if changes := [word for word in words if word in _CHANGES]:
        return f"Queries do not change the graph, and {changes[0].upper()} would: ingest, import and remove do."
    return f"Not a SPARQL query: {error.msg or error}."
