"""Who must do what stands under an item: the body that is its heading, or the subject of a duty closed by a colon."""

from __future__ import annotations

import re

from ingest.asking import ORDER
from ingest.between import qualified
from ingest.bodies import Body, bodies
from ingest.body_words import UNLIKE_NAMES
from ingest.capitals import recased
from ingest.cells import is_body_list, listed
from ingest.clauses import clause
from ingest.layout import Cell
from ingest.letters import rule
from ingest.naming import full_name, group_name
from ingest.open_names import name_at
from ingest.outline import PARTS, Item
from ingest.partners import directed, supports
from ingest.sentences import Sentence
from ingest.spread_names import province_meant
from ingest.subjects import Subject
from ingest.verbs import PREDICATE, is_imperative, opens_duty
from ontology.bodies import canonical

_LONGEST_NAME = 110
_NAMES_BODY = rule(
    rf"""
    (?:
        Tổ\s+đảng | Ủy\s+ban | Uỷ\s+ban | Hội\s+đồng | Ban | Sở | Bộ | Cục | Chi\s+cục | Văn\s+phòng
      | Lãnh\s+đạo | Đoàn | Các\s+[Đđ]oàn | Đảng\s+(?:ủy|đoàn|bộ) | Viện | Trung\s+tâm | Phòng | Công\s+an
      | Thanh\s+tra | Hội | Liên | Đài | Báo | Trường | Quỹ | Chủ\s+tịch | Giám\s+đốc | Trưởng
    ){UNLIKE_NAMES}\s[^.;:]{{3,110}}\s*:?\s*$
    """,
    re.X,
)
_FOR = rule(r"(?:Đối\s+với|Về\s+phía)\s+")
# A group by its kind, and what tells where it is.
_GROUPS = rule(
    r"""
    (?:
        (?:Các|Những)\s+(?:
            doanh\s+nghiệp | cơ\s+sở | tổ\s+chức | đơn\s+vị | chủ | hộ | hợp\s+tác\s+xã | trang\s+trại | nhà | hội
          | hiệp\s+hội | ngân\s+hàng | công\s+ty | trường | ban | cơ\s+quan
        )
      | (?i:
            doanh\s+nghiệp | đơn\s+vị(?!\s+tính)
          | chủ\s+(?:đầu\s+tư|hộ|cơ\s+sở|nhà|rừng|tàu|sạp|dự\s+án|xe|trang\s+trại)
          | nhà\s+(?:đầu\s+tư|thầu|máy) | hợp\s+tác\s+xã | hộ\s+(?:gia\s+đình|kinh\s+doanh|dân|sản\s+xuất)
        )
    )(?!\w)
    """,
    re.X,
)
_ON_GROUND = rule(r",?\s+(?:đóng\s+|hoạt\s+động\s+)?trên\s+địa\s+bàn[^,;]{0,60}$")
_VERB = rule(rf"(?<!chủ)(?<!nhà)\s(?:phải|có|đã|được|bị|là|{PREDICATE.pattern})")
_HANDED_OUT = rule(r"tổ\s+chức\s+thực\s+hiện|phân\s+công|trách\s+nhiệm", re.I)
_BRACKET = rule(r"\([^()]{0,400}\)\s*:?")
_CHARGE = rule(r"\s*(?:Trách\s+nhiệm|Nhiệm\s+vụ)(?:\s+cụ\s+thể)?\s+của\s+(?:các\s+(?=Sở))?", re.I)
_ANNOUNCES = rule(
    r"""
    (?:(?:quan\s+tâm|(?:chỉ|lãnh)\s+đạo|tập\s+trung|tổ\s+chức|triển\s+khai|chủ\s+trì|khẩn\s+trương|có\s+trách\s+nhiệm|làm\s+tốt),?\s+){0,4}
    (?:(?:thực\s+hiện|triển\s+khai)\s+)?(?:tốt\s+|nghiêm\s+|có\s+hiệu\s+quả\s+|ngay\s+)?
    (?:một\s+số|các|những)\s+(?:biện\s+pháp|nhiệm\s+vụ|giải\s+pháp|nội\s+dung|công\s+việc|việc)(?!\w)
    [^.;]{0,120}$
    """,
    re.I | re.X,
)
_HELPS = rule(r"phối\s+hợp(?:\s+(?:thực\s+hiện|triển\s+khai))?:?", re.I)
_ORDER_IN_CAPITALS = rule(r"(?:ĐỀ\s+NGHỊ|GIAO|YÊU\s+CẦU|ĐỐI\s+VỚI)\s+")
_LED = rule(r"Lãnh\s+đạo\s+(?:các\s+)?(?:[A-ZĐ]|cơ\s+quan)")  # the heads of a body, not the verb


def governs(item: Item, sentence: Sentence) -> Subject | None:
    """The subject of the bullets under an item that one of its sentences names; None when it names none."""
    if not item.children and not item.followed:
        return None
    words = sentence.words.strip(" *:.")
    if words.isupper() and item.level not in PARTS:
        named = _in_capitals(words, sentence.start + sentence.words.find(words))
        if named:
            return Subject(named)
    lead = sentence.lead
    opening = ORDER.match(sentence.words, lead) or _FOR.match(sentence.words, lead)
    at = sentence.start + (opening.end() if opening else lead)
    group = sentence.group(at) or (province_meant(sentence.text, at) if opening else ())
    if not group:
        return _governs_otherwise(item, sentence)
    after = sentence.after(group)
    rest = after.strip(" *.")
    if rest in ("", ":") or _BRACKET.fullmatch(rest):
        return Subject(group)
    skipped = qualified(after)
    rest = after[skipped:].strip(" *.")
    if rest in ("", ":"):
        return Subject(group)
    if opening and (says_what_follows(rest) or _HELPS.fullmatch(rest)) and item.level in ("article", "item", "number"):
        return Subject(group)
    if not rest.endswith(":") or item.level in PARTS or not opens_duty(rest):
        named = () if item.level in PARTS else _of_groups(item, sentence)
        return Subject(named) if named else None
    if item.level == "plain" and (item.parent is None or item.parent.level in PARTS):
        return None
    behind = Sentence(sentence.text, group[-1].end, sentence.end, sentence.bodies)
    return Subject(group, directed(behind, behind.start), supports(behind))


def says_what_follows(words: str) -> bool:
    """Whether the words behind a body only announce what stands below: `thực hiện các nhiệm vụ sau`."""
    return _ANNOUNCES.match(words) is not None


def _governs_otherwise(item: Item, sentence: Sentence) -> Subject | None:
    """A heading that is a body's name without being a known form, or a sentence that names its subject behind a purpose
    and is closed by a colon."""
    if item.level in PARTS:
        return None
    words = sentence.words.strip(" *:")
    if charge := _CHARGE.match(sentence.words):
        return _charged(item, sentence, charge.end())
    if _is_name(sentence, words):
        at = sentence.start + sentence.words.find(words[:10])
        return Subject((Body(at, at + len(words), words, full_name(words), "", True, False),))
    if open_group := _open_group(item, sentence):
        return Subject(open_group)
    if sentence.words.rstrip().endswith(":") and (found := clause(sentence)) and found.rule == "duty.topic":
        return found.subject
    return None


def _charged(item: Item, sentence: Sentence, at: int) -> Subject | None:
    """Whose responsibility a heading says that its items tell: bodies, or where the first gives an order whoever it
    names, `Trách nhiệm của đơn vị quản lý vận hành`."""
    group = sentence.group(sentence.start + at)
    if group and not sentence.after(group).strip(" :.*"):
        return Subject(group)
    words = sentence.words[at:].strip(" :.*")
    if not item.children or not is_imperative(item.children[0].text) or not 0 < len(words) <= _LONGEST_NAME:
        return None
    start = sentence.start + sentence.words.index(words, at)
    return (
        Subject(listed(Cell(start, words)))
        if "," in words
        else Subject((Body(start, start + len(words), words, group_name(words), "", True, True),))
    )


def _open_group(item: Item, sentence: Sentence) -> tuple[Body, ...]:
    """The bodies of no known form that are all a heading says, where what stands first under it is an order."""
    group = sentence.open_group(sentence.start)
    if not group or sentence.after(group).strip(" :.*") or not item.children:
        return _of_groups(item, sentence)
    return group if is_imperative(item.children[0].text) else ()


def _of_groups(item: Item, sentence: Sentence) -> tuple[Body, ...]:
    """The groups that a heading lists where the tasks are handed out, each named by whatever words: `Các doanh nghiệp,
    chủ đầu tư chợ; chủ hộ kinh doanh`."""
    parts = item.chain[1:]
    if not item.children or (parts and not any(_HANDED_OUT.search(part.text) for part in parts)):
        return ()
    if not is_imperative(item.children[0].text):
        return ()
    words = _ON_GROUND.sub("", sentence.words.strip(" :.*"))
    if len(words) > _LONGEST_NAME or words.endswith("."):
        return ()
    if ";" in words:
        return _parted(words, sentence.start + sentence.words.find(words))
    if not _GROUPS.match(words) or _VERB.search(words):
        return ()
    return listed(Cell(sentence.start + sentence.words.find(words), words))


def _parted(words: str, at: int) -> tuple[Body, ...]:
    """The bodies that semicolons part in a heading, each by the words it begins with; none where one begins like
    nothing that acts."""
    out: list[Body] = []
    for piece in words.split(";"):
        name = piece.strip()
        start = at + len(piece) - len(piece.lstrip())
        at += len(piece) + 1
        if is_body_list(name):
            out += (body.moved(start) for body in bodies(name))
        elif _GROUPS.match(name) and not _VERB.search(name):
            out += listed(Cell(start, name))
        elif _GROUPS.match(name) or name_at(name, 0, len(name)):
            collective = _GROUPS.match(name) is not None
            out.append(Body(start, start + len(name), name, full_name(name), "", True, collective))
        else:
            return ()
    return tuple(out)


def _in_capitals(words: str, at: int) -> tuple[Body, ...]:
    """The bodies of a heading in capitals that stands at an offset; none where it says anything else."""
    if known := canonical(words):
        return (Body(at, at + len(words), words, known.name, "", known.level != "central", False),)
    order = _ORDER_IN_CAPITALS.match(words)
    by = order.end() if order else 0
    written = recased(words[by:])
    return tuple(body.moved(at + by) for body in bodies(written)) if is_body_list(written) else ()


def _is_name(sentence: Sentence, words: str) -> bool:
    if len(words) > _LONGEST_NAME or not _NAMES_BODY.match(sentence.words.strip(" *")):
        return False
    return not is_imperative(words) or _LED.match(words) is not None
