"""Physical lines joined to paragraphs: which line begins a new one, and what stands between two that belong
together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from ingest.blocks import Block, Paragraph, Table
from ingest.bodies import bodies
from ingest.footnotes import Role, roles
from ingest.letters import rule
from ingest.lone_marks import rejoined
from ingest.markers import DIVISIONS, Mark, mark
from ingest.markers import Sequence as Marks
from ingest.stamps import is_rule
from ingest.verbs import is_imperative
from ingest.zones import ANNEX, ATTACHED, CAPITAL, FOOT, MOTTO_LINE, leaves_head

_FIRST = re.compile(r"[^\W_]|[(“\"]")
# The title of a document stands among its first lines.
_HEAD = 200
_TAIL = 400
_DIVISION = 20
_TOP = 25
_WIDEST = 200
_SENTENCE_END = rule(r"[.;:!?…”\")\]]\s*$|\./\.\s*$")


@dataclass(slots=True)
class Draft:
    """A paragraph being put together from physical lines: pieces with the source line each came from.

    `note` is the number of the footnote it is, 0 for none; `marks` are the footnotes it refers to, each with its
    offset. `length` and `tail` tell of the text so far how long it is and its end.
    """

    zone: str
    ruled: bool = False
    pieces: list[tuple[str, int]] = field(default_factory=list)
    note: int = 0
    marks: list[tuple[int, int]] = field(default_factory=list)
    length: int = 0
    tail: str = ""

    @property
    def text(self) -> str:
        return "".join(piece for piece, _ in self.pieces)

    def add(self, text: str, line: int) -> None:
        piece = (_joint(self.tail, text) if self.pieces else "") + text
        self.pieces.append((piece, line))
        self.length += len(piece)
        self.tail = (self.tail + piece)[-_TAIL:]


_CUT = rule(r"\w[-/]")
_CODE = rule(r"[A-ZĐ\d]")
_STOPS = tuple(".,;:!?)”")


def _joint(before: str, after: str) -> str:
    """What stands between two physical lines: nothing inside a number or symbol (`34-` `CT/TW`), else a space."""
    if before.endswith(("-", "/")) and _CUT.match(before[-2:]) and _CODE.match(after):
        return ""
    return "" if after.startswith(_STOPS) and not after.startswith("...") else " "


def paragraphs(blocks: Sequence[Block]) -> list[Draft | Table]:
    """The paragraphs, footnotes and tables of a document, in the order in which they begin."""
    blocks = rejoined(blocks)
    joining = _Joining(_width(blocks), _head_reaches(blocks))
    known = roles(blocks)
    for position, block in enumerate(blocks):
        joining.position = position
        if isinstance(block, Table):
            joining.table(block)
        elif text := " ".join(block.text.split()):
            joining.line(text, block, known.get(position))
    return joining.out


def _head_reaches(blocks: Sequence[Block]) -> int:
    """The position of the last line with the motto among the first: the head reaches at least so far, whatever a
    page of the web has put above it."""
    first = ((n, b) for n, b in enumerate(blocks[:_TOP]) if isinstance(b, Paragraph))
    return max((n for n, block in first if MOTTO_LINE.search(block.text)), default=-1)


def _width(blocks: Iterable[Block]) -> int:
    """The usual length of a full physical line: the median of those that are not clearly short. Longer than any line
    where lines are longer than a page is wide: there each is a paragraph."""
    lengths = sorted(len(b.text.strip()) for b in blocks if isinstance(b, Paragraph) and b.wrapped)
    if not lengths:
        return 0
    full = [n for n in lengths if n > 0.6 * lengths[int(len(lengths) * 0.9)]]
    usual = full[len(full) // 2]
    return usual if usual <= _WIDEST else 2 * lengths[-1]


class _Joining:
    """Takes the blocks of a document one by one; `out` is what they make."""

    def __init__(self, width: int, head: int = -1) -> None:
        self.out: list[Draft | Table] = []
        self.position = 0
        self._width = width
        self._head_reaches = head
        self._zone = "head"
        self._marks = Marks()
        self._ruled = False
        self._previous: Paragraph | None = None
        # The paragraph that the next physical line may go on with: the last one that is not a footnote.
        self._last: Draft | None = None
        self._notes: dict[int, Draft] = {}
        self._heads: list[str] = []

    def table(self, table: Table) -> None:
        self.out.append(table)
        self._previous = self._last = None

    def line(self, text: str, block: Paragraph, role: Role | None) -> None:
        """One physical line, its spaces evened out, and what it is when it is no text."""
        if is_rule(text):
            self._ruled, self._previous = True, None
        elif role:
            self._set_aside(text, block, role)
        else:
            self._text(text, block)

    def _set_aside(self, text: str, block: Paragraph, role: Role) -> None:
        if role.kind == "mark":
            last = self._last
            if last is not None:
                last.marks.append((last.length, role.number))
        elif role.kind == "note":
            note = self._notes.get(role.number)
            if note is None:
                note = self._notes[role.number] = Draft("note", note=role.number)
                self.out.append(note)
            note.add(text, block.line)

    def _text(self, text: str, block: Paragraph) -> None:
        found = mark(text)
        last = self._last
        self._enter(text, found)
        if last is None or self._opens(text, found, last.tail, block) or last.zone != self._zone:
            last = self._last = Draft(self._zone, self._ruled)
            self.out.append(last)
            if self._zone == "head":
                self._heads.append(text)
        last.add(text, block.line)
        self._previous, self._ruled = block, False

    def _enter(self, text: str, found: Mark | None) -> None:
        """Into the zone that a line begins, if it begins one."""
        if self._zone == "foot" and (ANNEX.match(text) or ATTACHED.match(text) or _divides(text, found)):
            self._zone, self._marks = "body", Marks()
        elif self._zone != "foot" and FOOT.match(text) and (self._zone == "body" or text.startswith(("Nơi", "NƠI"))):
            self._zone = "foot"
        elif (
            self._zone == "head"
            and self.position > self._head_reaches
            and leaves_head(text, found, self._heads[:_HEAD], bool(self.out), self._ruled)
        ):
            self._zone = "body"

    # -- where a paragraph begins

    def _opens(self, text: str, found: Mark | None, before: str, block: Paragraph) -> bool:
        """Whether a physical line begins a new paragraph rather than going on with `before`, the last one."""
        if self._zone == "head":
            return True
        if self._zone == "foot":
            return _opens_in_foot(text, before)
        if ANNEX.match(text) and text.split("(")[0].isupper():
            return True
        if found is not None and self._fits(text, found, before) and self._marks.accepts(found):
            return True
        if self._ruled:
            return True
        if _begins_low(text) or (block.goes_on and not _SENTENCE_END.search(before)):
            return False
        if is_imperative(text) and CAPITAL.match(text) and _names_bodies(before):
            return True
        if not block.wrapped:
            return bool(_SENTENCE_END.search(before)) or CAPITAL.match(text) is not None
        if text.startswith("(") and not _SENTENCE_END.search(before):
            return before.isupper()
        return not self._runs_on(before, text)

    def _fits(self, text: str, found: Mark, before: str) -> bool:
        """Whether what stands on both sides lets the mark be one: a bullet needs a capital or a closed sentence before
        it, a number in brackets a line that was not full, any other inside a sentence that goes on a heading in
        capitals, or words that begin with one."""
        words = text[found.end :]
        closed = bool(_SENTENCE_END.search(before))
        if found.level == "bullet":
            return closed or not _begins_low(words)
        if found.level == "counted":  # one that a sentence counts off goes on with its line: `gồm: (1) ...; (2) ...`
            return before.endswith(".") or not self._runs_on(before, text)
        if closed or not self._runs_on(before, text):
            return True
        if found.level in DIVISIONS:
            return words[:20].isupper()
        return bool(CAPITAL.match(words))

    def _runs_on(self, before: str, text: str) -> bool:
        """Whether the line break before `text` is only where the page was full: its first word would not have fitted.

        Justified lines vary in length, so where no sentence was closed a line must be clearly short to end its
        paragraph.
        """
        if self._previous is None or not self._previous.wrapped:
            return False
        slack = 1.0 if _SENTENCE_END.search(before) else 0.9
        return len(self._previous.text.strip()) + 1 + len(text.split(" ", 1)[0]) > slack * self._width


def _divides(text: str, found: Mark | None) -> bool:
    """Whether a line behind the signature opens a division of what is attached without a heading of its own."""
    if found is None:
        return False
    return found.level in ("chapter", "article") or (found.level == "roman" and found.capital and len(text) > _DIVISION)


def _opens_in_foot(text: str, before: str) -> bool:
    """Whether a line of the foot is one of its own: every line is, but the rest of a recipient that goes on."""
    closed = before.rstrip().endswith((";", ".") if _begins_low(text) else (";", ".", ",", ":"))
    listed = before.lstrip().startswith(("-", "+")) and not closed
    goes_on = _begins_low(text) or not (text.startswith(("-", "+")) or text.isupper() or FOOT.match(text))
    return not (listed and goes_on)


_LONGEST_HEADING = 120
_BETWEEN = rule(r"[\s,;:*_]*(?:và\s*)?")


def _names_bodies(text: str) -> bool:
    """Whether a line is a numbered heading that names bodies and says nothing else."""
    found = mark(text) if len(text) <= _LONGEST_HEADING else None
    if found is None:
        return False
    position = found.end
    named = bodies(text)
    for body in named:
        if body.start > position and not _BETWEEN.fullmatch(text, position, body.start):
            return False
        position = body.end
    return bool(named) and _BETWEEN.fullmatch(text, position) is not None


def _begins_low(text: str) -> bool:
    """Whether a line begins in lower case or with a stop: it goes on with the one before."""
    first = _FIRST.search(text)
    return (first is not None and first[0].islower()) or text[:1] in ",;:.)"
