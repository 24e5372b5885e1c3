"""The Turtle, the shapes and the tables in vocabulary.py say the same, and the shapes tell whole graphs from broken."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from rdflib import OWL, RDF, RDFS, SH, BNode, Graph, Literal, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from ontology import turtle
from ontology.vocabulary import EDGE_KINDS, EDGE_PROPS, NAMESPACE, NODE_KINDS, PROPS

FOLDER = Path(turtle.__file__).parent
CHITHI = Namespace(NAMESPACE)
PROV = Namespace("http://www.w3.org/ns/prov#")
# Classes and properties that tell of statements and their evidence: kinds of node and edge of RDF alone.
ABOUT = {"Evidence", "evidenceOf", "rule", "confidence", "content", "listed"}


@pytest.fixture(scope="module")
def owl() -> Graph:
    return Graph().parse(FOLDER / "chithi.ttl")


@pytest.fixture(scope="module")
def shapes() -> Graph:
    return Graph().parse(FOLDER / "shapes.ttl")


def ours(graph: Graph, kind: Node) -> set[str]:
    return {str(s) for s in graph.subjects(RDF.type, kind) if str(s).startswith(NAMESPACE)} - {
        NAMESPACE + name for name in ABOUT
    }


def named(graph: Graph, end: Node | None) -> set[str]:
    """The classes of a domain or range: one, or those of a union."""
    if not isinstance(end, BNode):
        return {str(end)}
    (union,) = graph.objects(end, OWL.unionOf)
    return {str(each) for each in Collection(graph, union)}


def labels(graph: Graph, iri: str) -> set[tuple[str, str | None]]:
    found = graph.objects(URIRef(iri), RDFS.label)
    return {(str(label), label.language) for label in found if isinstance(label, Literal)}


@pytest.mark.parametrize("name", turtle.FILES)
def test_committed_files_are_what_the_vocabulary_gives(name: str) -> None:
    assert (FOLDER / name).read_text(encoding="utf-8") == turtle.FILES[name](), "run python -m ontology.turtle"


def test_classes_are_the_kinds_of_node(owl: Graph) -> None:
    assert ours(owl, OWL.Class) == {kind.iri for kind in NODE_KINDS.values()}
    for kind in NODE_KINDS.values():
        assert labels(owl, kind.iri) == {(kind.vi, "vi"), (kind.en, "en")}


def test_object_properties_are_the_kinds_of_edge_with_their_ends(owl: Graph) -> None:
    linking = {p.iri for props in (*PROPS.values(), *EDGE_PROPS.values()) for p in props if p.type in NODE_KINDS}
    assert ours(owl, OWL.ObjectProperty) - linking == {kind.iri for kind in EDGE_KINDS.values()}
    for kind in EDGE_KINDS.values():
        iri = URIRef(kind.iri)
        assert labels(owl, kind.iri) == {(kind.vi, "vi"), (kind.en, "en")}
        assert named(owl, owl.value(iri, RDFS.domain)) == {NODE_KINDS[source].iri for source, _ in kind.ends}
        assert named(owl, owl.value(iri, RDFS.range)) == {NODE_KINDS[target].iri for _, target in kind.ends}


def test_every_property_is_there_once_with_all_that_have_it(owl: Graph) -> None:
    owners: dict[str, set[str]] = {}
    for kind, props in PROPS.items():
        for prop in props:
            owners.setdefault(prop.iri, set()).add(NODE_KINDS[kind].iri)
    for props in EDGE_PROPS.values():
        for prop in props:
            owners.setdefault(prop.iri, set()).add(str(RDF.Statement))
    edges = {kind.iri for kind in EDGE_KINDS.values()}
    assert not owners.keys() & edges
    assert (ours(owl, OWL.DatatypeProperty) | ours(owl, OWL.ObjectProperty)) - edges == owners.keys()
    for iri, having in owners.items():
        assert named(owl, owl.value(URIRef(iri), RDFS.domain)) == having
        assert {lang for _, lang in labels(owl, iri)} == {"vi", "en"}


def test_one_property_has_one_type_wherever_it_stands() -> None:
    types: dict[str, set[tuple[str, bool]]] = {}
    for props in (*PROPS.values(), *EDGE_PROPS.values()):
        for prop in props:
            types.setdefault(prop.name, set()).add((prop.type, prop.many))
    assert {name: found for name, found in types.items() if len(found) > 1} == {}
    assert PROPS.keys() == NODE_KINDS.keys()
    assert EDGE_PROPS.keys() <= EDGE_KINDS.keys()


def test_aligned_with_known_vocabularies(owl: Graph) -> None:
    assert turtle.CLASSES.keys() == NODE_KINDS.keys()
    assert turtle.RELATIONS.keys() == EDGE_KINDS.keys()
    assert turtle.VALUES.keys() <= {prop.name for props in PROPS.values() for prop in props}
    assert (CHITHI.Agency, RDFS.subClassOf, URIRef("http://www.w3.org/ns/org#Organization")) in owl
    assert (CHITHI.references, RDFS.subPropertyOf, URIRef("http://data.europa.eu/eli/ontology#cites")) in owl
    assert (CHITHI.Evidence, RDFS.subClassOf, PROV.Entity) in owl
    # A task implements too, and is no legal resource: nothing may follow from the other vocabulary's domains.
    assert not list(owl.objects(CHITHI.implements, RDFS.subPropertyOf))


def test_shapes_name_every_property_and_relation(shapes: Graph) -> None:
    for kind, props in PROPS.items():
        shape = shapes.value(None, SH.targetClass, URIRef(NODE_KINDS[kind].iri))
        found = {}
        for one in shapes.objects(shape, SH.property):
            found[str(shapes.value(one, SH.path))] = (
                shapes.value(one, SH.minCount) is not None,
                shapes.value(one, SH.maxCount) is None,
            )
        assert found == {prop.iri: (prop.required, prop.many) for prop in props}
    ends = {str(end) for end in shapes.objects(None, SH.targetSubjectsOf)} - {NAMESPACE + "content"}
    assert ends == {kind.iri for kind in EDGE_KINDS.values()}
    (listed,) = {shapes.value(p, SH["in"]) for p in shapes.subjects(SH.path, RDF.predicate)}
    assert listed is not None
    assert {str(each) for each in Collection(shapes, listed)} == {kind.iri for kind in EDGE_KINDS.values()}


# -- the shapes at work

WHOLE = """
@prefix : <https://w3id.org/chithi/ontology#> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
<d34> a :Document ; :symbol "34-CT/TW" ; :date "2024-05-24"^^xsd:date ; :status "cited" .
<d1> a :Document ; :date "2024-11"^^xsd:gYearMonth ; :status "ingested" ; :implements <d34> ; :contains <t1>, <p1> .
<p1> a :Provision ; :ref "III" ; :contains <g1> .
<t1> a :Task ; :ref "PL.2" ; :text "Rà soát quy hoạch" ; :end "2024-11-30"^^xsd:date ; :implements <p1> .
<g1> a :Target ; :ref "III" ; :subject "nhà ở xã hội" ; :value 1500 ; :comparator ">=" ; :status "target" ;
    :periodEnd "2030"^^xsd:gYear .
<a1> a :Agency ; :name "Sở Xây dựng" ; :collective false ; :leads <t1> ; :locatedIn <x1> .
<x1> a :Place ; :name "Lai Châu" .
<n1> a :Person ; :name "Lê Văn Hùng" ; :signs <d1> .
<s1> a rdf:Statement ; rdf:subject <a1> ; rdf:predicate :leads ; rdf:object <t1> .
<e1> a :Evidence, oa:SpecificResource ; :evidenceOf <s1> ; oa:hasSource <d1> ; oa:hasSelector <e1p>, <e1q> ;
    :rule "table.lead" ; :confidence 0.98 .
<e1p> a oa:TextPositionSelector ; oa:start 10 ; oa:end 21 .
<e1q> a oa:TextQuoteSelector ; oa:exact "Sở Xây dựng" .
"""

# What is changed in the whole graph, and the shape that must see it.
BROKEN = {
    "a document without a status": ('; :status "cited"', "", "DocumentShape"),
    "a status that is none": ('"cited"', '"seen"', "DocumentShape"),
    "a date that is text": ('"2024-05-24"^^xsd:date', '"ngày 24/5/2024"', "DocumentShape"),
    "two dates": ('"2024-11"^^xsd:gYearMonth', '"2024-11"^^xsd:gYearMonth, "2025"^^xsd:gYear', "DocumentShape"),
    "a task without words": (':text "Rà soát quy hoạch"', ':text ""', "TaskShape"),
    "a task without a ref": (':ref "PL.2" ; ', "", "TaskShape"),
    "a figure that is no number": (":value 1500", ':value "1.500"', "TargetShape"),
    "a body without a name": (':name "Sở Xây dựng" ; ', "", "AgencyShape"),
    "a place without a name": (':name "Lai Châu"', ":other 1", "PlaceShape"),
    "a person with two positions": (':name "Lê Văn Hùng"', ':name "Lê Văn Hùng" ; :position "a", "b"', "PersonShape"),
    "a provision without a ref": (':ref "III" ; :contains', ":contains", "ProvisionShape"),
    "a body that leads a document": (":leads <t1>", ":leads <d1>", "leadsEnds"),
    "a place that leads": ('"Lai Châu"', '"Lai Châu" ; :leads <t1>', "leadsEnds"),
    "a task that implements a document": (":implements <p1>", ":implements <d34>", "implementsEnds"),
    "an end that is nothing": (":implements <d34>", ":implements <d35>", "implementsEnds"),
    "a statement without evidence": (":evidenceOf <s1>", ":evidenceOf <s2>", "StatementShape"),
    "a statement of no known kind": ("rdf:predicate :leads", "rdf:predicate :likes", "StatementShape"),
    "evidence of nothing": (":evidenceOf <s1> ; ", "", "EvidenceShape"),
    "evidence without a document": ("oa:hasSource <d1> ; ", "", "EvidenceShape"),
    "evidence in something else": ("oa:hasSource <d1>", "oa:hasSource <a1>", "EvidenceShape"),
    "evidence without words": ("<e1p>, <e1q>", "<e1p>", "EvidenceShape"),
    "evidence without a span": ("<e1p>, <e1q>", "<e1q>", "EvidenceShape"),
    "evidence without a start": ("oa:start 10 ; ", "", "PositionShape"),
    "evidence that ends before it starts": ("oa:end 21", "oa:end 9", "PositionShape"),
    "words that are none": ('oa:exact "Sở Xây dựng"', 'oa:exact ""', "QuoteShape"),
    "two texts": (':ref "III" ; :contains', ':content "a", "b" ; :ref "III" ; :contains', "ContentShape"),
    "more than sure": ("0.98", "1.5", "EvidenceShape"),
}


def failures(turtle_text: str, shapes: Graph) -> Iterator[str]:
    from pyshacl import validate

    made = Graph().parse(data=turtle_text, format="turtle", publicID="https://w3id.org/chithi/id/")
    _, report, _ = validate(made, shacl_graph=shapes, advanced=False)
    for result in report.subjects(RDF.type, SH.ValidationResult):
        source = report.value(result, SH.sourceShape)
        owner = source if isinstance(source, URIRef) else shapes.value(None, SH.property, source)
        yield str(owner).removeprefix(NAMESPACE)


def test_a_whole_graph_is_accepted(shapes: Graph) -> None:
    assert list(failures(WHOLE, shapes)) == []


@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_graph_is_refused(case: str, shapes: Graph) -> None:
    before, after, shape = BROKEN[case]
    assert WHOLE.count(before) == 1
    found = set(failures(WHOLE.replace(before, after), shapes))
    assert shape in found, found


def test_datatypes_of_values() -> None:
    props = {prop.name: prop for prop in (*PROPS["document"], *PROPS["target"])}
    cases = [("date", "2024", "gYear"), ("date", "2024-11", "gYearMonth"), ("date", "2024-11-30", "date")]
    cases += [("value", 3, "integer"), ("value", 23.29, "decimal"), ("symbol", "34-CT/TW", "string")]
    for name, value, short in cases:
        assert turtle.datatype(props[name], value) == f"http://www.w3.org/2001/XMLSchema#{short}"


def test_what_is_exported_satisfies_the_shapes(owl: Graph, shapes: Graph, tmp_path: Path) -> None:
    from pyshacl import validate

    from graph.formats.rdf import write_ntriples
    from graph.sqlite import SqliteStore
    from ingest.reader import read_document

    reading, digest = read_document(str(FOLDER.parent / "samples" / "06_hau-giang-290-kh-tu.txt"))
    with SqliteStore(str(tmp_path / "one.db")) as store:
        store.put(reading, digest)
        write_ntriples(store, tmp_path / "one.nt")
    exported = Graph().parse(tmp_path / "one.nt")
    conforms, _, report = validate(exported, shacl_graph=shapes)
    assert conforms, report
    used = {*exported.predicates(), *exported.objects(None, RDF.type)}
    assert {term for term in used if str(term).startswith(NAMESPACE)} <= set(owl.subjects(RDF.type))
