"""One duty, and how it is put together from its sentence: where its words begin, who supports, whom it directs, to whom
it reports and by when."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.bodies import Body
from ingest.dates import Deadline
from ingest.letters import rule
from ingest.outline import Item
from ingest.partners import TOGETHER, directed, partners, supports
from ingest.sentences import Sentence
from ingest.subjects import Clause, moved
from ingest.timing import timing


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


_HEAD_OF_DUTY = rule(
    r"""
    \s*(?:,\s*)?(?:(?:có|chịu)\s+trách\s+nhiệm\s+|có\s+nhiệm\s+vụ\s+)?
    (?:(?:làm|là\s+cơ\s+quan)\s+đầu\s+mối\s*(?:,\s*)?)?(?:chủ\s+trì\s*(?:(?:,|và)\s*)?)?(?:chủ\s+động\s+)?
    (?=phối\s+hợp|(?<=chủ\strì\s)cùng\s)
    """,
    re.I | re.X,
)
_LEADS = rule(r"\s*(?:,\s*)?(?:(?:có|chịu)\s+trách\s+nhiệm\s+|có\s+nhiệm\s+vụ\s+)?(?:chủ\s+trì\s*(?:,\s*)?)?", re.I)
_REPORTS = rule(
    r"""
    (?:báo\s+cáo|phản\s+ánh|gửi|trình)(?:\s+(?:kết\s+quả|tình\s+hình|tiến\s+độ)[^,.;]{0,60}?)?\s+
    (?:về|cho|lên|với|tới)?\s*$
    """,
    re.I | re.X,
)


def duty_of(ref: str, item: Item, sentence: Sentence, told: Clause) -> Duty:
    """The duty that a sentence of an item gives to those who must act."""
    text, start, end, base = sentence.text, sentence.start, sentence.end, item.words
    subject = told.subject
    words = _words(sentence, told)
    leads = {b.name for b in subject.bodies}
    told_to = [b for b in sentence.bodies if b.name not in leads and _REPORTS.search(sentence.before(b, 150))][:1]
    since = max(start, words - 60) if told.words > start else start
    directs = dict.fromkeys((*subject.directs, *directed(sentence, since)))
    return Duty(
        ref,
        item,
        text[words:end].strip(),
        base + start,
        base + end,
        moved(subject.bodies, base),
        moved(supports(sentence) or subject.supports, base),
        moved([b for b in directs if b.name not in leads], base),
        next(iter(moved(told_to, base)), None),
        timing(sentence.words),
        rule=told.rule,
        confidence=told.confidence,
    )


def _words(sentence: Sentence, told: Clause) -> int:
    """Where the words of a duty begin: behind its subject, `chủ trì, phối hợp với` and the partners, and a bracket."""
    text, end = sentence.text, sentence.end
    at = max(told.words, sentence.start)
    if told.rule in ("duty.subject", "duty.order", "duty.colon", "duty.strong", "duty.open"):
        head = _HEAD_OF_DUTY.match(text, at)
        together = TOGETHER.match(text, head.end()) if head else None
        helped = partners(sentence, together.end()) if together else ()
        leads = _LEADS.match(text, at)
        if helped:
            at = helped[-1].end
        elif leads:
            at = leads.end()
    while at < end and text[at] in " ,:":
        at += 1
    if text.startswith("(", at) and (close := text.find(")", at, end)) > 0:
        at = close + 1
    return at
