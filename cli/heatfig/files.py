"""The disk: read a file, or write one whole or not at all."""

import fcntl
import hashlib
import math
import os
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from functools import cache
from pathlib import Path
from stat import S_ISREG

from heatfig.diagnostics import Place, Problems, nearest, problem
from heatfig.interrupts import undisturbed

_PART = ".part"
_SPEC_SUFFIXES = (".yaml", ".yml")
_BLOCK = 1024 * 1024


def read_bytes(path: Path, named_at: Place | None = None, most: int = -1) -> bytes:
    """The content of `path`, at most `most` bytes of it; a problem points at `named_at`, which names the file."""
    try:
        _refuse_irregular(path)
        with path.open("rb") as file:
            return file.read(most)
    except OSError as error:
        message = f"cannot read {path}: {reason(error)}" if named_at else f"cannot be read: {reason(error)}"
        raise problem("unreadable-file", message, named_at or Place(str(path)), _similar(path)) from None


def size_of(path: Path) -> int:
    """The size of a file in bytes; 0 where there is none."""
    try:
        return path.stat().st_size
    except OSError:
        return 0


def read_blocks(path: Path, named_at: Place, size: int = 4 * 1024 * 1024) -> Iterator[bytes]:
    """A file in blocks that end with a line, the last perhaps without; a problem points at `named_at`."""
    try:
        _refuse_irregular(path)
        with path.open("rb") as file:
            left = b""
            while block := file.read(size):
                left += block
                end = left.rfind(b"\n")
                if end >= 0:
                    yield left[: end + 1]
                    left = left[end + 1 :]
            if left:
                yield left
    except OSError as error:
        raise problem("unreadable-file", f"cannot read {path}: {reason(error)}", named_at, _similar(path)) from None


def _refuse_irregular(path: Path) -> None:
    if path.exists() and not path.is_file() and not path.is_dir():
        raise OSError(0, "it is not a regular file")


@cache
def file_hash(path: str, most: float = math.inf) -> str | None:
    """SHA-256 of a file's content, read once a run; None where it cannot be read or holds over `most` bytes.

    In bare system calls, over thousands of files a fourth of the price of hashlib's `file_digest`.
    """
    try:
        descriptor = _unwaiting(path, os.O_RDONLY)
    except OSError:
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


def _unwaiting(path: str | Path, flags: int) -> int:
    """Open a file without waiting for whoever would write into it, were it a pipe."""
    return os.open(path, flags | os.O_NONBLOCK)


def glances(path: str | Path, head: int, tail: int, most: int) -> Iterator[bytes]:
    """The beginning of a file, then its end, then, of one no larger than `most`, all of it; nothing if there is none.

    In bare system calls: a batch with nothing to do is little else than these reads.
    """
    try:
        descriptor = _unwaiting(path, os.O_RDONLY)
    except OSError:
        return
    try:
        yield os.read(descriptor, head)
        size = os.fstat(descriptor).st_size
        yield os.pread(descriptor, tail, max(0, size - tail))
        if size <= most:
            yield os.pread(descriptor, most, 0)
    except OSError:
        return
    finally:
        os.close(descriptor)


def exists(path: str) -> bool:
    """Whether there is a file, a folder or a link by this name."""
    return os.path.lexists(path)


def own_paths(path: Path) -> set[str]:
    """The absolute path of a file, and that of what it links to."""
    return {os.path.abspath(path), os.path.realpath(path)}  # noqa: PTH100  # as it is named, without a link followed


def standing(folder: Path) -> Path:
    """A folder, or the nearest above it that exists."""
    return next((one for one in (folder, *folder.parents) if one.is_dir()), Path("/"))


def folders_below(named: Path) -> set[str]:
    """The absolute paths of a folder and all folders below that specs are looked for in; none where it is none."""
    return {str(folder.absolute()) for folder, _ in _walked(named)}


def names_in(folder: str) -> list[str]:
    """What is in a folder; nothing where it cannot be read."""
    try:
        return os.listdir(folder)  # noqa: PTH208  # names are what is wanted
    except OSError:
        return []


def renew_times(targets: Iterable[str], inputs: Sequence[str]) -> None:
    """Make files younger than what they were made from, so that make agrees that they are fresh."""
    with suppress(FileNotFoundError):  # gone since it was looked at, and with it the question
        youngest = max(os.stat(path).st_mtime_ns for path in inputs)  # noqa: PTH116  # as in file_hash
        for target in targets:
            if os.stat(target).st_mtime_ns < youngest:  # noqa: PTH116
                _renew_time(target, youngest)


def _renew_time(target: str, youngest: int) -> None:
    now = max(time.time_ns(), youngest)  # an input may be of tomorrow, where a clock was set back
    try:
        os.utime(target, ns=(now, now))
    except FileNotFoundError:
        raise
    except OSError as error:
        raise _unwritable(Path(target), error) from None


def check_inside(path: Path, root: Path | None, named_at: Place | None = None) -> None:
    """Refuse a path that leads outside `root`, links followed."""
    if root is not None and not path.resolve().is_relative_to(root.resolve()):
        message = f"{path} lies outside {root}" if named_at else f"lies outside {root}"
        place = named_at or Place(str(path))
        raise problem("outside-root", message, place, "only files inside --root are read")


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
                raise _unwritable(path, error) from None
        for path in contents:
            if path.is_dir():
                raise _unwritable(path, IsADirectoryError(0, "it is a folder"))
        for part, path in parts:
            try:
                part.replace(path)
            except OSError as error:
                raise _unwritable(path, error) from None


def write_new(path: Path, content: bytes) -> None:
    """Write a file that must not exist yet."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with undisturbed(), _part(path, content) as part:
            path.hardlink_to(part)
    except OSError as error:
        raise _unwritable(path, error) from None


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


def _unwritable(path: Path, error: OSError) -> Problems:
    hint = "name another folder with -o, or make room or permission there"
    return problem("unwritable-file", f"cannot be written: {reason(error)}", Place(str(path)), hint)


def spec_files(named: Path) -> Iterator[tuple[Path, Path]]:
    """Each spec at or below `named` with the folder of its output, relative to the output folder."""
    if not named.is_dir():
        yield named, Path()
        return
    for here, names in _walked(named):
        below = here.relative_to(named)
        for name in sorted(names):
            if name.endswith(_SPEC_SUFFIXES) and name[0] not in "._":
                yield here / name, below


def _walked(named: Path) -> Iterator[tuple[Path, list[str]]]:
    for folder, below, names in os.walk(named):
        below[:] = sorted(name for name in below if name[0] not in "._")
        yield Path(folder), names


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def reason(error: OSError) -> str:
    """Why a call of the system failed, in its words."""
    return (error.strerror or str(error)).lower()


def _similar(path: Path) -> str:
    with suppress(OSError):
        if path.exists():
            return "name a file in it" if path.is_dir() else ""
    if not path.parent.exists():
        return f"there is no folder {path.parent}"
    if not path.parent.is_dir():
        return f"{path.parent} is a file"
    alike = (path.suffix, *(_SPEC_SUFFIXES if path.suffix in {"", *_SPEC_SUFFIXES} else ()))
    names = [other.name for other in path.parent.iterdir() if other.suffix in alike and other.name[0] != "."]
    twin = next((name for name in names if Path(name).stem == path.stem), path.name)
    return nearest(twin, sorted(names), f"{path.suffix} files there" if path.suffix else "there")


def available_memory() -> int:
    """Bytes that the system could hand out now, caches given up; without limit where it does not say."""
    with suppress(OSError, StopIteration):
        lines = Path("/proc/meminfo").read_text(encoding="ascii").splitlines()
        return 1024 * int(next(line for line in lines if line.startswith("MemAvailable:")).split()[1])
    return 2**63
