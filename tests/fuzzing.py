"""Damaged files, made from samples and made-up documents: bytes flipped and cut out, files cut short, lines shuffled, documents
spliced."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from random import Random

from bench.generator import FORMATS, generate

SAMPLES = Path(__file__).parent.parent / "samples"
_ODD = ("\x00", "\ufffd", "\u202e", "\u0301", "“", "(", ")", "|", "\t", "\f", "9" * 30, "/", "-", "#", "<td>", "&", "Điều ", "I. ", "PHỤ LỤC", "Nơi nhận:")  # fmt: skip


@cache
def sources() -> tuple[tuple[str, bytes], ...]:
    """Suffix and content of what the damaged files are made from."""
    held = [(path.suffix, path.read_bytes()) for path in sorted(SAMPLES.glob("*.*")) if path.suffix != ".py"]
    for seed in range(24):
        document = generate(seed, FORMATS[seed % len(FORMATS)])
        held.append((Path(document.name).suffix, document.bytes))
    return tuple(held)


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
