"""The single bodies that a collective stands for, where the documents or the reference tables know them.

`Các sở, ban, ngành` of a province are those of its departments that its documents name; `UBND các tỉnh, thành phố` are
the committees of the provinces of a day, `các bộ, ngành` the ministries. Who else may be meant stays open.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from graph.folding import fold
from graph.identity import agency_id
from graph.labels import label
from graph.model import Node, Props
from graph.reading import AgencyKey
from graph.store import Store
from ontology import places
from ontology.bodies import BODIES
from ontology.successions import successors
from queries.names import words
from queries.props import flag, text_of

# What a collective's name says that it consists of, folded and without abbreviations.
_DEPARTMENTS = re.compile(r"^cac (?:so|ban nganh|so nganh)\b")
_MINISTRIES = re.compile(r"^(?:cac )?bo(?:$| nganh\b| co quan\b)")
_PROVINCES = re.compile(r"^(?P<body>.*?) ?cac tinh(?: thanh pho)?(?: truc thuoc trung uong)?$")
_PARTY_PROVINCES = re.compile(r"^cac tinh uy(?: thanh uy)?\b")
_DISTRICTS = re.compile(r"^uy ban nhan dan (?:cac huyen|cap huyen|huyen)\b")
_DEPARTMENT = re.compile(r"^(?:so|thanh tra|van phong uy ban nhan dan|ban dan toc|ban quan ly)\b")
_DISTRICT = re.compile(r"^uy ban nhan dan (?:huyen|thi xa|quan|thanh pho) \w")
# Since this day no department or ministry of the tables is of a later date than what is asked about.
_SETTLED = date(2025, 3, 1)


@dataclass(frozen=True, slots=True)
class Member:
    """A single body, and what says that it is meant: `named` when documents of the place name it, otherwise the source
    in the reference tables."""

    node: Node
    because: str


def members(store: Store, collective: Node, on: date) -> list[Member]:
    """The single bodies of a collective on a day, by name; none when the name does not tell or nothing is known. One
    call at most."""
    name, place = " ".join(words(text_of(collective, "name") or collective.label)), text_of(collective, "place")
    if not flag(collective, "collective"):
        return []
    found: Iterable[Member] = ()
    if _DEPARTMENTS.match(name) and place:
        found = _named(store, place, _DEPARTMENT)
    elif _DISTRICTS.match(name) and place:
        found = _named(store, place, _DISTRICT)
    elif _PARTY_PROVINCES.match(name) and not place:
        found = _of_provinces("", on)
    elif (provinces := _PROVINCES.match(name)) and not place:
        found = _of_provinces(provinces["body"], on)
    elif _MINISTRIES.match(name) and not place and on >= _SETTLED:
        found = _ministries(on)
    return sorted(found, key=lambda member: (fold(member.node.label), member.node.id))


def _named(store: Store, place: str, form: re.Pattern[str]) -> Iterator[Member]:
    for node in store.find("agency", "place", [place]):
        if not flag(node, "collective") and form.match(" ".join(words(text_of(node, "name")))):
            yield Member(node, "named")


def _of_provinces(body: str, on: date) -> Iterator[Member]:
    name = {"uy ban nhan dan": "Ủy ban nhân dân", "hoi dong nhan dan": "Hội đồng nhân dân"}.get(body)
    for province in places.provinces_on(on):
        party = "Thành ủy" if province.kind.startswith("thành phố") else "Tỉnh ủy"
        if name or not body:
            yield _made(name or party, province.name, province.source)


def _ministries(on: date) -> Iterator[Member]:
    for body in BODIES:
        ministry = body.central and body.branch == "government" and body.name.startswith("Bộ ")
        if ministry and not successors(body.name, "", on):
            yield _made(body.name, "", body.source)


def _made(name: str, place: str, source: str) -> Member:
    props: Props = {"name": name, "collective": False, **({"place": place} if place else {})}
    return Member(Node(agency_id(AgencyKey(name, place)), "agency", label("agency", props), props), source)
