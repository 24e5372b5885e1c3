"""RDF for reading: TriG and JSON-LD with the named graphs, Turtle without. Streamed: memory does not grow."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from graph.formats.rdf import write_nquads
from graph.formats.rdf_names import DEFAULT_BASE, PREFIXES, Iris
from graph.store import Store
from graph.whole_files import whole

if TYPE_CHECKING:
    from pyoxigraph import Quad, RdfFormat, Triple


def write_trig(store: Store, path: Path, base: str = DEFAULT_BASE) -> None:
    """Raises NotWrittenError and BadBase."""
    from pyoxigraph import RdfFormat

    _write(store, path, base, RdfFormat.TRIG)


def write_jsonld(store: Store, path: Path, base: str = DEFAULT_BASE) -> None:
    """In expanded form. Raises NotWrittenError and BadBase."""
    from pyoxigraph import RdfFormat

    _write(store, path, base, RdfFormat.JSON_LD)


def write_turtle(store: Store, path: Path, base: str = DEFAULT_BASE) -> None:
    """Raises NotWrittenError and BadBase."""
    from pyoxigraph import RdfFormat

    _write(store, path, base, RdfFormat.TURTLE)


def _write(store: Store, path: Path, base: str, format: RdfFormat) -> None:
    from pyoxigraph import RdfFormat, parse, serialize

    with TemporaryDirectory() as folder, whole(path) as part:
        lines = Path(folder, "graph.nq")
        write_nquads(store, lines, base)
        quads = parse(path=lines, format=RdfFormat.N_QUADS)
        statements: Iterator[Quad] | Iterator[Triple] = (
            quads if format.supports_datasets else (quad.triple for quad in quads)
        )
        # JSON-LD has no prefixes here: a context would come before the data, and the data is streamed.
        prefixes = {**PREFIXES, "id": Iris(base).ids}
        with part.open("wb") as out:
            serialize(statements, out, format, prefixes=prefixes)
