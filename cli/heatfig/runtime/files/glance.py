"""What thousands of files hold, in bare system calls: a batch with nothing to do is little else than these reads."""

import hashlib
import math
import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from stat import S_ISREG

from heatfig.runtime.files.inside import open_regular

_BLOCK = 1024 * 1024


@cache
def file_hash(path: str, most: float = math.inf, root: Path | None = None) -> str | None:
    """SHA-256 of a file's content, read once a run; None where it may not be read or holds over `most` bytes.

    Over thousands of files a fourth of the price of hashlib's `file_digest`.
    """
    try:
        descriptor = _unwaiting(path) if root is None else open_regular(path, root)
    except (OSError, ValueError):  # a name with a NUL or half a character in it is none
        return None
    try:
        found = os.fstat(descriptor)
        if not S_ISREG(found.st_mode) or found.st_size > most:
            return None
        return _digest(descriptor, min(found.st_size + 1, _BLOCK))
    except OSError:
        return None
    finally:
        os.close(descriptor)


def _digest(descriptor: int, size: int) -> str:
    """SHA-256 of what is left of a file, in blocks of a size; one that is not full is the last."""
    digest = hashlib.sha256()
    while True:
        block = os.read(descriptor, size)
        digest.update(block)
        if len(block) < size:
            return digest.hexdigest()


def glances(path: str, end: int, head: int, most: int, root: Path | None = None) -> Iterator[bytes]:
    """The last bytes of a file, its beginning, and of one of `most` bytes or fewer all.

    Nothing where there is no such file, or where it lies outside `root`.
    """
    try:
        descriptor = _unwaiting(path) if root is None else open_regular(path, root)
    except (OSError, ValueError):
        return
    try:
        size = os.fstat(descriptor).st_size
        yield os.pread(descriptor, end, max(0, size - end))
        yield os.pread(descriptor, head, 0)
        if size <= most:
            yield os.pread(descriptor, most, 0)
    except OSError:
        return
    finally:
        os.close(descriptor)


def _unwaiting(path: str | Path) -> int:
    """Open a file without waiting for whoever would write into it, were it a pipe."""
    return os.open(path, os.O_RDONLY | os.O_NONBLOCK)
