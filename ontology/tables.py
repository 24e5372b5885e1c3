"""Reads the reference tables in `ontology/data`."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).parent / "data"


@cache
def table(name: str) -> dict[str, Any]:
    """The TOML table `ontology/data/<name>.toml`; read once, and to be left as it is."""
    import tomllib

    with (_FOLDER / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)


def day(value: object) -> date | None:
    """A date of a table, None when the table leaves it out."""
    return value if isinstance(value, date) else None
