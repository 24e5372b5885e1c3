"""Hostile files, made from samples and made-up documents and their export: bytes flipped and cut out, files cut short, lines
shuffled, documents spliced; and bombs, whole and damaged."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from resource import RUSAGE_SELF, getrusage
from tempfile import TemporaryDirectory
from time import process_time

from bench.generator import FORMATS, generate
from graph.exchange import line_of
from graph.sqlite import SqliteStore
from ingest.worker import read as read_file
from tests.bombs import BOMBS

SAMPLES = Path(__file__).parent.parent / "samples"
_ODD = ("\x00", "\ufffd", "\u202e", "\u0301", "“", "(", ")", "|", "\t", "\f", "9" * 30, "/", "-", "#", "<td>", "&", "Điều ", "I. ", "PHỤ LỤC", "Nơi nhận:")  # fmt: skip


@cache
def sources() -> tuple[tuple[str, bytes], ...]:
    """Suffix and content of what the damaged files are made from."""
    held = [(path.suffix, path.read_bytes()) for path in sorted(SAMPLES.glob("*.*")) if path.suffix != ".py"]
    for seed in range(24):
        document = generate(seed, FORMATS[seed % len(FORMATS)])
        held.append((Path(document.name).suffix, document.bytes))
    held += [(".jsonl", content) for content in exports()]
    return tuple(held)


def exports() -> list[bytes]:
    """Of some samples, each alone."""
    found = []
    for path in sorted(SAMPLES.glob("0[6-9]*.txt")):
        with TemporaryDirectory() as folder, SqliteStore(str(Path(folder) / "a.db")) as store:
            store.put(*read_file(str(path), None))  # type: ignore[misc]
            found.append("\n".join(map(line_of, store.records())).encode())
    return found


def hostile(seed: int) -> tuple[str, bytes]:
    """The suffix and the bytes of one hostile file: of four, three are damaged and one is a bomb, of those every third
    damaged too."""
    if seed % 4:
        return damaged(seed)
    rng = Random(f"bomb {seed}")
    suffix, content = BOMBS[seed // 4 % len(BOMBS)](rng)
    if rng.random() < 1 / 3:
        content = rng.choice(_WAYS)(content, rng)
    return suffix, content


@dataclass(frozen=True, slots=True)
class Tried:
    """What became of one file: `end` is `read`, `refused` or `fault`; processor seconds, and the most memory that its
    process has had up to now in megabytes."""

    end: str
    note: str
    seconds: float
    megabytes: float


def attempt(source: str, content: bytes | None) -> Tried:
    """Read a file, and store and remove what was read; an export is loaded. Done in a process with limits."""
    from graph.exchange import ExchangeError, read_jsonl
    from graph.store import StoreError
    from ingest import UnreadableFile, read_document

    begun = process_time()
    end, note = "read", ""
    try:
        with TemporaryDirectory() as folder, SqliteStore(str(Path(folder) / "a.db")) as store:
            if source.endswith(".jsonl"):
                store.load(read_jsonl(Path(source)))
            else:
                reading, digest = read_document(source)
                if not all(0 <= claim.start < claim.end <= len(reading.text) for claim in reading.claims):
                    raise AssertionError("a claim without its words")
                store.remove(store.put(reading, digest))
    except (UnreadableFile, ExchangeError) as refused:
        # The sentence names the file, in one line.
        end, note = ("refused" if source in str(refused) and "\n" not in str(refused) else "fault"), str(refused)
    except StoreError as refused:
        end, note = ("refused" if source.endswith(".jsonl") else "fault"), str(refused)
    except MemoryError:
        raise
    except Exception as error:
        end, note = "fault", f"{type(error).__name__}: {error}"
    return Tried(end, note[:500], process_time() - begun, getrusage(RUSAGE_SELF).ru_maxrss / 1024)


def damaged(seed: int) -> tuple[str, bytes]:
    """The suffix and the bytes of one damaged file."""
    rng = Random(f"fuzz {seed}")
    suffix, content = rng.choice(sources())
    for _ in range(rng.randint(1, 3)):
        content = rng.choice(_WAYS)(content, rng)
    return (rng.choice((".txt", ".md", ".html", ".docx", ".pdf")) if rng.random() < 0.1 else suffix), content


def _flipped(content: bytes, rng: Random) -> bytes:
    out = bytearray(content)
    for _ in range(rng.randint(1, 40)):
        if out:
            out[rng.randrange(len(out))] = rng.randrange(256)
    return bytes(out)


def _cut_short(content: bytes, rng: Random) -> bytes:
    return content[: rng.randint(0, len(content))]


def _cut_out(content: bytes, rng: Random) -> bytes:
    start = rng.randint(0, len(content))
    return content[:start] + content[start + rng.randint(0, 2000) :]


def _doubled(content: bytes, rng: Random) -> bytes:
    start = rng.randint(0, len(content))
    return content[:start] + content[start : start + rng.randint(0, 3000)] * 2 + content[start:]


def _shuffled(content: bytes, rng: Random) -> bytes:
    lines = content.split(b"\n")
    start = rng.randint(0, len(lines))
    part = lines[start : start + rng.randint(2, 60)]
    rng.shuffle(part)
    return b"\n".join((*lines[:start], *part, *lines[start + len(part) :]))


def _spliced(content: bytes, rng: Random) -> bytes:
    other = rng.choice(sources())[1]
    return content[: rng.randint(0, len(content))] + other[rng.randint(0, len(other)) :]


def _odd(content: bytes, rng: Random) -> bytes:
    for _ in range(rng.randint(1, 10)):
        at = rng.randint(0, len(content))
        content = content[:at] + rng.choice(_ODD).encode() * rng.randint(1, 5) + content[at:]
    return content


_WAYS = (_flipped, _cut_short, _cut_out, _doubled, _shuffled, _spliced, _odd)
