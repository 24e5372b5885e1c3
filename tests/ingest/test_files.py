from __future__ import annotations

import hashlib
import io
import os
import sys
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ingest import files
from ingest.blocks import Paragraph, Table
from ingest.formats import sniffing


def write(path: Path, content: bytes | str = "Điều 1. Giao Sở Y tế.\n") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def found(*paths: object, root: Path) -> list[str]:
    """Paths below root; refusals as the name of their class and the path."""
    rows = []
    for each in files.find([str(path) for path in paths]):
        if isinstance(each, files.UnreadableFile):
            rows.append(f"{type(each).__name__} {os.path.relpath(each.source, root)}")
        else:
            rows.append(os.path.relpath(each, root))
    return rows


def archive(**parts: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as opened:
        for name, content in parts.items():
            opened.writestr(name.replace("__", "/"), content)
    return packed.getvalue()


def test_folders_are_searched_in_order(tmp_path: Path):
    for name in (
        "b.txt",
        "a/2.md",
        "a/10.html",
        "a.docx",
        "cũ/d.PDF",
        "e.doc",
        ".git/x.txt",
        ".an.txt",
        "~$a.docx",
        "f.py",
    ):
        write(tmp_path / name)
    assert found(tmp_path, root=tmp_path) == ["a/10.html", "a/2.md", "a.docx", "b.txt", "cũ/d.PDF", "e.doc"]


def test_a_file_is_found_once(tmp_path: Path):
    a = write(tmp_path / "a.txt")
    (tmp_path / "b.txt").symlink_to(a)
    assert found(a, tmp_path, a, root=tmp_path) == ["a.txt"]


def test_a_named_file_is_taken_whatever_its_suffix(tmp_path: Path):
    assert found(write(tmp_path / "ke-hoach"), root=tmp_path) == ["ke-hoach"]


def test_links_out_of_the_folder_are_refused(tmp_path: Path):
    write(tmp_path / "secret/s.txt")
    write(tmp_path / "in/a.txt")
    (tmp_path / "in/b.txt").symlink_to(tmp_path / "secret/s.txt")
    (tmp_path / "in/c").symlink_to(tmp_path / "secret")
    (tmp_path / "in/d").symlink_to(tmp_path / "in")
    (tmp_path / "in/e.txt").symlink_to(tmp_path / "gone")
    (tmp_path / "in/f.txt").symlink_to("f.txt")
    assert found(tmp_path / "in", root=tmp_path) == [
        "in/a.txt",
        "OutsideFolder in/b.txt",
        "OutsideFolder in/c",
        "OutsideFolder in/e.txt",
        "OutsideFolder in/f.txt",
    ]


def test_what_is_not_a_file_is_refused(tmp_path: Path):
    os.mkfifo(tmp_path / "pipe.txt")
    write(tmp_path / "z.txt")
    assert found(tmp_path, "/dev/null", tmp_path / "nothing.txt", root=tmp_path)[:2] == ["NotAFile pipe.txt", "z.txt"]
    assert [type(each).__name__ for each in files.find(["/dev/null", tmp_path / "nothing"])] == [
        "NotAFile",
        "MissingFile",
    ]
    with pytest.raises(files.NotAFile):
        files.read(tmp_path / "pipe.txt")
    with pytest.raises(files.NotAFile):
        files.read(tmp_path)


@pytest.mark.parametrize(
    "name", ["a\x1b[31m.txt", "a\nb.txt", "ke\u202etxt.exe", b"\xff.txt".decode("utf-8", "surrogateescape")]
)
def test_names_that_trick_the_terminal_are_refused(tmp_path: Path, name: str):
    try:
        write(tmp_path / name)
    except (OSError, UnicodeError):
        pytest.skip("the file system does not take the name")
    for start in (tmp_path, tmp_path / name):
        (refusal,) = files.find([start])
        assert isinstance(refusal, files.UnsafeName)
        assert str(refusal).isprintable()
        assert str(refusal).endswith("its name has control characters; rename it")


def test_standard_input(monkeypatch):
    class Input:
        buffer = io.BytesIO("Số: 12/KH-UBND".encode())

    monkeypatch.setattr(sys, "stdin", Input)
    (path,) = files.find(["-"])
    assert path is files.STDIN
    document = files.read(path)
    assert (document.source, document.blocks) == ("-", (Paragraph("Số: 12/KH-UBND", 1, wrapped=True),))


def test_a_document_has_its_digest_and_path(tmp_path: Path):
    path = write(tmp_path / "a.txt")
    document = files.read(path)
    assert document.source == str(path)
    assert document.digest == hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.parametrize(
    ("content", "error", "remedy"),
    [
        (b"", files.EmptyFile, "empty"),
        (b" \n\n\xef\xbb\xbf \n", files.EmptyFile, "there is no text in it"),
        (b"\xef\xbb\xbf", files.EmptyFile, "there is no text in it"),
        (bytes(range(256)) * 40, sniffing.BinaryFile, "not a text document"),
        (b"\x7fELF\x00\x00\x01" * 9, sniffing.BinaryFile, "not a text document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 99, sniffing.LegacyWord, r"save it as \.docx"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0" + "EncryptedPackage".encode("utf-16-le"),
            sniffing.EncryptedOffice,
            "password",
        ),
        (b"{\\rtf1\\ansi Ke hoach}", sniffing.OtherOffice, r"save it as \.docx"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", sniffing.Picture, "OCR"),
        (b"PK\x03\x04" + b"\0" * 50, sniffing.DamagedArchive, "cut off"),
        (archive(a="1"), sniffing.BinaryFile, "unpack it"),
        (archive(xl__workbook="1"), sniffing.OtherOffice, "save it as"),
        ("El niño comió mañana en la reunión española".encode("cp1252"), files.UnknownEncoding, "UTF-8"),
        (b"%PDF-1.7\nno more", files.UnreadableFile, "damaged|cut off"),
    ],
)
@pytest.mark.parametrize("suffix", [".txt", ".pdf"])
def test_what_cannot_be_read_is_refused_by_name(
    tmp_path: Path, content: bytes, error: type[files.UnreadableFile], remedy: str, suffix: str
):
    path = write(tmp_path / f"van-ban{suffix}", content)
    with pytest.raises(error, match=remedy) as raised:
        files.read(path)
    assert str(raised.value).startswith(f"{path}: ")
    assert "\n" not in str(raised.value)


def test_too_large(tmp_path: Path, monkeypatch):
    monkeypatch.setattr(files, "LARGEST", 10)
    with pytest.raises(files.TooLargeFile, match="split it"):
        files.read(write(tmp_path / "a.txt", b"x" * 11))


def test_missing(tmp_path: Path):
    with pytest.raises(files.MissingFile, match="check the path"):
        files.read(tmp_path / "a.txt")


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("a.txt", "<!DOCTYPE html><p>Điều 1", ".html"),
        ("a.txt", "| TT | Việc |\n|---|---|\n| 1 | Rà soát |\n", ".md"),
        ("a.txt", "# KẾ HOẠCH\n\n**I. MỤC ĐÍCH**\n\n1\\. Rà soát\n", ".md"),
        ("a.txt", "KẾ HOẠCH\n-----\n* \n**\n- Rà soát\n1. Báo cáo\n| a | b\n", ".txt"),
        ("a.md", "KẾ HOẠCH", ".md"),
        ("a.pdf", "KẾ HOẠCH", ".txt"),
        ("a", "KẾ HOẠCH", ".txt"),
        ("a.txt", "%PDF-1.4", ".pdf"),
        ("a.pdf", archive(word__document="", **{"[Content_Types].xml": ""}), ".docx"),
    ],
)
def test_content_decides_what_a_file_is(name: str, content: str | bytes, expected: str):
    content = content.encode() if isinstance(content, str) else content
    assert sniffing.kind(content, name, Path(name).suffix) == expected


def test_every_reader_can_be_imported():
    for suffix in files.READERS:
        assert callable(files._reader(suffix))


def test_reading_text_imports_no_other_format(tmp_path: Path):
    import subprocess

    path = write(tmp_path / "a.txt")
    code = f"import sys; from ingest import files; files.read({str(path)!r}); print(*sys.modules)"
    ran = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=Path(files.__file__).parents[1]
    )
    assert not {"lxml", "docx", "pdfplumber", "markdown_it", "viparse"} & set(ran.stdout.split())


def test_old_fonts_in_word_are_known_by_what_they_spell(tmp_path: Path):
    import docx

    document = docx.Document()
    document.add_paragraph(
        "UBND tænh giao Sôû Xaây döïng chuû trì, phoái hôïp vôùi caùc sôû, ngaønh raø soaùt quyõ ñaát."
    )
    table = document.add_table(1, 5, style="Table Grid")
    table.cell(0, 0).text = "Nhieäm vuï"
    document.save(str(tmp_path / "a.docx"))
    read = files.read(tmp_path / "a.docx")
    first, second = read.blocks
    assert isinstance(first, Paragraph)
    assert isinstance(second, Table)
    assert first.text == "UBND tỉnh giao Sở Xây dựng chủ trì, phối hợp với các sở, ngành rà soát quỹ đất."
    assert second.rows[0][0] == "Nhiệm vụ"
    assert read.notes == ("encoding: VNI",)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    content=st.binary(max_size=300) | st.text(max_size=200).map(str.encode),
    start=st.sampled_from(
        [b"", b"%PDF-1.4\n", b"PK\x03\x04", b"<html><table><tr><td>", b"| a |\n|---|\n", b"# a\n# b\n# c\n"]
    ),
    suffix=st.sampled_from([".txt", ".md", ".html", ".docx", ".pdf"]),
)
def test_any_bytes_are_read_or_refused_by_name(tmp_path: Path, content: bytes, start: bytes, suffix: str):
    path = write(tmp_path / f"a{suffix}", start + content)
    try:
        document = files.read(path)
    except files.DamagedFile as error:
        raise AssertionError("a reader failed without a name for it") from error
    except files.UnreadableFile:
        return
    assert document.blocks
