"""The files that pages need: style and scripts, all of them our own and from the same host."""

from __future__ import annotations

from functools import lru_cache
from hashlib import sha256
from pathlib import Path

STATIC = Path(__file__).parent / "static"
_HERE = Path(__file__).parent
MEDIA = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
}


def names() -> list[str]:
    """Every file, by name."""
    return sorted(
        path.relative_to(STATIC).as_posix() for path in STATIC.rglob("*") if path.is_file() and path.suffix in MEDIA
    )


@lru_cache(maxsize=64)
def mark_of(name: str) -> str:
    """Another for another content."""
    return sha256((STATIC / name).read_bytes()).hexdigest()[:12]


@lru_cache(maxsize=1)
def mark_of_program() -> str:
    """Another whenever the explorer itself is: pages of one revision differ between versions of the program."""
    files = sorted(path for path in _HERE.rglob("*") if path.suffix in {".py", ".j2", ".css", ".js"})
    return sha256(b"".join(path.read_bytes() for path in files)).hexdigest()[:8]
