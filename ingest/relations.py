"""What a text says of documents' relations: that it implements one, and how those it cites stand to each other.

`Quyết định 927 ... ban hành Kế hoạch thực hiện Chỉ thị 34; Kế hoạch 292 ... về thực hiện Chỉ thị 34`: the words between
two citations tell whether the second stands beside the first or under it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.citations import Citation
from ingest.letters import rule


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
# What may stand between `thực hiện` and the document: how, and what of it, `có hiệu quả các nhiệm vụ, giải pháp của`.
_OBJECT = r"""
    (?:
        (?:\s*,)?\s+
        (?:
            có\s+hiệu\s+quả|đầy\s+đủ|nghiêm\s+túc|tốt
          | các|những|nội\s+dung|nhiệm\s+vụ|giải\s+pháp|mục\s+tiêu|trọng\s+tâm
          | của|tại|theo|và
        )
    )*
"""
_ALSO_ADDED = r"(?:\s*,\s*bổ\s+sung)?"


def _rules(**shapes: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((kind, rule(rf"(?:{shape})\s*$", re.X | re.I)) for kind, shape in shapes.items())


# The words before a document that the one before it acts on: `Quyết định A phê duyệt | Đề án B`.
_UNDER = _rules(
    implements=rf"""
        (?:
            về\s+(?:việc\s+)?
          | ban\s+hành\s+[^;.]{{0,60}}
          | (?:Kế\s+hoạch|Chương\s+trình)\s+(?:hành\s+động\s+)?[^;.]{{0,40}}
          | ,\s*
        )?
        {_CARRY_OUT}{_OBJECT}
    """,
    approves=r"(?:về\s+(?:việc\s+)?|để\s+)?phê\s+duyệt(?:\s+(?:điều\s+chỉnh|nội\s+dung))?",
    amends=rf"""
        (?:sửa\s+đổi{_ALSO_ADDED}|điều\s+chỉnh{_ALSO_ADDED}|bổ\s+sung)
        (?:\s+(?:một\s+số\s+(?:điều|nội\s+dung)|khoản\s+\S+|Điều\s+\S+))?
        (?:\s+(?:của|tại))?
    """,
    replaces=r"thay\s+thế(?:\s+cho)?",
)
# The words before a document that acts on the one before it: `Đề án B được phê duyệt tại | Quyết định A`.
_UNDER_BACK = _rules(
    amends=rf"""
        (?:được|đã)\s+(?:\S+\s+){{0,4}}?(?:điều\s+chỉnh|sửa\s+đổi|bổ\s+sung){_ALSO_ADDED}
        (?:\s+một\s+số\s+điều)?(?:\s+(?:tại|bởi|theo|bằng))?
    """,
    approves=r"""
        (?:được\s+(?:[^;.]{0,60}?\s)?|\()phê\s+duyệt(?:\s+(?:tại|theo|bởi|kèm\s+theo))?\s*\(?
      | (?:ban\s+hành\s+)?kèm\s+theo
    """,
    replaces=r"(?:được|bị)\s+thay\s+thế\s+(?:bởi|bằng)",
)
_APPROVED_AND_AMENDED = rule(r"được\s+phê\s+duyệt\s*,\s*điều\s+chỉnh\s*\(\s*$", re.I)
_GOES_ON = rule(r"[;,]\s*(?:và\s+)?$|\svà\s*$")
_BESIDE = rule(r"^\s*(?:;|,|và|cùng|hoặc|,\s*và|;\s*và|/)?\s*(?:các\s+)?$")
_BREAK = rule(r"[;.]\s")


@dataclass(frozen=True, slots=True)
class Reading:
    """Relations among the citations of one stretch of text, and the citations at its top level (beside the first)."""

    relations: tuple[Relation, ...]
    top: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Under:
    """What a citation stands under: the index of another; with `back` it is the later one that acts."""

    over: int
    kind: str
    back: bool


def relations(text: str, cited: Sequence[Citation]) -> Reading:
    """How the citations of a line stand to each other; `cited` are in order. One that stands within another's name is
    amended by that one: `Luật sửa đổi, bổ sung một số điều của | Luật A`."""
    outer: list[int] = []
    within: list[Relation] = []
    for n, citation in enumerate(cited):
        if outer and citation.start > cited[outer[-1]].start and citation.end <= cited[outer[-1]].end:
            over = cited[outer[-1]]
            within.append(Relation(outer[-1], "amends", n, over.start, over.end, "relation.amends"))
        else:
            outer.append(n)
    if not within:
        return _among(text, cited)
    read = _among(text, [cited[n] for n in outer])
    among = [replace(r, source=outer[r.source], target=outer[r.target]) for r in read.relations]
    return Reading((*among, *within), tuple(outer[n] for n in read.top))


def _among(text: str, cited: Sequence[Citation]) -> Reading:
    """How citations that do not overlap stand to each other."""
    under: dict[int, _Under] = {}
    top: list[int] = []
    for n, citation in enumerate(cited):
        if n == 0:
            top.append(0)
            continue
        between = text[cited[n - 1].end : citation.start]
        link = _untitled(cited[n - 1], between)
        if stated := _stated(n, between, under) or _approved_and_amended(n, between):
            under[n] = stated
        elif _BESIDE.match(link):
            beside = _beside(text, cited, n, link, under)
            if beside:
                under[n] = beside
            else:
                top.append(n)
        elif _BREAK.search(between):
            top.append(n)
    return Reading(tuple(_relation(cited, n, over) for n, over in under.items()), tuple(top))


def _beside(text: str, cited: Sequence[Citation], n: int, link: str, under: dict[int, _Under]) -> _Under | None:
    """What a citation listed beside the one before it stands under: the same as that one, unless the list is closed."""
    same = under.get(n - 1)
    if same is None:
        return None
    if same.kind == "approves" and not same.back and cited[n].key.symbol:
        return None  # what is approved is a work; a numbered document goes on the outer list
    if link.lstrip().startswith(";") and not same.back:
        return None
    if same.kind == "approves" and same.back:
        first = text[cited[same.over].end : cited[n - 1].start]
        if _APPROVED_AND_AMENDED.search(first):
            return replace(same, kind="amends")
    return same


def _stated(n: int, between: str, under: dict[int, _Under]) -> _Under | None:
    """The relation that the words between a citation and the one before it name."""
    if len(between) > 260 or _BREAK.search(between.rstrip()):
        return None
    for kind, words in _UNDER_BACK:
        if words.search(between) and not _APPROVED_AND_AMENDED.search(between):
            above = under.get(n - 1)
            if kind == "amends" and above and above.kind == "approves" and not above.back:
                return _Under(above.over, kind, True)  # a plan is amended by amending the decision that approved it
            return _Under(n - 1, kind, True)
    return next((_Under(n - 1, kind, False) for kind, rule in _UNDER if rule.search(between)), None)


def _approved_and_amended(n: int, between: str) -> _Under | None:
    """`Quy hoạch C được phê duyệt, điều chỉnh (Quyết định A, Quyết định B)`: the first approves."""
    return _Under(n - 1, "approves", True) if _APPROVED_AND_AMENDED.search(between) else None


def _relation(cited: Sequence[Citation], n: int, under: _Under) -> Relation:
    source, target = (n, under.over) if under.back else (under.over, n)
    start = min(cited[under.over].start, cited[n].start)
    end = max(cited[under.over].end, cited[n].end)
    return Relation(source, under.kind, target, start, end, f"relation.{under.kind}")


_CALLED = rule(r"\s*\((?:sau\s+đây\s+)?(?:gọi|viết)\s+(?:tắt\s+)?[^()]{0,80}\)")


def _untitled(before: Citation, between: str) -> str:
    """The words between two citations without the first one's subject: `Quyết định 444 ... “Về việc giao ...”, Nghị
    quyết 07` has a comma."""
    between = _CALLED.sub("", between)
    rest = " ".join(between.split())
    if before.title and before.title in rest:
        return rest.split(before.title, 1)[1].lstrip('”" )')
    return between


_OWN_ACT = rule(
    rf"""
    (?:Quyết[ ]định|Nghị[ ]quyết|Kế[ ]hoạch|Chỉ[ ]thị|Quy[ ]định|Chương[ ]trình|Văn[ ]bản|Kết[ ]luận)\s+này
    \s[^.;]{{0,120}}?
    (?P<act>thay\s+thế|bãi\s+bỏ|sửa\s+đổi|bổ\s+sung|điều\s+chỉnh){_ALSO_ADDED}
    (?:\s+(?:một\s+số\s+(?:điều|nội\s+dung)|toàn\s+bộ))?
    (?:\s+(?:của|cho|tại))?\s*$
    """,
    re.X | re.I,
)


def own_act(before: str) -> str:
    """What `Quyết định này thay thế ...` does to the document cited next: `replaces`, `amends` or nothing."""
    near = before[-400:]
    match = _OWN_ACT.search(near) if "này" in near.lower() else None
    if not match:
        return ""
    return "replaces" if re.match(r"thay|bãi", match["act"], re.I) else "amends"


_OWN = rule(
    rf"""
    (?:^|[\s,(“])
    (?:{_CARRY_OUT}|(?:quán\s+triệt|cụ\s+thể\s+hóa)[^.;]{{0,40}}?(?:thực\s+hiện))
    \s*{_OBJECT}\s*$
    """,
    re.X | re.I,
)


# What was carried out so far, or how that went, tells of the past: `Sau 5 năm thực hiện ...`, `kết quả thực hiện ...`.
_LOOKING_BACK = rule(
    r"""
    (?:
        (?:sau|qua|trong|kết|giá)\s+(?:hơn\s+|gần\s+)?(?:\d+|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)\s+năm(?:\s+qua)?
      | (?:kết\s+quả|tình\s+hình|quá\s+trình|(?:sơ|tổng)\s+kết(?:\s+việc)?)
    )
    [\s,(“]*$
    """,
    re.X | re.I,
)
_SO_FAR = rule(
    r"^[^.;]{0,200}?(?:thời\s+gian|những\s+năm|nhiệm\s+kỳ|năm)\s+(?:vừa\s+)?qua(?!\w)[^.;]{0,200}?\sđã\s", re.I
)


def implemented(text: str, cited: Sequence[Citation]) -> tuple[int, ...]:
    """The citations that this document says it implements, in its title or opening: those at the top level behind
    `thực hiện`, `triển khai`, `cụ thể hóa`."""
    if not cited:
        return ()
    first = cited[0]
    own = _OWN.search(text[: first.start])
    if not own or _LOOKING_BACK.search(text[: own.start() + 1]):
        return ()
    reading = relations(text, cited)
    run: list[int] = []
    for n in reading.top:
        if n and not _goes_on(text, cited, n):
            break
        run.append(n)
    return () if _SO_FAR.search(text[cited[run[-1]].end :][:500]) else tuple(run)


def _goes_on(text: str, cited: Sequence[Citation], n: int) -> bool:
    """Whether the list of what is implemented goes on at citation `n`: only a comma, `;` or `và` behind the one before,
    or behind what is said of that one."""
    before = cited[n - 1]
    between = text[before.end : cited[n].start]
    if _BESIDE.match(between) or _BESIDE.match(_untitled(before, between)):
        return True
    said = len(between) < 320 and not re.search(r"ban\s+hành|như\s+sau|\.\s", between)
    return said and _GOES_ON.search(between) is not None
