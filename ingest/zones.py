"""The zones of a document: its head, its body, and the foot with recipients and signature; and the lines that begin
one.

Forms after Nghị định 30/2020/NĐ-CP (State) and Hướng dẫn 36-HD/VPTW (Party).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.letters import rule
from ingest.markers import Mark

CAPITAL = rule(r"[A-ZĐÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ]")
FOOT = rule(r"^(?:Nơi\s+nhận|NƠI\s+NHẬN|\*?Nơi\s+nhận)\s*[:.]?|^(?:TM\.|T/M|KT\.|K/T|TL\.|T/L|TUQ\.|Q\.)\s*\S")
# What heads an annex, which may follow the signature.
ANNEX = rule(
    r"""
    ^(?:PHỤ\s+LỤC|Phụ\s+lục|PHỤ\s+BIỂU|Phụ\s+biểu|BIỂU\s+(?:SỐ|MẪU)|DANH\s+MỤC|MẪU\s+SỐ)\s*(?:SỐ\s*|số\s*)?
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
    """,
    re.X,
)
# The type of a document, alone on its line.
TYPE_LINE = rule(
    r"""
    ^(?:
        KẾ\s+HOẠCH | CHỈ\s+THỊ | QUYẾT\s+ĐỊNH | NGHỊ\s+QUYẾT | CHƯƠNG\s+TRÌNH(?:\s+HÀNH\s+ĐỘNG)?
      | KẾT\s+LUẬN | THÔNG\s+BÁO | HƯỚNG\s+DẪN | BÁO\s+CÁO | TỜ\s+TRÌNH | ĐỀ\s+ÁN | CÔNG\s+ĐIỆN | QUY\s+ĐỊNH
      | QUY\s+CHẾ | NGHỊ\s+ĐỊNH | THÔNG\s+TƯ | LUẬT | CÔNG\s+VĂN | CHIẾN\s+LƯỢC | QUY\s+HOẠCH | LỆNH
      | PHÁP\s+LỆNH
    )\s*$
    """,
    re.X,
)
# How the first sentence below a title begins.
_OPENERS = rule(
    r"""
    (?:
        Thực[ ]hiện | Căn[ ]cứ | Triển[ ]khai | Nhằm | Để | Trên[ ]cơ[ ]sở | Theo | Xét | Quán[ ]triệt
      | Tiếp[ ]tục | Ngày | Thời[ ]gian[ ]qua | Trong | Sau | Qua | Hiện[ ]nay | Phát[ ]triển | Những[ ]năm
    )\s
    """,
    re.X,
)


def leaves_head(text: str, found: Mark | None, heads: Sequence[str], begun: bool, ruled: bool) -> bool:
    """Whether the body begins with a line: it is the first part or article, or the sentence that opens it below the
    title.

    `heads` are the lines of the head so far; `begun` tells that anything stands before this line, `ruled` that a drawn
    line does.
    """
    if found and found.level in ("chapter", "article", "roman") and CAPITAL.match(text[found.end :]):
        return True
    if found and found.level == "item" and found.label == "1" and begun:
        return True
    typed = next((n for n, head in enumerate(heads) if TYPE_LINE.match(head)), None)
    if typed is None:
        return not heads and len(text) > 60 and not text.isupper() and not re.match(r"ĐẢNG|CỘNG HÒA|#", text)
    titled = len(heads) > typed + 1
    return titled and (ruled or bool(_OPENERS.match(text)) or (len(text) > 200 and bool(CAPITAL.match(text))))
