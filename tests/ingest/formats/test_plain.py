from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.blocks import Paragraph
from ingest.formats import legacy, plain
from ingest.formats.characters import tidy
from ingest.formats.syllables import is_syllable, share

ORDER = """ỦY BAN NHÂN DÂN TỈNH ĐẮK LẮK
Giao Sở Xây dựng chủ trì, phối hợp với các sở, ngành rà soát quỹ đất;
bảo đảm thẳng thắn, đúng ý kiến kết luận tại kỳ họp trước ngày 30/6/2025.
"""


def texts(content: bytes) -> list[str]:
    return [block.text for block in plain.read(content, "x.txt").blocks if isinstance(block, Paragraph)]


def tcvn3(text: str) -> bytes:
    table = {letter: chr(code) for code, letter in legacy.TCVN3.items()}
    # Capitals with a tone have no place in the table: the font drew them from the small letters.
    return "".join(table.get(c) or table.get(c.lower()) or c for c in text).encode("latin-1")


def vni(text: str) -> bytes:
    table = {letter: source for source, letter in legacy.VNI.items()}
    return "".join(table.get(c, c) for c in text).encode("cp1252")


def windows_1258(text: str) -> bytes:
    content = b""
    for letter in text:
        parts = unicodedata.normalize("NFD", letter)
        tones = "".join(c for c in parts if c in "\u0300\u0301\u0303\u0309\u0323")
        rest = unicodedata.normalize("NFC", "".join(c for c in parts if c not in tones))
        content += (rest + tones).encode("cp1258")
    return content


def test_each_physical_line_is_a_block_with_its_number():
    content = "\n\nKẾ HOẠCH \n\n  Tháng 11/2024 \n \n2\n".encode()
    assert plain.read(content, "x.txt").blocks == (
        Paragraph("KẾ HOẠCH", 3, wrapped=True),
        Paragraph("  Tháng 11/2024", 5, wrapped=True),
        Paragraph("2", 7, wrapped=True),
    )


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028"])
def test_lines_end_in_any_way(end: str):
    blocks = plain.read(f"Số: 12/KH-UBND{end}{end}Lai Châu{end}".encode(), "x").blocks
    assert [(block.text, block.line) for block in blocks if isinstance(block, Paragraph)] == [
        ("Số: 12/KH-UBND", 1),
        ("Lai Châu", 3),
    ]


def test_a_form_feed_stays():
    assert texts("trang một\n\fTrang hai".encode()) == ["trang một", "\fTrang hai"]


@pytest.mark.parametrize(
    "content",
    [
        ORDER.encode("utf-8-sig"),
        ORDER.encode("utf-16"),
        b"\xfe\xff" + ORDER.encode("utf-16-be"),
        ORDER.encode("utf-32"),
        unicodedata.normalize("NFD", ORDER).encode(),
        ORDER.replace("\n", "\r\n").replace(" ", "  ").encode(),
        ORDER.replace(" ", "\u00a0").replace("phối", "ph\u200bối\u00ad").encode(),
        windows_1258(ORDER),
        vni(ORDER),
        tcvn3(ORDER),
        vni(ORDER).decode("cp1252").encode(),
        tcvn3(ORDER).decode("latin-1").encode(),
    ],
)
def test_however_it_is_encoded_the_words_are_the_same(content: bytes):
    assert texts(content) == ORDER.splitlines()


def test_utf8_read_as_windows_is_put_right():
    broken = "".join(bytes([b]).decode("cp1252", "ignore") or chr(b) for b in ORDER.encode())
    document = plain.read(broken.encode(), "x")
    assert document.notes[0] == "encoding: UTF-8 read as Windows-1252"
    assert [b.text for b in document.blocks if isinstance(b, Paragraph)] == ORDER.splitlines()


def test_notes_say_what_was_repaired():
    assert plain.read(vni(ORDER), "x").notes == ("encoding: VNI",)
    assert plain.read("ch\u200bủ trì".encode(), "x").notes == ("invisible characters dropped",)
    assert plain.read(ORDER.encode(), "x").notes == ()


def test_a_text_cut_within_a_letter_is_still_utf8():
    document = plain.read((ORDER * 3).encode()[: -len(".\n") - 5] + "Lắk".encode()[:-2], "x")
    assert document.notes == ("encoding: UTF-8 with errors", "unreadable bytes: 1")


@pytest.mark.parametrize(
    "text",
    [
        "The café in Zürich was naïve, and Müller's façade is at the Plaça de España in São Paulo.",
        "El niño comió mañana en la reunión política de la Administración pública española.",
        "Sản phẩm ABC® giá 25 £, theo ISO/IEC 17025, do Bộ Công Thương công bố.",
    ],
)
def test_text_that_is_right_as_it_is_stays(text: str):
    assert legacy.repair(text) == (text, "")


def test_an_unknown_encoding_is_refused_by_name():
    with pytest.raises(plain.UnknownEncoding, match=r"van-ban\.txt: .* save it as UTF-8"):
        plain.read("El niño comió mañana en la reunión política española".encode("cp1252"), "van-ban.txt")


def test_fonts_say_the_encoding():
    assert legacy.from_font("ñeà nghò", "VNI-Times") == "đề nghị"
    assert legacy.from_font("céng hoµ", ".VnTimeH") == "CỘNG HOÀ"
    assert legacy.from_font("céng hoµ", "ABCDEF+.VnTime") == "cộng hoà"
    assert legacy.from_font("cộng hoà", "Times New Roman") == "cộng hoà"


def test_every_letter_has_a_place_in_vni():
    letters = set("aàảãáạăằẳẵắặâầẩẫấậđeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵ") - set("aeiouy")
    assert letters <= set(legacy.VNI.values())
    assert letters == {letter.lower() for letter in legacy.TCVN3.values()}


def test_syllables():
    assert all(map(is_syllable, ["nghiêng", "khuỷu", "quyết", "giếng", "Đắk", "hoà", "HÒA", "uống", "thuở"]))
    assert not any(map(is_syllable, ["España", "Zürich", "trêu̍", "CéNG", "ñeà"]))
    assert share("no accents at all") == 1.0


@given(st.text())
def test_tidy_is_stable(text: str):
    once = tidy(text)
    assert tidy(once) == once
    assert unicodedata.is_normalized("NFC", once)
