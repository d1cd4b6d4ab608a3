"""Write files whole or not at all."""

import errno
import fcntl
import os
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from stat import S_ISCHR, S_ISDIR, S_ISFIFO, S_ISREG

from heatfig.runtime.files.problems import unwritable
from heatfig.runtime.interrupts import undisturbed

_PART = ".part"
_NO_LINKS = {errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS}  # disks such as exFAT know no hard links


def write_all(contents: Mapping[Path, bytes]) -> None:
    """Write files beside their targets, then rename them over these: each is whole at any moment.

    Nothing replaces a target before all of `contents` are on the disk. What a killed run has left
    beside a target is removed; what a living one is writing there is left alone. Links are followed, and a pipe or
    device is written into.
    """
    files = {path: target for path in contents if (target := _target(path, contents[path])) is not None}
    parts: list[tuple[Path, Path]] = []
    with undisturbed(), ExitStack() as stack:
        for path, target in files.items():
            with _explaining(path):
                parts.append((stack.enter_context(_part(target, contents[path])), path))
        for part, path in parts:
            with _explaining(path):
                part.replace(files[path])


def write_new(path: Path, content: bytes) -> None:
    """Write a file that must not exist yet."""
    with _explaining(path), undisturbed(), _part(target := Path(os.path.realpath(path)), content) as part:
        try:
            target.hardlink_to(part)
        except OSError as error:
            if error.errno not in _NO_LINKS:
                raise
            with target.open("xb") as file:
                file.write(content)


@contextmanager
def _explaining(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise unwritable(path, error) from None


def _target(path: Path, content: bytes) -> Path | None:
    """The file that a path leads to; None for what is no file, and has been written into."""
    with _explaining(path):
        try:
            found = path.stat()
        except FileNotFoundError:
            return Path(os.path.realpath(path))
        if S_ISDIR(found.st_mode):
            raise IsADirectoryError(0, "it is a folder")
        if S_ISREG(found.st_mode):
            _check_not_spoken_into(found)
            return Path(os.path.realpath(path))
        if not (S_ISFIFO(found.st_mode) or S_ISCHR(found.st_mode)):
            raise OSError(0, "it is neither a file nor a pipe")
        _write_into(path, content)
        return None


def _check_not_spoken_into(found: os.stat_result) -> None:
    """Refuse a file that a standard stream goes into: what is said later would go into the one that is renamed over."""
    for descriptor in (1, 2):
        if os.path.samestat(os.fstat(descriptor), found):
            raise OSError(0, "what this run says goes there")


def _write_into(path: Path, content: bytes) -> None:
    """Write into a pipe that somebody reads, or a device."""
    descriptor = os.open(path, os.O_WRONLY | os.O_NONBLOCK | os.O_NOCTTY)
    with os.fdopen(descriptor, "wb") as file:
        if S_ISREG(os.fstat(descriptor).st_mode):
            raise OSError(0, "it became a file meanwhile")
        os.set_blocking(descriptor, True)
        file.write(content)


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
            os.fchmod(descriptor, 0o666 & ~_umask())
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
        with suppress(OSError):
            # Not through a link, and not waiting at a pipe, that somebody has put there.
            descriptor = os.open(left, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
            with os.fdopen(descriptor, "rb") as file:
                if S_ISREG(os.fstat(descriptor).st_mode):
                    fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                    left.unlink()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
