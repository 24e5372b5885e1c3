"""RDF: N-Quads with a named graph for each document, and the same statements in the other syntaxes.

What a document says stands in its graph: a triple for each edge, a statement resource that bears the edge's id and
properties (parallel edges are one triple, but two statements), and a resource for each piece of evidence with the
selectors of the Web Annotation model (W3C Recommendation, 23 February 2017, sections 4.2.4 and 4.2.5). What documents
share stands in no named graph.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from urllib.parse import quote

from graph.identity import BadItemIdError, item_of, short_hash
from graph.model import Edge, Evidence, Node, Props, Scalar
from graph.store import Store
from graph.whole_files import whole
from ontology.vocabulary import EDGE_KINDS, EDGE_PROPS, NAMESPACE, NODE_KINDS, PROPS

BASE = "https://w3id.org/chithi/id/"
GRAPHS = "https://w3id.org/chithi/graph/"

PREFIXES = {
    "chithi": NAMESPACE,
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "oa": "http://www.w3.org/ns/oa#",
    "prov": "http://www.w3.org/ns/prov#",
}

_DATES = frozenset({"date", "start", "end", "period_start", "period_end", "valid_from", "valid_to", "signed_at"})
_LINKS = frozenset(
    prop.name for props in (*PROPS.values(), *EDGE_PROPS.values()) for prop in props if prop.type in NODE_KINDS
)
_MONTH = re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])")
_YEAR = re.compile(r"[0-9]{4}")
_DECIMAL = re.compile(r"-?[0-9]+\.[0-9]+")
_UNSAFE = re.compile(r'[\x00-\x1f"\\\x7f-\x9f\u2028\u2029]')
_ESCAPES = {"\t": r"\t", "\n": r"\n", "\r": r"\r", '"': r"\"", "\\": "\\\\", "\b": r"\b", "\f": r"\f"}

Quad = tuple[str, str, str, str]
"""Subject, predicate and object as N-Quads writes them, and the name of the graph, empty for the default graph."""


def write_nquads(store: Store, path: Path) -> None:
    """Streamed: memory does not grow with the graph. Raises NotWrittenError."""
    _write_lines(path, (f"{s} {p} {o} {g} .\n" if g else f"{s} {p} {o} .\n" for s, p, o, g in quads(store)))


def write_ntriples(store: Store, path: Path) -> None:
    """Streamed, without the named graphs; a triple that several documents say comes several times. Raises
    NotWrittenError."""
    _write_lines(path, (f"{s} {p} {o} .\n" for s, p, o, _ in quads(store)))


def quads(store: Store) -> Iterator[Quad]:
    """Everything in the store but the texts."""
    for record in store.records():
        if isinstance(record, Node):
            yield from _node(record)
        elif isinstance(record, Edge):
            yield from _edge(record)


def node_iri(id: str) -> str:
    """The IRI of a node or an edge, without the brackets."""
    return BASE + quote(id, safe=":")


def property_iri(name: str) -> str:
    """`period_start` gives `…#periodStart`."""
    head, *rest = name.split("_")
    return NAMESPACE + quote(head + "".join(word[:1].upper() + word[1:] for word in rest), safe="")


def _write_lines(path: Path, lines: Iterable[str]) -> None:
    with whole(path) as part, part.open("w", encoding="utf-8", newline="\n") as out:
        out.writelines(lines)


def _node(node: Node) -> Iterator[Quad]:
    iri, graph = _named(node_iri(node.id)), _graph_of(node)
    yield iri, _TYPE, _named(NODE_KINDS[node.kind].iri), graph
    yield iri, _LABEL, _text(node.label, "vi"), graph
    for predicate, value in _stated(node.props):
        yield iri, predicate, value, graph


def _edge(edge: Edge) -> Iterator[Quad]:
    source, target = _named(node_iri(edge.source)), _named(node_iri(edge.target))
    predicate, statement = _named(EDGE_KINDS[edge.kind].iri), _named(node_iri(edge.id))
    for document in dict.fromkeys(proof.document for proof in edge.evidence) or [""]:
        graph = _graph(document)
        yield source, predicate, target, graph
        yield statement, _TYPE, _STATEMENT, graph
        yield statement, _SUBJECT, source, graph
        yield statement, _PREDICATE, predicate, graph
        yield statement, _OBJECT, target, graph
        for name, value in _stated(edge.props):
            yield statement, name, value, graph
    names: set[str] = set()
    for proof in edge.evidence:
        stands = f"{proof.document} {proof.start} {proof.end} {proof.rule}"
        while (name := f"{node_iri(edge.id)}/{short_hash(stands)}") in names:
            stands += " "
        names.add(name)
        yield from _evidence(statement, name, proof)


def _evidence(statement: str, name: str, proof: Evidence) -> Iterator[Quad]:
    iri, position, words = _named(name), _named(f"{name}#position"), _named(f"{name}#quote")
    document, graph = _named(node_iri(proof.document)), _graph(proof.document)
    for subject, predicate, value in (
        (iri, _TYPE, _EVIDENCE),
        (iri, _TYPE, _term("oa:SpecificResource")),
        (iri, _term("chithi:evidenceOf"), statement),
        (iri, _term("prov:wasDerivedFrom"), document),
        (iri, _term("oa:hasSource"), document),
        (iri, _term("oa:hasSelector"), position),
        (iri, _term("oa:hasSelector"), words),
        (iri, _term("chithi:rule"), _text(proof.rule)),
        (iri, _term("chithi:confidence"), _number(proof.confidence)),
        (position, _TYPE, _term("oa:TextPositionSelector")),
        (position, _term("oa:start"), _typed(str(proof.start), "nonNegativeInteger")),
        (position, _term("oa:end"), _typed(str(proof.end), "nonNegativeInteger")),
        (words, _TYPE, _term("oa:TextQuoteSelector")),
        (words, _term("oa:exact"), _text(proof.quote)),
    ):
        yield subject, predicate, value, graph


def _stated(props: Props) -> Iterator[tuple[str, str]]:
    for name, value in sorted(props.items()):
        for one in value if isinstance(value, list) else [value]:
            if one is not None:
                yield _named(property_iri(name)), _literal(name, one)


def _graph_of(node: Node) -> str:
    """An item stands in the graph of its document; documents, bodies, places and people are shared."""
    try:
        return _graph(item_of(node.id)[0])
    except BadItemIdError:
        return ""


def _graph(document: str) -> str:
    return _named(GRAPHS + quote(document, safe=":")) if document else ""


def _named(iri: str) -> str:
    return f"<{iri}>"


def _term(name: str) -> str:
    prefix, local = name.split(":")
    return _named(PREFIXES[prefix] + local)


def _literal(name: str, value: Scalar) -> str:
    if isinstance(value, bool):
        return _typed("true" if value else "false", "boolean")
    if isinstance(value, int):
        return _typed(str(value), "integer")
    if isinstance(value, float):
        return _number(value)
    text = str(value)
    kind = _date_type(text) if name in _DATES else ""
    # A text that is the id of a node is a link to it.
    if name in _LINKS:
        return _named(node_iri(text))
    return _typed(text, kind) if kind else _text(text)


def _date_type(text: str) -> str:
    """The type of an ISO date, which may be partial; empty for what is none."""
    if _YEAR.fullmatch(text):
        return "gYear"
    if _MONTH.fullmatch(text):
        return "gYearMonth"
    for kind, of in (("date", date), ("dateTime", datetime)):
        with suppress(ValueError):
            if of.fromisoformat(text).isoformat() == text:
                return kind
    return ""


def _number(value: float) -> str:
    """A figure as it is written, 6.8 and not 6.8E0; what decimal notation has no room for as a double."""
    text = repr(float(value))
    return _typed(text, "decimal" if _DECIMAL.fullmatch(text) else "double")


def _typed(text: str, kind: str) -> str:
    return f'"{text}"^^<{PREFIXES["xsd"]}{kind}>'


def _text(text: str, lang: str = "") -> str:
    escaped = _UNSAFE.sub(lambda found: _ESCAPES.get(found[0], f"\\u{ord(found[0]):04X}"), text)
    return f'"{escaped}"@{lang}' if lang else f'"{escaped}"'


_TYPE, _LABEL = _term("rdf:type"), _term("rdfs:label")
_STATEMENT, _EVIDENCE = _term("rdf:Statement"), _term("chithi:Evidence")
_SUBJECT, _PREDICATE, _OBJECT = _term("rdf:subject"), _term("rdf:predicate"), _term("rdf:object")
