"""What in a graph does not hold: its RDF against the shapes of `ontology/shapes.ttl` (SHACL), and every quote against
the text it is from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from graph.exchange import Record
from graph.formats import RDF as SYNTAXES
from graph.formats.rdf import quads_of
from graph.formats.rdf_names import DEFAULT_BASE, PREFIXES, Iris, term
from graph.model import Edge, Node, Text, Value
from graph.store import Store
from ontology.vocabulary import NAMESPACE

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Node as Term

SHAPES = Path(__file__).resolve().parents[1] / "ontology" / "shapes.ttl"
PIECE = 1_000  # records; each piece reads the shapes anew
QUOTE = "Quote"
"""The `constraint` of a quote that does not stand in its text."""


class NotRdf(Exception):  # noqa: N818
    """A file that cannot be checked."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(f"{path} cannot be checked: {why}")


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing that does not hold. `id` is the node or edge, or the IRI of what is neither; `shape` a shape of
    `shapes.ttl`; `constraint` the SHACL constraint component without its ending (`MinCount`); `path` the property as
    `chithi:status`, empty for the whole; `value` what stands there; `allowed` what may stand there."""

    id: str
    label: str
    shape: str
    constraint: str
    path: str = ""
    value: str = ""
    allowed: tuple[str, ...] = ()


def check_store(store: Store) -> Iterator[Finding]:
    """Findings on a whole store, each once, a piece at a time: memory does not grow with the graph."""
    records = store.records()
    found: set[Finding] = set()
    while piece := list(islice(records, PIECE)):
        fresh = [finding for finding in _check_piece(store, piece) if finding not in found]
        found.update(fresh)
        yield from fresh


def check_file(path: Path, base: str | None = None) -> list[Finding]:
    """Findings on a file of RDF, which is held in memory. Raises NotRdf, BadBase and OSError."""
    from pyoxigraph import RdfFormat, parse

    iris = Iris(base or DEFAULT_BASE)
    suffix = path.suffix.lower()
    if suffix not in SYNTAXES:
        raise NotRdf(path, f"{suffix or 'no suffix'} is no syntax of RDF; there are {' '.join(sorted(SYNTAXES))}")
    format = RdfFormat.from_extension(suffix[1:])
    with path.open("rb") as file:
        try:
            graph = _graph(f"{quad.triple} .\n" for quad in parse(file, format=format, base_iri=iris.ids))
        except SyntaxError as error:
            raise NotRdf(path, f"not RDF as {suffix} has it ({error.msg})") from error
    return sorted({*_violations(graph, iris), *_misquoted(graph, iris)})


def _check_piece(store: Store, piece: list[Record]) -> list[Finding]:
    """A piece, together with the nodes and texts that its records name. These are there so that their kinds are known;
    they are looked at themselves in their own piece."""
    iris = Iris()
    edges = [record for record in piece if isinstance(record, Edge)]
    nodes = {record.id: record for record in piece if isinstance(record, Node)}
    texts = [record for record in piece if isinstance(record, Text)]
    quoted = {proof.document for edge in edges for proof in edge.evidence}
    named = {end for edge in edges for end in (edge.source, edge.target)} | quoted | {text.document for text in texts}
    for node in nodes.values():
        named.update(id for name in ("candidates", "same_as") for id in _ids(node.props.get(name)))
    around = store.nodes(named - nodes.keys())
    texts += [Text(id, text) for id, text in store.texts(quoted - {text.document for text in texts}).items()]
    graph = _graph(_lines([*nodes.values(), *around.values(), *texts, *edges]))
    found = {*_violations(graph, iris), *_misquoted(graph, iris)}
    return sorted(finding for finding in found if finding.id not in around or not finding.path)


def _ids(value: Value) -> Iterable[str]:
    return value if isinstance(value, list) else ()


def _lines(records: Iterable[Record]) -> Iterator[str]:
    return (f"{s} {p} {o} .\n" for s, p, o, _ in quads_of(records))


def _graph(lines: Iterable[str]) -> Graph:
    from rdflib import Graph

    return Graph().parse(data="".join(lines), format="nt")


@cache
def _shapes() -> Graph:
    from rdflib import Graph

    return Graph().parse(SHAPES, format="turtle")


# -- what SHACL finds


def _violations(graph: Graph, iris: Iris) -> Iterator[Finding]:
    from pyshacl import validate
    from rdflib import RDF, SH

    shapes = _shapes()
    _, report, _ = validate(graph, shacl_graph=shapes, inplace=True)
    for result in report.subjects(RDF.type, SH.ValidationResult):
        focus, source = report.value(result, SH.focusNode), report.value(result, SH.sourceShape)
        owner = next(shapes.subjects(SH.property, source), source)
        constraint = str(report.value(result, SH.sourceConstraintComponent)).removeprefix(str(SH))
        path = report.value(result, SH.resultPath)
        value = report.value(result, SH.value) if path is not None else None
        yield Finding(
            iris.id_of(str(focus)) or str(focus),
            _label(graph, focus, iris),
            str(owner).removeprefix(NAMESPACE),
            constraint.removesuffix("ConstraintComponent"),
            _path(shapes, shapes.value(source, SH.path)) if path is not None else "",
            "" if value is None else iris.id_of(str(value)) or str(value),
            tuple(_allowed(shapes, source, constraint)),
        )


def _path(shapes: Graph, path: Term | None) -> str:
    """`chithi:status`; the last step of several, `^chithi:evidenceOf` for one taken backwards."""
    from rdflib import RDF, SH, BNode
    from rdflib.collection import Collection

    if (backwards := shapes.value(path, SH.inversePath)) is not None:
        return f"^{_path(shapes, backwards)}"
    if isinstance(path, BNode) and shapes.value(path, RDF.first) is not None:
        return _path(shapes, list(Collection(shapes, path))[-1])
    return _short(str(path))


def _allowed(shapes: Graph, source: Term | None, constraint: str) -> Iterator[str]:
    """The values that `sh:in` lists, the class of `sh:class`."""
    from rdflib import SH
    from rdflib.collection import Collection

    if constraint.startswith("In") and (listed := shapes.value(source, SH["in"])) is not None:
        yield from (_short(str(one)) for one in Collection(shapes, listed))
    if constraint.startswith("Class"):
        yield from (_short(str(one)) for one in shapes.objects(source, SH["class"]))


def _short(iri: str) -> str:
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri


def _label(graph: Graph, focus: Term | None, iris: Iris) -> str:
    """What a node is called; of an edge, its evidence and its selectors, what its ends are called."""
    from rdflib import RDF, RDFS, URIRef

    if (label := graph.value(focus, RDFS.label, any=True)) is not None:
        return str(label)
    id = iris.id_of(str(focus))
    statement = URIRef(iris.node(id)) if id is not None else focus
    ends = [graph.value(statement, part, any=True) for part in (RDF.subject, RDF.object)]
    return " → ".join(str(graph.value(end, RDFS.label, any=True) or _last(end)) for end in ends if end is not None)


def _last(iri: Term) -> str:
    return str(iri).rpartition("/")[2]


# -- what SHACL cannot say in a linear time


def _misquoted(graph: Graph, iris: Iris) -> Iterator[Finding]:
    """Evidence whose words do not stand at its place in a text that is there."""
    from rdflib import URIRef

    content, source, selector = (URIRef(term(name)) for name in ("chithi:content", "oa:hasSource", "oa:hasSelector"))
    start, exact = URIRef(term("oa:start")), URIRef(term("oa:exact"))
    texts = {document: str(text) for document, text in graph.subject_objects(content)}
    for evidence, document in graph.subject_objects(source):
        selectors = list(graph.objects(evidence, selector))
        starts = [one for each in selectors for one in graph.objects(each, start)]
        words = [str(one) for each in selectors for one in graph.objects(each, exact)]
        if document in texts and len(starts) == len(words) == 1 and str(starts[0]).isdigit():
            at = int(str(starts[0]))
            if texts[document][at : at + len(words[0])] != words[0]:
                id = iris.id_of(str(evidence)) or str(evidence)
                yield Finding(id, _label(graph, evidence, iris), "EvidenceShape", QUOTE, "oa:exact", words[0])
