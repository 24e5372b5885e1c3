"""The lines of a document by zone, and a record of where each field of its heading was read."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from ingest.layout import Layout, Line
from ingest.letters import rule
from ingest.zones import where_typed

MOTTO = rule(
    r"C[ỘÔO]NG H[ÒÓO][ÀÁA]?A? X[ÃA](?: H[ỘÔO]I|$)|^\W*(?:H[ỘÔO]I )?CHỦ NGHĨA VIỆT NAM|ĐẢNG CỘNG SẢN VIỆT NAM"
    r"|Độc l[ậa]p\s*-|^\W*$",
    re.I,
)
# Day and month may be left blank for the pen.
PLACE_DATE = rule(
    r"""
    (?P<place>[A-ZĐÀ-Ỹ][^,\n\d]{1,40}),
    \s*ngày\s*(?P<day>\d{0,2})[.…_\s]*
    (?:t?háng|/)\s*(?P<month>\d{0,2})[.…_\s]*
    (?:năm|/)\s*(?P<year>\d{4})
    """,
    re.X,
)

# Without the comma, on a line of its own.
DATE_ALONE = rule(
    r"""
    ^(?P<place>[A-ZĐÀ-Ỹ][^,\n\d]{1,30}?)\s+ngày\s*(?P<day>\d{0,2})[.…_\s]*
    (?:tháng|/)\s*(?P<month>\d{0,2})[.…_\s]*
    (?:năm|/)\s*(?P<year>\d{4})[\s.*]*$
    """,
    re.X | re.M,
)


@dataclass(slots=True)
class Sheet:
    """The lines of head, body and foot. `typed` is the position in the head of the line with the document's type, None
    without one; `parted` tells where in that line the type ends and the subject begins; `spans` tells where fields were
    read, `inferred` which were read elsewhere than in the head."""

    text: str
    head: list[Line]
    body: list[Line]
    foot: list[Line]
    typed: int | None
    parted: tuple[int, int] = (0, 0)
    spans: dict[str, tuple[int, int]] = field(default_factory=dict)
    inferred: list[str] = field(default_factory=list)

    def mark(self, name: str, start: int, end: int) -> None:
        """Remember where a field stands; the first place counts."""
        self.spans.setdefault(name, (start, end))

    @property
    def above_type(self) -> list[Line]:
        """The lines of the head above the document's type; all where there is none."""
        return self.head[: self.typed if self.typed is not None else len(self.head)]

    @property
    def below_type(self) -> list[Line]:
        """The lines of the head below the document's type, with what stands behind it on its line; none where there is
        none."""
        if self.typed is None:
            return []
        line, at = self.head[self.typed], self.parted[1]
        rest = [replace(line, start=line.start + at, text=line.text[at:])] if line.text[at:] else []
        return [*rest, *self.head[self.typed + 1 :]]


def sheet(layout: Layout) -> Sheet:
    """The lines of a laid-out document, nothing read yet."""
    lines = [p for p in layout.parts if isinstance(p, Line)]
    head, body, foot = ([p for p in lines if p.zone == zone] for zone in ("head", "body", "foot"))
    typed = where_typed(tuple(line.text for line in head))
    return Sheet(layout.text, head, body, foot, *(typed or (None,)))
