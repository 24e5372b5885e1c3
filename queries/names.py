"""From a name as anyone would type it to the node it means."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import product

from graph.folding import fold
from graph.identity import item_id
from graph.model import Node
from graph.reading import ItemKey
from graph.store import Store
from ontology.bodies import SECTORS, issuer_of
from queries.props import flag, strings, text_of

_WORD = re.compile(r"[a-z0-9]+")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_PLACE_RANK = re.compile(r"^(?:tinh|thanh pho|tp\.?|thu do)\s+")
_FILLERS = frozenset({"so", "ngay", "thang", "nam", "cua", "tinh", "thanh", "pho", "tp"})
# A symbol has at most five parts: 100/2024/NĐ-CP has four, 21-HD/BTGTU-ABC five with its year.
_MOST_PARTS = 5
_SHORT = {
    "ubnd": "uy ban nhan dan",
    "hdnd": "hoi dong nhan dan",
    "mttq": "mat tran to quoc",
    "btv": "ban thuong vu",
    "csxh": "chinh sach xa hoi",
    "nnptnt": "nong nghiep va phat trien nong thon",
    "ptnt": "phat trien nong thon",
    "ldtbxh": "lao dong thuong binh va xa hoi",
    "tnmt": "tai nguyen va moi truong",
    "khdt": "ke hoach va dau tu",
    "gtvt": "giao thong van tai",
    "nhnn": "ngan hang nha nuoc",
    "bql": "ban quan ly",
    "kkt": "khu kinh te",
}


class NotFound(Exception):  # noqa: N818
    """Nothing in the graph has this name; `suggestions` are the nearest labels."""

    def __init__(self, text: str, suggestions: Sequence[str] = ()) -> None:
        self.text = text
        self.suggestions = tuple(suggestions)
        near = f" Gần nhất: {'; '.join(self.suggestions)}." if self.suggestions else ""
        super().__init__(f"Không tìm thấy “{text}”.{near}")


class Ambiguous(Exception):  # noqa: N818
    """A name that several nodes bear; `candidates` are all of them, in id order."""

    def __init__(self, text: str, candidates: Iterable[Node]) -> None:
        self.text = text
        self.candidates = tuple(sorted(candidates, key=lambda node: node.id))
        listed = "; ".join(f"{node.label} [{node.id}]" for node in self.candidates[:10])
        more = f" và {len(self.candidates) - 10} mục khác" if len(self.candidates) > 10 else ""
        super().__init__(f"“{text}” có thể là: {listed}{more}. Hãy nêu rõ hơn hoặc dùng mã trong ngoặc vuông.")


def words(text: str) -> list[str]:
    """The folded words of a name, abbreviations written out: `UBND tỉnh` gives uy, ban, nhan, dan, tinh."""
    found: list[str] = []
    for word in _WORD.findall(fold(text)):
        found += (_SHORT.get(word) or _codes().get(word, word)).split()
    return found


@cache
def _codes() -> dict[str, str]:
    """Departments and ministries by the code that numbers have, `sxd` for Sở Xây dựng, each with its folded words."""
    found: dict[str, str] = {}
    for short, sector in SECTORS.items():
        code = "".join(_WORD.findall(fold(short)))
        if short.isupper() and len(code) > 1:
            found.setdefault(f"s{code}", " ".join(_WORD.findall(fold(f"Sở {sector}"))))
            body = issuer_of(f"B{short}")
            if body:
                found.setdefault(f"b{code}", " ".join(_WORD.findall(fold(body.name))))
    return found


def place_key(text: str) -> str:
    """A place's name without its rank: `tỉnh Lai Châu` and `lai chau` give the same."""
    return " ".join(_WORD.findall(_PLACE_RANK.sub("", fold(text))))


def same_place(asked: str, stored: str) -> bool:
    return place_key(asked) == place_key(stored)


# -- documents


def find_document(store: Store, text: str) -> Node:
    """The document that `text` means: an id, a symbol however separated (`34 ct tw`), a type and number (`Chỉ thị 34`),
    with or without the place or year, or words of its title. Raises NotFound and Ambiguous."""
    text = text.strip()
    known = store.nodes([text]).get(text)
    if known is not None and known.kind == "document":
        return known
    spellings = _symbol_spellings(text)
    if spellings and (exact := _resolved(store.find("document", "symbol", spellings))):
        return _only(text, exact)
    documents = list(store.nodes_of(["document"]))
    for tier in (_by_number, _by_title, _by_words):
        if found := _resolved(tier(text, documents)):
            return _only(text, found)
    raise NotFound(text, _nearest(text, documents))


def _only(text: str, found: Sequence[Node]) -> Node:
    if len(found) > 1:
        raise Ambiguous(text, found)
    return found[0]


def _resolved(found: Iterable[Node]) -> list[Node]:
    """Without the nodes that stand for an open choice, and without those that are known to be another that was found
    (`Luật Nhà ở năm 2023` beside `Luật 27/2023/QH15`), unless there is nothing else."""
    found = list(found)
    clear = [node for node in found if not strings(node, "candidates")] or found
    ids = {node.id for node in clear}
    return [node for node in clear if not ids & set(strings(node, "same_as"))] or clear


def _symbol_spellings(text: str) -> list[str]:
    """Every way to put separators between the parts of what may be a symbol, with and without a leading zero."""
    parts = re.findall(r"[a-z0-9.]+", fold(text))
    if not 2 <= len(parts) <= _MOST_PARTS or not _NUMBER.fullmatch(parts[0]):
        return []
    number = parts[0].lstrip("0") or "0"
    spellings: list[str] = []
    for first in dict.fromkeys((number, number.zfill(2))):
        spellings += [
            first + "".join(gap + part for gap, part in zip(gaps, parts[1:], strict=True))
            for gaps in product("-/", repeat=len(parts) - 1)
        ]
    return spellings


def _number(word: str) -> str:
    return word.lstrip("0") if word.isdigit() else word


def _by_number(text: str, documents: Iterable[Node]) -> list[Node]:
    asked = [_number(word) for word in _WORD.findall(fold(text)) if word not in _FILLERS]
    if not any(word.isdigit() for word in asked):
        return []
    found = []
    for node in documents:
        symbol = [_number(word) for word in _WORD.findall(fold(text_of(node, "symbol")))]
        if not symbol or symbol[0] not in asked:
            continue
        about = {_number(w) for key in ("doc_type", "issuer", "place", "date") for w in words(text_of(node, key))}
        if all(word in about or word in symbol for word in asked) and _type_agrees(asked, symbol, about):
            found.append(node)
    return found


def _type_agrees(asked: Sequence[str], symbol: Sequence[str], about: set[str]) -> bool:
    """`Chỉ thị 2024` must not find a directive of 2024 by its year alone: the number itself has to be asked for."""
    digits = [word for word in asked if word.isdigit()]
    return symbol[0] in digits and all(word in symbol or word in about for word in digits)


def _by_title(text: str, documents: Iterable[Node]) -> list[Node]:
    asked = words(text)
    found = []
    for node in documents:
        names = [words(text_of(node, key)) for key in ("name", "title")] + [words(node.label)]
        kind = words(text_of(node, "doc_type"))
        if any(name and asked in (name, kind + name) for name in names):
            found.append(node)
    return found


def _by_words(text: str, documents: Iterable[Node]) -> list[Node]:
    """Those with every word; a number counts in the symbol and the date only: titles are full of others' numbers."""
    asked = set(words(text))
    numbers = {word for word in asked if word.isdigit()}
    own, told = ("symbol", "date"), ("doc_type", "name", "title", "issuer", "place")
    found = []
    for node in documents if asked else ():
        marks = {word for key in own for word in words(text_of(node, key))}
        about = {word for key in told for word in words(text_of(node, key))} | set(words(node.label))
        if numbers <= marks and asked <= marks | about:
            found.append(node)
    return found


# -- bodies


def find_agencies(store: Store, text: str, place: str | None = None) -> list[Node]:
    """The bodies of this name: one for each place that has one, unless `place` or the words themselves name the place
    (`so xay dung lai chau`). Bodies without a place stay in when a place is given. Raises NotFound, and Ambiguous when
    only some of the words were given and they fit bodies of different names."""
    text = text.strip()
    known = store.nodes([text]).get(text)
    if known is not None and known.kind == "agency":
        return [known]
    found = _by_prefix(store, text)
    if not found:
        agencies = list(store.nodes_of(["agency"]))
        found = _best_split_words(text, agencies)
        if not found:
            found = _in_place(_agencies_by_words(text, agencies), place)
            if len({tuple(words(_name(node))) for node in found}) > 1:
                raise Ambiguous(text, found)
        if not found:
            raise NotFound(text, _nearest(text, agencies))
    kept = _in_place(found, place)
    if not kept:
        raise NotFound(f"{text} ({place})", [node.label for node in found[:5]])
    return sorted(kept, key=lambda node: node.id)


def find_any(store: Store, text: str) -> Node:
    """The node of an id, or the place, body or document that a name means: a name in full before some of its words,
    and with a number a document first; `292-KH/TU#IV.1` is the duty, figure or provision of that ref in the document.
    Raises NotFound and Ambiguous."""
    text = text.strip()
    known = store.nodes([text]).get(text)
    if known is not None:
        return known
    if "#" in text:
        return _item(store, text)
    numbered = any(character.isdecimal() for character in text)
    if not numbered and (whole := store.find("place", "name", with_rank(text)) or _by_prefix(store, text)):
        return _only(text, whole)
    missing: NotFound | None = None
    for find in (find_document, _one_agency, find_place):
        try:
            return find(store, text)
        except NotFound as error:
            missing = missing or error
    raise missing or NotFound(text)


def _item(store: Store, text: str) -> Node:
    named, _, ref = text.rpartition("#")
    document = find_document(store, named)
    ids = [item_id(document.id, ItemKey(kind, ref.strip())) for kind in ("task", "target", "provision")]
    found = store.nodes(ids)
    for id in ids:
        if id in found:
            return found[id]
    raise NotFound(text)


def _one_agency(store: Store, text: str) -> Node:
    return _only(text, find_agencies(store, text))


def _by_prefix(store: Store, text: str) -> list[Node]:
    """Bodies whose name is the text, or its beginning with the rest being their place. One call."""
    asked = fold(text).split()
    prefixes = [" ".join(asked[:n]) for n in range(len(asked), 0, -1)]
    return _best_split(asked, store.find("agency", "name", prefixes))


def _name(node: Node) -> str:
    return text_of(node, "name") or node.label


def _in_place(found: Iterable[Node], place: str | None) -> list[Node]:
    """Of that place, and without a place (central bodies, groups) only where nothing else bears the name."""
    found = list(found)
    if place is None:
        return found
    here = [node for node in found if same_place(place, text_of(node, "place"))]
    return here or [node for node in found if not text_of(node, "place")]


def _best_split(asked: Sequence[str], found: Iterable[Node]) -> list[Node]:
    """Those whose name is the beginning of what was asked, the rest being their place; the longest name wins."""
    fits: dict[int, list[Node]] = {}
    for node in found:
        name = fold(_name(node)).split()
        if list(asked[: len(name)]) != name:
            continue
        rest = " ".join(asked[len(name) :])
        if not rest or same_place(rest, text_of(node, "place")):
            fits.setdefault(len(name), []).append(node)
    return fits[max(fits)] if fits else []


def _best_split_words(text: str, agencies: Iterable[Node]) -> list[Node]:
    """As _best_split, punctuation and abbreviations aside, and with the label as another form of the name."""
    asked = words(text)
    fits: dict[int, list[Node]] = {}
    for node in agencies:
        for name in (words(_name(node)), words(node.label)):
            rest = asked[len(name) :]
            if name and asked[: len(name)] == name and (not rest or same_place(" ".join(rest), text_of(node, "place"))):
                fits.setdefault(len(name), []).append(node)
                break
    return fits[max(fits)] if fits else []


def _agencies_by_words(text: str, agencies: Iterable[Node]) -> list[Node]:
    asked = words(text)
    found = [node for node in agencies if _in_order(asked, [*words(_name(node)), *words(text_of(node, "place"))])]
    single = [node for node in found if not flag(node, "collective")]
    return single or found


def _in_order(asked: Sequence[str], name: Sequence[str]) -> bool:
    """Whether the words stand in a name in this order, from its first or second word on: `xay dung lai chau` means a Sở
    Xây dựng of Lai Châu, while `bo xay dung` is not the Party group of that ministry, nor `hai phong` an office of Hải
    Dương."""
    if not asked or asked[0] not in name[:2]:
        return False
    rest = iter(name)
    return all(word in rest for word in asked)


# -- places


def find_place(store: Store, text: str) -> Node:
    """The place of this name, with or without its rank. Raises NotFound and Ambiguous."""
    text = text.strip()
    known = store.nodes([text]).get(text)
    if known is not None and known.kind == "place":
        return known
    found = store.find("place", "name", with_rank(text))
    if not found:
        places = list(store.nodes_of(["place"]))
        found = [node for node in places if same_place(text, text_of(node, "name") or node.label)]
        if not found:
            raise NotFound(text, _nearest(text, places))
    return _only(text, found)


def with_rank(text: str) -> list[str]:
    """The ways in which a place's name is written with and without what kind of place it is, folded."""
    bare = _PLACE_RANK.sub("", fold(text))
    return [rank + bare for rank in ("", "tinh ", "thanh pho ", "thu do ")]


def _nearest(text: str, nodes: Iterable[Node]) -> list[str]:
    from rapidfuzz import fuzz, process

    labels = {node.label: fold(f"{node.label} {text_of(node, 'place')}") for node in nodes}
    near = process.extract(fold(text), labels, scorer=fuzz.WRatio, limit=3, score_cutoff=60)
    return [str(label) for _, _, label in near]
