"""Exports and imports by suffix: a format is a module with a function `(store, path)`, and a line here."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from graph.exchange import Record
    from graph.store import Store

FORMATS = {
    ".jsonl": "graph.exchange:write_jsonl",
    ".csv": "graph.formats.csv_tables:write_csv",
    ".xlsx": "graph.formats.workbook:write_xlsx",
    ".graphml": "graph.formats.network_files:write_graphml",
    ".gexf": "graph.formats.network_files:write_gexf",
    ".nq": "graph.formats.rdf:write_nquads",
    ".nt": "graph.formats.rdf:write_ntriples",
    ".trig": "graph.formats.rdf_documents:write_trig",
    ".ttl": "graph.formats.rdf_documents:write_turtle",
    ".jsonld": "graph.formats.rdf_documents:write_jsonld",
    ".cypher": "graph.formats.cypher:write_cypher",
    ".neo4j": "graph.formats.neo4j_csv:write_neo4j_csv",
}
# Of these the function also takes the base of the IRIs.
RDF = frozenset({".nq", ".nt", ".trig", ".ttl", ".jsonld"})


class UnknownFormat(ValueError):  # noqa: N818
    """A file whose suffix is no format's."""

    def __init__(self, path: Path) -> None:
        given = f"{path.suffix} is no format" if path.suffix else "a suffix says the format"
        super().__init__(f"{path} cannot be written: {given}; there are {' '.join(FORMATS)}")


def export(store: Store, path: Path, base: str | None = None) -> None:
    """Write the whole graph in the format of the suffix; `base` is that of the IRIs in RDF. Raises UnknownFormat,
    NotWrittenError and BadBase; in all cases a file that was there stays as it was."""
    path = Path(path)
    suffix = path.suffix.lower()
    name = FORMATS.get(suffix)
    if name is None:
        raise UnknownFormat(path)
    _function(name)(store, path, *((base,) if base and suffix in RDF else ()))


def records_in(path: Path, base: str | None = None) -> Iterator[Record]:
    """The records of an export in RDF, by its suffix, or else in the exchange format; `base` is that of the IRIs where
    the file does not tell it. Raises ExchangeError, RdfError and OSError."""
    path = Path(path)
    if path.suffix.lower() in RDF:
        from graph.formats.rdf_reading import read_rdf

        return read_rdf(path, base)
    from graph.exchange import read_jsonl

    return read_jsonl(path)


def _function(name: str) -> Any:
    module, function = name.split(":")
    return getattr(import_module(module), function)
