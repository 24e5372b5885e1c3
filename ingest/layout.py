"""From blocks to the stored text: lines joined to paragraphs, hyphens mended, page numbers set aside, footnotes put back.

The stored text has one paragraph, and one row of a table, a line; the cells of a row are parted by tabs. Every later
reader works on it, so that offsets and quotes always agree.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from graph.reading import Finding
from ingest.blocks import Block, Paragraph, Table
from ingest.letters import rule
from ingest.markers import Mark, mark
from ingest.markers import Sequence as Marks
from ingest.stamps import is_rule


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the stored text. `zone` is `head`, `body`, `foot` (recipients and signature) or `note`; `ruled` tells
    that a drawn line stood before it."""

    start: int
    text: str
    zone: str
    ruled: bool = False

    @property
    def end(self) -> int:
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Cell:
    start: int
    text: str

    @property
    def end(self) -> int:
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Grid:
    """A table in the stored text."""

    rows: tuple[tuple[Cell, ...], ...]

    @property
    def start(self) -> int:
        return self.rows[0][0].start

    @property
    def end(self) -> int:
        return self.rows[-1][-1].end


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: the number, where its text stands, and where the text refers to it."""

    number: int
    line: Line
    anchor: int


@dataclass(frozen=True, slots=True)
class Layout:
    text: str
    parts: tuple[Line | Grid, ...]
    notes: tuple[Note, ...]
    lines: tuple[tuple[int, int], ...]
    findings: tuple[Finding, ...]


_WORD_END = re.compile(r"\w$")
_SENTENCE_END = re.compile(r"[.;:!?…”\")\]]\s*$|\./\.\s*$")
_OPENERS = re.compile(
    r"(?:Thực hiện|Căn cứ|Triển khai|Nhằm|Để|Trên cơ sở|Theo|Xét|Quán triệt|Tiếp tục|Ngày|Thời gian qua|Trong|Sau|Qua|Hiện nay|Phát triển|Những năm)\s"
)
_UPPER = re.compile(r"[A-ZĐÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ]")
_FOOT = re.compile(r"^(?:Nơi\s+nhận|NƠI\s+NHẬN|\*?Nơi\s+nhận)\s*[:.]?|^(?:TM\.|T/M|KT\.|K/T|TL\.|T/L|TUQ\.|Q\.)\s*\S")
_ANNEX = re.compile(
    r"^(?:PHỤ\s+LỤC|Phụ\s+lục|PHỤ\s+BIỂU|Phụ\s+biểu|BIỂU\s+(?:SỐ|MẪU)|DANH\s+MỤC|MẪU\s+SỐ)\s*(?:SỐ\s*|số\s*)?(?:[IVX]+|\d+)?\b"
)
# A document attached to the one signed above it: its type in capitals, or its first part.
_ATTACHED = rule(
    r"^(?:CHƯƠNG TRÌNH|KẾ HOẠCH|ĐỀ ÁN|QUY CHẾ|QUY ĐỊNH|CHIẾN LƯỢC|QUY HOẠCH|ĐIỀU LỆ|PHƯƠNG ÁN)(?=\s*$|\s[A-ZĐÀ-Ỹ\s,]+$)|^I\s*[.\-]\s*[A-ZĐÀ-Ỹ]{2}"
)
TYPE_LINE = re.compile(
    r"^(?:KẾ\s+HOẠCH|CHỈ\s+THỊ|QUYẾT\s+ĐỊNH|NGHỊ\s+QUYẾT|CHƯƠNG\s+TRÌNH(?:\s+HÀNH\s+ĐỘNG)?|KẾT\s+LUẬN|THÔNG\s+BÁO|HƯỚNG\s+DẪN|BÁO\s+CÁO|TỜ\s+TRÌNH|ĐỀ\s+ÁN|CÔNG\s+ĐIỆN"
    r"|QUY\s+ĐỊNH|QUY\s+CHẾ|NGHỊ\s+ĐỊNH|THÔNG\s+TƯ|LUẬT|CÔNG\s+VĂN|CHIẾN\s+LƯỢC|QUY\s+HOẠCH|LỆNH|PHÁP\s+LỆNH)\s*$"
)  # fmt: skip


@dataclass(slots=True)
class _Draft:
    """A line being put together from physical lines: pieces with the source line each came from."""

    zone: str
    ruled: bool = False
    pieces: list[tuple[str, int]] = field(default_factory=list)
    note: int = 0
    marks: list[tuple[int, int]] = field(default_factory=list)  # (offset in the line, footnote number)

    @property
    def text(self) -> str:
        return "".join(piece for piece, _ in self.pieces)

    def add(self, text: str, line: int) -> None:
        self.pieces.append(((_joint(self.text, text) if self.pieces else "") + text, line))


def _joint(before: str, after: str) -> str:
    """What stands between two physical lines: nothing inside a number or symbol (`34-` `CT/TW`), else a space."""
    if re.search(r"(?:\w-|\d/|\w/)$", before) and re.match(r"[A-ZĐ\d]", after):
        return ""
    return "" if re.match(r"[.,;:!?)”]", after) and not after.startswith("...") else " "


def lay_out(blocks: Sequence[Block]) -> Layout:
    """The stored text of a document and its lines and tables."""
    drafts = _paragraphs(blocks)
    return _place(drafts)


def _paragraphs(blocks: Sequence[Block]) -> list[_Draft | Table]:
    width = _width(blocks)
    out: list[_Draft | Table] = []
    zone, marks, ruled = "head", Marks(), False
    previous: Paragraph | None = None
    lines = _Footnotes(blocks)
    for position, block in enumerate(blocks):
        if isinstance(block, Table):
            out.append(block)
            previous = None
            continue
        text = " ".join(block.text.split())
        if not text:
            continue
        if is_rule(text):
            ruled, previous = True, None
            continue
        role = lines.role(position)
        if role == "page":
            continue
        if role.startswith("mark"):
            last = _last(out)
            if last is not None:
                last.marks.append((len(last.text), int(role[4:])))
            continue
        if role.startswith("note"):
            number = int(role[4:])
            note = next((d for d in out if isinstance(d, _Draft) and d.note == number), None)
            if note is None:
                note = _Draft("note", note=number)
                out.append(note)
            note.add(text, block.line)
            continue
        found = mark(text)
        last = _last(out)
        if zone == "foot" and (_ANNEX.match(text) or _ATTACHED.match(text)):
            zone, marks = "body", Marks()
        elif zone != "foot" and _FOOT.match(text) and (zone == "body" or text.startswith(("Nơi", "NƠI"))):
            zone = "foot"
        elif zone == "head" and _leaves_head(text, found, out, ruled, block):
            zone = "body"
        opens = _opens(text, found, marks, zone, last, previous, block, width, ruled)
        if opens or last is None or last.zone != zone:
            draft = _Draft(zone, ruled)
            draft.add(text, block.line)
            out.append(draft)
        else:
            last.add(text, block.line)
        previous, ruled = block, False
    return out


def _last(out: list[_Draft | Table]) -> _Draft | None:
    """The line that the next physical line may go on from: the last one that is not a footnote."""
    for draft in reversed(out):
        if isinstance(draft, Table):
            return None
        if not draft.note:
            return draft
    return None


def _width(blocks: Iterable[Block]) -> int:
    """The usual length of a full physical line: the median of those that are not clearly short."""
    lengths = sorted(len(b.text.strip()) for b in blocks if isinstance(b, Paragraph) and b.wrapped)
    if not lengths:
        return 0
    full = [n for n in lengths if n > 0.6 * lengths[int(len(lengths) * 0.9)]]
    return full[len(full) // 2]


def _leaves_head(text: str, found: Mark | None, out: list[_Draft | Table], ruled: bool, block: Paragraph) -> bool:
    """The body begins with the first part or article, or with the sentence that opens it below the title."""
    if found and found.level in ("chapter", "article", "roman") and _UPPER.match(text[found.end :]):
        return True
    if found and found.level == "item" and found.label == "1" and out:
        return True
    heads = [d for d in out if isinstance(d, _Draft) and d.zone == "head"]
    typed = next((n for n, d in enumerate(heads) if TYPE_LINE.match(d.text)), None)
    if typed is None:
        return not heads and len(text) > 60 and not text.isupper() and not re.match(r"ĐẢNG|CỘNG HÒA|#", text)
    titled = len(heads) > typed + 1
    return titled and (ruled or bool(_OPENERS.match(text)) or (len(text) > 200 and bool(_UPPER.match(text))))


def _opens(
    text: str,
    found: Mark | None,
    marks: Marks,
    zone: str,
    last: _Draft | None,
    previous: Paragraph | None,
    block: Paragraph,
    width: int,
    ruled: bool,
) -> bool:
    """Whether a physical line begins a new paragraph rather than going on with the last one."""
    if last is None:
        return True
    before = last.text
    if zone == "head":
        return True
    if zone == "foot":
        closed = before.rstrip().endswith((";", ".") if _lower(text) else (";", ".", ",", ":"))
        listed = before.lstrip().startswith(("-", "+")) and not closed
        goes_on = _lower(text) or not (text.startswith(("-", "+")) or text.isupper() or _FOOT.match(text))
        return not (listed and goes_on)
    if _ANNEX.match(text) and text.split("(")[0].isupper():
        return True
    if found is not None and not (
        found.level == "bullet" and _lower(text[found.end :]) and not _SENTENCE_END.search(before)
    ):
        ended = _SENTENCE_END.search(before) or not _runs_on(before, previous, text, width)
        if found.level == "bullet" or ended:
            if marks.accepts(found):
                return True
        elif (
            found.level in ("roman", "chapter", "article") and text[found.end :][:20].isupper() and marks.accepts(found)
        ):
            return True
        elif found.level in ("item", "letter", "number") and _UPPER.match(text[found.end :]) and marks.accepts(found):
            return True
    if ruled:
        return True
    if _lower(text):
        return False
    if not block.wrapped:
        return bool(_SENTENCE_END.search(before)) or _UPPER.match(text) is not None
    if text.startswith("(") and not _SENTENCE_END.search(before):
        return before.isupper()
    return not _runs_on(before, previous, text, width)


def _lower(text: str) -> bool:
    first = next((c for c in text if c.isalnum() or c in '(“"'), "")
    return first.islower() or text[:1] in ",;:.)"


def _runs_on(before: str, previous: Paragraph | None, text: str, width: int) -> bool:
    """Whether the line break before `text` is only where the page was full: its first word would not have fitted.

    Justified lines vary in length, so where no sentence was closed a line must be clearly short to end its paragraph.
    """
    if previous is None or not previous.wrapped:
        return False
    slack = 1.0 if _SENTENCE_END.search(before) else 0.9
    return len(previous.text.strip()) + 1 + len(text.split(" ", 1)[0]) > slack * width


class _Footnotes:
    """Which lines are page numbers, marks of footnotes and footnotes, told from the lines around them."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._roles: dict[int, str] = {}
        pending: list[int] = []
        note = 0
        texts = [b.text.strip() if isinstance(b, Paragraph) else "" for b in blocks]
        for n, block in enumerate(blocks):
            if isinstance(block, Table):
                note = 0
                continue
            text = texts[n]
            if isinstance(block, Paragraph) and block.style == "footnote":
                self._roles[n] = f"note{self._number(text) or 900 + n}"
                continue
            if (bracketed := re.match(r"\[\^?(\d{1,3})\]:?\s*\S", text)) and _UPPER.match(text[bracketed.end() - 1 :]):
                self._roles[n] = f"note{bracketed[1]}"
                note = int(bracketed[1]) if block.wrapped else 0
                continue
            if text.isdigit() and len(text) <= 3 and block.wrapped:
                value = int(text)
                after = next((t for t in texts[n + 1 :] if t), "")
                if re.match(r"[.,;:)]", after):
                    self._roles[n] = f"mark{value}"
                    pending.append(value)
                    note = 0
                elif value in pending and _UPPER.match(after):
                    self._roles[n] = "page"
                    note = value
                    pending.remove(value)
                else:
                    self._roles[n] = "page"
                continue
            if note:
                if self._ended(texts, n, note):
                    note = 0
                else:
                    self._roles[n] = f"note{note}"

    @staticmethod
    def _number(text: str) -> int:
        match = re.match(r"\[?\^?(\d{1,3})\]?", text)
        return int(match[1]) if match else 0

    def _ended(self, texts: list[str], n: int, note: int) -> bool:
        """A footnote is over where the foot of the document begins, and when its last line closed a sentence and this one
        goes on with the page's own."""
        if _FOOT.match(texts[n]) or _ANNEX.match(texts[n]):
            return True
        own = [texts[k] for k, role in self._roles.items() if role == f"note{note}"]
        return bool(own) and own[-1].endswith(".") and (texts[n][:1].islower() or mark(texts[n]) is not None)

    def role(self, position: int) -> str:
        return self._roles.get(position, "")


def _place(drafts: list[_Draft | Table]) -> Layout:
    """Write the text and note where everything stands; a footnote goes behind the line that refers to it."""
    notes = {d.note: d for d in drafts if isinstance(d, _Draft) and d.note}
    text: list[str] = []
    offset = 0
    parts: list[Line | Grid] = []
    lines: list[tuple[int, int]] = []
    placed: list[Note] = []

    def write(draft: _Draft) -> Line:
        nonlocal offset
        start, at = offset, offset
        for piece, number in draft.pieces:
            if not lines or lines[-1][1] != number:
                lines.append((at, number))
            at += len(piece)
        words = draft.text
        text.append(words + "\n")
        offset += len(words) + 1
        return Line(start, words, draft.zone, draft.ruled)

    for draft in drafts:
        if isinstance(draft, Table):
            rows = []
            for n, row in enumerate(draft.rows):
                number = draft.rows_lines[n] if draft.rows_lines else draft.line
                lines.append((offset, number))
                cells = []
                for cell in row:
                    words = " ".join(cell.split())
                    cells.append(Cell(offset, words))
                    text.append(words + "\t")
                    offset += len(words) + 1
                text[-1] = text[-1][:-1] + "\n" if text else ""
                rows.append(tuple(cells))
            if rows and rows[0]:
                parts.append(Grid(tuple(rows)))
            continue
        if draft.note and draft.note < 900:
            continue
        line = write(draft)
        parts.append(line)
        for at, number in draft.marks:
            if number in notes:
                note = write(notes.pop(number))
                parts.append(note)
                placed.append(Note(number, note, line.start + at))
    for number, draft in notes.items():
        if number < 900:
            parts.append(write(draft))
    return Layout("".join(text), tuple(parts), tuple(placed), tuple(lines), ())
