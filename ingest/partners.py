"""With whom a duty is done, and whom it has others direct."""

from __future__ import annotations

import re

from ingest.bodies import Body
from ingest.cells import listed
from ingest.layout import Cell
from ingest.letters import rule
from ingest.open_names import ON_GROUND
from ingest.sentences import Sentence
from ingest.verbs import PREDICATE, opens_duty, tells_nothing

TOGETHER = rule(
    r"""
    phối\s+hợp(?:
        (?:\s*(?:,|và)?\s*(?:
            chặt\s+chẽ | đồng\s+bộ | thường\s+xuyên | quyết\s+liệt | kịp\s+thời | hiệu\s+quả | nhịp\s+nhàng | tích\s+cực
          | toàn\s+diện | linh\s+hoạt | có\s+hiệu\s+quả
        )(?!\w)){0,3}
        (?:\s+(?:với|cùng(?:\s+với)?))?
    )\s+
  | (?<=chủ\strì\s)cùng(?:\s+với)?\s+
    """,
    re.I | re.X,
)
_VERB = rule(rf"(?<=\s)(?<![Tt]hư\s)(?:{PREDICATE.pattern})")
_DIRECTS = rule(
    r"""
    (?:lãnh\s+đạo|chỉ\s+đạo|định\s+hướng|đôn\s+đốc)
    (?:\s*(?:,|và)\s*(?:lãnh\s+đạo|chỉ\s+đạo|định\s+hướng|đôn\s+đốc|hướng\s+dẫn|kiểm\s+tra|giám\s+sát)){0,8}\s+
    (?:việc\s+)?
    """,
    re.I | re.X,
)
_TOLD_TO = rule(
    r"(?:chỉ\s+đạo|đôn\s+đốc|vận\s+động|yêu\s+cầu)\s+(?!(?:các\s+)?(?:lực\s+lượng|đơn\s+vị|phòng|cơ\s+quan)\s)(?=\S)",
    re.I,
)
_EAGERLY = rule(r"\s*(?:(?:tăng\s+cường|chủ\s+động|tích\s+cực|thường\s+xuyên)\s+)?", re.I)
_PURPOSE = rule(r"\s(?:trong\s+việc|trong\s+quá|để|nhằm|khi)(?!\w)")
_GOES_ON = rule(r"\s*(?:,|và)?\s*[A-ZĐ]|\s+[a-zà-ỹ]")


def supports(sentence: Sentence) -> tuple[Body, ...]:
    """The bodies behind `phối hợp với` in a sentence."""
    out: list[Body] = []
    for match in TOGETHER.finditer(sentence.text, sentence.start, sentence.end):
        if not _of_directed(sentence, match.start()):
            out += partners(sentence, match.end())
    return tuple(dict.fromkeys(out))


def _of_directed(sentence: Sentence, at: int) -> bool:
    """Whether it is another body, directed to do so, that goes together at `at`: `chỉ đạo Sở Y tế phối hợp với ...`; a
    body's own forces do it for the body."""
    before = sentence.text[max(sentence.start, at - 150) : at]
    told = list(_TOLD_TO.finditer(before))
    if not told:
        return False
    start = at - len(before) + told[-1].end()
    group = sentence.group(start)
    return bool(group) and _EAGERLY.fullmatch(sentence.text, group[-1].end, at) is not None


def partners(sentence: Sentence, at: int) -> tuple[Body, ...]:
    """The bodies from `at` to the verb of the duty: known forms, else whatever is listed up to it."""
    text = sentence.text
    group = sentence.group(at)
    if group:
        rest = sentence.after(group)
        if opens_duty(rest) or tells_nothing(rest) or not _GOES_ON.match(rest):
            return group
    start = group[-1].end if group else at
    verb = next((m.start() for m in _VERB.finditer(text, start, min(sentence.end, at + 140))), None)
    if verb is None or not re.match(r"(?:các\s+)?[A-ZĐ]", text[at:verb]):
        named = () if group else sentence.open_group(at)
        return named if named and opens_duty(sentence.after(named)) else group
    purpose = _PURPOSE.search(text, at, verb)
    words = ON_GROUND.sub("", text[at : purpose.start() if purpose else verb].rstrip(" ,"))
    parts = listed(Cell(at, words))
    named = () if group else sentence.open_group(at)
    # a name may hold what parts a list: `Công chức Tư pháp - Hộ tịch`
    return named if named and len(named) < len(parts) and opens_duty(sentence.after(named)) else parts


def directed(sentence: Sentence, start: int) -> tuple[Body, ...]:
    """The bodies behind `chỉ đạo`, `đôn đốc` from `start` on."""
    out: list[Body] = []
    for match in _DIRECTS.finditer(sentence.text, start):
        out += sentence.group(match.end())
    return tuple(dict.fromkeys(out))
