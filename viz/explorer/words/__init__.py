"""What the explorer says, in Vietnamese and English. Headings of columns, coded values and kinds of nodes have their
words in `viz.headings` and the ontology's vocabulary."""

from __future__ import annotations

from viz.explorer.words import about, frame, parts, problems, questions, texts

# key: (Vietnamese, English); {name} stands for what is filled in.
WORDS: dict[str, tuple[str, str]] = {
    **frame.WORDS,
    **questions.WORDS,
    **texts.WORDS,
    **parts.WORDS,
    **about.WORDS,
    **problems.WORDS,
}


def say(lang: str, key: str, /, **fill: object) -> str:
    """The words of a key."""
    return WORDS[key][lang != "vi"].format(**fill) if fill else WORDS[key][lang != "vi"]
