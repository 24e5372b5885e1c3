"""Writes `chithi.ttl` (OWL) and `shapes.ttl` (SHACL) from the vocabulary: `python -m ontology.turtle`.

Alignments: ELI for documents, ORG for bodies, PROV-O and Web Annotation for evidence, SKOS and schema.org. Where a term
of ours holds for more than the other's (a task implements a provision, ELI knows resources only) it is a close match;
where the other runs the other way it is a related one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from ontology.vocabulary import EDGE_KINDS, EDGE_PROPS, NAMESPACE, NODE_KINDS, PROPS, EdgeKind, NodeKind, Prop

PREFIXES = {
    "": NAMESPACE,
    "eli": "http://data.europa.eu/eli/ontology#",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "http://schema.org/",
    "sh": "http://www.w3.org/ns/shacl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_WITHIN = "rdfs:subClassOf"
_UNDER = "rdfs:subPropertyOf"
_CLOSE = "skos:closeMatch"
_RELATED = "skos:relatedMatch"

# Terms of other vocabularies: (relation, term) for each kind of node, kind of edge and property of ours.
CLASSES: dict[str, tuple[tuple[str, str], ...]] = {
    "document": ((_WITHIN, "eli:LegalResource"), (_WITHIN, "prov:Entity"), (_WITHIN, "schema:CreativeWork")),
    "provision": ((_WITHIN, "eli:LegalResourceSubdivision"), (_WITHIN, "schema:CreativeWork")),
    "agency": (
        (_WITHIN, "org:Organization"),
        (_WITHIN, "prov:Organization"),
        (_CLOSE, "schema:GovernmentOrganization"),
    ),
    "task": ((_CLOSE, "schema:PlanAction"), (_CLOSE, "prov:Plan")),
    "target": ((_CLOSE, "schema:QuantitativeValue"),),
    "place": ((_WITHIN, "schema:AdministrativeArea"), (_WITHIN, "prov:Location")),
    "person": ((_WITHIN, "prov:Person"), (_WITHIN, "schema:Person")),
}
RELATIONS: dict[str, tuple[tuple[str, str], ...]] = {
    "implements": ((_CLOSE, "eli:based_on"),),
    "references": ((_UNDER, "eli:cites"), (_UNDER, "schema:citation")),
    "amends": ((_UNDER, "eli:amends"),),
    "replaces": ((_UNDER, "eli:repeals"),),
    "approves": ((_CLOSE, "eli:related_to"),),
    "issues": ((_UNDER, "[ owl:inverseOf eli:passed_by ]"), (_UNDER, "[ owl:inverseOf prov:wasAttributedTo ]")),
    "receives": ((_RELATED, "schema:recipient"),),
    "signs": ((_UNDER, "[ owl:inverseOf prov:wasAttributedTo ]"),),
    "contains": ((_CLOSE, "eli:has_part"), (_CLOSE, "schema:hasPart")),
    "leads": ((_RELATED, "schema:agent"),),
    "supports": ((_RELATED, "schema:participant"),),
    "directs": ((_UNDER, "org:linkedTo"),),
    "reports_to": (),
    "assigns": (),
    "mentions": ((_UNDER, "schema:mentions"),),
    "part_of": ((_CLOSE, "org:subOrganizationOf"), (_CLOSE, "schema:isPartOf")),
    "succeeds": ((_CLOSE, "org:changedBy"), (_CLOSE, "prov:wasDerivedFrom")),
    "located_in": ((_CLOSE, "schema:containedInPlace"), (_CLOSE, "prov:atLocation")),
}
VALUES: dict[str, tuple[tuple[str, str], ...]] = {
    "name": ((_UNDER, "schema:name"), (_UNDER, "rdfs:label")),
    "symbol": ((_UNDER, "eli:id_local"), (_CLOSE, "skos:notation")),
    "doc_type": ((_CLOSE, "eli:type_document"),),
    "title": ((_CLOSE, "eli:title"), (_CLOSE, "schema:headline")),
    "date": ((_CLOSE, "eli:date_document"), (_CLOSE, "schema:datePublished")),
    "text": ((_UNDER, "schema:text"),),
    "sha256": ((_UNDER, "schema:sha256"),),
    "start": ((_CLOSE, "schema:startDate"),),
    "end": ((_CLOSE, "schema:endDate"),),
    "value": ((_UNDER, "schema:value"),),
    "unit": ((_UNDER, "schema:unitText"),),
    "position": ((_CLOSE, "schema:jobTitle"),),
    "same_as": ((_CLOSE, "owl:sameAs"),),
    "valid_from": ((_CLOSE, "schema:foundingDate"),),
    "valid_to": ((_CLOSE, "schema:dissolutionDate"),),
}

# What a program that shows organisations and places by SKOS calls them (ORG, section 5.2).
LABELS: dict[str, tuple[str, ...]] = {"agency": ("skos:prefLabel",), "place": ("skos:prefLabel",)}
# Said once: the longest texts are not written again under another name, and labels have a language.
_NOT_REPEATED = {"schema:text", "rdfs:label"}

DATATYPES: dict[str, tuple[str, ...]] = {
    "text": ("xsd:string",),
    "flag": ("xsd:boolean",),
    "number": ("xsd:integer", "xsd:decimal", "xsd:double"),
    "day": ("xsd:date", "xsd:gYearMonth", "xsd:gYear"),
    "moment": ("xsd:dateTime", "xsd:string"),
}
_INVERSE = re.compile(r"\[ owl:inverseOf (\S+) \]")
_HEAD = "# Written by `python -m ontology.turtle` from vocabulary.py: change that, not this.\n\n"


def classes_above(kind: str) -> list[str]:
    """The full IRIs of the classes of other vocabularies that every node of a kind is in."""
    return _full(_wider(CLASSES[kind]))


def properties_above(name: str) -> list[str]:
    """The full IRIs of the properties of other vocabularies that hold where a kind of edge or a property does."""
    terms = _wider(RELATIONS.get(name, VALUES.get(name, ())))
    return _full(term for term in terms if not _INVERSE.fullmatch(term) and term not in _NOT_REPEATED)


def inverses_above(name: str) -> list[str]:
    """The same from target to source of an edge."""
    return _full(found[1] for term in _wider(RELATIONS[name]) if (found := _INVERSE.fullmatch(term)))


def labels_above(kind: str) -> list[str]:
    """The full IRIs of the properties that give the label of a node of a kind."""
    return _full(("rdfs:label", *LABELS.get(kind, ())))


def _wider(terms: Iterable[tuple[str, str]]) -> list[str]:
    return [term for relation, term in terms if relation in (_WITHIN, _UNDER)]


def _full(terms: Iterable[str]) -> list[str]:
    return [PREFIXES[prefix] + local for prefix, _, local in (term.partition(":") for term in terms)]


def datatype(prop: Prop, value: object) -> str:
    """The full IRI of the datatype of a property's value in RDF: days by how much of the date is known."""
    if prop.type == "day":
        short = {4: "xsd:gYear", 7: "xsd:gYearMonth"}.get(len(str(value)), "xsd:date")
    elif prop.type == "number":
        short = "xsd:integer" if isinstance(value, int) else "xsd:decimal"
    elif prop.type == "moment":
        short = "xsd:dateTime"
    else:
        short = DATATYPES[prop.type][0]
    return PREFIXES["xsd"] + short.removeprefix("xsd:")


def vocabulary_turtle() -> str:
    """The OWL vocabulary."""
    blocks = [
        _block(
            f"<{NAMESPACE.rstrip('#')}>",
            ["a owl:Ontology", *_labels("Từ vựng chithi", "The chithi vocabulary"), 'owl:versionInfo "1"'],
        ),
        *(_class(kind) for kind in NODE_KINDS.values()),
        *_EVIDENCE_BLOCKS,
        *(_relation(kind) for kind in EDGE_KINDS.values()),
        *(_value(props, owners) for props, owners in _properties()),
    ]
    return _HEAD + _prefixes("eli oa org owl prov rdf rdfs schema skos xsd") + "\n".join(blocks)


def shapes_turtle() -> str:
    """The SHACL shapes: required properties and their types, the ends of each relation, and whole evidence."""
    blocks = [*(_node_shape(kind) for kind in NODE_KINDS), *_end_shapes(), _EVIDENCE_SHAPES]
    return _HEAD + _prefixes("oa rdf sh xsd") + "\n".join(blocks)


# -- the vocabulary

_EVIDENCE_BLOCKS = (
    ":Evidence a owl:Class ;\n"
    '    rdfs:label "bằng chứng"@vi, "evidence"@en ;\n'
    '    rdfs:comment "Where a document says it: the words oa:exact, from oa:start to oa:end in code points."@en ;\n'
    "    rdfs:subClassOf oa:SpecificResource ;\n    rdfs:subClassOf prov:Entity .\n",
    ":evidenceOf a owl:ObjectProperty ;\n"
    '    rdfs:label "chứng minh"@vi, "evidence of"@en ;\n'
    "    rdfs:domain :Evidence ;\n    rdfs:range rdf:Statement .\n",
    ":rule a owl:DatatypeProperty ;\n"
    '    rdfs:label "quy tắc đọc"@vi, "reading rule"@en ;\n'
    "    rdfs:domain :Evidence ;\n    rdfs:range xsd:string .\n",
    ":confidence a owl:DatatypeProperty ;\n"
    '    rdfs:label "độ tin cậy"@vi, "confidence"@en ;\n'
    "    rdfs:domain :Evidence ;\n    rdfs:range xsd:decimal .\n",
    ":content a owl:DatatypeProperty ;\n"
    '    rdfs:label "toàn văn"@vi, "full text"@en ;\n'
    '    rdfs:comment "The text of a document that its evidence selects from, in Unicode normal form C."@en ;\n'
    "    rdfs:domain :Document ;\n    rdfs:range xsd:string ;\n    rdfs:subPropertyOf schema:text .\n",
    ":listed a owl:DatatypeProperty ;\n"
    '    rdfs:label "giá trị đúng thứ tự"@vi, "values as listed"@en ;\n'
    '    rdfs:comment "As a JSON object: the lists of a resource in their order, and what no triple can say."@en ;\n'
    "    rdfs:range xsd:string .\n",
)


def _class(kind: NodeKind) -> str:
    return _block(_short(kind.iri), ["a owl:Class", *_labels(kind.vi, kind.en), *_aligned(CLASSES[kind.name])])


def _relation(kind: EdgeKind) -> str:
    sources = dict.fromkeys(source for source, _ in kind.ends)
    targets = dict.fromkeys(target for _, target in kind.ends)
    lines = ["a owl:ObjectProperty", *_labels(kind.vi, kind.en)]
    lines += [f"rdfs:domain {_union(sources)}", f"rdfs:range {_union(targets)}"]
    return _block(_short(kind.iri), lines + _aligned(RELATIONS[kind.name]))


def _properties() -> list[tuple[list[Prop], list[str]]]:
    """Every property once, with all that have it; those of edges belong to the statement that stands for the edge."""
    found: dict[str, tuple[list[Prop], list[str]]] = {}
    for kind, props in (*PROPS.items(), *(("", props) for props in EDGE_PROPS.values())):
        for prop in props:
            held, owners = found.setdefault(prop.name, ([], []))
            held.append(prop)
            owners.append(_class_name(kind) if kind else "rdf:Statement")
    return list(found.values())


def _value(props: list[Prop], owners: list[str]) -> str:
    prop = props[0]
    linked = prop.type in NODE_KINDS
    labels = [f'"{label}"@{lang}' for lang in ("vi", "en") for label in dict.fromkeys(p.label(lang) for p in props)]
    lines = [f"a owl:{'Object' if linked else 'Datatype'}Property", f"rdfs:label {labels[0]}, {labels[-1]}"]
    if more := [label for label in labels[1:-1] if label not in (labels[0], labels[-1])]:
        lines.append(f"skos:altLabel {', '.join(more)}")
    lines.append(f"rdfs:domain {_one_of(dict.fromkeys(owners))}")
    if linked:
        lines.append(f"rdfs:range {_class_name(prop.type)}")
    elif len(types := DATATYPES[prop.type]) == 1:
        lines.append(f"rdfs:range {types[0]}")
    else:
        lines.append(f"rdfs:range [ a rdfs:Datatype ; owl:unionOf ( {' '.join(types)} ) ]")
    return _block(_short(prop.iri), lines + _aligned(VALUES.get(prop.name, ())))


# -- the shapes


def _node_shape(kind: str) -> str:
    lines = ["a sh:NodeShape", f"sh:targetClass {_class_name(kind)}"]
    return _block(f"{_class_name(kind)}Shape", lines + [_property_shape(prop) for prop in PROPS[kind]])


def _property_shape(prop: Prop) -> str:
    parts = [f"sh:path {_short(prop.iri)}"]
    if prop.required:
        parts.append("sh:minCount 1")
    if not prop.many:
        parts.append("sh:maxCount 1")
    if prop.type in NODE_KINDS:
        parts.append(f"sh:class {_class_name(prop.type)}")
    elif len(types := DATATYPES[prop.type]) == 1:
        parts.append(f"sh:datatype {types[0]}")
    else:
        parts.append("sh:or ( " + " ".join(f"[ sh:datatype {each} ]" for each in types) + " )")
    if prop.values:
        parts.append("sh:in ( " + " ".join(f'"{each}"' for each in prop.values) + " )")
    if prop.required and prop.type == "text" and not prop.values:
        parts.append("sh:minLength 1")
    return f"sh:property [ {' ; '.join(parts)} ]"


def _end_shapes() -> Iterable[str]:
    """For each relation and kind of source the kinds it may lead to; the last shape is for sources it may not have."""
    for kind in EDGE_KINDS.values():
        path, name = _short(kind.iri), kind.iri.removeprefix(NAMESPACE)
        sources = list(dict.fromkeys(source for source, _ in kind.ends))
        fits = []
        for source in sources:
            targets = [target for start, target in kind.ends if start == source]
            ends = " ".join(f"[ sh:class {_class_name(target)} ]" for target in targets)
            fits.append(f"[ sh:class {_class_name(source)} ; sh:property [ sh:path {path} ; sh:or ( {ends} ) ] ]")
        says = f'sh:message "{kind.name}: {", ".join(f"{s} -> {t}" for s, t in kind.ends)}"'
        yield _block(
            f":{name}Ends",
            [
                "a sh:NodeShape",
                f"sh:targetSubjectsOf {path}",
                f"sh:or (\n        {(chr(10) + ' ' * 8).join(fits)} )",
                says,
            ],
        )


_EVIDENCE_SHAPES = """:StatementShape a sh:NodeShape ;
    sh:targetClass rdf:Statement ;
    sh:property [ sh:path rdf:subject ; sh:minCount 1 ; sh:maxCount 1 ; sh:nodeKind sh:IRI ] ;
    sh:property [ sh:path rdf:predicate ; sh:minCount 1 ; sh:maxCount 1 ; sh:in ( KINDS ) ] ;
    sh:property [ sh:path rdf:object ; sh:minCount 1 ; sh:maxCount 1 ; sh:nodeKind sh:IRI ] ;
    sh:property [ sh:path [ sh:inversePath :evidenceOf ] ; sh:minCount 1 ; sh:class :Evidence ] .

:ContentShape a sh:NodeShape ;
    sh:targetSubjectsOf :content ;
    sh:class :Document ;
    sh:property [ sh:path :content ; sh:maxCount 1 ; sh:datatype xsd:string ] .

:EvidenceShape a sh:NodeShape ;
    sh:targetClass :Evidence ;
    sh:property [ sh:path :evidenceOf ; sh:minCount 1 ; sh:maxCount 1 ; sh:class rdf:Statement ] ;
    sh:property [ sh:path oa:hasSource ; sh:minCount 1 ; sh:maxCount 1 ; sh:class :Document ] ;
    sh:property [ sh:path ( oa:hasSelector oa:start ) ; sh:minCount 1 ; sh:maxCount 1 ] ;
    sh:property [ sh:path ( oa:hasSelector oa:end ) ; sh:minCount 1 ; sh:maxCount 1 ] ;
    sh:property [ sh:path ( oa:hasSelector oa:exact ) ; sh:minCount 1 ; sh:maxCount 1 ] ;
    sh:property [ sh:path :rule ; sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:string ] ;
    sh:property [ sh:path :confidence ; sh:minCount 1 ; sh:maxCount 1 ; sh:minInclusive 0 ; sh:maxInclusive 1 ] .

:PositionShape a sh:NodeShape ;
    sh:targetClass oa:TextPositionSelector ;
    sh:property [ sh:path oa:start ; sh:minCount 1 ; sh:maxCount 1 ; sh:minInclusive 0 ; sh:lessThan oa:end ] ;
    sh:property [ sh:path oa:end ; sh:minCount 1 ; sh:maxCount 1 ; sh:minInclusive 0 ] .

:QuoteShape a sh:NodeShape ;
    sh:targetClass oa:TextQuoteSelector ;
    sh:property [ sh:path oa:exact ; sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:string ; sh:minLength 1 ] .
""".replace("KINDS", " ".join(f":{kind.iri.removeprefix(NAMESPACE)}" for kind in EDGE_KINDS.values()))


# -- writing


def _prefixes(names: str) -> str:
    return "".join(f"@prefix {name}: <{PREFIXES[name]}> .\n" for name in ("", *names.split())) + "\n"


def _block(subject: str, lines: list[str]) -> str:
    return f"{subject} " + " ;\n    ".join(lines) + " .\n"


def _labels(vi: str, en: str) -> list[str]:
    return [f'rdfs:label "{vi}"@vi, "{en}"@en']


def _aligned(terms: Iterable[tuple[str, str]]) -> list[str]:
    return [f"{relation} {term}" for relation, term in terms]


def _short(iri: str) -> str:
    return ":" + iri.removeprefix(NAMESPACE)


def _class_name(kind: str) -> str:
    return _short(NODE_KINDS[kind].iri)


def _union(kinds: Iterable[str]) -> str:
    return _one_of(_class_name(kind) for kind in kinds)


def _one_of(classes: Iterable[str]) -> str:
    named = list(classes)
    return named[0] if len(named) == 1 else f"[ a owl:Class ; owl:unionOf ( {' '.join(named)} ) ]"


FILES = {"chithi.ttl": vocabulary_turtle, "shapes.ttl": shapes_turtle}


def write(folder: Path = Path(__file__).parent) -> None:
    """Writes both files anew."""
    for name, made in FILES.items():
        (folder / name).write_text(made(), encoding="utf-8")


if __name__ == "__main__":
    write()
