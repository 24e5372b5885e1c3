"""The paragraph before the first item, which may ask somebody to do all that the items say."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace

from ingest.asking import ORDER, asked
from ingest.letters import rule
from ingest.outline import BULLETS, PARTS, Item
from ingest.sentences import Sentence, sentences
from ingest.subjects import Subject
from ingest.verbs import is_imperative

_CARRIED_OUT = rule(r"tổ\s+chức\s+thực\s+hiện|hiệu\s+lực|điều\s+khoản", re.I)
# Headings of what is no order, whoever the opening asks.
_TELLS_WHY = rule(
    r"""
    \s*(?:
        Mục\s+(?:đích|tiêu) | Yêu\s+cầu | Sự\s+cần | Nguyên\s+tắc | Quan\s+điểm | Căn\s+cứ | Thực\s+trạng | Kết\s+quả
      | Hạn\s+chế | Đối\s+tượng | (?:Định|Phương)\s+hướng\s+(?:phát\s+triển|chung|nhiệm\s+vụ)
    )
    """,
    re.I | re.X,
)


@dataclass(frozen=True, slots=True)
class Opening:
    """Whom a paragraph asks to do what the items below say, with offsets in the stored text, and the names of those who
    ask there: later in the text they ask too. `root` is the item whose sentence asks, none where it is a paragraph that
    stands under nothing."""

    asked: Subject | None = None
    askers: frozenset[str] = frozenset()
    root: Item | None = None

    def asking(self, askers: Collection[str]) -> Opening:
        """The opening of a document in which these ask too."""
        return replace(self, askers=self.askers.union(askers))

    def over(self) -> Opening:
        """The opening where another part begins: what it asks ends there."""
        return Opening(None, self.askers)

    def below(self, item: Item, asked: Subject) -> Opening:
        """The opening for what stands below an item, one of whose sentences asks for it."""
        return Opening(asked, self.askers, item)


NOBODY = Opening()
_ADDRESSES = rule(
    r"""
    (?:
        (?:Thủ\s+tướng|Chủ\s+tịch|Ban\s+Chỉ\s+đạo|Bộ(?:\s+trưởng)?|UBND|[ỦU]y\s+ban)(?!\w)[^.;:]{0,60}\sđiện
      | Kính\s+gửi
    )\s*:?\s*$
    """,
    re.I | re.X,
)


def addressees(items: Sequence[Item]) -> frozenset[int]:
    """The items, by identity, that only list whom a telegram or letter is for: the bullets under `Thủ tướng Chính phủ
    điện:` and `Kính gửi:`."""
    found: set[int] = set()
    listing = False
    for item in items:
        bullet = item.level in BULLETS and item.level != "plain"
        listing = (listing and bullet) or (item.level == "plain" and bool(_ADDRESSES.match(item.text)))
        if listing and bullet:
            found.add(id(item))
    return frozenset(found)


def opening_of(item: Item) -> Opening:
    """Whom the paragraph before the first item asks to do all that the items say: `Chủ tịch UBND tỉnh yêu cầu các sở,
    ban, ngành thực hiện các nhiệm vụ sau:`."""
    if item.level != "plain" or not item.text.rstrip().endswith(":"):
        return NOBODY
    *_, last = sentences(item.line.text, item.words - item.line.start)
    if found := asked(last, marked=False):
        names = {body.name for body in found.subject.bodies}
        asking = [body.name for body in last.bodies if body.end <= found.subject.bodies[0].start]
        return Opening(found.subject.moved(item.words), frozenset(asking[-1:]) - names)
    orders = ORDER.finditer(last.words)
    group = next((group for order in orders if (group := last.group(last.start + order.end()))), ())
    return Opening(Subject(group).moved(item.words)) if group else NOBODY


def carries_out(item: Item) -> bool:
    """Whether a part says how the document is carried out: what the opening asks ends there."""
    return _CARRIED_OUT.search(item.text) is not None


def answers(item: Item, sentence: Sentence, root: Item | None, given: Callable[[str], int]) -> bool:
    """Whether the first sentence of an item is what the opening asks for: an order, closed or of some length, that
    stands under the root of the opening, or under a heading that does, is no duty itself (`given` counts those of a
    ref) and does not tell why or how."""
    if item.level in PARTS or item.text.isupper() or not is_imperative(sentence.words):
        return False
    if not item.text.rstrip().endswith((".", ";", ":")) and (item.children or len(sentence.words.split()) < 6):
        return False
    above = item.parent
    if item.level == "plain" and root is None:  # behind the bullets
        return not _TELLS_WHY.match(item.text) and (above is None or (above.level in BULLETS and above.parent is None))
    if _TELLS_WHY.match(item.text) or above is root:
        return above is root and not _TELLS_WHY.match(item.text)
    return above is not None and above.parent is root and not _TELLS_WHY.match(above.text) and not given(above.ref)
