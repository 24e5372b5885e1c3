"""Duties in prose: who must do what, with whom, directing whom, reporting to whom and by when.

A duty needs a body that must act: the subject of its sentence, the one a `Giao`, `Đề nghị` addresses, the subject of
the sentence before in the same item, or the one whose item, closed by a colon, it stands under. A measure that names
nobody is no duty.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
from itertools import takewhile

from graph.reading import Finding
from ingest.additions import helpers, is_term
from ingest.asking import ORDER, asked
from ingest.clauses import clause
from ingest.dates import Deadline, deadline
from ingest.duty import Duty, duty_of
from ingest.governing import governs, says_what_follows
from ingest.labels import LabelledLine, labelled_line
from ingest.letters import rule
from ingest.openings import NOBODY, Opening, addressees, answers, carries_out, opening_of
from ingest.outline import BULLETS, PARTS, Item, Outline, over
from ingest.reviews import is_review, judges
from ingest.sentences import Sentence, sentences
from ingest.subjects import TOPIC, Clause, Subject, moved
from ingest.timing import timing
from ingest.verbs import is_imperative, tells_nothing


@dataclass(slots=True)
class Duties:
    """The duties of a document, and the sentences that seem to give one and could not be read."""

    found: list[Duty] = field(default_factory=list)
    missed: list[Finding] = field(default_factory=list)

    def given(self, ref: str) -> int:
        """How many of the last duties an item of this ref gave."""
        return sum(1 for _ in takewhile(lambda duty: duty.ref.partition("/")[0] == ref, reversed(self.found)))


# What goes into the duty before it is none of its own.
_DETAILS = rule(r"\s*(?:Trong\s+đó|Cụ\s+thể|Trọng\s+tâm)(?!\w)")
# A matter and no order: `Việc tiếp công dân`, `Thành phần: ...`.
_NAMES_MATTER = rule(
    r"\s*(?:Việc|Quy\s+trình|Tiêu\s+chuẩn|Thành\s+phần|Thời\s+gian|Địa\s+điểm|Nội\s+dung|Số\s+lượng|Thông\s+qua\s+(?:tiếp|hoạt|các\s+hình|hội))(?!\w)"
)
_HANDS_OUT = rule(r"\s*(?:Phân\s+công|Giao|Yêu\s+cầu)\s+(?:cơ\s+quan|đơn\s+vị|cán\s+bộ|công\s+chức|bộ\s+phận)\s")
_LEADS_OTHERS = rule(r"\s*Lãnh\s+đạo\s")
_HEADS_ACT = rule(r"\s*(?:chủ\s+trì|(?:có|chịu)\s+trách\s+nhiệm|trực\s+tiếp|phải)\s", re.I)
_ASSIGNS = rule(r"(?:chủ\s+trì|có\s+trách\s+nhiệm|chịu\s+trách\s+nhiệm|^\s*[Gg]iao\s|^\s*Đề\s+nghị\s)")


def duties(outline: Outline, taken: Collection[int] = (), askers: Collection[str] = ()) -> Duties:
    """The duties of the marked items and paragraphs, in reading order, and the assigning sentences that gave none;
    `taken` are the items, by identity, that are read elsewhere, `askers` the names of those who issue the document:
    what they ask of others is no duty of theirs."""
    out = Duties()
    governing: dict[int, Subject] = {}
    to = addressees(outline.items)
    items = [item for item in outline.items if id(item) not in to]
    marked = next((n for n, item in enumerate(items) if item.level not in ("plain", "annex")), 0)
    opening = (opening_of(items[marked - 1]) if marked else NOBODY).asking(askers)
    in_parts = marked < len(items) and items[marked].level in PARTS
    below: list[Opening] = []  # of items, the innermost last
    for n, item in enumerate(
        items[marked:], marked + 1
    ):  # what else opens a document with numbered parts tells why, not who
        if item.level in PARTS and (not in_parts or carries_out(item)):
            opening = opening.over()
        if id(item) in taken or item.level in ("annex", "chapter", "part"):
            continue
        if line := labelled_line(item.text):
            _closes(item, line, out)
            continue
        if is_review(item):
            continue
        while below and not any(above is below[-1].root for above in item.chain):
            below.pop()
        if (asking := opening_of(item)).asked and n < len(items) and items[n].parent is None:
            opening = asking.asking(opening.askers)
        if scope := _item(item, governing, below[-1] if below else opening, out):
            below.append(scope)
    return out


def _closes(item: Item, line: LabelledLine, out: Duties) -> None:
    """A line with nothing but a term, `Thời gian hoàn tất: trước ngày ...`, is that of the duties above it in its item
    that have none."""
    if item.parent is None or line.task or any(value.kind != "deadline" for value in line.values):
        return
    words = item.text[line.values[0].start : line.values[-1].end]
    due = deadline(words) or Deadline(words)
    for n, duty in reversed(list(enumerate(out.found))):
        if duty.deadline or duty.item is None or not any(above is item.parent for above in duty.item.chain):
            return
        out.found[n] = replace(duty, deadline=due)


def _item(item: Item, governing: dict[int, Subject], opening: Opening, out: Duties) -> Opening | None:
    """Read one item; `governing` has the subjects of what stands under items, `opening` that of what stands under
    none, with offsets in the stored text. The opening of all that stands below it where it asks for that."""
    base = item.words
    above = next((governing[id(other)] for other in _over(item) if id(other) in governing), None)
    current: Subject | None = None
    count = out.given(item.ref) if item.level == "plain" and item.parent else 0
    first = True
    scope: Opening | None = None
    for sentence in sentences(item.line.text, item.words - item.line.start):
        if judges(sentence.words):
            continue
        below = _asked_below(item, sentence, opening)
        if below and says_what_follows(sentence.after(below.bodies).strip(" .:")):
            scope = opening.below(item, below.moved(base))
        governed = below or _passed_on(item, sentence, above or opening.asked) or governs(item, sentence)
        if governed:
            governing[id(item)] = governed.moved(base)
            if not _tells_itself(item, sentence, governed):
                continue
        if current and _adds(sentence, item, out):
            continue
        told = _own(item, sentence, above) if first and above else None
        told = told or asked(sentence, item.level != "plain", opening.askers)
        told = told or clause(sentence) or _continued(sentence, current)
        if not told and first and above:
            told = _governed(item, sentence, above)
        if not told and first and opening.asked and answers(item, sentence, opening.root, out.given):
            told = Clause(opening.asked.moved(-base), sentence.start, "duty.governed", 0.8)
        first = False
        if not told:
            if _orders_somebody(sentence) or (
                sentence.bodies and (_ASSIGNS.search(sentence.words) or _may_act(sentence))
            ):
                span = base + sentence.start, base + sentence.end
                out.missed.append(Finding("duty_not_read", *span, "câu giao việc chưa đọc được"))
            continue
        current = told.subject
        if (governed and (item.children or item.followed)) or _says_nothing(sentence, told):
            continue
        count += 1
        ref = item.ref if count == 1 else f"{item.ref}/{count}"
        out.found.append(duty_of(ref, item, sentence, told))
    return scope


def _asked_below(item: Item, sentence: Sentence, opening: Opening) -> Subject | None:
    """Whom a sentence closed by a colon asks to do what stands under its item, by those who ask in the opening."""
    if not opening.askers or not item.children or not sentence.words.rstrip().endswith(":"):
        return None
    found = asked(sentence, True, opening.askers)
    return found.subject if found else None


_PASSES_ON = rule(r"\s*(?:Chỉ\s+đạo|Lãnh\s+đạo|Giao|Yêu\s+cầu|Đôn\s+đốc)\s+", re.I)


def _passed_on(item: Item, sentence: Sentence, above: Subject | None) -> Subject | None:
    """`Chỉ đạo Sở Xây dựng:` under a body: what stands below is what it must have done."""
    led = _PASSES_ON.match(sentence.words) if above and item.children else None
    group = sentence.group(sentence.start + led.end()) if led else ()
    if above is None or not group or sentence.after(group).strip(" .") != ":":
        return None
    return Subject(above.moved(-item.words).bodies, group)


def _over(item: Item) -> Iterator[Item]:
    """The items whose subject one may go on with, the nearest first. A paragraph without a mark that stands under a
    bullet goes on with what the bullet does."""
    going_on = [item]
    while going_on[-1].level == "plain" and going_on[-1].parent and going_on[-1].parent.level in BULLETS:
        going_on.append(going_on[-1].parent)
    return over(going_on)


def _tells_itself(item: Item, sentence: Sentence, governed: Subject) -> bool:
    """Whether the sentence that governs the bullets under an item says what to do: three words or more before its
    colon."""
    if not item.children or not sentence.words.rstrip().endswith(":"):
        return False
    after = sentence.after(governed.bodies)
    if not re.search(r"\w\s+\w+\s+\w+\s*:$", after) or says_what_follows(after.strip()):
        return False
    return item.level not in PARTS and not governed.directs


def _adds(sentence: Sentence, item: Item, out: Duties) -> bool:
    """Whether a sentence only adds a term, or those who help, to the duty before it in an item, which has them then."""
    last = out.found[-1] if out.found else None
    if last is None or last.item is not item:
        return False
    if not last.deadline and is_term(sentence):
        out.found[-1] = replace(last, deadline=timing(sentence.words))
        return True
    leads = {body.name for body in last.leads}
    helped = moved([body for body in helpers(sentence) if body.name not in leads], item.words)
    out.found[-1] = replace(last, supports=tuple(dict.fromkeys((*last.supports, *helped))))
    return bool(helped)


def _own(item: Item, sentence: Sentence, above: Subject) -> Clause | None:
    """What a body is told to do with others: `Lãnh đạo UBND tỉnh xây dựng kế hoạch`, where it is nobody's title,
    `Phân công cơ quan chủ trì từng việc`, where no one is named."""
    led = _LEADS_OTHERS.match(sentence.words)
    group = sentence.group(sentence.start) if led else ()
    handed = _HANDS_OUT.match(sentence.words) is not None
    if not handed and (not group or _HEADS_ACT.match(sentence.after(group))):
        return None
    return Clause(above.moved(-item.words), sentence.start, "duty.governed", 0.85)


def _continued(sentence: Sentence, current: Subject | None) -> Clause | None:
    """A sentence without a subject of its own goes on with that of the one before."""
    if current is None or not is_imperative(sentence.words[sentence.lead :]):
        return None
    if _DETAILS.match(sentence.words) or _NAMES_MATTER.match(sentence.words):
        return None
    return Clause(Subject(current.bodies), sentence.start, "duty.continued", 0.8)


def _governed(item: Item, sentence: Sentence, above: Subject) -> Clause | None:
    """The first sentence of an item goes on with the subject that the item above names."""
    listed = item.level in ("dash", "plus", "letter", "counted") and not _NAMES_MATTER.match(sentence.words)
    if not listed and not is_imperative(sentence.words) and not _orders_behind_topic(sentence.words):
        return None
    return Clause(above.moved(-item.words), sentence.start, "duty.governed", 0.85)


def _orders_behind_topic(words: str) -> bool:
    """Whether an order stands behind what it is about: `Khi chợ họp, cử người trông xe.`"""
    _, comma, order = words.partition(",")
    return bool(comma) and TOPIC.match(words) is not None and is_imperative(order)


def _says_nothing(sentence: Sentence, told: Clause) -> bool:
    """Whether only an order is left behind the subject, `HĐND tỉnh giao:`, or what only announces the duties on the
    lines below."""
    words = sentence.text[max(told.words, sentence.start) : sentence.end].strip()
    if not words.endswith(":"):
        return False
    return len(words.split()) < 3 or (told.rule == "duty.asked" and says_what_follows(words))


def _orders_somebody(sentence: Sentence) -> bool:
    """Whether a sentence opens with an order and a name, of whatever kind."""
    order = ORDER.match(sentence.words, sentence.lead)
    return order is not None and sentence.words[order.end() : order.end() + 1].isupper()


def _may_act(sentence: Sentence) -> bool:
    """Whether a sentence opens with bodies and a word that could be a verb: for the audit, not for the graph."""
    group = sentence.group(sentence.start + sentence.lead)
    return bool(group) and tells_nothing(sentence.after(group))
