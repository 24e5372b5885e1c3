"""Who must act: the subject of a clause."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.bodies import Body
from ingest.letters import rule

# A sentence that opens with one of these names its subject, if any, behind a comma.
TOPIC = rule(
    r"""
    ^(?:
        Đối\s+với | Nếu | Trường\s+hợp | Qua | Trong | Trên\s+cơ\s+sở | Căn\s+cứ | Để | Khi | Sau | Trước
      | Hằng | Hàng | Định\s+kỳ | Các\s+nội\s+dung | Những | Từ | Theo | Nhằm | Ngoài | Quá\s+trình | Với
      | Trên\s+đây | Tùy | Tuỳ | Thường\s+xuyên | Chậm\s+nhất | Đến | Kinh\s+phí | Tiếp\s+tục
    )[\s,]
    """,
    re.X,
)
PAST = rule(r"(?<!\w)(?:đã|đang|từng)\s", re.I)


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
