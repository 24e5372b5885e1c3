"""What a text says of documents' relations: that it implements one, and how those it cites stand to each other.

`Quyết định 927 ... ban hành Kế hoạch thực hiện Chỉ thị 34; Kế hoạch 292 ... về thực hiện Chỉ thị 34`: the words between two
citations tell whether the second stands beside the first or under it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.citations import Citation


@dataclass(frozen=True, slots=True)
class Relation:
    """`source` and `target` are indexes of citations; the span covers both."""

    source: int
    kind: str
    target: int
    start: int
    end: int
    rule: str


_CARRY_OUT = (
    r"(?:(?:tổ\s+chức|triển\s+khai|tiếp\s+tục|để|nhằm)\s+)*(?:thực\s+hiện|triển\s+khai|thi\s+hành|cụ\s+thể\s+hóa)"
)
_OBJECT = r"(?:(?:\s*,)?\s+(?:có\s+hiệu\s+quả|đầy\s+đủ|nghiêm\s+túc|tốt|các|những|nội\s+dung|nhiệm\s+vụ|giải\s+pháp|mục\s+tiêu|trọng\s+tâm|của|tại|theo|và))*"
_UNDER = (
    ("implements", re.compile(rf"(?:về\s+(?:việc\s+)?|ban\s+hành\s+[^;.]{{0,60}}|(?:Kế\s+hoạch|Chương\s+trình)\s+(?:hành\s+động\s+)?[^;.]{{0,40}}|,\s*)?{_CARRY_OUT}{_OBJECT}\s*$", re.I)),
    ("approves", re.compile(r"(?:về\s+(?:việc\s+)?|để\s+)?phê\s+duyệt(?:\s+(?:điều\s+chỉnh|nội\s+dung))?\s*$", re.I)),
    ("amends", re.compile(r"(?:sửa\s+đổi(?:\s*,\s*bổ\s+sung)?|điều\s+chỉnh(?:\s*,\s*bổ\s+sung)?|bổ\s+sung)(?:\s+(?:một\s+số\s+(?:điều|nội\s+dung)|khoản\s+\S+|Điều\s+\S+))?(?:\s+(?:của|tại))?\s*$", re.I)),
    ("replaces", re.compile(r"thay\s+thế(?:\s+cho)?\s*$", re.I)),
)  # fmt: skip
_UNDER_BACK = (
    ("amends", re.compile(r"(?:được|đã)\s+(?:\S+\s+){0,4}?(?:điều\s+chỉnh|sửa\s+đổi|bổ\s+sung)(?:\s*,\s*bổ\s+sung)?(?:\s+một\s+số\s+điều)?(?:\s+(?:tại|bởi|theo|bằng))?\s*$", re.I)),
    ("approves", re.compile(r"(?:được\s+(?:[^;.]{0,60}?\s)?|\()phê\s+duyệt(?:\s+(?:tại|theo|bởi|kèm\s+theo))?\s*\(?\s*$|(?:ban\s+hành\s+)?kèm\s+theo\s*$", re.I)),
    ("replaces", re.compile(r"(?:được|bị)\s+thay\s+thế\s+(?:bởi|bằng)\s*$", re.I)),
)  # fmt: skip
_APPROVED_AND_AMENDED = re.compile(r"được\s+phê\s+duyệt\s*,\s*điều\s+chỉnh\s*\(\s*$", re.I)
_BESIDE = re.compile(r"^\s*(?:;|,|và|cùng|hoặc|,\s*và|;\s*và|/)?\s*(?:các\s+)?$")
_BREAK = re.compile(r"[;.]\s")


@dataclass(frozen=True, slots=True)
class Reading:
    """Relations among the citations of one stretch of text, and the citations at its top level (beside the first)."""

    relations: tuple[Relation, ...]
    top: tuple[int, ...]


def relations(text: str, cited: Sequence[Citation]) -> Reading:
    """How the citations of a line stand to each other; `cited` are in order and do not overlap."""
    out: list[Relation] = []
    parent: dict[int, tuple[int, str, bool]] = {}  # what a citation stands under: index, kind, backwards
    top: list[int] = []
    for n, citation in enumerate(cited):
        if n == 0:
            top.append(0)
            continue
        before = cited[n - 1]
        between = text[before.end : citation.start]
        stated = _stated(text, n, cited, between)
        if stated:
            over, kind, back = stated
            above = parent.get(over)
            if kind == "amends" and back and above and above[1] == "approves" and not above[2]:
                over = above[0]  # a plan is amended by amending the decision that approved it
            parent[n] = (over, kind, back)
            out.append(_relation(cited, over, kind, n, back))
            continue
        if _APPROVED_AND_AMENDED.search(between):
            parent[n] = (n - 1, "approves", True)
            out.append(_relation(cited, n - 1, "approves", n, True))
            continue
        link = _untitled(before, between)
        if _BESIDE.match(link):
            over_before = parent.get(n - 1)
            closed = link.lstrip().startswith(";") and not (over_before and over_before[2])
            if over_before and over_before[1] == "approves" and not over_before[2] and citation.key.symbol:
                over_before = None  # what is approved is a work; a numbered document goes on the outer list
            if over_before and not closed:
                over, kind, back = over_before
                if kind == "approves" and back and _APPROVED_AND_AMENDED.search(text[cited[over].end : before.start]):
                    kind = "amends"
                parent[n] = (over, kind, back)
                out.append(_relation(cited, over, kind, n, back))
            else:
                top.append(n)
            continue
        if _BREAK.search(between):
            top.append(n)
    return Reading(tuple(out), tuple(top))


def _stated(text: str, n: int, cited: Sequence[Citation], between: str) -> tuple[int, str, bool] | None:
    """The relation that the words between name, with the nearest citation before it can belong to."""
    if len(between) > 260 or _BREAK.search(between.rstrip()):
        return None
    for kind, rule in _UNDER_BACK:
        if rule.search(between) and not _APPROVED_AND_AMENDED.search(between):
            return n - 1, kind, True
    for kind, rule in _UNDER:
        if rule.search(between):
            return n - 1, kind, False
    return None


def _relation(cited: Sequence[Citation], over: int, kind: str, n: int, back: bool) -> Relation:
    source, target = (n, over) if back else (over, n)
    return Relation(
        source,
        kind,
        target,
        min(cited[over].start, cited[n].start),
        max(cited[over].end, cited[n].end),
        f"relation.{kind}",
    )


_CALLED = re.compile(r"\s*\((?:sau\s+đây\s+)?(?:gọi|viết)\s+(?:tắt\s+)?[^()]{0,80}\)")


def _untitled(before: Citation, between: str) -> str:
    """The words between two citations without the first one's subject: `Quyết định 444 ... “Về việc giao ...”, Nghị
    quyết 07` has a comma."""
    between = _CALLED.sub("", between)
    rest = " ".join(between.split())
    if before.title and before.title in rest:
        return rest.split(before.title, 1)[1].lstrip('”" )')
    return between


_OWN_ACT = re.compile(
    r"(?:Quyết định|Nghị quyết|Kế hoạch|Chỉ thị|Quy định|Chương trình|Văn bản|Kết luận)\s+này\s[^.;]{0,120}?(?P<act>thay\s+thế|bãi\s+bỏ|sửa\s+đổi|bổ\s+sung|điều\s+chỉnh)(?:\s*,\s*bổ\s+sung)?(?:\s+(?:một\s+số\s+(?:điều|nội\s+dung)|toàn\s+bộ))?(?:\s+(?:của|cho|tại))?\s*$",
    re.I,
)


def own_act(before: str) -> str:
    """What `Quyết định này thay thế ...` does to the document cited next: `replaces`, `amends` or nothing."""
    match = _OWN_ACT.search(before)
    if not match:
        return ""
    return "replaces" if re.match(r"thay|bãi", match["act"], re.I) else "amends"


_OWN = re.compile(
    rf"(?:^|[\s,(“])(?:{_CARRY_OUT}|(?:quán\s+triệt|cụ\s+thể\s+hóa)[^.;]{{0,40}}?(?:thực\s+hiện))\s*{_OBJECT}\s*$", re.I
)


def implemented(text: str, cited: Sequence[Citation]) -> tuple[int, ...]:
    """The citations that this document says it implements, in its title or opening: those at the top level behind
    `thực hiện`, `triển khai`, `cụ thể hóa`."""
    if not cited:
        return ()
    first = cited[0]
    if not _OWN.search(text[: first.start]):
        return ()
    reading = relations(text, cited)
    run: list[int] = []
    for n in reading.top:
        if n and not _reaches(text, cited, run[-1], n, reading):
            break
        run.append(n)
    return tuple(run)


def _reaches(text: str, cited: Sequence[Citation], last: int, n: int, reading: Reading) -> bool:
    """Whether the list of what is implemented goes on: only a comma, `;` or `và` behind the last citation of the one before."""
    between = text[cited[n - 1].end : cited[n].start]
    return (
        bool(_BESIDE.match(between))
        or bool(_BESIDE.match(_untitled(cited[n - 1], between)))
        or bool(
            re.search(r"[;,]\s*(?:và\s+)?$|\svà\s*$", between)
            and len(between) < 320
            and not re.search(r"ban\s+hành|như\s+sau|\.\s", between)
        )
    )
