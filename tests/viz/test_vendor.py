"""The libraries of other projects are those that were looked at, each with its licence."""

from __future__ import annotations

import hashlib
from pathlib import Path

VENDOR = Path(__file__).parents[2] / "viz" / "explorer" / "static" / "vendor"


def test_every_file_has_the_hash_that_is_written_down() -> None:
    lines = (VENDOR / "SHA256SUMS").read_text(encoding="ascii").splitlines()
    written = {name: digest for digest, name in (line.split("  ") for line in lines)}
    held = {path.name: path for path in VENDOR.iterdir() if path.name not in ("SHA256SUMS", "README.md")}
    assert written == {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in held.items()}


def test_every_library_has_its_licence_and_its_line() -> None:
    told = (VENDOR / "README.md").read_text(encoding="utf-8")
    for path in VENDOR.glob("*.js"):
        licence = VENDOR / f"{path.name.removesuffix('.js').removesuffix('.min')}.LICENSE"
        assert "free of charge" in licence.read_text(encoding="utf-8")
        assert f"`{path.name}`" in told


def test_they_need_no_exception_to_the_policy() -> None:
    for path in VENDOR.glob("*.js"):
        text = path.read_text(encoding="utf-8")
        assert not [word for word in ("innerHTML", "cssText", "eval(", "new Function(") if word in text], path.name
