"""The labels of lists and lines that stand for a table's cells: `Cơ quan chủ trì: ...; thời gian hoàn thành: ...`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.columns import column
from ingest.letters import rule

# What a label stands for, as the heading of a table's column would name it. It opens a line, or stands behind a stop
# or a bracket.
_LABEL = rule(
    r"""
    (?:^\s*(?:[-–+*•]\s*)?|(?<=[.;,(|])\s*(?:[-–+]\s*)?)(?P<label>
        (?:Cơ\s+quan|Đơn\s+vị|Sở,?\s+(?:ban,?\s+)?ngành|Bộ\s+phận)(?:\s*,\s*đơn\s+vị)?\s+
        (?:chủ\s+trì|phối\s+hợp|thực\s+hiện|đầu\s+mối)(?:\s+(?:thực\s+hiện|tham\s+mưu|chính))?
      | Chủ\s+trì(?:\s+thực\s+hiện)?
      | Phối\s+hợp(?:\s+thực\s+hiện)?
      | (?:Thời\s+gian|Thời\s+hạn|Tiến\s+độ|Ngày)
        (?:\s+(?:thực\s+hiện|hoàn\s+(?:thành|tất)|triển\s+khai|trình|ban\s+hành|báo\s+cáo|gửi))?
      | Hoàn\s+thành
      | Sản\s+phẩm(?:\s+(?:hoàn\s+thành|đầu\s+ra))?
      | Kết\s+quả(?:\s+(?:đạt\s+được|đầu\s+ra|dự\s+kiến))?
    )\s*:\s*(?=\S)
    """,
    re.I | re.X,
)
_ENDS = " .;,()-–—+|"


@dataclass(frozen=True, slots=True)
class Labelled:
    """One value behind its label: the kind of column it would stand in, and the span of its words."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class LabelledLine:
    """A line with labels: `task` is how long the words before the first one are, 0 where the line opens with it."""

    task: int
    values: tuple[Labelled, ...]


def labelled_line(text: str) -> LabelledLine | None:
    """The labels of a line that opens with one, or names a lead behind the words of its task; None for other lines."""
    if ":" not in text:
        return None
    found = list(_LABEL.finditer(text))
    if not found:
        return None
    values = []
    for n, match in enumerate(found):
        end = found[n + 1].start() if n + 1 < len(found) else len(text)
        end = match.end() + len(_stripped(text[match.end() : end]))
        values.append(Labelled(column(match["label"]), match.end(), end))
    task = len(text[: found[0].start()].rstrip(_ENDS))
    if task and not any(value.kind == "lead" for value in values):
        return None
    return LabelledLine(task, tuple(values))


def _stripped(value: str) -> str:
    """A value without the marks behind it, but for a bracket that closes one within."""
    bare = value.rstrip(_ENDS)
    closing = value.find(")", len(bare))
    return value[: closing + 1] if closing >= 0 and bare.count("(") > bare.count(")") else bare
