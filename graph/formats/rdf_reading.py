"""The graph back from RDF that was exported: the records in their order, each from the quads about it.

An export has the quads of a record one after the other, so a file is streamed, twice: once to see that it is in that
order and whole, once for the records. A file that another program has put in another order is sorted on the disk.
Terms that chithi's vocabulary does not have are other programs' and are left aside.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Generator, Iterable, Iterator
from contextlib import closing
from itertools import groupby, islice
from operator import itemgetter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from graph.exchange import Record
from graph.formats.rdf_names import DEFAULT_BASE, LINKS, PREFIXES, Iris, property_name, term
from graph.formats.rdf_values import props_of, value_of
from graph.model import Edge, Evidence, Node, Text
from ontology.vocabulary import EDGE_KINDS, NODE_KINDS

if TYPE_CHECKING:
    from pyoxigraph import Literal, NamedNode

Quad = Any  # pyoxigraph's, whose parts are declared to be more than `_parsed` lets through
Said = dict[str, dict[str, list[Any]]]
"""What is said of each subject, by predicate."""

_TYPE, _LABEL, _STATEMENT = term("rdf:type"), term("rdfs:label"), term("rdf:Statement")
_SUBJECT, _PREDICATE, _OBJECT = term("rdf:subject"), term("rdf:predicate"), term("rdf:object")
_CONTENT, _LISTED, _SPACE = term("chithi:content"), term("chithi:listed"), term("void:uriSpace")
_EVIDENCE_OF, _SOURCE, _SELECTOR = term("chithi:evidenceOf"), term("oa:hasSource"), term("oa:hasSelector")
_START, _END, _EXACT = term("oa:start"), term("oa:end"), term("oa:exact")
_RULE, _CONFIDENCE = term("chithi:rule"), term("chithi:confidence")
_PARTS = (_SUBJECT, _PREDICATE, _OBJECT)
_OF_EVIDENCE = (_EVIDENCE_OF, _SOURCE, _SELECTOR, _START, _END, _EXACT, _RULE, _CONFIDENCE)
_NODE_KINDS = {kind.iri: name for name, kind in NODE_KINDS.items()}
_EDGE_KINDS = {kind.iri: name for name, kind in EDGE_KINDS.items()}
_OURS = frozenset({_TYPE, _LABEL, _CONTENT, _LISTED, *_PARTS, *_OF_EVIDENCE})


class RdfError(Exception):
    """A file that is no graph in RDF, or not a whole one."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(f"{path}: {why}")
        self.path = path


class _Unfinished(Exception):  # noqa: N818
    """What quads that stand together do not say of the node or edge they are about."""


def read_rdf(path: Path, base: str | None = None) -> Iterator[Record]:
    """The records of an export as .nq, .nt, .trig, .ttl or .jsonld. The base of the IRIs is the one given, else the one
    the file tells, else the default. Memory does not grow with the graph. Raises RdfError, BadBase and OSError."""
    path = Path(path)
    told = _told_base(path)
    iris = Iris(base or told or DEFAULT_BASE)
    empty = told != iris.base
    for record in _records(path, iris) if _in_order(path, iris) else _sorted_records(path, iris):
        empty = False
        yield record
    if empty:
        raise RdfError(path, f"holds no node of a graph under {iris.ids}; --base names another base")


# -- from the file to the quads that records are made of


def _parsed(path: Path) -> Generator[Quad]:
    """The quads of a file whose parts have values: no statements about statements."""
    from pyoxigraph import RdfFormat, Triple, parse

    suffix = path.suffix.lower()
    with path.open("rb") as file:
        try:
            for quad in parse(file, format=RdfFormat.from_extension(suffix[1:])):
                if not isinstance(quad.object, Triple) and not isinstance(quad.subject, Triple):
                    yield quad
        except SyntaxError as error:
            where = f", line {error.lineno}" if error.lineno else ""
            raise RdfError(path, f"not RDF as {suffix} has it{where} ({error.msg})") from error


def _told_base(path: Path) -> str | None:
    """What the description of the dataset says, with which an export begins."""
    with closing(_parsed(path)) as quads:
        for quad in islice(quads, 1000):
            if quad.predicate.value == _SPACE:
                return str(quad.object.value).removesuffix("id/")
    return None


def _about(quads: Iterable[Quad], path: Path, iris: Iris) -> Iterator[tuple[str, Quad]]:
    """The quads of records, each with the id of the node or edge."""
    last, id = "", None
    for quad in quads:
        predicate = quad.predicate.value
        if predicate in _OURS or property_name(predicate):
            subject = quad.subject.value
            if subject != last:
                last, id = subject, iris.id_of(subject)
            if id is not None:
                yield id, quad
            elif predicate == _TYPE and quad.object.value in _NODE_KINDS:
                raise RdfError(path, f"{subject} does not begin with {iris.ids}; --base names another base")


def _in_order(path: Path, iris: Iris) -> bool:
    """Whether the quads of each record stand together, and those of an edge by its triple."""
    waiting: set[tuple[str, str, str]] = set()

    def watched() -> Iterator[Quad]:
        for quad in _parsed(path):
            if quad.predicate.value in _EDGE_KINDS:
                waiting.add((quad.subject.value, quad.predicate.value, quad.object.value))
            yield quad

    try:
        for id, quads in groupby(_about(watched(), path, iris), itemgetter(0)):
            for record in _made(id, (quad for _, quad in quads), iris):
                if isinstance(record, Edge):
                    ends = iris.node(record.source), EDGE_KINDS[record.kind].iri, iris.node(record.target)
                    waiting.discard(ends)
    except _Unfinished:
        return False
    return not waiting


def _records(path: Path, iris: Iris) -> Iterator[Record]:
    for id, quads in groupby(_about(_parsed(path), path, iris), itemgetter(0)):
        yield from _made(id, (quad for _, quad in quads), iris)


def _sorted_records(path: Path, iris: Iris) -> Iterator[Record]:
    """Of a file in another order: its quads by the id they are about, sorted on the disk."""
    from pyoxigraph import RdfFormat, parse

    with TemporaryDirectory() as folder, closing(sqlite3.connect(Path(folder, "quads.db"))) as db:
        _spill(db, path, iris)
        rows = db.execute("SELECT id, quad FROM quads ORDER BY id, rowid")
        for id, lines in groupby(rows, itemgetter(0)):
            said = "".join(f"{line} .\n" for _, line in lines)
            try:
                yield from _made(id, parse(said, format=RdfFormat.N_QUADS), iris)
            except _Unfinished as error:
                raise RdfError(path, str(error)) from error
        _no_bare_edge(db, path)


def _spill(db: sqlite3.Connection, path: Path, iris: Iris) -> None:
    db.executescript(
        "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; CREATE TABLE quads (id, quad);"
        "CREATE TABLE triple (subject, predicate, object, PRIMARY KEY (subject, predicate, object)) WITHOUT ROWID;"
        "CREATE TABLE part (statement, part, iri, PRIMARY KEY (statement, part)) WITHOUT ROWID"
    )

    def watched() -> Iterator[Quad]:
        for quad in _parsed(path):
            said = quad.subject.value, quad.predicate.value, quad.object.value
            if said[1] in _EDGE_KINDS:
                db.execute("INSERT OR IGNORE INTO triple VALUES (?, ?, ?)", said)
            elif said[1] in _PARTS:
                db.execute("INSERT OR IGNORE INTO part VALUES (?, ?, ?)", said)
            yield quad

    db.executemany("INSERT INTO quads VALUES (?, ?)", ((id, str(quad)) for id, quad in _about(watched(), path, iris)))
    db.execute("CREATE INDEX by_id ON quads (id)")


def _no_bare_edge(db: sqlite3.Connection, path: Path) -> None:
    bare = db.execute(
        "SELECT * FROM triple EXCEPT SELECT s.iri, p.iri, o.iri FROM part s JOIN part p USING (statement)"
        " JOIN part o USING (statement) WHERE s.part = ? AND p.part = ? AND o.part = ? LIMIT 1",
        _PARTS,
    ).fetchone()
    if bare:
        subject, predicate, object = bare
        raise RdfError(path, f"no rdf:Statement with evidence says <{subject}> <{predicate}> <{object}>")


# -- from quads to records


def _made(id: str, quads: Iterable[Quad], iris: Iris) -> list[Record]:
    """The text, the node or the edge that these quads are about."""
    said: Said = defaultdict(lambda: defaultdict(list))
    for quad in quads:
        values = said[quad.subject.value][quad.predicate.value]
        if quad.object not in values:
            values.append(quad.object)
    own = said.get(iris.node(id), {})
    types = {one.value for one in own.get(_TYPE, ())}
    records: list[Record] = []
    if _CONTENT in own:
        records.append(Text(id, own[_CONTENT][0].value))
    if _STATEMENT in types:
        records.append(_edge(id, own, said, iris))
    elif kinds := types & _NODE_KINDS.keys():
        records.append(Node(id, _NODE_KINDS[min(kinds)], _label(id, own), _props(id, own, iris)))
    elif own.keys() - {_CONTENT, _TYPE} or len(said) > 1 or not own:
        raise _Unfinished(f"{id} has no rdf:type of chithi's vocabulary")
    return records


def _edge(id: str, own: dict[str, list[Any]], said: Said, iris: Iris) -> Edge:
    source, kind, target = (_one(id, own, part).value for part in _PARTS)
    if kind not in _EDGE_KINDS:
        raise _Unfinished(f"{id} has {kind} as its rdf:predicate, which is no kind of edge")
    proofs = [_evidence(id, about, said, iris) for about in said.values() if _EVIDENCE_OF in about]
    proofs.sort(key=lambda proof: (proof.document, proof.start, proof.end, proof.rule))
    ends = _id(id, source, iris), _id(id, target, iris)
    return Edge(id, _EDGE_KINDS[kind], *ends, _props(id, own, iris), tuple(proofs))


def _evidence(id: str, about: dict[str, list[Any]], said: Said, iris: Iris) -> Evidence:
    selected: dict[str, list[Any]] = {}
    for selector in about.get(_SELECTOR, ()):
        selected |= said.get(selector.value, {})
    try:
        return Evidence(
            _id(id, _one(id, about, _SOURCE).value, iris),
            int(_one(id, selected, _START).value),
            int(_one(id, selected, _END).value),
            _one(id, selected, _EXACT).value,
            _one(id, about, _RULE).value,
            float(_one(id, about, _CONFIDENCE).value),
        )
    except ValueError as error:
        raise _Unfinished(f"the evidence of {id} has a number that is none ({error})") from error


def _props(id: str, own: dict[str, list[Any]], iris: Iris) -> Any:
    said: dict[str, list[Any]] = {}
    left = own[_LISTED][0].value if _LISTED in own else ""
    try:
        for predicate, values in own.items():
            if predicate not in _OURS and (name := property_name(predicate)):
                said[name] = [_value(name, value, iris) for value in values]
        return props_of(said, left)
    except ValueError as error:
        raise _Unfinished(f"{id} has a property that cannot be read ({error})") from error


def _value(name: str, value: Literal | NamedNode, iris: Iris) -> Any:
    datatype = getattr(value, "datatype", None)
    if datatype is not None:
        return value_of(value.value, datatype.value)
    id = iris.id_of(value.value) if name in LINKS else None
    return value.value if id is None else id


def _label(id: str, own: dict[str, list[Any]]) -> str:
    """The one in Vietnamese, where another program has added others."""
    labels = own.get(_LABEL, [])
    return str(next((one for one in labels if one.language == "vi"), _one(id, own, _LABEL)).value)


def _id(id: str, iri: str, iris: Iris) -> str:
    found = iris.id_of(iri)
    if found is None:
        raise _Unfinished(f"{id} names {iri}, which does not begin with {iris.ids}")
    return found


def _one(id: str, said: dict[str, list[Any]], predicate: str) -> Any:
    values = said.get(predicate, ())
    if not values:
        raise _Unfinished(f"{id} has no {_short(predicate)}")
    return values[0]


def _short(iri: str) -> str:
    prefix = next(name for name, namespace in PREFIXES.items() if iri.startswith(namespace))
    return f"{prefix}:{iri.removeprefix(PREFIXES[prefix])}"
