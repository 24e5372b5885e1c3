"""Files made to cost a reader more than they weigh: what is nested, repeated, packed, or refers to itself."""

from __future__ import annotations

import io
import json
import zipfile
import zlib
from collections.abc import Callable
from random import Random

File = tuple[str, bytes]
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_WORDS = (
    "Sở Xây dựng chủ trì, phối hợp với Sở Tài chính ", "Quyết định số ", "ngày 01 tháng ", "Giao ", "(", "“", "- ", "1. ", "I. ", "a) ", "Điều 1. ",
    "12.345.678,9 ", "đến năm 2030 ", "của Thủ tướng Chính phủ ", "; ", ", ", "\u0301", "\u202e", "| ", "PHỤ LỤC ", "Nơi nhận: ", "số 34-CT/TW ", "\t", "  ", "\n", "ừ",
)  # fmt: skip


def word(document: str, **parts: bytes) -> bytes:
    """A Word document of this XML, and other parts under names with `__` for a slash."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", document)
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/"), content)
    return out.getvalue()


def body(inside: str, before: str = "") -> str:
    return f'<?xml version="1.0"?>{before}<w:document {_W}><w:body>{inside}</w:body></w:document>'


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def pdf(*objects: bytes, root: int = 1) -> bytes:
    """A PDF of these objects, numbered from 1."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<</Size %d/Root %d 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, root, table)
    return bytes(out)


def stream(content: bytes, more: bytes = b"") -> bytes:
    packed = zlib.compress(content)
    return b"<</Length %d/Filter/FlateDecode%s>>\nstream\n%s\nendstream" % (len(packed), more, packed)


def page(content: bytes, resources: bytes = b"<<>>", box: bytes = b"[0 0 595 842]", *more: bytes) -> bytes:
    return pdf(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox%s/Resources%s/Contents 4 0 R>>" % (box, resources),
        content,
        *more,
    )


def zeros(rng: Random) -> File:
    return ".docx", word(body(paragraph("Kế hoạch")), word__media__a=bytes(rng.randint(1, 60) * 1_000_000))


def zeros_in_the_text(rng: Random) -> File:
    return ".docx", word(body(paragraph(" " * rng.randint(1, 60) * 1_000_000)))


def laughs(rng: Random) -> File:
    depth = rng.randint(5, 30)
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, depth))
    return ".docx", word(body(paragraph(f"&a{depth - 1};"), f'<!DOCTYPE w [<!ENTITY a0 "ha">{entities}]>'))


def from_outside(rng: Random) -> File:
    where = rng.choice(("file:///etc/passwd", "http://127.0.0.1:9/x", "file:///dev/zero"))
    return ".docx", word(body(paragraph("&x;"), f'<!DOCTYPE w [<!ENTITY x SYSTEM "{where}">]>'))


def deep_xml(rng: Random) -> File:
    tag = rng.choice(("w:sdt", "w:tbl", "w:p", "w:ins", "w:tc"))
    depth = rng.choice((100, 250, 5_000, 200_000))
    return ".docx", word(body(f"<{tag}>" * depth + paragraph("x") + f"</{tag}>" * depth))


def many_parts(rng: Random) -> File:
    return ".docx", word(body(paragraph("x")), **{f"word__{n}": b"" for n in range(rng.choice((100, 12_000)))})


def wide_table(rng: Random) -> File:
    wide = rng.choice((50, 10**6, 10**12))
    cell = f'<w:tc><w:tcPr><w:gridSpan w:val="{wide}"/><w:vMerge/></w:tcPr>{paragraph("Sở Y tế")}</w:tc>'
    return ".docx", word(body(f"<w:tbl>{f'<w:tr>{cell * 3}</w:tr>' * rng.randint(1, 300)}</w:tbl>"))


def notes_in_notes(rng: Random) -> File:
    note = '<w:footnote w:id="1"><w:p><w:r><w:footnoteReference w:id="1"/><w:t>x</w:t></w:r></w:p></w:footnote>'
    relations = '<Relationships><Relationship Type="x/footnotes" Target="footnotes.xml"/><Relationship Type="x/styles" Target="document.xml"/></Relationships>'
    text = '<w:p><w:r><w:footnoteReference w:id="1"/><w:t>Giao</w:t></w:r></w:p>' * rng.randint(1, 2000)
    parts = {
        "word__footnotes.xml": f"<w:footnotes {_W}>{note}</w:footnotes>".encode(),
        "word___rels__document.xml.rels": relations.encode(),
    }
    return ".docx", word(body(text), **parts)


def many_paragraphs(rng: Random) -> File:
    return ".docx", word(body(paragraph(rng.choice(_WORDS) * rng.randint(1, 30)) * rng.randint(100, 5_000)))


def deep_html(rng: Random) -> File:
    tag = rng.choice(("div", "table", "tr", "td", "ul", "ol", "li", "b", "span", "p", "blockquote", "svg", "a"))
    depth = rng.choice((200, 5_000, 60_000))
    return ".html", (f"<{tag}>" * depth + "Giao Sở Y tế" + f"</{tag}>" * rng.choice((0, depth))).encode()


def wide_html(rng: Random) -> File:
    cell = f'<td rowspan="{rng.choice((2, 10**9))}" colspan="{rng.choice((3, 10**9))}">Sở Y tế</td>'
    return ".html", f"<table>{f'<tr>{cell * 5}</tr>' * rng.randint(1, 400)}</table>".encode()


def numbers_in_html(rng: Random) -> File:
    value = rng.choice(("9" * 5_000, "-1", "1e9", "٣", "²"))
    return (
        ".html",
        f'<ol start="{value}" type="{rng.choice("aAiI1x")}"><li value="{value}">Giao<li>x</ol>&#{"9" * 20};&#x110000;'.encode(),
    )


def marks_in_html(rng: Random) -> File:
    return ".html", (
        rng.choice(("<", "<!--", "<![CDATA[", "&", '<a href="', "<td", "</")) * rng.randint(1_000, 50_000)
    ).encode()


def markdown(rng: Random) -> File:
    mark = rng.choice(
        (
            "> ",
            "- ",
            "[",
            "![](",
            "*",
            "_",
            "`",
            "| ",
            "<",
            "#",
            "\\",
            "    ",
            "1. ",
            "**a ",
            "[a]: x\n",
            "|-",
            "~",
            "&amp;",
            "<div>\n",
        )
    )
    size = rng.choice((500, 5_000, 40_000))
    return ".md", (mark * size + rng.choice(("", "\n" + mark * size, "x", "]" * size))).encode()


def text(rng: Random) -> File:
    words = "".join(rng.choice(_WORDS) for _ in range(rng.randint(1, 4)))
    return ".txt", (words * (rng.choice((3_000, 30_000, 200_000)) // len(words))).encode()


def odd_text(rng: Random) -> File:
    letters = rng.choice(("\u0301", "\u200b", "\x1a", "\r", "\f", "\u2028", "\ufdfa", "𠀋", "\ufeff", "ﬃ", "١", "½"))
    encoding = rng.choice(("utf-8", "utf-16", "utf-32", "utf-16-be"))
    return ".txt", (("KẾ HOẠCH\n" + letters * rng.randint(1, 50_000) + "\nGiao Sở Y tế.") * 2).encode(encoding)


def deep_pdf(rng: Random) -> File:
    depth = rng.choice((50, 900, 100_000))
    open_, close = rng.choice(((b"[", b"]"), (b"<</A ", b">>"), (b"(", b")")))
    return ".pdf", page(b"<</A " + open_ * depth + close * rng.choice((0, depth)) + b">>")


def circles(rng: Random) -> File:
    kids = rng.choice((b"[2 0 R]", b"[2 0 R 2 0 R 2 0 R]", b"2 0 R", b"[1 0 R 3 0 R]", b"[%s]" % (b"3 0 R " * 3_000)))
    form = stream(b"/X Do /X Do", b"/Subtype/Form/Type/XObject/Resources<</XObject<</X 4 0 R>>>>")
    return ".pdf", pdf(
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids %s/Count 99999999>>" % kids, b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<</XObject<</X 4 0 R>>>>>>", form,
    )  # fmt: skip


def forms_in_forms(rng: Random) -> File:
    """Each form draws the next several times."""
    times, deep = rng.choice((2, 10)), rng.randint(5, 25)
    forms = [
        stream(
            b"/X Do " * times, b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X %d 0 R>>>>" % (n + 6)
        )
        for n in range(deep)
    ]
    return ".pdf", page(stream(b"/X Do"), b"<</XObject<</X 5 0 R>>>>", b"[0 0 595 842]", *forms, stream(b"(x) Tj"))


def operators(rng: Random) -> File:
    what = rng.choice(
        (
            b"q ",
            b"0 0 m 9 9 l S ",
            b"1 1 2 2 re f ",
            b"BT /F1 9 Tf (x) Tj ET ",
            b"[" * 9,
            b"<< ",
            b"(",
            b"0 ",
            b"BI ID EI ",
            b"10 0 0 10 0 0 cm ",
        )
    )
    font = b"<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>"
    return ".pdf", page(
        stream(what * rng.choice((500, 20_000, 70_000))),
        font,
        rng.choice((b"[0 0 595 842]", b"[0 0 1e30 1e30]", b"[9 9 0 0]", b"[(a) 1]")),
    )


def packed_pdf(rng: Random) -> File:
    content = zlib.compress(zlib.compress(bytes(rng.choice((10, 600)) * 1_000_000), 9), 9)
    twice = b"<</Length %d/Filter[/FlateDecode/FlateDecode]>>\nstream\n%s\nendstream" % (len(content), content)
    once = stream(bytes(rng.choice((10, 300)) * 1_000_000))
    return ".pdf", page(rng.choice((twice, once)))


def lying_pdf(rng: Random) -> File:
    found = page(stream(b"BT (Giao) Tj ET"))
    old, new = rng.choice(
        (
            (b"/Size", b"/Prev 15/Size"),
            (b"/Length", b"/Length 9999999999 /L"),
            (b"0000000", b"9999999"),
            (b"/Count 1", b"/Count -1"),
            (b"xref", b"xref\n0 99999999"),
            (b"/Root 1", b"/Root 77"),
            (b"/FlateDecode", b"/LZWDecode"),
            (b"/FlateDecode", b"/RunLengthDecode"),
            (b"/Pages 2 0 R", b"/Pages 1 0 R"),
        )
    )
    return ".pdf", found.replace(old, new)


def objects(rng: Random) -> File:
    return ".pdf", page(
        stream(b""), b"<<>>", b"[0 0 9 9]", *[b"<</N %d>>" % n for n in range(rng.choice((100, 60_000)))]
    )


def records(rng: Random) -> File:
    """What is nearly an export."""
    deep = "[" * 100_000
    line: dict[str, object] = {"type": "node", "id": "doc:a", "kind": "document", "label": "x", "props": {}}
    odd = rng.choice(
        (
            deep, f'{{"type": {deep}', "9" * 10_000, '{"type": "node", "id": NaN}', '"\\ud800"', json.dumps(line | {"props": {"n": 10**400}}), json.dumps(line | {"props": {"name": ["a", 1]}}),
            json.dumps(line | {"id": "doc:a#task:1"}), json.dumps(line | {"id": "x" * 100_000}), json.dumps(line | {"id": "\x00"}), json.dumps(line | {"kind": "drop table"}), "\x00" * 100, json.dumps([line] * 1000), "{" * 3,
            json.dumps({"type": "text", "document": "doc:a", "text": "a" * 500_000}), json.dumps({"type": "edge", "id": "e", "kind": "leads", "source": "doc:a", "target": "doc:a", "props": {}, "evidence": [{}] * 10_000}),
        )
    )  # fmt: skip
    return ".jsonl", "\n".join([json.dumps(line)] * rng.choice((0, 1, 2)) + [odd] * rng.choice((1, 3))).encode(
        "utf-8", "surrogatepass"
    )


BOMBS: tuple[Callable[[Random], File], ...] = (
    zeros, zeros_in_the_text, laughs, from_outside, deep_xml, many_parts, wide_table, notes_in_notes, many_paragraphs, deep_html, wide_html, numbers_in_html, marks_in_html,
    markdown, text, odd_text, deep_pdf, circles, forms_in_forms, operators, packed_pdf, lying_pdf, objects, records,
)  # fmt: skip
