"""Who a sentence says must act: the subject of its clause, and where the words of the duty begin."""

from __future__ import annotations

import re

from ingest.asking import asks_all, ordered
from ingest.between import LISTED, PICKED, WHEN, qualified
from ingest.bodies import Body
from ingest.letters import rule
from ingest.naming import full_name, group_name
from ingest.open_names import TELLS_IN_NAME
from ingest.partners import supports
from ingest.reviews import falls_short, tells_law
from ingest.sentences import Sentence
from ingest.subjects import PAST, TOPIC, Clause, Subject
from ingest.tones import on_first
from ingest.verbs import is_imperative, opens_duty

# Any other words before the subject, where what follows it can only be its duty.
_OTHER_TOPIC = rule(r"[^,;:()]{3,120},\s*")
_ANSWERS = rule(r"[^.;:,()]{0,60},?\s+(?:có|chịu)\s+trách\s+nhiệm\s(?!cao|trong|đối|liên|về\s+việc)")
_NO_SUBJECT_BEFORE = rule(
    r"(?:của|do|cho|với|bởi|từ|tại|về|gồm|như|giữa|cùng|thuộc|và|hoặc|để|qua|vào|là|trong)\s*$", re.I
)
# Units within a body and bodies of no known form, by the word their names begin with.
_UNIT_HEAD = rule(
    r"(?:Tổng\s+cục|Tổng\s+công\s+ty|Tập\s+đoàn|Học\s+viện|Cục|Vụ|Phòng|Chi\s+cục|Trung\s+tâm|Viện|Ban|Văn\s+phòng|Hội|Trường|Công\s+ty|Đội|Tổ|Trạm|Xí\s+nghiệp|Đồn|Hạt|Quỹ|Hợp\s+tác\s+xã|Công\s+đoàn|Công\s+chức|Bưu\s+điện|Điện\s+lực|Bệnh\s+viện|Ngân\s+hàng)\s+[A-ZĐÀ-Ỹ]\w*"
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
# What another leads is only attended: `Tham dự hội nghị do Sở Y tế chủ trì`.
_ATTENDS = rule(r"\s*(?:tham\s+(?:dự|gia)|dự\s|phối\s+hợp)", re.I)
_GIVEN = rule(r"\sđược\s+giao(?:\s+cho)?\s+$")
_LED = rule(r"\s+chủ\s+trì\s*(?:,\s*)?")
# The whole of what a body has to do with it: `do Sở X thực hiện.`, not `do Sở X thực hiện từ năm ngoái còn dở dang`.
_DONE_BY = rule(
    r"""
    \s+(?:thực\s+hiện|chịu\s+trách\s+nhiệm|đảm\s+nhiệm|đảm\s+nhận|phụ\s+trách|làm\s+đầu\s+mối)
    (?=\s*(?:[.;,]|$)|\s+(?:trong|trước|hằng|hàng|thường\s+xuyên|theo\s+quy)\s)
    """,
    re.X | re.I,
)
_LABEL = rule(r"^(?=[A-ZĐÀ-Ỹ])[^.;:\d]{3,60}:\s+(?=\S)")
# Behind these no duty is given.
_NO_LABEL = rule(
    r"""
    \s*(?:
        Ví\s+dụ | Kết\s+quả | Thành\s+phần | Căn\s+cứ | Ghi\s+chú | Nguồn | Kính\s+gửi | Nơi\s+nhận | Lý\s+do
      | Đối\s+tượng | Yêu\s+cầu | Mục\s+(?:đích|tiêu)
    )(?!\w)
    """,
    re.I | re.X,
)
_MUST = rule(
    r"\s*,?\s*(?:(?:có|chịu)\s+trách\s+nhiệm|chủ\s+(?:trì|động)|khẩn\s+trương|nghiêm\s+túc|tích\s+cực|phải|căn\s+cứ)\s",
    re.I,
)
# A name closed by a colon: a unit's, or a group's by what it is.
_CLOSED_NAME = rule(
    r"""
    (?P<name>(?:
        (?:
            Tổng\s+cục | Tổng\s+công\s+ty | Tập\s+đoàn | Học\s+viện | Cục | Vụ | Phòng | Chi\s+cục | Trung\s+tâm | Viện
          | Ban | Văn\s+phòng | Trường | Công\s+ty | Bệnh\s+viện
        )\s+(?=[A-ZĐÀ-Ỹ])
      | (?:Các\s+)?(?i:
            cơ\s+sở\s+(?:KCB|khám|giáo\s+dục|đào\s+tạo|y\s+tế|sản\s+xuất|kinh\s+doanh|chăn\s+nuôi)
          | cơ\s+quan | đơn\s+vị | doanh\s+nghiệp | nhà\s+(?:thầu|trường) | chủ\s+(?:đầu\s+tư|dự\s+án|rừng|sở\s+hữu)
          | hợp\s+tác\s+xã | hộ\s+(?:gia\s+đình|dân) | người\s+dân | viện | trường | tổ\s+chức
        )(?!\w)
    )[^.;:()\n]{0,110}):\s+(?=[A-ZĐÀ-Ỹ])
    """,
    re.X,
)
_HELPED = rule(r"\s+phối\s+hợp")
_COLON = rule(r"\s*(?:\([^()]{0,400}\)\s*)?:\s*(?=\S)")


def clause(sentence: Sentence) -> Clause | None:
    """The subject of a sentence and where its duty begins; None when it names nobody who must act."""
    if found := ordered(sentence):
        return found
    group = sentence.group(sentence.start + sentence.lead)
    if group:
        longer = None if sentence.after(group).startswith((",", ";", ":")) else _before_colon(sentence)
        if longer and longer.subject.bodies[0].end > group[-1].end:
            return longer
        if found := _opening(sentence, group):
            return found
        if not _UNIT_HEAD.match(sentence.words[sentence.lead :]):
            return None
    return (
        _behind_topic(sentence)
        or _passive(sentence)
        or _before_colon(sentence)
        or _labelled(sentence)
        or _of_no_known_form(sentence)
        or _open(sentence)
    )


def _opening(sentence: Sentence, group: tuple[Body, ...]) -> Clause | None:
    """`Sở Xây dựng: rà soát ...`, `Sở Xây dựng (cơ quan thường trực) rà soát ...`."""
    after = sentence.after(group)
    colon = _COLON.match(after)
    if colon:
        return Clause(Subject(group), group[-1].end + colon.end(), "duty.colon")
    skipped = qualified(after)
    if falls_short(after[skipped:]) or asks_all(after):
        return None
    if opens_duty(after[skipped:]):
        return Clause(Subject(group), group[-1].end + skipped, "duty.subject")
    when = WHEN.match(after, skipped)
    if when and not PAST.search(when[0]):
        return Clause(Subject(group), group[-1].end + skipped, "duty.subject", 0.8)
    picked = PICKED.match(after, skipped)
    if picked and not PAST.search(picked[0]) and not _names_another(sentence, group, picked.end()):
        return Clause(Subject(group), group[-1].end + picked.end(), "duty.subject", 0.8)
    listed = LISTED.match(after)
    if listed and not PAST.search(listed[0]):
        return _long_list(sentence, group, group[-1].end + listed.end())
    return None


def _long_list(sentence: Sentence, group: tuple[Body, ...], words: int) -> Clause:
    """A list of bodies that goes on with some of no known form: those that are known must act."""
    out = list(group)
    for body in sentence.bodies:
        if out[-1].end <= body.start < words and (more := sentence.headed_group(out[-1].end, body.start)):
            out += [b for b in more if b.end <= words]
    return Clause(Subject(tuple(out)), words, "duty.subject", 0.7)


def _names_another(sentence: Sentence, group: tuple[Body, ...], length: int) -> bool:
    """Whether another body stands in the words of this length behind the group: it is the one that must act."""
    end = group[-1].end
    return any(end <= body.start < end + length for body in sentence.bodies)


def _behind_topic(sentence: Sentence) -> Clause | None:
    """`Đối với ..., Sở Xây dựng rà soát ...`."""
    topic = TOPIC.match(sentence.words[sentence.lead :]) is not None
    helped = supports(sentence) if topic else ()
    for body in sentence.bodies if topic else sentence.bodies[:1]:
        if body in helped:
            continue
        before = sentence.before(body)
        if not topic and not (_OTHER_TOPIC.fullmatch(before) and _ANSWERS.match(sentence.text, body.end)):
            return None
        if not _THEN.search(before) or _NO_SUBJECT_BEFORE.search(before):
            continue
        group = sentence.group(body.start)
        after = sentence.after(group) if group else ""
        if _BY_RULE.match(after) and _NO_SUBJECT_BEFORE.search(sentence.before(_first_of_list(sentence, body))):
            continue
        if (
            group
            and opens_duty(after[qualified(after) :])
            and not asks_all(after)
            and not tells_law(sentence.words, after)
        ):
            return Clause(Subject(group), sentence.start, "duty.topic")
    return None


_BY_RULE = rule(r"\s*theo\s+(?:quy\s+định|dự\s+toán|phân\s+cấp)", re.I)
_LISTED_WITH = rule(r"\s*(?:,|;|và)\s*(?:các\s+)?")


def _first_of_list(sentence: Sentence, body: Body) -> Body:
    """The first of the list that a body stands in: nobody acts in `vốn của các bộ, cơ quan, địa phương`."""
    first = body
    for other in reversed([b for b in sentence.bodies if b.end <= body.start]):
        if not _LISTED_WITH.fullmatch(sentence.text, other.end, first.start):
            break
        first = other
    return first


def _passive(sentence: Sentence) -> Clause | None:
    """`... do Sở Xây dựng chủ trì, Sở Tài chính phối hợp`; `... được giao cho Sở Tài chính thực hiện`."""
    if _ATTENDS.match(sentence.words, sentence.lead):
        return None
    for body in sentence.bodies:
        before = sentence.before(body, 40)
        if not _BY.search(before):
            continue
        group = sentence.group(body.start)
        after = sentence.after(group)
        if led := _LED.match(after):
            others = sentence.group(group[-1].end + led.end())
            helped = others if others and _HELPED.match(sentence.after(others)) else ()
            return Clause(Subject(group, (), helped), sentence.start, "duty.passive")
        given = _GIVEN.search(before) is not None and opens_duty(after)
        if (given or _DONE_BY.match(after)) and not PAST.search(sentence.words):
            return Clause(Subject(group), sentence.start, "duty.passive", 0.8)
    return None


def _labelled(sentence: Sentence) -> Clause | None:
    """`Chế độ báo cáo: Các phòng, ban báo cáo ...`: a short heading before the subject."""
    label = _LABEL.match(sentence.words)
    if not label or _NO_LABEL.match(sentence.words) or PAST.search(sentence.words):
        return None
    group = sentence.group(sentence.start + label.end())
    after = sentence.after(group) if group else ""
    if not group or not opens_duty(after[qualified(after) :]):
        return None
    return Clause(Subject(group), group[-1].end, "duty.subject", 0.8)


def _before_colon(sentence: Sentence) -> Clause | None:
    """`Trung tâm Kiểm soát thanh toán BHXH, BHYT: Chủ trì ...`: whatever name begins like that of a body and is closed
    by a colon before an order."""
    start = sentence.start + sentence.lead
    named = _CLOSED_NAME.match(sentence.words[sentence.lead :])
    if (
        not named
        or not opens_duty(sentence.words[sentence.lead + named.end() :])
        or TELLS_IN_NAME.search(named["name"])
    ):
        return None
    words = named["name"].strip()
    single = _UNIT_HEAD.match(words) is not None
    name = full_name(words) if single else group_name(words)
    body = Body(start, start + len(words), words, name, "", True, not single)
    return Clause(Subject((body,)), start + named.end(), "duty.colon", 0.8)


def _open(sentence: Sentence) -> Clause | None:
    """`Các doanh nghiệp khai thác đá có trách nhiệm ...`: a list that begins with a body of no known form, before words
    that only a duty begins with."""
    group = sentence.open_group(sentence.start + sentence.lead)
    after = sentence.after(group) if group else ""
    colon = _COLON.match(after)
    if colon and opens_duty(after[colon.end() :]):
        return Clause(Subject(group), group[-1].end + colon.end(), "duty.open", 0.7)
    single = len(group) == 1 and _UNIT_HEAD.match(sentence.words[sentence.lead :]) is not None
    named = single and not TELLS_IN_NAME.search(group[0].surface)
    if (_MUST.match(after) or named) and opens_duty(after):
        return Clause(Subject(group), group[-1].end, "duty.open", 0.7)
    return None


def _of_no_known_form(sentence: Sentence) -> Clause | None:
    """`Thủ trưởng các đơn vị ... có trách nhiệm ...`: words that begin like a unit's name, or holders of a named
    body."""
    words = sentence.words[sentence.lead :]
    start = sentence.start + sentence.lead
    strong = _STRONG.match(words)
    if not strong or TOPIC.match(words) or is_imperative(words):
        return None
    subject = strong["subject"].strip()
    if len(subject) >= 120:
        return None
    single = _UNIT_HEAD.match(subject) is not None
    named = next((b for b in sentence.bodies if b.start - start <= strong.end("subject")), None)
    if not single and not (named and _HOLDER.fullmatch(words[: max(0, named.start - start)])):
        return None
    name = full_name(subject) if single else on_first(subject)
    body = Body(start, start + len(subject), subject, name, "", True, not single)
    return Clause(Subject((body,)), start + strong.end("subject"), "duty.strong")
