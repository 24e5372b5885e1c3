"""One made-up document: what is printed and what it says."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Any

from bench.generator import words
from bench.generator.pages import Pages
from bench.generator.printing.html import print_html
from bench.generator.printing.markdown import print_markdown
from bench.generator.printing.plain import print_text
from bench.generator.writing import desk_for, write

FORMATS = ("unwrapped", "wrapped", "apart", "markdown", "html", "word")
_SUFFIX = {"markdown": ".md", "html": ".html", "word": ".docx"}
_LEVELS = (
    ("province", False), ("province", False), ("province", False), ("province", True), ("province", True), ("central", True), ("central", False), ("commune", False),
)  # fmt: skip


@dataclass(frozen=True)
class Generated:
    """`content` is text, or bytes for Word; `gold` is as an annotation file holds it, its `file` is `name`."""

    name: str
    content: str | bytes
    gold: dict[str, Any]

    @property
    def bytes(self) -> bytes:
        return self.content if isinstance(self.content, bytes) else self.content.encode()


def generate(seed: int, form: str = "") -> Generated:
    """The document of a seed; `form` is one of FORMATS, chosen by the seed when empty."""
    rng = Random(f"chithi {seed}")
    level, party = rng.choice(_LEVELS)
    province = rng.choice((*words.PROVINCES, *words.CITIES)) if level == "province" else rng.choice(words.PROVINCES)
    desk = desk_for(rng, level, party, province)
    pages, _ = write(desk)
    form = form or FORMATS[seed % len(FORMATS)]
    name = f"made-up-{seed}{_SUFFIX.get(form, '.txt')}"
    return Generated(name, printed(pages, Random(f"layout {seed}"), form), desk.truth.gold(name))


def printed(pages: Pages, rng: Random, form: str) -> str | bytes:
    """The document in one of FORMATS."""
    if form == "markdown":
        return print_markdown(pages)
    if form == "html":
        return print_html(pages)
    if form == "word":
        from bench.generator.printing.word import print_word

        return print_word(pages)
    return print_text(pages, rng, form)
