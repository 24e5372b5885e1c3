"""Documents that try to be more than text."""

from __future__ import annotations

from pathlib import Path

MARKUP = (
    "<script>globalThis.owned=1</script><img src=x onerror=globalThis.owned=2> "
    '<a href="javascript:globalThis.owned=3">bấm</a> \'"><svg/onload=globalThis.owned=4> {{7*191}} </title></textarea>'
    "\u202etxet\u2066 &lt;b&gt; <!-- --> ]]>"
)
HEAD = """TỈNH ỦY LAI CHÂU
*
Số {number}-KH/TU
Lai Châu, ngày 28 tháng 10 năm 2024

KẾ HOẠCH
thực hiện Chỉ thị số 34-CT/TW, ngày 24/5/2024 của Ban Bí thư {title}
-----

Thực hiện Chỉ thị số 34-CT/TW ngày 24/5/2024 của Ban Bí thư, Ban Thường vụ Tỉnh ủy ban hành Kế hoạch như sau:
"""


def markup() -> str:
    """A plan whose title, duties, figures and bodies are full of markup."""
    duties = "\n".join(
        f"{n}. Sở Xây dựng chủ trì, phối hợp với Sở Tài chính {MARKUP} lập danh mục {MARKUP} trước ngày 30/6/2025."
        for n in range(1, 6)
    )
    goals = (
        f"6. Đến năm 2030 hoàn thành ít nhất 1.800 căn hộ {MARKUP}.\n7. {MARKUP} quán triệt Quyết định số 927/QĐ-TTg."
    )
    return HEAD.format(number=901, title=MARKUP) + duties + "\n" + goals + "\n"


def long_paragraph(characters: int = 10_000_000) -> str:
    """A plan with a paragraph of so many characters."""
    sentence = "Sở Xây dựng chủ trì rà soát quỹ đất <script>globalThis.owned=5</script> và "
    return HEAD.format(number=902, title="về đoạn dài") + "1. " + sentence * (characters // len(sentence)) + ".\n"


def citations(n: int = 5_000) -> str:
    """A plan that cites so many documents."""
    lines = "\n".join(
        f"- Căn cứ Quyết định số {k}/QĐ-UBND ngày 03/02/2024 của UBND tỉnh Lai Châu." for k in range(1, n + 1)
    )
    return HEAD.format(number=903, title="về căn cứ") + lines + "\n"


def write(folder: Path, paragraph: int = 10_000_000, cited: int = 5_000) -> list[Path]:
    texts = {"markup": markup(), "paragraph": long_paragraph(paragraph), "citations": citations(cited)}
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return [folder / f"{name}.txt" for name in texts]
