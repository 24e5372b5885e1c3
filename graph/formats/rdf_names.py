"""IRIs of a graph in RDF: those of its nodes and edges under a base the user can set, those of its terms under the
vocabulary's namespace; and the way back."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote, unquote

from ontology.turtle import PREFIXES as ONTOLOGY_PREFIXES
from ontology.vocabulary import EDGE_KINDS, EDGE_PROPS, NAMESPACE, NODE_KINDS, PROPS

DEFAULT_BASE = "https://w3id.org/chithi/"
PREFIXES = {"chithi": NAMESPACE, **{name: iri for name, iri in ONTOLOGY_PREFIXES.items() if name}} | {
    "void": "http://rdfs.org/ns/void#"
}

_ABSOLUTE = re.compile(r"[a-z][a-z0-9+.-]{0,30}:[A-Za-z0-9._~:/@!$&'()*+,;=%-]{0,2000}/")
_CAPITAL = re.compile("[A-Z]")
# Terms of the namespace that are no property of a node or an edge.
_RESERVED = {kind.iri for kind in EDGE_KINDS.values()} | {
    NAMESPACE + name for name in ("content", "listed", "evidenceOf", "rule", "confidence")
}
_KNOWN = {prop.iri: prop.name for props in (*PROPS.values(), *EDGE_PROPS.values()) for prop in props}
LISTS = frozenset(prop.name for props in PROPS.values() for prop in props if prop.many)
LINKS = frozenset(
    prop.name for props in (*PROPS.values(), *EDGE_PROPS.values()) for prop in props if prop.type in NODE_KINDS
)


class BadBase(ValueError):  # noqa: N818
    """A base under which no IRI can be made."""

    def __init__(self, base: str) -> None:
        super().__init__(f"{base} is no base for IRIs: give an absolute one in ASCII that ends in /, as {DEFAULT_BASE}")


@dataclass(frozen=True, slots=True)
class Iris:
    """The IRIs under one base, without brackets. Raises BadBase."""

    base: str = DEFAULT_BASE

    def __post_init__(self) -> None:
        if not _ABSOLUTE.fullmatch(self.base):
            raise BadBase(self.base)

    @property
    def ids(self) -> str:
        """What the IRI of every node and edge begins with."""
        return f"{self.base}id/"

    def node(self, id: str) -> str:
        """The IRI of a node or an edge."""
        return self.ids + _quoted(id)

    def graph(self, document: str) -> str:
        """The IRI of the graph of what a document says."""
        return f"{self.base}graph/{_quoted(document)}"

    def id_of(self, iri: str) -> str | None:
        """The node or edge an IRI belongs to: its own, or that of a piece of its evidence (`ID/…`, `ID/…#quote`)."""
        if not iri.startswith(self.ids):
            return None
        return unquote(iri[len(self.ids) :].partition("/")[0].partition("#")[0])


@lru_cache(maxsize=1_000)
def property_iri(name: str) -> str:
    """`period_start` gives `…#periodStart`."""
    head, *rest = name.split("_")
    return NAMESPACE + quote(head + "".join(word[:1].upper() + word[1:] for word in rest), safe="")


def property_name(iri: str) -> str | None:
    """`…#periodStart` gives `period_start`; nothing for what is no property of a node or an edge."""
    if not iri.startswith(NAMESPACE) or iri in _RESERVED:
        return None
    known = _KNOWN.get(iri)
    return known or _CAPITAL.sub(lambda found: f"_{found[0].lower()}", unquote(iri[len(NAMESPACE) :]))


def is_known(name: str) -> bool:
    """Whether it is a property of the vocabulary."""
    return _KNOWN.get(property_iri(name)) == name


def is_sayable(name: str) -> bool:
    """Whether a triple can stand for the property: its IRI means nothing else."""
    iri = property_iri(name)
    return iri not in _RESERVED and _KNOWN.get(iri, name) == name


def term(name: str) -> str:
    """The IRI of `oa:exact`."""
    prefix, _, local = name.partition(":")
    return PREFIXES[prefix] + local


def _quoted(id: str) -> str:
    return quote(id, safe=":")
