"""Exports by suffix: a format is a module with a function `(store, path)`, and a line here."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

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
}


class UnknownFormat(ValueError):  # noqa: N818
    """A file whose suffix is no format's."""

    def __init__(self, path: Path) -> None:
        given = f"{path.suffix} is no format" if path.suffix else "a suffix says the format"
        super().__init__(f"{path} cannot be written: {given}; there are {' '.join(FORMATS)}")


def export(store: Store, path: Path) -> None:
    """Write the whole graph in the format of the suffix. Raises UnknownFormat and NotWrittenError; in both cases a file
    that was there stays as it was."""
    path = Path(path)
    name = FORMATS.get(path.suffix.lower())
    if name is None:
        raise UnknownFormat(path)
    module, function = name.split(":")
    getattr(import_module(module), function)(store, path)
