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
    )\s+(?:cho\s+|trách\s+nhiệm\s+cho\s+)?(?:đồng\s+chí\s+|các\s+(?=Phó\s))?
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
    )[\s,]
    """,
    re.X,
)
# Any other words before the subject, where what follows it can only be its duty.
_OTHER_TOPIC = rule(r"[^,;:()]{3,120},\s*")
_ANSWERS = rule(r"[^.;:,()]{0,60},?\s+(?:có|chịu)\s+trách\s+nhiệm\s(?!cao|trong|đối|liên|về\s+việc)")
_NO_SUBJECT_BEFORE = rule(
    r"(?:của|do|cho|với|bởi|từ|tại|về|gồm|như|giữa|cùng|thuộc|và|hoặc|để|qua|vào|là|trong)\s*$", re.I
)
# Units within a body and bodies of no known form, by the word their names begin with.
_UNIT_HEAD = rule(
    r"(?:Tổng\s+cục|Tổng\s+công\s+ty|Tập\s+đoàn|Học\s+viện|Cục|Vụ|Phòng|Chi\s+cục|Trung\s+tâm|Viện|Ban|Văn\s+phòng|Hội|Trường|Công\s+ty|Đội|Tổ|Trạm|Xí\s+nghiệp|Đồn|Hạt|Quỹ)\s+[A-ZĐÀ-Ỹ]\w*"
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
_THEN = rule(r"(?:,\s*|\s)thì\s+$|,\s*$")
_BY = rule(r"(?:\s(?:do|(?:được\s+)?giao(?:\s+cho)?)\s+|\s\()$")
_LED = rule(r"\s+chủ\s+trì\s*(?:,\s*)?")
# The whole of what a body has to do with it: `do Sở X thực hiện.`, not `do Sở X thực hiện từ năm ngoái còn dở dang`.
_DONE_BY = rule(
    r"""
    \s+(?:thực\s+hiện|chịu\s+trách\s+nhiệm|đảm\s+nhiệm|đảm\s+nhận|phụ\s+trách|làm\s+đầu\s+mối)
    (?=\s*(?:[.;,]|$)|\s+(?:trong|trước|hằng|hàng|thường\s+xuyên|theo\s+quy)\s)
    """,
    re.X | re.I,
)
_PAST = rule(r"(?<!\w)(?:đã|đang|từng)\s", re.I)
# What may stand between a body and what it must do.
_QUALIFIED = rule(
    r"""
    \s*(?:
        \([^()]{0,400}\)
      | ,?\s*(?:nêu|nói)\s+trên | ,?\s*(?:có\s+)?liên\s+quan(?:\s+khác)? | còn(?=\s+có\s) | cũng(?=\s+có\s)
      | ,\s*(?:nhất\s+là|đặc\s+biệt\s+là)\s[^.;:]{2,250}?
        (?=\s(?:chủ\s+(?:động|trì)|khẩn\s+trương|(?:có|chịu)\s+trách\s+nhiệm|tập\s+trung|tăng\s+cường|tiếp\s+tục)\s)
      | ,\s*(?:ngoại\s+trừ|trừ|không\s+kể|kể\s+cả|bao\s+gồm\s+cả|gồm\s+cả|nhất\s+là|đặc\s+biệt\s+là|trong\s+đó\s+có)\s
        [^,.;:]{2,120},
    )(?!\w)
    """,
    re.X | re.I,
)
# Those of a body's kind that a clause picks out: `UBND các xã có dự án chậm tiến độ chịu trách nhiệm ...`.
_PICKED = rule(
    r"""
    \s*,?\s*(?:được|có|thuộc|tại|ở|nơi|trên|liên\s+quan|quản\s+lý|phụ\s+trách|tham\s+gia|vi\s+phạm)\s
    (?!(?:văn\s+bản|ý\s+kiến|báo\s+cáo|tờ\s+trình|công\s+văn|thông\s+báo|trách\s+nhiệm)\s)
    [^,.;:()]{2,110}?\s
    (?=(?:có\s+trách\s+nhiệm|chịu\s+trách\s+nhiệm|chủ\s+trì|khẩn\s+trương|chủ\s+động|phải)\s)
    """,
    re.X | re.I,
)
# A list of those who must act, some of them by no known name, up to the duty.
_LISTED = rule(
    r"""
      (?=\s*(?:,|và\s)|\s(?:thuộc|trực\s+thuộc)\s)[^.;:()]{3,250}?\s(?=(?i:(?:có|chịu)\s+trách\s+nhiệm)\s)
    | \s*(?:,|và)\s+[A-ZĐÀ-Ỹ][^.;:(),]{2,60}?\s
      (?=(?:khẩn\s+trương|tập\s+trung|chủ\s+động|chủ\s+trì|tiếp\s+tục|tăng\s+cường|phối\s+hợp|thực\s+hiện|tổ\s+chức)\s)
    """,
    re.X,
)
_ABOVE_ALL = ("Chính phủ", "Thủ tướng Chính phủ", "Quốc hội", "Bộ Chính trị", "Ban Bí thư Trung ương Đảng")
_ASKS = rule(r"\s+(?:(?:kính\s+)?đề\s+nghị|yêu\s+cầu|giao|phân\s+công|chỉ\s+thị)\s+(?:cho\s+)?", re.I)
# A short heading before an order: `Hoàn thiện thể chế: Giao Sở Xây dựng ...`.
_HEADED = rule(r"^[^.;:\d]{3,120}:\s+$")
_MUST = rule(
    r"\s*,?\s*(?:(?:có|chịu)\s+trách\s+nhiệm|chủ\s+(?:trì|động)|khẩn\s+trương|nghiêm\s+túc|tích\s+cực|phải)\s", re.I
)
# What no name holds: the sentence goes on.
_NO_NAME = rule(r"\s(?:được|bị|đã|đang|từng|vừa|họp|gồm|nhận|là|có|đạt|thuộc|tại|trong|của|cho)(?!\w)", re.I)
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
    return _behind_topic(sentence) or _passive(sentence) or _of_no_known_form(sentence) or _open(sentence)


def asked(sentence: Sentence, marked: bool) -> Clause | None:
    """Of a sentence in which the issuer asks others, `..., Bộ Xây dựng đề nghị Bộ Tài chính bố trí vốn`: those it asks.
    In a marked item, where others are told what to ask, only those that stand above all are taken for the issuer."""
    for body in sentence.bodies:
        if marked and body.name not in _ABOVE_ALL:
            continue
        asking = _ASKS.match(sentence.text, body.end)
        before = sentence.before(body).strip()
        if not asking or (before and not before.endswith(",")):
            continue
        group = sentence.group(asking.end())
        after = sentence.after(group) if group else ""
        if opens_duty(after) or after.strip() == ":":
            return Clause(Subject(group), group[-1].end, "duty.asked")
    return None


def _ordered(sentence: Sentence) -> Clause | None:
    """`Giao Sở Xây dựng ...`, `Đề nghị ...`."""
    order = ORDER.search(sentence.words)
    if not order:
        return None
    before = sentence.words[: order.start()]
    headed = _HEADED.match(before) is not None and not _PAST.search(before)
    opening = order.start() <= sentence.lead or headed
    if not (opening or _TOPIC.match(sentence.words)):
        return None
    group = sentence.group(sentence.start + order.end())
    if not group:
        return None
    return Clause(Subject(group), group[-1].end if opening else sentence.start, "duty.order")


def _opening(sentence: Sentence, group: tuple[Body, ...]) -> Clause | None:
    """`Sở Xây dựng: rà soát ...`, `Sở Xây dựng (cơ quan thường trực) rà soát ...`."""
    after = sentence.after(group)
    colon = _COLON.match(after)
    if colon:
        return Clause(Subject(group), group[-1].end + colon.end(), "duty.colon")
    skipped = qualified(after)
    if opens_duty(after[skipped:]):
        return Clause(Subject(group), group[-1].end + skipped, "duty.subject")
    picked = _PICKED.match(after, skipped)
    if picked and not _PAST.search(picked[0]) and not _names_another(sentence, group, picked.end()):
        return Clause(Subject(group), group[-1].end + picked.end(), "duty.subject", 0.8)
    listed = _LISTED.match(after)
    if listed and not _PAST.search(listed[0]):
        return _long_list(sentence, group, group[-1].end + listed.end())
    return None


def _long_list(sentence: Sentence, group: tuple[Body, ...], words: int) -> Clause:
    """A list of bodies that goes on with some of no known form: those that are known must act."""
    out = list(group)
    for body in sentence.bodies:
        if out[-1].end <= body.start < words and (more := sentence.headed_group(out[-1].end, body.start)):
            out += [b for b in more if b.end <= words]
    return Clause(Subject(tuple(out)), words, "duty.subject", 0.7)


def qualified(after: str) -> int:
    """How much of the words behind a body only tells which is meant, or which is not: a bracket, `nêu trên`, `, trừ
    ...,`."""
    end = 0
    for _ in range(3):
        found = _QUALIFIED.match(after, end)
        if not found:
            break
        end = found.end()
    return end


def _names_another(sentence: Sentence, group: tuple[Body, ...], length: int) -> bool:
    """Whether another body stands in the words of this length behind the group: it is the one that must act."""
    end = group[-1].end
    return any(end <= body.start < end + length for body in sentence.bodies)


def _behind_topic(sentence: Sentence) -> Clause | None:
    """`Đối với ..., Sở Xây dựng rà soát ...`."""
    topic = _TOPIC.match(sentence.words[sentence.lead :]) is not None
    for body in sentence.bodies if topic else sentence.bodies[:1]:
        before = sentence.before(body)
        if not topic and not (_OTHER_TOPIC.fullmatch(before) and _ANSWERS.match(sentence.text, body.end)):
            return None
        if not _THEN.search(before) or _NO_SUBJECT_BEFORE.search(before):
            continue
        group = sentence.group(body.start)
        after = sentence.after(group) if group else ""
        if group and opens_duty(after[qualified(after) :]):
            return Clause(Subject(group), sentence.start, "duty.topic")
    return None


def _passive(sentence: Sentence) -> Clause | None:
    """`... do Sở Xây dựng chủ trì, Sở Tài chính phối hợp`; `... được giao cho Sở Tài chính thực hiện`."""
    for body in sentence.bodies:
        if not _BY.search(sentence.before(body, 40)):
            continue
        group = sentence.group(body.start)
        after = sentence.after(group)
        if led := _LED.match(after):
            others = sentence.group(group[-1].end + led.end())
            helped = others if others and _HELPED.match(sentence.after(others)) else ()
            return Clause(Subject(group, (), helped), sentence.start, "duty.passive")
        if _DONE_BY.match(after) and not _PAST.search(sentence.words):
            return Clause(Subject(group), sentence.start, "duty.passive", 0.8)
    return None


def _open(sentence: Sentence) -> Clause | None:
    """`Các doanh nghiệp khai thác đá có trách nhiệm ...`: a list that begins with a body of no known form, before words
    that only a duty begins with."""
    group = sentence.open_group(sentence.start + sentence.lead)
    after = sentence.after(group) if group else ""
    colon = _COLON.match(after)
    if colon and opens_duty(after[colon.end() :]):
        return Clause(Subject(group), group[-1].end + colon.end(), "duty.open", 0.7)
    single = len(group) == 1 and _UNIT_HEAD.match(sentence.words[sentence.lead :]) is not None
    named = single and not _NO_NAME.search(group[0].surface)
    if (_MUST.match(after) or named) and opens_duty(after):
        return Clause(Subject(group), group[-1].end, "duty.open", 0.7)
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
