"""Write files whole or not at all."""

import fcntl
import os
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from heatfig.runtime.files.problems import unwritable
from heatfig.runtime.interrupts import undisturbed

_PART = ".part"


def write_all(contents: Mapping[Path, bytes]) -> None:
    """Write files beside their targets, then rename them over these: each is whole at any moment.

    Nothing replaces a target before all of `contents` are on the disk. What a killed run has left
    beside a target is removed; what a living one is writing there is left alone.
    """
    parts: list[tuple[Path, Path]] = []
    with undisturbed(), ExitStack() as stack:
        for path, content in contents.items():
            try:
                parts.append((stack.enter_context(_part(path, content)), path))
            except OSError as error:
                raise unwritable(path, error) from None
        for path in contents:
            if path.is_dir():
                raise unwritable(path, IsADirectoryError(0, "it is a folder"))
        for part, path in parts:
            try:
                part.replace(path)
            except OSError as error:
                raise unwritable(path, error) from None


def write_new(path: Path, content: bytes) -> None:
    """Write a file that must not exist yet."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with undisturbed(), _part(path, content) as part:
            path.hardlink_to(part)
    except OSError as error:
        raise unwritable(path, error) from None


@contextmanager
def _part(path: Path, content: bytes) -> Iterator[Path]:
    """The content in a locked file beside `path`, gone at the end unless it was renamed."""
    path.parent.mkdir(parents=True, exist_ok=True)
    _sweep(path)
    descriptor, part = _locked_part(path)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
            part.chmod(0o666 & ~_umask())
            yield part
    finally:
        part.unlink(missing_ok=True)


def _locked_part(path: Path) -> tuple[int, Path]:
    """A new file beside `path`, locked; made again if another run swept it away before the lock held."""
    import tempfile  # not for a run that writes nothing

    while True:
        descriptor, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=_PART, dir=path.parent)
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        if os.fstat(descriptor).st_nlink:
            return descriptor, Path(name)
        os.close(descriptor)


def _sweep(path: Path) -> None:
    """Remove what killed runs have left beside `path`: parts that no living process holds locked."""
    import glob

    for left in path.parent.glob(f".{glob.escape(path.name)}.*{_PART}"):
        with suppress(OSError), left.open("rb") as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            left.unlink()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
