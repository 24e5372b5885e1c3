"""Files that are there as a whole or not at all: what is half written never stands under the name asked for."""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


class NotWrittenError(OSError):
    """A file could not be written; whatever stood under its name is as it was."""

    def __init__(self, path: Path, cause: OSError) -> None:
        super().__init__(f"{path} cannot be written: {cause.strerror or cause}")


@contextmanager
def whole(path: Path) -> Iterator[Path]:
    """A new empty file beside `path` to write to, which takes its place at the end; when anything is raised it is
    removed and `path` stays as it was. Raises NotWrittenError for what the file system refuses."""
    target = Path(os.path.realpath(path))  # a link stays a link
    part = target.with_name(f".chithi-{secrets.token_hex(6)}.part")
    try:
        part.touch(exist_ok=False)  # with the rights of any new file, unlike those of `tempfile`
        if target.exists():
            shutil.copymode(target, part)
        yield part
        _settle(part)
        os.replace(part, target)
    except OSError as error:
        raise error if isinstance(error, NotWrittenError) else NotWrittenError(path, error) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _settle(part: Path) -> None:
    """On the disk before it gets its name: after a power cut the name would stand for an empty file otherwise."""
    handle = os.open(part, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
