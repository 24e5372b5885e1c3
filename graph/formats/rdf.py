"""RDF: N-Quads with a named graph for each document, and the same statements as N-Triples.

What a document says stands in its graph: its text, a triple for each edge, a statement resource that bears the edge's
id and properties (parallel edges are one triple, but two statements), and a resource for each piece of evidence with
the selectors of the Web Annotation model (W3C Recommendation, 23 February 2017, sections 4.2.4 and 4.2.5). What
documents share stands in no named graph. What follows from the vocabulary for programs that know ELI, ORG, PROV-O or
schema.org is written out, so that they need not reason; and a description of the dataset (W3C Interest Group Note
"VoID", section 4.4) tells the base of the IRIs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from graph.exchange import Record
from graph.formats.rdf_names import DEFAULT_BASE, LINKS, PREFIXES, Iris, is_sayable, property_iri, term
from graph.formats.rdf_values import listed, literal, number, text, typed
from graph.identity import BadItemIdError, item_of, short_hash
from graph.model import Edge, Evidence, Node, Props, Scalar, Text
from graph.store import Store
from graph.whole_files import whole
from ontology.turtle import classes_above, inverses_above, labels_above, properties_above
from ontology.vocabulary import EDGE_KINDS, NODE_KINDS

Quad = tuple[str, str, str, str]
"""Subject, predicate and object as N-Quads writes them, and the name of the graph, empty for the default graph."""


def write_nquads(store: Store, path: Path, base: str = DEFAULT_BASE) -> None:
    """Streamed: memory does not grow with the graph. Raises NotWrittenError and BadBase."""
    _write_lines(path, nquads(store, base))


def write_ntriples(store: Store, path: Path, base: str = DEFAULT_BASE) -> None:
    """Streamed, without the named graphs; a triple that several documents say comes several times. Raises
    NotWrittenError and BadBase."""
    _write_lines(path, (f"{s} {p} {o} .\n" for s, p, o, _ in quads(store, base)))


def nquads(store: Store, base: str = DEFAULT_BASE) -> Iterator[str]:
    """The lines of an N-Quads file. Raises BadBase."""
    return (f"{s} {p} {o} {g} .\n" if g else f"{s} {p} {o} .\n" for s, p, o, g in quads(store, base))


def quads(store: Store, base: str = DEFAULT_BASE) -> Iterator[Quad]:
    """Everything in the store, in the order of its records. Raises BadBase."""
    yield from _Quads(Iris(base)).dataset()
    yield from quads_of(store.records(), base)


def quads_of(records: Iterable[Record], base: str = DEFAULT_BASE) -> Iterator[Quad]:
    """What some records say. Raises BadBase."""
    written = _Quads(Iris(base))
    for record in records:
        match record:
            case Text():
                yield from written.text(record)
            case Node():
                yield from written.node(record)
            case Edge():
                yield from written.edge(record)


def _write_lines(path: Path, lines: Iterable[str]) -> None:
    with whole(path) as part, part.open("w", encoding="utf-8", newline="\n") as out:
        out.writelines(lines)


class _Quads:
    """The quads of records, with IRIs under one base."""

    def __init__(self, iris: Iris) -> None:
        self._iris = iris

    def dataset(self) -> Iterator[Quad]:
        about = _named(self._iris.base)
        yield about, _TYPE, _term("void:Dataset"), ""
        yield about, _term("void:uriSpace"), text(self._iris.ids), ""
        yield about, _term("void:vocabulary"), _named(PREFIXES["chithi"]), ""

    def text(self, held: Text) -> Iterator[Quad]:
        yield self._node(held.document), _CONTENT, text(held.text), self._graph(held.document)

    def node(self, node: Node) -> Iterator[Quad]:
        iri, graph = self._node(node.id), self._graph_of(node)
        for kind in _CLASSES[node.kind]:
            yield iri, _TYPE, kind, graph
        for label in _LABELS[node.kind]:
            yield iri, label, text(node.label, "vi"), graph
        for predicate, value in self._stated(node.props):
            yield iri, predicate, value, graph

    def edge(self, edge: Edge) -> Iterator[Quad]:
        source, target, statement = self._node(edge.source), self._node(edge.target), self._node(edge.id)
        predicate, *above = _RELATIONS[edge.kind]
        for document in dict.fromkeys(proof.document for proof in edge.evidence) or [""]:
            graph = self._graph(document)
            yield source, predicate, target, graph
            for wider in above:
                yield source, wider, target, graph
            for wider in _INVERSES[edge.kind]:
                yield target, wider, source, graph
            yield statement, _TYPE, _STATEMENT, graph
            yield statement, _SUBJECT, source, graph
            yield statement, _PREDICATE, predicate, graph
            yield statement, _OBJECT, target, graph
            for name, value in self._stated(edge.props):
                yield statement, name, value, graph
        names: set[str] = set()
        for proof in edge.evidence:
            stands = f"{proof.document} {proof.start} {proof.end} {proof.rule}"
            while (name := f"{self._iris.node(edge.id)}/{short_hash(stands)}") in names:
                stands += " "
            names.add(name)
            yield from self._evidence(statement, name, proof)

    def _evidence(self, statement: str, name: str, proof: Evidence) -> Iterator[Quad]:
        iri, position, words = _named(name), _named(f"{name}#position"), _named(f"{name}#quote")
        document, graph = self._node(proof.document), self._graph(proof.document)
        yield iri, _TYPE, _EVIDENCE, graph
        yield iri, _TYPE, _term("oa:SpecificResource"), graph
        yield iri, _term("chithi:evidenceOf"), statement, graph
        yield iri, _term("prov:wasDerivedFrom"), document, graph
        yield iri, _term("oa:hasSource"), document, graph
        yield iri, _term("oa:hasSelector"), position, graph
        yield iri, _term("oa:hasSelector"), words, graph
        yield iri, _term("chithi:rule"), text(proof.rule), graph
        yield iri, _term("chithi:confidence"), number(proof.confidence), graph
        yield position, _TYPE, _term("oa:TextPositionSelector"), graph
        yield position, _term("oa:start"), typed(str(proof.start), "nonNegativeInteger"), graph
        yield position, _term("oa:end"), typed(str(proof.end), "nonNegativeInteger"), graph
        yield words, _TYPE, _term("oa:TextQuoteSelector"), graph
        yield words, _term("oa:exact"), text(proof.quote), graph

    def _stated(self, props: Props) -> Iterator[tuple[str, str]]:
        for name, value in sorted(props.items()):
            if value is not None and is_sayable(name):
                predicates = _predicates(name)
                for one in dict.fromkeys(value) if isinstance(value, list) else [value]:
                    said = self._value(name, one)
                    for predicate in predicates:
                        yield predicate, said
        if left := listed(props):
            yield _LISTED, text(left)

    def _value(self, name: str, value: Scalar) -> str:
        """A text that is the id of a node is a link to it."""
        return self._node(value) if name in LINKS and isinstance(value, str) else literal(name, value)

    def _graph_of(self, node: Node) -> str:
        """An item stands in the graph of its document; documents, bodies, places and people are shared."""
        try:
            return self._graph(item_of(node.id)[0])
        except BadItemIdError:
            return ""

    def _node(self, id: str) -> str:
        return f"<{self._iris.node(id)}>"

    def _graph(self, document: str) -> str:
        return f"<{self._iris.graph(document)}>" if document else ""


@lru_cache(maxsize=1_000)
def _predicates(name: str) -> list[str]:
    return [_named(iri) for iri in (property_iri(name), *properties_above(name))]


def _named(iri: str) -> str:
    return f"<{iri}>"


def _term(name: str) -> str:
    return _TERMS.get(name) or _TERMS.setdefault(name, _named(term(name)))


_TERMS: dict[str, str] = {}
_TYPE, _STATEMENT, _EVIDENCE = _term("rdf:type"), _term("rdf:Statement"), _term("chithi:Evidence")
_SUBJECT, _PREDICATE, _OBJECT = _term("rdf:subject"), _term("rdf:predicate"), _term("rdf:object")
_CONTENT, _LISTED = _term("chithi:content"), _term("chithi:listed")
_CLASSES = {name: [_named(iri) for iri in (kind.iri, *classes_above(name))] for name, kind in NODE_KINDS.items()}
_LABELS = {name: [_named(iri) for iri in labels_above(name)] for name in NODE_KINDS}
_RELATIONS = {name: [_named(iri) for iri in (kind.iri, *properties_above(name))] for name, kind in EDGE_KINDS.items()}
_INVERSES = {name: [_named(iri) for iri in inverses_above(name)] for name in EDGE_KINDS}
