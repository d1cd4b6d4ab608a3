"""Whether a file lies inside a folder: by its name, and by what was opened, as a link may be swapped meanwhile."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from heatfig.diagnostics import Place, Problems, problem


class Outside(OSError):
    """What a name led to when it was opened lies outside the folder that is allowed."""


def check_inside(path: Path, root: Path | None, named_at: Place | None = None) -> None:
    """Refuse a path that leads outside `root`, links followed; nothing there is asked for, not even whether it is."""
    if not leads_inside(str(path), root):
        raise outside(path, root, named_at)


def leads_inside(path: str, root: Path | None) -> bool:
    """Whether a path leads to what lies in `root`, links followed."""
    try:
        return root is None or Path(os.path.realpath(path)).is_relative_to(os.path.realpath(root))
    except ValueError:  # a name with a NUL or half a character in it leads nowhere
        return False


def outside(path: Path, root: Path | None, named_at: Place | None) -> Problems:
    """The problem of a file outside `root`."""
    message = f"{path} lies outside {root}" if named_at else f"lies outside {root}"
    return problem("outside-root", message, named_at or Place(str(path)), "only files inside --root are read")


def open_regular(path: str | Path, root: Path | None = None) -> int:
    """A descriptor to read a regular file with, inside `root` when it was opened; nobody at a pipe is waited for."""
    _check_regular(os.stat(path).st_mode)  # noqa: PTH116  # before, as to open a device may do something already
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    try:
        _check_regular(os.fstat(descriptor).st_mode)
        _check_opened(descriptor, root)
    except OSError:
        os.close(descriptor)
        raise
    return descriptor


def names_in(folder: str, root: Path | None = None) -> list[str]:
    """What is in a folder, inside `root` when it was opened; nothing where it cannot be read."""
    with suppress(OSError), _opened_folder(folder, root) as descriptor:
        return os.listdir(descriptor)  # noqa: PTH208  # names are what is wanted
    return []


def folders_in(folder: str, root: Path | None = None) -> list[str]:
    """The folders in such a folder, without hidden ones and links, which might lead in a circle."""
    with suppress(OSError), _opened_folder(folder, root) as descriptor, os.scandir(descriptor) as found:
        return [one.name for one in found if one.name[0] != "." and one.is_dir(follow_symlinks=False)]
    return []


@contextmanager
def _opened_folder(folder: str, root: Path | None) -> Iterator[int]:
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        _check_opened(descriptor, root)
        yield descriptor
    finally:
        os.close(descriptor)


def _check_regular(mode: int) -> None:
    if not S_ISREG(mode):
        raise OSError(0, "is a directory" if S_ISDIR(mode) else "it is not a regular file")


def _check_opened(descriptor: int, root: Path | None) -> None:
    """Refuse what lies outside `root`, by the names that the system has for both, however we have written them."""
    if root is None:
        return
    folder = os.open(root, os.O_RDONLY)
    try:
        below = Path(_name_of(descriptor)).is_relative_to(_name_of(folder))
    finally:
        os.close(folder)
    if not below:
        raise Outside(0, f"it lies outside {root}")


def _name_of(descriptor: int) -> str:
    """The path of an open file, as the system knows it."""
    if hasattr(fcntl, "F_GETPATH"):  # macOS
        return os.fsdecode(fcntl.fcntl(descriptor, fcntl.F_GETPATH, bytes(1024)).rstrip(b"\0"))
    return os.readlink(f"/proc/self/fd/{descriptor}")  # noqa: PTH115  # text is what is wanted
