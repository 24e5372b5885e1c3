"""Stable, readable ids, each a function of the key alone; which document a key means is told in `graph.resolution`."""

from __future__ import annotations

import json
import re
import unicodedata
from functools import lru_cache
from hashlib import sha256

from graph.folding import fold, slug
from graph.model import Props
from graph.reading import AgencyKey, ItemKey, PersonKey, PlaceKey

CENTRAL = "VN"
_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))
_quoted = json.encoder.encode_basestring
LONGEST = 60

_LEADING_ZEROS = re.compile(r"\A0+(?=\d)")
_YEAR = re.compile(r"\A\d+(?:-\d+)?-((?:19|20)\d\d)-[a-z]")
_TONES = "\u0300\u0301\u0303\u0309\u0323"
ITEM_KINDS = frozenset(("provision", "target", "task"))
_ITEM = re.compile(r"#(provision|task|target):([^#:]+)(?::(\d+))?\Z")
_ESCAPES = {"%": "%25", ":": "%3A", "#": "%23"}


class BadItemIdError(ValueError):
    """An id that does not have the form of a provision, task or target."""

    def __init__(self, id: str) -> None:
        super().__init__(f"{id} is not the id of a provision, task or target (document#kind:ref)")


def short_hash(text: str, length: int = 8) -> str:
    return sha256(text.encode()).hexdigest()[:length]


def slug_or_hash(text: str) -> str:
    """A slug of at most 60 characters; what is cut off, or has no letter or digit, is told apart by a hash."""
    plain = slug(text)
    if plain and len(plain) <= LONGEST:
        return plain
    return f"{plain[:LONGEST].rstrip('-')}-{short_hash(fold(text))}".lstrip("-")


@lru_cache(maxsize=20_000)
def symbol_core(symbol: str) -> str:
    """What two writings of one number share: `07/NQ-CP`, `7/NQ - CP`, `7/nq-cp` give `7-nq-cp`.

    Separators count as one (`59 CTr/TU` stands beside `59-CTr/TU` in the texts), marks do not count (`QD` for `QĐ`).
    """
    return _LEADING_ZEROS.sub("", slug(symbol))


def symbol_year(symbol: str) -> str:
    """The year a number carries (`27/2023/QH15`, `100/2024/NĐ-CP`), or nothing. Nghị định 30/2020/NĐ-CP: only legal
    normative documents have one."""
    found = _YEAR.match(symbol_core(symbol))
    return found.group(1) if found else ""


def spelling(name: str) -> str:
    """A person's name for comparison: marks count (Hùng is not Hưng), their place (`hoà`, `hòa`) and case do not."""
    words = unicodedata.normalize("NFD", " ".join(name.lower().split())).split(" ")
    return " ".join(
        "".join(c for c in word if c not in _TONES) + "".join(sorted(c for c in word if c in _TONES)) for word in words
    )


# Words that a group's name has or has not without being another group: `các cơ quan có liên quan`, `cơ quan liên quan`.
_LOOSE = re.compile(r"^(?:các|những)\s+|(?<=\s)có\s+(?=liên\s+quan)", re.I)


@lru_cache(maxsize=20_000)
def agency_id(key: AgencyKey) -> str:
    place = f":{slug(key.place)}" if slug(key.place) and key.place != CENTRAL else ""
    name = _LOOSE.sub("", key.name) if key.collective else key.name
    return f"agency:{slug_or_hash(name or key.name)}{place}"


def is_collective(id: str, props: Props) -> bool:
    """Whether the node of a body, with the name and place that most of its documents give, is a group's: when some mean
    a group by that name and some a body, it is what leads back to its id."""
    name, place = str(props.get("name", "")), str(props.get("place", ""))
    said = props.get("collective") is True
    return said if agency_id(AgencyKey(name, place, said)) == id else not said


@lru_cache(maxsize=20_000)
def place_id(key: PlaceKey) -> str:
    return f"place:{slug_or_hash(key.name)}"


@lru_cache(maxsize=20_000)
def person_id(key: PersonKey) -> str:
    """Two people whose names differ by a mark are two, so the id ends in a hash of the spelling."""
    position = f":{slug_or_hash(key.position)}" if slug(key.position) else ""
    return f"person:{slug_or_hash(key.name)}{position}:{short_hash(spelling(key.name), 4)}"


def item_id(document: str, key: ItemKey) -> str:
    ref = "".join(_ESCAPES.get(c, c) for c in key.ref)
    return f"{document}#{key.kind}:{ref}" + (f":{key.n}" if key.n > 1 else "")


def item_of(id: str) -> tuple[str, ItemKey]:
    """The document and key an item's id was made of. Raises BadItemIdError."""
    found = _ITEM.search(id)
    if found is None:
        raise BadItemIdError(id)
    kind, ref, n = found.groups()
    for plain, escaped in reversed(_ESCAPES.items()):
        ref = ref.replace(escaped, plain)
    return id[: found.start()], ItemKey(kind, ref, int(n or 1))


def edge_number(kind: str, source: str, target: str, props: Props) -> int:
    """63 bits that tell edges apart: of two edges with the same kind, ends and properties there is only one."""
    canonical = _ENCODER.encode([kind, source, target, props]) if props else _bare_edge(kind, source, target)
    return int.from_bytes(sha256(canonical.encode()).digest()[:8], "big") >> 1


def _bare_edge(kind: str, source: str, target: str) -> str:
    """What the encoder writes for an edge without properties, which most are."""
    return f"[{_quoted(kind)},{_quoted(source)},{_quoted(target)},{{}}]"


def edge_id(kind: str, number: int) -> str:
    return f"{kind}:{number:016x}"
