"""The zones of a document: its head, its body, and the foot with recipients and signature; and the lines that begin
one.

Forms after Nghị định 30/2020/NĐ-CP (State) and Hướng dẫn 36-HD/VPTW (Party).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from graph.folding import fold
from ingest.letters import rule
from ingest.markers import DIVISIONS, Mark
from ontology.doctypes import DOC_TYPES

CAPITAL = rule(r"[A-ZĐÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ]")
# Whose signature a text without recipients ends with: `CHỦ TỊCH QUỐC HỘI`, `GIÁM ĐỐC`.
_POSITION = r"""
    (?:PHÓ\s+)?(?:
        CHỦ\s+TỊCH(?:\s+QUỐC\s+HỘI|\s+NƯỚC)? | THỦ\s+TƯỚNG(?:\s+CHÍNH\s+PHỦ)? | BỘ\s+TRƯỞNG | GIÁM\s+ĐỐC | BÍ\s+THƯ
      | TRƯỞNG\s+BAN | TỔNG\s+BÍ\s+THƯ | CHÁNH\s+VĂN\s+PHÒNG | CHỦ\s+NHIỆM | VIỆN\s+TRƯỞNG | CHÁNH\s+ÁN
      | CHÁNH\s+THANH\s+TRA | TỔNG\s+GIÁM\s+ĐỐC | CỤC\s+TRƯỞNG | TRƯỞNG\s+PHÒNG
    )
"""
FOOT = rule(
    rf"""
      ^\*?(?:Nơi\s+nhận|NƠI\s+NHẬN|N[ơo]i\s+nh[ậâa]n\s*:)(?=\s*(?:[:.]|[-–+•]\s|[A-ZĐÀ-Ỹ]|$)|(?<=:))
    | ^(?:TM\.|T/M|KT\.|K/T|TL\.|T/L|TUQ\.|Q\.)\s*\S
    | ^{_POSITION}\s*$
    """,
    re.X,
)
# What heads an annex, which may follow the signature.
ANNEX = rule(
    r"""
    ^(?:PHỤ\s+LỤC|Phụ\s+lục|PHỤ\s+BIỂU|Phụ\s+biểu|BIỂU\s+(?:SỐ|MẪU)|DANH\s+(?:MỤC|SÁCH)|MẪU\s+SỐ)\s*(?:SỐ\s*|số\s*)?
    (?:[IVX]+|\d+)?\b
    """,
    re.X,
)
# A document attached to the one signed above it: its type in capitals, or its first part.
ATTACHED = rule(
    r"""
      ^(?:
          CHƯƠNG[ ]TRÌNH | KẾ[ ]HOẠCH | ĐỀ[ ]ÁN | QUY[ ]CHẾ | QUY[ ]ĐỊNH | CHIẾN[ ]LƯỢC | QUY[ ]HOẠCH
        | ĐIỀU[ ]LỆ | PHƯƠNG[ ]ÁN
      )(?=\s*$|\s[A-ZĐÀ-Ỹ\s,]+$)
    | ^I\s*[.\-]\s*[A-ZĐÀ-Ỹ]{2}
    | ^\W{0,3}\((?:[Bb]an\s+hành\s*$|(?:[Bb]an\s+hành\s+)?[Kk]èm\s+theo)
    """,
    re.X,
)
_TYPES = r"""
    (?:
        KẾ\s+HOẠCH | CHỈ\s+THỊ | QUYẾT\s+ĐỊNH | NGHỊ\s+QUYẾT | CHƯƠNG\s+TRÌNH(?:\s+HÀNH\s+ĐỘNG)?
      | KẾT\s+LUẬN | THÔNG\s+BÁO | HƯỚNG\s+DẪN | BÁO\s+CÁO | TỜ\s+TRÌNH | ĐỀ\s+ÁN | CÔNG\s+ĐIỆN | QUY\s+ĐỊNH
      | QUY\s+CHẾ | NGHỊ\s+ĐỊNH | THÔNG\s+TƯ(?:\s+LIÊN\s+TỊCH)? | BỘ\s+LUẬT | LUẬT | CÔNG\s+VĂN
      | CHIẾN\s+LƯỢC | QUY\s+HOẠCH | LỆNH | PHÁP\s+LỆNH | PHƯƠNG\s+ÁN | THÔNG\s+TRI
    )
"""
# The type of a document, alone on its line.
TYPE_LINE = rule(rf"^{_TYPES}\s*$", re.X)
# The type with the subject behind it on its line, or not in capitals: only below a number or the motto.
_TYPE_AND_TITLE = rule(
    rf"""
    ^(?:DỰ\s+THẢO\s+)?(?P<type>{_TYPES})\s*:?\s+
    (?P<title>
        (?!SỐ\b)[A-ZĐÀ-Ỹ][A-ZĐÀ-Ỹ\d\s“”"(),.;:/–-]{{3,300}}$
      | (?:V/v|[Vv]ề|[Tt]riển\s+khai|[Tt]hực\s+hiện)\s.{{5,300}}$
    )
    """,
    re.X,
)
# A scan reads the stamp of receipt into the line: `ĐẾN ... ¬ CHỈ THỊ`.
_TYPE_BEHIND_STAMP = rule(rf"^[^\n]{{0,40}}[^\w\s.,;:“”\"()/-]\s*{_TYPES}$", re.X)
# Without a head the first line may say what follows: `Chỉ thị về việc ...`.
_TYPE_FIRST = rule(rf"^{_TYPES}\s+(?P<title>(?:về|Về|V/v)\s.{{5,300}})$", re.X | re.I)
_TYPE_ANY_CASE = rule(rf"^{_TYPES}\s*$", re.X | re.I)
# The motto, its marks as a scan may leave them.
MOTTO_LINE = rule(
    r"""
      H[ÒÓO][ÀÁA]?A?\s+X[ÃA]\s+H[ỘÔO]I\s+CH[ỦUÙ]\s+NGH[ĨI]A
    | ĐẢNG\s+CỘNG\s+SẢN\s+VIỆT\s+NAM\W*$
    | ^\W*Độc\s+l[ậa]p\s?[-–—]\s?Tự\s+do
    """,
    re.X,
)
_HEAD_BEGUN = rule(r"^\W*(?:\w+\s+)?[Ss]ố\s*:?\s*[\d.…]|CHỦ NGHĨA VI[ỆE]T NAM|ĐẢNG CỘNG SẢN|Độc l[ậa]p\s*-")
# Lines of the head that are no title, though some readers of pages put them below the type.
_FURNITURE = rule(
    rf"{MOTTO_LINE.pattern} | ^[A-ZĐÀ-Ỹ][^,\d\n]{{1,40}},\s*ngày\s[\d.…\s]*tháng | ^\W*[Ss]ố\s*:?\s*[\d.…]", re.X
)
_OF_WHOM = rule(r"^CỦA\s")
# How the first sentence below a title begins.
_OPENERS = rule(
    r"""
    (?:
        Thực[ ]hiện | Căn[ ]cứ | Triển[ ]khai | Nhằm | Để | Trên[ ]cơ[ ]sở | Theo | Xét | Quán[ ]triệt
      | Tiếp[ ]tục | Ngày | (?:Trong[ ])?[Tt]hời[ ]gian[ ](?:qua|vừa[ ]qua|gần[ ]đây) | Trong | Sau | Qua
      | Hiện[ ]nay | Phát[ ]triển | Những[ ]năm | Năm[ ](?:19|20)\d\d | Đến[ ](?:nay|thời[ ]điểm) | Tại | Vừa[ ]qua
      | Hôm[ ]nay | (?:Sáng|Chiều)[ ]ngày | Được[ ]sự | Từ[ ]ngày | Phúc[ ]đáp | Mặc[ ]dù | Với | Do
    )[\s,]
    """,
    re.X,
)
_ACTS = rule(
    r"""
    (?:
        UBND | [ỦU]y[ ]ban | Uỷ[ ]ban | HĐND | Hội[ ]đồng | Ban[ ]Thường | Ban[ ]Bí | Ban[ ]Chấp | Bộ[ ] | Sở[ ]
      | Thủ[ ]tướng | THỦ[ ]TƯỚNG | Chính[ ]phủ | Quốc[ ]hội | Tỉnh[ ][uủ] | Thành[ ][uủ] | Đảng[ ][uủ]
      | Chủ[ ]tịch | CHỦ[ ]TỊCH | Văn[ ]phòng
    )
    [^.;:]{0,90}\s
    (?:
        ban[ ]hành | yêu[ ]cầu | báo[ ]cáo | điện | quyết[ ]định | (?:kính[ ])?trình | thông[ ]báo | chỉ[ ]đạo
      | (?:kính[ ])?đề[ ]nghị | nhận[ ]được | hướng[ ]dẫn | kết[ ]luận
    )(?!\w)
    """,
    re.X,
)
_PART = rule(r"[A-H]\s?[-.]\s?[A-ZĐÀ-Ỹ]{2}")
_ADDRESSED = rule(r"Kính\s+gửi\b")
_GOES_ON = rule(r"(?:,|\b(?:của|do|và|với|cho|tại|CỦA|DO|VÀ|VỚI|CHO|TẠI))$")
_FULL = 80
"""A line as long as this, and longer than any of the title, is one of the page's full width."""


def type_line(text: str, above: Sequence[str]) -> tuple[int, int] | None:
    """Where in a line of the head the document's type ends and its subject begins, equal to the line's length when the
    type stands alone; None when the line does not hold the type. `above` are the lines of the head before it."""
    # Few lines may hold the type: what stands above is looked through for those only.
    begun = _typed(text) is not None and any(_HEAD_BEGUN.search(line) for line in above)
    return _type_line(text, not above, begun)


def _type_line(text: str, first: bool, begun: bool) -> tuple[int, int] | None:
    if first and (found := _TYPE_FIRST.match(text)):
        return found.start("title") - 1, found.start("title")
    read = _typed(text)
    return (read.end, read.title) if read and (read.sure or begun) else None


@lru_cache(maxsize=4)
def where_typed(heads: tuple[str, ...]) -> tuple[int, tuple[int, int]] | None:
    """Which of the lines of a head holds the type, and where in it that ends and the subject begins."""
    begun = False
    for n, head in enumerate(heads):
        if found := _type_line(head, n == 0, begun):
            return n, found
        begun = begun or _HEAD_BEGUN.search(head) is not None
    return None


@dataclass(frozen=True, slots=True)
class _Typed:
    """What a line says if it holds the type; `sure` when no number or motto needs to stand above it."""

    end: int
    title: int
    sure: bool


def _is_type_without_marks(words: str) -> bool:
    """Whether a line in capitals is a type but for the marks that a scan lost, `QUYET ĐỊNH`, or set wide apart,
    `Q U Y Ế T Đ Ị N H`."""
    return words.isupper() and len(words) < 40 and closed(words) in _plain_types()


def closed(words: str) -> str:
    """Words folded, without the blanks between them."""
    return fold(words).replace(" ", "")


@cache
def _plain_types() -> frozenset[str]:
    return frozenset(closed(known.name) for known in DOC_TYPES)


@lru_cache(maxsize=1_024)
def _typed(text: str) -> _Typed | None:
    words = text.rstrip()
    if TYPE_LINE.match(words):
        return _Typed(len(words), len(text), True)
    if _TYPE_ANY_CASE.match(words) or _TYPE_BEHIND_STAMP.match(words) or _is_type_without_marks(words):
        return _Typed(len(words), len(text), False)
    match = _TYPE_AND_TITLE.match(words)
    if match is None:
        return None
    alone = _OF_WHOM.match(match["title"])
    return _Typed(match.end("type"), len(text) if alone else match.start("title"), False)


def leaves_head(text: str, found: Mark | None, heads: Sequence[str], begun: bool, ruled: bool) -> bool:
    """Whether the body begins with a line: it is the first part or article, whom a letter is for, or the sentence that
    opens it below the title.

    `heads` are the lines of the head so far; `begun` tells that anything stands before this line, `ruled` that a drawn
    line does.
    """
    if found and found.level in DIVISIONS and CAPITAL.match(text[found.end :]):
        return not text.startswith("V/V")
    if found and found.level == "item" and found.label == "1" and begun:
        return True
    if _ADDRESSED.match(text) or _PART.match(text):
        return True
    typed = where_typed(tuple(heads))
    if typed is None:
        if type_line(text, heads):
            return False
        if heads:
            return len(text) > 60 and bool(_OPENERS.match(text) or _ACTS.match(text))
        return len(text) > 60 and not text.isupper() and not re.match(r"ĐẢNG|CỘNG HÒA|#", text)
    position, (_, begins) = typed
    below = (heads[position][begins:], *heads[position + 1 :])
    title = [line for line in below if line and not _FURNITURE.search(line)]
    return bool(title) and (ruled or _opens_body(text, title))


def _opens_body(text: str, title: Sequence[str]) -> bool:
    """Whether a line is no part of the title above it."""
    text = text.lstrip("-–+ ")  # the reasons of a decision may be bullets
    if not CAPITAL.match(text) or text.isupper():
        return False
    if _OPENERS.match(text) or len(text) > 200:
        return True
    if _GOES_ON.search(title[-1]):
        return False
    closes = text.endswith((":", ".", ";")) and len(text) > 25
    longest = max(map(len, title))
    return bool(closes or _ACTS.match(text) or (len(text) >= _FULL and longest > 25 and len(text) > 1.35 * longest))
