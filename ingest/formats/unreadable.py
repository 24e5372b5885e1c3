"""The error every file that cannot be read ends in."""

from __future__ import annotations


class UnreadableFile(Exception):  # noqa: N818 - what is wrong with the file is its name
    """A file could not be read. The message is one sentence: the file, what is wrong, and the remedy.

    Subclasses fill `because`; `source` is the file as the user named it, made printable.
    """

    because = "it cannot be read"

    def __init__(self, source: str, because: str = "") -> None:
        self.source = printable(source)
        super().__init__(f"{self.source}: {because or self.because}")


def printable(name: str) -> str:
    """The name with control and undecodable characters escaped, so that it cannot change the terminal."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape", "backslashreplace").decode() for c in name)
