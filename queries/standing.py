"""Where a document stands among the others: Party or State, and at which level.

Rules: Party texts are numbered `34-CT/TW`, those of the State `927/QĐ-TTg`, `27/2023/QH15` (Nghị định 30/2020/NĐ-CP,
Hướng dẫn 36-HD/VPTW); a province's documents carry its name, lower ones the name of the district or commune.
"""

from __future__ import annotations

import re

from graph.folding import fold
from graph.model import Node
from ontology import places
from queries.props import text_of

LEVELS = ("central", "province", "district", "commune")
_CENTRAL = "VN"
_PARTY = re.compile(r"^\d+(?:\.\d+)*\s*-\s*[^\W\d]+\s*/")
_ASSEMBLY = re.compile(r"/QH\d+$|HĐND\b")
_DISTRICT = re.compile(r"\b(?:huyen|quan|thi xa)\b")
_COMMUNE = re.compile(r"\b(?:xa|phuong|thi tran)\b")
_PARTY_ISSUER = re.compile(r"\b(?:tinh uy|thanh uy|huyen uy|dang uy|bo chinh tri|ban bi thu|trung uong dang)\b")


def branch(node: Node) -> str:
    """`party`, `government`, `assembly` or another branch of the vocabulary; what the document does not say follows
    from its number's form, then from its issuer's name. Empty when nothing tells."""
    if said := text_of(node, "branch"):
        return said
    symbol = text_of(node, "symbol")
    if symbol:
        return "party" if _PARTY.match(symbol) else "assembly" if _ASSEMBLY.search(symbol) else "government"
    issuer = fold(text_of(node, "issuer"))
    if _PARTY_ISSUER.search(issuer):
        return "party"
    if "hoi dong nhan dan" in issuer or issuer == "quoc hoi":
        return "assembly"
    return "government" if issuer else ""


def level(node: Node) -> str:
    """One of LEVELS, from what the document says, its place and its issuer; empty when nothing tells."""
    if said := text_of(node, "level"):
        return said
    place, issuer = text_of(node, "place"), fold(text_of(node, "issuer"))
    if place == _CENTRAL:
        return "central"
    if place and places.province(place):
        return "province"
    named = f"{fold(place)} {issuer}"
    # `thị xã` is of the district level: asked before the commune's `xã`.
    if _DISTRICT.search(named):
        return "district"
    if _COMMUNE.search(named):
        return "commune"
    return "central" if issuer and not place else ""


def province_of(node: Node) -> str:
    """The province whose document it is, by its name in the tables; empty for central bodies."""
    found = places.province(text_of(node, "place")) if text_of(node, "place") else None
    return found.name if found else ""
