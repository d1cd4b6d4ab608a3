"""Which files and folders there are."""

import os
from collections.abc import Iterator
from pathlib import Path

SPEC_SUFFIXES = (".yaml", ".yml")


def spec_files(named: Path) -> Iterator[tuple[Path, Path]]:
    """Each spec at or below `named` with the folder of its output, relative to the output folder."""
    if not is_folder(named):
        yield named, Path()
        return
    for here, names in _walked(named):
        below = here.relative_to(named)
        for name in sorted(names):
            if name.endswith(SPEC_SUFFIXES) and name[0] not in "._":
                yield here / name, below


def folders_below(named: Path) -> set[str]:
    """The absolute paths of a folder and all folders below that specs are looked for in; none where it is none."""
    return {str(folder.absolute()) for folder, _ in _walked(named)}


def _walked(named: Path) -> Iterator[tuple[Path, list[str]]]:
    for folder, below, names in os.walk(named):
        below[:] = sorted(name for name in below if name[0] not in "._")
        yield Path(folder), names


def names_in(folder: str) -> list[str]:
    """What is in a folder; nothing where it cannot be read."""
    try:
        return os.listdir(folder)  # noqa: PTH208  # names are what is wanted
    except OSError:
        return []


def is_there(path: Path) -> bool:
    """Whether a path leads to anything; not where nobody lets us look, where Path's own methods raise."""
    return os.path.exists(path)  # noqa: PTH110  # see there


def is_folder(path: Path) -> bool:
    """Whether a path leads to a folder, as far as anybody lets us look."""
    return os.path.isdir(path)  # noqa: PTH112  # see is_there


def is_file(path: Path) -> bool:
    """Whether a path leads to a file, as far as anybody lets us look."""
    return os.path.isfile(path)  # noqa: PTH113  # see is_there


def exists(path: str) -> bool:
    """Whether there is a file, a folder or a link by this name."""
    return os.path.lexists(path)


def size_of(path: Path) -> int:
    """The size of a file in bytes; 0 where there is none."""
    try:
        return path.stat().st_size
    except OSError:
        return 0


def own_paths(path: Path) -> set[str]:
    """The absolute path of a file, and that of what it links to."""
    return {os.path.abspath(path), os.path.realpath(path)}  # noqa: PTH100  # as it is named, without a link followed


def standing(folder: Path) -> Path:
    """A folder, or the nearest above it that exists."""
    return next((one for one in (folder, *folder.parents) if is_folder(one)), Path("/"))
