"""Read a file, whole or in blocks."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from heatfig.diagnostics import Place
from heatfig.runtime.files.inside import Outside, check_inside, open_regular, outside
from heatfig.runtime.files.problems import unreadable


def read_bytes(path: Path, named_at: Place | None = None, most: int = -1, root: Path | None = None) -> bytes:
    """The content of `path`, at most `most` bytes of it; a problem points at `named_at`, which names the file.

    Nothing outside `root` is read, where one is given.
    """
    with _opened(path, named_at, root) as file:
        return file.read(most)


def read_blocks(
    path: Path, named_at: Place | None, size: int = 4 * 1024 * 1024, root: Path | None = None
) -> Iterator[bytes]:
    """A file, read as by `read_bytes`, in blocks that end with a line, the last perhaps without."""
    with _opened(path, named_at, root) as file:
        left = b""
        while block := file.read(size):
            left += block
            end = left.rfind(b"\n") + 1 if len(block) == size else len(left)
            if end:
                yield left[:end]
                left = left[end:]
        if left:
            yield left


@contextmanager
def _opened(path: Path, named_at: Place | None, root: Path | None) -> Iterator[BinaryIO]:
    check_inside(path, root, named_at)
    try:
        with os.fdopen(open_regular(path, root), "rb") as file:
            yield file
    except Outside:
        raise outside(path, root, named_at) from None
    except OSError as error:
        raise unreadable(path, error, named_at, root) from None
