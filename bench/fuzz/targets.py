"""What is run on each input, and the first inputs."""

from __future__ import annotations

import io
import tempfile
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from graph.exchange import ExchangeError, read_jsonl, write_jsonl
from graph.sqlite import SqliteStore
from graph.statements import check
from graph.store import StoreError
from ingest.files import read
from ingest.formats import docx, html, layout, legacy, markdown, pdf, plain  # noqa: F401 - traced from the start
from ingest.formats.unreadable import UnreadableFile
from ingest.reader import read_raw, read_text

SAMPLES = Path(__file__).parents[2] / "samples"
_PART = "word/document.xml"
# The first byte of an input says what the rest is: a file of one of these, or (the last) the main part of a Word file.
# In a ZIP archive a changed byte is a wrong checksum, and nothing behind that would ever be reached.
_SUFFIXES = (".txt", ".md", ".html", ".pdf", ".docx", _PART)


@dataclass(frozen=True, slots=True)
class Target:
    """`run` takes one input and raises on what should not be; `seeds` are the inputs to start from."""

    run: Callable[[bytes], None]
    seeds: Callable[[], Iterable[bytes]]


def _file(content: bytes) -> None:
    suffix = _SUFFIXES[content[0] % len(_SUFFIXES)] if content else ".txt"
    body = content[1:]
    try:
        if suffix == _PART:
            raw = read("fuzzed.docx", _packed(body))
        else:
            raw = read(f"fuzzed{suffix}", body)
        reading = read_raw(raw)
    except UnreadableFile:
        return
    check(reading)


def _files() -> Iterable[bytes]:
    for path in sorted(SAMPLES.glob("[0-9]*")):
        yield bytes([_SUFFIXES.index(path.suffix)]) + path.read_bytes()
        if path.suffix == ".txt":
            yield b"\1" + path.read_bytes()
            yield b"\2<html><body><p>" + path.read_bytes().replace(b"\n\n", b"</p><p>")
    yield bytes([len(_SUFFIXES) - 1]) + _parts()[_PART]


@cache
def _parts() -> dict[str, bytes]:
    """The parts of a sample in Word's format."""
    with zipfile.ZipFile(next(SAMPLES.glob("*.docx"))) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def _packed(part: bytes) -> bytes:
    """The sample with another main part."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for name, content in _parts().items():
            packed.writestr(name, part if name == _PART else content)
    return out.getvalue()


def _text(content: bytes) -> None:
    check(read_text(content.decode("utf-8", "replace")))


def _texts() -> Iterable[bytes]:
    for path in sorted(SAMPLES.glob("[0-9]*.txt")):
        yield path.read_bytes()
        # Short inputs are run more often in a second than long ones.
        yield from path.read_bytes().split(b"\n\n")


def _export(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder, SqliteStore(f"{folder}/graph.db") as store:
        file = Path(folder) / "graph.jsonl"
        file.write_bytes(content)
        try:
            store.load(read_jsonl(file))
        except (ExchangeError, StoreError):
            return
        list(store.records())


def _exports() -> Iterable[bytes]:
    with tempfile.TemporaryDirectory() as folder, SqliteStore(f"{folder}/graph.db") as store:
        source = min(SAMPLES.glob("[0-9]*.txt"), key=lambda path: path.stat().st_size)
        raw = read(source)
        store.put(read_raw(raw), raw.digest)
        out = Path(folder) / "graph.jsonl"
        write_jsonl(store, out)
        lines = out.read_bytes().splitlines(keepends=True)
    yield b"".join(lines)
    yield from lines[:1] + lines[1::20]


TARGETS = {"files": Target(_file, _files), "text": Target(_text, _texts), "exports": Target(_export, _exports)}

# What the rules look for: libFuzzer puts these into the inputs.
_WORDS = """
Điều Khoản Chương Mục PHỤ LỤC Kèm theo Nơi nhận: Số: KẾ HOẠCH QUYẾT ĐỊNH NGHỊ QUYẾT CHỈ THỊ CHƯƠNG TRÌNH
/QĐ-TTg -CT/TW -KH/TU /KH-UBND /NQ-CP /2024/QH15 Luật Nghị định Quyết định số ngày tháng năm 31/12/2025 quý II/2026
Sở Xây dựng chủ trì, phối hợp với Ủy ban nhân dân tỉnh UBND huyện Ban Thường vụ Tỉnh ủy thường xuyên hằng năm
giai đoạn 2021-2030 1.800 căn 23,29 % triệu đồng I. II. 1. 1.1. a) - + * | |---| <td> <tr> <table> <w:p> <w:t> <w:tbl>
"type" "node" "edge" "text" "evidence" "props" "start" "quote" NaN 1e999 \\ud800
"""
WORDS = tuple(_WORDS.split())
