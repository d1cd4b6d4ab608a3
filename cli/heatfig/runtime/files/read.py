"""Read a file, whole or in blocks."""

from collections.abc import Iterator
from pathlib import Path

from heatfig.diagnostics import Place, problem
from heatfig.runtime.files.problems import unreadable


def read_bytes(path: Path, named_at: Place | None = None, most: int = -1) -> bytes:
    """The content of `path`, at most `most` bytes of it; a problem points at `named_at`, which names the file."""
    try:
        _refuse_irregular(path)
        with path.open("rb") as file:
            return file.read(most)
    except OSError as error:
        raise unreadable(path, error, named_at) from None


def read_blocks(path: Path, named_at: Place, size: int = 4 * 1024 * 1024) -> Iterator[bytes]:
    """A file in blocks that end with a line, the last perhaps without; a problem points at `named_at`."""
    try:
        _refuse_irregular(path)
        with path.open("rb") as file:
            left = b""
            while block := file.read(size):
                left += block
                end = left.rfind(b"\n") + 1 if len(block) == size else len(left)
                if end:
                    yield left[:end]
                    left = left[end:]
            if left:
                yield left
    except OSError as error:
        raise unreadable(path, error, named_at) from None


def _refuse_irregular(path: Path) -> None:
    if path.exists() and not path.is_file() and not path.is_dir():
        raise OSError(0, "it is not a regular file")


def check_inside(path: Path, root: Path | None, named_at: Place | None = None) -> None:
    """Refuse a path that leads outside `root`, links followed."""
    if root is not None and not path.resolve().is_relative_to(root.resolve()):
        message = f"{path} lies outside {root}" if named_at else f"lies outside {root}"
        place = named_at or Place(str(path))
        raise problem("outside-root", message, place, "only files inside --root are read")
