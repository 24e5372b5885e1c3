"""Files that are there as a whole or not at all: what is half written never stands under the name asked for."""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_PART = ".chithi-*.part"


class NotWrittenError(OSError):
    """A file could not be written; whatever stood under its name is as it was."""

    def __init__(self, path: Path, cause: OSError) -> None:
        super().__init__(f"{path} cannot be written: {cause.strerror or cause}")


@contextmanager
def whole(path: Path) -> Iterator[Path]:
    """A new empty file beside `path` to write to, which takes its place at the end; when anything is raised it is
    removed and `path` stays as it was. Raises NotWrittenError for what the file system refuses."""
    target = Path(os.path.realpath(path))  # a link stays a link
    part = target.with_name(_PART.replace("*", secrets.token_hex(6)))
    held = None
    try:
        # With the rights of any new file, unlike those of `tempfile`.
        held = os.open(part, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o666)
        _hold(held)
        _sweep(target.parent)
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
        if held is not None:
            os.close(held)


def _hold(handle: int) -> bool:
    """Whether nobody else has it; then it is ours as long as the handle is open, and no longer than this process."""
    try:
        import fcntl
    except ImportError:  # Windows: there what was left is not swept
        return False
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _sweep(folder: Path) -> None:
    """Remove what programs that were killed left half written."""
    for part in folder.glob(_PART):
        with suppress(OSError):
            handle = os.open(part, os.O_RDWR)
            try:
                if _hold(handle):
                    part.unlink()
            finally:
                os.close(handle)


def _settle(part: Path) -> None:
    """On the disk before it gets its name: after a power cut the name would stand for an empty file otherwise."""
    handle = os.open(part, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
