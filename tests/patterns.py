"""Every regular expression of the layers: those that modules hold, those that functions without arguments give, and
those written out in a call of `re`."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
LAYERS = ("ontology", "graph", "ingest", "queries", "viz")
_CALLS = ("search", "match", "fullmatch", "sub", "subn", "split", "findall", "finditer")


def modules() -> Iterator[tuple[str, Path]]:
    for layer in LAYERS:
        for path in sorted((ROOT / layer).rglob("*.py")):
            parts = path.relative_to(ROOT).with_suffix("").parts
            yield ".".join(parts[:-1] if parts[-1] == "__init__" else parts), path


@cache
def patterns() -> dict[str, re.Pattern[str]]:
    """By module, name and place, each pattern once."""
    found: dict[str, re.Pattern[str]] = {}
    seen: set[re.Pattern[str]] = set()
    for module, path in modules():
        for name, pattern in (*_held(module), *_written_out(path)):
            if pattern not in seen and isinstance(pattern.pattern, str):
                seen.add(pattern)
                found[f"{module}.{name}"] = pattern
    return found


def _held(module: str) -> Iterator[tuple[str, re.Pattern[str]]]:
    for name, value in vars(import_module(module)).items():
        if getattr(value, "__module__", None) == module and hasattr(value, "cache_info"):
            if value.__wrapped__.__code__.co_argcount:
                continue
            value = value()
        for n, pattern in enumerate(_within(value)):
            yield f"{name}[{n}]", pattern


def _within(value: Any, depth: int = 0) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _within(part, depth + 1)
    elif isinstance(value, tuple | list | set | frozenset):
        for part in value:
            yield from _within(part, depth + 1)
    elif depth < 6 and type(value).__module__.partition(".")[0] in LAYERS:
        for slot in getattr(value, "__slots__", ()):
            yield from _within(getattr(value, slot, None), depth + 1)


def _written_out(path: Path) -> Iterator[tuple[str, re.Pattern[str]]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.Call(
                func=ast.Attribute(value=ast.Name(id="re"), attr=called), args=[ast.Constant(value=str(words)), *_]
            ) if called in _CALLS:
                yield f"line {node.lineno}", re.compile(words)
