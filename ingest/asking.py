"""Who is asked or ordered to do something: `Giao Sở Xây dựng ...`, `..., UBND tỉnh đề nghị Sở Tài chính ...`."""

from __future__ import annotations

import re
from collections.abc import Collection

from ingest.letters import rule
from ingest.sentences import Sentence
from ingest.subjects import PAST, TOPIC, Clause, Subject
from ingest.verbs import opens_duty

# What hands a duty to those named behind it.
ORDER = rule(
    r"""
    (?:^|(?<=[,;:]\s))\s*(?:
        Giao\s+(?:trách\s+nhiệm|nhiệm\s+vụ)
      | [Gg]iao
      | (?:[Kk]ính\s+)?[ĐđDd][ềểêéẻ]\s+nghị  # a scan loses marks
      | [Yy]êu\s+cầu
      | [Pp]hân\s+công
      | [Uu]ỷ\s+quyền
      | [Ủủ]y\s+quyền
      | giao\s+trách\s+nhiệm
      | giao\s+nhiệm\s+vụ
    )\s+(?:cho\s+|trách\s+nhiệm\s+cho\s+)?(?:các\s+(?=Phó\s))?
    """,
    re.X,
)
_ABOVE_ALL = ("Chính phủ", "Thủ tướng Chính phủ", "Quốc hội", "Bộ Chính trị", "Ban Bí thư Trung ương Đảng")
_ASKS = rule(r"\s+(?:(?:kính\s+)?[đd][ềểêéẻ]\s+nghị|yêu\s+cầu|giao|phân\s+công|chỉ\s+thị)\s+(?:cho\s+)?", re.I)
_ASKS_ALL = rule(
    r"\s+yêu\s+cầu\s+"
    r"(?:thực\s+hiện|tập\s+trung|khẩn\s+trương|nghiêm\s+túc|triển\s+khai|tiếp\s+tục|tăng\s+cường)(?!\w)",
    re.I,
)
# What those who are asked do besides, up to what they are asked: `các tổ chức kinh doanh vật liệu nghiêm túc ...`.
_STRICT = rule(
    r"(?:[^.;:]|(?<=tỉnh):|(?<=xã):|(?<=huyện):|(?<=phố):){1,250}?\s"
    r"(?=(?:(?:thực\s+hiện|chấp\s+hành)\s+nghiêm|nghiêm\s+túc|khẩn\s+trương|có\s+trách\s+nhiệm)(?!\w))",
    re.I,
)
# A short heading before an order: `Hoàn thiện thể chế: Giao Sở Xây dựng ...`.
_HEADED = rule(r"^[^.;:\d]{3,120}:\s+$")


def asked(sentence: Sentence, marked: bool, askers: Collection[str] = ()) -> Clause | None:
    """Of a sentence in which the issuer asks others, `..., Bộ Xây dựng đề nghị Bộ Tài chính bố trí vốn`: those it asks.
    In a marked item, where others are told what to ask, only those that stand above all and the `askers`, whom the
    opening shows asking, are taken for the issuer."""
    for body in sentence.bodies:
        if marked and body.name not in _ABOVE_ALL and body.name not in askers:
            continue
        asking = _ASKS.match(sentence.text, body.end)
        before = sentence.before(body).strip()
        if not asking or (before and not before.endswith(",")):
            continue
        group = sentence.group(asking.end())
        after = sentence.after(group) if group else ""
        if opens_duty(after) or after.strip() == ":":
            return Clause(Subject(group), group[-1].end, "duty.asked")
        if group and (strict := _STRICT.match(after)):
            return Clause(Subject(group), group[-1].end + strict.end(), "duty.asked", 0.8)
    return None


def ordered(sentence: Sentence) -> Clause | None:
    """`Giao Sở Xây dựng ...`, `Đề nghị ...`."""
    order = ORDER.search(sentence.words)
    if not order:
        return None
    before = sentence.words[: order.start()]
    headed = _HEADED.match(before) is not None and not PAST.search(before)
    opening = order.start() <= sentence.lead or headed
    if not (opening or TOPIC.match(sentence.words)):
        return None
    group = sentence.group(sentence.start + order.end())
    if group:
        return Clause(Subject(group), group[-1].end if opening else sentence.start, "duty.order")
    named = sentence.open_group(sentence.start + order.end())
    if named and opens_duty(sentence.after(named)):
        return Clause(Subject(named), named[-1].end if opening else sentence.start, "duty.order", 0.7)
    return None


def asks_all(after: str) -> bool:
    """Whether the words behind a body ask nobody in particular: `yêu cầu thực hiện một số nội dung sau`."""
    return _ASKS_ALL.match(after) is not None
