"""Changes to a printed document that change nothing of what it says."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from random import Random

Mutation = Callable[[str, Random], str]


def doubled_spaces(text: str, rng: Random) -> str:
    """Spaces within lines doubled here and there; not at the head of a line, where they stand for an empty cell."""
    return re.sub(r"(?<=\S) (?=\S)", lambda _: "  " if rng.random() < 0.1 else " ", text)


def trailing_spaces(text: str, rng: Random) -> str:
    return "\n".join(line + " " * rng.randint(0, 2) if "\t" not in line else line for line in text.split("\n"))


def no_break_spaces(text: str, rng: Random) -> str:
    return re.sub(" ", lambda _: "\u00a0" if rng.random() < 0.2 else " ", text)


def decomposed(text: str, rng: Random) -> str:
    return unicodedata.normalize("NFD", text)


def windows_line_ends(text: str, rng: Random) -> str:
    return text.replace("\n", "\r\n")


def invisible(text: str, rng: Random) -> str:
    """Zero-width spaces and soft hyphens inside words, a byte order mark in front."""
    return "\ufeff" + re.sub(
        r"(?<=[a-z])(?=[a-z])", lambda _: rng.choice("\u200b\u00ad") if rng.random() < 0.02 else "", text
    )


def more_blank_lines(text: str, rng: Random) -> str:
    return re.sub("\n", lambda _: "\n" * rng.choice((1, 1, 2)), text)


SAME: tuple[Mutation, ...] = (
    doubled_spaces,
    trailing_spaces,
    no_break_spaces,
    decomposed,
    windows_line_ends,
    invisible,
    more_blank_lines,
)
