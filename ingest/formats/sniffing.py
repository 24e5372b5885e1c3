"""What a file is by its content: suffixes lie."""

from __future__ import annotations

import io
import re
import zipfile

from ingest.formats.unreadable import UnreadableFile


class BinaryFile(UnreadableFile):
    because = "it is not a text document; chithi reads .txt, .md, .docx, .pdf and .html"


class LegacyWord(UnreadableFile):
    because = "it is in the old Word format (.doc); open it in Word or LibreOffice and save it as .docx"


class OtherOffice(UnreadableFile):
    because = "it is an office document of another kind; save it as .docx or .pdf"


class EncryptedOffice(UnreadableFile):
    because = "it is protected by a password; save it without one"


class Picture(UnreadableFile):
    because = "it is a picture; run OCR on it first and save the text or a PDF with a text layer"


class DamagedArchive(UnreadableFile):
    because = "it is cut off or damaged; get it again"


_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*", b"GIF8", b"BM")
_UNICODE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1a\x1b"))
_HTML = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)?<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_TABLE_LINE = re.compile(rb"^ {0,3}\|(?:[ \t]*:?-+:?[ \t]*\|)+[ \t]*\r?$", re.MULTILINE)
_MARKDOWN = re.compile(
    rb"""^[ ]*(?:
        \#{1,6}[ ]+[^\s\#]          # a heading
      | [*]{2}[^\s*][^*\n]*[*]{2}   # a line that opens in bold
      | [\\][-.+*\#]                # an escaped mark
      | \d{1,3}[\\][.)]             # an escaped number
    )""",
    re.MULTILINE | re.VERBOSE,
)


def kind(content: bytes, source: str, suffix: str) -> str:
    """The suffix the file ought to have, of those `ingest.files.READERS` lists. Raises when nothing reads it:
    BinaryFile, LegacyWord, OtherOffice, EncryptedOffice, Picture, DamagedArchive."""
    head = content[:1024]
    if b"%PDF-" in head:
        return ".pdf"
    if head.startswith(b"PK\x03\x04"):
        return _archive(content, source)
    if head.startswith(_OLE):
        # An encrypted .docx is stored in the container the old format has.
        encrypted = "EncryptedPackage".encode("utf-16-le") in content
        raise EncryptedOffice(source) if encrypted else LegacyWord(source)
    if head.lstrip().startswith(b"{\\rtf"):
        raise OtherOffice(source, "it is a rich text file (.rtf); save it as .docx")
    if head.startswith(_PICTURES) and _binary(head):
        raise Picture(source)
    if head.startswith(_UNICODE_MARKS):
        return suffix if suffix in {".md", ".html", ".htm", ".xhtml", ".markdown"} else ".txt"
    if _binary(content[:65536]):
        raise BinaryFile(source)
    return _text(content, suffix)


def _archive(content: bytes, source: str) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, EOFError, ValueError, OSError, NotImplementedError):
        raise DamagedArchive(source) from None
    if "[Content_Types].xml" in names and any(name.startswith("word/") for name in names):
        return ".docx"
    if "mimetype" in names or any(name.startswith(("xl/", "ppt/")) for name in names):
        raise OtherOffice(source)
    raise BinaryFile(source, "it is an archive; unpack it and read the documents in it")


def _binary(content: bytes) -> bool:
    """Whether there are control characters no text has. A text in a one-byte encoding uses none of the lower ones."""
    return len(content) - len(content.translate(None, _CONTROLS)) > len(content) // 1000


def _text(content: bytes, suffix: str) -> str:
    if suffix in {".md", ".markdown", ".html", ".htm", ".xhtml"}:
        return suffix
    if _HTML.match(content[:4096]):
        return ".html"
    # One pipe table or several marks: a line of asterisks or a lone bold word does not make it Markdown.
    if _TABLE_LINE.search(content) or len(_MARKDOWN.findall(content)) >= 3:
        return ".md"
    return ".txt"
