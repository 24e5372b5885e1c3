"""Who a sentence says must act: the subject of its clause, and where the words of the duty begin."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.bodies import Body
from ingest.letters import rule
from ingest.naming import full_name
from ingest.sentences import Sentence
from ingest.verbs import is_imperative, opens_duty


@dataclass(frozen=True, slots=True)
class Subject:
    """The bodies that must act, with those they direct and those that support them where the subject tells."""

    bodies: tuple[Body, ...]
    directs: tuple[Body, ...] = ()
    supports: tuple[Body, ...] = ()

    def moved(self, by: int) -> Subject:
        return Subject(moved(self.bodies, by), moved(self.directs, by), moved(self.supports, by))


def moved(group: Sequence[Body], by: int) -> tuple[Body, ...]:
    """The bodies with their spans moved."""
    return tuple(body.moved(by) for body in group)


@dataclass(frozen=True, slots=True)
class Clause:
    """What one sentence says: its subject, where the words of the duty begin, and the rule that found them."""

    subject: Subject
    words: int
    rule: str
    confidence: float = 0.9


# What hands a duty to those named behind it.
ORDER = rule(
    r"""
    (?:^|(?<=[,;:]\s))\s*(?:
        [Gg]iao
      | (?:[Kk]ính\s+)?[Đđ]ề\s+nghị
      | [Yy]êu\s+cầu
      | [Pp]hân\s+công
      | [Uu]ỷ\s+quyền
      | [Ủủ]y\s+quyền
      | [Gg]iao\s+trách\s+nhiệm
      | [Gg]iao\s+nhiệm\s+vụ
    )\s+(?:cho\s+|trách\s+nhiệm\s+cho\s+)?(?:đồng\s+chí\s+)?
    """,
    re.X,
)
# A sentence that opens with one of these names its subject, if any, behind a comma.
_TOPIC = rule(
    r"""
    ^(?:
        Đối\s+với | Nếu | Trường\s+hợp | Qua | Trong | Trên\s+cơ\s+sở | Căn\s+cứ | Để | Khi | Sau | Trước
      | Hằng | Hàng | Định\s+kỳ | Các\s+nội\s+dung | Những | Từ | Theo | Nhằm | Ngoài | Quá\s+trình | Với
      | Tùy | Tuỳ | Thường\s+xuyên | Chậm\s+nhất | Đến | Kinh\s+phí | Tiếp\s+tục
    )\s
    """,
    re.X,
)
_NO_SUBJECT_BEFORE = rule(
    r"(?:của|do|cho|với|bởi|từ|tại|về|gồm|như|giữa|cùng|thuộc|và|hoặc|để|qua|vào|là|trong)\s*$", re.I
)
# Units within a body and bodies of no known form, by the word their names begin with.
_UNIT_HEAD = rule(
    r"(?:Cục|Vụ|Phòng|Chi\s+cục|Trung\s+tâm|Viện|Ban|Văn\s+phòng|Hội|Trường|Công\s+ty|Đội|Tổ|Trạm|Xí\s+nghiệp|Đồn|Hạt|Quỹ)\s+[A-ZĐÀ-Ỹ]\w*"
)
_HOLDER = rule(
    r"""
    (?:
        (?:
            Các | Những | Toàn\s+thể | Lãnh\s+đạo | Thủ\s+trưởng | Giám\s+đốc | Phó\s+[Gg]iám\s+đốc
          | Bí\s+thư | Cán\s+bộ | Trưởng | Đồng\s+chí | [Cc]hủ\s+tịch | [Đđ]ơn\s+vị | [Nn]gười\s+đứng\s+đầu
        )\s+
    )*
    """,
    re.I | re.X,
)
_STRONG = rule(
    r"^(?P<subject>[A-ZĐÀ-Ỹ][^.;:]{3,140}?)\s+(?:chủ\s+trì|có\s+trách\s+nhiệm|chịu\s+trách\s+nhiệm)(?!\w)", re.I
)
_ASIDE = rule(r"^\s*\([^()]{0,400}\)")
_THEN = rule(r",\s*(?:thì\s+)?$")
_BY = rule(r"\sdo\s+$")
_LED = rule(r"\s+chủ\s+trì\s*(?:,\s*)?")
_HELPED = rule(r"\s+phối\s+hợp")
_COLON = rule(r"\s*(?:\([^()]{0,400}\)\s*)?:\s*(?=\S)")


def clause(sentence: Sentence) -> Clause | None:
    """The subject of a sentence and where its duty begins; None when it names nobody who must act."""
    if found := _ordered(sentence):
        return found
    group = sentence.group(sentence.start + sentence.lead)
    if group:
        if found := _opening(sentence, group):
            return found
        if not _UNIT_HEAD.match(sentence.words[sentence.lead :]):
            return None
    return _behind_topic(sentence) or _passive(sentence) or _of_no_known_form(sentence)


def _ordered(sentence: Sentence) -> Clause | None:
    """`Giao Sở Xây dựng ...`, `Đề nghị ...`."""
    order = ORDER.search(sentence.words)
    if not order or not (order.start() <= sentence.lead or _TOPIC.match(sentence.words)):
        return None
    group = sentence.group(sentence.start + order.end())
    if not group:
        return None
    return Clause(Subject(group), group[-1].end if order.start() <= sentence.lead else sentence.start, "duty.order")


def _opening(sentence: Sentence, group: tuple[Body, ...]) -> Clause | None:
    """`Sở Xây dựng: rà soát ...`, `Sở Xây dựng (cơ quan thường trực) rà soát ...`."""
    after = sentence.after(group)
    colon = _COLON.match(after)
    if colon:
        return Clause(Subject(group), group[-1].end + colon.end(), "duty.colon")
    if opens_duty(_ASIDE.sub("", after)):
        return Clause(Subject(group), group[-1].end, "duty.subject")
    return None


def _behind_topic(sentence: Sentence) -> Clause | None:
    """`Đối với ..., Sở Xây dựng rà soát ...`."""
    if not _TOPIC.match(sentence.words[sentence.lead :]):
        return None
    for body in sentence.bodies:
        before = sentence.before(body)
        if not _THEN.search(before) or _NO_SUBJECT_BEFORE.search(before):
            continue
        group = sentence.group(body.start)
        if group and opens_duty(sentence.after(group)):
            return Clause(Subject(group), sentence.start, "duty.topic")
    return None


def _passive(sentence: Sentence) -> Clause | None:
    """`... do Sở Xây dựng chủ trì, Sở Tài chính phối hợp`."""
    for body in sentence.bodies:
        if not _BY.search(sentence.before(body)):
            continue
        group = sentence.group(body.start)
        led = _LED.match(sentence.after(group))
        if led:
            others = sentence.group(group[-1].end + led.end())
            helped = others if others and _HELPED.match(sentence.after(others)) else ()
            return Clause(Subject(group, (), helped), sentence.start, "duty.passive")
    return None


def _of_no_known_form(sentence: Sentence) -> Clause | None:
    """`Thủ trưởng các đơn vị ... có trách nhiệm ...`: words that begin like a unit's name, or holders of a named
    body."""
    words = sentence.words[sentence.lead :]
    start = sentence.start + sentence.lead
    strong = _STRONG.match(words)
    if not strong or _TOPIC.match(words) or is_imperative(words):
        return None
    subject = strong["subject"].strip()
    if len(subject) >= 120:
        return None
    single = _UNIT_HEAD.match(subject) is not None
    named = next((b for b in sentence.bodies if b.start - start <= strong.end("subject")), None)
    if not single and not (named and _HOLDER.fullmatch(words[: max(0, named.start - start)])):
        return None
    name = full_name(subject) if single else subject
    body = Body(start, start + len(subject), subject, name, "", True, not single)
    return Clause(Subject((body,)), start + strong.end("subject"), "duty.strong")
