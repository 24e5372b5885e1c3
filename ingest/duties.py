"""Duties in prose: who must do what, with whom, directing whom, reporting to whom and by when.

A duty needs a body that must act: the subject of its sentence, the one a `Giao`, `Đề nghị` addresses, the subject of the
sentence before in the same item, or the one whose item, closed by a colon, it stands under. A measure that names nobody is
no duty.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from graph.reading import Finding
from ingest.bodies import Body, bodies
from ingest.cells import listed
from ingest.dates import Deadline
from ingest.layout import Cell
from ingest.letters import cased, rule
from ingest.naming import full_name
from ingest.outline import Item, Outline
from ingest.timing import timing
from ingest.verbs import PREDICATE, is_imperative, opens_duty, tells_nothing
from ontology.bodies import canonical


@dataclass(frozen=True, slots=True)
class Duty:
    """One duty. Spans are offsets in the stored text; `rule` names how the subject was found."""

    ref: str
    item: Item | None
    text: str
    start: int
    end: int
    leads: tuple[Body, ...]
    supports: tuple[Body, ...] = ()
    directs: tuple[Body, ...] = ()
    reports_to: Body | None = None
    deadline: Deadline | None = None
    product: str = ""
    rule: str = "duty.subject"
    confidence: float = 0.9


@dataclass(slots=True)
class _Subject:
    bodies: tuple[Body, ...]
    directs: tuple[Body, ...] = ()
    supports: tuple[Body, ...] = ()

    def moved(self, by: int) -> _Subject:
        return _Subject(_shifted(self.bodies, by), _shifted(self.directs, by), _shifted(self.supports, by))


@dataclass(frozen=True, slots=True)
class _Clause:
    """What one sentence says: its subject and where the words of the duty begin."""

    subject: _Subject
    words: int
    rule: str


@dataclass(slots=True)
class Duties:
    found: list[Duty] = field(default_factory=list)
    missed: list[Finding] = field(default_factory=list)


_SENTENCE = rule(r"(?<=[^\s.][^\s.][.!])\s+(?=[A-ZĐÀ-Ỹ])|;\s+(?=(?:đối\s+với|giao|đề\s+nghị|yêu\s+cầu)\s)")
_LINK = re.compile(r"\s*(?:,|;|/|&|\(|,?\s*(?:và|cùng|cùng\s+với|hoặc)(?!\w))?\s*(?:các\s+)?")
_LEAD_IN = re.compile(
    r"^\s*(?:(?:Đồng thời|Riêng|Ngoài ra|Bên cạnh đó|Trong đó|Cụ thể|Theo đó|Trước mắt|Mặt khác|Hơn nữa)\s*,?\s*(?:là\s+)?)?"
)
_ORDER = re.compile(
    r"(?:^|(?<=[,;:]\s))\s*(?:[Gg]iao|(?:[Kk]ính\s+)?[Đđ]ề\s+nghị|[Yy]êu\s+cầu|[Pp]hân\s+công|[Uu]ỷ\s+quyền|[Ủủ]y\s+quyền|[Gg]iao\s+trách\s+nhiệm|[Gg]iao\s+nhiệm\s+vụ)\s+(?:cho\s+|trách\s+nhiệm\s+cho\s+)?(?:đồng\s+chí\s+)?"
)
_TOPIC = re.compile(
    r"^(?:Đối\s+với|Nếu|Trường\s+hợp|Qua|Trong|Trên\s+cơ\s+sở|Căn\s+cứ|Để|Khi|Sau|Trước|Hằng|Hàng|Định\s+kỳ|Các\s+nội\s+dung|Những|Từ|Theo|Nhằm|Ngoài|Quá\s+trình|Với|Tùy|Tuỳ|Thường\s+xuyên|Chậm\s+nhất|Đến|Kinh\s+phí|Tiếp\s+tục)\s",
)
_NO_SUBJECT_BEFORE = re.compile(
    r"(?:của|do|cho|với|bởi|từ|tại|về|gồm|như|giữa|cùng|thuộc|và|hoặc|để|qua|vào|là|trong)\s*$", re.I
)
_TOGETHER = re.compile(r"phối\s+hợp(?:\s+chặt\s+chẽ|\s+đồng\s+bộ)?(?:\s+(?:với|cùng(?:\s+với)?))?\s+", re.I)
_VERB = re.compile(rf"(?<=\s)(?:{PREDICATE.pattern})")
_HEAD_OF_DUTY = re.compile(
    r"\s*,?\s*(?:(?:có|chịu)\s+trách\s+nhiệm\s+|có\s+nhiệm\s+vụ\s+)?(?:(?:làm|là\s+cơ\s+quan)\s+đầu\s+mối\s*,?\s*)?(?:chủ\s+trì\s*(?:,|và)?\s*)?(?:chủ\s+động\s+)?(?=phối\s+hợp)",
    re.I,
)
_LEADS = re.compile(r"\s*,?\s*(?:(?:có|chịu)\s+trách\s+nhiệm\s+|có\s+nhiệm\s+vụ\s+)?(?:chủ\s+trì\s*,?\s*)?", re.I)
_DIRECTS = re.compile(
    r"(?:lãnh\s+đạo|chỉ\s+đạo|định\s+hướng|đôn\s+đốc)(?:\s*(?:,|và)\s*(?:lãnh\s+đạo|chỉ\s+đạo|định\s+hướng|đôn\s+đốc|hướng\s+dẫn|kiểm\s+tra|giám\s+sát))*\s+(?:việc\s+)?",
    re.I,
)
_REPORTS = re.compile(
    r"(?:báo\s+cáo|phản\s+ánh|gửi|trình)(?:\s+(?:kết\s+quả|tình\s+hình|tiến\s+độ)[^,.;]{0,60}?)?\s+(?:về|cho|lên|với|tới)?\s*$",
    re.I,
)
# Units within a body and bodies of no known form, by the word their names begin with.
_UNIT_HEAD = rule(
    r"(?:Cục|Vụ|Phòng|Chi\s+cục|Trung\s+tâm|Viện|Ban|Văn\s+phòng|Hội|Trường|Công\s+ty|Đội|Tổ|Trạm|Xí\s+nghiệp|Đồn|Hạt|Quỹ)\s+[A-ZĐÀ-Ỹ]\w*"
)
_HOLDER = re.compile(
    r"(?:(?:Các|Những|Toàn\s+thể|Lãnh\s+đạo|Thủ\s+trưởng|Giám\s+đốc|Phó\s+[Gg]iám\s+đốc|Bí\s+thư|Cán\s+bộ|Trưởng|Đồng\s+chí|[Cc]hủ\s+tịch|[Đđ]ơn\s+vị|[Nn]gười\s+đứng\s+đầu)\s+)*",
    re.I,
)
_STRONG = rule(
    r"^(?P<subject>[A-ZĐÀ-Ỹ][^.;:]{3,140}?)\s+(?:chủ\s+trì|có\s+trách\s+nhiệm|chịu\s+trách\s+nhiệm)(?!\w)", re.I
)
_ASSIGNS = re.compile(r"(?:chủ\s+trì|có\s+trách\s+nhiệm|chịu\s+trách\s+nhiệm|^\s*[Gg]iao\s|^\s*Đề\s+nghị\s)")


_LABELLED = re.compile(
    r"\s*(?:(?:Cơ\s+quan|Đơn\s+vị)[^:.;]{0,40}?(?:chủ\s+trì|phối\s+hợp|thực\s+hiện)[^:.;]{0,20}|Chủ\s+trì|Phối\s+hợp|Thời\s+(?:gian|hạn)[^:.;]{0,20})\s*:\s*\S",
    re.I,
)


def duties(outline: Outline) -> Duties:
    """The duties of the marked items and paragraphs, in reading order, and the assigning sentences that gave none."""
    out = Duties()
    governing: dict[int, _Subject] = {}
    marked = next((n for n, item in enumerate(outline.items) if item.level not in ("plain", "annex")), 0)
    for item in outline.items[marked:]:  # what opens a document with numbered parts tells why, not who
        if item.level in ("annex", "chapter") or _LABELLED.match(item.text):
            continue
        _item(item, governing, out)
    return out


def _item(item: Item, governing: dict[int, _Subject], out: Duties) -> None:
    text, base = item.text, item.words
    named = bodies(text)
    above = governing.get(id(item.parent)) if item.parent else None
    current: _Subject | None = None
    count = 0
    first = True
    for start, end in _sentences(text):
        sentence = text[start:end]
        inside = [b for b in named if start <= b.start and b.end <= end]
        governed = _governs(item, sentence, start, inside)
        if governed:
            governing[id(item)] = governed.moved(base)
            if not item.children or not sentence.rstrip().endswith(":"):
                continue
            if not re.search(r"\w\s+\w+\s+\w+\s*:$", sentence[governed.bodies[-1].end - start :]):
                continue
            if item.level in ("roman",) or governed.directs:
                continue
        clause = _clause(sentence, start, inside)
        rule, confidence = "duty.subject", 0.9
        if clause is not None:
            current, words, rule = clause.subject, clause.words, clause.rule
        elif current is not None and is_imperative(sentence[_LEAD_IN.match(sentence).end() :]):  # type: ignore[union-attr]
            words, rule, confidence = start, "duty.continued", 0.8
            current = _Subject(current.bodies)
        elif first and above is not None and (is_imperative(sentence) or item.level in ("dash", "plus", "letter")):
            current, words, rule, confidence = above.moved(-base), start, "duty.governed", 0.85
        else:
            if inside and (_ASSIGNS.search(sentence) or _may_act(sentence, start, inside)):
                out.missed.append(Finding("duty_not_read", base + start, base + end, "câu giao việc chưa đọc được"))
            first = False
            continue
        first = False
        if governed and item.children:
            continue
        count += 1
        ref = item.ref if count == 1 else f"{item.ref}/{count}"
        out.found.append(_duty(ref, item, text, base, start, end, words, current, inside, rule, confidence))


def _may_act(sentence: str, start: int, inside: Sequence[Body]) -> bool:
    """Whether a sentence opens with bodies and a word that could be a verb: for the audit, not for the graph."""
    lead = _LEAD_IN.match(sentence).end()  # type: ignore[union-attr]
    group = _group(sentence, start, inside, start + lead)
    return bool(group) and tells_nothing(sentence[group[-1].end - start :])


def _sentences(text: str) -> list[tuple[int, int]]:
    spans, start = [], 0
    for cut in _SENTENCE.finditer(text):
        spans.append((start, cut.start()))
        start = cut.end()
    spans.append((start, len(text)))
    return [(s, e) for s, e in spans if text[s:e].strip()]


def group_at(text: str, named: Sequence[Body], at: int) -> tuple[Body, ...]:
    """The bodies listed from `at` on: each begins where the one before, and a comma or `và`, ends."""
    found: list[Body] = []
    position = at
    for body in named:
        if body.start < position:
            continue
        between = text[position : body.start]
        if not (_LINK.fullmatch(between) if found else not between.strip()):
            break
        found.append(body)
        position = body.end
    return tuple(found)


def _governs(item: Item, sentence: str, start: int, inside: list[Body]) -> _Subject | None:
    """The subject of the bullets under an item that is a body's name, or a body's duty closed by a colon."""
    lead = _LEAD_IN.match(sentence).end()  # type: ignore[union-attr]
    order = _ORDER.match(sentence, lead)
    at = start + (order.end() if order else lead)
    group = group_at(item.text, inside, at)
    if not group:
        return _governs_otherwise(item, sentence, start, inside)
    rest = item.text[group[-1].end : start + len(sentence)].strip(" *.")
    if not item.children:
        return None
    if rest in ("", ":") or re.fullmatch(r"\([^)]*\)\s*:?", rest):
        return _Subject(group)
    if not rest.endswith(":") or item.level == "roman" or not opens_duty(rest):
        return None
    if item.level == "plain" and (item.parent is None or item.parent.level == "roman"):
        return None
    directed = _directed(item.text, inside, group[-1].end)
    return _Subject(group, directed, _supports(item.text, inside, group[-1].end, start + len(sentence)))


_NAMES_BODY = re.compile(
    r"(?:Tổ\s+đảng|Ủy\s+ban|Uỷ\s+ban|Hội\s+đồng|Ban|Sở|Bộ|Cục|Chi\s+cục|Văn\s+phòng|Lãnh\s+đạo|Đoàn|Các\s+[Đđ]oàn|Đảng\s+(?:ủy|đoàn|bộ)|Viện|Trung\s+tâm|Phòng|Công\s+an|Thanh\s+tra|Hội|Liên|Đài|Báo|Trường|Quỹ|Chủ\s+tịch|Giám\s+đốc|Trưởng)"
    r"\s[^.;:]{3,110}\s*:?\s*$"
)


_CHARGE = re.compile(r"\s*(?:Trách\s+nhiệm|Nhiệm\s+vụ)(?:\s+cụ\s+thể)?\s+của\s+(?:các\s+(?=Sở))?", re.I)
_LED = re.compile(r"Lãnh\s+đạo\s+(?:các\s+)?(?:[A-ZĐ]|cơ\s+quan)")  # the heads of a body, not the verb


def _governs_otherwise(item: Item, sentence: str, start: int, inside: list[Body]) -> _Subject | None:
    """A heading over bullets that is a body's name without being a known form, or a sentence that names its subject
    behind a purpose and is closed by a colon."""
    if not item.children or item.level == "roman":
        return None
    words = sentence.strip(" *:")
    if charge := _CHARGE.match(sentence):
        group = group_at(item.text, inside, start + charge.end())
        closed = group and not item.text[group[-1].end : start + len(sentence)].strip(" :.*")
        return _Subject(group) if closed else None
    if words.isupper() and (known := canonical(words)):
        at = start + sentence.find(words)
        return _Subject((Body(at, at + len(words), words, known.name, "", known.level != "central", False),))
    if (
        _NAMES_BODY.match(sentence.strip(" *"))
        and (not is_imperative(words) or _LED.match(words))
        and len(words) <= 110
    ):
        at = start + sentence.find(words[:10])
        return _Subject((Body(at, at + len(words), words, full_name(words), "", True, False),))
    if sentence.rstrip().endswith(":") and (clause := _clause(sentence, start, inside)) and clause.rule == "duty.topic":
        return clause.subject
    return None


def _clause(sentence: str, start: int, inside: list[Body]) -> _Clause | None:
    """The subject of a sentence and where its duty begins; offsets count from the start of the item's words."""
    lead = _LEAD_IN.match(sentence).end()  # type: ignore[union-attr]
    order = _ORDER.search(sentence)
    if order and (order.start() <= lead or _TOPIC.match(sentence)):
        group = _group(sentence, start, inside, start + order.end())
        if group:
            return _Clause(_Subject(group), group[-1].end if order.start() <= lead else start, "duty.order")
    group = _group(sentence, start, inside, start + lead)
    if group:
        after = sentence[group[-1].end - start :]
        colon = re.match(r"\s*(?:\([^)]*\)\s*)?:\s*(?=\S)", after)
        if colon:
            return _Clause(_Subject(group), group[-1].end + colon.end(), "duty.colon")
        if opens_duty(re.sub(r"^\s*\([^)]*\)", "", after)):
            return _Clause(_Subject(group), group[-1].end, "duty.subject")
        if not _UNIT_HEAD.match(sentence[lead:]):
            return None
    if _TOPIC.match(sentence[lead:]):
        for body in inside:
            before = sentence[: body.start - start]
            if not re.search(r",\s*(?:thì\s+)?$", before) or _NO_SUBJECT_BEFORE.search(before):
                continue
            group = _group(sentence, start, inside, body.start)
            if group and opens_duty(sentence[group[-1].end - start :]):
                return _Clause(_Subject(group), start, "duty.topic")
    for body in inside:
        if re.search(r"\sdo\s+$", sentence[: body.start - start]):
            group = _group(sentence, start, inside, body.start)
            led = re.match(r"\s+chủ\s+trì\s*,?\s*", sentence[group[-1].end - start :])
            if led:
                others = _group(sentence, start, inside, group[-1].end + led.end())
                helped = others if others and re.match(r"\s+phối\s+hợp", sentence[others[-1].end - start :]) else ()
                return _Clause(_Subject(group, (), helped), start, "duty.passive")
    strong = _STRONG.match(sentence[lead:])
    if strong and not _TOPIC.match(sentence[lead:]) and not is_imperative(sentence[lead:]):
        words = strong["subject"].strip()
        named = [b for b in inside if b.start - start - lead <= strong.end("subject")]
        if len(words) < 120 and (
            _UNIT_HEAD.match(words) or (named and _HOLDER.fullmatch(sentence[lead : named[0].start - start]))
        ):
            single = _UNIT_HEAD.match(words) is not None
            body = Body(
                start + lead,
                start + lead + len(words),
                words,
                full_name(words) if single else words,
                "",
                True,
                not single,
            )
            return _Clause(_Subject((body,)), start + lead + strong.end("subject"), "duty.strong")
    return None


def _group(sentence: str, start: int, inside: Sequence[Body], at: int) -> tuple[Body, ...]:
    found: list[Body] = []
    position = at
    for body in inside:
        if body.start < position:
            continue
        between = sentence[position - start : body.start - start]
        if not (_LINK.fullmatch(between) if found else not between.strip()):
            break
        found.append(body)
        position = body.end
    return tuple(found)


def _supports(text: str, inside: Sequence[Body], start: int, end: int) -> tuple[Body, ...]:
    out: list[Body] = []
    for match in _TOGETHER.finditer(text, start, end):
        out += _partners(text, inside, match.end(), end)
    return tuple(dict.fromkeys(out))


def _partners(text: str, inside: Sequence[Body], at: int, end: int) -> tuple[Body, ...]:
    """The bodies from `at` to the verb of the duty: known forms, else whatever is listed up to it."""
    group = group_at(text, inside, at)
    if group and (
        opens_duty(text[group[-1].end : end])
        or tells_nothing(text[group[-1].end : end])
        or not re.match(cased(r"\s*(?:,|và)?\s*[A-ZĐ]|\s+[a-zà-ỹ]"), text[group[-1].end : end])
    ):
        return group
    verb = next((m.start() for m in _VERB.finditer(text, group[-1].end if group else at, min(end, at + 140))), None)
    if verb is None or not re.match(r"(?:các\s+)?[A-ZĐ]", text[at:verb]):
        return group
    return listed(Cell(at, text[at:verb].rstrip(" ,")))


def _directed(text: str, inside: Sequence[Body], start: int) -> tuple[Body, ...]:
    out: list[Body] = []
    for match in _DIRECTS.finditer(text, start):
        out += group_at(text, inside, match.end())
    return tuple(dict.fromkeys(out))


def _duty(
    ref: str, item: Item, text: str, base: int, start: int, end: int, words: int, subject: _Subject, inside: Sequence[Body], rule: str, confidence: float
) -> Duty:  # fmt: skip
    from_ = max(words, start)
    supports = _supports(text, inside, start, end) or subject.supports
    if rule in ("duty.subject", "duty.order", "duty.colon"):
        head = _HEAD_OF_DUTY.match(text, from_)
        together = _TOGETHER.match(text, head.end()) if head else None
        partners = _partners(text, inside, together.end(), end) if together else ()
        if partners:
            from_ = partners[-1].end
        else:
            plain = _LEADS.match(text, from_)
            from_ = plain.end() if plain else from_
    while from_ < end and text[from_] in " ,:":
        from_ += 1
    if text.startswith("(", from_) and (close := text.find(")", from_, end)) > 0:
        from_ = close + 1
    leads = {b.name for b in subject.bodies}
    reports = next((b for b in inside if _REPORTS.search(text[start : b.start]) and b.name not in leads), None)
    directs = tuple(
        dict.fromkeys((*subject.directs, *_directed(text, inside, max(start, from_ - 60 if words > start else start))))
    )
    directs = tuple(b for b in directs if b.name not in leads)
    return Duty(
        ref, item, text[from_:end].strip(), base + start, base + end, _shifted(subject.bodies, base), _shifted(supports, base), _shifted(directs, base),
        _shift(reports, base) if reports else None, timing(text[start:end]), "", rule, confidence,
    )  # fmt: skip


def _shifted(group: Sequence[Body], by: int) -> tuple[Body, ...]:
    return tuple(_shift(body, by) for body in group)


def _shift(body: Body, by: int) -> Body:
    return replace(body, start=body.start + by, end=body.end + by)
