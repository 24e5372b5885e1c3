"""The sentences of an item, the bodies each names, and the lists of bodies in them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.bodies import Body, bodies_behind
from ingest.letters import rule
from ingest.open_names import TELLS_IN_NAME, link_behind, name_at
from ingest.verbs import opens_duty

# A full stop before a capital, but not that of an abbreviation of one letter; some words have one (`nhà ở.`). A
# semicolon before another order.
_SENTENCE = rule(
    r"""
      (?:(?<=[^\s.][^\s.][.!])|(?<=tháng\s\d\.)|(?<=quý\s\d\.)|(?<=\s[ởýổủôế]\.))\s+(?=[A-ZĐÀ-Ỹ])
    | ;\s+(?=(?:đối\s+với|giao|đề\s+nghị|yêu\s+cầu)\s)
    """,
    re.X,
)
_TURN = rule(r";\s+$")
_MOST_LISTED = 20
_FAR = 1_000
_HANDS = rule(r"(?:(?:yêu\s+cầu|đề\s+nghị|giao|phân\s+công)\s+(?:cho\s+)?|phối\s+hợp\s+(?:(?:với|cùng)\s+)?)", re.I)
_STOP = rule(r"[.!;]\s")
_LINK = rule(r"\s*(?:,|;|/|&|\(|,?\s*(?:và|cùng|cùng\s+với|hoặc)(?!\w))?\s*(?:các\s+)?")
_OFFICE = r"(?:(?:Phó\s+)?(?:Chủ|Bí|Giám|Chánh|Trưởng|Tổng|Viện|Cục|Vụ)|Phó|Lãnh)\s"
# Who heads a body, before its name.
_TITLE = rule(
    r"""
    (?P<title>
        (?:Phó\s+)?(?:Tổng\s+)?[Gg]iám\s+đốc | (?:Phó\s+)?Thống\s+đốc | (?:Phó\s+)?Chánh(?:\s+án)? | (?:Phó\s+)?Tổng
      | (?:Phó\s+)?(?:Chỉ\s+huy\s+|Thủ\s+|Viện\s+|Cục\s+|Vụ\s+|Hiệu\s+)?[Tt]rưởng(?:\s+ban)? | Lãnh\s+đạo
      | [Nn]gười\s+đứng\s+đầu | (?:[Cc]ác\s+)?[Tt]hành\s+viên
      | (?:Phó\s+)?(?:[Bb]í\s+thư|[Cc]hủ\s+(?:tịch|nhiệm))(?:\s+[Tt]hường\s+trực)?
    )\s+(?:các\s+(?=[SB]))?$
    """,
    re.X,
)
# A person before the office: `đồng chí Nguyễn Văn A, Phó Chủ tịch UBND tỉnh`.
_PERSON = rule(
    rf"""
    (?:[Cc]ác\s+)?(?:[Đđ]ồng\s+chí|[Đđ]/c|[ÔôBb](?:ng|à)) \s+
    (?:(?!{_OFFICE})[A-ZĐÀ-Ỹ][\wà-ỹ]*(?:\s+[A-ZĐÀ-Ỹ][\wà-ỹ]*){{1,4}}\s*(?:,|[-–])\s*)?$
    """,
    re.X,
)
_HEADS = rule(r"(?:Phó\s+)?[Cc]hủ\s+tịch|(?:Phó\s+)?[Bb]í\s+thư|[Tt]hủ\s+trưởng|[Tt]rưởng\s")
# Behind these the name of a group goes on no further.
_CLOSED_NAME = rule(r"(?:liên\s+quan|hữu\s+quan|khác|địa\s+bàn)$")
_OFFICE_OF = rule(r"(?:Phòng|Ban|Văn\s+phòng|Chi\s+cục|Trung\s+tâm|Đội|Thanh\s+tra)\s")
# What a body is besides, in brackets behind it: `Sở Y tế (cơ quan thường trực)`.
_BESIDES = rule(r"(?:cơ\s+quan|đơn\s+vị)\s+(?:thường\s+trực|đầu\s+mối|chủ\s+trì|tham\s+mưu)", re.I)
_LISTED_ON = rule(rf"(?:,|;|và)\s+(?:các\s+)?$|{_TITLE.pattern}", re.X)
_LEAD_IN = rule(
    r"""
    ^\s*(?:
        (?:
            Đồng[ ]thời | Riêng | Ngoài[ ]ra | Bên[ ]cạnh[ ]đó | Trong[ ]đó | Cụ[ ]thể | Theo[ ]đó
          | Trước[ ]mắt | Mặt[ ]khác | Hơn[ ]nữa
        )\s*,?\s*(?:là\s+)?
    )?
    """,
    re.X,
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, from `start` to `end` in the words of an item, and the bodies in it; offsets count from the item's
    words."""

    text: str
    start: int
    end: int
    bodies: tuple[Body, ...]

    @property
    def words(self) -> str:
        return self.text[self.start : self.end]

    @property
    def lead(self) -> int:
        """Where the sentence begins behind `Đồng thời`, `Riêng` and the like, counted from its own start."""
        opening = _LEAD_IN.match(self.words)
        return opening.end() if opening else 0

    def before(self, body: Body, most: int | None = None) -> str:
        """The sentence up to a body, or no more than the last `most` characters of that."""
        return self.text[max(self.start, body.start - (most or body.start)) : body.start]

    def after(self, group: Sequence[Body]) -> str:
        """The rest of the sentence behind a list of bodies."""
        return self.text[group[-1].end : self.end]

    def after_list(self) -> str:
        """The rest of the sentence behind the list of bodies that it opens with."""
        group = self.group(self.start)
        return self.after(group) if group else ""

    def group(self, at: int) -> tuple[Body, ...]:
        """The bodies listed from `at` on: each begins where the one before, and a comma or `và`, ends. Where the list
        ends before what they must do, those of no known form are among them."""
        known = self._known_group(at)
        return (*known[:-1], *self._widened(known[-1])) if known else ()

    def open_group(self, at: int) -> tuple[Body, ...]:
        """The bodies listed from `at` on, the first of no known form; empty where none begins there. What follows tells
        whether they are such."""
        return tuple(self._listed(at))

    def _widened(self, last: Body) -> tuple[Body, ...]:
        """The last of a list, with those of no known form behind it; where the name of a group goes on up to what
        it must do, the whole of it: `các doanh nghiệp viễn thông lắp trạm`."""
        more = self._more(last)
        if (
            more
            or not last.collective
            or _CLOSED_NAME.search(last.surface)
            or opens_duty(self.text[last.end : self.end])
        ):
            return (last, *more)
        longer = name_at(self.text, last.start, self.end)
        if not longer or longer.end <= last.end or TELLS_IN_NAME.search(longer.surface):
            return (last,)
        return (longer,) if opens_duty(self.text[longer.end : self.end]) else (last,)

    def _more(self, known: Body) -> tuple[Body, ...]:
        """What a list of bodies goes on with behind a known one, when that has a body of no known form in it and the
        duty follows it."""
        position = link_behind(self.text, known.end, self.end)
        out = self._listed(position, known.collective) if position is not None else []
        rest = self.after(out) if out else ""
        ends = rest.strip(" .*") in ("", ":") or opens_duty(rest)
        return tuple(out) if ends or (rest[:1] == ":" and opens_duty(rest[1:])) else ()

    def _listed(self, at: int, collective: bool = False) -> list[Body]:
        """The bodies listed from `at` on; `collective` tells that the one before is."""
        out: list[Body] = []
        position: int | None = at
        while position is not None and len(out) < _MOST_LISTED:
            known = self._known_group(position) if out else ()
            body = known[-1] if known else name_at(self.text, position, self.end, follows=collective)
            if body is None:
                break
            out += known or (body,)
            collective = body.collective
            position = link_behind(self.text, body.end, self.end)
        return out

    def _known_group(self, at: int) -> tuple[Body, ...]:
        found: list[Body] = []
        position = at
        heads: re.Match[str] | None = None
        for body in self.bodies:
            if body.start < position:
                continue
            between = self.text[position : body.start]
            title = _TITLE.search(between)
            if title:
                heads, body, between = (
                    title,
                    _headed(body, title, position + title.start("title")),
                    between[: title.start()],
                )
            elif heads and body.spread:
                body = _headed(body, heads, body.start)
            else:
                heads = None
            if person := _PERSON.search(between) if heads or _HEADS.match(body.surface) else None:
                between = between[: person.start()]
            if not (_LINK.fullmatch(between) if found else not between.strip()):
                break
            if found and not between.strip() and _OFFICE_OF.match(found[-1].surface) and not body.collective:
                found[-1] = replace(found[-1], end=body.end)  # whose office it is
                position = body.end
                continue
            if "(" in between and (not found[-1].collective or _BESIDES.match(self.text, body.start)):
                position = self.text.find(")", body.end, self.end) + 1
                if position == 0:
                    break
                continue
            found.append(body)
            position = body.end
        return tuple(found)

    def headed_group(self, after: int, at: int) -> tuple[Body, ...]:
        """The bodies listed from the one at `at` on, with the title before it, when it stands behind a comma, `và` or
        such a title; `after` is where the one before ends."""
        between = self.text[max(after, at - 40) : at]
        if not _LISTED_ON.search(between):
            return ()
        title = _TITLE.search(between)
        return self.group(at - len(between) + title.start() if title else at)


def _ends(text: str) -> Iterator[tuple[int, int]]:
    return (cut.span() for cut in _SENTENCE.finditer(text))


def _turns(text: str, named: Sequence[Body]) -> Iterator[tuple[int, int]]:
    """Where a semicolon ends the duty of one body, since behind it another is told to act: `...; Sở Y tế lập ...`."""
    for n, body in enumerate(named):
        turn = _TURN.search(text, max(0, body.start - 3), body.start) if n else None
        if turn and _is_listed(text, named[:n], turn.start()):
            continue
        if turn and opens_duty(Sentence(text, body.start, len(text), tuple(named[n : n + _MOST_LISTED])).after_list()):
            yield turn.start(), body.start


def _is_listed(text: str, before: Sequence[Body], at: int) -> bool:
    """Whether a list of those who act goes on behind the semicolon at `at`: nothing but bodies stands before it, from
    the beginning or an order on."""
    hands = list(_HANDS.finditer(text, max(0, at - _FAR), at))
    start = hands[-1].end() if hands else 0
    group = Sentence(text, start, at, tuple(before[-_MOST_LISTED:])).group(start)
    return bool(group) and not text[group[-1].end : at].strip()


def _headed(body: Body, title: re.Match[str], at: int) -> Body:
    """Who heads a body, as a body of its own: `Giám đốc Sở Xây dựng`."""
    words = " ".join(title["title"].split())
    name = body.name[0].lower() + body.name[1:] if body.collective else body.name
    return replace(body, start=at, surface=f"{words} {body.surface}", name=f"{words} {name}")


def sentences(line: str, words: int = 0) -> Iterator[Sentence]:
    """The sentences of a line from its words on, in order; offsets count from the words."""
    text, named = line[words:], bodies_behind(line, words)
    start = first = 0
    cuts = sorted({*_ends(text), *_turns(text, named)}) if _STOP.search(text) else []
    for end, following in [*cuts, (len(text), len(text))]:
        if text[start:end].strip():
            last = bisect_right(named, end, key=lambda body: body.end)
            yield Sentence(text, start, end, tuple(b for b in named[first:last] if b.start >= start))
            first = last
        start = following
